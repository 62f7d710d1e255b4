"""The layout of a newsletter: a wording pack with the config's own over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from akira_cli.core.page import Card, LabelKind, Layout, Section, Style, TrailerBlock
from akira_cli.storage.page_schema import WORDING
from akira_cli.storage.shortened import quoted, shortened
from akira_cli.storage.toml_schema import Fault
from akira_cli.storage.toml_values import with_tuples
from akira_cli.storage.wording_packs import (
    Pack,
    free_aliases,
    incomplete,
    main_language,
    names_of,
    over,
    repeated,
    section_over,
    wording,
)
from akira_cli.storage.workspace import ConfigFile

_DEFAULT_NAME = "Newsletter"
_TABLES_OF_WORDS = ("groups", "labels", "words")


def layout_in(root: Path | None, config: ConfigFile, language: str) -> Layout:
    """The layout in a language; the config's wording counts in the newsletter's own only, and in
    its varieties: `en-GB` where the config says `en`.

    Raises InvalidFile, naming file, line and key.
    """
    newsletter = config.tables.get("newsletter", {})
    is_own = main_language(language) == main_language(newsletter.get("language", "en"))
    pack = wording(root, language)
    given = _wording_of(config, is_own)
    for fault in incomplete({**given, "sections": config.tables.get("sections", ())}, pack):
        raise config.invalid(fault)
    words = over(pack, given)
    cards = {name: Card(**card) for name, card in config.tables.get("cards", {}).items()}
    library = _library(config, cards, words["words"], is_own)
    return Layout(
        name=newsletter.get("name", _DEFAULT_NAME),
        **{key: words[key] for key in ("title", "toc_intro", "separator", "joint", "date")},
        sections=_sections(config, pack["sections"], is_own),
        groups=tuple(words["groups"].items()),
        tracking=tuple(config.tables.get("tracking", {}).items()),
        trailer=_chosen(config, newsletter.get("trailer"), library),
        style=Style(**with_tuples(config.tables.get("style", {}))),
        labels=tuple(LabelKind(kind, **parts) for kind, parts in words["labels"].items()),
        months=tuple(words["months"]),
        preamble=tuple(words["preamble"]),
        words=tuple(words["words"].items()),
        library=library,
        cards=tuple(cards.items()),
        author=newsletter.get("author", ""),
        home=newsletter.get("url", ""),
        issue_url=newsletter.get("issue_url", ""),
    )


def _wording_of(config: ConfigFile, is_own: bool) -> Pack:
    """What the config says in the place of a pack; of another language nothing that is words."""
    newsletter = config.tables.get("newsletter", {})
    if not is_own:
        return {key: newsletter[key] for key in ("separator",) if key in newsletter}
    tables = {key: config.tables[key] for key in _TABLES_OF_WORDS if key in config.tables}
    return {**{key: newsletter[key] for key in WORDING if key in newsletter}, **tables}


def _sections(
    config: ConfigFile, default: Sequence[dict[str, Any]], is_own: bool
) -> tuple[Section, ...]:
    """The config's sections, or the default ones when it has none.

    A default section's missing parts are filled in; an alias the config uses otherwise is not.
    """
    given: Sequence[dict[str, Any]] = config.tables.get("sections", ())
    for fault in repeated(given):
        raise config.invalid(fault)
    known = {section["key"]: section for section in default}
    taken = set().union(*map(names_of, given))
    return tuple(
        _section(section, known.get(section["key"], {}), taken, is_own)
        for section in given or [{"key": key} for key in known]
    )


def _section(
    given: dict[str, Any], default: dict[str, Any], taken: set[str], is_own: bool
) -> Section:
    both = section_over(default, given)
    words = both if is_own else {**both, **default}
    heading = words.get("heading") or words["toc"]
    return Section(
        key=given["key"],
        toc=words.get("toc") or heading,
        heading=heading,
        aliases=tuple(given.get("aliases", free_aliases(default, taken))),
        in_contents=both.get("in_contents", True),
    )


def _library(
    config: ConfigFile, cards: Mapping[str, Card], words: Mapping[str, str], is_own: bool
) -> tuple[TrailerBlock, ...]:
    blocks: dict[str, TrailerBlock] = {}
    for index, given in enumerate(config.tables.get("trailer", ())):
        name = given.get("name", given["kind"])
        if name in blocks:
            what = f"is the second called {quoted(name)}"
            hint = f'give one of them another name, as in: name = "{shortened(name)}-2"'
            raise config.invalid(Fault(("trailer", index), what, hint))
        heading = words.get(given["kind"], "")
        blocks[name] = TrailerBlock(
            kind=given["kind"],
            heading=given.get("heading", heading) if is_own else heading,
            text=given.get("text", ""),
            cards=tuple(_cards(config, index, given.get("cards", ()), cards)),
            name=name,
            separated=given.get("separator", True),
            as_heading=given.get("heading_style", "heading") == "heading",
        )
    return tuple(blocks.values())


def _cards(
    config: ConfigFile, block: int, given: Sequence[Any], cards: Mapping[str, Card]
) -> Sequence[Card]:
    found = []
    for item in given:
        if isinstance(item, str) and item not in cards:
            hint = f"cards: {', '.join(cards)}" if cards else "[cards.NAME] tables hold the cards"
            what = f"names {quoted(item)}, which is no card"
            raise config.invalid(Fault(("trailer", block, "cards"), what, hint))
        found.append(cards[item] if isinstance(item, str) else Card(**item))
    return found


def _chosen(
    config: ConfigFile, names: Sequence[str] | None, library: Sequence[TrailerBlock]
) -> tuple[TrailerBlock, ...]:
    """The blocks an issue gets: those named, or all."""
    if names is None:
        return tuple(library)
    known = {block.name: block for block in library}
    for name in names:
        if name not in known:
            hint = f"[[trailer]] has: {', '.join(known) or 'none yet'}"
            what = f"names {quoted(name)}, which is no closing block"
            raise config.invalid(Fault(("newsletter", "trailer"), what, hint))
    return tuple(known[name] for name in names)
