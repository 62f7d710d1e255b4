import pytest

from akira_cli.summarisers.extractive.boosting import SCALE, Additive, Forest

TREES = Forest(
    # feature 0 at most 1 in both trees, feature 1 at most 5 in the second: the leaves left of it
    splits=[(0, 1.0, 0, 0, 0), (0, 1.0, 1, 0, 1), (1, 5.0, 1, 0, 0)],
    leaves=[[SCALE, 2 * SCALE], [10 * SCALE, 20 * SCALE, 40 * SCALE]],
)


@pytest.mark.parametrize(
    ("features", "total"),
    [((1, 5), 1 + 10), ((0, 6), 1 + 20), ((2, 5), 2 + 40), ((2, 6), 2 + 40), ((1.5, 0), 2 + 40)],
)
def test_each_tree_gives_the_leaf_that_is_reached(
    features: tuple[float, float], total: float
) -> None:
    assert TREES.score(features) == total


@pytest.mark.parametrize(("value", "total"), [(-1, 1.0), (0, 1.0), (0.1, 1.5), (2, 1.5), (3, 2.5)])
def test_a_step_function_changes_after_its_steps(value: float, total: float) -> None:
    model = Additive([([0, 2], [SCALE // 2, SCALE, 2 * SCALE]), ([], [SCALE // 2])])

    assert [model.score((value, 7)) for _ in range(2)] == [total, total]
