"""Which sentence of a source a sentence about it rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import tokens_of

SYNONYM = 0.4
"""What a word of the same meaning counts, beside the same word."""


def supporting(sentence: str, candidates: Sequence[str]) -> int | None:
    """The place of the candidate that `sentence` rests on, None when it has no word of any.

    The words in common, rarer ones for more; of equals the first.
    """
    stems = [_content(candidate) for candidate in candidates]
    counts = Counter(stem for one in stems for stem in one)
    weights = {stem: log(1 + len(candidates) / count) for stem, count in counts.items()}
    wanted = _content(sentence)
    shared = [_shared(wanted, one, weights) for one in stems]
    return shared.index(max(shared)) if any(shared) else None


def _content(text: str) -> frozenset[str]:
    return frozenset(token.stem for token in tokens_of(text) if is_content(token))


def _shared(wanted: frozenset[str], there: frozenset[str], weights: dict[str, float]) -> float:
    groups: frozenset[int] = frozenset().union(*(groups_of(stem) for stem in there))
    total = sum(weights[stem] for stem in wanted & there)
    alike = sum(not groups_of(stem).isdisjoint(groups) for stem in wanted - there)
    length = 1 + len(there) / 200
    return (total + SYNONYM * alike) / length
