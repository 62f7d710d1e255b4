"""Who is said to be the better one: the work that is told of, or the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.of_words.signs import PASSIVE_FLIPS
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

Standing = Literal[-1, 0, 1]
"""1 when the work told of is the better one, -1 when the others are, 0 when nothing says."""

REACH = 12
"""How many words before a comparison, and after it, say who is compared."""

_OTHERS = word_set(
    "existing previous prior other others sota baseline baselines competing conventional "
    "traditional current earlier past alternatives alternative counterparts counterpart rivals "
    "rival competitors competitor predecessors predecessor leading standard strong"
)
_OWN = word_set("we our ours it its itself this proposed authors")
_ENDS = word_set(", ; : but while whereas although though ( ) because since and that which")
_OBJECT_ENDS = word_set("from on in across for when by at with under over as")
_BEING = word_set("is are was were be been being gets get")
_COMPARES = frozenset(
    stem(word)
    for word in word_set(
        "outperform surpass exceed beat outdo outclass outstrip overtake eclipse outpace trail "
        "lag underperform lose win better worse superior inferior behind ahead faster slower "
        "stronger weaker higher lower cheaper advantage superiority more less fewer"
    )
)


def standing(tokens: Sequence[Token], mention: Mention, own: frozenset[str]) -> Standing:
    """Who a comparing word says is better; `own` are the stems of the work's own name."""
    if not mention.better or not mention.turned or mention.token.stem not in _COMPARES:
        return 0
    place = mention.place
    before = _sides(tokens, range(place - 1, max(-1, place - REACH), -1), own)
    after = _sides(tokens, range(place + 1, min(len(tokens), place + REACH)), own)
    better = mention.better * mention.turned
    if _is_passive_alone(tokens, place):
        better, after = -better, (False, False)
    for_it = (before[0] and not before[1]) or (after[1] and not after[0])
    against = (before[1] or (after[0] and better < 0)) and not before[0]
    if for_it is against:
        return 0
    return 1 if (better > 0) is for_it else -1


def _is_passive_alone(tokens: Sequence[Token], place: int) -> bool:
    """Whether something is beaten, and nobody says by whom: `baselines are surpassed`."""
    if tokens[place].lower not in PASSIVE_FLIPS:
        return False
    if any(token.lower == "by" for token in tokens[place + 1 : place + 3]):
        return False
    return any(token.lower in _BEING for token in tokens[max(0, place - 3) : place])


def _sides(tokens: Sequence[Token], places: range, own: frozenset[str]) -> tuple[bool, bool]:
    """Whether the work itself is named at some places, and whether others are."""
    itself = others = False
    for at in places:
        word = tokens[at].lower
        if word in _ENDS or (places.step > 0 and _ends_object(word, first=at == places.start)):
            break
        if places.step < 0 and word == "than":
            itself = others = False
        elif word in _OTHERS or _is_state_of_the_art(tokens, at):
            others = True
        elif word in _OWN or tokens[at].stem in own:
            itself = True
    return itself, others


def _ends_object(word: str, *, first: bool) -> bool:
    """Whether what is compared with is told before a word: `beats it on three sets`."""
    return word in _OBJECT_ENDS and not (first and word in ("by", "over"))


def _is_state_of_the_art(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].lower == "art" and at > 2 and tokens[at - 3].lower == "state"
