"""`akira move`, `remove`, `approve` and `highlight`, screen by screen."""

from __future__ import annotations

import tomllib

import pytest

from tests.cli.command_line import Akira, Screen


@pytest.fixture
def three(filled: Akira) -> Akira:
    """A third paper: handles 3.1, 3.2 and 3.3."""
    filled.done("add 2106.08265 --headline Anomalies --summary 'It finds them.'")
    return filled


def order(akira: Akira) -> list[tuple[str, str]]:
    """The entries of the first issue with their sections, in the order of the file."""
    entries = tomllib.loads(akira.draft().read_text())["entries"]
    return [(entry["section"], entry["id"][-3:]) for entry in entries]


@pytest.mark.parametrize(
    ("line", "printed", "left"),
    [
        ("3.1 --section featured", "2110.02178 to 1.1", ["featured 178", "papers 228 265"]),
        ("2110.02178 -s 4", "2110.02178 to 4.1", ["papers 228 265", "articles 178"]),
        ("3.3 --position 1", "2106.08265 to 3.1", ["papers 265 178 228"]),
        ("3.1 --before 3.3", "2110.02178 to 3.2", ["papers 228 178 265"]),
        ("3.1 --after 2106.08265", "2110.02178 to 3.3", ["papers 228 265 178"]),
        ("arXiv:2106.08265v3 --before 3.1", "2106.08265 to 3.1", ["papers 265 178 228"]),
        ("3.2 -s other --position 1", "2109.13228 to 5.1", ["papers 178 265", "other 228"]),
    ],
)
def test_an_entry_moves(three: Akira, line: str, printed: str, left: list[str]) -> None:
    assert three(f"move {line}") == Screen(0, f"moved {printed} of Issue #1\n")
    found = order(three)
    for section in left:
        key, *ids = section.split()
        assert [each for where, each in found if where == key] == ids
    assert len(found) == 3


@pytest.mark.parametrize("line", ["3.3 --position 3", "3.3 -s papers"])
def test_an_entry_that_is_there_already_stays(three: Akira, line: str) -> None:
    before = three.draft().read_bytes()
    told = "2106.08265 stands at 3.3 of Issue #1 already\n"
    assert three(f"move {line}") == Screen(0, told)
    assert three.draft().read_bytes() == before


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        (
            "3.1",
            2,
            "error: say where to\nhint: with --section, --position, --before or --after\n",
        ),
        (
            "3.1 --position 4",
            2,
            "error: there is no position 4 in section 'papers'\n"
            "hint: it has 2 other entries, so 1 to 3 will do\n",
        ),
        ("3.1 --before 3.1", 2, "error: '3.1' cannot be moved beside itself\n"),
        (
            "3.1 --before 3.2 --after 3.3",
            2,
            "error: give one of --position, --before and --after\n",
        ),
        ("3.1 --section 1 --after 3.2", 2, "error: '3.2' is not in section 'featured'\n"),
        (
            "3.4 --section 1",
            1,
            "error: Issue #1 has no entry '3.4'\nhint: 'akira draft show' lists the handles\n",
        ),
        (
            "3.1 --section nine",
            2,
            "error: there is no section 'nine'\n"
            "hint: sections: 1 featured, 2 use-cases, 3 papers, 4 articles, 5 other\n",
        ),
    ],
)
def test_an_entry_that_cannot_move_stays(three: Akira, line: str, code: int, message: str) -> None:
    before = three.draft().read_bytes()
    assert three(f"move {line}") == Screen(code, stderr=message)
    assert three.draft().read_bytes() == before


def test_remove_takes_entries_out_and_undo_brings_them_back(three: Akira) -> None:
    before = three.draft().read_bytes()
    assert three("remove 3.1 2106.08265") == Screen(
        0,
        "removed 2110.02178 from Issue #1: Light and mobile\n"
        "removed 2106.08265 from Issue #1: Anomalies\n"
        "'akira undo' brings them back\n",
    )
    assert order(three) == [("papers", "228")]
    three.done("undo")
    assert three.draft().read_bytes() == before


