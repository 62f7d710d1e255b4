"""Assemble an issue for one target."""

from __future__ import annotations

from dataclasses import dataclass

from akira_cli.core.gaps import gaps
from akira_cli.core.issue import Document
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
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
    return Exported(draft, document, tuple(gaps(draft)))
