"""The e-mail: its page, what travels with it, and what mail programs would drop."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import default
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.issue import ContentsLine, Document, Issue, Loss
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft, Figure, Highlight
from akira_cli.core.page import Card, Style
from akira_cli.core.settings import EmailSettings, Settings, TextSettings
from akira_cli.exporters._plain_text import plain_text
from akira_cli.exporters.email import build
from akira_cli.ports import Pictures
from tests.exporters.pictures import PICTURES, SamePicture, png
from tests.exporters.sample_issue import DRAFT, ENTRIES, LAYOUT, SCRIPT, empty_issue, sample_issue

SENDER = EmailSettings(sender="Akira <akira@example.org>")
HOSTED = SENDER._replace(image_base_url="https://example.org/n/pictures/")
VOID = {"meta", "img", "br"}


class Tag:
    """An element: its name, its attributes, and the names of the elements it stands in."""

    def __init__(self, name: str, attributes: Mapping[str, str], within: tuple[str, ...]) -> None:
        self.name, self.attributes, self.within = name, attributes, within


class Html(HTMLParser):
    """The elements of a page, their rules, and the words in its body."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[Tag] = []
        self.words = ""
        self.rules = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def named(self, *names: str) -> list[Tag]:
        return [tag for tag in self.tags if tag.name in names]

    def values(self, name: str, attribute: str) -> list[str]:
        return [tag.attributes[attribute] for tag in self.named(name)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append(Tag(tag, attributes, tuple(self._open)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            self.rules += data
        elif "body" in self._open:
            self.words += data


def rendered(
    issue: Issue | None = None,
    settings: EmailSettings = SENDER,
    pictures: Pictures = PICTURES,
    **others: Any,
) -> Document:
    everything = Settings(layout=LAYOUT, email=settings, **others)
    return build(everything, pictures).render(issue or sample_issue())


def html_of(issue: Issue | None = None, settings: EmailSettings = SENDER) -> str:
    return rendered(issue, settings).main.text


def message_of(document: Document) -> EmailMessage:
    message = BytesParser(EmailMessage, policy=default).parsebytes(
        document.beside[0].text.encode("ascii")
    )
    assert isinstance(message, EmailMessage)
    return message


def part_of(document: Document, kind: str) -> str:
    part = message_of(document).get_body((kind,))
    assert part is not None
    content = part.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def losses_of(document: Document, where: str) -> list[Loss]:
    return [loss for loss in document.losses if loss.where == where]


def issue_with(**changes: Any) -> Issue:
    """The sample issue of a draft with other parts."""
    return lay_out(replace(DRAFT, **changes), LAYOUT)


def styled(**style: Any) -> Issue:
    return lay_out(DRAFT, LAYOUT._replace(style=Style(**style)))


def preheader_of(issue: Issue, settings: EmailSettings = SENDER) -> str:
    """What stands before the padding."""
    found = re.search(r'<div class="preheader"[^>]*>([^\u034f]*)', html_of(issue, settings))
    return found[1] if found else ""


# the files and the message


def test_the_page_the_message_and_the_pictures_are_the_files() -> None:
    document = rendered()
    files = [(file.name, file.copy_of) for file in (document.main, *document.beside)]
    assert files == [
        ("email/issue-034.html", None),
        ("email/issue-034.eml", None),
        ("email/figures/2110.07858.png", "figures/2110.07858.png"),
        ("email/figures/2110.02178.png", "figures/2110.02178.png"),
    ]


def test_the_headers_say_who_what_and_when_and_nothing_of_recipients() -> None:
    message = message_of(rendered())
    assert message["From"] == "Akira <akira@example.org>"
    assert message["Subject"] == "Akira’s Machine Learning News — Issue #34"
    assert message["Date"].datetime == datetime(2021, 11, 13, 12, tzinfo=UTC)
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])
    assert (message["MIME-Version"], message["Content-Language"]) == ("1.0", "en")
    assert not {"To", "Cc", "Bcc"} & set(message.keys())


def test_a_subject_pattern_is_filled_in_and_stays_on_one_line() -> None:
    issue = issue_with(label="第 34 期 🌟\nBcc: someone@example.org")
    settings = SENDER._replace(subject="{label} | {name}\r\n {title}")
    message = message_of(rendered(issue, settings))
    label = "第 34 期 🌟 Bcc: someone@example.org"
    name = "Akira’s Machine Learning News"
    assert message["Subject"] == f"{label} | {name} {name} — {label}"
    assert "Bcc" not in message


def test_an_empty_subject_is_the_title() -> None:
    message = message_of(rendered(settings=SENDER._replace(subject="")))
    assert message["Subject"] == sample_issue().title


def test_text_comes_first_and_is_the_plain_text_of_the_issue() -> None:
    document = rendered(text=TextSettings(width=50))
    types = [part.get_content_type() for part in message_of(document).iter_parts()]
    assert types == ["text/plain", "multipart/related"]
    assert part_of(document, "plain") == plain_text(sample_issue(), 50)


def test_the_pictures_of_the_message_are_those_its_page_refers_to() -> None:
    class Drawn:
        def read(self, file: str) -> bytes:
            return png(len(file), 600)

    two = replace(ENTRIES[0], id="second", figure=replace(ENTRIES[0].figure or Figure("")))
    long_name = replace(ENTRIES[0], id="third", figure=Figure("figures/日本 & 'x'.png"))
    document = rendered(issue_with(entries=(ENTRIES[0], two, long_name)), pictures=Drawn())
    page = Html(part_of(document, "html"))
    parts = [part for part in message_of(document).walk() if part["Content-ID"]]
    present = {part["Content-ID"].strip("<>"): part.get_content() for part in parts}
    referred = [source.removeprefix("cid:") for source in page.values("img", "src")]
    assert set(referred) == set(present)
    assert len(present) == len(parts) == 2
    assert present[referred[0]] == present[referred[1]] == png(len("figures/2110.07858.png"), 600)
    assert present[referred[2]] == png(len("figures/日本 & 'x'.png"), 600)
    assert Html(document.main.text).values("img", "src")[2] == (
        "figures/%E6%97%A5%E6%9C%AC%20%26%20%27x%27.png"
    )


def test_the_page_is_that_of_the_message_with_files_for_pictures() -> None:
    document = rendered()
    sent = re.sub(r"cid:[0-9a-f]{32}@akira", "PICTURE", part_of(document, "html"))
    assert sent == re.sub(r"figures/[\d.]+png", "PICTURE", document.main.text)


def test_pictures_on_the_web_are_linked_and_none_travels_or_is_copied() -> None:
    document = rendered(settings=HOSTED)
    page = Html(document.main.text)
    assert page.values("img", "src") == [
        "https://example.org/n/pictures/2110.07858.png",
        "https://example.org/n/pictures/2110.02178.png",
    ]
    assert [file.name for file in document.beside] == ["email/issue-034.eml"]
    assert document.main.text == part_of(document, "html")
    types = [part.get_content_type() for part in message_of(document).iter_parts()]
    assert types == ["text/plain", "text/html"]
    assert losses_of(document, "pictures") == []


def test_pictures_that_only_http_serves_travel_in_the_message_and_it_is_told() -> None:
    document = rendered(settings=SENDER._replace(image_base_url="http://example.org/n"))
    assert 'src="cid:' in part_of(document, "html")
    (loss,) = losses_of(document, "pictures")
    assert "'http://example.org/n'" in loss.what
    assert loss.done == "they travel in the message"


def test_the_same_issue_is_the_same_message_and_no_line_is_too_long() -> None:
    text = rendered().beside[0].text
    assert text == rendered().beside[0].text
    assert text.isascii()
    assert max(map(len, text.split("\r\n"))) <= 78
    assert "\n" not in text.replace("\r\n", "")


@pytest.mark.parametrize(
    ("sender", "what"),
    [
        ("", "the message has no sender"),
        ("明@example.org", "'明@example.org' is no mail address that every server takes"),
    ],
)
def test_a_message_without_a_sender_is_told(sender: str, what: str) -> None:
    document = rendered(settings=EmailSettings(sender=sender))
    assert "From" not in message_of(document)
    assert [loss.what for loss in losses_of(document, "the From header")] == [what]


def test_a_missing_picture_is_named() -> None:
    missing = SamePicture(missing=frozenset({"figures/2110.02178.png"}))
    with pytest.raises(InvalidFile, match=re.escape("'drafts/figures/2110.02178.png'")):
        rendered(pictures=missing)


# what mail programs drop


def test_the_sample_loses_only_what_every_target_shows_as_text() -> None:
    assert {loss.where for loss in rendered().losses} == {"the summary of 'cs/0112017'"}


@pytest.mark.parametrize(
    ("file", "data", "media_type"),
    [
        ("figures/a.svg", b"<svg/>", "image/svg+xml"),
        ("figures/a.WEBP", b"RIFF----WEBP", "image/webp"),
        ("figures/a", b"?", "application/octet-stream"),
    ],
)
def test_a_picture_outlook_does_not_show_is_told(file: str, data: bytes, media_type: str) -> None:
    issue = issue_with(entries=(replace(ENTRIES[0], figure=Figure(file)),))
    document = rendered(issue, pictures=SamePicture(data))
    assert [part.get_content_type() for part in message_of(document).walk()][-1] == media_type
    (loss,) = losses_of(document, "the picture of '2110.07858'")
    assert "Outlook" in loss.what
    assert Html(document.main.text).values("img", "width") == ["552"]


def long_issue(letters: int) -> Issue:
    """Three entries with long summaries, the second the longest."""
    lengths = (letters, letters + 30_000, letters + 5_000)
    entries = [replace(ENTRIES[4], id=f"e{n}", summary="x" * n) for n in lengths]
    return issue_with(entries=tuple(entries))


def test_a_message_gmail_would_cut_says_its_size_and_what_to_cut() -> None:
    issue = long_issue(30_000)
    document = rendered(issue)
    size = len(document.main.text.encode())
    (loss,) = losses_of(document, "the message")
    kilobytes = f"{size / 1000:.1f}"
    assert loss.what == f"the message has {kilobytes} KB, Gmail hides what is behind 102 KB"

    def saved(entry_id: str) -> float:
        (section,) = issue.sections
        kept = tuple(entry for entry in section.entries if entry.id != entry_id)
        without = issue._replace(sections=(section._replace(entries=kept),))
        return (size - len(html_of(without).encode())) / 1000

    assert loss.done == (
        f"nothing: cut about {size / 1000 - 90:.1f} KB; the largest entries are "
        f"'e60000' ({saved('e60000'):.1f} KB), 'e35000' ({saved('e35000'):.1f} KB), "
        f"'e30000' ({saved('e30000'):.1f} KB)"
    )


def test_the_size_is_measured_in_bytes_and_told_from_90_kilobytes_on() -> None:
    def issue(letters: int) -> Issue:
        return issue_with(entries=(replace(ENTRIES[4], summary="語" * letters),))

    fits = (90_000 - len(html_of(issue(0)).encode())) // 3 - 100
    assert losses_of(rendered(issue(fits)), "the message") == []
    (loss,) = losses_of(rendered(issue(fits + 200)), "the message")
    assert loss.what == (
        "the message has 90.4 KB, Gmail hides what is behind 102 KB, "
        "counting what a sender's tracking adds"
    )


# the page


@pytest.mark.parametrize("issue", [sample_issue(), empty_issue()], ids=["full", "empty"])
def test_no_element_depends_on_a_style_element(issue: Issue) -> None:
    page = Html(html_of(issue))
    looks = {"body", "div", "td", "h1", "h2", "h3", "p", "ul", "li", "a", "img", "code"}
    bare = [tag for tag in page.named(*looks) if "style" not in tag.attributes]
    assert [(tag.name, tag.attributes.get("role")) for tag in bare] == [("div", "article")]
    assert not page.named("script", "link", "iframe", "form")
    outside_of_media = re.sub(r"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}", "", page.rules)
    assert outside_of_media.strip() == ""
    assert "@import" not in page.rules
    assert "url(" not in html_of(issue)


def test_layout_is_made_of_tables_that_readers_of_screens_skip() -> None:
    page = Html(html_of())
    tables = page.named("table")
    assert all(tag.attributes["role"] == "presentation" for tag in tables)
    assert all(tag.attributes["width"] == "100%" for tag in tables)
    styles = " ".join(tag.attributes.get("style", "") for tag in page.tags)
    assert "max-width: 600px" in styles
    assert not re.search(r"flex|grid|position|float", styles)


def test_every_line_height_is_in_pixels_and_exact_for_outlook() -> None:
    for tag in Html(html_of()).named("h1", "h2", "h3", "p", "li"):
        style = tag.attributes["style"]
        assert re.search(r"mso-line-height-rule: exactly;.*line-height: \d+px", style)


def test_every_link_is_absolute_and_every_picture_has_its_width_and_its_words() -> None:
    page = Html(html_of(settings=HOSTED))
    assert page.values("a", "href")
    assert all(re.match("https?://", link) for link in page.values("a", "href"))
    assert page.values("img", "alt") == ["Shuffled patches [a|b]", "The block, drawn"]
    assert page.values("img", "width") == ["2", "2"]


def test_a_wide_picture_is_as_wide_as_the_column() -> None:
    page = Html(rendered(pictures=SamePicture(png(1200, 10))).main.text)
    assert page.values("img", "width") == ["552", "552"]


@pytest.mark.parametrize("level", [0, 1, 2, 3])
@pytest.mark.parametrize("headline", ["bold", "heading"])
def test_headings_go_down_one_level_at_a_time(level: int, headline: str) -> None:
    page = Html(html_of(styled(group_level=level, headline=headline)))
    levels = [int(tag.name[1]) for tag in page.tags if re.fullmatch("h[1-6]", tag.name)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))
    assert (3 in levels) == (headline == "heading")
    assert levels.count(2) == 6 + (3 if level else 0)


