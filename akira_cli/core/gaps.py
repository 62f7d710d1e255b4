"""What an entry or an issue still lacks before it can go out, in a reader's words. Pure."""

from __future__ import annotations

from akira_cli.core.models import Draft, Entry


def gaps(draft: Draft) -> list[str]:
    """What the issue lacks, one line each."""
    if not draft.entries:
        return [f"{draft.label} has no entries yet"]
    found = [] if draft.highlights else [f"{draft.label}: highlights are missing"]
    for entry in draft.entries:
        found += [f"{entry.id}: missing {gap}" for gap in lacks(entry)]
    return found


def lacks(entry: Entry) -> tuple[str, ...]:
    """What an entry lacks."""
    found = []
    if entry.pending:
        found.append("facts, not fetched yet")
    if not entry.headline:
        found.append("headline")
    if not entry.summary:
        found.append("summary")
    if entry.form == "paper" and not entry.title:
        found.append("display title")
    if entry.machine_fields:
        found.append(f"approval of {' and '.join(entry.machine_fields)}")
    return tuple(found)
