"""What a sentence says is high or low: on which scales, and of what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.mentions import Mention, Reading
from akira_cli.core.evidence.of_words.number_words import SMALL
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.of_words.polarity import DENIED
from akira_cli.core.evidence.of_words.scales import (
    degrees,
    is_scale_name,
    says_its_own,
    scale_names,
    scale_words,
    telling,
    valences,
)
from akira_cli.core.evidence.of_words.signs import PASSIVE_FLIPS, welcome_or_not
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

MOST = 16
"""How many words of a sentence that say high or low are looked at."""

_OBJECTS = 4
"""How many words are looked at for what there is more or less of."""

Signs = Mapping[str, int]


class Scaled(NamedTuple):
    """A word that says that something is high or low, with 1 or -1 for each scale, and for each
    thing that there is more or less of.

    `about` are the words near by, but for those.
    """

    mention: Mention
    scales: Signs
    things: Signs
    about: frozenset[str]


def scaled(reading: Reading) -> list[Scaled]:
    """What a sentence says is high or low, in order."""
    return list(islice(_scaled(reading), MOST))


def _scaled(reading: Reading) -> Iterator[Scaled]:
    governed: set[int] = set()
    words = telling()
    for mention in reading.mentions:
        token = mention.token
        if token.stem not in words or mention.place in governed:
            continue  # `saves much time` says that it is little that is needed
        if not says_its_own(token.lower) or _is_name(token):
            continue
        turned = mention.turned or _is_in_condition(reading, mention.place)
        if turned < 0 and token.lower in _NOMINAL:
            continue  # `no expansion` denies that, and says nothing of how much
        if not turned or _says_nothing(reading.tokens, mention.place):
            continue
        degree, valence = degrees().get(token.stem, 0), valences().get(token.stem, 0)
        own = () if is_scale_name(token.lower) else scale_words().get(token.stem, ())
        if not (own or degree or valence):
            continue
        sign = turned * (-1 if _is_made_less(reading.tokens, mention.place) else 1)
        things: dict[str, int] = {}
        objects = _objects(reading, mention.place) if degree or valence else []
        governed.update(objects)
        scales = {} if objects else {name: sign * way for name, way in own}
        for at in objects:
            _add(reading.tokens[at].stem, sign * degree, sign * valence, scales, things)
        if scales or things:
            about = _about(reading, mention.place, {mention.place, *objects})
            yield Scaled(mention, scales, things, about)


def _add(
    word: str, degree: int, valence: int, scales: dict[str, int], things: dict[str, int]
) -> None:
    sign = degree or valence * welcome_or_not().get(word, 1)
    for name, way in scale_names().get(word, ()):
        worth = welcome_or_not().get(word, 0)
        scales[name] = degree * way if degree else valence * (worth or way) * way
    if word not in _AMOUNTS:
        things[word] = sign


_AMOUNTS = frozenset(
    map(stem, word_set("number amount level degree quantity count set one ones other others"))
)
"""Words that name nothing of their own: it is what they are of that there is more or less of."""


def _is_in_condition(reading: Reading, place: int) -> int:
    """1 when a word tells on what condition something is said, and nothing is denied."""
    if DENIED in reading.denied:
        return 0
    before = reading.tokens[max(0, place - 8) : place]
    return int(any(token.lower in _CONDITIONS for token in before))


_CONDITIONS = word_set("when if where whenever once")


def _says_nothing(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is part of an idiom or of a name: `fine-tuned`, `less than half`."""
    word = tokens[place].lower
    following = tokens[place + 1 : place + 3]
    if following and following[0].joined:
        return word not in _COMPOUNDING or following[0].lower in _IN_NAMES
    if tokens[place].joined and word not in _COMPOUNDED:
        return True
    if word in _COUNTING and len(following) > 1 and following[0].lower == "than":
        return following[1].lower[0].isdigit() or following[1].lower in _COUNTED
    if _is_among_opposites(tokens, place):
        return True
    if any(token.lower in _WEIGHED for token in tokens[place + 1 : place + 4]):
        return True  # a better balance of costs and gains says nothing of either
    if following and following[0].lower in _KINDS:
        return True  # a large language model is one of a kind
    previous = tokens[place - 1].lower if place else ""
    if word == "most" and previous != "the":
        return True  # most methods are many of them
    if previous == "how" or (previous == "or" and word == "more"):
        return True
    if word.endswith(("ion", "ions", "ment", "ments")) and word not in _NOMINAL:
        return True
    return previous == "at" and word in ("least", "most", "best", "first", "last")


