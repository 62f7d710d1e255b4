"""Options that several commands share, and the way from them to the adapters."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

if TYPE_CHECKING:  # wiring is loaded by the commands that run, not by the command table
    from akira_cli.wiring import Adapters

AsJson = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]
InDraft = Annotated[
    str | None,
    typer.Option(
        "--draft", metavar="DRAFT", help="A number, a label or a file's stem: 34, issue-034."
    ),
]
Language = Annotated[
    str | None,
    typer.Option("--language", metavar="CODE", help="Another wording: en, ja, zh or your own."),
]
Offline = Annotated[bool, typer.Option("--offline", help="Open no connection.")]
HANDLE = "3.2 (section.position), an arXiv id, or a slug."
Handle = Annotated[str, typer.Argument(metavar="HANDLE", help=HANDLE)]


class Common(NamedTuple):
    """The options before the command's name."""

    workspace: Path | None
    offline: bool


def connect(context: typer.Context, offline: bool = False) -> Adapters:
    """The adapters of the workspace the command runs in; raises NoWorkspace."""
    import os

    from akira_cli.cli._progress import Countdown
    from akira_cli.wiring import Adapters

    common = context.find_object(Common) or Common(None, offline=False)
    return Adapters(
        start=Path.cwd(),
        workspace=common.workspace,
        environ=os.environ,
        progress=Countdown(),
        offline=offline or common.offline,
    )
