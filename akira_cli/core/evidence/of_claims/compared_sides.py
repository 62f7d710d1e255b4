"""Where in a sentence the two sides of a comparison stand: what is compared, and with what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.winning_words import WINS
from akira_cli.core.evidence.of_words.signs import welcome_or_not
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set


class Contest(NamedTuple):
    """A word that says who is better: 1 when the first side is, -1 when the second is.

    `verb` is where its verb group begins, what is before that is the first side; `second` are the
    places of the second side, none when nothing is said of it. `place` is the word itself.
    """

    place: int
    sign: int
    verb: int
    second: range
    first: range | None = None


_CONNECTING = (
    ("than",),
    ("compared", "with"),
    ("compared", "to"),
    ("comparison", "to"),
    ("comparison", "with"),
    ("relative", "to"),
    ("over",),
)
_REACH = 14
"""How many words after a comparison it may say with what."""


STANDS = word_set(
    "is are was were be been being fall falls fell fallen falling lag lags lagged lagging stay "
    "stays stayed staying remain remains remained remaining come comes came coming finish finishes "
    "finished end ends ended rank ranks ranked ranking drop drops dropped sit sits place places "
    "placed trail trails trailed score scores scored scoring perform performs performed land lands "
    "landed left keep keeps put puts"
)
_BESIDE_VERB = word_set(
    "still also even far well just slightly clearly not n't never always often usually typically "
    "all both each only now again yet thus then however indeed nearly almost can could may might "
    "will would shall should must do does did have has had to by out too much no longer "
    "outright already in turn part for its on average"
)
HARD_STOPS = word_set(
    "; : but while whereas although though because since where when if unless whilst yet – —"
)
SECOND_STOPS = word_set(
    "; : ( ) but while whereas although though because since where when which who with on in at "
    "for across under by from achieving demonstrating showing reaching  – — as especially "
    "except besides apart save even particularly despite without using"
)
FAR = word_set("far well just slightly still clearly % points point percent points narrowly")


def second_side(tokens: Sequence[Token], first: int) -> range:
    """The places of what a comparison is made with, from the first on."""
    end = first
    if first < len(tokens) and tokens[first].lower in _EARLIER:
        return range(0)
    while end < len(tokens) and end - first < 22:
        word = tokens[end].lower
        if word in SECOND_STOPS or (end > first and word in _SUBJECTS - _OWNED):
            break
        if word == "," and not _goes_on(tokens, end):
            break
        end += 1
    return range(first, end)


def _goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """Whether a list goes on after a comma: `A, B and C`, `A, including B`."""
    following = next_word(tokens, comma)
    if following in ("and", "or"):
        second = tokens[comma + 2].lower if comma + 2 < len(tokens) else ""
        return not (second.endswith(("ing", "s")) and second in WINS) and second not in _NEW_CLAUSE
    if following in ("including", "such", "like", "namely"):
        return True
    if following.endswith("ing") or following in SECOND_STOPS | _SUBJECTS:
        return False
    rest = [token.lower for token in tokens[comma + 1 : comma + 9]]
    return "and" in rest or "or" in rest or "," in rest


_EARLIER = word_set("before usual ever expected normal thought usually previously when if")
_OWNED = word_set("the its his our these this")
_SUBJECTS = word_set("it they we this these the its he she our so")


_NEW_CLAUSE = _SUBJECTS | word_set(
    "also that is are was were can even thus then has have shows achieves improves generalizes "
    "reduces makes gives helps works requires enables uses does runs needs"
)


def verb_start(tokens: Sequence[Token], place: int) -> int:
    """Where the verb group that a word belongs to begins."""
    at = place
    while at and place - at < 8 and _is_beside_verb(tokens[at - 1]):
        at -= 1
    return at


def _is_beside_verb(token: Token) -> bool:
    word = token.lower
    return (
        word in _BESIDE_VERB
        or word in STANDS
        or (word.endswith("ly") and len(word) > 4)
        or (word[0].isdigit() and not token.joined)
        or word in FAR
        or word in ("retain", "prove", "proves")
    )


def next_word(tokens: Sequence[Token], place: int) -> str:
    """The word after a place, in lower case; none at the end."""
    return tokens[place + 1].lower if place + 1 < len(tokens) else ""


def first_side(tokens: Sequence[Token], verb: int, place: int) -> range:
    """The places of what is said to win or lose: the subject of the verb group that begins at
    `verb` and has its main word at `place`."""
    at = verb
    before = tokens[at - 1].lower if at else ""
    if before in ("that", "which", "who") and at > 1:
        end = at - 1 - (tokens[at - 2].text == ",")
        return range(_antecedent(tokens, end), end)
    if before in HARD_STOPS:
        return _subject(tokens, _clause_start(tokens, at - 1, frozenset()), at - 1)[:12]
    if before in (",", ")") and not tokens[place].lower.endswith("ing"):
        opening = "(" if before == ")" else ","
        end = at - 1
        while end and tokens[end - 1].text != opening and tokens[end - 1].lower not in HARD_STOPS:
            end -= 1
        if end and tokens[end - 1].text == opening:
            return range(_clause_start(tokens, end - 1, _SOFT_STOPS), end - 1)
    if before in (",", "and", "or", ")", "then"):
        return _subject(tokens, _clause_start(tokens, at - 1, frozenset()), at)
    return _subject(tokens, _clause_start(tokens, at, _SOFT_STOPS), at)


def _antecedent(tokens: Sequence[Token], end: int) -> int:
    """Where what a relative clause is said of begins: with the name that `, a tool` explains."""
    start = _clause_start(tokens, end, _SOFT_STOPS)
    if start > 1 and tokens[start - 1].text == "," and tokens[start].lower in ("a", "an"):
        return _clause_start(tokens, start - 1, _SOFT_STOPS)
    return start


def _subject(tokens: Sequence[Token], start: int, end: int) -> range:
    """A clause from its subject on: without `On four sets,` before it."""
    if start < end and tokens[start].lower in _OPENING:
        comma = next((at for at in range(start, end) if tokens[at].text == ","), -1)
        if 0 <= comma < end - 1:
            return range(comma + 1, end)
    return range(start, end)


_OPENING = word_set(
    "on in at for with across under by from after before without during as to over among against "
    "within evaluated tested trained compared relative using given through"
)
_SOFT_STOPS = word_set(", that ( which who")


def _clause_start(tokens: Sequence[Token], end: int, stops: frozenset[str]) -> int:
    at = end
    while at and tokens[at - 1].lower not in HARD_STOPS and tokens[at - 1].lower not in stops:
        at -= 1
    return at


def connector(tokens: Sequence[Token], place: int) -> int:
    """Where what something is compared with begins, or -1."""
    for at in range(place + 1, min(len(tokens), place + _REACH)):
        word = tokens[at].lower
        if word in HARD_STOPS:
            return -1
        for words in _CONNECTING:
            if word == words[0] and (len(words) == 1 or next_word(tokens, at) == words[1]):
                return -1 if _is_joined(tokens, at + 1) else at + len(words)
    return -1


def _is_joined(tokens: Sequence[Token], place: int) -> bool:
    return place < len(tokens) and tokens[place].joined


def speaks_of_bad(tokens: Sequence[Token]) -> bool:
    """Whether what is above something may be an error or a cost."""
    return any(welcome_or_not().get(token.stem, 0) < 0 for token in tokens)
