"""A page saved by hand is read as if the address had given it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.ports import Found, Http, Pace, Response
from akira_cli.workflows.saved_page import read_saved
from tests.fakes import FakeSource, MemoryLibrary

ASKED = Reference("sure", "https://a.example/post", text="https://a.example/post")


class Reader(FakeSource):
    """Takes every address and makes the answer's body the title; or finds only an error in it."""

    def __init__(self, name: str, certainty: Certainty, error: AkiraError | None = None) -> None:
        super().__init__()
        self.name = name
        self._certainty = certainty
        self._error = error
        self.answers: list[Response] = []

    def recognise(self, text: str) -> Reference | None:
        return Reference(self.name, text, text=text, url=text, certainty=self._certainty)

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | AkiraError]]:
        for reference in references:
            self.answers.append(http.get(reference.url, Pace("any", 1.0)))
            item = Item(reference, reference.url, self.answers[-1].body.decode(), form="web")
            yield reference, self._error or item


def test_the_surest_source_reads_it_and_it_is_kept() -> None:
    library = MemoryLibrary()
    vague, sure = Reader("vague", Certainty.ADDRESS), Reader("sure", Certainty.SITE)
    found = read_saved(ASKED, b"A page", [vague, sure], library)
    assert isinstance(found, Found)
    assert (found.item.title, found.item.reference.source) == ("A page", "sure")
    assert vague.answers == []
    assert library.find(ASKED) == found.item


def test_one_that_asks_an_interface_gives_way_to_one_that_reads_pages() -> None:
    api = Reader("api", Certainty.THING, BadAnswer("this is no JSON"))
    pages = Reader("pages", Certainty.ADDRESS)
    found = read_saved(ASKED, b"A page", [api, pages], MemoryLibrary())
    assert isinstance(found, Found)
    assert found.item.reference.source == "pages"


def test_the_error_of_the_surest_is_told_when_nobody_can_read_it() -> None:
    first, second = BadAnswer("this is no JSON"), BadAnswer("this is no page")
    sources = [
        Reader("pages", Certainty.ADDRESS, second),
        Reader("api", Certainty.THING, first),
    ]
    error = read_saved(ASKED, b"?", sources, MemoryLibrary())
    assert isinstance(error, UnreadablePage)
    assert first.message in error.message
    assert error.exit_code == 1


def test_a_thing_that_is_asked_for_by_its_number_needs_no_page() -> None:
    arxiv = Reader("arxiv", Certainty.THING, BadAnswer("this is no feed"))
    error = read_saved(ASKED, b"<html>", [arxiv], MemoryLibrary())
    assert isinstance(error, UnreadablePage)
    assert error.hint == "leave --html out"


def test_a_text_that_no_source_takes_is_told() -> None:
    class Nobody(Reader):
        def recognise(self, text: str) -> Reference | None:
            raise NotAReference("bad_month", f"'{text}' is malformed")

    nobody = Nobody("nobody", Certainty.THING)
    assert isinstance(read_saved(ASKED, b"?", [nobody], MemoryLibrary()), NotAReference)


def test_a_pdf_is_given_as_one() -> None:
    reader = Reader("pages", Certainty.ADDRESS)
    read_saved(ASKED, b"%PDF-1.7", [reader], MemoryLibrary())
    read_saved(ASKED, b"<html>", [reader], MemoryLibrary())
    assert [answer.headers["content-type"] for answer in reader.answers] == [
        "application/pdf",
        "text/html",
    ]


def test_a_page_that_is_only_the_way_to_another_says_where_that_is() -> None:
    class Stamped(Reader):
        def fetch(  # type: ignore[override]  # it leads on
            self,
            references: Sequence[Reference],
            http: Http,  # noqa: ARG002  # the stamp is all it reads
        ) -> Iterator[tuple[Reference, LeadsTo]]:
            for reference in references:
                yield reference, LeadsTo("arXiv:2110.02178", "it has arXiv's stamp")

    error = read_saved(ASKED, b"%PDF-", [Stamped("pdf", Certainty.FILE)], MemoryLibrary())
    assert isinstance(error, UnreadablePage)
    assert "it has arXiv's stamp" in error.message
    assert error.hint == "akira add 'arXiv:2110.02178'"
