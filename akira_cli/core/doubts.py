"""What an entry says that its source, as far as it is known, does not. Pure."""

from __future__ import annotations

from typing import Literal, NamedTuple

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.items import Item
from akira_cli.core.models import Entry
from akira_cli.core.plain_words import plain_words

Field = Literal["headline", "summary"]
FIELDS: tuple[Field, ...] = ("headline", "summary")
LONGEST_TEXT = 60_000
"""Characters of an article that are read; what is told of it stands in its beginning."""


class Doubt(NamedTuple):
    """A problem of one of an entry's texts; its characters are those of the text's plain words."""

    entry_id: str
    field: Field
    problem: Problem


def evidence(entry: Entry, item: Item) -> tuple[str, ...]:
    """All that is known of a thing, and what its picture shows: what an entry may rest on."""
    figure, card = entry.figure, item.card
    return (
        item.title,
        item.abstract,
        item.text[:LONGEST_TEXT],
        item.comment,
        item.journal,
        item.site,
        ", ".join(item.authors),
        *((figure.caption, figure.alt) if figure else ()),
        *((card.title, card.description) if card else ()),
    )


def doubts(entry: Entry, item: Item) -> tuple[Doubt, ...]:
    """The problems of an entry's texts, whoever wrote them.

    A description in words other than the source's own proves nothing: then there are none.
    """
    if item.abstract_is_description or not (item.abstract or item.text):
        return ()
    # the rules take longer to load than the doubts that are kept take to be told
    from akira_cli.core.faithful import problems, read_source

    source = read_source(evidence(entry, item))
    return tuple(
        Doubt(entry.id, field, problem)
        for field in FIELDS
        for problem in problems(plain_words(getattr(entry, field)), source)
    )
