"""A made paper as a PDF: in one column or two, with figures as vectors or as image objects."""

from __future__ import annotations

from calendar import month_abbr
from collections.abc import Callable
from functools import lru_cache, partial
from math import ceil
from typing import NamedTuple

from tests.figures.made_papers.papers import Float, MadePaper, Panel, split_mathematics
from tests.figures.made_papers.pdf_shapes import Sides, Spot, draw_bitmap, draw_vectors
from tests.figures.made_papers.prose import paragraphs_of, references_of
from tests.figures.made_papers.typesetter import (
    BOLD,
    ITALIC,
    ROMAN,
    DrawFloat,
    Style,
    Typesetter,
    lines_of,
)

CAPTION = Style(ROMAN, 9.0, 10.4)
ROW = 13.0
POINTS_PER_PIXEL = 0.55
TALLEST = 520.0
ROWS = (
    ("Method", "A", "B", "C"),
    ("Baseline", "71.2", "64.0", "58.8"),
    ("Ours", "74.9", "66.3", "61.0"),
)
STEPS = ("initialise the state", "for each step do", "    update the state", "end for", "return it")


class Placed(NamedTuple):
    """Where the picture of a float came to stand: the page from 0, and the sides in points of
    what is drawn, without its caption."""

    page: int
    box: Sides


class PdfPaper(NamedTuple):
    """The file, its number of pages, and where each float's picture stands, by label."""

    data: bytes
    pages: int
    placed: dict[str, Placed]


@lru_cache(maxsize=64)
def pdf_paper(paper: MadePaper) -> PdfPaper:
    """The PDF of a paper; the same bytes each time."""
    return _Writer(paper).written()


