"""The figures of a PDF: found whole, with their words, and without the text around them."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from akira_cli.core.errors import (
    AkiraError,
    BadAnswer,
    NotFound,
    RequestRefused,
    ServiceUnavailable,
    UnreadablePage,
)
from akira_cli.core.figures import Box, Candidate
from akira_cli.core.items import Item, Reference
from akira_cli.core.page import Layout
from akira_cli.core.settings import ArxivSettings, Settings
from akira_cli.figures import paper_pdf
from akira_cli.figures.paper_pdf import PaperPdf
from akira_cli.ports import Response
from tests.fakes import RoutedHttp, paper
from tests.figures.drawn_papers import (
    BOTH,
    LEFT,
    ONE,
    RIGHT,
    Column,
    Paper,
    two_columns_with_one_plot,
)

URL = "https://papers.example.org/a.pdf"
ITEM = Item(Reference("web", URL), URL, "A paper", pdf=URL)


def settings_of(**arxiv: Any) -> Settings:
    return Settings(Layout("N", "{name}", (), (), "", "---"), arxiv=ArxivSettings(**arxiv))


def found_in(data: bytes, **limits: float) -> tuple[Candidate, ...]:
    return PaperPdf(settings_of(), **limits).find(ITEM, RoutedHttp({URL: data})).candidates


def is_just(box: Box | None, drawn: Box, slack: float = 9.0) -> bool:
    """Whether a box holds all that was drawn, and nothing much around it."""
    assert box is not None
    inner = (
        drawn.left - box.left,
        drawn.bottom - box.bottom,
        box.right - drawn.right,
        box.top - drawn.top,
    )
    return all(-0.7 <= gap <= slack for gap in inner)


def only(data: bytes) -> Candidate:
    (candidate,) = found_in(data)
    return candidate


def drawn(data: bytes, candidate: Candidate) -> Image.Image:
    return Image.open(BytesIO(PaperPdf(settings_of()).picture(candidate, RoutedHttp({URL: data}))))


def test_a_plot_in_a_column_is_found_with_its_axes_and_without_the_text() -> None:
    data, box = two_columns_with_one_plot()
    found = only(data)
    assert (found.number, found.kind, found.origin) == (1, "figure", "pdf")
    assert (found.label, found.caption) == ("Figure 1", "Accuracy of the small network over time.")
    assert found.addresses == (URL,)
    assert found.page == 0
    assert is_just(found.box, box)
    assert found.box is not None
    assert found.width == round(2 * (found.box.right - found.box.left))
    assert 0.005 < found.text_share < 0.1


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Figure 1:", "Figure 1"),
        ("Fig. 2.", "Figure 2"),
        ("FIGURE 3 |", "Figure 3"),
        ("FIG. 4.", "Figure 4"),
        ("Figure S5:", "Figure S5"),
        ("Figure 2.1:", "Figure 2.1"),
        ("Extended Data Fig. 6 |", "Extended Data Figure 6"),
    ],
)
def test_labels_are_read_in_all_their_spellings(label: str, expected: str) -> None:
    page = Paper()
    box = page.photo(Box(150, 500, 450, 700))
    page.caption(ONE, 490, f"{label} What it shows.")
    page.text(ONE, 460, 20)
    found = only(page.done())
    assert (found.label, found.caption) == (expected, "What it shows.")
    assert is_just(found.box, box)


def test_a_label_without_a_mark_counts_when_it_is_bold() -> None:
    page = Paper()
    box = page.photo(Box(150, 500, 450, 700))
    page.caption(ONE, 490, "Overview of the method", label="Figure 1")
    page.text(ONE, 460, 20)
    found = only(page.done())
    assert (found.label, found.caption) == ("Figure 1", "Overview of the method")
    assert is_just(found.box, box)


def test_running_text_that_begins_with_a_label_is_no_caption() -> None:
    page = Paper()
    page.photo(Box(150, 500, 450, 700))
    end = page.caption(ONE, 490, "Figure 1: What it shows.")
    page.photo(Box(150, 330, 450, 440))
    page.line(ONE.left, 300, "Figure 2 shows that the attention of the network stays near", 10)
    page.text(ONE, 296, 4)
    page.text(ONE, 220, 3)
    page.line(ONE.left, 174.5, "Figure 3. We then go on to speak about the next experiment", 10)
    page.text(ONE, 172.5, 4)
    assert end > 440
    assert only(page.done()).label == "Figure 1"


def test_a_label_in_the_middle_of_a_line_with_wide_blanks_is_no_caption() -> None:
    page = Paper()
    page.photo(Box(150, 500, 450, 700))
    page.caption(ONE, 490, "Figure 1: What it shows.")
    page.photo(Box(150, 330, 450, 440))
    page.line(ONE.left, 300, "As", 10)
    page.line(ONE.left + 26, 300, "in", 10)
    page.line(ONE.left + 48, 300, "Figure 2. The words of a narrow line stand far apart", 10)
    assert [each.label for each in found_in(page.done())] == ["Figure 1"]


def test_the_name_of_an_axis_apart_from_it_belongs_to_the_figure() -> None:
    page = Paper()
    page.canvas.rect(200, 500, 200, 150)
    page.line(176, 570, "loss", 7)
    page.caption(ONE, 490, "Figure 1: A frame.")
    page.text(ONE, 460, 20)
    assert is_just(only(page.done()).box, Box(176, 500, 400, 650))


def test_bars_on_a_grid_are_whole_though_lines_that_part_a_page_are_left_out() -> None:
    page = Paper()
    page.rule(ONE, 745)
    for step in range(5):
        page.rule(Column(120, 500), 500 + 40 * step)
        page.line(104, 498 + 40 * step, str(step), 7)
    for bar in range(6):
        page.canvas.rect(140 + 60 * bar, 500, 30, 20 + 15 * bar, fill=1)
    page.caption(ONE, 486, "Figure 1: Bars.")
    page.text(ONE, 460, 20)
    assert is_just(only(page.done()).box, Box(104, 498, 500, 660))


def test_an_axis_longer_than_the_curve_on_it_is_whole() -> None:
    page = Paper()
    page.canvas.line(100, 500, 100, 650)
    page.rule(Column(100, 500), 500)
    page.canvas.bezier(100, 500, 150, 650, 200, 500, 300, 620)
    page.caption(ONE, 480, "Figure 1: A curve.")
    page.text(ONE, 460, 20)
    assert is_just(only(page.done()).box, Box(100, 500, 500, 650))


def test_the_lines_of_a_caption_are_joined_and_divided_words_made_whole() -> None:
    page = Paper()
    page.photo(Box(72, 500, 300, 700))
    page.line(72, 480, "Fig. 1. A convolution sees a small win-")
    page.line(72, 469.5, "dow and the Trans-")
    page.line(72, 459, "former a state-of-the-")
    page.line(72, 448.5, "art view.")
    page.text(ONE, 430, 20)
    words = "A convolution sees a small window and the Transformer a state-of-the-art view."
    assert only(page.done()).caption == words


def test_a_figure_across_both_columns_is_whole() -> None:
    page = Paper()
    left = page.plot(Box(70, 590, 290, 720))
    right = page.photo(Box(330, 600, 540, 716))
    end = page.caption(BOTH, 580, "Figure 1: Both. " + "Words on this and that. " * 8)
    page.text(LEFT, end - 14, 38)
    page.text(RIGHT, end - 14, 38)
    assert is_just(only(page.done()).box, Box(left.left, left.bottom, right.right, left.top))


def test_figures_side_by_side_in_two_columns_are_two() -> None:
    page = Paper()
    one = page.plot(Box(LEFT.left, 590, LEFT.right, 720))
    two = page.photo(Box(RIGHT.left + 20, 590, RIGHT.right, 720))
    page.caption(LEFT, 580, "Figure 1: Left.")
    page.caption(RIGHT, 580, "Figure 2: Right.")
    page.text(LEFT, 550, 38)
    page.text(RIGHT, 550, 38)
    first, second = found_in(page.done())
    assert (first.label, second.label) == ("Figure 1", "Figure 2")
    assert is_just(first.box, one)
    assert is_just(second.box, two)


def test_figures_side_by_side_in_one_column_are_two() -> None:
    page = Paper()
    one = page.plot(Box(72, 590, 290, 720))
    two = page.photo(Box(330, 590, 540, 720))
    page.caption(Column(90, 290), 580, "Figure 1: What is on the left.")
    page.caption(Column(340, 540), 580, "Figure 2: What is on the right.")
    page.text(ONE, 550, 38)
    first, second = found_in(page.done())
    assert is_just(first.box, one)
    assert is_just(second.box, two)


def test_a_figure_with_text_flowing_beside_it_is_cut_out() -> None:
    page = Paper()
    page.text(ONE, 720, 10)
    box = page.plot(Box(340, 450, 540, 590))
    page.caption(Column(380, 540), 444, "Figure 1: A short one.")
    page.text(Column(72, 325), 597, 15)
    page.text(ONE, 417, 22)
    assert is_just(only(page.done()).box, box)


def test_captions_on_top_are_seen_by_what_most_figures_have() -> None:
    page = Paper()
    boxes = []
    for number in range(2):
        top = 720 - 190 * number
        end = page.caption(ONE, top, f"Figure {number + 1}: Words on top.")
        boxes.append(page.photo(Box(150, end - 150, 450, end - 6)))
    page.text(ONE, 330, 20)
    found = found_in(page.done())
    assert [is_just(each.box, box) for each, box in zip(found, boxes, strict=True)] == [True] * 2


def test_a_first_page_keeps_title_rules_and_running_title_out_of_its_figure() -> None:
    page = Paper()
    page.rule(ONE, 740)
    page.line(180, 745, "A running title of the year 2021")
    page.line(150, 700, "A Gentle Network for Coloured Pictures", 17, "Times-Bold")
    page.line(220, 675, "A. Author    B. Writer    C. Reader", 11)
    box = page.plot(Box(90, 480, 520, 650))
    page.caption(ONE, 470, "Figure 1: Teaser.")
    page.text(ONE, 440, 25)
    page.rule(Column(72, 220), 120)
    page.text(ONE, 115, 2, size=8)
    assert is_just(only(page.done()).box, box)


def test_rows_of_panels_with_their_own_captions_are_one_figure() -> None:
    page = Paper()
    for row, top in enumerate((720, 600)):
        for place in range(3):
            left = 80 + 155 * place
            page.photo(Box(left, top - 90, left + 140, top), seed=place)
            page.line(left + 50, top - 104, f"({'abc'[place]}{row}) panel")
    page.caption(ONE, 480, "Figure 1: Panels.")
    page.text(ONE, 450, 25)
    assert is_just(only(page.done()).box, Box(80, 494, 530, 720))


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [(0, 0, 0, 0), (30, 40, 20, 10)])
def test_turned_and_cropped_pages_show_the_same_figure(
    turn: int, crop: tuple[int, int, int, int]
) -> None:
    page = Paper(turn=turn, crop=crop)
    box = page.plot(Box(LEFT.left, 560, LEFT.right, 720))
    end = page.caption(LEFT, 552, "Accuracy of the small network over time.", "Figure 1:")
    page.text(LEFT, end - 14, 38)
    page.text(RIGHT, 720, 52)
    left, bottom, _, _ = crop
    data = page.done()
    found = only(data)
    moved = Box(box.left - left, box.bottom - bottom, box.right - left, box.top - bottom)
    assert is_just(found.box, moved)
    upright = two_columns_with_one_plot()[0]
    assert drawn(data, found).size == pytest.approx(drawn(upright, only(upright)).size, abs=3)


def test_what_is_drawn_in_forms_within_forms_is_found_and_cut_to_what_is_seen() -> None:
    page = Paper()
    canvas = page.canvas
    canvas.beginForm("inner", 0, 0, 100, 60)
    canvas.rect(5, 5, 90, 50)
    canvas.rect(20, -400, 10, 900)  # sticks out, and is cut off
    canvas.endForm()
    canvas.beginForm("outer", 0, 0, 300, 200)
    canvas.scale(2, 2)
    canvas.translate(10, 10)
    canvas.doForm("inner")
    canvas.endForm()
    canvas.saveState()
    canvas.translate(100, 500)
    canvas.doForm("outer")
    canvas.restoreState()
    page.caption(ONE, 510, "Figure 1: Nested.")
    page.text(ONE, 480, 25)
    page.text(ONE, 740, 5)
    assert is_just(only(page.done()).box, Box(130, 520, 310, 640), slack=16)


def test_a_path_that_is_cut_off_counts_only_as_far_as_it_is_seen() -> None:
    page = Paper()
    canvas = page.canvas
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(150, 500, 300, 150)
    canvas.clipPath(window, stroke=0)
    canvas.line(100, 100, 500, 790)
    canvas.line(100, 790, 500, 100)
    canvas.restoreState()
    page.caption(ONE, 490, "Figure 1: Cut off.")
    page.text(ONE, 460, 25)
    page.text(ONE, 740, 5)
    assert is_just(only(page.done()).box, Box(150, 500, 450, 650))


def test_tables_and_algorithms_are_found_as_such() -> None:
    page = Paper()
    end = page.caption(ONE, 720, "Table 1: Accuracy of all.")
    top = end - 6
    for offset in (0, 16, 70):
        page.rule(Column(150, 450), top - offset)
    for row in range(5):
        for cell in range(4):
            page.line(160 + 75 * cell, top - 11 - 13.5 * row, f"{row}{cell}.{cell}", 9)
    page.text(ONE, top - 90, 12)
    algorithm = top - 270
    page.rule(ONE, algorithm + 14)
    page.line(ONE.left, algorithm, "Algorithm 1", 10, "Times-Bold")
    page.line(ONE.left + 60, algorithm, "Training by halves", 10)
    page.rule(ONE, algorithm - 5)
    for step in range(8):
        page.line(ONE.left + 10, algorithm - 18 - 12 * step, f"{step}: for each x do y", 10)
    page.rule(ONE, algorithm - 112)
    page.text(ONE, algorithm - 130, 10)
    table, steps = found_in(page.done())
    assert (table.kind, table.label) == ("table", "Table 1")
    assert (steps.kind, steps.label) == ("algorithm", "Algorithm 1")
    assert steps.caption == "Training by halves"
    assert is_just(table.box, Box(150, top - 70, 450, top))
    assert is_just(steps.box, Box(ONE.left, algorithm - 112, ONE.right, algorithm - 5))


def test_a_page_full_of_strokes_is_one_figure() -> None:
    page = Paper()
    box = page.strokes(Box(100, 450, 500, 700), 30_000)
    page.caption(ONE, 440, "Figure 1: Scattered.")
    page.text(ONE, 410, 20)
    found = only(page.done())
    assert found.box is not None
    assert found.box.bottom == pytest.approx(box.bottom - 4, abs=3)
    assert found.box.top == pytest.approx(box.top + 4, abs=5)


def test_figures_are_numbered_and_placed_in_the_order_of_the_pages() -> None:
    page = Paper()
    for number in range(1, 4):
        page.text(ONE, 740, 10)
        page.photo(Box(150, 400, 450, 580))
        page.caption(ONE, 390, f"Figure {number}: One of them.")
        page.text(ONE, 360, 10)
        page.next_page()
    found = found_in(page.done())
    assert [each.number for each in found] == [1, 2, 3]
    assert [each.page for each in found] == [0, 1, 2]
    positions = [each.position for each in found]
    assert positions == sorted(positions)
    assert positions[0] < 0.2
    assert 0.6 < positions[2] < 1


def test_only_the_first_thirty_pages_are_looked_at() -> None:
    page = Paper()
    for number in range(1, 33):
        page.photo(Box(150, 400, 450, 580))
        page.caption(ONE, 390, f"Figure {number}: One of them.")
        page.next_page()
    assert len(found_in(page.done())) == 30


def test_without_captions_the_largest_picture_of_the_first_pages_is_it() -> None:
    page = Paper()
    page.photo(Box(300, 600, 400, 700))
    page.next_page()
    box = page.photo(Box(100, 300, 400, 500))
    page.text(ONE, 280, 10)
    for _ in range(2):
        page.next_page()
    page.photo(Box(100, 100, 500, 700))
    found = only(page.done())
    assert (found.label, found.caption, found.page) == ("", "", 1)
    assert is_just(found.box, box)


@pytest.mark.parametrize("text", [True, False])
def test_a_pdf_without_figures_has_none(text: bool) -> None:
    page = Paper()
    page.photo(Box(0, 0, 612, 792))  # a page that was scanned
    if text:
        page.text(ONE, 720, 30)
    assert found_in(page.done()) == ()


def test_after_the_time_allowed_no_page_is_looked_at() -> None:
    page = Paper()
    page.photo(Box(150, 500, 450, 700))
    page.caption(ONE, 490, "Figure 1: What it shows.")
    assert found_in(page.done(), seconds=-1) == ()


def test_a_figure_is_drawn_whole_and_the_small_one_larger() -> None:
    page = Paper()
    page.photo(Box(250, 620, 350, 700))
    page.caption(ONE, 610, "Figure 1: Small.")
    page.photo(Box(72, 400, 540, 560))
    page.caption(ONE, 390, "Figure 2: Wide.")
    data = page.done()
    small, wide = found_in(data)
    assert drawn(data, small).width == pytest.approx(4 * 100, abs=25)
    assert drawn(data, wide).width == pytest.approx(1000, abs=25)


def test_no_picture_is_wider_or_higher_than_publishing_needs() -> None:
    page = Paper((3000, 3000))
    page.photo(Box(100, 300, 2900, 2900))
    page.caption(Column(100, 2900), 290, "Figure 1: A poster.")
    data = page.done()
    assert max(drawn(data, only(data)).size) <= 1400


def test_what_is_drawn_is_the_figure() -> None:
    page = Paper()
    page.canvas.setFillColorRGB(1, 0, 0)
    page.canvas.rect(200, 500, 200, 100, fill=1, stroke=0)
    page.canvas.setFillColorRGB(0, 0, 0)
    page.caption(ONE, 490, "Figure 1: Red.")
    data = page.done()
    picture = drawn(data, only(data)).convert("RGB")
    assert picture.getpixel((picture.width // 2, picture.height // 2)) == (255, 0, 0)
    assert picture.getpixel((12, picture.height // 2)) == (255, 0, 0)
    assert {picture.getpixel((0, y)) for y in range(picture.height)} == {(255, 255, 255)}


def test_the_pdf_is_fetched_once_for_all_its_pictures() -> None:
    finder, http = PaperPdf(settings_of()), RoutedHttp({URL: two_columns_with_one_plot()[0]})
    (candidate,) = finder.find(ITEM, http).candidates
    assert finder.picture(candidate, http) == finder.picture(candidate, http)
    assert http.requests == [URL]


def test_an_arxiv_paper_is_looked_for_at_arxiv_in_its_version() -> None:
    finder = paper_pdf.build(settings_of(api_url="http://127.0.0.1:9/api/query"))
    address = "http://127.0.0.1:9/pdf/2110.02178v2"
    http = RoutedHttp({address: two_columns_with_one_plot()[0]})
    assert finder.can_look(paper(version=2))
    assert finder.find(paper(version=2), http).candidates[0].addresses == (address,)


def test_without_the_address_of_a_pdf_there_is_nowhere_to_look() -> None:
    finder = paper_pdf.build(settings_of())
    assert finder.name == "pdf"
    assert finder.can_look(ITEM)
    assert not finder.can_look(Item(ITEM.reference, URL, "A page"))
    assert not finder.can_look(Item(ITEM.reference, URL, "A page", pdf="javascript:1"))


def locked() -> bytes:
    output = BytesIO()
    canvas = Canvas(output, encrypt=StandardEncryption("secret"), invariant=1)
    canvas.drawString(72, 700, "Figure 1: Locked.")
    canvas.save()
    return output.getvalue()


@pytest.mark.parametrize(
    ("answer", "error", "words"),
    [
        (Response(404, {}, b"", URL), NotFound, "there is no PDF"),
        (Response(410, {}, b"", URL), NotFound, "there is no PDF"),
        (Response(500, {}, b"", URL), ServiceUnavailable, "not available"),
        (Response(400, {}, b"", URL), RequestRefused, "refused"),
        (Response(401, {}, b"", URL), UnreadablePage, "programs"),
        (Response(200, {"content-type": "text/html"}, b"<html>", URL), BadAnswer, "text/html"),
        (b"", BadAnswer, "something else"),
        (b"%PDF-1.7 and no more", BadAnswer, "damaged"),
        (locked(), UnreadablePage, "password"),
    ],
)
def test_what_is_no_readable_pdf_is_an_error(
    answer: Response | bytes, error: type[AkiraError], words: str
) -> None:
    with pytest.raises(error) as caught:
        PaperPdf(settings_of()).find(ITEM, RoutedHttp({URL: answer}))
    assert URL in caught.value.message or "papers.example.org" in caught.value.message
    assert words in caught.value.message
    assert caught.value.hint


def test_a_candidate_of_another_finder_has_no_place_in_a_pdf() -> None:
    with pytest.raises(NotFound):
        PaperPdf(settings_of()).picture(
            Candidate(1, "figure", "Figure 1", "", (URL,), "page"), RoutedHttp({})
        )


@pytest.mark.parametrize(
    ("page", "box"), [(7, Box(10, 10, 90, 90)), (0, Box(900, 10, 990, 90)), (0, Box(9, 9, 9, 9))]
)
def test_a_place_that_the_pdf_does_not_have_is_an_error(page: int, box: Box) -> None:
    candidate = only(SMALL)._replace(page=page, box=box)
    with pytest.raises(BadAnswer):
        drawn(SMALL, candidate)


SMALL = two_columns_with_one_plot()[0]
QUIET = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUIET
@given(st.binary(max_size=200).map(lambda tail: b"%PDF-1.4\n" + tail) | st.binary(max_size=200))
def test_whatever_the_bytes_are_only_our_own_errors_come(data: bytes) -> None:
    with pytest.raises(AkiraError):
        found_in(data)


@QUIET
@given(st.data())
def test_a_damaged_pdf_gives_figures_or_our_own_errors(data: st.DataObject) -> None:
    damaged = bytearray(SMALL)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(9, len(SMALL) - 1))] = data.draw(st.integers(0, 255))
    finder, http = PaperPdf(settings_of()), RoutedHttp({URL: bytes(damaged)})
    with suppress(AkiraError):
        for candidate in finder.find(ITEM, http).candidates:
            assert finder.picture(candidate, http).startswith(b"\x89PNG")


@QUIET
@given(st.integers(0, len(SMALL)))
def test_half_a_pdf_gives_figures_or_our_own_errors(length: int) -> None:
    with suppress(AkiraError):
        found_in(SMALL[:length])
