"""Regular expressions that are compiled when they are first used: to start must cost nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property


class Pattern:
    """A regular expression, with the ways to use one that the checks need."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self._pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self._pattern, self._flags)

    def finditer(self, text: str, *places: int) -> Iterator[re.Match[str]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer(text, *places)

    def findall(self, text: str) -> list[str]:
        """As `re.Pattern.findall`, of a pattern with no more than one group."""
        return self.compiled.findall(text)

    def search(self, text: str, *places: int) -> re.Match[str] | None:
        """As `re.Pattern.search`."""
        return self.compiled.search(text, *places)

    def match(self, text: str, *places: int) -> re.Match[str] | None:
        """As `re.Pattern.match`."""
        return self.compiled.match(text, *places)

    def fullmatch(self, text: str, *places: int) -> re.Match[str] | None:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch(text, *places)
