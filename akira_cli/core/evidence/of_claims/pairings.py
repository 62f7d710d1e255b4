"""Two things that a sentence relates by words far from each other: `from X to Y`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.of_claims.related_sides import (
    GOES_ON,
    Pair,
    pair_of,
    words_after,
    words_at,
    words_before,
)
from akira_cli.core.evidence.of_claims.relation_words import forms
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_FAR = 16
"""How many words away the second of the two may begin."""


def pairings(tokens: Sequence[Token]) -> Iterator[Pair]:
    """The pairs that a sentence tells by two words, one for either of them."""
    for place, token in enumerate(tokens):
        lower = token.lower
        if lower == "from":
            yield from _change(tokens, place)
        elif lower == "to" and token.joined:
            yield from _joined(tokens, place)
        elif lower in _USED:
            yield from _used(tokens, place)
        elif lower in _TRAINED:
            yield from _trained(tokens, place)
        elif lower in _STRESSING or lower in _NEGLECTING:
            yield from _neglected(tokens, place)
        if lower in _OPENING and (not place or tokens[place - 1].text in ",;"):
            yield from _opened(tokens, place)


def _change(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`from X to Y`."""
    for at in range(place + 2, min(len(tokens), place + 9)):
        if tokens[at].text in ",;:()" or tokens[at].lower == "from":
            break
        if tokens[at].lower in ("to", "into", "toward", "towards"):
            first = words_at(tokens, range(place + 1, at))
            second = words_at(tokens, range(at + 1, min(len(tokens), at + 9)))
            yield from pair_of("change", first, second[:4], place, at)
            break


def _joined(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`coarse-to-fine`."""
    if place and place + 1 < len(tokens) and tokens[place + 1].joined:
        first, second = (words_at(tokens, range(at, at + 1)) for at in (place - 1, place + 1))
        yield from pair_of("change", first, second, place - 1, place + 1)


def _opened(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`Instead of X, Y` and `Unlike X, Y`: the second is chosen."""
    words = _OPENING[tokens[place].lower]
    start = place + len(words)
    if tuple(token.lower for token in tokens[place:start]) != words:
        return
    for at in range(start, min(len(tokens), place + _FAR)):
        if tokens[at].text == ",":
            second = words_at(tokens, range(start, at))
            yield from pair_of("chosen", words_after(tokens, at + 1), second, place, at)
            return


def _used(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`uses X to predict Y`, and `X is used to predict Y`."""
    for at in range(place + 1, min(len(tokens) - 2, place + 10)):
        if tokens[at].text in ",;:(":
            return
        if tokens[at].lower == "to" and tokens[at + 1].lower in _MAKING:
            first = words_at(tokens, range(place + 1, at), 5)
            if not first and tokens[place].lower.endswith("ed"):
                first = words_before(tokens, place, 4)
            second = words_after(tokens, at + 2, 4, GOES_ON)
            yield from pair_of("change", first, second, place, at)
            return


def _trained(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`trained on X and tested on Y`: from what to what is generalised."""
    if place + 2 >= len(tokens) or tokens[place + 1].lower not in _ON:
        return
    for at in range(place + 3, min(len(tokens) - 2, place + _FAR)):
        if tokens[at].lower in _TESTED and tokens[at + 1].lower in _ON:
            first = words_at(tokens, range(place + 2, at), 5)
            second = words_after(tokens, at + 2, 4, GOES_ON)
            yield from pair_of("change", first, second, place, at)
            return


def _neglected(tokens: Sequence[Token], place: int) -> Iterator[Pair]:
    """`stresses X, overlooking Y` and `overlooks Y while stressing X`."""
    stressed = tokens[place].lower in _STRESSING
    others = _NEGLECTING if stressed else _STRESSING
    for at in range(place + 2, min(len(tokens) - 1, place + _FAR)):
        if tokens[at].lower in others:
            sides = words_at(tokens, range(place + 1, at)), words_after(tokens, at + 1)
            yield from pair_of("chosen", *(sides if stressed else sides[::-1]), place, at)
            return


def _forms_of(verbs: str) -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in forms(verb))


_OPENING = {
    "instead": ("instead", "of"),
    "rather": ("rather", "than"),
    "unlike": ("unlike",),
    "in": ("in", "contrast", "to"),
    "contrary": ("contrary", "to"),
}
_USED = _forms_of("use leverage employ utilise utilize exploit harness take")
_TRAINED = _forms_of("train pretrain fit learn develop build")
_TESTED = _forms_of(
    "test evaluate apply deploy finetune tune transfer generalise generalize validate run use work "
    "adapt extend"
)
_ON = word_set("on to in with for")
_MAKING = word_set(
    "predict generate produce infer estimate reconstruct synthesise synthesize derive recover "
    "create train supervise guide teach build refine correct select annotate label evaluate judge "
    "explain verify filter rank score improve enhance detect retrieve initialise initialize steer "
    "condition"
)
_STRESSING = word_set(
    "focus focuses focusing focused concentrate concentrates concentrating concentrated"
) | _forms_of(
    "emphasise emphasize overemphasise overemphasize stress prioritise prioritize favour favor "
    "prefer highlight"
)
_NEGLECTING = _forms_of(
    "neglect overlook ignore disregard omit downplay discard underplay sacrifice"
)
