"""What a source denies and a text says without a denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.denied_there import Denied
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.said_words import Said
from akira_cli.core.evidence.of_claims.undenied_features import undenied_features
from akira_cli.core.evidence.of_words.denying_words import base_denied_by
from akira_cli.core.evidence.of_words.polarity import AFFIRMED
from akira_cli.core.evidence.of_words.signs import more_or_less
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

MOST = 40
"""How many denials of a source are looked at for one sentence."""


class Undenied(NamedTuple):
    """A word at `place` that a text says, and where the source denies it: the word at `there` of
    a sentence."""

    place: int
    sentence: int
    there: int
    features: dict[str, float]


def undenied(sentence: InContext) -> Iterator[Undenied]:
    """The words that a sentence says without a denial and the source denies, each once."""
    best: dict[int, Undenied] = {}
    denials = list(_denials(sentence))
    if not denials:
        return
    said = Said(sentence)
    for number, one in denials:
        found = _against(said, number, one)
        if found:
            known = best.get(found.place)
            if not known or known.features["covered"] < found.features["covered"]:
                best[found.place] = found
    yield from best.values()


def _denials(sentence: InContext) -> Iterator[tuple[int, Denied]]:
    """What the source denies in so many words, with the number of the sentence."""
    left = MOST
    for number, row in enumerate(sentence.source.denying):
        tokens = sentence.source.readings[number].tokens
        for one in row:
            if left and _denies(tokens, one):
                left -= 1
                yield number, one


def _denies(tokens: Sequence[Token], one: Denied) -> bool:
    """Whether a word denies outright: not `with or without`, `not only` or `no more than`."""
    word = tokens[one.place].lower
    before = tokens[one.place - 1].lower if one.place else ""
    following = tokens[one.place + 1].lower if one.place + 1 < len(tokens) else ""
    if before in _EITHER or (word in ("not", "no") and following in _NOT_DENIED):
        return False
    return word in _OUTRIGHT or bool(base_denied_by(word))


_EITHER = word_set("or if why")
_NOT_DENIED = word_set("only just merely simply least all less fewer more doubt")
_OUTRIGHT = word_set(
    "not n't n’t never cannot no without neither nor none lack lacks lacked lacking absence unable "
    "inability fail fails failed failing free avoid avoids avoided avoiding eliminate eliminates "
    "eliminated eliminating remove removes removing bypass bypasses bypassing obviate obviates "
    "obviating circumvent circumvents circumventing sidestep sidesteps skip skips skipping discard "
    "discards discarding dispense dispenses dispensing forgo forgoes forgoing omit omits omitting "
    "ignore ignores ignored ignoring overlook overlooks overlooked overlooking neglect neglects "
    "neglected neglecting disregard disregards rid decouple decouples decoupling"
)


def _against(said: Said, number: int, one: Denied) -> Undenied | None:
    """Where the sentence says what a denial of the source is of, if it does."""
    told = [word for word in one.of if word not in _PASSED_OVER]
    if not told or told[0] in more_or_less():
        return None
    tokens = said.sentence.source.readings[number].tokens
    if _is_compound(tokens, one, told) and not said.has(told[1]):
        return None
    place = next((at for at in said.places(told[0]) if said.is_plain(at)), None)
    if place is None:
        return None
    if _is_both_told(said, number, one, told[0]):
        return None
    spots = said.sentence.source.places[number].get(told[0], ())
    there = next((at for at in spots if abs(at - one.place) < _FAR), one.place)
    features = undenied_features(said, place, number, one, told)
    return Undenied(place, number, there, features)


def _is_compound(tokens: Sequence[Token], one: Denied, told: Sequence[str]) -> bool:
    """Whether the first of the words denied only tells of which kind the second is."""
    if len(told) < 2 or tokens[one.place].lower not in _OF_THINGS:
        return False
    near = [token.stem for token in tokens[one.place + 1 : one.place + _FAR]]
    return any(near[at : at + 2] == list(told[:2]) for at in range(len(near)))


def _is_both_told(said: Said, number: int, one: Denied, word: str) -> bool:
    """Whether the same sentence tells of both, `with context` and `without context`, or denies
    twice: `does not work without context`."""
    source = said.sentence.source
    both = any(
        each.sentence == number
        and each.polarity == AFFIRMED
        and abs(each.place - one.place) > _FAR / 2
        for each in source.by_stem.get(word, ())
    )
    again = any(
        each.kind == "plain" and 0 < one.place - each.place < _FAR
        for each in source.denying[number]
    )
    without = source.readings[number].tokens[one.place].lower == "without"
    return without and (both or again)


_OF_THINGS = word_set("no without lack lacks lacked lacking absence")
_FAR = 10
_PASSED_OVER = frozenset(
    stem(word)
    for word in word_set(
        "need needs require requires necessitate rely depend use using utilize leverage involve "
        "access any having additional extra explicit further dependence dependency reliance "
        "requirement cost necessity demand employing introducing incurring sacrificing "
        "compromising losing degrading model method approach data result significant "
        "significantly necessarily merely simply only just yet fully always often existing prior "
        "previous"
    )
)
"""Stems between a denial and what it is of: in `without the need for labels`, labels."""
