from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import (
    AkiraError,
    BadAnswer,
    NotFound,
    Offline,
    RequestRefused,
    ServiceUnavailable,
    UnreadablePage,
    UnusablePicture,
)
from akira_cli.core.figures import Candidate
from akira_cli.core.items import Item, Reference
from akira_cli.core.page import Layout
from akira_cli.core.settings import ArxivSettings, Settings
from akira_cli.figures.arxiv_html import build
from akira_cli.ports import Http, Pace, Response
from akira_cli.ports.figures import FigureFinder
from tests.fakes import RoutedHttp, paper

PNG = b"\x89PNG\r\n\x1a\n rest"
PAGE = (
    b'<base href="/html/2110.02178v1/"><a id="license-tr">License: CC BY 4.0</a><article>'
    b'<figure class="ltx_figure"><img class="ltx_graphics" src="x1.png"><img src="x2.png">'
    b'<figcaption><span class="ltx_tag">Figure 1: </span>Model.</figcaption></figure></article>'
)
ADDRESS = "https://arxiv.org/html/2110.02178v1"


def finder(arxiv: ArxivSettings = ArxivSettings()) -> FigureFinder:  # noqa: B008  # a value
    return build(Settings(Layout("A", "", (), (), "", ""), arxiv=arxiv))


def candidate(*addresses: str) -> Candidate:
    return Candidate(1, "figure", "Figure 1", "", addresses, "arxiv-html")


class PacedHttp:
    """Keeps the pace of every request."""

    def __init__(self, http: Http) -> None:
        self._http = http
        self.paces: list[Pace] = []

    def get(
        self, url: str, pace: Pace, *, accept: str = "*/*", largest: int | None = None
    ) -> Response:
        self.paces.append(pace)
        return self._http.get(url, pace, accept=accept, largest=largest)


def test_only_papers_of_arxiv_are_looked_for() -> None:
    elsewhere = replace(paper(), reference=Reference("openreview", "x"))
    assert finder().can_look(paper())
    assert not finder().can_look(elsewhere)


def test_figures_and_licence_are_those_of_the_page() -> None:
    http = RoutedHttp({ADDRESS: PAGE})
    found = finder().find(paper(), http)
    assert http.requests == [ADDRESS]
    assert found.licence == "CC BY 4.0"
    [figure] = found.candidates
    assert (figure.label, figure.caption, figure.origin) == ("Figure 1", "Model.", "arxiv-html")
    assert figure.addresses == (f"{ADDRESS}/x1.png", f"{ADDRESS}/x2.png")


def test_a_paper_of_no_version_is_asked_for_without() -> None:
    http = RoutedHttp({"https://arxiv.org/html/math/0309136": PAGE})
    item = replace(paper(), reference=Reference("arxiv", "math/0309136"))
    finder().find(item, http)
    assert http.requests == ["https://arxiv.org/html/math/0309136"]


def test_a_server_that_stands_in_for_arxiv_has_the_pages_too() -> None:
    http = PacedHttp(RoutedHttp({"http://127.0.0.1:80/html/2110.02178v1": PAGE}))
    finder(ArxivSettings("http://127.0.0.1:80/api/query", 0.0)).find(paper(), http)
    assert http.paces == [Pace("arxiv", 0.0)]


def test_arxiv_is_never_asked_faster_than_it_allows() -> None:
    http = PacedHttp(RoutedHttp({ADDRESS: PAGE, f"{ADDRESS}/x1.png": PNG}))
    fast = finder(ArxivSettings(interval=0.1))
    [figure] = fast.find(paper(), http).candidates
    assert fast.picture(figure, http) == PNG
    assert http.paces == [Pace("arxiv", 3.0)] * 2


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Response(404, {}, b"not found", ADDRESS), NotFound),
        (Response(410, {}, b"", ADDRESS), NotFound),
        (Response(200, {}, b"<h1>No HTML for '2110.02178v1'</h1>", ADDRESS), NotFound),
        (Response(200, {}, PAGE, "https://arxiv.org/abs/2110.02178v1"), NotFound),
        (Response(200, {}, PAGE, "https://elsewhere.example/html/2110.02178v1"), NotFound),
        (Response(200, {}, b"", ADDRESS), BadAnswer),
        (Response(200, {}, b"%PDF-1.5", ADDRESS), BadAnswer),
        (Response(400, {}, b"", ADDRESS), RequestRefused),
        (Response(304, {}, b"", ADDRESS), BadAnswer),
        (Response(401, {}, b"", ADDRESS), UnreadablePage),
        (Response(200, {"content-type": "application/json"}, PAGE, ADDRESS), BadAnswer),
        (Response(500, {}, b"", ADDRESS), ServiceUnavailable),
        (Offline("akira is offline"), Offline),
    ],
)
def test_what_is_no_page_of_the_paper_is_told(
    answer: Response | AkiraError, error: type[AkiraError]
) -> None:
    with pytest.raises(error) as caught:
        finder().find(paper(), RoutedHttp({ADDRESS: answer}))
    assert type(caught.value) is error


@pytest.mark.parametrize(
    "data", [PNG, b"\xff\xd8\xff\xe0..", b"GIF89a..", b"GIF87a", b"RIFF\0\0\0\0WEBPVP8 "]
)
def test_pictures_come_as_they_are(data: bytes) -> None:
    http = RoutedHttp({"https://arxiv.org/": data})
    first, second = "https://arxiv.org/a.png", "https://arxiv.org/b.png"
    assert finder().picture(candidate(first, second), http) == data
    assert http.requests == [first]


@pytest.mark.parametrize("data", [b"", b"<svg/>", b"<!DOCTYPE html>", b"RIFF\0\0\0\0WAVE", b"%PDF"])
def test_what_shows_itself_to_be_no_picture_is_refused(data: bytes) -> None:
    http = RoutedHttp({"https://arxiv.org/": data})
    with pytest.raises(UnusablePicture, match=r"'https://arxiv\.org/a\.png'"):
        finder().picture(candidate("https://arxiv.org/a.png"), http)


def test_a_picture_that_is_gone_is_not_found() -> None:
    url = "https://arxiv.org/a.png"
    with pytest.raises(NotFound, match="404"):
        finder().picture(candidate(url), RoutedHttp({url: Response(404, {}, b"", url)}))
    with pytest.raises(NotFound, match="Figure 1"):
        finder().picture(candidate(), RoutedHttp({}))


@given(st.binary(max_size=200), st.sampled_from([200, 204, 301, 404, 429, 500]))
@settings(max_examples=60, deadline=None)
def test_any_answer_is_findings_or_an_error_of_ours(body: bytes, status: int) -> None:
    item: Item = paper()
    http = RoutedHttp({"https://": Response(status, {}, body, ADDRESS)})
    for attempt in (
        lambda: finder().find(item, http),
        lambda: finder().picture(candidate(ADDRESS), http),
    ):
        try:
            attempt()
        except AkiraError as error:
            assert error.message  # noqa: PT017  # any of them will do