def test_remove_takes_nothing_out_when_one_handle_is_wrong(three: Akira) -> None:
    before = three.draft().read_bytes()
    assert three("remove 3.1 9.9") == Screen(
        1,
        stderr="error: Issue #1 has no entry '9.9'\nhint: 'akira draft show' lists the handles\n",
    )
    assert three.draft().read_bytes() == before


def test_approve_takes_the_marks_of_the_entries_named(begun: Akira) -> None:
    begun.done("add 2110.02178 2109.13228")
    assert begun.draft().read_text().count("machine = ") == 2
    headline = begun.headline("2110.02178")
    assert begun("approve 3.1") == Screen(0, f"approved 2110.02178: {headline}\n")
    assert begun.draft().read_text().count("machine = ") == 1
    assert begun.done("approve --all").startswith("approved 2109.13228: ")
    assert "machine" not in begun.draft().read_text()
    assert begun("approve --all") == Screen(0, "nothing was waiting to be approved\n")


@pytest.mark.parametrize("line", ["approve", "approve 3.1 --all"])
def test_approve_wants_to_know_which(filled: Akira, line: str) -> None:
    assert filled(line) == Screen(
        2,
        stderr="error: say which entries, or --all\nhint: as in 'akira approve 3.1 3.2'\n",
    )


def test_highlights_are_added_listed_and_removed(begun: Akira) -> None:
    assert begun("highlight list") == Screen(
        0, "Issue #1 has no highlights; 'akira highlight add TEXT' makes one\n"
    )
    assert begun("highlight add 'A [dataset](https://example.org) is out.'") == Screen(
        0, "highlight 1 of Issue #1: A [dataset](https://example.org) is out.\n"
    )
    assert begun(["highlight", "add", "Two\n lines.", "--group", "papers"]) == Screen(
        0, "highlight 2 of Issue #1: Two lines.\n"
    )
    begun.done("highlight add 'In front.' --position 1")
    assert begun("highlight list") == Screen(
        0,
        "1  featured   In front.\n"
        "2  featured   A [dataset](https://example.org) is out.\n"
        "3  papers     Two lines.\n",
    )
    assert begun("highlight remove 2") == Screen(
        0, "removed highlight 2 of Issue #1: A [dataset](https://example.org) is out.\n"
    )
    assert begun.done("highlight list").splitlines()[1] == "2  papers     Two lines."


def test_a_group_of_the_drafts_own_takes_highlights(begun: Akira) -> None:
    text = begun.draft().read_text() + '\n[groups]\nnews = "News"\n'
    begun.draft().write_text(text)
    begun.done("highlight add 'Something new.' --group news")
    assert "News\n\n*   Something new." in begun.done("export -f markdown --output -")


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("add ' '", 2, "error: the highlight is empty\nhint: give it a sentence\n"),
        (
            "add text --group news",
            2,
            "error: there is no highlight group 'news'\n"
            "hint: groups: featured, use-cases, papers; "
            "[groups] of the draft or the config makes another\n",
        ),
        (
            "add text --position 2",
            2,
            "error: there is no position 2 among 0 highlights\nhint: 1 to 1 will do\n",
        ),
        (
            "remove 1",
            1,
            "error: Issue #1 has no highlight 1\n"
            "hint: it has 0; 'akira highlight list' shows them\n",
        ),
    ],
)
def test_a_wrong_highlight_changes_nothing(
    begun: Akira, line: str, code: int, message: str
) -> None:
    before = begun.draft().read_bytes()
    assert begun(f"highlight {line}") == Screen(code, stderr=message)
    assert begun.draft().read_bytes() == before


@pytest.mark.parametrize(
    "line", ["remove 3.1", "add 2109.14084", "highlight add Words.", "move 3.1 -s other"]
)
def test_a_change_to_a_published_issue_is_pointed_out(filled: Akira, line: str) -> None:
    filled.done("draft publish")
    screen = filled(f"{line} --draft 1")
    assert screen.code == 0
    assert "note: Issue #1 is published already\n" in screen.stderr
