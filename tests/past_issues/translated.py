"""A draft with the words of the published translation in place of ours, as Markdown.

Only words are taken from the published issue: sections, order, links, pictures, cards and
closing blocks stay the draft's.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.markdown_text import escape_markdown, link_destination, links_in
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.core.page import BlockUse, Card, OwnPage, TrailerBlock
from akira_cli.storage.settings_toml import load_layout
from tests.past_issues.drafts import REPOSITORY, draft, markdown
from tests.past_issues.truth import Json, entries_of, truth

_LANGUAGE = "zh"

Ours = TypeVar("Ours")
Changed = TypeVar("Changed")


def translated(name: str) -> str:
    """The issue in the words of its translation, as our exporter writes it in Markdown."""
    return markdown(_issue(draft(name), truth(name))).main.text


def _issue(ours: Draft, published: Json) -> Issue:
    newsletter, label = published["title"].split("—", maxsplit=1)
    words = replace(
        ours,
        language=_LANGUAGE,
        label=label.strip(),
        preamble=_each(_line, ours.preamble or (), published["preamble"]) or None,
        highlights=_each(_highlight, ours.highlights, published["highlights"]),
        entries=_each(_entry, ours.entries, entries_of(published)),
        page=_own_page(ours, published),
    )
    layout = load_layout(REPOSITORY, _LANGUAGE)._replace(name=newsletter)
    issue = lay_out(words, layout)
    own = ours.page.trailer or ()
    headed = _each(_headed, tuple(zip(issue.trailer, own, strict=True)), published["trailer"])
    return issue._replace(trailer=_each(_closing, headed, published["trailer"]))


def _each(
    change: Callable[[Ours, Any], Changed], ours: Sequence[Ours], published: Sequence[Any]
) -> tuple[Changed, ...]:
    """Each of ours with the words of its counterpart; there must be as many of both."""
    return tuple(change(one, other) for one, other in zip(ours, published, strict=True))


def _line(_ours: str, published: str) -> str:
    return published


def _own_page(ours: Draft, published: Json) -> OwnPage:
    """The draft's page, its own headings those of the translation."""
    keys = list(dict.fromkeys(entry.section for entry in ours.entries))
    theirs = dict(zip(keys, (s["heading"] for s in published["sections"]), strict=True))
    return ours.page._replace(
        headings=tuple((key, theirs[key]) for key, _ in ours.page.headings),
        groups=(),
        toc_intro=None,
    )


def _highlight(ours: Highlight, published: Json) -> Highlight:
    return replace(ours, text=_linked(published["text"], links_in(ours.text)))


def _entry(ours: Entry, published: Json) -> Entry:
    # our pictures are credited, those of the published issues are not
    return replace(
        ours,
        headline=published["headline"] or published["display_title"],  # as `repaired` has it
        title=(ours.title and published["display_title"]) or "",
        summary=escape_markdown(published["summary"]),
        card=ours.card and _card(ours.card, published["link_card"]),
        figure=ours.figure and replace(ours.figure, credit=""),
    )


def _card(ours: Card, published: Json) -> Card:
    return replace(ours, **{key: published[key] for key in ("title", "description", "domain")})


def _headed(block: tuple[TrailerBlock, BlockUse], published: Json) -> TrailerBlock:
    """The block, its heading the translation's if it is the draft's own."""
    made, own = block
    return made._replace(heading=published["heading"]) if own.heading else made


def _closing(ours: TrailerBlock, published: Json) -> TrailerBlock:
    return ours._replace(
        text=_linked(published["text"], links_in(ours.text)) if ours.text else "",
        cards=_each(_card, ours.cards, published["cards"]),
    )


def _linked(text: str, links: tuple[str, ...]) -> str:
    """The text with its first characters as links: where in it they stand does not matter."""
    starts = (
        f"[{escape_markdown(character)}]({link_destination(link)})"
        for character, link in zip(text, links, strict=False)
    )
    rest = text[len(links) :]
    return "".join(starts) + "\n".join(map(escape_markdown, rest.split("\n")))
