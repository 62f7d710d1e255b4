"""Pages, columns and lines: just enough typesetting for a PDF to look like a paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple, TypeAlias

from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
BOTTOM = 72.0
ROMAN, BOLD, ITALIC = "Times-Roman", "Times-Bold", "Times-Italic"

DrawFloat: TypeAlias = Callable[[float, float, float, int], None]
"""Draws a float into left, top and width (points) on a page (from 0)."""


class Waiting(NamedTuple):
    """A float that did not fit and goes to the next top of a column or a page."""

    height: float
    draw: DrawFloat


class Style(NamedTuple):
    """How lines are set: font, size in points, and distance between them."""

    font: str = ROMAN
    size: float = 10.0
    leading: float = 11.6


class Typesetter:
    """Fills columns from the top, page by page.

    Wide floats wait for the top of the next page, other floats that do not fit for the top of
    the next column and for the wide ones before them.
    """

    def __init__(self, columns: int, running_head: str) -> None:
        self._out = BytesIO()
        self.canvas = Canvas(self._out, pagesize=(WIDTH, HEIGHT), invariant=1)
        self._running_head = running_head
        self.left, self.full_width = (54.0, 504.0) if columns == 2 else (108.0, 396.0)
        gap = 18.0 if columns == 2 else 0.0
        self.column_width = (self.full_width - gap * (columns - 1)) / columns
        self._lefts = [self.left + (self.column_width + gap) * index for index in range(columns)]
        self.page = 0
        self._column = 0
        self.top = self.y = 716.0
        self._waiting_wide: list[Waiting] = []
        self._waiting: list[Waiting] = []
        self._wrap_bottom, self._wrap_width = HEIGHT, 0.0

    @property
    def x(self) -> float:
        """The left edge of the current column."""
        return self._lefts[self._column]

    def begin_columns(self) -> None:
        """Let the columns of the first page begin here, below what spans them."""
        self.top = self.y

    def paragraph(self, text: str, style: Style = Style(), indent: float = 10.0) -> None:  # noqa: B008  # a value
        """Justified lines in the current column, and on."""
        words = text.split()
        while words:
            self._need(style.leading)
            beside = self.y - style.leading < self._wrap_bottom or not self._wrap_width
            width = self.column_width - (0.0 if beside else self._wrap_width) - indent
            count = _fitting(words, style, width)
            self.y -= style.leading
            space = 0.0
            if count < len(words) and count > 1:
                rest = width - stringWidth(" ".join(words[:count]), style.font, style.size)
                space = rest / (count - 1)
            self.line(self.x + indent, self.y, " ".join(words[:count]), style, space)
            words, indent = words[count:], 0.0
        self.y -= 3

    def line(self, x: float, y: float, text: str, style: Style, space: float = 0.0) -> None:
        """One line, with so much more space between words."""
        pen = self.canvas.beginText(x, y)
        pen.setFont(style.font, style.size)
        pen.setWordSpace(space)
        pen.textOut(text)
        self.canvas.drawText(pen)

    def centred(self, text: str, style: Style, width: float | None = None) -> None:
        """Centred lines across all columns, or in so much width."""
        for line in lines_of(text, style, width or self.full_width):
            self.y -= style.leading
            self.canvas.setFont(style.font, style.size)
            self.canvas.drawCentredString(self.left + self.full_width / 2, self.y, line)

    def heading(self, text: str) -> None:
        """A section's heading, kept with the line after it."""
        self._need(50)
        self.y -= 22
        self.line(self.x, self.y, text, Style(BOLD, 12))
        self.y -= 4

    def equation(self, text: str, number: int) -> None:
        """A displayed formula with its number at the right."""
        self._need(34)
        self.y -= 20
        self.canvas.setFont(ITALIC, 10.5)
        self.canvas.drawCentredString(self.x + self.column_width / 2, self.y, text)
        self.canvas.setFont(ROMAN, 10)
        self.canvas.drawRightString(self.x + self.column_width, self.y, f"({number})")
        self.y -= 10

    def spanning(self, height: float, draw: DrawFloat) -> None:
        """A float across all columns, here."""
        draw(self.left, self.y - 8, self.full_width, self.page)
        self.y -= height + 20

    def wide_float(self, height: float, draw: DrawFloat) -> None:
        """A float across all columns: at the top of the next page."""
        if len(self._lefts) == 1:
            self.column_float(height, draw)
        else:
            self._waiting_wide.append(Waiting(height, draw))

    def column_float(self, height: float, draw: DrawFloat) -> None:
        """A float in the column: here when it fits, else at the top of a later one."""
        full = self.y - height - 24 < BOTTOM
        if full or self._waiting or self._waiting_wide or self._wrapping:
            self._waiting.append(Waiting(height, draw))
        else:
            self._place(Waiting(height, draw))

    def wrapped_float(self, height: float, width: float, draw: DrawFloat) -> None:
        """A float at the right with the text running beside it."""
        if self.y - height - 24 < BOTTOM:
            self._break()
        draw(self.x + self.column_width - width, self.y - 8, width, self.page)
        self._wrap_bottom, self._wrap_width = self.y - height - 20, width + 14

    def finished(self) -> bytes:
        """The whole PDF, with all that waited."""
        while self._waiting or self._waiting_wide:
            self._break()
        self._footer()
        self.canvas.save()
        return self._out.getvalue()

    @property
    def _wrapping(self) -> bool:
        return bool(self._wrap_width) and self.y > self._wrap_bottom

    def _need(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self._break()

    def _break(self) -> None:
        self._wrap_width = 0.0
        if self._column + 1 < len(self._lefts):
            self._column += 1
        else:
            self._new_page()
        self.y = self.top
        if not self._waiting_wide:  # they came before, and numbers must not be out of order
            self._place_waiting()

    def _new_page(self) -> None:
        self._footer()
        self.canvas.showPage()
        self.page += 1
        self._column = 0
        self.canvas.setFont(ITALIC, 9)
        self.canvas.drawCentredString(WIDTH / 2, 748, self._running_head)
        self.canvas.setLineWidth(0.4)
        self.canvas.line(self.left, 743, self.left + self.full_width, 743)
        self.top = self.y = 728.0
        while self._waiting_wide and self.y - self._waiting_wide[0].height > BOTTOM:
            one = self._waiting_wide.pop(0)
            self.spanning(one.height, one.draw)
        self.top = self.y

    def _place_waiting(self) -> None:
        while self._waiting and self.y - self._waiting[0].height - 24 > BOTTOM:
            self._place(self._waiting.pop(0))

    def _footer(self) -> None:
        self.canvas.setFont(ROMAN, 9)
        self.canvas.drawCentredString(WIDTH / 2, 40, str(self.page + 1))

    def _place(self, one: Waiting) -> None:
        one.draw(self.x, self.y - 8, self.column_width, self.page)
        self.y -= one.height + 20


def lines_of(text: str, style: Style, width: float) -> list[str]:
    """The text broken into lines that fit the width."""
    words, lines = text.split(), []
    while words:
        count = _fitting(words, style, width)
        lines.append(" ".join(words[:count]))
        words = words[count:]
    return lines


def _fitting(words: list[str], style: Style, width: float) -> int:
    count, used = 0, 0.0
    blank = stringWidth(" ", style.font, style.size)
    for word in words:
        used += stringWidth(word, style.font, style.size) + (blank if count else 0.0)
        if used > width:
            break
        count += 1
    return max(1, count)
