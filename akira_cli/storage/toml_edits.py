"""Changing keys inside one piece of TOML text, and no other character of it.

A value says by its type how it is written: Paragraphs as a multi-line string, InlineTable
on one line, another mapping as a sub-table with a header of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence

from akira_cli.storage.toml_blocks import KeyPath, Statement, comments_above, statements

_UNSAFE_IN_PARAGRAPHS = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\\]|"(?="")')


class Paragraphs(str):
    """Prose, written between lines of three quotes."""

    __slots__ = ()


class InlineTable(dict[str, object]):
    """A table written on one line."""


def render(value: object) -> str:
    """The value as TOML, with LF for newlines."""
    import tomli_w

    if isinstance(value, Paragraphs):
        body = _UNSAFE_IN_PARAGRAPHS.sub(_escaped, value)
        return f'"""\n{body}\n"""'
    if isinstance(value, Mapping):
        items = ", ".join(f"{_key(key)} = {render(item)}" for key, item in value.items())
        return f"{{ {items} }}" if items else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(render, value))}]"
    return tomli_w.dumps({"_": value}).removeprefix("_ = ").removesuffix("\n")


def render_table(header: str, name: str, values: Mapping[str, object], newline: str) -> str:
    """A whole table, its sub-tables after it; `header` is the line it starts with, or empty."""
    lines = [header] if header else []
    tables = []
    for key, value in values.items():
        if isinstance(value, Mapping) and not isinstance(value, InlineTable):
            tables.append(render_table(f"[{name}.{key}]", f"{name}.{key}", value, newline))
        else:
            lines.append(f"{key} = {render(value)}")
    own = "".join(f"{line}\n" for line in lines).replace("\n", newline)
    return newline.join([own, *tables])


def rewrite(
    piece: str,
    base: KeyPath,
    old: Mapping[str, object],
    new: Mapping[str, object],
    order: Sequence[str],
    newline: str,
) -> str:
    """The piece with the keys that differ between `old` and `new` set, added or dropped.

    `base` is the path of the piece's own table, () for the head. A key that is added goes
    behind the nearest key before it in `order`.
    """
    for key in order:
        was, value = old.get(key), new.get(key)
        if value == was:
            continue
        path = (*base, key)
        if value is None:
            piece = _drop(piece, path)
        elif isinstance(value, Mapping) and isinstance(was, Mapping):
            piece = _rewrite_table(piece, path, was, value, newline)
        elif isinstance(value, Mapping) and not isinstance(value, InlineTable):
            piece = _with_table(piece, path, value, newline)
        else:
            piece = _put(piece, path, value, order, newline)
    return piece


def _rewrite_table(
    piece: str, path: KeyPath, old: Mapping[str, object], new: Mapping[str, object], newline: str
) -> str:
    inline = _find(piece, path)
    if inline is None:
        order = [*new, *(key for key in old if key not in new)]
        return rewrite(piece, path, old, new, order, newline)
    start, end = inline
    kept = tomllib.loads(f"_ = {piece[start:end]}")["_"]
    kept = {key: item for key, item in kept.items() if key in new or key not in old}
    values = {**kept, **new}
    return piece[:start] + render(values).replace("\n", newline) + piece[end:]


def _find(piece: str, path: KeyPath) -> tuple[int, int] | None:
    """The span of the value that is set at `path` itself."""
    return next((each.value for each in statements(piece) if each.path == path), None)


def _put(piece: str, path: KeyPath, value: object, order: Sequence[str], newline: str) -> str:
    written = render(value).replace("\n", newline)
    span = _find(piece, path)
    if span is not None:
        return piece[: span[0]] + written + piece[span[1] :]
    anchor = _anchor(piece, path, order)
    if anchor is None:
        return _with_table(piece, path[:-1], {path[-1]: value}, newline)
    line = piece[anchor.start : anchor.end]
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    key = ".".join(path[len(anchor.table) :])
    before = ended(piece[: anchor.end], newline)
    return f"{before}{indent}{key} = {written}{newline}{piece[anchor.end :]}"


def _anchor(piece: str, path: KeyPath, order: Sequence[str]) -> Statement | None:
    """The statement a new key goes behind, None when its table is not there yet."""
    base, key = path[:-1], path[-1]
    near = [
        each
        for each in statements(piece)
        if each.path[: len(base)] == base and each.table == base[: len(each.table)]
    ]
    by_key = {each.path[len(base)]: each for each in near if len(each.path) > len(base)}
    earlier = (by_key[name] for name in reversed(order[: order.index(key)]) if name in by_key)
    return next(earlier, near[-1] if near else None)


def _with_table(piece: str, path: KeyPath, values: Mapping[str, object], newline: str) -> str:
    name = ".".join(path)
    return newline.join([ended(piece, newline), render_table(f"[{name}]", name, values, newline)])


def _drop(piece: str, path: KeyPath) -> str:
    """The piece without what is set at `path` or below it."""
    spans: list[tuple[int, int]] = []
    end, dropping = 0, False
    for statement in statements(piece):
        inside = statement.path[: len(path)] == path
        if inside and dropping and statement.table[: len(path)] == path:
            spans[-1] = (spans[-1][0], statement.end)
        elif inside:
            start = statement.start
            if statement.value is None:
                start = _start_with_comments(piece, end, start)
            spans.append((start, statement.end))
        end, dropping = statement.end, inside
    for start, stop in reversed(spans):
        piece = piece[:start] + piece[stop:]
    return piece


def _start_with_comments(piece: str, end: int, header: int) -> int:
    """Where a table starts with the comments above it and the blank lines above those.

    `end` is where the statement before it ends.
    """
    before = piece[end : header - comments_above(piece[end:header])]
    kept = len(before.rstrip())
    return end + (before.index("\n", kept) + 1 if kept else 0)


def ended(text: str, newline: str) -> str:
    """The text with its last line ended."""
    return text if not text or text.endswith("\n") else text + newline


def _key(key: str) -> str:
    import tomli_w

    return tomli_w.dumps({key: 0}).removesuffix(" = 0\n")


def _escaped(unsafe: re.Match[str]) -> str:
    char = unsafe[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04x}"
