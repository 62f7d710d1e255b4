"""Sketches on axes: curves, bars, scattered features, spans of time. None carries numbers."""

from __future__ import annotations

import math

from docs.figures.canvas import BLUE, GREY, INK, ORANGE, PALE, WHITE, Box, Canvas, Point
from docs.figures.shapes import axes, bars, cluster, curve, film


def does_distillation_work() -> Canvas:
    """A sketch: bar charts of a teacher's and a student's class probabilities; the top class
    agrees, the rest does not."""
    canvas = Canvas(520)
    colours = (INK, INK, BLUE, INK, INK)
    for x, heights, name in (
        (70, (0.16, 0.42, 0.95, 0.3, 0.1), "teacher"),
        (680, (0.4, 0.12, 0.95, 0.08, 0.34), "student"),
    ):
        shades = [ORANGE if fill == INK and name == "student" else fill for fill in colours]
        bars(canvas, Box(x, 60, 450, 330), heights, shades)
        canvas.text((x + 225, 440), name, 44)
    canvas.line([(568, 240), (632, 240)], INK, 8)
    canvas.line([(568, 270), (632, 270)], INK, 8)
    canvas.line([(578, 305), (622, 205)], INK, 8)
    return canvas


def scaling_vision_transformers() -> Canvas:
    """A sketch: error against compute for three sizes of ViT; the curve of a small model
    flattens, that of a large one goes lower."""
    canvas = Canvas(610)
    frame = Box(90, 60, 1010, 430)
    axes(canvas, frame, "compute", "error")
    plot = Box(130, 100, 800, 370)
    for start, floor, drop, colour, name in (
        (0.0, 0.5, 9, GREY, "small"),
        (0.12, 0.28, 5.5, BLUE, "medium"),
        (0.3, 0.06, 4.5, ORANGE, "large"),
    ):

        def error(
            x: float, start: float = start, floor: float = floor, drop: float = drop
        ) -> float:
            return floor + (0.9 - floor) * math.exp(-drop * (x - start))

        curve(canvas, plot, error, colour, start)
        canvas.text(plot.at(1.02, 1 - error(1)), name, 40, INK, "lm")
    return canvas


def style_transfer_robustness() -> Canvas:
    """A sketch: peaky activations of a network with skip connections, and the flatter ones
    after a softmax."""
    canvas = Canvas(560)
    peaks = (0.06, 0.1, 0.05, 0.97, 0.08, 0.05, 0.12, 0.06, 0.04)
    flat = (0.34, 0.38, 0.33, 0.62, 0.36, 0.33, 0.4, 0.34, 0.32)
    for x, heights, colour, name in ((60, peaks, BLUE, "peaky"), (730, flat, ORANGE, "smoothed")):
        bars(canvas, Box(x, 130, 410, 300), heights, [colour] * 9)
        canvas.text((x + 205, 485), name, 42)
    canvas.text((265, 75), "skip connections", 40)
    softmax = canvas.block(Box(515, 225, 170, 100), "softmax", INK, 40)
    canvas.arrow((475, 275), softmax.left)
    canvas.arrow(softmax.right, (728, 275))
    return canvas


def grokking() -> Canvas:
    """A sketch: training accuracy rises early, while validation accuracy stays low for long and
    then rises suddenly."""
    canvas = Canvas(600)
    axes(canvas, Box(90, 60, 1050, 420), "training steps (log)", "accuracy")
    plot = Box(110, 120, 980, 345)
    curve(canvas, plot, lambda x: 0.97 / (1 + math.exp(-28 * (x - 0.2))), BLUE)
    curve(canvas, plot, lambda x: 0.02 + 0.95 / (1 + math.exp(-34 * (x - 0.74))), ORANGE)
    canvas.text(plot.at(0.31, 0.16), "training", 42, BLUE, "lm")
    canvas.text(plot.at(0.65, 0.5), "validation", 42, ORANGE, "rm")
    return canvas


