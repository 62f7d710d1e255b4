"""The outline: every section, every entry, every gap."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.draft_edits import position_of
from akira_cli.core.models import Draft, Entry, Highlight, PaperFacts
from akira_cli.core.outline import Outline, OutlineEntry, OutlineSection, outline
from tests.fakes import SECTIONS

VIT = Entry(
    id="2110.02178",
    section="papers",
    url="https://arxiv.org/abs/2110.02178",
    headline="A small network",
    title="[2110.02178] MobileViT",
    paper=PaperFacts(),
)
SLUG = Entry("slug", "papers", "https://example.org/", headline="A page", summary="It is.")
DRAFT = Draft(
    name="issue-034",
    label="Issue #34",
    number=34,
    date=date(2021, 11, 13),
    published=True,
    highlights=(Highlight("News."),),
    entries=(VIT, SLUG),
)


def test_a_line_break_does_not_break_the_outline() -> None:
    entry = replace(DRAFT.entries[0], headline="One\n\ntwo  2\n", title="Three\r\n four")
    shown = outline(replace(DRAFT, entries=(entry,)), SECTIONS, "")
    texts = [(e.headline, e.title) for section in shown.sections for e in section.entries]
    assert texts == [("One two  2", "Three four")]


def test_an_outline_shows_every_section_and_what_each_entry_lacks() -> None:
    papers = (
        OutlineEntry(
            handle="3.1",
            id="2110.02178",
            form="paper",
            headline="A small network",
            title="[2110.02178] MobileViT",
            lacks=("summary",),
        ),
        OutlineEntry(handle="3.2", id="slug", form="bare", headline="A page", title="", lacks=()),
    )
    rows = [
        OutlineSection(number, key, heading, entries)
        for number, key, heading, entries in (
            (1, "featured", "Featured", ()),
            (2, "use-cases", "Use-Cases", ()),
            (3, "papers", "Papers", papers),
            (4, "articles", "Articles", ()),
            (5, "other", "Other", ()),
        )
    ]
    assert outline(DRAFT, SECTIONS, "drafts/issue-034.toml") == Outline(
        name="issue-034",
        label="Issue #34",
        date=date(2021, 11, 13),
        published=True,
        file="drafts/issue-034.toml",
        highlights=(Highlight("News."),),
        sections=tuple(rows),
        missing=(),
    )


def test_a_section_the_layout_lacks_is_shown_last_and_told_once() -> None:
    strays = [replace(SLUG, id=name, section=key) for name, key in zip("abc", "xyx", strict=True)]
    shown = outline(replace(DRAFT, entries=(*strays, SLUG)), SECTIONS, "")
    assert shown.missing == (
        "section 'x' is not in the layout",
        "section 'y' is not in the layout",
    )
    assert [(s.number, s.key, s.heading) for s in shown.sections[-2:]] == [
        (0, "x", "x"),
        (0, "y", "y"),
    ]
    assert [(row.handle, row.id) for row in shown.sections[-2].entries] == [
        ("a", "a"),
        ("c", "c"),
    ]


def test_an_issue_without_highlights_is_told_so() -> None:
    assert outline(replace(DRAFT, highlights=()), SECTIONS, "").missing == ("highlights",)


@given(st.lists(st.sampled_from([s.key for s in SECTIONS] + ["stray"]), max_size=8))
def test_every_entry_is_shown_once_under_the_handle_that_leads_to_it(keys: list[str]) -> None:
    entries = tuple(replace(SLUG, id=f"e{n}", section=key) for n, key in enumerate(keys))
    draft = replace(DRAFT, entries=entries)
    rows = [row for section in outline(draft, SECTIONS, "").sections for row in section.entries]
    assert sorted(row.id for row in rows) == sorted(entry.id for entry in entries)
    assert all(row.handle == position_of(draft, SECTIONS, row.id) for row in rows)
