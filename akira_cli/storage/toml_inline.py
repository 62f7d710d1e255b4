"""Changing one key of a table written on one line, and no other character of it."""

from __future__ import annotations

from akira_cli.storage.toml_blocks import Item, items


def with_key(table: str, key: str, value: str) -> str:
    """The table with the key set to a value, which is TOML; a new key goes to the end."""
    pairs = items(table)
    place = _place(pairs, key)
    if place is not None:
        return table[: pairs[place].value] + value + table[pairs[place].end :]
    if not pairs:
        return f"{{ {key} = {value} }}"
    return f"{table[: pairs[-1].end]}, {key} = {value}{table[pairs[-1].end :]}"


def without_key(table: str, key: str) -> str:
    """The table without the key and its comma."""
    pairs = items(table)
    place = _place(pairs, key)
    if place is None:
        return table
    if len(pairs) == 1:
        return "{}"
    if place + 1 < len(pairs):
        return table[: pairs[place].start] + table[pairs[place + 1].start :]
    return table[: pairs[place - 1].end] + table[pairs[place].end :]


def _place(pairs: list[Item], key: str) -> int | None:
    return next((place for place, pair in enumerate(pairs) if pair.path == (key,)), None)
