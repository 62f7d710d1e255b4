"""The layout of a newsletter: a wording pack with the config's own over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from akira_cli.core.errors import InvalidFile
from akira_cli.core.page import Card, LabelKind, Layout, Section, Style, TrailerBlock
from akira_cli.storage.page_schema import WORDING
from akira_cli.storage.toml_schema import Fault
from akira_cli.storage.wording_packs import invalid, without_heading, wording
from akira_cli.storage.workspace import CONFIG, ConfigFile

_DEFAULT_NAME = "Newsletter"
_OF_THE_LANGUAGE = {*WORDING} - {"separator"}


def layout_in(root: Path | None, config: ConfigFile, language: str) -> Layout:
    """The layout in a language; the config's wording counts in the newsletter's own only.

    Raises InvalidFile, naming file, line and key.
    """
    newsletter = config.tables.get("newsletter", {})
    is_own = language == newsletter.get("language", "en")
    pack = wording(root, language)
    given = {key: newsletter[key] for key in WORDING if key in newsletter}
    if not is_own:
        given = {key: value for key, value in given.items() if key not in _OF_THE_LANGUAGE}
    words = {**pack, **given}
    tables = {
        name: {**pack[name], **(config.tables.get(name, {}) if is_own else {})}
        for name in ("groups", "labels", "words")
    }
    cards = {name: Card(**card) for name, card in config.tables.get("cards", {}).items()}
    library = _library(config, cards, tables["words"], is_own)
    return Layout(
        name=newsletter.get("name", _DEFAULT_NAME),
        **{key: words[key] for key in ("title", "toc_intro", "separator", "joint", "date")},
        sections=_sections(config, pack["sections"], is_own),
        groups=tuple(tables["groups"].items()),
        tracking=tuple(config.tables.get("tracking", {}).items()),
        trailer=_chosen(config, newsletter.get("trailer"), library),
        style=Style(**_tuples(config.tables.get("style", {}))),
        labels=tuple(LabelKind(kind, **parts) for kind, parts in tables["labels"].items()),
        months=tuple(pack["months"]),
        preamble=tuple(words["preamble"]),
        words=tuple(tables["words"].items()),
        library=library,
        cards=tuple(cards.items()),
        author=newsletter.get("author", ""),
        home=newsletter.get("url", ""),
        issue_url=newsletter.get("issue_url", ""),
    )


def _tuples(table: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(value) if isinstance(value, list) else value for k, value in table.items()}


def _sections(
    config: ConfigFile, default: Sequence[dict[str, Any]], is_own: bool
) -> tuple[Section, ...]:
    """The config's sections, or the default ones when it has none.

    A default section's missing parts are filled in; an alias the config uses otherwise is not.
    """
    given: Sequence[dict[str, Any]] = config.tables.get("sections", ())
    known = {section["key"]: section for section in default}
    taken: set[str] = set()
    for index, section in enumerate(given):
        names = {name.casefold() for name in (section["key"], *section.get("aliases", ()))}
        if again := taken & names:
            what = f"has the name '{min(again)}' of a section above"
            raise _invalid(config, Fault(("sections", index), what))
        taken |= names
    for fault in without_heading(given, known):
        raise _invalid(config, fault)
    return tuple(
        _section(section, known.get(section["key"], {}), taken, is_own)
        for section in given or default
    )


def _section(
    given: dict[str, Any], default: dict[str, Any], taken: set[str], is_own: bool
) -> Section:
    free = [alias for alias in default.get("aliases", ()) if alias not in taken]
    first, second = (given, default) if is_own else (default, given)
    heading = first.get("heading") or second.get("heading") or given["toc"]
    return Section(
        key=given["key"],
        toc=first.get("toc") or second.get("toc") or heading,
        heading=heading,
        aliases=tuple(given.get("aliases", free)),
        in_contents=given.get("toc", default.get("toc")) is not False,
    )


def _library(
    config: ConfigFile, cards: Mapping[str, Card], words: Mapping[str, str], is_own: bool
) -> tuple[TrailerBlock, ...]:
    blocks: dict[str, TrailerBlock] = {}
    for index, given in enumerate(config.tables.get("trailer", ())):
        name = given.get("name", given["kind"])
        if name in blocks:
            what = f"is the second called '{name}'"
            hint = f'give one of them another name, as in: name = "{name}-2"'
            raise _invalid(config, Fault(("trailer", index), what, hint))
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
            what = f"names '{item}', which is no card"
            raise _invalid(config, Fault(("trailer", block, "cards"), what, hint))
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
            what = f"names '{name}', which is no closing block"
            raise _invalid(config, Fault(("newsletter", "trailer"), what, hint))
    return tuple(known[name] for name in names)


def _invalid(config: ConfigFile, fault: Fault) -> InvalidFile:
    return invalid(CONFIG, config.text, fault)
