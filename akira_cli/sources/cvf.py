"""Papers of CVPR, ICCV and WACV, at the Computer Vision Foundation's open access site."""

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

_SITE = "https://openaccess.thecvf.com"
# cv-foundation.org is where the site was until 2017.
_HOSTS = ("openaccess.thecvf.com", "cv-foundation.org", "www.cv-foundation.org")

# `content/CVPR2021/html/X.html`, `content/CVPR2021W/NTIRE/html/X.html` and, until 2020,
# `content_CVPR_2019/html/X.html`, `content_CVPRW_2019/html/NTIRE/X.html` and
# `content_cvpr_2017_workshops/w12/html/X.html`
_PAPER = re.compile(
    r"(?:/openaccess)?/(?P<folder>content(?:/|_)(?P<venue>[A-Za-z]+)_?(?P<year>[0-9]{4})(?P<w>W|_workshops|)"
    r"(?:/[\w.-]+)?)/(?:html|papers)/(?P<file>(?:[\w.-]+/)?[^/]+?)\.(?:html|pdf)",
    re.ASCII,
)


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return citation_site("cvf", _HOSTS, clock, _find, _finish)


def _find(address: SplitResult) -> Place | None:
    """The paper's page; the address of its PDF differs from that in folder and suffix only."""
    paper = _PAPER.fullmatch(address.path)
    if paper is None:
        return None
    url = f"{_SITE}/{paper['folder']}/html/{paper['file']}.html"
    return Place(url, url)


def _finish(item: Item, citation: Citation, tree: HtmlElement) -> Item:
    del tree
    paper = _PAPER.fullmatch(item.url.removeprefix(_SITE))
    if paper is None:  # a reference that `_find` did not make
        return item
    venue = f"{paper['venue'].upper()}{'W' if paper['w'] else ''}{paper['year']}"
    pdf = f"{_SITE}/{paper['folder']}/papers/{paper['file']}.pdf"
    return replace(
        item,
        journal=item.journal or venue,
        display_title=f"[{citation.title}, {venue}]",
        pdf=item.pdf or pdf,
    )
