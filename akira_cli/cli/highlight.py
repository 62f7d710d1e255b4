"""`akira highlight ...`: the bullets at the top of the issue."""

from __future__ import annotations

from typing import Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import data, emit_json, tell_published
from akira_cli.core.errors import UsageError
from akira_cli.core.line_breaks import on_one_line

app = typer.Typer(
    rich_markup_mode=None, no_args_is_help=True, help="The bullets at the top of the issue."
)


@app.command()
def add(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help="One to five sentences of Markdown, with links.")],
    group: Annotated[
        str,
        typer.Option(
            "--group", metavar="KEY", help="featured, use-cases, papers or one of the config."
        ),
    ] = "featured",
    position: Annotated[
        int | None, typer.Option("--position", metavar="N", help="The place, from 1; else last.")
    ] = None,
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Add a bullet."""
    from akira_cli.core.misplaced import group_hint, groups_of
    from akira_cli.core.models import Highlight
    from akira_cli.workflows.change import add_highlight
    from akira_cli.workflows.open_draft import draft_in_use

    adapters = connect(context)
    if not text.strip():
        raise UsageError("the highlight is empty", "give it a sentence")
    draft = draft_in_use(adapters.drafts, in_draft)
    known = groups_of(draft, adapters.layout(draft.language))
    if group not in known:
        raise UsageError(f"there is no highlight group '{group}'", group_hint(known))
    tell_published(draft)
    highlight = Highlight(on_one_line(text), group)
    written = add_highlight(adapters.drafts, draft, highlight, position)
    if as_json:
        emit_json({"draft": written.name, "highlights": written.highlights})
    else:
        number = position or len(written.highlights)
        data(f"highlight {number} of {written.label}: {highlight.text}")


@app.command("list")
def list_(context: typer.Context, in_draft: InDraft = None, as_json: AsJson = False) -> None:
    """List the bullets with their numbers."""
    from akira_cli.workflows.open_draft import draft_in_use

    draft = draft_in_use(connect(context).drafts, in_draft)
    if as_json:
        emit_json({"draft": draft.name, "highlights": draft.highlights})
        return
    for number, highlight in enumerate(draft.highlights, start=1):
        data(f"{number}  {highlight.group:<10} {highlight.text}")
    if not draft.highlights:
        data(f"{draft.label} has no highlights; 'akira highlight add TEXT' makes one")


@app.command()
def remove(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number in 'highlight list'.")],
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Take a bullet out."""
    from akira_cli.core.draft_edits import known_highlight
    from akira_cli.workflows.change import remove_highlight
    from akira_cli.workflows.open_draft import draft_in_use

    store = connect(context).drafts
    draft = draft_in_use(store, in_draft)
    tell_published(draft)
    gone = known_highlight(draft, number)
    written = remove_highlight(store, draft, number)
    if as_json:
        emit_json({"draft": written.name, "removed": gone, "highlights": written.highlights})
    else:
        data(f"removed highlight {number} of {draft.label}: {gone.text}")
