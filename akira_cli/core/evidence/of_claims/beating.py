"""Who is said to win by a word of winning or losing: `X beats Y`, `X falls behind Y`."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_claims.compared_sides import (
    FAR,
    HARD_STOPS,
    STANDS,
    Contest,
    connector,
    next_word,
    second_side,
    speaks_of_bad,
    verb_start,
)
from akira_cli.core.evidence.of_claims.winning_words import LOSES, PARTICIPLES, WINS
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_PLACED = {"behind": -1, "below": -1, "short": -1, "ahead": 1, "above": 1, "beneath": -1}
_LOST_TO = word_set("lose loses lost losing yields yield yielding yielded concede concedes match")

BEING = word_set("is are was were be been being get gets got getting")


def beating(tokens: Sequence[Token], place: int) -> Contest | None:
    """The contest that a word of winning or losing tells of."""
    token = tokens[place]
    if token.joined or not (token.lower in TRIGGERS or token.lower[-1] in "x×"):
        return None
    return next((one for one in (by(tokens, place) for by in _WAYS) if one), None)


def _by_verb(tokens: Sequence[Token], place: int) -> Contest | None:
    word = tokens[place].lower
    if word in LOSES:
        behind = next_word(tokens, place) == "behind"
        if word.startswith("lag") and not behind:
            return None
        if word.startswith("trail") and not _is_verb(tokens, place):
            return None
        first = place + 1 + behind
        return Contest(place, -1, verb_start(tokens, place), second_side(tokens, first))
    if word not in WINS:
        return None
    by = _agent(tokens, place)
    start = verb_start(tokens, place)
    if is_passive(tokens, place, start, by):
        return Contest(place, -1, start, second_side(tokens, by) if by else range(0))
    return Contest(place, 1, start, second_side(tokens, place + 1))


def _is_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether `trail` or `trails` is said of a subject: something is trailed."""
    following = next_word(tokens, place)
    return following not in ("", "of", "and", ",", ";", ".", "is", "are", "for") and place > 0


def _agent(tokens: Sequence[Token], place: int) -> int:
    """Where the words after `by` begin that name who has won, or 0."""
    for at in range(place + 1, min(len(tokens), place + 9)):
        word = tokens[at].lower
        if word in ",;:(" or word in ("and", "but", "while"):
            return 0
        if word == "by" and at + 1 < len(tokens) and not _is_amount(tokens, at + 1):
            return at + 1
    return 0


def _is_amount(tokens: Sequence[Token], place: int) -> bool:
    """Whether what follows `by` says by how much, or means: `by 3 points`, `by far`."""
    near = [token.lower for token in tokens[place : place + 5]]
    if near[0][0].isdigit() or near[0] in _AMOUNTS or near[0].endswith("ing"):
        return True
    return near[0] in ("a", "an", "the", "as", "up", "more", "over", "about") and any(
        word in _AMOUNTS or word[0].isdigit() for word in near[1:4]
    )


_AMOUNTS = word_set(
    "far margin margins points point percent wide large considerable significant almost nearly "
    "roughly about over around up more half much several two three four five average lot"
)


def is_passive(tokens: Sequence[Token], place: int, start: int, agent: int) -> bool:
    """Whether a winning verb is said of who has lost."""
    word = tokens[place].lower
    if not (word.endswith("ed") or word in PARTICIPLES):
        return False
    if any(token.lower in BEING for token in tokens[start:place]):
        return True
    return agent > 0 and tokens[agent - 1].lower == "by"


