"""`akira summarise`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._given_file import given_text
from akira_cli.cli._json_lines import File, Jobs, Jsonl, answer_lines
from akira_cli.cli._options import AsJson, Offline
from akira_cli.cli._output import data, emit_json, paint
from akira_cli.cli._summaries import (
    DryRun,
    LengthOption,
    Method,
    length_in,
    summarisers_here,
    tell_cost,
    tell_written,
)
from akira_cli.core.errors import UsageError

if TYPE_CHECKING:
    from akira_cli.core.items import Item, Summary
    from akira_cli.core.settings import Length, Settings
    from akira_cli.ports import Summariser

Title = Annotated[str, typer.Option("--title", help="The paper's title, for a plain text.")]


def summarise(
    context: typer.Context,
    file: File = "-",
    jsonl: Jsonl = False,
    title: Title = "",
    method: Method = None,
    length: LengthOption = None,
    jobs: Jobs = 1,
    dry_run: DryRun = False,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Write headline, one line and summary of an abstract, or of many as JSON lines."""
    if jsonl and (title or as_json or dry_run):
        raise UsageError("--title, --json, --dry-run are for one plain text", "leave out --jsonl")
    if jobs > 1 and not jsonl:
        raise UsageError("--jobs is for many papers", "give them as --jsonl")
    summarisers = summarisers_here(context, offline)
    settings = summarisers.settings
    wanted = length_in(settings, length)
    if jsonl:
        from akira_cli.wiring.batches import summarising

        make = summarising(summarisers, method, wanted)
        return answer_lines(file, make, jobs, settings.summaries)
    if dry_run:
        from akira_cli.cli._dry_run import asked_by, show_prompts

        asked = asked_by(summarisers, method)
        show_prompts([_item(file, title)], asked, wanted, as_json)
        return 0
    _tell(_written(_item(file, title), summarisers.writer(method), wanted), settings, as_json)
    return 0


def _written(item: Item, summariser: Summariser, length: Length) -> Summary:
    from akira_cli.workflows.summarise_lines import line_of

    written = summariser.summarise(item, length)
    return replace(written, one_line=line_of(written, item, summariser))


def _tell(written: Summary, settings: Settings, as_json: bool) -> None:
    tell_written([("summary", written.notes)])
    tell_cost([written.usage], settings.summaries)
    if as_json:
        emit_json(written)
        return
    for name, text in (
        ("Headline", written.headline),
        ("One line", written.one_line),
        ("Summary", written.text),
    ):
        data(text, paint(f"{name:<10}", bold=True))


def _item(file: str, title: str) -> Item:
    """The paper whose abstract is a file's plain text; raises InvalidFile."""
    from akira_cli.core.items import Item, Reference

    abstract = given_text(file, "give a file with one abstract, or '-' for stdin")
    return Item(Reference("", title or file), "", title.strip(), abstract=abstract)
