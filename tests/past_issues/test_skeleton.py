"""Our Markdown in the words of the published pages has the very blocks of those pages."""

from __future__ import annotations

import pytest

from tests.past_issues.skeleton import (
    difference,
    repaired,
    skeleton_of_markdown,
    skeleton_of_seed,
)
from tests.past_issues.translated import translated
from tests.past_issues.truth import NAMES, seed, truth

ARXIV = "https://arxiv.org/abs"
LINK_LOST = "link lost, words out of order"  # the domain in front, the tracked link gone
SPLIT = "words out of order"  # the headline around its domain, or the domain in its link
WORDS_LOST = "words lost"  # the headline, or the label of the domain link
REPAIRS = {
    "issue-026": {
        f"{ARXIV}/2103.16848": LINK_LOST,
        f"{ARXIV}/2103.14211": WORDS_LOST,
        f"{ARXIV}/2105.04906": SPLIT,
    },
    "issue-027": {
        f"{ARXIV}/2108.05887": LINK_LOST,
        f"{ARXIV}/2106.03650": SPLIT,
        f"{ARXIV}/2106.09018": SPLIT,
    },
    "issue-031": {
        f"{ARXIV}/2110.00023": "link lost, words lost",
        f"{ARXIV}/2104.14294": SPLIT,
        f"{ARXIV}/2106.04803": WORDS_LOST,
    },
    "issue-033": {
        f"{ARXIV}/2109.08141": WORDS_LOST,
        "https://aijourn.com/20-ai-influencers-you-need-to-be-following": LINK_LOST,
    },
    "week-12-2021": {f"{ARXIV}/2103.06255": LINK_LOST},
}
# blocks in all, and of them separators, pictures, bullets, items, cards
SHAPES = {
    "issue-026": (58, 7, 7, 2, 4, 5),
    "issue-027": (75, 9, 9, 2, 5, 9),
    "issue-031": (62, 7, 7, 2, 5, 7),
    "issue-033": (63, 8, 8, 2, 4, 7),
    "week-12-2021": (79, 8, 7, 7, 5, 9),
}
every_issue = pytest.mark.parametrize("name", NAMES)


@every_issue
def test_our_page_has_the_blocks_of_the_published_page(name: str) -> None:
    published, _ = repaired(skeleton_of_seed(seed(name)), truth(name))
    ours = skeleton_of_markdown(translated(name))
    assert not difference(published, ours), difference(published, ours)


@every_issue
def test_only_what_translation_lost_is_taken_from_elsewhere(name: str) -> None:
    _, damages = repaired(skeleton_of_seed(seed(name)), truth(name))
    assert {damage.where: damage.what for damage in damages} == REPAIRS[name]
    assert len(damages) == len(REPAIRS[name])


@every_issue
def test_every_block_of_a_published_page_is_read(name: str) -> None:
    kinds = [block.kind for block in skeleton_of_seed(seed(name))]
    counted = ("separator", "picture", "bullet", "item", "card")
    assert (len(kinds), *map(kinds.count, counted)) == SHAPES[name]
