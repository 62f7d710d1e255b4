"""What holds for every format, and each against its golden files.

`UPDATE_GOLDEN=1 pytest tests/exporters` writes the golden files anew.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from akira_cli.core.issue import Document, DocumentFile
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.core.settings import MediumSettings, Settings
from akira_cli.exporters import email, html, json, markdown, medium, text
from akira_cli.ports import Exporter
from tests.exporters.pictures import PICTURES
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, SCRIPT, empty_issue, sample_issue

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings(
    layout=LAYOUT,
    medium=MediumSettings(
        tags=("Machine Learning", "AI", "Data Science", "Deep Learning", "News", "a sixth"),
        canonical_url="https://example.org/issues/34",
        image_base_url="https://example.org/issues/34/images/",
    ),
)
MODULES = (email, html, json, markdown, medium, text)
EXPORTERS = [module.build(SETTINGS, PICTURES) for module in MODULES]

every_exporter = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)


def golden_file(exporter: Exporter, file: DocumentFile) -> Path:
    """Where it is kept; a digest in its name is left out, so that a new one is seen as a change."""
    return GOLDEN / exporter.name / re.sub(r"_[0-9a-f]{8}\.", ".", Path(file.name).name)


def files_made(document: Document) -> list[DocumentFile]:
    return [file for file in (document.main, *document.beside) if file.copy_of is None]


@every_exporter
def test_control_characters_are_in_no_document(exporter: Exporter) -> None:
    bad = "a\x1b[31mb\x07c"
    entry = Entry("a", "papers", "https://example.org/a", bad, bad, bad)
    draft = Draft("issue-034", bad, 34, entries=(entry,), highlights=(Highlight(bad),))
    document = exporter.render(lay_out(draft, LAYOUT))
    for file in (document.main, *document.beside):
        lines = file.text.replace("\r\n", "\n")
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", lines)


@every_exporter
def test_the_sample_issue_comes_out_as_before(exporter: Exporter) -> None:
    for file in files_made(exporter.render(sample_issue())):
        golden = golden_file(exporter, file)
        if os.environ.get("UPDATE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_bytes(file.text.encode())
        assert golden.exists(), "UPDATE_GOLDEN=1 writes the golden files"
        assert file.text == golden.read_bytes().decode()


@every_exporter
def test_no_golden_file_is_left_over(exporter: Exporter) -> None:
    made = [golden_file(exporter, file) for file in files_made(exporter.render(sample_issue()))]
    assert sorted((GOLDEN / exporter.name).iterdir()) == sorted(made)


@every_exporter
def test_the_same_issue_makes_the_same_document(exporter: Exporter) -> None:
    assert exporter.render(sample_issue()) == exporter.render(sample_issue())


@every_exporter
def test_a_nasty_text_stays_a_text(exporter: Exporter) -> None:
    text = unescape(exporter.render(sample_issue()).main.text).replace("\\", "")
    for literal in (SCRIPT, "]]>", "{{ 7*7 }}", "{% raw %}", "日本語も ※ 🌟", "10⁶"):
        assert literal in text


@every_exporter
def test_an_empty_issue_has_its_title_and_no_empty_parts(exporter: Exporter) -> None:
    document = exporter.render(empty_issue())
    assert "News Week 1" in document.main.text
    assert "None" not in document.main.text
    assert "\n\n\n" not in document.main.text
    assert "<hr>" not in document.main.text


@pytest.mark.parametrize(
    "exporter", [e for e in EXPORTERS if e.name not in ("json", "text")], ids=lambda e: e.name
)
def test_pictures_are_copied_from_the_drafts_folder(exporter: Exporter) -> None:
    beside = exporter.render(sample_issue()).beside
    copied = [file.copy_of for file in beside if file.copy_of]
    assert copied == ["figures/2110.07858.png", "figures/2110.02178.png"]


@every_exporter
def test_every_file_ends_with_one_line_end_and_has_its_own_name(exporter: Exporter) -> None:
    document = exporter.render(sample_issue())
    names = [file.name for file in (document.main, *document.beside)]
    assert len(set(names)) == len(names)
    for file in files_made(document):
        assert file.text.endswith("\n")
        assert not file.text.endswith("\n\n")


@every_exporter
def test_two_thousand_entries_all_come_out(exporter: Exporter) -> None:
    entries = [replace(ENTRIES[n % 5], id=f"e{n}", headline=f"Claim {n}.") for n in range(2000)]
    issue = lay_out(replace(DRAFT, entries=tuple(entries)), LAYOUT)
    text = exporter.render(issue).main.text
    assert all(f"Claim {n}." in text for n in range(2000))


@every_exporter
def test_an_entry_with_nothing_but_an_address_is_shown_by_it(exporter: Exporter) -> None:
    bare = replace(ENTRIES[4], headline="", title="", summary="", show_domain=False)
    issue = lay_out(replace(DRAFT, entries=(bare,)), LAYOUT)
    text = exporter.render(issue).main.text
    assert "https://twitter.com/someone/status/1" in text
    assert "[****]" not in text
    assert '"></a>' not in text
