"""One line of JSON in, one out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import PurePath
from typing import Any, NamedTuple, TypeAlias

from akira_cli.core.errors import AkiraError
from akira_cli.core.items import Usage
from akira_cli.core.patterns import Pattern

LONGEST_LINE = 2_000_000
"""Bytes of a line that is read; what is longer is no abstract."""


_ACTING = Pattern("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class Answered(NamedTuple):
    """What a line became: its answer, what to say of it on the side, and what that took."""

    number: int
    text: str
    remarks: tuple[str, ...] = ()
    usage: Usage | None = None


class BadLine(NamedTuple):
    """A line that cannot be answered, and why."""

    number: int
    why: str


Line: TypeAlias = "Callable[[int, bytes], Answered | BadLine | None]"
"""Answers a line, by its number from 1; None for a blank one."""
MakeLine: TypeAlias = "Callable[[], Line]"
"""Makes what answers lines, in the process that will; it can be sent to another one."""


class WrongLine(Exception):
    """Why a line is not what was asked for."""


def surviving(answer: Line) -> Line:
    """The same, but a bug that one line meets is told of that line and does not stop the rest."""

    def answered(number: int, line: bytes) -> Answered | BadLine | None:
        try:
            return answer(number, line)
        except (AkiraError, OSError, MemoryError):
            raise  # it would be the same for every line
        except Exception as error:  # noqa: BLE001  # whatever else happens is a bug of ours
            return BadLine(number, f"this is a bug of akira's: {_where(error)}")

    return answered


def _where(error: Exception) -> str:
    """What went wrong and where, on one line, for a report of it."""
    from traceback import extract_tb

    last = extract_tb(error.__traceback__)[-1]
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return f"{told} ({PurePath(last.filename).name}, line {last.lineno})"


def object_in(line: bytes) -> dict[str, Any] | None:
    """The object of a line, None for a blank line; raises WrongLine.

    Its `id`, if it has one, is a text or a whole number.
    """
    if len(line) > LONGEST_LINE:
        raise WrongLine(f"it is longer than {LONGEST_LINE} bytes")
    try:
        text = line.decode("utf-8-sig").strip()
    except UnicodeDecodeError as error:
        raise WrongLine("it is not UTF-8") from error
    if not text:
        return None
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WrongLine(f"it is not JSON: {_told(error)}") from error
    if not isinstance(found, dict):
        raise WrongLine("it is no JSON object")
    if type(found.get("id")) not in (str, int, type(None)):
        raise WrongLine("'id' is neither a text nor a whole number")
    return found


def text_in(asked: dict[str, Any], key: str) -> str:
    """The text under a key; raises WrongLine."""
    text = asked.get(key)
    if not isinstance(text, str):
        raise WrongLine(f"'{key}' is missing" if text is None else f"'{key}' is not a text")
    return text


def as_line(facts: dict[str, object]) -> str:
    """The facts on one line; escaped where they hold halves of characters, which no UTF-8 has, or
    signs that would end the line or act on a terminal."""
    text = json.dumps(facts, ensure_ascii=False)
    text = _ACTING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(facts)
    return text


def _told(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower()} at column {error.colno}"
    nested = isinstance(error, RecursionError)
    return "it is nested too deeply" if nested else "it has a number of too many digits"
