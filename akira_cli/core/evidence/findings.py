"""What a check of a text against its source finds."""

from __future__ import annotations

from typing import Literal, NamedTuple

RULES = 4
"""A number for what is found and how: findings that were kept by other rules are found anew."""

ProblemId = Literal[
    "number-not-in-source",
    "name-not-in-source",
    "negation-changed",
    "unit-changed",
    "direction-changed",
]


class Problem(NamedTuple):
    """A claim that the source does not support: `checked[start:end] == text`, in characters.

    `why` is one line in lower case for the curator, the words it is about quoted.
    """

    id: ProblemId
    text: str
    start: int
    end: int
    why: str
