"""What counts as a feed that can be believed."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import AkiraError, BadAnswer, RequestRefused
from akira_cli.ports import Response
from akira_cli.sources.arxiv.feed import checked_feed
from tests.arxiv_server import (
    ERROR_ENTRY,
    ERROR_MESSAGE,
    ArxivServer,
    Paper,
    render_entry,
    render_feed,
)

ENTRY = render_entry(Paper("2110.02178"), 1)
FEED = render_feed([ENTRY], 1)


def answer(body: bytes, status: int = 200) -> Response:
    """An answer of the host 'api.example'."""
    return Response(status, {}, body, "https://api.example/query")


def without(text: str) -> bytes:
    """The feed, a piece of it gone."""
    assert text.encode() in FEED
    return FEED.replace(text.encode(), b"")


def test_a_good_feed_is_believed() -> None:
    feed = checked_feed(answer(FEED))
    assert (feed.entries, feed.total) == (1, 1)
    assert b"2110.02178v1" in feed.body


def test_an_empty_feed_is_a_feed() -> None:
    assert checked_feed(answer(render_feed([], 0))).entries == 0


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "'api.example' sent an empty answer"),
        (b" \n", "'api.example' sent an empty answer"),
        (b"Rate exceeded.", "sent text instead of papers: 'Rate exceeded.'"),
        (b"{}", "sent text instead of papers"),
        (b"<!doctype html><p>hello", "sent a web page instead of papers"),
        (b"<html><body/></html>", "sent a web page instead of papers"),
        (b"<!-- hi --><HTML>", "sent a web page instead of papers"),
        (FEED[:-1], "breaks off or is malformed"),
        (FEED[:700], "breaks off or is malformed"),
        (FEED + b"<feed/>", "breaks off or is malformed"),
        (FEED.replace(b"made-up", b"\xff\xfe", 1), "breaks off or is malformed"),
        (b"<rss/>", "sent 'rss' instead of an Atom feed"),
        (b"<feed/>", "sent 'feed' instead of an Atom feed"),
        (FEED.replace(b"<feed", b'<!DOCTYPE x [<!ENTITY a "b">]><feed', 1), "document type"),
        (without("<opensearch:totalResults>1</opensearch:totalResults>"), "how many papers"),
        (render_feed([ENTRY], 0), "says it has 0 papers, and sent 1"),
        (without("<title>A Made-up Paper</title>"), "abs/2110.02178v1' without its title"),
        (FEED.replace(b"A Made-up Paper", b" \xe2\x80\xae "), "without its title"),
        (without("<id>http://arxiv.org/abs/2110.02178v1</id>"), r"'\?' without its id"),
        (FEED.replace(b"published>", b"x>"), "without its published"),
        (FEED.replace(b"summary>", b"x>"), "without its summary"),
        (FEED.replace(b"author>", b"x>"), "without its author"),
        (FEED.replace(b"2021-10-05T17", b"2021-99-05T17"), "with published '2021-99-05T17.*date"),
        (FEED.replace(b"2021-10-05T17:07:53Z", b"yesterday"), "with published 'yesterday'"),
    ],
)
def test_anything_else_is_a_bad_answer(body: bytes, message: str) -> None:
    with pytest.raises(BadAnswer, match=message) as raised:
        checked_feed(answer(body))
    assert type(raised.value) is BadAnswer


def test_nothing_that_a_document_type_points_to_is_read(tmp_path: Path) -> None:
    file = tmp_path / "file.dtd"
    file.write_text("no declaration", encoding="utf-8")
    with ArxivServer() as server:
        for address in (server.url, file.as_uri()):
            pointing = f'<!DOCTYPE feed [<!ENTITY % more SYSTEM "{address}"> %more;]><feed'
            # had it been read, it would have been malformed
            with pytest.raises(BadAnswer, match="with a document type, which no feed has"):
                checked_feed(answer(FEED.replace(b"<feed", pointing.encode(), 1)))
        assert server.requests == []


@pytest.mark.parametrize("status", [200, 400])
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_error_entry_is_quoted_whatever_the_status(status: int, scheme: str) -> None:
    body = render_feed([ERROR_ENTRY.replace("https", scheme)], 1)
    with pytest.raises(RequestRefused, match=rf"the request \({status}\): {ERROR_MESSAGE}"):
        checked_feed(answer(body, status))


@pytest.mark.parametrize(
    ("status", "message"),
    [
        (404, r"does not accept the request \(404\)"),
        (500, r"'api.example' failed \(500\)"),
        (502, r"'api.example' failed \(502\)"),
        (204, "status 204 and no papers"),
        (304, "status 304 and no papers"),
    ],
)
def test_a_status_that_is_no_success_is_an_error(status: int, message: str) -> None:
    with pytest.raises(AkiraError, match=message):
        checked_feed(answer(b"", status))


@pytest.mark.parametrize("control", [b"\x00", b"\x1b", b"&#0;", b"&#x1B;", b"&#031;"])
def test_forbidden_control_characters_do_not_spoil_a_feed(control: bytes) -> None:
    feed = checked_feed(answer(FEED.replace(b"Made-up Paper", b"Made" + control + b"-up Paper")))
    assert b"<title>A Made-up Paper</title>" in feed.body


def test_references_to_allowed_characters_stay() -> None:
    feed = checked_feed(answer(FEED.replace(b"Made-up", b"Made&#45;up&#10;")))
    assert b"Made-up\n" in feed.body


def test_several_dois_become_one_element() -> None:
    paper = Paper("2110.02178", dois=("10.1000/one", "10.1000/two"))
    feed = checked_feed(answer(render_feed([render_entry(paper, 1)], 1)))
    assert feed.body.count(b"<arxiv:doi>") == 1
    assert b"10.1000/one 10.1000/two" in feed.body


def test_text_after_an_element_or_a_comment_is_kept() -> None:
    body = FEED.replace(b"A Made-up Paper", b"A <sub>2</sub> Made<!-- x -->-up Paper")
    assert b"<title>A 2 Made-up Paper</title>" in checked_feed(answer(body)).body
