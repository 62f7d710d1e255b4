"""The issue as plain text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from akira_cli.core.issue import ContentsLine, HighlightGroup, HighlightItem, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.page import Card, Layout, Section, Style, TrailerBlock
from akira_cli.core.settings import Settings, TextSettings
from akira_cli.exporters._plain_text import plain_text
from akira_cli.exporters.text import Text, build
from tests.exporters.pictures import PICTURES
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, empty_issue, sample_issue

SMALL = Layout(
    name="News",
    title="{label}",
    sections=(Section("papers", "Papers", "Papers of the week"),),
    groups=(("featured", "Featured"),),
    toc_intro="",
    separator="* * *",
    tracking=(("via", "news"),),
    words=(("links", "Links"), ("picture", "Picture")),
)

PLAIN = Style()


def issue_of(*entries: Entry, style: Style = PLAIN, **parts: object) -> Issue:
    """An issue of these entries and nothing else, but for the parts given."""
    draft = Draft("week-1", "Week 1", date=date(2021, 1, 4), entries=entries)
    return lay_out(draft, SMALL._replace(style=style))._replace(**parts)  # type: ignore[arg-type]  # parts of an Issue, by name


def entry(summary: str = "", **parts: object) -> Entry:
    made = Entry("one", "papers", "https://example.org/1", "A claim", "", summary)
    return replace(made, **parts)  # type: ignore[arg-type]  # parts of an Entry, by name


def test_where_to_read_it_on_the_web_stands_under_the_title() -> None:
    words = {"read_online": "Read it on the web", "links": "Links"}
    made = issue_of(url="https://news.example.org/1", words=words, preamble=("Week 1",))
    assert plain_text(made, 72) == (
        "Week 1\n======\n\nRead it on the web [1]\n\nWeek 1\n\n"
        "Links\n-----\n\n[1] https://news.example.org/1\n"
    )
    assert "Read it" not in plain_text(made._replace(url=""), 72)


def after_the_heading(issue: Issue, width: int = 72) -> list[str]:
    """The blocks below the one section's heading, up to the links."""
    blocks = plain_text(issue, width).rstrip("\n").split("\n\n")
    return blocks[blocks.index("1. Papers of the week\n---------------------") + 1 : -2]


def test_an_issue_from_its_title_to_its_links() -> None:
    issue = issue_of(
        entry("They show *that* and [how](https://example.org/how)."),
        preamble=("Week 1 of [2021](https://example.org/2021)", "Dates vary ※"),
        highlights=(HighlightGroup("Featured", (HighlightItem("First.", ()),)),),
        toc_separated=True,
        trailer=(
            TrailerBlock("about", "About", "Me.\nAnd [you](https://example.org/1?via=news)."),
        ),
    )
    assert plain_text(issue, 40) == (
        "Week 1\n======\n\nWeek 1 of 2021 [1]\n\nDates vary ※\n\nFeatured\n\n- First.\n\n"
        "* * *\n\n  1. Papers\n\n* * *\n\n1. Papers of the week\n---------------------\n\n"
        "A claim [2] — example.org\n\nThey show that and how [3].\n\n* * *\n\nAbout\n-----\n\n"
        "Me.\n\nAnd you [2].\n\nLinks\n-----\n\n"
        "[1] https://example.org/2021\n[2] https://example.org/1?via=news\n"
        "[3] https://example.org/how\n"
    )


def test_the_file_is_called_as_the_draft_and_as_wide_as_the_config_says() -> None:
    settings = Settings(LAYOUT, text=TextSettings(width=30))
    exporter = build(settings, PICTURES)
    document = exporter.render(sample_issue())
    assert (exporter.name, document.main.name) == ("text", "issue-034.txt")
    assert document.main.text == plain_text(sample_issue(), 30) != plain_text(sample_issue(), 72)


def test_a_line_under_a_title_is_as_wide_as_the_title() -> None:
    title = "機械学習 e\u0301t 🌟"
    assert plain_text(issue_of(title=title), 72).startswith(f"{title}\n{'=' * 14}\n")
    long = plain_text(issue_of(title="機械学習 " * 20), 21)
    assert long.startswith("機械学習 機械学習 機\n械学習 ")
    assert f"\n{'=' * 20}\n" in long
    address = plain_text(issue_of(title=f"https://example.org/{'a' * 40}"), 20)
    assert address.split("\n")[1] == "=" * 20


def test_numbers_of_the_contents_are_those_of_the_sections() -> None:
    lines = (ContentsLine(1, "One of them, with a long name"), ContentsLine(12, "Another"))
    text = plain_text(issue_of(entry(), toc=lines, toc_intro="What *there* is:"), 24)
    assert (
        "\n\nWhat there is:\n\n  1. One of them, with a\n     long name\n  12. Another\n\n" in text
    )


