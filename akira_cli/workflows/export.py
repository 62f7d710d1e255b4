"""Assemble one issue, or all published ones, for one target."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from akira_cli.core.draft_names import newest_first
from akira_cli.core.errors import Lossy
from akira_cli.core.gaps import gaps
from akira_cli.core.issue import Document
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
from akira_cli.ports import ArchiveExporter, DraftStore, Exporter, Exports
from akira_cli.workflows.laid_out import faults_placed, laid_out


class Exported(NamedTuple):
    """A document, and what a careful curator would still mend before it goes out.

    `draft` is None for a document of many issues.
    """

    document: Document
    warnings: tuple[str, ...]
    draft: Draft | None = None


def export(draft: Draft, layout: Layout, exporter: Exporter, store: DraftStore) -> Exported:
    """Lay the draft out and render it; raises InvalidFile when it cannot be laid out."""
    issue = laid_out(draft, layout, store)
    with faults_placed(draft, store):
        return Exported(exporter.render(issue), tuple(gaps(draft)), draft)


def export_archive(
    store: DraftStore, layout_in: Callable[[str], Layout], exporter: ArchiveExporter
) -> Exported:
    """Render all published issues, newest first.

    A draft that cannot be read is left out with a warning; raises InvalidFile for a published one
    that cannot be laid out.
    """
    drafts, warnings = [], []
    for one in store.all():
        if isinstance(one, Draft):
            drafts.append(one)
        else:
            warnings.append(f"left out: {one.error.message}")
    published = newest_first(draft for draft in drafts if draft.published)
    issues = [laid_out(draft, layout_in(draft.language), store) for draft in published]
    return Exported(exporter.render_all(issues), tuple(warnings))


def write(made: Exported, exports: Exports, store: DraftStore) -> str:
    """Write the document, in a folder of the draft's name, and return its path.

    Raises InvalidFile for a picture that is not there, with the line that names it.
    """
    if made.draft is None:
        return exports.write(".", made.document)
    with faults_placed(made.draft, store):
        return exports.write(made.draft.name, made.document)


def refuse_losses(name: str, document: Document) -> None:
    """Raise Lossy when a target drops or changes anything."""
    if document.losses:
        first, more = document.losses[0], len(document.losses) - 1
        others = f", and {more} more" if more else ""
        raise Lossy(
            f"{name} loses something: {first.where}: {first.what}{others}",
            "--explain lists it all; without --strict it is exported all the same",
        )
