"""Where things stand in a TOML text: its statements, and its blocks with their comments.

The text must have been accepted by tomllib first; this only finds places in it. Syntax:
https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

KeyPath = tuple[str, ...]
Place = tuple[str | int, ...]

_STRING = (
    r'(?:"""(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}'
    r"|'''(?:[^']++|'{1,2}(?!'))*+'{3,5}"
    r'|"(?:[^"\\\n]++|\\.)*+"'
    r"|'[^'\n]*+')"
)
_KEY = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]++|\\.)*+"|'[^'\n]*+')"""
_PATH = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_LINE = re.compile(
    r"[ \t]*(?:(?P<empty>\r?(?:#[^\n]*)?(?:\n|\Z))"
    rf"|(?P<brackets>\[\[?)[ \t]*(?P<header>{_PATH})[ \t]*\]"
    rf"|(?P<key>{_PATH})[ \t]*=[ \t]*)"
)
_FLAT = rf"""(?:\[(?:{_STRING}|[^]["'{{}}#])*+\]|\{{(?:{_STRING}|[^]["'{{}}#])*+\}})"""
_RUN_OF_KEYS = re.compile(
    rf"""(?:[ \t]*+{_PATH}[ \t]*+=[ \t]*+(?:{_STRING}|{_FLAT}|[^]["'{{}}#\n][^#\n]*+)"""
    r"[ \t\r]*+(?:#[^\n]*+)?(?:\n|\Z))++",
    re.DOTALL,
)
_WHOLE_STRING = re.compile(_STRING, re.DOTALL)
_SCALAR = re.compile(r"[^]#,}\r\n]*[^]#,}\r\n \t]")
_TOKEN = re.compile(rf"{_STRING}|#[^\n]*|[\[\]{{}}]", re.DOTALL)
_ITEM = re.compile(rf"[\s,]*(?P<key>{_PATH})[ \t]*=[ \t]*")
_LINES = re.compile(r"[^\n]*\n|[^\n]+\Z")


@dataclass(frozen=True, slots=True)
class Statement:
    """A table header or a `key = value`, as offsets into the text.

    `start` is where its first line starts, `end` just past its last line. `value` is the
    span of the value, None for a header. `table` is the header it stands under, `path`
    the whole path of what it sets. `opens_element` says that it is a `[[header]]`.
    """

    start: int
    end: int
    table: KeyPath
    path: KeyPath
    value: tuple[int, int] | None = None
    opens_element: bool = False


