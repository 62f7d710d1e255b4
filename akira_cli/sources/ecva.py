"""Papers of ECCV, at the European Computer Vision Association's site."""

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
from akira_cli.sources._texts import LONGEST_NAME, clipped, link

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = "https://www.ecva.net"
_FOLDER = r"/papers/(?P<folder>eccv_(?P<year>[0-9]{4})/papers_ECCV)"
_PAGE = re.compile(rf"{_FOLDER}/html/(?P<file>[\w.%-]+_paper)\.php", re.ASCII | re.IGNORECASE)
_PDF = re.compile(rf"{_FOLDER}/papers/(?P<file>[\w.%-]+?)\.pdf", re.ASCII | re.IGNORECASE)


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return citation_site("ecva", ("www.ecva.net", "ecva.net"), clock, _find, _finish)


def _find(address: SplitResult) -> Place | None:
    """The paper's page. In 2018 the PDF has its name, since 2024 its number in five digits; those
    between have Springer's numbers, which lead to no page."""
    paper = _PAGE.fullmatch(address.path) or _PDF.fullmatch(address.path)
    if paper is None:
        return None
    file, year = paper["file"], paper["year"]
    if file.isdigit() and len(file) == 5 and year >= "2024":
        file = f"{int(file)}_ECCV_{year}_paper"
    elif not file.endswith("_paper"):
        return None
    url = f"{_SITE}/papers/eccv_{year}/papers_ECCV/html/{file}.php"
    return Place(url, url)


def _finish(item: Item, citation: Citation, tree: HtmlElement) -> Item:
    paper = _PAGE.fullmatch(item.url.removeprefix(_SITE))
    if paper is None:  # a reference that `_find` did not make
        return item
    venue = f"ECCV{paper['year']}"
    links = (each for each in tree.iter("a") if clipped(each.text, LONGEST_NAME).lower() == "pdf")
    addresses = (link(each.get("href"), item.url) for each in links)
    return replace(
        item,
        journal=item.journal or venue,
        display_title=f"[{citation.title}, {venue}]",
        pdf=item.pdf or next(filter(None, addresses), ""),
    )
