"""`akira layout ...`: what an issue's page is made of, and the curator's own in its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, Language, connect
from akira_cli.cli._output import counted, data, emit_json

if TYPE_CHECKING:
    from collections.abc import Iterator

    from akira_cli.core.page import Layout

app = typer.Typer(
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Show the layout of an issue; take its wording and templates over.",
)


@app.command()
def show(
    context: typer.Context,
    language: Language = None,
    as_json: AsJson = False,
) -> None:
    """Show the sections, wording and style in use, and which files are your own."""
    adapters = connect(context)
    layout = adapters.layout(adapters.settings.language, asked=language)
    files = adapters.layout_files.all()
    if as_json:
        emit_json({"layout": layout, "files": files})
        return
    for line in _lines(layout):
        data(line.rstrip())
    data("\nFiles ('akira layout eject NAME' makes one yours)")
    for file in files:
        data(f"  {file.kind:<9} {file.name:<24} {file.own or ''}".rstrip())


@app.command()
def eject(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help="en, zh, medium.html.j2, ...")],
    as_json: AsJson = False,
) -> None:
    """Copy a wording pack, a template or a prompt into the workspace, to be changed there."""
    path = connect(context).layout_files.eject(name)
    if as_json:
        emit_json({"path": path})
    else:
        data(f"{path} is yours now; it goes before the program's own")


def _lines(layout: Layout) -> Iterator[str]:
    yield f"{layout.name}"
    yield f"title      {layout.title}"
    for kind in layout.labels:
        yield f"label      {kind.kind:<8} {kind.label}{_behind(kind.title)}"
    for line in layout.preamble:
        yield f"preamble   {line}"
    yield f"dates      {layout.date}"
    yield f"contents   {layout.toc_intro}"
    yield f"separator  {layout.separator}"
    yield f"           {', '.join(layout.style.separators) or 'nowhere'}"
    yield f"joint      '{layout.joint}'"
    yield "style      " + ", ".join(
        f"{key} = {str(value).lower() if isinstance(value, bool) else value}"
        for key, value in layout.style._asdict().items()
        if key != "separators" and value != ""
    )
    for field, value in layout.tracking:
        yield f"tracking   {field} = '{value}'"
    yield "\nWords"
    for key, word in layout.words:
        yield f"  {key:<12} {word}"
    yield f"  {'months':<12} {', '.join(layout.months)}"
    yield "\nHighlights"
    for key, heading in layout.groups:
        yield f"  {key:<10} {heading}"
    yield "\nSections"
    for number, section in enumerate(layout.sections, start=1):
        contents = section.toc if section.in_contents else "(not in the contents)"
        yield f"  {number} {section.key:<10} {section.heading}{_behind(contents)}"
    yield "\nClosing blocks"
    chosen = [block.name for block in layout.trailer]
    for block in layout.library:
        mark = "*" if block.name in chosen else " "
        cards = f"  ({counted(len(block.cards), 'card', 'cards')})" if block.cards else ""
        yield f"{mark} {block.name:<12} {block.heading}{cards}"
    if not layout.library:
        yield "  none"


def _behind(text: str) -> str:
    return f"  |  {text}" if text else ""
