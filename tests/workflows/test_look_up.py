"""Where the facts of a reference come from, and when a connection is opened for them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from threading import Barrier, Lock

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
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.ports import Found, Http, Pace, Source
from akira_cli.workflows._side_by_side import MOST
from akira_cli.workflows.look_up import Places, look_up, recognise
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
                Places([self.source], self.http, self.library, self.catalogue),
                refresh=refresh,
            )
        )

    def find(self, reference: Reference, *, refresh: bool = False) -> Found | AkiraError:
        [(answered, outcome)] = self.look_up([reference], refresh=refresh)
        assert answered is reference
        return outcome


def pasted(item: Item, text: str = "") -> Item:
    """The item as it is known to whoever pasted that."""
    return replace(item, reference=replace(item.reference, text=text))


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


def test_what_the_library_has_opens_no_connection() -> None:
    item = paper()
    world = World(library=MemoryLibrary(item))
    assert world.find(PLAIN) == Found(pasted(item), "library")
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
    assert world.find(PLAIN, refresh=True) == Found(pasted(kept), "library", because=error.message)
    assert len(world.http.requests) == 1


def test_the_catalogue_answers_when_the_library_cannot_and_is_not_kept() -> None:
    described = paper()
    error = Unreachable("no such host")
    world = World(catalogue=MemoryCatalogue(described), http=cut_off(error))
    assert world.find(PLAIN) == Found(pasted(described), "catalogue", because="no such host")
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


class Site(FakeSource):
    """A site whose things are called by words; each thing is asked for by itself."""

    def __init__(
        self,
        name: str,
        outcomes: dict[str, Item | LeadsTo | AkiraError],
        certainty: Certainty = Certainty.SITE,
    ) -> None:
        super().__init__()
        self.name = name
        self.certainty = certainty
        self._said = outcomes

    def recognise(self, text: str) -> Reference | None:
        if text not in self._said:
            return None
        url = f"https://{self.name}.example/{text}"
        return Reference(self.name, text, text=text, url=url, certainty=self.certainty)

    def fetch(  # type: ignore[override]  # this one leads on to others, too
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        for reference in references:
            self.batches.append([reference.id])
            http.get(reference.url, Pace("site", 0.0))
            yield reference, self._said[reference.text]


def page(name: str, title: str, url: str = "") -> Item:
    reference = Reference("site", name, url=f"https://site.example/{name}")
    return Item(reference, url or reference.url, title, form="web")


def of_sites(*sources: Source, library: MemoryLibrary | None = None) -> Places:
    http = RoutedHttp({"https://": b"", FakeSource.address: b""})
    return Places(sources, http, library or MemoryLibrary(), MemoryCatalogue())


class TestSeveralSources:
    def test_the_surest_takes_a_text_whatever_their_order(self) -> None:
        vague = Site("vague", {"thing": page("thing", "Vague")}, Certainty.ADDRESS)
        sure = Site("sure", {"thing": page("thing", "Sure")}, Certainty.SITE)
        for sources in ([vague, sure], [sure, vague]):
            assert recognise("thing", sources).source == "sure"

    @pytest.mark.parametrize("text", ["hello", "cs.LG", "two words"])
    def test_what_nobody_takes_is_told_with_what_would_do(self, text: str) -> None:
        with pytest.raises(NotAReference, match=f"no source recognises '{text}'") as caught:
            recognise(text, [Nobody()])
        assert "https://" in caught.value.hint

    def test_each_asks_for_its_own_and_the_order_is_that_of_the_texts(self) -> None:
        site = Site("site", {"a": page("a", "A"), "b": page("b", "B")})
        other = Site("other", {"c": page("c", "C")})
        places = of_sites(site, other)
        asked = [recognise(text, places.sources) for text in ("c", "b", "a")]
        found = list(look_up(asked, places))
        assert [reference.id for reference, _ in found] == ["c", "b", "a"]
        assert [item_of(outcome).title for _, outcome in found] == ["C", "B", "A"]

    def test_the_fault_of_one_site_leaves_the_others_alone(self) -> None:
        site = Site("site", {"a": TimedOut("'site' was silent")})
        other = Site("other", {"c": page("c", "C")})
        places = of_sites(site, other)
        asked = [recognise(text, places.sources) for text in ("a", "c")]
        (_, silent), (_, found) = look_up(asked, places)
        assert isinstance(silent, TimedOut)
        assert item_of(found).title == "C"

    def test_a_bug_in_a_source_is_not_swallowed(self) -> None:
        class Broken(Site):
            def fetch(  # type: ignore[override]  # it ends before it begins
                self,
                references: Sequence[Reference],  # noqa: ARG002  # it does not get that far
                http: Http,  # noqa: ARG002  # nor to asking anybody
            ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
                raise KeyError("a bug")

        places = of_sites(Broken("site", {"a": page("a", "A")}), Site("o", {"c": page("c", "C")}))
        asked = [recognise(text, places.sources) for text in ("a", "c")]
        with pytest.raises(KeyError, match="a bug"):
            list(look_up(asked, places))


def test_the_text_is_the_one_pasted_now_and_not_that_of_another_day() -> None:
    world = World(library=MemoryLibrary(paper()))
    asked = replace(PLAIN, text="arXiv:2110.02178", removed=("utm_source=x",))
    reference = item_of(world.find(asked)).reference
    assert (reference.text, reference.removed) == ("arXiv:2110.02178", ("utm_source=x",))


class Meeting(Site):
    """A site that answers once others are being asked, too."""

    def __init__(self, name: str, others: Barrier) -> None:
        super().__init__(name, {name: page(name, name)})
        self._others = others

    def fetch(  # type: ignore[override]  # as Site's
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        self._others.wait()
        yield from super().fetch(references, http)


class TestSites:
    def test_are_asked_at_the_same_time(self) -> None:
        both = Barrier(2, timeout=60)
        places = of_sites(Meeting("a", both), Meeting("b", both))
        asked = [recognise(text, places.sources) for text in ("b", "a")]
        assert [item_of(found).title for _, found in look_up(asked, places)] == ["b", "a"]

    def test_of_one_source_are_asked_at_the_same_time(self) -> None:
        both = Barrier(2, timeout=60)

        class Everywhere(Meeting):
            def recognise(self, text: str) -> Reference:
                return Reference("everywhere", text, text=text, url=f"https://{text}.example/")

            def fetch(  # type: ignore[override]  # as Site's
                self,
                references: Sequence[Reference],
                http: Http,  # noqa: ARG002  # the meeting is all
            ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
                both.wait()
                yield from ((reference, page(reference.id, "A")) for reference in references)

        places = of_sites(Everywhere("everywhere", both))
        asked = [recognise(text, places.sources) for text in ("a", "b")]
        assert [item_of(found).title for _, found in look_up(asked, places)] == ["A", "A"]

    def test_more_than_are_asked_at_once_are_all_asked(self) -> None:
        all_at_once = Barrier(MOST, timeout=60)
        names = [f"site-{number}" for number in range(2 * MOST)]
        places = of_sites(*(Meeting(name, all_at_once) for name in names))
        asked = [recognise(name, places.sources) for name in names]
        assert [item_of(found).title for _, found in look_up(asked, places)] == names

    def test_no_more_than_a_few_are_asked_at_once(self) -> None:
        at_once, lock = [0, 0], Lock()
        names = [f"site-{number}" for number in range(5 * MOST)]

        class Counting(Site):
            def fetch(  # type: ignore[override]  # as Site's
                self, references: Sequence[Reference], http: Http
            ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
                with lock:
                    at_once[0] += 1
                    at_once[1] = max(at_once)
                time.sleep(0.01)
                yield from super().fetch(references, http)
                with lock:
                    at_once[0] -= 1

        places = of_sites(*(Counting(name, {name: page(name, name)}) for name in names))
        found = list(look_up([recognise(name, places.sources) for name in names], places))
        assert len(found) == len(names)
        assert at_once[1] <= MOST


class TestWhatLeadsElsewhere:
    def test_is_followed_and_the_way_is_noted(self) -> None:
        short = Site("short", {"s": LeadsTo("2110.02178", "'short' leads there")})
        places = of_sites(short, FakeSource([paper()]))
        [(asked, outcome)] = look_up([recognise("s", places.sources)], places)
        assert asked.source == "short"
        assert item_of(outcome).reference.id == "2110.02178"
        assert item_of(outcome).notes == ("'short' leads there",)

    def test_is_kept_as_what_was_asked_and_as_what_it_is(self) -> None:
        short = Site("short", {"s": LeadsTo("2110.02178", "it leads there")})
        places = of_sites(short, FakeSource([paper()]))
        reference = recognise("s", places.sources)
        list(look_up([reference], places))
        assert places.library.find(reference) is not None
        assert places.library.find(PLAIN) is not None

    def test_asks_nobody_for_what_the_library_has_at_the_end_of_the_way(self) -> None:
        source = FakeSource()
        short = Site("short", {"s": LeadsTo("2110.02178", "it leads there")})
        places = of_sites(short, source, library=MemoryLibrary(paper()))
        [(_, outcome)] = look_up([recognise("s", places.sources)], places)
        assert item_of(outcome).title == paper().title
        assert source.batches == []

    def test_is_asked_for_together(self) -> None:
        ids = ["2110.00001", "2110.00002", "2110.00003"]
        source = FakeSource([paper(each) for each in ids])
        short = Site("short", {each[-1]: LeadsTo(each, "it leads there") for each in ids})
        places = of_sites(short, source)
        asked = [recognise(each[-1], places.sources) for each in ids]
        found = [item_of(outcome).reference.id for _, outcome in look_up(asked, places)]
        assert found == ids
        assert source.batches == [ids]

    def test_is_asked_for_anew_when_that_is_wanted(self) -> None:
        source = FakeSource([paper(title="New")])
        short = Site("short", {"s": LeadsTo("2110.02178", "it leads there")})
        places = of_sites(short, source, library=MemoryLibrary(paper(title="Old")))
        [(_, outcome)] = look_up([recognise("s", places.sources)], places, refresh=True)
        assert item_of(outcome).title == "New"

    def test_is_told_by_the_catalogue_when_it_cannot_be_reached(self) -> None:
        short = Site("short", {"s": LeadsTo("2110.02178", "it leads there")})
        source = FakeSource([], {"2110.02178": Unreachable("no network")})
        places = of_sites(short, source)._replace(catalogue=MemoryCatalogue(paper()))
        [(_, outcome)] = look_up([recognise("s", places.sources)], places)
        assert isinstance(outcome, Found)
        assert (outcome.origin, outcome.because) == ("catalogue", "no network")

    def test_to_nothing_is_told(self) -> None:
        places = of_sites(Site("short", {"s": LeadsTo("nowhere at all", "it leads there")}))
        [(_, outcome)] = look_up([recognise("s", places.sources)], places)
        assert isinstance(outcome, NotAReference)

    def test_in_a_circle_ends(self) -> None:
        site = Site("site", {"a": LeadsTo("b", "a is b"), "b": LeadsTo("a", "b is a")})
        places = of_sites(site)
        [(_, outcome)] = look_up([recognise("a", places.sources)], places)
        assert isinstance(outcome, BadAnswer)
        assert "a is b" in outcome.message


def test_a_page_is_kept_under_the_address_it_calls_its_own() -> None:
    item = page("a", "A", url="https://site.example/b")
    site = Site("site", {"a": item, "https://site.example/b": item})
    places = of_sites(site)
    list(look_up([recognise("a", places.sources)], places))
    assert places.library.find(recognise("https://site.example/b", places.sources)) == item