def test_titles_are_plain_or_italic_and_with_the_summary_or_apart() -> None:
    title = "[2110.02178] MobileViT: Light-weight, General-purpose, and Mobile-friendly"
    assert re.search(rf"<p [^>]*>{re.escape(title)}[^<]*<br>They propose", html_of())
    italic = html_of(styled(title="italic"))
    assert re.search(rf"<em>{re.escape(title)}[^<]*</em><br>They propose", italic)
    apart = html_of(styled(title_apart=True))
    assert re.search(rf"{re.escape(title)}[^<]*</p>\s*<p [^>]*>They propose", apart)


@pytest.mark.parametrize(
    ("places", "count"),
    [
        ((), 0),
        (("highlights",), 1),
        (("contents",), 1),
        (("headings",), 4),
        (("sections",), 4),
        (("trailer",), 1),
        (Style().separators, 7),
    ],
)
def test_separators_stand_where_the_style_says(places: tuple[str, ...], count: int) -> None:
    assert html_of(styled(separators=places)).count('<td class="rule"') == count


def test_caption_and_credit_stand_below_the_picture() -> None:
    assert re.search(
        r"<img [^>]*>\s*<p [^>]*>Quoted</p>\s*<p [^>]*>Figure 1 of the paper</p>",
        html_of(styled(caption="Quoted")),
    )


