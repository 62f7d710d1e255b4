"""What can be counted about a word that compares, beside a source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.claims import MOST
from akira_cli.core.evidence.of_claims.compared import compared, opposed
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.of_words.cues import CONCESSIVE, DOUBTFUL
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.of_words.polarity import DENIED
from akira_cli.core.evidence.synonyms import groups_of, same_meaning
from akira_cli.core.evidence.tokens import Token

NONE = -0.5
"""The agreement of no word at all."""

SYNONYM = 0.5
"""What a word of the same meaning counts beside the word itself."""

BESIDE, AWAY = 4, 0.6
"""How many words away a word of the clause counts in full, and what it counts further off."""

_AS_BACKGROUND = 1.0
"""How much less agrees where a source speaks of others."""


class Direction(NamedTuple):
    """A word of a text that says which way something goes, with its features and where the source
    speaks of that: the sentence and a word there."""

    mention: Mention
    features: dict[str, float]
    sentence: int
    place: int


def directions(sentence: InContext) -> Iterator[Direction]:
    """The words of a sentence that compare, if the source says something against them, in order."""
    tokens = sentence.reading.tokens
    directed = (one for one in sentence.reading.mentions if _is_directed(one))
    for mention in islice(directed, MOST):
        if not _is_idiom(tokens, mention.place):
            against = _elsewhere(sentence, mention)
            standing = _standing(sentence, mention)
            words = _weights(sentence, mention)
            if words and (against["against"] >= 0 or standing["own_worse_alone"]):
                yield _direction(sentence, mention, words, {**against, **standing})


def _is_directed(mention: Mention) -> bool:
    is_name = mention.token.text[1:] != mention.token.text[1:].lower()
    return bool(mention.better or mention.more) and not is_name


def _is_idiom(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word says nothing of its own: `at least`, `before and after`, `worst-case`."""
    word = tokens[place].lower
    previous = tokens[place - 1].lower if place else ""
    following = tokens[place + 1 : place + 3]
    if following and following[0].joined:
        return True
    if word in ("before", "after"):
        both = {"before", "after"}.intersection(token.lower for token in following)
        return bool(both) or previous in ("and", "or")
    return previous == "at" and word in ("least", "most", "best", "first", "last")


def _weights(sentence: InContext, mention: Mention) -> dict[str, float]:
    """The words of the clause, rarer ones and nearer ones for more."""
    words = sentence.clause_of(mention.place)
    words.pop(mention.token.stem, None)
    near = {
        token.stem
        for token in sentence.reading.tokens[
            max(0, mention.place - BESIDE) : mention.place + BESIDE + 1
        ]
    }
    rarity = sentence.source.rarity
    return {
        word: weight * rarity(word) * (1.0 if word in near else AWAY)
        for word, weight in words.items()
    }


def _direction(
    sentence: InContext,
    mention: Mention,
    words: Mapping[str, float],
    known: Mapping[str, float],
) -> Direction:
    source = sentence.source
    shares = [_covered(words, sentence, number) for number in range(len(source.readings))]
    best = max(range(len(shares)), key=lambda at: shares[at] - 0.15 * (at in source.background))
    features = {
        "covered": shares[best],
        "words": float(len(words)),
        "background": float(best in source.background),
        "title": float(best == 0),
        **_form(sentence, mention, words),
        **_there(sentence, mention, best, words),
        **known,
    }
    here = [at for word in words for at in source.places[best].get(word, ())]
    return Direction(mention, features, best, here[0] if here else 0)


def _covered(words: Mapping[str, float], sentence: InContext, number: int) -> float:
    places, groups = sentence.source.places[number], sentence.source.groups[number]
    found = sum(
        weight * (1.0 if word in places else SYNONYM)
        for word, weight in words.items()
        if word in places or not groups_of(word).isdisjoint(groups)
    )
    return found / sum(words.values())


def _form(sentence: InContext, mention: Mention, words: Mapping[str, float]) -> dict[str, float]:
    """How the text compares."""
    tokens, place = sentence.reading.tokens, mention.place
    leading = {token.lower for token in tokens[max(0, place - 9) : place]}
    following = {token.lower for token in tokens[place + 1 : place + 8]}
    numbers = sum(token.lower[0].isdigit() for token in tokens if token.stem in words)
    return {
        "numbers": float(numbers),
        "than": float("than" in following),
        "conceded": float(not CONCESSIVE.isdisjoint(leading)),
        "better": float(mention.better * mention.turned),
        "untold": float(not mention.turned),
        "denied": float(mention.polarity == DENIED),
        "place": float(min(place, 30)),
    }


