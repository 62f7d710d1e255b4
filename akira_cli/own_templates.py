"""Jinja templates that a curator may put their own in place of, and what is wrong in those."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.core.errors import InvalidFile

if TYPE_CHECKING:
    from jinja2 import Environment, FileSystemLoader


def templates_in(folders: Sequence[Path]) -> FileSystemLoader:
    """Reads templates; one that is no UTF-8 is a mistake in it, told with its own file and line."""
    from jinja2 import FileSystemLoader, TemplateSyntaxError

    class Utf8Files(FileSystemLoader):
        def get_source(
            self, environment: Environment, template: str
        ) -> tuple[str, str, Callable[[], bool]]:
            try:
                return super().get_source(environment, template)
            except UnicodeDecodeError as error:
                files = (Path(folder, template) for folder in self.searchpath)
                file = next(filter(Path.is_file, files))
                line = error.object.count(b"\n", 0, error.start) + 1
                raise TemplateSyntaxError(str(error), line, template, str(file)) from error

    return Utf8Files(folders)


def fault_in(own: Path, name: str, error: Exception) -> InvalidFile | None:
    """What went wrong in a template of the curator's, in the folder `own`, and where; None if it
    was in none."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    # a SyntaxError is one of the code that Jinja made, and so is its line
    line = None if isinstance(error, SyntaxError) else getattr(error, "lineno", None)
    places = [(getattr(error, "filename", None), line)]
    places += [(frame.filename, frame.lineno) for frame in frames]
    if (own / name).is_file():
        places.append((str(own / name), 1))
    for file, line in places:
        if isinstance(file, str) and Path(file).is_relative_to(own):
            what = " ".join(_what(error).split()) or type(error).__name__
            return invalid(own, Path(file).relative_to(own), line or 1, what)
    return None


def invalid(own: Path, template: str | Path, line: int, what: str) -> InvalidFile:
    """The error for a line of a template in the folder `own`."""
    hint = "https://jinja.palletsprojects.com/templates/ shows how templates are written"
    return InvalidFile(f"{own.name}/{template}:{line}: {what}", hint)


def _what(error: Exception) -> str:
    """What an error says, without the place some add to it."""
    said = getattr(error, "msg" if isinstance(error, SyntaxError) else "message", None)
    return said if isinstance(said, str) else str(error)
