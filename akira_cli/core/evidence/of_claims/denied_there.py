"""What a sentence of a source denies, with which kind of word, and of what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_words.denying_words import Denial, base_denied_by, denial_of
from akira_cli.core.evidence.of_words.polarity import STOPS
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

AFTER, BEFORE = 3, 2
"""How many words that say something are denied after a denying word, and before it."""

_BEING = word_set("is are was were lies remains remain")
_BACKWARD = word_set(
    "free agnostic invariant alone absent missing unavailable infeasible impossible impractical "
    "intractable insufficient inadequate ineffective independent excluded removed eliminated "
    "avoided omitted discarded skipped limited scarce neglected ignored overlooked kept preserved "
    "maintained retained unchanged"
)


class Denied(NamedTuple):
    """A word at `place` that denies, and the stems of what it is said of, the nearest first."""

    kind: Denial
    place: int
    of: tuple[str, ...]


def denied_in(tokens: Sequence[Token], content: Sequence[bool]) -> list[Denied]:
    """The denying words of a sentence, in order."""
    found = []
    for place in range(len(tokens)):
        kind = denial_of(tokens, place)
        if kind:
            found.append(Denied(kind, place, _of(tokens, content, place)))
    return found


def _of(tokens: Sequence[Token], content: Sequence[bool], place: int) -> tuple[str, ...]:
    base = base_denied_by(tokens[place].lower)
    after = _content(tokens, content, range(place + 1, min(len(tokens), place + 8)), AFTER)
    if base:
        return (base, *after[:1])
    if tokens[place].lower in _BACKWARD or (place and tokens[place - 1].lower in _BEING):
        before = _content(tokens, content, range(place - 1, max(-1, place - 6), -1), BEFORE)
        return (*before, *after[:1])
    return tuple(after)


def _content(
    tokens: Sequence[Token], content: Sequence[bool], places: range, most: int
) -> list[str]:
    found: list[str] = []
    for at in places:
        if tokens[at].lower in STOPS and len(found) > 0:
            break
        if content[at]:
            found.append(tokens[at].stem)
            if len(found) == most:
                break
    return found


def set_against(tokens: Sequence[Token]) -> frozenset[int]:
    """The places that `unlike`, `contrary to` and the like reach: up to the comma after them."""
    found: set[int] = set()
    for place, token in enumerate(tokens):
        if token.lower in _AGAINST:
            found.update(_reach(tokens, place))
    return frozenset(found)


def _reach(tokens: Sequence[Token], place: int) -> Iterator[int]:
    inside = 0
    for at in range(place + 1, min(len(tokens), place + _REACH)):
        text = tokens[at].text
        inside += (text == "(") - (text == ")")
        following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
        if text in ",;:" and inside <= 0 and following not in _RELATIVE:
            return
        yield at


_REACH = 25
_RELATIVE = word_set("which who where that whose")
_AGAINST = word_set(
    "unlike contrary instead rather beyond opposed contrast whereas despite replacing replace "
    "replaces avoid avoids avoiding prevent prevents preventing challenge challenges challenging"
)
