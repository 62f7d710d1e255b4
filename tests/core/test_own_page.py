"""What an issue says of its own page goes before what the newsletter says."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import MisplacedKey
from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.page import (
    PLACES,
    BlockUse,
    Card,
    LabelKind,
    Layout,
    OwnPage,
    Section,
    Style,
    TrailerBlock,
)

ABOUT = TrailerBlock("about", "About Me", "Words.", name="about")
LAYOUT = Layout(
    name="The News",
    title="{name} — {label}",
    sections=(
        Section("featured", "First", "First things"),
        Section("papers", "Papers", "Machine Learning Papers"),
        Section("other", "Other", "Other Topics", in_contents=False),
    ),
    groups=(("featured", "This Week."), ("papers", "On Paper")),
    toc_intro="In what follows:",
    separator="— –",
    trailer=(ABOUT, TrailerBlock("subscribe", "Subscribe!", name="subscribe")),
    labels=(
        LabelKind("issue", "Issue #{number}"),
        LabelKind("week", "Week {week}, {year}", "{label} in {name}"),
    ),
    months=("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    library=(ABOUT,),
    cards=(("home", Card("Home")),),
)


def entry(id_: str, section: str = "papers", **parts: Any) -> Entry:
    return Entry(id=id_, section=section, url=f"https://example.org/{id_}", **parts)


ENTRIES = (entry("a", "featured"), entry("b", "papers"), entry("c", "other"))


def draft(*entries: Entry, **parts: Any) -> Draft:
    parts = {"highlights": (Highlight("News."),), **parts}
    return Draft("issue-034", "Issue #34", entries=entries or ENTRIES, **parts)


def with_page(layout: Layout = LAYOUT, **parts: Any) -> Issue:
    return lay_out(draft(page=OwnPage(**parts)), layout)


def styled(**style: object) -> dict[str, Any]:
    return {"style": tuple(style.items())}


def test_an_issue_that_says_nothing_is_laid_out_as_the_newsletter_says() -> None:
    issue = with_page()
    assert (issue.title, issue.toc_intro) == ("The News — Issue #34", "In what follows:")
    assert issue.style == Style()
    assert [block.heading for block in issue.trailer] == ["About Me", "Subscribe!"]


@pytest.mark.parametrize(
    ("label", "title"),
    [
        ("Issue #34", "The News — Issue #34"),
        ("Week 12, 2021", "Week 12, 2021 in The News"),
        ("Summer special", "The News — Summer special"),
    ],
)
def test_the_title_is_that_of_the_labels_kind(label: str, title: str) -> None:
    assert lay_out(replace(draft(), label=label), LAYOUT).title == title


@pytest.mark.parametrize("label", ["Issue #34", "Week 12, 2021"])
def test_the_issues_own_title_goes_before_and_is_no_pattern(label: str) -> None:
    written = replace(draft(), label=label, page=OwnPage(title="{label}: my own"))
    assert lay_out(written, LAYOUT).title == "{label}: my own"


@pytest.mark.parametrize("intro", ["Five topics:", ""])
def test_so_does_the_introduction_of_the_contents(intro: str) -> None:
    assert with_page(toc_intro=intro).toc_intro == intro


def test_headings_may_be_the_issues_own_and_leave_the_contents_alone() -> None:
    issue = with_page(headings=(("papers", "Papers I Liked"),))
    headings = [section.heading for section in issue.sections]
    assert headings == ["First things", "Papers I Liked", "Other Topics"]
    assert [line.text for line in issue.toc] == ["First", "Papers"]


@pytest.mark.parametrize(
    ("own", "lines"),
    [
        ((), [(1, "First"), (2, "Papers")]),
        ((("featured", False),), [(2, "Papers")]),
        ((("papers", "To Read"),), [(1, "First"), (2, "To Read")]),
        ((("other", "The Rest"),), [(1, "First"), (2, "Papers"), (3, "The Rest")]),
        ((("other", "The Rest"), ("papers", False)), [(1, "First"), (3, "The Rest")]),
        ((("featured", False), ("papers", False)), []),
    ],
)
def test_a_line_of_the_contents_may_be_renamed_left_out_or_put_in(
    own: tuple[tuple[str, str | bool], ...], lines: list[tuple[int, str]]
) -> None:
    issue = with_page(contents=own)
    assert [(line.number, line.text) for line in issue.toc] == lines
    assert [section.number for section in issue.sections] == [1, 2, 3]


def test_a_line_of_the_contents_knows_its_section() -> None:
    keys = {section.number: section.key for section in with_page().sections}
    assert all(keys[line.number] == line.key for line in with_page().toc)


def test_what_an_issue_says_of_a_section_it_lacks_does_nothing() -> None:
    page = OwnPage(headings=(("other", "X"),), contents=(("other", "X"),))
    issue = lay_out(draft(ENTRIES[0], page=page), LAYOUT)
    assert [section.key for section in issue.sections] == ["featured"]
    assert [line.key for line in issue.toc] == ["featured"]


def test_groups_may_be_renamed_and_new_ones_get_a_heading_and_follow() -> None:
    highlights = tuple(Highlight(key, key) for key in ("tools", "papers", "featured"))
    page = OwnPage(groups=(("papers", "On Arxiv"), ("tools", "Tools")))
    issue = lay_out(draft(page=page, highlights=highlights), LAYOUT)
    assert [(group.key, group.group) for group in issue.highlights] == [
        ("featured", "This Week."),
        ("papers", "On Arxiv"),
        ("tools", "Tools"),
    ]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("domain", False),
        ("headline", "heading"),
        ("title", "italic"),
        ("title_apart", True),
        ("group_level", 3),
        ("caption", "From the paper"),
        ("separators", ("sections",)),
    ],
)
def test_each_key_of_the_style_may_be_the_issues_own(key: str, value: Any) -> None:
    newsletters = Style(group_level=1, caption="Mine", separators=("headings",))
    issue = with_page(LAYOUT._replace(style=newsletters), **styled(**{key: value}))
    assert issue.style == newsletters._replace(**{key: value})


@pytest.mark.parametrize(
    ("newsletter", "issue", "of_entry", "expected"),
    [
        ("bold", None, None, False),
        ("heading", None, None, True),
        ("bold", "heading", None, True),
        ("heading", "bold", None, False),
        ("bold", "heading", False, False),
        ("heading", "bold", True, True),
        ("bold", None, True, True),
    ],
)
def test_an_entry_goes_before_its_issue_and_that_before_the_newsletter(
    newsletter: Literal["bold", "heading"], issue: str | None, of_entry: bool | None, expected: bool
) -> None:
    page = OwnPage(**({} if issue is None else styled(headline=issue)))
    written = draft(entry("a", as_heading=of_entry), page=page)
    made = lay_out(written, LAYOUT._replace(style=Style()._replace(headline=newsletter)))
    assert made.entries[0].as_heading == expected


@pytest.mark.parametrize(
    ("issue", "of_entry", "shown"),
    [(None, None, True), (False, None, False), (False, True, True), (True, False, False)],
)
def test_so_it_is_with_the_hosts(issue: bool | None, of_entry: bool | None, shown: bool) -> None:
    page = OwnPage(**({} if issue is None else styled(domain=issue)))
    made = lay_out(draft(entry("a", show_domain=of_entry), page=page), LAYOUT)
    assert (made.entries[0].domain is not None) == shown


@pytest.mark.parametrize(
    ("own", "default", "expected"),
    [("", "", ""), ("", "Figure", "Figure"), ("Mine", "Figure", "Mine"), ("Mine", "", "Mine")],
)
def test_a_picture_without_a_caption_has_the_issues(own: str, default: str, expected: str) -> None:
    picture = Figure("figures/a.png", "alt", "credit", own)
    page = OwnPage(**styled(caption=default))
    made = lay_out(draft(entry("a", figure=picture), entry("b"), page=page), LAYOUT)
    assert made.entries[0].figure == replace(picture, caption=expected)
    assert made.entries[1].figure is None


def places(issue: Issue) -> set[str]:
    """The places of an issue above or below which a separator stands."""
    found = {"headings"} & set(issue.style.separators)
    found |= {"highlights"} if issue.toc_separated else set()
    for number, section in enumerate(issue.sections):
        if section.separated:
            found.add("sections" if number else "contents")
    for number, block in enumerate(issue.trailer):
        if block.separated:
            found.add("trailer" if number else "end")
    return found


@given(st.sets(st.sampled_from(PLACES)))
def test_separators_stand_where_the_issue_wants_them_and_nowhere_else(wanted: set[str]) -> None:
    issue = with_page(**styled(separators=tuple(wanted)))
    assert places(issue) == wanted | ({"end"} if "sections" in wanted else set())


def test_without_sections_the_first_closing_block_is_parted_as_the_others_are() -> None:
    for wanted, separated in ((("sections",), [False, False]), (("trailer",), [True, True])):
        page = OwnPage(**styled(separators=wanted))
        issue = lay_out(Draft("x", "Issue #1", page=page), LAYOUT)
        assert [block.separated for block in issue.trailer] == separated


def test_without_contents_the_highlights_are_parted_from_the_first_section() -> None:
    none = (("featured", False), ("papers", False))
    for wanted, separated in (("highlights", True), ("contents", False)):
        issue = with_page(contents=none, **styled(separators=(wanted,)))
        assert [section.separated for section in issue.sections] == [separated, False, False]


def test_a_block_may_do_without_its_separator_but_not_have_one_of_its_own() -> None:
    uses = tuple(BlockUse(use="about", separated=each) for each in (True, False, None))
    assert [block.separated for block in with_page(trailer=uses).trailer] == [True, False, True]
    nowhere = with_page(trailer=uses, **styled(separators=()))
    assert [block.separated for block in nowhere.trailer] == [False] * 3


def test_an_issue_without_closing_blocks_has_no_separator_at_its_end() -> None:
    assert with_page(trailer=()).trailer == ()


@pytest.mark.parametrize("table", ["headings", "contents"])
def test_a_section_that_is_not_there_is_named_with_its_key(table: str) -> None:
    said: dict[str, Any] = {table: (("papers", "x"), ("paprs", "y"))}
    with pytest.raises(MisplacedKey) as caught:
        with_page(**said)
    assert caught.value.path == (table, "paprs")
    assert caught.value.message == f"[{table}] paprs: there is no section 'paprs'"
    assert caught.value.hint == "did you mean 'papers'? sections: 1 featured, 2 papers, 3 other"


def test_an_entry_of_a_section_that_is_not_there_is_named_with_its_number() -> None:
    with pytest.raises(MisplacedKey) as caught:
        lay_out(draft(*ENTRIES, entry("d", "poetry")), LAYOUT)
    assert caught.value.path == ("entries", 3, "section")


@pytest.mark.parametrize(
    ("use", "path"),
    [
        (BlockUse(use="abuot"), ("trailer", 1, "use")),
        (BlockUse(use="about", cards=("hme",)), ("trailer", 1, "cards")),
    ],
)
def test_so_is_a_closing_block(use: BlockUse, path: tuple[str | int, ...]) -> None:
    with pytest.raises(MisplacedKey) as caught:
        with_page(trailer=(BlockUse(use="about"), use))
    assert caught.value.path == path


def test_without_highlights_nothing_is_parted_from_the_title() -> None:
    for contents in ((), (("featured", False), ("papers", False))):
        page = OwnPage(contents=contents, **styled(separators=("highlights",)))
        assert places(lay_out(draft(page=page, highlights=()), LAYOUT)) == set()


@pytest.mark.parametrize("nothing", ["", "  "])
def test_an_empty_separator_stands_nowhere(nothing: str) -> None:
    issue = with_page(LAYOUT._replace(separator=nothing), **styled(separators=PLACES))
    assert places(issue) == set()
    assert issue.style.separators == ()
