"""The pages of docs/ say what the program does."""

from __future__ import annotations

import re

import pytest
from typer.core import TyperCommand

from akira_cli.storage.draft_toml import load
from docs import commands, exit_codes
from tests.cli.command_line import REPOSITORY

COMMANDS = dict(commands.commands())
TOML_BLOCK = re.compile(r"```toml\n(.*?)```", re.DOTALL)


def test_the_page_of_exit_codes_is_up_to_date() -> None:
    assert exit_codes.PAGE.read_text() == exit_codes.page(), "run: python -m docs.exit_codes"


def test_the_page_of_commands_is_up_to_date() -> None:
    assert commands.PAGE.read_text() == commands.page(), "run: python -m docs.commands"


def test_the_readme_leads_to_the_commands() -> None:
    assert "(docs/commands.md)" in (REPOSITORY / "README.md").read_text()


def test_the_commands_are_those_of_the_design() -> None:
    assert {name.removeprefix("akira ") for name in COMMANDS} == {
        "init",
        "figures",
        "figure",
        "draft new",
        "draft list",
        "draft show",
        "draft use",
        "draft edit",
        "draft publish",
        "fetch",
        "add",
        "refresh",
        "highlight add",
        "highlight list",
        "highlight remove",
        "move",
        "remove",
        "edit",
        "approve",
        "undo",
        "redo",
        "log",
        "export",
        "formats",
        "layout show",
        "layout eject",
        "preview",
        "summarise",
        "faithful",
    }


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_every_command_and_option_is_described(command: TyperCommand) -> None:
    assert command.help
    texts = {str(each.name): getattr(each, "help", None) for each in command.params}
    assert [name for name, text in texts.items() if not text] == []
    assert "as_json" in texts


def test_the_draft_shown_as_an_example_is_one() -> None:
    page = (REPOSITORY / "docs" / "draft-file.md").read_text()
    (example,) = TOML_BLOCK.findall(page)
    draft = load(example.encode(), "issue-034")
    assert (draft.number, draft.label) == (34, "Issue #34")
    assert [(entry.id, entry.form) for entry in draft.entries] == [("2110.02178", "paper")]
    assert len(draft.highlights) == 1


def test_every_variable_of_the_environment_is_documented() -> None:
    page = (REPOSITORY / "docs" / "config.md").read_text()
    sources = "".join(path.read_text() for path in (REPOSITORY / "akira_cli").rglob("*.py"))
    used = set(re.findall(r"\bAKIRA_[A-Z_]+\b", sources))
    assert used
    assert [name for name in sorted(used) if f"`{name}" not in page] == []
