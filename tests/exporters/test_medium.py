"""The page for Medium, its pictures and its checklist."""

from __future__ import annotations

import errno
import os
import re
import tempfile
from binascii import crc32
from dataclasses import replace
from fnmatch import fnmatch
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from akira_cli.core.errors import InvalidFile
from akira_cli.core.issue import Document, Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Figure, Highlight
from akira_cli.core.settings import MediumSettings
from akira_cli.exporters._medium_rules import violations
from akira_cli.exporters.medium import Medium
from tests.exporters.pictures import PICTURES, SamePicture, png
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, SCRIPT, empty_issue, sample_issue

HOSTED = MediumSettings(image_base_url="https://example.org/n/images")
DIGEST = f"{crc32(png()):08x}"


class Page(HTMLParser):
    """Elements, link targets and the words a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.images: list[str] = []
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.links += [attributes["href"]] if "href" in attributes else []
        self.images += [attributes["src"]] if "src" in attributes else []

    def handle_data(self, data: str) -> None:
        self.words += data


def rendered(settings: MediumSettings = HOSTED, issue: Issue | None = None) -> Document:
    return Medium(settings, PICTURES).render(issue or sample_issue())


def checklist(settings: MediumSettings = HOSTED, issue: Issue | None = None) -> str:
    return rendered(settings, issue).beside[-1].text


@pytest.mark.parametrize("issue", [sample_issue(), empty_issue()], ids=["full", "empty"])
def test_the_page_keeps_every_rule_of_the_import(issue: Issue) -> None:
    page = rendered(issue=issue).main
    assert violations(page.text, page.name) == ()


def test_the_page_runs_nothing_and_links_to_web_pages_only() -> None:
    page = Page(rendered().main.text)
    assert not page.tags & {"script", "iframe", "object"}
    assert page.links
    assert all(re.match("https?://", link) for link in page.links)


def test_nasty_texts_are_read_as_they_were_written() -> None:
    page = Page(rendered().main.text)
    for text in (SCRIPT, "[press](javascript:alert(4))", *(entry.title for entry in ENTRIES)):
        assert text in page.words


def test_the_name_follows_from_number_date_and_content() -> None:
    name = rendered().main.name
    assert re.fullmatch(r"medium/issue-34_20211113_[0-9a-f]{8}\.html", name)
    assert rendered().main.name == name
    changed = lay_out(replace(DRAFT, preamble=("Another week",)), LAYOUT)
    assert rendered(issue=changed).main.name != name


def test_an_issue_without_number_and_date_is_named_by_its_draft() -> None:
    name = rendered(issue=empty_issue()).main.name
    assert re.fullmatch(r"medium/week-1_[0-9a-f]{8}\.html", name)


def test_rewrapping_a_summary_does_not_change_the_page() -> None:
    rewrapped = replace(ENTRIES[0], summary=ENTRIES[0].summary.replace(" ", "\n"))
    issue = lay_out(replace(DRAFT, entries=(rewrapped, *ENTRIES[1:])), LAYOUT)
    assert rendered(issue=issue).main == rendered().main


def test_pictures_are_numbered_in_page_order() -> None:
    document = rendered()
    assert [(file.name, file.copy_of) for file in document.beside[:-1]] == [
        (f"medium/images/01-2110.07858-{DIGEST}.png", "figures/2110.07858.png"),
        (f"medium/images/02-2110.02178-{DIGEST}.png", "figures/2110.02178.png"),
    ]
    assert Page(document.main.text).images == [
        f"https://example.org/n/images/01-2110.07858-{DIGEST}.png",
        f"https://example.org/n/images/02-2110.02178-{DIGEST}.png",
    ]


def test_an_id_with_a_slash_makes_a_file_name_without_one() -> None:
    entry = replace(ENTRIES[0], id="cs/0112017")
    issue = lay_out(replace(DRAFT, entries=(entry,)), LAYOUT)
    assert rendered(issue=issue).beside[0].name == f"medium/images/01-cs-0112017-{DIGEST}.png"


def of_an_entry(**parts: Any) -> Issue:
    return lay_out(replace(DRAFT, entries=(replace(ENTRIES[2], **parts),)), LAYOUT)


def test_a_long_id_makes_a_file_name_that_is_not_too_long() -> None:
    issue = of_an_entry(id="i" * 300, figure=Figure("a." + "p" * 200))
    name = rendered(issue=issue).beside[0].name
    assert name == f"medium/images/01-{'i' * 60}-{DIGEST}.{'p' * 9}"
    assert fnmatch(name, rendered(issue=issue).stale)


def test_a_suffix_is_as_harmless_as_the_rest_of_the_name() -> None:
    issue = of_an_entry(id="a`b\nc", figure=Figure("figures/x.p`n\ng"))
    assert rendered(issue=issue).beside[0].name == f"medium/images/01-a-b-c-{DIGEST}.p-n-g"


@pytest.mark.parametrize("entry_id", ["a`b", "``", "a\n# b", "a` [x](https://x.org) `b"])
def test_no_id_and_no_file_name_leaves_its_code_in_the_checklist(entry_id: str) -> None:
    issue = of_an_entry(id=entry_id, figure=Figure(f"figures/x.{entry_id}"))
    tokens = MarkdownIt("commonmark").parse(checklist(issue=issue._replace(slug=entry_id)))
    inline = [child for token in tokens for child in token.children or ()]
    codes = [token.content for token in inline if token.type == "code_inline"]
    assert " ".join(entry_id.split()) in codes
    assert rendered(issue=issue).beside[0].name.removeprefix("medium/") in codes
    assert len([token for token in tokens if token.type == "heading_open"]) == 7
    assert "https://x.org" not in [token.attrGet("href") for token in inline]


def test_a_changed_picture_gives_itself_and_the_page_another_name() -> None:
    before, after = (
        Medium(HOSTED, SamePicture(data)).render(sample_issue()) for data in (png(2), png(3))
    )
    assert before.main.name != after.main.name
    assert before.beside[0].name != after.beside[0].name
    assert before.beside[0].copy_of == after.beside[0].copy_of


def test_the_pictures_of_an_earlier_page_are_stale_and_nothing_else_is() -> None:
    document = rendered()
    stale = [file.name for file in document.beside if fnmatch(file.name, document.stale)]
    assert stale == [file.name for file in document.beside if file.copy_of]
    assert fnmatch("medium/images/07-an-id-0123abcd.png", document.stale)
    assert fnmatch("medium/images/100-an-id-0123abcd", document.stale)
    for of_the_curator in ("cover.png", "2021-cover.png", "10-things-to-see.png"):
        assert not fnmatch(f"medium/images/{of_the_curator}", document.stale)


def test_a_missing_picture_is_named() -> None:
    missing = SamePicture(missing=frozenset({"figures/2110.02178.png"}))
    with pytest.raises(InvalidFile, match=r"2110\.02178\.png"):
        Medium(HOSTED, missing).render(sample_issue())


@pytest.mark.parametrize("base", ["", "http://example.org/images"])
def test_without_an_https_address_pictures_are_to_be_uploaded(base: str) -> None:
    settings = MediumSettings(image_base_url=base)
    document = rendered(settings)
    assert Page(document.main.text).images[0] == f"images/01-2110.07858-{DIGEST}.png"
    assert f"- [ ] Upload `images/01-2110.07858-{DIGEST}.png`" in checklist(settings)
    assert [loss.done for loss in document.losses if "upload images/01" in loss.done]
    assert not [loss.what for loss in rendered().losses if "uploaded by hand" in loss.what]


def test_a_credit_is_a_paragraph_of_its_own() -> None:
    assert '<p class="credit"><em>Figure 1 of the paper</em></p>' in rendered().main.text


def test_the_address_of_a_card_stands_alone() -> None:
    assert (
        '<p class="card address">https://example.org/report?id=7&amp;lang=en#findings</p>'
        in rendered().main.text
    )


def test_the_checklist_names_cards_pictures_and_unread_texts() -> None:
    text = checklist()
    assert "Press Enter at the end of these 3 addresses." in text
    assert "- [ ] <https://example.org/report?id=7&lang=en#findings>" in text
    assert f"- [ ] Check `images/01-2110.07858-{DIGEST}.png`" in text
    assert "  - Alt text: `Shuffled patches [a|b]`" in text
    assert "- [ ] `2110.02178`: headline\n" in text
    assert "`issue-34_20211113_" in text


def test_the_checklist_has_up_to_five_tags_and_the_canonical_link() -> None:
    settings = MediumSettings(tags=tuple("abcdef"), canonical_url="https://example.org/34")
    assert "Tags: `a`, `b`, `c`, `d`, `e`\n" in checklist(settings)
    assert "Canonical link: <https://example.org/34>" in checklist(settings)
    assert "Tags: choose up to five" in checklist()


def test_the_checklist_of_an_empty_issue_leaves_out_what_there_is_not() -> None:
    text = checklist(issue=empty_issue())
    for absent in ("Pictures", "Link cards", "not yet read"):
        assert absent not in text
    assert "Subtitle: write one" in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize(
    ("highlight", "subtitle"),
    [
        ("Short, with [a link](https://x.org).", "Short, with a link."),
        ("word " * 40, "word " * 27 + "word…"),
        ("長" * 200, "長" * 139 + "…"),
    ],
)
def test_the_subtitle_is_made_of_the_highlights_and_fits(highlight: str, subtitle: str) -> None:
    issue = lay_out(replace(DRAFT, highlights=(Highlight(highlight),)), LAYOUT)
    assert len(subtitle) <= 140
    assert f"Subtitle: `{subtitle}`\n" in checklist(issue=issue)


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The temporary folder of this test alone."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def kept_templates(temporary: Path) -> list[Path]:
    return sorted(temporary.glob("*/*"))


def test_compiled_templates_are_kept_and_used_again(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered()
    assert [path.suffix for path in kept_templates(temporary)] == [".cache"] * 3
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)
    assert rendered() == first


def test_a_full_temporary_folder_does_not_matter(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered()
    for path in kept_templates(temporary):
        path.unlink()

    def full(path: Path, data: bytes) -> int:
        path.touch()
        raise OSError(errno.ENOSPC, f"no room for {len(data)} bytes")

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    assert rendered() == first
    assert kept_templates(temporary) == []


@pytest.mark.parametrize("place", ["a file", "missing", "."])
def test_without_a_temporary_folder_nothing_is_kept(
    place: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a file").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / place))
    assert "MobileViT" in rendered().main.text
    assert [path.name for path in tmp_path.iterdir()] == ["a file"]


@pytest.mark.parametrize("damage", ["emptied", "cut", "flipped"])
def test_a_damaged_template_is_compiled_and_kept_anew(
    damage: str, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = rendered()
    for path in kept_templates(temporary):
        content = path.read_bytes()
        damaged = {
            "emptied": b"",
            "cut": content[:-40],
            "flipped": content[:200] + bytes([content[200] ^ 1]) + content[201:],
        }
        path.write_bytes(damaged[damage])
    assert rendered() == first
    monkeypatch.setattr("jinja2.environment.Environment.compile", None)
    assert rendered() == first


def test_a_folder_in_place_of_a_kept_template_does_not_matter(temporary: Path) -> None:
    first = rendered()
    for path in kept_templates(temporary):
        path.unlink()
        path.mkdir()
    assert rendered() == first
    assert all(path.is_dir() for path in kept_templates(temporary))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no fifos")
def test_a_kept_template_that_is_no_file_is_replaced(temporary: Path) -> None:
    first = rendered()
    for path in kept_templates(temporary):
        path.unlink()
        os.mkfifo(path)
    assert rendered() == first
    assert all(path.is_file() for path in kept_templates(temporary))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_template_of_somebody_else_is_not_used(temporary: Path) -> None:
    first = rendered()
    kept = kept_templates(temporary)
    for path in kept:
        os.chown(path, 12345, -1)
    assert rendered() == first
    assert [path.stat().st_uid for path in kept] == [0, 0, 0]
