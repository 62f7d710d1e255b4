"""Where a phrase may be cut, and where nothing whole would be left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.summarisers.extractive.phrases import MAX_WORDS, whole_phrases
from akira_cli.summarisers.extractive.wholeness import is_balanced, is_plain

FILL = "in the many harbours and on the many islands of all the seas of the north"


def cut(text: str, *, is_noun: bool = True) -> set[str]:
    return {phrase.text for phrase in whole_phrases(text, is_noun=is_noun)}


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (f"Heron: a network that counts birds {FILL}", "Heron: a network that counts birds"),
        (f"A network that counts and names birds, using a camera {FILL}",
         "A network that counts and names birds"),
        (f"A network that finds gulls, terns and herons, which is new {FILL}",
         "A network that finds gulls, terns and herons"),
        (f"A network that counts birds and can name them {FILL}", "A network that counts birds"),
        (f"A set of ten thousand photographs taken {FILL}", "A set of ten thousand photographs"),
        (f"A network that counts gulls, specifically tailored to fog {FILL}",
         "A network that counts gulls"),
        (f"A study of three old networks, HerNet, GullNet, and TernNet, {FILL}",
         "A study of three old networks"),
        (f"A set of photographs of gulls featuring: ten bays {FILL}",
         "A set of photographs of gulls"),
    ],
)  # fmt: skip
def test_a_phrase_ends_where_something_is_only_added(text: str, whole: str) -> None:
    assert whole in cut(text)


@pytest.mark.parametrize(
    ("text", "half"),
    [
        (f"A network that combines a small camera with a clock {FILL}",
         "A network that combines a small camera"),
        (f"A loss that turns photographs of gulls into numbers {FILL}",
         "A loss that turns photographs of gulls"),
        (f"A tool that sees both gulls in flight and terns {FILL}", "A tool that sees both gulls"),
        (f"A link between gulls in flight and their prey {FILL}", "A link between gulls"),
        (f"A network that learns from photographs of gulls {FILL}", "A network that learns"),
        (f"A network that is more exact on gulls than on terns {FILL}",
         "A network that is more exact"),
        (f"Heron reaches 81% and 82% on gulls and terns respectively {FILL}",
         "Heron reaches 81% and 82%"),
        (f"A network that finds gulls, terns in flight, and herons {FILL}",
         "A network that finds gulls, terns"),
        (f"A method for finding the moment of a film that shows gulls {FILL}",
         "A method for finding the moment of a film"),
        (f"A frame to use the word from a watcher of gulls {FILL}", "A frame to use the word"),
        (f"A guide for watchers who would want to count gulls {FILL}",
         "A guide for watchers who would want"),
        (f"A way to blend in where gulls nest on rocks {FILL}", "A way to blend in where gulls"),
        (f"Heron reaches 81% on gulls and 9% on terns of the bay {FILL}", "Heron reaches 81%"),
        (f"A net that mixes the calls of gulls with those of terns {FILL}",
         "A net that mixes the calls of gulls"),
        (f"A step to address the known limitations in the counts of gulls {FILL}",
         "A step to address the known limitations"),
    ],
)  # fmt: skip
def test_a_phrase_does_not_end_in_the_middle(text: str, half: str) -> None:
    assert half not in cut(text)


def test_a_statement_keeps_its_verb_and_its_condition() -> None:
    assert cut(f"Networks of many small cameras in harbours count {FILL}", is_noun=False) == set()
    night = f"The network counts all gulls in photographs only if the sun is out {FILL}"
    assert "The network counts all gulls" not in cut(night, is_noun=False)
    assert "The network counts all gulls in photographs" not in cut(night, is_noun=False)


WORDS = st.sampled_from(
    ["a", "network", "that", "counts", "gulls", "terns,", "and", "with", "of", "not", "(see", "it)"]
)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.booleans())
def test_every_cut_is_a_beginning_of_the_text_within_the_limit(text: str, is_noun: bool) -> None:
    for phrase in whole_phrases(text, is_noun=is_noun):
        assert text.startswith(phrase.text)
        assert len(phrase.text.split()) <= MAX_WORDS
        assert phrase.loss >= 0


@pytest.mark.parametrize("text", ["a (b", "a [b", 'a "b', "a “b", "a $b", "a {b"])
def test_what_is_opened_and_not_closed_is_not_balanced(text: str) -> None:
    assert not is_balanced(text)


@pytest.mark.parametrize(
    "text", ["a (b)", "x^2", "\\alpha", "see https://a.example", "be- haviour"]
)
def test_brackets_formulas_addresses_and_broken_words_are_not_plain(text: str) -> None:
    assert not is_plain(text)
