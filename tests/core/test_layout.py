"""From a draft to an issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.layout import lay_out
from akira_cli.core.models import (
    Card,
    Draft,
    Entry,
    Figure,
    Highlight,
    MachineMarks,
    PaperFacts,
    text_digest,
)
from akira_cli.core.page import Layout, Section, TrailerBlock

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
    assert issue.toc == ("Papers", "Other")
    assert [e.id for e in issue.entries] == ["b", "a", "z"]


def test_highlights_are_grouped_in_the_layouts_order_and_unknown_groups_follow() -> None:
    highlights = tuple(
        Highlight(text, group)
        for text, group in [
            ("1", "odd"),
            ("2", "papers"),
            ("3", "even"),
            ("4", "featured"),
            ("5", "odd"),
        ]
    )
    groups = lay_out(draft(highlights=highlights), LAYOUT).highlights
    assert [(g.group, [item.text for item in g.items]) for g in groups] == [
        ("This Week.", ["4"]),
        ("On Paper", ["2"]),
        ("odd", ["1", "5"]),
        ("even", ["3"]),
    ]


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
    issue = lay_out(draft(written), LAYOUT._replace(show_domain=default))
    assert issue.entries[0].domain == ("www.x.org" if shown else None)


def test_a_card_without_an_address_leads_where_its_entry_does() -> None:
    issue = lay_out(draft(replace(entry("a"), card=Card("Title"))), LAYOUT)
    assert issue.entries[0].card == Card("Title", url="https://arxiv.org/abs/1")


def test_a_section_the_layout_lacks_is_named_with_draft_and_entry() -> None:
    with pytest.raises(InvalidFile) as raised:
        lay_out(draft(entry("2110.02178", "paprs")), LAYOUT)
    assert raised.value.message == (
        "draft 'issue-034': entry '2110.02178' is in section 'paprs', "
        "which the layout 'The News' does not have"
    )
    assert raised.value.hint == "did you mean 'papers'? sections: 1 featured, 2 papers, 3 other"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "", "/relative"])
def test_an_unsafe_address_never_becomes_a_link(url: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        lay_out(draft(entry("a", url=url)), LAYOUT)
    assert raised.value.message == (
        f"draft 'issue-034': entry 'a' links to '{url}', which is not a web address"
    )


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


keys = st.sampled_from([section.key for section in LAYOUT.sections])


@given(st.lists(keys, max_size=12))
def test_no_entry_is_lost_or_shown_twice(sections: list[str]) -> None:
    entries = [entry(str(n), section) for n, section in enumerate(sections)]
    issue = lay_out(draft(*entries), LAYOUT)
    assert sorted(int(e.id) for e in issue.entries) == list(range(len(entries)))
    assert [section.number for section in issue.sections] == list(range(1, len(issue.toc) + 1))
    for section in issue.sections:
        assert [int(e.id) for e in section.entries] == sorted(int(e.id) for e in section.entries)
