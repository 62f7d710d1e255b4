"""Pictures of results: axes with lines, bars, dots or shades."""

from __future__ import annotations

from math import exp

from tests.figures.made_papers.shapes import (
    INK,
    PAPER,
    STRONG,
    Block,
    Disc,
    Frame,
    Shape,
    Stroke,
    Words,
)

AXES = ("steps", "accuracy", "loss", "samples", "time (s)", "width", "error", "noise")


def _axes(frame: Frame) -> tuple[Frame, list[Shape]]:
    inside = Frame(
        frame.left + frame.width * 0.12,
        frame.top + frame.height * 0.05,
        frame.width * 0.85,
        frame.height * 0.78,
        frame.chance,
    )
    size = max(6.0, min(frame.height, frame.width) * 0.055)
    shapes: list[Shape] = [
        Block(inside.left, inside.top, inside.width, inside.height, None, INK),
        Words(
            (inside.middle[0], frame.bottom - size * 0.7),
            frame.chance.choice(AXES),
            size * 1.2,
        ),
    ]
    for tick in range(5):
        y = inside.bottom - inside.height * tick / 4
        shapes.append(Words((frame.left + frame.width * 0.06, y), f"0.{tick * 2}", size))
        x = inside.left + inside.width * tick / 4
        shapes.append(Words((x, inside.bottom + size), str(tick * 20), size))
        shapes.append(Stroke(((inside.left, y), (inside.right, y)), (225, 225, 228), 1.0))
    return inside, shapes


def curves(frame: Frame) -> list[Shape]:
    """A line plot with four methods."""
    inside, shapes = _axes(frame)
    for colour in STRONG:
        high, speed = frame.chance.uniform(0.4, 0.95), frame.chance.uniform(2, 7)
        points = []
        for step in range(25):
            rise = high * (1 - exp(-speed * step / 24)) + frame.chance.uniform(-0.03, 0.03)
            points.append(
                (
                    inside.left + inside.width * step / 24,
                    inside.bottom - inside.height * min(1.0, max(0.0, rise)),
                )
            )
        shapes.append(Stroke(tuple(points), colour, 2.5))
    return shapes


def bars(frame: Frame) -> list[Shape]:
    """A bar chart in groups of three."""
    inside, shapes = _axes(frame)
    for group in inside.parts(5, gap=0.3):
        for colour, bar in zip(STRONG, group.parts(3, gap=0.1), strict=False):
            high = bar.height * frame.chance.uniform(0.2, 0.95)
            shapes.append(Block(bar.left, inside.bottom - high, bar.width, high, colour, None))
    return shapes


def scatter(frame: Frame) -> list[Shape]:
    """Dots of four kinds between two axes."""
    inside, shapes = _axes(frame)
    for colour in STRONG:
        for _ in range(14):
            x = inside.left + inside.width * frame.chance.uniform(0.05, 0.95)
            y = inside.top + inside.height * frame.chance.uniform(0.05, 0.95)
            shapes.append(Disc((x, y), max(2.0, frame.height * 0.012), colour, None))
    return shapes


def heatmap(frame: Frame) -> list[Shape]:
    """A square grid of shades with a boundary drawn over it."""
    inside, shapes = _axes(frame)
    for index, cell in enumerate(inside.parts(16, 12, gap=0.0)):
        column, row = index % 16, index // 16
        warm = min(1.0, max(0.0, (column + row) / 26 + frame.chance.uniform(-0.12, 0.12)))
        shade = (int(40 + 210 * warm), int(60 + 130 * warm), int(190 - 130 * warm))
        shapes.append(Block(cell.left, cell.top, cell.width, cell.height, shade, None))
    edge = ((inside.left, inside.top + inside.height * 0.9), (inside.right, inside.top))
    return [*shapes, Stroke(edge, PAPER, 3.0)]


def matrix(frame: Frame) -> list[Shape]:
    """Twelve small plots."""
    return [
        shape
        for index, part in enumerate(frame.parts(4, 3, gap=0.1))
        for shape in (curves, scatter)[index % 2](part)
    ]
