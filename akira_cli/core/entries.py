"""From an Item to an Entry. Pure."""

from __future__ import annotations

from dataclasses import replace

from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.markdown_text import escape_markdown
from akira_cli.core.models import Entry, MachineMarks, PaperFacts, text_digest


def display_title(reference: Reference, title: str) -> str:
    """The title as arXiv's own pages have it: `[2110.02178] MobileViT: ...`."""
    return f"[{reference.id}] {title}".rstrip()


def facts_of(item: Item) -> PaperFacts:
    """What an entry keeps of an Item."""
    return PaperFacts(
        authors=item.authors,
        published=item.published,
        categories=item.categories,
        version=item.reference.version,
    )


def entry_from(
    item: Item,
    written: Summary,
    section: str,
    *,
    headline: str | None = None,
    summary: str | None = None,
) -> Entry:
    """An entry about an item; texts the curator gives take the machine's place, unmarked."""
    blank = placeholder(item.reference, section, headline or "", summary or "")
    return filled(replace(blank, url=item.url), item, written)


def placeholder(reference: Reference, section: str, headline: str = "", summary: str = "") -> Entry:
    """An entry about something that could not be fetched yet."""
    return Entry(
        id=reference.id,
        section=section,
        url=reference.url,
        headline=headline,
        title=display_title(reference, ""),
        summary=summary,
        pending=True,
        paper=PaperFacts(version=reference.version),
    )


def filled(entry: Entry, item: Item, written: Summary) -> Entry:
    """A placeholder with its facts; what the curator has written meanwhile stays."""
    headline = "" if entry.headline else written.headline
    # A summary is Markdown; the words of an abstract are not, and must not become it.
    summary = "" if entry.summary else escape_markdown(written.text)
    untouched = entry.title in ("", display_title(item.reference, ""))
    return replace(
        entry,
        headline=entry.headline or headline,
        summary=entry.summary or summary,
        title=display_title(item.reference, item.title) if untouched else entry.title,
        machine=MachineMarks(
            headline=text_digest(headline) if headline else None,
            summary=text_digest(summary) if summary else None,
        ),
        pending=False,
        paper=_joined(entry.paper or PaperFacts(), facts_of(item)),
    )


def _joined(own: PaperFacts, fetched: PaperFacts) -> PaperFacts:
    """The facts a curator has given, and those fetched for the rest."""
    return PaperFacts(
        authors=own.authors or fetched.authors,
        published=own.published or fetched.published,
        categories=own.categories or fetched.categories,
        version=fetched.version,
    )
