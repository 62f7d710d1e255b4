"""`akira init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from akira_cli.cli._options import AsJson
from akira_cli.cli._output import data, emit_json


def init(
    folder: Annotated[
        Path, typer.Argument(metavar="[DIR]", help="Where; here by default.")
    ] = Path(),
    name: Annotated[
        str, typer.Option("--name", help="What the newsletter is called.")
    ] = "Machine Learning News",
    as_json: AsJson = False,
) -> None:
    """Make a workspace: config.toml and drafts/."""
    from akira_cli.wiring import create_workspace

    create_workspace(folder, name)
    if as_json:
        emit_json({"workspace": str(folder.resolve()), "name": name})
    else:
        data(f'made a workspace for "{name}" in {folder.resolve()}')
        data("next: akira draft new, akira add 2110.02178 --section papers")
