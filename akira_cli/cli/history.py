"""`akira undo`, `redo` and `log`: every change to a draft, reversible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import data, emit_json

if TYPE_CHECKING:
    from akira_cli.wiring import Adapters


def undo(
    context: typer.Context,
    in_draft: InDraft = None,
    force: Annotated[
        bool, typer.Option("--force", help="Even if the file was edited by hand since.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Take back the last change to a draft, byte for byte."""
    adapters = connect(context)
    record = adapters.history.undo(_name(adapters, in_draft), force)
    if as_json:
        emit_json(record)
    else:
        data(f"took back: {record.note} ({record.draft})")


def redo(context: typer.Context, in_draft: InDraft = None, as_json: AsJson = False) -> None:
    """Take back the last undo."""
    adapters = connect(context)
    record = adapters.history.redo(_name(adapters, in_draft))
    if as_json:
        emit_json(record)
    else:
        data(f"did again: {record.note} ({record.draft})")


def log(
    context: typer.Context,
    in_draft: InDraft = None,
    count: Annotated[int, typer.Option("-n", min=1, metavar="N", help="The last N.")] = 20,
    as_json: AsJson = False,
) -> None:
    """List the changes, newest first."""
    adapters = connect(context)
    records = adapters.history.log(_name(adapters, in_draft))[::-1][:count]
    if as_json:
        emit_json({"changes": records})
        return
    for record in records:
        when = record.time.astimezone().strftime("%Y-%m-%d %H:%M:%S")
        undone = "  (taken back)" if record.undone else ""
        data(f"{record.number:>4}  {when}  {record.draft:<16} {record.note}{undone}")
    if not records:
        data("nothing was changed yet")


def _name(adapters: Adapters, wanted: str | None) -> str | None:
    """The draft's name for the history, which knows drafts that are gone or broken, too."""
    if wanted is None or wanted in {record.draft for record in adapters.history.log()}:
        return wanted
    from akira_cli.workflows.open_draft import named_draft

    return named_draft(adapters.drafts, wanted).name
