"""The text of a draft's file read as values, every key checked."""

from __future__ import annotations

from datetime import date

from akira_cli.core.models import Draft, Entry, Figure, Highlight, MachineMarks, PaperFacts
from akira_cli.core.page import Card
from akira_cli.storage import draft_keys
from akira_cli.storage.own_page_toml import own_page
from akira_cli.storage.shortened import quoted
from akira_cli.storage.toml_fields import Fields
from akira_cli.storage.toml_text import decoded, parsed

FORMAT = 1
_PICTURE = '"figures/2110.02178.png"'


def load(data: bytes, name: str) -> Draft:
    """The draft in the bytes of `drafts/NAME.toml`. Raises InvalidFile."""
    file = f"drafts/{name}.toml"
    text = decoded(data, file)
    return _draft(Fields(file, text, parsed(text, file)), name)


def derived_label(number: int | None) -> str | None:
    """The label of a draft that has a number and no label of its own."""
    return None if number is None else f"Issue #{number}"


def _draft(fields: Fields, name: str) -> Draft:
    _check_format(fields)
    fields.refuse_slips(draft_keys.HEAD, draft_keys.TABLES)
    number = fields.integer("number", least=0)
    label = fields.get("label", str) or derived_label(number)
    if label is None:
        raise fields.error("label", "is missing", 'add a line such as: label = "Issue #34"')
    status = fields.get("status", str) or "draft"
    if status not in ("draft", "published"):
        raise fields.error("status", f"must be 'draft' or 'published', not {quoted(status)}")
    return Draft(
        name=name,
        label=label,
        number=number,
        date=fields.get("date", date),
        language=fields.text_of("language") or "en",
        published=status == "published",
        preamble=fields.texts("preamble") if "preamble" in fields.values else None,
        highlights=tuple(_highlight(each) for each in fields.tables("highlights")),
        entries=_entries(fields.tables("entries")),
        page=own_page(fields),
    )


def _check_format(fields: Fields) -> None:
    found = fields.get("format", int)
    if found is None:
        raise fields.error("format", "is missing", f"add a first line: format = {FORMAT}")
    if found > FORMAT:
        hint = "upgrade akira: this draft was written by a newer one"
        raise fields.error("format", f"{found} is newer than {FORMAT}, the newest known here", hint)
    if found != FORMAT:
        raise fields.error("format", f"must be {FORMAT}, not {found}")


def _highlight(fields: Fields) -> Highlight:
    fields.refuse_slips(draft_keys.HIGHLIGHT)
    text = fields.required("text", '"What is new ..."')
    return Highlight(text=text, group=fields.text_of("group") or "featured")


def _entries(tables: list[Fields]) -> tuple[Entry, ...]:
    entries: dict[str, Entry] = {}
    lines: dict[str, Fields] = {}
    for fields in tables:
        entry = _entry(fields)
        if entry.id in entries:
            first = lines[entry.id].line("id")
            hint = "give one of the two another id, or remove it"
            raise fields.error(
                "id", f"{quoted(entry.id)} is taken by the entry on line {first}", hint
            )
        entries[entry.id], lines[entry.id] = entry, fields
    return tuple(entries.values())


def _entry(fields: Fields) -> Entry:
    fields.refuse_slips(draft_keys.ENTRY)
    entry_id = fields.required("id", '"2110.02178"')
    if not entry_id.strip():
        raise fields.error(
            "id", "must not be empty", 'an arXiv id or a short word: id = "mobilevit"'
        )
    paper, card, figure = map(fields.table, ("paper", "card", "figure"))
    return Entry(
        id=entry_id,
        section=fields.required("section", '"papers"'),
        url=fields.required("url", '"https://arxiv.org/abs/2110.02178"'),
        headline=fields.text_of("headline"),
        title=fields.text_of("title"),
        summary=fields.text_of("summary").strip("\n"),
        machine=_marks(fields),
        pending=fields.get("pending", bool) or False,
        show_domain=fields.get("domain", bool),
        as_heading=fields.get("heading", bool),
        paper=_paper(paper) if paper else None,
        card=_card(card) if card else None,
        figure=_figure(figure) if figure else None,
    )


def _marks(entry: Fields) -> MachineMarks:
    """The marks of an entry; a plain string is short for the mark of its summary."""
    if isinstance(entry.values.get("machine"), str):
        return MachineMarks(summary=entry.get("machine", str))
    marks = entry.table("machine")
    if marks is None:
        return MachineMarks()
    marks.refuse_slips(draft_keys.MACHINE)
    return MachineMarks(marks.get("headline", str), marks.get("summary", str))


def _paper(fields: Fields) -> PaperFacts:
    fields.refuse_slips(draft_keys.PAPER)
    return PaperFacts(
        authors=fields.texts("authors"),
        published=fields.get("published", date),
        categories=fields.texts("categories"),
        version=fields.integer("version", least=1),
    )


def _card(fields: Fields) -> Card:
    fields.refuse_slips(draft_keys.CARD)
    return Card(
        title=fields.required("title", '"The title of the page"'),
        description=fields.text_of("description"),
        domain=fields.text_of("domain"),
        url=fields.text_of("url"),
    )


def _figure(fields: Fields) -> Figure:
    fields.refuse_slips(draft_keys.FIGURE)
    file = fields.required("file", _PICTURE)
    if not file.strip():
        raise fields.error(
            "file", "must not be empty", f"a picture below drafts/: file = {_PICTURE}"
        )
    return Figure(
        file=file,
        alt=fields.text_of("alt"),
        credit=fields.text_of("credit"),
        caption=fields.text_of("caption"),
        source=fields.text_of("source"),
        licence=fields.text_of("licence"),
        rights=fields.text_of("rights"),
    )
