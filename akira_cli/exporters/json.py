"""The issue as JSON, for scripts and other programs."""

from __future__ import annotations

from typing import Any

from akira_cli.core.issue import (
    Document,
    DocumentFile,
    HighlightGroup,
    Issue,
    IssueEntry,
    IssueSection,
)
from akira_cli.core.models import Figure
from akira_cli.core.page import Card, TrailerBlock
from akira_cli.core.settings import Settings
from akira_cli.ports import Exporter, Pictures

JsonObject = dict[str, Any]

SCHEMA = 1
"""The version of what is written."""


class Json:
    """Every field of the issue, texts untouched, but the few words of the layout; what is absent
    is null.

    `docs/issue.schema.json` describes it; `SCHEMA` rises when a program could break.
    """

    name = "json"
    description = "the issue as JSON, for other programs"

    def render(self, issue: Issue) -> Document:
        """`issue-034.json`: UTF-8, two blanks deep."""
        import json

        text = json.dumps(_issue(issue), ensure_ascii=False, indent=2)
        return Document(main=DocumentFile(f"{issue.slug}.json", f"{text}\n"))


def build(_settings: Settings, _pictures: Pictures) -> Exporter:
    """The exporter; it needs nothing."""
    return Json()


def _issue(issue: Issue) -> JsonObject:
    return {
        "schema": SCHEMA,
        "slug": issue.slug,
        "newsletter": issue.newsletter,
        "author": issue.author,
        "home": issue.home or None,
        "title": issue.title,
        "label": issue.label,
        "number": issue.number,
        "date": issue.date.isoformat() if issue.date else None,
        "day": issue.day,
        "language": issue.language,
        "published": issue.published,
        "url": issue.url or None,
        "preamble": issue.preamble,
        "highlights": [_highlights(group) for group in issue.highlights],
        "toc_intro": issue.toc_intro,
        "toc": [line._asdict() for line in issue.toc],
        "toc_separated": issue.toc_separated,
        "sections": [_section(section) for section in issue.sections],
        "trailer": [_trailer(block) for block in issue.trailer],
        "separator": issue.separator,
        "joint": issue.joint,
        "style": issue.style._asdict(),
    }


def _highlights(group: HighlightGroup) -> JsonObject:
    items = [{"text": item.text, "links": item.links} for item in group.items]
    return {"key": group.key, "group": group.group, "items": items}


def _section(section: IssueSection) -> JsonObject:
    return {
        "number": section.number,
        "key": section.key,
        "heading": section.heading,
        "separated": section.separated,
        "entries": [_entry(entry) for entry in section.entries],
    }


def _entry(entry: IssueEntry) -> JsonObject:
    return {
        "id": entry.id,
        "form": entry.form,
        "headline": entry.headline,
        "as_heading": entry.as_heading,
        "url": entry.url,
        "tracked_url": entry.tracked_url,
        "domain": entry.domain,
        "arxiv_id": entry.arxiv_id,
        "title": entry.title,
        "summary": entry.summary,
        "figure": _figure(entry.figure) if entry.figure else None,
        "card": _card(entry.card) if entry.card else None,
        "machine": entry.machine,
    }


def _figure(figure: Figure) -> JsonObject:
    return {
        "file": figure.file,
        "alt": figure.alt,
        "caption": figure.caption,
        "credit": figure.credit,
    }


def _card(card: Card) -> JsonObject:
    return {
        "title": card.title,
        "description": card.description,
        "domain": card.domain,
        "url": card.url,
    }


def _trailer(block: TrailerBlock) -> JsonObject:
    return {
        "kind": block.kind,
        "name": block.name,
        "heading": block.heading,
        "as_heading": block.as_heading,
        "separated": block.separated,
        "text": block.text,
        "cards": [_card(card) for card in block.cards],
    }
