"""The closing blocks of an issue: its own, or the newsletter's. Pure."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from akira_cli.core.errors import MisplacedKey
from akira_cli.core.nearest import nearest_hint
from akira_cli.core.page import BlockUse, Card, Layout, TrailerBlock


def closing_blocks(uses: tuple[BlockUse, ...] | None, layout: Layout) -> tuple[TrailerBlock, ...]:
    """The blocks in their order; the newsletter's own when the issue says nothing.

    Raises MisplacedKey for a block or a card that the library does not have.
    """
    blocks = layout.trailer
    if uses is not None:
        blocks = tuple(_block(use, index, layout) for index, use in enumerate(uses))
    return tuple(block for block in blocks if _says_something(block))


def _says_something(block: TrailerBlock) -> bool:
    return bool(block.heading.strip() or block.text.strip() or block.cards)


def _block(use: BlockUse, index: int, layout: Layout) -> TrailerBlock:
    library = {block.name or block.kind: block for block in layout.library}
    if use.use is not None and use.use not in library:
        raise MisplacedKey(
            ("trailer", index, "use"),
            f"'{use.use}' is no closing block of the config",
            _hint(use.use, library, "[[trailer]]"),
        )
    made = library[use.use] if use.use is not None else _own(use, layout)
    parts: dict[str, Any] = {
        "heading": use.heading,
        "text": use.text,
        "separated": use.separated,
        "as_heading": use.as_heading,
        "cards": None if use.cards is None else _cards(use.cards, index, layout),
    }
    return made._replace(**{key: value for key, value in parts.items() if value is not None})


def _own(use: BlockUse, layout: Layout) -> TrailerBlock:
    kind = use.kind or "about"
    return TrailerBlock(kind=kind, heading=dict(layout.words).get(kind, ""))


def _cards(cards: tuple[Card | str, ...], index: int, layout: Layout) -> tuple[Card, ...]:
    library = dict(layout.cards)
    found = []
    for card in cards:
        if isinstance(card, str) and card not in library:
            raise MisplacedKey(
                ("trailer", index, "cards"),
                f"'{card}' is no card of the config",
                _hint(card, library, "[cards]"),
            )
        found.append(library[card] if isinstance(card, str) else card)
    return tuple(found)


def _hint(wanted: str, known: Collection[str], table: str) -> str:
    listed = f"{table} of config.toml has: {', '.join(known) or 'none yet'}"
    return nearest_hint(wanted, known, listed)
