from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.alt_texts import LONGEST, alt_text


@pytest.mark.parametrize(
    ("caption", "text"),
    [
        ("The model.", "The model."),
        ("Figure 1: The model.", "The model."),
        ("figure 1. The model.", "The model."),
        ("Figure 10 shows more.", "Figure 10 shows more."),
        ("", ""),
        (" \n", ""),
        ("Figure 1:", ""),
        ("Two\nlines\u2028and\x07 more.", "Two lines and more."),
        ("(a) Encoder. (b) Decoder.", "(a) Encoder. (b) Decoder."),
        ("Like BERT [12].", "Like BERT."),
        ("Like BERT [12, 13], GPT[4–6] and others.", "Like BERT, GPT and others."),
        ("As in (Smith et al., 2020), but faster.", "As in, but faster."),
        ("Smith et al. [7] do so.", "Smith et al. do so."),
        ("Values in [1, 5] and [0, 1].", "Values in [1, 5] and [0, 1]."),
        ("From x < y to <b>bold</b> and <br/>R<sup>2</sup>.", "From x < y to bold and R 2."),
        ("Seen in (2020).", "Seen in (2020)."),
    ],
)
def test_the_words_of_a_caption_are_left(caption: str, text: str) -> None:
    assert alt_text("Figure 1", caption) == text


def test_a_long_caption_ends_with_a_sentence() -> None:
    first = "The encoder reads a whole picture in patches of sixteen pixels."
    caption = f"{first} {'The decoder writes and writes ' * 9}."
    assert alt_text("Figure 1", caption) == first


def test_a_caption_whose_first_sentence_is_too_short_ends_with_a_word() -> None:
    text = alt_text("Figure 1", f"Overview. {'The decoder writes, and writes ' * 9}.", limit=60)
    assert text == "Overview. The decoder writes, and writes The decoder…"


def test_a_long_word_is_cut() -> None:
    assert alt_text("", "x" * 300) == "x" * (LONGEST - 1) + "…"
    assert alt_text("", "語" * 300, limit=10) == "語" * 9 + "…"


def test_sentences_without_blanks_between_them_stay_so() -> None:
    first, second = (
        "これはとても長い文であり、四十文字よりも多くの文字が含まれている文です。",
        "二つ目の文です。",
    )
    assert alt_text("図1", f"図1: {first}{second}{'長' * 250}。") == first + second


@given(st.text(max_size=20), st.text(max_size=400), st.integers(1, 300))
def test_any_caption_is_one_line_within_the_limit(label: str, caption: str, limit: int) -> None:
    text = alt_text(label, caption, limit)
    assert len(text) <= limit
    assert text == " ".join(text.split())


@given(st.text("[]()12,.et al 20<b>/", max_size=300))
def test_scraps_of_marks_are_read_to_their_end(caption: str) -> None:
    assert "\n" not in alt_text("Figure 1", caption)
