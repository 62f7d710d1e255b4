"""Units told without a number."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

_OF_NUMBERS = ("number-not-in-source", "unit-changed")

HONEST = [
    ("It runs in real time, taking milliseconds per frame.", "It takes milliseconds for a frame."),
    ("It runs in milliseconds.", "It runs in under a second."),
    ("It finishes within minutes.", "It finishes in a matter of minutes."),
    ("It finishes within minutes instead of hours.", "What took hours takes minutes."),
]

FAULTY = [
    ("It spares hours of tuning.", "Others need days of tuning."),
    ("It solves such grids in a microsecond.", "It solves such grids in a minute."),
    ("It works in milliseconds.", "It works in minutes."),
    ("It works with sub-millimetre accuracy.", "It works with sub-centimetre accuracy."),
    ("Latency is on the order of microseconds.", "Latency is on the order of seconds."),
    ("It finishes within minutes.", "It finishes within days."),
]


def _found(text: str, source: str) -> list[str]:
    found = problems(text, read_source([source]))
    return [one.id for one in found if one.id in _OF_NUMBERS]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_unit_without_a_number_may_be_told_otherwise(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_unit_without_a_number_is_reported(source: str, text: str) -> None:
    assert _found(text, source)
