"""A white sheet on which a sketch is drawn, and the few shapes and colours sketches are made of."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cache
from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

Point = tuple[float, float]
Colour = str

WIDTH = 1200
MARGIN = 40
SMALLEST_TEXT = 34

WHITE = "#ffffff"
INK = "#22304a"
BLUE = "#3c72b4"
ORANGE = "#cf682c"
PALE = "#d7e4f2"
GREY = "#a3adba"

SMOOTHING = 2  # everything is drawn this many times larger, then reduced
SHADES = 48
HEAD = 26  # length of an arrow's head


class Box(NamedTuple):
    """A rectangle in pixels, from its upper left corner, and the points arrows go to."""

    x: float
    y: float
    width: float
    height: float

    def at(self, across: float, down: float) -> Point:
        """The point at these fractions of the width and the height."""
        return self.x + across * self.width, self.y + down * self.height

    @property
    def left(self) -> Point:
        return self.at(0, 0.5)

    @property
    def right(self) -> Point:
        return self.at(1, 0.5)

    @property
    def top(self) -> Point:
        return self.at(0.5, 0)

    @property
    def bottom(self) -> Point:
        return self.at(0.5, 1)

    @property
    def centre(self) -> Point:
        return self.at(0.5, 0.5)


class Label(NamedTuple):
    """A text that was written, its size, and the room it takes."""

    text: str
    size: int
    box: Box


class Canvas:
    """A sheet `WIDTH` pixels wide; all places and sizes are in pixels of the finished picture."""

    def __init__(self, height: int) -> None:
        self.labels: list[Label] = []
        size = (WIDTH * SMOOTHING, height * SMOOTHING)
        self._image = Image.new("RGB", size, WHITE)
        self._pen = ImageDraw.Draw(self._image)

    def box(
        self, box: Box, fill: Colour | None = PALE, edge: Colour | None = None, radius: int = 14
    ) -> None:
        """A rounded rectangle."""
        right, bottom = box.x + box.width, box.y + box.height
        self._pen.rounded_rectangle(
            _scaled((box.x, box.y), (right, bottom)),
            radius=radius * SMOOTHING,
            fill=fill,
            outline=edge,
            width=5 * SMOOTHING,
        )

    def block(self, box: Box, text: str, fill: Colour = BLUE, size: int = 38) -> Box:
        """A rounded rectangle with a text in it, light on dark or dark on light."""
        self.box(box, fill)
        self.text(box.centre, text, size, INK if fill in (PALE, GREY) else WHITE)
        return box

    def frame(self, box: Box, colour: Colour = INK, fill: Colour | None = WHITE) -> None:
        """The outline of a rectangle, barely rounded."""
        self.box(box, fill, colour, radius=6)

    def text(
        self,
        point: Point,
        text: str,
        size: int = 38,
        colour: Colour = INK,
        anchor: str = "mm",
    ) -> None:
        """Lines of text around a point; the anchor is Pillow's, `lm` for left and middle."""
        lines = text.split("\n")
        step = size * 1.15
        for number, line in enumerate(lines):
            self._line_of_text(
                (point[0], point[1] + (number - (len(lines) - 1) / 2) * step),
                line,
                size,
                colour,
                anchor,
            )

    def _line_of_text(
        self, point: Point, text: str, size: int, colour: Colour, anchor: str
    ) -> None:
        place, font = _scaled(point)[0], _font(size * SMOOTHING)
        self._pen.text(place, text, colour, font, anchor)
        left, top, right, bottom = (
            edge / SMOOTHING for edge in self._pen.textbbox(place, text, font, anchor)
        )
        self.labels.append(Label(text, size, Box(left, top, right - left, bottom - top)))

    def dot(self, centre: Point, radius: float, fill: Colour = INK) -> None:
        """A filled circle."""
        self._pen.circle(_scaled(centre)[0], radius * SMOOTHING, fill)

    def ring(self, centre: Point, radius: float, colour: Colour = INK, width: int = 5) -> None:
        """The outline of a circle."""
        self._pen.circle(_scaled(centre)[0], radius * SMOOTHING, None, colour, width * SMOOTHING)

    def arc(self, centre: Point, radius: float, start: int, end: int, colour: Colour) -> None:
        """A thick part of a circle, its angles in degrees clockwise from three o'clock."""
        (x, y), reach = centre, radius
        corners = _scaled((x - reach, y - reach), (x + reach, y + reach))
        self._pen.arc(corners, start, end, colour, 8 * SMOOTHING)

    def polygon(self, points: Sequence[Point], fill: Colour) -> None:
        """A filled shape with straight sides."""
        self._pen.polygon(_scaled(*points), fill)

    def line(self, points: Sequence[Point], colour: Colour = INK, width: int = 5) -> None:
        """A line through points, with round ends."""
        scaled = _scaled(*points)
        self._pen.line(scaled, colour, width * SMOOTHING, "curve")
        for end in (points[0], points[-1]):
            self.dot(end, width / 2, colour)

    def dashes(self, start: Point, end: Point, colour: Colour = INK, width: int = 5) -> None:
        """A broken line."""
        pieces = max(1, round(math.dist(start, end) / 26))
        for piece in range(pieces):
            self.line(
                [_between(start, end, (piece + share) / pieces) for share in (0.15, 0.7)],
                colour,
                width,
            )

    def arrow(self, *points: Point, colour: Colour = INK, width: int = 6) -> None:
        """A line through points whose head touches the last of them."""
        base = self._head(points[-2], points[-1], colour)
        self.line([*points[:-1], base], colour, width)

    def double_arrow(self, start: Point, end: Point, colour: Colour = INK, width: int = 6) -> None:
        """A straight line with a head at each end."""
        bases = [self._head(end, start, colour), self._head(start, end, colour)]
        self.line(bases, colour, width)

    def _head(self, before: Point, tip: Point, colour: Colour) -> Point:
        """Draw the head of an arrow; the line has to end at the point returned."""
        base = _between(tip, before, HEAD / math.dist(before, tip))
        across, down = (tip[1] - base[1]) / 2, (base[0] - tip[0]) / 2
        wings = [(base[0] + side * across, base[1] + side * down) for side in (1, -1)]
        self.polygon([tip, *wings], colour)
        return base

    def png(self) -> bytes:
        """The finished picture, in a palette of few shades and without metadata."""
        small = self._image.reduce(SMOOTHING)
        shades = small.quantize(SHADES, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        stream = BytesIO()
        shades.save(stream, "PNG", optimize=True)
        return stream.getvalue()


def _scaled(*points: Point) -> list[Point]:
    return [(x * SMOOTHING, y * SMOOTHING) for x, y in points]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + share * (end[0] - start[0]), start[1] + share * (end[1] - start[1])


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    """The typeface that comes with Pillow, so that no font file is needed; it has ASCII."""
    font = ImageFont.load_default(size)
    if not isinstance(font, ImageFont.FreeTypeFont):  # a build of Pillow without FreeType
        raise TypeError("drawing text needs a Pillow built with FreeType")
    return font
