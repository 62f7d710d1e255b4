"""The outline of an issue, drawn on a terminal or printed plain into a pipe."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Literal

from akira_cli.cli._output import counted, data, visible
from akira_cli.core.outline import Outline, OutlineEntry, OutlineSection

if TYPE_CHECKING:
    from rich.console import Console

_NO_HEADLINE = "(no headline)"


def print_outline(shown: Outline) -> None:
    """Print an outline; the drawing library is loaded for a terminal only."""
    if sys.stdout.isatty():
        _draw(shown)
    else:
        for line in _lines(shown):
            data(line)


def console() -> Console:
    """What draws on the terminal, in colour unless the user wants none."""
    from rich.console import Console

    colours: Literal["auto"] | None = None if os.environ.get("NO_COLOR") else "auto"
    return Console(highlight=False, color_system=colours)


def _status(shown: Outline) -> str:
    status = "published" if shown.published else "draft"
    return " · ".join(
        part for part in (status, str(shown.date or ""), _count(shown), shown.file) if part
    )


def _count(shown: Outline) -> str:
    return counted(sum(len(section.entries) for section in shown.sections), "entry", "entries")


def _heading(section: OutlineSection) -> str:
    return f"{section.number or '?'} {section.heading} ({section.key})"


def _lines(shown: Outline) -> list[str]:
    lines = [f"{shown.label} · {_status(shown)}", "", "Highlights"]
    lines += [f"  {n}  {h.text}" for n, h in enumerate(shown.highlights, start=1)]
    lines += [] if shown.highlights else ["  none"]
    for section in shown.sections:
        lines += ["", _heading(section)]
        lines += [] if section.entries else ["  empty"]
        for entry in section.entries:
            lines.append(f"  {entry.handle}  {entry.headline or _NO_HEADLINE}")
            lines += [f"       {entry.title}"] if entry.title else []
            lines += [f"       missing: {', '.join(entry.lacks)}"] if entry.lacks else []
            lines += [f"       doubtful: {each}" for each in entry.doubts]
    return [*lines, *(["", f"missing: {', '.join(shown.missing)}"] if shown.missing else [])]


def _draw(shown: Outline) -> None:
    from rich.table import Table
    from rich.text import Text

    screen = console()

    def styled(text: str, style: str = "") -> Text:
        return Text(visible(text), style=style)

    def rows(title: str, lines: list[tuple[str, Text]], none: str) -> None:
        screen.print()
        screen.print(styled(title, "bold cyan"))
        grid = Table.grid(padding=(0, 2))
        grid.add_column(justify="right", width=5, no_wrap=True)
        grid.add_column(overflow="fold")
        for handle, text in lines or [("", styled(none, "dim"))]:
            grid.add_row(styled(handle, "cyan"), text)
        screen.print(grid)

    def cell(entry: OutlineEntry) -> Text:
        text = styled(entry.headline) if entry.headline else styled(_NO_HEADLINE, "red")
        if entry.title:
            text.append_text(styled(f"\n{entry.title}", "dim"))
        if entry.lacks:
            text.append_text(styled(f"\nmissing: {', '.join(entry.lacks)}", "yellow"))
        for doubt in entry.doubts:
            text.append_text(styled(f"\ndoubtful: {doubt}", "yellow"))
        return text

    screen.print(styled(shown.label, "bold"))
    screen.print(styled(_status(shown), "dim"))
    bullets = [(str(n), styled(h.text)) for n, h in enumerate(shown.highlights, start=1)]
    rows("Highlights", bullets, "none")
    for section in shown.sections:
        rows(_heading(section), [(entry.handle, cell(entry)) for entry in section.entries], "empty")
    if shown.missing:
        screen.print()
        screen.print(styled(f"missing: {', '.join(shown.missing)}", "yellow"))
