"""The five published issues as data and as their translated pages, beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import pytest

SHARED = Path(__file__).resolve().parents[3] / "shared"
NAMES = ("issue-026", "issue-027", "issue-031", "issue-033", "week-12-2021")
_MEDIUM = "https://medium.com"

Json = dict[str, Any]


def truth(name: str) -> Json:
    """A published issue as data, as `shared/reference/layout.md` 8 has it. Skips the test."""
    found: Json = json.loads(_text(f"truth/{name}.json"))
    return found


def seed(name: str) -> str:
    """The page of a published issue as translation left it. Skips the test."""
    return _text(f"seeds/{name}.md")


def entries_of(issue: Json) -> list[Json]:
    """All entries of a published issue, or of an exported one, in page order."""
    return [entry for section in issue["sections"] for entry in section["entries"]]


def address(url: str) -> str:
    """An address as the published issues are compared by: whole, and without tracking."""
    parts = urlsplit(urljoin(_MEDIUM, url))
    kept = [field for field in parts.query.split("&") if not field.startswith("utm_")]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _text(path: str) -> str:
    if not SHARED.is_dir():
        pytest.skip("the published issues (shared/) are not beside the checkout")
    return (SHARED / path).read_text(encoding="utf-8")