def test_the_domain_stands_behind_the_joint_and_only_the_headline_is_tracked() -> None:
    page = Html(html_of(lay_out(DRAFT, LAYOUT._replace(joint=" <> "))))
    links = page.values("a", "href")
    assert " <> arxiv.org" in page.words
    assert "https://arxiv.org/abs/2110.02178" in links
    assert sum("utm_source" in link for link in links) == len(ENTRIES)


def test_the_contents_keep_their_numbers() -> None:
    issue = sample_issue()._replace(toc=(ContentsLine(1, "One"), ContentsLine(3, "Three")))
    assert re.search(r"1\. One\s+3\. Three", Html(html_of(issue)).words)


def test_closing_blocks_have_headings_lines_and_cards() -> None:
    issue = sample_issue()
    blogs, about = issue.trailer
    page = html_of(issue._replace(trailer=(blogs, about._replace(as_heading=False))))
    assert re.search(r"<h2 [^>]*>Other Blogs</h2>", page)
    assert re.search(r"<p [^>]*>About Me</p>", page)
    assert re.search(r">Everything I found worth reading in one long year…</p>", page)
    assert re.search(r"</a>\.</p>\s*<p [^>]*>On Twitter", page)


def test_a_link_to_the_web_stands_on_top_where_there_is_a_page() -> None:
    issue = sample_issue()._replace(url="https://example.org/34")
    text = part_of(rendered(issue), "plain")
    assert "Read this issue on the web [1]\n" in text
    assert "[1] https://example.org/34\n" in text
    link = r'<a [^>]*href="https://example\.org/34"[^>]*>'
    assert re.search(rf"{link}Read this issue on the web</a>", html_of(issue))
    assert "Read this issue" not in html_of(issue._replace(url=""))


