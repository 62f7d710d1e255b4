"""An Item from what the `arxiv` package read in an entry."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from typing import Any

from akira_cli.core.identifiers import ArxivId
from akira_cli.core.items import Item, Reference
from akira_cli.latex import latex_to_unicode
from akira_cli.sources.arxiv.words import people, plain, withdrawal

_DOI_RESOLVER = re.compile(r"^(?:https?://(?:dx\.)?doi\.org/|doi:)", re.IGNORECASE)


_ELEMENTS = (
    ("title", "atom:title"),
    ("authors", "atom:author"),
    ("abstract", "atom:summary"),
    ("published", "atom:published"),
    ("updated", "atom:updated"),
    ("categories", "atom:category"),
    ("comment", "arxiv:comment"),
    ("journal", "arxiv:journal_ref"),
    ("dois", "arxiv:doi"),
)
"""Where in an answer each field is."""


def item_from(result: Any, reference: Reference, fetched_from: str, fetched_at: datetime) -> Item:
    """The Item for `reference`, whose version is the one in `result` (an `arxiv.Result`).

    Dates are those of UTC, as arXiv shows them.
    """
    abstract = readable(result.summary)
    comment = readable(result.comment)
    categories = (result.primary_category, *result.categories)
    dois = (_DOI_RESOLVER.sub("", doi) for doi in plain(result.doi).split())
    item = Item(
        reference=reference,
        url=ArxivId(reference.id).url,
        title=readable(result.title),
        authors=people(readable(author.name) for author in result.authors),
        abstract=abstract,
        published=result.published.date(),
        updated=result.updated.date(),
        categories=tuple(dict.fromkeys(filter(None, categories))),
        comment=comment,
        journal=readable(result.journal_ref),
        dois=tuple(dict.fromkeys(filter(None, dois))),
        withdrawn=withdrawal(comment, abstract),
        fetched_from=fetched_from,
        fetched_at=fetched_at,
    )
    told = tuple((field, element) for field, element in _ELEMENTS if getattr(item, field))
    return replace(item, found_in=told)


def readable(text: str | None) -> str:
    """One line of Unicode text, the LaTeX in it resolved."""
    return plain(latex_to_unicode(plain(text)))
