"""Files that are given on the command line: a page saved in the browser, a picture."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from akira_cli.core.errors import InvalidFile, UsageError

_MOST_BYTES = 40_000_000

SavedPage = Annotated[
    str | None,
    typer.Option(
        "--html", metavar="FILE", help="A page saved in your browser, read in place of REF's."
    ),
]


def saved_page(file: str | None, references: list[str]) -> bytes | None:
    """The bytes of the saved page, None when there is none; '-' reads stdin.

    Raises UsageError for several references, InvalidFile for a file that cannot be read.
    """
    if file is None:
        return None
    if len(references) != 1:
        raise UsageError("--html is one page, for one reference", "give them one at a time")
    page = given_bytes(file, "give the file that your browser saved the page in")
    if not page.strip():
        raise InvalidFile(f"'{file}' is empty", "save the page once more in your browser")
    return page


def given_bytes(file: str, hint: str) -> bytes:
    """The bytes of a file that was named, of stdin for '-'.

    Raises InvalidFile for one that is not there, is no plain file or is too long.
    """
    try:
        data = _at_most(file)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InvalidFile(f"cannot read '{file}': {reason}", hint) from error
    except ValueError as error:  # a name no system takes
        raise InvalidFile(f"cannot read '{file}': {error}", hint) from error
    if len(data) > _MOST_BYTES:
        raise InvalidFile(f"'{file}' has more than {_MOST_BYTES:,} bytes", hint)
    return data


def given_text(file: str, hint: str) -> str:
    """The words of a file that was named, of stdin for '-'; raises InvalidFile, as `given_bytes`,
    also for one without words."""
    data = given_bytes(file, hint)
    try:
        text = data.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise InvalidFile(f"'{file}' is not UTF-8", hint) from error
    if not text:
        raise InvalidFile(f"'{file}' is empty", hint)
    return text


def _at_most(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(_MOST_BYTES + 1)
    path = Path(file)
    if path.exists() and not path.is_file():  # a pipe would be waited for without end
        raise OSError("it is no plain file")
    with path.open("rb") as opened:
        return opened.read(_MOST_BYTES + 1)
