"""Signs of numbers, the order of two in a ratio, and what accuracy leaves."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

HONEST = [
    ("The correlation is -0.62.", "There is a negative correlation of 0.62."),
    ("Noise changes by -3 dB.", "Noise falls by 3 dB."),
    ("The level is −3 dB.", "The level is -3 dB."),
    ("The ratio of clerks to carts is 3:1.", "There is a ratio of 3:1."),
    ("Accuracy reaches 76.1%.", "It has an error of 23.9%."),
    ("The error is 4.2%.", "It reaches an accuracy of 95.8%."),
    ("Prices rise from 0.60 to 0.75.", "Prices rise by a quarter."),
]

FAULTY = [
    ("The correlation is -0.62.", "The correlation is 0.62."),
    ("The store is kept at 3 °C.", "The store is kept at -3 °C."),
    ("Accuracy reaches 76.1%.", "It has an error of 24.9%."),
    ("Gains reach 80% on both.", "Gains are over 90% on both."),
    ("It sorts 100,970 letters.", "It sorts about 110,000 letters."),
    ("A sack is 1.65 times lighter in 60% of the lofts.", "A sack is 1.56 times lighter."),
]


def _found(text: str, source: str) -> list[str]:
    return [one.id for one in problems(text, read_source([source]))]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_sign_may_be_told_in_words(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_sign_order_or_rest_is_found(source: str, text: str) -> None:
    assert _found(text, source) != []
