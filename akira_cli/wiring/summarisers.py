"""What writes first texts and checks them, by name, each built when it is wanted."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from akira_cli.wiring.families import builders

if TYPE_CHECKING:
    from akira_cli.core.models import Entry
    from akira_cli.core.settings import Settings
    from akira_cli.ports import Summariser
    from akira_cli.ports.language import FactChecker, Prompted

BUILT_IN = "extractive"
"""The method that always works: it needs no network, no model and no key."""


class Summarisers:
    """The summarisers of one workspace, or of none.

    `past` gives the curator's own published entries, for one that imitates their voice.
    """

    def __init__(self, settings: Settings, past: Callable[[], Sequence[Entry]]) -> None:
        self.settings = settings
        self.past = past

    def writer(self, method: str | None = None) -> Summariser:
        """What writes by the method given, or else by that of the settings; where it fails, the
        built-in one does the job and says why. Raises as `named`."""
        asked = self.named(method)
        if asked.name == BUILT_IN:
            return asked
        from akira_cli.workflows.or_else import OrElse

        return OrElse(asked, self.named(BUILT_IN))

    def prompted(self, method: str | None = None) -> Prompted | None:
        """What can show the prompts of a method; None for one that asks no model."""
        from akira_cli.ports.language import Prompted

        made = self.named(method)
        return made if isinstance(made, Prompted) else None

    def named(self, method: str | None = None) -> Summariser:
        """The summariser of that method alone.

        Raises UsageError naming the known ones, AkiraError for one of another package that does
        not work.
        """
        name = method or self.settings.summaries.method
        known = list(builders("summarisers", self.settings, self.past))
        build = next((each[name] for each in known if name in each), None)
        if build is not None:
            made: Summariser = build()
            return made
        from akira_cli.core.errors import UsageError

        names = ", ".join(sorted(ChainMap(*known)))
        raise UsageError(f"there is no method '{name}' to summarise by", f"methods: {names}")

    def checker(self, method: str | None) -> FactChecker | None:
        """What is asked besides the built-in rules of `core.faithful`; None when nothing is.

        Raises UsageError for a method that cannot check.
        """
        if method in (None, BUILT_IN):
            return None
        if method == "llm":
            from akira_cli.summarisers.llm import build_checker
            from akira_cli.workflows.or_else import Patient

            return Patient(build_checker(self.settings))
        from akira_cli.core.errors import UsageError

        raise UsageError(f"there is no method '{method}' to check by", "methods: extractive, llm")


def summarisers_anywhere(environ: Mapping[str, str], *, offline: bool) -> Summarisers:
    """The summarisers where there is no workspace: nothing was published, and only the
    environment says anything."""
    from akira_cli.storage.settings_toml import default_settings

    settings = default_settings(environ)
    network = settings.network._replace(offline=offline or settings.network.offline)
    return Summarisers(settings._replace(network=network), past=list)
