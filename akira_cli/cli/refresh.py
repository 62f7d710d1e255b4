"""`akira refresh`."""

from __future__ import annotations

from typing import Annotated

import typer

from akira_cli.cli._options import AsJson, Offline, connect
from akira_cli.cli._output import data, emit_json
from akira_cli.cli._report import report, tell_origins
from akira_cli.core.errors import Refused


def refresh(
    context: typer.Context,
    force: Annotated[
        bool, typer.Option("--force", help="Fill those of withdrawn papers, too.")
    ] = False,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Fill every placeholder of the open drafts with its facts."""
    from akira_cli.workflows.refresh import refresh as fill_all

    adapters = connect(context, offline)
    outcomes = list(
        fill_all(
            store=adapters.drafts,
            recognise=adapters.recognise,
            look_up=adapters.look_up,
            summariser=adapters.summariser,
            force=force,
        )
    )
    refused = [one for one in outcomes if isinstance(one, Refused)]
    filled = [one for one in outcomes if not isinstance(one, Refused)]
    if as_json:
        rows = [{"draft": one.draft.name, "entry": one.entry} for one in filled]
        emit_json({"filled": rows, "failed": refused})
    tell_origins((one.entry.id, one.origin, one.because) for one in filled)
    if not as_json:
        for one in filled:
            data(f"filled {one.entry.id} in {one.draft.label}: {one.entry.headline}")
    if not outcomes and not as_json:
        data("no placeholder is waiting")
    return report(refused, as_json)
