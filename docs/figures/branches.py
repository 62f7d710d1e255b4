"""Sketches of two sides: two branches of one model, teacher and student, a balance, a fork."""

from __future__ import annotations

import math

from docs.figures.canvas import BLUE, GREY, INK, ORANGE, PALE, WHITE, Box, Canvas, Point
from docs.figures.shapes import cluster, extent, grid, person, photo, tree

SCENE = (
    ("SSSSSS", "SSSTSS", "HHTTTH", "HHTTTH", "RRRRRR"),
    {"S": PALE, "T": BLUE, "H": GREY, "R": ORANGE},
)


def train_your_vit() -> Canvas:
    """A sketch: scales in balance, less data with augmentation, regularisation and compute
    against ten times as much data."""
    canvas = Canvas(600)
    canvas.polygon([(600, 340), (520, 540), (680, 540)], INK)
    canvas.line([(90, 340), (1110, 340)], INK, 12)
    canvas.dot((600, 340), 22, INK)
    grid(canvas, (80, 262), [[BLUE] * 2] * 2, 28)
    for number, load in enumerate(("compute", "regularisation", "augmentation")):
        canvas.block(Box(160, 262 - 72 * number, 300, 64), load, ORANGE, 38)
    grid(canvas, (786, 160), [[BLUE] * 8] * 5, 28)
    canvas.text((270, 410), "less data", 42)
    canvas.text((920, 410), "ten times the data", 42)
    return canvas


def vicreg() -> Canvas:
    """A sketch: two views of one image become two embeddings, tied by the terms variance,
    invariance and covariance."""
    canvas = Canvas(660)
    image = Box(50, 240, 150, 150)
    photo(canvas, image)
    shades = ((BLUE, PALE, INK), (PALE, BLUE, GREY), (INK, GREY, BLUE), (BLUE, INK, PALE))
    for y, sun in ((150, 0.2), (480, 0.85)):
        view = Box(285, y - 60, 120, 120)
        photo(canvas, view, sun=sun)
        canvas.arrow(image.right, (240, 315), (240, y), view.left)
        encoder = canvas.block(Box(475, y - 55, 190, 110), "encoder", INK, 42)
        canvas.arrow(view.right, encoder.left)
        embedding = extent(grid(canvas, (745, y - 90), shades, 40))
        canvas.arrow(encoder.right, (embedding.x - 6, y))
        canvas.text((915, y), "variance\ncovariance", 38, anchor="lm")
    canvas.double_arrow((811, 250), (811, 382), ORANGE, 8)
    canvas.text((915, 315), "invariance", 38, ORANGE, "lm")
    canvas.text((345, 590), "two views")
    return canvas


def soft_teacher() -> Canvas:
    """A sketch: a teacher makes weighted pseudo boxes for a student, and follows the student by
    a moving average."""
    canvas = Canvas(590)
    image = Box(60, 235, 170, 150)
    photo(canvas, image)
    teacher = canvas.block(Box(350, 90, 230, 120), "teacher", INK, 44)
    student = canvas.block(Box(350, 410, 230, 120), "student", BLUE, 44)
    for model in (teacher, student):
        canvas.arrow(image.right, (285, 310), (285, model.centre[1]), model.left)
    canvas.arrow(student.top, teacher.bottom, width=8)
    canvas.text((490, 310), "moving\naverage", 36, anchor="lm")
    boxes = Box(760, 60, 320, 220)
    canvas.box(boxes, PALE)
    for box, width in ((Box(790, 90, 110, 150), 10), (Box(930, 90, 120, 70), 6)):
        canvas.line(_outline(box), ORANGE, width)
    canvas.line(_outline(Box(950, 195, 70, 55)), ORANGE, 2)
    canvas.arrow(teacher.right, (760, 150))
    canvas.text((920, 325), "weighted boxes")
    loss = canvas.block(Box(820, 420, 200, 100), "loss", ORANGE, 44)
    canvas.arrow((920, 352), loss.top)
    canvas.arrow(student.right, loss.left)
    return canvas


def _outline(box: Box) -> list[Point]:
    return [box.at(0, 0), box.at(1, 0), box.at(1, 1), box.at(0, 1), box.at(0, 0)]


def pix_match() -> Canvas:
    """A sketch: a target image and its perturbed copy pass through the same network, and the two
    segmentations have to agree."""
    canvas = Canvas(620)
    network = canvas.block(Box(400, 100, 190, 380), "same\nnetwork", INK, 40)
    rows, colours = SCENE
    for y, perturbed in ((60, False), (310, True)):
        image = Box(60, y + 15, 240, 180)
        photo(canvas, image)
        if perturbed:
            for x, down in cluster(image.centre, 26, 84, 0.8):
                canvas.box(Box(x - 8, down - 8, 16, 16), WHITE, radius=1)
        middle = image.centre[1]
        canvas.arrow(image.right, (network.x, middle))
        labels = [[colours[spot] for spot in row] for row in rows]
        labels[1][4 if perturbed else 2] = BLUE
        classes = extent(grid(canvas, (720, middle - 92), labels, 34, 4))
        canvas.arrow((590, middle), (classes.x - 8, middle))
    canvas.arrow((990, 280), (990, 165), (954, 165), colour=ORANGE, width=8)
    canvas.arrow((990, 280), (990, 415), (954, 415), colour=ORANGE, width=8)
    canvas.text((1010, 285), "agree", 44, ORANGE, "lm")
    canvas.text((180, 545), "target image", 38)
    canvas.text((835, 545), "classes", 38)
    return canvas


