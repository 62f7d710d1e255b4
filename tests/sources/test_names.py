"""Names of people, as they sign."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.sources._names import people, signed


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Doe, Jane", "Jane Doe"),
        ("Jane Doe", "Jane Doe"),
        ("van der Berg, Jan Piet", "Jan Piet van der Berg"),
        ("King, Jr., Martin Luther", "Martin Luther King Jr."),
        ("King, Martin Luther, Jr.", "Martin Luther King Jr."),
        ("Davis, Sammy, III", "Sammy Davis III"),
        (" Doe ,  Jane* ", "Jane Doe"),
        ("Plato", "Plato"),
        (",", ""),
    ],
)
def test_a_name_comes_out_as_it_is_signed(written: str, said: str) -> None:
    assert signed(written) == said


def test_a_name_is_told_once_and_without_marks() -> None:
    assert people(["Jane Doe*", " Jane Doe ", "1", "", "John\nRoe,"]) == ("Jane Doe", "John Roe")


def test_names_are_no_longer_and_no_more_than_people_have() -> None:
    found = people(["J" * 10_000, *(f"John Roe {n}" for n in range(100_000))])
    assert len(found) == 500
    assert max(map(len, found)) == 200


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text: str) -> None:
    assert signed(text).isprintable() or not text.isprintable()
