"""Small papers, drawn: columns of text with plots, photographs and captions at known places.

Every drawing returns its own box, so that a test knows what a figure must hold.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from itertools import cycle, islice
from math import cos, sin
from typing import NamedTuple

from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from akira_cli.core.figures import Box

LETTER = (612.0, 792.0)
PROSE = (
    "the gentle network learns a shallow representation of every coloured picture and keeps "
    "most of its attention near those tokens that carry meaning while other parts stay silent "
    "because nothing rewards them during training so their weights decay towards small values"
)


class Column(NamedTuple):
    """Left and right edge of a column, in points."""

    left: float
    right: float


ONE = Column(72.0, 540.0)
LEFT = Column(54.0, 296.0)
RIGHT = Column(316.0, 558.0)
BOTH = Column(54.0, 558.0)


class Paper:
    """A PDF that is being drawn, page by page."""

    def __init__(
        self,
        size: tuple[float, float] = LETTER,
        turn: int = 0,
        crop: tuple[int, int, int, int] = (0, 0, 0, 0),
    ) -> None:
        """`turn` writes the one page sideways and turns it upright again, clockwise in degrees;
        `crop` cuts that much off it as it is shown: left, bottom, right, top."""
        across, up = size
        left, bottom, right, top = crop
        self._output = BytesIO()
        self.canvas = Canvas(self._output, pagesize=size, invariant=1)  # turned with the page
        self._words = cycle(PROSE.split())
        matrix = {
            0: (1, 0, 0, 1, 0, 0),
            90: (0, 1, -1, 0, up, 0),
            180: (-1, 0, 0, -1, across, up),
            270: (0, -1, 1, 0, 0, across),
        }[turn]
        self.canvas.transform(*matrix)
        self.canvas.setPageRotation(turn)
        (x, y), (other_x, other_y) = (
            self.canvas.absolutePosition(*point)
            for point in ((left, bottom), (across - right, up - top))
        )
        box = (min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y))
        self.canvas.setCropBox(box)

    def text(self, column: Column, top: float, lines: int, size: float = 10) -> float:
        """A justified paragraph; returns where it ends."""
        y = top - size
        for _ in range(lines):
            self._justified(column, y, self._fitting(column, size), size)
            y -= 1.2 * size
        return y + size

    def _fitting(self, column: Column, size: float) -> list[str]:
        words: list[str] = []
        while stringWidth(" ".join(words), "Times-Roman", size) < column.right - column.left:
            words += islice(self._words, 1)
        return words[:-1]

    def _justified(self, column: Column, y: float, words: Sequence[str], size: float) -> None:
        line = " ".join(words)
        blank = column.right - column.left - stringWidth(line, "Times-Roman", size)
        self.canvas.setFont("Times-Roman", size)
        text = self.canvas.beginText(column.left, y)
        text.setWordSpace(blank / max(len(words) - 1, 1))
        text.textOut(line)
        self.canvas.drawText(text)

    def line(self, x: float, y: float, words: str, size: float = 9, font: str = "Times") -> None:
        """One line of text as it is; `font` is `Times` or `Helvetica`."""
        name = {"Times": "Times-Roman"}.get(font, font)
        self.canvas.setFont(name, size)
        self.canvas.drawString(x, y, words)

    def caption(self, column: Column, top: float, words: str, label: str = "") -> float:
        """A caption in 9 points, wrapped; a `label` before it is bold. Returns where it ends."""
        y, size = top - 9.0, 9.0
        x = column.left
        if label:
            self.line(x, y, label, size, "Times-Bold")
            x += stringWidth(label + " ", "Times-Bold", size)
        line = ""
        for word in words.split():
            if x + stringWidth(f"{line} {word}", "Times-Roman", size) > column.right:
                self.line(x, y, line, size)
                x, y, line = column.left, y - 10.5, word
            else:
                line = f"{line} {word}".strip()
        self.line(x, y, line, size)
        return y - 2

    def plot(self, box: Box, segments: int = 200, strokes: int = 1) -> Box:
        """Axes with tick labels and names, and a curve; the names stick out of `box` by nothing."""
        canvas, inner = self.canvas, Box(box.left + 34, box.bottom + 26, box.right, box.top - 1)
        canvas.setLineWidth(0.6)
        canvas.rect(inner.left, inner.bottom, inner.right - inner.left, inner.top - inner.bottom)
        for tick in range(5):
            share = tick / 4
            x = inner.left + share * (inner.right - inner.left - 14)
            y = inner.bottom + share * (inner.top - inner.bottom - 6)
            self.line(x, inner.bottom - 11, str(25 * tick), 7, "Helvetica")
            self.line(inner.left - 16, y, f"0.{tick}", 7, "Helvetica")
        self.line((inner.left + inner.right) / 2 - 14, box.bottom + 2, "epochs", 8, "Helvetica")
        canvas.saveState()
        canvas.translate(box.left + 8, (inner.bottom + inner.top) / 2 - 14)
        canvas.rotate(90)
        self.line(0, 0, "accuracy", 8, "Helvetica")
        canvas.restoreState()
        for stroke in range(strokes):
            canvas.setStrokeColorRGB(0.1, 0.3, (stroke % 7) / 7)
            self._curve(inner, segments, stroke)
        canvas.setStrokeColorRGB(0, 0, 0)
        return box

    def _curve(self, box: Box, segments: int, seed: int) -> None:
        path = self.canvas.beginPath()
        middle, high = (box.bottom + box.top) / 2, (box.top - box.bottom) / 2 - 3
        for step in range(segments + 1):
            x = box.left + (box.right - box.left) * step / segments
            y = middle + high * sin(seed + step / 40) * cos(step / 17)
            (path.lineTo if step else path.moveTo)(x, y)
        self.canvas.drawPath(path)

    def strokes(self, box: Box, count: int) -> Box:
        """As many short lines, each a thing of its own."""
        for step in range(count):
            x = box.left + (box.right - box.left - 3) * step / count
            y = box.bottom + (box.top - box.bottom - 3) * ((step * 37) % 101) / 101
            self.canvas.line(x, y, x + 3, y + 3)
        return box

    def photo(self, box: Box, pixels: tuple[int, int] = (60, 40), seed: int = 0) -> Box:
        """A picture, filling its box."""
        image = photograph(pixels, seed)
        self.canvas.drawImage(
            ImageReader(image), box.left, box.bottom, box.right - box.left, box.top - box.bottom
        )
        return box

    def rule(self, column: Column, y: float) -> None:
        """A line across a column."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(column.left, y, column.right, y)

    def next_page(self) -> None:
        """End the page."""
        self.canvas.showPage()

    def done(self) -> bytes:
        """The whole PDF."""
        self.canvas.save()
        return self._output.getvalue()


def photograph(pixels: tuple[int, int], seed: int = 0) -> Image.Image:
    """Soft colours with a little grain, as a camera gives them."""
    small = Image.radial_gradient("L").resize(pixels)
    turned = Image.linear_gradient("L").rotate(37 * seed).resize(pixels)
    grain = Image.effect_mandelbrot(pixels, (-2, -1.2, 1, 1.2), 60)
    return Image.merge("RGB", (small, turned, grain))


def two_columns_with_one_plot() -> tuple[bytes, Box]:
    """Text, a plot on top of the left column with its caption, text all around."""
    paper = Paper()
    box = paper.plot(Box(LEFT.left, 560, LEFT.right, 720))
    end = paper.caption(LEFT, 552, "Accuracy of the small network over time.", "Figure 1:")
    paper.text(LEFT, end - 14, 38)
    paper.text(RIGHT, 720, 52)
    return paper.done(), box