def det_con() -> Canvas:
    """A sketch: two views of an image with the same masks; features of one mask are drawn
    together, those of others pushed apart."""
    canvas = Canvas(600)
    parts = ((GREY, 0.28, 0.36, 28), (BLUE, 0.5, 0.62, 36), (ORANGE, 0.72, 0.36, 28))
    for top, shift in ((60, -0.07), (290, 0.07)):
        view = Box(60, top, 270, 190)
        canvas.frame(view, INK, PALE)
        for fill, across, down, radius in parts:
            canvas.dot(view.at(across + shift, down), radius, fill)
        canvas.arrow(view.right, (450, view.centre[1]))
    features = Box(450, 60, 690, 420)
    canvas.box(features, WHITE, PALE)
    homes = {GREY: (600.0, 175.0), BLUE: (800.0, 360.0), ORANGE: (1000.0, 175.0)}
    for fill, (x, y) in homes.items():
        pair = [(x - 42, y + 12), (x + 42, y - 12)]
        canvas.line(pair, fill, 6)
        for feature in pair:
            canvas.dot(feature, 20, fill)
    canvas.double_arrow((670, 240), (740, 310))
    canvas.double_arrow((930, 240), (860, 310))
    canvas.double_arrow((700, 175), (900, 175))
    canvas.text((195, 535), "two views", 40)
    canvas.text((795, 535), "features of masks", 40)
    return canvas


def loc_tex() -> Canvas:
    """A sketch: a mouse trace over a picture, and the spoken caption whose words belong to
    stretches of that trace."""
    canvas = Canvas(600)
    picture = Box(60, 60, 560, 400)
    canvas.frame(picture)
    canvas.box(Box(65, 350, 550, 105), PALE, radius=1)
    tree(canvas, (190, 390), 270, GREY)
    person(canvas, (480, 420), 230, GREY)
    around_tree = [_loop((190, 150 + 22 * step / 12), 70, step / 5) for step in range(50)]
    over_grass = [(250.0 + 4 * step, 400 + 22 * math.sin(step / 4)) for step in range(38)]
    around_man = [_loop((480, 380 - 22 * step / 7), 55, step / 5) for step in range(60)]
    trace = ((BLUE, around_tree), (INK, over_grass), (ORANGE, around_man))
    here = around_tree[0]
    for colour, points in trace:
        canvas.line([here, *points], colour, 9)
        here = points[-1]
    canvas.text((340, 520), "mouse trace", 42)
    words = (("a tree", BLUE), ("on grass", INK), ("a man", ORANGE))
    for number, (word, colour) in enumerate(words):
        canvas.block(Box(840, 75 + 140 * number, 260, 95), word, colour, 44)
    canvas.arrow((655, 260), (800, 260), width=9)
    canvas.text((970, 520), "spoken caption", 42)
    return canvas


def _loop(centre: Point, radius: float, turn: float) -> Point:
    return centre[0] + radius * math.cos(turn), centre[1] + 0.5 * radius * math.sin(turn)


def fair_mot() -> Canvas:
    """A sketch: one shared feature map feeds two equal heads, detection and re-identification,
    that together give tracks."""
    canvas = Canvas(500)
    street = Box(50, 170, 210, 180)
    canvas.frame(street, INK, PALE)
    for x, colour in ((110, BLUE), (200, ORANGE)):
        person(canvas, (x, 335), 130, colour)
    row = [PALE] * 5
    rows = [row, row, [PALE, BLUE, PALE, ORANGE, PALE], row, row]
    features = extent(grid(canvas, (345, 172), rows, 30))
    canvas.arrow(street.right, (features.x - 6, 260))
    canvas.text((features.centre[0], 410), "one map")
    for y, name, fill in ((90, "detection", BLUE), (320, "re-ID", ORANGE)):
        head = canvas.block(Box(600, y, 220, 110), name, fill, 42)
        canvas.arrow((features.x + features.width + 8, 260), (550, 260), (550, y + 55), head.left)
        canvas.arrow(head.right, (870, y + 55), (870, 260), (930, 260))
    for colour, heights in ((BLUE, (190, 255, 300)), (ORANGE, (340, 290, 220))):
        track = list(zip((950, 1030, 1115), heights, strict=True))
        canvas.line(track, colour, 8)
        for place in track:
            canvas.dot(place, 20, colour)
    canvas.text((1035, 410), "tracks")
    return canvas


FIGURES = {
    "2106.10270": train_your_vit,
    "2105.04906": vicreg,
    "2106.09018": soft_teacher,
    "2105.08128": pix_match,
    "2103.10957": det_con,
    "2108.11950": loc_tex,
    "2004.01888": fair_mot,
}
