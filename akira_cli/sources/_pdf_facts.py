"""What the first two pages of a PDF tell about the paper, and what the PDF says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from akira_cli.answers.one_line import one_line
from akira_cli.answers.pdf_documents import is_pdf
from akira_cli.answers.pdf_text import joined
from akira_cli.core.errors import BadAnswer
from akira_cli.core.items import Item, LeadsTo, Reference
from akira_cli.sources._page import BY_HAND, Page
from akira_cli.sources._pdf_lines import Line, read_pages

LONGEST_TITLE = 300
"""Characters; a run of lines of one size that is longer is no title."""
_LONGEST_AUTHORS = 5_000
_SHORTEST_ABSTRACT, _LONGEST_ABSTRACT = 80, 6_000

_STAMP = re.compile(
    r"arXiv:(?P<id>[0-9]{4}\.[0-9]{4,5}|[a-z-]+(?:\.[A-Z]{2})?/[0-9]{7})v[0-9]+\[[\w.-]+\]"
    r"[0-9]{1,2}[A-Z][a-z]{2}[0-9]{4}"
)
"""Without its blanks: `arXiv:2110.02178v1 [cs.CV] 5 Oct 2021`."""

_NO_TITLE = re.compile(
    r"(?:\(?(?:untitled|no title|title|anonymous|unspecified|unknown)\)?\W*\d*"
    r"|(?:(?:main|paper|manuscript|draft|template|article|document|output|final|submission|ms|root"
    r"|arxiv|camera[-_ ]?ready|preprint|thesis|report|slides?|presentation|book)"
    r"[-_ ]*(?:v?[\d.]+)?)"
    r"|microsoft (?:word|powerpoint)\b.*|powerpoint presentation|presentazione.*|slide 1"
    r"|.*\.(?:pdf|docx?|odt|rtf|tex|dvi|e?ps|indd|pptx?|pages|html?|md|txt|qxd)"
    r"|arxiv:.*|https?://.*|.*\\jobname.*|(?:la)?tex(?: output\b.*| source.*)?"
    r"|paper title \(use style.*|(?:formatting )?instructions for .*|.*\bpaper template\b.*"
    r"|(?:acm|ieee) (?:proceedings|conference).*(?:format|template).*|preparation of papers.*"
    r"|[\W\d_]*|\S*[_/\\]\S*|[\d.]+v\d+)",
    re.IGNORECASE | re.DOTALL,
)
"""What programs write where nobody gave a title: names of files, of templates, of themselves."""
_NO_AUTHOR = re.compile(
    r"(?:anonymous|unknown|unspecified|author\(?s?\)?|paper|latex)\b.*"
    r"|(?:(?:microsoft|office|windows|adobe|acrobat)\b ?)+.*"
    r"|(?:administrator|admin|user|owner|root)\W*\d*|.*[@\\/_].*|[^\W\d_]?|[\W\d_]*|\S*\d\S*",
    re.IGNORECASE | re.DOTALL,
)
_HEADER = re.compile(
    r"(?:(?:published|accepted|presented|to appear|submitted|under (?:double-blind )?review)"
    r"\b.*\b(?:at|in|to|as|by)\b.*|preprint\b.*|proceedings of\b.*|(?:journal|transactions) of\b.*"
    r"|arxiv:.*|research article|original (?:article|paper|research)|review article|open access"
    r"|nature(?: (?:communications|medicine|methods|machine intelligence))?|scientific reports"
    r"|science(?: advances)?|pnas|cell|plos one|article|letters?"
    r"|(?:technical )?report|workshop (?:track|paper).*|https?:.*|doi\b.*|[\W\d_]*)",
    re.IGNORECASE,
)
_ABSTRACT = re.compile(r"(?:abstract|summary)\b(?P<mark>[\s.:—–-]*)(?P<rest>.*)", re.IGNORECASE)
_AFTER_ABSTRACT = re.compile(
    r"(?:(?:1|I)?[\s.:]*(?:introduction|motivation|overview|background)[.:]?"
    r"|(?:(?:additional )?key ?-?words(?: and phrases)?|index terms|ccs concepts|general terms"
    r"|categories and subject|acm reference format|contents)\b.*)",
    re.IGNORECASE,
)


class PdfFacts(NamedTuple):
    """What was found; empty where nothing was. `arxiv_id` is the one stamped on page 1, and
    `found_in` as an Item's."""

    title: str
    authors: tuple[str, ...]
    abstract: str
    arxiv_id: str
    has_text: bool
    found_in: tuple[tuple[str, str], ...]


def item_of_pdf(reference: Reference, page: Page, now: datetime) -> Item | LeadsTo:
    """The paper that a PDF holds, or that it is arXiv's.

    What it does not tell is left empty, and said in `notes`. Raises BadAnswer for what is no PDF,
    is damaged or has no pages, UnreadablePage for one that asks for a password.
    """
    facts = facts_of_pdf(page)
    if facts.arxiv_id:
        return LeadsTo(f"arXiv:{facts.arxiv_id}", "the PDF has arXiv's stamp on its first page")
    return item_of_facts(reference, page, facts, now)


