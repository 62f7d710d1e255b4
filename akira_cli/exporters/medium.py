"""A page that Medium imports whole, and a list of what it leaves to the curator.

Medium reads a public address (https://medium.com/p/import), rebuilds the page from the few
elements it knows, and never reads the same address twice.
"""

from __future__ import annotations

import re
from binascii import crc32
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.losses import shown_as_text
from akira_cli.core.models import Figure
from akira_cli.core.page import Card
from akira_cli.core.settings import MediumSettings, Settings
from akira_cli.exporters._in_brief import in_brief
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._medium_rules import LONGEST_TITLE, RULES, violations
from akira_cli.exporters._picture_address import address_below, is_hosted, own_address
from akira_cli.exporters._templates import Templates
from akira_cli.ports import Exporter, Pictures

_MOST_TAGS = 5
_LONGEST_TAG = 25
_SUBTITLE_LENGTH = 140
_LONGEST_STEM = 60
_LONGEST_SUFFIX = 10


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure as the page shows it: its file beside the page and the address it is read from.

    The file's name has the CRC-32 of its bytes in it, so a changed picture has a new one.
    """

    entry_id: str
    headline: str
    figure: Figure
    name: str
    address: str


class Medium:
    """HTML for import. A caption is a paragraph, as Medium loses captions; a card is made of
    paragraphs, with its bare address last, where Enter turns it into Medium's own box."""

    name = "medium"
    description = "a page to import into Medium, its pictures in order and a checklist"

    def __init__(
        self,
        settings: MediumSettings,
        pictures: Pictures,
        own_templates: str = "",
        public_base: str = "",
    ) -> None:
        self._settings = settings
        self._pictures = pictures
        self._own_templates = own_templates
        self._public_base = public_base

    def render(self, issue: Issue) -> Document:
        """`medium/issue-34_20211113_ab12cd34.html`, `medium/images/...`, `medium/checklist.md`.

        The page's name follows from its content, its pictures' names from their bytes, so that
        nothing that changed keeps its name. Raises InvalidFile for a missing picture.
        """
        markdown = MarkdownToHtml()
        templates = Templates(self._own_templates, markdown)
        bases = (self._settings.image_base_url, self._public_base)
        pictures = _pictures(issue, self._pictures, *bases)
        shown = {picture.entry_id: picture for picture in pictures}
        page = templates.render("medium.html.j2", issue=issue, pictures=shown)
        page_name = _page_name(issue, page)
        checklist = templates.render(
            "medium_checklist.md.j2",
            issue=issue,
            page=page_name,
            pictures=pictures,
            unhosted=[picture for picture in pictures if not is_hosted(picture.address)],
            cards=_cards(issue),
            unread=[entry for entry in issue.entries if entry.machine],
            tags=_tags(self._settings),
            subtitle=self._settings.subtitle or in_brief(issue, markdown, _SUBTITLE_LENGTH),
            canonical_url=self._settings.canonical_url or issue.url,
        )
        return Document(
            main=DocumentFile(f"medium/{page_name}", page),
            beside=(
                *(DocumentFile(f"medium/{p.name}", copy_of=p.figure.file) for p in pictures),
                DocumentFile("medium/checklist.md", checklist),
            ),
            losses=(
                *shown_as_text(issue),
                *_losses(issue, pictures, self._settings),
                *_broken_rules(page, page_name, issue, pictures),
            ),
            stale=f"medium/images/[0-9][0-9]*-*-{'[0-9a-f]' * 8}*",
        )


def build(settings: Settings, pictures: Pictures) -> Exporter:
    """The exporter, with the workspace's own settings for Medium."""
    return Medium(settings.medium, pictures, settings.templates, settings.figures.public_base)


