"""What a sentence says is high or low, and of what."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from akira_cli.core.evidence.of_claims.mentions import read_sentence
from akira_cli.core.evidence.of_claims.scaled import MOST, scaled
from akira_cli.core.evidence.tokens import stem, tokens_of


def _scales(text: str) -> Mapping[str, int]:
    return {
        name: sign
        for one in scaled(read_sentence(tokens_of(text), 0))
        for name, sign in one.scales.items()
    }


def _things(text: str) -> Mapping[str, int]:
    return {
        name: sign
        for one in scaled(read_sentence(tokens_of(text), 0))
        for name, sign in one.things.items()
    }


@pytest.mark.parametrize(
    ("text", "scale", "sign"),
    [
        ("The puzzles are more challenging.", "difficulty", 1),
        ("The puzzles are less difficult.", "difficulty", -1),
        ("It reduces the reliance on maps.", "dependence", -1),
        ("It leans less on maps.", "dependence", -1),
        ("The sorter cuts latency.", "time", -1),
        ("The sorter is slower.", "time", 1),
        ("It raises the throughput of the sorter, a speedup.", "time", -1),
        ("They overrate the tide.", "estimate", 1),
    ],
)
def test_words_of_degree_compose_with_the_words_of_a_scale(
    text: str, scale: str, sign: int
) -> None:
    assert _scales(text)[scale] == sign


@pytest.mark.parametrize(
    ("text", "thing", "sign"),
    [
        ("A large number of letters is read.", "letters", 1),
        ("It works when a limited number of letters is read.", "letters", -1),
        ("The backlog gets larger.", "backlog", 1),
        ("The backlog was reduced.", "backlog", -1),
        ("It worsens the sense of rhythm.", "rhythm", -1),
        ("It saves a large amount of paper.", "paper", -1),
        ("A noise reduction step follows.", "noise", -1),
    ],
)
def test_it_is_told_of_what_there_is_more_or_less(text: str, thing: str, sign: int) -> None:
    assert _things(text)[stem(thing)] == sign


@pytest.mark.parametrize(
    "text",
    [
        "They use a fine-tuned reader.",
        "It takes less than half a day.",
        "The order runs from coarse to fine.",
        "A large language model reads it.",
        "It strikes a better balance.",
        "At least it rains.",
    ],
)
def test_idioms_say_nothing_of_how_much(text: str) -> None:
    assert not _things(text)
    assert not _scales(text)


def test_what_a_change_is_like_says_nothing_of_what_changes() -> None:
    assert stem("accuracy") not in _things("They see a modest gain in accuracy.")


def test_a_name_of_what_is_measured_says_nothing_alone() -> None:
    assert not _scales("They measure latency and robustness.")


def test_a_sentence_full_of_degrees_is_looked_at_no_further_than_makes_sense() -> None:
    assert len(scaled(read_sentence(tokens_of("higher costs, slower mail, " * 60), 0))) == MOST
