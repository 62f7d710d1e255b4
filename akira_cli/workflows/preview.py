"""An issue as several targets get it, with what is to be looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from akira_cli.core.gaps import lacks
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
from akira_cli.core.preview import Check, State, Target
from akira_cli.core.rights import UnclearPicture, may_be_shown
from akira_cli.core.settings import Policy
from akira_cli.ports import DraftStore, Exporter
from akira_cli.workflows.laid_out import faults_placed, laid_out

TABS = {"Medium": "medium", "E-mail": "email", "Web": "html", "Text": "text"}
"""The formats shown, each by the label of its tab."""


def preview(
    name: str,
    store: DraftStore,
    layout_in: Callable[[str], Layout],
    exporters: Mapping[str, Exporter],
    policy: Policy = "warn",
    doubts: Callable[[Draft], Mapping[str, Sequence[str]]] = lambda _: {},
) -> State:
    """Read a draft and render it for each target; `exporters` are by the label of their tab.

    Pictures that nobody is known to allow are told unless the `policy` is to ignore them; `doubts`
    says by entry id what its texts say that their sources do not.

    Raises InvalidFile for a draft that cannot be read or laid out.
    """
    draft = store.load(name)
    layout = layout_in(draft.language)
    issue = laid_out(draft, layout, store)
    with faults_placed(draft, store):
        targets = tuple(
            Target(exporter.name, label, exporter.render(issue))
            for label, exporter in exporters.items()
        )
    return State(
        title=issue.title,
        file=store.path(name),
        targets=targets,
        checks=tuple(_checks(draft, layout, policy, doubts(draft))),
        language=draft.language,
    )


def _checks(
    draft: Draft, layout: Layout, policy: Policy, doubts: Mapping[str, Sequence[str]]
) -> Iterator[Check]:
    if not draft.entries:
        yield Check("", draft.label, "no entries yet")
    if not draft.highlights:
        yield Check("", draft.label, "highlights are missing")
    for number, section in enumerate(layout.sections, start=1):
        for place, entry in enumerate(draft.in_section(section.key), start=1):
            for lacking in lacks(entry):
                yield Check(f"{number}.{place}", entry.shown_headline, f"missing {lacking}")
            if policy != "ignore" and entry.figure and not may_be_shown(entry.figure):
                why = UnclearPicture.of(entry.id, entry.figure).why
                yield Check(f"{number}.{place}", entry.shown_headline, why)
            for doubt in doubts.get(entry.id, ()):
                yield Check(f"{number}.{place}", entry.shown_headline, doubt)
