"""The composition root: settings to adapters, each built when it is first wanted."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property, partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from akira_cli.workflows.open_draft import NextIssue

if TYPE_CHECKING:  # each command loads what it uses, and no more
    from importlib.metadata import EntryPoint

    from akira_cli.core.errors import AkiraError
    from akira_cli.core.items import Reference
    from akira_cli.core.page import Layout
    from akira_cli.core.preview import State
    from akira_cli.core.settings import Settings
    from akira_cli.ports import (
        ArchiveExporter,
        DraftStore,
        EntryForms,
        Exporter,
        Exports,
        Found,
        History,
        Http,
        LayoutFiles,
        Library,
        OpenTexts,
        Pictures,
        Progress,
        Source,
        Summariser,
    )
    from akira_cli.preview.server import Preview

AnyExporter: TypeAlias = "Exporter | ArchiveExporter"
_Build: TypeAlias = "Callable[[Settings, Pictures], AnyExporter]"
_Builders: TypeAlias = "dict[str, Callable[[], AnyExporter]]"


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
    def layout_files(self) -> LayoutFiles:
        from akira_cli.exporters._templates import SHIPPED
        from akira_cli.storage.layout_files import LayoutFilesOnDisk

        return LayoutFilesOnDisk(self.root, Path(self.settings.templates), SHIPPED)

    @cached_property
    def open_texts(self) -> OpenTexts:
        from akira_cli.storage.open_texts import OpenTextFiles

        return OpenTextFiles(self.root / ".akira" / "edits")

    @cached_property
    def entry_forms(self) -> EntryForms:
        from akira_cli.storage.entry_form import MarkdownForm

        return MarkdownForm(tuple(section.key for section in self.settings.layout.sections))

    @cached_property
    def pictures(self) -> Pictures:
        from akira_cli.storage.figure_files import FigureFiles

        return FigureFiles(self.root)

    def layout(self, language: str, *, asked: str | None = None) -> Layout:
        """The newsletter's layout in a language, or in the one asked for.

        Raises UsageError when there is no wording in that one.
        """
        if asked is not None:
            self._require_wording(asked)
            language = asked
        if language == self.settings.language:
            return self.settings.layout
        from akira_cli.storage.settings_toml import load_layout

        return load_layout(self.root, language)

    def has_wording(self, language: str) -> bool:
        """Whether there is a wording pack for a language; without one an issue is in English."""
        from akira_cli.storage.wording_packs import has_wording

        return has_wording(self.root, language)

    def _require_wording(self, language: str) -> None:
        if self.has_wording(language):
            return
        from akira_cli.core.errors import UsageError
        from akira_cli.storage.wording_packs import languages

        known = ", ".join(languages(self.root))
        hint = f"there is: {known}; a file layouts/CODE.toml makes one of your own"
        raise UsageError(f"there is no wording in '{language}'", hint)

    def exporter(self, name: str, settings: Settings | None = None) -> AnyExporter:
        """The exporter called so, with other settings than the workspace's if given.

        Raises UsageError naming the known ones, AkiraError for one of another package that does
        not work, InvalidFile for two templates of one name.
        """
        builders = _builders(settings or self.settings, self.pictures)
        build = next((each[name] for each in builders if name in each), None)
        if build is not None:
            return build()
        from akira_cli.core.errors import UsageError

        known = ", ".join(sorted(ChainMap(*_builders(self.settings, self.pictures))))
        raise UsageError(f"there is no format '{name}'", f"formats: {known}")

    def exporters(self) -> list[AnyExporter | AkiraError]:
        """One of each format, by name; or, for one of another package, why it does not work."""
        return _one_of_each(self.settings, self.pictures)

    def preview(self, draft: str, port: int) -> Preview:
        """The server that shows a draft, made anew whenever a file it is made of changes."""
        from akira_cli.preview.server import Preview
        from akira_cli.storage.watched import signature
        from akira_cli.workflows.preview import TABS, preview

        def assemble() -> State:
            fresh = self._again()
            # none of these is made of many issues
            exporters = {tab: cast("Exporter", fresh.exporter(name)) for tab, name in TABS.items()}
            return preview(draft, fresh.drafts, fresh.layout, exporters)

        return Preview(assemble, lambda: signature(self.root, draft), self.pictures.read, port=port)

    def _again(self) -> Adapters:
        """The same workspace read anew."""
        return Adapters(
            start=self.root,
            workspace=self.root,
            environ=self._environ,
            progress=self._progress,
            offline=self._offline,
        )

    def next_issue(self, kind: str | None = None) -> NextIssue:
        """What a new draft is made of when nobody says otherwise; `kind` is one of labels.

        Raises UsageError for a kind the layout lacks.
        """
        from akira_cli.core.labels import kind_named
        from akira_cli.core.page import LabelKind

        settings, day = self.settings, self.clock.now().date()
        pattern = settings.label
        if kind is not None:
            from akira_cli.core.errors import UsageError

            found = kind_named(settings.layout.labels, kind)
            if found is None:
                known = ", ".join(one.kind for one in settings.layout.labels)
                raise UsageError(f"there is no kind of label '{kind}'", f"kinds: {known}")
            pattern = found.label
        kinds = (*settings.layout.labels, LabelKind("next", pattern))
        return NextIssue(day, settings.language, pattern, settings.layout.months, kinds)

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


def exporters_anywhere() -> list[AnyExporter | AkiraError]:
    """One of each format there is without a workspace, as `Adapters.exporters`."""
    from akira_cli.storage.figure_files import FigureFiles
    from akira_cli.storage.settings_toml import default_settings

    return _one_of_each(default_settings(), FigureFiles(Path()))


def _one_of_each(settings: Settings, pictures: Pictures) -> list[AnyExporter | AkiraError]:
    builders = ChainMap(*_builders(settings, pictures))
    return [_built_or_told(builders[name]) for name in sorted(builders)]


def _built_or_told(build: Callable[[], AnyExporter]) -> AnyExporter | AkiraError:
    from akira_cli.core.errors import AkiraError

    try:
        return build()
    except AkiraError as error:
        return error


def _builders(settings: Settings, pictures: Pictures) -> Iterator[_Builders]:
    """What builds the formats, by name, and what goes before others first: the curator's own
    templates, the files of the program, entry points of other packages."""
    if settings.templates and Path(settings.templates).is_dir():
        from akira_cli.exporters._own_template import OwnTemplate, own_templates

        own = own_templates(Path(settings.templates))
        yield {name: partial(OwnTemplate, file) for name, file in own.items()}
    yield {name: partial(_shipped, name, settings, pictures) for name in _shipped_exporters()}
    from importlib.metadata import entry_points

    others = entry_points(group="akira.exporters")
    yield {each.name: partial(_of_others, each, settings, pictures) for each in others}


def _shipped_exporters() -> list[str]:
    """Every file in `exporters/` is a format, but those that begin with `_`."""
    from pkgutil import iter_modules

    package = import_module("akira_cli.exporters")
    return [m.name for m in iter_modules(package.__path__) if not m.name.startswith("_")]


def _shipped(name: str, settings: Settings, pictures: Pictures) -> AnyExporter:
    build: _Build = import_module(f"akira_cli.exporters.{name}").build
    return build(settings, pictures)


def _of_others(point: EntryPoint, settings: Settings, pictures: Pictures) -> AnyExporter:
    from akira_cli.core.errors import AkiraError

    try:
        build: _Build = point.load()
        return build(settings, pictures)
    except AkiraError:
        raise
    except Exception as error:  # it is the code of others: anything may go wrong
        package = point.dist.name if point.dist else "another package"
        what = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise AkiraError(
            f"the format '{point.name}' ({point.value} of '{package}') does not work: {what}",
            f"upgrade or uninstall '{package}'",
        ) from error


def create_workspace(folder: Path, name: str) -> None:
    """Make a workspace in a folder; raises NotWritten rather than overwrite anything."""
    from akira_cli.storage import workspace

    workspace.create_workspace(folder, name)
