"""Any page of the web as an Item."""

from __future__ import annotations

from datetime import date
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotFound, RemoteError, UnreadablePage
from akira_cli.core.items import Certainty, Form, Item, LeadsTo, Reference
from akira_cli.core.page import Card, Layout
from akira_cli.core.settings import Settings
from akira_cli.ports import Response
from akira_cli.sources.web_page import build
from tests.fakes import FixedClock, RoutedHttp

URL = "https://blog.example.org/posts/frugal"
WITH_WWW = "https://www.blog.example.org/posts/frugal"
CLOCK = FixedClock()
SOURCE = build(Settings(Layout("", "", (), (), "", "")), CLOCK)
PARAGRAPHS = [
    "We trained a small network on one machine and it did better than we had feared.",
    "What it learned in the first hour was mostly the shape of the letters. " * 8,
    "After a night it could read the names of the streets, and after two it could spell them.",
]
HEAD = """
<title>Frugal training | Frugal Notes</title>
<meta property="og:site_name" content="Frugal Notes">
<meta property="og:description" content="How to train on one machine.">
<meta property="og:image" content="/a.png">
<meta property="article:published_time" content="2021-11-12T08:00:00Z">
<meta name="author" content="Jane Doe">
"""


def page_of(head: str = HEAD, body: str | None = None) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    inner = f"<article>{paragraphs}</article>" if body is None else body
    return f"<!doctype html><html><head>{head}</head><body>{inner}</body></html>".encode()


def reference_of(text: str = URL) -> Reference:
    reference = SOURCE.recognise(text)
    assert reference is not None
    return reference


def outcome_of(
    answer: Response | bytes | AkiraError, text: str = URL
) -> Item | LeadsTo | AkiraError:
    reference = reference_of(text)
    [(asked, outcome)] = SOURCE.fetch([reference], RoutedHttp({"http": answer}))
    assert asked is reference
    return outcome


def item_of(answer: Response | bytes, text: str = URL) -> Item:
    outcome = outcome_of(answer, text)
    assert isinstance(outcome, Item), outcome
    return outcome


def error_of(answer: Response | bytes | AkiraError, text: str = URL) -> AkiraError:
    outcome = outcome_of(answer, text)
    assert isinstance(outcome, AkiraError), outcome
    return outcome


@pytest.mark.parametrize(
    ("text", "url", "removed"),
    [
        (URL, URL, ()),
        (f"  <{URL}?utm_source=x&p=2> ", f"{URL}?p=2", ("utm_source=x",)),
        (f"[Frugal training]({URL})", URL, ()),
        ("blog.example.org/posts/frugal#toggle-gdpr", URL, ("#toggle-gdpr",)),
        (
            "/analytics-vidhya/news-27-393ebdff2b78?source=collection_archive---------11----",
            "https://medium.com/analytics-vidhya/news-27-393ebdff2b78",
            ("source=collection_archive---------11----",),
        ),
        (
            "applewebdata://0B4F6A0E-11/analytics-vidhya/news-27-393ebdff2b78",
            "https://medium.com/analytics-vidhya/news-27-393ebdff2b78",
            (),
        ),
    ],
)
def test_any_address_is_recognised_without_its_tracking(
    text: str, url: str, removed: tuple[str, ...]
) -> None:
    reference = reference_of(text)
    assert (reference.source, reference.id, reference.url) == ("web-page", url, url)
    assert (reference.text, reference.removed) == (text, removed)
    assert reference.certainty is Certainty.ADDRESS


@pytest.mark.parametrize(
    "text",
    [
        *["", "frugal training", "2110.02178", "mailto:me@example.org", "/posts/frugal"],
        *["https://arxiv.org/abs/2110.02178", "export.arxiv.org/abs/2110.02178v2"],
        f"{URL} and https://other.example/b",
    ],
)
def test_what_is_no_address_or_arxivs_own_is_not(text: str) -> None:
    assert SOURCE.recognise(text) is None


def test_an_article_is_an_item_with_a_card() -> None:
    item = item_of(page_of())
    assert item == Item(
        reference=reference_of(),
        url=URL,
        title="Frugal training",
        authors=("Jane Doe",),
        abstract="How to train on one machine.",
        published=date(2021, 11, 12),
        fetched_from=URL,
        fetched_at=CLOCK.now(),
        form="web",
        text="\n\n".join(" ".join(each.split()) for each in PARAGRAPHS),
        card=Card("Frugal training", "How to train on one machine.", "blog.example.org", URL),
        site="Frugal Notes",
        picture="https://blog.example.org/a.png",
        found_in=item.found_in,
    )
    assert dict(item.found_in) == {
        "title": "title",
        "abstract": "og:description",
        "card.title": "title",
        "card.description": "og:description",
        "published": "article:published_time",
        "authors": "author",
        "url": "address asked",
        "site": "og:site_name",
        "picture": "og:image",
        "text": "trafilatura",
    }


