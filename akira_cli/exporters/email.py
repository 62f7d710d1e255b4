"""An issue as an e-mail: a message to send, and its page to look at.

Mail programs know little of HTML (https://www.caniemail.com), and Gmail may drop every `<style>`:
css-inline writes the template's rules into its elements.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from akira_cli.core.errors import InvalidFile
from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.labels import fill
from akira_cli.core.losses import shown_as_text
from akira_cli.core.markdown_text import one_line
from akira_cli.core.settings import EmailSettings, Settings
from akira_cli.exporters._in_brief import in_brief
from akira_cli.exporters._markdown import MarkdownToHtml
from akira_cli.exporters._mime_message import Attachment, Mail, Mailbox, mailbox, written
from akira_cli.exporters._picture_address import address_below, is_hosted
from akira_cli.exporters._picture_kind import kind_of, media_type
from akira_cli.exporters._plain_text import plain_text
from akira_cli.exporters._templates import Templates
from akira_cli.ports import Exporter, Pictures

_TEMPLATE = "email.html.j2"
_ENTRY_MARK = '<!--"entry"-->'  # in no text and no attribute: one escapes `<`, the other `"`
_WIDEST = 552  # pixels: the column without its padding
_PREHEADER_LENGTH = 140  # characters: an inbox shows no more of it
_GMAIL_HIDES = 102_000  # bytes: https://github.com/hteumeuleu/email-bugs/issues/41
_MOST_BYTES = 90_000  # what a sender's tracking adds must fit in between
_MOST_NAMED = 5
_CONTENT_ID = re.compile("cid:[0-9a-f]{32}@akira")


class Picture(NamedTuple):
    """A figure in the mail: where the page finds it, how wide it is shown, in pixels, and
    whether it is of a kind that every mail program shows."""

    file: str
    address: str
    width: int
    is_known: bool
    attachment: Attachment


class Page(NamedTuple):
    """The HTML, its styles inlined, and the bytes of each entry in it."""

    html: str
    entry_bytes: Sequence[int]


class Email:
    """A message without recipients, text and HTML, and the HTML alone.

    Pictures travel in the message unless they are on the web; beside the page they are files.
    """

    name = "email"
    description = "an e-mail to send, and its page to look at"

    def __init__(self, settings: Settings, pictures: Pictures) -> None:
        self._settings = settings.email
        self._text_width = settings.text.width
        self._own_templates = settings.templates
        self._pictures = pictures

    def render(self, issue: Issue) -> Document:
        """`email/issue-034.html`, `email/issue-034.eml`, `email/figures/...`.

        Raises InvalidFile for a missing picture, and for a template of the curator's that does
        not work.
        """
        base = self._settings.image_base_url
        pictures = _pictures(issue, self._pictures, base)
        inside = {} if is_hosted(base) else pictures
        page = self._page(issue, pictures)
        sender = mailbox(self._settings.sender)
        return Document(
            main=DocumentFile(f"email/{issue.slug}.html", _beside_its_pictures(page.html, inside)),
            beside=(
                DocumentFile(
                    f"email/{issue.slug}.eml", self._message(issue, sender, page.html, inside)
                ),
                *(DocumentFile(f"email/{file}", copy_of=file) for file in inside),
            ),
            losses=(
                *shown_as_text(issue),
                *_sender_losses(self._settings, sender),
                *_picture_losses(issue, pictures, base),
                *_size_losses(issue, page),
            ),
        )

    def _page(self, issue: Issue, pictures: Mapping[str, Picture]) -> Page:
        markdown = MarkdownToHtml()
        pattern = self._settings.preheader
        preheader = (
            _filled(pattern, issue) if pattern else in_brief(issue, markdown, _PREHEADER_LENGTH)
        )
        templates = Templates(self._own_templates, markdown)
        return _inlined(
            templates.render(_TEMPLATE, issue=issue, pictures=pictures, preheader=preheader)
        )

    def _message(
        self, issue: Issue, sender: Mailbox | None, html: str, pictures: Mapping[str, Picture]
    ) -> str:
        attachments = {it.attachment.content_id: it.attachment for it in pictures.values()}
        return written(
            Mail(
                subject=_filled(self._settings.subject, issue) or one_line(issue.title),
                sender=sender,
                day=issue.date,
                language=issue.language,
                text=plain_text(issue, self._text_width),
                html=html,
                attachments=tuple(attachments.values()),
            )
        )


def build(settings: Settings, pictures: Pictures) -> Exporter:
    """The exporter, with the workspace's own settings for e-mail."""
    base = settings.email.image_base_url or settings.figures.public_base
    return Email(settings._replace(email=settings.email._replace(image_base_url=base)), pictures)


