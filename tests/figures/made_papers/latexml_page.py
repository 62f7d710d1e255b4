"""A made paper as a web page in the mark-up that LaTeXML makes for arXiv and for ar5iv.

The settings differ in how pictures are addressed and in what surrounds the article:
`base` (2024-25, x1.png under a base address), `extracted` (2024, extracted/NNN/fig.png),
`versioned` (2026, IDv1/fig.png without a base), `ar5iv` (/html/ID/assets/x1.png).
"""

from __future__ import annotations

from html import escape
from itertools import count
from typing import NamedTuple

from tests.figures.made_papers.papers import Float, MadePaper, Panel, split_mathematics
from tests.figures.made_papers.pictures import png
from tests.figures.made_papers.prose import paragraphs_of, references_of

SITE = "https://arxiv.org"
AR5IV = "https://ar5iv.labs.arxiv.org"
LICENCE = "http://creativecommons.org/licenses/by/4.0/"
MASCOT = (
    "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwAD"
    "hgGAWjR9awAAAABJRU5ErkJggg=="
)


class WebPage(NamedTuple):
    """A page, and its pictures by their whole address."""

    address: str
    html: str
    pictures: dict[str, bytes]


def web_page(paper: MadePaper) -> WebPage:
    """The page of a paper and every picture it shows."""
    writer = _Writer(paper)
    article = writer.article()
    site, name = (AR5IV, paper.id) if paper.setting == "ar5iv" else (SITE, f"{paper.id}v1")
    html = "\n".join(
        ["<!DOCTYPE html>", '<html lang="en">', *_head(paper), *_surroundings(paper, article)]
    )
    return WebPage(f"{site}/html/{name}", html + "\n</html>\n", writer.pictures)


