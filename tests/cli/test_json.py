"""`--json` on every command: one value with the documented keys, or one error."""

from __future__ import annotations

import json

import pytest

from tests.cli.command_line import Akira

ENTRY = {
    "id",
    "section",
    "url",
    "headline",
    "title",
    "summary",
    "machine",
    "pending",
    "show_domain",
    "as_heading",
    "paper",
    "card",
    "figure",
    "form",
}
FACTS = {"name", "label", "number", "date", "published", "entries"}
OUTLINE = {"name", "label", "date", "published", "file", "highlights", "sections", "missing"}
CHANGE = {"number", "time", "draft", "note", "undone"}


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("init elsewhere", {"workspace", "name"}),
        ("draft new", {"draft", "label", "path"}),
        ("draft list", {"drafts", "broken"}),
        ("draft show", OUTLINE),
        ("draft use 1", FACTS),
        ("draft edit", {"draft", "changed"}),
        ("draft publish", FACTS | {"warnings"}),
        ("fetch 2110.02178", {"items", "failed"}),
        ("add 2106.08265", {"draft", "added", "failed", "without_figure"}),
        ("refresh", {"filled", "failed", "figures"}),
        ("highlight add Text", {"draft", "highlights"}),
        ("highlight list", {"draft", "highlights"}),
        ("highlight remove 1", {"draft", "removed", "highlights"}),
        ("move 3.1 --section 1", {"draft", "entry", "handle"}),
        ("remove 3.1", {"draft", "removed"}),
        ("edit 3.1", {"draft", "entry", "changed"}),
        ("approve --all", {"draft", "approved"}),
        ("undo", CHANGE),
        ("log", {"changes"}),
        ("export --format markdown", {"draft", "format", "path", "warnings", "losses"}),
    ],
)
def test_a_command_prints_one_value(filled: Akira, line: str, keys: set[str]) -> None:
    filled.environ(EDITOR="true")
    filled.done("highlight add 'A bullet.'")
    screen = filled(f"{line} --json")
    assert screen.code == 0
    assert set(screen.json) == keys


def test_redo_prints_the_change(filled: Akira) -> None:
    undone = filled("undo --json").json
    redone = filled("redo --json").json
    assert set(redone) == CHANGE
    assert (redone["number"], redone["note"]) == (undone["number"], "add 2109.13228")


def test_add_tells_what_was_added_and_what_was_not(begun: Akira) -> None:
    screen = begun("add 2110.02178 2113.00001 --json")
    assert screen.code == 1
    assert screen.json["draft"] == "issue-001"
    (added,) = screen.json["added"]
    assert set(added) == {"entry", "handle", "origin", "because", "covered", "notes", "usage"}
    assert set(added["entry"]) == ENTRY
    assert (added["handle"], added["origin"]) == ("3.1", "catalogue")
    assert added["entry"]["machine"] == ["headline", "summary"]
    assert added["entry"]["paper"]["published"] == "2021-10-05"
    assert screen.json["failed"] == [
        {
            "text": "2113.00001",
            "slug": "not-a-reference",
            "kind": "bad_month",
            "message": "'2113.00001' is not an arXiv id: bad month 13",
            "hint": "ids begin with year and month, like 2110.02178 or hep-th/9901001",
        }
    ]


def test_list_tells_what_is_broken(filled: Akira) -> None:
    filled.draft("bad").write_text("label = ")
    listed = filled("draft list --json").json
    assert [set(one) for one in listed["drafts"]] == [FACTS | {"in_use"}]
    assert [(one["name"], one["slug"]) for one in listed["broken"]] == [("bad", "invalid-file")]


@pytest.mark.parametrize(
    ("line", "code", "slug"),
    [
        ("draft show 9", 1, "unknown-handle"),
        ("draft new --number 1", 1, "draft-exists"),
        ("add 2110.02178 --section nine", 2, "unknown-section"),
        ("add", 2, "usage"),
        ("nonsense", 2, "usage"),
        ("move 9.9 --section 1", 1, "unknown-handle"),
        ("redo", 1, "nothing-to-undo"),
        ("--workspace nowhere draft list", 1, "no-workspace"),
        ("export --format pdf", 2, "usage"),
        ("init", 1, "error"),
    ],
)
def test_an_error_is_one_value_on_stderr(filled: Akira, line: str, code: int, slug: str) -> None:
    screen = filled(f"{line} --json")
    assert (screen.code, screen.stdout) == (code, "")
    assert set(screen.error) == {"slug", "message", "hint"}
    assert screen.error["slug"] == slug


def test_the_value_holds_what_was_written_letter_for_letter(begun: Akira) -> None:
    written = "Größe \u202e \x9b31m \x1b[31m 表"
    begun.done(["highlight", "add", written])
    screen = begun("highlight list --json")
    assert screen.json["highlights"] == [{"text": written, "group": "featured"}]
    assert not set(screen.stdout) & {"\u202e", "\x9b", "\x1b"}
    assert "Größe" in screen.stdout
    assert json.loads(screen.stdout) == screen.json
