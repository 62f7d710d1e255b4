"""What RFC 4287 asks of a feed, and what readers of feeds ask beyond it. Pure.

https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
_ONCE = ("id", "title", "updated")
_FEED = {"id", "title", "updated", "author", "link", "entry"}
_ENTRY = {"id", "title", "updated", "published", "author", "link", "content"}
_MOMENT = re.compile(r"\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ")
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def violations(feed: bytes) -> list[str]:
    """What is wrong with a feed, one line each; empty when nothing is."""
    root = etree.fromstring(feed)
    if root.tag != f"{ATOM}feed":
        return [f"the root is {root.tag}"]
    entries = root.findall(f"{ATOM}entry")
    ids = [element.text or "" for element in root.iter(f"{ATOM}id")]
    faults = [f"the id '{one}' comes twice" for one in sorted(set(ids)) if ids.count(one) > 1]
    if root.get(_LANGUAGE) is None:
        faults.append("the feed names no language")
    faults += [*_of("the feed", root, _FEED), *_of_links("the feed", root)]
    for number, entry in enumerate(entries, start=1):
        where = f"entry {number}"
        faults += _of(where, entry, _ENTRY)
        faults += [*_of_links(where, entry), *_of_content(where, entry)]
        if not _names(root) and not _names(entry):
            faults.append(f"entry {number} has no author, nor has the feed")
    return faults


def _of(where: str, element: etree._Element, known: set[str]) -> Iterator[str]:
    tags = [str(child.tag).removeprefix(ATOM) for child in element]
    yield from (f"{where} has a {tag}" for tag in sorted(set(tags) - known))
    yield from (f"{where} has not one {tag}" for tag in _ONCE if tags.count(tag) != 1)
    for tag in ("updated", "published"):
        for moment in element.findall(f"{ATOM}{tag}"):
            if not _MOMENT.fullmatch(moment.text or ""):
                yield f"{where}: {tag} is '{moment.text}'"
    for one in element.findall(f"{ATOM}id"):
        if not urlsplit(one.text or "").scheme:
            yield f"{where}: the id '{one.text}' is no IRI"
    for author in element.findall(f"{ATOM}author"):
        if not author.findtext(f"{ATOM}name"):
            yield f"{where}: an author has no name"


def _of_links(where: str, element: etree._Element) -> Iterator[str]:
    links = element.findall(f"{ATOM}link")
    for rel in ("self", "alternate"):
        if sum(link.get("rel") == rel for link in links) > 1:
            yield f"{where} has more than one link '{rel}'"
    for link in links:
        if not _is_whole(link.get("href", "")):
            yield f"{where} links to '{link.get('href')}'"


def _of_content(where: str, entry: etree._Element) -> Iterator[str]:
    content = entry.find(f"{ATOM}content")
    if content is None or content.get("type") != "html" or len(content):
        yield f"{where} has no content, or one that is not escaped HTML"
        return
    for element in html.fromstring(f"<div>{content.text}</div>").iter():
        for name in ("href", "src"):
            if name in element.attrib and not _is_whole(str(element.get(name))):
                yield f"{where}: {element.tag} has the address '{element.get(name)}'"
        if element.tag in ("script", "style", "iframe", "form") or element.get("style"):
            yield f"{where}: readers take out the {element.tag}"


def _names(element: etree._Element) -> list[str]:
    return [str(name.text) for name in element.findall(f"{ATOM}author/{ATOM}name") if name.text]


def _is_whole(url: str) -> bool:
    return re.match(r"https?://[^/\s]|mailto:", url) is not None
