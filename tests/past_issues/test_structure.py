"""Our exports of the five published issues have the structure of the originals, field by field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.past_issues.counts import Counts, counts, table
from tests.past_issues.drafts import exported
from tests.past_issues.facts import facts_of_export, facts_of_truth
from tests.past_issues.truth import NAMES, Json, entries_of, truth

# fields of the issue, one for each highlight, section and closing block, ten for each entry
COMPARED = {
    "issue-026": 6 + 2 + 4 + 2 + 11 * 10,
    "issue-027": 6 + 2 + 5 + 3 + 14 * 10,
    "issue-031": 6 + 2 + 5 + 2 + 11 * 10,
    "issue-033": 6 + 2 + 5 + 2 + 11 * 10,
    "week-12-2021": 6 + 7 + 5 + 3 + 13 * 10,
}
# of the headlines of an issue, those whose tracked link outlived translation
TRACKED = {
    "issue-026": 10,
    "issue-027": 13,
    "issue-031": 10,
    "issue-033": 10,
    "week-12-2021": 12,
}
every_issue = pytest.mark.parametrize("name", NAMES)


@every_issue
def test_an_export_has_the_structure_of_the_published_issue(name: str) -> None:
    assert facts_of_export(exported(name)) == facts_of_truth(truth(name))


@every_issue
def test_as_many_fields_are_compared_as_the_published_issue_has(name: str) -> None:
    truth(name)
    assert counts(name) == Counts(name, compared=COMPARED[name], equal=COMPARED[name])


@every_issue
def test_tracked_headline_links_are_those_of_the_published_issue(name: str) -> None:
    links = [
        (published["raw_url"], ours["tracked_url"])
        for published, ours in zip(entries_of(truth(name)), entries_of(exported(name)), strict=True)
        if "utm_" in published["raw_url"]
    ]
    assert [ours for _, ours in links] == [published for published, _ in links]
    assert len(links) == TRACKED[name]


def test_the_table_ends_with_the_sum() -> None:
    truth(NAMES[0])
    lines = list(table())
    assert len(lines) == 1 + len(NAMES) + 1
    assert lines[-1].split() == ["all", "five", *[str(sum(COMPARED.values()))] * 2]


def _without_a_title_id(issue: Json) -> None:
    entry = entries_of(issue)[0]
    entry["title"] = entry["title"].removeprefix(f"[{entry['id']}] ")


def _with_links_in_another_order(issue: Json) -> None:
    issue["highlights"][0]["items"].reverse()


def _first(path: str, value: Any) -> Callable[[Json], None]:
    def change(issue: Json) -> None:
        entries_of(issue)[0][path] = value

    return change


CHANGES: dict[str, tuple[Callable[[Json], object], set[str]]] = {
    "another kind of label": (lambda issue: issue.update(label="#33"), {"label"}),
    "a line more before the page": (
        lambda issue: issue["preamble"].append("Week 42"),
        {"lines of the preamble"},
    ),
    "another line of the contents": (lambda issue: issue["toc"].pop(), {"lines of the contents"}),
    "highlights in another order": (
        _with_links_in_another_order,
        {"highlight 1: links", "highlight 2: links"},
    ),
    "another address": (_first("url", "https://arxiv.org/abs/2110.07858"), {"entry 1: address"}),
    "another arXiv id": (_first("arxiv_id", "2110.07858"), {"entry 1: arXiv id"}),
    "another form": (_first("form", "web"), {"entry 1: form"}),
    "no picture": (_first("figure", None), {"entry 1: picture"}),
    "a card": (_first("card", {"url": "https://example.org"}), {"entry 1: card"}),
    "no domain": (_first("domain", None), {"entry 1: domain"}),
    "a headline as a heading": (_first("as_heading", True), {"entry 1: as heading"}),  # noqa: FBT003  # the value
    "no display title": (
        _first("title", ""),
        {"entry 1: display title", "entry 1: id in the title"},
    ),
    "a display title without its id": (_without_a_title_id, {"entry 1: id in the title"}),
    "closing blocks in another order": (
        lambda issue: issue["trailer"].insert(0, issue["trailer"].pop(0) | {"kind": "subscribe"}),
        {"closing blocks", "subscribe: cards", "other-blogs: cards"},
    ),
    "cards in another order": (
        lambda issue: issue["trailer"][0]["cards"].reverse(),
        {"other-blogs: cards"},
    ),
}


@pytest.mark.parametrize("what", CHANGES)
def test_a_difference_is_seen(what: str) -> None:
    change, fields = CHANGES[what]
    expected, changed = facts_of_truth(truth("issue-033")), exported("issue-033")
    change(changed)
    found = facts_of_export(changed)
    missing = object()
    keys = expected.keys() | found.keys()
    assert {k for k in keys if expected.get(k, missing) != found.get(k, missing)} == fields
