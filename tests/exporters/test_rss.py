"""The feed of all published issues."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import feedparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import html

from akira_cli.core.issue import Issue
from akira_cli.core.models import Figure
from akira_cli.core.page import Card, TrailerBlock
from akira_cli.core.settings import RssSettings, Settings
from akira_cli.exporters.rss import build
from akira_cli.ports import ArchiveExporter
from tests.exporters.atom_rules import violations
from tests.exporters.pictures import PICTURES
from tests.exporters.sample_issue import LAYOUT, SCRIPT, empty_issue, sample_issue

HOME = "https://News.example.org/machine-learning/"
FULL = Settings(
    layout=LAYOUT._replace(author="Ada Example", home=HOME),
    rss=RssSettings(
        url="https://news.example.org/feed.xml",
        image_base_url="https://news.example.org/pictures/",
    ),
)
BARE = Settings(layout=LAYOUT)


def newer_and_older() -> tuple[Issue, Issue]:
    newer = sample_issue()._replace(url="https://news.example.org/34")
    older = newer._replace(
        slug="issue-033", title="Issue #33", language="zh", date=date(2021, 11, 6), url=""
    )
    return newer, older


def feed_of(issues: Sequence[Issue], settings: Settings = FULL) -> str:
    return build(settings, PICTURES).render_all(issues).main.text


def parsed(feed: str) -> Any:
    return feedparser.parse(feed.encode(), resolve_relative_uris=False, sanitize_html=False)


def ids(feed: str) -> dict[str, str]:
    """The id of each entry by its title, and the feed's own under an empty one."""
    read = parsed(feed)
    return {"": read.feed.id, **{entry.title: entry.id for entry in read.entries}}


def test_it_is_an_exporter_of_the_whole_archive() -> None:
    exporter = build(FULL, PICTURES)
    assert isinstance(exporter, ArchiveExporter)
    assert exporter.name == "rss"
    document = exporter.render_all(newer_and_older())
    assert (document.main.name, document.beside) == ("rss/feed.xml", ())


@pytest.mark.parametrize("settings", [FULL, BARE], ids=["full", "bare"])
def test_it_keeps_the_rules_of_atom(settings: Settings) -> None:
    for issues in ((), newer_and_older(), (sample_issue(), empty_issue())):
        assert violations(feed_of(issues, settings).encode()) == []


def test_a_reader_of_feeds_understands_it() -> None:
    read = parsed(feed_of(newer_and_older()))
    assert not read.bozo
    assert read.version == "atom10"
    assert read.feed.title == LAYOUT.name
    assert read.feed.author == "Ada Example"
    assert read.feed.updated == "2021-11-13T12:00:00Z"
    assert {link.rel: link.href for link in read.feed.links} == {
        "alternate": HOME,
        "self": "https://news.example.org/feed.xml",
    }
    newer, older = read.entries
    assert newer.title == sample_issue().title
    assert newer.link == "https://news.example.org/34"
    assert newer.published == newer.updated == "2021-11-13T12:00:00Z"
    assert older.published == "2021-11-06T12:00:00Z"
    assert "links" not in older
    assert [entry.content[0].language for entry in (newer, older)] == ["en", "zh"]
    assert newer.content[0].type == "text/html"


def test_the_whole_issue_is_in_its_entry() -> None:
    content = parsed(feed_of([sample_issue()])).entries[0].content[0].value
    words = "".join(map(str, html.fromstring(f"<div>{content}</div>").itertext()))
    for entry in sample_issue().entries:
        assert entry.headline in words
        assert entry.title in words
    for text in (
        "Odds & Ends",
        "機械学習の話",
        "One model for [twenty] hospitals",
        "6M",
        "About Me",
    ):
        assert text in words
    assert SCRIPT in words
    assert "<script" not in content


def test_without_settings_it_has_the_name_for_author_and_no_links() -> None:
    read = parsed(feed_of([sample_issue()], BARE))
    assert read.feed.author == LAYOUT.name
    assert "links" not in read.feed


def test_no_published_issue_makes_a_feed_without_entries() -> None:
    read = parsed(feed_of([]))
    assert not read.bozo
    assert read.entries == []
    assert read.feed.updated == "1970-01-01T00:00:00Z"


@pytest.mark.parametrize(("most", "titles"), [(0, 3), (1, 1), (2, 2), (9, 3)])
def test_the_feed_has_as_many_issues_as_the_config_says(most: int, titles: int) -> None:
    newer, older = newer_and_older()
    undated = newer._replace(slug="undated", date=None)
    issues = [undated, newer, older, older._replace(slug="issue-032")]
    settings = FULL._replace(rss=RssSettings(issues=most))
    assert len(parsed(feed_of(issues, settings)).entries) == titles


