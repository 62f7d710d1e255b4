"""Papers of computational linguistics, at the ACL Anthology."""

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
from akira_cli.sources._texts import LONGEST_NAME, clipped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = "https://aclanthology.org"
_HOSTS = (
    *("aclanthology.org", "www.aclanthology.org", "aclanthology.info", "www.aclanthology.info"),
    *("aclweb.org", "www.aclweb.org", "aclanthology.coli.uni-saarland.de"),
)
# https://aclanthology.org/info/ids/: `2021.acl-long.1` since 2020, `P19-1001` before
_PAPER = re.compile(
    r"/(?:anthology/)?(?:papers/(?:[^/]+/){0,2})?"
    r"(?P<id>[0-9]{4}\.[a-z0-9_]+-[a-z0-9_]+\.[0-9]+|[A-Z][0-9]{2}-[0-9]{4,5})"
    r"(?:v[0-9]+)?(?:\.(?:pdf|bib|xml|endf))?/?",
    re.ASCII,
)
_COMMONS = "https://creativecommons.org/licenses/"


def build(settings: Settings, clock: Clock) -> Source:
    """The source; none of the settings bears on it."""
    del settings
    return citation_site("acl-anthology", _HOSTS, clock, _find, _finish)


def _find(address: SplitResult) -> Place | None:
    paper = _PAPER.fullmatch(address.path)
    if paper is None or paper["id"].endswith(".0"):  # a volume's front matter
        return None
    return Place(paper["id"], f"{_SITE}/{paper['id']}/")


def _finish(item: Item, citation: Citation, tree: HtmlElement) -> Item:
    year = _year(item.reference.id)
    licence = _licence(tree, item.url, year)
    found_in = dict(item.found_in)
    if licence:
        found_in["licence"] = "link to Creative Commons"
    return replace(
        item,
        display_title=_display_title(tree, citation.title, year),
        pdf=item.pdf or f"{_SITE}/{item.reference.id}.pdf",
        licence=licence or item.licence,
        found_in=tuple(found_in.items()),
    )


def _year(paper_id: str) -> int:
    """The year an id begins with; one of two digits is of 1960 to 2019."""
    if paper_id[:4].isdigit():
        return int(paper_id[:4])
    short = int(paper_id[1:3])
    return 1900 + short if short >= 60 else 2000 + short


def _licence(tree: HtmlElement, page_url: str, year: int) -> str:
    """Each page names two licences, one for papers of 2016 and later, one for those before."""
    from akira_cli.sources._licence_links import licences

    due = f"{_COMMONS}by/4.0/" if year >= 2016 else f"{_COMMONS}by-nc-sa/3.0/"
    return due if due in dict(licences(tree, page_url)) else ""


def _display_title(tree: HtmlElement, title: str, year: int) -> str:
    from akira_cli.sources._citation_page import page_title

    shown = page_title(tree)
    if shown.endswith("ACL Anthology") and title.casefold() in shown.casefold():
        return f"[{shown}]"
    links = (link for link in tree.iter("a") if "/venues/" in (link.get("href") or ""))
    venues = (clipped(link.text, LONGEST_NAME) for link in links)
    return f"[{title}, {next(filter(None, venues), 'ACL Anthology')} {year}]"
