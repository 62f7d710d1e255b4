"""What stands where on a page of a PDF, as values. Pure.

All boxes are in points from the lower left corner of the page as it is shown: cropped and turned.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from akira_cli.core.figures import Box


class Line(NamedTuple):
    """A piece of text on one line: nothing in it is further apart than words are.

    `size` is the font's in points; `label_stands_out` says that it begins with a label, `Figure 1`,
    in another font than the words after it, `begins` that nothing goes before it on its line.
    """

    text: str
    box: Box
    size: float
    label_stands_out: bool = False
    begins: bool = True


class Drawing(NamedTuple):
    """Something drawn: a picture, a path, a shading."""

    box: Box
    is_image: bool


class PageLayout(NamedTuple):
    """A page by its number in the document (from 0), its size in points and what is on it."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    drawings: tuple[Drawing, ...]


def width(box: Box) -> float:
    """How wide it is, in points."""
    return box.right - box.left


def height(box: Box) -> float:
    """How high it is, in points."""
    return box.top - box.bottom


def area(box: Box) -> float:
    """In square points; nought for a box turned inside out."""
    return max(width(box), 0.0) * max(height(box), 0.0)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them; there must be one."""
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def common(one: Box, other: Box) -> Box:
    """What both cover, turned inside out where they do not meet."""
    return Box(
        max(one.left, other.left),
        max(one.bottom, other.bottom),
        min(one.right, other.right),
        min(one.top, other.top),
    )


def grown(box: Box, margin: float) -> Box:
    """With a margin on all sides, in points."""
    return Box(box.left - margin, box.bottom - margin, box.right + margin, box.top + margin)


def meet(one: Box, other: Box) -> bool:
    """Whether the two have a point in common, on their edges at least."""
    shared = common(one, other)
    return shared.left <= shared.right and shared.bottom <= shared.top


def share_side(one: Box, other: Box) -> bool:
    """Whether one stands above the other, at any distance: they have some width in common."""
    return min(one.right, other.right) > max(one.left, other.left) + 3


def centre(box: Box) -> tuple[float, float]:
    """The point in its middle."""
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2


def holds(box: Box, point: tuple[float, float]) -> bool:
    """Whether the point lies in the box."""
    return box.left <= point[0] <= box.right and box.bottom <= point[1] <= box.top


class View(NamedTuple):
    """How a page is shown: the part of its contents' coordinates that is seen, and the turn
    clockwise in degrees."""

    crop: Box
    turn: int

    @property
    def shown(self) -> Box:
        """The page as it is shown."""
        across, up = width(self.crop), height(self.crop)
        return Box(0.0, 0.0, *((up, across) if self.turn in (90, 270) else (across, up)))

    def place(self, box: Box) -> Box:
        """Where something of the contents is shown."""
        left, bottom = box.left - self.crop.left, box.bottom - self.crop.bottom
        right, top = box.right - self.crop.left, box.top - self.crop.bottom
        across, up = width(self.crop), height(self.crop)
        if self.turn == 90:
            return Box(bottom, across - right, top, across - left)
        if self.turn == 180:
            return Box(across - right, up - top, across - left, up - bottom)
        if self.turn == 270:
            return Box(up - top, left, up - bottom, right)
        return Box(left, bottom, right, top)
