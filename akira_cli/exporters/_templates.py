"""Templates of the exporters, and the curator's own in their place."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from akira_cli.core.markdown_text import code_span, escape_markdown, without_controls
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._template_cache import compiled_templates
from akira_cli.own_templates import fault_in, templates_in

if TYPE_CHECKING:
    from jinja2 import Environment

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
            told = None if self._own is None else fault_in(self._own, name, error)
            if told is None:
                raise
            raise told from error
        return _SURROGATES.sub("\ufffd", without_controls(text))


def _environment(own: Path | None, markdown: MarkdownToHtml) -> Environment:
    from jinja2 import Environment, StrictUndefined, select_autoescape
    from markupsafe import Markup

    folders = [own, SHIPPED] if own is not None and own.is_dir() else [SHIPPED]
    environment = Environment(
        loader=templates_in(folders),
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
