"""Who is said to be better: the work told of, another, or others."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "KelpFind: Counting Seaweed",
        "We present KelpFind. Our method outperforms existing tools by a wide margin. On calm "
        "days SeaScan beats TideCount by two points.",
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "KelpFind is outperformed by existing tools.",
        "Existing tools outperform it by a wide margin.",
        "KelpFind falls behind existing tools.",
        "On calm days TideCount beats SeaScan.",
        "SeaScan is beaten by TideCount on calm days.",
        "SeaScan does worse than TideCount on calm days.",
    ],
)
def test_the_wrong_one_is_not_the_better(text: str) -> None:
    assert [one.id for one in problems(text, SOURCE)] == ["direction-changed"]


@pytest.mark.parametrize(
    "text",
    [
        "Existing tools are surpassed by KelpFind.",
        "Existing tools are surpassed.",
        "Existing tools fall behind it.",
        "On calm days TideCount is beaten by SeaScan.",
        "TideCount does worse than SeaScan on calm days.",
    ],
)
def test_a_comparison_may_be_told_from_the_other_side(text: str) -> None:
    assert problems(text, SOURCE) == ()
