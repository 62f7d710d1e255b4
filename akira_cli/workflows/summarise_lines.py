"""Summaries for scripts: a paper as a line of JSON in, its texts as one out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.settings import Length
from akira_cli.ports import OneLiner, Summariser
from akira_cli.workflows.json_lines import (
    Answered,
    BadLine,
    WrongLine,
    as_line,
    object_in,
    text_in,
)


def summarised_line(
    number: int,
    line: bytes,
    *,
    summariser: Summariser,
    length: Length,
    plain: Callable[[str], str] = str,
) -> Answered | BadLine | None:
    """`{"id", "title", "abstract"}` to `{"id", "headline", "tldr", "summary", "spans", "method"}`.

    `source`, a list of sentences, may stand for `abstract`: spans then count the characters of
    these sentences joined by blanks. A span tells the sentence of the summary, from 0. `plain`
    takes the markup out of the texts that are written; spans are of the abstract as it came.
    """
    try:
        asked = object_in(line)
        if asked is None:
            return None
        item = item_in(asked)
    except WrongLine as wrong:
        return BadLine(number, str(wrong))
    written = summariser.summarise(item, length)
    facts = {
        "id": asked.get("id"),
        "headline": plain(written.headline),
        "tldr": plain(line_of(written, item, summariser)),
        "summary": plain(written.text),
        "spans": [span._asdict() for span in written.spans],
        "method": written.method,
    }
    return Answered(number, as_line(facts), written.notes, written.usage)


def line_of(written: Summary, item: Item, summariser: Summariser) -> str:
    """The one line that came with a summary, or else the one that is written on its own."""
    if written.one_line or not isinstance(summariser, OneLiner):
        return written.one_line
    return summariser.one_line(item)


def item_in(asked: dict[str, Any]) -> Item:
    """The paper of a line, known by its texts alone; raises WrongLine."""
    given = {key: value for key, value in asked.items() if value is not None}
    title = text_in({"title": "", **given}, "title")
    abstract = text_in(given, "abstract") if "abstract" in given else _joined(given)
    name = asked.get("id")
    return Item(Reference("", "" if name is None else str(name)), "", title, abstract=abstract)


def _joined(asked: dict[str, Any]) -> str:
    sentences = asked.get("source")
    if sentences is None:
        raise WrongLine("there is neither 'abstract' nor 'source'")
    if not isinstance(sentences, list) or not all(isinstance(each, str) for each in sentences):
        raise WrongLine("'source' is not a list of sentences")
    return " ".join(" ".join(sentences).split())
