"""`akira fetch`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from akira_cli.cli._options import AsJson, Offline, connect
from akira_cli.cli._output import data, emit_json, jsonable, paint
from akira_cli.cli._report import report, tell_origins
from akira_cli.core.errors import Refused
from akira_cli.core.items import Item
from akira_cli.ports import Found


def fetch(
    context: typer.Context,
    references: Annotated[
        list[str], typer.Argument(metavar="REF...", help="arXiv ids or addresses.")
    ],
    refresh: Annotated[bool, typer.Option("--refresh", help="Ask again, even if known.")] = False,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Print what is known of papers, and keep it in the library."""
    from akira_cli.workflows.fetch import fetch as fetch_all

    adapters = connect(context, offline)
    outcomes = list(
        fetch_all(
            references,
            recognise=adapters.recognise,
            look_up=partial(adapters.look_up, refresh=refresh),
        )
    )
    found = [one for one in outcomes if isinstance(one, Found)]
    refused = [one for one in outcomes if isinstance(one, Refused)]
    if as_json:
        items = [{**jsonable(one.item), "origin": one.origin} for one in found]
        emit_json({"items": items, "failed": refused})
    tell_origins((one.item.reference.id, one.origin, one.because) for one in found)
    if not as_json:
        for number, one in enumerate(found):
            if number:
                data("")
            _describe(one.item)
    return report(refused, as_json)


def _describe(item: Item) -> None:
    abstract = "Description" if item.abstract_is_description else "Abstract"
    rows = [
        ("Id", item.reference.versioned_id),
        ("Title", item.title),
        ("Authors", ", ".join(item.authors)),
        ("Published", item.published.isoformat() if item.published else ""),
        ("Updated", item.updated.isoformat() if item.updated else ""),
        ("Categories", ", ".join(item.categories)),
        ("Comment", item.comment),
        ("Journal", item.journal),
        ("DOI", ", ".join(item.dois)),
        ("Address", item.url),
        ("Withdrawn", item.withdrawn or ""),
        (abstract, item.abstract),
    ]
    for name, value in rows:
        if value:
            data(value, paint(f"{name:<12}", bold=True))
