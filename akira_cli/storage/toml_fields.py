"""Reading a parsed TOML table key by key, with errors that name file, line and key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple, TypeVar

from akira_cli.core.errors import InvalidFile
from akira_cli.storage.toml_schema import UNKNOWN_KEY, slip_hint, written_key

T = TypeVar("T")

_LIMIT = 2**63
"""What TOML promises of integers; more digits than Python prints would be an error anywhere."""
_KINDS: dict[type, str] = {
    str: "a string",
    bool: "true or false",
    int: "an integer",
    float: "a decimal number",
    datetime: "a date with a time",
    date: "a date",
    time: "a time",
    list: "an array",
    dict: "a table",
}


class Fields(NamedTuple):
    """A table of the file `file`, whose whole text is `text`; `path` leads to the table."""

    file: str
    text: str
    values: Mapping[str, object]
    path: tuple[str | int, ...] = ()

    def error(self, key: str, problem: str, hint: str = "") -> InvalidFile:
        """An InvalidFile about one key: `drafts/issue-034.toml:17: headline must be ...`."""
        return InvalidFile(f"{self.file}:{self.line(key)}: {self._name(key)} {problem}", hint)

    def line(self, key: str) -> int:
        """The line the key stands on, or that of its table when the key is missing."""
        from akira_cli.storage.toml_blocks import line_of

        return line_of(self.text, (*self.path, key))

    def refuse_slips(self, keys: Sequence[str], tables: Sequence[str] = ()) -> None:
        """Raise InvalidFile for a key that is nearly a known one which is not there.

        All others are a person's own. What may be a table is first taken for one of `tables`.
        """
        known = (*keys, *tables)
        for key, value in self.values.items():
            if key in known:
                continue
            likely = tables if isinstance(value, dict | list) else keys
            hint = slip_hint(key, self.values, likely) or slip_hint(key, self.values, known)
            if hint:
                raise self.error(key, UNKNOWN_KEY, hint)

    def get(self, key: str, kind: type[T]) -> T | None:
        """The value, None when the key is missing.

        Raises InvalidFile for another type and for an integer past what TOML has.
        """
        value = self.values.get(key)
        if value is None:
            return None
        # exact: true is no integer and a date with a time is no date
        if type(value) is not kind:
            raise self.error(key, f"must be {_KINDS[kind]}, not {_KINDS[type(value)]}")
        if isinstance(value, int) and not -_LIMIT <= value < _LIMIT:
            raise self.error(key, f"must be below {_LIMIT}")
        return value

    def text_of(self, key: str) -> str:
        """The string, empty when the key is missing."""
        return self.get(key, str) or ""

    def required(self, key: str, example: str) -> str:
        """The string. Raises InvalidFile when the key is missing."""
        value = self.get(key, str)
        if value is None:
            raise self.error(key, "is missing", f"add a line such as: {key} = {example}")
        return value

    def integer(self, key: str, least: int) -> int | None:
        """The integer, None when the key is missing. Raises InvalidFile below `least`."""
        value = self.get(key, int)
        if value is not None and value < least:
            raise self.error(key, f"must be {least} or more, not {value}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """The array of strings, empty when the key is missing."""
        texts: list[str] = []
        for item in self.get(key, list) or []:
            if not isinstance(item, str):
                problem = f"must be an array of strings; one of them is {_KINDS[type(item)]}"
                raise self.error(key, problem)
            texts.append(item)
        return tuple(texts)

    def table(self, key: str) -> Fields | None:
        """The sub-table, None when the key is missing."""
        values = self.get(key, dict)
        return None if values is None else Fields(self.file, self.text, values, (*self.path, key))

    def tables(self, key: str) -> list[Fields]:
        """The array of tables, empty when the key is missing."""
        tables: list[Fields] = []
        for number, item in enumerate(self.get(key, list) or []):
            if not isinstance(item, dict):
                raise self.error(key, f"must be tables, written as [[{key}]]")
            tables.append(Fields(self.file, self.text, item, (*self.path, key, number)))
        return tables

    def _name(self, key: str) -> str:
        inside = self.path[2:] if len(self.path) > 1 else self.path
        return ".".join(written_key(part) for part in (*inside, key))
