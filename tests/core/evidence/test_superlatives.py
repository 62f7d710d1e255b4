"""What a text puts first or last, and what its source puts there."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_names.superlatives import superlative_problems
from akira_cli.core.evidence.tokens import sentences_of, tokens_of

SOURCE = "Recall is lowest for Finnish and highest for Welsh. The blurred variant wins on Tern."


def told(text: str, source: str = SOURCE) -> list[str]:
    """The names that are told as misplaced."""
    rows = [tokens_of(one.text) for one in sentences_of(source)]
    return [one.text for one in superlative_problems(tokens_of(text), rows)]


def test_another_name_put_last_is_told() -> None:
    assert told("Detection is weakest in Estonian.") == ["Estonian"]


@pytest.mark.parametrize(
    "text",
    [
        "Detection is weakest in Finnish.",
        "Detection is strongest in Welsh.",
        "It passes the best baselines by 3% on Tern.",
        "The variant with the Radon transform does best on three sets.",
        "Corvus has 81% top-1 accuracy on Estonian signs.",
        "It is best in the AI track.",
    ],
)
def test_the_same_name_or_no_name_in_that_place_is_left_alone(text: str) -> None:
    assert told(text) == []


def test_a_source_that_puts_nothing_first_refutes_nothing() -> None:
    assert told("Detection is best in Estonian.", "We test Estonian and Finnish.") == []
