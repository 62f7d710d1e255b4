"""The `meta` tags of a page: https://html.spec.whatwg.org/multipage/semantics.html#the-meta-element"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import TYPE_CHECKING, TypeAlias

from akira_cli.sources._page import one_line
from akira_cli.sources._texts import MOST_NAMES

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Tags: TypeAlias = Mapping[str, list[str]]
"""The contents of `meta` tags, as they stand, by their names in lower case."""

_KEYS = ("property", "name", "itemprop")
_MOST_TAGS = 20_000
"""A paper of a large experiment has thousands of authors, with a few tags each."""
_MOST_OF_ONE = 10
"""Of a name that is read for the first that says something."""


def tags_of(tree: HtmlElement) -> Tags:
    """Those that say something; of one name no more than a paper has authors."""
    tags: dict[str, list[str]] = {}
    for meta in islice(tree.iter("meta"), _MOST_TAGS):
        names = {(meta.get(key) or "").strip().lower() for key in _KEYS} - {""}
        content = meta.get("content") or ""
        for name in names if one_line(content) else ():
            values = tags.setdefault(name, [])
            if len(values) < MOST_NAMES:
                values.append(content)
    return tags


def contents_of(tags: Tags, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The first contents of the tags of these names, each with its name."""
    return ((name, content) for name in names for content in tags.get(name, ())[:_MOST_OF_ONE])