def _by_place(tokens: Sequence[Token], place: int) -> Contest | None:
    """`falls behind X`, `comes out ahead of X`, `leaves X behind`."""
    word = tokens[place].lower
    if word not in _PLACED:
        return None
    following = next_word(tokens, place)
    if following and following[0].isdigit():
        return None
    if word == "short" and following != "of":
        return None
    left = _left_behind(tokens, place) if word == "behind" else None
    if left is not None:
        return left
    start = verb_start(tokens, place)
    governed = {token.lower for token in tokens[start:place]}
    if governed.isdisjoint(STANDS):
        beside = tokens[place - 1].lower if place else ""
        if beside not in FAR and not (word == "ahead" and beside in ("", ",")):
            return None
        if word == "behind" and following in ("the", "this", "that", "its", "these"):
            return None
    if word in ("below", "above") and (not following or speaks_of_bad(tokens[:place])):
        return None
    of = following == "of"
    return Contest(place, _PLACED[word], start, second_side(tokens, place + 1 + of))


def _left_behind(tokens: Sequence[Token], place: int) -> Contest | None:
    for at in range(place - 1, max(-1, place - 9), -1):
        word = tokens[at].lower
        if word in HARD_STOPS or word == ",":
            return None
        if word in _LEAVES:
            start = verb_start(tokens, at)
            if any(token.lower in BEING for token in tokens[start:at]):
                by = _agent(tokens, place)
                return Contest(place, -1, start, second_side(tokens, by) if by else range(0))
            return Contest(place, 1, start, range(at + 1, place))
    return None


_LEAVES = word_set("leave leaves left leaving")


def _by_loss(tokens: Sequence[Token], place: int) -> Contest | None:
    """`loses to X`, `yields to X`, `is no match for X`."""
    word = tokens[place].lower
    if word not in _LOST_TO:
        return None
    following = [token.lower for token in tokens[place + 1 : place + 4]]
    if word == "match":
        if not (place and tokens[place - 1].lower == "no" and following[:1] == ["for"]):
            return None
        return Contest(place, -1, verb_start(tokens, place - 1), second_side(tokens, place + 2))
    skip = 1 + (following[:1] in (["out"], ["ground"], ["narrowly"], ["clearly"]))
    if following[skip - 1 : skip] not in (["to"], ["against"]):
        return None
    return Contest(place, -1, verb_start(tokens, place), second_side(tokens, place + 1 + skip))


def _by_having(tokens: Sequence[Token], place: int) -> Contest | None:
    """`keeps an edge over X`, `retain a significant advantage`, `the superiority of X over Y`."""
    word = tokens[place].lower
    if word not in _ADVANTAGES:
        return None
    if word == "hand" and (not place or tokens[place - 1].lower != "upper"):
        return None
    at = connector(tokens, place)
    second = second_side(tokens, at) if at > 0 else range(0)
    had = next(
        (one for one in range(place - 1, max(-1, place - 6), -1) if tokens[one].lower in _HAVING),
        -1,
    )
    if had >= 0:
        return Contest(place, 1, verb_start(tokens, had), second)
    if word == "superiority":
        of = place + 2 if next_word(tokens, place) == "of" else 0
        first = range(of, at - 1 if at > of else of + 8) if of else range(max(0, place - 5), place)
        return Contest(place, 1, place, second, range(first.start, min(first.stop, len(tokens))))
    return None


_ADVANTAGES = word_set("advantage advantages lead edge superiority hand")
_HAVING = word_set(
    "retain retains retained hold holds held keep keeps kept have has had enjoy enjoys enjoyed "
    "maintain maintains maintained gain gains gained take takes took exhibit exhibits exhibited "
    "show shows showed showing demonstrate demonstrates demonstrated offer offers offered with "
    "get gets preserve preserves claim claims having holding keeping retaining"
)


def _by_times(tokens: Sequence[Token], place: int) -> Contest | None:
    """`reaches up to 2.0x over X`."""
    if not _TIMES.fullmatch(tokens[place].lower) and tokens[place].lower not in ("x", "times"):
        return None
    if next_word(tokens, place) != "over":
        return None
    return Contest(place, 1, verb_start(tokens, place), second_side(tokens, place + 2))


_TIMES = Pattern(r"\d+(?:\.\d+)?x|[x×]")


_WAYS = (_by_verb, _by_place, _by_loss, _by_having, _by_times)
TRIGGERS = WINS | LOSES | frozenset(_PLACED) | _LOST_TO | _ADVANTAGES
