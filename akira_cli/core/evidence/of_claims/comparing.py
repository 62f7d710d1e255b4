"""Who is said to be better by a word that compares: `X is more accurate than Y`."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_claims.compared_sides import (
    SECOND_STOPS,
    Contest,
    connector,
    first_side,
    next_word,
    second_side,
    speaks_of_bad,
    verb_start,
)
from akira_cli.core.evidence.of_claims.mentions import Mention
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set


def comparing(tokens: Sequence[Token], mention: Mention) -> Contest | None:
    """The contest that a word that compares tells of."""
    sign = _worth(tokens, mention) * mention.turned
    return _by_comparing(tokens, mention, sign) if sign else None


def _worth(tokens: Sequence[Token], mention: Mention) -> int:
    """1 for a word that says that something is better, or that there is more of it, else -1."""
    word = mention.token.lower
    if word in ("more", "less") and next_word(tokens, mention.place) in GOOD:
        return 1 if word == "more" else -1
    if word in ("stronger", "weaker", "worse") and speaks_of_bad(_after(tokens, mention.place)):
        return -mention.better if word != "worse" else mention.better
    return _QUALITIES.get(word, 0) or mention.better or mention.more


def _after(tokens: Sequence[Token], place: int) -> Sequence[Token]:
    return tokens[place + 1 : place + 3]


GOOD = word_set(
    "well accurately reliably robustly faithfully clearly closely consistently precisely "
    "effectively efficiently stable general detailed accurate reliable robust faithful clear close "
    "consistent precise effective efficient useful helpful capable flexible expressive realistic "
    "natural diverse coherent correctly often successful informative interpretable"
)
"""What is good to be more, and bad to be less."""

_QUALITIES = dict.fromkeys(
    ("broader", "richer", "finer", "sharper", "cleaner", "clearer", "smoother", "safer", "smarter"),
    1,
) | dict.fromkeys(("coarser", "blurrier", "noisier", "rougher", "duller", "sloppier"), -1)


def _by_comparing(tokens: Sequence[Token], mention: Mention, sign: int) -> Contest | None:
    """`is more accurate than X`, `gives fewer errors compared with X`, `superior to X`."""
    place = mention.place
    word = tokens[place].lower
    start = verb_start(tokens, place)
    if word in ("superior", "inferior") and next_word(tokens, place) == "to":
        return Contest(place, sign, start, second_side(tokens, place + 2))
    if word.startswith("improv") and next_word(tokens, place) in ("on", "upon", "over"):
        return Contest(place, sign, start, second_side(tokens, place + 2))
    at = connector(tokens, place)
    if not mention.better and word not in _QUALITIES and (at < 0 or tokens[at - 1].lower != "than"):
        return None
    if at < 0:
        return _alone(tokens, place, sign, start)
    if tokens[at - 1].lower == "than" and at < len(tokens) and tokens[at].lower in _WHERE:
        return _by_condition(tokens, place, sign, at)
    return Contest(place, sign, start, second_side(tokens, at))


def _alone(tokens: Sequence[Token], place: int, sign: int, start: int) -> Contest | None:
    """`Compared with X, it is better`, `X still perform better`."""
    opened = _opened(tokens)
    if opened is not None and place >= opened.stop:
        first = first_side(tokens, start, place)
        since = range(max(first.start, opened.stop), max(first.stop, opened.stop))
        return Contest(place, sign, start, opened, since)
    group = {token.lower for token in tokens[max(0, start - 1) : place]}
    if sign < 0 or tokens[place].lower not in _ALONE or group.isdisjoint(_STILL):
        return None
    ends = place + 1 == len(tokens) or tokens[place + 1].lower in SECOND_STOPS | {","}
    return Contest(place, sign, start, range(0)) if ends else None


_ALONE = word_set("better superior faster stronger best ahead")
_STILL = word_set("still remain remains remained stay stays")
_WHERE = word_set("on in for with at under by when from after without during before among")


def _by_condition(tokens: Sequence[Token], place: int, sign: int, at: int) -> Contest | None:
    """`is better on X than on Y`: X and Y are compared."""
    for first in range(at - 2, max(-1, at - 14), -1):
        if tokens[first].lower == tokens[at].lower:
            second = second_side(tokens, at + 1)
            return Contest(place, sign, first, second, range(first + 1, at - 1))
    return None


def _opened(tokens: Sequence[Token]) -> range | None:
    """What a sentence that begins with `Compared with X,` compares with."""
    first = [token.lower for token in tokens[:2]]
    if first not in (["compared", "with"], ["compared", "to"], ["relative", "to"]):
        return None
    end = next((at for at, token in enumerate(tokens[:16]) if token.text == ","), 0)
    return range(2, end or _verb_like(tokens))


def _verb_like(tokens: Sequence[Token]) -> int:
    """Where a pronoun begins the main clause of a sentence that opens without a comma."""
    subjects = ("it", "they", "we", "this")
    return next((at for at, one in enumerate(tokens[:14]) if one.lower in subjects), 6)
