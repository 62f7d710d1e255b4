"""When a word that compares claims nothing, or claims the contrary of what it says alone."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_HIDDEN = word_set(
    "trick idea ideas reason reasons intuition motivation mechanism mechanisms principle logic "
    "theory rationale technology hidden work people team researchers authors concept secret force"
)
"""Words with `behind` after them that say of nothing that it is the worse."""

_LEAVING = word_set("leave leaves leaving left put puts putting")
_BEHIND = 8
"""How many words before `behind` what is left there begins."""

_SIZES = word_set(
    "longer shorter larger smaller bigger higher lower deeper wider narrower stronger weaker "
    "faster slower harder easier"
)
_WHERE = word_set("for among on")
"""Words before a size that is a condition: `for longer lead times`."""

_LESS = word_set("less least")
_ENDS = word_set(", ; : . ) than and but while whereas of among overall when")

_GOES_ON = word_set("in on at under for with from by across over during")


def is_no_claim(tokens: Sequence[Token], place: int) -> bool:
    """Whether a comparing word only says of what, or where, something is said."""
    word = tokens[place].lower
    before = tokens[place - 1].lower if place else ""
    if word == "behind":
        return _calls_nothing_worse(tokens, place)
    if word not in _SIZES:
        return False
    if before == "than":
        return True
    following = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return before in _WHERE and following.isalpha() and following.lower() not in _ENDS


def _calls_nothing_worse(tokens: Sequence[Token], place: int) -> bool:
    """Whether `behind` calls nothing worse: `the idea behind it`, `leaves it behind`."""
    earlier = [token.lower for token in tokens[max(0, place - _BEHIND) : place]]
    if not _LEAVING.isdisjoint(earlier):
        return True
    return not _HIDDEN.isdisjoint(earlier[-1:])


def is_made_less(tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb is followed by `less` or `least` alone: what `degrades least` is best."""
    for at in range(place + 1, min(len(tokens), place + 4)):
        word = tokens[at].lower
        if word in _ENDS:
            break
        if word in _LESS:
            return at + 1 == len(tokens) or tokens[at + 1].lower in _ENDS | _GOES_ON
    return False


def goes_up_or_down(tokens: Sequence[Token], place: int) -> int:
    """1 or -1 for a verb of going with `up` or `down` after it, else 0."""
    if tokens[place].lower not in GOES or place + 1 == len(tokens):
        return 0
    return {"up": 1, "down": -1}.get(tokens[place + 1].lower, 0)


GOES = word_set("go goes going went gone come comes coming came")
"""Verbs that say more or less with `up` or `down` after them."""


def takes_time(tokens: Sequence[Token], place: int) -> bool:
    """Whether it is time that there is more or less of: `takes noticeably longer`."""
    if tokens[place].lower not in ("longer", "shorter"):
        return False
    earlier = tokens[max(0, place - 4) : place]
    return any(token.lower in _TAKES for token in earlier)


_TAKES = word_set("take takes took taken taking last lasts lasted run runs ran")