def test_ids_are_made_of_the_home_page_and_the_names_of_the_drafts() -> None:
    assert list(ids(feed_of(newer_and_older())).values()) == [
        "tag:news.example.org,2026:/machine-learning/",
        "tag:news.example.org,2026:/machine-learning/issue-034",
        "tag:news.example.org,2026:/machine-learning/issue-033",
    ]


@pytest.mark.parametrize(
    ("home", "feed_id"),
    [
        ("https://example.org", "tag:example.org,2026:/"),
        ("https://example.org:8080/?a=1#b", "tag:example.org,2026:/"),
        (
            "https://例え.jp/ニュース %41",
            "tag:xn--r8jz45g.jp,2026:/%E3%83%8B%E3%83%A5%E3%83%BC%E3%82%B9%20%41/",
        ),
        ("", "urn:uuid:"),
        ("https://[::1]/news", "urn:uuid:"),
        ("https://a..b/news", "urn:uuid:"),
        (f"https://{'a' * 64}/news", "urn:uuid:"),
    ],
)
def test_an_address_that_no_tag_can_be_made_of_gives_a_uuid(home: str, feed_id: str) -> None:
    settings = Settings(layout=LAYOUT._replace(home=home))
    feed = feed_of([sample_issue()], settings)
    assert ids(feed)[""].startswith(feed_id)
    assert violations(feed.encode()) == []


@pytest.mark.parametrize(
    ("stated", "issue_id"),
    [
        ("tag:example.org,2021:news", "tag:example.org,2021:news/issue%20%23%2F34"),
        ("https://example.org/news/", "https://example.org/news/issue%20%23%2F34"),
        ("urn:uuid:not-one", "urn:uuid:not-one/issue%20%23%2F34"),
        (
            "urn:uuid:AAF5B4F3-45F3-4E31-8DF8-4B7BAB1C5C4E",
            "urn:uuid:4f5c0b1e-3f6b-5761-a5b3-edebe931f658",
        ),
    ],
)
def test_an_id_in_the_config_is_the_feeds_and_begins_those_of_its_issues(
    stated: str, issue_id: str
) -> None:
    settings = FULL._replace(rss=FULL.rss._replace(id=stated))
    feed = feed_of([sample_issue()._replace(slug="issue #/34")], settings)
    assert list(ids(feed).values()) == [stated, issue_id]
    assert violations(feed.encode()) == []


@pytest.mark.parametrize("settings", [FULL, BARE], ids=["tag", "uuid"])
def test_the_feeds_present_id_in_the_config_keeps_all_ids_under_a_new_name_and_home(
    settings: Settings,
) -> None:
    before = ids(feed_of(newer_and_older(), settings))
    layout = LAYOUT._replace(name="Other News", home="https://other.example.org")
    moved = settings._replace(layout=layout, rss=settings.rss._replace(id=before[""]))
    assert ids(feed_of(newer_and_older(), moved)) == before


@pytest.mark.parametrize("settings", [FULL, BARE], ids=["tag", "uuid"])
def test_ids_stay_when_texts_dates_and_other_issues_change(settings: Settings) -> None:
    newer, older = newer_and_older()
    before = list(ids(feed_of([newer, older], settings)).values())
    edited = newer._replace(
        title="Another", preamble=("New",), date=date(2021, 12, 24), sections=()
    )
    third = newer._replace(slug="issue-035", title="Issue #35")
    assert list(ids(feed_of([edited, older], settings)).values()) == before
    feed_id, *of_issues = ids(feed_of([third, older, newer], settings)).values()
    assert [feed_id, *reversed(of_issues[1:])] == before
    assert len({feed_id, *of_issues}) == 4


def test_other_newsletters_have_other_ids() -> None:
    other = Settings(layout=LAYOUT._replace(name="Other News"))
    one, two = (ids(feed_of([sample_issue()], settings)) for settings in (BARE, other))
    assert not set(one.values()) & set(two.values())


def images(feed: str) -> list[tuple[str, str]]:
    content = html.fromstring(f"<div>{parsed(feed).entries[0].content[0].value}</div>")
    return [(str(image.get("src")), str(image.get("alt"))) for image in content.iter("img")]


def with_figure(figure: Figure) -> Issue:
    issue = sample_issue()
    section = issue.sections[0]
    entry = section.entries[0]._replace(figure=figure)
    return issue._replace(sections=(section._replace(entries=(entry,)),))


