"""Choosing a figure: every rule by itself, and that the reasons add up to the points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.figures import Candidate, ranked, same_figure

PLAIN = Candidate(
    1, "figure", "Figure 4", "A drawing.", ("https://a.example/1.png",), "web", position=0.2
)
OVERVIEW = PLAIN._replace(number=2, caption="Overview of the network.")


def points(candidate: Candidate) -> float:
    [scored] = ranked([candidate])
    return scored.points


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (OVERVIEW, PLAIN),
        (OVERVIEW, PLAIN._replace(caption=f"{'Words. ' * 20}An overview of the network.")),
        (PLAIN._replace(caption="The architecture of our model."), PLAIN),
        (PLAIN._replace(caption="Taxonomy of methods."), PLAIN),
        (PLAIN._replace(caption="Samples from the proposed dataset."), PLAIN),
        (PLAIN, PLAIN._replace(caption="Ablation of the second block.")),
        (PLAIN, PLAIN._replace(caption="Failure cases.")),
        (PLAIN, PLAIN._replace(caption="Training curves of both models.")),
        (PLAIN._replace(label="Figure 1"), PLAIN._replace(label="Figure 2")),
        (PLAIN._replace(label="Figure 2"), PLAIN._replace(label="Figure 3")),
        (PLAIN._replace(position=0.0), PLAIN),
        (PLAIN, PLAIN._replace(label="")),
        (PLAIN, PLAIN._replace(label="Figure A1")),
        (PLAIN, PLAIN._replace(label="Figure S3")),
        (PLAIN, PLAIN._replace(label="Extended Data Figure 1")),
        (PLAIN, PLAIN._replace(label="Supplementary Figure 1")),
        (PLAIN._replace(label="FIG. 1"), PLAIN),
        (PLAIN, PLAIN._replace(position=0.9)),
        (PLAIN, PLAIN._replace(kind="table")),
        (PLAIN, PLAIN._replace(kind="algorithm")),
        (PLAIN, PLAIN._replace(text_share=0.8)),
        (PLAIN, PLAIN._replace(addresses=PLAIN.addresses * 9)),
        (PLAIN, PLAIN._replace(width=60, height=40)),
        (PLAIN, PLAIN._replace(width=1600, height=120)),
        (PLAIN, PLAIN._replace(width=200, height=1400)),
        (PLAIN._replace(width=800, height=400), PLAIN),
    ],
)
def test_one_is_better_than_the_other(better: Candidate, worse: Candidate) -> None:
    assert points(better) > points(worse)


def test_a_plot_gives_way_only_where_there_is_a_drawing_of_the_idea() -> None:
    plot = PLAIN._replace(number=3, label="Figure 1", caption="Accuracy versus latency.")
    first = PLAIN._replace(number=1, label="Figure 1", caption="A result.")
    assert points(plot) == points(first)
    best = ranked([plot, OVERVIEW])
    assert [each.candidate.number for each in best] == [2, 3]
    assert any("plots" in reason.what for reason in best[1].reasons)


@pytest.mark.parametrize(
    ("title", "caption"),
    [
        ("TileFormer: Attention Where It Matters", "A picture goes through TileFormer."),
        ("Training MobileViT on a Phone", "How MobileViT unfolds."),
        ("A Dataset of Kitchens", "Examples of each kind."),
        ("Kitchens", "Samples of the benchmark."),
    ],
)
def test_what_the_title_is_about_counts(title: str, caption: str) -> None:
    about = PLAIN._replace(caption=caption)
    best = ranked([PLAIN, about._replace(number=2)], title)
    assert best[0].candidate.caption == caption
    assert best[0].points > best[1].points


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Figure 1", "Fig. 1", True),
        ("FIGURE 1", "Figure 1", True),
        ("Figure 1", "Figure 11", False),
        ("Figure S1", "figure s1", True),
        ("Figure S1", "Figure 1", False),
    ],
)
def test_a_figure_is_the_same_however_it_is_abbreviated(one: str, other: str, same: bool) -> None:
    first, second = PLAIN._replace(label=one), PLAIN._replace(label=other)
    assert same_figure(first, second) is same
    assert not same_figure(first, second._replace(kind="table"))


def test_ties_go_to_the_earlier() -> None:
    twins = [PLAIN._replace(number=number) for number in (3, 1, 2)]
    assert [each.candidate.number for each in ranked(twins)] == [1, 2, 3]


def test_a_preview_needs_no_number() -> None:
    preview = PLAIN._replace(kind="preview", label="")
    assert points(preview) == points(PLAIN)


candidates = st.builds(
    Candidate,
    number=st.integers(1, 50),
    kind=st.sampled_from(["figure", "table", "algorithm", "preview"]),
    label=st.text(max_size=20),
    caption=st.text(max_size=300),
    addresses=st.lists(st.just("https://a.example/x.png"), min_size=1, max_size=20).map(tuple),
    origin=st.just("web"),
    position=st.floats(0, 1),
    width=st.integers(0, 5000),
    height=st.integers(0, 5000),
    text_share=st.floats(0, 1),
)


@given(st.lists(candidates, max_size=12))
def test_every_candidate_comes_back_once_and_the_best_is_first(given: list[Candidate]) -> None:
    scored = ranked(given)
    assert sorted((each.candidate for each in scored), key=repr) == sorted(given, key=repr)
    assert [each.points for each in scored] == sorted(
        (each.points for each in scored), reverse=True
    )


@given(st.lists(candidates, max_size=6))
def test_the_order_they_come_in_does_not_matter_but_for_equals(
    given: list[Candidate],
) -> None:
    distinct = list({each.number: each for each in given}.values())
    shuffled = sorted(distinct, key=lambda each: (each.number * 7919) % 53)
    assert ranked(shuffled) == ranked(distinct)
