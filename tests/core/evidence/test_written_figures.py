"""Figures, dates and units as they are set in other countries and in print."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

HONEST = [
    ("The grant was 5 million euros.", "The grant was €5m."),
    ("The loft holds 1,000,000 letters.", "It holds 1 000 000 letters."),
    ("The loft holds 1'250'000 letters.", "It holds 1.25 million letters."),
    ("Half of the clerks agree.", "½ of the clerks agree."),
    ("A round takes 1.5 hours.", "A round takes 1 1/2 hours."),
    ("A round takes 90 minutes.", "A round takes 1½ hours."),
    ("There are 250 stamps.", "There are \uff12\uff15\uff10 stamps."),
    ("The contest opened on 3 May 2024.", "The contest opened on 2024-05-03."),
    ("The contest opened on May 3, 2024.", "It opened on 03/05/2024."),
    ("The letters are from 2019 to 2021.", "The letters are from 2019–21."),
    ("The kiln is at 300 °C.", "The kiln is at 300 degrees Celsius."),
    ("The kiln is at 300 degrees Celsius.", "The kiln is at 300°C."),
    ("It sorts with naive Bayes.", "It sorts with naïve Bayes."),
    ("The tolerance is $10^{-3}$.", "The tolerance is 1e-3."),
    ("It costs £200.", "It costs 200 pounds."),
    ("It needs 2.5 GB.", "It needs 2500 MB."),
]

FAULTY = [
    ("The grant was 5 million euros.", "The grant was €6m."),
    ("The loft holds 1,000,000 letters.", "It holds 1 200 000 letters."),
    ("Half of the clerks agree.", "¼ of the clerks agree."),
    ("A round takes 1.5 hours.", "A round takes 2 1/2 hours."),
    ("The contest opened on 3 May 2024.", "The contest opened on 2024-05-04."),
    ("The letters are from 2019 to 2021.", "The letters are from 2019–22."),
    ("The kiln is at 300 °C.", "The kiln is at 300 °F."),
    ("It costs £20.", "It costs $20."),
    ("There are 123 stamps.", f"There are {'9' * 400} stamps."),
]


def _found(text: str, source: str) -> list[str]:
    return [one.id for one in problems(text, read_source([source]))]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_number_may_be_set_otherwise(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_number_is_found_however_it_is_set(source: str, text: str) -> None:
    assert _found(text, source) != []
