"""`akira draft ...`: begin, list, show, choose, edit and publish issues."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import (
    complain,
    counted,
    data,
    emit_json,
    error_facts,
    jsonable,
    note,
    warn,
)
from akira_cli.core.errors import AkiraError, UsageError

if TYPE_CHECKING:
    from akira_cli.core.models import Draft
    from akira_cli.ports import DraftStore
    from akira_cli.wiring import Adapters

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Begin, list, show, choose, edit, publish issues.",
)

Wanted = Annotated[
    str | None, typer.Argument(metavar="[DRAFT]", help="A number, a label or a file's stem.")
]


@app.command()
def new(
    context: typer.Context,
    number: Annotated[
        int | None, typer.Option("--number", min=0, help="Another than the next.")
    ] = None,
    label: Annotated[
        str | None, typer.Option("--label", help="Such as 'Week 12, 2021' or 'November 2021'.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option("--kind", help="A label by issue, number, week or month; see the config."),
    ] = None,
    date: Annotated[
        datetime | None, typer.Option("--date", formats=["%Y-%m-%d"], help="Today by default.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Begin the next issue and use it."""

    from akira_cli.workflows.open_draft import next_draft, start_draft

    adapters = connect(context)
    if kind is not None and label is not None:
        raise UsageError(f"--kind '{kind}' makes a label, --label '{label}' is one", "give one")
    following = adapters.next_issue(kind)
    if date is not None:
        following = following._replace(day=date.date())
    draft = next_draft(adapters.drafts, following, number=number, label=label)
    start_draft(adapters.drafts, draft)
    path = adapters.drafts.path(draft.name)
    if as_json:
        emit_json({"draft": draft.name, "label": draft.label, "path": path})
    else:
        data(f"began {draft.label}: {path}")


@app.command("list")
def list_(context: typer.Context, as_json: AsJson = False) -> None:
    """List the issues, newest first."""
    from akira_cli.core.draft_names import newest_first
    from akira_cli.core.models import Draft

    store = connect(context).drafts
    everything = store.all()
    drafts = newest_first(one for one in everything if isinstance(one, Draft))
    broken = [one for one in everything if not isinstance(one, Draft)]
    used = _used_name(store)
    if as_json:
        rows = [{**_facts(d), "in_use": d.name == used} for d in drafts]
        bad = [{"name": one.name, **error_facts(one.error)} for one in broken]
        emit_json({"drafts": rows, "broken": bad})
        return
    for draft in drafts:
        mark = "*" if draft.name == used else " "
        status = "published" if draft.published else "draft"
        count = counted(len(draft.entries), "entry", "entries")
        data(f"{mark} {draft.name:<18} {draft.date!s:<11} {status:<10} {count:<12} {draft.label}")
    for one in broken:
        complain(one.error)
    if not everything:
        data("no drafts yet; 'akira draft new' begins the first issue")


