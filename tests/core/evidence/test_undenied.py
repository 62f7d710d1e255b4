"""Words that a source denies and a text says, and what only looks so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.undenied import undenied
from akira_cli.core.evidence.of_claims.undenied_features import NAMES
from akira_cli.core.evidence.reading import read_source
from akira_cli.core.evidence.tokens import tokens_of

SOURCE = read_source(
    (
        "KilnWatch",
        "We present KilnWatch, which fires pots without a thermostat. It does not rely on cameras. "
        "No glaze samples are burned. It works with or without a chimney.",
    )
)


def said(text: str) -> list[str]:
    tokens = tokens_of(text)
    return [tokens[one.place].lower for one in undenied(InContext(tokens, SOURCE.claims))]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("KilnWatch needs a thermostat", "thermostat"),
        ("KilnWatch watches the fire with cameras", "cameras"),
        ("Some glaze samples have to be burned", "glaze"),
    ],
)
def test_what_the_source_denies_is_met(text: str, word: str) -> None:
    assert said(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "KilnWatch needs no thermostat",
        "The thermostat is done away with",
        "It asks whether a thermostat helps",
        "Pots with blue glaze are fired",
        "It needs a chimney",
    ],
)
def test_what_is_denied_here_or_not_denied_there_is_left_alone(text: str) -> None:
    assert said(text) == []


@given(st.text(alphabet="no not cameras thermostat glaze samples, without", max_size=60))
def test_all_have_the_same_features(text: str) -> None:
    for one in undenied(InContext(tokens_of(text), SOURCE.claims)):
        assert set(one.features) == set(NAMES)
