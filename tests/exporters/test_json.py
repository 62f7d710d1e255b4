"""The issue as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from akira_cli.exporters.json import Json
from tests.exporters.sample_issue import DRAFT, ENTRIES, empty_issue, sample_issue


def exported() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(Json().render(sample_issue()).main.text)
    return document


def test_the_file_is_called_as_the_draft() -> None:
    assert Json().render(sample_issue()).main.name == "issue-034.json"


def test_texts_are_untouched_and_what_is_absent_is_null() -> None:
    entries = {e["id"]: e for section in exported()["sections"] for e in section["entries"]}
    assert [entries[e.id]["summary"] for e in ENTRIES] == [e.summary for e in ENTRIES]
    assert entries["2110.02178"]["machine"] == ["headline"]
    assert entries["cs/0112017"]["domain"] is None
    assert entries["a-tweet"]["figure"] is None
    assert entries["a-tweet"]["card"] is None
    assert entries["a-tweet"]["arxiv_id"] is None


def test_dates_are_iso_and_an_undated_unnumbered_issue_has_neither() -> None:
    assert DRAFT.date is not None
    assert exported()["date"] == DRAFT.date.isoformat()
    empty = json.loads(Json().render(empty_issue()).main.text)
    assert empty["date"] is None
    assert empty["number"] is None
    assert empty["sections"] == empty["highlights"] == empty["trailer"] == []


def test_letters_of_every_script_are_written_as_they_are() -> None:
    assert "日本語も ※ 🌟" in Json().render(sample_issue()).main.text


def test_the_keys_stand_in_the_order_the_schema_has_them() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "issue.schema.json"
    schema = json.loads(page.read_text(encoding="utf-8"))
    issue = exported()
    assert list(issue) == list(schema["properties"])
    section = issue["sections"][0]
    for name, value in (("section", section), ("entry", section["entries"][0])):
        assert list(value) == list(schema["$defs"][name]["properties"])
