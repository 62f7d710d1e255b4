"""A source that is one site: what it makes of pasted texts."""

from __future__ import annotations

from urllib.parse import SplitResult

import pytest

from akira_cli.core.items import Certainty, Item, Reference
from akira_cli.ports import Clock, Http
from akira_cli.sources._site import Place, Site, host_of, parts_of
from tests.fakes import FixedClock, RoutedHttp


def found(address: SplitResult) -> Place | None:
    is_here = host_of(address) == "things.example" and address.path != "/"
    return Place(address.path[1:], f"https://things.example{address.path}") if is_here else None


def looked_up(reference: Reference, http: Http, clock: Clock) -> Item:
    page = http.get(reference.url, pace=None)  # type: ignore[arg-type]  # no pace is kept here
    return Item(reference, page.url, page.body.decode(), fetched_at=clock.now())


SITE = Site("things", FixedClock(), found, looked_up)


@pytest.mark.parametrize(
    "text", ["https://things.example/7?utm_source=x", "<https://Things.example./7?utm_source=x>"]
)
def test_a_thing_is_named_by_its_address_without_tracking(text: str) -> None:
    reference = SITE.recognise(text)
    assert reference == Reference("things", "7", None, text, "https://things.example/7")
    assert (reference.removed, reference.certainty) == (("utm_source=x",), Certainty.SITE)


@pytest.mark.parametrize("text", ["", "7", "https://other.example/7", "https://things.example/"])
def test_other_texts_are_left_to_others(text: str) -> None:
    assert SITE.recognise(text) is None


def test_each_thing_is_looked_up() -> None:
    references = [SITE.recognise(f"https://things.example/{n}") for n in "12"]
    asked = [each for each in references if each]
    http = RoutedHttp({"https://things.example/": b"A thing"})
    outcomes = [outcome for _, outcome in SITE.fetch(asked, http)]
    assert [each.title for each in outcomes if isinstance(each, Item)] == ["A thing"] * 2
    assert http.requests == ["https://things.example/1", "https://things.example/2"]


def test_half_an_address_has_no_parts() -> None:
    assert host_of(parts_of("http://[")) == ""
