"""Papers of NeurIPS, at its proceedings."""

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
from akira_cli.sources._site import Place, host_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOST = "proceedings.neurips.cc"
_DATASETS_HOST = "datasets-benchmarks-proceedings.neurips.cc"
_HOSTS = (
    *(_HOST, _DATASETS_HOST, "papers.nips.cc", "papers.neurips.cc"),
    *("books.nips.cc", "proceedings.nips.cc"),
)
# `hash/9d56-Abstract-Conference.html` is the page of `file/9d56-Paper-Conference.pdf`.
_PAPER = re.compile(
    r"/paper(?:_files/paper)?/(?P<year>(?:19|20)[0-9]{2})/(?:hash|file)/(?P<hash>[0-9a-f]{32})-"
    r"(?:Abstract|Paper|Supplemental)(?P<track>(?:-[A-Za-z0-9_]+)*)\.(?:html|pdf|zip)",
)
# the addresses until 2020, `/paper/7181-attention-is-all-you-need`, which lead on to the new ones
_OLD_PAPER = re.compile(r"/paper/(?P<number>[0-9]{1,5})-(?P<words>[a-z0-9-]+?)(?:\.(?:pdf|html))?")


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return citation_site("neurips", _HOSTS, clock, _find, _finish)


def _find(address: SplitResult) -> Place | None:
    """The abstract page, of whatever of its files the address is."""
    host = _DATASETS_HOST if host_of(address) == _DATASETS_HOST else _HOST
    paper = _PAPER.fullmatch(address.path.rstrip("/"))
    if paper:
        file = f"{paper['hash']}-Abstract{paper['track']}.html"
        url = f"https://{host}/paper_files/paper/{paper['year']}/hash/{file}"
        return Place(f"{paper['year']}/{paper['hash']}", url)
    old = _OLD_PAPER.fullmatch(address.path.rstrip("/"))
    if old:
        return Place(old["number"], f"https://papers.nips.cc/paper/{old['number']}-{old['words']}")
    return None


def _finish(item: Item, citation: Citation, tree: HtmlElement) -> Item:
    del tree
    year = item.reference.id.partition("/")[0] if "/" in item.reference.id else citation.year
    venue = f"NeurIPS {year}" if year else "NeurIPS"
    return replace(
        item, journal=item.journal or venue, display_title=f"[{citation.title}, {venue}]"
    )
