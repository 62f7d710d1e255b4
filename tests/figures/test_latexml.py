"""Figures on pages made by LaTeXML: arXiv's of 2023 to 2026, ar5iv's, arXiv Vanity's."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer
from akira_cli.core.figures import Candidate
from akira_cli.figures._latexml import findings_in, size_together

ADDRESS = "https://arxiv.org/html/2401.00001v2"
ALPHA = r"""<math alttext="\alpha"><semantics><mi>α</mi>
<annotation encoding="application/x-tex">\alpha</annotation>
<annotation encoding="application/x-llamapun">italic_α</annotation></semantics></math>"""


def figure(inner: str, caption: str = "", tag: str = "Figure 1: ", kind: str = "figure") -> str:
    """A float as LaTeXML writes it."""
    named = f'<span class="ltx_tag ltx_tag_{kind}">{tag}</span>' if tag else ""
    below = f'<figcaption class="ltx_caption">{named}{caption}</figcaption>' if caption else ""
    return f'<figure class="ltx_{kind}">{inner}{below}</figure>'


def image(src: str, more: str = "") -> str:
    return f'<img src="{src}" class="ltx_graphics" alt="Refer to caption" {more}>'


def candidates_in(body: str, *, address: str = ADDRESS, base: str = "") -> tuple[Candidate, ...]:
    head = f'<head><base href="{base}"></head>' if base else ""
    page = f"<html>{head}<body><article class='ltx_document'>{body}</article></body></html>"
    return findings_in(page.encode(), address, "here").candidates


def the_one(body: str) -> Candidate:
    [candidate] = candidates_in(body)
    return candidate


def test_a_figure_has_its_label_its_caption_and_where_it_stands() -> None:
    body = f"<p>{'a' * 30}</p>" + figure(image("x1.png"), "The model.") + f"<p>{'b' * 49}</p>"
    found = the_one(body)
    assert found == Candidate(
        1, "figure", "Figure 1", "The model.", (f"{ADDRESS}/x1.png",), "here", found.position
    )
    assert 0.3 < found.position < 0.4


@pytest.mark.parametrize(
    ("address", "base", "src", "whole"),
    [
        (ADDRESS, "/html/2401.00001v2/", "x1.png", "/html/2401.00001v2/x1.png"),
        (ADDRESS, "", "x1.png", "/html/2401.00001v2/x1.png"),
        (ADDRESS, "", "extracted/53/fig.png", "/html/2401.00001v2/extracted/53/fig.png"),
        (ADDRESS, "", "2401.00001v2/fig.png", "/html/2401.00001v2/fig.png"),
        (ADDRESS[:-2], "", "2401.00001v2/fig.png", "/html/2401.00001v2/fig.png"),
        (ADDRESS[:-2], "", "/html/2401.00001/assets/x8.png", "/html/2401.00001/assets/x8.png"),
        ("https://arxiv.org/html/math/0309136v1", "", "0309136v1/x", "/html/math/0309136v1/x"),
        (ADDRESS, "", "https://arxiv.org/elsewhere.png", "/elsewhere.png"),
    ],
)  # fmt: skip
def test_addresses_of_pictures_are_whole(address: str, base: str, src: str, whole: str) -> None:
    [found] = candidates_in(figure(image(src), "C."), address=address, base=base)
    assert found.addresses == (f"https://arxiv.org{whole}",)


@pytest.mark.parametrize(
    "picture",
    [
        image("fig.svg"),
        image("fig.PDF"),
        image(""),
        image("data:image/png;base64,AAAA"),
        image("javascript:alert(1)"),
        image("http://[half"),
        '<img class="ltx_missing ltx_missing_image" src="x1.png" alt="Refer to caption">',
        '<img class="ltx_graphics" alt="Refer to caption">',
        '<object data="fig.svg"></object>',
        "<svg><image href='x.png'/></svg>",
    ],
)
def test_a_figure_without_a_usable_picture_is_left_to_the_pdf(picture: str) -> None:
    body = figure(picture, "Drawn.") + figure(image("x2.png"), "Shown.", "Figure 2: ")
    drawn, shown = candidates_in(body)
    assert (drawn.number, drawn.label, drawn.caption) == (1, "Figure 1", "Drawn.")
    assert (drawn.addresses, drawn.width, drawn.height) == ((), 0, 0)
    assert (shown.number, shown.addresses) == (2, (f"{ADDRESS}/x2.png",))


DRAWING = "<svg class='ltx_picture'><g></g></svg>"


@pytest.mark.parametrize(
    "other",
    [
        figure(DRAWING),
        figure(DRAWING, "No number.", ""),
        figure(DRAWING, "A panel that is alone.", "(a) "),
        figure(DRAWING, "A table.", "Table 1: ", "table"),
        figure(DRAWING, "An algorithm.", "Algorithm 1: ", "float ltx_float_algorithm"),
    ],
)
def test_what_no_pdf_tells_by_its_label_is_not_counted(other: str) -> None:
    [kept] = candidates_in(other + figure(image("x2.png"), "Shown.", "Figure 2: "))
    assert (kept.number, kept.label) == (1, "Figure 2")


def test_where_no_figure_has_a_picture_the_pdf_is_the_better_place() -> None:
    drawn = figure(DRAWING, "Drawn.") + figure(DRAWING, "Drawn, too.", "Figure 2: ")
    assert candidates_in(drawn) == ()
    [table] = candidates_in(drawn + figure(image("t.png"), "T.", "Table 1: ", "table"))
    assert (table.number, table.kind) == (1, "table")


def test_panels_are_pictures_of_one_figure() -> None:
    panels = "".join(
        f'<div class="ltx_flex_cell">{figure(image(f"x{n}.png"), "Part.", f"({mark})")}</div>'
        for n, mark in enumerate("abc", start=1)
    )
    found = the_one(figure(f'<div class="ltx_flex_figure">{panels}</div>', "Whole."))
    assert found.label == "Figure 1"
    assert found.caption == "Whole."
    assert [each[-6:] for each in found.addresses] == ["x1.png", "x2.png", "x3.png"]


def test_a_figure_without_words_has_those_of_its_panels() -> None:
    panels = figure(image("a.png"), "Encoder.", "(a)") + figure(image("b.png"), "Decoder.", "(b)")
    assert the_one(figure(panels)).caption == "(a) Encoder. (b) Decoder."


def test_figures_side_by_side_are_figures_of_their_own() -> None:
    beside = figure(image("a.png"), "A.", "Figure 3: ") + figure(image("b.png"), "B.", "Figure 4: ")
    found = candidates_in(figure(beside))
    assert [(each.number, each.label, len(each.addresses)) for each in found] == [
        (1, "Figure 3", 1),
        (2, "Figure 4", 1),
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (figure(image("t.png"), "T.", "Table 2: ", "table"), "table"),
        (figure(image("t.png"), "T.", "Table 2: "), "table"),
        (figure(image("t.png"), "T.", "Tabelle 2: ", "table"), "table"),
        (figure(image("f.png"), "T.", "Figure 2: ", "table"), "figure"),
        (figure(image("t.png"), "T.", "Algorithm 1 ", "algorithm"), "algorithm"),
        (
            '<figure class="ltx_float ltx_float_algorithm"><img src="a.png"></figure>',
            "algorithm",
        ),
        (figure(image("f.png"), "T.", "Abbildung 2: "), "figure"),
        (figure(image("f.png"), "T.", "図 2: "), "figure"),
        ('<div class="ltx_figure"><img src="a.png"></div>', "figure"),
    ],
)
def test_kinds_follow_the_label_and_then_the_class(body: str, kind: str) -> None:
    assert the_one(body).kind == kind


def test_a_table_of_text_is_no_candidate() -> None:
    table = "<table class='ltx_tabular'><tr><td>1</td></tr></table>"
    assert candidates_in(figure(table, "T.", "Table 1: ", "table")) == ()


@pytest.mark.parametrize(
    ("caption", "words"),
    [
        (f"The rate {ALPHA}.", "The rate α."),
        (r'At <math alttext="\sqrt{s}=5\,"></math>TeV.', "At √(s)=5 TeV."),
        ('<math alttext="\\nobodyknows"><mi>ψ</mi></math> it', "ψ it"),
        ('Up<sup class="ltx_note_mark">1</sup><span class="ltx_note_outer">1Note</span>.', "Up¹."),
        ('By <cite class="ltx_cite">[<a href="#b1">3</a>]</cite>.', "By [3]."),
        ('In <a class="ltx_ref"><span class="ltx_ref_tag">Sec. 2</span></a>', "In Sec. 2"),
        ("Two\n  <!-- c --> lines<br>and <b>bold</b>", "Two lines and bold"),
        ('A<span class="ltx_ERROR undefined">\\xspace</span> B', "A B"),
        ("zero\u200bwidth \u202eturned", "zerowidth turned"),
        ('<img src="emoji.png"> Smile', "Smile"),
    ],
)  # fmt: skip
def test_captions_are_plain_text(caption: str, words: str) -> None:
    found = the_one(figure(image("x1.png"), caption))
    assert (found.label, found.caption) == ("Figure 1", words)
    assert found.addresses == (f"{ADDRESS}/x1.png",)


def test_a_label_is_found_without_a_tag() -> None:
    found = the_one(figure(image("x1.png"), "Fig. 2. A view.", tag=""))
    assert (found.label, found.caption) == ("Fig. 2", "A view.")


def test_a_caption_under_the_title_has_the_pictures_before_it() -> None:
    teaser = image("teaser.png", 'width="800" height="300"')
    alone = '<p class="ltx_caption"><span class="ltx_tag ltx_tag_figure">Figure 1: </span>All.</p>'
    body = teaser + alone + f"<p>{'text ' * 99}</p>" + figure(image("x2.png"), "B.", "Figure 2: ")
    first, second = candidates_in(body)
    assert (first.label, first.addresses) == ("Figure 1", (f"{ADDRESS}/teaser.png",))
    assert second.addresses == (f"{ADDRESS}/x2.png",)


def test_pictures_outside_of_figures_are_none_but_where_there_is_no_figure() -> None:
    loose = image("badge.png", 'width="20" height="20"') + image("wide.png", 'width="600"')
    far = f"<p>{'text ' * 99}</p>"
    assert [each.addresses for each in candidates_in(loose)] == [(f"{ADDRESS}/wide.png",)]
    [inside] = candidates_in(loose + far + figure(image("x1.png"), "C."))
    assert inside.addresses == (f"{ADDRESS}/x1.png",)


def test_the_frame_around_the_paper_has_no_figures() -> None:
    page = f"<body><header><img src='logo.png'></header><article>{image('a.png')}</article></body>"
    found = findings_in(page.encode(), ADDRESS, "here").candidates
    assert [each.addresses for each in found] == [(f"{ADDRESS}/a.png",)]


@pytest.mark.parametrize(
    ("sizes", "together"),
    [
        ([(415, 300)], (415, 300)),
        ([(415, 309), (415, 309), (415, 303), (415, 302)], (830, 612)),
        ([(1200, 300), (400, 200), (400, 250)], (1200, 550)),
        ([(415, 300), (0, 0)], (0, 0)),
        ([], (0, 0)),
    ],
)
def test_panels_stand_in_rows(sizes: list[tuple[int, int]], together: tuple[int, int]) -> None:
    assert size_together(sizes) == together


@pytest.mark.parametrize("size", ['width="50%"', 'width="-1" height="x"', 'width="99999999"'])
def test_a_size_that_cannot_be_is_not_known(size: str) -> None:
    found = the_one(figure(image("x1.png", size), "C."))
    assert (found.width, found.height) == (0, 0)


@pytest.mark.parametrize(
    ("frame", "licence"),
    [
        (
            '<div id="target-section"><a id="license-tr" href="https://info.arxiv.org/help/license">'
            'License: CC BY 4.0</a><div id="watermark-tr">arXiv:2401.00001v2 [cs.CV]</div></div>',
            "CC BY 4.0",
        ),
        (
            '<div id="infobox"><a id="license-tr" href="https://info.arxiv.org/help/license/">\n'
            " License: arXiv.org perpetual non-exclusive license \n</a></div>",
            "arXiv.org perpetual non-exclusive license",
        ),
        (
            '<a id="license-tr" href="https://creativecommons.org/licenses/by/4.0/">CC BY</a>',
            "https://creativecommons.org/licenses/by/4.0/",
        ),
        ('<div id="target-section">License: CC BY 4.0 arXiv:2401.00001v2</div>', "CC BY 4.0"),
        (
            '<a rel="license" href="//creativecommons.org/licenses/by-sa/4.0/">x</a>',
            "https://creativecommons.org/licenses/by-sa/4.0/",
        ),
        ('<a rel="license" href="/a">x</a><a rel="license" href="/b">y</a>', ""),
        ('<a href="https://creativecommons.org/licenses/by/4.0/">a data set</a>', ""),
        ('<a href="https://arxiv.org/help/license">Copyright</a>', ""),
        ('<a id="license-tr" href="/x"> </a>', ""),
        (f'<a id="license-tr">{"ABC " * 50}</a>', ("ABC " * 50).strip()),
        (
            f'<a id="license-tr" href="https://creativecommons.org/{"x" * 999}">x</a>',
            f"https://creativecommons.org/{'x' * 172}",
        ),
        (
            f'<a rel="license" href="https://licences.example/{"x" * 999}">x</a>',
            f"https://licences.example/{'x' * 175}",
        ),
    ],
)
def test_the_licence_is_that_of_the_frame(frame: str, licence: str) -> None:
    page = f"<body>{frame}<article>{figure(image('x1.png'), 'C.')}</article></body>"
    assert findings_in(page.encode(), ADDRESS, "here").licence == licence


@pytest.mark.parametrize("page", [b"", b"   ", b"%PDF-1.5 <x>", b"<!-- only -->"])
def test_what_is_no_page_is_named(page: bytes) -> None:
    with pytest.raises(BadAnswer, match=r"arxiv\.org/html/2401\.00001v2"):
        findings_in(page, ADDRESS, "here")


@pytest.mark.parametrize(
    "page",
    [
        b"<figure>" * 100_000 + b"<img src=x.png>",
        b"<figure><figcaption>" * 50_000,
        b"<figure><img src=x.png></figure>" * 50_000,
        b"<img src=x.png>" * 100_000 + b"<p class=ltx_caption>Figure 1: a</p>",
        b"<figure><figcaption>" + b"<math alttext='\\nobodyknows'>" * 50_000,
        b"<figure><img src=x.png><figcaption>" + b"<math alttext='\\alpha^{2}'>" * 50_000,
        b"".join(
            b"<figure><figcaption>%s</figcaption></figure>"
            % b"".join(b"<math alttext='a_{%d}'></math>" % (300 * n + m) for m in range(300))
            for n in range(1000)
        ),
        b"<figure><img src=x.png>" + b"x" * 3_000_000 + b"</figure>",
        b"<figure><img src=x.png><figcaption>" + b"( [" * 500_000 + b"</figcaption></figure>",
    ],
    ids=[
        "deep",
        "deep-captions",
        "many",
        "many-loose",
        "unreadable",
        "formulas",
        "captions",
        "long",
        "brackets",
    ],
)
def test_a_hostile_page_is_read_to_its_end(page: bytes) -> None:
    found = findings_in(page, ADDRESS, "here").candidates
    assert len(found) <= 200
    assert all(len(each.caption) <= 3_000 and len(each.addresses) <= 200 for each in found)


_SCRAPS = st.sampled_from(
    [
        "<figure class='ltx_figure'>", "</figure>", "<img src='a.png'>", "<figcaption>",
        "</figcaption>", "<span class='ltx_tag ltx_tag_figure'>Figure 1:</span>",
        "<base href='//['>",
        "<math alttext='\\frac{'>", "<a id='license-tr' href='x'>", "<!--", "-->", "<article>",
        "<svg>", "&#0;", "&#xd800;", "\0", "text",
    ]
)  # fmt: skip


@given(st.binary(max_size=300) | st.lists(_SCRAPS, max_size=25).map(lambda s: "".join(s).encode()))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_figures_or_an_error_of_ours(page: bytes) -> None:
    try:
        found = findings_in(page, ADDRESS, "here").candidates
    except AkiraError:
        return
    assert [each.number for each in found] == list(range(1, len(found) + 1))
    for each in found:
        assert each.addresses or each.label
        assert 0.0 <= each.position <= 1.0
        assert not set(each.caption + each.label) & set("\n\0\r\t")


def _recorded(name: str) -> bytes:
    recordings = Path(__file__).resolve().parents[3] / "shared" / "recordings" / "html-paper"
    if not (recordings / name).exists():
        pytest.skip("the recordings are not beside the checkout")
    return (recordings / name).read_bytes()


def test_a_page_of_arxiv_from_2025() -> None:
    page = _recorded("arxiv-html-2507.21856.html")
    found = findings_in(page, "https://arxiv.org/html/2507.21856v1", "arxiv-html").candidates
    assert [each.label for each in found] == [f"Figure {number}" for number in range(1, 6)]
    assert [len(each.addresses) for each in found] == [4, 1, 1, 1, 1]
    assert found[0].addresses[0] == "https://arxiv.org/html/2507.21856v1/x1.png"
    assert (found[0].width, found[0].height) == (830, 612)
    assert "p+¹⁶O" in found[0].caption
    assert "italic" not in " ".join(each.caption for each in found)
    assert [each.position for each in found] == sorted(each.position for each in found)


@pytest.mark.parametrize("name", ["arxiv-view-as-html-sample-2023.html", "engrafo-1707.08043.html"])
def test_real_papers_without_pictures_have_no_candidates(name: str) -> None:
    assert findings_in(_recorded(name), ADDRESS, "here").candidates == ()
