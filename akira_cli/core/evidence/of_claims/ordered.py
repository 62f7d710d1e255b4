"""Two things in an order that a text turns round: `X instead of Y`, `from X to Y`, `X before Y`."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import chain, islice

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.in_context import SHOWN, quoted
from akira_cli.core.evidence.of_claims.pairings import pairings
from akira_cli.core.evidence.of_claims.related_sides import Pair
from akira_cli.core.evidence.of_claims.relations import relations
from akira_cli.core.evidence.of_claims.sequences import next_step, sequences
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

MOST = 24
"""How many pairs of a sentence are looked at: one with more is a list."""

SYNONYM, GENERAL = 0.5, 0.5
"""What a word of the same meaning counts, and one that most papers have."""

ONE_SIDED = 0.5
"""What words count that only one side has in common with the same side of the source."""

Row = tuple[Sequence[Token], Sequence[Pair]]
"""A sentence of a source with its pairs."""


def pairs_in(tokens: Sequence[Token]) -> Iterator[Pair]:
    """The ordered pairs that a sentence tells, the first few."""
    return islice(chain(pairings(tokens), sequences(tokens), relations(tokens)), MOST)


def ordered_rows(
    rows: Sequence[Sequence[Token]], background: Container[int] = frozenset()
) -> list[Row]:
    """The sentences of a source with things in an order, and these.

    `background` are those that tell of others, who choose otherwise.
    """
    found: list[Row] = []
    earlier: Sequence[Token] = ()
    for number, row in enumerate(rows):
        pairs = [*pairs_in(row), *next_step(row, earlier)]
        if number in background:
            pairs = [one for one in pairs if one.relation != "chosen"]
        if pairs:
            found.append((row, pairs))
        earlier = row
    return found


def turned_pairs(tokens: Sequence[Token], source: Callable[[], Sequence[Row]]) -> Iterator[Problem]:
    """The pairs of a sentence that a sentence of the source has in the other order, if none has
    them in this one.

    `source` gives each sentence with its own pairs.
    """
    for mine in pairs_in(tokens):
        against = _against(mine, source())
        if against is not None:
            row, theirs = against
            start, end = tokens[mine.start].start, tokens[mine.end].end
            said = quoted(row, theirs.start - SHOWN, theirs.end + SHOWN + 1)
            yield Problem("direction-changed", "", start, end, f"the source says {said}")


def _against(mine: Pair, source: Sequence[Row]) -> tuple[Sequence[Token], Pair] | None:
    """Where the source has a pair the other way round, when it never has it this way."""
    found: tuple[Sequence[Token], Pair] | None = None
    for row, pairs in source:
        for theirs in pairs:
            sign = _sign(mine, theirs) if mine.relation == theirs.relation else 0
            if sign > 0:
                return None
            if sign < 0:
                found = found or (row, theirs)
    return found


def _sign(mine: Pair, theirs: Pair) -> int:
    """1 when two pairs are in one order, -1 when one is turned, 0 when they tell of others."""
    first, second = mine.first - mine.second, mine.second - mine.first
    their_first, their_second = theirs.first - theirs.second, theirs.second - theirs.first
    crossed = _common(first, their_second), _common(second, their_first)
    straight = _common(first, their_first), _common(second, their_second)
    least, enough, more = _NEEDED.get(mine.relation, _USUALLY)
    agreed = sum(straight) * (1.0 if min(straight) > 0 else ONE_SIDED)
    if min(crossed) >= least and sum(crossed) >= enough and sum(crossed) > agreed + more:
        return -1
    return int(min(straight) > 0 and agreed >= sum(crossed))


_USUALLY = 0.5, 2.0, 0.4
_NEEDED = {
    "chosen": (0.5, 1.5, 0.4),
    "serves": (1.0, 2.0, 0.4),
    "order": (1.0, 2.0, 0.9),
}
"""How much either side must have in common with the other of the source, how much both together,
and how much more than with the same."""


def _common(one: frozenset[str], other: frozenset[str]) -> float:
    """About how many words two sides have in common."""
    total = sum(GENERAL if word in _GENERAL else 1.0 for word in one & other)
    rest = other - one
    for word in one - other - _GENERAL if rest else ():
        total += SYNONYM * any(same_meaning(word, another) for another in rest)
    return total


_GENERAL = frozenset(
    stem(word)
    for word in word_set(
        "model method data approach system framework task performance training use learning "
        "network algorithm point percent up one result time state art existing prior "
        "previous proposed baseline competitive neural representation technique"
    )
)
