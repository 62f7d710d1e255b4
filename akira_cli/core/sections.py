"""Which section is meant. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akira_cli.core.errors import UnknownSection
from akira_cli.core.nearest import nearest_hint
from akira_cli.core.page import Section


def find_section(sections: Sequence[Section], text: str) -> Section:
    """The section called so: by key, number in the layout, alias, or printed name.

    Case is ignored; blanks, underscores and hyphens are one. A key goes before a number,
    a number before an alias, an alias before a printed name. Raises UnknownSection.
    """
    section_named = _by_name(sections).get(_folded(text))
    if section_named is None:
        raise UnknownSection(f"there is no section '{text}'", section_hint(sections, text))
    return section_named


def section_hint(sections: Sequence[Section], text: str) -> str:
    """What to write for a name that is no section's key: the key meant, and all there are."""
    known = _by_name(sections)
    listed = f"sections: {numbered_keys(sections)}"
    return nearest_hint(_folded(text), known, listed, meant=lambda name: known[name].key)


def numbered_keys(sections: Sequence[Section]) -> str:
    """The sections for a hint: `1 featured, 2 use-cases`."""
    return ", ".join(f"{n} {section.key}" for n, section in enumerate(sections, start=1))


def _names(sections: Sequence[Section]) -> Iterator[tuple[str, Section]]:
    yield from ((section.key, section) for section in sections)
    yield from ((str(n), section) for n, section in enumerate(sections, start=1))
    yield from ((alias, section) for section in sections for alias in section.aliases)
    yield from ((section.toc, section) for section in sections)
    yield from ((section.heading, section) for section in sections)


def _by_name(sections: Sequence[Section]) -> dict[str, Section]:
    known: dict[str, Section] = {}
    for name, section in _names(sections):
        known.setdefault(_folded(name), section)
    return known


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.casefold()).strip("-")
