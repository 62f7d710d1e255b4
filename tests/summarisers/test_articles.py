"""First texts about articles and posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.items import Form, Item, Reference, Summary
from akira_cli.summarisers.extractive import Extractive

summariser = Extractive()

TITLE = "Teaching a Kettle to Predict Tea"
TEXT = """Teaching a Kettle to Predict Tea

Tuesday, August 31, 2021

My kettle has heard me get up four hundred times. It has a microphone that costs less than the tea.

What it hears

We fold time instead: one layer holds what moves, another what stays. It runs on a watch."""


def summary_of(
    abstract: str = "", text: str = "", *, title: str = TITLE, form: Form = "web"
) -> Summary:
    reference = Reference("web", "https://a.example/b", url="https://a.example/b")
    return summariser.summarise(
        Item(reference, reference.url, title, abstract=abstract, text=text, form=form)
    )


def test_an_article_is_headed_by_its_title() -> None:
    assert summary_of("A sensor and a lid.", TEXT).headline == TITLE


def test_its_description_comes_before_the_beginning_of_its_text() -> None:
    assert summary_of("A sensor, a lid and a small network", TEXT).text == (
        "A sensor, a lid and a small network. My kettle has heard me get up four hundred times. "
        "It has a microphone that costs less than the tea. "
        "They fold time instead: one layer holds what moves, another what stays."
    )


def test_headings_dates_and_the_title_are_no_sentences() -> None:
    text = summary_of("", TEXT).text
    assert "Tuesday" not in text
    assert "What it hears" not in text
    assert TITLE not in text


@pytest.mark.parametrize("cut", ["My kettle has heard me…", "My kettle has heard me get ..."])
def test_a_description_that_was_cut_short_is_left_out_where_there_is_a_text(cut: str) -> None:
    assert cut not in summary_of(cut, TEXT).text
    assert summary_of(cut).text == cut


def test_what_is_said_twice_is_told_once() -> None:
    first = "My kettle has heard me get up four hundred times."
    assert summary_of(first, TEXT).text.count("four hundred times") == 1


def test_it_has_seventy_five_words_at_most() -> None:
    long = "This sentence goes on about the kettle, the tea and the lid for a while. " * 3
    endless = "word " * 300
    assert len(summary_of(long, TEXT * 9).text.split()) <= 75
    assert len(summary_of(endless).text.split()) <= 75


def test_a_post_is_headed_by_its_first_sentence() -> None:
    tweet = "Kettles can hear you. We measured it in ten kitchens and in one tent."
    made = summary_of(tweet, title="Ada (@ada) on Twitter", form="bare")
    assert made.headline == "Kettles can hear you"
    assert "They measured it in ten kitchens" in made.text


def test_an_address_in_a_post_is_no_part_of_its_headline() -> None:
    made = summary_of("Our loom is out. https://t.co/abc", form="bare")
    assert made.headline == "Our loom is out"
    assert summary_of("Look: https://t.co/abc", form="bare").headline == "Look:"


def test_a_post_that_says_nothing_is_headed_by_its_title() -> None:
    assert summary_of(title="[D] Which kettle?", form="bare") == Summary("[D] Which kettle?", "")


def test_a_text_in_japanese_has_sentences_too() -> None:
    text = summary_of("庭に来る猫を、電話一台で数えました。", "猫は四匹です。").text
    assert text.startswith("庭に来る猫を、電話一台で数えました。")


@given(st.text(), st.text())
def test_any_text_at_all_can_be_told(abstract: str, text: str) -> None:
    assert len(summary_of(abstract, text).text.split()) <= 76
