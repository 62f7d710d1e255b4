"""A small schema language for TOML: what may stand in a file, and where a fault is.

A schema is made of `Kind`, `Table`, `EachKey` and `ListOf`; `faults` walks it beside the
parsed file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from datetime import date, time
from typing import Any, NamedTuple

Place = tuple[str | int, ...]
"""A path into the parsed file: `("trailer", 0, "cards", 2, "url")`."""


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
    """A table of known keys. `required` must be there; `open` lets others be."""

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
            for key, item in value.items():
                yield from faults(item, node.node, (*place, key))
        case Table():
            yield from _faults_of_table(value, node, place)


def _faults_of_value(value: object, kind: Kind, place: Place) -> Iterator[Fault]:
    if type(value) not in kind.types:
        yield Fault(place, f"must be {kind.noun}, not {_name_of_type(value)}")
    elif not kind.holds(value):
        shown = repr(value) if isinstance(value, str) else f"'{value}'"
        if isinstance(value, bool):
            shown = shown.lower()
        yield Fault(place, f"must be {kind.rule}, not {shown}")


def _faults_of_table(value: dict[str, object], table: Table, place: Place) -> Iterator[Fault]:
    for key, item in value.items():
        if key in table.keys:
            yield from faults(item, table.keys[key], (*place, key))
        elif not table.open:
            from difflib import get_close_matches

            near = get_close_matches(key, table.keys, n=1)
            hint = f"did you mean '{near[0]}'?" if near else f"it may have: {', '.join(table.keys)}"
            yield Fault((*place, key), "is not a known key", hint)
    for key in table.required:
        if key not in value:
            yield Fault(place, f"needs '{key}'")


def name_of(place: Place, tables: Container[object] | None = None) -> str:
    """A place as the file writes it: `[arxiv] interval`, `[[trailer.cards]] url`.

    Of the file's first keys those in `tables` are tables, all when it is None.
    """
    if len(place) == 1 and tables is not None and place[0] not in tables:
        return str(place[0])
    in_table = place[:-1] if len(place) > 1 and isinstance(place[-1], str) else place
    names = ".".join(part for part in in_table if isinstance(part, str))
    table = f"[[{names}]]" if isinstance(in_table[-1], int) else f"[{names}]"
    if in_table == place:
        return table
    key = str(place[-1])
    return f"{table} {key if re.fullmatch(_BARE_KEY, key) else repr(key)}"
