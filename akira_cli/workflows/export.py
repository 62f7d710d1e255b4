"""Assemble an issue for one target."""

from __future__ import annotations

from dataclasses import dataclass

from akira_cli.core.entries import lacks
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Document, Draft, Layout
from akira_cli.ports import Exporter


@dataclass(frozen=True, slots=True)
class Exported:
    """A document, and what a careful curator would still mend before it goes out."""

    draft: Draft
    document: Document
    warnings: tuple[str, ...]


def export(draft: Draft, layout: Layout, exporter: Exporter) -> Exported:
    """Lay the draft out and render it; raises InvalidFile when it cannot be laid out."""
    document = exporter.render(lay_out(draft, layout))
    return Exported(draft, document, tuple(warnings(draft)))


def warnings(draft: Draft) -> list[str]:
    """What the issue still lacks, one line each."""
    if not draft.entries:
        return [f"{draft.label} has no entries yet"]
    found = [] if draft.highlights else [f"{draft.label} has no highlights"]
    for entry in draft.entries:
        found += [f"{entry.id}: {gap}" for gap in lacks(entry)]
    return found
