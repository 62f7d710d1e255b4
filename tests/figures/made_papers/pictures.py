"""The pictures of a made paper as files: Pillow draws the shapes of a scene."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from math import atan2, cos, sin
from random import Random

from PIL import Image, ImageDraw, ImageFont

from tests.figures.made_papers.scenes import scene
from tests.figures.made_papers.shapes import Block, Disc, Photo, Point, Shape, Stroke, Words


@lru_cache(maxsize=256)
def png(name: str, width: int, height: int, seed: int) -> bytes:
    """A picture as the bytes of a PNG file; the same each time."""
    return _saved(drawn(scene(name, width, height, seed), width, height))


def drawn(shapes: list[Shape], width: int, height: int) -> Image.Image:
    """The shapes on white."""
    picture = Image.new("RGB", (width, height), "white")
    pencil = ImageDraw.Draw(picture)
    for shape in shapes:
        _draw(picture, pencil, shape)
    return picture


def photograph(width: int, height: int, seed: int) -> Image.Image:
    """Soft patches of colour with grain, which compress as badly as a photograph does."""
    chance = Random(seed)
    patches = Image.frombytes("RGB", (6, 5), chance.randbytes(90))
    patches = Image.blend(patches, Image.new("RGB", (6, 5), (148, 136, 120)), 0.45)
    soft = patches.resize((width, height), Image.Resampling.BICUBIC)
    grain = Image.frombytes("RGB", (width, height), chance.randbytes(width * height * 3))
    return Image.blend(soft, grain, 0.12)


def arrow_head(points: tuple[Point, ...], length: float) -> tuple[Point, Point, Point]:
    """The corners of the head at the end of a line."""
    (from_x, from_y), (x, y) = points[-2], points[-1]
    angle = atan2(y - from_y, x - from_x)
    return (
        (x, y),
        (x - length * cos(angle - 0.45), y - length * sin(angle - 0.45)),
        (x - length * cos(angle + 0.45), y - length * sin(angle + 0.45)),
    )


def _draw(picture: Image.Image, pencil: ImageDraw.ImageDraw, shape: Shape) -> None:
    match shape:
        case Block(left, top, width, height, fill, edge):
            pencil.rectangle((left, top, left + width, top + height), fill, edge, 2 if edge else 0)
        case Stroke(points, colour, width, arrow):
            pencil.line(list(points), colour, round(width), "curve")
            if arrow:
                pencil.polygon(list(arrow_head(points, 12)), colour)
        case Disc((x, y), radius, fill, edge):
            pencil.ellipse((x - radius, y - radius, x + radius, y + radius), fill, edge)
        case Words(at, text, size, centred):
            font = ImageFont.load_default(size)
            pencil.text(at, text, "black", font, "mm" if centred else "lm")
        case Photo(left, top, width, height, seed):
            taken = photograph(max(1, round(width)), max(1, round(height)), seed)
            picture.paste(taken, (round(left), round(top)))


def _saved(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG", compress_level=3)
    return out.getvalue()