def _pictures(issue: Issue, pictures: Pictures, base_url: str, public_base: str) -> list[Picture]:
    illustrated = [(entry, entry.figure) for entry in issue.entries if entry.figure]
    digests = {file: f"{crc32(pictures.read(file)):08x}" for file in issue.figure_files}
    shown = []
    for number, (entry, figure) in enumerate(illustrated, start=1):
        stem = _in_a_file_name(entry.id)[:_LONGEST_STEM]
        suffix = _in_a_file_name(PurePosixPath(figure.file).suffix)[:_LONGEST_SUFFIX]
        name = f"{number:02d}-{stem}-{digests[figure.file]}{suffix}"
        address = _address(figure, name, base_url, public_base)
        shown.append(Picture(entry.id, entry.shown_headline, figure, f"images/{name}", address))
    return shown


def _address(figure: Figure, name: str, base_url: str, public_base: str) -> str:
    """Where Medium reads a picture: from where the curator serves this export's or the drafts'
    pictures, else from its publisher; else it is only in the folder."""
    if is_hosted(base_url):
        return address_below(base_url, name)
    if is_hosted(public_base):
        return address_below(public_base, figure.file)
    return own_address(figure) or address_below("images", name)


def _in_a_file_name(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", text)


def _page_name(issue: Issue, page: str) -> str:
    stem = issue.slug if issue.number is None else f"issue-{issue.number}"
    day = [issue.date.strftime("%Y%m%d")] if issue.date else []
    return "_".join([stem, *day, f"{crc32(page.encode()):08x}"]) + ".html"


def _cards(issue: Issue) -> list[Card]:
    in_entries = [entry.card for entry in issue.entries if entry.card]
    in_trailer = [card for block in issue.trailer for card in block.cards]
    return [card for card in (*in_entries, *in_trailer) if card.url]


def _tags(settings: MediumSettings) -> list[str]:
    """The first tags that Medium has room for."""
    return [tag for tag in settings.tags if len(tag) <= _LONGEST_TAG][:_MOST_TAGS]


def _losses(issue: Issue, pictures: Sequence[Picture], settings: MediumSettings) -> Iterator[Loss]:
    for picture in pictures:
        changes = list(_changes(picture))
        if changes:
            what, done = ("; ".join(parts) for parts in zip(*changes, strict=True))
            yield Loss(f"the picture of '{picture.entry_id}'", what, done)
    for card in _cards(issue):
        what = "Medium makes no card on import"
        done = "it is a linked title, a description and its address: press Enter behind that"
        yield Loss(f"the card '{card.title}'", what, done)
    for tag in settings.tags:
        if tag not in _tags(settings):
            what = f"Medium takes {_MOST_TAGS} tags of at most {_LONGEST_TAG} characters"
            yield Loss(f"the tag '{tag}'", what, "it is left out of checklist.md")
    if len(issue.title) > LONGEST_TITLE:
        what = f"Medium ignores titles of more than {LONGEST_TITLE} characters"
        yield Loss("the title", what, "it stands as it is; shorten it by hand")
    if not issue.is_numbered_on:
        what = "Medium numbers a list from 1 without gaps"
        yield Loss("the contents", what, "the numbers stand before the lines as text")


def _changes(picture: Picture) -> Iterator[tuple[str, str]]:
    """What Medium does to a picture, and what was done about it."""
    if not is_hosted(picture.address):
        done = f"upload {picture.name}, or set [medium] image_base_url"
        yield "Medium fetches pictures from public https addresses only", done
    if picture.figure.alt:
        yield "it drops the alt text", "checklist.md has it"
    if picture.figure.caption or picture.figure.credit:
        yield "it drops captions", "caption and credit are a paragraph below it"


def _broken_rules(
    page: str, name: str, issue: Issue, pictures: Sequence[Picture]
) -> Iterator[Loss]:
    """What else Medium would not keep, be it from the texts or from the curator's template; not
    what `_losses` tells."""
    told = {picture.address for picture in pictures if not is_hosted(picture.address)}
    title_is_told = len(issue.title) > LONGEST_TITLE
    for rule, line, what, address in violations(page, name):
        if address not in told and not (rule == "title-length" and title_is_told):
            done = "nothing: mend the draft or the template"
            yield Loss(f"line {line} of the page", f"{what}: {RULES[rule]}", done)
