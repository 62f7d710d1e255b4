"""Whether two words that compare go the same way, each in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.of_words.signs import welcome_or_not
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

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


def compared(sentence: InContext, one: Mention, other: Mention) -> int:
    """1 when two mentions go the same way, -1 when opposite ways, 0 when nothing says."""
    if not other.turned:
        return int(one.better == other.better or one.more == other.more)
    if _SCORE in (one.noun, other.noun) and bool(one.more) != bool(other.more):
        return 0
    turn = one.turned * other.turned * _orientation(sentence, one, other)
    if dimension(one) != dimension(other):
        return max(one.better * other.better * turn, 0)
    sides = sentence.standing(one) * sentence.source.standing(other)
    if sides:
        return sides
    if one.more and other.more:
        known = welcome_or_not()
        if one.noun not in known and other.noun not in known:
            return one.more * other.more * turn
        if one.noun == other.noun or not (one.noun and other.noun):
            return one.more * other.more * turn
        if _SCORE in (one.noun, other.noun):
            return 0
    return one.better * other.better * turn


def dimension(mention: Mention) -> str:
    """What a word compares when it says so: time, cost or ease."""
    return _DIMENSIONS.get(mention.token.stem, "")


_DIMENSIONS = {
    stem(word): named
    for named, words in (
        ("time", "faster quicker fastest slower slow accelerate speedup quickest slowdown"),
        ("cost", "cheaper cheapest costlier dearer"),
        ("ease", "easier simpler harder"),
    )
    for word in words.split()
}
"""What some words compare: one thing may be faster and yet worse."""


def opposed(sentence: InContext, one: Mention, other: Mention) -> int:
    """-1 when two opposites say the contrary, 1 when their sides are exchanged as well."""
    there = sentence.source.readings[other.sentence].tokens
    if has_sides(sentence.reading.tokens, one) and has_sides(there, other):
        straight, crossed = sentence.on_sides(one, other)
        if crossed > straight:
            return 1
    return -1


def _orientation(sentence: InContext, one: Mention, other: Mention) -> int:
    """-1 when what stands before the one comparison stands after the other, 0 when they have
    nothing in common."""
    if has_sides(sentence.reading.tokens, one) and has_sides(
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
    if aligned == crossed:
        aligned, crossed = sentence.on_sides(one, other)
    return -1 if crossed > aligned else 1


def has_sides(tokens: Sequence[Token], mention: Mention) -> bool:
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


def _is_first(tokens: Sequence[Token], place: int) -> bool:
    """Whether what is named before is said to be the best or worst: `they have the best ranks`."""
    if tokens[place].lower not in ("best", "worst"):
        return False
    return any(token.lower in _BEING for token in tokens[max(0, place - 2) : place])


_BEING = word_set("is are was were has have had performs perform performed does do did")
