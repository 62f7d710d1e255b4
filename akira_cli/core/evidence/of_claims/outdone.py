"""Works and models said to be outdone by those that the source says they outdo."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.claims import MOST
from akira_cli.core.evidence.of_claims.compared import dimension
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention, names_among
from akira_cli.core.evidence.tokens import Token

Names = frozenset[str]


def outdone_problems(sentence: InContext) -> Iterator[Problem]:
    """The words that say the wrong one is better, of two names or of the work and the others."""
    compared = (one for one in sentence.reading.mentions if (one.better or one.more) and one.turned)
    for mention in islice(compared, MOST):
        other = _of_names(sentence, mention) or _of_others(sentence, mention)
        if other is not None:
            token = mention.token
            why = f"the source says {sentence.shown(other.sentence, other.place)}"
            yield Problem("direction-changed", "", token.start, token.end, why)


def _of_names(sentence: InContext, mention: Mention) -> Mention | None:
    """Where the source compares the same two names, and never with the same outcome."""
    if not (mention.left and mention.right):
        return None
    against: Mention | None = None
    for one in sentence.source.directed:
        sign = _agreement(mention, one) * (dimension(mention) == dimension(one))
        if sign:
            theirs = _left(sentence.source.readings[one.sentence].tokens, one)
            sign *= _orientation((mention.left, mention.right), (theirs, one.right))
        if sign > 0:
            return None
        if sign < 0:
            against = against or one
    return against


def _left(tokens: Sequence[Token], mention: Mention) -> frozenset[str]:
    """The names before a comparison: in its clause, or else in the sentence."""
    return mention.left or names_among(tokens, range(mention.place))


def _agreement(mention: Mention, other: Mention) -> int:
    """1 when two words go the same way, -1 when they do not, of the same thing or of worth."""
    if mention.better and other.better:
        return mention.better * mention.turned * other.better * other.turned
    if mention.more and other.more and mention.noun == other.noun:
        return mention.more * mention.turned * other.more * other.turned
    return 0


def _orientation(mine: tuple[Names, Names], theirs: tuple[Names, Names]) -> int:
    """1 when the same names stand on the same sides, -1 when they are exchanged, else 0."""
    straight = not (mine[0].isdisjoint(theirs[0]) or mine[1].isdisjoint(theirs[1]))
    crossed = not (mine[0].isdisjoint(theirs[1]) or mine[1].isdisjoint(theirs[0]))
    return int(straight) - int(crossed)


def _of_others(sentence: InContext, mention: Mention) -> Mention | None:
    """Where the source says that the work is better than others, if it only says that."""
    standings = sentence.source.standings
    if -1 in standings or 1 not in standings or sentence.standing(mention) >= 0:
        return None
    told = (one for row in sentence.source.readings for one in row.mentions if one.better)
    return next(one for one in told if sentence.source.standing(one) > 0)
