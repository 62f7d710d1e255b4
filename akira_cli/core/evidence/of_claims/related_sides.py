"""What stands on the two sides of a word that tells a relation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

REACH = 6
"""How many words on either side of a relation belong to what it relates."""

FAR = 14
"""How many places away they may be."""


class Pair(NamedTuple):
    """Two things in order: what is chosen and what is not, from what to what, what is first and
    what then, the cause and its effect. `start` and `end` are the places of the words."""

    relation: str
    first: frozenset[str]
    second: frozenset[str]
    start: int
    end: int


def pair_of(
    relation: str, first: Sequence[str], second: Sequence[str], start: int, end: int
) -> Iterator[Pair]:
    """The pair of two sides, none when one of them says nothing."""
    if first and second:
        yield Pair(relation, frozenset(first), frozenset(second), start, end)


def words_before(tokens: Sequence[Token], place: int, most: int = REACH) -> list[str]:
    """The stems of the nearest words before a place that say something, in its clause."""
    return words_at(tokens, range(place - 1, max(-1, place - FAR), -1), most=most)


def words_after(
    tokens: Sequence[Token], place: int, most: int = REACH, ends: frozenset[str] = frozenset()
) -> list[str]:
    """The stems of the nearest words from a place on, up to one of `ends`."""
    return words_at(tokens, range(place, min(len(tokens), place + FAR)), most=most, ends=ends)


def words_at(
    tokens: Sequence[Token],
    places: range,
    most: int = REACH,
    ends: frozenset[str] = frozenset(),
) -> list[str]:
    """The nearest words that say something, up to the end of the clause."""
    found: list[str] = []
    for at in places:
        token = tokens[at]
        if token.text in ("(", ")") and _is_gloss(tokens, at):
            continue
        if len(found) == most or token.lower in _MARKS:
            break
        if at != places.start and (token.lower in _ENDS or token.lower in ends):
            break
        if found and (token.lower == "," or (token.lower == "that" and places.step < 0)):
            break
        if is_content(token) and not _says_how(token):
            found.append(_told(token))
    return found


def _told(token: Token) -> str:
    """The stem of a word, `llm` for `LLMs`, and `-4` for what sets `GPT-4` apart."""
    if token.text[0].isdigit() and token.joined:
        return f"-{token.lower}"
    return (
        token.lower[:-1] if token.text.endswith("s") and token.text[:-1].isupper() else token.stem
    )


def _is_gloss(tokens: Sequence[Token], at: int) -> bool:
    """Whether a bracket opens or closes one around a single word: `graphics (SVG)`."""
    return any(
        tokens[first].text == "(" and tokens[first + 2].text == ")"
        for first in (at, at - 2)
        if 0 <= first < len(tokens) - 2
    )


def _says_how(token: Token) -> bool:
    return token.lower in _FILLING or (token.lower.endswith("ly") and len(token.lower) > 5)


GOES_ON = word_set(
    "in for by with via through using from at during when to across within under on and so than "
    "over without if that where"
)
"""Words that end what a verb is done to."""

_MARKS = frozenset(";:()")
_ENDS = word_set("while whereas although though but which because since")
_FILLING = word_set(
    "show shows showed shown find finds found demonstrate demonstrates reveal reveals report "
    "reports experiments experiment results result perform performs performed achieve achieves "
    "achieved achieving get gets do does did be being yield yields tend tends turn turns out come "
    "comes came prove proves proved seem seems appear appears remain remains lag lags "
    "lagged fall falls fell stay stays stand stands rank ranks keep keeps one ones"
)
"""Words between what is compared and the comparison, as in `comes out ahead`."""