def primer() -> Canvas:
    """A sketch: the curve of the squared ReLU beside the ReLU, and a depthwise convolution after
    each of query, key and value."""
    canvas = Canvas(600)
    plot = Box(60, 90, 420, 400)
    origin = plot.at(0.2, 0.92)
    canvas.arrow(plot.at(0, 0.92), plot.at(1, 0.92))
    canvas.arrow(plot.at(0.2, 1), plot.at(0.2, 0))
    canvas.line([plot.at(0.02, 0.92), origin, plot.at(0.94, 0.5)], GREY, 9)
    square = [plot.at(0.2 + 0.62 * step / 60, 0.92 - 0.84 * (step / 60) ** 2) for step in range(61)]
    canvas.line([plot.at(0.02, 0.92), *square], ORANGE, 9)
    canvas.text((335, 190), "squared", 38, ORANGE, "rm")
    canvas.text((480, 410), "ReLU", 38, INK, "rm")
    attention = canvas.block(Box(930, 90, 210, 390), "attention", INK, 42)
    for number, letter in enumerate("QKV"):
        y = 90 + 140 * number
        source = canvas.block(Box(560, y, 110, 110), letter, PALE, 50)
        convolution = canvas.block(Box(720, y, 150, 110), "conv", ORANGE, 44)
        canvas.arrow(source.right, convolution.left)
        canvas.arrow(convolution.right, (attention.x, y + 55))
    canvas.text((270, 535), "activation", 40)
    canvas.text((850, 535), "depthwise convolution", 40)
    return canvas


def resnet_strikes_back() -> Canvas:
    """A sketch: the same ResNet-50 trained with an old and with a modern recipe; the modern one
    reaches a higher accuracy."""
    canvas = Canvas(600)
    old = canvas.block(Box(60, 60, 270, 140), "old recipe", GREY, 42)
    new = Box(60, 250, 270, 250)
    canvas.box(new, ORANGE)
    canvas.text(new.at(0.5, 0.2), "new recipe", 42, WHITE)
    canvas.text(new.at(0.5, 0.62), "Mixup\nCutMix\nLAMB", 38, WHITE)
    for recipe, accuracy, colour in ((old, 0.88, GREY), (new, 0.94, ORANGE)):
        y = recipe.centre[1]
        model = canvas.block(Box(420, y - 55, 250, 110), "ResNet-50", BLUE, 42)
        canvas.arrow(recipe.right, model.left)
        canvas.arrow(model.right, (756, y))
        canvas.box(Box(764, y - 40, 370 * accuracy, 80), colour, radius=4)
    canvas.line([(761, 60), (761, 500)])
    canvas.dashes((1090, 60), (1090, 500))
    canvas.text((950, 535), "accuracy", 40)
    return canvas


def patch_core() -> Canvas:
    """A sketch: features of normal patches with a few kept as a memory bank, and one odd patch
    far from all of them."""
    canvas = Canvas(600)
    normal = [*cluster((280, 240), 60, 185, 0.85), *cluster((560, 370), 34, 125, 0.9)]
    kept = _spread_out(normal, 12)
    for point in normal:
        canvas.dot(point, 9, GREY)
    for point in kept:
        canvas.dot(point, 15, BLUE)
    odd: Point = (930, 190)
    nearest = min(kept, key=lambda point: math.dist(point, odd))
    canvas.dashes(odd, nearest, ORANGE, 6)
    canvas.dot(odd, 20, ORANGE)
    canvas.text((930, 125), "anomaly", 42, ORANGE)
    for y, fill, radius, name in ((440, GREY, 9, "normal patches"), (510, BLUE, 15, "memory bank")):
        canvas.dot((790, y), radius, fill)
        canvas.text((825, y), name, 40, anchor="lm")
    return canvas


def _spread_out(points: list[Point], count: int) -> list[Point]:
    """A greedy coreset: each next point is the one farthest from those kept so far."""
    kept = points[:1]
    while len(kept) < count:
        kept.append(max(points, key=lambda point: min(math.dist(point, other) for other in kept)))
    return kept


