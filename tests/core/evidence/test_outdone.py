"""Who is told to be outdone: the work, the others, or one of two things that are described."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "Counting Gulls from Drones",
        "Counting gulls by hand is slow. We propose GullNet, a detector for drone footage. On "
        "three colonies GullNet outperforms existing detectors, including YOLO-sea and direct "
        "thermal counting, by a wide margin. It is also up to 3 times faster than the previous "
        "tiling pipeline and needs fewer parameters than any competitor. Dusk footage gave better "
        "counts than noon footage.",
    )
)
PLAIN = read_source(
    (
        "Sorting Letters by Hand-drawn Cues",
        "Post offices still read addresses. This paper describes a sorter that reads stamps "
        "first. Our sorter achieves superior accuracy compared to address-first sorting, while "
        "reducing energy use and preserving throughput. A user study shows that sorted piles are "
        "preferred over raw piles.",
    )
)
MODEST = read_source(
    (
        "Small Models for Tide Tables",
        "We train TideMin, a small network for tide tables. TideMin outperforms linear models, "
        "but it lags behind large transformers on storm days. Its training takes longer, which is "
        "the price of its accuracy.",
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "Existing detectors still come out ahead of GullNet.",
        "Direct thermal counting still beats it.",
        "It falls well short of YOLO-sea.",
        "On three colonies it is clearly outdone by existing detectors.",
        "It loses out to YOLO-sea on three colonies.",
        "Other detectors retain an edge over it.",
        "Compared with existing detectors, it gives weaker counts.",
        "Thermal counting leaves it far behind.",
        "GullNet, a detector for drones, trails YOLO-sea.",
        "It yields to direct thermal counting.",
        "The previous tiling pipeline is faster than GullNet.",
        "It comes with more parameters than any competitor.",
        "It is no better than existing detectors.",
        "Noon footage gave better counts than dusk footage.",
        "Dusk footage is outperformed by noon footage.",
    ],
)
def test_whoever_the_source_calls_better_is_not_the_worse_one(text: str) -> None:
    assert [one.id for one in problems(text, SOURCE)] == ["direction-changed"]


@pytest.mark.parametrize(
    "text",
    ["GullNet is no match for existing detectors.", "It does not outperform existing detectors."],
)
def test_a_win_that_is_denied_is_found(text: str) -> None:
    assert problems(text, SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        "Existing detectors are left far behind.",
        "YOLO-sea loses to it on three colonies.",
        "Direct thermal counting falls well short of it.",
        "Ahead of existing detectors on three colonies, it is also faster.",
        "The previous tiling pipeline is outpaced by GullNet.",
        "No existing detector comes close to it.",
        "It is no slower than the previous tiling pipeline.",
        "Counts from noon footage are worse than those from dusk footage.",
        "Whether existing detectors beat it on other birds is open.",
        "Counting by hand is slow, and GullNet is ahead of it.",
    ],
)
def test_the_same_verdict_may_be_told_in_other_words(text: str) -> None:
    assert problems(text, SOURCE) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Large transformers remain ahead of it on storm days.",
        "TideMin beats linear models and trails large transformers on storm days.",
        "On storm days it is outperformed by large transformers.",
        "It beats linear models at the price of longer training.",
    ],
)
def test_what_the_source_concedes_may_be_told(text: str) -> None:
    assert problems(text, MODEST) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The sorter is more accurate, at the price of some more energy.",
        "It beats address-first sorting at the expense of throughput.",
        "It sorts stamps first, with the side effect of lower throughput.",
        "Address-first sorting gave better results than this method.",
    ],
)
def test_a_price_that_the_source_does_not_speak_of_is_found(text: str) -> None:
    assert {one.id for one in problems(text, PLAIN)} == {"direction-changed"}


@pytest.mark.parametrize(
    "text",
    [
        "It is more accurate, and this not at the cost of throughput.",
        "It is more accurate at a fraction of the energy cost.",
        "The sorter reads stamps, not at the expense of throughput.",
    ],
)
def test_what_costs_nothing_is_no_price(text: str) -> None:
    assert problems(text, PLAIN) == ()
