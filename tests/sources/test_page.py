"""One page of the web: what an answer is taken for."""

from __future__ import annotations

import pytest

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotFound,
    Offline,
    RateLimited,
    RequestRefused,
    ServiceUnavailable,
    TimedOut,
    UnreadablePage,
)
from akira_cli.core.items import Certainty, Item, Reference
from akira_cli.ports import Http, Response
from akira_cli.sources._page import BY_HAND, Page, one_by_one, open_page, tree_of
from tests.fakes import RoutedHttp

URL = "https://blog.example.org/posts/a"
REFERENCE = Reference("web-page", URL, None, URL, URL, (), Certainty.ADDRESS)
BODY = b"<html><title>A</title>"


def opened(answer: Response | bytes | AkiraError, url: str = URL) -> Page:
    return open_page(REFERENCE, url, RoutedHttp({"https://": answer}))


def ending(at: str) -> Response:
    return Response(200, {"content-type": "Text/HTML; charset=utf-8"}, BODY, at)


def test_a_page_is_where_it_ended_with_its_type_and_its_bytes() -> None:
    page = opened(ending(f"{URL}/?page=1"))
    assert (page.url, page.media_type, page.body) == (f"{URL}/?page=1", "text/html", BODY)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        *[(401, UnreadablePage), (404, NotFound), (418, RequestRefused)],
        *[(500, ServiceUnavailable), (204, BadAnswer)],
    ],
)
def test_every_other_status_is_an_error_of_its_own(status: int, error: type[AkiraError]) -> None:
    with pytest.raises(error) as raised:
        opened(Response(status, {}, BODY, URL))
    assert str(status) in raised.value.message


@pytest.mark.parametrize("status", [401, 404])
def test_a_page_that_a_browser_may_show_can_be_given_as_a_file(status: int) -> None:
    with pytest.raises(AkiraError) as raised:
        opened(Response(status, {}, BODY, URL))
    assert URL in raised.value.message
    assert "--html FILE" in raised.value.hint


def test_a_refusal_of_the_site_names_the_way_out_and_other_faults_stay() -> None:
    with pytest.raises(UnreadablePage, match="denies access") as raised:
        opened(AccessDenied("'blog.example.org' denies access (403)"))
    assert "--html FILE" in raised.value.hint
    with pytest.raises(TimedOut):
        opened(TimedOut("silent"))


@pytest.mark.parametrize(
    "end",
    [
        "https://consent.example.org/collect?to=1",
        "https://guce.example.org/x",
        "https://accounts.example.com/o",
        "https://blog.example.org/login?next=/posts/a",
        "https://blog.example.org/users/sign-in",
        "https://blog.example.org/Signin.html",
        "https://medium.com/m/global-identity-2?redirectUrl=x",
    ],
)
def test_a_door_is_not_the_page_behind_it(end: str) -> None:
    with pytest.raises(UnreadablePage, match="login or consent"):
        opened(ending(end))


@pytest.mark.parametrize(
    "url",
    [
        "https://blog.example.org/login",
        "https://blog.example.org/consent-in-data-sets",
        "https://consent.example.org/study",
    ],
)
def test_a_page_about_doors_is_a_page(url: str) -> None:
    assert opened(ending(url), url).url == url


@pytest.mark.parametrize("home", ["https://blog.example.org/", "https://other.example"])
def test_a_page_that_leads_home_is_gone(home: str) -> None:
    with pytest.raises(NotFound, match="leads to the home page"):
        opened(ending(home))


def test_a_home_page_that_was_asked_for_is_a_page() -> None:
    asked = "https://blog.example.org"
    assert opened(ending(f"{asked}/"), asked).url == f"{asked}/"


@pytest.mark.parametrize("body", [b"", b" \n\t "])
def test_an_empty_page_is_a_bad_answer(body: bytes) -> None:
    with pytest.raises(BadAnswer, match="empty"):
        opened(body)


def test_a_tree_is_read_by_the_header_or_else_by_the_media_type() -> None:
    body = "<p>für".encode("utf-16-le")
    page = Page(URL, "text/html", body, {"content-type": "text/html; charset=utf-16le"})
    assert str(tree_of(page).text_content()) == "für"
    with pytest.raises(BadAnswer, match="no web page but 'application/json'") as raised:
        tree_of(Page(URL, "application/json", b"{}", {}))
    assert raised.value.hint == "give the page that links to it"


def test_a_page_that_cannot_be_read_names_the_way_out() -> None:
    with pytest.raises(BadAnswer, match="nothing that can be read") as raised:
        tree_of(Page(URL, "text/html", b"<!-- nothing -->", {}))
    assert raised.value.hint == BY_HAND


@pytest.mark.parametrize(
    ("error", "asked"),
    [(RateLimited("429"), ["a"]), (Offline("offline"), ["a"]), (NotFound("404"), ["a", "b"])],
)
def test_a_site_that_refuses_to_be_asked_is_asked_nothing_more(
    error: AkiraError, asked: list[str]
) -> None:
    seen: list[str] = []

    def look(reference: Reference, http: Http) -> Item:  # noqa: ARG001  # it does not get that far
        seen.append(reference.id)
        raise error

    references = [Reference("web-page", "a"), Reference("web-page", "b")]
    outcomes = list(one_by_one(references, RoutedHttp({}), look))
    assert outcomes == [(reference, error) for reference in references]
    assert seen == asked
