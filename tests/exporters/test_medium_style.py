"""What an issue says of its page, on the page for Medium and in what Medium loses of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from akira_cli.core.issue import Document, Issue, Loss
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Figure
from akira_cli.core.page import OwnPage
from akira_cli.core.settings import MediumSettings
from akira_cli.exporters._medium_rules import violations
from akira_cli.exporters.medium import Medium
from tests.exporters.pictures import PICTURES
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, sample_issue

HOSTED = MediumSettings(image_base_url="https://pictures.example.org/34")


def issue(**style: object) -> Issue:
    """The sample issue in a style of its own."""
    return lay_out(replace(DRAFT, page=OwnPage(style=tuple(style.items()))), LAYOUT)


def page(shown: Issue) -> str:
    return Medium(HOSTED, PICTURES).render(shown).main.text


def rules(before: str, html: str) -> int:
    """How many rules stand right before a text."""
    return len(re.findall(rf"<hr>\s*<[^>]*>{re.escape(before)}", html))


def test_headlines_are_bold_lines_or_headings() -> None:
    assert "<h3>" not in page(issue())
    assert page(issue()).count('<p class="headline"><a href=') == len(ENTRIES)
    assert page(issue(headline="heading")).count("<h3><a href=") == len(ENTRIES)


def test_one_headline_may_differ_from_the_rest() -> None:
    entries = (replace(ENTRIES[0], as_heading=True), *ENTRIES[1:])
    html = page(lay_out(replace(DRAFT, entries=entries), LAYOUT))
    assert html.count("<h3>") == 1


@pytest.mark.parametrize(
    ("style", "start"),
    [
        ({}, "<p>{title}<br>"),
        ({"title": "italic"}, "<p><em>{title}</em><br>"),
        ({"title_apart": True}, "<p>{title}</p>\n<p>"),
        ({"title": "italic", "title_apart": True}, "<p><em>{title}</em></p>\n<p>"),
    ],
)
def test_the_display_title_is_set_as_the_style_says(style: dict[str, object], start: str) -> None:
    assert start.format(title=ENTRIES[0].title) + "Transformers keep" in page(issue(**style))


@pytest.mark.parametrize(
    ("level", "tag"), [(0, '<p class="lead"><strong>'), (1, "<h2>"), (2, "<h3>"), (3, "<h3>")]
)
def test_groups_have_headings_of_their_level(level: int, tag: str) -> None:
    assert f"{tag}Odds &amp; Ends" in page(issue(group_level=level))


def test_rules_stand_where_the_style_says_and_nowhere_else() -> None:
    assert "<hr>" not in page(issue(separators=()))
    html = page(issue(separators=("contents",)))
    assert (html.count("<hr>"), rules("1. Featured", html)) == (1, 1)
    html = page(issue(separators=("headings",)))
    assert html.count("</h2>\n<hr>") == html.count("<hr>") == 4
    html = page(issue(separators=("trailer",)))
    assert (html.count("<hr>"), rules("About Me", html)) == (1, 1)


def test_a_closing_block_may_have_a_plain_line_and_no_rule() -> None:
    block = LAYOUT.trailer[1]._replace(as_heading=False, separated=False)
    html = page(lay_out(DRAFT, LAYOUT._replace(trailer=(LAYOUT.trailer[0], block))))
    assert '<p class="lead"><strong>About Me</strong></p>' in html
    assert rules("<strong>About Me", html) == 0


def losses(shown: Issue, settings: MediumSettings = HOSTED) -> tuple[Loss, ...]:
    return Medium(settings, PICTURES).render(shown).losses


def test_contents_with_a_gap_keep_their_numbers_as_text() -> None:
    own = OwnPage(contents=(("use-cases", False),))
    shown = lay_out(replace(DRAFT, page=own), LAYOUT)
    assert "<ul>\n<li>1. Featured" in page(shown)
    assert "<li>3. Papers</li>" in page(shown)
    assert [loss.where for loss in losses(shown)].count("the contents") == 1
    from_two = lay_out(replace(DRAFT, page=OwnPage(contents=(("featured", False),))), LAYOUT)
    assert "<ul>\n<li>2. Machine" in page(from_two)
    assert "the contents" in [loss.where for loss in losses(from_two)]
    assert "the contents" not in [loss.where for loss in losses(sample_issue())]


def with_figure(figure: Figure) -> Document:
    shown = lay_out(replace(DRAFT, entries=(replace(ENTRIES[0], figure=figure),)), LAYOUT)
    return Medium(HOSTED, PICTURES).render(shown)


def test_caption_and_credit_are_paragraphs_below_the_picture_and_in_the_checklist() -> None:
    document = with_figure(Figure("figures/a.png", "Alt", "By Ada", "What it shows"))
    assert (
        '</figure>\n<p class="credit"><em>What it shows</em></p>\n'
        '<p class="credit"><em>By Ada</em></p>'
    ) in document.main.text
    (checklist,) = (file.text for file in document.beside if file.name.endswith("checklist.md"))
    assert "  - Caption, in the paragraph below it: `What it shows`\n" in checklist
    assert "  - Credit, in the paragraph below it: `By Ada`\n" in checklist
    (loss,) = (one for one in document.losses if "picture of" in one.where)
    assert loss.what == "it drops the alt text; it drops captions"
    assert loss.done == "checklist.md has it; caption and credit are a paragraph below it"


def test_a_picture_with_nothing_to_lose_is_no_loss_where_medium_can_fetch_it() -> None:
    where = [loss.where for loss in with_figure(Figure("figures/a.png")).losses]
    assert "the picture of '2110.07858'" not in where


def test_tags_past_the_fifth_and_long_ones_are_told() -> None:
    tags = ("ML", "x" * 26, "AI", "News", "Papers", "Weekly", "Sixth")
    told = [loss.where for loss in losses(sample_issue(), HOSTED._replace(tags=tags))]
    assert [where for where in told if where.startswith("the tag")] == [
        f"the tag '{'x' * 26}'",
        "the tag 'Sixth'",
    ]


def test_a_title_medium_would_ignore_is_told() -> None:
    assert not [loss for loss in losses(issue()._replace(title="x" * 100)) if "title" in loss.what]
    (told,) = [
        loss for loss in losses(issue()._replace(title="x" * 101)) if "characters" in loss.what
    ]
    assert (told.where, told.what) == (
        "the title",
        "Medium ignores titles of more than 100 characters",
    )


OWN_PAGE = """\
<!doctype html>
<html><head><meta charset="utf-8"><title>{{ issue.title }}{{ "!" * 80 }}</title></head>
<body><h1>{{ issue.title }}{{ "!" * 80 }}</h1>
{% for picture in pictures.values() %}<p><img src="{{ picture.address }}"></p>{% endfor %}
<p><img src="logo.png"></p>
</body></html>
"""


@pytest.mark.parametrize("base", ["", "https://pictures.example.org/34"])
def test_what_a_template_of_ones_own_breaks_is_told_with_the_reason(
    base: str, tmp_path: Path
) -> None:
    (tmp_path / "medium.html.j2").write_text(OWN_PAGE, encoding="utf-8")
    settings = MediumSettings(image_base_url=base)
    document = Medium(settings, PICTURES, str(tmp_path)).render(sample_issue())
    done = "nothing: mend the draft or the template"
    length = len(sample_issue().title) + 80
    assert [loss for loss in document.losses if loss.where.startswith("line")] == [
        Loss(
            "line 3 of the page",
            f"the title has {length} characters: a title has at most 100 characters, as Medium "
            "ignores a longer one",
            done,
        ),
        Loss(
            "line 5 of the page",
            "'logo.png' is no public https address: a picture is at a public https address, as "
            "Medium fetches it from there",
            done,
        ),
    ]


def test_pictures_that_only_seem_to_be_public_are_told() -> None:
    told = losses(sample_issue(), MediumSettings(image_base_url="https://localhost/34"))
    assert len([loss for loss in told if "no public https address" in loss.what]) == 2


def test_a_picture_of_a_kind_medium_does_not_take_is_told() -> None:
    document = with_figure(Figure("figures/a.webp"))
    assert any("webp" in loss.what for loss in document.losses)


@pytest.mark.parametrize("level", range(4))
@pytest.mark.parametrize("headline", ["bold", "heading"])
def test_every_style_keeps_to_mediums_rules(level: int, headline: str) -> None:
    separators = ("highlights", "contents", "headings", "sections", "trailer")
    shown = issue(group_level=level, headline=headline, title="italic", separators=separators)
    document = Medium(HOSTED, PICTURES).render(shown)
    assert violations(document.main.text, document.main.name) == ()
