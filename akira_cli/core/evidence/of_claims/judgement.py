"""How likely a claim is at fault, from what can be counted about it: weights learned from pairs."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp
from typing import NamedTuple

Features = Mapping[str, float]


class Judgement(NamedTuple):
    """A logistic regression: the weight of each feature, and from what likelihood on a claim is
    told of."""

    bias: float
    weights: Mapping[str, float]
    enough: float

    def likelihood(self, features: Features) -> float:
        """Between 0 and 1; a feature without a weight counts nothing."""
        weights = self.weights
        total = self.bias + sum(weights[name] * features[name] for name in weights)
        return 1.0 / (1.0 + exp(-total))

    def is_fault(self, features: Features) -> bool:
        """Whether a claim with these features is to be told of."""
        return self.likelihood(features) >= self.enough
