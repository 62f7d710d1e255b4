"""The five published issues are in this repository as drafts that can be sent out as they are."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from akira_cli.core.gaps import gaps
from tests.past_issues.drafts import FOLDER, draft, exported, laid_out, markdown
from tests.past_issues.truth import NAMES, entries_of

every_issue = pytest.mark.parametrize("name", NAMES)


def test_the_five_hold_60_entries_and_38_pictures() -> None:
    entries = [entry for name in NAMES for entry in draft(name).entries]
    assert Counter(entry.form for entry in entries) == {"paper": 38, "web": 22}
    assert len({entry.figure.file for entry in entries if entry.figure}) == 38


@every_issue
def test_an_issue_is_published_in_english_and_lacks_nothing(name: str) -> None:
    issue = draft(name)
    assert issue.published
    assert issue.language == "en"
    assert gaps(issue) == []


@every_issue
def test_papers_have_a_picture_that_exists_and_a_description_of_it(name: str) -> None:
    for entry in draft(name).entries:
        assert (entry.form == "paper") == (entry.figure is not None)
        if entry.figure:
            assert (FOLDER / entry.figure.file).is_file()
            assert entry.figure.alt


@every_issue
def test_no_two_entries_have_the_same_id_or_address(name: str) -> None:
    entries = draft(name).entries
    assert len({entry.id for entry in entries}) == len(entries)
    assert len({entry.url for entry in entries}) == len(entries)


@every_issue
def test_an_issue_is_exported_whole_as_json(name: str) -> None:
    ids = {entry.id for entry in draft(name).entries}
    assert {entry["id"] for entry in entries_of(exported(name))} == ids


@every_issue
def test_an_issue_is_exported_as_markdown_without_losses(name: str) -> None:
    issue = laid_out(name)
    document = markdown(issue)
    pictures = [entry.figure.file for entry in issue.entries if entry.figure]
    assert document.losses == ()
    assert [file.copy_of for file in document.beside] == pictures
    assert re.findall(r"^!\[.+\]\((.+)\)$", document.main.text, re.MULTILINE) == pictures
