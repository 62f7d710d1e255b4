"""Which words of its source each sentence of an entry rests on. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from akira_cli.core.doubts import FIELDS, LONGEST_TEXT, Field, doubts
from akira_cli.core.evidence.alignment import supporting
from akira_cli.core.evidence.findings import Problem
from akira_cli.core.items import Item, Part
from akira_cli.core.models import Entry
from akira_cli.core.plain_words import plain_words
from akira_cli.core.sentences import sentence_spans


class Ground(NamedTuple):
    """A sentence of the source: the characters of that part of the Item, and its words."""

    part: Part
    start: int
    end: int
    text: str


class Grounded(NamedTuple):
    """A sentence of an entry, what it rests on (None: nothing), and what is doubtful in it."""

    field: Field
    sentence: str
    ground: Ground | None
    problems: tuple[Problem, ...]


def grounds(entry: Entry, item: Item) -> tuple[Grounded, ...]:
    """The sentences of headline and summary, each beside the sentence it rests on most."""
    known = list(_sentences_of(item))
    texts = [ground.text for ground in known]
    found = doubts(entry, item)
    rows = []
    for field in FIELDS:
        text = plain_words(getattr(entry, field))
        for start, end in sentence_spans(text):
            place = supporting(text[start:end], texts)
            inside = tuple(
                each.problem
                for each in found
                if each.field == field and start <= each.problem.start < end
            )
            ground = None if place is None else known[place]
            rows.append(Grounded(field, text[start:end], ground, inside))
    return tuple(rows)


def _sentences_of(item: Item) -> Iterator[Ground]:
    """What may be told of a thing: its abstract, an article's text, and at last its title."""
    parts: tuple[tuple[Part, str], ...] = (
        ("abstract", item.abstract),
        ("text", item.text[:LONGEST_TEXT]),
    )
    for part, text in parts:
        for start, end in sentence_spans(text):
            yield Ground(part, start, end, text[start:end])
    if item.title:
        yield Ground("title", 0, len(item.title), item.title)
