"""The fakes keep the contracts of the ports, or the tests that use them prove nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.doubts import Doubt
from akira_cli.core.errors import (
    AkiraError,
    DraftConflict,
    DraftExists,
    InvalidFile,
    NotAReference,
    NotFound,
    Offline,
    TimedOut,
    UnknownHandle,
)
from akira_cli.core.faithful import Problem
from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.models import Draft, Entry
from akira_cli.ports import Broken, Pace, Response
from tests.fakes import (
    FakeSource,
    FakeSummariser,
    FixedClock,
    MemoryCatalogue,
    MemoryDoubts,
    MemoryDrafts,
    MemoryLibrary,
    RecordingProgress,
    RoutedHttp,
    paper,
)

PACE = Pace("a", 0.0)
BROKEN = Broken("issue-033", InvalidFile("not TOML"))


def reference(arxiv_id: str, version: int | None = None) -> Reference:
    return Reference("arxiv", arxiv_id, version)


def draft(name: str = "issue-034") -> Draft:
    return Draft(name=name, label="Issue #34", number=34)


def unchanged(found: Draft) -> Draft:
    return found


def labelled(found: Draft) -> Draft:
    return replace(found, label=found.label + "!")


def refusing(found: Draft) -> Draft:
    raise UnknownHandle(f"nothing in {found.name}")


def test_the_clock_stands_still_and_knows_its_time_zone() -> None:
    clock = FixedClock()
    assert clock.now() == clock.now()
    assert clock.now().tzinfo is not None


def test_progress_is_recorded_in_order() -> None:
    progress = RecordingProgress()
    progress.waiting("arXiv", 3.0)
    progress.finished()
    assert progress.told == [("arXiv", 3.0), None]


def test_http_takes_the_longest_route_that_fits_and_notes_each_request() -> None:
    moved = Response(301, {}, b"", "http://a.invalid/b")
    http = RoutedHttp({"http://a.invalid/": b"root", "http://a.invalid/b": moved})
    assert http.get("http://a.invalid/c", PACE) == Response(200, {}, b"root", "http://a.invalid/c")
    assert http.get("http://a.invalid/b?c", PACE) == moved
    assert http.requests == ["http://a.invalid/c", "http://a.invalid/b?c"]


def test_http_raises_the_error_of_a_route() -> None:
    http = RoutedHttp({"http://a.invalid/": Offline("no network")})
    with pytest.raises(Offline):
        http.get("http://a.invalid/", PACE)
    assert http.requests == ["http://a.invalid/"]


def test_http_does_not_make_up_answers() -> None:
    with pytest.raises(AssertionError, match=r"no route leads to 'http://b\.invalid/'"):
        RoutedHttp({"http://a.invalid/": b""}).get("http://b.invalid/", PACE)


def answering() -> RoutedHttp:
    return RoutedHttp({FakeSource.address: b""})


@pytest.mark.parametrize(("version", "found"), [(None, 2), (1, 1), (2, 2)])
def test_the_source_gives_the_version_asked_for_else_the_newest(
    version: int | None, found: int
) -> None:
    source = FakeSource([paper(version=1), paper(version=2)])
    asked = reference("2110.02178", version)
    [(answered, item)] = source.fetch([asked], answering())
    assert answered is asked
    assert isinstance(item, Item)
    assert item.reference == replace(asked, version=found)


@pytest.mark.parametrize("asked", [reference("2110.02178", 3), reference("1706.03762")])
def test_the_source_does_not_know_other_papers_and_versions(asked: Reference) -> None:
    [(_, outcome)] = FakeSource([paper()]).fetch([asked], answering())
    assert isinstance(outcome, NotFound)


def test_the_source_makes_one_request_a_batch_and_answers_in_order() -> None:
    source, http = FakeSource([paper("2110.00001"), paper("2110.00002")]), answering()
    asked = [reference("2110.00002"), reference("2110.00001", 1)]
    assert [answered for answered, _ in source.fetch(asked, http)] == asked
    assert source.batches == [["2110.00002", "2110.00001v1"]]
    assert http.requests == ["https://source.invalid/2110.00002,2110.00001v1"]


def test_after_a_remote_error_the_references_left_get_it_too() -> None:
    ids = ["2110.00001", "2110.00002", "2110.00003"]
    error = TimedOut("silent")
    source = FakeSource(map(paper, ids), {"2110.00002": error})
    first, *rest = [outcome for _, outcome in source.fetch(list(map(reference, ids)), answering())]
    assert isinstance(first, Item)
    assert rest == [error, error]


def test_another_error_is_its_own_reference_s_only() -> None:
    source = FakeSource([paper("2110.00002")], {"2110.00001": NotFound("none")})
    asked = [reference("2110.00001"), reference("2110.00002")]
    first, second = [outcome for _, outcome in source.fetch(asked, answering())]
    assert isinstance(first, NotFound)
    assert isinstance(second, Item)


def test_a_source_without_a_network_says_so_for_each_reference() -> None:
    error = Offline("no network")
    outcomes = FakeSource([paper()]).fetch(
        [reference("2110.02178")], RoutedHttp({FakeSource.address: error})
    )
    assert list(outcomes) == [(reference("2110.02178"), error)]


def test_the_source_recognises_what_arxiv_would() -> None:
    found = FakeSource().recognise("arXiv:2110.02178v2")
    url = "https://arxiv.org/abs/2110.02178"
    assert found == Reference("arxiv", "2110.02178", 2, "arXiv:2110.02178v2", url)
    with pytest.raises(NotAReference):
        FakeSource().recognise("2110.0217")


def test_the_summariser_has_nothing_to_say_without_an_abstract() -> None:
    write = FakeSummariser().summarise
    assert write(paper()) == Summary("On MobileViT", "A small network for phones.")
    assert write(paper(abstract="")) == Summary("", "")


def test_the_library_keeps_what_was_asked_apart_by_version() -> None:
    library, first, second = MemoryLibrary(), paper(version=1), paper(version=2)
    library.keep(reference("2110.02178", 1), first)
    assert library.find(reference("2110.02178")) is None
    library.keep(reference("2110.02178"), second)
    assert library.find(reference("2110.02178", 1)) is first
    assert library.find(reference("2110.02178", 2)) is second
    assert library.find(reference("2110.02178")) is second
    assert library.find(replace(reference("2110.02178"), source="other")) is None


def test_the_library_begins_with_what_was_fetched_without_a_version() -> None:
    item = paper(version=2)
    library = MemoryLibrary(item)
    assert library.find(reference("2110.02178")) is library.find(item.reference) is item


def test_the_library_knows_things_by_their_addresses() -> None:
    first, second = paper("2110.00001"), paper("2110.00002")
    library = MemoryLibrary(first, second)
    other = "https://arxiv.org/abs/2110.00003"
    assert library.about([second.url, other]) == {second.url: second}
    assert library.about([]) == {}


def test_the_library_tells_of_an_address_what_it_was_last_given() -> None:
    first, second = paper(version=2), paper(version=1, title="Looked at again")
    library = MemoryLibrary(first)
    library.keep(second.reference, second)
    assert library.about([first.url]) == {first.url: second}
    library.keep(first.reference, first)
    assert library.about([first.url]) == {first.url: first}


def test_doubts_are_looked_for_again_once_the_draft_has_changed() -> None:
    kept = MemoryDoubts()
    doubt = Doubt("slug", "summary", Problem("unit-changed", "5 m", 0, 3, "it is 5 s"))
    assert kept.of(draft(), lambda: [doubt]) == [doubt]
    assert kept.of(draft(), list) == [doubt]
    assert kept.of(labelled(draft()), list) == []
    assert kept.searches == ["issue-034", "issue-034"]


def test_the_catalogue_knows_papers_but_no_versions() -> None:
    item = paper()
    catalogue = MemoryCatalogue(item)
    assert catalogue.find(reference("2110.02178")) is item
    assert catalogue.find(reference("2110.02178", 1)) is None
    assert catalogue.find(reference("2110.02179")) is None


def test_drafts_are_kept_by_name() -> None:
    store = MemoryDrafts(draft("issue-034"), BROKEN)
    assert store.names() == ["issue-033", "issue-034"]
    assert store.all() == [BROKEN, draft("issue-034")]
    assert store.load("issue-034") == draft("issue-034")
    assert store.path("issue-034") == "drafts/issue-034.toml"


def test_a_broken_draft_raises_its_own_error() -> None:
    with pytest.raises(InvalidFile) as caught:
        MemoryDrafts(BROKEN).load("issue-033")
    assert caught.value is BROKEN.error


@pytest.mark.parametrize("method", ["load", "use", "text"])
def test_a_draft_that_is_not_there_is_named(method: str) -> None:
    with pytest.raises(UnknownHandle, match="'issue-099'"):
        getattr(MemoryDrafts(draft()), method)("issue-099")


def test_creating_takes_a_free_name_only() -> None:
    store = MemoryDrafts()
    store.create(draft(), "draft new")
    with pytest.raises(DraftExists, match="'issue-034'"):
        store.create(replace(draft(), label="another"), "draft new")
    assert store.load("issue-034") == draft()
    assert store.notes == ["issue-034: draft new"]


def test_an_update_writes_returns_and_records_the_change() -> None:
    store = MemoryDrafts(draft())
    assert store.update("issue-034", labelled, "label it").label == "Issue #34!"
    assert store.load("issue-034").label == "Issue #34!"
    assert store.notes == ["issue-034: label it"]


def test_an_update_that_changes_nothing_writes_nothing() -> None:
    store = MemoryDrafts(draft())
    assert store.update("issue-034", unchanged, "look at it") == draft()
    assert store.notes == []


@pytest.mark.parametrize(
    ("name", "error"), [("issue-034", UnknownHandle), ("issue-033", InvalidFile)]
)
def test_an_update_that_fails_writes_nothing(name: str, error: type[AkiraError]) -> None:
    store = MemoryDrafts(draft(), BROKEN)
    with pytest.raises(error):
        store.update(name, refusing, "try")
    assert store.all() == [BROKEN, draft()]
    assert store.notes == []


def test_an_editor_between_reading_and_writing_is_not_overwritten() -> None:
    store = MemoryDrafts(draft())
    entry = Entry("slug", "papers", "https://a.invalid/")
    store.meanwhile = lambda found: replace(found, entries=(entry,))
    written = store.update("issue-034", labelled, "label it")
    assert written == store.load("issue-034")
    assert (written.label, written.entries) == ("Issue #34!", (entry,))
    assert store.update("issue-034", labelled, "again").label == "Issue #34!!"


def test_drafts_are_found_by_what_their_file_says() -> None:
    entry = Entry("slug", "papers", "https://arxiv.org/abs/2110.02178")
    store = MemoryDrafts(draft("issue-034"), replace(draft("issue-035"), entries=(entry,)))
    assert store.mentioning("2110.02178") == ["issue-035"]


def test_the_draft_in_use_is_remembered() -> None:
    store = MemoryDrafts(draft())
    assert store.current() is None
    store.use("issue-034")
    assert store.current() == "issue-034"


def test_a_text_is_replaced_only_if_it_is_the_one_that_was_read() -> None:
    store = MemoryDrafts(draft())
    assert store.text("issue-034") == b"Issue #34"
    with pytest.raises(DraftConflict):
        store.replace_text("issue-034", b"Issue #33", b"Issue #35", "draft edit")
    assert store.replace_text("issue-034", b"Issue #34", b"Issue #34", "draft edit") == draft()
    assert store.notes == []
    store.replace_text("issue-034", b"Issue #34", b"Issue #35", "draft edit")
    assert store.load("issue-034").label == "Issue #35"
    assert store.notes == ["issue-034: draft edit"]


def test_replacing_its_text_mends_a_broken_draft() -> None:
    store = MemoryDrafts(BROKEN)
    store.replace_text("issue-033", store.text("issue-033"), b"Issue #33", "draft edit")
    assert store.load("issue-033").label == "Issue #33"
