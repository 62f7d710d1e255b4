"""Two things in an order, and the same two the other way round."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_claims.ordered import ordered_rows, pairs_in, turned_pairs
from akira_cli.core.evidence.of_claims.relation_words import forms
from akira_cli.core.evidence.tokens import tokens_of

SOURCE = ordered_rows(
    [
        tokens_of(sentence)
        for sentence in (
            "Letters are sorted by weight instead of by colour.",
            "We move the office from paper to screens.",
            "The stamps are scanned before the envelopes are opened.",
            "Rain is the main cause of delays.",
            "A clerk transforms handwritten receipts into digital tables.",
            "The route sheet is conditioned on the town map.",
            "We emphasise careful packing over quick delivery.",
            "Postcards are replaced by short messages.",
            "A senior sorter guides the young apprentice.",
            "Courier bikes are a special case of light vehicles.",
            "Missing parcels stem from torn labels.",
            "Drivers overemphasise speed, overlooking fragile goods.",
            "We recast parcel routing as bin packing.",
            "The depot is trained on rural addresses and tested on urban blocks.",
            "We inject insurance records into the parcel database.",
            "First, the crates are washed with hot water and dried in the yard.",
            "Then each van is loaded by two people.",
            "Inspectors verify the claims of travelling salesmen.",
            "Their fine-to-coarse search orders the piles.",
            "The round starts with distant farms and ends with the harbour.",
        )
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "Letters are sorted by colour rather than by weight.",
        "Letters are sorted by colour, not by weight.",
        "Instead of weight, colour is what letters are sorted by.",
        "The office goes from screens to paper.",
        "The envelopes are opened before the stamps are scanned.",
        "The stamps are scanned after the envelopes are opened.",
        "The envelopes are opened first, and the stamps are scanned afterwards.",
        "Delays are the main cause of rain.",
        "It turns digital tables into handwritten receipts.",
        "Handwritten receipts are generated from digital tables.",
        "The town map is conditioned on the route sheet.",
        "They favour quick delivery over careful packing.",
        "They replace short messages with postcards.",
        "The young apprentice guides the senior sorter.",
        "The senior sorter is taught by the young apprentice.",
        "Light vehicles are a special case of courier bikes.",
        "Torn labels are due to missing parcels.",
        "Missing parcels lead to torn labels.",
        "Drivers pay attention to fragile goods at the expense of speed.",
        "Bin packing is treated as parcel routing.",
        "The depot, trained on urban blocks, is applied to rural addresses.",
        "The parcel database is inserted into insurance records.",
        "Each van is loaded by two people, and then the crates are washed and dried.",
        "Travelling salesmen verify the claims of inspectors.",
        "They order piles from coarse to fine.",
        "The round begins at the harbour and finishes with distant farms.",
    ],
)
def test_a_pair_in_the_other_order_is_found(text: str) -> None:
    problems = list(turned_pairs(tokens_of(text), lambda: SOURCE))
    assert {problem.id for problem in problems} == {"direction-changed"}


@pytest.mark.parametrize(
    "text",
    [
        "Letters are sorted by weight rather than by colour.",
        "Letters are sorted not only by weight.",
        "The office goes from paper to screens.",
        "The envelopes are opened after the stamps are scanned.",
        "The stamps are scanned, and the envelopes are opened afterwards.",
        "Delays are caused by rain.",
        "Photographs from before and after the move are shown.",
        "It converts receipts written by hand into digital tables.",
        "Digital tables are made from handwritten receipts.",
        "The town map determines the route sheet.",
        "They prefer careful packing to quick delivery.",
        "Short messages replace postcards.",
        "The young apprentice is guided by the senior sorter.",
        "Torn labels lead to missing parcels.",
        "Light vehicles have courier bikes as a special case.",
        "Drivers ignore fragile goods while stressing speed.",
        "Parcel routing becomes bin packing.",
        "The depot is trained on rural addresses and applied to urban blocks.",
        "Crates are washed and dried, and then each van is loaded.",
        "The claims of travelling salesmen are verified by inspectors.",
        "They order piles from fine to coarse.",
        "A crate passes from one worker to the next, so that no van is loaded by two people.",
        "The round begins with distant farms and finishes at the harbour.",
    ],
)
def test_the_same_order_in_other_words_is_left_alone(text: str) -> None:
    assert list(turned_pairs(tokens_of(text), lambda: SOURCE)) == []


def test_a_source_that_tells_both_orders_refutes_neither() -> None:
    rows = ["Maps are turned into photographs.", "Photographs are turned into maps."]
    source = ordered_rows([tokens_of(row) for row in rows])
    assert list(turned_pairs(tokens_of("It turns photographs into maps."), lambda: source)) == []


def test_a_pair_is_read_with_what_comes_first() -> None:
    (pair,) = pairs_in(tokens_of("Letters arrive after parcels."))
    assert (pair.relation, pair.first, pair.second) == (
        "order",
        frozenset(("parcel",)),
        frozenset(("letter", "arriv")),
    )


def test_two_things_with_nothing_between_them_are_no_pair() -> None:
    assert list(pairs_in(tokens_of("Letters and parcels arrive every day."))) == []


@pytest.mark.parametrize(
    ("verb", "others"),
    [
        ("guide", ("guides", "guiding", "guided")),
        ("map", ("maps", "mapping", "mapped")),
        ("teach", ("teaches", "teaching", "taught")),
        ("supply", ("supplies", "supplying", "supplied")),
        ("outdo", ("outdoes", "outdoing", "outdid", "outdone")),
    ],
)
def test_the_forms_of_a_verb(verb: str, others: tuple[str, ...]) -> None:
    assert forms(verb) == (verb, *others)
