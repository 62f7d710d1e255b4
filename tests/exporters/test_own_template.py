"""A template of the curator's is a format."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.core.issue import DocumentFile
from akira_cli.exporters._own_template import OwnTemplate, own_templates
from akira_cli.exporters._templates import SHIPPED
from akira_cli.ports import Exporter
from tests.exporters.sample_issue import empty_issue, sample_issue

HUGO = """\
---
title: {{ issue.label | tojson }}
date: {{ issue.date }}
---
{% for entry in issue.entries %}
## [{{ entry.headline | escape_markdown }}]({{ entry.tracked_url }})
{% endfor %}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "templates"
    made.mkdir()
    return made


def put(folder: Path, name: str, text: str = "") -> OwnTemplate:
    (folder / name).write_text(text, encoding="utf-8")
    return OwnTemplate(folder / name)


def names(folder: Path) -> list[str]:
    return list(own_templates(folder))


def test_its_name_and_what_it_makes_follow_from_the_files_name(folder: Path) -> None:
    exporter: Exporter = put(folder, "hugo.md.j2", HUGO)
    assert exporter.name == "hugo"
    assert exporter.description == "your own template, templates/hugo.md.j2"
    document = exporter.render(sample_issue())
    assert document.main.name == "hugo/issue-034.md"
    head = '---\ntitle: "Issue #34"\ndate: 2021-11-13\n---\n'
    assert document.main.text.startswith(head)
    assert document.main.text.count("\n## [") == len(sample_issue().entries)


def test_the_pictures_are_copied_beside_it_once_each(folder: Path) -> None:
    issue = sample_issue()
    twice = issue._replace(sections=(*issue.sections, *issue.sections))
    assert put(folder, "hugo.md.j2").render(twice).beside == (
        DocumentFile("hugo/figures/2110.07858.png", copy_of="figures/2110.07858.png"),
        DocumentFile("hugo/figures/2110.02178.png", copy_of="figures/2110.02178.png"),
    )


def test_what_is_shown_as_text_is_told(folder: Path) -> None:
    losses = put(folder, "hugo.md.j2").render(sample_issue()).losses
    assert [loss.where for loss in losses] == ["the summary of 'cs/0112017'"]
    assert put(folder, "hugo.md.j2").render(empty_issue()).losses == ()


def test_an_extension_may_have_several_parts(folder: Path) -> None:
    assert put(folder, "site.en.html.j2", "<p>{{ '<' }}").render(empty_issue()).main == (
        DocumentFile("site/week-1.en.html", "<p>&lt;")
    )


def test_a_mistake_is_told_with_file_and_line(folder: Path) -> None:
    exporter = put(folder, "hugo.md.j2", "\n{{ issue.titel }}")
    with pytest.raises(InvalidFile, match=r"^templates/hugo\.md\.j2:2: .*'titel'"):
        exporter.render(sample_issue())


def test_the_formats_are_listed_by_name(folder: Path) -> None:
    for name in ("zola.md.j2", "hugo.md.j2", "a b.txt.j2"):
        put(folder, name)
    assert names(folder) == ["a b", "hugo", "zola"]
    assert own_templates(folder)["zola"] == folder / "zola.md.j2"


@pytest.mark.parametrize("name", ["hugo.md.j2", "hugo.txt.j2", "site.en.html.j2"])
def test_a_format_goes_by_the_name_it_is_listed_under(folder: Path, name: str) -> None:
    put(folder, name)
    ((listed, file),) = own_templates(folder).items()
    assert OwnTemplate(file).name == listed


def test_two_of_one_name_are_told_with_both_files(folder: Path) -> None:
    for name in ("hugo.txt.j2", "zola.md.j2", "hugo.md.j2"):
        put(folder, name)
    with pytest.raises(InvalidFile) as caught:
        own_templates(folder)
    message = "templates/hugo.md.j2 and templates/hugo.txt.j2 are both the format 'hugo'"
    assert caught.value.message == message
    assert "rename one of them" in caught.value.hint


def test_a_folder_is_no_template(folder: Path) -> None:
    (folder / "hugo.md.j2").mkdir()
    assert names(folder) == []


@pytest.mark.parametrize(
    "name",
    ["_part.md.j2", ".#hugo.md.j2", ".hidden.md.j2", "part.j2", "hugo.md", "hugo.md.j2~", ".j2"],
)
def test_what_is_no_format_is_not_listed(folder: Path, name: str) -> None:
    put(folder, name)
    assert names(folder) == []


def test_a_template_in_place_of_a_shipped_one_is_no_format(folder: Path) -> None:
    for path in SHIPPED.iterdir():
        put(folder, path.name)
    assert names(folder) == []


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    assert own_templates(tmp_path / "nowhere") == {}
