"""What can be counted about a word that a text affirms and its source may deny."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.of_claims.said_words import AS_IT_IS
from akira_cli.core.evidence.of_claims.undenied import undenied
from akira_cli.core.evidence.of_claims.undenied_features import NAMES
from akira_cli.core.evidence.of_words.cues import NEEDED
from akira_cli.core.evidence.of_words.denying_words import denial_of
from akira_cli.core.evidence.of_words.polarity import (
    AFFIRMED,
    DENIED,
    is_had,
    is_light,
    is_thing_denied,
)

NONE = 0.0
"""The agreement of no word at all."""

_SAYS_LITTLE = frozenset(
    ("use", "using", "mak", "made", "tak", "get", "giv", "giving", "up", "down", "out")
)


class Affirmed(NamedTuple):
    """A word that a text affirms, its features, and where the source denies it."""

    mention: Mention
    features: dict[str, float]
    denied: Mention


def affirmed(sentence: InContext) -> Iterator[Affirmed]:
    """The words that a sentence affirms and the source somewhere denies.

    First the words that stand alone, then those that a denial of the source is of.
    """
    none = dict.fromkeys(NAMES, 0.0)
    for one in _words(sentence):
        yield one._replace(features={**one.features, **none})
    mentions = {one.place: one for one in sentence.reading.mentions}
    for each in undenied(sentence):
        there = sentence.source.readings[each.sentence].mentions
        mention = mentions.get(each.place)
        denied = next((one for one in there if one.place == each.there), None)
        if mention and denied:
            yield Affirmed(mention, {**dict.fromkeys(_OF_WORDS, 0.0), **each.features}, denied)


_OF_WORDS = (
    "lead", "against", "beside", "fitting", "needed", "had", "named_only", "background",
    "other_word",
)  # fmt: skip


def _words(sentence: InContext) -> Iterator[Affirmed]:
    """The words that a sentence affirms and the source somewhere denies, in order."""
    for mention in sentence.reading.mentions:
        if mention.polarity > 0 and _says_enough(sentence, mention):
            yield from _against(sentence, mention)


def _says_enough(sentence: InContext, mention: Mention) -> bool:
    token = mention.token
    if token.stem in _SAYS_LITTLE or token.lower[0].isdigit() or is_light(token.lower):
        return False
    if not (mention.base or sentence.source.may_deny(token.stem)):
        return False
    if _is_by_denial(sentence, mention.place):
        return False
    return not (sentence.says_both(token.stem) or sentence.reading.lessened[mention.place])


def _is_by_denial(sentence: InContext, place: int) -> bool:
    """Whether a word beside one denies it in whatever way."""
    tokens = sentence.reading.tokens
    near = range(max(0, place - _BESIDE), min(len(tokens), place + _BESIDE))
    return any(
        at != place and (denial_of(tokens, at) == "plain" or tokens[at].lower in AS_IT_IS)
        for at in near
    )


_BESIDE = 4


def _against(sentence: InContext, mention: Mention) -> Iterator[Affirmed]:
    """The place where the source denies a word in surroundings most like those of the text."""
    there = [
        (one, sentence.agreement(mention, one), sign * one.polarity)
        for word, sign in ((mention.token.stem, AFFIRMED), (mention.base, DENIED))
        for one in (sentence.source.same_word(word) if word else ())
        if not (word == mention.base and _is_lessened(sentence, one))
        and (word == one.token.stem or not one.base or sentence.beside(mention, one))
    ]
    denied = [(agreement, one) for one, agreement, sign in there if sign == DENIED]
    if not denied:
        return
    shares = sentence.shares(mention)
    best, match = max(
        denied, key=lambda each: each[0] + shares[each[1].sentence] - _behind(sentence, each[1])
    )
    said = max((agreement for _, agreement, sign in there if sign == AFFIRMED), default=NONE)
    tokens = sentence.source.readings[match.sentence].tokens
    is_thing = match.polarity < 0 and is_thing_denied(tokens, match.place)
    features = {
        "lead": best - said,
        "against": best,
        "beside": float(sentence.beside(mention, match)),
        "fitting": shares[match.sentence] / (max(shares) or 1.0),
        "needed": float(is_thing and _is_needed(sentence, mention)),
        "had": float(is_had(sentence.reading.tokens, mention.place)),
        "named_only": float(is_thing and not is_had(sentence.reading.tokens, mention.place)),
        "background": float(match.sentence in sentence.source.background),
        "other_word": float(mention.token.stem not in (match.token.stem, match.base)),
    }
    yield Affirmed(mention, features, match)


def _behind(sentence: InContext, other: Mention) -> float:
    return float(other.sentence in sentence.source.background)


def _is_needed(sentence: InContext, mention: Mention) -> bool:
    """Whether the text says that a thing is needed."""
    tokens = sentence.reading.tokens
    near = range(max(0, mention.place - 6), min(len(tokens), mention.place + 5))
    return any(
        tokens[at].lower in NEEDED and sentence.reading.denied[at] == AFFIRMED for at in near
    )


def _is_lessened(sentence: InContext, other: Mention) -> bool:
    """Whether the source makes little of a word: `low agreement` is disagreement."""
    return sentence.source.readings[other.sentence].lessened[other.place]
