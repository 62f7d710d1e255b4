"""The offline first draft: what is chosen, how it reads, what it promises."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.sentences import split_sentences
from akira_cli.summarisers.extractive import Extractive
from akira_cli.summarisers.extractive.headlines import INCOMPLETE_ENDS
from akira_cli.summarisers.extractive.voice import in_third_person, standing_alone

summariser = Extractive()

SCITLDR = Path(__file__).resolve().parents[3] / "shared" / "data" / "scitldr" / "dev.jsonl"

HERON = (
    "In recent years, counting birds in photographs has attracted much attention from ecologists. "
    "However, existing counters need a server and a fast connection, which most reserves lack. "
    "To address these issues, we propose Heron, a small network that counts birds on a phone. "
    "Heron combines a convolutional front with two attention layers trained by distillation. "
    "Moreover, we show that our network can be trained in four hours on one graphics card. "
    "On three benchmarks Heron outperforms PigeonNet by 6.2% while using half the memory. "
    "We hope that our results inspire others. "
    "Code is available at https://example.org/heron."
)


def summary(abstract: str, title: str = "Heron: Counting Birds on Phones") -> Summary:
    reference = Reference("arxiv", "2110.00001")
    return summariser.summarise(Item(reference, "https://example.org", title, abstract=abstract))


def test_what_is_proposed_how_and_what_came_of_it_is_told() -> None:
    assert summary(HERON).text == (
        "They propose Heron, a small network that counts birds on a phone. "
        "Heron combines a convolutional front with two attention layers trained by distillation. "
        "Moreover, they show that their network can be trained in four hours on one graphics card. "
        "On three benchmarks Heron outperforms PigeonNet by 6.2% while using half the memory."
    )


def test_the_headline_is_the_result_with_the_name() -> None:
    claim = "Heron outperforms PigeonNet by 6.2% while using half the memory"
    assert summary(HERON).headline == claim
    told_of_ours = HERON.replace("On three benchmarks Heron", "Our network")
    assert summary(told_of_ours).headline == claim


def test_an_abstract_of_one_sentence_is_told_whole() -> None:
    told = summary("In this paper, we count gulls with a small network.")
    assert told.text == "They count gulls with a small network."


def test_a_short_abstract_is_told_whole() -> None:
    told = summary("We count gulls. They are many.")
    assert told.text == "They count gulls. They are many."


def test_an_empty_abstract_gives_empty_texts() -> None:
    assert summary(" ") == Summary(headline="", text="")


def test_an_abstract_about_its_code_alone_is_still_told() -> None:
    told = summary("Code is available at https://example.org/heron.")
    assert told.text == "Code is available at https://example.org/heron."


ENDLESS = "We propose Heron which counts gulls and finds herons and feeds terns"


@pytest.mark.parametrize(
    ("join", "words"), [(" and ", 75), (", and ", 64), ("; it ", 64), (" - it ", 68)]
)
def test_a_sentence_without_end_is_cut_at_a_clause_or_at_75_words(join: str, words: int) -> None:
    told = summary(join.join([ENDLESS] * 1_500)).text
    assert told.startswith("They propose Heron which counts gulls")
    assert told.endswith("…")
    assert len(told.split()) == words


def test_a_whole_text_is_chosen_before_one_that_must_be_cut() -> None:
    first, second = "Gulls fly" + " far" * 37 + ".", "Gulls eat" + " fish" * 35 + "."
    assert summary(f"{first} {second}").text == first


@given(st.lists(st.sampled_from(["gulls", "fly,", "we", "- ", "(a", "b)", "Then.", "we;"])))
def test_no_text_is_longer_than_75_words(words: list[str]) -> None:
    assert len(summary(" ".join(words * 20)).text.split()) <= 75


WORDS = st.sampled_from(
    ("we", "gulls", "show", "that", "heron", "(small)", "counts", "birds,", "by", "5%", "which")
)
SENTENCES = st.lists(WORDS, min_size=10, max_size=24).map(
    lambda words: f"The {' '.join(words)} fly."
)


@given(st.lists(SENTENCES, min_size=4, max_size=14))
def test_the_text_keeps_the_limits_wherever_the_abstract_allows(sentences: list[str]) -> None:
    text = summary(" ".join(sentences)).text
    assert 40 <= len(text.split()) <= 75
    assert 2 <= len(split_sentences(text)) <= 4


@given(st.text() | st.lists(SENTENCES).map(" ".join), st.text())
def test_any_abstract_is_told_the_same_way_twice(abstract: str, title: str) -> None:
    told = summary(abstract, title)
    assert told == summary(abstract, title)
    assert len(told.headline.split()) <= 14


def test_real_abstracts_keep_every_promise() -> None:
    if not SCITLDR.exists():
        pytest.skip("the scitldr data is not beside the checkout")
    broken = [
        f"{paper['title']}: {promise}"
        for paper in map(json.loads, SCITLDR.read_text(encoding="utf-8").splitlines())
        for promise in _broken_promises(" ".join(paper["source"]), paper["title"])
    ]
    assert broken == []


def _broken_promises(abstract: str, title: str) -> Iterator[str]:
    told = summary(abstract, title)
    words = told.headline.split()
    if not told.text:
        yield "a text"
    if not 40 <= len(told.text.split()) <= 75 and _could_fit(abstract):
        yield "40 to 75 words"
    if len(split_sentences(told.text)) not in (2, 3, 4) and _could_fit(abstract):
        yield "two to four sentences"
    if len(words) > 14:
        yield "14 words"
    if (words and words[-1].lower() in INCOMPLETE_ENDS) or told.headline.endswith((".", ",", ":")):
        yield "a whole phrase"
    if re.search(r"[()\[\]{}]", told.headline) or told.headline.count('"') % 2:
        yield "balanced brackets and quotes"
    if re.findall(r"\w+", told.headline.lower()) == re.findall(r"\w+", title.lower()):
        yield "another text than the title"


def _could_fit(abstract: str) -> bool:
    """Whether two to four sentences of the abstract are 40 to 75 words."""
    told = [in_third_person(standing_alone(s)) for s in split_sentences(abstract)]
    lengths = [len(sentence.split()) for sentence in told]
    return any(
        40 <= sum(chosen) <= 75 for size in (2, 3, 4) for chosen in combinations(lengths, size)
    )
