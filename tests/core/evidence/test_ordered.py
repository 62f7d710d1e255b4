"""Two things in an order, and the same two the other way round."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_claims.ordered import pairs_in, turned_pairs
from akira_cli.core.evidence.tokens import tokens_of

SOURCE = [
    (tokens_of(sentence), list(pairs_in(tokens_of(sentence))))
    for sentence in (
        "Letters are sorted by weight instead of by colour.",
        "We move the office from paper to screens.",
        "The stamps are scanned before the envelopes are opened.",
        "Rain is the main cause of delays.",
    )
]


@pytest.mark.parametrize(
    "text",
    [
        "Letters are sorted by colour rather than by weight.",
        "Instead of weight, colour is what letters are sorted by.",
        "The office goes from screens to paper.",
        "The envelopes are opened before the stamps are scanned.",
        "The stamps are scanned after the envelopes are opened.",
        "Delays are the main cause of rain.",
    ],
)
def test_a_pair_in_the_other_order_is_found(text: str) -> None:
    (problem,) = turned_pairs(tokens_of(text), SOURCE)
    assert problem.id == "direction-changed"


@pytest.mark.parametrize(
    "text",
    [
        "Letters are sorted by weight rather than by colour.",
        "The office goes from paper to screens.",
        "The envelopes are opened after the stamps are scanned.",
        "Delays are caused by rain.",
        "Photographs from before and after the move are shown.",
    ],
)
def test_the_same_order_in_other_words_is_left_alone(text: str) -> None:
    assert list(turned_pairs(tokens_of(text), SOURCE)) == []


def test_a_pair_is_read_with_what_comes_first() -> None:
    (pair,) = pairs_in(tokens_of("Letters arrive after parcels."))
    assert (pair.relation, pair.first, pair.second) == (
        "order",
        frozenset(("parcel",)),
        frozenset(("letter", "arriv")),
    )
