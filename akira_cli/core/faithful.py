"""Whether a headline or summary says only what its source says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.findings import Problem, ProblemId

__all__ = ["Problem", "ProblemId", "Source", "problems", "read_source"]


class Source(NamedTuple):
    """What a text may rest on, read once for all the texts about it."""

    texts: tuple[str, ...]


def read_source(texts: Sequence[str]) -> Source:
    """A source from its parts: title, abstract, article text, captions."""
    return Source(tuple(texts))


def problems(text: str, source: Source) -> tuple[Problem, ...]:  # noqa: ARG001 - being written
    """The claims of `text` that `source` does not support, in the order of the text."""
    return ()
