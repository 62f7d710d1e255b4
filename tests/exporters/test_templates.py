"""Templates: the curator's own go first, and what is wrong in one is told with its line."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, TemplateSyntaxError, UndefinedError

from akira_cli.core.errors import InvalidFile
from akira_cli.exporters import _templates
from akira_cli.exporters._templates import SHIPPED, Templates
from tests.exporters.sample_issue import sample_issue

NAMES = sorted(path.name for path in SHIPPED.iterdir())
CHECKLIST = "medium_checklist.md.j2"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "templates"
    folder.mkdir()
    return folder


def put(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def error_of(own: Path, name: str) -> InvalidFile:
    with pytest.raises(InvalidFile) as caught:
        Templates(str(own)).render(name, issue=sample_issue())
    return caught.value


@pytest.mark.parametrize("name", NAMES)
def test_every_shipped_template_compiles(name: str) -> None:
    source = (SHIPPED / name).read_text(encoding="utf-8")
    filters = Templates("")._environment.filters  # noqa: SLF001  # their names are looked up
    environment = Environment(loader=DictLoader({name: source}), autoescape=True)
    environment.filters.update(filters)
    environment.get_template(name)


def test_there_are_shipped_templates() -> None:
    assert "medium.html.j2" in NAMES
    assert all(name.endswith(".j2") for name in NAMES)


@pytest.mark.parametrize("folder", ["", "/nowhere/at/all"])
def test_without_templates_of_their_own_the_curator_has_the_shipped_ones(folder: str) -> None:
    with pytest.raises(UndefinedError):  # nothing of the curator's: a mistake of ours
        Templates(folder).render(CHECKLIST)


def test_the_curators_own_goes_first_and_the_others_stay(own: Path) -> None:
    put(own, CHECKLIST, "Mine: {{ issue.label }}\n")
    templates = Templates(str(own))
    assert templates.render(CHECKLIST, issue=sample_issue()) == "Mine: Issue #34\n"
    (own / CHECKLIST).unlink()
    assert "Mine" not in Templates(str(own)).render(
        CHECKLIST,
        issue=sample_issue(),
        **dict.fromkeys(("page", "subtitle", "canonical_url"), "x"),
        **dict.fromkeys(("pictures", "cards", "unread", "tags"), ()),
        hosted=True,
    )


def test_a_template_of_their_own_may_use_others(own: Path) -> None:
    put(own, "_line.md.j2", "[{{ issue.label }}]")
    put(own, "a.md.j2", "{% include '_line.md.j2' %} {% include 'parts/b.j2' %}")
    put(own, "parts/b.j2", "below")
    assert Templates(str(own)).render("a.md.j2", issue=sample_issue()) == "[Issue #34] below"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.html.j2", "&lt;b&gt; <em>x</em> &amp;"),
        ("a.htm.j2", "&lt;b&gt; <em>x</em> &amp;"),
        ("a.xhtml.j2", "&lt;b&gt; <em>x</em> &amp;"),
        ("a.xml.j2", "&lt;b&gt; <em>x</em> &amp;"),
        ("a.en.HTML.j2", "&lt;b&gt; <em>x</em> &amp;"),
        ("a.md.j2", "<b> <em>x</em> &"),
        ("a.txt.j2", "<b> <em>x</em> &"),
    ],
)
def test_values_are_escaped_where_the_target_is_markup(own: Path, name: str, expected: str) -> None:
    put(own, name, "{{ '<b>' }} {{ '*x*' | inline }} {{ '&' }}")
    assert Templates(str(own)).render(name) == expected


def test_the_filters_make_html_and_markdown(own: Path) -> None:
    put(
        own,
        "a.html.j2",
        "{{ text | inline }}|{{ text | paragraphs | join('|') }}|"
        "{{ '*' | escape_markdown }}|{{ 'a`b' | code }}",
    )
    made = Templates(str(own)).render("a.html.j2", text="a <b> *c*\n\nd")
    assert made == r"a &lt;b&gt; <em>c</em>  d|a &lt;b&gt; <em>c</em>|d|\*|`` a`b ``"


def test_control_characters_are_taken_out(own: Path) -> None:
    put(own, "a.md.j2", "a{{ '\\x1b' }}[31m\x07b\n")
    assert Templates(str(own)).render("a.md.j2") == "a[31mb\n"


def test_half_a_character_is_replaced(own: Path) -> None:
    put(own, "a.md.j2", "a{{ '\\ud800' }}b{{ '\\udfff' }}\n")
    assert Templates(str(own)).render("a.md.j2") == "a\ufffdb\ufffd\n"


WRONG = [
    ("one\n{% if %}\n", 2, "Expected an expression, got 'end of statement block'"),
    ("{% for x in y %}\n\n", 1, "Unexpected end of template."),
    ("one\ntwo {{ nope }}\n", 2, "'nope' is undefined"),
    ("\n\n{{ issue.labell }}\n", 3, "has no attribute 'labell'"),
    ("\n{{ 'x' | nope }}\n", 2, "No filter named 'nope'."),
    ("\n{{ 1 // 0 }}\n", 2, "by zero"),
    ("\n{{ 'a' + 1 }}\n", 2, "can only concatenate str"),
    ("\n{% include 'nope.j2' %}\n", 2, "'nope.j2' not found"),
    ("\n\n{% include 'a.md.j2' %}\n", 3, "recursion"),
    ("{% macro m(x) %}\n{{ x.y }}\n{% endmacro %}\n\n{{ m(1) }}\n", 2, "has no attribute 'y'"),
]


@pytest.mark.parametrize(("text", "line", "what"), WRONG)
def test_what_is_wrong_is_told_with_file_and_line(
    own: Path, text: str, line: int, what: str
) -> None:
    put(own, "a.md.j2", text)
    for _ in range(2):  # compiled, and as kept from before
        error = error_of(own, "a.md.j2")
        assert error.message.startswith(f"templates/a.md.j2:{line}: ")
        assert what in error.message
        assert "\n" not in error.message
        assert error.hint.startswith("https://jinja.palletsprojects.com/")


@pytest.mark.parametrize(
    ("part", "text"), [("_part.md.j2", "\n\n{{ nope }}"), ("parts/part.md.j2", "\n\n{% nope %}")]
)
def test_a_fault_in_a_part_is_told_of_the_part(own: Path, part: str, text: str) -> None:
    put(own, part, text)
    put(own, "a.md.j2", f"\n{{% include '{part}' %}}")
    assert error_of(own, "a.md.j2").message.startswith(f"templates/{part}:3: ")


def test_so_it_is_when_a_shipped_template_uses_the_part(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped"
    put(shipped, "page.html.j2", "{% include 'style.css.j2' %}")
    put(shipped, "style.css.j2", "body {}")
    monkeypatch.setattr(_templates, "SHIPPED", shipped)
    assert Templates(str(own)).render("page.html.j2") == "body {}"
    put(own, "style.css.j2", "\n{{ nope }}")
    assert error_of(own, "page.html.j2").message == "templates/style.css.j2:2: 'nope' is undefined"


def test_a_fault_of_ours_is_not_told_as_the_curators(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped"
    put(shipped, "page.html.j2", "\n{% nope %}")
    monkeypatch.setattr(_templates, "SHIPPED", shipped)
    put(own, "other.html.j2", "fine")
    with pytest.raises(TemplateSyntaxError):
        Templates(str(own)).render("page.html.j2")


def test_a_template_that_is_no_text_is_named(own: Path) -> None:
    (own / "a.md.j2").write_bytes(b"\n\xff\n")
    assert error_of(own, "a.md.j2").message == (
        "templates/a.md.j2:2: 'utf-8' codec can't decode byte 0xff in position 1: "
        "invalid start byte"
    )


def test_a_part_that_is_no_text_is_named_and_not_what_includes_it(own: Path) -> None:
    put(own, "a.md.j2", "{% include '_x.md.j2' %}")
    (own / "_x.md.j2").write_bytes(b"caf\xe9 au lait")
    assert error_of(own, "a.md.j2").message.startswith("templates/_x.md.j2:1: 'utf-8' codec")


def test_a_part_of_a_shipped_template_that_is_no_text_is_named(
    own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shipped = tmp_path / "shipped"
    put(shipped, "page.html.j2", "{% include 'style.css.j2' %}")
    put(shipped, "style.css.j2", "body {}")
    monkeypatch.setattr(_templates, "SHIPPED", shipped)
    (own / "style.css.j2").write_bytes("/* größer */".encode("utf-16"))
    assert error_of(own, "page.html.j2").message.startswith("templates/style.css.j2:1: 'utf-8'")


@pytest.mark.parametrize("name", ["a.md.j2", "_deep.md.j2"])
def test_what_python_refuses_is_told_at_the_templates_first_line(own: Path, name: str) -> None:
    put(own, "a.md.j2", "{% include '_deep.md.j2' %}")
    put(own, name, "{% if 1 %}" * 200 + "{% endif %}" * 200)
    message = error_of(own, "a.md.j2").message
    assert re.fullmatch(rf"templates/{name}:1: too many [a-z ]+", message)


def test_a_template_that_changed_is_used_as_it_is_now(own: Path) -> None:
    for text in ("one", "two", "{{ nope }}", "three"):
        put(own, "a.md.j2", text)
        if "nope" in text:
            assert error_of(own, "a.md.j2").message == "templates/a.md.j2:1: 'nope' is undefined"
        else:
            assert Templates(str(own)).render("a.md.j2") == text
