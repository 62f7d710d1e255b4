"""Names that a source has in another form, and names that it does not have."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source


def names_missing(text: str, source: str) -> list[str]:
    """What is told as a name that the source does not have."""
    found = problems(text, read_source([source]))
    return [one.text for one in found if one.id == "name-not-in-source"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A Tern-style loss is used.", "A loss like that of Tern is used."),
        ("It sorts human-versus-AI essays.", "It sorts essays by humans and by AI."),
        ("A radar-plus-LiDAR rig was built.", "A rig with radar and LiDAR was built."),
        ("A 1D filter smooths the curve.", "A filter smooths the curve."),
        ("The rig gives 3D poses.", "The rig triangulates poses from five views."),
        ("T2I models were tried.", "Text-to-image models were tried."),
        ("They tuned the ViT-Large.", "A ViT-L/14 was tuned."),
        ("A PAC-Bayes bound is given.", "A PAC-Bayesian bound is given."),
        ("Can Tern-Zero-style training help?", "Training after Tern Zero may help."),
        ("An AB3D-like filter smooths it.", "It is smoothed by alpha-beta and 3D filtering."),
    ],
)
def test_a_compound_may_be_worded_otherwise(text: str, source: str) -> None:
    assert names_missing(text, source) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("It says that ΔTern is fast.", r"It says that $\Delta$Tern is fast."),
        ("A score on the π-bench is low.", "On pi-bench scores are low."),
        ("They say that American ones agree.", "Most U.S.-based ones agree."),
        ("It does well on English-German pairs.", "It is tried on En-De pairs."),
        ("It does well on pairs of En-De.", "It is tried on English and German pairs."),
        ("The rover is to dig on Mars.", "The rover digs in Martian soil."),
        ("They call it the Tern2fly of our day.", "Before it, Tern to fly was all the rage."),
        ("All MRIs were sorted.", "The MR images were sorted."),
        ("We tried Tern3m, v4m and v5m.", "They tried Tern3m, Ternv4m and Ternv5m."),
        ("The maker is OpenAI.", "The model is GPT-4."),
    ],
)
def test_a_name_may_be_spelled_and_derived_otherwise(text: str, source: str) -> None:
    assert names_missing(text, source) == []


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("It does well on English-Czech pairs.", "It is tried on En-De pairs.", "English-Czech"),
        ("The rover is to dig on Mars.", "The rover digs in lunar soil.", "Mars"),
        ("We tried Tern3m and v6m.", "They tried Tern3m, Ternv4m and Ternv5m.", "v6m"),
        ("They read ΩTern.", r"They read $\Delta$Tern.", "ΩTern"),
        ("The grid is 3D.", "The grid is 2D.", "3D"),
        ("The grid is 3D.", "The grid is two-dimensional.", "3D"),
        ("They tuned Ternlet-base.", "They tuned Ternlet-large.", "Ternlet-base"),
        ("It was tried on DeepMoor.", "Deep networks were tried on Moorland.", "DeepMoor"),
    ],
)
def test_another_kind_of_the_same_is_another_name(text: str, source: str, name: str) -> None:
    assert name in names_missing(text, source)


def test_what_a_source_says_that_a_short_form_means_counts() -> None:
    text = "They say that they train the Segment Anything Model on a few masks."
    source = "We train with Sharpness-Aware Minimization (SAM)."
    assert "Segment" in names_missing(text, source)
    assert names_missing("They train with sharpness-aware minimization.", source) == []


def test_a_short_form_next_to_a_name_does_not_cover_it() -> None:
    source = "Neural architecture search (NAS) finds a small detector."
    assert names_missing("It joins architecture search with YOLO.", source) == ["YOLO"]
