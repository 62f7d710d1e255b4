"""How long the texts of an entry are. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from akira_cli.core.settings import Length

HEADLINE_WORDS = 14
"""Words a headline may have."""
WORDS: Mapping[Length, tuple[int, int]] = {"short": (20, 40), "normal": (40, 75), "long": (75, 120)}
"""Words of a summary: the fewest and the most."""
