"""The outline of an issue, drawn on a terminal or printed plain into a pipe."""

from __future__ import annotations

import sys

from akira_cli.cli._output import counted, data, visible
from akira_cli.core.outline import Outline, OutlineEntry, OutlineSection


def print_outline(shown: Outline) -> None:
    """Print an outline; the drawing library is loaded for a terminal only."""
    if sys.stdout.isatty():
        _draw(shown)
    else:
        for line in _lines(shown):
            data(line)


def _status(shown: Outline) -> str:
    status = "published" if shown.published else "draft"
    return " · ".join(
        part for part in (status, str(shown.date or ""), _count(shown), shown.file) if part
    )


def _count(shown: Outline) -> str:
    return counted(sum(len(section.entries) for section in shown.sections), "entry", "entries")


def _heading(section: OutlineSection) -> str:
    return f"{section.number or '?'} {section.heading} ({section.key})"


def _headline(entry: OutlineEntry) -> str:
    return visible(entry.headline) or "(no headline)"


def _lines(shown: Outline) -> list[str]:
    lines = [f"{visible(shown.label)} · {_status(shown)}", "", "Highlights"]
    lines += [f"  {n}  {visible(h.text)}" for n, h in enumerate(shown.highlights, start=1)]
    lines += [] if shown.highlights else ["  none"]
    for section in shown.sections:
        lines += ["", _heading(section)]
        lines += [] if section.entries else ["  empty"]
        for entry in section.entries:
            lines.append(f"  {entry.handle}  {_headline(entry)}")
            lines += [f"       {visible(entry.title)}"] if entry.title else []
            lines += [f"       missing: {', '.join(entry.lacks)}"] if entry.lacks else []
    return [*lines, *(["", f"missing: {', '.join(shown.missing)}"] if shown.missing else [])]


def _draw(shown: Outline) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    console.print(Text(visible(shown.label), style="bold"))
    console.print(Text(_status(shown), style="dim"))

    def rows(title: str, lines: list[tuple[str, Text]]) -> None:
        console.print()
        console.print(Text(title, style="bold cyan"))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(justify="right", width=5, no_wrap=True)
        grid.add_column(overflow="fold")
        for handle, text in lines or [("", Text("empty", style="dim"))]:
            grid.add_row(Text(handle, style="cyan"), text)
        console.print(grid)

    def cell(entry: OutlineEntry) -> Text:
        text = Text(_headline(entry), style="" if entry.headline else "red")
        if entry.title:
            text.append(f"\n{visible(entry.title)}", style="dim")
        if entry.lacks:
            text.append(f"\n{', '.join(entry.lacks)}", style="yellow")
        return text

    bullets = [(str(n), Text(visible(h.text))) for n, h in enumerate(shown.highlights, start=1)]
    rows("Highlights", bullets)
    for section in shown.sections:
        rows(_heading(section), [(entry.handle, cell(entry)) for entry in section.entries])
    if shown.missing:
        console.print()
        console.print(Text(f"missing: {', '.join(shown.missing)}", style="yellow"))
