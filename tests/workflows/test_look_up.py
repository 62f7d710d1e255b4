"""Where the facts of a reference come from, and when a connection is opened for them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pytest

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotAReference,
    NotFound,
    Offline,
    RateLimited,
    TimedOut,
    Unreachable,
)
from akira_cli.core.items import Item, Reference
from akira_cli.ports import Found
from akira_cli.workflows.look_up import look_up, recognise
from tests.fakes import FakeSource, MemoryCatalogue, MemoryLibrary, RoutedHttp, paper

PLAIN = Reference("arxiv", "2110.02178")
SECOND = Reference("arxiv", "2110.02178", 2)
OTHER = Reference("arxiv", "2110.07858")


@dataclass
class World:
    """Everything a look-up may ask; the source answers unless it is given an error."""

    source: FakeSource = field(default_factory=FakeSource)
    library: MemoryLibrary = field(default_factory=MemoryLibrary)
    catalogue: MemoryCatalogue = field(default_factory=MemoryCatalogue)
    http: RoutedHttp = field(default_factory=lambda: RoutedHttp({FakeSource.address: b""}))

    def look_up(
        self, references: Iterable[Reference], *, refresh: bool = False
    ) -> list[tuple[Reference, Found | AkiraError]]:
        return list(
            look_up(
                list(references),
                source=self.source,
                http=self.http,
                library=self.library,
                catalogue=self.catalogue,
                refresh=refresh,
            )
        )

    def find(self, reference: Reference, *, refresh: bool = False) -> Found | AkiraError:
        [(answered, outcome)] = self.look_up([reference], refresh=refresh)
        assert answered is reference
        return outcome


def cut_off(error: AkiraError) -> RoutedHttp:
    return RoutedHttp({FakeSource.address: error})


def item_of(outcome: Found | AkiraError) -> Item:
    assert isinstance(outcome, Found)
    return outcome.item


class Nobody(FakeSource):
    """A source that nothing belongs to."""

    def recognise(self, text: str) -> None:  # noqa: ARG002  # whatever the text is
        return None


def test_a_text_goes_to_the_first_source_that_takes_it() -> None:
    found = recognise("arXiv:2110.02178v2", [Nobody(), FakeSource()])
    assert (found.source, found.id, found.version) == ("arxiv", "2110.02178", 2)


def test_a_malformed_text_is_named_by_its_source() -> None:
    with pytest.raises(NotAReference) as caught:
        recognise("2113.02178", [Nobody(), FakeSource()])
    assert caught.value.kind == "bad_month"


def test_sources_that_leave_a_text_to_nobody_are_a_bug() -> None:
    with pytest.raises(AssertionError):
        recognise("anything", [Nobody()])


def test_what_the_library_has_opens_no_connection() -> None:
    item = paper()
    world = World(library=MemoryLibrary(item))
    assert world.find(PLAIN) == Found(item, "library")
    assert world.http.requests == []


def test_what_the_source_gives_is_kept() -> None:
    world = World(FakeSource([paper()]))
    outcome = world.find(PLAIN)
    assert isinstance(outcome, Found)
    assert (outcome.origin, outcome.because) == ("source", "")
    assert world.find(PLAIN) == Found(outcome.item, "library")
    assert len(world.http.requests) == 1


def test_refresh_asks_the_source_though_the_library_knows() -> None:
    world = World(FakeSource([paper(version=2)]), MemoryLibrary(paper(version=1)))
    assert item_of(world.find(PLAIN, refresh=True)).reference.version == 2
    kept = world.library.find(PLAIN)
    assert kept is not None
    assert kept.reference.version == 2


def test_a_version_asked_for_is_not_answered_with_another() -> None:
    versions = [paper(version=1), paper(version=2), paper(version=3)]
    world = World(FakeSource(versions), MemoryLibrary(paper(version=3)))
    assert item_of(world.find(SECOND)).reference.version == 2
    assert item_of(world.find(PLAIN)).reference.version == 3
    assert world.source.batches == [["2110.02178v2"]]


def test_only_what_is_not_known_is_asked_for_in_one_request_and_in_order() -> None:
    first, second, third = (Reference("arxiv", f"2110.0000{n}") for n in (1, 2, 3))
    world = World(FakeSource([paper(first.id), paper(third.id)]), MemoryLibrary(paper(second.id)))
    outcomes = world.look_up([third, second, first, third])
    assert [reference for reference, _ in outcomes] == [third, second, first, third]
    assert [item_of(outcome).reference.id for _, outcome in outcomes] == [
        third.id,
        second.id,
        first.id,
        third.id,
    ]
    assert world.source.batches == [[third.id, first.id]]


@pytest.mark.parametrize("error", [Unreachable("no such host"), Offline("--offline was given")])
def test_the_library_answers_a_refresh_when_the_source_cannot_be_reached(
    error: AkiraError,
) -> None:
    kept, described = paper(), paper(title="as the catalogue has it")
    world = World(
        library=MemoryLibrary(kept), catalogue=MemoryCatalogue(described), http=cut_off(error)
    )
    assert world.find(PLAIN, refresh=True) == Found(kept, "library", because=error.message)
    assert len(world.http.requests) == 1


def test_the_catalogue_answers_when_the_library_cannot_and_is_not_kept() -> None:
    described = paper()
    error = Unreachable("no such host")
    world = World(catalogue=MemoryCatalogue(described), http=cut_off(error))
    assert world.find(PLAIN) == Found(described, "catalogue", because="no such host")
    assert world.library.find(PLAIN) is None


@pytest.mark.parametrize("reference", [SECOND, OTHER], ids=["another version", "another paper"])
def test_what_nobody_knows_stays_an_error(reference: Reference) -> None:
    error = Unreachable("no such host")
    world = World(catalogue=MemoryCatalogue(paper()), http=cut_off(error))
    assert world.find(reference) is error


@pytest.mark.parametrize(
    "error", [TimedOut("silent"), RateLimited("429"), AccessDenied("403"), BadAnswer("half a feed")]
)
def test_a_source_that_was_reached_is_not_replaced_by_older_words(error: AkiraError) -> None:
    world = World(
        library=MemoryLibrary(paper()), catalogue=MemoryCatalogue(paper()), http=cut_off(error)
    )
    assert world.find(PLAIN, refresh=True) is error


def test_what_the_source_does_not_have_is_not_found_elsewhere_nor_kept() -> None:
    world = World(catalogue=MemoryCatalogue(paper()))
    assert isinstance(world.find(PLAIN), NotFound)
    assert world.library.find(PLAIN) is None


def test_one_bad_reference_does_not_keep_the_others_from_the_library() -> None:
    world = World(FakeSource([paper()]))
    (_, missing), (_, found) = world.look_up([OTHER, PLAIN])
    assert isinstance(missing, NotFound)
    assert world.library.find(PLAIN) == item_of(found)


def test_nothing_asked_asks_nothing() -> None:
    world = World()
    assert world.look_up([]) == []
    assert world.http.requests == []
