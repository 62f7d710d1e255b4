"""Exporting: the issue reaches the exporter, and what it lacks is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.core.gaps import gaps as warnings
from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Highlight, MachineMarks, PaperFacts, text_digest
from akira_cli.core.page import Layout
from akira_cli.ports import Exporter
from akira_cli.workflows.export import Exported, export
from tests.fakes import SECTIONS, MemoryDrafts

LAYOUT = Layout(
    name="Akira's Machine Learning News",
    title="{name} — {label}",
    sections=SECTIONS,
    groups=(),
    toc_intro="In this issue:",
    separator="---",
)
FINISHED = Entry(
    id="2110.02178",
    section="papers",
    url="https://arxiv.org/abs/2110.02178",
    headline="A small network",
    title="[2110.02178] MobileViT",
    summary="They propose MobileViT.",
    paper=PaperFacts(),
)
DRAFT = Draft(
    name="issue-034",
    label="Issue #34",
    highlights=(Highlight("News."),),
    entries=(FINISHED,),
)
STORE = MemoryDrafts(DRAFT)


class KeepingExporter:
    """Renders the title and keeps the issues it was given."""

    name = "keeping"
    description = "for tests"

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def render(self, issue: Issue) -> Document:
        self.issues.append(issue)
        return Document(DocumentFile("a.txt", issue.title), losses=(Loss("1.1", "cards", "none"),))


def test_the_exporter_gets_the_draft_laid_out_and_its_document_is_passed_on() -> None:
    exporter = KeepingExporter()
    checked: Exporter = exporter
    title = "Akira's Machine Learning News — Issue #34"
    assert export(DRAFT, LAYOUT, checked, STORE) == Exported(
        document=Document(DocumentFile("a.txt", title), losses=(Loss("1.1", "cards", "none"),)),
        warnings=(),
    )
    assert exporter.issues == [lay_out(DRAFT, LAYOUT)]


def test_what_is_missing_is_told_and_stands_in_nobody_s_way() -> None:
    unfinished = replace(DRAFT, highlights=(), entries=(replace(FINISHED, summary=""),))
    exported = export(unfinished, LAYOUT, KeepingExporter(), STORE)
    assert exported.warnings == ("Issue #34: highlights are missing", "2110.02178: missing summary")
    assert exported.document.main.text.endswith("Issue #34")


def test_a_draft_that_cannot_be_laid_out_is_not_rendered() -> None:
    exporter = KeepingExporter()
    stray = replace(DRAFT, entries=(replace(FINISHED, section="poetry"),))
    place = r"drafts/issue-034\.toml:entries\.0\.section: .* 'poetry'"
    with pytest.raises(InvalidFile, match=place):
        export(stray, LAYOUT, exporter, STORE)
    assert exporter.issues == []


def test_a_finished_issue_lacks_nothing() -> None:
    assert warnings(DRAFT) == []


def test_an_empty_issue_is_told_that_and_no_more() -> None:
    assert warnings(replace(DRAFT, highlights=(), entries=())) == ["Issue #34 has no entries yet"]


def test_every_gap_of_every_entry_has_its_own_line() -> None:
    marked = replace(FINISHED, machine=MachineMarks(headline=text_digest(FINISHED.headline)))
    bare = Entry("slug", "other", "https://example.org/")
    draft = replace(DRAFT, highlights=(), entries=(marked, bare))
    assert warnings(draft) == [
        "Issue #34: highlights are missing",
        "2110.02178: missing approval of headline",
        "slug: missing headline",
        "slug: missing summary",
    ]
