import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.summarisers.extractive.trimming import trimmed

PIECES = (
    "However,|In this paper, we|We also propose|Experiments show that|our method|i.e.,|namely,|"
    "(see Figure 2)|(e.g., BERT)|not|without|never|3.5%|10x|[4]|,|;|.|(SGD)|SGD|however,|however"
)
TEXTS = st.lists(st.sampled_from(PIECES.split("|")), max_size=14).map(" ".join)


@pytest.mark.parametrize(
    ("sentence", "shorter"),
    [
        ("In this paper, we propose a sparse layer.", "We propose a sparse layer."),
        ("In this preliminary work we propose a layer.", "We propose a layer."),
        ("However, in this work, we also study depth.", "We study depth."),
        ("We have (i) a branch, and (ii) a module.", "We have a branch, and a module."),
        ("We have (i) a branch (ii) a module.", "We have (i) a branch (ii) a module."),
        ("To overcome this, we introduce a loss.", "We introduce a loss."),
        ("To solve these hard issues we introduce a loss.", "We introduce a loss."),
        ("Addressing these issues, we introduce a loss.", "We introduce a loss."),
        ("In response, this paper presents a loss.", "This paper presents a loss."),
        ("We introduce a loss to tackle this challenge.", "We introduce a loss."),
        ("In this work,we introduce a loss.", "We introduce a loss."),
        ("Based on these insights, we design a tuner.", "We design a tuner."),
        ("Experimental results show that Fern beats Moss.", "Fern beats Moss."),
        ("Our experiments demonstrate that our layer is fast.", "Our layer is fast."),
        ("The layer, however, is slow.", "The layer is slow."),
        ("The layer is slow; however, we speed it up.", "The layer is slow; we speed it up."),
        ("The layer is local, i.e., it sees its neighbours.", "The layer is local."),
        (
            "We use sparse nets, namely, pruned ones; they are fast.",
            "We use sparse nets; they are fast.",
        ),
        ("We use stochastic gradient descent (SGD).", "We use stochastic gradient descent."),
        ("Words (e.g., names) are hidden [3, 4].", "Words are hidden."),
        ("We follow earlier work (Doe et al., 2019).", "We follow earlier work."),
        (
            "We release Fern, and the code is available at https://a.example/fern.",
            "We release Fern.",
        ),
        ("  We   propose\n Fern . ", "We propose Fern."),
    ],
)
def test_words_that_only_introduce_or_repeat_are_left_out(sentence: str, shorter: str) -> None:
    assert trimmed(sentence) == shorter


@pytest.mark.parametrize(
    "sentence",
    [
        "Accuracy rises (from 71.2 to 75.9%).",
        "It is trained on images (two of three kinds).",
        "It learns (without labels) to draw.",
        "Stochastic gradient descent (SGD) is slow, but SGD generalises.",
        "The bias, i.e., the part that no model sees, is subtle, natural and common.",
        "It is a basis that is defined on the algebra.",
        "We learn with, for instance, triangulation.",
        "Results suggest that Fern is faster.",
        "Experiments do not show that Fern is faster.",
        "We study f(x) and state(s).",
        "Given 10 of these images, we find the eleventh.",
        "(",
        "However,",
    ],
)
def test_what_a_reader_would_miss_stays(sentence: str) -> None:
    assert trimmed(sentence) == sentence


@given(TEXTS)
def test_numbers_and_negations_stay_and_no_word_is_new(sentence: str) -> None:
    short = trimmed(sentence)
    for kept in ("not", "without", "never", "3.5%", "10x"):
        assert short.lower().count(kept) == sentence.count(kept)
    words = re.findall(r"\w+", sentence.lower())
    assert all(word in words for word in re.findall(r"\w+", short.lower()))


@given(st.text(max_size=60))
def test_any_text_is_trimmed_without_an_error(text: str) -> None:
    assert len(trimmed(text)) <= len(text)
