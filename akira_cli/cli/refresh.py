"""`akira refresh`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import AsJson, Offline, connect
from akira_cli.cli._output import counted, data, emit_json, error_facts
from akira_cli.cli._report import report, tell_origins
from akira_cli.cli._summaries import (
    LengthOption,
    Method,
    length_in,
    tell_cost,
    tell_written,
)
from akira_cli.core.errors import Refused
from akira_cli.core.models import Draft
from akira_cli.workflows.illustrate import Illustrated, Unillustrated

if TYPE_CHECKING:
    from akira_cli.core.settings import Length
    from akira_cli.wiring import Adapters
    from akira_cli.workflows.refresh import Filled


def refresh(
    context: typer.Context,
    force: Annotated[
        bool, typer.Option("--force", help="Fill those of withdrawn papers, too.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Look for the figures of papers that have none.")
    ] = False,
    method: Method = None,
    length: LengthOption = None,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Fill what is missing in the open drafts: the facts of placeholders, and figures."""
    adapters = connect(context, offline)
    outcomes = _all_filled(adapters, method, length_in(adapters.settings, length), force)
    refused = [one for one in outcomes if isinstance(one, Refused)]
    filled = [one for one in outcomes if not isinstance(one, Refused)]
    drawn = _illustrated(adapters) if figures else []
    if as_json:
        rows = [{"draft": one.draft.name, "entry": one.entry} for one in filled]
        emit_json({"filled": rows, "failed": refused, "figures": [_facts(one) for one in drawn]})
    tell_origins((one.entry.id, one.origin, one.because) for one in filled)
    tell_written((one.entry.id, one.notes) for one in filled)
    tell_cost((one.usage for one in filled), adapters.settings.summaries)
    if not as_json:
        for one in filled:
            data(f"filled {one.entry.id} in {one.draft.label}: {one.entry.headline}")
    if not outcomes and not as_json:
        data("no placeholder is waiting")
    if figures and not as_json:
        found = sum(isinstance(one, Illustrated) for one in drawn)
        data(f"{counted(found, 'paper', 'papers')} got a figure")
    return report(refused, as_json)


def _all_filled(
    adapters: Adapters, method: str | None, length: Length, force: bool
) -> list[Filled | Refused]:
    from akira_cli.workflows.refresh import refresh as fill_all

    return list(
        fill_all(
            store=adapters.drafts,
            recognise=adapters.recognise,
            look_up=adapters.look_up,
            summariser=adapters.summariser(method),
            force=force,
            length=length,
        )
    )


def _illustrated(adapters: Adapters) -> list[Illustrated | Unillustrated]:
    """What became of each paper of the open drafts that had no figure."""
    from akira_cli.cli._illustrated import illustrated

    drawn = []
    for draft in adapters.drafts.all():
        if isinstance(draft, Draft) and not draft.published:
            waiting = [entry.id for entry in draft.entries if not entry.pending]
            drawn += illustrated(adapters, draft, waiting)
    return drawn


def _facts(one: Illustrated | Unillustrated) -> dict[str, object]:
    if isinstance(one, Illustrated):
        return {"entry": one.entry.id, "figure": one.prepared.figure}
    return {"entry": one.entry_id, **error_facts(one.error)}
