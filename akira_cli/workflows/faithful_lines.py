"""The check of summaries for scripts: text and source as a line of JSON in, what is wrong out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from akira_cli.core.errors import AkiraError, InvalidFile, ModelFailed
from akira_cli.core.faithful import Problem, problems, read_source
from akira_cli.core.items import Usage
from akira_cli.ports.language import FactChecker
from akira_cli.workflows.json_lines import (
    Answered,
    BadLine,
    WrongLine,
    as_line,
    object_in,
    text_in,
)


class Verdict(NamedTuple):
    """What is wrong with a text, what to say of the check on the side, and what it took."""

    problems: Sequence[Problem]
    remarks: tuple[str, ...] = ()
    usage: Usage | None = None


def checked_line(
    number: int, line: bytes, *, checker: FactChecker | None = None
) -> Answered | BadLine | None:
    """`{"id", "doc", "summary"}` to `{"id", "supported", "problems": [{"id", "text", "why"}]}`.

    A `checker` is asked as well; when it fails, that is remarked and the rest stands. Raises as
    `verdict`.
    """
    try:
        asked = object_in(line)
        if asked is None:
            return None
        summary, source = _texts_in(asked)
    except WrongLine as wrong:
        return BadLine(number, str(wrong))
    found = verdict(summary, source, checker)
    facts = {
        "id": asked.get("id"),
        "supported": not found.problems,
        "problems": [
            {"id": each.id, "text": each.text, "why": each.why} for each in found.problems
        ],
    }
    return Answered(number, as_line(facts), found.remarks, found.usage)


def verdict(text: str, source: str, checker: FactChecker | None = None) -> Verdict:
    """What the built-in rules find and, if there is one, the checker; when that fails, the rules
    stand alone. Raises InvalidFile for a prompt of the curator's that is broken."""
    own = problems(text, read_source((source,)))
    if checker is None:
        return Verdict(own)
    try:
        others, usage = checker.check(text, (source,))
    except InvalidFile:
        raise
    except AkiraError as error:
        told = f"{error.message}; only the built-in rules were asked"
        return Verdict(own, (told,), error.usage if isinstance(error, ModelFailed) else None)
    return Verdict(_merged(own, others), usage=usage)


def _texts_in(asked: dict[str, Any]) -> tuple[str, str]:
    """The text and its source; raises WrongLine, also for a text about nothing: the rules would
    find no fault with it, for want of anything to compare it with."""
    summary, source = text_in(asked, "summary"), text_in(asked, "doc")
    if summary.strip() and not source.strip():
        raise WrongLine("'doc' is empty")
    return summary, source


def _merged(own: Sequence[Problem], others: Sequence[Problem]) -> list[Problem]:
    """All problems in the order of the text; of two about the same words only the own one."""
    apart = [
        other
        for other in others
        if not any(each.start < other.end and other.start < each.end for each in own)
    ]
    return sorted([*own, *apart], key=lambda each: (each.start, each.end))
