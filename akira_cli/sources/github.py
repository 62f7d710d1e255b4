"""GitHub: a repository, as its own page shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from akira_cli.core.addresses import is_web_address
from akira_cli.core.canonical import cleaned
from akira_cli.core.errors import AkiraError, BadAnswer
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.core.page import Card
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._page import BY_HAND, one_by_one, one_line, open_page, tree_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HOST = re.compile(r"(?:www\.)?github\.com")
_CLONED = re.compile(
    r"(?:ssh://|git\+ssh://)?git@github\.com[:/](?P<path>[\w.-]+/[\w.-]+?)/?", re.ASCII
)
_REPOSITORY = re.compile(
    r"/(?P<owner>[A-Za-z0-9](?:[A-Za-z0-9_-]{0,38}))/(?P<name>[A-Za-z0-9._-]{1,100}?)(?:\.git)?"
    r"(?:/|/tree/.*|/blob/.*/readme(?:\.\w{1,5})?)?",
    re.IGNORECASE,
)
_OWN_PAGES = re.compile(
    r"about|account|advisories|apps|blog|codespaces|collections|contact|copilot|"
    r"customer-stories|dashboard|discussions|edu|education|enterprise|events|explore|"
    r"features|git-guides|issues|join|login|logout|marketplace|mobile|models|new|newsroom|"
    r"nonprofit|notifications|open-source|organizations|orgs|partners|password_reset|"
    r"premium-support|pricing|pulls|readme|resources|search|security|session|sessions|"
    r"settings|signup|site|solutions|sponsors|stars|team|topics|trending|users|watching|"
    r"why-github",
    re.IGNORECASE,
)
"""First parts of addresses that are GitHub's own."""

_TITLE = re.compile(r"GitHub - (?P<name>[\w.-]+/[\w.-]+)(?:: (?P<text>.*?))?(?: · GitHub)?")
_INVITATION = re.compile(
    r"(?:^|(?<=[.\s]))Contribute to \S+ development by creating an account on GitHub\.?$"
)


class _Repository(NamedTuple):
    owner: str
    name: str

    def __str__(self) -> str:
        return f"{self.owner}/{self.name}"

    @property
    def url(self) -> str:
        return f"https://github.com/{self}"

    @property
    def id(self) -> str:
        """Its name as GitHub compares names, without regard to capitals."""
        return str(self).lower()


class GitHub:
    """Repositories. Their issues, releases and files are pages of the web like others."""

    name = "github"

    def __init__(self, clock: Clock) -> None:
        self._clock = clock

    def recognise(self, text: str) -> Reference | None:
        """The repository an address leads to, or what `git clone` is given; None for others."""
        cloned = _CLONED.fullmatch(text.strip().strip("<>`\"'"))
        address = f"https://github.com/{cloned['path']}" if cloned else address_in(text)
        repository = _repository_at(address) if address else None
        if address is None or repository is None:
            return None
        return Reference(
            self.name,
            repository.id,
            text=text,
            url=repository.url,
            removed=cleaned(address).removed,
            certainty=Certainty.SITE,
        )

    def fetch(
        self, references: Sequence[Reference], http: Http
    ) -> Iterator[tuple[Reference, Item | LeadsTo | AkiraError]]:
        """See `ports.Source`."""
        return one_by_one(references, http, self._look)

    def _look(self, reference: Reference, http: Http) -> Item:
        from akira_cli.sources._article_text import article_text

        page = open_page(reference, reference.url, http)
        repository = _repository_at(page.url)
        if repository is None:
            raise BadAnswer(
                f"'{reference.url}' leads to no repository, but to '{page.url}'", BY_HAND
            )
        tree = tree_of(page)
        tags = _tags_of(tree)
        title_place = "og:title" if _TITLE.fullmatch(tags["og:title"]) else "title"
        named = _TITLE.fullmatch(tags[title_place])
        if not named and not tags["og:description"]:
            raise BadAnswer(f"'{reference.url}' says nothing of a repository", BY_HAND)
        if named and named["name"].lower() == repository.id:  # as its owner spells it
            repository = _Repository(*named["name"].split("/"))
        description = _description(named, tags["og:description"], repository)
        place = title_place if named else "og:description"
        found = [("title", title_place if named else "address")]
        found += [("abstract", place), ("card.description", place)] if description else []
        found += [("picture", "og:image")] if tags["og:image"] else []
        moved = f"the repository has moved from '{reference.url}' to '{repository.url}'"
        return Item(
            reference=reference,
            url=repository.url,
            title=str(repository),
            abstract=description,
            fetched_from=page.url,
            fetched_at=self._clock.now(),
            form="web",
            text=article_text(tree),
            card=Card(str(repository), description, "github.com", repository.url),
            site="GitHub",
            picture=tags["og:image"],
            found_in=tuple(found),
            notes=(moved,) if repository.id != reference.id else (),
        )


def _tags_of(tree: HtmlElement) -> dict[str, str]:
    """The title and three Open Graph tags, empty where there is none."""
    found = {"title": one_line(tree.findtext(".//title"))}
    for name in ("og:title", "og:description", "og:image"):
        values = tree.xpath("//meta[@property=$name]/@content", name=name)
        found[name] = one_line(values[0]) if values else ""
    if not is_web_address(found["og:image"]):
        found["og:image"] = ""
    return found


def _description(named: re.Match[str] | None, described: str, repository: _Repository) -> str:
    """What the owner says of the repository.

    The title ends in it, whole. GitHub's own description adds the repository's name to it, or an
    invitation.
    """
    if named:
        return named["text"] or ""
    without_name = re.sub(
        rf"(?: - GitHub)? - {re.escape(str(repository))}(?:: .*)?$", "", described
    )
    return _INVITATION.sub("", without_name).strip()


def _repository_at(address: str) -> _Repository | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    found = _REPOSITORY.fullmatch(parts.path) if _HOST.fullmatch(parts.hostname or "") else None
    if found is None or _OWN_PAGES.fullmatch(found["owner"]) or not found["name"].strip("."):
        return None
    return _Repository(found["owner"], found["name"])


def build(settings: Settings, clock: Clock) -> Source:  # noqa: ARG001  # GitHub has no settings
    """The source, for the wiring."""
    return GitHub(clock)
