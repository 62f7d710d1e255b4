"""Who a text says is better, against what the source says of the same two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.parties import Party, alike
from akira_cli.core.evidence.of_claims.verdicts import ANY, Verdict

ENOUGH, SURE = 3, 4
"""How surely the two sides together must be the same; to say that the work is not better than told,
surely."""


def outdone_problems(sentence: InContext) -> Iterator[Problem]:
    """The words that say the wrong one of two is better."""
    for verdict, told in _overturned(sentence):
        token = sentence.reading.tokens[verdict.place]
        why = f"the source says {sentence.shown(told.sentence, told.place)}"
        yield Problem("direction-changed", "", token.start, token.end, why)


def _overturned(sentence: InContext) -> Iterator[tuple[Verdict, Verdict]]:
    """The verdicts of a sentence that the source gives the other way round, and only so."""
    source = sentence.source
    for mine in sentence.verdicts:
        if _is_told(mine):
            other = _against(mine, source.verdicts)
            if other is not None:
                yield mine, other


def upheld(sentence: InContext) -> frozenset[int]:
    """Where the words begin that say who is better just as the source does."""
    told = sentence.source.verdicts
    return frozenset(
        sentence.reading.tokens[mine.place].start
        for mine in sentence.verdicts
        if any(_sign(mine, one) > 0 for one in told)
    )


def _is_told(verdict: Verdict) -> bool:
    """Whether a verdict says of something known that it is better or worse than another."""
    kinds = {verdict.winner.kind, verdict.loser.kind}
    return kinds != {"untold"} and kinds not in ({"own"}, {"others"}, {"untold", "described"})


def _against(mine: Verdict, told: Sequence[Verdict]) -> Verdict | None:
    found: Verdict | None = None
    for one in told:
        sign = _sign(mine, one)
        if sign > 0:
            return None
        if sign < 0:
            found = found or one
    return found


def _sign(mine: Verdict, one: Verdict) -> int:
    """1 when a verdict of the source supports one of a text, -1 when it is against it."""
    straight = _fit(mine.winner, one.winner, mine.loser, one.loser)
    crossed = _fit(mine.winner, one.loser, mine.loser, one.winner)
    if one.denied:
        return int(max(straight, crossed) >= ENOUGH)
    if mine.denied:
        straight, crossed = crossed, straight
    if straight >= ENOUGH and straight >= crossed:
        return 1
    if crossed >= _needed(mine) and crossed > straight and _is_of_same(mine, one):
        return -1
    return 0


def _is_of_same(mine: Verdict, one: Verdict) -> bool:
    """Whether two verdicts are about the same: `faster` and `2x over it` may be."""
    return mine.dimension == one.dimension or one.dimension == ANY


def _needed(mine: Verdict) -> int:
    """How surely the sides must be the same: what speaks for the work is seldom wrong."""
    worse = mine.winner if mine.denied else mine.loser
    return ENOUGH if worse.kind == "own" else SURE


def _fit(one: Party, theirs: Party, other: Party, their_other: Party) -> int:
    first, second = alike(one, theirs), alike(other, their_other)
    return first + second if first and second else 0
