"""Things of one kind that are taken for each other: a fault when the source has another.

In the tables of kinds each kind has a line, that goes on where the next is set in: its name, a
colon, and its members. Of a member all that is joined by `=` names it, and what stands after `/`
tells that it is spoken of; `_` parts words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_names import (
    kinds_of_learning,
    kinds_of_matters,
    kinds_of_measuring,
    kinds_of_tasks,
    kinds_of_work,
)
from akira_cli.core.evidence.of_names.acronyms import expansions
from akira_cli.core.evidence.tokens import Token, stem

_TABLES = kinds_of_learning, kinds_of_tasks, kinds_of_measuring, kinds_of_matters, kinds_of_work

ALONE, AROUND, BESIDE = 1.1, 2.0, inf
"""How much must agree around two of a kind: less of terms of the trade, which tell by themselves,
and where a word is everyday only what stands right beside it counts."""


class Thing(NamedTuple):
    """A thing by the words that name it: as they are written, and their stems."""

    written: tuple[str, ...]
    stems: tuple[str, ...]

    def stands_at(self, tokens: Sequence[Token], place: int) -> bool:
        """Whether the words from a place on name the thing, in the singular or the plural."""
        if tokens[place].stem != self.stems[0]:
            return False
        row = tokens[place : place + len(self.stems)]
        return len(row) == len(self.stems) and all(
            token.stem == one and _is_form(token.lower, word)
            for token, word, one in zip(row, self.written, self.stems, strict=True)
        )


class Kin(NamedTuple):
    """A thing, all that tells of it, and the other things of its kind.

    `apart` is how much must agree around two of a kind with no word beside them the same.
    """

    thing: Thing
    told_by: tuple[Thing, ...]
    rivals: tuple[Thing, ...]
    apart: float


class Spoken:
    """What a source speaks of, in any form: its words and their stems in a row."""

    def __init__(self, claims: Claims) -> None:
        rows = [reading.tokens for reading in claims.readings]
        self._rows = [[token.stem for token in row] for row in rows]
        self._words = " ".join(f" {' '.join(token.lower for token in row)} " for row in rows)
        self._stems = " ".join(f" {' '.join(token.stem for token in row)} " for row in rows)
        self._marked = " ".join(
            token.text for row in rows for token in row if token.text[1:] != token.text[1:].lower()
        )

    def has(self, thing: Thing) -> bool:
        """Whether the source has a thing, be it inside another word."""
        if len(thing.stems) > 1:
            return self._has_near(thing.stems)
        written, one = thing.written[0], thing.stems[0]
        if any(map(self._has_near, expansions().get(written, ()))):
            return True
        if f" {one} " in self._stems or f" {written} " in self._words:
            return True
        if len(written) >= _PREFIX and (
            f" {written}" in self._words or (len(one) >= _PREFIX and f" {one}" in self._stems)
        ):
            return True
        return self._is_in_name(written) or (len(written) >= _INSIDE and written in self._words)

    def _has_near(self, stems: Sequence[str]) -> bool:
        """Whether some words stand together in any order: `segmenting every instance`."""
        if any(f" {one} " not in self._stems for one in stems):
            return False
        wide = len(stems) + _BETWEEN
        return any(
            set(stems).issubset(row[place : place + wide])
            for row in self._rows
            for place in range(max(1, len(row) - wide + 1))
        )

    def _is_in_name(self, word: str) -> bool:
        """`GAN` in `StyleGAN`, `Graph` in `RotoGraph`."""
        inside = word.upper() if len(word) < _PREFIX else word.capitalize()
        return inside in self._marked or f"{word} " in f"{self._marked.lower()} "


_BETWEEN = 3
"""How many other words may stand between the words that name a thing."""

_PREFIX, _INSIDE = 4, 7
"""Letters from which on a word tells of its thing at the head of another, and inside it."""


@lru_cache(maxsize=8)
def spoken_of(claims: Claims) -> Spoken:
    """What a source speaks of, read once."""
    return Spoken(claims)


@cache
def kin_by_first() -> dict[str, tuple[Kin, ...]]:
    """For each stem, the things whose names begin with it."""
    table: dict[str, list[Kin]] = {}
    for members, apart in kinds():
        read = [_member(one) for one in members]
        for names, told_by in read:
            rivals = tuple(one for others, _ in read if others is not names for one in others)
            for thing in names:
                kin = Kin(thing, (*names, *told_by), rivals, apart)
                table.setdefault(thing.stems[0], []).append(kin)
    return {word: tuple(kin) for word, kin in table.items()}


def kinds() -> Iterator[tuple[list[str], float]]:
    """The kinds with their members as they are written, and how much must agree around two."""
    for table in _TABLES:
        levels = ((table.ALONE, ALONE), (table.AROUND, AROUND), (table.BESIDE, BESIDE))
        for written, apart in levels:
            for line in written.replace("\n  ", " ").strip().splitlines():
                yield line.partition(":")[2].split(), apart


def _member(written: str) -> tuple[tuple[Thing, ...], tuple[Thing, ...]]:
    """The names of a member of a kind, and what else tells of it."""
    names, *told_by = written.split("/")
    return tuple(map(_thing, names.split("="))), tuple(map(_thing, told_by))


def _thing(written: str) -> Thing:
    words = tuple(written.split("_"))
    return Thing(words, tuple(map(stem, words)))


_ENDINGS = {"e": ("e", "es", "ed", "ing"), "y": ("y", "ies", "ied", "ying")}
_SHORT = 4


def _is_form(lower: str, word: str) -> bool:
    """Whether a word is another but for an ending that leaves it of its kind: no `care` for `car`,
    no `enhance` for `enhancement`, no `applies` for `apple`."""
    if len(word) <= _SHORT:
        return lower in (word, word + "s")
    if word[-1] in _ENDINGS:
        return lower.startswith(word) or lower[len(word) - 1 :] in _ENDINGS[word[-1]]
    return lower.startswith(word)
