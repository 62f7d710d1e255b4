"""Sketches of how layers are arranged: repeated blocks, stages, stacks, a tree by depth."""

from __future__ import annotations

from docs.figures.canvas import BLUE, GREY, INK, ORANGE, PALE, WHITE, Box, Canvas
from docs.figures.shapes import extent, grid


def patches_are_all_you_need() -> Canvas:
    """A sketch: an image cut into patches passes through repeated blocks of depthwise and
    pointwise convolution to a class."""
    canvas = Canvas(560)
    shades = [
        [PALE, PALE, ORANGE, PALE],
        [PALE, BLUE, PALE, PALE],
        [BLUE, BLUE, BLUE, GREY],
        [INK, INK, INK, INK],
    ]
    patches = extent(grid(canvas, (60, 125), shades, 52, 8))
    canvas.text((patches.centre[0], 430), "patches", 42)
    for offset in (32, 16, 0):
        block = Box(400 + offset, 72 - offset + 32, 460, 320)
        canvas.box(block, WHITE, GREY, radius=18)
    depthwise = canvas.block(Box(440, 150, 380, 90), "depthwise conv", BLUE, 42)
    pointwise = canvas.block(Box(440, 290, 380, 90), "pointwise conv", ORANGE, 42)
    canvas.arrow(depthwise.bottom, pointwise.top)
    canvas.text((630, 480), "repeated", 42)
    canvas.arrow((patches.x + patches.width + 10, 240), (400, 240))
    result = canvas.block(Box(990, 190, 150, 100), "class", PALE, 42)
    canvas.arrow((894, 240), result.left)
    return canvas


def coatnet() -> Canvas:
    """A sketch: five stages in a row, ever smaller maps, first convolution and then
    attention."""
    canvas = Canvas(520)
    x = 60.0
    base = 350.0
    for number, side in enumerate((255, 210, 165, 125, 100)):
        fill = BLUE if number < 3 else ORANGE
        for shift in (24, 12, 0):
            front = Box(x + shift, base - side - shift, side, side)
            canvas.box(front, fill, WHITE, radius=6)
        canvas.text(front.centre, f"S{number}", 44, WHITE)
        x += side + 49
    for start, end, name, colour in (
        (65, 805, "convolution", BLUE),
        (842, 1130, "attention", ORANGE),
    ):
        canvas.line([(start, 390), (end, 390)], colour, 10)
        canvas.text(((start + end) / 2, 440), name, 44)
    return canvas


def scale_efficiently() -> Canvas:
    """A sketch: a wide and shallow stack of layers beside a deep and narrow one that needs fewer
    parameters."""
    canvas = Canvas(660)
    for number in range(3):
        canvas.box(Box(90, 420 - 90 * number, 460, 70), GREY)
    for number in range(8):
        canvas.box(Box(850, 446 - 55 * number, 220, 44), BLUE, radius=10)
    canvas.arrow((610, 300), (780, 300), width=9)
    canvas.text((320, 535), "wide, shallow", 44)
    canvas.text((960, 535), "deep, narrow", 44)
    canvas.text((960, 592), "fewer parameters", 36)
    return canvas


def tree_like_decision_distillation() -> Canvas:
    """A sketch: a decision tree beside a teacher's layers, coarse groups early and single
    classes late, handed to a student."""
    canvas = Canvas(640)
    image = canvas.block(Box(60, 80, 170, 100), "image", PALE, 40)
    early = canvas.block(Box(60, 240, 170, 100), "early", INK, 40)
    late = canvas.block(Box(60, 400, 170, 100), "late", INK, 40)
    canvas.arrow(image.bottom, early.top)
    canvas.arrow(early.bottom, late.top)
    canvas.text((145, 560), "teacher", 42)
    root = canvas.block(Box(480, 80, 160, 100), "all", BLUE, 42)
    canvas.dashes(early.right, (300, 290), GREY)
    canvas.dashes(late.right, (288, 450), GREY)
    groups = (("animals", 300, ("cat", "dog")), ("vehicles", 580, ("car", "truck")))
    for name, x, members in groups:
        group = canvas.block(Box(x, 240, 220, 100), name, BLUE, 42)
        canvas.line([root.bottom, group.top], INK, 6)
        for number, member in enumerate(members):
            leaf = canvas.block(Box(x - 12 + 130 * number, 400, 118, 100), member, ORANGE, 40)
            canvas.line([group.bottom, leaf.top], INK, 6)
    canvas.text((560, 560), "decisions", 42)
    student = canvas.block(Box(950, 240, 190, 100), "student", INK, 42)
    canvas.arrow((840, 290), student.left, width=9)
    return canvas


FIGURES = {
    "patches-are-all-you-need": patches_are_all_you_need,
    "2106.04803": coatnet,
    "2109.10686": scale_efficiently,
    "tree-like-decision-distillation": tree_like_decision_distillation,
}
