"""akira as a user meets it: a command line goes in, a screen and an exit code come out."""

from __future__ import annotations

import io
import json
import os
import pty
import re
import shlex
import signal
import struct
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fcntl import ioctl
from functools import partial
from pathlib import Path
from termios import TIOCSWINSZ
from typing import Any

import pytest

from akira_cli.cli.app import run
from tests.arxiv_server import ArxivServer

COLUMNS = 80
PROGRAM = (sys.executable, "-m", "akira_cli")
REPOSITORY = Path(__file__).resolve().parents[2]

MOBILE_VIT = "MobileViT: Light-weight, General-purpose, and Mobile-friendly Vision Transformer"
OFFLINE = "akira is offline and did not ask '{}'"
OUT_OF_THE_CATALOGUE = (
    f"note: {OFFLINE.format('export.arxiv.org')}; "
    "from the sample catalogue, as a description in our own words: {}\n"
)
NOT_ASKED = (
    f"error: {OFFLINE.format('export.arxiv.org')}\n"
    "hint: leave out --offline and unset AKIRA_OFFLINE to allow connections\n"
)

_COLOUR = re.compile(r"\x1b\[[0-9;]*m")
_ERASED = re.compile(r"[^\n]*\r\x1b\[2K")


@dataclass(frozen=True, slots=True)
class Screen:
    """What a command left behind: its exit code and its two streams."""

    code: int
    stdout: str = ""
    stderr: str = ""

    @property
    def json(self) -> Any:
        """The one JSON value on stdout."""
        return json.loads(self.stdout)

    @property
    def error(self) -> Any:
        """The error on stderr, of a command with `--json` that failed."""
        return json.loads(self.stderr)["error"]


class Akira:
    """Runs command lines in this process, in one folder, without network."""

    def __init__(
        self,
        folder: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._patch = monkeypatch
        monkeypatch.chdir(folder)
        self.environ(AKIRA_OFFLINE="1", NO_COLOR=None, FORCE_COLOR=None, VISUAL=None, EDITOR=None)

    def environ(self, **variables: str | None) -> None:
        """Set variables of the environment; None takes one away."""
        for name, value in variables.items():
            if value is None:
                self._patch.delenv(name, raising=False)
            else:
                self._patch.setenv(name, value)

    def ask(self, server: ArxivServer, interval: float = 0.01) -> None:
        """Go online, with that server for arXiv."""
        self.environ(
            AKIRA_OFFLINE=None, AKIRA_ARXIV_API_URL=server.url, AKIRA_ARXIV_INTERVAL=f"{interval}"
        )

    def __call__(self, line: str | Sequence[str], stdin: str = "") -> Screen:
        """The screen after `akira LINE`; a line is split as a shell does."""
        arguments = shlex.split(line) if isinstance(line, str) else line
        self._patch.setattr(sys, "stdin", io.StringIO(stdin))
        self._capsys.readouterr()
        code = run(arguments)
        return Screen(code, *self._capsys.readouterr())

    def done(self, line: str | Sequence[str], stdin: str = "") -> str:
        """What `akira LINE`, which must succeed, prints on stdout."""
        screen = self(line, stdin)
        assert screen.code == 0, screen
        return screen.stdout

    def draft(self, name: str = "issue-001") -> Path:
        """The file of a draft."""
        return self.folder / "drafts" / f"{name}.toml"

    def headline(self, entry_id: str) -> str:
        """The headline an entry of the open draft has."""
        shown = json.loads(self.done("draft show --json"))
        entries = [entry for section in shown["sections"] for entry in section["entries"]]
        return next(str(entry["headline"]) for entry in entries if entry["id"] == entry_id)

    def editor(self, program: str) -> None:
        """Make a Python program the editor: `path` is the file, `text` what is in it, and
        what the program leaves in `text` is saved."""
        script = self.folder.parent / f"{self.folder.name}-editor.py"
        script.write_text(
            "import pathlib, re, sys\n"
            "path = pathlib.Path(sys.argv[1])\n"
            "text = path.read_text()\n"
            f"{program}\n"
            "path.write_text(text)\n"
        )
        self.environ(EDITOR=f"{sys.executable} -S {script}")


def start(line: str, folder: Path) -> subprocess.Popen[str]:
    """Start `akira LINE` as a process of its own, its streams into pipes."""
    return subprocess.Popen(  # noqa: S603  # our own program
        [*PROGRAM, *shlex.split(line)],
        cwd=folder,
        env=_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell lets what it runs in the background ignore interrupts, and so would we.
        preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
    )


def finished(process: subprocess.Popen[str]) -> Screen:
    """The screen of a process that was started, once it has ended."""
    stdout, stderr = process.communicate(timeout=60)
    return Screen(process.returncode, stdout, stderr)


def on_terminal(line: str, folder: Path, typed: str = "") -> tuple[int, str]:
    """The exit code of `akira LINE` and all it wrote, on a terminal of COLUMNS columns."""
    terminal, other_end = pty.openpty()
    try:
        ioctl(other_end, TIOCSWINSZ, struct.pack("HHHH", 24, COLUMNS, 0, 0))
        process = subprocess.Popen(  # noqa: S603  # our own program
            [*PROGRAM, *shlex.split(line)],
            cwd=folder,
            env={**_environment(), "TERM": "xterm-256color"},
            stdin=other_end,
            stdout=other_end,
            stderr=other_end,
            start_new_session=True,
        )
    finally:
        os.close(other_end)
    os.write(terminal, typed.encode())
    with process, os.fdopen(terminal, "rb", buffering=0) as screen:
        written = bytearray()
        while chunk := _read(screen):
            written += chunk
    return process.returncode, written.decode().replace("\r\n", "\n")


def _read(terminal: io.FileIO) -> bytes:
    try:
        return terminal.read(65_536)
    except OSError:  # how Linux says that the other end is closed
        return b""


def _environment() -> dict[str, str]:
    return {**os.environ, "COLUMNS": str(COLUMNS)}


def without_colours(text: str) -> str:
    """A text as one reads it."""
    return _COLOUR.sub("", text)


def left_standing(text: str) -> str:
    """What is on a terminal in the end: without colours and the lines that were erased."""
    return without_colours(_ERASED.sub("", text))
