"""What holds for every format, and each against its golden files.

`UPDATE_GOLDEN=1 pytest tests/exporters` writes the golden files anew.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import date
from html import unescape
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from akira_cli import exporters
from akira_cli.core.issue import Document, DocumentFile, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.core.page import OwnPage, TrailerBlock
from akira_cli.core.settings import MediumSettings, RssSettings, Settings
from akira_cli.ports import ArchiveExporter, Exporter
from tests.exporters.pictures import PICTURES
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, SCRIPT, empty_issue, sample_issue

GOLDEN = Path(__file__).parent / "golden"
SETTINGS = Settings(
    layout=LAYOUT._replace(author="Ada Example", home="https://news.example.org/"),
    medium=MediumSettings(
        tags=("Machine Learning", "AI", "Data Science", "Deep Learning", "News", "a sixth"),
        canonical_url="https://example.org/issues/34",
        image_base_url="https://example.org/issues/34/images/",
    ),
    rss=RssSettings(
        url="https://news.example.org/feed.xml", image_base_url="https://news.example.org/pictures"
    ),
)


class ArchiveOfOne:
    """An exporter of many issues as one of a single issue; a day is given to one without."""

    def __init__(self, exporter: ArchiveExporter) -> None:
        self.name = exporter.name
        self.description = exporter.description
        self._exporter = exporter

    def render(self, issue: Issue) -> Document:
        day = issue.date or date(2021, 11, 13)
        return self._exporter.render_all([issue._replace(date=day)])


def every_format() -> list[Exporter]:
    """One of each file in the folder, as the program itself finds them."""
    names = [module.name for module in iter_modules(exporters.__path__)]
    modules = [import_module(f"akira_cli.exporters.{name}") for name in names if name[0] != "_"]
    built = [module.build(SETTINGS, PICTURES) for module in modules]
    return [ArchiveOfOne(one) if isinstance(one, ArchiveExporter) else one for one in built]


EXPORTERS = every_format()
WITHOUT_PICTURES_BESIDE = {"json", "rss", "text"}

every_exporter = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda e: e.name)


def golden_file(exporter: Exporter, file: DocumentFile) -> Path:
    """Where it is kept; a digest in its name is left out, so that a new one is seen as a change."""
    return GOLDEN / exporter.name / re.sub(r"_[0-9a-f]{8}\.", ".", Path(file.name).name)


def files_made(document: Document) -> list[DocumentFile]:
    return [file for file in (document.main, *document.beside) if file.copy_of is None]


def page_of(exporter: Exporter, issue: Issue) -> str:
    """The main file as one reads it; the pages in a feed are escaped as a whole."""
    main = exporter.render(issue).main
    return unescape(main.text) if main.name.endswith(".xml") else main.text


@every_exporter
def test_control_characters_are_in_no_document(exporter: Exporter) -> None:
    bad = "a\x1b[31mb\x07c"
    entry = Entry("a", "papers", "https://example.org/a", bad, bad, bad)
    draft = Draft("issue-034", bad, 34, entries=(entry,), highlights=(Highlight(bad),))
    assert "[31mb" in page_of(exporter, lay_out(draft, LAYOUT))
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
    text = unescape(page_of(exporter, sample_issue())).replace("\\", "")
    for literal in (SCRIPT, "]]>", "{{ 7*7 }}", "{% raw %}", "日本語も ※ 🌟", "10⁶"):
        assert literal in text


@every_exporter
def test_an_empty_issue_has_its_title_and_no_empty_parts(exporter: Exporter) -> None:
    page = page_of(exporter, empty_issue())
    assert "News Week 1" in page
    assert "None" not in page
    assert "\n\n\n" not in page
    assert "<hr>" not in page


@pytest.mark.parametrize(
    "exporter",
    [one for one in EXPORTERS if one.name not in WITHOUT_PICTURES_BESIDE],
    ids=lambda one: one.name,
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
    page = page_of(exporter, issue)
    assert "https://twitter.com/someone/status/1" in page
    assert "[****]" not in page
    assert '"></a>' not in page


@every_exporter
@pytest.mark.parametrize("summary", ["", "A summary."])
@pytest.mark.parametrize("title_apart", [False, True])
def test_a_title_in_place_of_a_headline_is_shown_once(
    exporter: Exporter, summary: str, title_apart: bool
) -> None:
    entry = replace(ENTRIES[0], headline="", title="Patches in any order", summary=summary)
    own = OwnPage(style=(("title", "italic"), ("title_apart", title_apart)))
    issue = lay_out(replace(DRAFT, entries=(entry,), page=own), LAYOUT)
    page = page_of(exporter, issue)
    assert page.count("Patches in any order") == 1
    assert "<em></em>" not in page
    assert "<p></p>" not in page
    headed = replace(entry, headline="A claim about patches")
    page = page_of(exporter, lay_out(replace(DRAFT, entries=(headed,), page=own), LAYOUT))
    assert page.count("Patches in any order") == 1


@every_exporter
def test_a_closing_block_with_nothing_in_it_is_not_shown(exporter: Exporter) -> None:
    def page(*blocks: TrailerBlock) -> str:
        return page_of(exporter, lay_out(DRAFT, LAYOUT._replace(trailer=blocks)))

    about = TrailerBlock("about", heading="About Me", text="Engineer.")
    assert page(TrailerBlock("subscribe", text=" \n"), about) == page(about)
    assert page(TrailerBlock("subscribe")) == page()


EMPTY_HEADING = re.compile(r"<(h\d|p|strong|em)( [^>]*)?>\s*</\1>|\n\n([-=#]*|[ *]*)\n\n")


@every_exporter
@pytest.mark.parametrize("level", range(4))
def test_a_group_of_highlights_without_a_heading_has_no_empty_one(
    exporter: Exporter, level: int
) -> None:
    def page(heading: str) -> str:
        groups = tuple((key, heading) for key, _ in LAYOUT.groups)
        own = OwnPage(groups=groups, style=(("group_level", level), ("separators", ())))
        return page_of(exporter, lay_out(replace(DRAFT, page=own, entries=()), LAYOUT))

    assert page("A heading of a group").count("A heading of a group") == len(LAYOUT.groups)
    assert not EMPTY_HEADING.search(page(""))