def _standing(sentence: InContext, mention: Mention) -> dict[str, float]:
    """Who is said to be better, and who by the source."""
    mine = sentence.standing(mention)
    theirs = sentence.source.standings
    return {
        "own_better_there": float(mine > 0 and 1 in theirs),
        "own_worse_alone": float(mine < 0 and -1 not in theirs),
        "own_worse_against": float(mine < 0 and 1 in theirs),
        "others_better_there": float(min(3, theirs.count(-1))),
    }


def _there(
    sentence: InContext, mention: Mention, best: int, words: Mapping[str, float]
) -> dict[str, float]:
    """What the sentence says that the clause is most like."""
    source = sentence.source
    reading, places = source.readings[best], source.places[best]
    here = [at for word in words for at in places.get(word, ())]
    better, more = mention.better * mention.turned, mention.more * mention.turned
    same_more = [one.place for one in reading.mentions if one.more * one.turned * more > 0]
    other_more = [one.place for one in reading.mentions if one.more * one.turned * more < 0]
    others = opposites().get(mention.token.stem, frozenset())
    word = mention.token.stem
    return {
        "same_near": _nearness(places.get(word, ()), here),
        "meant": float(any(one != word and same_meaning(one, word) for one in places)),
        "opposite": float(not others.isdisjoint(places)),
        "same_better": float(any(one.better * one.turned * better > 0 for one in reading.mentions)),
        "other_better": float(
            any(one.better * one.turned * better < 0 for one in reading.mentions)
        ),
        "same_more": float(bool(same_more)),
        "other_more": float(bool(other_more)),
        "same_more_near": _nearness(same_more, here),
        "other_more_near": _nearness(other_more, here),
        "doubtful": float(sum(token.lower in DOUBTFUL for token in reading.tokens)),
        "denying": float(len(source.marks[best].denying)),
    }


def _nearness(places: Iterable[int], here: Sequence[int]) -> float:
    """1 where a word stands at a place, less the further off it is."""
    return 1.0 / (1.0 + min((abs(at - other) for at in places for other in here), default=25))


def _elsewhere(sentence: InContext, mention: Mention) -> dict[str, float]:
    """How much agrees around words of the source that go the other way, and the same way."""
    against: list[tuple[float, Mention, bool]] = []
    for_it: list[tuple[float, Mention]] = []
    background = sentence.source.background
    for one, sign, opposite in _signed(sentence, mention):
        agreement = sentence.agreement(mention, one)
        if sign < 0:
            less = _AS_BACKGROUND * (one.sentence in background)
            against.append((agreement - less, one, opposite))
        else:
            for_it.append((agreement, one))
    most_against = max((one for one, _, _ in against), default=NONE)
    most_for = max((one for one, _ in for_it), default=NONE)
    others = opposites().get(mention.token.stem, frozenset())
    return {
        "against": most_against,
        "lead": most_against - most_for,
        "same_anywhere": float(mention.token.stem in sentence.source.by_stem),
        "both_said": float(sentence.says_any(others)),
        "near_against": float(any(sentence.near(mention, one) for _, one, _ in against)),
        "opposite_against": max((one for one, _, is_one in against if is_one), default=NONE),
        "beside_against": float(any(sentence.beside(mention, one) for _, one, _ in against)),
        "beside_for": float(any(sentence.beside(mention, one) for _, one in for_it)),
    }


def _signed(sentence: InContext, mention: Mention) -> Iterator[tuple[Mention, int, bool]]:
    """The words of the source with 1 or -1 as they go, and whether they are opposites."""
    source = sentence.source
    if mention.turned and (mention.better or mention.more):
        for one in source.directed:
            sign = compared(sentence, mention, one)
            if sign:
                yield one, sign, False
    for other in opposites().get(mention.token.stem, ()):
        for one in source.by_stem.get(other, ()):
            sign = mention.polarity * one.polarity * opposed(sentence, mention, one)
            if sign and one.token.stem == other:
                yield one, sign, True
    for one in source.same_word(mention.token.stem):
        sign = mention.polarity * one.polarity
        if sign:
            yield one, sign, False
