"""The same five issues as drafts of this repository, and as they are exported."""

from __future__ import annotations

import json
from pathlib import Path

from akira_cli.core.issue import Document, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft
from akira_cli.exporters.json import Json as JsonExporter
from akira_cli.exporters.markdown import Markdown
from akira_cli.storage.draft_toml import load
from akira_cli.storage.settings_toml import load_settings
from tests.past_issues.truth import Json

REPOSITORY = Path(__file__).resolve().parents[2]
FOLDER = REPOSITORY / "drafts"


def draft(name: str) -> Draft:
    """The draft as its file holds it."""
    return load((FOLDER / f"{name}.toml").read_bytes(), name)


def laid_out(name: str) -> Issue:
    """The draft laid out by this repository's own config."""
    return lay_out(draft(name), load_settings(REPOSITORY, {}).layout)


def exported(name: str) -> Json:
    """The issue as `akira export --format json` writes it."""
    found: Json = json.loads(JsonExporter().render(laid_out(name)).main.text)
    return found


def markdown(issue: Issue) -> Document:
    """The issue as `akira export --format markdown` writes it."""
    return Markdown().render(issue)
