"""What is known of several texts, the malformed among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.errors import AkiraError, NotAReference, NotFound, Refused
from akira_cli.core.items import Reference
from akira_cli.ports import Found
from akira_cli.workflows.fetch import fetch
from akira_cli.workflows.look_up import recognise
from tests.fakes import FakeSource, paper


class LookUps:
    """A LookUp that knows one paper and lists what it was asked."""

    def __init__(self) -> None:
        self.asked: list[list[str]] = []

    def __call__(
        self, references: Sequence[Reference]
    ) -> Iterator[tuple[Reference, Found | AkiraError]]:
        self.asked.append([reference.text for reference in references])
        for reference in references:
            known = reference.id == "2110.02178"
            yield reference, Found(paper(), "source") if known else NotFound("arXiv has none")


def fetched(*texts: str) -> tuple[list[Found | Refused], LookUps]:
    look_up = LookUps()
    sources = [FakeSource()]
    outcomes = fetch(texts, recognise=lambda text: recognise(text, sources), look_up=look_up)
    return list(outcomes), look_up


def test_the_good_ones_are_found_and_the_others_reported_with_their_text() -> None:
    outcomes, look_up = fetched("2110.09999", "2113.00001", "arXiv:2110.02178v1")
    malformed, missing, found = outcomes
    assert isinstance(malformed, Refused)
    assert malformed.text == "2113.00001"
    assert isinstance(malformed.error, NotAReference)
    assert isinstance(missing, Refused)
    assert missing.text == "2110.09999"
    assert isinstance(missing.error, NotFound)
    assert found == Found(paper(), "source")
    assert look_up.asked == [["2110.09999", "arXiv:2110.02178v1"]]


def test_nothing_is_asked_when_no_text_is_a_reference() -> None:
    outcomes, look_up = fetched("2113.00001")
    assert len(outcomes) == 1
    assert look_up.asked == []
