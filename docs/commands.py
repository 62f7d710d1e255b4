"""Write docs/commands.md from the command table, which is the only place they are described."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from akira_cli.cli.app import command_table

PAGE = Path(__file__).with_name("commands.md")
HEAD = """# Commands

Results go to stdout, talk and errors to stderr; `--json` on every command prints the result as
JSON. Before the command's name may stand `--workspace DIR` and `--offline`. What the exit codes
mean is in [exit-codes.md](exit-codes.md).
"""


def commands() -> Iterator[tuple[str, TyperCommand]]:
    """Every command with its whole name, `akira draft new`."""
    return _below("akira", typer.main.get_command(command_table()))


def _below(name: str, command: object) -> Iterator[tuple[str, TyperCommand]]:
    if isinstance(command, TyperGroup):
        for key, inner in command.commands.items():
            yield from _below(f"{name} {key}", inner)
    elif isinstance(command, TyperCommand):
        yield name, command


def page() -> str:
    """The page as it should be."""
    return "\n".join([HEAD, *(_section(name, command) for name, command in commands())])


def _section(name: str, command: TyperCommand) -> str:
    arguments = [each for each in command.params if isinstance(each, TyperArgument)]
    options = [each for each in command.params if isinstance(each, TyperOption)]
    usage = " ".join([name, *(str(each.metavar or each.name) for each in arguments)])
    rows = [f"- `{each.metavar or each.name}`: {each.help}" for each in arguments]
    rows += [f"- {_spelled(each)}: {each.help}" for each in options if each.name != "as_json"]
    return "\n".join([f"## `{usage}`", "", str(command.help), "", *rows, ""])


def _spelled(option: TyperOption) -> str:
    value = "" if option.is_flag else f" {option.metavar or str(option.name).upper()}"
    spellings = (*option.opts, *option.secondary_opts)
    return ", ".join(f"`{spelling}{value}`" for spelling in spellings)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
