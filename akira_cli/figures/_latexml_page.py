"""What stands on a LaTeXML page around its figures: the paper, where pictures are, the licence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from akira_cli.answers.one_line import one_line
from akira_cli.core.addresses import is_web_address
from akira_cli.figures._latexml_text import classes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement

LONGEST_LICENCE = 200
"""Characters of its name or address."""

_NOT_USABLE = (".svg", ".svgz", ".pdf", ".eps", ".ps")
_LICENCE = re.compile(r"\s*(?:licen[sc]e:)?\s*(.{0,200}?)\s*(?:arXiv:.*)?", re.IGNORECASE)


def paper_in(tree: HtmlElement) -> HtmlElement:
    """The part of a page that is the paper itself."""
    inside = (each for each in tree.iter("article", "div", "main") if _is_paper(each))
    return next(inside, tree)


def _is_paper(element: HtmlElement) -> bool:
    return element.tag == "article" or bool(classes_of(element) & {"ltx_document", "ltx_page_main"})


def locator(tree: HtmlElement, address: str) -> Callable[[str], str]:
    """What makes the whole address of a picture that can be published, or nothing, of a `src`.

    A page without `<base>` says `2507.21856v1/x1.png`, beside itself, or `x1.png`, within itself.
    """
    declared = next((each.get("href") for each in tree.iter("base") if each.get("href")), None)
    base = _joined(address, declared) if declared else address
    paper = re.sub(r"v\d+$", "", urlsplit(address).path.rpartition("/")[2])

    def locate(src: str) -> str:
        source = src.strip()
        is_within = not declared and not source.startswith(paper or "/")
        whole = _joined(f"{base}/" if is_within else base, source)
        path = urlsplit(whole).path.lower() if is_web_address(whole) else ""
        return "" if not source or not path or path.endswith(_NOT_USABLE) else whole

    return locate


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:  # half an IPv6 address
        return ""


def licence_in(tree: HtmlElement, address: str) -> str:
    """The licence in arXiv's frame around the paper, or the one that the page's links name."""
    return (_licence_of_frame(tree) or _licence_of_links(tree, address))[:LONGEST_LICENCE]


def _licence_of_frame(tree: HtmlElement) -> str:
    for place in ("license-tr", "target-section", "infobox"):
        for element in tree.xpath(f"//*[@id='{place}']"):
            href = element.get("href") or ""
            if "creativecommons.org/" in href:
                return one_line(href)
            named = _LICENCE.fullmatch(one_line(element.text_content()))
            if named and named[1]:
                return named[1]
    return ""


def _licence_of_links(tree: HtmlElement, address: str) -> str:
    links = (
        each for each in tree.iter("a", "link") if "license" in (each.get("rel") or "").split()
    )
    named = {_joined(address, one_line(link.get("href") or "")) for link in links} - {""}
    return named.pop() if len(named) == 1 else ""
