"""Papers of ICML, AISTATS, CoRL and others, at the Proceedings of Machine Learning Research."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import SplitResult

from akira_cli.core.items import Item
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Source
from akira_cli.sources._citation import Citation
from akira_cli.sources._citation_site import citation_site
from akira_cli.sources._site import Place

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = "https://proceedings.mlr.press"
# the PDFs of newer volumes are files of the volume's repository
_HOSTS = (
    *("proceedings.mlr.press", "www.proceedings.mlr.press", "jmlr.csail.mit.edu"),
    "raw.githubusercontent.com",
)
_PAPER = re.compile(
    r"(?:/proceedings/papers|/mlresearch)?/(?P<volume>[vr][0-9]+)/(?:main/assets/)?"
    r"(?:(?P<folder>[\w-]+)/(?P=folder)(?:-supp)?\.pdf|(?P<file>[\w-]+?)(?:-supp)?\.(?:html|pdf))",
    re.ASCII,
)
_SHORT = (
    ("artificial intelligence and statistics", "AISTATS"),
    ("causal learning and reasoning", "CLeaR"),
    ("learning theory", "COLT"),
    ("robot learning", "CoRL"),
    ("learning for dynamics", "L4DC"),
    ("uncertainty in artificial intelligence", "UAI"),
    ("asian conference on machine learning", "ACML"),
    ("international conference on machine learning", "ICML"),
)
"""Conferences by a part of their names, in lower case."""


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return citation_site("pmlr", _HOSTS, clock, _find, _finish)


def _find(address: SplitResult) -> Place | None:
    paper = _PAPER.fullmatch(address.path)
    name = paper and (paper["folder"] or paper["file"])
    if not paper or name == "index":
        return None
    paper_id = f"{paper['volume']}/{name}"
    return Place(paper_id, f"{_SITE}/{paper_id}.html")


def _finish(item: Item, citation: Citation, tree: HtmlElement) -> Item:
    del tree
    conference = citation.journal.lower()
    short = next((short for name, short in _SHORT if name in conference), "PMLR")
    venue = f"{short} {citation.year}" if citation.year else short
    return replace(
        item,
        journal=item.journal or f"PMLR {item.reference.id.partition('/')[0]}",
        display_title=f"[{citation.title}, {venue}]",
    )
