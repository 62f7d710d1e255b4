"""`akira preview`."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated

import typer

from akira_cli.cli._options import AsJson, InDraft, connect
from akira_cli.cli._output import data, emit_json, note


def preview(
    context: typer.Context,
    in_draft: InDraft = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")
    ] = 0,
    open_browser: Annotated[
        bool, typer.Option("--open/--no-open", help="Open the browser, or only print the address.")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Show the issue in the browser, as each target gets it, and follow the draft's changes."""
    from akira_cli.workflows.open_draft import draft_in_use

    adapters = connect(context)
    draft = draft_in_use(adapters.drafts, in_draft)
    # once the address is out, an interrupt is the way to end it
    with adapters.preview(draft.name, port) as server, suppress(KeyboardInterrupt):
        if as_json:
            emit_json({"draft": draft.name, "address": server.address})
        else:
            data(server.address)
        note(f"{draft.label} is shown there until Ctrl-C")
        if open_browser:
            typer.launch(server.address)
        server.serve_until_interrupted()