class _Writer:
    def __init__(self, paper: MadePaper) -> None:
        self._paper = paper
        self._files = count(1)
        self._formulas = count(1)
        self.pictures: dict[str, bytes] = {}

    def article(self) -> str:
        paper = self._paper
        mark = self._image(Panel(paper.mark, 96, 96, 1), "mark") if paper.mark else ""
        lines = [
            '<article class="ltx_document ltx_authors_1line">',
            f'<h1 class="ltx_title ltx_title_document">{mark}{escape(paper.title)}</h1>',
            '<div class="ltx_authors"><span class="ltx_creator ltx_role_author">'
            '<span class="ltx_personname">Ada Example and Ben Example</span></span></div>',
            *(self._float(one, f"S0.F{one.number}") for one in paper.in_section(0)),
            '<div class="ltx_abstract">',
            '<h6 class="ltx_title ltx_title_abstract">Abstract</h6>',
            f'<p class="ltx_p">{escape(paper.abstract)}</p>',
            "</div>",
        ]
        for number, heading in enumerate(paper.sections, 1):
            lines += self._section(number, heading)
        lines += [
            '<section class="ltx_bibliography" id="bib">',
            '<h2 class="ltx_title ltx_title_bibliography">References</h2>',
            '<ul class="ltx_biblist">',
        ]
        for number, text in enumerate(references_of(paper), 1):
            lines.append(
                f'<li class="ltx_bibitem" id="bib.bib{number}"><span class="ltx_tag '
                f'ltx_tag_bibitem">[{number}]</span><span class="ltx_bibblock">{escape(text)}'
                "</span></li>"
            )
        return "\n".join([*lines, "</ul>", "</section>", "</article>"])

    def _section(self, number: int, heading: str) -> list[str]:
        paper = self._paper
        texts = [
            f'<div class="ltx_para" id="S{number}.p{index}"><p class="ltx_p">{escape(text)}</p>'
            "</div>"
            for index, text in enumerate(paragraphs_of(paper, number), 1)
        ]
        # LaTeX sources put a float near the paragraph that speaks of it
        for index, one in enumerate(paper.in_section(number)):
            letter = {"figure": "F", "table": "T", "algorithm": "alg"}[one.kind]
            texts[index % len(texts)] += "\n" + self._float(one, f"S{number}.{letter}{one.number}")
        return [
            f'<section class="ltx_section" id="S{number}">',
            '<h2 class="ltx_title ltx_title_section">'
            f'<span class="ltx_tag ltx_tag_section">{number} </span>{escape(heading)}</h2>',
            *texts,
            _equation(number),
            "</section>",
        ]

    def _float(self, one: Float, anchor: str) -> str:
        if one.kind == "table":
            return (
                f'<figure class="ltx_table" id="{anchor}">\n{self._caption(one)}\n'
                f"{_tabular()}\n</figure>"
            )
        if one.kind == "algorithm":
            return (
                f'<figure class="ltx_float ltx_float_algorithm ltx_framed ltx_framed_top" '
                f'id="{anchor}">\n{self._caption(one)}\n{_listing()}\n</figure>'
            )
        side = " ltx_align_floatright" if "wrapped" in one.how else ""
        return (
            f'<figure class="ltx_figure{side}" id="{anchor}">{self._content(one, anchor)}\n'
            f"{self._caption(one)}\n</figure>"
        )

    def _content(self, one: Float, anchor: str) -> str:
        if "missing" in one.how:
            return (
                '<img alt="Refer to caption" class="ltx_graphics ltx_missing ltx_missing_image" '
                f'id="{anchor}.g1"/>'
            )
        if "svg" in one.how:
            return _svg(one.panels[0])
        if len(one.panels) == 1:
            return self._image(one.panels[0], f"{anchor}.g1", "ltx_centering")
        cells = [
            self._panel(panel, index, anchor, "subfigures" in one.how)
            for index, panel in enumerate(one.panels, 1)
        ]
        cells.insert(2, '<div class="ltx_flex_break"></div>')
        return '\n<div class="ltx_flex_figure">\n' + "\n".join(cells) + "\n</div>"

    def _panel(self, panel: Panel, index: int, anchor: str, captioned: bool) -> str:
        if not captioned:
            image = self._image(panel, f"{anchor}.g{index}", "ltx_centering ltx_figure_panel")
            return f'<div class="ltx_flex_cell ltx_flex_size_2">{image}</div>'
        name = f"{anchor}.sf{index}"
        letter = "abcdefgh"[index - 1]
        return (
            '<div class="ltx_flex_cell ltx_flex_size_many">\n'
            f'<figure class="ltx_figure ltx_figure_panel ltx_align_center" id="{name}">'
            f"{self._image(panel, name + '.g1')}\n"
            '<figcaption class="ltx_caption"><span class="ltx_tag ltx_tag_figure">'
            f'<span class="ltx_text" style="font-size:90%;">({letter})</span> </span>'
            "</figcaption>\n</figure></div>"
        )

    def _image(self, panel: Panel, anchor: str, classes: str = "") -> str:
        source, address = self._addresses(panel)
        self.pictures[address] = png(*panel)
        shown = min(1.0, 830 / panel.width)
        wide = "ltx_img_landscape" if panel.width > 1.2 * panel.height else "ltx_img_square"
        names = " ".join(["ltx_graphics", *classes.split(), wide])
        return (
            f'<img alt="Refer to caption" class="{names}" '
            f'height="{panel.height * shown:.0f}" id="{anchor}" src="{source}" '
            f'width="{panel.width * shown:.0f}"/>'
        )

    def _addresses(self, panel: Panel) -> tuple[str, str]:
        number, name = next(self._files), f"{self._paper.id}v1"
        match self._paper.setting:
            case "base":
                return f"x{number}.png", f"{SITE}/html/{name}/x{number}.png"
            case "extracted":
                file = f"extracted/5{self._paper.id[-4:]}/figures/{panel.scene}-{number}.png"
                return file, f"{SITE}/html/{name}/{file}"
            case "versioned":
                file = f"{name}/figs/{panel.scene}_{number}.png"
                return file, f"{SITE}/html/{file}"
            case _:
                file = f"/html/{self._paper.id}/assets/x{number}.png"
                return file, AR5IV + file

    def _caption(self, one: Float) -> str:
        if one.kind == "algorithm":
            tag = (
                '<span class="ltx_tag ltx_tag_float"><span class="ltx_text ltx_font_bold">'
                f"{one.label}</span> </span>"
            )
        else:
            tag = f'<span class="ltx_tag ltx_tag_{one.kind}">{one.label}: </span>'
        words = "".join(
            self._formula(piece) if mathematics else escape(piece)
            for mathematics, piece in split_mathematics(one.caption)
        )
        return f'<figcaption class="ltx_caption ltx_centering">{tag}{words}</figcaption>'

    def _formula(self, tex: str) -> str:
        spoken = " ".join(f"italic_{letter}" for letter in tex if letter.isalpha())
        return (
            f'<math alttext="{escape(tex)}" class="ltx_Math" display="inline" '
            f'id="m{next(self._formulas)}"><semantics><mi>{escape(tex[:1])}</mi>'
            f'<annotation encoding="application/x-tex">{escape(tex)}</annotation>'
            f'<annotation encoding="application/x-llamapun">{spoken}</annotation>'
            "</semantics></math>"
        )


