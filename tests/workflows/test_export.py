"""Exporting: the issue reaches the exporter, and what it lacks is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from akira_cli.core.errors import InvalidFile, Lossy
from akira_cli.core.gaps import gaps as warnings
from akira_cli.core.issue import Document, DocumentFile, Issue, Loss
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Highlight, MachineMarks, PaperFacts, text_digest
from akira_cli.core.page import BlockUse, Layout, OwnPage
from akira_cli.ports import ArchiveExporter, Broken, Exporter
from akira_cli.workflows.export import Exported, export, export_archive, refuse_losses
from akira_cli.workflows.laid_out import laid_out
from tests.fakes import SECTIONS, MemoryDrafts

LAYOUT = Layout(
    name="Akira's Machine Learning News",
    title="{name} — {label}",
    sections=SECTIONS,
    groups=(("featured", "Featured"),),
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
        draft=DRAFT,
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


@pytest.mark.parametrize(
    ("page", "path", "message"),
    [
        (OwnPage(headings=(("paprs", "x"),)), "headings.paprs", "[headings] paprs: there is no"),
        (OwnPage(contents=(("paprs", False),)), "contents.paprs", "[contents] paprs: there is no"),
        (OwnPage(trailer=(BlockUse("us"),)), "trailer.0.use", "'us' is no closing block"),
        (
            OwnPage(trailer=(BlockUse(kind="about", cards=("x",)),)),
            "trailer.0.cards",
            "'x' is no card",
        ),
    ],
)
def test_what_the_layout_lacks_is_told_with_its_place_in_the_file(
    page: OwnPage, path: str, message: str
) -> None:
    with pytest.raises(InvalidFile) as caught:
        laid_out(replace(DRAFT, page=page), LAYOUT, STORE)
    assert caught.value.message.startswith(f"drafts/issue-034.toml:{path}: {message}")
    assert caught.value.hint


def test_an_address_that_must_not_become_a_link_is_told_with_its_place() -> None:
    broken = replace(DRAFT, entries=(replace(FINISHED, url="ftp://x.org"),))
    place = r"^drafts/issue-034\.toml:entries\.0\.url: entry '2110\.02178' links to 'ftp:"
    with pytest.raises(InvalidFile, match=place):
        laid_out(broken, LAYOUT, STORE)


def test_a_draft_that_fits_is_laid_out_as_ever() -> None:
    assert laid_out(DRAFT, LAYOUT, STORE) == lay_out(DRAFT, LAYOUT)


class KeepingArchive:
    """Renders the labels and keeps the issues it was given."""

    name = "keeping"
    description = "for tests"

    def __init__(self) -> None:
        self.issues: list[Issue] = []

    def render_all(self, issues: Sequence[Issue]) -> Document:
        self.issues += issues
        return Document(DocumentFile("all.txt", " ".join(issue.label for issue in issues)))


def layout_in(language: str) -> Layout:
    return LAYOUT._replace(title=f"{language}: {{label}}")


def published(number: int, day: int, language: str = "en", *, is_published: bool = True) -> Draft:
    return replace(
        DRAFT,
        name=f"issue-{number:03d}",
        label=f"#{number}",
        number=number,
        date=date(2021, 11, day),
        language=language,
        published=is_published,
    )


def test_all_published_issues_are_rendered_newest_first_each_in_its_language() -> None:
    archive = KeepingArchive()
    checked: ArchiveExporter = archive
    store = MemoryDrafts(
        published(1, 8),
        published(2, 1, "zh"),
        published(3, 15),
        published(4, 22, is_published=False),
    )
    made = export_archive(store, layout_in, checked)
    assert made == Exported(Document(DocumentFile("all.txt", "#3 #1 #2")), ())
    assert [issue.title for issue in archive.issues] == ["en: #3", "en: #1", "zh: #2"]


def test_what_a_published_issue_lacks_is_its_own_affair() -> None:
    bare = replace(published(1, 8), highlights=(), entries=())
    assert export_archive(MemoryDrafts(bare), layout_in, KeepingArchive()).warnings == ()


def test_an_archive_may_be_empty() -> None:
    made = export_archive(MemoryDrafts(), layout_in, KeepingArchive())
    assert made.document.main.text == ""


def test_a_draft_that_cannot_be_read_is_left_out_and_told() -> None:
    broken = Broken("issue-002", InvalidFile("drafts/issue-002.toml:1: label is missing"))
    store = MemoryDrafts(published(1, 8), broken, published(3, 15))
    made = export_archive(store, layout_in, KeepingArchive())
    assert made.document.main.text == "#3 #1"
    assert made.warnings == ("left out: drafts/issue-002.toml:1: label is missing",)


def test_a_published_issue_that_cannot_be_laid_out_ends_it() -> None:
    stray = replace(published(2, 15), entries=(replace(FINISHED, section="poetry"),))
    archive = KeepingArchive()
    with pytest.raises(InvalidFile, match=r"^drafts/issue-002\.toml:entries\.0\.section: "):
        export_archive(MemoryDrafts(published(1, 8), stray), layout_in, archive)
    assert archive.issues == []


LOSSES = (Loss("1.1", "drops cards", "nothing"), Loss("1.2", "drops tables", "nothing"))


@pytest.mark.parametrize(
    ("losses", "message"),
    [
        (LOSSES[:1], "medium loses something: 1.1: drops cards"),
        (LOSSES, "medium loses something: 1.1: drops cards, and 1 more"),
        (LOSSES * 2, "medium loses something: 1.1: drops cards, and 3 more"),
    ],
)
def test_losses_are_refused_with_the_first_of_them(losses: tuple[Loss, ...], message: str) -> None:
    with pytest.raises(Lossy) as caught:
        refuse_losses("medium", Document(DocumentFile("a.txt"), losses=losses))
    assert caught.value.message == message
    assert "--explain" in caught.value.hint
    assert caught.value.exit_code == 1


def test_a_document_that_keeps_everything_is_not_refused() -> None:
    refuse_losses("medium", Document(DocumentFile("a.txt")))
