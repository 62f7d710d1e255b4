"""The page to read: what stands where, for whom it is readable, and what it may not do."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml.html import HtmlElement, document_fromstring

from akira_cli.core.errors import InvalidFile
from akira_cli.core.issue import Document, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.page import BlockUse, Card, OwnPage, Section
from akira_cli.core.settings import HtmlSettings, Settings
from akira_cli.exporters.html import Html, build
from akira_cli.ports import Pictures
from tests.exporters.pictures import PICTURES, SamePicture, png
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, SCRIPT, empty_issue, sample_issue

BESIDE, ALONE = HtmlSettings(), HtmlSettings(self_contained=True)
VOID = {"br", "hr", "img", "link", "meta"}
TAGS = VOID | {
    "html",
    "head",
    "title",
    "style",
    "body",
    "header",
    "main",
    "footer",
    "nav",
    "section",
}
TAGS |= {"article", "div", "h1", "h2", "h3", "p", "ul", "ol", "li", "figure", "figcaption", "time"}
TAGS |= {"a", "span", "small", "strong", "em", "code", "cite"}


def rendered(
    issue: Issue | None = None,
    settings: HtmlSettings = BESIDE,
    pictures: Pictures = PICTURES,
) -> Document:
    return Html(settings, pictures).render(issue or sample_issue())


def page_of(issue: Issue | None = None, settings: HtmlSettings = BESIDE) -> HtmlElement:
    return document_fromstring(rendered(issue, settings).main.text)


def issue_of(*entries: Entry, style: dict[str, Any] | None = None, **page: Any) -> Issue:
    own = OwnPage(style=tuple((style or {}).items()), **page)
    return lay_out(replace(DRAFT, entries=entries or ENTRIES, page=own), LAYOUT)


def found(page: HtmlElement, path: str) -> list[Any]:
    """Elements by their path, or the attributes and texts it names."""
    result = page.xpath(path)
    assert isinstance(result, list)
    return result


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def style_of(page: HtmlElement) -> str:
    return str(found(page, "//style/text()")[0])


class Balance(HTMLParser):
    """Fails where an element is not closed in its turn."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.open += [] if tag in VOID else [tag]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("issue", [sample_issue(), empty_issue()], ids=["full", "empty"])
def test_elements_are_closed_in_their_turn(issue: Issue) -> None:
    Balance(rendered(issue).main.text)


