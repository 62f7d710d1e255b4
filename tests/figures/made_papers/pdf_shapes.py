"""The shapes of a scene on a page of a PDF, as vectors or as one image object."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple, TypeAlias

from reportlab.lib.utils import ImageReader

from tests.figures.made_papers.papers import Panel
from tests.figures.made_papers.pictures import arrow_head, photograph, png
from tests.figures.made_papers.scenes import scene
from tests.figures.made_papers.shapes import (
    Block,
    Colour,
    Disc,
    Photo,
    Point,
    Shape,
    Stroke,
    Words,
    ink,
)


class Spot(NamedTuple):
    """Where a picture goes: the upper left corner in points, and points per pixel."""

    left: float
    top: float
    scale: float

    def at(self, x: float, y: float) -> Point:
        """A pixel of the picture in points of the page."""
        return self.left + x * self.scale, self.top - y * self.scale


Sides: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right and top, in points from the lower left corner of the page."""


def draw_bitmap(canvas: Any, panel: Panel, spot: Spot) -> Sides:
    """The picture as one image object; where it stands."""
    x, y = spot.at(0, panel.height)
    picture = ImageReader(BytesIO(png(*panel)))
    canvas.drawImage(picture, x, y, panel.width * spot.scale, panel.height * spot.scale)
    return (x, y, *spot.at(panel.width, 0))


def draw_vectors(canvas: Any, panel: Panel, spot: Spot) -> Sides:
    """The picture as paths and texts, only photographs in it as image objects; where its
    shapes stand."""
    shapes = scene(*panel)
    for shape in shapes:
        canvas.saveState()
        canvas.setLineWidth(0.8)
        _draw(canvas, shape, spot)
        canvas.restoreState()
    left, top, right, bottom = ink(shapes)
    return (*spot.at(left, bottom), *spot.at(right, top))


def _draw(canvas: Any, shape: Shape, spot: Spot) -> None:
    match shape:
        case Block(left, top, width, height, fill, edge):
            _colour(canvas, fill, edge)
            corner, size = spot.at(left, top + height), (width * spot.scale, height * spot.scale)
            canvas.rect(*corner, *size, fill=int(fill is not None), stroke=int(edge is not None))
        case Stroke(points, colour, width, arrow):
            canvas.setLineWidth(width * spot.scale)
            _polygon(canvas, points, colour, spot, closed=False)
            if arrow:
                _polygon(canvas, arrow_head(points, 12), colour, spot, closed=True)
        case Disc((x, y), radius, fill, edge):
            _colour(canvas, fill, edge)
            canvas.circle(*spot.at(x, y), radius * spot.scale, fill=1, stroke=int(edge is not None))
        case Words((x, y), text, size, centred):
            canvas.setFont("Helvetica", size * spot.scale)
            place = spot.at(x, y + size * 0.35)
            (canvas.drawCentredString if centred else canvas.drawString)(*place, text)
        case Photo(left, top, width, height, seed):
            jpeg = BytesIO()
            photograph(max(1, round(width)), max(1, round(height)), seed).save(jpeg, "JPEG")
            size = width * spot.scale, height * spot.scale
            canvas.drawImage(ImageReader(jpeg), *spot.at(left, top + height), *size)


def _colour(canvas: Any, fill: Colour | None, edge: Colour | None) -> None:
    if fill is not None:
        canvas.setFillColorRGB(*(part / 255 for part in fill))
    if edge is not None:
        canvas.setStrokeColorRGB(*(part / 255 for part in edge))


def _polygon(
    canvas: Any, points: tuple[Point, ...], colour: Colour, spot: Spot, *, closed: bool
) -> None:
    _colour(canvas, colour, colour)
    path = canvas.beginPath()
    path.moveTo(*spot.at(*points[0]))
    for point in points[1:]:
        path.lineTo(*spot.at(*point))
    if closed:
        path.close()
    canvas.drawPath(path, fill=int(closed), stroke=1)
