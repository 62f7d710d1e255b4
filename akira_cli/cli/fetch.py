"""`akira fetch` and `akira refresh`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Annotated

import typer

from akira_cli.cli._options import AsJson, Offline, connect
from akira_cli.cli._output import complain, data, emit_json, jsonable, note, paint, talk
from akira_cli.core.errors import Refused
from akira_cli.core.items import Item
from akira_cli.ports import Found

_ORIGINS = {
    "library": "from the library",
    "catalogue": "from the sample catalogue, as a description in our own words",
    "pending": "kept as a placeholder, which 'akira refresh' fills later",
}


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


def tell_origins(found: Iterable[tuple[str, str, str]]) -> None:
    """Say on stderr what did not come fresh from its source though it should have.

    `found` holds the thing's name, where it came from and why; one line for each reason.
    """
    grouped: dict[tuple[str, str], list[str]] = {}
    for thing, origin, because in found:
        if because:
            grouped.setdefault((because, origin), []).append(thing)
    for (because, origin), things in grouped.items():
        note(f"{because}; {_ORIGINS[origin]}: {', '.join(things)}")


def report(refused: Sequence[Refused], as_json: bool) -> int:
    """Tell what was refused and why; the highest of the exit codes, 0 when there is none.

    One fault often hits many references: it is told once, with all of them.
    """
    if not as_json:
        grouped: dict[str, list[Refused]] = {}
        for one in refused:
            grouped.setdefault(one.error.message, []).append(one)
        for same in grouped.values():
            complain(same[0].error)
            if len(same) > 1:
                talk(f"these were not done: {', '.join(one.text for one in same)}")
    return max((one.error.exit_code for one in refused), default=0)


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
