"""Lines of so many columns."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from akira_cli.exporters._wrapping import columns, cut, wrapped

CLOSING = "、。，．！？」』）】〉》”’)]},.:;!?ーっょ々"
OPENING = "「『（【〈《“‘([{"
CJK = "機械学習论文번역ひらがなカタカナ"
MARKS = ["e\u0301", "か\u3099", "👩‍🔬", "👍🏽", "🇯🇵", "1️⃣", "❤️", "🌟"]
WORDS = ["model", "10⁶", "—", "naïve", "state-of-the-art", "[3]", "a", "※"]
ADDRESSES = [
    "https://example.org/" + "a-long-path/" * 6,
    "http://example.org/?q=%E8&x=(1)",
    "mailto:ada@example.org",
]

widths = st.integers(20, 80)
texts = st.lists(
    st.sampled_from([*CJK, *CLOSING, *OPENING, *MARKS, *WORDS, *ADDRESSES, " ", " ", " ", "\n"]),
    max_size=60,
).map("".join)


def without_blanks(text: str) -> str:
    return "".join(text.split())


@given(texts, widths)
def test_every_character_comes_out_in_its_order(text: str, width: int) -> None:
    assert without_blanks("".join(wrapped(text, width))) == without_blanks(text)


@given(texts, widths)
@example("word " * 20, 24)
def test_only_a_line_with_an_address_is_wider(text: str, width: int) -> None:
    for line in wrapped(text, width, "  - ", "    "):
        assert wcswidth(line) <= width or re.search("https?://|mailto:", line)


@given(st.text(st.characters(codec="utf-8"), max_size=80), widths)
def test_no_text_at_all_makes_a_line_wider(text: str, width: int) -> None:
    for line in wrapped(text, width):
        assert columns(line) <= width or "://" in line or "mailto:" in line


@given(texts, widths)
def test_no_line_ends_in_a_blank_or_is_empty(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert [line.rstrip() for line in lines] == lines
    assert all(lines) or lines == [""]


@given(st.lists(st.sampled_from([*CJK, "、", "。", "」", "「", "model", " ", "）", "（"])), widths)
def test_closing_punctuation_never_begins_a_line_nor_opening_ends_one(
    pieces: list[str], width: int
) -> None:
    text = re.sub(r"([、。」「（）] ?){4,}", "", "".join(pieces))  # more than anyone writes
    for above, below in pairwise(wrapped(text, width)):
        assert below[0] not in "、。」）"
        assert above[-1] not in "「（"


@given(texts, st.sampled_from(ADDRESSES), widths)
def test_an_address_is_never_broken(text: str, address: str, width: int) -> None:
    assert any(address in line for line in wrapped(f"{text} ({address})。 {text}", width))


@given(texts, st.integers(20, 60))
def test_no_two_lines_would_have_fitted_on_one(text: str, width: int) -> None:
    for above, below in pairwise(wrapped(text, width)):
        assert columns(f"{above} {below}") > width


@given(texts)
def test_a_width_of_nought_wraps_nothing(text: str) -> None:
    assert wrapped(text, 0, "- ") == [("- " + " ".join(text.split())).rstrip()]


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("機械学習の論文を読む。次も読む", ["機械学習の論文を読", "む。次も読む"]),
        ("機械学習の論文を読みます。次", ["機械学習の論文を読み", "ます。次"]),
        ("機械学習の論文の中の「次」", ["機械学習の論文の中の", "「次」"]),
        ("機械学習の論文の中「次」", ["機械学習の論文の中", "「次」"]),
        ("機械学習はmachine learningと言う", ["機械学習はmachine", "learningと言う"]),
        ("機械学習の論文の中 ）次", ["機械学習の論文の", "中 ）次"]),
        ("the words of a link [12] and more", ["the words of a", "link [12] and more"]),
        ("an internationalisation !", ["an", "internationalisatio", "n !"]),
        ("an internationalisationism", ["an", "internationalisation", "ism"]),
    ],
)
def test_lines_break_where_a_reader_expects_it(text: str, lines: list[str]) -> None:
    assert wrapped(text, 20) == lines


@pytest.mark.parametrize(
    ("text", "width"),
    [
        ("", 0),
        ("word", 4),
        ("機械", 4),
        ("e\u0301", 1),
        ("👩‍🔬🌟", 4),
        ("10⁶ — ※", 7),
        ("ﾊﾝｶｸ", 4),
        ("\u200b", 0),
    ],
)
def test_columns_are_those_of_a_terminal(text: str, width: int) -> None:
    assert columns(text) == width


def test_what_is_counted_without_the_package_is_one_column_wide() -> None:
    quick = [chr(code) for code in range(0x20, 0x3000) if chr(code).isprintable()]
    assert all(columns(character) == max(wcswidth(character), 0) for character in quick)


@pytest.mark.parametrize(
    ("width", "shown"), [(0, "— — 機械 —"), (6, "— — 機"), (5, "— —"), (40, "— — 機械 —")]
)
def test_a_line_is_cut_to_its_columns(width: int, shown: str) -> None:
    assert cut("— — 機械 —", width) == shown


def test_a_very_long_text_comes_out_whole() -> None:
    for nasty in ("(" * 200_000, "機" * 200_000, "[1] " * 50_000, "、" * 200_000):
        assert without_blanks("".join(wrapped(nasty, 72))) == without_blanks(nasty)
