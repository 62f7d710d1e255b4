"""`akira move`, `remove`, `edit` and `approve`: what stands in the draft already."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import HANDLE, AsJson, Handle, InDraft, connect
from akira_cli.cli._output import data, emit_json, tell_published
from akira_cli.core.errors import UsageError

if TYPE_CHECKING:
    from akira_cli.core.models import Draft, Entry
    from akira_cli.wiring import Adapters


Target = Annotated[
    str | None, typer.Option("--section", "-s", metavar="KEY", help="The section to move to.")
]
Place = Annotated[
    int | None, typer.Option("--position", metavar="N", help="The place there, from 1.")
]
Before = Annotated[
    str | None, typer.Option("--before", metavar="HANDLE", help="In front of that entry.")
]
After = Annotated[str | None, typer.Option("--after", metavar="HANDLE", help="Behind that entry.")]


def move(
    context: typer.Context,
    handle: Handle,
    section: Target = None,
    position: Place = None,
    before: Before = None,
    after: After = None,
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Move an entry to another section or place."""
    from akira_cli.core.draft_edits import position_of
    from akira_cli.core.sections import find_section
    from akira_cli.workflows.change import move as move_it

    adapters = connect(context)
    sections = adapters.settings.layout.sections
    key = find_section(sections, section).key if section else None
    if key is None and position is None and before is None and after is None:
        raise UsageError("say where to", "with --section, --position, --before or --after")
    before_it = _draft(adapters, in_draft)
    draft, entry_id = move_it(
        adapters.drafts,
        before_it,
        sections,
        handle,
        section=key,
        position=position,
        before=before,
        after=after,
    )
    place = position_of(draft, sections, entry_id)
    if as_json:
        emit_json({"draft": draft.name, "entry": entry_id, "handle": place})
    elif place == position_of(before_it, sections, entry_id):
        data(f"{entry_id} stands at {place} of {draft.label} already")
    else:
        data(f"moved {entry_id} to {place} of {draft.label}")


def remove(
    context: typer.Context,
    handles: Annotated[list[str], typer.Argument(metavar="HANDLE...", help=HANDLE)],
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Take entries out of the draft."""
    from akira_cli.workflows.change import remove as remove_them

    adapters = connect(context)
    draft = _draft(adapters, in_draft)
    entries = _resolved(adapters, draft, handles)
    remove_them(adapters.drafts, draft, [entry.id for entry in entries])
    if as_json:
        emit_json({"draft": draft.name, "removed": [entry.id for entry in entries]})
        return
    for entry in entries:
        data(f"removed {entry.id} from {draft.label}: {entry.headline}")
    data(f"'akira undo' brings {'it' if len(entries) == 1 else 'them'} back")


def approve(
    context: typer.Context,
    handles: Annotated[list[str] | None, typer.Argument(metavar="[HANDLE...]", help=HANDLE)] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every entry of the draft.")] = False,
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Accept the tool's texts as your own."""
    from akira_cli.workflows.change import approve as approve_them

    if bool(handles) == everything:
        raise UsageError("say which entries, or --all", "as in 'akira approve 3.1 3.2'")
    adapters = connect(context)
    draft = _draft(adapters, in_draft)
    entries = list(draft.entries) if everything else _resolved(adapters, draft, handles or [])
    marked = [entry for entry in entries if entry.machine]
    approve_them(adapters.drafts, draft, [entry.id for entry in marked])
    if as_json:
        emit_json({"draft": draft.name, "approved": [entry.id for entry in marked]})
        return
    for entry in marked:
        data(f"approved {entry.id}: {entry.headline}")
    if not marked:
        data("nothing was waiting to be approved")


def edit(
    context: typer.Context,
    handle: Handle,
    in_draft: InDraft = None,
    as_json: AsJson = False,
) -> None:
    """Open one entry in $EDITOR as a small form."""
    adapters = connect(context)
    draft = _draft(adapters, in_draft)
    entry = _resolved(adapters, draft, [handle])[0]
    edited = edit_entry(adapters, draft, entry)
    if as_json:
        emit_json({"draft": draft.name, "entry": edited or entry, "changed": edited is not None})
    elif edited is None:
        data("nothing changed")
    else:
        data(f"changed {edited.id} in {draft.label}: {edited.headline}")


def edit_entry(adapters: Adapters, draft: Draft, entry: Entry) -> Entry | None:
    """Let the curator edit an entry; the entry as it is then, None when nothing changed."""
    from akira_cli.cli._editor import edit_until_used
    from akira_cli.core.draft_edits import known_entry
    from akira_cli.workflows.change import edit as write_back

    forms = adapters.entry_forms

    def use(before: str, after: str) -> Draft:
        return write_back(
            adapters.drafts, draft, forms.read(before, entry), forms.read(after, entry)
        )

    name = f"{draft.name}/{entry.id}.md"  # a draft's name has no slash
    written = edit_until_used(adapters.open_texts, name, forms.write(entry), use)
    return None if written is None else known_entry(written, entry.id)


def _draft(adapters: Adapters, wanted: str | None) -> Draft:
    from akira_cli.workflows.open_draft import draft_in_use

    draft = draft_in_use(adapters.drafts, wanted)
    tell_published(draft)
    return draft


def _resolved(adapters: Adapters, draft: Draft, handles: list[str]) -> list[Entry]:
    """The entries the handles name, each once, in the order given."""
    from akira_cli.core.draft_edits import resolve

    sections = adapters.settings.layout.sections
    entries = [resolve(draft, sections, handle) for handle in handles]
    return list({entry.id: entry for entry in entries}.values())
