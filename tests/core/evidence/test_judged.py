"""Claims judged by what was learned from pairs of a source and a summary."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.judged import JUDGEMENTS, claims_of
from akira_cli.core.evidence.of_claims.judgement import Judgement
from akira_cli.core.evidence.reading import read_text
from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "LanternNet: Reading Tide Tables at Night",
        "Harbour masters read tide tables by lamplight. Existing readers struggle with faded ink. "
        "We present LanternNet, which reads faded tables without any manual transcription and "
        "works with handwriting as well as print. It does not require a flash, so paper is not "
        "harmed. Brightening the page reduces the error on old tables, and the gap between print "
        "and handwriting narrowed in all three harbours. In a user study, harbour masters could "
        "correct the remaining errors quickly. LanternNet is training-free and generalises to "
        "tables of other countries. Reading maps is beyond its reach.",
    )
)


def ids(text: str) -> list[str]:
    return [one.id for one in problems(text, SOURCE)]


@pytest.mark.parametrize(
    "text",
    [
        "LanternNet reads faded tables, although it cannot be used with handwriting.",
        "LanternNet reads tide tables, but no user study was carried out.",
        "LanternNet cannot do without manual transcription.",
        "LanternNet reads faded tide tables but requires a flash.",
    ],
)
def test_a_claim_with_the_other_sign_is_told_as_a_changed_negation(text: str) -> None:
    assert "negation-changed" in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "LanternNet reads faded tables, and nobody has to transcribe them.",
        "No flash is needed, which spares the paper.",
        "LanternNet is not limited to print: handwriting works, too.",
        "LanternNet cannot read maps.",
        "Not only print is read, but handwriting as well.",
        "It needs no more than the lamp of a harbour master.",
    ],
)
def test_what_the_source_says_in_other_words_is_left_alone(text: str) -> None:
    assert ids(text) == []


def test_a_change_the_other_way_is_told_with_the_words_of_the_source() -> None:
    (problem,) = problems("Brightening the page increases the error on old tables.", SOURCE)
    assert problem.id == "direction-changed"
    assert problem.text == "increases"
    assert problem.why.startswith("the source says 'Brightening the page")


@given(
    st.text(alphabet="not no without LanternNet reads, tables. cannot more less-free", max_size=80)
)
def test_claims_stand_in_the_text_and_have_the_features_that_are_weighed(text: str) -> None:
    for claim in claims_of(read_text(text), SOURCE):
        assert 0 <= claim.start < claim.end <= len(text)
        assert set(JUDGEMENTS[claim.judgement].weights) <= set(claim.features)


@given(st.dictionaries(st.sampled_from("abc"), st.floats(-50, 50), min_size=3))
def test_a_likelihood_is_between_nothing_and_all(features: dict[str, float]) -> None:
    judgement = Judgement(-0.5, {"a": 1.0, "b": -2.0, "c": 0.5}, 0.5)
    assert 0.0 <= judgement.likelihood(features) <= 1.0
