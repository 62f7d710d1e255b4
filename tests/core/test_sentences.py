"""Where sentences end, and where they only seem to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.sentences import cut_at_clause, sentence_spans, split_sentences

ONE_SENTENCE = [
    "Sparse nets, e.g. Lottery Tickets, train slowly.",
    "Sparse nets, i.e. Pruned ones, train slowly.",
    "Following Smith et al. (2019), the gate is linear.",
    "Smith et al. [3] left this open.",
    "As Fig. 2 shows, width matters.",
    "By Eq. (3) the loss is convex.",
    "Sec. 2 and Sec. 4 agree.",
    "It is about Adam vs. SGD on text.",
    "It differs, cf. Table 1, by little.",
    "The gradient w.r.t. X is zero.",
    "There are approx. 500 cases.",
    "The bell is No. 5 of the row.",
    "They met at St. Andrews.",
    "Work by J. Smith and J.-P. Serre inspired it.",
    "The U.S. Senate voted.",
    "Accuracy rises by 5.7% over v1.2 of the tool.",
    "The rest... is silence.",
    "See https://example.org/a.b?c=d for more.",
    "A port to .NET exists.",
    "Who asks “why? and how?” gets answers.",
    "Yahoo! and others logged it.",
    "Dr. Who and Prof. X wrote it.",
    "No stop at all",
]

SEVERAL_SENTENCES = [
    (["It holds.", "We prove it."]),
    (["It is 5.", "3 of 4 cases fail."]),
    (["Does it hold?", "No.", "We show why."]),
    (["It works!", "We do not know why."]),
    (["It was known [1].", "We prove it."]),
    (["It was known.[1,2]", "We prove it."]),
    (['He called it "deep."', "We disagree."]),
    (["(We tried twice.)", "It failed."]),
    (["It holds.", "(We prove it.)"]),
    (["It holds.", "“Why” is open."]),
    (["Scans are cheap.", "fMRI is not."]),
    (["Speech is hard.", "wav2vec 2.0 learns it."]),
    (["It runs on .NET.", "We ported it."]),
    (["We tried nets, trees, etc.", "We kept trees."]),
    (["Cats, dogs, etc.", "Birds were left out."]),
    (["This was done by Smith et al.", "We redo it."]),
    (["It covers class A.", "The rest is open."]),
    (["It fails for all n.", "Larger nets do not."]),
    (["It stops here...", "We go on."]),
    (["Read https://example.org/x.", "It helps."]),
    (["We release v1.2.", "It is fast."]),
]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert split_sentences(text) == [text]


@pytest.mark.parametrize("sentences", SEVERAL_SENTENCES)
def test_sentences_are_told_apart(sentences: list[str]) -> None:
    assert split_sentences(" ".join(sentences)) == sentences


def test_cjk_stops_end_sentences_without_a_blank() -> None:
    assert split_sentences("模型很快。「真的？」他们问。是的！") == [
        "模型很快。",
        "「真的？」",
        "他们问。",
        "是的！",
    ]


def test_a_forgotten_blank_after_a_stop_is_put_in() -> None:
    assert split_sentences("The task is solved.We show how.") == [
        "The task is solved.",
        "We show how.",
    ]


def test_white_space_is_made_one_blank() -> None:
    assert split_sentences(" It\n holds. \t We\u00a0prove it. ") == ["It holds.", "We prove it."]


def test_nothing_has_no_sentences() -> None:
    assert split_sentences(" \n ") == []


@given(st.text() | st.text(alphabet="aB1 .?!。…()[]\"'”,"))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    assert "".join("".join(split_sentences(text)).split()) == "".join(text.split())


@given(st.text(alphabet="aB1 .?!。…()[]\"'”,"))
def test_sentences_are_stripped_and_not_empty(text: str) -> None:
    for sentence in split_sentences(text):
        assert sentence
        assert sentence == " ".join(sentence.split())


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("one two three four five", "one two three four five"),
        ("one two, three four, five six", "one two, three four…"),
        ("one two; three four five six", "one two…"),
        ("one two three - four five six", "one two three…"),
        ("one two three four five - six", "one two three four five…"),
        ("one, two three four five six", "one, two three four five…"),
        ("one two, (three, four five) six", "one two…"),
        ("(one two, three four five six", "(one two, three four five…"),
        ("one two three four five, six", "one two three four five…"),
    ],
)
def test_a_long_text_is_cut_where_a_clause_ends(text: str, cut: str) -> None:
    assert cut_at_clause(text, fewest=2, most=5) == cut


@given(st.lists(st.sampled_from(["a", "b,", "c;", "-", "(d", "e)", "—"]), max_size=30))
def test_a_cut_text_has_no_more_words_than_it_may(words: list[str]) -> None:
    cut = cut_at_clause(" ".join(words), fewest=3, most=9)
    assert len(cut.split()) <= 9
    assert cut.endswith("…") == (len(words) > 9)
    assert " ".join(words).startswith(cut.removesuffix("…"))


TEXTS = (
    st.text()
    | st.text(alphabet="aB1 .?!。…()[]\"'”,\n")
    | st.lists(
        st.sampled_from(
            ["It holds.", "The end.We go on.", "vs.", "  ", "真的？」", "是。", "A", "[1]."]
        )
    ).map(" ".join)
)


@given(TEXTS)
def test_spans_hold_the_sentences_as_they_stand_in_the_text(text: str) -> None:
    pieces = [text[start:end] for start, end in sentence_spans(text)]
    assert [" ".join(piece.split()) for piece in pieces] == split_sentences(text)


@given(TEXTS)
def test_spans_are_in_order_apart_and_without_blanks_around(text: str) -> None:
    spans = sentence_spans(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip() != ""
    for (_, end), (start, _) in pairwise(spans):
        assert end <= start
        assert text[end:start].strip() == ""


def test_a_long_text_without_sentences_takes_no_long_time() -> None:
    assert len(sentence_spans("a." * 20_000)) == 1
    assert len(sentence_spans("." * 20_000 + " A")) == 2


def test_a_sentence_ends_where_its_stop_was_forgotten() -> None:
    text = "Gulls are hard to count To address this, we propose Heron. It is small"
    assert split_sentences(text) == [
        "Gulls are hard to count",
        "To address this, we propose Heron.",
        "It is small",
    ]
