"""What was likely meant by a name that is not known."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.nearest import ALMOST_THE_SAME, nearest_hint

KNOWN = ["papers", "articles", "title"]


@pytest.mark.parametrize(
    ("wanted", "listed", "hint"),
    [
        ("paprs", "", "did you mean 'papers'?"),
        ("paprs", "there are three", "did you mean 'papers'? there are three"),
        ("xyz", "there are three", "there are three"),
        ("xyz", "", ""),
    ],
)
def test_the_nearest_name_stands_before_what_there_is(wanted: str, listed: str, hint: str) -> None:
    assert nearest_hint(wanted, KNOWN, listed) == hint


def test_it_is_said_as_it_is_to_be_written() -> None:
    assert nearest_hint("titel", KNOWN, meant=str.upper) == "did you mean 'TITLE'?"


@pytest.mark.parametrize(("wanted", "is_slip"), [("titel", True), ("tilt", False)])
def test_a_slip_of_the_pen_is_nearer_than_a_likeness(wanted: str, is_slip: bool) -> None:
    assert nearest_hint(wanted, KNOWN)
    assert bool(nearest_hint(wanted, KNOWN, closeness=ALMOST_THE_SAME)) == is_slip


@given(st.text(), st.lists(st.text(), max_size=3), st.text())
def test_any_name_has_a_hint_with_what_there_is(wanted: str, known: list[str], listed: str) -> None:
    assert nearest_hint(wanted, known, listed).endswith(listed)
