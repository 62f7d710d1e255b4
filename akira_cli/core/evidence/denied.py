"""What a text denies and its source affirms, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.in_context import InContext, Match
from akira_cli.core.evidence.mentions import Mention
from akira_cli.core.evidence.polarity import (
    DENIED,
    is_had,
    is_light,
    is_thing_denied,
    negator_before,
)

ENOUGH, ENOUGH_OF_SYNONYM, ENOUGH_ALONE, LEAD = 1.1, 1.15, 1.0, 0.5
"""How much must agree around a word, around one of its meaning, and how much more than around
any word of the source that says the same. `ENOUGH_ALONE` is for a word that the source has with
that one sign only."""

SURE, SURE_OF_PREFIX = 2.2, 1.8
"""How much agrees around a word of the same meaning when no word beside it does."""

UNTOLD_SHARE, SYNONYM_SHARE = 0.7, 0.8
"""What agreement counts around a word of which the source does not tell whether it is denied,
and around a word of the same meaning beside the word itself."""

_SAYS_LITTLE = frozenset(("use", "using", "mak", "made", "tak", "get", "giv", "giving"))


def denial_problems(sentence: InContext) -> Iterator[Problem]:
    """The words of a sentence that the source denies, or that deny what the source says."""
    for mention in sentence.reading.mentions:
        if _says_enough(sentence, mention):
            match = _against(sentence, mention)
            if match is not None:
                yield _problem(sentence, mention, match.mention)


def _says_enough(sentence: InContext, mention: Mention) -> bool:
    token = mention.token
    if not mention.polarity or token.stem in _SAYS_LITTLE or token.lower[0].isdigit():
        return False
    if mention.polarity > 0 and _is_part_of_one(sentence, mention.place):
        return False
    lessened = mention.polarity > 0 and sentence.reading.lessened[mention.place]
    return not (lessened or is_light(token.lower))


def _is_part_of_one(sentence: InContext, place: int) -> bool:
    """Whether a word is the first part of a hyphenated one, and claims nothing: `see-through`."""
    following = sentence.reading.tokens[place + 1 : place + 2]
    return any(token.joined and token.lower in _PARTICLES for token in following)


_PARTICLES = frozenset(("through", "up", "off", "out", "in", "on", "down", "over"))


def _against(sentence: InContext, mention: Mention) -> Match | None:
    """Where the source says the opposite of a mention, and nowhere so surely the same."""
    for word, polarity in (
        (mention.token.stem, mention.polarity),
        (mention.base, -mention.polarity),
    ):
        if not word or sentence.says_both(word):
            continue
        if polarity > 0 and not sentence.source.may_deny(word):
            continue
        there = _candidates(sentence, mention, word)
        against = sentence.best_against(
            mention, (one for one in there if _opposes(sentence, mention, one, polarity))
        )
        if against is None or not _is_close(sentence, mention, against, word):
            continue
        for_it = sentence.best(
            mention, (one for one in there if _bears_out(one, against.mention, polarity))
        )
        exact = word in (against.mention.token.stem, against.mention.base)
        if against.agreement >= _least(for_it, word, exact=exact):
            return against
    return None


def _candidates(sentence: InContext, mention: Mention, word: str) -> list[Mention]:
    """Where the source has a word; for what a prefix denies in the same form."""
    there = sentence.source.same_word(word)
    if word != mention.base:
        return there
    whole = mention.token.lower
    return [one for one in there if whole.endswith(one.token.lower) or one.base == word]


def _is_close(sentence: InContext, mention: Mention, against: Match, word: str) -> bool:
    """Whether the two words are of the same thing, as far as their nearest words tell."""
    other = against.mention
    if word == mention.base or word == other.base:
        return sentence.beside(mention, other) or (
            against.agreement >= SURE_OF_PREFIX and sentence.near(mention, other)
        )
    if mention.token.stem == other.token.stem:
        return True
    return against.agreement >= SURE or sentence.near(mention, other)


def _least(for_it: Match | None, word: str, *, exact: bool) -> float:
    """How much must agree around the opposite of a word."""
    if for_it is None:
        return ENOUGH_ALONE if exact else ENOUGH_OF_SYNONYM
    share = 1.0 if for_it.mention.polarity else UNTOLD_SHARE
    if exact and word not in (for_it.mention.token.stem, for_it.mention.base):
        share *= SYNONYM_SHARE
    return max(ENOUGH if exact else ENOUGH_OF_SYNONYM, share * for_it.agreement + LEAD)


def _bears_out(one: Mention, against: Mention, polarity: int) -> bool:
    """Whether the source may say the same there; what is untold in a sentence that says the
    opposite does not."""
    if one.polarity == 0 and one.sentence == against.sentence:
        return False
    return one.polarity != -polarity


def _are_forms(mention: Mention, other: Mention) -> bool:
    """Whether two words of one stem differ in their ending alone: not `noisy` and `noise`."""
    one, another = mention.token.lower, other.token.lower
    if mention.token.stem != other.token.stem or not one.endswith("y"):
        return True
    return another.startswith(one[:-1] + "i") or another == one


def _opposes(sentence: InContext, mention: Mention, other: Mention, polarity: int) -> bool:
    """Whether the source has a word with the other sign, and nothing there lessens it.

    A thing that is only named is neither had nor lacked: `the detector` says nothing against
    `without a detector`, `needs a detector` does.
    """
    if other.polarity != -polarity:
        return False
    reading = sentence.source.readings[other.sentence]
    if not _are_forms(mention, other):
        return False
    if polarity > 0:
        return not is_thing_denied(reading.tokens, other.place) or is_had(
            sentence.reading.tokens, mention.place
        )
    if is_thing_denied(sentence.reading.tokens, mention.place) and not is_had(
        reading.tokens, other.place
    ):
        return False
    return not reading.lessened[other.place]


def _problem(sentence: InContext, mention: Mention, other: Mention) -> Problem:
    tokens, token = sentence.reading.tokens, mention.token
    start = token.start
    if mention.polarity == DENIED:
        start = tokens[negator_before(tokens, mention.place)].start
    why = f"the source says {sentence.shown(other)}"
    return Problem("negation-changed", "", start, token.end, why)
