"""`akira undo`, `redo` and `log`, screen by screen."""

from __future__ import annotations

import json
import re

from tests.cli.command_line import Akira, Screen

TIME = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


def test_undo_and_redo_restore_the_file_byte_for_byte(filled: Akira) -> None:
    texts = [filled.draft().read_bytes()]
    for line in ("move 3.1 --section other", "highlight add Text", "remove 3.1", "draft publish"):
        filled.done(line)
        texts.append(filled.draft().read_bytes())
    for text in reversed(texts[:-1]):
        filled.done("undo")
        assert filled.draft().read_bytes() == text
    for text in texts[1:]:
        filled.done("redo")
        assert filled.draft().read_bytes() == text


def test_undo_says_what_it_took_back_to_the_very_beginning(filled: Akira) -> None:
    assert filled("undo") == Screen(0, "took back: add 2109.13228 (issue-001)\n")
    assert filled("redo") == Screen(0, "did again: add 2109.13228 (issue-001)\n")
    filled.done("undo")
    assert filled("undo --draft 1") == Screen(0, "took back: add 2110.02178 (issue-001)\n")
    assert filled("undo") == Screen(0, "took back: draft new Issue #1 (issue-001)\n")
    assert not filled.draft().exists()
    screen = filled("undo")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: no change is left to take back\n")


def test_an_edit_by_hand_is_not_undone_unless_forced(filled: Akira) -> None:
    by_hand = filled.draft().read_bytes().replace(b"Light and mobile", b"By hand")
    filled.draft().write_bytes(by_hand)
    assert filled("undo") == Screen(
        1,
        stderr="error: 'issue-001' was changed by hand since the last command, "
        "and that would be lost\n"
        "hint: undo with --force takes that back too, and keeps it for redo\n",
    )
    assert filled.draft().read_bytes() == by_hand
    filled.done("undo --force")
    assert b"By hand" not in filled.draft().read_bytes()
    filled.done("redo")
    assert filled.draft().read_bytes() == by_hand


def test_a_recorded_edit_by_hand_is_not_undone_unless_forced(filled: Akira) -> None:
    by_hand = filled.draft().read_bytes().replace(b"Light and mobile", b"By hand")
    filled.draft().write_bytes(by_hand)
    filled.done("highlight add Text")
    filled.done("undo")
    assert filled("undo") == Screen(
        1,
        stderr="error: the last change of 'issue-001' was made by hand, "
        "and that would be lost\n"
        "hint: undo with --force takes it back, and keeps it for redo\n",
    )
    assert filled.draft().read_bytes() == by_hand
    assert filled.done("undo --force") == "took back: edited by hand (issue-001)\n"
    assert b"By hand" not in filled.draft().read_bytes()


def test_a_draft_removed_by_hand_is_brought_back(filled: Akira) -> None:
    whole = filled.draft().read_bytes()
    filled.draft().unlink()
    assert filled("undo") == Screen(0, "took back: removed by hand (issue-001)\n")
    assert filled.draft().read_bytes() == whole


def test_a_draft_whose_name_is_no_text_is_in_nobodys_way(filled: Akira) -> None:
    (filled.folder / "drafts" / "\udcff.toml").write_bytes(filled.draft().read_bytes())
    for line in (
        *("draft list", "draft show", "highlight add Text", "log", "undo", "redo", "refresh"),
        *("export --format json", "draft publish", "draft new", "add 2109.13228"),
    ):
        filled.done(line)
    for line in ("draft show \udcff", "draft use \udcff", "undo --draft \udcff"):
        assert filled(line).code == 1


def test_undo_of_one_draft_leaves_the_other(filled: Akira) -> None:
    filled.done("draft new --date 2021-11-20")
    filled.done("highlight add Text")
    assert filled("undo --draft issue-001") == Screen(0, "took back: add 2109.13228 (issue-001)\n")
    assert "Text" in filled.draft("issue-002").read_text()


def test_log_lists_the_changes_newest_first(filled: Akira) -> None:
    filled.done("undo")
    screen = filled("log")
    assert (screen.code, screen.stderr) == (0, "")
    assert TIME.sub("2021-11-13 20:00:00", screen.stdout) == (
        "   3  2021-11-13 20:00:00  issue-001        add 2109.13228  (taken back)\n"
        "   2  2021-11-13 20:00:00  issue-001        add 2110.02178\n"
        "   1  2021-11-13 20:00:00  issue-001        draft new Issue #1\n"
    )
    assert filled.done("log -n 1") == screen.stdout.splitlines(keepends=True)[0]


def test_log_of_a_new_workspace_is_empty(akira: Akira) -> None:
    assert akira("log") == Screen(0, "nothing was changed yet\n")


def test_redo_without_an_undo_says_so(filled: Akira) -> None:
    screen = filled("redo")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: ")


def test_any_text_a_draft_had_can_be_printed(filled: Akira) -> None:
    earlier = filled.draft().read_text()
    last = json.loads(filled.done("log --json -n 1"))["changes"][0]["number"]
    filled.done("highlight add New.")
    filled.done("undo")
    assert filled.done(f"log --text {last}") == earlier
    assert "New." in filled.done(f"log --text {last + 1}")
    screen = filled("log --text 999")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: there is no change 999\n")
