"""What several sketches have in them: grids, film strips, axes, bars, faces, photos, clusters."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from docs.figures.canvas import (
    BLUE,
    GREY,
    INK,
    ORANGE,
    PALE,
    WHITE,
    Box,
    Canvas,
    Colour,
    Point,
)

GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))


def grid(
    canvas: Canvas, corner: Point, rows: Sequence[Sequence[Colour]], cell: float, gap: float = 6
) -> list[list[Box]]:
    """Small squares in rows; `cell` is the side of one, `gap` the white between two."""
    step = cell + gap
    x, y = corner
    boxes = [
        [Box(x + column * step, y + row * step, cell, cell) for column in range(len(colours))]
        for row, colours in enumerate(rows)
    ]
    for places, colours in zip(boxes, rows, strict=True):
        for place, colour in zip(places, colours, strict=True):
            canvas.box(place, colour, radius=5)
    return boxes


def extent(boxes: Sequence[Sequence[Box]]) -> Box:
    """The rectangle around a grid."""
    first, last = boxes[0][0], boxes[-1][-1]
    return Box(first.x, first.y, last.x + last.width - first.x, last.y + last.height - first.y)


def film(canvas: Canvas, box: Box, frames: int, lit: Sequence[int] = ()) -> list[Box]:
    """A strip of film; the frames counted in `lit` are orange. Returns the frames."""
    canvas.box(box, INK, radius=8)
    step = box.width / frames
    places = [
        Box(box.x + number * step + 6, box.y + 26, step - 12, box.height - 52)
        for number in range(frames)
    ]
    for number, place in enumerate(places):
        canvas.box(place, ORANGE if number in lit else PALE, radius=4)
    holes = round(box.width / 30)
    for hole in range(holes):
        x = box.x + (hole + 0.5) * box.width / holes - 6
        for y in (box.y + 8, box.y + box.height - 18):
            canvas.box(Box(x, y, 12, 10), WHITE, radius=2)
    return places


def axes(canvas: Canvas, box: Box, across: str, up: str) -> None:
    """Two axes with arrows along the left and lower sides of a box, and their names."""
    corner = box.at(0, 1)
    canvas.arrow(corner, box.at(0, 0))
    canvas.arrow(corner, box.at(1, 1))
    canvas.text((box.x + box.width, corner[1] + 38), across, 36, anchor="rm")
    canvas.text((box.x + 24, box.y + 8), up, 36, anchor="lm")


def curve(
    canvas: Canvas, box: Box, height: Callable[[float], float], colour: Colour, start: float = 0
) -> None:
    """The graph of a function from 0..1 to 0..1, filling the box."""
    steps = [start + (1 - start) * step / 80 for step in range(81)]
    canvas.line([box.at(x, 1 - height(x)) for x in steps], colour, 9)


def bars(canvas: Canvas, box: Box, heights: Sequence[float], colours: Sequence[Colour]) -> None:
    """Bars of heights 0..1 that stand on the lower side of a box."""
    step = box.width / len(heights)
    base = box.y + box.height
    for number, (height, colour) in enumerate(zip(heights, colours, strict=True)):
        tall = height * box.height
        canvas.box(
            Box(box.x + (number + 0.15) * step, base - tall, step * 0.7, tall), colour, radius=3
        )
    canvas.line([box.at(0, 1), box.at(1, 1)])


def face(canvas: Canvas, centre: Point, radius: float) -> None:
    """A plain smiling face."""
    x, y = centre
    canvas.dot(centre, radius, PALE)
    for side in (-1, 1):
        canvas.dot((x + side * radius * 0.36, y - radius * 0.2), radius * 0.11, INK)
    canvas.arc((x, y + radius * 0.1), radius * 0.45, 25, 155, INK)


def person(canvas: Canvas, foot: Point, height: float, colour: Colour) -> None:
    """A standing figure: a head above a body."""
    x, y = foot
    width = height * 0.42
    canvas.dot((x, y - height * 0.83), height * 0.17, colour)
    canvas.box(Box(x - width / 2, y - height * 0.6, width, height * 0.6), colour, radius=12)


def tree(canvas: Canvas, foot: Point, height: float, colour: Colour = BLUE) -> None:
    """A tree: a triangle on a trunk."""
    x, y = foot
    canvas.line([(x, y), (x, y - height * 0.4)], INK, 8)
    sides = [(x - height * 0.32, y - height * 0.25), (x + height * 0.32, y - height * 0.25)]
    canvas.polygon([*sides, (x, y - height)], colour)


def photo(canvas: Canvas, box: Box, *, sun: float = 0.72) -> None:
    """A framed landscape: a hill, a mountain and a sun at this fraction of the width."""
    canvas.frame(box, fill=PALE)
    canvas.dot(box.at(sun, 0.27), box.width * 0.09, ORANGE)
    canvas.polygon([box.at(0.06, 0.93), box.at(0.38, 0.38), box.at(0.7, 0.93)], BLUE)
    canvas.polygon([box.at(0.46, 0.93), box.at(0.7, 0.6), box.at(0.94, 0.93)], GREY)
    canvas.frame(box, fill=None)


def cluster(centre: Point, count: int, spread: float, squash: float = 1) -> list[Point]:
    """Points scattered around a centre: a sunflower's seeds, each a little off its place."""
    points = []
    for number in range(count):
        angle = number * GOLDEN_ANGLE + math.sin(number * 5) / 3
        radius = spread * math.sqrt((number + 0.6) / count) * (1 + math.sin(number * 3) / 8)
        points.append(
            (centre[0] + radius * math.cos(angle), centre[1] + squash * radius * math.sin(angle))
        )
    return points


def cube(canvas: Canvas, box: Box, depth: float, colour: Colour) -> None:
    """The edges of a block seen from above its right side; `box` is its front."""
    front = [box.at(0, 0), box.at(1, 0), box.at(1, 1), box.at(0, 1)]
    back = [(x + depth, y - depth * 0.7) for x, y in front]
    for corners in (front, back):
        canvas.line([*corners, corners[0]], colour, 6)
    for near, far in zip(front, back, strict=True):
        canvas.line([near, far], colour, 6)
