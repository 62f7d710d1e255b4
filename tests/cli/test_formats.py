"""`akira formats`, templates that become formats, and kinds of labels for new drafts."""

from __future__ import annotations

import json

import pytest

from tests.cli.command_line import Akira, Screen

SHIPPED = {"json", "markdown", "medium"}
HUGO = """\
---
title: "{{ issue.title }}"
---
{% for entry in issue.entries %}
- [{{ entry.headline | escape_markdown }}]({{ entry.url }})
{%- endfor %}
"""


def put(akira: Akira, name: str, text: str = HUGO) -> None:
    folder = akira.folder / "templates"
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_each_format_has_one_line(akira: Akira) -> None:
    screen = akira("formats")
    assert (screen.code, screen.stderr) == (0, "")
    lines = [line.split(maxsplit=1) for line in screen.stdout.splitlines()]
    names = [name for name, _ in lines]
    assert set(names) >= SHIPPED
    assert names == sorted(set(names))
    assert all(description for _, description in lines)


def test_descriptions_stand_below_each_other(akira: Akira) -> None:
    lines = akira.done("formats").splitlines()
    names = [line.split()[0] for line in lines]
    column = max(map(len, names)) + 2
    assert [line[:column].rstrip() for line in lines] == names
    assert all(line[column] != " " for line in lines)


def test_the_formats_as_json(akira: Akira) -> None:
    listed = akira("formats --json").json
    assert all(set(one) == {"name", "description"} for one in listed)
    shown = [line.split(maxsplit=1) for line in akira.done("formats").splitlines()]
    assert [[one["name"], one["description"]] for one in listed] == shown


def test_formats_are_listed_without_a_workspace(nowhere: Akira) -> None:
    names = {line.split()[0] for line in nowhere.done("formats").splitlines()}
    assert names >= SHIPPED


@pytest.mark.parametrize("name", sorted(SHIPPED))
def test_every_format_listed_can_be_exported(filled: Akira, name: str) -> None:
    assert filled(f"export -f {name} --output -").code == 0


def test_a_template_of_the_curators_is_a_format(filled: Akira) -> None:
    put(filled, "hugo.md.j2")
    put(filled, "_part.md.j2")
    own = [line for line in filled.done("formats").splitlines() if "your own" in line]
    assert [line.split(maxsplit=1) for line in own] == [
        ["hugo", "your own template, templates/hugo.md.j2"]
    ]
    path = filled.done("export -f hugo").strip()
    assert path == "exports/issue-001/hugo/issue-001.md"
    assert (filled.folder / path).read_text() == (
        '---\ntitle: "Machine Learning News — Issue #1"\n---\n\n'
        "- [Light and mobile](https://arxiv.org/abs/2110.02178)\n"
        "- [Without people](https://arxiv.org/abs/2109.13228)\n"
    )


def test_it_is_among_the_known_formats_of_an_error(filled: Akira) -> None:
    put(filled, "hugo.md.j2")
    hint = filled("export -f pdf --json").error["hint"]
    assert "hugo" in hint.removeprefix("formats: ").split(", ")


def test_it_may_stand_in_place_of_a_format(filled: Akira) -> None:
    put(filled, "json.txt.j2", "{{ issue.label }}\n")
    assert filled.done("export -f json --output -") == "Issue #1\n"
    names = [one["name"] for one in filled("formats --json").json]
    assert names.count("json") == 1


def test_its_pictures_are_copied_beside_it(filled: Akira) -> None:
    put(filled, "hugo.md.j2")
    draft = filled.draft()
    draft.write_text(draft.read_text() + '[entries.figure]\nfile = "figures/a.png"\n')
    missing = filled("export -f hugo")
    assert (missing.code, missing.stdout) == (1, "")
    line = filled.draft().read_text().splitlines().index('file = "figures/a.png"') + 1
    place = f"drafts/issue-001.toml:{line}"
    assert f"error: {place}: there is no figure 'drafts/figures/a.png'\n" in missing.stderr
    (filled.folder / "drafts" / "figures").mkdir(exist_ok=True)
    (filled.folder / "drafts" / "figures" / "a.png").write_bytes(b"PNG")
    page = filled.folder / filled.done("export -f hugo").strip()
    assert (page.parent / "figures" / "a.png").read_bytes() == b"PNG"


def test_a_mistake_in_it_is_told_with_its_line_and_nothing_is_written(filled: Akira) -> None:
    put(filled, "hugo.md.j2", "one\n{{ issue.titel }}\n")
    screen = filled("export -f hugo")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: templates/hugo.md.j2:2: ")
    assert "has no attribute 'titel'\nhint: https://jinja." in screen.stderr
    assert filled("export -f hugo --json").error["slug"] == "invalid-file"
    assert not (filled.folder / "exports").exists()


@pytest.mark.parametrize(
    ("options", "label", "name", "number"),
    [
        ("--kind issue --date 2021-11-13", "Issue #1", "issue-001", 1),
        ("--kind number --date 2021-11-13", "#1", "issue-001", 1),
        ("--kind week --date 2021-03-27", "Week 12, 2021", "week-12-2021", None),
        ("--kind week --date 2021-01-01", "Week 53, 2020", "week-53-2020", None),
        ("--kind month --date 2021-11-30", "November 2021", "november-2021", None),
        ("--kind week --date 2021-03-27 --number 7", "Week 12, 2021", "issue-007", 7),
    ],
)
def test_a_new_draft_is_labelled_by_its_kind(
    akira: Akira, options: str, label: str, name: str, number: int | None
) -> None:
    made = akira(f"draft new {options} --json").json
    assert made == {"draft": name, "label": label, "path": f"drafts/{name}.toml"}
    (listed,) = json.loads(akira.done("draft list --json"))["drafts"]
    assert listed["number"] == number


def test_a_kind_of_the_config_is_known_and_one_may_be_the_usual(akira: Akira) -> None:
    (akira.folder / "config.toml").write_text(
        "[newsletter]\nlabel = 'week'\n[labels.day]\nlabel = 'News of {date}'\n"
    )
    assert akira.done("draft new --date 2021-03-27") == (
        "began Week 12, 2021: drafts/week-12-2021.toml\n"
    )
    assert akira.done("draft new --kind day --date 2021-03-27") == (
        "began News of 2021-03-27: drafts/issue-001.toml\n"
    )


def test_the_same_week_is_not_begun_twice(akira: Akira) -> None:
    akira.done("draft new --kind week --date 2021-03-22")
    assert akira("draft new --kind week --date 2021-03-28 --json").error["slug"] == "draft-exists"


def test_an_unknown_kind_is_told_with_the_known_ones(akira: Akira) -> None:
    assert akira("draft new --kind weekly") == Screen(
        2,
        "",
        "error: there is no kind of label 'weekly'\nhint: kinds: issue, number, week, month\n",
    )


def test_a_kind_and_a_label_are_one_too_many(akira: Akira) -> None:
    assert akira("draft new --kind week --label Special") == Screen(
        2,
        "",
        "error: --kind 'week' makes a label, --label 'Special' is one\nhint: give one\n",
    )
    assert list((akira.folder / "drafts").iterdir()) == []
