import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.summarisers.extractive.clauses import opens_pointing, pieces, points_back


def texts(sentence: str) -> list[str]:
    return [piece.text for piece in pieces(sentence)]


@pytest.mark.parametrize(
    ("sentence", "shorter"),
    [
        (
            "This paper presents a new kind of sparse layer.",
            "We present a new kind of sparse layer.",
        ),
        ("We show that deep sparse layers learn faster.", "Deep sparse layers learn faster."),
        ("Unlike earlier work, we prune all of the layers.", "We prune all of the layers."),
        ("We propose a sparse layer, which speeds up training.", "We propose a sparse layer."),
        ("We propose a sparse layer, improving the accuracy.", "We propose a sparse layer."),
        ("We propose a sparse layer and show that it is fast.", "We propose a sparse layer."),
        ("We train very sparse layers by pruning their weights.", "We train very sparse layers."),
        ("We train very sparse layers using noisy labels.", "We train very sparse layers."),
        ("We study all sparse layers: they are fast.", "We study all sparse layers."),
        ("We study all sparse layers; they are not fast.", "We study all sparse layers."),
        ("We study all sparse layers as well as pruned ones.", "We study all sparse layers."),
        ("We study several image datasets such as Fern.", "We study several image datasets."),
    ],
)
def test_a_shorter_form_is_found(sentence: str, shorter: str) -> None:
    assert shorter in texts(sentence)


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("We train very sparse layers using no labels.", "We train very sparse layers."),
        (
            "Sparse layers always learn faster, which holds only for images.",
            "Sparse layers always learn faster.",
        ),
        ("If it rains on all days, we prune the layers.", "We prune the layers."),
        ("To learn without any labels, we prune the layers.", "We prune the layers."),
        (
            "We build a tool that aims to answer: how fast is it?",
            "We build a tool that aims to answer.",
        ),
        ("The accuracy of it is improved by pruning.", "The accuracy of it is improved."),
        ("We use the layer (of Fern, which is sparse) here.", "We use the layer (of Fern."),
        (
            "We show that these can be pruned, and others too.",
            "These can be pruned, and others too.",
        ),
        (
            "This paper presents a layer and shows its speed.",
            "We present a layer and shows its speed.",
        ),
        ("We propose it, which is new.", "We propose it."),
    ],
)
def test_a_form_that_would_mislead_or_break_off_is_not_made(sentence: str, wrong: str) -> None:
    assert wrong not in texts(sentence)


def test_the_sentence_itself_is_among_the_forms() -> None:
    sentence = "However, in this paper, we propose a layer."

    assert [(piece.text, piece.form) for piece in pieces(sentence)] == [
        (sentence, "whole"),
        ("We propose a layer.", "trimmed"),
    ]


@pytest.mark.parametrize("text", ["It is fast.", "These layers learn.", "The former is better."])
def test_an_opening_that_points_back_is_told(text: str) -> None:
    assert opens_pointing(text)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("We address this problem with sparse layers.", True),
        ("We draw inspiration from this.", True),
        ("We study such layers.", True),
        ("We show that it is biased.", True),
        ("We propose Fern and show that it is fast.", False),
        ("In this preliminary work, we study layers.", False),
        ("We study such a layer, such as Fern.", False),
        ("We prune layers of many deep networks that see images, and these layers learn.", False),
    ],
)
def test_what_a_line_does_not_tell_itself_is_noticed(text: str, *, points: bool) -> None:
    assert points_back(text) is points


@given(st.text(max_size=80))
def test_any_text_has_a_form(text: str) -> None:
    assert texts(text)
