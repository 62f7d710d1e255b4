"""Pages made to be too much: every source keeps of them what a person would write, and no more."""

from __future__ import annotations

import json

import pytest

from akira_cli.core.items import Item
from akira_cli.ports import Source
from akira_cli.sources import cvf, doi, github, openreview, reddit, twitter, web_page, youtube
from tests.sources.harness import item_of, source_of

LONG = "word " * 1_000_000
PAGES: dict[str, tuple[Source, str]] = {
    "cvf": (
        source_of(cvf.build),
        "https://openaccess.thecvf.com/content/CVPR2021/html/A_CVPR_2021_paper.html",
    ),
    "doi": (source_of(doi.build), "https://doi.org/10.1145/3442188.3445922"),
    "github": (source_of(github.build), "https://github.com/a/b"),
    "openreview": (source_of(openreview.build), "https://openreview.net/forum?id=TVHS5Y4dNvM"),
    "web-page": (source_of(web_page.build), "https://blog.example.org/posts/frugal"),
}
EMBEDS: dict[str, tuple[Source, str]] = {
    "reddit": (
        source_of(reddit.build),
        "https://www.reddit.com/r/MachineLearning/comments/q1ab2c/d_patches/",
    ),
    "twitter": (source_of(twitter.build), "https://twitter.com/ada_l/status/7"),
    "youtube": (source_of(youtube.build), "https://www.youtube.com/watch?v=dND-7llwrpw"),
}


def assert_moderate(item: Item) -> None:
    assert 0 < len(item.title) <= 500
    assert len(item.display_title) <= 600
    assert max(len(item.abstract), len(item.text)) <= 20_000
    assert len(item.authors) <= 500
    assert all(len(name) <= 200 for name in item.authors)
    assert len(item.journal) <= 510
    assert max(len(item.site), len(item.licence)) <= 200
    assert max(map(len, (item.picture, item.pdf, *item.dois))) <= 4_000
    assert item.card is None or len(item.card.title) <= 500
    assert item.card is None or len(item.card.description) <= 2_000


def page(head: str, body: str = "<p>x") -> bytes:
    return f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()


def meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{content}">'


TITLED = meta("og:title", "GitHub - a/b: Cuts") + meta("citation_title", "Made Up")
TAGGED = TITLED + meta("citation_author", "Doe, Jane")
LONG_TEXTS = {
    "titles": meta("citation_title", LONG)
    + meta("og:title", f"GitHub - a/b: {LONG}")
    + meta("og:description", "What it is.")
    + meta("citation_author", "Doe, Jane"),
    "descriptions": TAGGED
    + meta("og:description", LONG)
    + meta("citation_abstract", LONG)
    + meta("citation_journal_title", LONG),
    "one name": TITLED + meta("citation_author", LONG) + meta("citation_author", "x" * 5_000_000),
    "a list of names": TITLED + meta("citation_author", "Jane Doe; " * 500_000),
    "a site and a licence": TAGGED
    + meta("og:site_name", LONG)
    + meta("dc.rights", LONG)
    + f'<link rel="license" href="https://example.org/{"l" * 3_000}">',
    "addresses": TAGGED
    + meta("og:image", "https://example.org/" + "a" * 1_000_000)
    + meta("citation_pdf_url", "https://example.org/" + "b" * 1_000_000)
    + meta("citation_doi", "10.1000/" + "c" * 1_000_000),
}


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("told", LONG_TEXTS)
def test_a_text_of_megabytes_is_cut(name: str, told: str) -> None:
    source, url = PAGES[name]
    text = "<article>" + "<p>We trained a small network on one machine.</p>" * 40 + "</article>"
    assert_moderate(item_of(source, url, {url: page(LONG_TEXTS[told], text)}))


MANY = {
    "tags": (TITLED + "".join(meta("citation_author", f"Doe {n}, J") for n in range(30_000)), ""),
    "paragraphs": (TAGGED, "<article>" + "<p>We cut it in two.</p>" * 30_000),
    "headings": (TAGGED, "<h2>Abstract</h2>" * 30_000),
    "licences": (
        TAGGED,
        "".join(f"<a rel=license href=/licence/{n}>x</a>" for n in range(30_000)),
    ),
}


@pytest.mark.parametrize("name", ["cvf", "web-page"])
@pytest.mark.parametrize("many", MANY)
def test_of_too_many_elements_the_first_are_read(name: str, many: str) -> None:
    source, url = PAGES[name]
    assert_moderate(item_of(source, url, {url: page(*MANY[many])}))


@pytest.mark.parametrize("name", EMBEDS)
def test_an_embedded_text_is_cut(name: str) -> None:
    source, url = EMBEDS[name]
    words = "word " * 20_000
    html = f'<blockquote><p>{words}</p><a href="https://twitter.com/ada_l/status/7">x</a>'
    answer = {"type": "rich", "title": words, "author_name": words, "html": html}
    assert_moderate(item_of(source, url, {"https://": json.dumps(answer).encode()}))


def test_a_description_of_a_doi_is_cut() -> None:
    source, url = PAGES["doi"]
    answer = {
        "title": LONG,
        "author": [{"given": "Jane", "family": f"Doe {n}"} for n in range(10_000)],
        "abstract": f"<jats:p>{LONG}</jats:p>",
        "container-title": LONG,
        "copyright": LONG,
    }
    item = item_of(source, url, {url: json.dumps(answer).encode()})
    assert_moderate(item)
    assert (len(item.authors), item.title[-1]) == (500, "…")


def test_a_note_of_openreview_is_cut() -> None:
    source, url = PAGES["openreview"]
    words = "word " * 100_000
    content = {"title": words, "authors": ["x" * 9_000, words], "abstract": words, "venue": words}
    note = {"id": "TVHS5Y4dNvM", "license": words, "content": content}
    data = json.dumps({"props": {"pageProps": {"forumNote": note}}})
    script = f'<script id="__NEXT_DATA__" type="application/json">{data}</script>'
    assert_moderate(item_of(source, url, {url: page(script)}))
