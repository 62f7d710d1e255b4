"""A small schema language for TOML: what may stand in a file, and where a fault is.

A schema is made of `Kind`, `Table`, `EachKey` and `ListOf`; `faults` walks it beside the
parsed file, `invalid` makes an error of a fault.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Iterator, Mapping
from datetime import date, time
from typing import Any, NamedTuple

from akira_cli.core.errors import InvalidFile
from akira_cli.core.nearest import ALMOST_THE_SAME, nearest_hint
from akira_cli.storage.shortened import quoted, shortened

Place = tuple[str | int, ...]
"""A path into the parsed file: `("trailer", 0, "cards", 2, "url")`."""
UNKNOWN_KEY = "is not a known key"
CONTROLS = r"\x00-\x1f\x7f-\x9f"
"""Control characters, for a set of a regular expression."""


class Kind(NamedTuple):
    """A kind of value. `noun` is its type and `rule` all that it must be, both after `must be`."""

    types: tuple[type, ...]
    noun: str
    rule: str
    holds: Callable[[Any], bool] = lambda _: True

    def accepts(self, value: object) -> bool:
        """Whether the value is of one of the types and keeps the rule."""
        return type(value) in self.types and self.holds(value)


class Table(NamedTuple):
    """A table of known keys. `required` must be there; `open` lets others be, but slips of the
    pen."""

    keys: Mapping[str, Node]
    required: tuple[str, ...] = ()
    open: bool = False


class EachKey(NamedTuple):
    """A table with keys of the curator's choosing, all alike."""

    node: Node


class ListOf(NamedTuple):
    """A list of tables, `[[name]]`."""

    table: Table


class Either(NamedTuple):
    """A value that may be written in two ways; `is_first` says which one is meant."""

    is_first: Callable[[Any], bool]
    first: Node
    second: Node


Node = Kind | Table | EachKey | ListOf | Either


class Fault(NamedTuple):
    """Something wrong at a place, in words, with a hint."""

    place: Place
    what: str
    hint: str = ""


_BARE_KEY = r"[A-Za-z0-9_-]+"
_TYPE_NAMES: tuple[tuple[type | tuple[type, ...], str], ...] = (  # a bool is an int, too
    (bool, "a boolean"),
    (int, "a whole number"),
    (float, "a decimal number"),
    (str, "a string"),
    (list, "a list"),
    (dict, "a table"),
    ((date, time), "a date or time"),
)


def _name_of_type(value: object) -> str:
    return next(name for types, name in _TYPE_NAMES if isinstance(value, types))


def faults(value: object, node: Node, place: Place = ()) -> Iterator[Fault]:
    """Everything in `value` that `node` does not allow, in the order of the file."""
    match node:
        case Kind():
            yield from _faults_of_value(value, node, place)
        case Either():
            meant = node.first if node.is_first(value) else node.second
            yield from faults(value, meant, place)
        case ListOf():
            if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
                names = ".".join(part for part in place if isinstance(part, str))
                yield Fault(place, f"must be written as [[{names}]] tables")
                return
            for index, item in enumerate(value):
                yield from faults(item, node.table, (*place, index))
        case _ if not isinstance(value, dict):
            yield Fault(place, f"must be a table, not {_name_of_type(value)}")
        case EachKey():
            yield from _faults_of_each(value, node.node, place)
        case Table():
            yield from _faults_of_table(value, node, place)


def _faults_of_value(value: object, kind: Kind, place: Place) -> Iterator[Fault]:
    if type(value) not in kind.types:
        yield Fault(place, f"must be {kind.noun}, not {_name_of_type(value)}")
    elif not kind.holds(value):
        yield Fault(place, f"must be {kind.rule}, not {quoted(value)}")


def _faults_of_each(value: dict[str, object], node: Node, place: Place) -> Iterator[Fault]:
    for key, item in value.items():
        if re.search(f"[{CONTROLS}]", key):
            yield Fault((*place, key), "must have a name without control characters")
        yield from faults(item, node, (*place, key))


def _faults_of_table(value: dict[str, object], table: Table, place: Place) -> Iterator[Fault]:
    for key, item in value.items():
        if key in table.keys:
            yield from faults(item, table.keys[key], (*place, key))
        elif not table.open:
            hint = nearest_hint(key, table.keys) or f"it may have: {', '.join(table.keys)}"
            yield Fault((*place, key), UNKNOWN_KEY, hint)
        elif hint := slip_hint(key, value, table.keys):
            yield Fault((*place, key), UNKNOWN_KEY, hint)
    for key in table.required:
        if key not in value:
            yield Fault(place, f"needs '{key}'")


def slip_hint(key: str, table: Container[str], known: Collection[str]) -> str:
    """What to say of an unknown key that is nearly a known one the table does not have.

    Empty for a key that is likely a person's own.
    """
    absent = [name for name in known if name not in table]
    hint = nearest_hint(key, absent, closeness=ALMOST_THE_SAME)
    return hint and f"{hint} a key of your own needs another name"


def invalid(
    file: str, text: str, fault: Fault, tables: Container[object] | None = None
) -> InvalidFile:
    """A fault in a file as an error that names its line; `tables` as in `name_of`."""
    from akira_cli.storage.toml_blocks import line_of

    line, name = line_of(text, fault.place), name_of(fault.place, tables)
    return InvalidFile(f"{file}:{line}: {name} {fault.what}", fault.hint)


def name_of(place: Place, tables: Container[object] | None = None) -> str:
    """A place as the file writes it: `[arxiv] interval`, `[[trailer.cards]] url`.

    Of the file's first keys those in `tables` are tables, all when it is None.
    """
    if len(place) == 1 and tables is not None and place[0] not in tables:
        return written_key(place[0])
    in_table = place[:-1] if len(place) > 1 and isinstance(place[-1], str) else place
    names = ".".join(written_key(part) for part in in_table if isinstance(part, str))
    table = f"[[{names}]]" if isinstance(in_table[-1], int) else f"[{names}]"
    if in_table == place:
        return table
    return f"{table} {written_key(place[-1])}"


def written_key(part: str | int) -> str:
    """A key as the file writes it, shortened."""
    key = shortened(str(part))
    return key if re.fullmatch(rf"{_BARE_KEY}…?", key) else repr(key)
