"""From an Item to an Entry. Pure."""

from __future__ import annotations

from dataclasses import replace

from akira_cli.core.handles import handle_of
from akira_cli.core.items import Item, Reference, Summary
from akira_cli.core.markdown_text import escape_markdown
from akira_cli.core.models import Entry, MachineMarks, PaperFacts, text_digest


def display_title(reference: Reference, title: str, on_page: str = "") -> str:
    """The title as the source's own pages have it: `[2110.02178] MobileViT: ...`, or in brackets
    `[Patches Are All You Need? | OpenReview]`."""
    if reference.source == "arxiv":
        return f"[{reference.id}] {title}".rstrip()
    return on_page or (f"[{title}]" if title else "")


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
    named = replace(blank, url=item.url, id=handle_of(item.reference, item.title))
    return filled(named, item, written)


def placeholder(reference: Reference, section: str, headline: str = "", summary: str = "") -> Entry:
    """An entry about something that could not be fetched yet."""
    is_paper = reference.source == "arxiv"
    return Entry(
        id=handle_of(reference),
        section=section,
        url=reference.url,
        headline=headline,
        title=display_title(reference, ""),
        summary=summary,
        pending=True,
        paper=PaperFacts(version=reference.version) if is_paper else None,
    )


def filled(entry: Entry, item: Item, written: Summary) -> Entry:
    """A placeholder with its facts; what the curator has written meanwhile stays.

    It gets the facts of a paper or the card of a page, whichever the item has.
    """
    headline = "" if entry.headline else written.headline
    # A summary is Markdown; the words of an abstract are not, and must not become it.
    summary = "" if entry.summary else escape_markdown(written.text)
    is_paper = item.form == "paper"
    return replace(
        entry,
        headline=entry.headline or headline,
        summary=entry.summary or summary,
        title=_title(entry, item) if is_paper else entry.title,
        machine=MachineMarks(
            headline=text_digest(headline) if headline else None,
            summary=text_digest(summary) if summary else None,
        ),
        pending=False,
        paper=_joined(entry.paper or PaperFacts(), facts_of(item)) if is_paper else entry.paper,
        card=entry.card or item.card if item.form == "web" else entry.card,
    )


def _title(entry: Entry, item: Item) -> str:
    untouched = entry.title in ("", display_title(item.reference, ""))
    if not untouched:
        return entry.title
    return display_title(item.reference, item.title, item.display_title)


def _joined(own: PaperFacts, fetched: PaperFacts) -> PaperFacts:
    """The facts a curator has given, and those fetched for the rest."""
    return PaperFacts(
        authors=own.authors or fetched.authors,
        published=own.published or fetched.published,
        categories=own.categories or fetched.categories,
        version=fetched.version,
    )
