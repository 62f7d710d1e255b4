"""Templates of the exporters, and the curator's own in their place."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.core.errors import InvalidFile
from akira_cli.core.markdown_text import code_span, escape_markdown, without_controls
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._template_cache import compiled_templates

if TYPE_CHECKING:
    from jinja2 import Environment, FileSystemLoader

SHIPPED = Path(__file__).with_name("templates")
_ESCAPED = ("htm.j2", "html.j2", "xhtml.j2", "xml.j2")
_SURROGATES = re.compile("[\ud800-\udfff]")  # a template can make them, no file can hold them


class Templates:
    """Jinja templates by name; a file of that name in the workspace's `templates/` goes first.

    Values are escaped where a template makes HTML or XML. Filters: `inline` and `paragraphs`
    make HTML of Markdown, `escape_markdown` and `code` make Markdown of plain text.
    """

    def __init__(self, own_folder: str, markdown: MarkdownToHtml | None = None) -> None:
        self._own = Path(own_folder) if own_folder else None
        self._environment = _environment(self._own, markdown or MarkdownToHtml())

    def render(self, name: str, **values: object) -> str:
        """The template filled in. Raises InvalidFile, naming file and line, for a template of
        the curator's that does not work."""
        try:
            text = self._environment.get_template(name).render(**values)
        except Exception as error:  # a template runs the curator's own code: anything may go wrong
            told = None if self._own is None else _told(error, name, self._own)
            if told is None:
                raise
            raise told from error
        return _SURROGATES.sub("\ufffd", without_controls(text))


def _environment(own: Path | None, markdown: MarkdownToHtml) -> Environment:
    from jinja2 import Environment, StrictUndefined, select_autoescape
    from markupsafe import Markup

    folders = [own, SHIPPED] if own is not None and own.is_dir() else [SHIPPED]
    environment = Environment(
        loader=_loader(folders),
        autoescape=select_autoescape(_ESCAPED),
        undefined=StrictUndefined,  # a misspelt name is an error, not a hole in the page
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(),
    )
    environment.filters["inline"] = lambda text: Markup(markdown.inline(text))  # noqa: S704  # safe
    environment.filters["paragraphs"] = lambda text: list(map(Markup, markdown.paragraphs(text)))
    environment.filters["escape_markdown"] = escape_markdown
    environment.filters["code"] = code_span
    return environment


def _loader(folders: Sequence[Path]) -> FileSystemLoader:
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


def _told(error: Exception, name: str, own: Path) -> InvalidFile | None:
    """What went wrong in a template of the curator's, and where; None if it was in none."""
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
            hint = "https://jinja.palletsprojects.com/templates/ shows how templates are written"
            template = Path(file).relative_to(own)
            return InvalidFile(f"templates/{template}:{line or 1}: {what}", hint)
    return None


def _what(error: Exception) -> str:
    """What an error says, without the place some add to it."""
    said = getattr(error, "msg" if isinstance(error, SyntaxError) else "message", None)
    return said if isinstance(said, str) else str(error)
