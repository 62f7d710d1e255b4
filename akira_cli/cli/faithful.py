"""`akira faithful`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._given_file import given_text
from akira_cli.cli._json_lines import File, Jobs, Jsonl, answer_lines
from akira_cli.cli._options import AsJson, Offline
from akira_cli.cli._output import data, emit_json, note
from akira_cli.cli._summaries import Method, summarisers_here, tell_cost
from akira_cli.core.errors import UsageError

if TYPE_CHECKING:
    from akira_cli.wiring.summarisers import Summarisers

Source = Annotated[
    str | None, typer.Option("--source", metavar="FILE", help="What a plain text is about.")
]


def faithful(
    context: typer.Context,
    file: File = "-",
    source: Source = None,
    jsonl: Jsonl = False,
    method: Method = None,
    jobs: Jobs = 1,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Tell what a summary says that its source does not; of one, or of many as JSON lines."""
    if jsonl and (source is not None or as_json):
        raise UsageError("--source and --json are for one plain text", "leave out --jsonl")
    if jobs > 1 and not jsonl:
        raise UsageError("--jobs is for many summaries", "give them as --jsonl")
    summarisers = summarisers_here(context, offline)
    if not jsonl:
        return _one(file, source, summarisers, method, as_json)
    from akira_cli.wiring.batches import checking

    make = checking(summarisers, method)
    return answer_lines(file, make, jobs, summarisers.settings.summaries)


def _one(
    file: str, source: str | None, summarisers: Summarisers, method: str | None, as_json: bool
) -> int:
    """Check one plain text; 1 when something in it is not in its source."""
    from akira_cli.workflows.faithful_lines import verdict

    if source is None or source == file:
        raise UsageError(
            "give what the text is about with --source FILE, or JSON lines with --jsonl",
            "'akira draft show' checks the texts of a draft",
        )
    text = given_text(file, "give a file with one text, or '-' for stdin")
    about = given_text(source, "give a file with what the text is about")
    found, remarks, usage = verdict(text, about, summarisers.checker(method))
    for remark in remarks:
        note(remark)
    tell_cost([usage], summarisers.settings.summaries)
    if as_json:
        emit_json({"supported": not found, "problems": found})
    elif not found:
        data("nothing was found that the source does not say")
    else:
        for each in found:
            data(f"'{each.text}': {each.why} ({each.id})")
    return 1 if found else 0
