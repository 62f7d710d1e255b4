"""What a sentence, or two in a row, puts first and what then: `X, then Y`, `starts with X`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.of_claims.related_sides import (
    Pair,
    pair_of,
    words_after,
    words_at,
    words_before,
)
from akira_cli.core.evidence.of_claims.relation_words import forms
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_WHOLE = 16
"""How many words of a sentence belong to a step that it tells."""

_HEAD = 4
"""Among how many words of a sentence stands the one that makes it the next step."""


def sequences(tokens: Sequence[Token]) -> Iterator[Pair]:
    """What a sentence tells in an order of its parts."""
    for place, token in enumerate(tokens):
        if token.lower in _LATER and not (place and tokens[place - 1].lower == "the"):
            yield from _later(tokens, place)
        elif token.lower in _STARTING:
            yield from _started(tokens, place)


def next_step(tokens: Sequence[Token], earlier: Sequence[Token]) -> Iterator[Pair]:
    """A sentence and the one before it, when it opens with `Then` or `Second`."""
    if earlier and any(token.lower in _LATER | _SECOND for token in tokens[:_HEAD]):
        end = min(_HEAD, len(tokens) - 1)
        yield from pair_of("order", _step(earlier), _step(tokens), 0, end)


def _step(tokens: Sequence[Token]) -> list[str]:
    return [token.stem for token in tokens if is_content(token)][:_WHOLE]


def _later(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`X, then Y` and `X, and Y afterwards`."""
    start = place
    while start > 0 and tokens[start - 1].lower not in _CLAUSES:
        start -= 1
    before = start - 1
    while before > 0 and tokens[before - 1].lower in _CLAUSES:
        before -= 1
    if before > 0:
        later = [*words_at(tokens, range(start, place)), *words_after(tokens, place + 1)]
        yield from pair_of("order", words_before(tokens, before, 10), later, place, place)


def _started(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`starts with X and ends with Y`, which goes from X to Y as well."""
    if place + 1 == len(tokens) or tokens[place + 1].lower not in _WITH:
        return
    for at in range(place + 3, min(len(tokens) - 2, place + 16)):
        if tokens[at].lower in _ENDING and tokens[at + 1].lower in _WITH:
            first, then = words_at(tokens, range(place + 2, at)), words_after(tokens, at + 2)
            yield from pair_of("order", first, then, place, at)
            yield from pair_of("change", first, then, place, at)
            return


_SECOND = word_set("second secondly third thirdly lastly")
_LATER = word_set("then subsequently afterwards afterward next later finally thereafter")
_CLAUSES = word_set(", ; : ( and but which who that before after once")
_WITH = word_set("with from at on by in as")
_STARTING = frozenset(form for verb in ("start", "begin") for form in forms(verb))
_ENDING = frozenset(form for verb in ("end", "finish", "conclude", "stop") for form in forms(verb))
