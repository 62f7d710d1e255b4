import pytest

from akira_cli.summarisers.extractive.candidates import Candidate, candidates, plain, told

PROPOSAL = "We propose Fern, a layer that is sparse."
RESULT = "We show that it needs half of the memory."
SPEED = "Our layer is twice as fast as a dense one."


def worth(tokens: tuple[str, ...]) -> float:
    return -len(tokens)


def made(title: str, *sentences: str) -> dict[str, Candidate]:
    return {one.text: one for one in candidates(title, sentences, worth)}


@pytest.mark.parametrize(
    ("joint", "text"),
    [
        (
            "and",
            "We propose Fern, a layer that is sparse and show that it needs half of the memory.",
        ),
        (
            "semicolon",
            "We propose Fern, a layer that is sparse; our layer is twice as fast as a dense one.",
        ),
        ("title", "Remembering little: our layer is twice as fast as a dense one."),
    ],
)
def test_two_statements_are_joined(joint: str, text: str) -> None:
    assert made("Remembering little", PROPOSAL, RESULT, SPEED)[text].joint == joint


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Moss: Forgetting old tasks slowly",
            "Forgetting old tasks slowly: we propose Fern, a layer that is sparse.",
        ),
        ("Can networks forget?", "Can networks forget? We propose Fern, a layer that is sparse."),
    ],
)
def test_the_telling_part_of_a_title_comes_first(title: str, text: str) -> None:
    assert text in made(title, PROPOSAL)


def test_a_title_is_not_put_before_what_says_the_same() -> None:
    assert set(made("Fern, a sparse layer", PROPOSAL)) == {PROPOSAL}


def test_a_line_does_not_open_with_what_it_has_not_told() -> None:
    assert "It is fast on all machines." not in made("", "It is fast on all machines.", PROPOSAL)


def test_a_line_that_points_back_is_better_than_none() -> None:
    assert "It is fast on all machines." in made("", "It is fast on all machines.")


def test_the_title_alone_stands_when_there_is_no_sentence() -> None:
    assert set(made("Fern")) == {"Fern"}


def test_without_any_words_there_is_no_candidate() -> None:
    assert made("") == {}


def test_marks_of_latex_and_line_breaks_are_left_out() -> None:
    assert (
        plain("We  use {\\em sparse}\n \\textbf{layers}\\footnote{See 2.}.")
        == "We use sparse layers."
    )


def test_formulas_keep_their_braces() -> None:
    assert plain("of $\\mathcal{O}(n^{2})$ steps") == "of $\\mathcal{O}(n^{2})$ steps"


@pytest.mark.parametrize(
    ("given", "whole"),
    [
        (["We propose a", "sparse layer."], ["We propose a sparse layer."]),
        (["It is fast.We prune it."], ["It is fast.", "We prune it."]),
        ([". We prune it.", "", " ,"], ["We prune it."]),
    ],
)
def test_torn_and_glued_sentences_are_mended(given: list[str], whole: list[str]) -> None:
    assert told(given) == whole
