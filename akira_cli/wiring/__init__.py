"""The composition root: settings to adapters, each built when it is first wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from akira_cli.wiring.families import Members, builders
from akira_cli.wiring.formats import AnyExporter, all_formats, format_named
from akira_cli.workflows.open_draft import NextIssue

if TYPE_CHECKING:  # each command loads what it uses, and no more
    from akira_cli.core.errors import AkiraError
    from akira_cli.core.items import Reference
    from akira_cli.core.models import Draft, Entry
    from akira_cli.core.page import Layout
    from akira_cli.core.preview import State
    from akira_cli.core.settings import Settings
    from akira_cli.ports import (
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
    from akira_cli.ports.figures import ContactSheets, FigureFinder, PictureEncoder
    from akira_cli.preview.server import Preview
    from akira_cli.wiring.summarisers import Summarisers
    from akira_cli.workflows.galleries import Studio
    from akira_cli.workflows.grounds import EntryGrounds


_FINDERS = ("arxiv-html", "ar5iv", "pdf", "preview")
"""Where figures are looked for, in this order; those of other packages come after."""


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

    def doubts(self, draft: Draft) -> dict[str, list[str]]:
        """What the texts of a draft say that their sources do not, told by entry id."""
        from akira_cli.storage.kept_doubts import KeptDoubtFiles
        from akira_cli.workflows.doubts import doubts_told

        return doubts_told(draft, self.library, self.drafts, KeptDoubtFiles(self.root))

    def grounds(self, draft: Draft, entries: Sequence[Entry]) -> list[EntryGrounds]:
        """Entries of a draft beside what their sources say."""
        from akira_cli.storage.sample_catalogue import SampleCatalogue
        from akira_cli.workflows.grounds import grounds_of

        sections = self.settings.layout.sections
        return grounds_of(draft, entries, sections, self.library, SampleCatalogue())

    @cached_property
    def http(self) -> Http:
        from akira_cli.web import Web

        settings = self.settings
        mirrors = (base for _, base in settings.network.mirrors)
        trusted = (settings.arxiv.api_url, *mirrors)
        return Web(settings.network, self._progress, trusted=trusted)

    @cached_property
    def sources(self) -> Iterable[Source]:
        """Every source; to reach one of another package that does not work raises AkiraError."""
        return Members(builders("sources", self.settings, self.clock))

    @cached_property
    def figure_finders(self) -> Mapping[str, FigureFinder]:
        """The finders of figures by name, the best place first."""
        found = [b() for members in builders("figures", self.settings) for b in members.values()]
        return {finder.name: finder for finder in sorted(found, key=_place_of)}

    @cached_property
    def kept_http(self) -> Http:
        """The web for pages that are wanted more than once: what was answered is kept a while."""
        from akira_cli.storage.kept_answers import KeptAnswers

        return KeptAnswers(self.http, self.root / ".akira" / "answers", self.clock)

    @cached_property
    def contact_sheets(self) -> ContactSheets:
        from akira_cli.storage.contact_sheets import ContactSheetFiles

        return ContactSheetFiles(self.root)

    def studio(self) -> Studio:
        """What it takes to give entries their figures."""
        from akira_cli.storage.figure_files import FigureFiles
        from akira_cli.workflows.galleries import Studio

        return Studio(
            self.figure_finders,
            self.kept_http,
            self.encoder,
            FigureFiles(self.root),
            self.drafts,
            self.recognise,
            self.look_up,
        )

    @cached_property
    def encoder(self) -> PictureEncoder:
        from akira_cli.figures._picture_encoder import build

        return build()

    @cached_property
    def summarisers(self) -> Summarisers:
        """What writes first texts and checks them."""
        from akira_cli.wiring.summarisers import Summarisers

        return Summarisers(self.settings, self._past)

    def summariser(self, method: str | None = None) -> Summariser:
        """What writes first texts: by the method given, or by that of the settings."""
        return self.summarisers.writer(method)

    def _past(self) -> list[Entry]:
        """The entries of the published issues, newest issue first, that can be read."""
        from akira_cli.core.draft_names import newest_first
        from akira_cli.core.models import Draft

        drafts = [one for one in self.drafts.all() if isinstance(one, Draft)]
        published = newest_first(draft for draft in drafts if draft.published)
        return [entry for draft in published for entry in draft.entries]

    @cached_property
    def exports(self) -> Exports:
        from akira_cli.storage.export_files import ExportFiles

        return ExportFiles(self.root)

    @cached_property
    def layout_files(self) -> LayoutFiles:
        from akira_cli.exporters._templates import SHIPPED as TEMPLATES
        from akira_cli.storage.layout_files import LayoutFilesOnDisk, OwnAndShipped
        from akira_cli.summarisers.llm.prompt import SHIPPED as PROMPTS

        templates = OwnAndShipped(Path(self.settings.templates), TEMPLATES)
        prompts = OwnAndShipped(Path(self.settings.prompts), PROMPTS)
        return LayoutFilesOnDisk(self.root, templates, prompts)

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
        """The exporter called so, with other settings than the workspace's if given; raises as
        `formats.format_named`."""
        return format_named(name, settings or self.settings, self.pictures)

    def exporters(self) -> list[AnyExporter | AkiraError]:
        """One of each format, by name; or, for one of another package, why it does not work."""
        return all_formats(self.settings, self.pictures)

    def preview(self, draft: str, port: int) -> Preview:
        """The server that shows a draft, made anew whenever a file it is made of changes."""
        from akira_cli.preview.server import Preview
        from akira_cli.storage.watched import signature
        from akira_cli.workflows.preview import TABS, preview

        def assemble() -> State:
            fresh = self._again()
            # none of these is made of many issues
            exporters = {tab: cast("Exporter", fresh.exporter(name)) for tab, name in TABS.items()}
            policy = fresh.settings.figures.policy
            return preview(draft, fresh.drafts, fresh.layout, exporters, policy, fresh.doubts)

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

    def read_saved(
        self, references: Sequence[Reference], *, page: bytes
    ) -> Iterator[tuple[Reference, Found | AkiraError]]:
        """What a page saved by hand says of the thing at an address."""
        from akira_cli.workflows.saved_page import read_saved

        for reference in references:
            yield reference, read_saved(reference, page, self.sources, self.library)

    def look_up(
        self, references: Sequence[Reference], *, refresh: bool = False
    ) -> Iterator[tuple[Reference, Found | AkiraError]]:
        """What is known of references: library, source, sample catalogue."""
        from akira_cli.storage.sample_catalogue import SampleCatalogue
        from akira_cli.workflows.look_up import Places, look_up

        places = Places(self.sources, self.http, self.library, SampleCatalogue())
        return look_up(references, places, refresh=refresh)


def _place_of(finder: FigureFinder) -> int:
    return _FINDERS.index(finder.name) if finder.name in _FINDERS else len(_FINDERS)


def create_workspace(folder: Path, name: str) -> None:
    """Make a workspace in a folder; raises NotWritten rather than overwrite anything."""
    from akira_cli.storage import workspace

    workspace.create_workspace(folder, name)
