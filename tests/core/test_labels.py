"""Labels: patterns filled in, and recognised again."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import akira_cli
from akira_cli.core.labels import fields_of, fill, is_complete, kind_named, kind_of, number_in
from akira_cli.core.page import LabelKind

LAYOUTS = Path(akira_cli.__file__).parent / "layouts"
LANGUAGES = ("en", "ja", "zh")
DAY = date(2021, 11, 13)


def pack(language: str) -> Mapping[str, Any]:
    return tomllib.loads((LAYOUTS / f"{language}.toml").read_text(encoding="utf-8"))


KINDS = {
    language: [LabelKind(kind, **parts) for kind, parts in pack(language)["labels"].items()]
    for language in LANGUAGES
}
MONTHS = {language: tuple(pack(language)["months"]) for language in LANGUAGES}


def label(language: str, kind: str, number: int | None = 34, day: date | None = DAY) -> str:
    found = kind_named(KINDS[language], kind)
    assert found is not None
    return fill(found.label, fields_of(number, day, MONTHS[language]))


def kind_found(text: str, language: str = "en") -> str | None:
    found = kind_of(text, KINDS[language], MONTHS[language])
    return found and found.kind


@pytest.mark.parametrize(
    ("language", "kind", "expected"),
    [
        ("en", "issue", "Issue #34"),
        ("en", "number", "#34"),
        ("en", "week", "Week 45, 2021"),
        ("en", "month", "November 2021"),
        ("ja", "issue", "第34号"),
        ("ja", "number", "#34"),
        ("ja", "week", "2021年第45週"),
        ("ja", "month", "2021年11月"),
        ("zh", "issue", "第 34 期"),
        ("zh", "number", "#34"),
        ("zh", "week", "2021 年第 45 周"),
        ("zh", "month", "2021 年 11 月"),
    ],
)
def test_every_kind_makes_a_label_and_knows_it_again(
    language: str, kind: str, expected: str
) -> None:
    assert label(language, kind) == expected
    assert kind_found(expected, language) == kind


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Issue #34", "en", "issue"),
        ("ISSUE  #34 ", "en", "issue"),
        ("#27", "en", "number"),
        ("Week 12, 2021", "en", "week"),
        ("week 5, 2021", "en", "week"),
        ("November 2021", "en", "month"),
        ("november\n2021", "en", "month"),
        ("第 33 期", "zh", "issue"),
        ("第 33 期", "en", None),
        ("Issue #34", "zh", None),
        ("Issue 34", "en", None),
        ("Issue #34b", "en", None),
        ("#", "en", None),
        ("Week 12", "en", None),
        ("Week 123, 2021", "en", None),
        ("Nov 2021", "en", None),
        ("A November 2021", "en", None),
        ("Movember 2021", "en", None),
        ("1 月 2021", "zh", None),
        ("", "en", None),
    ],
)
def test_a_label_is_of_the_first_kind_it_fits(text: str, language: str, kind: str | None) -> None:
    assert kind_found(text, language) == kind


@pytest.mark.parametrize(
    ("day", "week"),
    [
        (date(2020, 12, 31), "Week 53, 2020"),
        (date(2021, 1, 1), "Week 53, 2020"),
        (date(2021, 1, 3), "Week 53, 2020"),
        (date(2021, 1, 4), "Week 1, 2021"),
        (date(2018, 12, 31), "Week 1, 2019"),
        (date(2022, 1, 2), "Week 52, 2021"),
        (date(2024, 12, 30), "Week 1, 2025"),
        (date(2026, 12, 31), "Week 53, 2026"),
    ],
)
def test_at_the_turn_of_the_year_a_week_has_the_year_it_belongs_to(day: date, week: str) -> None:
    assert label("en", "week", day=day) == week


def test_only_a_pattern_with_a_week_takes_the_year_from_it() -> None:
    fields = fields_of(3, date(2021, 1, 1), MONTHS["en"])
    assert fill("{day} {month} {year}", fields) == "1 January 2021"
    assert fill("{year}, {date}", fields) == "2021, 2021-01-01"
    assert fill("{year}-W{week}", fields) == "2020-W53"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_has_its_own_name(language: str, month: int) -> None:
    text = label(language, "month", day=date(2021, month, 28))
    assert MONTHS[language][month - 1] in text
    assert kind_found(text, language) == "month"
    assert len({label(language, "month", day=date(2021, m, 1)) for m in range(1, 13)}) == 12


def test_a_month_without_names_is_a_number_of_two_digits() -> None:
    fields = fields_of(None, date(2021, 3, 1), ())
    assert fill("{month}/{year}", fields) == "03/2021"
    assert kind_of("03/2021", [LabelKind("m", "{month}/{year}")], ()) is not None
    assert kind_of("3/2021", [LabelKind("m", "{month}/{year}")], ()) is None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("#{number:03}", "#034"),
        ("#{number:02}", "#34"),
        ("#{number:010}", "#0000000034"),
        ("{number}{number}", "3434"),
        ("{number:3}", "{number:3}"),
        ("{number:x}", "{number:x}"),
        ("{other}", "{other}"),
        ("{", "{"),
        ("{{number}}", "{34}"),
        ("no field", "no field"),
    ],
)
def test_a_pattern_is_filled_in_and_all_else_stays(pattern: str, expected: str) -> None:
    assert fill(pattern, fields_of(34, DAY, MONTHS["en"])) == expected


def test_what_is_filled_in_is_not_a_pattern() -> None:
    assert fill("{name}: {label}", {"name": "{label}", "label": "x"}) == "{label}: x"


@pytest.mark.parametrize(
    ("pattern", "number", "day", "complete"),
    [
        ("Issue #{number}", 34, None, True),
        ("Issue #{number:03}", None, DAY, False),
        ("Issue #0 of {number}", 0, None, True),
        ("Week {week}, {year}", 34, None, False),
        ("Week {week}, {year}", None, DAY, True),
        ("{month} {day}", None, None, False),
        ("{other}", 34, DAY, False),
        ("nothing to fill in", None, None, True),
    ],
)
def test_a_pattern_is_complete_when_each_of_its_fields_has_a_value(
    pattern: str, number: int | None, day: date | None, complete: bool
) -> None:
    assert is_complete(pattern, fields_of(number, day, MONTHS["en"])) == complete


def test_a_kind_is_found_by_its_name() -> None:
    kinds = [LabelKind("a", "{number}"), LabelKind("b", "#{number}", "T")]
    assert kind_named(kinds, "b") == LabelKind("b", "#{number}", "T")
    assert kind_named(kinds, "c") is None
    assert kind_named([], "a") is None


@pytest.mark.parametrize("pattern", ["a.c {number}", "({number})", "[x]* {number}", "\\d {number}"])
def test_what_is_no_field_is_no_regular_expression_either(pattern: str) -> None:
    kinds = [LabelKind("odd", pattern)]
    assert kind_of(fill(pattern, {"number": 5}), kinds, ()) == kinds[0]
    assert kind_of("abc 5", kinds, ()) is None


days = st.dates(min_value=date(1991, 1, 1), max_value=date(2999, 12, 31))


@given(st.sampled_from(LANGUAGES), st.data(), st.integers(0, 10**17), days)
def test_whatever_a_kind_makes_is_known_as_that_kind(
    language: str, data: st.DataObject, number: int, day: date
) -> None:
    kind = data.draw(st.sampled_from(KINDS[language]))
    made = label(language, kind.kind, number, day)
    assert kind_of(made, KINDS[language], MONTHS[language]) == kind


FIELD = st.sampled_from(
    ["{number}", "{number:03}", "{date}", "{day}", "{week}", "{month}", "{year}"]
)
patterns = st.lists(FIELD | st.text("aZ #.()*[]\\|第 ", max_size=3), min_size=1, max_size=5)


@given(patterns.map("".join), st.integers(0, 999), days, st.sampled_from(LANGUAGES))
@example("Issue  #{number} ", 3, DAY, "en")
def test_so_is_whatever_a_pattern_of_the_curators_makes(
    pattern: str, number: int, day: date, language: str
) -> None:
    # a number is read as far as it goes, so that nothing can follow it at once
    assume(pattern.strip() and not re.search(r"\}\{", pattern))
    fields = fields_of(number, day, MONTHS[language])
    written = " ".join(fill(pattern, fields).split())  # as a new draft has it
    assert kind_of(written, [LabelKind("own", pattern)], MONTHS[language]) is not None
    assert is_complete(pattern, fields)


@pytest.mark.parametrize(
    ("label", "number"),
    [("Issue #34", 34), ("No. 7", 7), ("第 12 期", 12), ("Week 12, 2021", None), ("Summer", None)],
)
def test_a_labels_number_is_read_by_its_kind(label: str, number: int | None) -> None:
    patterns = ("Issue #{number}", "No. {number}", "第 {number} 期", "Week {week}, {year}")
    kinds = tuple(LabelKind(str(n), pattern) for n, pattern in enumerate(patterns))
    assert number_in(label, kinds, ()) == number


@pytest.mark.parametrize("pattern", ["{number}" * 8 + "z", "{month}" * 25])
def test_no_label_takes_longer_than_it_is_long(pattern: str) -> None:
    kinds = [LabelKind("own", pattern)]
    assert kind_of("1" * 60, kinds, ("1", "11", "111")) is None
