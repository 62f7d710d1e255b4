"""The command table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from akira_cli import __version__
from akira_cli.cli import add, draft, entry, export, fetch, highlight, history, init
from akira_cli.cli._boundary import guarded
from akira_cli.cli._options import Common

app = typer.Typer(
    name="akira",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("init")(init.init)
app.command("fetch")(fetch.fetch)
app.command("add")(add.add)
app.command("refresh")(fetch.refresh)
app.add_typer(draft.app, name="draft", help="Begin, list, show, choose, edit, publish issues.")
app.add_typer(highlight.app, name="highlight", help="The bullets at the top of the issue.")
app.command("move")(entry.move)
app.command("remove")(entry.remove)
app.command("edit")(entry.edit)
app.command("approve")(entry.approve)
app.command("undo")(history.undo)
app.command("redo")(history.redo)
app.command("log")(history.log)
app.command("export")(export.export)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"akira {__version__}")
        raise typer.Exit


@app.callback()
def akira(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace", metavar="DIR", help="The workspace; else found from here upwards."
        ),
    ] = None,
    offline: Annotated[bool, typer.Option("--offline", help="Open no connection.")] = False,
    version: Annotated[  # noqa: ARG001  # handled by its callback
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Curate, draft and publish a weekly machine-learning newsletter.

    A first issue: akira init; akira add 2110.02178 --section papers; akira draft show;
    akira export --format medium.
    """
    context.obj = Common(workspace, offline)


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    return guarded(typer.main.get_command(app), arguments)
