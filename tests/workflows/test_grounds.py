"""The entries of a draft beside what their sources say."""

from __future__ import annotations

from dataclasses import replace

from akira_cli.core.items import Item
from akira_cli.core.models import Draft, Entry
from akira_cli.workflows.grounds import EntryGrounds, grounds_of
from tests.fakes import SECTIONS, MemoryCatalogue, MemoryLibrary, paper

KNOWN = paper("2110.00001", abstract="It needs 3.1% of the memory.")
DESCRIBED = replace(
    paper("2110.00002", abstract="A network of few parts."), abstract_is_description=True
)
ENTRIES = tuple(
    Entry(name, section, f"https://arxiv.org/abs/{name}", summary="It needs 3.1% of the memory.")
    for name, section in [
        ("2110.00001", "papers"),
        ("2110.00002", "featured"),
        ("2110.00003", "papers"),
    ]
)
DRAFT = Draft("issue-034", "Issue #34", 34, entries=ENTRIES)


def shown(
    *entries: Entry, library: tuple[Item, ...] = (KNOWN,), catalogue: tuple[Item, ...] = ()
) -> list[EntryGrounds]:
    return grounds_of(
        DRAFT, entries, SECTIONS, MemoryLibrary(*library), MemoryCatalogue(*catalogue)
    )


def test_each_entry_is_shown_under_its_handle_in_the_order_asked_for() -> None:
    handles = [(one.handle, one.entry.id) for one in shown(*reversed(ENTRIES))]
    assert handles == [("3.2", "2110.00003"), ("1.1", "2110.00002"), ("3.1", "2110.00001")]


def test_what_was_fetched_is_what_an_entry_is_compared_with() -> None:
    [one] = shown(ENTRIES[0], catalogue=(replace(KNOWN, abstract="Something else."),))
    assert one.item == KNOWN
    assert [row.ground and row.ground.text for row in one.rows] == [KNOWN.abstract]


def test_a_paper_that_was_not_fetched_is_compared_with_the_catalogue() -> None:
    [one] = shown(ENTRIES[1], catalogue=(DESCRIBED,))
    assert one.item == DESCRIBED
    assert [row.problems for row in one.rows] == [()]


def test_an_entry_of_which_nothing_is_kept_is_shown_without_sentences() -> None:
    web = Entry("a-page", "papers", "https://a.example/", summary="It is.")
    draft = replace(DRAFT, entries=(*ENTRIES, web))
    found = grounds_of(draft, (ENTRIES[2], web), SECTIONS, MemoryLibrary(), MemoryCatalogue())
    assert [(one.item, one.rows) for one in found] == [(None, ()), (None, ())]
    assert [one.handle for one in found] == ["3.2", "3.3"]


def test_an_entry_without_texts_has_its_source_and_no_sentences() -> None:
    [one] = shown(replace(ENTRIES[0], summary=""))
    assert (one.item, one.rows) == (KNOWN, ())