def test_headings_go_down_one_level_at_a_time() -> None:
    headings = found(page_of(), "//*[self::h1 or self::h2 or self::h3 or self::h4]")
    levels = [int(heading.tag[1]) for heading in headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert max(levels) == 3
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_the_page_says_its_language_and_has_its_landmarks() -> None:
    page = page_of(lay_out(replace(DRAFT, language="ja"), LAYOUT))
    assert found(page, "/html/@lang") == ["ja"]
    assert [e.tag for e in found(page, "/html/body/*")] == ["a", "header", "main", "footer"]
    assert found(page, "//main//nav/@aria-label") == ["Contents"]
    assert words(found(page, "/html/body/*")[0]) == "Skip to the first section"
    assert found(page, "/html/body/a/@href") == ["#featured"]


def test_an_empty_issue_has_no_empty_landmarks() -> None:
    assert [e.tag for e in found(page_of(empty_issue()), "//body//*")] == ["header", "h1", "main"]


def test_contents_lead_to_sections_under_their_numbers() -> None:
    page = page_of(issue_of(contents=(("papers", False), ("use-cases", "Uses"))))
    lines = found(page, "//nav//li")
    assert [(line.get("value"), words(line)) for line in lines][1:] == [
        ("2", "Uses"),
        ("4", "Other Topics"),
    ]
    assert found(page, "//nav//a/@href") == ["#featured", "#use-cases", "#other"]
    assert words(found(page, "//section[@id='papers']/h2")[0]) == "3. Machine Learning Papers"


def test_an_entry_is_found_by_its_handle() -> None:
    page = page_of()
    handles = [entry.id for entry in sample_issue().entries]
    assert found(page, "//article/@id") == handles
    assert words(found(page, "//*[@id='a-tweet']//h3")[0]) == ENTRIES[4].headline


@settings(max_examples=25, deadline=None)
@given(st.sets(st.text(min_size=1, max_size=8), min_size=1, max_size=4))
def test_ids_are_unique_whole_words_that_links_reach(names: set[str]) -> None:
    layout = LAYOUT._replace(sections=tuple(Section(n, n, n) for n in sorted(names)))
    entries = [Entry(n, m, "https://x.org") for n in names for m in names]
    entries = [replace(e, id=e.id + e.section if i else e.id) for i, e in enumerate(entries)]
    entries = list({entry.id: entry for entry in entries}.values())
    page = page_of(lay_out(Draft("d", "D", entries=tuple(entries)), layout))
    ids = found(page, "//@id")
    assert len(set(ids)) == len(ids) == len(entries) + len({e.section for e in entries})
    assert not any(re.search(r"\s", each) for each in ids)
    assert {link[1:] for link in found(page, "//a[starts-with(@href, '#')]/@href")} <= set(ids)


def test_an_entry_called_like_a_section_does_not_take_its_place() -> None:
    page = page_of(issue_of(replace(ENTRIES[2], id="papers")))
    assert found(page, "//section/@id") == ["papers"]
    assert found(page, "//article/@id") == ["entry:papers"]


@pytest.mark.parametrize(
    ("places", "after"),
    [
        ((), []),
        (("highlights",), ["nav"]),
        (("contents",), ["section featured"]),
        (("sections",), ["section use-cases", "section papers", "section other", "section"]),
        (("trailer",), ["section"]),
        (("headings",), ["article"] * 4),
    ],
)
def test_a_separator_stands_where_the_style_wants_it(
    places: tuple[str, ...], after: list[str]
) -> None:
    page = page_of(issue_of(style={"separators": places}))
    below = [rule.getnext() for rule in found(page, "//hr")]
    expected = [(each.split()[0], each.split()[-1] if " " in each else None) for each in after]
    shown = [(e.tag, e.get("id") if e.tag == "section" else None) for e in below]
    assert shown == expected


@pytest.mark.parametrize(("headline", "class_"), [("bold", "headline"), ("heading", "as-heading")])
def test_a_headline_is_a_heading_of_the_third_level_however_it_looks(
    headline: str, class_: str
) -> None:
    page = page_of(issue_of(style={"headline": headline}))
    assert len(found(page, f"//div[contains(@class, '{class_}')]/h3")) == len(ENTRIES)
    assert len(found(page, "//div[contains(@class, 'as-heading')]")) in (0, len(ENTRIES))


def test_a_headline_has_the_tracked_address_its_domain_the_plain_one() -> None:
    page = page_of()
    entry = sample_issue().entries[1]
    line = found(page, "//*[@id='hospital-report']/div")[0]
    assert words(line) == "Twenty hospitals, one model — example.org"
    assert found(line, ".//a/@href") == [entry.tracked_url, entry.url]
    assert found(line, ".//@data-address") == [entry.url]
    assert found(line, "./span/text()") == [" —\u00a0"], "the domain keeps its dash in its line"
    assert words(found(page, "//*[@id='cs/0112017']/div")[0]) == ENTRIES[3].headline


@pytest.mark.parametrize(
    ("style", "class_", "paragraphs"),
    [
        ({}, None, 1),
        ({"title": "italic"}, "italic", 1),
        ({"title_apart": True}, None, 2),
        ({"title": "italic", "title_apart": True}, "italic", 2),
    ],
)
def test_the_display_title_stands_as_the_style_wants_it(
    style: dict[str, Any], class_: str | None, paragraphs: int
) -> None:
    article = found(page_of(issue_of(ENTRIES[0], style=style)), "//article")[0]
    assert len(found(article, "./p")) == paragraphs
    (title,) = found(article, "./p/cite")
    assert (words(title), title.get("class")) == (ENTRIES[0].title, class_)
    assert bool(found(article, "./p/br")) is (paragraphs == 1)


def test_a_summary_has_its_paragraphs_and_the_title_leads_the_first() -> None:
    first, second = found(page_of(), "//*[@id='2110.02178']/p")
    assert words(first).startswith("[2110.02178] MobileViT")
    assert words(first).endswith("attention looks far.")
    assert words(second) == "It beats MobileNetv3 by 3.2 points at 6M parameters."


@pytest.mark.parametrize(
    ("entry", "headline", "rest"),
    [
        (Entry("a", "other", "https://x.org/a", title="A title"), "A title", ""),
        (Entry("a", "other", "https://x.org/a"), "https://x.org/a", ""),
        (Entry("a", "other", "https://x.org/a", "A line", "A title"), "A line", "A title"),
    ],
)
def test_what_is_missing_is_stood_in_for_and_said_once(
    entry: Entry, headline: str, rest: str
) -> None:
    article = found(page_of(issue_of(entry)), "//article")[0]
    assert words(found(article, ".//h3")[0]) == headline
    assert [words(p) for p in found(article, "./p")] == ([rest] if rest else [])


@pytest.mark.parametrize("level", [0, 1, 2, 3])
def test_groups_of_highlights_look_their_level(level: int) -> None:
    page = page_of(issue_of(style={"group_level": level}))
    assert found(page, "//section[@class='highlights']/h2/@class") == [f"level-{level}"] * 3
    assert [words(h) for h in found(page, "//section[@class='highlights']/h2")][2] == "Odds & Ends"


def test_closing_blocks_have_their_lines_and_their_look() -> None:
    blocks = (
        BlockUse(kind="about", heading="Us", text="One [link](https://x.org).\nTwo."),
        BlockUse(kind="subscribe", heading="Do!", as_heading=False),
        BlockUse(kind="past-issues", text="No heading."),
    )
    footer = found(page_of(issue_of(trailer=blocks)), "//footer")[0]
    assert [(words(h), h.get("class")) for h in found(footer, ".//h2")] == [
        ("Us", None),
        ("Do!", "level-0"),
    ]
    assert [words(p) for p in found(footer, ".//p")] == ["One link.", "Two.", "No heading."]


def test_a_card_is_one_link_with_all_it_says() -> None:
    page = page_of()
    (card,) = found(page, "//article//*[@class='card']")
    assert (card.tag, card.get("href")) == ("a", ENTRIES[1].url)
    assert [words(part) for part in card] == [
        "One model for [twenty] hospitals & more",
        "Data stays where it is; what was learned travels…",
        "example.org",
    ]
    assert not found(card, ".//a")
    assert len(found(page, "//footer//ul/li/a[@class='card']")) == 2


def test_a_card_without_an_address_is_no_link() -> None:
    block = BlockUse(kind="other-blogs", cards=(Card("Only a title"),))
    (card,) = found(page_of(issue_of(trailer=(block,))), "//footer//*[@class='card']")
    assert (card.tag, words(card), len(card)) == ("div", "Only a title", 1)


def test_pictures_have_size_words_and_credit_and_load_when_needed() -> None:
    pictures = SamePicture(png(640, 480))
    page = document_fromstring(rendered(pictures=pictures).main.text)
    first, second = found(page, "//img")
    assert first.get("src") == "figures/2110.07858.png"
    assert (first.get("width"), first.get("height")) == ("640", "480")
    assert (first.get("alt"), second.get("alt")) == ("Shuffled patches [a|b]", "The block, drawn")
    assert (first.get("loading"), second.get("loading")) == (None, "lazy")
    assert [words(f) for f in found(page, "//figcaption")] == ["Figure 1 of the paper"]


def test_a_picture_without_words_is_called_a_picture() -> None:
    entry = replace(ENTRIES[0], figure=Figure("figures/a b#.png", caption="Seen <here>"))
    issue = issue_of(entry)
    page = page_of(issue)
    assert found(page, "//img/@alt") == ["Picture"]
    assert found(page, "//img/@src") == ["figures/a%20b%23.png"]
    assert words(found(page, "//figcaption")[0]) == "Seen <here>"
    words_of_another = {**issue.words, "picture": "図"}
    assert found(page_of(issue._replace(words=words_of_another)), "//img/@alt") == ["図"]


def test_pictures_lie_beside_the_page_each_once() -> None:
    twice = [replace(ENTRIES[n], figure=Figure("figures/one.png")) for n in (0, 2)]
    document = rendered(issue_of(*twice))
    assert document.main.name == "html/issue-034.html"
    assert [(f.name, f.copy_of) for f in document.beside] == [
        ("html/figures/one.png", "figures/one.png")
    ]


def test_a_self_contained_page_holds_its_pictures_and_loads_nothing() -> None:
    document = rendered(settings=ALONE)
    page = document_fromstring(document.main.text)
    assert document.beside == ()
    sources = found(page, "//@src")
    assert len(sources) == 2
    assert all(
        source.startswith("data:image/png;base64,")
        and b64decode(source.partition(",")[2]) == PICTURES.read("")
        for source in sources
    )
    assert found(page, "//link | //script | //@srcset | //@background | //@style") == []
    assert not re.search(r"url\(|@import", style_of(page))


def test_a_picture_of_unknown_kind_is_shown_and_told() -> None:
    pictures = SamePicture(b"RIFF....WEBP")
    entry = replace(ENTRIES[0], figure=Figure("figures/a.WebP"))
    document = rendered(issue_of(entry), ALONE, pictures)
    (picture,) = found(document_fromstring(document.main.text), "//img")
    assert picture.get("src").startswith("data:image/webp;base64,")
    assert picture.get("width") is None
    assert [loss.where for loss in document.losses] == ["the picture of '2110.07858'"]


def test_nothing_is_lost_but_what_is_shown_as_text() -> None:
    assert {loss.where for loss in rendered().losses} == {"the summary of 'cs/0112017'"}


def test_a_missing_picture_is_an_error() -> None:
    with pytest.raises(InvalidFile, match="figures/2110"):
        rendered(pictures=SamePicture(missing=frozenset({"figures/2110.02178.png"})))


@pytest.mark.parametrize("settings", [BESIDE, ALONE], ids=["beside", "alone"])
def test_a_policy_forbids_scripts_and_all_that_is_elsewhere(settings: HtmlSettings) -> None:
    page = page_of(settings=settings)
    (policy,) = found(page, "//meta[@http-equiv='Content-Security-Policy']/@content")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    pictures = "data:" if settings.self_contained else "'self' file:"
    assert rules == {
        "default-src": "'none'",
        "img-src": pictures,
        "style-src": "'unsafe-inline'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_the_head_tells_what_the_page_is() -> None:
    issue = sample_issue()._replace(
        url="https://example.org/34?a=1&b=2", day="13 November 2021", author="A & B"
    )
    page = page_of(issue)
    meta = {m.get("property") or m.get("name"): m.get("content") for m in found(page, "//meta")}
    description = str(meta["description"])
    assert description.startswith("Shuffle the patches and a vision transformer hardly minds.")
    assert len(description) <= 160
    assert words(found(page, "//title")[0]) == meta["og:title"] == issue.title
    assert meta["og:description"] == description
    assert meta["og:url"] == issue.url
    assert found(page, "//link[@rel='canonical']/@href") == [issue.url]
    assert words(found(page, "//header/p")[0]) == "A & B · 13 November 2021"
    assert found(page, "//time/@datetime") == ["2021-11-13"]


@pytest.mark.parametrize(
    ("highlight", "description"),
    [
        ("Short, with [a link](https://x.org).", "Short, with a link."),
        ("word, " * 40, "word, " * 25 + "word…"),
        ("長" * 200, "長" * 159 + "…"),
    ],
)
def test_the_description_is_cut_after_a_whole_word(highlight: str, description: str) -> None:
    issue = lay_out(replace(DRAFT, highlights=(Highlight(highlight),)), LAYOUT)
    assert len(description) <= 160
    assert found(page_of(issue), "//meta[@name='description']/@content") == [description]


def test_an_issue_that_says_nothing_of_itself_has_nothing_in_its_head() -> None:
    page = page_of(empty_issue())
    assert found(page, "//link | //time | //meta[@name='description' or @name='author']") == []


def colours(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{3,6})", block))


def themes(page: HtmlElement) -> dict[str, dict[str, str]]:
    """The colours by their names: light, dark and on paper."""
    light, dark, paper = re.findall(r":root \{(.*?)\}", style_of(page), re.DOTALL)
    return {
        "light": colours(light),
        "dark": {**colours(light), **colours(dark)},
        "paper": {**colours(light), **colours(paper)},
    }


def luminance(colour: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    shares = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = [s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_that_of_the_guideline() -> None:
    assert contrast("#fff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("theme", ["light", "dark", "paper"])
def test_texts_stand_out_from_their_ground(theme: str) -> None:
    colour = themes(page_of())[theme]
    for ground in ("paper", "tint"):
        for text in ("ink", "muted", "link"):
            assert contrast(colour[text], colour[ground]) >= 4.5, f"{text} on {ground}"
    assert contrast(colour["focus"], colour["paper"]) >= 3


def test_every_colour_of_a_text_is_one_that_is_measured() -> None:
    style = style_of(page_of())
    used = set(re.findall(r"[{;]\s*(?:color|background): ([^;}]+?)\s*[;}]", style))
    measured = {f"var(--{name})" for name in ("ink", "muted", "link", "paper", "tint")}
    assert used == measured | {"inherit", "#fff"}


def test_the_browser_is_coloured_like_the_page() -> None:
    page = page_of()
    shown = [theme["paper"] for name, theme in themes(page).items() if name != "paper"]
    assert found(page, "//meta[@name='theme-color']/@content") == shown


def test_nasty_texts_are_read_as_they_were_written() -> None:
    page = page_of()
    shown = page.text_content()
    for text in (SCRIPT, "[press](javascript:alert(4))", *(entry.title for entry in ENTRIES)):
        assert text in shown
    assert found(page, "//script") == []


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.text(max_size=30),
        st.lists(
            st.sampled_from(
                ["<", ">", '"', "'", "&", "</style>", "-->", "<b", "[a](", "javascript:", ")", "`",
                 "*", "\n\n", "{{ x }}", "{% x %}", "https://x.org", "\\", "]]>", " onload=", "\0"]
            ),
            max_size=9,
        ).map("".join),
    )
)  # fmt: skip
def test_no_text_becomes_an_element_or_an_attribute_of_its_own(text: str) -> None:
    card = Card(text or "t", text, text)
    figure = Figure("figures/a.png", text, text, text)
    entry = Entry("a", "papers", "https://x.org", text, text, text, card=card, figure=figure)
    block = BlockUse(kind="about", heading=text, text=text, cards=(card,))
    own = OwnPage(
        title=text,
        toc_intro=text,
        groups=(("featured", text),),
        headings=(("papers", text),),
        trailer=(block,),
    )
    draft = Draft(
        "d",
        text,
        language=text,
        entries=(entry,),
        page=own,
        preamble=(text,),
        highlights=(Highlight(text),),
    )
    layout = LAYOUT._replace(words=tuple((key, text) for key, _ in LAYOUT.words))
    issue = lay_out(draft, layout)._replace(day=text, author=text, joint=text)
    html = rendered(issue, ALONE).main.text
    Balance(html)
    page = document_fromstring(html)
    assert {element.tag for element in page.iter()} <= TAGS
    assert not [name for e in page.iter() for name in e.attrib if str(name).startswith("on")]
    assert all(re.match(r"https?:|mailto:|#", link) for link in found(page, "//@href"))
    assert len(found(page, "//style")) == 1


def test_the_page_grows_with_its_entries_and_no_faster() -> None:
    def size(count: int) -> int:
        entries = [replace(ENTRIES[n % 5], id=f"entry-{n:05}") for n in range(count)]
        return len(rendered(issue_of(*entries)).main.text)

    assert size(600) - size(400) == size(400) - size(200)


def test_the_curators_own_style_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "html.css.j2").write_text("h1 { color: teal }\n", encoding="utf-8")
    own = build(Settings(layout=LAYOUT, templates=str(tmp_path), html=ALONE), PICTURES)
    page = document_fromstring(own.render(sample_issue()).main.text)
    assert style_of(page).strip() == "h1 { color: teal }"
    assert found(page, "//img/@src")[0].startswith("data:")
