"""A page that Medium imports whole, and a list of what it leaves to the curator.

Medium reads a public address (https://medium.com/p/import), rebuilds the page from the few
elements it knows, and never reads the same address twice.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.losses import shown_as_text
from akira_cli.core.markdown_text import code_span, escape_markdown, without_controls
from akira_cli.core.models import Card, Figure
from akira_cli.core.settings import MediumSettings, Settings
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._template_cache import compiled_templates
from akira_cli.ports import Exporter

if TYPE_CHECKING:
    from jinja2 import Environment

_DEFAULTS = MediumSettings()
_MOST_TAGS = 5
_SUBTITLE_LENGTH = 140


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as the page shows it: its file beside the page and the address it is read from."""

    entry_id: str
    headline: str
    figure: Figure
    name: str
    address: str


class Medium:
    """HTML for import. A credit is a paragraph, as captions are lost; a card is made of
    paragraphs, with its bare address last, where Enter turns it into Medium's own box."""

    name = "medium"
    description = "a page to import into Medium, its pictures and a checklist"

    def __init__(self, settings: MediumSettings = _DEFAULTS) -> None:
        self._settings = settings

    def render(self, issue: Issue) -> Document:
        """`medium/issue-34_20211113_ab12cd34.html`, `medium/images/...`, `medium/checklist.md`.

        The page's name follows from its content, so a changed page has a new one.
        """
        markdown = MarkdownToHtml()
        templates = _templates(markdown)
        pictures = _pictures(issue, self._settings)
        page = templates.get_template("medium.html.j2").render(
            issue=issue, pictures={picture.entry_id: picture for picture in pictures}
        )
        page = without_controls(page)
        page_name = _page_name(issue, page)
        checklist = templates.get_template("medium_checklist.md.j2").render(
            issue=issue,
            page=page_name,
            pictures=pictures,
            hosted=_is_hosted(self._settings),
            cards=_cards(issue),
            unread=[entry for entry in issue.entries if entry.machine],
            tags=self._settings.tags[:_MOST_TAGS],
            subtitle=_subtitle(issue, markdown),
            canonical_url=self._settings.canonical_url,
        )
        return Document(
            main=DocumentFile(f"medium/{page_name}", page),
            beside=(
                *(DocumentFile(f"medium/{p.name}", copy_of=p.figure.file) for p in pictures),
                DocumentFile("medium/checklist.md", without_controls(checklist)),
            ),
            losses=(*shown_as_text(issue), *_losses(issue, pictures, self._settings)),
        )


def build(settings: Settings) -> Exporter:
    """The exporter, with the workspace's own settings for Medium."""
    return Medium(settings.medium)


def _templates(markdown: MarkdownToHtml) -> Environment:
    from jinja2 import Environment, FileSystemLoader, select_autoescape
    from markupsafe import Markup

    templates = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=select_autoescape(["html.j2"]),
        keep_trailing_newline=True,
        bytecode_cache=compiled_templates(),
    )
    templates.filters["inline"] = lambda text: Markup(markdown.inline(text))  # noqa: S704  # safe
    templates.filters["paragraphs"] = lambda text: list(map(Markup, markdown.paragraphs(text)))
    templates.filters["escape_markdown"] = escape_markdown
    templates.filters["code"] = code_span
    return templates


def _is_hosted(settings: MediumSettings) -> bool:
    """Whether Medium itself can fetch the pictures; it does so over https only."""
    return settings.image_base_url.startswith("https://")


def _pictures(issue: Issue, settings: MediumSettings) -> list[Picture]:
    illustrated = [(entry, entry.figure) for entry in issue.entries if entry.figure]
    base = settings.image_base_url.rstrip("/") if _is_hosted(settings) else "images"
    pictures = []
    for number, (entry, figure) in enumerate(illustrated, start=1):
        stem = re.sub(r"[^\w.-]+", "-", entry.id)
        file = f"{number:02d}-{stem}{PurePosixPath(figure.file).suffix}"
        address = f"{base}/{quote(file)}"
        pictures.append(Picture(entry.id, entry.headline, figure, f"images/{file}", address))
    return pictures


def _page_name(issue: Issue, page: str) -> str:
    stem = issue.slug if issue.number is None else f"issue-{issue.number}"
    day = [issue.date.strftime("%Y%m%d")] if issue.date else []
    return "_".join([stem, *day, f"{crc32(page.encode()):08x}"]) + ".html"


def _cards(issue: Issue) -> list[Card]:
    in_entries = [entry.card for entry in issue.entries if entry.card]
    in_trailer = [card for block in issue.trailer for card in block.cards]
    return [card for card in (*in_entries, *in_trailer) if card.url]


def _subtitle(issue: Issue, markdown: MarkdownToHtml) -> str:
    """The highlights in plain words, cut after the last whole word that fits."""
    words = " ".join(
        markdown.plain(item.text) for group in issue.highlights for item in group.items
    )
    if len(words) <= _SUBTITLE_LENGTH:
        return words
    kept = words[:_SUBTITLE_LENGTH]
    return (kept.rpartition(" ")[0] or kept[:-1]).rstrip(",;:") + "…"


def _losses(issue: Issue, pictures: Sequence[Picture], settings: MediumSettings) -> list[Loss]:
    losses = []
    if pictures:
        losses.append(Loss("pictures", "Medium drops alt texts; the checklist has them"))
    if pictures and not _is_hosted(settings):
        what = "no https image_base_url is set, so each is to be uploaded by hand"
        losses.append(Loss("pictures", what))
    if _cards(issue):
        what = "they are plain paragraphs until Enter is pressed after each address"
        losses.append(Loss("link cards", what))
    losses.append(Loss("story settings", "tags, subtitle and canonical link are set by hand"))
    return losses
