"""Two opposites that a text both tells, each of what the source tells of the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.of_words.signs import better_or_worse
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set


class Bound(NamedTuple):
    """A word of which the sentence has an opposite, too, and the words it is told with."""

    stem: str
    place: int
    others: frozenset[str]


Opposed = tuple[Bound, Bound]

MOST = 20
"""How many pairs of opposites of a sentence are looked at: one with more is no claim."""


def exchanged_opposites(
    tokens: Sequence[Token], source: Sequence[tuple[Sequence[Token], Sequence[Opposed]]]
) -> Iterator[Problem]:
    """The opposites of a sentence that a sentence of the source binds to the other's words.

    `source` has each sentence with its own pairs of opposites.
    """
    for one, other in opposed(tokens):
        theirs = next(
            (
                (row, mine[1])
                for row, pairs in source
                for pair in pairs
                for mine in (pair, pair[::-1])
                if _alike(one.stem, mine[0].stem)
                and _alike(other.stem, mine[1].stem)
                and _is_crossed((one, other), mine)
            ),
            None,
        )
        if theirs is not None:
            token = tokens[one.place]
            why = f"the source tells that of '{theirs[0][theirs[1].place].text}'"
            yield Problem("direction-changed", "", token.start, token.end, why)


def opposed(tokens: Sequence[Token]) -> list[Opposed]:
    """The pairs of opposites in a sentence, the first one first."""
    return list(islice(_opposed(tokens), MOST))


def _opposed(tokens: Sequence[Token]) -> Iterator[Opposed]:
    table = opposites()
    said = [
        (place, part)
        for part in _parts(tokens)
        for place in part
        if tokens[place].stem in table and is_content(tokens[place])
    ]
    for number, (place, part) in enumerate(said):
        for at, other in said[number + 1 :]:
            if part is not other and tokens[at].stem in table[tokens[place].stem]:
                yield _bound(tokens, place, part), _bound(tokens, at, other)


def _bound(tokens: Sequence[Token], place: int, part: range) -> Bound:
    others = frozenset(tokens[at].stem for at in part if at != place and is_content(tokens[at]))
    return Bound(tokens[place].stem, place, others)


def _is_crossed(mine: tuple[Bound, Bound], theirs: tuple[Bound, Bound]) -> bool:
    one, other = mine[0].others - mine[1].others, mine[1].others - mine[0].others
    first, second = theirs[0].others - theirs[1].others, theirs[1].others - theirs[0].others
    straight = _common(one, first) + _common(other, second)
    crossed = _common(one, second), _common(other, first)
    return all(crossed) and sum(crossed) > straight


def _common(one: frozenset[str], other: frozenset[str]) -> int:
    return sum(any(_alike(mine, theirs) for theirs in other) for mine in one)


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> bool:
    """Whether two words are the same, mean the same, or both say that something is good or bad."""
    if one == other or not groups_of(one).isdisjoint(groups_of(other)):
        return True
    signs = better_or_worse()
    return signs.get(one, 0) * signs.get(other, 0) > 0


def _parts(tokens: Sequence[Token]) -> Iterator[range]:
    start = 0
    for place, token in enumerate(tokens):
        if token.lower in _DIVIDING:
            yield range(start, place)
            start = place + 1
    yield range(start, len(tokens))


_DIVIDING = word_set(", ; : ( ) while whereas but and or although though yet than rather instead")
