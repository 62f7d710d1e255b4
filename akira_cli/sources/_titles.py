"""What a page is called, by the places that say so, and without the name of its site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from akira_cli.core.addresses import domain_of
from akira_cli.sources._json_ld import LinkedData
from akira_cli.sources._tags import Tags, contents_of
from akira_cli.sources._texts import LONGEST_NAME, LONGEST_TITLE, texts_at
from akira_cli.sources._words import meant

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = (
    *("og:title", "twitter:title"),
    *("citation_title", "dc.title", "parsely-title", "sailthru.title", "title"),
)
_JOINT = re.compile(r"\s+(?:[-–—|·•»:/]|::)\s+|\s+\|\s*|\|\s+")
"""What stands between a title and the names after it."""


def titles(tree: HtmlElement, tags: Tags, linked: LinkedData) -> Iterator[tuple[str, str]]:
    """The titles a page has, each with its place, the likeliest first.

    A longer one gives way to one that it begins with and only adds names to.
    """
    shown = list(islice(texts_at(tree, "//title[not(ancestor::svg)]", LONGEST_TITLE), 1))
    # below a title that is a placeholder, the heading is often one, too
    is_silent = not "".join(shown).strip()
    headings = islice(texts_at(tree, "//h1", LONGEST_TITLE), 1 if is_silent else 0)
    told = [
        ("json-ld headline", linked.headline),
        ("json-ld name", linked.name),
        *contents_of(tags, _TITLES),
        *(("title", text) for text in shown),
        *(("h1", text) for text in headings),
    ]
    said = [(place, meant(text, LONGEST_TITLE)) for place, text in told]
    for place, title in said:
        shorter = (
            (other_place, other)
            for other_place, other in said
            if other and other_place != "h1"
            if title.startswith(other) and _JOINT.match(title, len(other))
        )
        yield next(shorter, (place, title))


def own_title(title: str, names: Iterable[str], tags: Tags, address: str) -> str:
    """The title without the site's name at its end."""
    applications = (name for _, name in contents_of(tags, ("application-name",)))
    known = {_letters(name[:LONGEST_NAME]) for name in (*names, *applications) if name}
    while joints := list(_JOINT.finditer(title)):
        head, tail = title[: joints[-1].start()], title[joints[-1].end() :]
        if not head or (_letters(tail) not in known and not _is_host(tail, address)):
            break
        title = head
    return title


def _is_host(name: str, address: str) -> bool:
    """Whether a name is made of the words of a host: Google AI Blog, ai.googleblog.com."""
    host = domain_of(address).removeprefix("www.")
    words = [_letters(word) for word in name.split() if word.lower() != "the"]
    longest = max(map(len, host.split(".")[:-1]), default=1)
    return all(word and word in host for word in words) and len("".join(words)) >= longest


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
