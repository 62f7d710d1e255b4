"""The relations that a sentence tells of two things: `turns X into Y`, `X guides Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.of_claims.related_sides import (
    GOES_ON,
    REACH,
    Pair,
    pair_of,
    words_after,
    words_at,
    words_before,
)
from akira_cli.core.evidence.of_claims.relation_words import Marker, markers, participles
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

_OBJECT = 9
"""How many words on the second of two things stands at most, after the verb."""

_SHORT, _SUBJECT = 4, 3
"""How many words what acts, or is acted on, and a subject have."""


def relations(tokens: Sequence[Token]) -> Iterator[Pair]:
    """The relations that verbs, nouns and small words tell, in order."""
    table = markers()
    for place, token in enumerate(tokens):
        for marker in table.get(token.lower, ()):
            if _says(tokens, place, marker.words):
                yield from _READ[marker.frame](tokens, place, marker)


def _says(tokens: Sequence[Token], place: int, words: Sequence[str]) -> bool:
    """Whether words, the first of which stands at a place, go on there."""
    for at, word in enumerate(words[1:], place + 1):
        if at == len(tokens) or tokens[at].lower != word:
            return False
    return True


def _pair(
    marker: Marker, one: Sequence[str], other: Sequence[str], start: int, end: int
) -> Iterator[Pair]:
    first, second = (other, one) if marker.turned else (one, other)
    kind = f"does {stem(marker.words[0])}" if marker.kind == "does" else marker.kind
    return pair_of(kind, first, second, start, end)


def _between(tokens: Sequence[Token], place: int, marker: Marker) -> Iterator[Pair]:
    """`X rather than Y`."""
    last = place + len(marker.words)
    following = tokens[last].lower if last < len(tokens) else ""
    if following in _AT_ONCE or (marker.words == (",", "not") and following in _PARTLY):
        return iter(())  # `before and after` puts nothing in order
    if following in ("which", "that"):
        marker = marker._replace(turned=not marker.turned)  # `X, after which Y`
    reach = _SHORT if marker.kind == "cause" else REACH
    before, after = words_before(tokens, place, reach), words_after(tokens, last, reach)
    if marker.kind == "chosen":
        before = before[: len(after) + 1]  # what is chosen is told about as shortly
    return _pair(marker, before, after, place, min(last, len(tokens) - 1))


def _object(tokens: Sequence[Token], place: int, marker: Marker) -> Iterator[Pair]:
    """`turns X into Y`, and `X is turned into Y`."""
    at = _small(tokens, place, marker)
    if at is None:
        return iter(())
    one = words_at(tokens, range(place + 1, at))
    if not one and (_is_past(tokens[place]) or marker.frame == "thing"):
        one = words_before(tokens, place, _SHORT)
    return _pair(marker, one, words_after(tokens, at + 1, _SHORT + 1, GOES_ON), place, at)


def _small(tokens: Sequence[Token], place: int, marker: Marker) -> int | None:
    """Where the small word stands that the second of two things follows."""
    for at in range(place + 1, min(len(tokens), place + _OBJECT)):
        if tokens[at].lower in marker.small and not tokens[at].joined:
            return at
        if tokens[at].lower in _DIVIDES:
            break
    return None


def _noun(tokens: Sequence[Token], place: int, marker: Marker) -> Iterator[Pair]:
    """`the effect of X on Y`."""
    if place + 1 < len(tokens) and tokens[place + 1].lower in ("of", "from"):
        return _object(tokens, place + 1, marker)
    return iter(())


def _acts(tokens: Sequence[Token], place: int, marker: Marker) -> Iterator[Pair]:
    """`X guides Y`, and `Y is guided by X`."""
    after = tokens[place + 1 : place + 3]
    if tokens[place].joined or not after or after[0].joined:
        return iter(())
    if _is_past(tokens[place]):
        by = next((at for at, one in enumerate(after, place + 1) if one.lower == "by"), None)
        if by is not None:
            one = words_after(tokens, by + 1, _SHORT, GOES_ON)
            return _pair(marker, one, words_before(tokens, place, _SHORT), place, by)
        if after[0].lower not in _DETERMINERS:
            return iter(())
    if not _has_subject(tokens, place):
        return iter(())
    other = words_after(tokens, place + 1, _SHORT, GOES_ON)
    return _pair(marker, words_before(tokens, place, _SUBJECT), other, place, place)


def _has_subject(tokens: Sequence[Token], place: int) -> bool:
    """Whether the words before a verb may be its subject: not so of `by guiding Y`."""
    before = place - 1
    while before > 0 and tokens[before].lower.endswith("ly"):
        before -= 1
    earlier = tokens[before].lower if before >= 0 else ""
    if tokens[place].lower.endswith("ing") and earlier in _THUS:
        return True
    if before < 0 or tokens[before].lower in _NO_SUBJECT:
        return False
    adjectival = tokens[place].lower.endswith("ing")  # `applies steering vectors`
    return not adjectival or tokens[place + 1].lower in _DETERMINERS


def _is_past(token: Token) -> bool:
    """Whether a form of a verb may be a past participle."""
    return token.lower.endswith("ed") or token.lower in participles()


_DETERMINERS = word_set("the a an its their our this these that those each all both")
_AT_ONCE = word_set("and or")
_PARTLY = word_set("only just merely even yet all always")
_THUS = word_set(", thereby thus is are was were")
_NO_SUBJECT = word_set("the a an of for by in with on and or its their our this these , more most")
_DIVIDES = word_set(", ; : ( ) while whereas but which that and from by")
_READ = {"between": _between, "object": _object, "thing": _object, "acts": _acts, "noun": _noun}
