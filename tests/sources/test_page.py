"""One page of the web: what an answer is taken for, and how its bytes are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    BadAnswer,
    NotFound,
    RateLimited,
    RequestRefused,
    ServiceUnavailable,
    TimedOut,
    UnreadablePage,
)
from akira_cli.core.items import Certainty, Reference
from akira_cli.ports import Response
from akira_cli.sources._page import Page, one_line, open_page, tree_of
from tests.fakes import RoutedHttp

URL = "https://blog.example.org/posts/a"
REFERENCE = Reference("web-page", URL, None, URL, URL, (), Certainty.ADDRESS)
BODY = b"<html><title>A</title>"


def opened(answer: Response | bytes | AkiraError, url: str = URL) -> Page:
    return open_page(REFERENCE, url, RoutedHttp({"https://": answer}))


def ending(at: str) -> Response:
    return Response(200, {"content-type": "Text/HTML; charset=utf-8"}, BODY, at)


def text_of(body: bytes, content_type: str = "text/html") -> str:
    page = Page(URL, content_type.partition(";")[0], body, {"content-type": content_type})
    return str(tree_of(page).text_content())


def test_a_page_is_where_it_ended_with_its_type_and_its_bytes() -> None:
    page = opened(ending(f"{URL}/?page=1"))
    assert (page.url, page.media_type, page.body) == (f"{URL}/?page=1", "text/html", BODY)


@pytest.mark.parametrize(
    ("status", "error"),
    [
        *[(status, UnreadablePage) for status in (401, 402, 403, 407, 451, 999)],
        *[(404, NotFound), (410, NotFound), (400, RequestRefused), (418, RequestRefused)],
        *[(429, RateLimited), (500, ServiceUnavailable), (502, ServiceUnavailable)],
        *[(204, BadAnswer), (304, BadAnswer)],
    ],
)
def test_every_other_status_is_an_error_of_its_own(status: int, error: type[AkiraError]) -> None:
    with pytest.raises(error) as raised:
        opened(Response(status, {}, BODY, URL))
    assert type(raised.value) is error
    assert str(status) in raised.value.message


@pytest.mark.parametrize("status", [403, 404])
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


WORD = "für 深度学习"


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (f"<p>{WORD}".encode(), "text/html"),
        (f"<p>{WORD}".encode(), "text/html; charset=ISO-8859-1"),
        (f'<meta charset="latin1"><p>{WORD}'.encode(), "text/html"),
        (f"<p>{WORD}".encode("utf-8-sig"), "text/html; charset=gbk"),
        (f"<p>{WORD}".encode("utf-16"), "text/html"),
        (b"\xfe\xff" + f"<p>{WORD}".encode("utf-16-be"), "text/html"),
        (f"<p>{WORD}".encode("utf-16-le"), "text/html; charset=utf-16le"),
        (f"<p>{WORD}".encode("gb18030"), 'text/html; charset="gb2312"'),
        (f'<meta charset="gbk"><p>{WORD}'.encode("gb18030"), "text/html"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=gb18030">'
            f"<p>{WORD}".encode("gb18030"),
            "text/html",
        ),
        (f'<meta charset="gbk"><p>{WORD}'.encode("gb18030"), "text/html; charset=utf-8"),
        (f'<?xml version="1.0" encoding="latin-1"?><html><p>{WORD}'.encode(), "text/html"),
    ],
)
def test_bytes_are_read_as_what_they_are(body: bytes, content_type: str) -> None:
    assert text_of(body, content_type) == WORD


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        (b"<p>caf\xe9 \x93x\x94", "text/html", "café “x”"),
        (b"<p>caf\xe9", "text/html; charset=utf-8", "café"),
        (b"<p>caf\xe9", "text/html; charset=unicode_escape", "café"),
        (b"<p>\x87\x40", "text/html; charset=Shift_JIS", "①"),
        ("<meta charset=iso-2022-jp><p>日本".encode("iso2022_jp"), "text/html", "日本"),
        (b"<p>+AOk-", "text/html; charset=utf-7", "+AOk-"),
        ("déjà vu ".encode() * 30 + b"\xe9", "text/html", "déjà vu " * 30 + "\ufffd"),
    ],
)
def test_old_charsets_are_read_as_browsers_do(body: bytes, content_type: str, text: str) -> None:
    assert text_of(body, content_type) == text


def test_no_text_holds_a_control_character() -> None:
    assert text_of(("<p>a\x08b\u202ec" + " " * 1500 + "\x00\ufeff").encode()).strip() == "abc"
    assert one_line(" a\x1b\u200b\n\tb&\x85 \x00 c\u202e ") == "a b& c"
    assert one_line(None) == ""


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.5 ...", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
        (b"PK\x03\x04rest", "a ZIP archive"),
        (b"abc\x00\x01\x02", "a binary file"),
    ],
)
def test_a_file_served_as_html_is_told_by_what_it_is(body: bytes, kind: str) -> None:
    with pytest.raises(BadAnswer, match=f"no web page but {kind}"):
        text_of(body)


@pytest.mark.parametrize("media_type", ["application/json", "text/plain", "application/xml"])
def test_what_is_no_html_is_told_by_its_media_type(media_type: str) -> None:
    with pytest.raises(BadAnswer, match=f"no web page but '{media_type}'"):
        text_of(b'{"html": "<html>"}', media_type)


@pytest.mark.parametrize("media_type", ["text/plain", "application/xhtml+xml", "text/xml", ""])
def test_html_under_another_name_is_read(media_type: str) -> None:
    body = b"<?xml version='1.0'?> <!-- a --><!-- b -->\n<!DOCTYPE html><p>text"
    assert text_of(body, media_type) == "text"


def test_a_page_of_comments_is_no_page() -> None:
    with pytest.raises(BadAnswer, match="nothing that can be read"):
        text_of(b"<!-- nothing -->")


@given(
    st.binary(max_size=200) | st.binary(max_size=50).map(b"<html><p>".__add__),
    st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "text/html; charset=idna"])
    | st.text(max_size=30).map("text/html; charset=".__add__),
)
def test_whatever_the_bytes_are_there_is_a_tree_or_an_error_of_ours(
    body: bytes, content_type: str
) -> None:
    try:
        text = text_of(body, content_type)
    except AkiraError:
        return
    assert isinstance(text, str)
