"""Factors told as shares: 1.5 times as much is 50% more, and four times as fast 75% less time."""

from __future__ import annotations

from math import isclose

from akira_cli.core.evidence.of_numbers.quantity import Quantity
from akira_cli.core.sentences import word_set

SCORES = word_set("accuracy accuracies success rate rates precision recall score scores f1 auc")


_FINE = 3
"""Figures from which on a factor is not told roughly."""


def fold_is_share(one: Quantity, other: Quantity) -> bool:
    """Whether a factor and a share may be told for each other."""
    fold, share = (one, other) if one.form == "fold" else (other, one)
    if not SCORES.isdisjoint((*share.before, *share.following[1:5])):
        return False
    more = 1 + share.value / 100
    less = 1 / (1 - share.value / 100) if 0 < share.value < 100 else 0.0
    of = 100 / share.value if share.value > 0 else 0.0
    rounded = fold.digits < _FINE and (one.form == "fold" or share.value % 5 == 0)
    close = 0.04 if rounded else 0.012 if one.form == "fold" else 0.002
    return any(isclose(fold.value, value, rel_tol=close) for value in (more, less, of))
