"""The doubts about a draft, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from akira_cli.core.doubts import Doubt
from akira_cli.core.faithful import Problem
from akira_cli.core.items import Item
from akira_cli.core.models import Draft, Entry
from akira_cli.workflows.doubts import doubts_told
from tests.fakes import MemoryDoubts, MemoryDrafts, MemoryLibrary, paper

WRONG = "It needs 1.3% of the memory."
FIRST = paper("2110.00001", abstract="It needs 3.1% of the memory.")
SECOND = paper("2110.00002", abstract="It needs 3.2% of the memory.")
UNKNOWN = paper("2110.00003")
LIBRARY = MemoryLibrary(FIRST, SECOND)


def draft(*entries: Entry) -> Draft:
    return Draft("issue-034", "Issue #34", 34, entries=entries)


def about(arxiv_id: str, summary: str = WRONG, headline: str = "") -> Entry:
    url = f"https://arxiv.org/abs/{arxiv_id}"
    return Entry(arxiv_id, "papers", url, headline=headline, summary=summary)


def told(one: Draft, kept: MemoryDoubts | None = None) -> dict[str, list[str]]:
    return doubts_told(one, LIBRARY, MemoryDrafts(one), kept or MemoryDoubts())


def test_a_doubt_is_told_with_its_field_its_place_and_its_id() -> None:
    [line] = told(draft(about("2110.00001")))["2110.00001"]
    assert line.startswith("summary, drafts/issue-034.toml:entries.0.summary: '1.3")
    assert line.endswith(" (number-not-in-source)")


def test_the_place_is_that_of_the_entry_and_the_text() -> None:
    found = told(draft(about("2110.00001", "It is."), about("2110.00002", "", "It needs 1.3%")))
    assert list(found) == ["2110.00002"]
    assert "headline, drafts/issue-034.toml:entries.1.headline: " in found["2110.00002"][0]


def test_every_doubt_of_an_entry_is_told_in_order() -> None:
    one = about("2110.00001", "It needs 1.4% of it, or 1.5%.", headline="It needs 1.3%")
    lines = told(draft(one, about("2110.00002")))
    assert [line.split("'")[1][:3] for line in lines["2110.00001"]] == ["1.3", "1.4", "1.5"]
    assert list(lines) == ["2110.00001", "2110.00002"]


def test_what_the_library_does_not_know_is_not_doubted() -> None:
    assert told(draft(about(UNKNOWN.reference.id))) == {}


def test_a_description_in_words_of_our_own_proves_nothing() -> None:
    one = draft(about("2110.00001"))
    library = MemoryLibrary(replace(FIRST, abstract_is_description=True))
    assert doubts_told(one, library, MemoryDrafts(one), MemoryDoubts()) == {}


def test_an_empty_draft_has_no_doubts() -> None:
    assert told(draft()) == {}


def test_a_placeholder_is_not_looked_up() -> None:
    class Closed(MemoryLibrary):
        def about(self, urls: Sequence[str]) -> dict[str, Item]:
            assert list(urls) == []
            return {}

    one = draft(replace(about("2110.00001", ""), pending=True))
    assert doubts_told(one, Closed(), MemoryDrafts(one), MemoryDoubts()) == {}


def test_doubts_are_found_once_for_each_state_of_the_draft() -> None:
    kept, one = MemoryDoubts(), draft(about("2110.00001"))
    assert told(one, kept) == told(one, kept) != {}
    assert kept.searches == ["issue-034"]
    mended = draft(about("2110.00001", FIRST.abstract))
    assert told(mended, kept) == {}
    assert kept.searches == ["issue-034", "issue-034"]


def test_the_place_is_looked_up_each_time() -> None:
    kept, one = MemoryDoubts(), draft(about("2110.00001"))
    told(one, kept)

    class Moved(MemoryDrafts):
        def place(self, name: str, path: Sequence[str | int]) -> str:
            return f"moved:{name}:{len(path)}"

    [line] = doubts_told(one, LIBRARY, Moved(one), kept)["2110.00001"]
    assert line.startswith("summary, moved:issue-034:3: ")


def test_what_was_kept_of_an_entry_that_is_not_there_is_not_told() -> None:
    class Foreign(MemoryDoubts):
        def of(self, draft: Draft, find: Callable[[], Sequence[Doubt]]) -> Sequence[Doubt]:
            del draft
            strange = Doubt("other", "summary", Problem("unit-changed", "5 m", 0, 3, "why"))
            return [strange, *find()]

    assert list(told(draft(about("2110.00001")), Foreign())) == ["2110.00001"]
