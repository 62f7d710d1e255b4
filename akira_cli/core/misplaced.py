"""What in a draft fits nothing in the layout, or must not stand on a page. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akira_cli.core.addresses import is_web_address
from akira_cli.core.errors import InvalidFile, MisplacedKey
from akira_cli.core.models import Draft, Entry, Figure
from akira_cli.core.page import Layout
from akira_cli.core.sections import section_hint

_ADDRESS_HINT = "a web address looks like https://arxiv.org/abs/2110.02178"


def refuse_misplaced(draft: Draft, layout: Layout) -> None:
    """Raise MisplacedKey, with the path of the key, for the first thing that is wrong.

    That is a section or a group of highlights the layout and the draft do not have, an address
    that must not become a link, a card of another page, and a picture outside the drafts folder.
    """
    for fault in (*_sections(draft, layout), *_groups(draft, layout)):
        raise fault
    for number, entry in enumerate(draft.entries):
        for fault in _of_entry(entry, number):
            raise fault


def require_web_address(url: str, place: str) -> None:
    """Raise InvalidFile for an address that must not become a link."""
    if not is_web_address(url):
        raise InvalidFile(_not_an_address(place, url), _ADDRESS_HINT)


def _sections(draft: Draft, layout: Layout) -> Iterator[MisplacedKey]:
    keys = {section.key for section in layout.sections}
    for number, entry in enumerate(draft.entries):
        if entry.section not in keys:
            yield MisplacedKey(
                ("entries", number, "section"),
                f"entry '{entry.id}' is in section '{entry.section}', "
                f"which the layout '{layout.name}' does not have",
                section_hint(layout.sections, entry.section),
            )
    for table in ("headings", "contents"):
        for key, _ in getattr(draft.page, table):
            if key not in keys:
                yield MisplacedKey(
                    (table, key),
                    f"[{table}] {key}: there is no section '{key}'",
                    section_hint(layout.sections, key),
                )


def _groups(draft: Draft, layout: Layout) -> Iterator[MisplacedKey]:
    known = groups_of(draft, layout)
    for number, highlight in enumerate(draft.highlights):
        if highlight.group not in known:
            yield MisplacedKey(
                ("highlights", number, "group"),
                f"there is no highlight group '{highlight.group}'",
                group_hint(known),
            )


def groups_of(draft: Draft, layout: Layout) -> dict[str, str]:
    """The groups of highlights a draft may use, with their headings."""
    return {**dict(layout.groups), **dict(draft.page.groups)}


def group_hint(known: dict[str, str]) -> str:
    """What to write for a group there is none of."""
    return f"groups: {', '.join(known)}; [groups] of the draft or the config makes another"


def _of_entry(entry: Entry, number: int) -> Iterator[MisplacedKey]:
    place = f"entry '{entry.id}'"
    addresses: list[tuple[str, tuple[str, ...]]] = [(entry.url, ("url",))]
    if entry.card is not None and entry.card.url:
        addresses.append((entry.card.url, ("card", "url")))
    for url, path in addresses:
        if not is_web_address(url):
            message = _not_an_address(place, url)
            yield MisplacedKey(("entries", number, *path), message, _ADDRESS_HINT)
    yield from _other_card(entry, number)
    if entry.figure is not None and _leads_out(entry.figure):
        yield MisplacedKey(
            ("entries", number, "figure", "file"),
            f"{place} has a picture outside the drafts folder, '{entry.figure.file}'",
            "a picture is named like figures/2110.02178.png",
        )


def _other_card(entry: Entry, number: int) -> Iterator[MisplacedKey]:
    """A card left over from another entry: the reader would land somewhere else."""
    if entry.card is None or entry.card.url in ("", entry.url):
        return
    # the rules take longer to load than a draft to be looked through
    from akira_cli.core.canonical import same_page

    if same_page(entry.card.url, entry.url):
        return
    yield MisplacedKey(
        ("entries", number, "card", "url"),
        f"entry '{entry.id}' has the card of another page, '{entry.card.url}'",
        f"its own is '{entry.url}'; correct the card, or the entry's url",
    )


def _not_an_address(place: str, url: str) -> str:
    return f"{place} links to '{url}', which is not a web address"


def _leads_out(figure: Figure) -> bool:
    is_absolute = re.match(r"[/\\]|[A-Za-z]:", figure.file) is not None
    return is_absolute or ".." in re.split(r"[/\\]", figure.file)
