import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.summarisers.extractive import ranking
from akira_cli.summarisers.extractive.features import CANDIDATE_FEATURES
from akira_cli.summarisers.extractive.one_line import one_line
from akira_cli.summarisers.extractive.word_model import WORD_FEATURES, read, word_features

DEVELOPMENT = Path(__file__).resolve().parents[4] / "shared/data/scitldr/dev.jsonl"
FLOOR = 40.5
"""Of the F1 of words as they are written, which is about 3.5 less than ROUGE-1 with its stemmer;
the first sentence with a cue has 36.7."""

PRUNING = [
    "Deep networks need much memory.",
    "However, pruning them after training wastes time.",
    "In this paper, we propose Fern, a sparse layer that is pruned while it is trained.",
    "Experiments on three datasets show that Fern needs 40% less memory.",
    "Code is available at https://fern.example.",
]
ROBOTS = [
    "Robots fall when the ground is wet.",
    "We study how a robot may learn to walk on ice from videos of penguins.",
    "It does not fall in 9 of 10 trials.",
]


@pytest.mark.parametrize(
    ("title", "sentences", "line"),
    [
        (
            "Fern: Pruning While Training",
            PRUNING,
            "We propose Fern, a sparse layer that is pruned while it is trained.",
        ),
        (
            "Learning from Penguins",
            ROBOTS,
            "We study how a robot may learn to walk on ice from videos of penguins.",
        ),
        ("", PRUNING, "We propose Fern, a sparse layer that is pruned while it is trained."),
        ("Fern", [], "Fern"),
        ("", [], ""),
        ("", ["", " . "], ""),
        ("", ["疎な層を提案する。"], "疎な層を提案する。"),
    ],
)
def test_the_line_says_what_the_paper_is_about(title: str, sentences: list[str], line: str) -> None:
    assert one_line(title, sentences) == line


@settings(max_examples=60)
@given(
    st.text(max_size=30),
    st.lists(st.sampled_from([*PRUNING, *ROBOTS]) | st.text(max_size=40), max_size=8),
)
def test_the_line_has_no_word_that_the_paper_does_not_have(
    title: str, sentences: list[str]
) -> None:
    words = re.compile(r"[a-z0-9]+")
    known = set(words.findall(" ".join([title, *sentences, "and we"]).lower()))

    assert set(words.findall(one_line(title, sentences).lower())) <= known


def test_the_order_of_calls_does_not_matter() -> None:
    before = one_line("Fern", PRUNING)
    one_line("Learning from Penguins", ROBOTS)

    assert one_line("Fern", PRUNING) == before


def test_the_weights_are_small_and_fit_the_features() -> None:
    path = Path(ranking.__file__).with_name(ranking.WEIGHTS)
    data = json.loads(path.read_text(encoding="utf-8"))

    assert path.stat().st_size < 250_000
    assert len(data["stems"].split()) == len(data["odds"]) == len(data["shares"])
    for part in (data["titled"], data["untitled"]):
        assert len(part["words"]) == len(WORD_FEATURES)
        assert all(len(gives) == len(at) + 1 for at, gives in part["words"])
        assert {split[0] for split in part["splits"]} <= set(range(len(CANDIDATE_FEATURES)))
        assert part["splits"] == sorted(part["splits"])
        assert all(len(leaves) <= 8 for leaves in part["leaves"])


def test_every_word_and_line_has_all_features() -> None:
    model = ranking.shipped(titled=True)
    document = read("Fern", PRUNING)
    likely = model.likely(document)

    assert {len(row) for row in word_features(document, model.known).values()} == {
        len(WORD_FEATURES)
    }
    assert {len(row) for _, row in ranking.lines("Fern", PRUNING, document, likely)} == {
        len(CANDIDATE_FEATURES)
    }


def test_a_word_of_the_proposal_is_likelier_than_one_of_the_background() -> None:
    likely = ranking.shipped(titled=True).likely(read("Fern: Pruning While Training", PRUNING))

    assert likely["spars"] > likely["wast"]
    assert all(0 < chance < 1 for chance in likely.values())


def test_lines_for_papers_are_near_those_of_their_authors_and_reviewers() -> None:
    if not DEVELOPMENT.exists():
        pytest.skip("the development part of SciTLDR is not beside the checkout")
    papers = [json.loads(line) for line in DEVELOPMENT.read_text(encoding="utf-8").splitlines()]
    scores = [
        max(_shared(one_line(paper["title"], paper["source"]), text) for text in paper["target"])
        for paper in papers
    ]

    assert 100 * sum(scores) / len(scores) > FLOOR


def _shared(line: str, summary: str) -> float:
    one, other = (Counter(re.findall(r"[a-z0-9]+", text.lower())) for text in (line, summary))
    return 2 * (one & other).total() / (one.total() + other.total())
