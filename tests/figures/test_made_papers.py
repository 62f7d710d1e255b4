"""The made papers are what their labels say."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any
from urllib.parse import urljoin

import lxml.html
import pytest
from PIL import Image
from pypdfium2 import PdfDocument

from akira_cli.ports import Pace
from tests.figures.made_papers.latexml_page import AR5IV, LICENCE, SITE, web_page
from tests.figures.made_papers.papers import MadePaper, made_papers
from tests.figures.made_papers.pdf_paper import pdf_paper
from tests.figures.made_papers.scenes import SCENES
from tests.figures.made_papers.served import ServedPaper, item_of

PAPERS = {paper.id: paper for paper in made_papers()}
PAGES = [pytest.param(paper, id=paper.id) for paper in PAPERS.values() if paper.form == "html"]
PDFS = [pytest.param(paper, id=paper.id) for paper in PAPERS.values() if paper.form == "pdf"]
PACE = Pace("arxiv", 0.0)


def _tree(paper: MadePaper) -> Any:
    return lxml.html.fromstring(web_page(paper).html)


def test_there_are_fifteen_of_each_form() -> None:
    assert Counter(paper.form for paper in made_papers()) == {"html": 15, "pdf": 15}
    assert len(PAPERS) == len({paper.title for paper in made_papers()}) == 30


def test_every_setting_of_a_page_is_there() -> None:
    settings = Counter(paper.setting for paper in made_papers())
    assert set(settings) == {
        *("base", "extracted", "versioned", "ar5iv"),
        *("one-column", "two-column"),
    }
    assert min(settings.values()) >= 2


def test_figure_one_leads_about_half_of_the_papers() -> None:
    leads = Counter(paper.lead for paper in made_papers())
    assert 12 <= leads["Figure 1"] <= 18
    assert len(leads) >= 4


@pytest.mark.parametrize("paper", PAGES + PDFS)
def test_every_label_is_a_figure_that_can_be_had(paper: MadePaper) -> None:
    figures = {one.label: one for one in paper.floats if one.kind == "figure"}
    assert 3 <= len(figures) <= 9
    assert not {"missing", "svg"} & figures[paper.lead].how
    assert paper.first in {*figures, ""}
    assert paper.why
    assert (paper.first == "") == bool(paper.mark)


@pytest.mark.parametrize("paper", PAGES + PDFS)
def test_every_float_stands_in_a_section_and_shows_a_known_scene(paper: MadePaper) -> None:
    sections = [one.section for one in paper.floats]
    assert sections == sorted(sections)
    assert 0 <= sections[0] <= sections[-1] <= len(paper.sections)
    assert {panel.scene for one in paper.floats for panel in one.panels} <= set(SCENES)
    assert all(one.panels for one in paper.floats if one.kind == "figure")


@pytest.mark.parametrize("paper", PAGES)
def test_a_page_has_each_float_once_with_its_caption(paper: MadePaper) -> None:
    tree = _tree(paper)
    captions = [
        " ".join(str(one.text_content()).split())
        for one in tree.xpath("//figure/figcaption")
        if not str(one.text_content()).startswith("(")
    ]
    for one in paper.floats:
        assert sum(caption.startswith(f"{one.label}") for caption in captions) == 1
    assert len(captions) == len(paper.floats)


@pytest.mark.parametrize("paper", PAGES)
def test_every_picture_of_a_page_is_at_its_address(paper: MadePaper) -> None:
    page = web_page(paper)
    tree = _tree(paper)
    bases = tree.xpath("//base/@href")
    beginning = urljoin(page.address, bases[0]) if bases else page.address
    shown = [urljoin(beginning, source) for source in tree.xpath("//article//img/@src")]
    assert shown == list(page.pictures)
    assert page.address.startswith(AR5IV if paper.setting == "ar5iv" else SITE)
    for data in page.pictures.values():
        assert Image.open(BytesIO(data)).format == "PNG"


@pytest.mark.parametrize("paper", PAGES)
def test_the_first_image_of_a_page_belongs_where_the_label_says(paper: MadePaper) -> None:
    first = _tree(paper).xpath("//article//img[@src]")[0]
    tags = first.xpath("ancestor::figure[last()]/figcaption/span/text()")
    assert (tags[0].rstrip(": ") if tags else "") == paper.first


def test_newer_pages_name_their_licence_and_older_ones_do_not() -> None:
    named = {paper.setting: LICENCE in web_page(paper).html for paper in made_papers()[:15]}
    assert named == {"base": False, "extracted": True, "versioned": True, "ar5iv": False}


@pytest.mark.parametrize("paper", PDFS)
def test_a_pdf_opens_and_says_every_caption(paper: MadePaper) -> None:
    made = pdf_paper(paper)
    document = PdfDocument(made.data)
    try:
        assert len(document) == made.pages >= 4
        texts = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    for one in paper.floats:
        place = made.placed[one.label]
        name = paper.labels.format(one.number) if one.kind == "figure" else one.label
        assert name in texts[place.page]


@pytest.mark.parametrize("paper", PDFS)
def test_figures_of_a_pdf_stand_on_the_page_in_their_order(paper: MadePaper) -> None:
    placed = pdf_paper(paper).placed
    pages = [placed[one.label].page for one in paper.floats if one.kind == "figure"]
    assert pages == sorted(pages)
    for _, (left, bottom, right, top) in placed.values():
        assert 50 <= left < right <= 562
        assert 60 <= bottom < top <= 730


@pytest.mark.parametrize("paper", PDFS)
def test_the_first_figure_of_a_pdf_is_the_one_the_label_says(paper: MadePaper) -> None:
    figures = [
        (place.page, -place.box[3], label)
        for label, place in pdf_paper(paper).placed.items()
        if label.startswith("Figure")
    ]
    assert paper.first in ("", min(figures)[2])


def test_the_bytes_are_the_same_each_time() -> None:
    page, pdf = (PAPERS[paper_id] for paper_id in ("2407.31013", "2305.32005"))
    first = web_page(page), pdf_paper(pdf)
    pdf_paper.cache_clear()
    assert (web_page(page), pdf_paper(pdf)) == first


@pytest.mark.parametrize("paper_id", ["2405.31001", "2310.32014"])
def test_a_served_paper_answers_for_itself_alone(paper_id: str) -> None:
    paper = PAPERS[paper_id]
    http = ServedPaper(paper)
    there = http.get(f"https://arxiv.org/{paper.form}/{paper.id}v1", PACE)
    missing = http.get(f"https://arxiv.org/{paper.form}/2101.00001v1", PACE)
    assert (there.status, missing.status) == (200, 404)
    assert there.body.startswith(b"<!DOCTYPE html>" if paper.form == "html" else b"%PDF-")
    assert item_of(paper).reference.id == paper.id
    assert len(http.requests) == 2


def test_an_ar5iv_page_is_only_at_ar5iv() -> None:
    http = ServedPaper(PAPERS["2206.31004"])
    statuses = [http.get(f"{site}/html/2206.31004", PACE).status for site in (SITE, AR5IV)]
    assert statuses == [404, 200]
    assert http.get(f"{AR5IV}/html/2206.31004/assets/x2.png", PACE).body.startswith(b"\x89PNG")
