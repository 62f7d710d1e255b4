"""Clauses left off the end of a long sentence, and what is never left off."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.summarisers.extractive.shortening import shortened

MAIN = "They propose Heron, a small network that counts the birds of a whole harbour"


@pytest.mark.parametrize(
    "tail",
    [
        ", which makes the work of the watchers much easier",
        ", making the work of the watchers much easier",
        ", thereby easing the work of the watchers",
        ", while the watchers rest and drink their tea",
        "; the watchers rest and drink their tea",
        ": (1) it counts gulls, and (2) it counts terns",
    ],
)
def test_a_clause_that_only_adds_is_left_off(tail: str) -> None:
    assert shortened(f"{MAIN}{tail}.", 15) == f"{MAIN}."


@pytest.mark.parametrize(
    "tail",
    [
        ", which needs 12% less memory",
        ", while it does not see herons",
        ", leading to better counts only at noon",
        ", while terns fail to be seen",
    ],
)
def test_a_number_a_negation_and_a_condition_stay(tail: str) -> None:
    assert shortened(f"{MAIN}{tail}.", 15) == f"{MAIN}{tail}."


def test_a_sentence_half_as_long_again_loses_even_a_number() -> None:
    tail = ", which needs 12% less memory than the counters that were sold in the year before"
    assert shortened(f"{MAIN}{tail}.", 15) == f"{MAIN}."


def test_the_reason_in_front_is_left_off_before_what_was_done() -> None:
    long = "To ease the work of watchers who count birds by hand, they propose Heron for harbours."
    assert shortened(long, 10) == "They propose Heron for harbours."


def test_a_short_sentence_is_left_alone() -> None:
    assert shortened(f"{MAIN}, making it easy.", 40) == f"{MAIN}, making it easy."


WORDS = st.sampled_from(
    ["gulls", "fly,", "which", "12%", "not", "(a", "b)", "making", ": (1)", ";"]
)


@given(st.lists(WORDS, max_size=60).map(" ".join), st.integers(5, 40))
def test_no_word_is_changed_and_no_negation_lost(sentence: str, most: int) -> None:
    told = shortened(sentence, most)
    assert sentence.startswith(told.removesuffix("."))
    assert told.count("not") == sentence.count("not") or ": (1)" in sentence
