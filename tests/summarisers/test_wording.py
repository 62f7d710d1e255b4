"""Praise, ties to what came before and typed marks taken out of a sentence."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.wording import (
    smoothed,
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
    ],
)
def test_typed_marks_are_set_right(text: str, plain: str) -> None:
    assert smoothed(text) == plain


def test_what_an_act_answers_to_is_left_out() -> None:
    assert without_pointing_purpose("We address these gaps by introducing Heron.") == (
        "We introduce Heron."
    )
