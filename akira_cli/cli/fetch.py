"""`akira fetch`."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from akira_cli.cli._given_file import SavedPage, saved_page
from akira_cli.cli._options import AsJson, Offline, connect
from akira_cli.cli._output import counted, data, emit_json, jsonable, note, paint
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
    html: SavedPage = None,
    offline: Offline = False,
    as_json: AsJson = False,
) -> int:
    """Print what is known of papers, articles and posts, and keep it in the library."""
    from akira_cli.workflows.fetch import fetch as fetch_all

    page = saved_page(html, references)
    adapters = connect(context, offline)
    look_up = partial(adapters.look_up, refresh=refresh)
    if page is not None:
        look_up = partial(adapters.read_saved, page=page)
    outcomes = list(fetch_all(references, recognise=adapters.recognise, look_up=look_up))
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
    own_words = item.abstract_is_description or item.form != "paper"
    abstract = "Description" if own_words else "Abstract"
    rows = [
        ("Id", "" if "://" in item.reference.id else item.reference.versioned_id),
        ("Title", item.title),
        ("Authors", ", ".join(item.authors)),
        ("Published", item.published.isoformat() if item.published else ""),
        ("Updated", item.updated.isoformat() if item.updated else ""),
        ("Categories", ", ".join(item.categories)),
        ("Comment", item.comment),
        ("Journal", item.journal),
        ("DOI", ", ".join(item.dois)),
        ("Site", item.site),
        ("Address", item.url),
        ("Left off", ", ".join(item.reference.removed)),
        ("PDF", item.pdf),
        ("Licence", item.licence),
        ("Withdrawn", item.withdrawn or ""),
        (abstract, item.abstract),
    ]
    for name, value in rows:
        if value:
            data(value, paint(f"{name:<12}", bold=True))
    if item.text:
        data(counted(len(item.text.split()), "word", "words"), paint(f"{'Text':<12}", bold=True))
    for remark in item.notes:
        note(remark)
