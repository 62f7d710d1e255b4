"""`akira add`."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._dry_run import show_prompts_for
from akira_cli.cli._given_file import SavedPage, saved_page
from akira_cli.cli._illustrated import illustrated_if_wanted
from akira_cli.cli._options import AsJson, InDraft, Offline, connect
from akira_cli.cli._output import data, emit_json, error_facts, note, tell_published, warn
from akira_cli.cli._report import report, tell_origins
from akira_cli.cli._summaries import (
    DryRun,
    LengthOption,
    Method,
    length_in,
    tell_cost,
    tell_written,
)
from akira_cli.cli.entry import edit_entry
from akira_cli.core.errors import UsageError
from akira_cli.core.line_breaks import on_one_line

if TYPE_CHECKING:
    from akira_cli.core.models import Draft
    from akira_cli.core.page import Section
    from akira_cli.ports import LookUp
    from akira_cli.wiring import Adapters
    from akira_cli.workflows.add import Added, Report, Wishes
    from akira_cli.workflows.illustrate import Illustrated, Unillustrated


References = Annotated[list[str], typer.Argument(metavar="REF...", help="arXiv ids or addresses.")]
SectionKey = Annotated[
    str, typer.Option("--section", "-s", metavar="KEY", help="featured, use-cases, papers, ...")
]
Headline = Annotated[str | None, typer.Option(help="Your own headline.")]
Text = Annotated[str | None, typer.Option(help="Your own summary; '-' reads it from stdin.")]
Edit = Annotated[bool, typer.Option("--edit", help="Open the entry in $EDITOR.")]
Again = Annotated[bool, typer.Option("--again", help="Add a repeat all the same.")]
Force = Annotated[bool, typer.Option("--force", help="Add a withdrawn paper.")]
Pending = Annotated[
    bool, typer.Option("--pending", help="Keep a placeholder for what cannot be fetched.")
]
NoFigure = Annotated[bool, typer.Option("--no-figure", help="Look for no figure.")]
Rights = Annotated[
    str | None,
    typer.Option("--accept-rights", metavar="REASON", help="Why you may show the figures."),
]
Refresh = Annotated[bool, typer.Option("--refresh", help="Ask again, even if known.")]


def add(
    context: typer.Context,
    references: References,
    section: SectionKey = "papers",
    headline: Headline = None,
    summary: Text = None,
    method: Method = None,
    length: LengthOption = None,
    dry_run: DryRun = False,
    in_draft: InDraft = None,
    edit: Edit = False,
    again: Again = False,
    force: Force = False,
    pending: Pending = False,
    refresh: Refresh = False,
    no_figure: NoFigure = False,
    rights: Rights = None,
    html: SavedPage = None,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Fetch, summarise and append papers, articles and posts to the draft."""
    from akira_cli.workflows.add import Wishes

    _check(references, headline or summary, rights, no_figure)
    own = _own_texts(headline, summary)
    rights = _given("--accept-rights", rights and on_one_line(rights))
    adapters = connect(context, offline)
    words = length_in(adapters.settings, length)
    wishes = Wishes(_section(adapters, section), *own, again, force, pending, words)
    ask = _look_up(adapters, saved_page(html, references), refresh)
    if dry_run:
        return show_prompts_for(adapters, references, ask, method, words, as_json)
    outcome = _add_all(adapters, references, wishes, in_draft, ask, method, as_json)
    code = report(outcome.refused, as_json)
    drawn = [] if no_figure else illustrated_if_wanted(adapters, outcome, rights or "")
    _emit(outcome, drawn, as_json)
    if edit:
        _edit(adapters, outcome)
    return code


def _edit(adapters: Adapters, outcome: Report) -> None:
    if outcome.draft is not None:
        for one in outcome.added:
            edit_entry(adapters, outcome.draft, one.entry)


def _check(references: list[str], text: str | None, rights: str | None, no_figure: bool) -> None:
    if len(references) > 1 and text is not None:
        raise UsageError("--headline and --summary are for one reference at a time")
    if rights is not None and no_figure:
        raise UsageError(
            "--accept-rights speaks of figures, and --no-figure wants none", "give one of them"
        )