@pytest.mark.parametrize(
    ("summary", "blocks"),
    [
        ("It is **bold**, *so*, _so_ and `code`.", ["It is bold, so, so and code."]),
        ("Not \\*that\\*, 2 * 3 * 4, a_b_c.", ["Not *that*, 2 * 3 * 4, a_b_c."]),
        ("One\nline  \nand *another*.", ["One line\nand another."]),
        ("One.\n \nTwo.\r\n\r\nThree.", ["One.", "Two.", "Three."]),
        ("Both:\n* one,\n  on\n+ *two*\n\nEnd.", ["Both:\n- one, on\n- two", "End."]),
        ("1. one\n2. two\n3) three", ["1. one\n2. two\n3) three"]),
        ("First\n1. one\n2. two", ["First\n1. one\n2. two"]),
        ("It was the year\n2021. They came.", ["It was the year 2021. They came."]),
        ("2020. They went.", ["2020. They went."]),
        ("a &amp; b < c &lt;b&gt;", ["a & b < c <b>"]),
        ("<b>bold</b> [x](javascript:y)", ["<b>bold</b> [x](javascript:y)"]),
        ("", []),
    ],
)
def test_markdown_becomes_words(summary: str, blocks: list[str]) -> None:
    assert after_the_heading(issue_of(entry(summary)))[1:] == blocks


@pytest.mark.parametrize(
    ("summary", "words", "links"),
    [
        ("[*a* and `b`](https://x.org)", "a and b [2]", ["https://x.org"]),
        ("[a](https://x.org/?a=1&b=2)", "a [2]", ["https://x.org/?a=1&b=2"]),
        ("[a](https://x.org) [b](https://x.org).", "a [2] b [2].", ["https://x.org"]),
        ("see <https://x.org/y>", "see https://x.org/y", []),
        ("[](https://x.org)", "[2]", ["https://x.org"]),
        ("[me](mailto:a@x.org)", "me [2]", ["mailto:a@x.org"]),
        ("[again](https://example.org/1?via=news)", "again [1]", []),
    ],
)
def test_links_are_numbered_and_listed_once(summary: str, words: str, links: list[str]) -> None:
    text = plain_text(issue_of(entry(summary)), 72)
    listed = ["https://example.org/1?via=news", *links]
    numbered = [f"[{number}] {url}" for number, url in enumerate(listed, start=1)]
    assert f"\n\n{words}\n\nLinks\n-----\n\n" + "\n".join(numbered) + "\n" in text


def test_a_text_without_links_has_no_list_of_them() -> None:
    assert "Links" not in plain_text(issue_of(), 72)


def test_a_headline_is_the_title_or_the_address_where_there_is_none() -> None:
    bare = entry(headline="", title="Its title", show_domain=False)
    assert after_the_heading(issue_of(bare)) == ["Its title [1]"]
    assert after_the_heading(issue_of(replace(bare, title=""))) == ["https://example.org/1 [1]"]


def test_a_headline_that_is_a_heading_is_underlined() -> None:
    assert after_the_heading(issue_of(entry(as_heading=True))) == [
        "A claim [1] — example.org\n~~~~~~~~~~~~~~~~~~~~~~~~~"
    ]


@pytest.mark.parametrize(
    ("apart", "blocks"),
    [(False, ["[1] Title\nOne.", "Two."]), (True, ["[1] Title", "One.", "Two."])],
)
def test_the_display_title_stands_where_the_style_says(apart: bool, blocks: list[str]) -> None:
    issue = issue_of(entry("One.\n\nTwo.", title="[1] Title"), style=Style(title_apart=apart))
    assert after_the_heading(issue)[1:] == blocks


@pytest.mark.parametrize(
    ("level", "shown"), [(0, "Featured"), (1, "Featured\n========"), (3, "Featured\n--------")]
)
def test_a_group_has_the_heading_its_level_asks_for(level: int, shown: str) -> None:
    draft = Draft("week-1", "Week 1", highlights=(Highlight("One  \ntwo."),))
    text = plain_text(lay_out(draft, SMALL._replace(style=Style(group_level=level))), 72)
    assert text == f"Week 1\n======\n\n{shown}\n\n- One\n  two.\n"


@pytest.mark.parametrize(
    ("places", "count"),
    [((), 0), (("highlights",), 1), (("headings",), 1), (("headings", "contents"), 2)],
)
def test_separators_stand_where_the_style_says(places: tuple[str, ...], count: int) -> None:
    blocks = (TrailerBlock("about", "About", as_heading=False), TrailerBlock("past", "Past"))
    layout = SMALL._replace(trailer=blocks, style=Style(separators=places))
    draft = Draft("week-1", "Week 1", highlights=(Highlight("One."),), entries=(entry(),))
    text = plain_text(lay_out(draft, layout), 72)
    assert text.count("\n\n* * *\n\n") == count
    assert ("---\n\n* * *\n\nA claim" in text) == ("headings" in places)
    assert "\n\nAbout\n\nPast\n----\n\n" in text


def test_a_separator_is_no_wider_than_the_lines() -> None:
    assert "\n\n＊＊＊＊＊\n\n" in plain_text(issue_of(entry(), separator="＊" * 40), 11)
    assert "\n\n\n" not in plain_text(issue_of(entry(), separator=" "), 72)


