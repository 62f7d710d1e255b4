"""The summarisers by name, each built when it is wanted."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from akira_cli.wiring.families import builders

if TYPE_CHECKING:
    from akira_cli.core.models import Entry
    from akira_cli.core.settings import Settings
    from akira_cli.ports import Summariser

BUILT_IN = "extractive"
"""The summariser that always works: it needs no network, no model and no key."""


def summariser_named(
    name: str, settings: Settings, past: Callable[[], Sequence[Entry]]
) -> Summariser:
    """The summariser called so, alone; raises UsageError naming the known ones, AkiraError for
    one of another package that does not work.

    `past` gives the curator's own published entries, for one that imitates their voice.
    """
    known = list(builders("summarisers", settings, past))
    build = next((each[name] for each in known if name in each), None)
    if build is not None:
        made: Summariser = build()
        return made
    from akira_cli.core.errors import UsageError

    names = ", ".join(sorted(ChainMap(*known)))
    raise UsageError(f"there is no method '{name}' to summarise by", f"methods: {names}")


def with_stand_in(name: str, settings: Settings, past: Callable[[], Sequence[Entry]]) -> Summariser:
    """The summariser called so; where it fails, the built-in one does the job and says why."""
    asked = summariser_named(name, settings, past)
    if name == BUILT_IN:
        return asked
    from akira_cli.workflows.or_else import OrElse

    return OrElse(asked, summariser_named(BUILT_IN, settings, past))
