"""An entry's sentences beside those of its source, drawn on a terminal or printed plain."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from akira_cli.cli._output import data, jsonable, visible

if TYPE_CHECKING:
    from akira_cli.core.grounds import Ground, Grounded
    from akira_cli.workflows.grounds import EntryGrounds

_NOTHING = "nothing in the source"
_OWN_WORDS = "its source is the sample catalogue's description, not its own words"


def print_grounds(shown: list[EntryGrounds]) -> None:
    """Print each entry's sentences and what they rest on, side by side on a terminal."""
    if not shown:
        data("there is no entry yet")
    for number, one in enumerate(shown):
        if number:
            data("")
        if sys.stdout.isatty():
            _draw(one)
        else:
            for line in _lines(one):
                data(line)


def grounds_facts(shown: list[EntryGrounds]) -> list[dict[str, object]]:
    """The same for `--json`."""
    return [
        {
            "handle": one.handle,
            "entry": one.entry.id,
            "source": one.item.url if one.item else None,
            "abstract_is_description": bool(one.item and one.item.abstract_is_description),
            "sentences": jsonable(one.rows),
        }
        for one in shown
    ]


def _heading(one: EntryGrounds) -> str:
    return f"{one.handle}  {one.entry.id}  {one.entry.url}"


def _remark(one: EntryGrounds) -> str:
    """Why there is nothing to show, or what to think of what is shown; mostly empty."""
    if one.item is None:
        missing = "nothing is kept of it to compare with"
        if one.entry.pending:
            return f"{missing}; 'akira refresh' fills the placeholder"
        return f"{missing}; akira fetch '{one.entry.url}'"
    if not one.rows:
        return "it has no text yet"
    return _OWN_WORDS if one.item.abstract_is_description else ""


def _words(ground: Ground | None) -> str:
    return " ".join(ground.text.split()) if ground else _NOTHING


def _place(ground: Ground | None) -> str:
    return f"{ground.part} {ground.start}-{ground.end}" if ground else ""


def _problems(row: Grounded) -> list[str]:
    return [f"doubtful: '{each.text}': {each.why} ({each.id})" for each in row.problems]


def _lines(one: EntryGrounds) -> list[str]:
    remark = _remark(one)
    lines = [_heading(one), *([f"  {remark}"] if remark else [])]
    for row in one.rows:
        lines.append(f"  {row.field}: {row.sentence}")
        lines.append("    " + ": ".join(filter(None, (_place(row.ground), _words(row.ground)))))
        lines += [f"    {each}" for each in _problems(row)]
    return lines


def _draw(one: EntryGrounds) -> None:
    from rich.table import Table
    from rich.text import Text

    from akira_cli.cli._outline import console

    def cell(*parts: tuple[str, str]) -> Text:
        """Lines of a text, each in its style, without the empty ones."""
        lines = [Text(visible(text), style=style) for text, style in parts if text]
        return Text("\n").join(lines)

    screen = console()
    screen.print(cell((_heading(one), "bold cyan")))
    if remark := _remark(one):
        screen.print(cell((f"  {remark}", "dim")))
    table = Table(box=None, padding=(0, 2, 1, 0), expand=True)
    table.add_column("the entry says", ratio=1, overflow="fold")
    table.add_column("its source says", ratio=1, overflow="fold")
    for row in one.rows:
        style = "bold" if row.field == "headline" else ""
        table.add_row(
            cell((row.sentence, style), *((each, "yellow") for each in _problems(row))),
            cell((_words(row.ground), ""), (_place(row.ground), "dim")),
        )
    if one.rows:
        screen.print(table)
