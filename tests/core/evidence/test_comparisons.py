"""Words that look as if they compared and claim nothing, and claims that they hide."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "QuillNet: Sorting Letters by Hand",
        "We present QuillNet, a method that sorts letters. QuillNet outperforms PaperCut on the "
        "harbour set. Of the three, StampBot degrades least in damp rooms. Larger offices lose "
        "slightly more letters than smaller ones. XGSort and CatSort have the best average "
        "ranks, ahead of InkFormer. Stamping runs 1.6 times faster on paper. The index takes up "
        "less than one megabyte and was built from 240,000 letters in Finland and Poland. "
        "Sorting took six weeks. QuillNet was preferred in 72% of comparisons. The error is 0.47 "
        "kcal/mol, and tracking reaches 38.9 MOTA. A Slow-Cost Cross-Desk Aggregation step merges "
        "the piles. The method does not extrapolate to piles above 2.5 metres. We report a "
        "notable reduction in training time. Results on INKIC18 are good. Opened letters grew by "
        "3.8% and the number of steps before a letter fell from 7.1 to 5.2. The office keeps its "
        "letters over a sequence of 15 tasks. Claude's letters were more legible than GPT-4's.",
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "QuillNet leaves PaperCut well behind on the harbour set.",
        "The idea behind QuillNet is simple.",
        "StampBot holds up best in damp rooms.",
        "QuillNet was preferred in nearly three out of four comparisons.",
        "It was built from fewer than a quarter of a million letters.",
        "Sorting took a month and a half.",
        "It uses letters from two European countries, some of them from Poles.",
        "It is tested on INKIC.",
        "QuillNet raised opened letters by 3.8%, with two steps fewer.",
        "It keeps letters through fifteen rounds of sorting.",
    ],
)
def test_an_honest_turn_of_phrase_is_left_alone(text: str) -> None:
    assert problems(text, SOURCE) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("StampBot degrades most in damp rooms.", "direction-changed"),
        ("Larger offices lose slightly less letters than smaller ones.", "direction-changed"),
        (
            "InkFormer has a better average rank than XGSort and CatSort.",
            "direction-changed",
        ),
        ("GPT-4's letters were more legible than Claude's.", "direction-changed"),
        ("Stamping runs 1.9 times faster on paper.", "number-not-in-source"),
        ("The index takes up less than one kilobyte.", "unit-changed"),
        ("The error is 0.47 eV.", "unit-changed"),
        ("Tracking reaches 38.9 frames per second.", "unit-changed"),
        ("The method extrapolates to piles beyond 2.5 metres.", "negation-changed"),
    ],
)
def test_a_changed_comparison_unit_or_name_is_found(text: str, kind: str) -> None:
    assert kind in [one.id for one in problems(text, SOURCE)]