@app.command()
def show(
    context: typer.Context,
    draft: Annotated[
        str | None,
        typer.Argument(
            metavar="[DRAFT]", help="34, a label, a file's stem; with --sources a HANDLE."
        ),
    ] = None,
    sources: Annotated[
        bool, typer.Option("--sources", help="Each sentence beside the one it rests on.")
    ] = False,
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Show an issue as an outline: sections, handles, headlines, what is missing or doubtful."""
    adapters = connect(context)
    if sources:
        _show_sources(adapters, draft, in_draft, as_json)
    else:
        _show_outline(adapters, _wanted(draft, in_draft), as_json)


def _show_outline(adapters: Adapters, wanted: str | None, as_json: bool) -> None:
    from akira_cli.core.outline import outline
    from akira_cli.workflows.open_draft import draft_in_use

    chosen = draft_in_use(adapters.drafts, wanted)
    told = adapters.doubts(chosen)
    path = adapters.drafts.path(chosen.name)
    shown = outline(chosen, adapters.settings.layout.sections, path, told)
    if as_json:
        emit_json(shown)
        return
    from akira_cli.cli._outline import print_outline

    print_outline(shown)


def _show_sources(
    adapters: Adapters, wanted: str | None, in_draft: str | None, as_json: bool
) -> None:
    """One entry, or all of a draft, beside what their sources say."""
    from akira_cli.cli._grounds import grounds_facts, print_grounds
    from akira_cli.core.draft_edits import resolve
    from akira_cli.workflows.open_draft import draft_in_use

    chosen = draft_in_use(adapters.drafts, in_draft)
    entries = chosen.entries
    if wanted is not None:
        entries = (resolve(chosen, adapters.settings.layout.sections, wanted),)
    shown = adapters.grounds(chosen, entries)
    if as_json:
        emit_json({"draft": chosen.name, "entries": grounds_facts(shown)})
    else:
        print_grounds(shown)


@app.command()
def use(
    context: typer.Context,
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="34, a label or a file's stem.")],
    as_json: AsJson = False,
) -> None:
    """Choose the issue that other commands work on."""
    from akira_cli.workflows.open_draft import named_draft

    store = connect(context).drafts
    chosen = named_draft(store, draft)
    if chosen.published:
        warn(f"{chosen.label} is published; commands that add will not pick it by themselves")
    store.use(chosen.name)
    if as_json:
        emit_json(_facts(chosen))
    else:
        data(f"using {chosen.label}: {store.path(chosen.name)}")


@app.command()
def edit(
    context: typer.Context, draft: Wanted = None, in_draft: InDraft = None, as_json: AsJson = False
) -> None:
    """Open the whole file in $EDITOR and check it after."""
    from akira_cli.cli._editor import edit_until_used
    from akira_cli.workflows.open_draft import draft_to_edit

    adapters = connect(context)
    store = adapters.drafts
    name = draft_to_edit(store, _wanted(draft, in_draft))

    def use_text(before: str, after: str) -> Draft:
        return store.replace_text(name, _bytes(before), _bytes(after), "draft edit")

    text = store.text(name).decode(errors="surrogateescape")
    written = edit_until_used(adapters.open_texts, f"{name}.toml", text, use_text)
    if as_json:
        emit_json({"draft": name, "changed": written is not None})
    else:
        data("nothing changed" if written is None else f"changed {store.path(name)}")
    if written is not None:
        _warn_of_layout(written, adapters)


@app.command()
def publish(
    context: typer.Context, draft: Wanted = None, in_draft: InDraft = None, as_json: AsJson = False
) -> None:
    """Mark an issue as published."""
    from akira_cli.core.gaps import gaps
    from akira_cli.workflows.change import publish as publish_it
    from akira_cli.workflows.open_draft import draft_in_use

    store = connect(context).drafts
    chosen = draft_in_use(store, _wanted(draft, in_draft))
    missing = gaps(chosen)
    published = publish_it(store, chosen)
    for gap in missing:
        warn(gap)
    if chosen.published:
        note(f"{chosen.label} was published already")
    if as_json:
        emit_json({**_facts(published), "warnings": missing})
    else:
        data(f"published {published.label}: {store.path(published.name)}")


def _wanted(argument: str | None, option: str | None) -> str | None:
    """The draft named before or behind `--draft`."""
    if argument is not None and option is not None:
        raise UsageError(f"'{argument}' and --draft '{option}' are two drafts", "give one of them")
    return argument if option is None else option


def _warn_of_layout(draft: Draft, adapters: Adapters) -> None:
    """Say what an export would refuse: the file may be saved half done, but not unawares."""
    from akira_cli.workflows.laid_out import laid_out

    try:
        laid_out(draft, adapters.layout(draft.language), adapters.drafts)
    except AkiraError as error:
        warn(f"{error.message}; {error.hint}")


def _used_name(store: DraftStore) -> str | None:
    """The name of the draft commands work on; None when there is none or it is broken."""
    from akira_cli.workflows.open_draft import open_draft

    try:
        draft = open_draft(store)
    except AkiraError:  # the list itself says what is broken
        return None
    return None if draft is None else draft.name


def _bytes(text: str) -> bytes:
    """The bytes a text was read from, even those that are not UTF-8."""
    return text.encode(errors="surrogateescape")


def _facts(draft: Draft) -> dict[str, object]:
    return {
        "name": draft.name,
        "label": draft.label,
        "number": draft.number,
        "date": jsonable(draft.date),
        "published": draft.published,
        "entries": len(draft.entries),
    }
