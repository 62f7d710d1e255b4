"""Words, their places and their stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.tokens import sentences_of, stem, tokens_of


@pytest.mark.parametrize(
    "forms",
    [
        "improves improved improving improvement",
        "supervised supervision supervise",
        "labels labelled labeled labelling",
        "adaptation adapts adapting",
        "optimisation optimize optimising",
        "behaviour behavior behaviours",
        "studies studied study",
    ],
)
def test_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(form) for form in forms.split()}) == 1


def test_parts_of_a_hyphenated_word_are_words() -> None:
    assert [(one.text, one.joined) for one in tokens_of("label-free")] == [
        ("label", False),
        ("free", True),
    ]


@given(st.text(max_size=200))
def test_words_and_sentences_lie_in_the_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in tokens_of(text))
    assert all(text[one.start : one.end] == one.text for one in sentences_of(text))
