"""Numbers as they are written in abstracts, and what they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.numbers import plain_signs, quantities

READ = [
    ("1.3B parameters", 1.3e9, "parameter"),
    ("1.3 billion parameters", 1.3e9, "parameter"),
    ("1,300,000,000 parameters", 1.3e9, "parameter"),
    ("10^6 tokens", 1e6, "token"),
    ("10⁶ tokens", 1e6, "token"),
    ("2 × 10^5 images", 2e5, "image"),
    ("71.4%", 71.4, "%"),
    ("71.4 per cent", 71.4, "%"),
    ("71.4 percent", 71.4, "%"),
    ("2.6 points", 2.6, "points"),
    ("4.3x faster", 4.3, "x"),
    ("90-fold", 90, "x"),
    ("twice", 2, "x"),
    ("an order of magnitude", 10, "x"),
    ("by a factor of three", 3, "x"),
    ("half", 0.5, ""),
    ("by a third", 1 / 3, ""),
    ("two thirds of it", 2 / 3, ""),
    ("nine in ten", 0.9, ""),
    ("an hour and a half", 1.5, "h"),
    ("twenty-five tasks", 25, "task"),
    ("one hundred and two models", 102, ""),
    ("18 ms", 18, "ms"),
    ("5GB", 5, "gb"),
    ("$148K", 148_000, "$"),
    ("59.4K H100 GPU hours", 59_400, "h"),
    ("13 frames a second", 13, "fps"),
    ("8.2 percentage points", 8.2, "points"),
    ("943 first-year students", 943, "student"),
    ("160M student", 1.6e8, "parameter"),
    ("twelvefold", 12, "x"),
    ("half a minute", 0.5, "min"),
    ("a half-hour forecast", 0.5, "h"),
    ("half a million", 5e5, ""),
    ("14 errors per hundred", 0.14, ""),
    ("one Latin word in five is lost", 0.2, ""),
    ("every fifth case", 0.2, ""),
    ("100 m^2", 100, "m2"),
]


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    (one,) = quantities(plain_signs(text))
    assert one.value == pytest.approx(value)
    assert one.unit == unit


@pytest.mark.parametrize("text", ["one of them", "a third module", "the first half", "zero-shot"])
def test_some_words_are_no_numbers(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["GPT-3", "ViT-B/16", "CIFAR-10", "Llama-2-70B"])
def test_figures_in_a_name_are_marked(text: str) -> None:
    assert all(one.named for one in quantities(text))


def test_the_first_number_of_a_range_has_the_unit_of_the_second() -> None:
    assert [one.unit for one in quantities("from 70 to 74%")] == ["%", "%"]


def test_the_first_number_of_a_range_has_the_scale_of_the_second() -> None:
    assert [one.value for one in quantities("from 2 to 70 billion parameters")] == [2e9, 70e9]


def test_five_and_six_are_two_numbers() -> None:
    assert [one.value for one in quantities("between five and six hours")] == [5, 6]


def test_a_mean_over_tasks_is_no_number_of_tasks() -> None:
    assert [one.unit for one in quantities("47.9 over nine tasks")] == ["", "task"]


def test_latex_becomes_signs_in_place() -> None:
    text = r"$4.3\times$ at 5\%"
    assert len(plain_signs(text)) == len(text)
    assert [one.unit for one in quantities(plain_signs(text))] == ["x", "%"]


@given(st.text(max_size=200))
def test_places_are_those_of_the_text(text: str) -> None:
    plain = plain_signs(text)
    assert len(plain) == len(text)
    for one in quantities(plain):
        assert plain[one.start : one.end] == one.text


@given(st.integers(min_value=1, max_value=999_999_999))
def test_thousands_may_be_separated(value: int) -> None:
    (one,) = quantities(f"{value:,}")
    assert one.value == value
