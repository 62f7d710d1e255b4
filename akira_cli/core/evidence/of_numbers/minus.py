"""Numbers below zero that are above it in the source, and the other way round."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_numbers.left_out import REDUCED
from akira_cli.core.evidence.of_numbers.quantity import Quantity
from akira_cli.core.sentences import word_set

_TOLD = word_set(
    "minus negative negatively inverse inversely anti decline declines declined decrease decreases "
    "decreased fall falls fell falling dip shrink shrinks loss penalty worse weaker change changes "
    "drops dropped lost loses off reduced cuts difference gap between margin magnitude absolute "
    "freezing"
)
"""Words that tell of a number below zero what its sign does, or by which it has none."""


def other_sign(one: Quantity, same: Sequence[Quantity]) -> Quantity | None:
    """The same number with the other sign, where the source has it with no other."""
    if one.form != "plain" or one.text.isalpha() or not one.value:
        return None
    alike = [other for other in same if other.value == one.value]
    if not alike or any(other.negative == one.negative for other in alike):
        return None
    return None if any(map(_tells_the_sign, (one, *alike))) else alike[0]


def _tells_the_sign(one: Quantity) -> bool:
    if one.named:
        return True
    around = {*one.before, *one.following[:4]}
    return not (_TOLD | REDUCED).isdisjoint(around)
