"""Wording packs: the fixed words of an issue in a language, as TOML files.

The program brings `en`, `ja` and `zh`. A file of that name in a workspace's `layouts/` goes
before it, key by key, and any other name there is a pack of its own.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from akira_cli.core.errors import InvalidFile
from akira_cli.storage.page_schema import PACK
from akira_cli.storage.shortened import quoted
from akira_cli.storage.toml_schema import Fault, faults, invalid
from akira_cli.storage.toml_text import decoded, parsed

SHIPPED = Path(__file__).parents[1] / "layouts"
FOLDER = "layouts"
_ENGLISH = "en"
_HINT = "put a wording pack there that can be read, or remove it"
_TABLES = ("labels", "groups", "words", "sections")

Pack = dict[str, Any]


def wording(root: Path | None, language: str) -> Pack:
    """The wording in a language: what a pack leaves out is taken from the English one.

    `pt-BR` looks for itself, then for `pt`. Raises InvalidFile, naming line and key, for a pack
    of the workspace that is wrong.
    """
    pack: Pack = _shipped(_ENGLISH)
    is_english = main_language(language) == _ENGLISH
    for name in dict.fromkeys((_ENGLISH, *_packs_of(root, language))):
        if name != _ENGLISH:
            pack = over(pack, _shipped(name))
        if root is not None and (name != _ENGLISH or is_english):
            pack = over(pack, _own(root, name, pack))
    return pack


def has_wording(root: Path, language: str) -> bool:
    """Whether there is a pack of a language, or of the one it is a variety of."""
    return bool(_packs_of(root, language))


def languages(root: Path | None) -> list[str]:
    """The languages and other names there is a pack of, the program's or the workspace's."""
    folders = [SHIPPED] if root is None else [SHIPPED, root / FOLDER]
    return sorted({path.stem for folder in folders for path in folder.glob("*.toml")})


def main_language(language: str) -> str:
    """`pt` of `pt-BR`. Case tells no two languages apart:
    https://www.rfc-editor.org/rfc/rfc5646#section-2.1.1"""
    return language.casefold().partition("-")[0]


def _packs_of(root: Path | None, language: str) -> list[str]:
    """The names of the packs of a language, `pt` before `pt-BR`."""
    known = {name.casefold(): name for name in languages(root)}
    wanted = dict.fromkeys((main_language(language), language.casefold()))
    return [known[name] for name in wanted if name in known]


def _shipped(name: str) -> Pack:
    path = SHIPPED / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _own(root: Path, name: str, below: Pack) -> Pack:
    path, file = root / FOLDER / f"{name}.toml", f"{FOLDER}/{name}.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        if path.is_symlink():
            raise InvalidFile(f"'{file}' is a link to nothing", _HINT) from None
        return {}
    except OSError as error:
        raise InvalidFile(f"cannot read '{file}': {error.strerror}", _HINT) from error
    text = decoded(data, file)
    pack = parsed(text, file)
    wrong = chain(faults(pack, PACK), _repeated_over(pack, below), incomplete(pack, below))
    fault = next(wrong, None)
    if fault is not None:
        raise invalid(file, text, fault, _TABLES)
    return pack


def incomplete(tables: Pack, below: Pack) -> Iterator[Fault]:
    """What is new in some tables and not whole: the pack `below` them cannot add to it."""
    known = {section["key"] for section in below["sections"]}
    for index, section in enumerate(tables.get("sections", ())):
        if section["key"] not in known and not (section.get("toc") or "heading" in section):
            what = f"needs 'heading', since {quoted(section['key'])} is not a default section"
            yield Fault(("sections", index), what)
    for kind, parts in tables.get("labels", {}).items():
        if kind not in below["labels"] and "label" not in parts:
            what = f"needs 'label', since {quoted(kind)} is not a default kind"
            yield Fault(("labels", kind), what)


def repeated(sections: Sequence[Pack]) -> Iterator[Fault]:
    """Sections with a name, be it a key or an alias, of one above them."""
    taken: set[str] = set()
    for index, section in enumerate(sections):
        names = names_of(section)
        if again := taken & names:
            what = f"has the name {quoted(min(again))} of a section above"
            yield Fault(("sections", index), what)
        taken |= names


def _repeated_over(pack: Pack, below: Pack) -> Iterator[Fault]:
    sections = pack.get("sections", ())
    yield from repeated(sections)
    known = {section["key"] for section in below["sections"]}
    for index, section in enumerate(sections):
        others = {key.casefold() for key in known - {section["key"]}}
        if again := others & names_of(section):
            what = f"has the name {quoted(min(again))} of a default section"
            yield Fault(("sections", index), what)


def names_of(section: Pack) -> set[str]:
    """The key and the aliases a section has itself; case tells no two apart."""
    return {name.casefold() for name in (section["key"], *section.get("aliases", ()))}


def free_aliases(section: Pack, taken: Collection[str]) -> list[str]:
    """The aliases of a section that others have not taken."""
    return [alias for alias in section.get("aliases", ()) if alias.casefold() not in taken]


def over(below: Pack, above: Pack) -> Pack:
    """One pack over another: tables key by key, sections by their keys, the rest whole."""
    made = {**below, **above}
    for name, table in above.items():
        if isinstance(table, dict):
            made[name] = {**below.get(name, {}), **table}
    if "labels" in above:
        made["labels"] = {
            kind: {**below["labels"].get(kind, {}), **parts}
            for kind, parts in made["labels"].items()
        }
    if "sections" in above:
        made["sections"] = _merged(below["sections"], above["sections"])
    return made


def _merged(below: list[Pack], above: list[Pack]) -> list[Pack]:
    own = {section["key"]: section for section in above}
    known = {section["key"]: section for section in below}
    taken = set().union(*map(names_of, above))
    free = {
        key: {**section, "aliases": free_aliases(section, taken)} for key, section in known.items()
    }
    return [
        section_over(free.get(key, {}), own.get(key, {})) for key in dict.fromkeys((*known, *own))
    ]


def section_over(below: Pack, above: Pack) -> Pack:
    """One section over another. `toc = false` becomes `in_contents = False`, and a name that the
    contents have for it stays."""
    made = {**below, **{key: value for key, value in above.items() if value is not False}}
    if above.get("toc") is False:
        made["in_contents"] = False
    elif "toc" in above:
        made.pop("in_contents", None)
    return made