def item_of_facts(reference: Reference, page: Page, facts: PdfFacts, now: datetime) -> Item:
    """The paper as an Item. Without a title it goes by the name of its file."""
    url = reference.url or page.url
    notes = [] if facts.has_text else ["the PDF holds pictures of pages and no text"]
    title, found_in = facts.title, facts.found_in
    if not title:
        title, found_in = _file_name(url), (("title", "file name"), *found_in)
        notes.append("the PDF does not tell its title: the name of the file stands for it")
    return Item(
        reference=reference,
        url=url,
        title=title,
        authors=facts.authors,
        abstract=facts.abstract,
        fetched_from=page.url,
        fetched_at=now,
        form="paper",
        display_title=f"[{title}]",
        pdf=page.url,
        found_in=found_in,
        notes=tuple(notes),
    )


def facts_of_pdf(page: Page) -> PdfFacts:
    """What the PDF says of itself, and its first two pages. Raises as `item_of_pdf`."""
    if not is_pdf(page.body):
        is_html = "html" in page.media_type or page.body[:1024].lstrip()[:1] == b"<"
        kind = "a web page" if is_html else "something else"
        raise BadAnswer(f"'{page.url}' is not the PDF it is named for, but {kind}", BY_HAND)
    read = read_pages(page.body, page.url)
    lines = [line for line in read.lines if not line.turned]
    first = [line for line in lines if line.page == 0]
    words = "\n".join(line.text for line in lines)
    stated = one_line(read.title)
    found: list[tuple[str, str]] = []
    title = "" if _is_no_title(stated, first) else stated
    if title:
        found.append(("title", "PDF metadata Title"))
    elif title := _largest_type(first, read.height, words):
        found.append(("title", "largest type on page 1"))
    authors = _authors_in(one_line(read.author))
    if authors:
        found.append(("authors", "PDF metadata Author"))
    abstract = _abstract_in(lines, words)
    if abstract:
        found.append(("abstract", "PDF text after 'Abstract'"))
    stamp = _STAMP.search(
        "".join("".join(each.text.split()) for each in read.lines if not each.page)
    )
    arxiv_id = stamp["id"] if stamp else ""
    return PdfFacts(title, authors, abstract, arxiv_id, bool(lines), tuple(found))


def _is_no_title(stated: str, first: Iterable[Line]) -> bool:
    """Whether a stated title is none. One word may be a file's name, unless page 1 has it."""
    if len(stated) > LONGEST_TITLE or _NO_TITLE.fullmatch(stated):
        return True
    return " " not in stated and stated.isascii() and all(stated not in line.text for line in first)


def _largest_type(first: Iterable[Line], height: float, words: str) -> str:
    """The lines of the largest type that begin in the upper half of page 1."""
    blocks: list[list[Line]] = []
    for line in first:
        if line.baseline < height / 2 or _HEADER.fullmatch(line.text):
            continue
        if blocks and _continues(blocks[-1][-1], line):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    blocks.sort(key=lambda block: -block[0].size)
    titles = [joined((line.text for line in block), words) for block in blocks]
    return next((title for title in titles if title and len(title) <= LONGEST_TITLE), "")


def _continues(line: Line, after: Line) -> bool:
    """Whether a line belongs to the one before: its size, right below it. In small capitals the
    few letters of a last line may be of either size."""
    return (
        after.largest >= line.size - 0.6
        and after.size <= line.largest + 0.6
        and 0 < line.baseline - after.baseline < 2.2 * max(line.largest, after.largest)
    )


def _authors_in(stated: str) -> tuple[str, ...]:
    """The names in a metadata field: `A B; C D`, `A B, C D and E F`, `Family, Given`."""
    if len(stated) > _LONGEST_AUTHORS:
        return ()
    parts = (
        stated.split(";") if ";" in stated else re.split(r",\s*(?:and\s)?|\s+(?:and|&)\s+", stated)
    )
    names = [part.strip() for part in parts if part.strip()]
    if ";" in stated:
        names = [
            " ".join(reversed(name.split(", "))) if name.count(",") == 1 else name for name in names
        ]
    elif len(names) == 2 and "," in stated and not any(" " in name for name in names):
        names = [f"{names[1]} {names[0]}"]
    if any(_NO_AUTHOR.fullmatch(name) for name in names):
        return ()
    return tuple(names)


def _abstract_in(lines: list[Line], words: str) -> str:
    """The text between `Abstract` and what follows one; empty where either is not clear."""
    start = next((i for i, line in enumerate(lines) if _opens_abstract(line.text)), None)
    if start is None:
        return ""
    opening = _ABSTRACT.match(lines[start].text)
    rest = opening["rest"] if opening else ""
    body = [lines[start]._replace(text=rest)] if rest else []
    for line in lines[start + 1 :]:
        if _AFTER_ABSTRACT.fullmatch(line.text):
            break
        body.append(line)
    else:
        return ""
    if not body:
        return ""
    # footnotes and marks in between are in smaller type
    sizes = [round(line.size, 1) for line in body]
    usual = max(set(sizes), key=sizes.count)
    text = joined((line.text for line in body if abs(line.size - usual) <= 0.6), words)
    return text if _SHORTEST_ABSTRACT <= len(text) <= _LONGEST_ABSTRACT else ""


def _opens_abstract(text: str) -> bool:
    found = _ABSTRACT.match(text)
    return found is not None and (not found["rest"] or bool(found["mark"].strip()))


def _file_name(url: str) -> str:
    path = urlsplit(url).path
    return one_line(unquote(path.rstrip("/").rpartition("/")[2])) or url
