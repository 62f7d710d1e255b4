"""What a page says of itself in JSON-LD: https://schema.org/docs/gs.html, https://json-ld.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.core.canonical import same_page
from akira_cli.sources._texts import LONGEST_NAME, MOST_NAMES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Node = dict[str, object]

_ARTICLE = re.compile(
    r".*(?:Article|Posting)|Report|Review|Thesis|Chapter|Book|CreativeWork|LearningResource"
)
_WORK = re.compile(
    r"VideoObject|Software(?:SourceCode|Application)|WebApplication|Dataset|Course|Event"
    r"|Podcast(?:Episode)?"
)
_PAGE = re.compile(r"(?:Web|Item|FAQ|QA|About|Collection)Page")
_RANKS = (_ARTICLE, _WORK, _PAGE)
_AROUND = " \t\r\n/;"
"""What stands before and after marks that hide a script from old browsers."""
_NAMES = ("headline", "name")
_MOST_NODES = 1000
_MOST_TYPES = 20


class LinkedData(NamedTuple):
    """What the node about the page says, as it stands there; empty where it says nothing.

    `kind` is its type (`NewsArticle`), `publisher` the name of the site, `logo` the address
    of its picture.
    """

    headline: str = ""
    name: str = ""
    description: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    updated: str = ""
    picture: str = ""
    publisher: str = ""
    logo: str = ""
    licence: str = ""
    kind: str = ""


def linked_data(tree: HtmlElement, address: str) -> LinkedData:
    """The data about the page at `address`: of the article it holds first, then of the page."""
    nodes = list(_nodes(tree))
    by_id = {key: node for node in nodes if isinstance(key := node.get("@id"), str)}
    told = _about(nodes, address)

    def first(*keys: str) -> str:
        texts = (_text(node.get(key), by_id) for key in keys for node in told)
        return next(filter(None, texts), "")

    sites = [node for node in nodes if "WebSite" in _types(node)]
    return LinkedData(
        headline=first("headline"),
        name=first("name"),
        description=first("description"),
        authors=_first_names(told, by_id),
        published=first("datePublished", "uploadDate", "dateCreated"),
        updated=first("dateModified"),
        picture=_picture(told, by_id),
        publisher=first("publisher") or next((_text(site.get("name"), {}) for site in sites), ""),
        logo=_logo(told, by_id),
        licence=next(filter(None, (_address(node.get("license"), by_id) for node in told)), ""),
        kind=next((kind for node in told for kind in _types(node)), ""),
    )


def _nodes(tree: HtmlElement) -> Iterator[Node]:
    """The objects of all scripts that can be read, in their order; not those inside others."""
    found = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        if found >= _MOST_NODES:
            return
        waiting = [_parsed(script.text or "")]
        while waiting and found < _MOST_NODES:
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
            elif isinstance(value, dict):
                found += 1
                yield value
                waiting.extend(value.get(key) for key in ("mainEntity", "@graph"))


def _parsed(text: str) -> object:
    import json

    try:
        return json.loads(_unwrapped(text), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(text: str) -> str:
    inner = text.strip(_AROUND).removeprefix("<![CDATA[").removeprefix("<!--")
    return inner.removesuffix("]]>").removesuffix("-->").strip(_AROUND)


def _about(nodes: list[Node], address: str) -> list[Node]:
    """The node that stands for the page's own article, and those for the page around it."""
    ranked = [(rank, node) for node in nodes if (rank := _rank(node)) is not None]
    own = [(rank, node) for rank, node in ranked if not _is_about_another(node, address)]
    if not own and len(ranked) == 1:  # it goes by another address, and there is no other
        own = ranked
    own.sort(key=lambda pair: (pair[0], not _text([pair[1].get(key) for key in _NAMES], {})))
    page = len(_RANKS) - 1
    return [node for place, (rank, node) in enumerate(own) if place == 0 or rank == page]


def _rank(node: Node) -> int | None:
    kinds = _types(node)
    ranks = (rank for rank, kind in enumerate(_RANKS) if any(map(kind.fullmatch, kinds)))
    return next(ranks, None)


def _types(node: Node) -> list[str]:
    kinds = node.get("@type")
    listed = kinds[:_MOST_TYPES] if isinstance(kinds, list) else [kinds]
    return [re.split("[/:#]", kind[:LONGEST_NAME])[-1] for kind in listed if isinstance(kind, str)]


def _is_about_another(node: Node, address: str) -> bool:
    named = [_address(node.get(key), {}) for key in ("mainEntityOfPage", "url")]
    whole = [url for url in named if url.startswith(("http://", "https://"))]
    return bool(whole) and not any(same_page(url.partition("#")[0], address) for url in whole)


def _text(value: object, by_id: dict[str, Node]) -> str:
    """The words of a value: a text, the name of a thing, or the first of several."""
    for one in _each(value, by_id):
        text = one if isinstance(one, str) else one.get("name") or one.get("@value")
        if isinstance(text, str) and text.strip():
            return text
    return ""


def _address(value: object, by_id: dict[str, Node]) -> str:
    """The address of a value: a text, or that of the first picture or page in it."""
    for one in _each(value, by_id):
        if isinstance(one, str):
            return one
        addresses = (one.get(key) for key in ("url", "contentUrl", "@id"))
        found = next((each for each in addresses if isinstance(each, str)), "")
        if found:
            return found
    return ""


def _each(value: object, by_id: dict[str, Node]) -> Iterator[str | Node]:
    """The texts and objects of a value; one that only names another is that other."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            key = one.get("@id")
            yield by_id.get(key, one) if isinstance(key, str) and len(one) <= 2 else one
        elif isinstance(one, str):
            yield one


def _first_names(told: Iterable[Node], by_id: dict[str, Node]) -> tuple[str, ...]:
    for node in told:
        for key in ("author", "creator"):
            names = (_text(one, by_id) for one in _each(node.get(key), by_id))
            if found := tuple(islice(filter(None, names), MOST_NAMES)):
                return found
    return ()


def _picture(told: Iterable[Node], by_id: dict[str, Node]) -> str:
    pictures = (
        _address(node.get(key), by_id) for node in told for key in ("image", "thumbnailUrl")
    )
    # an id that leads nowhere is no picture's address
    return next((url for url in pictures if url and "#" not in url), "")


def _logo(told: Iterable[Node], by_id: dict[str, Node]) -> str:
    publishers = (each for node in told for each in _each(node.get("publisher"), by_id))
    logos = (_address(each.get("logo"), by_id) for each in publishers if isinstance(each, dict))
    return next(filter(None, logos), "")
