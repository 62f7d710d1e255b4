"""One line of text, whatever comes from outside."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.answers.one_line import one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (" a\x1b\u200b\n\tb&\x85 \x00 c\u202e ", "a b& c"),
        ("turn\u202eed and \u200fleft\u061c", "turned and left"),
        ("hy\xadphen", "hyphen"),
        ("f\u2061(x)\u2062y", "f(x)y"),
        ("lines\u2028and\u2029paragraphs\xa0and blanks", "lines and paragraphs and blanks"),
        ("half \ud83d a pair", "half a pair"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d🔬", "👩\u200d🔬"),
        ("", ""),
        (None, ""),
    ],
)
def test_a_text_is_one_line_without_what_nobody_sees(text: str | None, line: str) -> None:
    assert one_line(text) == line


@given(st.text())
def test_a_line_stays_as_it_is(text: str) -> None:
    line = one_line(text)
    assert one_line(line) == line
    assert len(line.splitlines()) <= 1
