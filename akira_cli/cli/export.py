"""`akira export`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import data, emit_json, note, visible, warn
from akira_cli.core.errors import UsageError

if TYPE_CHECKING:
    from akira_cli.core.models import Draft
    from akira_cli.wiring import Adapters


def export(
    context: typer.Context,
    format_: Annotated[
        str, typer.Option("--format", "-f", metavar="NAME", help="medium, markdown or json.")
    ],
    in_draft: InDraft = None,
    output: Annotated[
        str | None, typer.Option("--output", metavar="-", help="'-' prints the document instead.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Assemble the issue and print where it is."""
    from akira_cli.workflows.export import export as assemble

    if output not in (None, "-"):
        raise UsageError(f"cannot write to '{output}'", "--output takes '-' for stdout")
    if output == "-" and as_json:
        raise UsageError("--output - prints the document, --json what became of it", "give one")
    adapters = connect(context)
    exporter = adapters.exporter(format_)
    draft = _draft(adapters, in_draft)
    made = assemble(draft, adapters.settings.layout, exporter)
    for warning in made.warnings:
        warn(warning)
    for loss in made.document.losses:
        note(f"{loss.where}: {loss.what}")
    if output == "-":
        text = made.document.main.text
        # A document is UTF-8 wherever it goes; bytes are written as they are.
        typer.echo(visible(text) if sys.stdout.isatty() else text.encode(), nl=False)
        return
    path = adapters.exports.write(draft.name, made.document)
    if as_json:
        facts = {"draft": draft.name, "format": format_, "path": path}
        emit_json({**facts, "warnings": made.warnings, "losses": made.document.losses})
    else:
        data(path)


def _draft(adapters: Adapters, wanted: str | None) -> Draft:
    from akira_cli.workflows.open_draft import draft_to_export, next_draft, start_draft

    draft, passed_over = draft_to_export(adapters.drafts, wanted)
    if draft is None:
        draft = start_draft(adapters.drafts, next_draft(adapters.drafts, adapters.next_issue()))
        note(f"there was no draft, so {draft.label} was begun")
    elif passed_over is not None:
        note(
            f"{passed_over.label} is empty, so this is {draft.label}; "
            f"--draft {passed_over.name} exports it all the same"
        )
    elif wanted is None and draft.published:
        note(f"no draft is open, so this is {draft.label}, published already")
    return draft
