"""Praise, ties to what came before and typed marks taken out of a sentence."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.wording import (
    smoothed,
    with_article,
    without_pointing_purpose,
    without_praise,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a novel network", "a network"),
        ("a novel approach", "an approach"),
        ("an innovative network", "a network"),
        ("A novel and simple yet effective approach", "An approach"),
        ("a simple but effective unified loss", "a unified loss"),
        ("the novel loss", "the loss"),
        ("a novelty", "a novelty"),
        ("a new network", "a new network"),
        ("a novel yet simple net", "a net"),
    ],
)
def test_praise_is_taken_out_and_the_article_agrees(text: str, plain: str) -> None:
    assert without_praise(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Heron, a net that closes this gap, which is new.", "Heron, a net, which is new."),
        ("Heron to address these challenges.", "Heron."),
        ("Heron to solve this problem by counting gulls.", "Heron, counting gulls."),
        ("a net designed to overcome such limitations.", "a net."),
        ("a net to solve this problem of gulls.", "a net to solve this problem of gulls."),
        ("a plan to help address this problem.", "a plan."),
        ("We propose to solve this problem by counting gulls.", "We propose counting gulls."),
        ("Heron addresses these issues by counting gulls.", "Heron works by counting gulls."),
        ("We address this gap by slowly counting.", "We address a gap by slowly counting."),
    ],
)
def test_a_purpose_that_points_back_is_taken_out(text: str, plain: str) -> None:
    assert without_pointing_purpose(text) == plain


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Heron -- a net", "Heron, a net"),
        ("Heron---a net", "Heron, a net"),
        ("gulls -- by night", "gulls – by night"),
        ("state--of--the--art", "state-of-the-art"),
        ("3--6%", "3–6%"),
        ("the ``gull'' class", 'the "gull" class'),
        ("the first, to the best of our knowledge, to fly", "the first to fly"),
        ("below 50~ms", "below 50 ms"),
        ("about ~200 gulls", "about ~200 gulls"),
        ("a set of gulls at https://a.example.", "a set of gulls."),
        ("It is available at https://a.example.", "It is available at https://a.example."),
    ],
)
def test_typed_marks_are_set_right(text: str, plain: str) -> None:
    assert smoothed(text) == plain


@pytest.mark.parametrize("who", ["We", "Our work", "This study"])
def test_whoever_closes_a_gap_by_introducing_a_thing_introduces_it(who: str) -> None:
    told = without_pointing_purpose(f"{who} closes this gap by introducing Heron.")
    assert told == "We introduce Heron."


def test_the_article_agrees_with_the_word_behind_it() -> None:
    assert with_article("an network and a open sea") == "a network and an open sea"
    assert with_article("a unified net, a one-way street") == "a unified net, a one-way street"


def test_what_an_act_answers_to_is_left_out() -> None:
    assert without_pointing_purpose("We address these gaps by introducing Heron.") == (
        "We introduce Heron."
    )
