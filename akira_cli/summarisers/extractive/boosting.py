"""Boosted trees evaluated in plain Python, fast enough for a hundred words and lines an abstract.

Both forms are learned with LightGBM by `tools/train_one_line.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import getitem
from typing import Final

SCALE: Final = 10_000
"""Weights are stored as whole numbers of so many to one."""

_LOWEST_BIT = bytes((byte & -byte).bit_length() - 1 if byte else 0 for byte in range(256))

Steps = tuple[Sequence[float], Sequence[int]]


class StepFunction(dict[float, int]):
    """What a feature adds, by its value: with n steps n + 1 numbers; a value on a step is below it.

    It remembers the values it was asked for, of which there are few: counts, shares of counts.
    """

    def __init__(self, at: Sequence[float], gives: Sequence[int]) -> None:
        super().__init__()
        self.at, self.gives = at, gives

    def __missing__(self, value: float) -> int:
        self[value] = given = self.gives[bisect_left(self.at, value)]
        return given


class Additive:
    """A sum of step functions, one for each feature: where the steps are, and what it gives."""

    def __init__(self, steps: Iterable[Steps]) -> None:
        self.functions = [StepFunction(at, gives) for at, gives in steps]

    def score(self, features: Sequence[float]) -> float:
        """The sum for these features."""
        pairs = zip(self.functions, features, strict=True)
        return sum([function[value] for function, value in pairs]) / SCALE


Split = tuple[int, float, int, int, int]
"""A question of a tree, whether a feature is at most a value, and the leaves that are left of it:
feature, value, tree, first and last leaf."""


class Forest:
    """A sum of small trees, of eight leaves at most, each the value of the leaf that is reached.

    A tree is a byte with a bit for each leaf, all trees are one long number. A feature's value
    takes away, in one step for all trees, the leaves that it rules out; the lowest bit left in
    each byte is the leaf. After Lucchese et al. 2015, https://doi.org/10.1145/2766462.2767733.
    """

    def __init__(self, splits: Iterable[Split], leaves: Sequence[Sequence[int]]) -> None:
        """`splits` come in their order: those of a feature together, the lowest first."""
        self.leaves = leaves
        self.all = (1 << 8 * len(leaves)) - 1
        self.at: dict[int, list[float]] = {}
        self.left: dict[int, list[int]] = {}
        for feature, value, tree, first, last in splits:
            at = self.at.setdefault(feature, [])
            left = self.left.setdefault(feature, [self.all])
            ruled_out = ((2 << last) - (1 << first)) << 8 * tree
            at.append(value)
            left.append(left[-1] & ~ruled_out)

    def score(self, features: Sequence[float]) -> float:
        """The sum for these features."""
        left = self.all
        for feature, at in self.at.items():
            left &= self.left[feature][bisect_left(at, features[feature])]
        reached = left.to_bytes(len(self.leaves), "little").translate(_LOWEST_BIT)
        return sum(map(getitem, self.leaves, reached)) / SCALE
