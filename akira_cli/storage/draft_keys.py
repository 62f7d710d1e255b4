"""The keys of a draft's tables, in the order in which they are written."""

HEAD = (
    *("format", "number", "label", "date", "language", "status"),
    *("title", "preamble", "toc_intro", "trailer"),
)
PAGE_TABLES = ("style", "groups", "headings", "contents")
"""What an issue says of its own page, but for its closing blocks."""
TABLES = (*PAGE_TABLES, "highlights", "entries")
HIGHLIGHT = ("group", "text")
ENTRY = (
    *("id", "section", "url", "headline", "title", "summary"),
    *("domain", "heading", "pending", "machine", "paper", "card", "figure"),
)
MACHINE = ("headline", "summary")
PAPER = ("authors", "published", "categories", "version")
CARD = ("title", "description", "domain", "url")
FIGURE = ("file", "alt", "caption", "credit", "source", "licence", "rights")
