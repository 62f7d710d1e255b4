"""The three commands of a first evening work in any order, wherever they are typed."""

from __future__ import annotations

import shutil
from itertools import permutations
from pathlib import Path

import pytest

from tests.cli.command_line import MOBILE_VIT, REPOSITORY, Akira

ADD = "add 2110.02178 --section papers"
NEW = "draft new"
EXPORT = "export --format medium"
ORDERS = list(permutations([ADD, NEW, EXPORT]))


def exported(akira: Akira, lines: tuple[str, ...]) -> str:
    """The page, after the lines, each of which must succeed."""
    printed = {line: akira.done(line) for line in lines}
    return Path(printed[EXPORT].strip()).read_text()


@pytest.mark.parametrize("lines", ORDERS, ids=" | ".join)
def test_in_a_new_workspace(akira: Akira, lines: tuple[str, ...]) -> None:
    page = exported(akira, lines)
    assert (MOBILE_VIT in page) == (lines.index(ADD) < lines.index(EXPORT))


@pytest.mark.parametrize("lines", ORDERS, ids=" | ".join)
def test_in_the_repository_which_holds_that_paper_in_an_older_issue(
    nowhere: Akira, lines: tuple[str, ...]
) -> None:
    shutil.copy(REPOSITORY / "config.toml", nowhere.folder)
    shutil.copytree(REPOSITORY / "drafts", nowhere.folder / "drafts")
    past = nowhere.draft("issue-033").read_bytes()
    page = exported(nowhere, lines)
    if lines.index(ADD) < lines.index(EXPORT):
        assert MOBILE_VIT in page
        assert "Issue #34" in page
    assert nowhere.draft("issue-033").read_bytes() == past
    assert MOBILE_VIT in nowhere.draft("issue-034").read_text()
