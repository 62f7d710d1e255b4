"""Nothing that is written makes the check fail."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.evidence.of_names.siblings import kin_by_first
from akira_cli.core.evidence.of_numbers.units import UNITS
from akira_cli.core.evidence.of_words.number_words import FRACTIONS, LARGE, MULTIPLES, SMALL
from akira_cli.core.faithful import problems, read_source

_THINGS = sorted({" ".join(kin.thing.written) for row in kin_by_first().values() for kin in row})
_WORDS = sorted({*UNITS, *SMALL, *LARGE, *FRACTIONS, *MULTIPLES})
_ODD = (
    *("1e400", "10^{999999}", "0^-1", "½", "1½", "²", "①", "٣", "𝟛", "-3", "−0.5", "9" * 400),
    *("3:1", "0/0", "1 1/2", "2024-99-99", "2019–21", "$", "€5m", "%", "°C", "{,}", "\\mu", "per"),
    *("from", "to", "of", "in", "and a half", "point", "respectively", "(", ")", ",", ".", "FB1"),
)
_TEXTS = st.lists(
    st.one_of(
        st.sampled_from(_THINGS),
        st.sampled_from(_WORDS),
        st.sampled_from(_ODD),
        st.text(max_size=4),
    ),
    max_size=25,
).map(" ".join)


@given(_TEXTS, _TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_checked_against_any_source(text: str, source: str) -> None:
    for one in problems(text, read_source([source])):
        assert text[one.start : one.end] == one.text


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It runs for hours (7 hours).", "It takes 6 hours."),
        ("A map takes 1.8 MB per kilometre. Over 310 km it held.", "It takes 2 MB over 31 km."),
        ("It has two hundred\u017f of them.", "It has 200 of them."),
        ("Hand labels are left, the upper", "Then it is, the"),
    ],
)
def test_a_unit_without_a_number_and_a_long_s_are_read_like_any_other(
    text: str, source: str
) -> None:
    assert isinstance(problems(text, read_source([source])), tuple)
