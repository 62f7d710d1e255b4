"""GitHub: a repository, as its own page shows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import SplitResult

from akira_cli.core.errors import BadAnswer
from akira_cli.core.items import Item, Reference
from akira_cli.core.page import Card
from akira_cli.core.pasted import address_in
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Http, Source
from akira_cli.sources._page import BY_HAND, open_page, tree_of
from akira_cli.sources._site import Place, Site, host_of, parts_of
from akira_cli.sources._texts import (
    LONGEST_DESCRIPTION,
    LONGEST_TITLE,
    clipped,
    link,
    texts_at,
)

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


class _Said(NamedTuple):
    """What a page says, and where: the title without GitHub's own words, and its description."""

    title: re.Match[str] | None
    title_at: str
    description: str
    picture: str


def build(settings: Settings, clock: Clock) -> Source:
    """Repositories. Their issues, releases and files are pages of the web like others."""
    del settings
    return Site("github", clock, _find, _look, _address_in)


def _address_in(text: str) -> str | None:
    """The address in a text, that of what `git clone` is given, too."""
    cloned = _CLONED.fullmatch(text.strip().strip("<>`\"'"))
    return f"https://github.com/{cloned['path']}" if cloned else address_in(text)


def _find(address: SplitResult) -> Place | None:
    repository = _repository_at(address)
    return Place(repository.id, repository.url) if repository else None


def _look(reference: Reference, http: Http, clock: Clock) -> Item:
    from akira_cli.sources._article_text import article_text

    page = open_page(reference, reference.url, http)
    repository = _repository_at(parts_of(page.url))
    if repository is None:
        raise BadAnswer(f"'{reference.url}' leads to no repository, but to '{page.url}'", BY_HAND)
    tree = tree_of(page)
    said = _said(tree, page.url)
    if not said.title and not said.description:
        raise BadAnswer(f"'{reference.url}' says nothing of a repository", BY_HAND)
    if said.title and said.title["name"].lower() == repository.id:  # as its owner spells it
        repository = _Repository(*said.title["name"].split("/"))
    description = _description(said.title, said.description, repository)
    place = said.title_at if said.title else "og:description"
    found = [("title", said.title_at if said.title else "address")]
    found += [("abstract", place), ("card.description", place)] if description else []
    found += [("picture", "og:image")] if said.picture else []
    moved = f"the repository has moved from '{reference.url}' to '{repository.url}'"
    return Item(
        reference=reference,
        url=repository.url,
        title=str(repository),
        abstract=description,
        fetched_from=page.url,
        fetched_at=clock.now(),
        form="web",
        text=article_text(tree),
        card=Card(str(repository), description, "github.com", repository.url),
        site="GitHub",
        picture=said.picture,
        found_in=tuple(found),
        notes=(moved,) if repository.id != reference.id else (),
    )


def _said(tree: HtmlElement, page_url: str) -> _Said:
    from akira_cli.sources._tags import tags_of

    tags = tags_of(tree)
    shared, described, picture = (
        next(iter(tags.get(name, ())), "") for name in ("og:title", "og:description", "og:image")
    )
    shown = next(texts_at(tree, "//title", LONGEST_TITLE), "")
    titles = (("og:title", shared), ("title", shown))
    found = ((_TITLE.fullmatch(clipped(text, LONGEST_TITLE)), place) for place, text in titles)
    title, title_at = next(((title, place) for title, place in found if title), (None, ""))
    description = clipped(described, LONGEST_DESCRIPTION)
    return _Said(title, title_at, description, link(picture, page_url))


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


def _repository_at(address: SplitResult) -> _Repository | None:
    found = _REPOSITORY.fullmatch(address.path) if _HOST.fullmatch(host_of(address)) else None
    if found is None or _OWN_PAGES.fullmatch(found["owner"]) or not found["name"].strip("."):
        return None
    return _Repository(found["owner"], found["name"])