def test_pictures_are_read_from_where_the_config_says() -> None:
    issue = with_figure(Figure("figures/a b/ü?.png", 'An "alt"', "by A < B", "It *shows*"))
    feed = feed_of([issue])
    assert images(feed) == [("https://news.example.org/pictures/a%20b/%C3%BC%3F.png", 'An "alt"')]
    content = parsed(feed).entries[0].content[0].value
    assert "<figcaption>It *shows*<br>\nby A &lt; B</figcaption>" in content


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("f.png"), "<p>[Picture]</p>"),
        (Figure("f.png", "A < B"), "<p>[Picture: A &lt; B]</p>"),
        (Figure("f.png", "A", "by B", "C"), "<p>[Picture: A]<br>\nC<br>\nby B</p>"),
    ],
)
def test_without_such_a_place_alt_texts_stand_for_pictures(figure: Figure, shown: str) -> None:
    document = build(BARE, PICTURES).render_all([with_figure(figure)])
    assert images(document.main.text) == []
    assert f"\n{shown}\n" in parsed(document.main.text).entries[0].content[0].value
    assert [loss.where for loss in document.losses] == ["issue-034: pictures"]


def test_what_is_lost_is_told_of_each_issue_shown() -> None:
    newer, older = newer_and_older()
    undated = newer._replace(slug="someday", date=None)
    document = build(FULL, PICTURES).render_all([undated, newer, older])
    assert [loss.where for loss in document.losses] == [
        "someday",
        "issue-034: the summary of 'cs/0112017'",
        "issue-033: the summary of 'cs/0112017'",
    ]
    limited = FULL._replace(rss=FULL.rss._replace(issues=1))
    assert len(build(limited, PICTURES).render_all([newer, older]).losses) == 1


def content_of(issue: Issue) -> str:
    return str(parsed(feed_of([issue])).entries[0].content[0].value)


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ({"group_level": 0}, "<p><strong>Odds &amp; Ends</strong></p>\n<ul>"),
        ({"group_level": 2}, "<h3>Odds &amp; Ends</h3>\n<ul>"),
        ({"title": "italic"}, "Negative Augmentation</em><br>Transformers keep"),
        ({"title_apart": True}, "Negative Augmentation</p>\n<p>Transformers keep"),
        ({"separators": ("headings",)}, "Technology</h2>\n<hr>\n<p><a"),
    ],
)
def test_the_style_of_the_issue_is_kept(style: dict[str, Any], shown: str) -> None:
    issue = sample_issue()
    first = issue.sections[0]._replace(heading="Technology")
    styled = issue._replace(style=issue.style._replace(**style), sections=(first,))
    assert shown in content_of(styled)


def test_separators_numbers_and_headings_are_those_of_the_issue() -> None:
    issue = sample_issue()
    section = issue.sections[1]
    entry = section.entries[0]._replace(
        as_heading=True, domain=None, headline="", title="Its title"
    )
    plain = issue._replace(
        toc=(issue.toc[0], issue.toc[2]),
        toc_separated=False,
        sections=(section._replace(separated=False, entries=(entry,)),),
        trailer=(
            TrailerBlock("about", "Me", "one\n\n two", separated=False, as_heading=False),
            TrailerBlock("past", cards=(Card("A < B"), Card("", url="https://example.org/x"))),
        ),
    )
    content = content_of(plain)
    assert content.count("<hr>") == 1
    assert '<li value="3">' in content
    assert "<h3><a " in content
    assert content.count("Its title") == 1
    assert "<p><strong>Me</strong></p>\n<p>one</p>\n<p>two</p>\n<hr>" in content
    assert "<blockquote><p><strong>A &lt; B</strong></p></blockquote>" in content
    assert "<strong>https://example.org/x</strong></a></p></blockquote>" in content


def test_a_feed_of_two_hundred_issues_has_them_all() -> None:
    issues = [sample_issue()._replace(slug=f"issue-{number}") for number in range(200)]
    assert len(set(ids_in_order(feed_of(issues)))) == 200


def ids_in_order(feed: str) -> list[str]:
    return [entry.id for entry in parsed(feed).entries]


PIECES = [
    *"<>&\"'\x00\x0b\x1f\x7f\x85\ufffe\uffff\u2028]\\`*_ あ",
    *("]]>", "<![CDATA[", "<!--", "-->", "<?xml?>", "</content>", "&nbsp;", "&#0;", "&#xFFFF;"),
    *("[a](https://x.org/?a=1&b)", "[a](javascript:b)", "[a](/b)", "<b>", "{{ 7*7 }}", "🌟", "\n"),
]
nasty = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)


@given(nasty)
@example("\ufffe&#xFFFE;")
def test_no_text_makes_the_feed_anything_but_atom(text: str) -> None:
    issue = sample_issue()
    section = issue.sections[0]
    entry = section.entries[0]._replace(
        headline=text, title=text, summary=text, card=Card(text, text, text), domain=text
    )
    told = issue._replace(
        title=text,
        preamble=(text,),
        toc_intro=text,
        sections=(section._replace(heading=text, entries=(entry,)),),
        trailer=(TrailerBlock("about", text, text, (Card(text),)),),
    )
    named = FULL._replace(layout=FULL.layout._replace(name=f"N{text}", author=f"A{text}"))
    feed = feed_of([told], named)
    assert violations(feed.encode()) == []
    assert not parsed(feed).bozo
