"""The command table."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from akira_cli import __version__
from akira_cli.cli._boundary import guarded
from akira_cli.cli._options import Common

COMMANDS = {
    "init": "init:init",
    "draft": "draft:app",
    "fetch": "fetch:fetch",
    "add": "add:add",
    "refresh": "refresh:refresh",
    "figures": "figure:figures",
    "figure": "figure:figure",
    "highlight": "highlight:app",
    "move": "entry:move",
    "remove": "entry:remove",
    "edit": "entry:edit",
    "approve": "entry:approve",
    "undo": "history:undo",
    "redo": "history:redo",
    "log": "history:log",
    "export": "export:export",
    "formats": "export:formats",
    "layout": "layout:app",
    "preview": "preview:preview",
    "summarise": "summarise:summarise",
    "faithful": "faithful:faithful",
}
"""Name to module and member of this package, in the order of `--help`."""


def command_table(wanted: str | None = None) -> typer.Typer:
    """The whole table, or just the part a command line needs.

    Loading and building every command costs more than most commands take to run.
    """
    app = typer.Typer(
        name="akira",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(akira)
    for name in [wanted] if wanted in COMMANDS else COMMANDS:
        module, _, member = COMMANDS[name].partition(":")
        command = getattr(import_module(f"akira_cli.cli.{module}"), member)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    command = typer.main.get_command(command_table(_wanted(arguments)))
    return guarded(command, arguments)


def _wanted(arguments: Sequence[str]) -> str | None:
    """The command's name: the first argument that is no option and no option's value."""
    before = ""
    for argument in arguments:
        if not argument.startswith("-") and before != "--workspace":
            return argument
        before = argument
    return None


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"akira {__version__}")
        raise typer.Exit


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
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Curate, draft and publish a weekly machine-learning newsletter.

    A first issue: akira init; akira add 2110.02178 --section papers; akira draft show;
    akira export --format medium.
    """
    context.obj = Common(workspace, offline)