class _Writer:
    def __init__(self, paper: MadePaper) -> None:
        self._paper = paper
        self._setter = Typesetter(2 if paper.setting == "two-column" else 1, paper.title)
        self._placed: dict[str, Placed] = {}

    def written(self) -> PdfPaper:
        self._front()
        for number, heading in enumerate(self._paper.sections, 1):
            self._section(number, heading)
        self._setter.heading("References")
        for number, text in enumerate(references_of(self._paper), 1):
            self._setter.paragraph(f"[{number}] {text}", Style(ROMAN, 9.0, 10.2), indent=0.0)
        data = self._setter.finished()
        return PdfPaper(data, self._setter.page + 1, self._placed)

    def _front(self) -> None:
        paper, setter, canvas = self._paper, self._setter, self._setter.canvas
        canvas.saveState()
        canvas.rotate(90)
        canvas.setFillGray(0.5)
        canvas.setFont(ROMAN, 18)
        canvas.drawCentredString(396, -34, f"arXiv:{paper.id}v1  [cs.LG]  1 {_month(paper.id)}")
        canvas.restoreState()
        if paper.mark:
            draw_bitmap(canvas, Panel(paper.mark, 96, 96, 1), Spot(setter.left, 752, 0.45))
        setter.centred(paper.title, Style(BOLD, 16, 20), setter.full_width - 80)
        setter.y -= 8
        setter.centred("Ada Example    Ben Example", Style(ROMAN, 11, 14))
        setter.centred("Institute of Made Results", Style(ITALIC, 10, 13))
        setter.y -= 10
        for one in paper.in_section(0):
            setter.spanning(*self._figure(one, setter.full_width))
        setter.begin_columns()
        setter.heading("Abstract")
        setter.paragraph(paper.abstract, Style(ITALIC, 9.5, 11), indent=0.0)

    def _section(self, number: int, heading: str) -> None:
        setter = self._setter
        setter.heading(f"{number}  {heading}")
        floats = self._paper.in_section(number)
        texts = paragraphs_of(self._paper, number)
        for index, text in enumerate(texts):
            for one in floats[index :: len(texts)]:
                self._float(one)
            setter.paragraph(text)
            if index == 1:
                setter.equation(f"L = w x + b - {number} log n", number)

    def _float(self, one: Float) -> None:
        setter = self._setter
        if one.kind == "table":
            setter.column_float(*self._table(one, setter.column_width))
        elif one.kind == "algorithm":
            setter.column_float(*self._algorithm(one))
        elif "wrapped" in one.how:
            width = setter.column_width * 0.42
            height, draw = self._figure(one, width)
            setter.wrapped_float(height, width, draw)
        elif "wide" in one.how:
            setter.wide_float(*self._figure(one, setter.full_width))
        else:
            setter.column_float(*self._figure(one, setter.column_width))

    def _figure(self, one: Float, width: float) -> tuple[float, DrawFloat]:
        columns = min(2, len(one.panels))
        room = width / columns
        natural = one.panels[0].width * POINTS_PER_PIXEL
        # in narrow columns pictures fill the line; elsewhere they keep their size
        shown = room if "wide" in one.how or width < 300 else min(room, natural)
        scale = min((shown - 4) / one.panels[0].width, TALLEST / one.panels[0].height)
        high = one.panels[0].height * scale
        total = high * ceil(len(one.panels) / columns)
        caption = lines_of(self._caption(one), CAPTION, width)
        paint: Callable[..., Sides] = draw_bitmap if "bitmap" in one.how else draw_vectors

        def draw(left: float, top: float, width: float, page: int) -> None:
            begin = left + (width - columns * one.panels[0].width * scale) / 2
            boxes = []
            for index, panel in enumerate(one.panels):
                x = begin + index % columns * panel.width * scale
                spot = Spot(x, top - index // columns * high, scale)
                boxes.append(paint(self._setter.canvas, panel, spot))
            self._placed[one.label] = Placed(page, _around(boxes))
            self._lines(caption, left, top - total - 6, width)

        return total + 6 + len(caption) * CAPTION.leading, draw

    def _table(self, one: Float, width: float) -> tuple[float, DrawFloat]:
        caption = lines_of(self._caption(one), CAPTION, width)
        above = len(caption) * CAPTION.leading + 6

        def draw(left: float, top: float, width: float, page: int) -> None:
            canvas = self._setter.canvas
            self._lines(caption, left, top, width)
            first = top - above
            bottom = first - ROW * len(ROWS) - 4
            for y in (first, first - ROW - 2, bottom):
                canvas.line(left + 10, y, left + width - 10, y)
            canvas.setFont(ROMAN, 9.5)
            for row, cells in enumerate(ROWS):
                for column, cell in enumerate(cells):
                    x = left + 20 + column * (width - 40) / len(cells)
                    canvas.drawString(x, first - ROW * (row + 1) + 2, cell)
            self._placed[one.label] = Placed(page, (left, bottom, left + width, first))

        return above + ROW * len(ROWS) + 4, draw

    def _algorithm(self, one: Float) -> tuple[float, DrawFloat]:
        high = ROW * (len(STEPS) + 1) + 6

        def draw(left: float, top: float, width: float, page: int) -> None:
            canvas = self._setter.canvas
            for y in (top, top - ROW - 3, top - high):
                canvas.line(left, y, left + width, y)
            canvas.setFont(BOLD, 10)
            canvas.drawString(left + 2, top - ROW + 1, f"{one.label}  {one.caption}")
            canvas.setFont(ROMAN, 9.5)
            for number, step in enumerate(STEPS, 1):
                indent = 14 + 10 * (len(step) - len(step.lstrip()))
                y = top - ROW * (number + 1)
                canvas.drawString(left + 2, y, f"{number}:")
                canvas.drawString(left + indent, y, step.strip())
            self._placed[one.label] = Placed(page, (left, top - high, left + width, top))

        return high, draw

    def _caption(self, one: Float) -> str:
        label = self._paper.labels.format(one.number)
        if one.kind == "table":
            label = f"Table {one.number}:"
        words = "".join(
            _spelled(piece) if mathematics else piece
            for mathematics, piece in split_mathematics(one.caption)
        )
        return f"{label} {words}"

    def _lines(self, lines: list[str], left: float, top: float, width: float) -> None:
        canvas = self._setter.canvas
        canvas.setFont(CAPTION.font, CAPTION.size)
        # one line stands in the middle, as LaTeX has it
        write = partial(canvas.drawString, left)
        if len(lines) == 1:
            write = partial(canvas.drawCentredString, left + width / 2)
        for number, line in enumerate(lines, 1):
            write(top - number * CAPTION.leading, line)


def _around(boxes: list[Sides]) -> Sides:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _spelled(tex: str) -> str:
    return "".join(letter for letter in tex if letter not in "\\{}_^")


def _month(paper_id: str) -> str:
    return f"{month_abbr[int(paper_id[2:4])]} 20{paper_id[:2]}"