class Item(NamedTuple):
    """A `key = value`, as offsets: of the key or its line, and of the value's two ends."""

    path: KeyPath
    start: int
    value: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the text.

    `kind` is `head` (the top-level keys), `gap` (blank lines and comments that belong to
    nobody), the name of an element (`entries`), `stray` (a sub-table parted from its
    element) or `other`.
    """

    kind: str
    text: str


def statements(text: str, *, runs: bool = False) -> Iterator[Statement]:
    """The headers and keys of the text, in order.

    With `runs`, which is much faster, plain keys that follow each other come as one
    statement that has the path of their table.
    """
    position = 0
    table: KeyPath = ()
    while position < len(text):
        line = _LINE.match(text, position)
        if line is None:
            raise ValueError(f"no TOML statement at offset {position}")
        start, position, value = position, line.end(), None
        if line["empty"] is not None:
            continue
        if line["header"] is not None:
            path = table = _path(line["header"])
        elif runs and (run := _RUN_OF_KEYS.match(text, start)) is not None:
            path, value, position = table, run.span(), run.end() - 1
        else:
            path = table + _path(line["key"])
            value = (position, _value_end(text, position))
            position = value[1]
        position = _past_line(text, position)
        yield Statement(start, position, table, path, value, line["brackets"] == "[[")


def split(text: str, elements: Sequence[str]) -> list[Piece]:
    """The text in pieces that add up to it: the head, then a piece for each header.

    A piece of one of the `elements` (arrays of tables) includes its sub-tables. Comment
    lines directly above a header, or else directly below a piece, belong to it.
    """
    pieces: list[Piece] = []
    kind, start, end = "head", 0, 0
    for statement in statements(text, runs=True):
        next_kind = _kind_after(kind, statement, elements)
        if next_kind is not None:
            above = comments_above(text[end : statement.start])
            below = comments_below(text[end : statement.start - above])
            pieces.append(Piece(kind, text[start : end + below]))
            pieces.append(Piece("gap", text[end + below : statement.start - above]))
            kind, start = next_kind, statement.start - above
        end = statement.end
    end += comments_below(text[end:])
    pieces += [Piece(kind, text[start:end]), Piece("gap", text[end:])]
    return [piece for piece in pieces if piece.text or piece.kind == "head"]


def comments_above(text: str) -> int:
    """The length of the comment lines that end the text."""
    length = 0
    for line in reversed(_LINES.findall(text)):
        if not line.lstrip().startswith("#"):
            break
        length += len(line)
    return length


def comments_below(text: str) -> int:
    """The length of the comment lines that start the text."""
    length = 0
    for line in _LINES.findall(text):
        if not line.lstrip().startswith("#"):
            break
        length += len(line)
    return length


def comments_in(value: str) -> list[str]:
    """The comments inside a value and behind it."""
    return [token.rstrip("\r") for token in _TOKEN.findall(value) if token.startswith("#")]


def items(inline_table: str) -> list[Item]:
    """The pairs of a table that is written as `{ ... }`."""
    found: list[Item] = []
    position = 1
    while (key := _ITEM.match(inline_table, position)) is not None:
        position = _value_end(inline_table, key.end())
        found.append(Item(_path(key["key"]), key.start("key"), key.end(), position))
    return found


def line_of(text: str, path: Sequence[str | int]) -> int:
    """The line, from 1, of the statement that sets `path` or what is nearest around it.

    An element of an array of tables is named by its number: `("entries", 2, "paper")`,
    `("trailer", 0, "cards", 1, "url")`.
    """
    numbers: dict[Place, int] = {}
    nearest, start = 0, 0
    for statement in statements(text):
        place = _place(statement, numbers)
        common = min(len(place), len(path))
        if common > nearest and place[:common] == tuple(path[:common]):
            nearest, start = common, statement.start
    return text.count("\n", 0, start) + 1


def _place(statement: Statement, numbers: dict[Place, int]) -> Place:
    """The path of a statement with, behind each array of tables, the number of its element.

    `numbers` has that of the last element of each array, and is kept up to date.
    """
    place: Place = ()
    for depth, part in enumerate(statement.path, start=1):
        place = (*place, part)
        if statement.opens_element and depth == len(statement.path):
            numbers[place] = numbers.get(place, -1) + 1
        if place in numbers:
            place = (*place, numbers[place])
    return place


def _kind_after(kind: str, statement: Statement, elements: Sequence[str]) -> str | None:
    """The kind of the piece a statement opens, None when it goes on with the one before."""
    if statement.value is not None:
        return None
    top = statement.path[0]
    if top not in elements:
        return "other"
    if len(statement.path) == 1:
        return top
    return None if kind == top else "stray"


def _past_line(text: str, position: int) -> int:
    newline = text.find("\n", position)
    return len(text) if newline < 0 else newline + 1


def _value_end(text: str, start: int) -> int:
    if (string := _WHOLE_STRING.match(text, start)) is not None:
        return string.end()
    if text[start] not in "[{":
        scalar = _SCALAR.match(text, start)
        return start if scalar is None else scalar.end()
    depth = 0
    for token in _TOKEN.finditer(text, start):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(token[0], 0)
        if depth == 0:
            return token.end()
    raise ValueError(f"the value at offset {start} does not end")


@lru_cache(maxsize=256)
def _path(raw: str) -> KeyPath:
    if '"' not in raw and "'" not in raw:
        return tuple(part.strip() for part in raw.split("."))
    parts: list[str] = []
    value: object = tomllib.loads(f"{raw} = 0")
    while isinstance(value, dict):
        ((part, value),) = value.items()
        parts.append(part)
    return tuple(parts)
