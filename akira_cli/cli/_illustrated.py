"""The figures that new papers get by themselves, and what is said of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from akira_cli.cli._output import note, talk, warn

if TYPE_CHECKING:
    from akira_cli.core.models import Draft
    from akira_cli.wiring import Adapters
    from akira_cli.workflows.add import Report
    from akira_cli.workflows.illustrate import Illustrated, Unillustrated

_KNOWN = ("source", "library")
"""Where facts are from that a figure can be looked for with; without a network there is none."""


_MOST = 20
"""Papers at once; arXiv lets us ask for a page every three seconds."""


def illustrated_if_wanted(
    adapters: Adapters, outcome: Report, rights: str
) -> list[Illustrated | Unillustrated]:
    """Give the papers just added their figures, unless the config wants none, nothing may be
    asked, or that would take many minutes."""
    settings = adapters.settings
    added = [one.entry.id for one in outcome.added if one.origin in _KNOWN]
    wanted = settings.figures.fetch and not settings.network.offline
    if outcome.draft is None or not added or not wanted:
        return []
    if len(added) > _MOST:
        note(f"no figures were looked for, for {len(added)} papers; 'akira refresh --figures' does")
        return []
    return illustrated(adapters, outcome.draft, added, rights)


def illustrated(
    adapters: Adapters, draft: Draft, entry_ids: Sequence[str], rights: str = ""
) -> list[Illustrated | Unillustrated]:
    """Give the papers among entries their figures, telling of each on stderr as it comes."""
    from akira_cli.workflows.illustrate import illustrate

    drawn = []
    for one in illustrate(draft, entry_ids, adapters.studio(), rights):
        drawn.append(one)
        _tell(one)
    return drawn


def _tell(one: Illustrated | Unillustrated) -> None:
    from akira_cli.cli.figure import unclear
    from akira_cli.core.errors import NotFound
    from akira_cli.core.rights import may_be_shown
    from akira_cli.workflows.illustrate import Unillustrated

    if isinstance(one, Unillustrated):
        why = f": {one.error.message}" if not isinstance(one.error, NotFound) else ""
        note(f"no figure was found for {one.entry_id}{why}; {one.error.hint}")
        return
    figure, entry = one.prepared.figure, one.entry
    talk(f"figure of {entry.id}: drafts/{figure.file}, {figure.credit}")
    for remark in one.prepared.notes:
        note(f"{entry.id}: {remark}")
    if not may_be_shown(figure):
        warn(unclear(entry.id, figure))