def _head(paper: MadePaper) -> list[str]:
    stamp = {"versioned": "LaTeXML oxide (version 0.7.5)"}.get(
        paper.setting, "LaTeXML (version 0.8.8)"
    )
    lines = [
        "<head>",
        '<meta content="text/html; charset=utf-8" http-equiv="content-type"/>',
        f"<title>{escape(paper.title)}</title>",
        f"<!--Generated by {stamp} http://dlmf.nist.gov/LaTeXML/.-->",
        '<link href="/static/browse/0.3.4/css/ar5iv.0.8.2.min.css" rel="stylesheet"/>',
    ]
    if paper.setting in ("base", "extracted"):
        lines.append(f'<base href="/html/{paper.id}v1/"/>')
    return [*lines, "</head>", "<body>"]


def _surroundings(paper: MadePaper, article: str) -> list[str]:
    address = f"{SITE}/html/{paper.id}v1"
    contents = [
        '<li class="ltx_tocentry ltx_tocentry_section"><a class="ltx_ref" '
        f'href="{address}#S{number}"><span class="ltx_text ltx_ref_title">{escape(heading)}'
        "</span></a></li>"
        for number, heading in enumerate(paper.sections, 1)
    ]
    licence = (
        f'<div id="license-tr"><a href="{LICENCE}">License: CC BY 4.0</a></div>'
        f'<div id="watermark-tr">arXiv:{paper.id}v1 [cs.LG]</div>'
    )
    logo = '<img alt="logo" src="/static/browse/0.3.4/images/arxiv-logo.svg" width="85"/>'
    before = {
        "base": [],
        "extracted": [f'<div class="section" id="target-section">{licence}</div>'],
        "versioned": [
            f'<header class="arxiv-html-header"><a href="/">{logo}</a>{licence}</header>',
            '<main id="main-content">',
        ],
        "ar5iv": [],
    }[paper.setting]
    return [
        *before,
        '<nav class="ltx_page_navbar"><nav class="ltx_TOC"><ol class="ltx_toclist">',
        *contents,
        "</ol></nav></nav>",
        '<div class="ltx_page_main">',
        '<div class="ltx_page_content">',
        article,
        "</div>",
        '<footer class="ltx_page_footer"><div class="ltx_page_logo">Generated by '
        f'<a href="http://dlmf.nist.gov/LaTeXML/">LaTeXML<img alt="Mascot Sammy" src="{MASCOT}"/>'
        "</a></div></footer>",
        "</div>",
        *(["</main>"] if paper.setting == "versioned" else []),
        "</body>",
    ]


def _equation(number: int) -> str:
    tex = rf"L_{number}=\sum_i w_i x_i"
    return (
        f'<table class="ltx_equation ltx_eqn_table" id="S{number}.E1"><tbody>'
        f'<tr class="ltx_eqn_row"><td class="ltx_eqn_cell">'
        f'<math alttext="{tex}" display="block"><semantics><mi>L</mi>'
        f'<annotation encoding="application/x-tex">{tex}</annotation></semantics></math></td>'
        f'<td class="ltx_eqn_cell">({number})</td></tr></tbody></table>'
    )


def _tabular() -> str:
    cell = '<td class="ltx_td ltx_align_center">{}</td>'
    rows = [("Method", "A", "B"), ("Baseline", "71.2", "64.0"), ("Ours", "74.9", "66.3")]
    lines = [f'<tr class="ltx_tr">{"".join(map(cell.format, row))}</tr>' for row in rows]
    return '<table class="ltx_tabular ltx_centering">\n' + "\n".join(lines) + "\n</table>"


def _listing() -> str:
    steps = ("initialise the state", "for each step do", "update the state", "end for", "return")
    lines = [
        f'<div class="ltx_listingline"><span class="ltx_tag">{n}:</span> {step}</div>'
        for n, step in enumerate(steps, 1)
    ]
    return '<div class="ltx_listing">\n' + "\n".join(lines) + "\n</div>"


def _svg(panel: Panel) -> str:
    return (
        f'<svg class="ltx_picture ltx_centering" height="{panel.height}" width="{panel.width}" '
        'overflow="visible"><g fill="none" stroke="#000"><rect x="20" y="20" width="90" '
        'height="50"/><path d="M 110 45 L 200 45"/></g><g><foreignObject x="30" y="30" width="70" '
        'height="30"><p class="ltx_p">state</p></foreignObject></g></svg>'
    )
