"""A curator before a small web: a workspace whose config sends every host there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tests.arxiv_server import ArxivServer
from tests.cli.command_line import Akira
from tests.small_web.server import SmallWeb

NO_PAUSE = 0.01
"""Seconds between two requests to one site, here, where nobody is bothered."""
_LIMITS = "connect_timeout = 10\nread_timeout = {}\ntotal_timeout = 20\nsize_limit = 1000000\n"


class Curator:
    """Runs command lines in a new workspace."""

    def __init__(self, akira: Akira) -> None:
        self.akira = akira

    def visits(
        self, web: SmallWeb, hosts: Iterable[str], arxiv: ArxivServer, silence: int = 10
    ) -> None:
        """Go online, with this web for these hosts and that server for arXiv.

        `silence` is how many seconds an answer is waited for.
        """
        config = self.akira.folder / "config.toml"
        kept = config.read_text(encoding="utf-8")
        assert "\n[network]\n" in kept
        mirrors = "".join(f'"{host}" = "{web.mirror(host)}"\n' for host in sorted(set(hosts)))
        config.write_text(
            kept.replace("\n[network]\n", f"\n[network]\n{_LIMITS.format(silence)}", 1)
            + f"\n[network.mirrors]\n{mirrors}",
            encoding="utf-8",
        )
        self.akira.ask(arxiv, NO_PAUSE)

    def fetches(self, *arguments: str) -> tuple[int, dict[str, Any], str]:
        """The exit code of `akira fetch ARGUMENTS --json`, what it prints, what it tells."""
        screen = self.akira(["fetch", *arguments, "--json"])
        assert "Traceback" not in screen.stderr, screen.stderr
        return screen.code, screen.json if screen.stdout else {}, screen.stderr