def test_a_card_without_a_description_has_the_first_paragraph() -> None:
    item = item_of(page_of("<title>Frugal training</title>"))
    assert item.card is not None
    assert (item.card.description, item.abstract) == (PARAGRAPHS[0], "")
    assert dict(item.found_in)["card.description"] == "text"
    assert "abstract" not in dict(item.found_in)


def test_a_long_description_is_cut_at_a_word() -> None:
    words = "spare " * 60 + "parts"
    item = item_of(page_of(f'<title>A</title><meta name="description" content="{words * 9}">'))
    assert item.card is not None
    assert item.card.description.endswith(" spare…")
    assert 290 <= len(item.card.description) <= 300
    assert 900 <= len(item.abstract) <= 1000


@pytest.mark.parametrize(
    ("named", "asked", "url"),
    [
        (f"{WITH_WWW}/", URL, f"{WITH_WWW}/"),
        (f"{URL}?utm_source=own", URL, URL),
        ("http://blog.example.org/p/7", URL, "https://blog.example.org/p/7"),
        (URL, f"{URL}?page=2", URL),
        (f"{URL}/", f"{URL}/comments", f"{URL}/"),
        ("https://blog.example.org/", "https://blog.example.org", "https://blog.example.org/"),
    ],
)
def test_the_address_a_page_of_its_own_site_names_is_taken(
    named: str, asked: str, url: str
) -> None:
    item = item_of(page_of(f'{HEAD}<link rel="canonical" href="{named}">'), asked)
    assert item.card is not None
    assert (item.url, item.card.url, item.notes) == (url, url, ())
    assert dict(item.found_in)["url"] == "rel=canonical"


@pytest.mark.parametrize(
    ("named", "asked"),
    [
        ("https://other.example/posts/frugal", URL),
        ("https://blog.example.org/", URL),
        ("https://blog.example.org/posts/", URL),
        ("https://blog.example.org/tag/training", URL),
        ("https://blog.example.org/index.php", "https://blog.example.org/index.php?p=12"),
        ("https://blog.example.org/", "https://blog.example.org/?p=12"),
    ],
)
def test_an_address_elsewhere_or_of_a_list_is_only_told(named: str, asked: str) -> None:
    item = item_of(page_of(f'{HEAD}<meta property="og:url" content="{named}">'), asked)
    assert (item.url, item.notes) == (asked, (f"the page calls itself '{named}'",))
    assert dict(item.found_in)["url"] == "address asked"


def test_a_short_link_leads_to_the_page_it_ends_at() -> None:
    answer = Response(200, {}, page_of(), f"{URL}?utm_medium=short")
    assert outcome_of(answer, "https://short.example/x") == LeadsTo(
        URL, "'short.example' leads there"
    )


@pytest.mark.parametrize("end", ["http://www.blog.example.org/posts/frugal", f"{URL}/?m=1"])
def test_a_page_that_only_moved_within_its_site_is_the_page(end: str) -> None:
    item = item_of(Response(200, {}, page_of(), end))
    assert (item.url, item.picture[-6:]) == (URL, "/a.png")


CITATION = """
<meta name="citation_title" content="Frugal Networks">
<meta name="citation_author" content="Doe, Jane"><meta name="citation_author" content="Roe, John">
<meta name="citation_publication_date" content="2021/11/12">
"""


def test_a_page_with_the_tags_of_a_paper_is_a_paper() -> None:
    item = item_of(page_of(HEAD + CITATION))
    assert (item.form, item.title, item.card) == ("paper", "Frugal Networks", None)
    assert item.authors == ("Jane Doe", "John Roe")
    assert (item.picture, item.site) == ("https://blog.example.org/a.png", "Frugal Notes")
    assert item.text.startswith(PARAGRAPHS[0])
    assert (item.fetched_from, item.fetched_at) == (URL, CLOCK.now())
    assert dict(item.found_in)["title"] == "citation_title"
    assert dict(item.found_in)["text"] == "trafilatura"


def test_a_paper_without_an_abstract_has_a_long_description_for_one() -> None:
    words = "This paper trains a network on one machine. " * 5
    head = f'{CITATION}<meta property="og:description" content="{words}">'
    item = item_of(page_of(head))
    assert item.abstract == words.strip()
    assert dict(item.found_in)["abstract"] == "og:description"
    assert item_of(page_of(HEAD + CITATION)).abstract == ""


