"""The outline of a draft: every section, every handle, every gap. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from akira_cli.core.gaps import lacks
from akira_cli.core.line_breaks import on_one_line
from akira_cli.core.models import Draft, Highlight
from akira_cli.core.page import Section


class OutlineEntry(NamedTuple):
    """One entry: its handles, its headline, what it lacks, what in it is doubtful."""

    handle: str
    id: str
    form: str
    headline: str
    title: str
    lacks: tuple[str, ...]
    doubts: tuple[str, ...] = ()


class OutlineSection(NamedTuple):
    """One section of the layout, empty or not; `number` is what `--section` takes."""

    number: int
    key: str
    heading: str
    entries: tuple[OutlineEntry, ...]


class Outline(NamedTuple):
    """A draft as the curator looks at it while working."""

    name: str
    label: str
    date: date | None
    published: bool
    file: str
    highlights: tuple[Highlight, ...]
    sections: tuple[OutlineSection, ...]
    missing: tuple[str, ...]


def outline(
    draft: Draft,
    sections: Sequence[Section],
    file: str,
    doubts: Mapping[str, Sequence[str]] | None = None,
) -> Outline:
    """The outline of a draft in the sections of a layout; `doubts` are told by entry id."""
    told = doubts or {}
    known = {section.key for section in sections}
    strays = dict.fromkeys(e.section for e in draft.entries if e.section not in known)
    missing = [] if draft.highlights else ["highlights"]
    missing += [f"section '{key}' is not in the layout" for key in strays]
    rows = [
        OutlineSection(
            number, section.key, section.heading, _rows(draft, number, section.key, told)
        )
        for number, section in enumerate(sections, start=1)
    ]
    rows += [OutlineSection(0, key, key, _rows(draft, 0, key, told)) for key in strays]
    return Outline(
        name=draft.name,
        label=draft.label,
        date=draft.date,
        published=draft.published,
        file=file,
        highlights=draft.highlights,
        sections=tuple(rows),
        missing=tuple(missing),
    )


def _rows(
    draft: Draft, number: int, key: str, doubts: Mapping[str, Sequence[str]]
) -> tuple[OutlineEntry, ...]:
    return tuple(
        OutlineEntry(
            handle=f"{number}.{place}" if number else entry.id,
            id=entry.id,
            form=entry.form,
            headline=on_one_line(entry.headline),
            title=on_one_line(entry.title),
            lacks=lacks(entry),
            doubts=tuple(doubts.get(entry.id, ())),
        )
        for place, entry in enumerate(draft.in_section(key), start=1)
    )
