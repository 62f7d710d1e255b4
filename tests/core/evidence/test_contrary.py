"""The contrary of what the source says of the same thing."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_claims.contrary import contrary_problems
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.reading import read_source
from akira_cli.core.evidence.tokens import tokens_of

SOURCE = read_source(
    [
        "Sorting letters by hand in village post offices",
        "Our sorter works well in village offices when a limited number of stamps is printed. "
        "It reduces the delivery delay of rural parcels and needs maps at an early stage. "
        "Both routes bring new, more challenging parcels to the rural depot. "
        "The mountain offices receive smaller rural subsidies from the ministry. "
        "Parcels are weighed by clerks before shipment from the depot. "
        "Small offices are slower than large offices at sorting parcels.",
    ]
)


def _found(text: str) -> list[str]:
    sentence = InContext(tokens_of(text), SOURCE.claims)
    return [text[one.start : one.end] for one in contrary_problems(sentence)]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The sorter works in village offices when a large number of stamps is printed.", "large"),
        ("The delivery delay of rural parcels gets longer.", "longer"),
        ("It raises the delivery delay of rural parcels.", "raises"),
        ("Mountain offices receive larger rural subsidies from the ministry.", "larger"),
        ("Both routes bring new, less difficult parcels to the rural depot.", "less"),
    ],
)
def test_the_contrary_of_what_is_said_of_the_same_thing_is_found(text: str, word: str) -> None:
    assert word in _found(text)


@pytest.mark.parametrize(
    "text",
    [
        "The sorter works in village offices if few stamps are printed.",
        "The delivery delay of rural parcels gets shorter.",
        "It lowers the delivery delay of rural parcels.",
        "Maps are needed at an early stage of delivery.",
        "Mountain offices receive less from the ministry in rural subsidies.",
        "Before shipment, clerks weigh parcels at the depot.",
        "Both routes bring harder parcels to the rural depot.",
        "Large offices are faster than small offices at sorting parcels.",
        "Larger bridges cross the river near the mountain.",
    ],
)
def test_the_same_in_other_words_is_left_alone(text: str) -> None:
    assert _found(text) == []


def test_what_is_part_of_a_name_is_no_contrary() -> None:
    source = read_source(["We use the Evidence Lower Bound for sorting letters in offices."])
    text = "We derive an evidence upper bound for sorting letters in offices."
    assert list(contrary_problems(InContext(tokens_of(text), source.claims))) == []
