"""The papers that come with the program, for when arXiv cannot be reached."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from akira_cli.core.items import Item, Reference

_DATA = Path(__file__).with_suffix(".toml")


class SampleCatalogue:
    """Implements `ports.Catalogue` with the arXiv papers of five issues.

    Every abstract is akira's own description and belongs to no version of the paper, so it
    answers for any version, and the Item says of none.
    """

    def find(self, reference: Reference) -> Item | None:
        """The paper, or None when the catalogue lacks it."""
        if reference.source != "arxiv":
            return None
        facts = _papers().get(reference.id)
        return None if facts is None else _item(reference, facts)


@cache
def _papers() -> dict[str, dict[str, Any]]:
    """The data file by arXiv id; read once, when it is first needed."""
    return tomllib.loads(_DATA.read_text(encoding="utf-8"))


def _item(reference: Reference, facts: dict[str, Any]) -> Item:
    return Item(
        reference=replace(reference, version=None),
        url=f"https://arxiv.org/abs/{reference.id}",
        title=facts["title"],
        authors=tuple(facts["authors"]),
        abstract=" ".join(facts["description"].split()),
        abstract_is_description=True,
        published=facts.get("published"),
        categories=tuple(facts.get("categories", ())),
        journal=facts.get("journal", ""),
        dois=tuple(facts.get("dois", ())),
        fetched_from="sample catalogue",
    )
