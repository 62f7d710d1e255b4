"""One line that says what a paper is about."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.summarisers.extractive.candidates import plain, told
from akira_cli.summarisers.extractive.ranking import shipped


def one_line(title: str, sentences: Sequence[str]) -> str:
    """The best line of about twenty words for a paper with that title and abstract.

    Its words are those of the abstract and the title. Without sentences it is the title, and
    without either it is empty.
    """
    title = plain(title)
    best = shipped(titled=bool(title)).best(title, told(sentences))
    return best.text if best else ""
