"""What a sentence says of who is better: the winner and the loser of each comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.beating import TRIGGERS
from akira_cli.core.evidence.of_claims.compared_sides import Contest, first_side
from akira_cli.core.evidence.of_claims.comparing import GOOD
from akira_cli.core.evidence.of_claims.contests import contests
from akira_cli.core.evidence.of_claims.mentions import Mention, Reading
from akira_cli.core.evidence.of_claims.parties import UNTOLD, Party, apart, party, subject
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

ANY = "any"
"""The dimension of `2x over X`."""


class Verdict(NamedTuple):
    """Who is said to be better and who worse; `place` is the word that says so.

    `denied` when it is said that the winner is not the better one.
    """

    winner: Party
    loser: Party
    denied: bool
    dimension: str
    sentence: int
    place: int


_NOT = word_set("not n't never cannot neither nor hardly barely fail fails failed failing unable")
_NO_DENIAL = word_set("only just merely")
_STILL = word_set("still remain remains remained stay stays retain retains keep keeps hold holds")
_ASKED = word_set("whether if")
_TIME = word_set("faster slower quicker speed latency time runtime seconds minutes hours fps")
_COST = word_set(
    "cheaper costlier cost costs parameters memory compute computation flops overhead storage "
    "tokens energy resources expensive data"
)


def verdicts(reading: Reading, own: frozenset[str]) -> Iterator[Verdict]:
    """The verdicts of a sentence of a text; `own` are stems of the names of the work."""
    for one, still in _verdicts(reading, own, 0):
        if still and one.loser == UNTOLD:
            yield one._replace(loser=Party("own", frozenset()))
        elif one.winner.kind == "described" and _is_participle(reading.tokens, one.place):
            yield one._replace(winner=UNTOLD)
        else:
            yield one


def _is_participle(tokens: Sequence[Token], place: int) -> bool:
    """Whether a clause is added whose subject may be any: `..., beating X`."""
    earlier = [token.lower for token in tokens[max(0, place - 3) : place]]
    return tokens[place].lower.endswith("ing") and "," in earlier


def told_verdicts(reading: Reading, own: frozenset[str], number: int) -> Iterator[Verdict]:
    """The verdicts of a sentence of the source, the one with this number."""
    tokens = reading.tokens
    for one, _ in _verdicts(reading, own, number):
        yield _without_pronoun(tokens, one)
    for place, token in enumerate(tokens):
        if token.lower in _PRAISING or _reaches_the_state_of_the_art(tokens, place):
            winner = party(tokens, range(max(0, place - _SUBJECT), place), own)
            if winner.kind == "own":
                yield Verdict(
                    winner, UNTOLD, denied=False, dimension="", sentence=number, place=place
                )


def _without_pronoun(tokens: Sequence[Token], one: Verdict) -> Verdict:
    """A source does not call its own work `it` after a comparison: `and even outperforms it`."""
    following = [token.lower for token in tokens[one.place + 1 : one.place + 4]]
    if one.loser.kind == "own" and not {"it", "them"}.isdisjoint(following):
        return one._replace(loser=UNTOLD)
    return one


_PRAISING = word_set("superior superiority best outstanding")
_SUBJECT = 12
"""How many words before praise may say who is praised."""


def _reaches_the_state_of_the_art(tokens: Sequence[Token], place: int) -> bool:
    """Whether `state-of-the-art results` are told of, not methods."""
    is_art = tokens[place].lower == "art" and place > 2 and tokens[place - 3].lower == "state"
    if not is_art and tokens[place].lower != "sota":
        return False
    following = {token.lower for token in tokens[place + 1 : place + 4]}
    earlier = {token.lower for token in tokens[max(0, place - 7) : place]}
    return not _REACHING.isdisjoint(earlier) and not _RESULTS.isdisjoint(following)


_REACHING = word_set(
    "achieve achieves achieving achieved reach reaches reaching set sets setting establish "
    "establishes establishing obtain obtains obtaining attain attains deliver delivers new yields "
    "yielding demonstrates demonstrate shows"
)
_RESULTS = word_set(
    "performance results result accuracy on in across for among quality scores for with"
)


def _verdicts(reading: Reading, own: frozenset[str], number: int) -> Iterator[tuple[Verdict, bool]]:
    """The verdicts of a sentence, and whether they say that something is `still` so."""
    tokens = reading.tokens
    mentions = {one.place: one for one in reading.mentions}
    for contest in contests(reading):
        if is_asked(tokens, contest.verb):
            continue
        before = contest.first
        if before is None:
            before = first_side(tokens, contest.verb, contest.place)
        first = subject(tokens, before, own)
        second = party(tokens, contest.second, own)
        first, second = apart(first, second)
        mention = mentions.get(contest.place)
        denied = _is_denied(tokens, contest)
        sign = contest.sign * (-1 if denied and _is_turned(mention) else 1)
        sides = (first, second) if sign > 0 else (second, first)
        told = _dimension(tokens, contest, mention)
        group = {token.lower for token in tokens[contest.verb : contest.place]}
        verdict = Verdict(*sides, denied, told, number, contest.place)
        yield verdict, not _STILL.isdisjoint(group)


def _is_turned(mention: Mention | None) -> bool:
    """Whether the sign of a word that compares has its denial in it already."""
    return mention is not None and mention.turned < 0 and mention.token.lower not in TRIGGERS


def is_asked(tokens: Sequence[Token], verb: int) -> bool:
    """Whether what a verb says is only asked: `whether it beats X`."""
    return any(token.lower in _ASKED for token in tokens[max(0, verb - 8) : verb])


def _is_denied(tokens: Sequence[Token], contest: Contest) -> bool:
    group = [token.lower for token in tokens[max(0, contest.verb - 2) : contest.place]]
    partly = any(one == "not" and next_one in _NO_DENIAL for one, next_one in pairwise(group))
    return not (partly or _NOT.isdisjoint(group)) or group[-1:] == ["no"]


def _dimension(tokens: Sequence[Token], contest: Contest, mention: Mention | None) -> str:
    """In what one is better when it is said: time, cost, or a thing of which there is more."""
    word = tokens[contest.place].lower
    if word in ("x", "×", "times") or not word.isalpha():
        return ANY
    if word in TRIGGERS:
        return ""
    if contest.place + 1 < len(tokens) and tokens[contest.place + 1].lower in GOOD:
        return ""
    if mention is not None and mention.more and not mention.better:
        return f"more {mention.noun}"
    near = {token.lower for token in tokens[contest.place : contest.place + 5]}
    if not near.isdisjoint(_TIME):
        return "time"
    return "cost" if not near.isdisjoint(_COST) else ""