def _filled(pattern: str, issue: Issue) -> str:
    values = {"title": issue.title, "label": issue.label, "name": issue.newsletter}
    return one_line(fill(pattern, values))


def _inlined(page: str) -> Page:
    from css_inline import InlineError, inline

    try:
        marked = inline(page, load_remote_stylesheets=False)
    except InlineError as error:  # of the curator's: the shipped template has no such rule
        hint = "css-inline writes the rules of a template's <style> into its elements"
        raise InvalidFile(f"templates/{_TEMPLATE}: {one_line(str(error))}", hint) from error
    pieces = marked.split(_ENTRY_MARK)
    return Page("".join(pieces) + "\n", [len(entry.encode()) for entry in pieces[1::2]])


def _pictures(issue: Issue, pictures: Pictures, base: str) -> dict[str, Picture]:
    """Every picture of the issue by its file, in page order."""
    return {file: _picture(file, pictures.read(file), base) for file in issue.figure_files}


def _picture(file: str, data: bytes, base: str) -> Picture:
    from hashlib import sha256

    kind = kind_of(data)
    attachment = Attachment(
        content_id=f"{sha256(data).hexdigest()[:32]}@akira",
        media_type=media_type(kind, file),
        file_name=quote(PurePosixPath(file).name),
        data=data,
    )
    return Picture(
        file=file,
        address=address_below(base, file) if is_hosted(base) else f"cid:{attachment.content_id}",
        width=min(kind.width, _WIDEST) if kind else _WIDEST,
        is_known=kind is not None,
        attachment=attachment,
    )


def _beside_its_pictures(html: str, pictures: Mapping[str, Picture]) -> str:
    """The page with its pictures as files, not as parts of a message."""
    files = {it.address: quote(it.file) for it in pictures.values()}
    return _CONTENT_ID.sub(lambda found: files.get(found[0], found[0]), html)


def _sender_losses(settings: EmailSettings, sender: Mailbox | None) -> Iterator[Loss]:
    if sender is None:
        what = "the message has no sender"
        if settings.sender:
            what = f"'{settings.sender}' is no mail address that every server takes"
        done = (
            "the header is left out; [email] from = 'Ada <ada@example.org>' in config.toml sets it"
        )
        yield Loss("the From header", what, done)


def _picture_losses(issue: Issue, pictures: Mapping[str, Picture], base: str) -> Iterator[Loss]:
    if pictures and base and not is_hosted(base):
        what = (
            f"[email] image_base_url is '{base}', and mail programs load pictures over https only"
        )
        yield Loss("pictures", what, "they travel in the message")
    for entry in issue.entries:
        if entry.figure and not pictures[entry.figure.file].is_known:
            what = "it is no PNG, JPEG or GIF, and Outlook shows no other pictures"
            done = "it is sent as it is; put a PNG in its place"
            yield Loss(f"the picture of '{entry.id}'", what, done)


def _size_losses(issue: Issue, page: Page) -> Iterator[Loss]:
    """What Gmail hides, or would with a sender's tracking added, and what to cut."""
    size = len(page.html.encode())
    if size <= _MOST_BYTES:
        return
    what = (
        f"the message has {_kilobytes(size)}, Gmail hides what is behind {_kilobytes(_GMAIL_HIDES)}"
    )
    if size <= _GMAIL_HIDES:
        what += ", counting what a sender's tracking adds"
    done = f"nothing: cut about {_kilobytes(size - _MOST_BYTES)}"
    if len(page.entry_bytes) == len(issue.entries):
        sized = zip(issue.entries, page.entry_bytes, strict=True)
        largest = sorted(sized, key=lambda pair: -pair[1])[:_MOST_NAMED]
        named = (f"'{entry.id}' ({_kilobytes(count)})" for entry, count in largest)
        done += f"; the largest entries are {', '.join(named)}"
    yield Loss("the message", what, done)


def _kilobytes(count: int) -> str:
    return f"{count / 1000:.1f} KB".replace(".0 ", " ")
