"""What the config says of an issue's page: its sections, its wording, its closing blocks."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.models import Card


class Section(NamedTuple):
    """A section of the layout: its key, what else names it, and its two printed names."""

    key: str
    toc: str
    heading: str
    aliases: tuple[str, ...] = ()


class TrailerBlock(NamedTuple):
    """A closing block: subscribe, other-blogs, past-issues or about."""

    kind: str
    heading: str = ""
    text: str = ""
    cards: tuple[Card, ...] = ()


class Layout(NamedTuple):
    """Everything an issue's page has besides the draft: names, wording, tracking, trailer.

    `title` is a pattern with `{name}` and `{label}`. `groups` pairs a highlight group's
    key with its heading. `tracking` holds query fields, added to headline links only.
    """

    name: str
    title: str
    sections: tuple[Section, ...]
    groups: tuple[tuple[str, str], ...]
    toc_intro: str
    separator: str
    joint: str = " — "
    show_domain: bool = True
    tracking: tuple[tuple[str, str], ...] = ()
    trailer: tuple[TrailerBlock, ...] = ()