def gravitational_lenses() -> Canvas:
    """A sketch: dots in a learnt feature space; near one known gravitational lens the most
    similar galaxies are ringed as candidates."""
    canvas = Canvas(600)
    galaxies = [*cluster((340, 290), 90, 250, 0.88)]
    known: Point = galaxies[31]
    near = sorted(galaxies, key=lambda point: math.dist(point, known))[1:6]
    for point in galaxies:
        canvas.dot(point, 8, GREY)
    for point in near:
        canvas.dot(point, 11, BLUE)
        canvas.ring(point, 20, BLUE)
    canvas.dot(known, 14, ORANGE)
    x, y = 800.0, 150.0
    canvas.line([known, (x - 110, y)], ORANGE, 4)
    _lens(canvas, Box(x - 110, y - 90, 180, 180))
    canvas.text((x + 95, y), "known\nlens", 42, ORANGE, "lm")
    for number in range(3):
        box = Box(690 + 150 * number, 330, 130, 130)
        _lens(canvas, box, 20 * number - 30)
    canvas.text((905, 515), "candidates", 42, BLUE)
    return canvas


def _lens(canvas: Canvas, box: Box, turn: int = 0) -> None:
    """A galaxy and the arcs its gravity makes of another one behind it."""
    canvas.box(box, INK)
    canvas.dot(box.centre, box.width * 0.1, ORANGE)
    for start in (200, 50):
        canvas.arc(box.centre, box.width * 0.3, start + turn, start + turn + 80, PALE)


def temporal_grounding() -> Canvas:
    """A sketch: a video's timeline, one sentence said in two ways, and the different spans that
    annotators marked for it."""
    canvas = Canvas(640)
    canvas.block(Box(60, 60, 510, 84), '"a man sits down"', PALE)
    canvas.block(Box(630, 60, 510, 84), '"he slowly takes a seat"', PALE)
    frames = film(canvas, Box(60, 220, 1080, 110), 10)
    for number, frame in enumerate(frames):
        canvas.dot(frame.at(0.5, 0.3 + 0.04 * min(number, 8)), 10, INK)
    canvas.arrow((315, 144), (570, 216))
    canvas.arrow((885, 144), (630, 216))
    spans = ((430, 800, BLUE), (370, 690, ORANGE), (520, 910, INK))
    for number, (start, end, colour) in enumerate(spans):
        y = 366 + 66 * number
        canvas.box(Box(start, y, end - start, 44), colour, radius=10)
        canvas.text((60, y + 22), f"annotator {number + 1}", 36, anchor="lm")
    canvas.arrow((60, 580), (1140, 580))
    canvas.text((1140, 545), "time", 36, anchor="rm")
    return canvas


def batch_norm_regularisation() -> Canvas:
    """A sketch: activations grow from layer to layer; without a limit the last layer explodes,
    with a limit it stays small."""
    canvas = Canvas(560)
    panels = (
        (70, (0.1, 0.15, 0.21, 0.3, 0.46, 1.0), "no limit"),
        (670, (0.1, 0.15, 0.21, 0.3, 0.46, 0.2), "last layer limited"),
    )
    for x, heights, name in panels:
        bars(canvas, Box(x, 60, 460, 330), heights, [*[BLUE] * 5, ORANGE])
        canvas.text((x + 230, 430), "layers", 36)
        canvas.text((x + 230, 490), name, 44)
    limit = 390 - 0.26 * 330
    canvas.dashes((1052, limit), (1140, limit), INK, 6)
    return canvas


FIGURES = {
    "2106.05945": does_distillation_work,
    "2106.04560": scaling_vision_transformers,
    "2104.05623": style_transfer_robustness,
    "grokking": grokking,
    "2109.08668": primer,
    "2110.00476": resnet_strikes_back,
    "2106.08265": patch_core,
    "2110.00023": gravitational_lenses,
    "2103.16848": temporal_grounding,
    "batchnorm-regularisation": batch_norm_regularisation,
}
