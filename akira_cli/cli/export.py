"""`akira export` and `akira formats`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, Language, connect
from akira_cli.cli._output import counted, data, emit_json, note, talk, visible, warn
from akira_cli.core.errors import AkiraError, UsageError

if TYPE_CHECKING:
    from akira_cli.core.issue import Loss
    from akira_cli.core.models import Draft
    from akira_cli.core.settings import Settings
    from akira_cli.wiring import Adapters
    from akira_cli.wiring.formats import AnyExporter
    from akira_cli.workflows.export import Exported


Format = Annotated[
    str, typer.Option("--format", "-f", metavar="NAME", help="'akira formats' lists them.")
]
Output = Annotated[
    str | None, typer.Option("--output", metavar="-", help="'-' prints the document instead.")
]
Explain = Annotated[bool, typer.Option("--explain", help="List what the target drops or changes.")]
Strict = Annotated[bool, typer.Option("--strict", help="Write nothing when anything is lost.")]
SelfContained = Annotated[
    bool, typer.Option("--self-contained", help="html: pictures inside the page.")
]
Width = Annotated[
    int | None, typer.Option("--width", min=0, help="text: columns of a line; 0 wraps nothing.")
]


def export(
    context: typer.Context,
    format_: Format,
    in_draft: InDraft = None,
    output: Output = None,
    explain: Explain = False,
    strict: Strict = False,
    language: Language = None,
    self_contained: SelfContained = False,
    width: Width = None,
    as_json: AsJson = False,
) -> None:
    """Assemble the issue and print where it is."""
    from akira_cli.workflows.export import refuse_losses, write

    _check_output(output, as_json)
    adapters = connect(context)
    settings = _with_options(adapters.settings, format_, self_contained, width)
    exporter = adapters.exporter(format_, settings)
    made = _with_doubts(adapters, _assembled(adapters, exporter, in_draft, language))
    losses = made.document.losses
    if explain and not as_json:
        _explain(exporter.name, losses, say=talk if output == "-" else data)
    if strict:
        refuse_losses(exporter.name, made.document)
    for warning in made.warnings:
        warn(warning)
    if losses and not explain:
        things = counted(len(losses), "thing", "things")
        note(f"{exporter.name} drops or changes {things}; --explain lists what and where")
    if output == "-":
        _print(made.document.main.text)
        return
    path = write(made, adapters.exports, adapters.drafts)
    if as_json:
        facts = {"draft": made.draft and made.draft.name, "format": format_, "path": path}
        emit_json({**facts, "warnings": made.warnings, "losses": losses})
    else:
        data(path)


def formats(context: typer.Context, as_json: AsJson = False) -> None:
    """List the formats an issue can be exported in."""
    everything = _exporters(context)
    for one in everything:
        if isinstance(one, AkiraError):
            warn(f"{one.message}; {one.hint}")
    found = [one for one in everything if not isinstance(one, AkiraError)]
    if as_json:
        emit_json([{"name": one.name, "description": one.description} for one in found])
        return
    widest = max(len(one.name) for one in found)
    for one in found:
        data(f"{one.name:<{widest}}  {one.description}")


def _exporters(context: typer.Context) -> Sequence[AnyExporter | AkiraError]:
    """One of each format, or why it does not work; without a workspace those that need none."""
    from akira_cli.core.errors import NoWorkspace

    try:
        return connect(context).exporters()
    except NoWorkspace:
        from akira_cli.wiring.formats import formats_anywhere

        return formats_anywhere()


def _check_output(output: str | None, as_json: bool) -> None:
    if output not in (None, "-"):
        raise UsageError(f"cannot write to '{output}'", "--output takes '-' for stdout")
    if output == "-" and as_json:
        raise UsageError("--output - prints the document, --json what became of it", "give one")


def _with_options(
    settings: Settings, format_: str, self_contained: bool, width: int | None
) -> Settings:
    """The settings with what the command line says of one format."""
    from akira_cli.core.settings import is_width

    for option, given, of in (
        ("--self-contained", self_contained, "html"),
        ("--width", width is not None, "text"),
    ):
        if given and format_ != of:
            raise UsageError(f"{option} means nothing to '{format_}'", f"it is for --format {of}")
    if self_contained:
        settings = settings._replace(html=settings.html._replace(self_contained=True))
    if width is not None:
        if not is_width(width):
            raise UsageError(f"lines cannot be {width} columns wide", "give --width 72, or 0")
        settings = settings._replace(text=settings.text._replace(width=width))
    return settings


def _assembled(
    adapters: Adapters,
    exporter: AnyExporter,
    in_draft: str | None,
    language: str | None,
) -> Exported:
    """The document of one issue, or of all published ones."""
    from akira_cli.ports import ArchiveExporter
    from akira_cli.workflows import export as workflow

    if isinstance(exporter, ArchiveExporter):
        if in_draft is not None:
            raise UsageError(
                f"{exporter.name} is made of all published issues", "leave --draft away"
            )
        return workflow.export_archive(
            adapters.drafts,
            lambda own: adapters.layout(own, asked=language),
            exporter,
            adapters.settings.figures.policy,
        )
    draft = _draft(adapters, in_draft)
    if language is None and not adapters.has_wording(draft.language):
        warn(f"there is no wording in '{draft.language}', so it is in English")
    layout = adapters.layout(draft.language, asked=language)
    policy = adapters.settings.figures.policy
    return workflow.export(draft, layout, exporter, adapters.drafts, policy)


def _with_doubts(adapters: Adapters, made: Exported) -> Exported:
    """The document of an issue with warnings of what its sources do not say."""
    if made.draft is None:
        return made
    told = adapters.doubts(made.draft)
    doubts = (f"{entry_id}: {line}" for entry_id, lines in told.items() for line in lines)
    return made._replace(warnings=(*made.warnings, *doubts))


def _print(text: str) -> None:
    """Print a document. It is UTF-8 wherever it goes; bytes are written as they are."""
    typer.echo(visible(text) if sys.stdout.isatty() else text.encode(), nl=False)


def _explain(name: str, losses: tuple[Loss, ...], say: Callable[[str], None]) -> None:
    if not losses:
        say(f"{name} keeps everything")
        return
    say(f"{name} drops or changes {counted(len(losses), 'thing', 'things')}:")
    for loss in losses:
        say(f"  {loss.where}: {loss.what}")
        say(f"    {loss.done}")


def _draft(adapters: Adapters, wanted: str | None) -> Draft:
    from akira_cli.workflows.open_draft import draft_to_export, next_draft, start_draft

    draft, passed_over = draft_to_export(adapters.drafts, wanted)
    if draft is None:
        draft = start_draft(adapters.drafts, next_draft(adapters.drafts, adapters.next_issue()))
        note(f"there was no draft, so {draft.label} was begun")
    elif passed_over is not None:
        note(
            f"{passed_over.label} is empty, so this is {draft.label}; "
            f"--draft {passed_over.name} exports it all the same"
        )
    elif wanted is None and draft.published:
        note(f"no draft is open, so this is {draft.label}, published already")
    return draft
