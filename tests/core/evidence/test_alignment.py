"""Which sentence of a source another one rests on."""

from __future__ import annotations

from akira_cli.core.evidence.alignment import supporting

CANDIDATES = [
    "Small classifiers lose detail.",
    "We propose Folded Maps, which keeps the maps large.",
    "On a phone, latency rises from 18 ms to 21 ms.",
]


def test_a_rephrased_sentence_is_led_back() -> None:
    assert supporting("They introduce Folded Maps.", CANDIDATES) == 1
    assert supporting("Latency increases on phones.", CANDIDATES) == 2


def test_a_sentence_of_the_source_rests_on_itself() -> None:
    assert [supporting(one, CANDIDATES) for one in CANDIDATES] == [0, 1, 2]


def test_a_sentence_with_no_word_of_the_source_rests_on_nothing() -> None:
    assert supporting("Yesterday, Peru voted.", CANDIDATES) is None
    assert supporting("Anything.", []) is None


def test_of_equals_the_first_is_taken() -> None:
    assert supporting("Maps fold.", ["Maps fold.", "Maps fold."]) == 0
