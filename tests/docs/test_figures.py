"""The sketches of the papers are described, legible, small, and those in drafts/figures."""

from __future__ import annotations

import struct
from functools import cache
from io import BytesIO
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image, ImageChops

from docs.figures import draw
from docs.figures.canvas import MARGIN, SMALLEST_TEXT, WIDTH, Box, Canvas

NAMES = sorted(draw.FIGURES)
every_figure = pytest.mark.parametrize("name", NAMES)


class Drawn(NamedTuple):
    """A sketch as the program draws it now."""

    canvas: Canvas
    png: bytes


@cache
def drawn(name: str) -> Drawn:
    canvas = draw.FIGURES[name]()
    return Drawn(canvas, canvas.png())


def committed(name: str) -> bytes:
    return (draw.FOLDER / f"{name}.png").read_bytes()


def chunks(png: bytes) -> list[bytes]:
    """The names of the parts of a PNG, https://www.w3.org/TR/png-3/#5Chunk-layout."""
    names, place = [], 8
    while place < len(png):
        (length,) = struct.unpack_from(">I", png, place)
        names.append(png[place + 4 : place + 8])
        place += length + 12
    return names


def overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def share_of_pixels_that_differ(one: bytes, other: bytes) -> float:
    """Counts a pixel when it is clearly another colour: smoothing differs between FreeTypes."""
    pictures = [Image.open(BytesIO(png)).convert("L") for png in (one, other)]
    histogram = ImageChops.difference(*pictures).histogram()
    return sum(histogram[64:]) / sum(histogram)


def test_the_committed_pictures_are_those_the_program_draws() -> None:
    assert sorted(path.stem for path in draw.FOLDER.glob("*.png")) == NAMES


@every_figure
def test_a_figure_is_described_in_one_sentence(name: str) -> None:
    description = draw.description(name)
    assert description.startswith("A sketch: ")
    assert 60 <= len(description) <= 140
    assert description.find(".") == len(description) - 1


@every_figure
def test_a_committed_picture_is_the_one_that_is_drawn(name: str) -> None:
    now, before = drawn(name).png, committed(name)
    assert Image.open(BytesIO(now)).size == Image.open(BytesIO(before)).size
    assert share_of_pixels_that_differ(now, before) < 0.0005, "run: python -m docs.figures.draw"


@every_figure
def test_a_committed_picture_is_small_and_without_metadata(name: str) -> None:
    png = committed(name)
    width, height = Image.open(BytesIO(png)).size
    assert width == WIDTH
    assert 420 <= height <= 675
    assert len(png) < 30_000
    assert set(chunks(png)) == {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@every_figure
def test_the_edge_of_a_picture_is_white(name: str) -> None:
    picture = Image.open(BytesIO(committed(name))).convert("L")
    inner = (MARGIN, MARGIN, picture.width - MARGIN, picture.height - MARGIN)
    picture.paste(255, inner)
    assert picture.getextrema() == (255, 255)


@every_figure
def test_labels_are_legible_and_apart(name: str) -> None:
    labels = drawn(name).canvas.labels
    assert labels
    for label in labels:
        assert label.size >= SMALLEST_TEXT
        assert label.text.isascii(), "the typeface has no other letters"
    for one, other in combinations(labels, 2):
        assert not overlap(one.box, other.box), f"{one.text} on {other.text}"


def test_a_label_on_another_would_be_seen() -> None:
    canvas = Canvas(420)
    canvas.text((300, 200), "convolution")
    canvas.text((330, 210), "attention")
    one, other = canvas.labels
    assert overlap(one.box, other.box)
    assert not overlap(one.box, one.box._replace(y=one.box.y + 200))


def test_the_same_picture_is_drawn_each_time(tmp_path: Path) -> None:
    draw.write_all(tmp_path)
    assert sorted(path.stem for path in tmp_path.iterdir()) == NAMES
    for name in NAMES:
        assert (tmp_path / f"{name}.png").read_bytes() == drawn(name).png


def test_a_picture_that_is_not_the_drawn_one_would_be_seen() -> None:
    one, other = Canvas(420), Canvas(420)
    for canvas, word in ((one, "early"), (other, "late")):
        canvas.text((600, 210), word)
    assert share_of_pixels_that_differ(one.png(), one.png()) == 0
    assert share_of_pixels_that_differ(one.png(), other.png()) > 0.0005
