"""From an Item to an Entry: whose words they are, and what is still missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.entries import display_title, entry_from, facts_of, filled, placeholder
from akira_cli.core.gaps import lacks
from akira_cli.core.items import Reference, Summary
from akira_cli.core.markdown_text import escape_markdown
from akira_cli.core.models import Entry, MachineMarks, PaperFacts, text_digest
from akira_cli.core.page import Card
from tests.fakes import paper

ITEM = paper(version=2)
WRITTEN = Summary("On MobileViT", "They propose MobileViT.")
ASKED = Reference("arxiv", "2110.02178", 2, url="https://arxiv.org/abs/2110.02178")


@pytest.mark.parametrize(
    ("title", "expected"),
    [("MobileViT: Light-weight", "[2110.02178] MobileViT: Light-weight"), ("", "[2110.02178]")],
)
def test_a_display_title_begins_with_the_id_without_version(title: str, expected: str) -> None:
    assert display_title(ASKED, title) == expected


def test_an_entry_keeps_the_facts_an_issue_prints() -> None:
    assert facts_of(ITEM) == PaperFacts(
        authors=("Sachin Mehta", "Mohammad Rastegari"),
        published=date(2021, 10, 5),
        categories=("cs.CV", "cs.AI"),
        version=2,
    )


def test_an_entry_from_an_item_is_filled_and_marked() -> None:
    assert entry_from(ITEM, WRITTEN, "papers") == Entry(
        id="2110.02178",
        section="papers",
        url="https://arxiv.org/abs/2110.02178",
        headline="On MobileViT",
        title="[2110.02178] MobileViT",
        summary="They propose MobileViT.",
        machine=MachineMarks(text_digest("On MobileViT"), text_digest("They propose MobileViT.")),
        paper=facts_of(ITEM),
    )


def test_the_link_is_the_one_the_source_gives() -> None:
    item = replace(ITEM, url="https://arxiv.org/abs/2110.02178?from=source")
    assert entry_from(item, WRITTEN, "papers").url == item.url


def test_texts_of_the_curator_s_take_the_machine_s_place_unmarked() -> None:
    entry = entry_from(ITEM, WRITTEN, "papers", headline="Mine", summary="My *own* words")
    assert (entry.headline, entry.summary, entry.machine) == (
        "Mine",
        "My *own* words",
        MachineMarks(),
    )


def test_without_a_machine_s_text_there_is_nothing_to_mark() -> None:
    entry = entry_from(ITEM, Summary("", ""), "papers")
    assert (entry.headline, entry.summary, entry.machine) == ("", "", MachineMarks())


@given(st.text(max_size=40))
def test_the_words_of_an_abstract_do_not_become_markdown(text: str) -> None:
    entry = entry_from(ITEM, Summary("On MobileViT", text), "papers")
    assert entry.summary == escape_markdown(text)
    assert ("summary" in entry.machine_fields) == bool(entry.summary)


def test_an_escaped_summary_is_marked_by_what_stands_in_the_file() -> None:
    entry = entry_from(ITEM, Summary("", "a *small* network"), "papers")
    assert entry.summary == r"a \*small\* network"
    assert entry.machine == MachineMarks(summary=text_digest(r"a \*small\* network"))


def test_a_placeholder_has_the_id_and_no_facts() -> None:
    assert placeholder(ASKED, "papers") == Entry(
        id="2110.02178",
        section="papers",
        url="https://arxiv.org/abs/2110.02178",
        title="[2110.02178]",
        pending=True,
        paper=PaperFacts(version=2),
    )


def test_a_placeholder_keeps_the_curator_s_texts_unmarked() -> None:
    entry = placeholder(ASKED, "papers", "Mine", "My own")
    assert (entry.headline, entry.summary, entry.machine) == ("Mine", "My own", MachineMarks())


def test_filling_a_placeholder_gives_the_same_entry_as_fetching_at_once() -> None:
    assert filled(placeholder(ASKED, "papers"), ITEM, WRITTEN) == entry_from(
        ITEM, WRITTEN, "papers"
    )


@pytest.mark.parametrize("title", ["MobileViT, at last", "[2110.02178] Their title, shortened"])
def test_a_title_the_curator_wrote_stays(title: str) -> None:
    waiting = replace(placeholder(ASKED, "papers"), title=title)
    assert filled(waiting, ITEM, WRITTEN).title == title


def test_facts_the_curator_has_given_meanwhile_are_kept() -> None:
    own = PaperFacts(authors=("My Own Hand",))
    entry = filled(replace(placeholder(ASKED, "papers"), paper=own), ITEM, WRITTEN)
    assert entry.paper == replace(facts_of(ITEM), authors=("My Own Hand",))


def test_a_title_that_was_emptied_is_filled() -> None:
    waiting = replace(placeholder(ASKED, "papers"), title="")
    assert filled(waiting, ITEM, WRITTEN).title == "[2110.02178] MobileViT"


@given(headline=st.text(max_size=5), summary=st.text(max_size=5))
def test_filling_marks_what_the_machine_wrote_and_nothing_else(headline: str, summary: str) -> None:
    entry = filled(placeholder(ASKED, "papers", headline, summary), ITEM, WRITTEN)
    assert entry.headline == (headline or WRITTEN.headline)
    assert entry.summary == (summary or WRITTEN.text)
    assert ("headline" in entry.machine_fields) == (not headline)
    assert ("summary" in entry.machine_fields) == (not summary)


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (entry_from(ITEM, WRITTEN, "papers", headline="Mine", summary="Own"), ()),
        (entry_from(ITEM, WRITTEN, "papers"), ("approval of headline and summary",)),
        (entry_from(ITEM, WRITTEN, "papers", headline="Mine"), ("approval of summary",)),
        (
            placeholder(ASKED, "papers"),
            ("facts, not fetched yet", "headline", "summary"),
        ),
        (
            Entry("a", "papers", "https://a", "H", "", "S", paper=PaperFacts()),
            ("display title",),
        ),
        (Entry("a", "papers", "https://a", "H", "", "S"), ()),
        (Entry("a", "articles", "https://a", "H", "", "", card=Card("A page")), ("summary",)),
    ],
    ids=["finished", "fresh", "half", "pending", "untitled paper", "bare", "web"],
)
def test_what_an_entry_still_needs(entry: Entry, expected: tuple[str, ...]) -> None:
    assert lacks(entry) == expected
