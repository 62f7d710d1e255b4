"""What `--format json` writes is what docs/issue.schema.json says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.exporters.json import SCHEMA, Json
from akira_cli.storage.draft_toml import load
from akira_cli.storage.settings_toml import load_layout
from tests.exporters.sample_issue import empty_issue, sample_issue

ROOT = Path(__file__).resolve().parents[2]
DESCRIBED: dict[str, Any] = json.loads((ROOT / "docs" / "issue.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(DESCRIBED)

Keys = tuple[str | int, ...]


def exported(issue: Issue) -> dict[str, Any]:
    written: dict[str, Any] = json.loads(Json().render(issue).main.text)
    return written


def faults(document: object) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in VALIDATOR.iter_errors(document)]


def objects(schema: object) -> Iterator[dict[str, Any]]:
    """Every description of an object in the schema."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        schema = list(schema.values())
    if isinstance(schema, list):
        for part in schema:
            yield from objects(part)


def fields(value: object, path: Keys = ()) -> Iterator[Keys]:
    """The paths of all fields of all objects in a document."""
    if isinstance(value, dict):
        yield from ((*path, key) for key in value)
    parts = value.items() if isinstance(value, dict) else ()
    items = enumerate(value) if isinstance(value, list) else parts
    for key, part in items:
        yield from fields(part, (*path, key))


def kind_of(path: Keys) -> str:
    """A path without the places in lists: what it leads to, whichever one it is."""
    return ".".join(key for key in path if isinstance(key, str))


FIELDS = list({kind_of(path): path for path in fields(exported(sample_issue()))}.values())
every_field = pytest.mark.parametrize("path", FIELDS, ids=kind_of)


def holder_of(path: Keys) -> tuple[dict[str, Any], dict[str, Any]]:
    """The sample document, and the object in it that has the field."""
    document: Any = exported(sample_issue())
    holder = document
    for key in path[:-1]:
        holder = holder[key]
    return document, holder


def test_the_schema_itself_is_one() -> None:
    Draft202012Validator.check_schema(DESCRIBED)
    assert DESCRIBED["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_every_field_is_described_and_required_and_no_other_is_allowed() -> None:
    for described in objects(DESCRIBED):
        assert described["additionalProperties"] is False
        assert described["required"] == list(described["properties"])
        assert all(part["description"].endswith(".") for part in described["properties"].values())


def test_the_version_is_that_of_the_exporter() -> None:
    assert DESCRIBED["properties"]["schema"]["const"] == SCHEMA


@pytest.mark.parametrize("issue", [sample_issue(), empty_issue()], ids=["sample", "empty"])
def test_an_issue_is_as_described(issue: Issue) -> None:
    assert faults(exported(issue)) == []


@pytest.mark.parametrize("path", sorted((ROOT / "drafts").glob("*.toml")), ids=lambda p: p.stem)
def test_every_draft_here_is_as_described(path: Path) -> None:
    draft = load(path.read_bytes(), path.stem)
    assert faults(exported(lay_out(draft, load_layout(ROOT, draft.language)))) == []


def test_the_sample_has_every_field_that_is_described() -> None:
    described = sum(len(each["properties"]) for each in objects(DESCRIBED))
    cards_twice = len(DESCRIBED["$defs"]["card"]["properties"])
    assert len(FIELDS) == described + cards_twice


@every_field
def test_a_missing_field_is_refused(path: Keys) -> None:
    document, holder = holder_of(path)
    del holder[str(path[-1])]
    assert any(f"'{path[-1]}' is a required property" in fault for fault in all_faults(document))


@every_field
def test_a_field_of_another_type_is_refused(path: Keys) -> None:
    document, holder = holder_of(path)
    holder[str(path[-1])] = {"not": "this"}
    assert faults(document)


def test_a_field_that_is_not_described_is_refused_anywhere() -> None:
    for path in FIELDS:
        document, holder = holder_of(path)
        holder["and_more"] = None
        assert any("'and_more' was unexpected" in fault for fault in all_faults(document))


def all_faults(document: object) -> list[str]:
    """The faults, and those within an alternative such as a card or null."""
    errors = list(VALIDATOR.iter_errors(document))
    return [error.message for one in errors for error in (one, *(one.context or ()))]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("schema", 2),
        ("date", "13 November 2021"),
        ("number", -1),
        ("number", "34"),
        ("url", "/issues/34"),
        ("label", ""),
        ("published", None),
        ("trailer", None),
    ],
)
def test_a_value_that_no_issue_has_is_refused(field: str, value: object) -> None:
    assert faults({**exported(sample_issue()), field: value})


def test_the_order_of_the_fields_is_the_order_of_the_schema() -> None:
    document = exported(sample_issue())
    assert list(document) == list(DESCRIBED["properties"])
    entry = document["sections"][0]["entries"][0]
    for name, found in {
        "entry": entry,
        "figure": entry["figure"],
        "section": document["sections"][0],
        "highlight_group": document["highlights"][0],
        "contents_line": document["toc"][0],
        "closing_block": document["trailer"][0],
        "style": document["style"],
    }.items():
        assert list(found) == list(DESCRIBED["$defs"][name]["properties"])
