"""What the processes of the tests answer lines with; it loads fast, as each of them loads it."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path
from time import sleep

from akira_cli.core.errors import ModelFailed
from akira_cli.workflows.json_lines import Answered, BadLine, Line


def echoing() -> Line:
    """Answers a line with itself; `bad` is a bad line, `bug` a mistake of ours, and
    `end` ends the process as a signal would."""
    return _echoed


def _echoed(number: int, line: bytes) -> Answered | BadLine | None:
    if line == b"bug\n":
        raise KeyError(number)
    if line == b"end\n":
        os._exit(9)
    if line == b"bad\n":
        return BadLine(number, "it is bad")
    return Answered(number, line.decode()) if line.strip() else None


def meeting(folder: Path) -> Line:
    """The same; but `wait` is answered only once another process has come to `come`."""
    return partial(_met, folder)


def _met(folder: Path, number: int, line: bytes) -> Answered | BadLine | None:
    if line == b"come\n":
        (folder / str(os.getpid())).touch()
    while line == b"wait\n" and not any(folder.iterdir()):
        sleep(0.01)
    return _echoed(number, line)


def stuck(folder: Path) -> Line:
    """The same; but `stay` is never answered, and tells in the folder that it is being asked."""
    return partial(_stuck, folder)


def _stuck(folder: Path, number: int, line: bytes) -> Answered | BadLine | None:
    while line == b"stay\n":
        (folder / str(os.getpid())).touch()
        sleep(0.05)
    return _echoed(number, line)


def unmakeable() -> Line:
    """Cannot be made."""
    raise ModelFailed("there is no such model")
