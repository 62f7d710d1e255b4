"""Two things in an order that a text turns round: `X instead of Y`, `from X to Y`, `X before Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.in_context import SHOWN, quoted
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

Relation = Literal["chosen", "change", "order", "cause"]

REACH = 6
"""How many words on either side of a relation belong to what it relates."""


MOST = 12
"""How many pairs of a sentence are looked at."""


class Pair(NamedTuple):
    """Two things in order: what is chosen and what is not, from what to what, what is first and
    what then, the cause and its effect. `start` and `end` are the places of the words."""

    relation: Relation
    first: frozenset[str]
    second: frozenset[str]
    start: int
    end: int


def pairs_in(tokens: Sequence[Token]) -> Iterator[Pair]:
    """The ordered pairs that a sentence tells, the first few: one with more is a list."""
    return islice(_pairs_in(tokens), MOST)


def _pairs_in(tokens: Sequence[Token]) -> Iterator[Pair]:
    for place, token in enumerate(tokens):
        for relation, words, is_second_first in _by_first_word().get(token.lower, ()):
            size = len(words)
            if _says(tokens, place, words) and not _joins(tokens, place + size):
                yield from _pair(tokens, place, place + size, relation, turned=is_second_first)
        if token.lower == "from":
            yield from _change(tokens, place)
        if token.lower in _OPENING and (not place or tokens[place - 1].text in ",;"):
            yield from _opened(tokens, place)


def turned_pairs(
    tokens: Sequence[Token], source: Sequence[tuple[Sequence[Token], Sequence[Pair]]]
) -> Iterator[Problem]:
    """The pairs of a sentence that a sentence of the source has in the other order.

    `source` has each sentence with its own pairs.
    """
    for mine in pairs_in(tokens):
        told = (
            (row, theirs)
            for row, pairs in source
            for theirs in pairs
            if mine.relation == theirs.relation and _is_turned(mine, theirs)
        )
        for row, theirs in islice(told, 1):
            start, end = tokens[mine.start].start, tokens[mine.end].end
            said = quoted(row, theirs.start - SHOWN, theirs.end + SHOWN + 1)
            yield Problem("direction-changed", "", start, end, f"the source says {said}")


def _is_turned(mine: Pair, theirs: Pair) -> bool:
    first, second = _apart(mine.first, mine.second)
    their_first, their_second = _apart(theirs.first, theirs.second)
    crossed = _common(first, their_second), _common(second, their_first)
    straight = _common(first, their_first) + _common(second, their_second)
    if mine.relation == "change" and not _is_most(crossed, (first, second)):
        return False
    return all(crossed) and sum(crossed) > straight + (mine.relation == "order")


def _is_most(common: tuple[int, int], words: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether half of the words, or more, are in common on either side."""
    return all(2 * one >= min(3, len(of)) for one, of in zip(common, words, strict=True))


def _apart(one: frozenset[str], other: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    return one - other, other - one


def _common(one: frozenset[str], other: frozenset[str]) -> int:
    rest = other - one
    return len(one & other) + sum(any(same_meaning(a, b) for b in rest) for a in one - other)


def _says(tokens: Sequence[Token], place: int, words: Sequence[str]) -> bool:
    said = tokens[place : place + len(words)]
    return len(said) == len(words) and all(
        token.lower == word for token, word in zip(said, words, strict=True)
    )


def _joins(tokens: Sequence[Token], place: int) -> bool:
    """Whether `and` follows: `before and after` puts nothing in order."""
    return place < len(tokens) and tokens[place].lower in ("and", "or")


def _pair(
    tokens: Sequence[Token], first: int, last: int, relation: Relation, *, turned: bool
) -> Iterator[Pair]:
    before = _words(tokens, range(first - 1, max(-1, first - 14), -1))
    after = _words(tokens, range(last, min(len(tokens), last + 14)))
    if relation == "chosen":
        before = before[: len(after) + 1]  # what is chosen is told about as shortly
    if before and after:
        one, other = frozenset(before), frozenset(after)
        ends = first, min(last, len(tokens) - 1)
        yield Pair(relation, *((other, one) if turned else (one, other)), *ends)


def _change(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`from X to Y`."""
    for at in range(place + 2, min(len(tokens), place + 9)):
        if tokens[at].text in ",;:()" or tokens[at].lower == "from":
            break
        if tokens[at].lower in ("to", "into", "toward", "towards"):
            first = _words(tokens, range(place + 1, at))
            second = _words(tokens, range(at + 1, min(len(tokens), at + 9)))
            if first and second:
                yield Pair("change", frozenset(first), frozenset(second[:4]), place, at)
            break


def _opened(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`Instead of X, Y` and `Rather than X, Y`: the second is chosen."""
    words = _OPENING[tokens[place].lower]
    size = len(words)
    if not _says(tokens, place, words):
        return
    for at in range(place + size, min(len(tokens), place + 16)):
        if tokens[at].text == ",":
            second = _words(tokens, range(place + size, at))
            first = _words(tokens, range(at + 1, min(len(tokens), at + 14)))
            if first and second:
                yield Pair("chosen", frozenset(first), frozenset(second), place, at)
            return


def _words(tokens: Sequence[Token], places: range) -> list[str]:
    """The nearest words that say something, up to the end of the clause."""
    found: list[str] = []
    for at in places:
        if tokens[at].text in ";:()" or tokens[at].lower in _ENDS or len(found) == REACH:
            break
        if tokens[at].text == "," and found:
            break
        if is_content(tokens[at]):
            found.append(tokens[at].stem)
    return found


_ENDS = word_set("while whereas although though but which because since")
_OPENING = {"instead": ("instead", "of"), "rather": ("rather", "than")}
Marker = tuple[Relation, tuple[str, ...], bool]
"""A relation, the words that tell it, and whether what follows them is the first of the two."""

_MARKERS: tuple[Marker, ...] = (
    ("chosen", ("rather", "than"), False),
    ("chosen", ("instead", "of"), False),
    ("chosen", ("in", "place", "of"), False),
    ("chosen", ("as", "opposed", "to"), False),
    ("order", ("before",), False),
    ("order", ("after",), True),
    ("order", ("followed", "by"), False),
    ("order", ("prior", "to"), False),
    ("order", ("then",), False),
    ("order", ("subsequently",), False),
    ("order", ("afterwards",), False),
    ("cause", ("leads", "to"), False),
    ("cause", ("lead", "to"), False),
    ("cause", ("leading", "to"), False),
    ("cause", ("results", "in"), False),
    ("cause", ("result", "in"), False),
    ("cause", ("resulting", "in"), False),
    ("cause", ("cause", "of"), False),
    ("cause", ("cause", "for"), False),
    ("cause", ("causes",), False),
    ("cause", ("caused", "by"), True),
    ("cause", ("because", "of"), True),
    ("cause", ("due", "to"), True),
    ("cause", ("stems", "from"), True),
    ("cause", ("results", "from"), True),
)


@cache
def _by_first_word() -> dict[str, list[Marker]]:
    table: dict[str, list[Marker]] = {}
    for marker in _MARKERS:
        table.setdefault(marker[1][0], []).append(marker)
    return table