@pytest.mark.parametrize(
    ("figure", "shown"),
    [
        (Figure("f.png"), "[図]"),
        (Figure("f.png", "A [b] *c*"), "[図: A [b] *c*]"),
        (Figure("f.png", "A", "by B", "It shows A"), "[図: A]\nIt shows A\nby B"),
    ],
)
def test_a_picture_is_its_alt_text_with_caption_and_credit(figure: Figure, shown: str) -> None:
    issue = issue_of(entry(figure=figure), words={"picture": "図", "links": "Links"})
    assert after_the_heading(issue)[1:] == [shown]


@pytest.mark.parametrize(
    ("card", "shown"),
    [
        (Card("Title"), "    Title"),
        (Card("T", "A long description", "x.org"), "    T\n    A long\n    description\n    x.org"),
        (Card("T", url="https://example.org/1/"), "    T [2]"),
        (Card("", url="https://example.org/1/"), "    https://example.org/1/"),
    ],
)
def test_a_card_is_indented_and_its_address_numbered_unless_it_is_the_entrys(
    card: Card, shown: str
) -> None:
    assert after_the_heading(issue_of(entry(card=card)), 21)[-1] == shown


def test_what_is_lost_is_told() -> None:
    def losses(issue: Issue) -> list[str]:
        return [loss.where for loss in Text(72).render(issue).losses]

    assert losses(issue_of(entry("Plain."))) == []
    assert losses(issue_of(entry("*Leaning*."))) == ["emphasis"]
    assert losses(issue_of(entry("`typed`"))) == ["emphasis"]
    assert losses(issue_of(entry(title="T"), style=Style(title="italic"))) == ["emphasis"]
    assert losses(issue_of(entry(), style=Style(title="italic"))) == []
    assert losses(issue_of(entry(figure=Figure("f.png", "A")))) == ["pictures"]
    assert losses(issue_of(entry(figure=Figure("f.png")))) == ["the picture of 'one'"]
    assert losses(issue_of(entry(card=Card("T")))) == ["link cards"]
    assert losses(issue_of(trailer=(TrailerBlock("past", cards=(Card("T"),)),))) == ["link cards"]
    assert losses(issue_of(entry("<b>"))) == ["the summary of 'one'"]


def test_an_empty_issue_is_its_title() -> None:
    document = Text(72).render(empty_issue())
    assert document.main.text == "News Week 1\n===========\n"
    assert document.losses == ()


PIECES = [
    *"*_`[]()<>&\\!# \n\t\r\x00\x1b\u2028あ字。、（）「」",
    *("**", "- ", "* ", "1. ", "  \n", "\n\n", "&amp;", "&#x1b;", "<br>", "```", "🌟", "👩‍🔬"),
    *("[a](https://x.org)", "<https://x.org/y>", "](https://x.org)", "words", "<script>"),
]
nasty = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def with_every_text(text: str) -> Issue:
    issue = sample_issue()
    return issue._replace(
        title=text,
        preamble=(text,),
        highlights=(HighlightGroup(text, (HighlightItem(text, ()),)),),
        toc_intro=text,
        toc=(ContentsLine(1, text),),
        sections=tuple(
            section._replace(
                heading=text,
                entries=tuple(
                    e._replace(headline=text, title=text, summary=text, card=Card(text, text))
                    for e in section.entries
                ),
            )
            for section in issue.sections
        ),
        trailer=(TrailerBlock("about", text, text, (Card(text),)),),
    )


@given(nasty, st.sampled_from([0, 20, 72]))
@example("\\\n", 20)
@example("[\n](https://x.org)", 20)
@example("[a](https://x.org)[b](https://x.org)", 20)
def test_no_text_makes_the_page_anything_but_lines(text: str, width: int) -> None:
    page = plain_text(with_every_text(text), width)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", page)
    assert not re.search(r"[ \t]\n|\n\n\n|\A\n|\n\n\Z", page)
    assert page.endswith("\n")
    for line in page.split("\n"):
        assert not width or wcswidth(line) <= width or "://" in line


@given(nasty)
def test_every_number_of_a_link_is_listed_and_the_list_counts_from_one(text: str) -> None:
    page = plain_text(with_every_text(text), 72)
    listed = page.rpartition("Links\n-----\n\n")[2].splitlines()
    numbers = [int(line[1:].partition("]")[0]) for line in listed]
    assert numbers == list(range(1, len(listed) + 1))
    addresses = [line.partition(" ")[2] for line in listed]
    assert len(set(addresses)) == len(addresses)
    assert all(re.match(r"https?://\S+$", address) for address in addresses)
    assert set(map(int, re.findall(r"\[(\d+)\]", page))) == set(numbers)


def test_every_headline_of_a_long_issue_has_its_own_number() -> None:
    entries = tuple(
        replace(
            ENTRIES[n % 5], id=f"e{n}", headline=f"Claim {n}.", url=f"https://a.org/{n}", card=None
        )
        for n in range(2000)
    )
    text = plain_text(lay_out(replace(DRAFT, highlights=(), entries=entries), LAYOUT), 72)
    assert len(set(re.findall(r"^Claim \d+\. \[(\d+)\]", text, re.MULTILINE))) == 2000
