"""Places in a contest."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

_OF_NUMBERS = ("number-not-in-source", "unit-changed")

HONEST = [
    ("It won a bronze medal among 41 teams.", "It came third of 41 teams."),
    ("It came third of nine teams.", "It finished in third place."),
]

FAULTY = [
    ("It ranked third in the shared task.", "It ranked first in the shared task."),
    ("It won second place in the shared task.", "It won first place in the shared task."),
    ("It is the second-largest corpus.", "It is the third-largest corpus."),
]


def _found(text: str, source: str) -> list[str]:
    found = problems(text, read_source([source]))
    return [one.id for one in found if one.id in _OF_NUMBERS]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_place_may_be_told_otherwise(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_place_is_reported(source: str, text: str) -> None:
    assert _found(text, source)
