"""What the texts of a draft rest on: the doubts of `show` and `export`, and `show --sources`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from akira_cli.core.items import Item, Reference
from akira_cli.storage.library import SqliteLibrary
from tests.cli.command_line import COLUMNS, Akira, Screen, on_terminal, without_colours
from tests.fakes import paper

SAID = "The network needs 3.1% of the memory. Code is public."
WRONG = "It needs **1.3%** of the [memory](https://a.example/77). `Code` is public."
HEADLINE = "Phones, _at last_"


def keep(akira: Akira, item: Item) -> None:
    """Put what a source says of a thing into the library."""
    SqliteLibrary(akira.folder).keep(Reference(item.reference.source, item.reference.id), item)


@pytest.fixture
def known(begun: Akira) -> Akira:
    """A draft with a paper that is in the library, and texts of the curator's own about it."""
    keep(begun, paper("2110.00001", "Phones, at last", SAID))
    begun.done(["add", "2110.00001", "--no-figure", "--headline", HEADLINE, "--summary", WRONG])
    return begun


def line_of(draft: Path, words: str) -> int:
    """The number of the only line that holds the words."""
    [number] = [n for n, line in enumerate(draft.read_text().splitlines(), 1) if words in line]
    return number


def the_doubt(akira: Akira) -> str:
    """How the line that tells of the doubt begins; why it is one may be said in many words."""
    return f"summary, drafts/issue-001.toml:{line_of(akira.draft(), 'summary = ')}: '1.3"


def entries(shown: Any) -> list[Any]:
    return [entry for section in shown["sections"] for entry in section["entries"]]


class TestDoubts:
    def test_show_tells_where_what_and_why(self, known: Akira) -> None:
        [line] = [one for one in known.done("draft show").splitlines() if "doubtful" in one]
        assert line.startswith(f"       doubtful: {the_doubt(known)}")
        assert line.endswith("(number-not-in-source)")

    def test_show_tells_it_on_a_terminal(self, known: Akira) -> None:
        code, screen = on_terminal("draft show", known.folder)
        assert code == 0
        assert "".join(f"doubtful: {the_doubt(known)}".split()) in "".join(
            without_colours(screen).split()
        )
        assert "\x1b[33mdoubtful: summary, " in screen

    def test_show_tells_it_as_json(self, known: Akira) -> None:
        [entry] = entries(known("draft show --json").json)
        [doubt] = entry["doubts"]
        assert doubt.startswith(the_doubt(known))

    def test_the_place_follows_the_file(self, known: Akira) -> None:
        before = the_doubt(known)
        known.draft().write_text("# a remark\n" + known.draft().read_text())
        assert the_doubt(known) != before
        assert the_doubt(known) in known.done("draft show")

    def test_once_the_text_is_mended_there_is_none(self, known: Akira) -> None:
        known.done("draft show")
        known.draft().write_text(known.draft().read_text().replace("1.3%", "3.1%"))
        assert "doubtful" not in known.done("draft show")

    def test_once_the_source_says_so_there_is_none(self, known: Akira) -> None:
        known.done("draft show")
        keep(known, paper("2110.00001", "Phones, at last", SAID.replace("3.1", "1.3"), version=2))
        assert "doubtful" not in known.done("draft show")

    def test_export_warns_and_exports(self, known: Akira) -> None:
        screen = known("export -f markdown")
        assert screen.code == 0
        [line] = [one for one in screen.stderr.splitlines() if "1.3" in one]
        assert line.startswith(f"warning: 2110.00001: {the_doubt(known)}")
        assert line.endswith("(number-not-in-source)")
        assert (known.folder / screen.stdout.strip()).is_file()

    def test_export_tells_it_as_json(self, known: Akira) -> None:
        warnings = known("export -f markdown --json").json["warnings"]
        [doubt] = [one for one in warnings if "1.3" in one]
        assert doubt.startswith(f"2110.00001: {the_doubt(known)}")

    def test_a_text_of_the_tool_is_read_like_one_of_the_curator(self, begun: Akira) -> None:
        keep(begun, paper("2110.00001", abstract=SAID))
        begun.done("add 2110.00001 --no-figure --summary 'It needs 3.1% of the memory.'")
        begun.done("draft show")
        keep(begun, paper("2110.00001", abstract=SAID.replace("3.1%", "4.7%")))
        [entry] = entries(begun("draft show --json").json)
        assert any("'3.1" in doubt for doubt in entry["doubts"])

    def test_a_description_in_words_of_our_own_proves_nothing(self, begun: Akira) -> None:
        begun.done("add 2110.02178 --no-figure --summary 'It needs 1.3% of 77 GB.'")
        [entry] = entries(begun("draft show --json").json)
        assert entry["doubts"] == []

    def test_what_is_in_no_library_is_not_doubted(self, known: Akira) -> None:
        (known.folder / ".akira" / "library.sqlite").unlink()
        assert "doubtful" not in known.done("draft show")
        assert "1.3" not in known("export -f markdown").stderr

    def test_a_library_that_is_damaged_is_in_nobody_s_way(self, known: Akira) -> None:
        (known.folder / ".akira" / "library.sqlite").write_bytes(b"nonsense" * 100)
        assert known("draft show").code == 0


