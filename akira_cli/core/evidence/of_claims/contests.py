"""The words of a sentence that say which of two sides is better."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from akira_cli.core.evidence.of_claims.beating import beating
from akira_cli.core.evidence.of_claims.compared_sides import Contest
from akira_cli.core.evidence.of_claims.comparing import comparing
from akira_cli.core.evidence.of_claims.mentions import Reading

MOST = 10
"""How many of them are looked at in a sentence."""


def contests(reading: Reading) -> Iterator[Contest]:
    """The contests of a sentence, the first few."""
    return islice(_contests(reading), MOST)


def _contests(reading: Reading) -> Iterator[Contest]:
    tokens = reading.tokens
    seen: set[int] = set()
    signs = {one.place: one.better * one.turned for one in reading.mentions}
    for place, token in enumerate(tokens):
        found = beating(tokens, place)
        if found is not None:
            seen.update(range(found.verb, place + 1))
            sign = signs.get(place) if token.lower in ("above", "below") else 0
            yield found._replace(sign=sign) if sign else found
    for mention in reading.mentions:
        compared = comparing(tokens, mention) if mention.place not in seen else None
        if compared is not None:
            yield compared
