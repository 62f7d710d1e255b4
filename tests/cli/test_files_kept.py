"""What a person put into the draft survives every command, and a broken draft is left alone."""

from __future__ import annotations

import re

import pytest

from tests.cli.command_line import Akira

BY_HAND = """\
# My own notes stand here.
format = 1
number   = 34                # wide
label = 'Issue #34'
date = 2021-11-13
status = "draft"
mood = "cheerful"            # nobody knows this key

[[entries]]
id = "a-blog"
section = "articles"
url = "https://example.org/post"
headline = 'Single quotes'   # keep

# This one is the best.
[[entries]]
id = "2109.13228"
section = "papers"
url = "https://arxiv.org/abs/2109.13228"
headline = "Without people"
summary = "One line."
stars = 5
machine = { headline = "8c2b0c5a", summary = "1d2f3a4b" }

[entries.paper]
authors = [
    "Yuki M. Asano",         # first
    "Andrea Vedaldi",
]

[extra]
key = [1, 2,
       3]
"""
LINES = (
    "add 2110.02178 --headline Light --summary Mine",
    "move 2110.02178 --before 2109.13228",
    "highlight add 'A bullet.'",
    "approve 2109.13228",
    "move 2110.02178 --section other",
    "highlight remove 1",
    "remove 2110.02178",
)


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_what_was_written_by_hand_survives_every_command(akira: Akira, ending: str) -> None:
    path = akira.draft("issue-034")
    path.write_bytes(BY_HAND.replace("\n", ending).encode())
    for line in LINES:
        akira.done(line)
        text = path.read_bytes().decode()
        assert text.count("\n") == text.count(ending)
        missing = [
            each
            for each in BY_HAND.splitlines()
            if each not in text.splitlines() and not each.startswith("machine")
        ]
        assert missing == [], line
    without_mark = "".join(
        line for line in BY_HAND.splitlines(keepends=True) if not line.startswith("machine")
    )
    assert path.read_bytes().decode() == without_mark.replace("\n", ending)
    for _ in LINES:
        akira.done("undo")
    assert path.read_bytes() == BY_HAND.replace("\n", ending).encode()


@pytest.mark.parametrize(
    ("right", "wrong", "place"),
    [
        ('label = "Issue #1"', "label = Issue #1", "drafts/issue-001.toml:3:"),
        ("number = 1", 'number = "one"', "drafts/issue-001.toml:2"),
        ('section = "papers"', "section = 3", "section"),
        ("[[entries]]", "[[entries", "drafts/issue-001.toml:"),
    ],
)
@pytest.mark.parametrize(
    "line", ["add 2106.08265", "move 3.1 -s 1", "approve --all", "remove 3.1", "draft show"]
)
def test_a_draft_with_a_mistake_is_told_with_file_and_line_and_not_touched(
    filled: Akira, right: str, wrong: str, place: str, line: str
) -> None:
    whole = filled.draft().read_text()
    assert right in whole
    broken = whole.replace(right, wrong, 1)
    filled.draft().write_text(broken)
    screen = filled(line)
    assert (screen.code, screen.stdout) == (1, "")
    message, *hint = screen.stderr.splitlines()
    assert message.startswith("error: drafts/issue-001.toml:")
    assert place in message
    assert all(each.startswith("hint: ") for each in hint)
    assert filled.draft().read_text() == broken
    assert [path.name for path in filled.draft().parent.iterdir()] == ["issue-001.toml"]


def test_a_disk_that_refuses_is_a_clear_error(akira: Akira) -> None:
    (akira.folder / ".akira").write_text("a file where a folder should be")
    screen = akira("add 2110.02178")
    assert (screen.code, screen.stdout) == (1, "")
    assert "/.akira" in screen.stderr
    assert re.fullmatch(r"error: [^\n]+: not a directory\nhint: [^\n]+\n", screen.stderr)
    assert list((akira.folder / "drafts").iterdir()) == []
