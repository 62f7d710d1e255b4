"""The bytes of a TOML file as text, and the text as values, with errors that name the place."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from akira_cli.core.errors import InvalidFile

BOM = "\ufeff"
_SYNTAX_ERROR = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_HUGE_INTEGER = re.compile(r"[+-]?[0-9][0-9_]{4300,}")
_ON_ENCODING = "save the file with the encoding UTF-8"
_ON_SYNTAX = "https://toml.io shows how things are written"


def decoded(data: bytes, file: str, hint: str = _ON_ENCODING) -> str:
    """The text without a byte order mark. Raises InvalidFile when it is not UTF-8."""
    try:
        return data.decode().removeprefix(BOM)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InvalidFile(f"{file}:{line}: this is not UTF-8 text", hint) from None


def parsed(text: str, file: str, hint: str = _ON_SYNTAX) -> dict[str, Any]:
    """The values in the text. Raises InvalidFile: `file:line:column: not valid TOML: ...`."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        problem, line, column = _problem(str(error), text)
        message = f"{file}:{line}:{column}: not valid TOML: {problem[:1].lower()}{problem[1:]}"
        raise InvalidFile(message, hint) from None


def _problem(error: str, text: str) -> tuple[str, int, int]:
    """What tomllib says is wrong, and the line and column where, from 1."""
    found = _SYNTAX_ERROR.fullmatch(error)
    if found and found[2]:
        return found[1], int(found[2]), int(found[3])
    problem, before = found[1] if found else error, text
    if "integer string conversion" in error and (huge := _HUGE_INTEGER.search(text)):
        problem, before = f"an integer of {len(huge[0])} characters", text[: huge.start()]
    return problem, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
