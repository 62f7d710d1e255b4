"""How the Markdown file is set: headings, emphasis, captions, separators, contents."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from akira_cli.core.issue import Issue, Loss
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.page import (
    PLACES,
    BlockUse,
    Card,
    Layout,
    OwnPage,
    Section,
    Style,
    TrailerBlock,
)
from akira_cli.exporters.markdown import Markdown

COMMONMARK = MarkdownIt("commonmark")
LAYOUT = Layout(
    name="News",
    title="{label}",
    sections=tuple(Section(key, f"{key} line", f"{key} heading") for key in "abc"),
    groups=(("g", "Group one"), ("h", "Group two")),
    toc_intro="Intro.",
    separator="~~ ~~",
)
ENTRY = Entry("x", "a", "https://x.org/1", "Headline", "Title", "Summary.")
DRAFT = Draft(
    "n",
    "Label",
    highlights=(Highlight("First.", "g"), Highlight("Second.", "h")),
    entries=tuple(replace(ENTRY, id=key, section=key) for key in "abc"),
    page=OwnPage(trailer=(BlockUse(kind="about", heading="Me"), BlockUse(kind="subscribe"))),
)
LINK = "[**Headline**](https://x.org/1) — [**x.org**](https://x.org/1)"


def issue(draft: Draft = DRAFT, **style: Any) -> Issue:
    return lay_out(draft, LAYOUT._replace(style=Style(**style)))


def blocks(made: Issue) -> list[str]:
    text = Markdown().render(made).main.text
    assert text.endswith("\n")
    assert "\n\n\n" not in text
    return text.removesuffix("\n").split("\n\n")


def with_entry(**parts: Any) -> Draft:
    return replace(DRAFT, entries=(replace(ENTRY, **parts),))


def tokens(markdown: str) -> list[Token]:
    return COMMONMARK.parse(markdown)


def test_headlines_are_bold_lines_or_headings() -> None:
    assert LINK in blocks(issue())
    assert f"## {LINK}" in blocks(issue(headline="heading"))
    assert f"## {LINK}" in blocks(issue(with_entry(as_heading=True)))
    assert LINK in blocks(issue(with_entry(as_heading=False), headline="heading"))


def test_a_heading_reads_as_one_with_its_links() -> None:
    found = tokens(Markdown().render(issue(headline="heading")).main.text)
    headings = [token.tag for token in found if token.type == "heading_open"]
    assert headings == ["h1", *["h1", "h2"] * 3, "h1"]


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ({}, ["Title\nSummary."]),
        ({"title": "italic"}, ["*Title*\nSummary."]),
        ({"title_apart": True}, ["Title", "Summary."]),
        ({"title": "italic", "title_apart": True}, ["*Title*", "Summary."]),
    ],
)
def test_the_display_title_is_set_as_the_issue_wants(
    style: dict[str, Any], expected: list[str]
) -> None:
    made = blocks(issue(with_entry(), **style))
    after = made.index(LINK) + 1
    assert made[after : after + len(expected)] == expected


@pytest.mark.parametrize("style", [{}, {"title": "italic"}, {"title_apart": True}])
@pytest.mark.parametrize(("title", "summary"), [("", "Summary."), ("Title", ""), ("", "")])
def test_what_an_entry_lacks_leaves_nothing_behind(
    title: str, summary: str, style: dict[str, Any]
) -> None:
    made = blocks(issue(with_entry(title=title, summary=summary), **style))
    following = made[made.index(LINK) + 1]
    assert following.strip("*") == (title or summary or "~~ ~~")


PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"])


@given(st.text(PRINTABLE, min_size=1).filter(str.strip) | st.sampled_from(["*", "_a_", "1. x"]))
def test_any_title_and_caption_are_emphasised_as_they_are(text: str) -> None:
    draft = with_entry(title=text, figure=Figure("a.png", caption=text))
    made = Markdown().render(issue(draft, title="italic", title_apart=True)).main.text
    spans = [token.children or [] for token in tokens(made) if token.type == "inline"]
    emphasised = [
        "".join(child.content for child in span)
        for span in spans
        if span and span[0].type == "em_open" and span[-1].type == "em_close"
    ]
    assert [shown.split() for shown in emphasised] == [text.split()] * 2


@pytest.mark.parametrize(
    ("own", "credit", "default", "lines"),
    [
        ("", "", "", []),
        ("Mine", "", "", ["*Mine*"]),
        ("", "", "From the paper", ["*From the paper*"]),
        ("Mine", "Me", "From the paper", ["*Mine*", "*Me*"]),
        ("", "Me", "", ["*Me*"]),
    ],
)
def test_caption_and_credit_stand_below_the_picture(
    own: str, credit: str, default: str, lines: list[str]
) -> None:
    draft = with_entry(figure=Figure("figures/a.png", "alt", credit, own))
    made = blocks(issue(draft, caption=default))
    after = made.index("![alt](figures/a.png)") + 1
    assert made[after : after + len(lines) + 1] == [*lines, "Title\nSummary."]


WHERE = {
    "highlights": ["Intro."],
    "contents": ["# 1. a heading"],
    "headings": [LINK] * 3,
    "sections": ["# 2. b heading", "# 3. c heading", "# Me"],
    "trailer": ["# End"],
}
CLOSED = replace(
    DRAFT,
    page=OwnPage(
        trailer=(BlockUse(kind="about", heading="Me"), BlockUse(kind="subscribe", heading="End"))
    ),
)


@given(st.sets(st.sampled_from(PLACES)))
def test_separators_stand_in_their_places_and_nowhere_else(places: set[str]) -> None:
    made = blocks(issue(CLOSED, separators=tuple(places)))
    below = [made[place + 1] for place, block in enumerate(made) if block == "~~ ~~"]
    assert sorted(below) == sorted(block for place in places for block in WHERE[place])


def test_a_newsletter_without_a_separator_has_none_anywhere() -> None:
    made = lay_out(CLOSED, LAYOUT._replace(separator="", style=Style(separators=PLACES)))
    without = lay_out(CLOSED, LAYOUT._replace(style=Style(separators=())))
    assert blocks(made) == blocks(without)


def test_a_closing_block_may_do_without_its_separator() -> None:
    uses = (BlockUse(kind="about", heading="Me", separated=False), BlockUse(kind="subscribe"))
    made = blocks(issue(replace(DRAFT, page=OwnPage(trailer=uses))))
    assert made[made.index("# Me") - 1] == "Title\nSummary."


def test_the_heading_of_a_closing_block_is_a_heading_or_a_line() -> None:
    card = Card("Card")
    block = TrailerBlock("about", "1. Me", "One.\nTwo.", (card,), as_heading=False)
    plain = blocks(lay_out(Draft("n", "L"), LAYOUT._replace(trailer=(block,))))
    assert plain[-4:] == ["1\\. Me", "One.", "Two.", "> **Card**"]
    titled = lay_out(Draft("n", "L"), LAYOUT._replace(trailer=(block._replace(as_heading=True),)))
    assert "# 1\\. Me" in blocks(titled)


@pytest.mark.parametrize(
    ("level", "lines"),
    [
        (0, ["Group one", "Group two"]),
        (1, ["# Group one", "# Group two"]),
        (2, ["## Group one", "## Group two"]),
        (3, ["### Group one", "### Group two"]),
    ],
)
def test_groups_of_highlights_have_headings_of_the_level_wanted(
    level: int, lines: list[str]
) -> None:
    made = blocks(issue(group_level=level))
    assert made[1:5] == [lines[0], "*   First.", lines[1], "*   Second."]


@pytest.mark.parametrize("level", [0, 2])
def test_a_group_without_a_heading_is_a_list_alone(level: int) -> None:
    page = OwnPage(groups=(("g", ""), ("h", "Two")))
    made = blocks(issue(replace(DRAFT, page=page), group_level=level))
    assert made[1:3] == ["*   First.", f"{'## ' if level else ''}Two"]


@pytest.mark.parametrize("preamble", ["Week 1", "* a list", "- a list", "1. a list"])
def test_groups_without_headings_are_lists_of_their_own(preamble: str) -> None:
    page = OwnPage(groups=(("g", ""), ("h", "")))
    draft = replace(DRAFT, page=page, preamble=(preamble,))
    made = Markdown().render(issue(draft)).main.text
    assert "*   First.\n\n<!-- -->\n\n*   Second." in made
    assert [found for found in lists(made) if "." in found[0]][:2] == [["First."], ["Second."]]
    assert made.count("<!-- -->") == 1 + preamble.startswith("*")


def contents(own: dict[str, str | bool], intro: str = "Intro.") -> Issue:
    page = OwnPage(toc_intro=intro, contents=tuple(own.items()))
    return issue(replace(DRAFT, page=page), separators=())


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        ({}, "1.  a line\n2.  b line\n3.  c line"),
        ({"c": False}, "1.  a line\n2.  b line"),
        ({"a": False}, "-   2\\. b line\n-   3\\. c line"),
        ({"c": False, "b": "Renamed"}, "1.  a line\n2.  Renamed"),
        ({"b": False}, "-   1\\. a line\n-   3\\. c line"),
    ],
)
def test_the_contents_keep_the_numbers_of_their_sections(
    own: dict[str, str | bool], lines: str
) -> None:
    made = blocks(contents(own))
    assert made[made.index("Intro.") + 1] == lines
    assert "# 2. b heading" in made


def test_contents_that_do_not_count_from_one_are_a_loss() -> None:
    for gap in "ab":
        assert Markdown().render(contents({gap: False})).losses == (
            Loss(
                "the contents",
                "many readers of Markdown number a list from 1 without gaps",
                "the lines are a list with the numbers as text",
            ),
        )
    for own in ({}, {"c": False}, dict.fromkeys("abc", False)):
        assert Markdown().render(contents({**own})).losses == ()


def test_without_a_line_there_are_no_contents_and_no_introduction() -> None:
    made = blocks(contents(dict.fromkeys("abc", False)))
    assert "Intro." not in made
    assert made[made.index("*   Second.") + 1] == "# 1. a heading"


def lists(markdown: str) -> list[list[str]]:
    """The lines of each list of a document."""
    found: list[list[str]] = []
    for token in tokens(markdown):
        if token.type.endswith("list_open"):
            found.append([])
        elif token.type == "inline" and token.level == 3:
            found[-1].append(token.content)
    return found


@pytest.mark.parametrize("intro", ["", "Intro.", "- x", "* x", "+ x", "1. x", "7) x", "- x\n\n  y"])
@pytest.mark.parametrize("own", [{}, {"b": False}])
def test_the_contents_are_a_list_of_their_own(own: dict[str, str | bool], intro: str) -> None:
    made = Markdown().render(contents(own, intro)).main.text
    lines = [line for line in lists(made) if any("a line" in each for each in line)]
    assert [len(line) for line in lines] == [2 if own else 3]
    assert not re.search(r"<(?!!-- -->)", made)
