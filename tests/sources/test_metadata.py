"""What pages say of themselves, and which of it is believed."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.addresses import is_web_address
from akira_cli.sources._metadata import Metadata, metadata_of
from akira_cli.sources._page import Page, tree_of

URL = "https://blog.example.org/posts/frugal"


def told(head: str, body: str = "<p>text", url: str = URL) -> Metadata:
    page = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    return metadata_of(tree_of(Page(url, "text/html", page.encode(), {})), url)


def script(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    "headline": "Frugal training",
    "description": "How to train on one machine.",
    "author": [{"@type": "Person", "name": "Jane Doe"}, "John Roe"],
    "datePublished": "2021-11-13T23:30:00-08:00",
    "dateModified": "2021-11-20",
    "image": {"@type": "ImageObject", "url": "/pictures/a.png"},
    "publisher": {"@type": "Organization", "name": "The Frugal Company"},
    "license": "https://creativecommons.org/licenses/by/4.0/",
}
OPEN_GRAPH = """
<meta property="og:title" content="Frugal training, shared">
<meta name="og:description" content="A shared description.">
<meta property="og:site_name" content="Frugal Notes">
<meta property="og:image" content="//cdn.example.org/og.png">
<meta property="article:published_time" content="2021-11-12T08:00:00Z">
<meta property="article:author" content="https://blog.example.org/jane">
<meta property="og:url" content="/posts/frugal?from=og">
"""
TWITTER = """
<meta name="twitter:title" content="Frugal training, tweeted">
<meta name="twitter:description" content="A tweeted description.">
<meta name="twitter:image:src" content="https://cdn.example.org/tw.png">
<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Jane D.">
"""
PLAIN = """
<title>Frugal training, plainly</title>
<meta name="description" content="A plain description.">
<meta name="Author" content="By J. Doe"><meta name="date" content="11 Nov 2021">
<link rel="license" href="/licence"><link rel="canonical" href="https://blog.example.org/posts/f">
"""


def test_json_ld_goes_before_all_else() -> None:
    found = told(script(ARTICLE) + OPEN_GRAPH + TWITTER + PLAIN)
    assert found == Metadata(
        title="Frugal training",
        description="How to train on one machine.",
        site="Frugal Notes",
        authors=("Jane Doe", "John Roe"),
        published=date(2021, 11, 13),
        updated=date(2021, 11, 20),
        picture="https://blog.example.org/pictures/a.png",
        licence="https://creativecommons.org/licenses/by/4.0/",
        canonical="https://blog.example.org/posts/f",
        kind="BlogPosting",
        found_in=found.found_in,
    )
    assert dict(found.found_in) == {
        "title": "json-ld headline",
        "description": "json-ld description",
        "site": "og:site_name",
        "authors": "json-ld author",
        "published": "json-ld datePublished",
        "updated": "json-ld dateModified",
        "picture": "json-ld image",
        "licence": "json-ld license",
        "canonical": "rel=canonical",
    }


@pytest.mark.parametrize(
    ("head", "title", "description", "picture", "places"),
    [
        (
            OPEN_GRAPH + TWITTER + PLAIN,
            "Frugal training, shared",
            "A shared description.",
            "https://cdn.example.org/og.png",
            ("og:title", "og:description", "og:image"),
        ),
        (
            TWITTER + PLAIN,
            "Frugal training, tweeted",
            "A tweeted description.",
            "https://cdn.example.org/tw.png",
            ("twitter:title", "twitter:description", "twitter:image:src"),
        ),
        (
            PLAIN,
            "Frugal training, plainly",
            "A plain description.",
            "",
            ("title", "description", ""),
        ),
    ],
)
def test_then_open_graph_then_twitter_then_plain_tags(
    head: str, title: str, description: str, picture: str, places: tuple[str, str, str]
) -> None:
    found = told(head)
    assert (found.title, found.description, found.picture) == (title, description, picture)
    assert tuple(map(found.place_of, ("title", "description", "picture"))) == places


def test_the_address_of_an_author_is_no_name() -> None:
    found = told(OPEN_GRAPH + PLAIN)
    assert (found.authors, found.place_of("authors")) == (("J. Doe",), "author")
    assert told(TWITTER).authors == ("Jane D.",)
    assert told("", '<a rel="author" href="/jane">Jane Doe</a>').authors == ("Jane Doe",)


def test_a_picture_is_made_whole_by_the_base_of_the_page() -> None:
    found = told('<base href="/static/"><meta property="og:image" content="a b.png">')
    assert found.picture == "https://blog.example.org/static/a%20b.png"
    assert told('<meta property="og:image" content="data:image/png;base64,AA">').picture == ""
    assert told('<meta property="og:image" content=" ">').picture == ""


LOGO = "https://cdn.example.org/s1600/frugal.png"


@pytest.mark.parametrize(
    ("logo", "head", "body"),
    [
        (LOGO, script({**ARTICLE, "image": [], "publisher": {"name": "F", "logo": LOGO}}), ""),
        (LOGO, script({**ARTICLE, "image": [], "publisher": {"logo": {"url": LOGO}}}), ""),
        (LOGO, f'<link rel="shortcut icon" href="{LOGO}">', ""),
        (LOGO, '<link rel="apple-touch-icon" href="//cdn.example.org/s1600/frugal.png">', ""),
        (LOGO, "", f'<a href="https://blog.example.org/"><img src="{LOGO}"></a>'),
        ("https://cdn.example.org/logo.png", "", ""),
        ("https://cdn.example.org/frugal-logo-128.png", "", ""),
        ("https://cdn.example.org/siteLogo.svg", "", ""),
        ("https://cdn.example.org/favicon.ico", "", ""),
        ("https://cdn.example.org/avatars.jpg?size=7", "", ""),
    ],
)
def test_the_picture_of_an_article_goes_before_the_logo_of_its_site(
    logo: str, head: str, body: str
) -> None:
    first = f'<meta property="og:image" content="{logo}">'
    own = '<meta property="og:image" content="https://cdn.example.org/own.png">'
    found = told(head + first + own, body or "<p>text")
    assert (found.picture, found.place_of("picture")) == (
        "https://cdn.example.org/own.png",
        "og:image",
    )
    assert told(head + first, body or "<p>text").picture == logo


@pytest.mark.parametrize(
    ("picture", "body"),
    [
        ("https://cdn.example.org/silicon.png", ""),
        ("https://cdn.example.org/logo/catalogue.png", ""),
        (LOGO, f'<a href="/posts"><img src="{LOGO}"></a><img src="{LOGO}">'),
        (LOGO, f'<a href="https://other.example/"><img src="{LOGO}"></a>'),
    ],
)
def test_a_picture_that_is_no_logo_keeps_its_place(picture: str, body: str) -> None:
    both = (f'<meta property="og:image" content="{each}">' for each in (picture, "/own.png"))
    assert told("".join(both), body or "<p>text").picture == picture


def test_nodes_of_a_graph_are_found_by_their_ids() -> None:
    graph = [
        {"@type": "WebSite", "name": "Frugal Notes"},
        {"@type": ["Article", "NewsArticle"], "headline": "Frugal", "author": {"@id": "#j"}},
        {"@type": "WebPage", "@id": URL, "description": "Of the page.", "image": {"@id": "#i"}},
        {"@type": "Person", "@id": "#j", "name": "Jane Doe"},
        {"@type": "ImageObject", "@id": "#i", "contentUrl": "https://cdn.example.org/i.png"},
        {"@type": "BreadcrumbList", "name": "Path"},
    ]
    found = told(script({"@context": "https://schema.org", "@graph": graph}))
    assert (found.title, found.kind) == ("Frugal", "Article")
    assert (found.description, found.site) == ("Of the page.", "Frugal Notes")
    assert found.authors == ("Jane Doe",)
    assert found.picture == "https://cdn.example.org/i.png"


@pytest.mark.parametrize("kind", ["ScholarlyArticle", "VideoObject", "SoftwareSourceCode"])
def test_what_a_page_is_about_may_be_within_it(kind: str) -> None:
    page = {"@type": "WebPage", "mainEntity": {"@type": kind, "name": "Inner"}}
    assert (told(script([page])).title, told(script([page])).kind) == ("Inner", kind)


def test_articles_that_a_page_only_links_to_do_not_speak_for_it() -> None:
    others = [{**ARTICLE, "headline": f"Other {n}", "url": f"{URL}-{n}"} for n in range(2)]
    own = {**ARTICLE, "mainEntityOfPage": {"@id": f"{URL}/?utm_source=x#article"}}
    assert told(script([*others, own])).title == "Frugal training"
    assert told(script(others) + PLAIN).title == "Frugal training, plainly"
    assert told(script(others[0]) + PLAIN).title == "Other 0"


@pytest.mark.parametrize(
    "broken",
    [
        '<script type="application/ld+json">{"@type": "Article", "headline":</script>',
        '<script type="application/ld+json">' + "[" * 5000 + "</script>",
        '<script type="application/ld+json"></script>',
        script({"@type": "Article", "headline": ["", None, {"x": 1}], "author": 7, "image": [[]]}),
        script({"@type": {"a": 1}, "@graph": "x", "mainEntity": [None]}),
    ],
)
def test_broken_data_is_passed_over(broken: str) -> None:
    assert told(broken + script(ARTICLE)).title == "Frugal training"


def test_data_may_be_wrapped_or_marked_up() -> None:
    text = json.dumps({"@type": "Article", "headline": "<em>Bits</em> &amp; bytes: a < b"})
    wrapped = f'<script type="application/ld+json">\n//<![CDATA[\n{text}\n//]]>;\n</script>'
    assert told(wrapped).title == "Bits & bytes: a < b"


@pytest.mark.parametrize(
    "placeholder",
    [
        *["Just a moment...", "Attention Required! | Cloudflare", "Access Denied", "Sign in"],
        *["403 Forbidden", "undefined", "null", "{{title}}", "{{ page.title }} - App", "…", " "],
        *["404 Not Found", "Page not found", "Loading...", "Untitled"],
    ],
)
def test_a_placeholder_is_no_title(placeholder: str) -> None:
    assert told(f"<title>{placeholder}</title>").title == ""
    assert told(f'<meta property="og:title" content="{placeholder}">{PLAIN}').title == (
        "Frugal training, plainly"
    )


@pytest.mark.parametrize(
    "title",
    ["Sign in with a glance", "Null models of networks", "A robot learns", "404 Media", "Errors"],
)
def test_a_title_that_begins_like_a_placeholder_is_a_title(title: str) -> None:
    assert told(f"<title>{title}</title>").title == title


def test_the_heading_stands_in_for_a_missing_title_only() -> None:
    assert told("", "<h1>The <i>heading</i></h1>").title == "The heading"
    assert told("<title>Just a moment...</title>", "<h1>example.org</h1>").title == ""
    assert told("", "<svg><title>icon</title></svg><h1>Heading</h1>").title == "Heading"


@pytest.mark.parametrize(
    ("shown", "url", "title"),
    [
        ("Frugal training - TechCrunch", "https://techcrunch.com/a", "Frugal training"),
        ("Frugal | Google AI Blog", "https://ai.googleblog.com/a", "Frugal"),
        ("Frugal — The TensorFlow Blog", "https://blog.tensorflow.org/a", "Frugal"),
        ("Frugal · V8", "https://v8.dev/a", "Frugal"),
        ("Frugal - Jane Doe", "https://techcrunch.com/a", "Frugal - Jane Doe"),
        ("Search - AI", "https://ai.googleblog.com/a", "Search - AI"),
        ("Well-known", "https://known.example/a", "Well-known"),
        ("TechCrunch", "https://techcrunch.com/a", "TechCrunch"),
        (" | TechCrunch", "https://techcrunch.com/a", "| TechCrunch"),
        ("Estimating p(x|y)", "https://y.example/a", "Estimating p(x|y)"),
    ],
)
def test_a_title_loses_the_name_of_its_own_site_alone(shown: str, url: str, title: str) -> None:
    assert told(f"<title>{shown}</title>", url=url).title == title


def test_a_title_loses_the_site_as_the_page_calls_it() -> None:
    named = '<meta property="og:site_name" content="Frugal Notes">'
    assert told(f"{named}<title>A - B | Frugal notes</title>").title == "A - B"
    assert told(f"{named}<title>A | Other Notes</title>").title == "A | Other Notes"


def test_of_two_titles_the_one_without_added_names_is_taken() -> None:
    longer = {**ARTICLE, "headline": "Frugal training - Jane Doe - Notes"}
    found = told(script(longer) + '<meta property="og:title" content="Frugal training">')
    assert (found.title, found.place_of("title")) == ("Frugal training", "og:title")


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ('<time itemprop="datePublished" datetime="2021-11-13">today</time>', "datePublished"),
        ('<abbr itemprop="datePublished" title="2021-11-13T20:38:00Z">x</abbr>', "datePublished"),
        ('<span itemprop="datePublished">\nSaturday, November 13, 2021\n</span>', "datePublished"),
        ('<article><time datetime="2021-11-13">x</time></article>', "time"),
    ],
)
def test_a_day_is_found_in_the_page_itself(body: str, place: str) -> None:
    found = told("", body)
    assert (found.published, found.place_of("published")) == (date(2021, 11, 13), place)


names = st.sampled_from(["og:title", "og:image", "date", "author", "description", "og:url"])
values = st.text(st.characters(exclude_characters='"<>\0', exclude_categories=["Cs"]), max_size=30)
data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "headline", "author", "image", "url"]),
            inner | st.sampled_from(["Article", "#a", "WebPage"]),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(data, st.lists(st.tuples(names, values), max_size=4), st.sampled_from([URL, "", "x:["]))
def test_whatever_a_page_says_its_metadata_is_clean(
    linked: object, tags: list[tuple[str, str]], url: str
) -> None:
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in tags)
    found = told(script(linked) + head, url=url)
    for text in (found.title, found.description, *found.authors):
        assert text == " ".join(text.split())
    assert all(is_web_address(link) for link in (found.picture, found.canonical) if link)
    assert all(getattr(found, field) for field, _ in found.found_in)
