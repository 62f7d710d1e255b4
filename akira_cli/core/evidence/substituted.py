"""Things that stand where the source has another of their kind: depth images for thermal ones."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.in_context import InContext
from akira_cli.core.evidence.siblings import siblings

ENOUGH = 1.0
"""How much must agree around the two."""


def substitution_problems(sentence: InContext) -> Iterator[Problem]:
    """The words of a sentence that the source lacks where it has another thing of the kind."""
    source = sentence.source
    for mention in sentence.reading.mentions:
        token = mention.token
        others = siblings().get(token.stem)
        if others is None or source.same_word(token.stem) or sentence.says_any(others):
            continue
        there = (
            one
            for other in others
            for one in source.by_stem.get(other, ())
            if one.token.stem == other and sentence.beside(mention, one)
        )
        match = sentence.best(mention, there)
        if match is not None and match.agreement >= ENOUGH:
            why = f"no '{token.text}' in the source; it has '{match.mention.token.text}'"
            yield Problem("name-not-in-source", "", token.start, token.end, why)