def _look_up(adapters: Adapters, page: bytes | None, refresh: bool) -> LookUp:
    """Where the facts come from: a page saved by hand, or the library and the sources."""
    if page is not None:
        return partial(adapters.read_saved, page=page)
    return partial(adapters.look_up, refresh=refresh)


def _add_all(
    adapters: Adapters,
    references: list[str],
    wishes: Wishes,
    in_draft: str | None,
    look_up: LookUp,
    method: str | None,
    as_json: bool,
) -> Report:
    """What became of the references, told as far as it is no JSON."""
    from akira_cli.workflows.add import add as add_them

    draft, is_new = _draft(adapters, in_draft)
    outcome = add_them(
        references,
        wishes,
        draft=draft,
        sections=adapters.settings.layout.sections,
        store=adapters.drafts,
        recognise=adapters.recognise,
        look_up=look_up,
        summariser=adapters.summariser(method),
    )
    _tell(outcome, is_new, as_json)
    tell_cost((one.usage for one in outcome.added), adapters.settings.summaries)
    return outcome


def _section(adapters: Adapters, key: str) -> Section:
    from akira_cli.core.sections import find_section

    return find_section(adapters.settings.layout.sections, key)


def _own_texts(headline: str | None, summary: str | None) -> tuple[str | None, str | None]:
    """The curator's own headline and summary, the latter from stdin if it is to be."""
    return (
        _given("--headline", headline and on_one_line(headline)),
        _given("--summary", sys.stdin.read() if summary == "-" else summary),
    )


def _given(option: str, text: str | None) -> str | None:
    """The curator's own text; a blank one is a slip, and must not pass for a text."""
    if text is not None and not text.strip():
        raise UsageError(f"{option} is empty", "leave it out to have one written")
    return text and text.strip()


def _draft(adapters: Adapters, wanted: str | None) -> tuple[Draft, bool]:
    """The draft to add to, and whether it is still to be made."""
    from akira_cli.workflows.open_draft import named_draft, next_draft, open_draft

    if wanted is not None:
        named = named_draft(adapters.drafts, wanted)
        tell_published(named)
        return named, False
    draft = open_draft(adapters.drafts)
    if draft is not None:
        return draft, False
    return next_draft(adapters.drafts, adapters.next_issue()), True


def _tell(outcome: Report, is_new: bool, as_json: bool) -> None:
    draft = outcome.draft
    if draft is not None and is_new:
        note(f"no draft was open, so {draft.label} was begun")
    tell_origins((one.entry.id, one.origin, one.because) for one in outcome.added)
    tell_written((one.entry.id, one.notes) for one in outcome.added)
    for one in outcome.added:
        if not as_json and draft is not None:
            data(_line(one, draft))
        for other in one.covered:
            when = f" ({other.date})" if other.date else ""
            warn(
                f"{one.entry.id} is covered in {other.label}{when}, {other.section}: "
                f'"{other.headline}"'
            )


def _emit(outcome: Report, drawn: list[Illustrated | Unillustrated], as_json: bool) -> None:
    """The report as JSON if asked for, each entry with its figure or why it got none."""
    if not as_json:
        return
    from akira_cli.workflows.illustrate import Illustrated

    entries = {one.entry.id: one.entry for one in drawn if isinstance(one, Illustrated)}
    added = [replace(one, entry=entries.get(one.entry.id, one.entry)) for one in outcome.added]
    problems = [
        {"entry": one.entry_id, **error_facts(one.error)}
        for one in drawn
        if not isinstance(one, Illustrated)
    ]
    emit_json(
        {
            "draft": outcome.draft.name if outcome.draft else None,
            "added": added,
            "failed": outcome.refused,
            "without_figure": problems,
        }
    )


def _line(one: Added, draft: Draft) -> str:
    headline = one.entry.headline or one.entry.title
    return f"added {one.handle} to {draft.label}, {one.entry.section}: {headline}"
