"""The formats an issue can be exported in, each built when it is wanted."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from akira_cli.wiring.families import Builders, builders

if TYPE_CHECKING:
    from akira_cli.core.errors import AkiraError
    from akira_cli.core.settings import Settings
    from akira_cli.ports import ArchiveExporter, Exporter, Pictures

AnyExporter: TypeAlias = "Exporter | ArchiveExporter"


def format_named(name: str, settings: Settings, pictures: Pictures) -> AnyExporter:
    """The exporter called so.

    Raises UsageError naming the known ones, AkiraError for one of another package that does not
    work, InvalidFile for two templates of one name.
    """
    known = _builders(settings, pictures)
    build = next((each[name] for each in known if name in each), None)
    if build is not None:
        made: AnyExporter = build()
        return made
    from akira_cli.core.errors import UsageError

    names = ", ".join(sorted(ChainMap(*_builders(settings, pictures))))
    raise UsageError(f"there is no format '{name}'", f"formats: {names}")


def all_formats(settings: Settings, pictures: Pictures) -> list[AnyExporter | AkiraError]:
    """One of each format, by name; or, for one of another package, why it does not work."""
    known = ChainMap(*_builders(settings, pictures))
    return [_built_or_told(known[name]) for name in sorted(known)]


def formats_anywhere() -> list[AnyExporter | AkiraError]:
    """One of each format there is without a workspace, as `all_formats`."""
    from akira_cli.storage.figure_files import FigureFiles
    from akira_cli.storage.settings_toml import default_settings

    return all_formats(default_settings(), FigureFiles(Path()))


def _built_or_told(build: Callable[[], AnyExporter]) -> AnyExporter | AkiraError:
    from akira_cli.core.errors import AkiraError

    try:
        return build()
    except AkiraError as error:
        return error


def _builders(settings: Settings, pictures: Pictures) -> Iterator[Builders]:
    """The curator's own templates go before all others of their name."""
    if settings.templates and Path(settings.templates).is_dir():
        from akira_cli.exporters._own_template import OwnTemplate, own_templates

        own = own_templates(Path(settings.templates))
        yield {name: partial(OwnTemplate, file) for name, file in own.items()}
    yield from builders("exporters", settings, pictures)