@pytest.mark.parametrize(
    ("head", "body", "why"),
    [
        ("<title>Just a moment...</title>", "<h1>example.org</h1><p>Checking.</p>", "JavaScript"),
        ("<title>App</title>", "<div id='root'></div>", "JavaScript"),
        (
            "<title>App</title>",
            "<noscript>You need to enable JavaScript to run this app.</noscript>",
            "JavaScript",
        ),
        ("<title>{{title}}</title>", "<p>{{body}}</p>", "JavaScript"),
        (
            "<title>Members</title>",
            "<form><p>Your name<input name='n'><input type='password'></form>",
            "login",
        ),
        (
            '<title>Frugal</title><script type="application/ld+json">'
            '{"@type": "Article", "isAccessibleForFree": false}</script>',
            "<article><p>Subscribe to go on reading.</p></article>",
            "pay",
        ),
        ("<title>Frugal</title>", "<div class='paywall'><p>Subscribe.</p></div>", "pay"),
    ],
)
def test_a_page_that_shows_only_its_door_is_to_be_saved_by_hand(
    head: str, body: str, why: str
) -> None:
    error = error_of(page_of(head, body))
    assert isinstance(error, UnreadablePage)
    assert why in error.message
    assert URL in error.message
    assert "--html FILE" in error.hint


@pytest.mark.parametrize(
    "body", ["<form><input type='password'></form>", "<div class='paywall'>Subscribe</div>"]
)
def test_an_article_with_a_door_beside_it_is_an_article(body: str) -> None:
    article = page_of().decode().partition("<body>")[2]
    assert item_of(page_of("<title>Frugal</title>", f"{article}{body}")).title == "Frugal"


def test_a_long_page_without_a_title_begins_with_its_own_words() -> None:
    article = "".join(f"<p>{text * 2}</p>" for text in PARAGRAPHS)
    item = item_of(page_of("", f"<article>{article}</article>"))
    assert item.title.startswith("We trained a small network")
    assert item.title.endswith("…")
    assert len(item.title) <= 100


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Response(404, {}, b"", URL), NotFound),
        (Response(403, {}, b"", URL), UnreadablePage),
        (Response(200, {}, b"", URL), BadAnswer),
        (Response(200, {"content-type": "application/json"}, b"{}", URL), BadAnswer),
        (Response(200, {"content-type": "application/pdf"}, b"<html>", URL), BadAnswer),
        (Response(200, {"content-type": "text/html"}, b"\x89PNG\r\n\x1a\n", URL), BadAnswer),
        (Response(200, {}, page_of(), "https://blog.example.org/"), NotFound),
        (RemoteError("no"), RemoteError),
    ],
)
def test_what_cannot_be_read_is_an_error_of_its_own(
    answer: Response | AkiraError, error: type[AkiraError]
) -> None:
    assert type(error_of(answer)) is error


def test_one_bad_page_does_not_cost_the_others() -> None:
    good, bad = reference_of(), reference_of("https://gone.example/a")
    http = RoutedHttp({URL: page_of(), bad.url: Response(404, {}, b"", bad.url)})
    outcomes = dict(SOURCE.fetch([bad, good], http))
    assert isinstance(outcomes[bad], NotFound)
    assert isinstance(outcomes[good], Item)


def a_pdf() -> bytes:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    file = BytesIO()
    canvas = Canvas(file)
    canvas.setTitle("Frugal Networks for Small Machines")
    canvas.drawString(72, 720, "Frugal Networks for Small Machines")
    canvas.save()
    return file.getvalue()


@pytest.mark.parametrize("media_type", ["application/pdf", "text/html", ""])
def test_a_pdf_under_any_name_is_read_as_one(media_type: str) -> None:
    item = item_of(Response(200, {"content-type": media_type}, a_pdf(), URL))
    assert (item.title, item.form) == ("Frugal Networks for Small Machines", "paper")
    assert item.reference == reference_of()


snippets = st.sampled_from(
    [
        *[b"<html>", b"<title>", b"</title>", b"<p>", b"<article>", b"<meta charset=", b"%PDF-1.4"],
        *[b'<script type="application/ld+json">', b'{"@type":"Article"', b"</script>", b"<base "],
        *[
            b'href="',
            b'">',
            b'<meta name="citation_title" content="',
            b"&#0;",
            b"&#xd800;",
            b"\xff",
        ],
        *[b'<meta name="citation_author" content="', b"<svg>", b"<![CDATA[", b"<table>", b"\x00"],
    ]
)
bodies = st.binary(max_size=60) | st.lists(snippets | st.binary(max_size=9), max_size=12).map(
    b"".join
)
media_types = st.sampled_from(
    ["", "text/html", "application/pdf", "text/plain", "text/html; charset=\x00", "x/y; z"]
)
ends = st.sampled_from([URL, f"{URL}?a", "https://[", "", "https://other.example/a"])


@given(bodies, media_types | st.text(max_size=20), ends)
def test_no_bytes_and_no_headers_break_it(body: bytes, media_type: str, end: str) -> None:
    outcome = outcome_of(Response(200, {"content-type": media_type}, body, end))
    assert isinstance(outcome, Item | LeadsTo | AkiraError)
    if isinstance(outcome, Item):
        assert outcome.title
        assert outcome.form in get_args(Form)
