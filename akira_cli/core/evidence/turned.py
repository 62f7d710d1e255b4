"""Claims that go the other way in the source: better for worse, more for less, A for B."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.in_context import InContext, Match
from akira_cli.core.evidence.mentions import Mention
from akira_cli.core.evidence.opposites import opposites
from akira_cli.core.evidence.polarity import AFFIRMED
from akira_cli.core.evidence.signs import welcome_or_not
from akira_cli.core.evidence.synonyms import groups_of, same_meaning
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

ENOUGH, LEAD = 1.0, 0.2
"""How much must agree around a word that compares, and how much more than around any word of the
source that goes the same way."""

ENOUGH_OF_OPPOSITE, SURE_OF_OPPOSITE, LEAD_OF_OPPOSITE = 1.1, 1.8, 0.4

_MEASURES = frozenset(
    stem(word)
    for word in word_set(
        "accuracy accurate error performance quality loss f1 precision recall reliability reliable "
        "reliably robustness robust effectiveness effective well"
    )
)
"""Stems of what tells how good something is: more of one may be less of another."""

_COMPARING = frozenset(
    stem(word)
    for word in word_set(
        "outperform surpass exceed beat outdo outclass outstrip better worse superior inferior "
        "behind below above ahead lag trail underperform higher lower larger smaller faster slower "
        "more less fewer greater win lead loses short stays overtake outpace edge advantage "
        "cheaper easier harder"
    )
)
"""Words with one of two things before and the other after them."""


_SCORE = stem("score")


def direction_problems(sentence: InContext) -> Iterator[Problem]:
    """The words of a sentence that say the opposite of what the source says there."""
    for mention in sentence.reading.mentions:
        match = _turned(sentence, mention) or _opposite(sentence, mention)
        if match is not None:
            why = f"the source says {sentence.shown(match.mention)}"
            yield Problem("direction-changed", "", mention.token.start, mention.token.end, why)


def _turned(sentence: InContext, mention: Mention) -> Match | None:
    if not mention.turned or not (mention.better or mention.more):
        return None
    signs = [
        (one, sign)
        for one in sentence.source.directed
        if (sign := _compared(sentence, mention, one))
        and (sign > 0 or _is_about(sentence, mention, one))
    ]
    against = sentence.best_against(
        mention,
        (
            one
            for one, sign in signs
            if sign < 0
            and not _is_slighter(sentence, mention, one)
            and not _is_told(sentence, mention, one)
        ),
    )
    for_it = sentence.best(mention, (one for one, sign in signs if sign > 0))
    return against if _leads(against, for_it, ENOUGH, LEAD) else None


def _is_told(sentence: InContext, mention: Mention, other: Mention) -> bool:
    """Whether another word of the sentence says what the source says there of its own subject."""
    tokens = sentence.reading.tokens
    return bool(other.noun and other.more) and any(
        one.more * (one.turned or 1) == other.more * other.turned
        and one.place != mention.place
        and any(
            same_meaning(other.noun, token.stem)
            for token in tokens[max(0, one.place - 3) : one.place + 4]
        )
        for one in sentence.reading.mentions
    )


def _is_slighter(sentence: InContext, mention: Mention, other: Mention) -> bool:
    """Whether the source alone makes little of something: `just a small increase`."""
    mine = sentence.reading.tokens[max(0, mention.place - 2) : mention.place]
    if any(token.lower in _SLIGHT for token in mine):
        return False
    tokens = sentence.source.readings[other.sentence].tokens
    near = tokens[max(0, other.place - 5) : other.place + 3]
    return any(token.lower in _SLIGHT for token in near)


_SLIGHT = word_set("just only merely mere slight slightly negligible marginal minor minimal little")


def _opposite(sentence: InContext, mention: Mention) -> Match | None:
    """A word of which the source has the opposite, in the same surroundings."""
    others = opposites().get(mention.token.stem)
    if mention.polarity != AFFIRMED or others is None or sentence.says_any(others):
        return None
    if mention.token.lower in ("more", "less") and sentence.goes_on(mention):
        return None
    if mention.token.lower == "behind" and not mention.better:
        return None
    against = sentence.best_against(
        mention,
        (
            one
            for other in others
            for one in sentence.source.by_stem.get(other, ())
            if one.polarity == AFFIRMED
            and one.token.stem == other
            and not _is_slighter(sentence, mention, one)
            and not _is_exchanged(sentence, mention, one)
            and (sentence.beside(mention, one) or _is_near(sentence, mention, one))
        ),
    )
    if against is None:
        return None
    for_it = sentence.best(mention, sentence.source.same_word(mention.token.stem))
    if for_it is not None:
        for_it = for_it._replace(agreement=1.3 * for_it.agreement)
    enough = ENOUGH_OF_OPPOSITE if sentence.beside(mention, against.mention) else SURE_OF_OPPOSITE
    return against if _leads(against, for_it, enough, LEAD_OF_OPPOSITE) else None


def _is_exchanged(sentence: InContext, mention: Mention, other: Mention) -> bool:
    """Whether two comparisons have their sides exchanged, and so may say the same."""
    there = sentence.source.readings[other.sentence].tokens
    both = _has_sides(sentence.reading.tokens, mention) and _has_sides(there, other)
    return both and sentence.sides(mention, other) < 0


def _has_sides(tokens: Sequence[Token], mention: Mention) -> bool:
    """Whether a word compares what is before with what is after it: `better` does with `than`."""
    if mention.token.stem not in _COMPARING:
        return False
    word = mention.token.lower
    following = [token.lower for token in tokens[mention.place + 1 : mention.place + 10]]
    if word in ("superior", "inferior"):
        return following[:1] == ["to"]
    if word.endswith("er") or word in ("more", "less", "worse"):
        return "than" in following
    return True


def _is_near(sentence: InContext, mention: Mention, other: Mention) -> bool:
    return mention.token.lower not in _PLACING and sentence.near(mention, other)


_PLACING = word_set("before after within outside inside first last early late all none every few")
"""Words said of what follows them, not of what is before."""


def _leads(against: Match | None, for_it: Match | None, enough: float, lead: float) -> bool:
    if against is None or against.agreement < enough:
        return False
    return for_it is None or against.agreement >= for_it.agreement + lead


def _compared(sentence: InContext, one: Mention, other: Mention) -> int:
    """1 when two mentions go the same way, -1 when opposite ways, 0 when nothing says."""
    if not other.turned:
        return int(one.better == other.better or one.more == other.more)
    if _SCORE in (one.noun, other.noun) and bool(one.more) != bool(other.more):
        return 0
    turn = one.turned * other.turned * _orientation(sentence, one, other)
    if _DIMENSIONS.get(one.token.stem, "") != _DIMENSIONS.get(other.token.stem, ""):
        return max(one.better * other.better * turn, 0)
    if one.more and other.more:
        known = welcome_or_not()
        if one.noun not in known and other.noun not in known:
            return one.more * other.more * turn
        if one.noun == other.noun or not (one.noun and other.noun):
            return one.more * other.more * turn
        if _SCORE in (one.noun, other.noun):
            return 0
    return one.better * other.better * turn


_DIMENSIONS = {
    stem(word): dimension
    for dimension, words in (
        ("time", "faster quicker fastest slower slow accelerate speedup quickest slowdown"),
        ("cost", "cheaper cheapest costlier dearer"),
        ("ease", "easier simpler harder"),
    )
    for word in words.split()
}
"""What some words compare: one thing may be faster and yet worse."""


def _orientation(sentence: InContext, one: Mention, other: Mention) -> int:
    """-1 when what stands before the one comparison stands after the other, 0 when they have
    nothing in common."""
    if _has_sides(sentence.reading.tokens, one) and _has_sides(
        sentence.source.readings[other.sentence].tokens, other
    ):
        sides = sentence.sides(one, other)
        if sides:
            return sides
    if one.right and other.right and not (one.right | one.left) & (other.right | other.left):
        return 0
    theirs = sentence.source.readings[other.sentence].tokens
    if one.token.stem not in _COMPARING or not (
        other.token.stem in _COMPARING or _is_first(theirs, other.place)
    ):
        return 1
    aligned = len(one.left & other.left) + len(one.right & other.right)
    crossed = len(one.left & other.right) + len(one.right & other.left)
    return -1 if crossed > aligned else 1


def _is_first(tokens: Sequence[Token], place: int) -> bool:
    """Whether what is named before is said to be the best or worst: `they have the best ranks`."""
    if tokens[place].lower not in ("best", "worst"):
        return False
    return any(token.lower in _BEING for token in tokens[max(0, place - 2) : place])


_BEING = word_set("is are was were has have had performs perform performed does do did")


def _is_about(sentence: InContext, mention: Mention, other: Mention) -> bool:
    """Whether what there is more or less of in the one is spoken of beside the other."""
    if {mention.noun, other.noun} <= _MEASURES or mention.noun == other.noun:
        return True
    known = welcome_or_not()
    if mention.more and other.more and mention.noun not in known and other.noun not in known:
        return sentence.near(mention, other)
    there = sentence.source.readings[other.sentence].tokens[other.place + 1 : other.place + 5]
    if mention.noun and mention.noun in {token.stem for token in there}:
        return True
    if other.noun and not sentence.speaks_of(other.noun):
        return False
    source = sentence.source
    return (
        not mention.noun
        or mention.noun in source.places[other.sentence]
        or not groups_of(mention.noun).isdisjoint(source.groups[other.sentence])
    )
