"""What a negation reaches."""

from __future__ import annotations

import pytest

from akira_cli.core.evidence.of_words.polarity import AFFIRMED, DENIED, UNTOLD
from akira_cli.core.evidence.of_words.prefixes import denied_base
from akira_cli.core.evidence.of_words.scopes import denials
from akira_cli.core.evidence.tokens import stem, tokens_of

SAYS = [
    ("It needs no labels.", "labels", DENIED),
    ("It does not need labels.", "labels", DENIED),
    ("It works without labels.", "labels", DENIED),
    ("It is label-free.", "label", DENIED),
    ("It removes the need for labels.", "labels", DENIED),
    ("It fails to converge.", "converge", DENIED),
    ("It needs labels.", "labels", AFFIRMED),
    ("It is fast but needs no labels.", "fast", AFFIRMED),
    ("It is not only fast.", "fast", AFFIRMED),
    ("It works without labels.", "works", AFFIRMED),
    ("It does not generalise without tuning.", "generalise", DENIED),
    ("No method can converge.", "converge", DENIED),
    ("None of the methods exceeds it.", "exceeds", DENIED),
    ("It prevents collapse.", "prevents", AFFIRMED),
    ("It prevents collapse.", "collapse", UNTOLD),
    ("It works with or without labels.", "labels", AFFIRMED),
    ("Why not predict the group first?", "predict", UNTOLD),
    ("It helps unless labels are wrong.", "labels", UNTOLD),
]


@pytest.mark.parametrize(("text", "word", "sign"), SAYS)
def test_a_word_is_denied_or_affirmed(text: str, word: str, sign: int) -> None:
    tokens = tokens_of(text)
    place = [token.lower for token in tokens].index(word)
    assert denials(tokens)[place] == sign


@pytest.mark.parametrize(
    ("word", "base"),
    [("unsupervised", "supervised"), ("inaccurate", "accurate"), ("undetectable", "detect")],
)
def test_a_prefix_denies_the_word_after_it(word: str, base: str) -> None:
    assert denied_base(word) == stem(base)


@pytest.mark.parametrize("word", ["understand", "image", "input", "unique", "include", "address"])
def test_some_words_only_look_as_if_they_had_a_prefix(word: str) -> None:
    assert denied_base(word) == ""
