"""Numbers as they are written in abstracts, and what they are of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.of_numbers.numbers import plain_signs, quantities

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
    ("two and a half hours", 2.5, "h"),
    ("the last month and a half", 1.5, "month"),
    ("a million and a half", 1.5e6, ""),
    ("three quarters of an hour", 0.75, "h"),
    ("half a percent", 0.5, "%"),
    ("1/8 the memory", 0.125, ""),
    ("one 40th of the weights", 0.025, ""),
    ("three in 10,000", 0.0003, ""),
    ("sixty-one point four percent", 61.4, "%"),
    ("61.4 percentage of cases", 61.4, "%"),
    (r"12 {\mu}m", 12, "µm"),
    ("0.7IoU", 0.7, ""),
    ("900 sharp and blurred photos", 900, "image"),
    ("40 images per second", 40, "fps"),
    ("14 video benchmarks", 14, "dataset"),
    ("34 million image-language pairs", 3.4e7, "pair"),
    ("nine sexism researchers answer questions", 9, ""),
    ("7B video LLMs", 7e9, "parameter"),
    ("$7$B parameters", 7e9, "parameter"),
    ("5 million X rays", 5e6, ""),
    ("8,354 point cloud instances", 8354, "example"),
    ("110 thousands radar images", 1.1e5, "image"),
    (r"$25,700$ km\textsuperscript{2}", 25_700, "km2"),
    ("5 km$^2$", 5, "km2"),
    (r"5 $\mathrm{ms}$", 5, "ms"),
    (r"$\leqslant$2 fps", 2, "fps"),
    (r"1\,600 scenes", 1600, ""),
    ("67{,}500 images", 67_500, "image"),
    ("67\u202f500 images", 67_500, "image"),
    ("up to 21%p", 21, "points"),
    ("2,000 images daily", 2000, "image/day"),
    ("about a square kilometre and a half", 1.5, "km2"),
    ("ninety-nine and a half percent", 99.5, "%"),
    ("95 of 100 questions", 0.95, ""),
    ("one in thirteen", 1 / 13, ""),
    ("40 v/s", 40, "v/s"),
]


@pytest.mark.parametrize(("text", "value", "unit"), READ)
def test_a_number_is_read_with_its_unit(text: str, value: float, unit: str) -> None:
    (one,) = quantities(plain_signs(text))
    assert one.value == pytest.approx(value)
    assert one.unit == unit


@pytest.mark.parametrize("text", ["one of them", "a third module", "the first half", "zero-shot"])
def test_some_words_are_no_numbers(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text",
    ["think twice", "half precision", "it runs 24/7", "in the low 80s", "a double-edged sword"],
)
def test_a_turn_of_speech_has_no_number(text: str) -> None:
    assert quantities(text) == []


def test_both_sides_of_a_picture_are_read() -> None:
    assert [one.value for one in quantities("640x480 pictures")] == [640, 480]
    assert [one.value for one in quantities(plain_signs(r"$640\times1024$ pictures"))] == [
        640,
        1024,
    ]


def test_the_year_in_a_name_is_read_as_part_of_it() -> None:
    (one,) = quantities("at XCUP2031")
    assert (one.value, one.named) == (2031, True)


def test_the_last_number_in_brackets_is_no_mark_of_an_item() -> None:
    assert [one.value for one in quantities("(3, 9, and 45)")] == [3, 9, 45]


def test_a_list_after_a_number_is_counted() -> None:
    (one,) = quantities("It has three parts: a pump, a valve and a dial.")
    assert one.value in one.listed


def test_a_dash_makes_no_name_of_the_number_after_it() -> None:
    assert [one.named for one in quantities("on hard tasks--57.5% above")] == [False]


def test_the_bits_of_a_format_are_read_as_part_of_its_name() -> None:
    (one,) = quantities("in FP16")
    assert (one.value, one.unit, one.named) == (16, "bit", True)


@pytest.mark.parametrize("text", ["GPT-3", "ViT-B/16", "CIFAR-10", "Llama-2-70B"])
def test_figures_in_a_name_are_marked(text: str) -> None:
    assert all(one.named for one in quantities(text))


def test_the_first_number_of_a_range_has_the_unit_of_the_second() -> None:
    assert [one.unit for one in quantities("from 70 to 74%")] == ["%", "%"]


def test_the_first_number_of_a_range_has_the_scale_of_the_second() -> None:
    assert [one.value for one in quantities("from 2 to 70 billion parameters")] == [2e9, 70e9]


def test_a_plus_does_not_part_two_numbers_of_one_unit() -> None:
    assert [one.unit for one in quantities("+25 and +20 points")] == ["points", "points"]


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