# the preheader


def test_a_preheader_is_the_highlights_cut_at_a_word() -> None:
    words = "Shuffle the patches and a vision transformer hardly minds. Is the order of an image "
    assert preheader_of(sample_issue()) == (
        f"{words}worth so little? Hospitals share a model, not their…"
    )


@given(
    st.lists(st.text(st.sampled_from("ab ,語*"), max_size=200).map(Highlight), max_size=3),
)
def test_a_preheader_is_never_long_and_never_cut_too_early(highlights: list[Highlight]) -> None:
    preheader = preheader_of(issue_with(highlights=tuple(highlights), entries=()))
    assert len(preheader) <= 140
    assert preheader == " ".join(preheader.split())


def test_a_preheader_in_a_script_without_blanks_is_cut_at_its_length() -> None:
    assert preheader_of(issue_with(highlights=(Highlight("語" * 200),))) == "語" * 139 + "…"


def test_without_highlights_the_headlines_are_the_preheader() -> None:
    preheader = preheader_of(issue_with(highlights=(), entries=ENTRIES[1:3]))
    assert (
        preheader == "Twenty hospitals, one model A fast network for phones: Transformer *and* CNN"
    )


def test_a_preheader_of_ones_own_is_filled_in() -> None:
    settings = SENDER._replace(preheader="{label} of {name} & {title}")
    name = "Akira’s Machine Learning News"
    expected = f"Issue #34 of {name} &amp; {name} — Issue #34"
    assert preheader_of(sample_issue(), settings) == expected


