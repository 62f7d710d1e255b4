"""The composition root: settings to adapters, each built when it is first wanted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.workflows.open_draft import NextIssue

if TYPE_CHECKING:  # each command loads what it uses, and no more
    from akira_cli.core.errors import AkiraError
    from akira_cli.core.items import Reference
    from akira_cli.core.settings import Settings
    from akira_cli.ports import (
        DraftStore,
        EntryForms,
        Exporter,
        Exports,
        Found,
        History,
        Http,
        Library,
        OpenTexts,
        Progress,
        Source,
        Summariser,
    )


class SystemClock:
    """The machine's own time."""

    def now(self) -> datetime:
        return datetime.now().astimezone()  # noqa: TID251  # the one place the Clock port is met


class Adapters:
    """Everything a command may need of one workspace.

    Raises NoWorkspace when `start` is in none, InvalidFile when its config is wrong.
    """

    def __init__(
        self,
        *,
        start: Path,
        workspace: Path | None,
        environ: Mapping[str, str],
        progress: Progress,
        offline: bool = False,
    ) -> None:
        from akira_cli.storage.workspace import find_workspace

        chosen = workspace or (Path(w) if (w := environ.get("AKIRA_WORKSPACE")) else None)
        self.root = find_workspace(start, chosen)
        self.clock = SystemClock()
        self._environ = environ
        self._progress = progress
        self._offline = offline

    @cached_property
    def settings(self) -> Settings:
        from akira_cli.storage.settings_toml import load_settings

        settings = load_settings(self.root, self._environ)
        if self._offline:
            return settings._replace(network=settings.network._replace(offline=True))
        return settings

    @cached_property
    def drafts(self) -> DraftStore:
        from akira_cli.storage.draft_store import DraftFiles

        return DraftFiles(self.root, self.clock)

    @cached_property
    def history(self) -> History:
        from akira_cli.storage.history import HistoryFiles

        return HistoryFiles(self.root, self.clock)

    @cached_property
    def library(self) -> Library:
        from akira_cli.storage.library import SqliteLibrary

        return SqliteLibrary(self.root)

    @cached_property
    def http(self) -> Http:
        from akira_cli.web import Web

        return Web(self.settings.network, self._progress)

    @cached_property
    def sources(self) -> Sequence[Source]:
        from akira_cli.sources.arxiv import Arxiv

        return (Arxiv(self.settings.arxiv, self.clock),)

    @cached_property
    def summariser(self) -> Summariser:
        from akira_cli.summarisers.extractive import summariser

        return summariser

    @cached_property
    def exports(self) -> Exports:
        from akira_cli.storage.export_files import ExportFiles

        return ExportFiles(self.root)

    @cached_property
    def open_texts(self) -> OpenTexts:
        from akira_cli.storage.open_texts import OpenTextFiles

        return OpenTextFiles(self.root / ".akira" / "edits")

    @cached_property
    def entry_forms(self) -> EntryForms:
        from akira_cli.storage.entry_form import MarkdownForm

        return MarkdownForm(tuple(section.key for section in self.settings.layout.sections))

    def exporter(self, name: str) -> Exporter:
        """The exporter called so; raises UsageError naming the known ones."""
        from akira_cli.core.errors import UsageError

        if name not in exporter_names():
            known = ", ".join(exporter_names())
            raise UsageError(f"there is no format '{name}'", f"formats: {known}")
        exporter: Exporter = import_module(f"akira_cli.exporters.{name}").build(self.settings)
        return exporter

    def next_issue(self) -> NextIssue:
        """What a new draft is made of when nobody says otherwise."""
        return NextIssue(self.clock.now().date(), self.settings.language, self.settings.label)

    def recognise(self, text: str) -> Reference:
        """The reference a pasted text stands for."""
        from akira_cli.workflows.look_up import recognise

        return recognise(text, self.sources)

    def look_up(
        self, references: Sequence[Reference], *, refresh: bool = False
    ) -> Iterator[tuple[Reference, Found | AkiraError]]:
        """What is known of references: library, source, sample catalogue."""
        from akira_cli.storage.sample_catalogue import SampleCatalogue
        from akira_cli.workflows.look_up import look_up

        return look_up(
            references,
            source=self.sources[0],
            http=self.http,
            library=self.library,
            catalogue=SampleCatalogue(),
            refresh=refresh,
        )


def exporter_names() -> list[str]:
    """Every file in `exporters/` is a format, but those that begin with `_`."""
    from pkgutil import iter_modules

    package = import_module("akira_cli.exporters")
    return sorted(m.name for m in iter_modules(package.__path__) if not m.name.startswith("_"))


def create_workspace(folder: Path, name: str) -> None:
    """Make a workspace in a folder; raises NotWritten rather than overwrite anything."""
    from akira_cli.storage import workspace

    workspace.create_workspace(folder, name)