def _is_among_opposites(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word is told together with its opposite: `from coarse to fine`, `hard or easy`."""
    for joint, other in ((place + 1, place + 2), (place - 1, place - 2)):
        if not 0 <= other < len(tokens) or tokens[joint].lower not in _JOINTS:
            continue
        if tokens[other].stem in opposites().get(tokens[place].stem, ()):
            return True
    return False


_JOINTS = word_set("and or to nor versus vs")
_COMPOUNDING = word_set(
    "high higher highest low lower lowest long longer short shorter large larger small smaller "
    "wide fast slow coarse deep shallow strong weak hard easy less more least most poor rich"
)
_IN_NAMES = word_set("scale level tuned tuning of rank language source world art term range tail")
_COMPOUNDED = word_set("efficient intensive consuming heavy rich poor dependent independent")
_KINDS = word_set("language learning neural network networks")
_COUNTING = word_set("less more fewer greater smaller larger longer shorter faster higher lower")
_COUNTED = SMALL.keys() | word_set("a an half one two twice double")


def _is_name(token: Token) -> bool:
    return token.text[1:] != token.text[1:].lower()


def _is_made_less(tokens: Sequence[Token], place: int) -> bool:
    """Whether `less` stands before a word, or after a verb: `less hard`, `leans less on`."""
    before = [token.lower for token in tokens[max(0, place - 2) : place]]
    if before[-1:] == ["less"] or (before[-1:] == ["least"] and before[0] != "at"):
        return True
    if before[:1] == ["less"] and before[-1].endswith("ly"):
        return True
    after = [token.lower for token in tokens[place + 1 : place + 3]]
    if after[:1] and after[0] in _ENDS:
        return False
    return "less" in after and tokens[place].lower not in ("more", "less")


_BEING = word_set("is are was were be been being gets get got getting")
_COPULAS = word_set(
    "get gets got become becomes became grow grows turn turns remain remains stay stays appear "
    "appears seem seems make makes made show shows come comes go goes"
)
_STOPS = word_set(
    ", ; : ( ) but while whereas although though than and or which that who when where because "
    "since if as with by for on at from over under without via through across during after before "
    "is are was were be been has have had can could will would may might to not "
    "among between up down per"
)
_THROUGH = word_set("in of the a an its their our this these both all")
_CHANGES = word_set(
    "increase increases decrease decreases reduction reductions decline declines drop drops rise "
    "growth fall gain gains loss losses improvement improvements enhancement enhancements "
    "degradation deterioration spread shortage lack expansion cut cuts boost savings suppression "
    "elimination escalation acceleration"
)
_COUNTED_OF = word_set("number amount level degree quantity")
_NOMINAL = _CHANGES | _COUNTED_OF
"""Nouns with what there is more or less of after `of` or `in`."""


def _objects(reading: Reading, place: int) -> list[int]:
    """Where the words stand of what there is more or less of: after it, or else before."""
    tokens, word = reading.tokens, reading.tokens[place].lower
    after = _after(reading, place)
    if after and not _is_passive(tokens, place):
        return after
    if word in _NOMINAL or word in PASSIVE_FLIPS:
        return after or _compounded(reading, place)
    return _before(reading, place)


def _is_passive(tokens: Sequence[Token], place: int) -> bool:
    if not tokens[place].lower.endswith("ed"):
        return False
    return any(token.lower in _BEING for token in tokens[max(0, place - 2) : place])


def _after(reading: Reading, place: int) -> list[int]:
    tokens = reading.tokens
    found: list[int] = []
    nominal = tokens[place].lower in _NOMINAL
    compound = nominal and tokens[place].lower.endswith(("ion", "ions", "ment", "growth"))
    if compound and place + 1 < len(tokens) and tokens[place + 1].lower not in _THROUGH:
        return []  # a noise reduction step
    for at in range(place + 1, min(len(tokens), place + 9)):
        word = tokens[at].lower
        if word in _THROUGH:
            if word == "in" and not (nominal or (found and tokens[found[-1]].lower in _NOMINAL)):
                break
            continue
        if word in _STOPS:
            break
        if reading.content[at] and not word.endswith("ly"):
            found.append(at)
        if found and _ends_at(tokens[place].lower, tokens[found[0]]) and not nominal:
            return found[:1]  # a modest gain in speed is no modest speed
        if word in _SPARING:
            return [at]  # what is cost efficient is not the cost
    return found[:_OBJECTS]


def _ends_at(word: str, first: Token) -> bool:
    """Whether it is of this alone that there is more or less: `more challenging letters`."""
    if first.lower in _CHANGES:
        return True
    return word in _BEFORE_ADJECTIVES and says_high_or_low(first)


_BEFORE_ADJECTIVES = word_set("more less most least")


def says_high_or_low(token: Token) -> bool:
    """Whether a word by itself says high or low on a scale."""
    return token.stem in scale_words() and not is_scale_name(token.lower)


def _compounded(reading: Reading, place: int) -> list[int]:
    """What stands right before a noun that tells of a change: `noise reduction`."""
    return [place - 1] if place and reading.content[place - 1] else []


def _before(reading: Reading, place: int) -> list[int]:
    tokens = reading.tokens
    found: list[int] = []
    for at in range(place - 1, max(-1, place - 10), -1):
        if tokens[at].lower in _ENDS:
            break
        if tokens[at].lower in _ADJOINING:
            found.clear()
        elif reading.content[at] and not _is_between(tokens[at].lower):
            found.append(at)
    return found[:_OBJECTS]


def _is_between(word: str) -> bool:
    return word in _COPULAS or word.endswith("ly")


_ENDS = word_set(
    ", ; : ( ) but while whereas although though than and or which that who when where"
)
_SPARING = word_set("efficient effective friendly aware free saving savings")
_WEIGHED = word_set("balance tradeoff tradeoffs trade compromise record")
_ADJOINING = word_set("on at in for with from across under by during after before over")
_REACH = 5


def _about(reading: Reading, place: int, without: set[int]) -> frozenset[str]:
    before = range(place - 1, max(-1, place - 1 - _REACH), -1)
    after = range(place + 1, min(len(reading.tokens), place + 1 + _REACH))
    places = (*_up_to_close(reading, before), *_up_to_close(reading, after))
    return frozenset(reading.tokens[at].stem for at in places if at not in without)


def _up_to_close(reading: Reading, places: range) -> Iterator[int]:
    for at in places:
        if reading.tokens[at].lower in _CLOSES:
            break
        if reading.content[at]:
            yield at


_CLOSES = word_set(", ; : ( ) but while whereas although though")


def alike(one: Signs, other: Signs) -> tuple[int, float]:
    """1 or -1 as two things told of go the same way or not, 0 when they are not the same, and how
    many of them are the same: words of one meaning count for less."""
    total = weight = 0.0
    for word, sign in one.items():
        theirs, worth = other.get(word, 0), 1.0
        if not theirs:
            groups = groups_of(word)
            if not groups:
                continue
            theirs = next((s for w, s in other.items() if groups & groups_of(w)), 0)
            worth = 0.5
        if theirs:
            total += sign * theirs * worth
            weight += worth
    return (total > 0) - (total < 0), weight
