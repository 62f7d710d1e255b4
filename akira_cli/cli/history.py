"""`akira undo`, `redo` and `log`: every change to a draft, reversible."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import data, emit_json, visible
from akira_cli.core.errors import UnknownHandle

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
    text: Annotated[
        int | None, typer.Option("--text", metavar="N", help="Print the draft as change N left it.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the changes, newest first, or print an earlier text of a draft."""
    adapters = connect(context)
    if text is not None:
        _print_text(adapters, text)
        return
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


def _print_text(adapters: Adapters, number: int) -> None:
    """Any text a draft ever had can be had again, also one that no undo leads to."""
    found = adapters.history.text(number)
    if found is None:
        raise UnknownHandle(f"change {number} left no draft", "it took the file away")
    # Into a file it goes byte for byte, to a terminal so that it cannot act there.
    on_terminal = sys.stdout.isatty()
    typer.echo(visible(found.decode(errors="replace")) if on_terminal else found, nl=False)


def _name(adapters: Adapters, wanted: str | None) -> str | None:
    """The draft's name for the history, which knows drafts that are gone or broken, too."""
    if wanted is None or wanted in {record.draft for record in adapters.history.log()}:
        return wanted
    from akira_cli.workflows.open_draft import named_draft

    return named_draft(adapters.drafts, wanted).name
