"""Assemble one issue, or all published ones, for one target."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from akira_cli.core.draft_names import newest_first
from akira_cli.core.errors import Lossy, UnclearRights
from akira_cli.core.gaps import gaps
from akira_cli.core.issue import Document
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
from akira_cli.core.rights import unclear_pictures
from akira_cli.core.settings import Policy
from akira_cli.ports import ArchiveExporter, DraftStore, Exporter, Exports
from akira_cli.workflows.laid_out import faults_placed, laid_out


class Exported(NamedTuple):
    """A document, and what a careful curator would still mend before it goes out.

    `draft` is None for a document of many issues.
    """

    document: Document
    warnings: tuple[str, ...]
    draft: Draft | None = None


def export(
    draft: Draft,
    layout: Layout,
    exporter: Exporter,
    store: DraftStore,
    policy: Policy = "warn",
) -> Exported:
    """Lay the draft out and render it.

    Raises InvalidFile when it cannot be laid out, UnclearRights for a picture that nobody is
    known to allow where the `policy` is to require that.
    """
    issue = laid_out(draft, layout, store)
    unclear = unclear_warnings(draft, policy)
    with faults_placed(draft, store):
        return Exported(exporter.render(issue), (*gaps(draft), *unclear), draft)


def unclear_warnings(draft: Draft, policy: Policy) -> tuple[str, ...]:
    """What the policy says of pictures that nobody is known to allow; raises UnclearRights."""
    unclear = [] if policy == "ignore" else unclear_pictures(draft)
    if unclear and policy == "require":
        more = f", and {len(unclear) - 1} more" if unclear[1:] else ""
        raise UnclearRights(f"{unclear[0].entry_id}: {unclear[0].why}{more}", unclear[0].remedy)
    return tuple(f"{each.entry_id}: {each.why}; {each.remedy}" for each in unclear)


def export_archive(
    store: DraftStore,
    layout_in: Callable[[str], Layout],
    exporter: ArchiveExporter,
    policy: Policy = "warn",
) -> Exported:
    """Render all published issues, newest first.

    A draft that cannot be read is left out with a warning; raises InvalidFile for a published one
    that cannot be laid out, and UnclearRights as `export`.
    """
    drafts, warnings = [], []
    for one in store.all():
        if isinstance(one, Draft):
            drafts.append(one)
        else:
            warnings.append(f"left out: {one.error.message}")
    published = newest_first(draft for draft in drafts if draft.published)
    for draft in published:
        warnings += [f"{draft.label}: {each}" for each in unclear_warnings(draft, policy)]
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
