"""How first texts are to be written, and what is told of them after."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._options import Common, connect
from akira_cli.cli._output import note
from akira_cli.core.settings import Length

if TYPE_CHECKING:
    from akira_cli.core.items import Usage
    from akira_cli.core.settings import Settings, SummarySettings
    from akira_cli.wiring.summarisers import Summarisers


Method = Annotated[
    str | None, typer.Option("--method", metavar="NAME", help="extractive, llm, ...")
]
LengthOption = Annotated[
    Length | None, typer.Option("--length", help="Words: short 20-40, normal 40-75, long 75-120.")
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Print what a model would be asked, and ask nothing.")
]


def summarisers_here(context: typer.Context, offline: bool) -> Summarisers:
    """The summarisers of the workspace the command runs in; outside of one those of none.

    Raises NoWorkspace only where one was named.
    """
    import os

    from akira_cli.core.errors import NoWorkspace

    common = context.find_object(Common) or Common(None, offline=False)
    try:
        return connect(context, offline).summarisers
    except NoWorkspace:
        if common.workspace or os.environ.get("AKIRA_WORKSPACE"):
            raise
        from akira_cli.wiring.summarisers import summarisers_anywhere

        return summarisers_anywhere(os.environ, offline=offline or common.offline)


def length_in(settings: Settings, chosen: Length | None) -> Length:
    """The length asked for, or else the workspace's own."""
    return chosen or settings.summaries.length


def tell_written(written: Iterable[tuple[str, tuple[str, ...]]]) -> None:
    """Say on stderr what the curator should know of texts: one line for each remark.

    `written` holds the thing's name and the remarks on its texts.
    """
    grouped: dict[str, list[str]] = {}
    for thing, remarks in written:
        for remark in remarks:
            grouped.setdefault(remark, []).append(thing)
    for remark, things in grouped.items():
        note(f"{', '.join(things)}: {remark}")


def tell_cost(usages: Iterable[Usage | None], settings: SummarySettings) -> None:
    """Say on stderr what the model's answers took, when one was asked."""
    asked = [usage for usage in usages if usage is not None]
    if not asked:
        return
    total = sum(asked[1:], start=asked[0])
    cost = price(total, settings)
    told = f", cost {cost}" if cost else ""
    note(
        f"{settings.model or 'the model'}: {total.input_tokens} tokens in, "
        f"{total.output_tokens} out, {total.seconds:.1f} s{told}"
    )


def price(usage: Usage, settings: SummarySettings) -> str:
    """What tokens cost at the prices of the config; empty when it has none."""
    if not (settings.input_price or settings.output_price):
        return ""
    millions = (
        usage.input_tokens * settings.input_price + usage.output_tokens * settings.output_price
    )
    return f"{millions / 1_000_000:.4f}"
