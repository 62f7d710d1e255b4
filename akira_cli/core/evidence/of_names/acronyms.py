"""Short forms of the field and of the world, and the words that they stand for."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.of_names.short_forms import SHORT_FORMS
from akira_cli.core.evidence.tokens import stem

ALWAYS_KNOWN = frozenset(
    (
        *("ai", "ml", "i", "ii", "iii", "iv", "vs", "pdf", "url", "phd", "ok", "2d", "api", "id"),
        *("gpu", "cpu", "pc", "tv", "faq", "usb", "json", "html", "csv", "arxiv", "github"),
    )
)
"""Short forms that a summary may use whatever its source says."""


@cache
def expansions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each short form in lower case, what it stands for, as stems."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in SHORT_FORMS.replace("\n  ", " ").strip().splitlines():
        short, _, long = line.partition(":")
        phrases = (phrase.split() for phrase in long.split(";"))
        table[short] = tuple(tuple(stem(word) for word in phrase) for phrase in phrases)
    return table
