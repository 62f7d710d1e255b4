"""From a draft to an issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile, MisplacedKey
from akira_cli.core.layout import lay_out
from akira_cli.core.models import (
    Draft,
    Entry,
    Figure,
    Highlight,
    MachineMarks,
    PaperFacts,
    text_digest,
)
from akira_cli.core.page import Card, LabelKind, Layout, Section, Style, TrailerBlock

LAYOUT = Layout(
    name="The News",
    title="{name} — {label} {other}",
    sections=(
        Section("featured", "First", "First things"),
        Section("papers", "Papers", "Machine Learning Papers"),
        Section("other", "Other", "Other Topics"),
    ),
    groups=(("featured", "This Week."), ("papers", "On Paper")),
    toc_intro="In what follows:",
    separator="— –",
    tracking=(("utm_source", "news"),),
    trailer=(TrailerBlock("about", "About Me", "Words."),),
)


def entry(id_: str, section: str = "papers", url: str = "https://arxiv.org/abs/1") -> Entry:
    return Entry(id=id_, section=section, url=url)


def draft(*entries: Entry, highlights: tuple[Highlight, ...] = ()) -> Draft:
    return Draft(name="issue-034", label="Issue #34", entries=entries, highlights=highlights)


def test_what_the_draft_says_of_itself_is_kept() -> None:
    written = replace(
        draft(), number=34, date=date(2021, 11, 13), language="ja", preamble=("Week 45",)
    )
    issue = lay_out(written, LAYOUT)
    assert (issue.number, issue.date, issue.language) == (34, date(2021, 11, 13), "ja")
    assert (issue.label, issue.slug, issue.preamble) == ("Issue #34", "issue-034", ("Week 45",))
    assert (issue.toc_intro, issue.separator, issue.joint) == ("In what follows:", "— –", " — ")
    assert issue.trailer == LAYOUT.trailer


def test_the_title_is_made_of_name_and_label_and_nothing_else() -> None:
    issue = lay_out(replace(draft(), label="{name}"), LAYOUT)
    assert issue.title == "The News — {name} {other}"


def test_empty_sections_are_left_out_and_the_rest_numbered_on() -> None:
    issue = lay_out(draft(entry("z", "other"), entry("b"), entry("a")), LAYOUT)
    assert [(s.number, s.key, s.heading) for s in issue.sections] == [
        (1, "papers", "Machine Learning Papers"),
        (2, "other", "Other Topics"),
    ]
    assert [(line.number, line.text) for line in issue.toc] == [(1, "Papers"), (2, "Other")]
    assert [e.id for e in issue.entries] == ["b", "a", "z"]


def test_highlights_are_grouped_in_the_layouts_order() -> None:
    highlights = tuple(
        Highlight(text, group)
        for text, group in [("1", "papers"), ("2", "featured"), ("3", "papers")]
    )
    groups = lay_out(draft(highlights=highlights), LAYOUT).highlights
    assert [(g.group, [item.text for item in g.items]) for g in groups] == [
        ("This Week.", ["2"]),
        ("On Paper", ["1", "3"]),
    ]


def test_a_group_there_is_none_of_is_told_with_its_place() -> None:
    written = draft(highlights=(Highlight("1"), Highlight("2", "featurd")))
    with pytest.raises(MisplacedKey, match="there is no highlight group 'featurd'") as raised:
        lay_out(written, LAYOUT)
    assert raised.value.path == ("highlights", 1, "group")
    assert raised.value.hint.startswith("groups: featured, papers; [groups] of the draft")


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ({"url": "ftp://x.org"}, ("url",)),
        ({"card": Card("T", url="data:x")}, ("card", "url")),
        ({"figure": Figure("../x.png")}, ("figure", "file")),
    ],
)
def test_what_must_not_stand_on_a_page_is_told_with_its_place(
    wrong: dict[str, Any], path: tuple[str, ...]
) -> None:
    with pytest.raises(MisplacedKey) as raised:
        lay_out(draft(entry("a"), replace(entry("b"), **wrong)), LAYOUT)
    assert raised.value.path == ("entries", 1, *path)


def test_a_highlight_knows_the_addresses_it_links_to() -> None:
    text = "[a](https://x.org/1) and [b](https://x.org/2 'b'), not [c](javascript:alert(1))"
    issue = lay_out(draft(highlights=(Highlight(text),)), LAYOUT)
    assert issue.highlights[0].items[0].links == ("https://x.org/1", "https://x.org/2")


def test_an_entry_keeps_its_texts_and_gains_link_id_and_domain() -> None:
    written = Entry(
        id="2110.02178",
        section="papers",
        url="https://arxiv.org/abs/2110.02178#top",
        headline="A fast network",
        title="[2110.02178] MobileViT",
        summary="They propose it.",
        machine=MachineMarks(headline=text_digest("A fast network"), summary="stale"),
        paper=PaperFacts(),
        figure=Figure("figures/2110.02178.png"),
    )
    laid_out = lay_out(draft(written), LAYOUT).entries[0]
    assert laid_out.tracked_url == "https://arxiv.org/abs/2110.02178?utm_source=news#top"
    assert laid_out.url == "https://arxiv.org/abs/2110.02178#top"
    assert (laid_out.arxiv_id, laid_out.domain) == ("2110.02178", "arxiv.org")
    assert (laid_out.form, laid_out.machine) == ("paper", ("headline",))
    assert (laid_out.headline, laid_out.title) == (written.headline, written.title)
    assert (laid_out.summary, laid_out.figure) == (written.summary, written.figure)


@pytest.mark.parametrize(
    ("default", "override", "shown"),
    [
        (True, None, True),
        (False, None, False),
        (True, False, False),
        (False, True, True),
    ],
)
def test_an_entry_may_override_whether_domains_are_shown(
    default: bool, override: bool | None, shown: bool
) -> None:
    written = replace(entry("a", url="https://www.x.org/"), show_domain=override)
    issue = lay_out(draft(written), LAYOUT._replace(style=Style(domain=default)))
    assert issue.entries[0].domain == ("www.x.org" if shown else None)


def test_a_card_without_an_address_leads_where_its_entry_does() -> None:
    issue = lay_out(draft(replace(entry("a"), card=Card("Title"))), LAYOUT)
    assert issue.entries[0].card == Card("Title", url="https://arxiv.org/abs/1")


def test_a_section_the_layout_lacks_is_named_with_draft_and_entry() -> None:
    with pytest.raises(InvalidFile) as raised:
        lay_out(draft(entry("2110.02178", "paprs")), LAYOUT)
    assert raised.value.message == (
        "entry '2110.02178' is in section 'paprs', which the layout 'The News' does not have"
    )
    assert raised.value.hint == "did you mean 'papers'? sections: 1 featured, 2 papers, 3 other"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "/relative"])
def test_an_unsafe_address_never_becomes_a_link(url: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        lay_out(draft(entry("a", url=url)), LAYOUT)
    assert raised.value.message == (f"entry 'a' links to '{url}', which is not a web address")


def test_neither_does_a_cards() -> None:
    card = Card("Title", url="javascript:alert(1)")
    with pytest.raises(InvalidFile, match="entry 'a' links to 'javascript"):
        lay_out(draft(replace(entry("a"), card=card)), LAYOUT)
    with pytest.raises(InvalidFile, match="the closing block 'subscribe' links to 'javascript"):
        lay_out(draft(), LAYOUT._replace(trailer=(TrailerBlock("subscribe", cards=(card,)),)))


@pytest.mark.parametrize("file", ["/etc/passwd", "../x.png", "figures/../../x", r"C:\x", r"..\x"])
def test_a_picture_outside_the_drafts_folder_is_refused(file: str) -> None:
    with pytest.raises(InvalidFile, match="entry 'a' has a picture outside the drafts folder"):
        lay_out(draft(replace(entry("a"), figure=Figure(file))), LAYOUT)


def patterned(day: date | None = date(2021, 11, 13), number: int | None = 34) -> Draft:
    return replace(draft(), date=day, number=number)


LINES = ("Week {week} ({month} {day}~), {year}", "No. {number:03} of {name}", "{label} / {slug}")
MONTHS = ("", "", "", "", "", "", "", "", "", "", "November", "")


def test_the_newsletters_preamble_is_filled_in() -> None:
    layout = LAYOUT._replace(preamble=(*LINES, "Dates may differ ※"), months=MONTHS)
    assert lay_out(patterned(), layout).preamble == (
        "Week 45 (November 13~), 2021",
        "No. 034 of The News",
        "Issue #34 / issue-034",
        "Dates may differ ※",
    )


def test_a_line_that_lacks_something_is_left_out() -> None:
    layout = LAYOUT._replace(preamble=LINES, name="{week} News", months=MONTHS)
    assert lay_out(patterned(day=None), layout).preamble == (
        "No. 034 of {week} News",
        "Issue #34 / issue-034",
    )
    assert len(lay_out(patterned(day=None, number=None), layout).preamble) == 1


@pytest.mark.parametrize("own", [(), ("{number} as written",)])
def test_an_issues_own_preamble_goes_before_and_is_no_pattern(own: tuple[str, ...]) -> None:
    written = replace(patterned(), preamble=own)
    assert lay_out(written, LAYOUT._replace(preamble=LINES)).preamble == own


@pytest.mark.parametrize(
    ("label", "pattern", "expected"),
    [
        ("Issue #34", "{day} {month} {year}", "1 January 2021"),
        ("Week 53, 2020", "{day} {month} {year}", "1 January 2021"),
        ("Issue #34", "week {week} of {year}", "week 53 of 2020"),
    ],
)
def test_the_day_is_written_as_the_newsletter_wants(
    label: str, pattern: str, expected: str
) -> None:
    kinds = (LabelKind("week", "Week {week}, {year}"),)
    layout = LAYOUT._replace(date=pattern, months=("January",), labels=kinds)
    written = replace(patterned(date(2021, 1, 1)), label=label)
    assert lay_out(written, layout).day == expected


def test_an_issue_without_a_date_has_no_day() -> None:
    assert lay_out(patterned(day=None), LAYOUT).day == ""


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("", ""),
        ("https://x.org/{slug}/", "https://x.org/issue-034/"),
        ("https://x.org/{number:04}.html", "https://x.org/0034.html"),
        ("https://x.org/{date}", ""),
        ("https://x.org/fixed", "https://x.org/fixed"),
    ],
)
def test_the_address_of_an_issue_follows_a_pattern(pattern: str, url: str) -> None:
    assert lay_out(patterned(day=None), LAYOUT._replace(issue_url=pattern)).url == url


def test_what_is_filled_into_an_address_is_quoted() -> None:
    layout = LAYOUT._replace(issue_url="https://x.org/{year}/{month}/{slug}", months=("1 月",))
    written = replace(patterned(date(2021, 1, 9)), name="mine & yours?")
    expected = "https://x.org/2021/1%20%E6%9C%88/mine%20%26%20yours%3F"
    assert lay_out(written, layout).url == expected


def test_an_address_that_is_none_is_named() -> None:
    with pytest.raises(InvalidFile, match=r"draft 'issue-034': \[newsletter\] issue_url links to"):
        lay_out(patterned(), LAYOUT._replace(issue_url="ftp://x.org/{slug}"))


def test_the_newsletters_own_facts_are_kept() -> None:
    layout = LAYOUT._replace(author="Ada", home="https://x.org/", words=(("links", "Links"),))
    issue = lay_out(replace(draft(), published=True), layout)
    assert (issue.newsletter, issue.author, issue.home) == ("The News", "Ada", "https://x.org/")
    assert issue.published
    assert dict(issue.words) == {"links": "Links"}


keys = st.sampled_from([section.key for section in LAYOUT.sections])


@given(st.lists(keys, max_size=12))
def test_no_entry_is_lost_or_shown_twice(sections: list[str]) -> None:
    entries = [entry(str(n), section) for n, section in enumerate(sections)]
    issue = lay_out(draft(*entries), LAYOUT)
    assert sorted(int(e.id) for e in issue.entries) == list(range(len(entries)))
    assert [section.number for section in issue.sections] == list(range(1, len(issue.toc) + 1))
    for section in issue.sections:
        assert [int(e.id) for e in section.entries] == sorted(int(e.id) for e in section.entries)


def test_what_a_preamble_is_filled_with_stays_plain_text() -> None:
    layout = LAYOUT._replace(
        name="C*at* [x](https://evil.example)", preamble=("*{name}*: {label}",)
    )
    written = replace(draft(), label="Issue _1_")
    assert lay_out(written, layout).preamble == (
        r"*C\*at\* \[x\](https://evil.example)*: Issue \_1\_",
    )


@pytest.mark.parametrize(
    ("headline", "title", "shown", "display"),
    [
        ("H", "T", "H", "T"),
        (" ", "T", "T", ""),
        ("", " T ", "T", ""),
        ("", " ", "https://x.org/a", ""),
        ("H", "", "H", ""),
    ],
)
def test_the_title_or_the_address_stands_in_for_a_headline_and_is_not_said_twice(
    headline: str, title: str, shown: str, display: str
) -> None:
    written = replace(entry("a", url="https://x.org/a"), headline=headline, title=title)
    (made,) = lay_out(draft(written), LAYOUT).entries
    assert (made.shown_headline, made.display_title) == (shown, display)
    assert written.shown_headline == shown


def test_a_card_without_a_title_is_named_by_its_address() -> None:
    (made,) = lay_out(draft(replace(entry("a"), card=Card(" "))), LAYOUT).entries
    assert made.card == Card("https://arxiv.org/abs/1", url="https://arxiv.org/abs/1")
