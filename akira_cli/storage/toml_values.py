"""TOML tables as values that do not change, and values as tables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def with_tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table with a tuple in the place of each list."""
    return {key: tuple(v) if isinstance(v, list) else v for key, v in table.items()}


def present(**values: object) -> dict[str, object]:
    """The keys that have a value; None is none."""
    return {key: value for key, value in values.items() if value is not None}
