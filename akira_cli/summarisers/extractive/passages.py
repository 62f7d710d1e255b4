"""The sentences of an item, and where in it they stand."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.items import Part, Span
from akira_cli.core.planted import may_be_planted, planted_in
from akira_cli.core.sentences import cut_at_clause, sentence_spans
from akira_cli.summarisers.extractive.combination import Limits
from akira_cli.summarisers.extractive.tellings import Telling, without_unused_acronyms


class Passage(NamedTuple):
    """A sentence as the source has it: `item.abstract[start:end]`, white space made one blank."""

    text: str
    part: Part
    start: int
    end: int


def passages(text: str, part: Part, offset: int = 0) -> list[Passage]:
    """The sentences of a part of an item, or of a piece of it that begins at `offset`.

    Those that speak to a language model are left out.
    """
    found = [
        Passage(" ".join(text[start:end].split()), part, offset + start, offset + end)
        for start, end in sentence_spans(text)
        if any(map(str.isalnum, text[start:end]))
    ]
    return _for_readers(found, planted_in(text)) if may_be_planted(text) else found


def _for_readers(found: Sequence[Passage], planted: Sequence[str]) -> list[Passage]:
    """The passages with nothing in them that speaks to a language model instead of a reader."""
    spoken = [" ".join(passage.split()) for passage in planted]
    return [
        each
        for each in found
        if not any(each.text in passage or passage in each.text for passage in spoken)
    ]


def told_text(
    chosen: Sequence[Telling], found: Sequence[Passage], limits: Limits
) -> tuple[str, tuple[Span, ...]]:
    """The chosen sentences as one text within the limits, and where each was taken from."""
    pairs = pairwise([None, *chosen])
    told = [now.text(before) for before, now in pairs if now is not None]
    lean = without_unused_acronyms("\n".join(told)).split("\n")
    if sum(len(each.split()) for each in lean) >= limits.fewest:
        told = lean
    text = cut_at_clause(" ".join(told), limits.fewest, limits.most)
    return text, spans_of(text, told, [found[each.position] for each in chosen])


def spans_of(text: str, told: Sequence[str], of: Sequence[Passage]) -> tuple[Span, ...]:
    """Where each sentence of `text` comes from; it is `told`, joined, each made of one passage.

    Where two that were told read as one sentence, its span reaches from the first to the last.
    """
    ends: list[int] = []
    for piece in told:
        ends.append((ends[-1] + 1 if ends else 0) + len(piece))
    spans = []
    for sentence, (start, end) in enumerate(sentence_spans(text)):
        first = next((n for n, reach in enumerate(ends) if start < reach), len(of) - 1)
        last = next((n for n, reach in enumerate(ends) if end <= reach), len(of) - 1)
        last = last if of[last].part == of[first].part else first
        spans.append(Span(sentence, of[first].part, of[first].start, of[last].end))
    return tuple(spans)
