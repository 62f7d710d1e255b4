"""The shapes that pictures of made papers consist of, for any renderer.

Coordinates are pixels from the upper left corner.
"""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from typing import NamedTuple, TypeAlias

Colour: TypeAlias = tuple[int, int, int]
Point: TypeAlias = tuple[float, float]

INK: Colour = (40, 40, 46)
GREY: Colour = (150, 152, 160)
PAPER: Colour = (255, 255, 255)
STRONG: tuple[Colour, ...] = ((31, 119, 180), (255, 127, 14), (44, 160, 44), (214, 39, 40))
PALE: tuple[Colour, ...] = (
    (218, 232, 252),
    (255, 230, 204),
    (213, 232, 212),
    (248, 206, 204),
    (225, 213, 231),
)


class Block(NamedTuple):
    """A rectangle."""

    left: float
    top: float
    width: float
    height: float
    fill: Colour | None = None
    edge: Colour | None = INK


class Stroke(NamedTuple):
    """A line through points, with an arrow head at its end or without."""

    points: tuple[Point, ...]
    colour: Colour = INK
    width: float = 2.0
    arrow: bool = False


class Disc(NamedTuple):
    """A filled circle."""

    centre: Point
    radius: float
    fill: Colour
    edge: Colour | None = INK


class Words(NamedTuple):
    """One line of text, centred on a point or begun at it."""

    at: Point
    text: str
    size: float
    centred: bool = True


class Photo(NamedTuple):
    """A rectangle of what looks like a photograph."""

    left: float
    top: float
    width: float
    height: float
    seed: int


Shape: TypeAlias = Block | Stroke | Disc | Words | Photo


class Frame(NamedTuple):
    """Where to draw, and the chance to draw with."""

    left: float
    top: float
    width: float
    height: float
    chance: Random

    def parts(self, columns: int, rows: int = 1, gap: float = 0.12) -> list[Frame]:
        """The frame cut into a grid, row by row, with gaps that are a share of a part."""
        wide, high = self.width / columns, self.height / rows
        return [
            Frame(
                self.left + wide * (column + gap / 2),
                self.top + high * (row + gap / 2),
                wide * (1 - gap),
                high * (1 - gap),
                self.chance,
            )
            for row in range(rows)
            for column in range(columns)
        ]

    @property
    def middle(self) -> Point:
        return self.left + self.width / 2, self.top + self.height / 2

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


def ink(shapes: Iterable[Shape]) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is drawn; the width of words is a guess."""
    lefts, tops, rights, bottoms = zip(*map(_extent, shapes), strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _extent(shape: Shape) -> tuple[float, float, float, float]:
    match shape:
        case Block(left, top, width, height) | Photo(left, top, width, height):
            return left, top, left + width, top + height
        case Stroke(points):
            across, down = zip(*points, strict=True)
            return min(across), min(down), max(across), max(down)
        case Disc((x, y), radius):
            return x - radius, y - radius, x + radius, y + radius
        case Words((x, y), text, size, centred):
            wide = len(text) * size * 0.5
            left = x - wide / 2 if centred else x
            return left, y - size / 2, left + wide, y + size / 2
