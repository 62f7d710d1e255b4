"""The README is short, and what it shows works."""

from __future__ import annotations

import json
import re
import shlex
import tomllib
from pathlib import Path

import pytest

from tests.cli.command_line import MOBILE_VIT, REPOSITORY, Akira

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)#\s]+)\)")


@pytest.fixture
def session() -> list[str]:
    """The lines of the console block under "A first issue"."""
    _, _, chapter = README.partition("## A first issue")
    return chapter.split("```console\n")[1].split("```")[0].splitlines()


def test_the_readme_is_short() -> None:
    assert README.count("\n") <= 90


def test_the_first_issue_can_be_made_line_by_line(
    nowhere: Akira, session: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere.environ(EDITOR="true")
    printed = {}
    for line in session:
        program, *arguments = shlex.split(line, comments=True)
        if program == "cd":
            monkeypatch.chdir(arguments[0])
        else:
            assert program == "akira"
            printed[" ".join(arguments)] = nowhere.done(arguments)
    page = Path(printed["export --format medium"].strip())
    assert MOBILE_VIT in page.read_text()
    assert (page.parent / "checklist.md").is_file()
    listed = json.loads(nowhere.done("draft list --json"))["drafts"]
    assert [(one["published"], one["entries"]) for one in listed] == [(True, 3)]


def test_the_session_shows_each_step_of_an_issue(session: list[str]) -> None:
    shown = "\n".join(session)
    for step in ("init", "draft new", "add", "draft show", "edit", "export --format medium"):
        assert f"\nakira {step}" in f"\n{shown}"


@pytest.mark.parametrize(
    "page", sorted(REPOSITORY.glob("*.md")) + sorted(REPOSITORY.glob("docs/**/*.md")), ids=str
)
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    targets = [link for link in LINK.findall(page.read_text()) if "://" not in link]
    assert [link for link in targets if not (page.parent / link).exists()] == []


def test_the_number_of_papers_in_the_catalogue_is_right() -> None:
    catalogue = REPOSITORY / "akira_cli" / "storage" / "sample_catalogue.toml"
    papers = tomllib.loads(catalogue.read_text())
    assert f"catalogue of {len(papers)} papers" in README


def test_arxiv_is_thanked_in_its_own_words() -> None:
    # https://info.arxiv.org/help/api/tou.html
    assert "Thank you to arXiv for use of its open access interoperability." in README
