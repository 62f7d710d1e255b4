"""What a draft says of its own page: read with every key checked, and written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from akira_cli.core.errors import InvalidFile
from akira_cli.core.page import BlockUse, Card, OwnPage
from akira_cli.storage.draft_keys import CARD, PAGE_TABLES
from akira_cli.storage.page_schema import (
    ANY_TEXT,
    BLOCK_USE,
    CONTENTS,
    GROUPS,
    HEADINGS,
    NAME,
    STYLE,
)
from akira_cli.storage.toml_fields import Fields
from akira_cli.storage.toml_schema import Fault, ListOf, Node, Table, faults, invalid
from akira_cli.storage.toml_values import present, with_tuples

_SCHEMA: Mapping[str, Node] = {
    "title": NAME,
    "toc_intro": ANY_TEXT,
    "style": STYLE,
    "groups": GROUPS,
    "headings": HEADINGS,
    "contents": CONTENTS,
    "trailer": ListOf(BLOCK_USE),
}
_EXAMPLE = 'use = "about" is a block of the config; kind = "about" begins one of its own'


def own_page(fields: Fields) -> OwnPage:
    """The page of the draft in `fields`. Raises InvalidFile, naming file, line and key."""
    values: dict[str, Any] = {key: fields.values[key] for key in _SCHEMA if key in fields.values}
    if not values:
        return OwnPage()
    for fault in faults(values, Table(_SCHEMA)):
        raise _invalid(fields, fault)
    for index, block in enumerate(values.get("trailer") or ()):
        if ("use" in block) == ("kind" in block):
            what = "needs 'use' or 'kind'" if "use" not in block else "has both 'use' and 'kind'"
            raise _invalid(fields, Fault(("trailer", index), what, _EXAMPLE))
    tables = {key: tuple(with_tuples(values[key]).items()) for key in PAGE_TABLES if key in values}
    blocks = values.get("trailer")
    return OwnPage(
        title=values.get("title"),
        toc_intro=values.get("toc_intro"),
        trailer=None if blocks is None else tuple(map(_block, blocks)),
        **tables,
    )


def _invalid(fields: Fields, fault: Fault) -> InvalidFile:
    return invalid(fields.file, fields.text, fault, (*PAGE_TABLES, "trailer"))


def _block(given: Mapping[str, Any]) -> BlockUse:
    style = given.get("heading_style")
    cards: Sequence[Any] | None = given.get("cards")
    return BlockUse(
        use=given.get("use"),
        kind=given.get("kind"),
        heading=given.get("heading"),
        text=given.get("text"),
        cards=None
        if cards is None
        else tuple(card if isinstance(card, str) else Card(**card) for card in cards),
        separated=given.get("separator"),
        as_heading=None if style is None else style == "heading",
    )


def head_values(page: OwnPage) -> dict[str, object]:
    """The values of a page that stand among a draft's first keys."""
    return present(title=page.title, toc_intro=page.toc_intro)


def table_values(page: OwnPage) -> dict[str, dict[str, object]]:
    """Its tables, by name; those without a key are left out."""
    tables = {key: dict(getattr(page, key)) for key in PAGE_TABLES}
    return {key: table for key, table in tables.items() if table}


def block_values(block: BlockUse) -> dict[str, object]:
    """A closing block as its table holds it, but for its cards when they are tables."""
    styles = {None: None, True: "heading", False: "line"}
    return present(
        use=block.use,
        kind=block.kind,
        heading=block.heading,
        text=block.text,
        separator=block.separated,
        heading_style=styles[block.as_heading],
        cards=None if block.cards is None else tuple(map(_card_value, block.cards)),
    )


def _card_value(card: Card | str) -> object:
    if isinstance(card, str):
        return card
    values = {name: getattr(card, name) for name in CARD}
    return present(**{name: value or None for name, value in values.items()})
