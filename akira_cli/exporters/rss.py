"""The published issues as a feed to subscribe to: Atom 1.0.

https://www.rfc-editor.org/rfc/rfc4287
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit

from akira_cli.core.addresses import domain_of
from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.losses import shown_as_text
from akira_cli.core.settings import Settings
from akira_cli.exporters._picture_address import address_below
from akira_cli.exporters._templates import Templates
from akira_cli.ports import ArchiveExporter, Pictures

_NEVER = "1970-01-01T00:00:00Z"
_NOT_XML = re.compile("[\ufffe\uffff]")  # https://www.w3.org/TR/xml/#charsets
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?")
_A_DAY = "2026"  # which means the first of its January
_UUID = re.compile("urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_IN_A_PATH = "/%:@!$&'()*+,;=~"


class FeedEntry(NamedTuple):
    """An issue as an entry of the feed; `moment` is its day at noon, `content` HTML."""

    id: str
    issue: Issue
    moment: str
    content: str


class Rss:
    """A feed with the whole text of each issue, and only whole addresses in it.

    The ids, by which readers know what they have shown already, follow from the newsletter's
    home, or else from its name. `[rss] id` fixes them before either changes: the feed's id is
    then this one, and those of its issues follow from it. The feed's present id keeps all as
    they are.
    """

    name = "rss"
    description = "an Atom feed of all published issues"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def render_all(self, issues: Sequence[Issue]) -> Document:
        """`rss/feed.xml`. An issue without a date is left out."""
        layout, settings = self._settings.layout, self._settings.rss
        shown = [issue for issue in issues if issue.date][: settings.issues or None]
        templates = Templates(self._settings.templates)
        id_of = _identifiers(self._settings)
        entries = [self._entry(issue, id_of(issue.slug), templates) for issue in shown]
        feed = templates.render(
            "rss.xml.j2",
            id=id_of(""),
            language=self._settings.language,
            newsletter=layout.name,
            author=layout.author or layout.name,
            home=layout.home,
            url=settings.url,
            updated=max((entry.moment for entry in entries), default=_NEVER),
            entries=entries,
        )
        return Document(
            main=DocumentFile("rss/feed.xml", _NOT_XML.sub("", feed)),
            losses=(
                *_undated(issues),
                *(loss for issue in shown for loss in _losses(issue, settings.image_base_url)),
            ),
        )

    def _entry(self, issue: Issue, entry_id: str, templates: Templates) -> FeedEntry:
        base = self._settings.rss.image_base_url
        pictures = {file: address_below(base, file) for file in issue.figure_files} if base else {}
        content = templates.render("rss_issue.html.j2", issue=issue, pictures=pictures)
        return FeedEntry(entry_id, issue, f"{issue.date}T12:00:00Z", content.strip())


def build(settings: Settings, _pictures: Pictures) -> ArchiveExporter:
    """The exporter, with the workspace's own settings for feeds."""
    base = settings.rss.image_base_url or settings.figures.public_base
    return Rss(settings._replace(rss=settings.rss._replace(image_base_url=base)))


def _identifiers(settings: Settings) -> Callable[[str], str]:
    """Makes an issue's id of its draft's name, and the feed's own of none."""
    feed = settings.rss.id or _tag(settings.layout.home)
    if feed and not _UUID.fullmatch(feed):
        return lambda name: f"{feed.removesuffix('/')}/{quote(name, safe='')}" if name else feed
    from uuid import NAMESPACE_URL, UUID, uuid5

    namespace = UUID(feed) if feed else uuid5(NAMESPACE_URL, settings.layout.name)
    return lambda name: uuid5(namespace, name).urn if name else feed or namespace.urn


def _tag(home: str) -> str:
    """The id that the address of the newsletter's home makes; empty when none can be made.

    A tag has a day on which the newsletter held its domain; it is the same for all, since an
    issue's own may be corrected: https://www.rfc-editor.org/rfc/rfc4151
    """
    host = _host(home)
    if not host:
        return ""
    path = quote(urlsplit(home).path.rstrip("/"), safe=_IN_A_PATH)
    return f"tag:{host},{_A_DAY}:{path}/"


def _host(url: str) -> str:
    """The host of an address as a tag may name it; empty when there is none."""
    try:
        host = domain_of(url).encode("idna").decode()
    except UnicodeError:  # an empty label, or one too long
        return ""
    return host if _HOST.fullmatch(host) else ""


def _undated(issues: Sequence[Issue]) -> Iterator[Loss]:
    for issue in issues:
        if issue.date is None:
            yield Loss(issue.slug, "it has no date, as an entry of a feed must", "it is left out")


def _losses(issue: Issue, image_base_url: str) -> Iterator[Loss]:
    for loss in shown_as_text(issue):
        yield loss._replace(where=f"{issue.slug}: {loss.where}")
    if not image_base_url and issue.figure_files:
        what = "a feed only names pictures, and [rss] image_base_url does not say where they are"
        yield Loss(f"{issue.slug}: pictures", what, "their alt texts stand in their places")
