"""Words of a PDF, spelt and whole."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.answers.pdf_text import as_spelt, joined


def test_letters_set_as_one_and_hyphens_are_spelt() -> None:
    assert as_spelt("e\ufb03cient di\ufb00usion") == "efficient diffusion"
    assert as_spelt("win\x02") == as_spelt("win\ufffe") == as_spelt("win\xad") == "win-"


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("a small win-", "dow of"), "a small window of"),
        (("a win‐", "dow"), "a window"),
        (("inter-", "na-", "tional"), "international"),
        (("(hap-", "pens)"), "(happens)"),
        (("TRANS-", "FORMER"), "TRANSFORMER"),
        (("state-of-the-", "art"), "state-of-the-art"),
        (("state-of-", "the-", "art"), "state-of-the-art"),
        (("an X-", "ray"), "an X-ray"),
        (("a GPT-", "based one"), "a GPT-based one"),
        (("the Trans-", "Atlantic"), "the Trans-Atlantic"),
        (("GPT2-", "like"), "GPT2-like"),
        (("top-", "5 error"), "top-5 error"),
        (("non-", "(linear)"), "non-(linear)"),
        (("l’in-", "formation"), "l’information"),
        (("深度-", "学习"), "深度-学习"),
        (("a dash -", "and more"), "a dash - and more"),
        (("one", " two ", "", "three"), "one two three"),
        (("", "What it shows."), "What it shows."),
        (("a bullet \ue001", "z\u200bero\u202e"), "a bullet zero"),
        ((), ""),
    ],
)
def test_divided_words_are_whole_and_compounds_keep_their_hyphen(
    lines: tuple[str, ...], text: str
) -> None:
    assert joined(lines) == text


def test_a_compound_that_stands_elsewhere_keeps_its_hyphen() -> None:
    assert joined(["a well-", "known way"], "it is well-known that") == "a well-known way"
    assert joined(["a well-", "known way"], "nothing of the kind") == "a wellknown way"


@given(st.lists(st.text()), st.text())
def test_whatever_the_lines_are_they_make_one(lines: list[str], elsewhere: str) -> None:
    text = joined(lines, elsewhere)
    assert text.isprintable()
    assert text == " ".join(text.split())
