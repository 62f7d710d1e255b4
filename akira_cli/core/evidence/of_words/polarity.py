"""The words that deny, and those that say too little of their own to be compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

AFFIRMED, UNTOLD, DENIED = 1, 0, -1

NOT = word_set("not n't never cannot")
FAILING = word_set("fail fails failed failing failure unable incapable")
NO = word_set("no without lack lacks lacking lacked absence devoid")
RATHER = word_set("rather")
NEED_GOES = word_set(
    "avoid avoids avoiding avoided eliminate eliminates eliminating eliminated obviate obviates "
    "obviating bypass bypasses bypassing remove removes removing removed drop drops dropping "
    "dropped circumvent sidestep sidesteps lift lifts dispense dispenses dispensing away"
)
"""Words that deny what there was a need for: `removes the need for`, `does away with`."""

STOPS = word_set(
    ", ; : ( ) [ ] – — but while whereas although though because since which where who so whose "
    "unless until when if thus hence however"
)
LEAVES = word_set(
    "in on for at by from as with and or nor across over under during after before through via"
)
_LIGHT = word_set(
    "be is are was were been being am do does did have has had can could will would shall should "
    "may might must to the a an any its their his her our your this that these those it they "
    "them we he she i you of even ever also still yet too very such as only just either all both "
    "each own there here then than more most less least much many some other another same so "
    "really actually necessarily simply always"
)


def is_light(lower: str) -> bool:
    """Whether a word says too little of its own to be compared."""
    return lower in _LIGHT or lower in STOPS or lower in LEAVES or lower in NOT or lower in NO


_NEGATING = NOT | NO | RATHER | NEED_GOES | FAILING


def is_negator(tokens: Sequence[Token], place: int) -> bool:
    """Whether the word at a place denies what it is said of."""
    lower = tokens[place].lower
    if lower == "free" and not tokens[place].joined:
        return any(token.lower == "of" for token in tokens[place + 1 : place + 2])
    if lower not in _NEGATING or tokens[place].joined:
        return False
    following = [token.lower for token in tokens[place + 1 : place + 5]]
    if lower in NOT and _EVERY.intersection(following[:3]):
        return False
    if lower == "not":
        partial = _PARTLY.intersection(following[:1])
        asked = place > 0 and tokens[place - 1].lower == "why"
        return following[:1] != ["only"] and not partial and not asked
    if lower == "no":
        return (
            not NOT_DENIED.intersection(following[:1])
            or following[1:2] != ["than"]
            or (following[0] in ("worse", "better", "later"))
        )
    if lower == "without" and place > 1 and tokens[place - 1].lower in ("or", "and"):
        return tokens[place - 2].lower != "with"
    if lower in RATHER:
        return following[:1] == ["than"]
    if lower in FAILING:
        return following[:1] == ["to"]
    if lower in NEED_GOES:
        return (
            "need" in following
            or "necessity" in following
            or (
                lower in ("away", "dispenses", "dispense", "dispensing")
                and following[:1] == ["with"]
            )
        )
    return lower in NOT or lower in NO


NOT_DENIED = frozenset(("doubt", "matter", "less", "worse", "fewer", "more", "later", "better"))
_EVERY = frozenset(("everyone", "everybody", "everything", "every", "everywhere"))
_PARTLY = frozenset(
    ("just", "merely", "simply", "least", "surprisingly", "always", "necessarily", "all")
)


def negator_before(tokens: Sequence[Token], place: int) -> int:
    """The place of the negation that a denied word follows, or its own place."""
    earlier = range(place - 1, max(-1, place - 6), -1)
    return next((at for at in earlier if is_negator(tokens, at)), place)


def is_thing_denied(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is a thing that is denied, as after `no` and `without`, not an action."""
    if tokens[place].lower.endswith(("ing", "ed")):
        return False
    if place + 1 < len(tokens) and tokens[place + 1].lower == "free" and tokens[place + 1].joined:
        return True
    negator = negator_before(tokens, place)
    between = tokens[negator + 1 : place]
    if tokens[negator].lower in NOT and any(_is_verb_like(token) for token in between):
        return True
    return tokens[negator].lower in NO | RATHER | NEED_GOES


def _is_verb_like(token: Token) -> bool:
    """Whether a word after `not` may be what it denies: no adverb, not `able`."""
    return is_content(token) and not token.lower.endswith("ly") and token.lower != "able"


def is_had(tokens: Sequence[Token], place: int) -> bool:
    """Whether what stands at a place is said to be there, had, used or needed."""
    if tokens[place].lower.endswith("ed"):
        return True
    for at in range(place - 1, max(-1, place - 6), -1):
        if tokens[at].text in ",;:(":
            break
        if tokens[at].lower in _HAVING:
            return True
    return any(token.lower in _NEEDED for token in tokens[place + 1 : place + 6])


_NEEDED = word_set(
    "included present needed required necessary essential used exist exists applied involved kept"
)
_HAVING = word_set(
    "with has have had having need needs needed needing require requires required requiring use "
    "uses used using via through there every each all both some any make makes made give gives "
    "given offer offers show shows exist exists rely relies relying depend depends based demand "
    "demands involve involves take takes contain contains include includes provide after "
    "provides yield yields bring brings cause causes introduce introduces add adds added still "
    "get gets find finds found achieve achieves suffer suffers only necessary essential "
    "cost costs retain retains keep keeps lose loses losing sacrificing reduce"
)
"""Words that say that a thing is there, beside it."""


def is_content(token: Token) -> bool:
    """Whether a word says something that can be compared."""
    return _says_something(token.lower)


@lru_cache(maxsize=20_000)
def _says_something(lower: str) -> bool:
    return (len(lower) > 1 or lower.isdigit()) and not is_light(lower) and lower[0].isalnum()
