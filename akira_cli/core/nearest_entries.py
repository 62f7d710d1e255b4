"""Which of the curator's own entries are nearest in topic to an item. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import log, sqrt

from akira_cli.core.items import Item
from akira_cli.core.models import Entry

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_READ = 4_000
"""Characters of an item that tell its topic."""


class NearestEntries:
    """The entries that show the curator's voice, to be looked through for many items.

    Only those count that have a headline and a summary, both written or accepted by the curator.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = [one for one in entries if _is_the_curators(one)]
        self._words = [
            _words_of(f"{one.title} {one.headline} {one.summary}") for one in self._entries
        ]
        counts = Counter(word for words in self._words for word in words)
        # a word that half of the entries have tells next to nothing of a topic
        self._weights = {word: log(1 + len(self._words) / n) for word, n in counts.items()}

    def to(self, item: Item, count: int) -> Sequence[Entry]:
        """At most `count` of them, the nearest first; of equally near ones the earlier given.

        None of them is about the item itself: its text is not to be copied.
        """
        wanted = _words_of(f"{item.title} {item.abstract or item.text}"[:_LONGEST_READ])
        near = [
            (self._overlap(wanted, words), entry)
            for entry, words in zip(self._entries, self._words, strict=True)
            if entry.url != item.url
        ]
        near.sort(key=lambda one: one[0], reverse=True)
        return [entry for _, entry in near[:count]]

    def _overlap(self, wanted: frozenset[str], words: frozenset[str]) -> float:
        """The weight of the words both have, less for an entry with many others."""
        # in a fixed order: floating point sums differ by it
        shared = sum(self._weights[word] for word in sorted(wanted & words))
        return shared / sqrt(len(words) or 1)


def _is_the_curators(entry: Entry) -> bool:
    return bool(entry.headline.strip() and entry.summary.strip()) and not entry.machine_fields


def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))
