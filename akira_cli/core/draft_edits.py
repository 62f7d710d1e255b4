"""Edits of a draft, as pure functions: a Draft in, a Draft out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from akira_cli.core.errors import NotAReference, UnknownHandle, UsageError
from akira_cli.core.identifiers import arxiv_id_of, parse_arxiv_id
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft, Entry, Highlight, MachineMarks
from akira_cli.core.page import Section

_NAMED = 6
"""How many entries the log names of a change to many."""

_POSITION = re.compile(r"(\d{1,3})\.(\d{1,4})")


def noted(verb: str, ids: Sequence[str]) -> str:
    """What the log says of a change: `add 2110.02178, 2109.13228 and 118 more`."""
    named = ", ".join(ids[:_NAMED])
    return f"{verb} {named}" + (f" and {len(ids) - _NAMED} more" if len(ids) > _NAMED else "")


def find_about(draft: Draft, reference: Reference) -> Entry | None:
    """The first entry about this thing, whatever its handle or version, or None."""
    if reference.source == "arxiv":
        return _find_paper(draft, reference.id)
    return next(iter(_at(draft, reference.url)), None)


def _at(draft: Draft, url: str) -> list[Entry]:
    """The entries about the page at an address."""
    # its rules take longer to load than most commands, which need none of them, to run
    from akira_cli.core.canonical import same_page

    return [entry for entry in draft.entries if same_page(entry.url, url)]


def _find_paper(draft: Draft, arxiv_id: str) -> Entry | None:
    for entry in draft.entries:
        # Every form of an address spells out the digits, so most entries need no parsing.
        if arxiv_id.rpartition("/")[2] in entry.url and arxiv_id_of(entry.url) == arxiv_id:
            return entry
    return None


def unused_id(draft: Draft, wanted: str) -> str:
    """`wanted`, or `wanted-2`, `wanted-3`, ... when the draft has that handle already."""
    taken = {entry.id for entry in draft.entries}
    candidate, count = wanted, 1
    while candidate in taken:
        count += 1
        candidate = f"{wanted}-{count}"
    return candidate


def add_entry(draft: Draft, entry: Entry) -> Draft:
    """The draft with the entry as the last of its section."""
    return replace(draft, entries=(*draft.entries, entry))


def replace_entry(draft: Draft, entry: Entry) -> Draft:
    """The draft with the entry of the same id replaced where it stands."""
    known_entry(draft, entry.id)
    return replace(draft, entries=tuple(entry if e.id == entry.id else e for e in draft.entries))


def remove_entry(draft: Draft, entry_id: str) -> Draft:
    """The draft without that entry."""
    known_entry(draft, entry_id)
    return replace(draft, entries=tuple(e for e in draft.entries if e.id != entry_id))


def move_entry(draft: Draft, entry_id: str, section: str, position: int | None = None) -> Draft:
    """The draft with the entry at a place of a section, counted from 1.

    Without a position it is the last of a section it is new to, and stays where it is in its
    own. Raises UsageError when the section has no such place.
    """
    entry = known_entry(draft, entry_id)
    if position is None and entry.section == section:
        return draft
    entry = replace(entry, section=section)
    others = [e for e in draft.entries if e.id != entry_id]
    places = [index for index, e in enumerate(others) if e.section == section]
    if position is None:
        position = len(places) + 1
    if not 1 <= position <= len(places) + 1:
        raise UsageError(
            f"there is no position {position} in section '{section}'",
            f"it has {len(places)} other entries, so 1 to {len(places) + 1} will do",
        )
    if position <= len(places):
        index = places[position - 1]
    else:
        index = places[-1] + 1 if places else len(others)
    return replace(draft, entries=(*others[:index], entry, *others[index:]))


def approve(entry: Entry) -> Entry:
    """The entry with its texts accepted as the curator's own."""
    return replace(entry, machine=MachineMarks())


def add_highlight(draft: Draft, highlight: Highlight, position: int | None = None) -> Draft:
    """The draft with the bullet at a place counted from 1; last when None."""
    index = len(draft.highlights) if position is None else position - 1
    if not 0 <= index <= len(draft.highlights):
        raise UsageError(
            f"there is no position {position} among {len(draft.highlights)} highlights",
            f"1 to {len(draft.highlights) + 1} will do",
        )
    highlights = (*draft.highlights[:index], highlight, *draft.highlights[index:])
    return replace(draft, highlights=highlights)


def remove_highlight(draft: Draft, number: int) -> Draft:
    """The draft without its nth bullet, counted from 1."""
    known_highlight(draft, number)
    highlights = tuple(h for n, h in enumerate(draft.highlights, start=1) if n != number)
    return replace(draft, highlights=highlights)


def known_highlight(draft: Draft, number: int) -> Highlight:
    """The nth bullet, counted from 1; raises UnknownHandle."""
    if not 1 <= number <= len(draft.highlights):
        raise UnknownHandle(
            f"{draft.label} has no highlight {number}",
            f"it has {len(draft.highlights)}; 'akira highlight list' shows them",
        )
    return draft.highlights[number - 1]


def known_entry(draft: Draft, entry_id: str) -> Entry:
    """The entry with this id; raises UnknownHandle."""
    entry = draft.entry(entry_id)
    if entry is None:
        raise UnknownHandle(
            f"{draft.label} has no entry '{entry_id}'", "'akira draft show' lists the handles"
        )
    return entry


def resolve(draft: Draft, sections: Sequence[Section], handle: str) -> Entry:
    """The entry a handle names: an id, `3.2` (section.position), or any form of an arXiv id.

    A version in it decides between entries about versions of one paper. Raises UnknownHandle,
    also when more than one entry answers.
    """
    handle = handle.strip()
    exact = draft.entry(handle)
    if exact is not None:
        return exact
    place = _POSITION.fullmatch(handle)
    if place and 1 <= int(place[1]) <= len(sections):
        entries = draft.in_section(sections[int(place[1]) - 1].key)
        if 1 <= int(place[2]) <= len(entries):
            return entries[int(place[2]) - 1]
    found = _about(draft, handle)
    if len(found) > 1:
        ids = ", ".join(entry.id for entry in found)
        raise UnknownHandle(f"'{handle}' is more than one entry: {ids}", "use one of these")
    return found[0] if found else known_entry(draft, handle)


def _about(draft: Draft, handle: str) -> list[Entry]:
    """The entries about the paper or page a handle names, those of its version if there are
    any."""
    try:
        wanted = parse_arxiv_id(handle)
    except NotAReference:
        from akira_cli.core.pasted import address_in

        address = address_in(handle)
        return _at(draft, address) if address else []
    found = [entry for entry in draft.entries if arxiv_id_of(entry.url) == wanted.id]
    of_version = [
        e for e in found if wanted.version and e.paper and e.paper.version == wanted.version
    ]
    return of_version or found


def position_of(draft: Draft, sections: Sequence[Section], entry_id: str) -> str:
    """Where an entry stands, as `3.2`: the number of its section in the layout, then its place.

    The id itself for an entry of a section that the layout does not have.
    """
    entry = known_entry(draft, entry_id)
    keys = [section.key for section in sections]
    if entry.section not in keys:
        return entry.id
    number = keys.index(entry.section) + 1
    place = [e.id for e in draft.in_section(entry.section)].index(entry_id) + 1
    return f"{number}.{place}"
