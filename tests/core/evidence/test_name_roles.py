"""Names of a source told of what the source says of their like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.of_names.told_names import listed, named_in, parts_of
from akira_cli.core.evidence.tokens import tokens_of
from akira_cli.core.faithful import problems, read_source

SITES = (
    "The scheduler ran in Malta, Corsica and Gotland. Most was saved in Malta owing to its wind; "
    "in Corsica, where hydropower dominates, it saved only a little."
)
GAINS = "On the Aquila, Corvus and Lyra sets recall rises by 3.3%, 0.7% and 1.2%, respectively."
SPELLED = (
    "On Tern it beats bag of words (BoW) and string of notes (SoN), by 31.4% and 9.7%, "
    "respectively."
)
ENCODERS = (
    "The sorter reads long ropes using Corvus and turns knots into beads that are counted by "
    "Lyra, then ties both."
)
RESULTS = (
    "It gets record accuracy on a harbour set, Aquila, and middling results on a large set of "
    "ports, Lyra."
)

BLEND = "It joins the wide outlook of gulls like Corvus2 with the near outlook of crabs like Lyra2."
COINED = (
    "We build FishChain, in which nets are mended. On it rests a second step. We then offer "
    "FishGuide, the largest tackle list with many drawn hooks."
)
SCORES = (
    "Two sets, Aquila and Corvus, were sorted. On the Corvus set the scores are 0.612 (A-1), "
    "0.745 (Tide) and 0.508 (Moor). On the Aquila set the score is 0.731 (Tide)."
)


def misplaced(text: str, source: str) -> list[str]:
    """The names that are told as standing in the place of others."""
    found = problems(text, read_source([source]))
    return [one.text for one in found if "the source says that of" in one.why]


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("In Gotland, where hydropower dominates, little was saved.", SITES, "Gotland"),
        ("The largest gain, 3.3%, is on Corvus.", GAINS, "Corvus"),
        (
            "Long ropes are read using Lyra, and knots become beads counted by Corvus.",
            ENCODERS,
            "Lyra",
        ),
        (
            "It has record accuracy on Lyra and middling results on Aquila.",
            RESULTS,
            "Lyra",
        ),
        (
            "Gains are 31.4% over string of notes and 9.7% over bag of words.",
            SPELLED,
            "string of notes",
        ),
        ("It joins a wide outlook from Lyra2 with a near outlook from Corvus2.", BLEND, "Lyra2"),
        ("FishChain is the largest tackle list of drawn hooks.", COINED, "FishChain"),
        ("On the Aquila set the model has 0.745 of Tide.", SCORES, "Aquila"),
    ],
)
def test_a_name_in_the_place_of_its_like_is_told(text: str, source: str, name: str) -> None:
    assert name in misplaced(text, source)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("In Corsica, where hydropower dominates, little was saved.", SITES),
        ("In Malta, thanks to wind, most was saved.", SITES),
        ("Malta, Corsica and Gotland ran the scheduler.", SITES),
        ("The largest gain, 3.3%, is on Aquila.", GAINS),
        ("Recall rises on Aquila by 3.3% and on Lyra by 1.2%.", GAINS),
        ("Gains are 12.5% over string of notes and 23.6% over bag of words.", SPELLED),
        (
            "Short peptides become strings by Lyra, and receptor chains are encoded using Corvus.",
            ENCODERS,
        ),
        ("It has competitive results on Lyra and state-of-the-art accuracy on Aquila.", RESULTS),
        ("It blends a global view from Corvus2 with a local grasp from Lyra2.", BLEND),
        ("FishGuide is the largest tuning dataset of visual instructions.", COINED),
        ("On the Corvus set the model has 0.883 of Tide.", SCORES),
    ],
)
def test_a_name_that_keeps_its_place_is_left_alone(text: str, source: str) -> None:
    assert misplaced(text, source) == []


def names(text: str) -> list[str]:
    """The names of a sentence, as they are compared."""
    return [" ".join(one.words) for one in named_in(tokens_of(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We use Tern-72b-Instruct here.", ["tern 72b instruct"]),
        ("A Tern-based tool runs on Lyra 2.", ["tern", "lyra 2"]),
        ("It rises on Lyra 20%.", ["lyra"]),
        ("Training is slow.", []),
        ("mTern and LLMs differ.", ["mtern"]),
    ],
)
def test_a_name_is_read_with_its_version_and_without_a_plain_end(
    text: str, found: list[str]
) -> None:
    assert names(text) == found


def test_names_in_one_list_are_of_one_kind() -> None:
    tokens = tokens_of("It ran on Aquila, Corvus and Lyra, unlike Tern, a tool.")
    assert list(listed(tokens, named_in(tokens))) == [{("aquila",), ("corvus",), ("lyra",)}]


@given(st.text(alphabet="AbC2 ,;and()-.", max_size=60))
def test_the_parts_of_a_sentence_have_each_of_its_names(text: str) -> None:
    tokens = tokens_of(text)
    found = named_in(tokens)
    parts = parts_of(tokens, found)
    assert {one.words for one in found} == {name for part in parts for name in part.names}
