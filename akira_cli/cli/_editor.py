"""Hand a text to the curator's editor and use what comes back, losing nothing."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Callable
from typing import TypeVar

import typer

from akira_cli.cli._output import note, visible
from akira_cli.core.errors import AkiraError, DraftConflict
from akira_cli.core.line_breaks import on_one_line
from akira_cli.ports import OpenText, OpenTexts

_Result = TypeVar("_Result")


def edit_until_used(
    texts: OpenTexts, name: str, text: str, use: Callable[[str, str], _Result]
) -> _Result | None:
    """Open `text` in the editor and call `use(before, after)`; None when nothing changed.

    What `use` refuses stays in its file: on a terminal it can be opened again at once, else
    the error names the file, and the next edit takes it up.
    """
    with texts.open(name, text) as opened:
        if opened.resumed:
            note(f"taking up the edit left in {opened.path}")
        try:
            return _edited(texts, opened, use)
        except AkiraError as error:
            _keep_what_was_typed(texts, opened, error)
            raise


def _edited(
    texts: OpenTexts, opened: OpenText, use: Callable[[str, str], _Result]
) -> _Result | None:
    while True:
        _run_editor(opened.path)
        typed = texts.read(opened)
        if typed == opened.base:
            texts.close(opened)
            return None
        try:
            result = use(opened.base, typed)
        except AkiraError as error:
            if not _wants_another_try(error):
                raise
        else:
            texts.close(opened)
            return result


def _wants_another_try(error: AkiraError) -> bool:
    if error.exit_code != AkiraError.exit_code or not sys.stdin.isatty():
        return False
    question = f"{visible(on_one_line(error.message))}\nOpen it again?"
    return typer.confirm(question, default=True, err=True)


def _keep_what_was_typed(texts: OpenTexts, opened: OpenText, error: AkiraError) -> None:
    """Say where the text is; one that nobody has touched need not be kept.

    One in conflict with the draft is set aside: taken up again, it would only conflict again.
    """
    if texts.read(opened) == opened.base:
        texts.close(opened)
        return
    if isinstance(error, DraftConflict):
        kept = f"what you typed is kept in {texts.set_aside(opened)}"
    else:
        kept = f"what you typed is kept in {opened.path}; edit again to go on with it"
    error.hint = f"{error.hint}; {kept}" if error.hint else kept


def _run_editor(path: str) -> None:
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command and not sys.stdin.isatty():
        raise AkiraError("no editor is set, and this is not a terminal", "set $EDITOR")
    command = command or "vi"
    try:
        # The command is the curator's own setting, run as git runs it: split, not by a shell.
        ended = subprocess.run([*shlex.split(command), path], check=False)  # noqa: S603  # see above
    except (OSError, ValueError) as error:
        raise AkiraError(f"cannot start the editor '{command}'", "set $EDITOR") from error
    if ended.returncode != 0:
        raise AkiraError(f"the editor '{command}' ended with {ended.returncode}")
