"""Denials that a source does not bear out, and those that it does in other words."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "FerryPlan: Rosters for Small Harbours",
        "Harbour crews are short of staff. Existing planners need a full timetable in advance and "
        "often fail to cope with fog. We present FerryPlan, a training-free planner that draws "
        "rosters without a fixed timetable. It does not rely on weather forecasts, and crews of "
        "any size are supported. FerryPlan eliminates the need for manual corrections and improves "
        "punctuality on nine routes. Both day and night shifts are planned. Experiments show that "
        "rosters transfer to other harbours, regardless of the type of boat. Unlike earlier "
        "planners that assign crews by hand, it learns the assignment. Longer rosters do not "
        "improve punctuality. The code is available.",
    )
)


def ids(text: str) -> list[str]:
    return [one.id for one in problems(text, SOURCE)]


@pytest.mark.parametrize(
    "text",
    [
        "Rosters cannot be transferred to other harbours.",
        "Only day shifts are planned, not night shifts.",
        "The code is not available.",
        "FerryPlan cannot do without a fixed timetable.",
        "Crews of any size are not supported.",
        "Manual corrections are no longer avoided.",
    ],
)
def test_a_denial_of_what_the_source_says_is_found(text: str) -> None:
    assert "negation-changed" in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "FerryPlan still needs manual corrections.",
        "FerryPlan relies on weather forecasts.",
        "It must be given weather forecasts.",
        "Longer rosters do improve punctuality.",
    ],
)
def test_what_the_source_denies_and_the_text_says_is_found(text: str) -> None:
    assert "negation-changed" in ids(text)


@pytest.mark.parametrize(
    "text",
    [
        "FerryPlan needs no manual corrections.",
        "No weather forecast is needed.",
        "FerryPlan does not need training.",
        "FerryPlan does not assign crews by hand.",
        "Rosters also work elsewhere, no matter which boat is used.",
        "Existing planners cannot cope with fog.",
        "Longer rosters do not help.",
        "Crews need not correct anything by hand.",
        "It does away with manual corrections.",
        "Punctuality improves, but not with longer rosters.",
        "There are not enough crews.",
        "It makes no difference whether or not a boat is large.",
    ],
)
def test_a_denial_that_the_source_has_in_other_words_is_left_alone(text: str) -> None:
    assert ids(text) == []
