"""What a published issue and our export of it must agree in, field by field.

Both sides are brought to the same flat mapping, name of the field to value, so that two
issues are compared by comparing two mappings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.past_issues.truth import Json, address, entries_of

Facts = dict[str, object]


# of an English label or a Chinese title; translation left "#第 31 期" in one of them
_LABELS = {
    "issue": re.compile(r"Issue #(\d+)|第 (\d+) 期"),
    "week": re.compile(r"Week (\d+), \d{4}|第 (\d+) 周"),
    "number": re.compile(r"#(\d+)"),
}
_TITLE_ID = re.compile(r"[\[【](\d{4}\.\d{5})[\]】]")
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def facts_of_truth(issue: Json) -> Facts:
    """The fields of a published issue."""
    groups = [highlight["group"] for highlight in issue["highlights"]]
    links = [highlight["links"] for highlight in issue["highlights"]]
    about = issue["trailer"][-1]
    return {
        "label": _label(issue["title"]),
        "highlights by group": [groups.count(group) for group in dict.fromkeys(groups)],
        "link of About": _without_query(about["links"]),
        **_shared(issue, links),
        **_numbered("entry", map(_published, entries_of(issue)), issue),
    }


def facts_of_export(issue: Json) -> Facts:
    """The same fields of an issue as we export it."""
    items = [item for group in issue["highlights"] for item in group["items"]]
    about = issue["trailer"][-1]
    return {
        "label": _label(issue["label"]),
        "highlights by group": [len(group["items"]) for group in issue["highlights"]],
        "link of About": _without_query(_LINK.findall(about["text"])),
        **_shared(issue, [item["links"] for item in items]),
        **_numbered("entry", map(_exported, entries_of(issue)), issue),
    }


def _shared(issue: Json, links: list[list[str]]) -> Facts:
    """The fields that both sides hold in the same way."""
    facts: Facts = {
        "lines of the preamble": len(issue["preamble"]),
        "lines of the contents": len(issue["toc"]),
        "closing blocks": [block["kind"] for block in issue["trailer"]],
    }
    for number, found in enumerate(links, start=1):
        facts[f"highlight {number}: links"] = list(map(address, found))
    for section in issue["sections"]:
        facts[f"section {section['number']}: entries"] = len(section["entries"])
    for block in issue["trailer"]:
        facts[f"{block['kind']}: cards"] = [address(card["url"]) for card in block["cards"]]
    return facts


def _published(entry: Json) -> Facts:
    card, title = entry["link_card"], entry["display_title"]
    form = "paper" if entry["has_image"] else "web" if card else "bare"
    return {
        "address": address(entry["url"]),
        "arXiv id": entry["arxiv_id"],
        "form": form,
        "picture": entry["has_image"],
        "card": card and address(card["url"]),
        "domain": entry["domain"] if entry["domain_shown"] else None,
        "as heading": entry["as_heading"],
        "display title": bool(title),
        "id in the title": _title_id(title),
    }


def _exported(entry: Json) -> Facts:
    card = entry["card"]
    return {
        "address": address(entry["url"]),
        "arXiv id": entry["arxiv_id"],
        "form": entry["form"],
        "picture": entry["figure"] is not None,
        "card": card and address(card["url"]),
        "domain": entry["domain"],
        "as heading": entry["as_heading"],
        "display title": bool(entry["title"]),
        "id in the title": _title_id(entry["title"]),
    }


def _numbered(what: str, found: Iterator[Facts], issue: Json) -> Facts:
    sections = [section["number"] for section in issue["sections"] for _ in section["entries"]]
    return {
        f"{what} {number}: {name}": value
        for number, (facts, section) in enumerate(zip(found, sections, strict=True), start=1)
        for name, value in {"section": section, **facts}.items()
    }


def _label(text: str) -> tuple[str, int] | None:
    for kind, pattern in _LABELS.items():
        if found := pattern.search(text):
            return kind, int(found[found.lastindex or 1])
    return None


def _title_id(title: str | None) -> str | None:
    found = _TITLE_ID.match(title or "")
    return found and found[1]


def _without_query(links: list[str]) -> list[str]:
    return [link.partition("?")[0] for link in links]
