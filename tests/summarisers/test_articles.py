"""First texts about articles and posts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.items import Form, Item, Reference, Summary
from akira_cli.core.sentences import split_sentences
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive import Extractive

summariser = Extractive()

TITLE = "Teaching a Kettle to Predict Tea"
TEXT = """Teaching a Kettle to Predict Tea

Tuesday, August 31, 2021

My kettle has heard me get up four hundred times. It has a microphone that costs less than the tea.

What it hears

We fold time instead: one layer holds what moves, another what stays. It runs on a watch."""


def summary_of(
    abstract: str = "",
    text: str = "",
    *,
    title: str = TITLE,
    form: Form = "web",
    length: Length = "normal",
) -> Summary:
    reference = Reference("web", "https://a.example/b", url="https://a.example/b")
    item = Item(reference, reference.url, title, abstract=abstract, text=text, form=form)
    return summariser.summarise(item, length)


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
    assert summary_of(cut).text == cut.replace(" ...", "...")


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


def test_each_sentence_is_kept_with_its_place_in_description_or_text() -> None:
    description = "A sensor, a lid and a small network"
    told = summary_of(description, TEXT)
    parts = {"abstract": description, "text": TEXT}
    assert [parts[span.part][span.start : span.end] for span in told.spans] == [
        description,
        "My kettle has heard me get up four hundred times.",
        "It has a microphone that costs less than the tea.",
        "We fold time instead: one layer holds what moves, another what stays.",
    ]


def test_what_stands_around_the_article_is_not_told() -> None:
    page = (
        "By Ada Lovelace and Friends, London.\n"
        "We use cookies to give you the best experience on this site.\n"
        f"{TEXT}\nSubscribe to our newsletter for more kettles.\n"
    )
    text = summary_of("", page, length="long").text
    for word in ("Ada", "cookies", "Subscribe"):
        assert word not in text


def test_a_finding_far_down_is_told_when_the_beginning_says_little() -> None:
    idle = "It was a grey day, and there was nothing much to do but wait. " * 3
    finding = "We show that the network lowers the error on kettles from 9% to 4%."
    text = summary_of("", f"{TEXT}\n{idle}\n{finding}", length="long").text
    assert "from 9% to 4%" in text


@pytest.mark.parametrize(("length", "most"), [("short", 40), ("normal", 75), ("long", 120)])
def test_each_length_has_its_words(length: Length, most: int) -> None:
    whole = " ".join(f"A{n} sings b{n} and c{n} to d{n} while e{n} drinks f{n}." for n in range(40))
    words = len(summary_of("", whole, length=length).text.split())
    assert 0.5 * most <= words <= most


@given(st.text(), st.text())
def test_there_is_one_span_for_every_sentence(abstract: str, text: str) -> None:
    told = summary_of(abstract, text)
    parts = {"abstract": abstract, "text": text, "title": TITLE}
    assert [span.sentence for span in told.spans] == list(range(len(split_sentences(told.text))))
    for span in told.spans:
        assert 0 <= span.start < span.end <= len(parts[span.part])


@given(st.text(), st.text())
def test_any_text_at_all_can_be_told(abstract: str, text: str) -> None:
    assert len(summary_of(abstract, text).text.split()) <= 76
