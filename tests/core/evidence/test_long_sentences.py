"""Sentences that are no sentences: lists without end are looked at no further than makes sense."""

from __future__ import annotations

from akira_cli.core.evidence.of_claims import claims, ordered
from akira_cli.core.evidence.tokens import tokens_of
from akira_cli.core.faithful import problems, read_source


def test_a_number_far_out_in_a_sentence_of_the_source_is_no_place_to_look() -> None:
    source = read_source(("the " + "word " * 205 + "increases from 1 to 2",))
    assert problems("It is faster.", source) == ()


def test_no_more_comparisons_of_a_sentence_are_looked_at_than_a_claim_has() -> None:
    source = read_source(("better than worse than " * 40,))
    assert len(source.claims.directed) == claims.MOST


def test_no_more_ordered_pairs_of_a_sentence_are_read_than_a_claim_has() -> None:
    assert len(list(ordered.pairs_in(tokens_of("one before two " * 40)))) == ordered.MOST