def test_an_issue_of_nothing_has_no_preheader() -> None:
    assert "preheader" not in html_of(empty_issue())


def test_a_preheader_is_hidden_and_padded() -> None:
    (tag,) = [t for t in Html(html_of()).tags if t.attributes.get("class") == "preheader"]
    assert "display: none" in tag.attributes["style"]
    assert "mso-hide: all" in tag.attributes["style"]
    assert html_of().count("\u034f") >= 40


# texts from outside


def test_nasty_texts_are_read_as_they_were_written() -> None:
    page = Html(html_of())
    assert page.words.count(SCRIPT) == 3
    assert not page.named("script")
    assert {link.partition(":")[0] for link in page.values("a", "href")} <= {"https", "http"}


@given(st.text(st.characters(codec="utf-8")))
def test_no_text_from_outside_becomes_an_element(text: str) -> None:
    def page(words: str) -> Html:
        entry = replace(
            ENTRIES[0],
            headline=f"H{words}",
            title=f"T{words}",
            card=Card(f"C{words}", f"D{words}", url=ENTRIES[0].url),
            figure=Figure("figures/a.png", words, f"F{words}", f"G{words}"),
        )
        draft = Draft("issue-034", f"L{words}", entries=(entry,), date=DRAFT.date)
        return Html(html_of(lay_out(draft, LAYOUT)))

    assert Counter(tag.name for tag in page(text).tags) == Counter(
        tag.name for tag in page("").tags
    )


def test_marks_of_entries_in_texts_stay_texts() -> None:
    mark = '<!--"entry"-->'
    entry = replace(ENTRIES[0], headline=mark, figure=Figure("figures/a.png", alt=mark))
    page = Html(html_of(issue_with(entries=(entry,))))
    assert mark in page.words
    assert page.values("img", "alt") == [mark]


# a template of the curator's


def test_a_template_of_ones_own_is_inlined_too(tmp_path: Path) -> None:
    text = "<style>p { color: red }</style><p>{{ preheader }}|{{ issue.label }}</p>"
    (tmp_path / "email.html.j2").write_text(text, encoding="utf-8")
    settings = EmailSettings(preheader="{name}")
    html = rendered(settings=settings, templates=str(tmp_path)).main.text
    assert '<p style="color: red;">Akira’s Machine Learning News|Issue #34</p>' in html


def test_a_large_page_without_marks_names_no_entries(tmp_path: Path) -> None:
    (tmp_path / "email.html.j2").write_text("x" * 100_000, encoding="utf-8")
    (loss,) = losses_of(rendered(templates=str(tmp_path)), "the message")
    assert loss.done == "nothing: cut about 10 KB"


def test_a_style_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = '<style>p { color: red }</style><p style="color">x</p>'
    (tmp_path / "email.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidFile, match=r"^templates/email\.html\.j2: End of input$"):
        rendered(templates=str(tmp_path))


def test_every_one_of_many_entries_and_pictures_comes_out() -> None:
    entries = [replace(ENTRIES[n % 5], id=f"e{n}", headline=f"Claim {n}.") for n in range(500)]
    document = rendered(issue_with(entries=tuple(entries)))
    assert all(f">Claim {n}.<" in document.main.text for n in range(500))
    assert document.main.text.count("figures/") == 200
