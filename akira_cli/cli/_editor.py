"""Hand a text to the curator's editor and use what comes back, losing nothing."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from akira_cli.cli._output import complain, note
from akira_cli.core.errors import AkiraError
from akira_cli.ports import OpenText, OpenTexts

_Result = TypeVar("_Result")


def edit_until_used(
    texts: OpenTexts, name: str, text: str, use: Callable[[str, str], _Result]
) -> _Result | None:
    """Open `text` in the editor and call `use(before, after)`; None when nothing changed.

    What `use` refuses stays in its file: on a terminal it can be opened again at once, else
    the error names the file, and the next edit takes it up.
    """
    opened = texts.open(name, text)
    if opened.resumed:
        note(f"taking up the edit left in {opened.path}")
    while True:
        _run_editor(opened)
        typed = texts.read(opened)
        if typed == opened.base:
            texts.close(opened)
            return None
        try:
            result = use(opened.base, typed)
        except AkiraError as error:
            if sys.stdin.isatty() and error.exit_code == 1:
                complain(error)
                if typer.confirm("Open it again?", default=True, err=True):
                    continue
            kept = f"what you typed is kept in {opened.path}; edit again to go on with it"
            error.hint = f"{error.hint}; {kept}" if error.hint else kept
            raise
        texts.close(opened)
        return result


def _run_editor(opened: OpenText) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    kept = f"the text is in {opened.path}"
    try:
        # The command is the curator's own setting, run as git runs it: split, not by a shell.
        ended = subprocess.run([*shlex.split(command), opened.path], check=False)  # noqa: S603
    except (OSError, ValueError) as error:
        raise AkiraError(f"cannot start the editor '{command}'", f"set $EDITOR; {kept}") from error
    if ended.returncode != 0:
        raise AkiraError(f"the editor '{command}' ended with {ended.returncode}", kept)
