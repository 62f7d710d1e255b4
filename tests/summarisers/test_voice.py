"""Authors in the third person, openings that point nowhere taken off."""

from __future__ import annotations

import pytest

from akira_cli.summarisers.extractive.voice import in_third_person, standing_alone


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("We propose Heron.", "They propose Heron."),
        ("In this paper, we present our net.", "They present their net."),
        ("In this short paper we present it.", "They present it."),
        ("Here we test it ourselves.", "They test it themselves."),
        ("A net for phones-we call it Heron.", "A net for phones-they call it Heron."),
        ("This paper proposes Heron.", "They propose Heron."),
        ("This work studies gulls.", "They study gulls."),
        ("The authors show that it holds.", "They show that it holds."),
        ("In this paper, a net is trained.", "A net is trained."),
        ("In this paper I show my proof.", "They show their proof."),
        ("We're sure it helps us.", "They're sure it helps them."),
        ("The choice is ours.", "The choice is theirs."),
        ("US data and Gus are left alone.", "US data and Gus are left alone."),
        ("We humans forget.", "We humans forget."),
        ('We ask "who are we?" of it.', 'They ask "who are we?" of it.'),
        ("We ask “who are we?” of it.", "They ask “who are we?” of it."),
        ("See we-vec at us.example.org.", "See we-vec at us.example.org."),
    ],
)
def test_the_authors_become_they(sentence: str, told: str) -> None:
    assert in_third_person(sentence) == told


def test_a_second_verb_keeps_the_paper_as_subject() -> None:
    sentence = "This paper presents Heron and evaluates it."
    assert in_third_person(sentence) == sentence


@pytest.mark.parametrize(
    ("sentence", "bare"),
    [
        ("However, we can do better.", "We can do better."),
        ("In addition, wav2vec 2.0 helps.", "wav2vec 2.0 helps."),
        ("To address these issues, we train Heron.", "We train Heron."),
        ("To this end we train Heron.", "We train Heron."),
        ("We also train Heron.", "We train Heron."),
        ("Moreover, inspired by it, gulls fly.", "Inspired by it, gulls fly."),
        ("To count gulls, we train Heron.", "To count gulls, we train Heron."),
        ("Finally is a word.", "Finally is a word."),
    ],
)
def test_an_opening_that_points_back_is_taken_off(sentence: str, bare: str) -> None:
    assert standing_alone(sentence) == bare


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("This allows us to count gulls.", "This makes it possible to count gulls."),
        ("It changes how we think about gulls.", "It changes how people think about gulls."),
        ("We ask how we should count gulls.", "They ask how one should count gulls."),
        ("We deepen our understanding of gulls.", "They deepen the understanding of gulls."),
        ("In fog, this paper proposes a bell.", "In fog, they propose a bell."),
    ],
)
def test_people_in_general_are_not_the_authors(sentence: str, told: str) -> None:
    assert in_third_person(sentence) == told
