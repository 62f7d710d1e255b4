"""Regular expressions that are compiled when they are first used: to start must cost nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cached_property

Found = re.Match[str] | None


class Pattern:
    """A regular expression with the methods of `re.Pattern`, compiled at the first call of one.

    Each method is looked up once, so that a pattern costs no more to use than a compiled one.
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.pattern, self._flags)

    @cached_property
    def search(self) -> Callable[..., Found]:
        """As `re.Pattern.search`."""
        return self.compiled.search

    @cached_property
    def match(self) -> Callable[..., Found]:
        """As `re.Pattern.match`."""
        return self.compiled.match

    @cached_property
    def fullmatch(self) -> Callable[..., Found]:
        """As `re.Pattern.fullmatch`."""
        return self.compiled.fullmatch

    @cached_property
    def finditer(self) -> Callable[..., Iterator[re.Match[str]]]:
        """As `re.Pattern.finditer`."""
        return self.compiled.finditer

    @cached_property
    def findall(self) -> Callable[..., list[str]]:
        """As `re.Pattern.findall`, of a pattern with no more than one group."""
        return self.compiled.findall

    @cached_property
    def split(self) -> Callable[..., list[str]]:
        """As `re.Pattern.split`, of a pattern of which each group always matches."""
        return self.compiled.split

    @cached_property
    def sub(self) -> Callable[..., str]:
        """As `re.Pattern.sub`."""
        return self.compiled.sub
