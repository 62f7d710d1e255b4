"""The issue as one page to read: in a browser, on a phone, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from urllib.parse import quote

from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.losses import shown_as_text
from akira_cli.core.markdown_blocks import lines_apart
from akira_cli.core.settings import HtmlSettings, Settings
from akira_cli.exporters._in_brief import in_brief
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._picture_kind import PictureKind, kind_of, media_type
from akira_cli.exporters._templates import Templates
from akira_cli.ports import Exporter, Pictures

_DESCRIPTION_LENGTH = 160


class PagePicture(NamedTuple):
    """A picture as the page shows it: where from, how large, whether it is the first."""

    address: str
    kind: PictureKind | None
    is_first: bool


class Html:
    """A page without scripts. It holds its pictures itself when the settings say so; otherwise
    they lie beside it, and nothing else is loaded from anywhere."""

    name = "html"
    description = "a page to read, in light and dark and on paper, with its pictures"

    def __init__(self, settings: HtmlSettings, pictures: Pictures, own_templates: str = "") -> None:
        self._settings = settings
        self._pictures = pictures
        self._own_templates = own_templates

    def render(self, issue: Issue) -> Document:
        """`html/issue-034.html` and, unless self-contained, `html/figures/...`.

        An entry is at `#` and its handle, a section at `#` and its key.
        """
        markdown = MarkdownToHtml()
        pictures = self._page_pictures(issue)
        page = Templates(self._own_templates, markdown).render(
            "html.html.j2",
            issue=issue,
            anchors=_anchors(issue),
            description=in_brief(issue, markdown, _DESCRIPTION_LENGTH),
            joint=re.sub(r" +\Z", "\u00a0", issue.joint),  # no line ends between it and the domain
            lines_apart=lines_apart,
            pictures=pictures,
            self_contained=self._settings.self_contained,
        )
        beside = () if self._settings.self_contained else tuple(pictures)
        return Document(
            main=DocumentFile(f"html/{issue.slug}.html", page),
            beside=tuple(DocumentFile(f"html/{file}", copy_of=file) for file in beside),
            losses=(*shown_as_text(issue), *_losses(issue, pictures)),
        )

    def _page_pictures(self, issue: Issue) -> dict[str, PagePicture]:
        """The pictures by their files, in page order."""
        pictures: dict[str, PagePicture] = {}
        for file in issue.figure_files:
            data = self._pictures.read(file)
            kind = kind_of(data)
            own = self._settings.self_contained
            address = _data_address(data, media_type(kind, file)) if own else quote(file)
            pictures[file] = PagePicture(address, kind, is_first=not pictures)
        return pictures


def build(settings: Settings, pictures: Pictures) -> Exporter:
    """The exporter, with the workspace's own settings for the page and its own templates."""
    return Html(settings.html, pictures, settings.templates)


def _data_address(data: bytes, served_as: str) -> str:
    """The picture itself, with its media type."""
    from base64 import b64encode

    return f"data:{served_as};base64,{b64encode(data).decode()}"


def _losses(issue: Issue, pictures: Mapping[str, PagePicture]) -> Iterator[Loss]:
    what = "it is no PNG, JPEG or GIF, so its size is not known"
    done = "the page shows it, but keeps no room for it while it is loaded"
    for entry in issue.entries:
        if entry.figure and pictures[entry.figure.file].kind is None:
            yield Loss(f"the picture of '{entry.id}'", what, done)


def _anchors(issue: Issue) -> dict[str, str]:
    """The id of each entry's element, by the entry's own id.

    It is the handle as an address has it; `:`, which no quoted text holds, keeps an entry that is
    called like a section apart from it.
    """
    sections = {section.key for section in issue.sections}
    return {
        entry.id: ("entry:" if entry.id in sections else "") + quote(entry.id)
        for entry in issue.entries
    }
