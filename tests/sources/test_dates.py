"""Days, in the forms in which pages and services write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.sources._dates import date_in, date_of_moment, date_of_parts, dated, parts_in


@pytest.mark.parametrize(
    ("text", "day"),
    [
        *[("2021-11-13", date(2021, 11, 13)), ("2021-11-13T23:30:00.123Z", date(2021, 11, 13))],
        *[("2021-11-13 08:00:00 +0900", date(2021, 11, 13)), ("20211113", date(2021, 11, 13))],
        *[("2021/1/3", date(2021, 1, 3)), ("20211113T080000Z", date(2021, 11, 13))],
        *[("November 13, 2021", date(2021, 11, 13)), ("Nov. 3rd, 2021", date(2021, 11, 3))],
        ("Thursday, September 29, 2016", date(2016, 9, 29)),
        ("Wed, 17 Mar 2021 16:00:00 GMT", date(2021, 3, 17)),
        *[("17 May 2021", date(2021, 5, 17)), ("2021年3月17日", date(2021, 3, 17))],
        *[("2021", None), ("2021-13-01", None), ("2021-02-30", None), ("", None)],
        *[("yesterday", None), ("05/06/2021", None), ("0001-01-01T00:00:00", None)],
        ("2021-11-13, changed since", date(2021, 11, 13)),
        ("\u017fep 3, 2021", date(2021, 9, 3)),
        *[("1970-01-01T00:00:00Z", None), ("1636761600", None), ("2021-11-131", None)],
    ],
)
def test_a_day_is_read_as_the_writers_clock_had_it(text: str, day: date | None) -> None:
    assert date_in(text) == day


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2021/10/05",
            "2021/10/5",
            "2021-10-05",
            "2021.10.05",
            "20211005",
            "2021-10-05T23:59:00Z",
        ),
        *("5 October 2021", "October 5, 2021", "Oct. 5th, 2021", "2021 Oct 5", "Tue, 05 Oct 2021"),
    ],
)
def test_a_day_is_read_in_every_notation(text: str) -> None:
    assert dated(text) == (date(2021, 10, 5), 2021)


@pytest.mark.parametrize(
    ("text", "day", "year"),
    [
        ("31/10/2021", date(2021, 10, 31), 2021),
        ("10/31/2021", date(2021, 10, 31), 2021),
        ("01/01/2007", date(2007, 1, 1), 2007),
        ("05/10/2021", None, 2021),
        ("2021", None, 2021),
        ("2021/10", None, 2021),
        ("10/2021", None, 2021),
        ("October 2021", None, 2021),
        ("2021-02-30", None, 2021),
        ("forthcoming", None, None),
        ("999", None, None),
        ("", None, None),
    ],
)
def test_a_day_is_never_guessed(text: str, day: date | None, year: int | None) -> None:
    assert dated(text) == (day, year)


@pytest.mark.parametrize(
    ("parts", "day", "year"),
    [
        ([[2021, 10, 5]], date(2021, 10, 5), 2021),
        ([["2021", "10", "5"]], date(2021, 10, 5), 2021),
        ([[2021, 10]], None, 2021),
        ([[2021]], None, 2021),
        ([[None]], None, None),
        ([], None, None),
        ("2021", None, None),
    ],
)
def test_a_date_in_parts_may_end_after_any(
    parts: object, day: date | None, year: int | None
) -> None:
    assert date_of_parts({"date-parts": parts}) == (day, year)


@pytest.mark.parametrize("parts", [[2021, 13], ["soon"], [{}], [10**20], [21, 1, 1], [2021, 2, 30]])
def test_parts_that_make_no_date_are_refused(parts: list[object]) -> None:
    with pytest.raises(ValueError, match=r"."):
        date_of_parts({"date-parts": [parts]})


def test_a_moment_is_of_its_day_in_utc() -> None:
    assert date_of_moment(1633478399000) == date(2021, 10, 5)
    for moment in (True, -1, 0, 10**17, 1.5, "2021", None):
        assert date_of_moment(moment) is None


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    day, year = dated(text)
    assert day is None or day.year == year
    begins = date_in(text)
    assert begins is None or begins.year > 1970


@given(st.recursive(st.none() | st.integers() | st.text(max_size=4), st.lists, max_leaves=6))
def test_any_parts_are_a_date_or_refused(parts: object) -> None:
    value = {"date-parts": parts}
    try:
        day, year = date_of_parts(value)
    except ValueError:
        assert parts_in(value)
    else:
        assert day is None or day.year == year
