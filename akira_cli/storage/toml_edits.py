"""Changing keys inside one piece of TOML text, and no other character of it.

A value says by its type how it is written: Paragraphs as a multi-line string, InlineTable
on one line, another mapping as a sub-table with a header of its own. Comments inside a value
that is replaced, and those in and behind one that is dropped, stay as lines of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from akira_cli.storage.toml_blocks import (
    Item,
    KeyPath,
    Statement,
    comments_above,
    comments_below,
    comments_in,
    items,
    statements,
)
from akira_cli.storage.toml_inline import with_key, without_key

_UNSAFE_IN_PARAGRAPHS = re.compile(r'[\x00-\x08\x0b-\x1f\x7f\\]|"(?="")')


class Paragraphs(str):
    """Prose, written between lines of three quotes."""

    __slots__ = ()


class InlineTable(dict[str, object]):
    """A table written on one line. A person may keep keys of their own in it: it is there as
    long as anything is left in it."""


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
            lines.append(f"{_key(key)} = {render(value)}")
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
        if isinstance(was or value, InlineTable):
            piece = _rewrite_shared(piece, path, (was, value), order, newline)
        elif value is None:
            piece = _drop(piece, path, newline)
        elif isinstance(value, Mapping) and isinstance(was, Mapping):
            piece = _rewrite_table(piece, path, was, value, newline)
        elif isinstance(value, Mapping):
            piece = _with_table(piece, path, value, newline)
        else:
            piece = _put(piece, path, value, order, newline)
    return piece


def _rewrite_shared(
    piece: str, path: KeyPath, change: tuple[object, object], order: Sequence[str], newline: str
) -> str:
    """The piece with our own keys changed in a table that may hold a person's."""
    old, new = (each if isinstance(each, InlineTable) else InlineTable() for each in change)
    whole = _find(piece, path)
    short = whole is not None and piece[whole.value] != "{"
    if short or not any(_is_in(each, path) for each in statements(piece)):
        return _put(piece, path, new, order, newline) if new else _drop(piece, path, newline)
    piece = _rewrite_table(piece, path, old, new, newline)
    return piece if new or not _is_bare(piece, path) else _drop(piece, path, newline)


def _rewrite_table(
    piece: str, path: KeyPath, old: Mapping[str, object], new: Mapping[str, object], newline: str
) -> str:
    order = [*new, *(key for key in old if key not in new)]
    inline = _find(piece, path)
    if inline is None:
        return rewrite(piece, path, old, new, order, newline)
    table = piece[inline.value : inline.end]
    for key in order:
        if key not in new:
            table = without_key(table, key)
        elif new[key] != old.get(key):
            table = with_key(table, key, render(new[key]).replace("\n", newline))
    return _replaced(piece, inline, table, newline)


def _is_in(statement: Statement, path: KeyPath) -> bool:
    return statement.path[: len(path)] == path


def _is_bare(piece: str, path: KeyPath) -> bool:
    """Whether the table at `path` is there, with no key in it and no comment to it."""
    found = list(statements(piece))
    places = [place for place, each in enumerate(found) if _is_in(each, path)]
    if len(places) != 1 or found[places[0]].path != path:
        return False
    table, following = found[places[0]], found[places[0] + 1 :]
    if table.value is not None:
        return not items(piece[slice(*table.value)])
    above = piece[found[places[0] - 1].end : table.start]
    below = piece[table.end : following[0].start] if following else piece[table.end :]
    if following:
        below = below[: len(below) - comments_above(below)]
    header = piece[table.start : table.end]
    return not (comments_above(above) or "#" in header or comments_below(below))


def _find(piece: str, path: KeyPath) -> Item | None:
    """The pair that sets `path` itself."""
    return next(
        (
            Item(path, each.start, *each.value)
            for each in statements(piece)
            if each.path == path and each.value is not None
        ),
        None,
    )


def _replaced(piece: str, found: Item, written: str, newline: str) -> str:
    """The piece with another value in the place of one; its comments go above its line."""
    kept = comments_in(written)
    lost = [each for each in comments_in(piece[found.value : found.end]) if each not in kept]
    above = _as_lines(lost, piece[found.start :], newline)
    line = above + piece[found.start : found.value]
    return piece[: found.start] + line + written + piece[found.end :]


def _as_lines(comments: Sequence[str], line: str, newline: str) -> str:
    """The comments, each on a line of its own, indented as `line` is."""
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return "".join(f"{indent}{comment}{newline}" for comment in comments)


def _put(piece: str, path: KeyPath, value: object, order: Sequence[str], newline: str) -> str:
    written = render(value).replace("\n", newline)
    found = _find(piece, path)
    if found is not None:
        return _replaced(piece, found, written, newline)
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


def _drop(piece: str, path: KeyPath, newline: str) -> str:
    """The piece without what is set at `path` or below it."""
    cuts: list[tuple[int, int, str]] = []
    end, dropping = 0, False
    for statement in statements(piece):
        inside = _is_in(statement, path)
        if inside and dropping and statement.table[: len(path)] == path:
            cuts[-1] = (cuts[-1][0], statement.end, cuts[-1][2])
        elif inside and statement.value is None:
            cuts.append((_start_with_comments(piece, end, statement.start), statement.end, ""))
        elif inside and statement.value is not None:
            line, value = piece[statement.start :], piece[statement.value[0] : statement.end]
            kept = _as_lines(comments_in(value), line, newline)
            cuts.append((statement.start, statement.end, kept))
        end, dropping = statement.end, inside
    for start, stop, kept in reversed(cuts):
        piece = piece[:start] + kept + piece[stop:]
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
