"""What the pictures of a made paper show, by name.

The same name, size and seed give the same shapes.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from math import cos, pi, sin
from random import Random

from tests.figures.made_papers.plots import bars, curves, heatmap, matrix, scatter
from tests.figures.made_papers.shapes import (
    GREY,
    INK,
    PALE,
    PAPER,
    STRONG,
    Block,
    Colour,
    Disc,
    Frame,
    Photo,
    Shape,
    Stroke,
    Words,
)

PARTS = (
    *("Encoder", "Decoder", "Router", "Mixer", "Pooling", "Memory"),
    *("Planner", "Critic", "Head", "Norm", "Gate", "Sampler"),
)


def scene(name: str, width: int, height: int, seed: int) -> list[Shape]:
    """The shapes of a picture, by its name; raises KeyError for an unknown one."""
    margin = max(2.0, min(width, height) * 0.04)
    frame = Frame(margin, margin, width - 2 * margin, height - 2 * margin, Random(seed))
    return SCENES[name](frame)


def _named(frame: Frame, text: str, fill: Colour) -> list[Shape]:
    size = max(7.0, min(frame.height * 0.3, frame.width / max(4, len(text)) * 1.5, 22.0))
    return [
        Block(frame.left, frame.top, frame.width, frame.height, fill),
        Words(frame.middle, text, size),
    ]


def _photo(frame: Frame) -> Photo:
    return Photo(
        frame.left, frame.top, frame.width, frame.height, frame.chance.randrange(1_000_000)
    )


def flow(frame: Frame) -> list[Shape]:
    """An architecture: input pictures, boxes joined by arrows, a branch below."""
    count = 4 if frame.width < 2.5 * frame.height else 6
    upper, lower = frame.parts(1, 2, gap=0.1)
    shapes: list[Shape] = []
    cells = upper.parts(count, gap=0.35)
    shapes.append(_photo(cells[0]))
    for index, cell in enumerate(cells[1:], 1):
        name = frame.chance.choice(PARTS)
        shapes += _named(cell, name, PALE[index % len(PALE)])
    for before, after in pairwise(cells):
        shapes.append(
            Stroke(((before.right, before.middle[1]), (after.left, after.middle[1])), arrow=True)
        )
    for index, cell in enumerate(lower.parts(count, gap=0.45)[1:-1], 1):
        shapes += _named(cell, frame.chance.choice(PARTS), PALE[(index + 2) % len(PALE)])
        above = cells[index]
        shapes.append(
            Stroke(((cell.middle[0], cell.top), (above.middle[0], above.bottom)), GREY, arrow=True)
        )
    return shapes


def detail(frame: Frame) -> list[Shape]:
    """One module from inside: a stack of blocks with a skip line, in an outer frame."""
    shapes: list[Shape] = [
        Block(frame.left, frame.top, frame.width, frame.height, (250, 250, 246), GREY)
    ]
    inner = Frame(
        frame.left + frame.width * 0.25, frame.top, frame.width * 0.5, frame.height, frame.chance
    )
    cells = inner.parts(1, 5, gap=0.4)
    for index, cell in enumerate(cells):
        shapes += _named(cell, frame.chance.choice(PARTS), PALE[index % len(PALE)])
    for before, after in pairwise(cells):
        shapes.append(
            Stroke(((before.middle[0], before.bottom), (after.middle[0], after.top)), arrow=True)
        )
    side = frame.right - frame.width * 0.1
    last = cells[-1]
    path = (
        (cells[0].right, cells[0].middle[1]),
        (side, cells[0].middle[1]),
        (side, last.middle[1]),
        (last.right, last.middle[1]),
    )
    return [*shapes, Stroke(path, GREY, arrow=True)]


def teaser(frame: Frame) -> list[Shape]:
    """Before and after: pictures, one box in the middle, pictures again, and a small plot."""
    first, box, last, plot = frame.parts(4, gap=0.16)
    shapes: list[Shape] = [_photo(part) for part in first.parts(2, 2)]
    middle = Frame(box.left, box.top + box.height * 0.3, box.width, box.height * 0.4, frame.chance)
    shapes += _named(middle, "Our model", PALE[1])
    shapes += [_photo(part) for part in last.parts(2, 2)]
    shapes.append(
        Stroke(((first.right, middle.middle[1]), (middle.left, middle.middle[1])), arrow=True)
    )
    shapes.append(
        Stroke(((middle.right, middle.middle[1]), (last.left, middle.middle[1])), arrow=True)
    )
    return shapes + curves(plot)


def cycle(frame: Frame) -> list[Shape]:
    """A loop of five boxes round a circle."""
    shapes: list[Shape] = []
    (middle_x, middle_y), count = frame.middle, 5
    centres = [
        (
            middle_x + cos(2 * pi * index / count) * frame.width * 0.36,
            middle_y + sin(2 * pi * index / count) * frame.height * 0.36,
        )
        for index in range(count)
    ]
    for here, there in zip(centres, [*centres[1:], centres[0]], strict=True):
        shapes.append(Stroke((here, there), GREY, 3.0, arrow=True))
    wide, high = frame.width * 0.2, frame.height * 0.16
    for index, (x, y) in enumerate(centres):
        cell = Frame(x - wide / 2, y - high / 2, wide, high, frame.chance)
        shapes += _named(cell, frame.chance.choice(PARTS), PALE[index % len(PALE)])
    return shapes


def tree(frame: Frame) -> list[Shape]:
    """A taxonomy from left to right: one root, branches, and leaves with many words."""
    root, stems, leaves = frame.parts(3, gap=0.2)
    branches = stems.parts(1, 5, gap=0.5)
    trunk = Frame(
        root.left,
        root.middle[1] - frame.height * 0.06,
        root.width,
        frame.height * 0.12,
        root.chance,
    )
    shapes: list[Shape] = _named(trunk, "All approaches", PALE[0])
    for index, (branch, row) in enumerate(
        zip(branches, leaves.parts(1, 5, gap=0.3), strict=True), 1
    ):
        shapes += _named(branch, f"By {frame.chance.choice(PARTS).lower()}", PALE[index % 5])
        shapes.append(Stroke((((trunk.right), trunk.middle[1]), (branch.left, branch.middle[1]))))
        for leaf in row.parts(1, 3, gap=0.2):
            words = " and ".join(frame.chance.sample(PARTS, 2))
            shapes += _named(leaf, words, PAPER)
            shapes.append(
                Stroke(((branch.right, branch.middle[1]), (leaf.left, leaf.middle[1])), GREY, 1.0)
            )
    return shapes


def photo(frame: Frame) -> list[Shape]:
    """One photograph."""
    return [_photo(frame)]


def sheet(frame: Frame) -> list[Shape]:
    """Many photographs in a grid, each with a word below."""
    columns = max(3, round(frame.width / frame.height * 3))
    shapes: list[Shape] = []
    for part in frame.parts(columns, 3, gap=0.08):
        shapes.append(_photo(part._replace(height=part.height * 0.85)))
        word = frame.chance.choice(PARTS).lower()
        shapes.append(
            Words((part.middle[0], part.bottom - part.height * 0.06), word, part.height * 0.11)
        )
    return shapes


def strip(frame: Frame) -> list[Shape]:
    """A row of frames of a film."""
    count = max(4, round(frame.width / frame.height))
    return [_photo(part) for part in frame.parts(count, gap=0.05)]


def chat(frame: Frame) -> list[Shape]:
    """A dialogue: boxes with several lines of words."""
    shapes: list[Shape] = []
    for index, part in enumerate(frame.parts(2, 2, gap=0.1)):
        shapes.append(Block(part.left, part.top, part.width, part.height, PALE[index % 5], GREY))
        for line in part.parts(1, 6, gap=0.3):
            words = " ".join(frame.chance.choice(PARTS).lower() for _ in range(5))
            shapes.append(
                Words((line.left + 6, line.middle[1]), words, part.width / 22, centred=False)
            )
    return shapes


def graph(frame: Frame) -> list[Shape]:
    """Nodes and edges."""
    nodes = [
        (
            frame.left + frame.width * frame.chance.uniform(0.08, 0.92),
            frame.top + frame.height * frame.chance.uniform(0.08, 0.92),
        )
        for _ in range(14)
    ]
    shapes: list[Shape] = [
        Stroke((here, frame.chance.choice(nodes)), GREY) for here in nodes for _ in range(2)
    ]
    radius = min(frame.width, frame.height) * 0.045
    return shapes + [
        Disc(node, radius, STRONG[index % len(STRONG)]) for index, node in enumerate(nodes)
    ]


def timeline(frame: Frame) -> list[Shape]:
    """Years along an arrow, with names above and below."""
    y = frame.middle[1]
    shapes: list[Shape] = [Stroke(((frame.left, y), (frame.right, y)), INK, 4.0, arrow=True)]
    for index, part in enumerate(frame.parts(8, gap=0.2)):
        x = part.middle[0]
        shapes.append(Disc((x, y), frame.height * 0.04, STRONG[index % 4]))
        shapes.append(Words((x, y + frame.height * 0.13), str(2016 + index), part.width * 0.22))
        box = part._replace(
            top=frame.top if index % 2 else y + frame.height * 0.24, height=frame.height * 0.2
        )
        shapes += _named(box, frame.chance.choice(PARTS), PALE[index % 5])
    return shapes


def table(frame: Frame) -> list[Shape]:
    """A table that is a picture."""
    shapes: list[Shape] = []
    for index, cell in enumerate(frame.parts(5, 7, gap=0.0)):
        words = frame.chance.choice(PARTS) if index % 5 == 0 else f"{frame.chance.random():.3f}"
        shapes.append(Words(cell.middle, words, cell.height * 0.45))
        if index % 5 == 0 and index // 5 in (0, 1):
            shapes.append(Stroke(((frame.left, cell.top), (frame.right, cell.top))))
    return [*shapes, Stroke(((frame.left, frame.bottom), (frame.right, frame.bottom)))]


def seal(frame: Frame) -> list[Shape]:
    """A round mark, as universities and conferences have."""
    radius = min(frame.width, frame.height) / 2
    return [
        Disc(frame.middle, radius, STRONG[0]),
        Disc(frame.middle, radius * 0.75, PAPER),
        Words(frame.middle, "MMXX", radius * 0.4),
    ]


def mixed(frame: Frame) -> list[Shape]:
    """A journal's figure: a drawing above, three plots below, lettered."""
    upper, lower = frame.parts(1, 2, gap=0.06)
    shapes = flow(upper)
    shapes += curves(lower.parts(3)[0]) + bars(lower.parts(3)[1]) + heatmap(lower.parts(3)[2])
    for letter, at in zip("abcd", (upper, *lower.parts(3, gap=0.02)), strict=True):
        shapes.append(Words((at.left + 6, at.top + 6), letter, frame.height * 0.05))
    return shapes


SCENES: dict[str, Callable[[Frame], list[Shape]]] = {
    maker.__name__: maker
    for maker in (
        *(flow, detail, teaser, cycle, tree, curves, bars, scatter, heatmap, matrix, photo),
        *(sheet, strip, chat, graph, timeline, table, seal, mixed),
    )
}
