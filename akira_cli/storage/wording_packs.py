"""Wording packs: the fixed words of an issue in a language, as TOML files.

The program brings `en`, `ja` and `zh`. A file of that name in a workspace's `layouts/` goes
before it, key by key, and any other name there is a pack of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Container, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any

from akira_cli.core.errors import InvalidFile
from akira_cli.storage.page_schema import PACK
from akira_cli.storage.toml_schema import Fault, faults, name_of
from akira_cli.storage.toml_text import decoded, parsed

SHIPPED = Path(__file__).parents[1] / "layouts"
FOLDER = "layouts"
_FALLBACK = "en"
_NAME = re.compile(r"[A-Za-z0-9-]+")
_TABLES = ("labels", "groups", "words", "sections")

Pack = dict[str, Any]


def wording(root: Path | None, language: str) -> Pack:
    """The wording in a language: what a pack leaves out is taken from the English one.

    `pt-BR` looks for itself, then for `pt`. Raises InvalidFile, naming line and key, for a pack
    of the workspace that is wrong.
    """
    pack: Pack = _shipped(_FALLBACK)
    if _NAME.fullmatch(language) is None:  # it is to name no file elsewhere
        language = _FALLBACK
    is_english = language.partition("-")[0] == _FALLBACK
    for name in dict.fromkeys((_FALLBACK, language.partition("-")[0], language)):
        if name != _FALLBACK:
            pack = _over(pack, _shipped(name))
        if root is not None and (name != _FALLBACK or is_english):
            pack = _over(pack, _own(root, name, {each["key"] for each in pack["sections"]}))
    return pack


def languages(root: Path) -> list[str]:
    """The languages and other names there is a pack of, the program's or the workspace's."""
    return sorted(
        {path.stem for folder in (SHIPPED, root / FOLDER) for path in folder.glob("*.toml")}
    )


def _shipped(name: str) -> Pack:
    path = SHIPPED / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def _own(root: Path, name: str, known: Container[str]) -> Pack:
    path, file = root / FOLDER / f"{name}.toml", f"{FOLDER}/{name}.toml"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InvalidFile(f"cannot read '{file}': {error.strerror}") from error
    text = decoded(data, file)
    pack = parsed(text, file)
    fault = next(chain(faults(pack, PACK), without_heading(pack.get("sections", ()), known)), None)
    if fault is not None:
        raise invalid(file, text, fault, _TABLES)
    return pack


def without_heading(sections: Sequence[Pack], known: Container[str]) -> Iterator[Fault]:
    """Sections that are not known and have no name to print either."""
    for index, section in enumerate(sections):
        if section["key"] not in known and not (section.get("toc") or "heading" in section):
            what = f"needs 'heading', since '{section['key']}' is not a default section"
            yield Fault(("sections", index), what)


def invalid(
    file: str, text: str, fault: Fault, tables: Container[object] | None = None
) -> InvalidFile:
    """A fault in a file as an error that names its line; `tables` as in `name_of`."""
    from akira_cli.storage.toml_blocks import line_of

    line, name = line_of(text, fault.place), name_of(fault.place, tables)
    return InvalidFile(f"{file}:{line}: {name} {fault.what}", fault.hint)


def _over(below: Pack, above: Pack) -> Pack:
    """One pack over another: tables key by key, sections by their keys, the rest whole."""
    tables = {
        key: {**below.get(key, {}), **value}
        for key, value in above.items()
        if isinstance(value, dict)
    }
    made = {**below, **above, **tables}
    if "sections" in below and "sections" in above:
        own = {section["key"]: section for section in above["sections"]}
        known = [section["key"] for section in below["sections"]]
        made["sections"] = [
            *({**section, **own.get(section["key"], {})} for section in below["sections"]),
            *(section for key, section in own.items() if key not in known),
        ]
    return made
