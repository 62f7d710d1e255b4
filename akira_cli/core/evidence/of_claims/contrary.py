"""What a text says is high or low, where the source says the contrary of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.compared import has_sides
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention, Reading
from akira_cli.core.evidence.of_claims.scaled import Scaled, alike, scaled
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.synonyms import same_meaning
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

ENOUGH = 2.5
"""How much must agree around two words that say the contrary of the same thing."""

CLEARLY = 3.0
"""How much less must agree around a word that says the same, for it to be told of another thing."""


class _Beside(NamedTuple):
    """What a source says on the same scale or of the same things: 1 or -1 as that goes the same
    way, and how many of the things are the same."""

    other: Scaled
    sign: int
    things: float
    on_scale: bool


def contrary_problems(sentence: InContext) -> Iterator[Problem]:
    """The words of a sentence of which the source only says the contrary, of the same thing."""
    for mention, other in (*_on_scales(sentence), *_in_its_place(sentence)):
        token = mention.token
        why = f"the source says {sentence.shown(other.sentence, other.place)}"
        yield Problem("direction-changed", "", token.start, token.end, why)


def _on_scales(sentence: InContext) -> Iterator[tuple[Mention, Mention]]:
    tokens = sentence.reading.tokens
    mine = [one for one in scaled(sentence.reading) if not _is_aside(tokens, one.mention.place)]
    found = [
        (one, other)
        for one in mine
        if not any(_says_contrary(one, each) for each in mine)
        for other in _contrary(sentence, one)
    ]
    for one, other in found:
        twice = [each for each, another in found if another.sentence == other.sentence]
        if len(twice) == 1:  # what is turned round twice is as it was
            yield one.mention, other


def _is_aside(tokens: Sequence[Token], place: int) -> bool:
    """Whether something is told of others by the way (`beats models that need more labels`), of
    two at once (`both fast and slow`), or not of all (`improves, but not with longer texts`)."""
    earlier = [token.lower for token in tokens[max(0, place - _ASIDE) : place]]
    later = [token.lower for token in tokens[place:]]
    of_many = any(one in _WHICH and other in _MANY_DO for one, other in pairwise(earlier))
    return of_many or "both" in earlier[-2:] or ("but", "not") in pairwise(later)


_ASIDE = 6
_WHICH = word_set("which that who")
_MANY_DO = word_set("have need require use take rely depend")


def _contrary(sentence: InContext, one: Scaled) -> Iterator[Mention]:
    """The word that says the contrary of the same things, when none says the same."""
    beside = [each for other in sentence.source.scaled if (each := _beside(one, other))]
    told = [each.other.mention for each in beside if each.sign < 0 and _is_same(one, each)]
    best = sentence.best(one.mention, told)
    if best is None or best.agreement < ENOUGH or _is_name(best.mention):
        return
    same = [each.other.mention for each in beside if each.sign > 0 and _may_be_same(one, each)]
    for_it = sentence.best(one.mention, same)
    if for_it is not None and for_it.agreement > best.agreement - CLEARLY:
        return
    if not _exchanged(sentence, one.mention, best.mention):
        yield best.mention


def _is_name(mention: Mention) -> bool:
    """Whether a word is part of a name, as in `the Lower Bound`."""
    return bool(mention.place) and mention.token.text[0].isupper()


def _may_be_same(one: Scaled, beside: _Beside) -> bool:
    """Whether what goes the same way is told of the same: on the scale, or of a third of it."""
    return beside.on_scale or 3 * beside.things >= len(one.things)


def _is_same(one: Scaled, beside: _Beside) -> bool:
    """Whether the same things are told of: all, or half of them on the same scale."""
    if not one.things and one.mention.token.lower.endswith("ly"):
        return False
    if not one.things:
        return beside.on_scale and not one.about.isdisjoint(beside.other.about)
    share = beside.things / len(one.things)
    return share >= 1.0 or (share >= 0.5 and beside.on_scale)


def _exchanged(sentence: InContext, one: Mention, other: Mention) -> bool:
    """Whether what is compared stands on the other sides, or is told of by others."""
    there = sentence.source.readings[other.sentence].tokens
    if not (_compares(sentence.reading.tokens, one) or _compares(there, other)):
        return False
    straight, crossed = sentence.on_sides(one, other)
    return crossed >= straight


def _compares(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a word says of what stands before it that it is above what stands after."""
    following = tokens[mention.place + 1 : mention.place + 9]
    return has_sides(tokens, mention) or any(token.lower == "than" for token in following)


def _beside(one: Scaled, other: Scaled) -> _Beside | None:
    total = sum(sign * other.scales.get(name, 0) for name, sign in one.scales.items())
    on_scale = (total > 0) - (total < 0)
    of_things, things = alike(one.things, other.things)
    if on_scale * of_things < 0 or not (on_scale or of_things):
        return None
    return _Beside(other, on_scale or of_things, things * (of_things != 0), on_scale != 0)


def _says_contrary(one: Scaled, other: Scaled) -> bool:
    if any(sign * other.scales.get(name, 0) < 0 for name, sign in one.scales.items()):
        return True
    return alike(one.things, other.things)[0] < 0


def _in_its_place(sentence: InContext) -> Iterator[tuple[Mention, Mention]]:
    """The words in whose place, between the same two, the source has an opposite."""
    table = opposites()
    said = {token.stem for token in sentence.reading.tokens}
    for mention in sentence.reading.mentions:
        others = table.get(mention.token.stem, frozenset())
        if said.isdisjoint(others):
            for other in sorted(others):
                yield from (
                    (mention, one)
                    for one in sentence.source.by_stem.get(other, ())
                    if one.token.stem == other and _is_in_place(sentence, mention, one)
                )


def _is_in_place(sentence: InContext, mention: Mention, other: Mention) -> bool:
    if mention.polarity * other.polarity <= 0 or _is_name(other):
        return False
    if mention.token.stem in sentence.source.places[other.sentence]:
        return False
    mine = _neighbours(sentence.reading, mention.place)
    theirs = _neighbours(sentence.source.readings[other.sentence], other.place)
    return all(
        one is not None and another is not None and same_meaning(one, another)
        for one, another in zip(mine, theirs, strict=True)
    )


def _neighbours(reading: Reading, place: int) -> tuple[str | None, str | None]:
    """The nearest word before a place that says something, and the nearest after it."""
    before = range(place - 1, max(-1, place - _REACH), -1)
    after = range(place + 1, min(len(reading.tokens), place + _REACH))
    return _first(reading, before), _first(reading, after)


def _first(reading: Reading, places: range) -> str | None:
    return next((reading.tokens[at].stem for at in places if reading.content[at]), None)


_REACH = 5
"""How many words away a neighbour may be."""
