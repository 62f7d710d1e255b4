"""A draft's values written into its file, without touching what a person wrote around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import Draft, Entry, Figure, Highlight, MachineMarks, PaperFacts
from akira_cli.core.page import Card
from akira_cli.storage import draft_keys
from akira_cli.storage.draft_toml import FORMAT, derived_label, load
from akira_cli.storage.own_page_toml import block_values, head_values, table_values
from akira_cli.storage.toml_blocks import Piece, comments_above, line_of, split, statements
from akira_cli.storage.toml_edits import InlineTable, Paragraphs, render_table, rewrite
from akira_cli.storage.toml_order import arrange, starts_blank
from akira_cli.storage.toml_text import BOM, decoded
from akira_cli.storage.toml_values import present

Values = dict[str, object]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Written(Generic[T]):
    """How an array of tables is written: its name, its keys in order, its place in a file."""

    name: str
    keys: tuple[str, ...]
    values: Callable[[T], Values]
    before: tuple[str, ...]

    def block(self, value: T, newline: str) -> str:
        return render_table(f"[[{self.name}]]", self.name, self.values(value), newline)


def new_file(draft: Draft) -> bytes:
    """The bytes of a new file for the draft, which must be `settled`."""
    head: Values = {"format": FORMAT} | _head_values(draft)
    if draft.page.trailer == ():
        head["trailer"] = ()
    tables = [
        render_table("", "", {key: head[key] for key in draft_keys.HEAD if key in head}, "\n"),
        *(render_table(f"[{n}]", n, t, "\n") for n, t in table_values(draft.page).items()),
        *(_HIGHLIGHTS.block(highlight, "\n") for highlight in draft.highlights),
        *(_ENTRIES.block(entry, "\n") for entry in draft.entries),
        *(
            render_table("[[trailer]]", "trailer", block_values(block), "\n")
            for block in draft.page.trailer or ()
        ),
    ]
    return _verified("\n".join(tables), draft)


def patch(data: bytes, old: Draft, new: Draft) -> bytes:
    """The file with what differs between `old`, as read from it, and `new` changed.

    `new` must be `settled`. Raises InvalidFile when the file is written in a way that
    cannot be changed in place.
    """
    file = f"drafts/{old.name}.toml"
    text = decoded(data, file)
    newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
    pieces = split(text, (_HIGHLIGHTS.name, _ENTRIES.name))
    pieces[0] = Piece("head", _patched_head(pieces[0].text, old, new, newline))
    if old.highlights != new.highlights:
        wanted = _paired_highlights(old.highlights, new.highlights)
        pieces = _arranged(pieces, old.highlights, wanted, _HIGHLIGHTS, file, newline)
    if old.entries != new.entries:
        numbers = {entry.id: number for number, entry in enumerate(old.entries)}
        entries = [(entry, numbers.get(entry.id)) for entry in new.entries]
        pieces = _arranged(pieces, old.entries, entries, _ENTRIES, file, newline)
    bom = BOM if data.startswith(BOM.encode()) else ""
    return _verified(bom + "".join(piece.text for piece in pieces), new)


def settled(new: Draft, old: Draft | None = None) -> Draft:
    """`new` as its file will give it back.

    The entries that differ from those in `old` lose the blank lines around their summaries,
    which the file does not keep, and those with other texts or marks their stale marks.
    """
    known = {} if old is None else {entry.id: entry for entry in old.entries}
    entries = (_settled_entry(entry, known.get(entry.id)) for entry in new.entries)
    return replace(new, entries=tuple(entries))


def _settled_entry(entry: Entry, old: Entry | None) -> Entry:
    if entry == old:
        return entry
    summary = entry.summary.replace("\r\n", "\n").strip("\n")
    entry = replace(entry, summary=summary)
    untouched = old is not None and _marked_texts(entry) == _marked_texts(old)
    return entry if untouched else entry.without_stale_marks()


def _marked_texts(entry: Entry) -> tuple[str, str, MachineMarks]:
    return entry.headline, entry.summary, entry.machine


def _verified(text: str, wanted: Draft) -> bytes:
    """The text as bytes, once it reads as the draft wanted. Raises RuntimeError if not."""
    data = text.encode()
    try:
        written = load(data, wanted.name)
    except InvalidFile as error:
        raise RuntimeError(f"the change would have broken the file: {error}") from error
    if written != wanted:
        raise RuntimeError(f"the change would not read back as meant in '{wanted.name}'")
    return data


def _patched_head(head: str, old: Draft, new: Draft, newline: str) -> str:
    was, now = _head_values(old), _head_values(new)
    if not any(statement.path == ("label",) for statement in statements(head)):
        del was["label"]
        if new.label == derived_label(new.number):
            del now["label"]
    return rewrite(head, (), was, now, draft_keys.HEAD, newline)


def _arranged(
    pieces: Sequence[Piece],
    old: Sequence[T],
    wanted: Sequence[tuple[T, int | None]],
    written: _Written[T],
    file: str,
    newline: str,
) -> list[Piece]:
    """The pieces with the blocks of one kind as wanted.

    `wanted` has with each value the number of the old one it was, None when it is added.
    """
    kind = written.name
    places = [place for place, piece in enumerate(pieces) if piece.kind == kind]
    if len(places) != len(old) or any(piece.kind == "stray" for piece in pieces):
        line = line_of("".join(piece.text for piece in pieces), (kind, 0))
        message = f"{file}:{line}: {kind} must be blocks for a command to change them"
        raise InvalidFile(message, f"write each as [[{kind}]], its sub-tables right below it")
    changed, order = list(pieces), list[int | str]()
    if not old:  # it may be written as an empty array, beside which no block can be
        head = rewrite(pieces[0].text, (), {kind: []}, {}, (kind,), newline)
        changed[0] = Piece("head", head)
    for value, number in wanted:
        if number is None:
            order.append(written.block(value, newline))
            continue
        order.append(number)
        if value != old[number]:
            block = pieces[places[number]].text
            was, now = written.values(old[number]), written.values(value)
            block = rewrite(block, (kind,), was, now, written.keys, newline)
            following = "".join(piece.text for piece in pieces[places[number] + 1 :][:1])
            if comments_above(block) and not starts_blank(following):
                block += newline  # or the comment would belong to the next block
            changed[places[number]] = Piece(kind, block)
    return arrange(changed, kind, order, _home(pieces, written.before), newline)


def _home(pieces: Sequence[Piece], before: tuple[str, ...]) -> int:
    """The number of the piece behind which the first block of its kind goes: the last one ahead
    of the tables named, but for blank lines and comments."""
    first = (next(statements(piece.text, runs=True), None) for piece in pieces)
    tables = [each.table[0] if each and each.table else "" for each in first]
    home = next((n for n, table in enumerate(tables) if table in before), len(pieces)) - 1
    while home and home < len(pieces) - 1 and pieces[home].kind == "gap":
        home -= 1
    return home


def _paired_highlights(
    old: Sequence[Highlight], new: Sequence[Highlight]
) -> list[tuple[Highlight, int | None]]:
    """With each new highlight the old one it was: the same, or else the next left over."""
    free = list(range(len(old)))
    same: list[int | None] = []
    for highlight in new:
        number = next((number for number in free if old[number] == highlight), None)
        same.append(number)
        if number is not None:
            free.remove(number)
    left = iter(free)
    return [
        (highlight, next(left, None) if number is None else number)
        for highlight, number in zip(new, same, strict=True)
    ]


def _head_values(draft: Draft) -> Values:
    return present(
        number=draft.number,
        label=draft.label,
        date=draft.date,
        language=draft.language,
        status="published" if draft.published else "draft",
        preamble=draft.preamble,
        **head_values(draft.page),
    )


def _highlight_values(highlight: Highlight) -> Values:
    return {"group": highlight.group, "text": highlight.text}


def _entry_values(entry: Entry) -> Values:
    marks = InlineTable(present(headline=entry.machine.headline, summary=entry.machine.summary))
    return present(
        id=entry.id,
        section=entry.section,
        url=entry.url,
        headline=entry.headline or None,
        title=entry.title or None,
        summary=Paragraphs(entry.summary) if entry.summary else None,
        domain=entry.show_domain,
        heading=entry.as_heading,
        pending=entry.pending or None,
        machine=marks or None,
        paper=_paper_values(entry.paper) if entry.paper else None,
        card=_card_values(entry.card) if entry.card else None,
        figure=_figure_values(entry.figure) if entry.figure else None,
    )


def _paper_values(paper: PaperFacts) -> Values:
    return present(
        authors=paper.authors or None,
        published=paper.published,
        categories=paper.categories or None,
        version=paper.version,
    )


def _card_values(card: Card) -> Values:
    return present(
        title=card.title,
        description=card.description or None,
        domain=card.domain or None,
        url=card.url or None,
    )


def _figure_values(figure: Figure) -> Values:
    return present(
        file=figure.file,
        alt=figure.alt or None,
        caption=figure.caption or None,
        credit=figure.credit or None,
        source=figure.source or None,
        licence=figure.licence or None,
        rights=figure.rights or None,
    )


_HIGHLIGHTS = _Written(
    "highlights", draft_keys.HIGHLIGHT, _highlight_values, before=("entries", "trailer")
)
_ENTRIES = _Written("entries", draft_keys.ENTRY, _entry_values, before=("trailer",))