class TestSources:
    def test_each_sentence_is_shown_with_what_it_rests_on(self, known: Akira) -> None:
        heading, *lines = known.done("draft show 3.1 --sources").splitlines()
        assert heading == "3.1  2110.00001  https://arxiv.org/abs/2110.00001"
        doubts = [line for line in lines if "doubtful" in line]
        assert [line for line in lines if line not in doubts] == [
            "  headline: Phones, at last",
            "    title 0-15: Phones, at last",
            "  summary: It needs 1.3% of the memory.",
            "    abstract 0-37: The network needs 3.1% of the memory.",
            "  summary: Code is public.",
            "    abstract 38-53: Code is public.",
        ]
        [doubt] = doubts
        assert lines.index(doubt) == 4
        assert doubt.startswith("    doubtful: '1.3")
        assert doubt.endswith("(number-not-in-source)")

    def test_it_is_drawn_side_by_side_on_a_terminal(self, known: Akira) -> None:
        code, screen = on_terminal("draft show --sources", known.folder)
        assert code == 0
        lines = without_colours(screen).splitlines()
        assert max(map(len, lines)) <= COLUMNS
        [line] = [line for line in lines if line.startswith("It needs 1.3%")]
        assert "The network needs 3.1%" in line
        assert "\x1b[33mdoubtful: '1.3" in screen

    def test_as_json_it_has_the_characters(self, known: Akira) -> None:
        shown = known("draft show 2110.00001 --sources --json").json
        assert shown["draft"] == "issue-001"
        [entry] = shown["entries"]
        assert {key: entry[key] for key in ("handle", "entry", "source")} == {
            "handle": "3.1",
            "entry": "2110.00001",
            "source": "https://arxiv.org/abs/2110.00001",
        }
        assert entry["abstract_is_description"] is False
        assert [row["field"] for row in entry["sentences"]] == ["headline", "summary", "summary"]
        for row in entry["sentences"][1:]:
            ground = row["ground"]
            assert SAID[ground["start"] : ground["end"]] == ground["text"]
        assert [len(row["problems"]) for row in entry["sentences"]] == [0, 1, 0]

    def test_without_a_handle_all_entries_are_shown(self, known: Akira) -> None:
        known.done("add 2110.02178 --no-figure --section featured --summary 'It is light.'")
        first, second = known.done("draft show --sources").split("\n\n")
        assert first.startswith("3.1  2110.00001  ")
        assert second.startswith("1.1  2110.02178  ")

    def test_a_sentence_like_none_rests_on_nothing(self, begun: Akira) -> None:
        keep(begun, paper("2110.00001", "Foo", SAID))
        begun.done("add 2110.00001 --no-figure --headline Foo --summary 'Zyzzyva qwertz.'")
        shown = begun.done("draft show 3.1 --sources")
        assert "  summary: Zyzzyva qwertz.\n    nothing in the source\n" in shown
        [entry] = begun("draft show 3.1 --sources --json").json["entries"]
        assert entry["sentences"][-1]["ground"] is None

    def test_a_description_of_ours_is_called_one(self, begun: Akira) -> None:
        begun.done("add 2110.02178 --no-figure --summary 'It is light.'")
        _, remark, *_ = begun.done("draft show 3.1 --sources").splitlines()
        assert remark == "  its source is the sample catalogue's description, not its own words"
        _, screen = on_terminal("draft show --sources", begun.folder)
        assert remark.strip() in without_colours(screen)
        [entry] = begun("draft show 3.1 --sources --json").json["entries"]
        assert entry["abstract_is_description"] is True

    def test_a_placeholder_is_told(self, begun: Akira) -> None:
        begun.done("add 2101.00001 --pending")
        told = "nothing is kept of it to compare with; 'akira refresh' fills the placeholder"
        assert told in begun.done("draft show 3.1 --sources")
        [entry] = begun("draft show 3.1 --sources --json").json["entries"]
        assert (entry["source"], entry["sentences"]) == (None, [])

    def test_what_is_not_kept_is_told_with_how_to_fetch_it(self, known: Akira) -> None:
        (known.folder / ".akira" / "library.sqlite").unlink()
        told = (
            "nothing is kept of it to compare with; akira fetch 'https://arxiv.org/abs/2110.00001'"
        )
        assert told in known.done("draft show 3.1 --sources")
        _, screen = on_terminal("draft show --sources", known.folder)
        assert "".join(told.split()) in "".join(without_colours(screen).split())

    def test_an_entry_without_texts_is_told(self, known: Akira) -> None:
        text = known.draft().read_text()
        head, _, _ = text.partition("headline = ")
        known.draft().write_text(head)
        assert "  it has no text yet\n" in known.done("draft show --sources")

    def test_a_draft_without_entries_is_told(self, begun: Akira) -> None:
        assert begun.done("draft show --sources") == "there is no entry yet\n"
        assert begun("draft show --sources --json").json == {"draft": "issue-001", "entries": []}

    @pytest.mark.parametrize("handle", ["3.2", "2110.09999", "nonsense", "1"])
    def test_an_entry_that_is_not_there_is_told(self, known: Akira, handle: str) -> None:
        assert known(f"draft show {handle} --sources") == Screen(
            1,
            stderr=f"error: Issue #1 has no entry '{handle}'\n"
            "hint: 'akira draft show' lists the handles\n",
        )

    def test_another_draft_is_named_by_its_option(self, known: Akira) -> None:
        known.done("draft new --date 2021-11-20")
        shown = known.done("draft show 3.1 --sources --draft 1")
        assert shown.startswith("3.1  2110.00001  ")
        assert known("draft show 3.1 --sources").code == 1

    def test_characters_that_act_on_a_terminal_are_made_visible(self, begun: Akira) -> None:
        keep(begun, paper("2110.00001", "Foo", "Code is \x1b[31mpublic\x1b[0m."))
        begun.done("add 2110.00001 --no-figure --headline Foo --summary 'Code is public.'")
        assert "\x1b" not in begun.done("draft show --sources")
        _, screen = on_terminal("draft show --sources", begun.folder)
        assert "\\x1b[31mpublic" in "".join(without_colours(screen).split())
