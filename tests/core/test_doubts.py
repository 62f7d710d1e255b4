"""What an entry says that its source does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.doubts import LONGEST_TEXT, Doubt, doubts
from akira_cli.core.items import Item
from akira_cli.core.models import Entry, Figure
from akira_cli.core.page import Card
from akira_cli.core.plain_words import plain_words
from tests.fakes import paper

SAID = "The network needs 3.1% of the memory."
ITEM = paper(abstract=SAID)
ENTRY = Entry(ITEM.reference.id, "papers", ITEM.url, headline="A network for phones")


def entry(summary: str, headline: str = "") -> Entry:
    return replace(ENTRY, headline=headline, summary=summary)


def doubtful(found: tuple[Doubt, ...]) -> list[str]:
    return [each.problem.text for each in found]


def test_a_number_that_the_source_has_is_no_doubt() -> None:
    assert doubts(entry("It needs 3.1% of the memory."), ITEM) == ()


def test_a_wrong_number_is_a_doubt_of_the_entry_and_the_text_it_is_in() -> None:
    (found,) = doubts(entry("It is small.", headline="It needs 1.3% of the memory"), ITEM)
    assert (found.entry_id, found.field) == (ENTRY.id, "headline")
    assert found.problem.id == "number-not-in-source"


def test_headline_and_summary_are_both_read_in_this_order() -> None:
    found = doubts(entry("It needs 1.4% of it.", "It needs 1.3% of it"), ITEM)
    assert [each.field for each in found] == ["headline", "summary"]


@given(st.sampled_from(["{}", "**{}**", "[so {}](https://a.example/77)", r"\*{} of it\*"]))
def test_the_place_of_a_doubt_is_counted_in_the_plain_words(form: str) -> None:
    summary = f"*It* needs {form.format('1.3%')} of `the` memory."
    (found,) = doubts(entry(summary), ITEM)
    start, end = found.problem.start, found.problem.end
    assert plain_words(summary)[start:end] == found.problem.text
    assert "1.3" in found.problem.text


def test_an_address_within_a_link_claims_nothing() -> None:
    assert doubts(entry("It [is small](https://a.example/2024/77)."), ITEM) == ()


LEFT_OUT = "It needs 1.3% of the memory."


@pytest.mark.parametrize(
    "item",
    [
        replace(ITEM, title="It needs 1.3% of it"),
        replace(ITEM, abstract=LEFT_OUT),
        replace(ITEM, text=LEFT_OUT),
        replace(ITEM, abstract="", text=LEFT_OUT),
        replace(ITEM, comment=LEFT_OUT),
        replace(ITEM, card=Card("A page", "It needs 1.3% of it.")),
    ],
)
def test_all_that_is_known_of_a_thing_is_its_source(item: Item) -> None:
    assert doubts(entry(LEFT_OUT), item) == ()


@pytest.mark.parametrize(
    "figure", [Figure("1.png", alt=LEFT_OUT), Figure("1.png", caption=LEFT_OUT)]
)
def test_what_the_picture_shows_may_be_told(figure: Figure) -> None:
    assert doubts(entry(LEFT_OUT), ITEM)
    assert doubts(replace(entry(LEFT_OUT), figure=figure), ITEM) == ()


@pytest.mark.parametrize(
    "item",
    [
        replace(ITEM, abstract_is_description=True),
        replace(ITEM, abstract=""),
        replace(ITEM, abstract="", comment="12 pages", card=Card("A page", "About it.")),
    ],
)
def test_what_holds_no_words_of_the_source_proves_nothing(item: Item) -> None:
    assert doubts(entry(LEFT_OUT), item) == ()


def test_an_article_is_read_only_so_far() -> None:
    filling = "It is so. " * (LONGEST_TEXT // 10)
    assert doubts(entry(LEFT_OUT), replace(ITEM, text=LEFT_OUT + filling)) == ()
    assert doubtful(doubts(entry(LEFT_OUT), replace(ITEM, text=filling + LEFT_OUT)))


def test_an_entry_without_texts_has_no_doubts() -> None:
    assert doubts(entry(""), ITEM) == ()


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_is_too_odd(summary: str, abstract: str) -> None:
    for found in doubts(entry(summary), paper(abstract=abstract)):
        problem = found.problem
        assert plain_words(summary)[problem.start : problem.end] == problem.text


def test_what_a_text_has_from_its_source_word_for_word_is_no_doubt() -> None:
    assert doubts(entry(SAID), ITEM) == ()
