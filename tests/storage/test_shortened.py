"""Values as messages quote them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.storage.shortened import quoted, shortened

HUGE = 16**4000


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a", "'a'"),
        ("it's", '"it\'s"'),
        ("a\x07b", r"'a\x07b'"),
        (3, "'3'"),
        (True, "'true'"),
        (["a", 1], "'['a', 1]'"),
        ("x" * 60, f"'{'x' * 60}'"),
        ("x" * 61, f"'{'x' * 59}…'"),
        ("\x07" * 60, "'" + r"\x07" * 14 + "\\x0…'"),
        pytest.param(HUGE, f"'0x1{'0' * 56}…'", id="huge"),
        pytest.param([HUGE], "'…'", id="huge in a list"),
        ([0] * 100, f"'[{'0, ' * 19}0…'"),
    ],
)
def test_a_value_is_quoted_on_one_line(value: object, shown: str) -> None:
    assert quoted(value) == shown


@given(st.text() | st.integers() | st.lists(st.text() | st.integers()))
def test_no_value_is_too_long_or_an_error(value: object) -> None:
    assert len(quoted(value)) <= 62
    assert "\n" not in quoted(value)


@given(st.text())
def test_a_short_text_stays_as_it_is(text: str) -> None:
    assert shortened(text) == text or len(text) > len(shortened(text)) == 60
