"""Opposites that a sentence both tells, each of its own thing."""

from __future__ import annotations

from akira_cli.core.evidence.of_claims.bound import MOST, exchanged_opposites, opposed
from akira_cli.core.evidence.tokens import tokens_of

ROW = tokens_of("Simple letters go to fast sorters, while complex letters go to careful readers.")
SOURCE = [(ROW, opposed(ROW))]


def test_opposites_bound_to_each_others_things_are_found() -> None:
    text = "Complex letters go to fast sorters, but simple letters go to careful readers."
    (problem,) = exchanged_opposites(tokens_of(text), SOURCE)
    assert (problem.id, problem.why) == (
        "direction-changed",
        "the source tells that of 'Simple'",
    )


def test_opposites_bound_as_in_the_source_are_left_alone() -> None:
    text = "Complex letters are for careful readers, and simple letters for fast sorters."
    assert list(exchanged_opposites(tokens_of(text), SOURCE)) == []


def test_a_sentence_full_of_opposites_is_looked_at_no_further_than_makes_sense() -> None:
    row = tokens_of("simple fast, complex slow, " * 200)
    assert len(opposed(row)) == MOST
