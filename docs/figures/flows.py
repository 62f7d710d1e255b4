"""Sketches in which something passes through a model: pipelines, film strips, stairs, columns."""

from __future__ import annotations

from itertools import pairwise

from docs.figures.canvas import BLUE, GREY, INK, ORANGE, PALE, WHITE, Box, Canvas
from docs.figures.shapes import cluster, cube, extent, face, film, grid, photo


def merlot() -> Canvas:
    """A sketch: video frames and the words spoken over them enter one joint encoder, which
    matches them and puts them in order."""
    canvas = Canvas(560)
    for number, frame in enumerate(film(canvas, Box(60, 110, 540, 150), 4)):
        canvas.dot(frame.at(0.2 + 0.2 * number, 0.65 - 0.12 * number), 17, ORANGE)
        canvas.line([frame.at(0.1, 0.88), frame.at(0.9, 0.88)], BLUE, 7)
        words = Box(frame.x, 340, frame.width, 96)
        canvas.box(words, PALE)
        for line, width in enumerate((0.82, 0.66, 0.45)):
            y = words.y + 25 + 23 * line
            canvas.line([(words.x + 16, y), (words.x + width * words.width, y)], INK, 6)
    canvas.text((330, 72), "video frames")
    canvas.text((330, 478), "spoken words")
    encoder = canvas.block(Box(700, 185, 210, 180), "joint\nencoder", size=42)
    canvas.arrow((612, 185), (655, 185), (655, 240), (700, 240))
    canvas.arrow((612, 388), (655, 388), (655, 310), (700, 310))
    for y, task in ((130, "match"), (310, "order")):
        target = canvas.block(Box(990, y, 150, 110), task, ORANGE)
        canvas.arrow(encoder.at(1, 0.25 if y < 200 else 0.75), (950, y + 55), target.left)
    return canvas


def magdr() -> Canvas:
    """A sketch: a face protected by noise goes through a detection mask and a reconstruction,
    and comes out clean again."""
    canvas = Canvas(430)
    panels = [Box(60 + 290 * number, 70, 210, 230) for number in range(4)]
    names = ("protected", "mask", "rebuild", "clean")
    for panel, name in zip(panels, names, strict=True):
        canvas.frame(panel)
        canvas.text((panel.centre[0], 350), name)
        face(canvas, panel.centre, 84)
    for panel, specks in ((panels[0], 46), (panels[2], 12)):
        for x, y in cluster(panel.centre, specks, 86):
            canvas.box(Box(x - 6, y - 6, 12, 12), ORANGE, radius=1)
    canvas.box(Box(panels[1].x + 8, 78, 194, 214), INK, radius=2)
    x, y = panels[1].centre
    for dx, dy, width, height in ((-50, -36, 44, 30), (6, -36, 44, 30), (-40, 32, 80, 34)):
        canvas.box(Box(x + dx, y + dy, width, height), ORANGE, radius=14)
    canvas.ring((x, y), 84, PALE)
    for before, after in pairwise(panels):
        canvas.arrow(before.right, after.left)
    return canvas


def billion_scale_pretraining() -> Canvas:
    """A sketch: many images pass through one vision Transformer into one shared embedding,
    which serves several tasks."""
    canvas = Canvas(520)
    shades = (PALE, BLUE, GREY, ORANGE, INK)
    rows = [
        [shades[(3 * row + 2 * column + row * column) % 5] for column in range(5)]
        for row in range(6)
    ]
    images = extent(grid(canvas, (60, 60), rows, 48))
    canvas.text((images.centre[0], 440), "many images")
    model = canvas.block(Box(420, 150, 170, 140), "ViT", size=52)
    canvas.arrow((images.x + images.width + 10, 220), model.left)
    vector = extent(grid(canvas, (700, 76), [[ORANGE]] * 6, 42))
    canvas.arrow(model.right, (vector.x - 6, 220))
    canvas.text((vector.centre[0], 410), "one\nembedding")
    for number in range(3):
        task = canvas.block(Box(950, 70 + 110 * number, 190, 80), f"task {number + 1}", PALE)
        canvas.arrow((vector.x + 52, 220), task.left)
    return canvas


def perceiver_io() -> Canvas:
    """A sketch: a large input array is read into a small latent array, and output queries read
    an output of any size from it."""
    canvas = Canvas(600)
    source = extent(grid(canvas, (60, 60), [[PALE] * 3] * 10, 36))
    latent = extent(grid(canvas, (370, 180), [[BLUE] * 4] * 4, 40))
    output = extent(grid(canvas, (1010, 102), [[ORANGE] * 3] * 8, 36))
    canvas.arrow((source.x + source.width + 10, 268), (latent.x - 10, 268))
    attention = canvas.block(Box(670, 213, 220, 110), "attention", INK, 42)
    canvas.arrow((latent.x + latent.width + 10, 268), attention.left)
    canvas.arrow(attention.right, (output.x - 10, 268))
    queries = extent(grid(canvas, (647, 100), [[ORANGE] * 8], 28))
    canvas.arrow((queries.centre[0], 138), attention.top)
    canvas.text((780, 62), "output queries", 36)
    canvas.text((source.centre[0], 530), "input")
    canvas.text((latent.centre[0], 530), "small latent")
    canvas.text((output.centre[0], 530), "output")
    return canvas


def foundation_models() -> Canvas:
    """A sketch: text, images, speech and other data flow into one foundation model, which is
    adapted to many tasks."""
    canvas = Canvas(620)
    model = canvas.block(Box(60, 290, 1080, 110), "foundation model", INK, 54)
    for number, data in enumerate(("text", "images", "speech", "other data")):
        source = canvas.block(Box(60 + 280 * number, 480, 240, 80), data, PALE)
        canvas.arrow(source.top, (source.centre[0], model.y + model.height))
    for number, task in enumerate(("answer", "translate", "describe", "recognise")):
        column = Box(60 + 280 * number, 60, 240, 150)
        canvas.block(column, task, (BLUE, ORANGE)[number % 2], 42)
        canvas.arrow((column.centre[0], model.y), column.bottom)
    return canvas


def clip_adapter() -> Canvas:
    """A sketch: a frozen CLIP feature goes through a small adapter and is added to itself over
    a residual connection."""
    canvas = Canvas(500)
    picture = Box(60, 190, 170, 150)
    photo(canvas, picture)
    clip = canvas.block(Box(310, 190, 190, 150), "CLIP", GREY, 50)
    canvas.text((405, 390), "frozen")
    canvas.arrow(picture.right, clip.left)
    adapter = canvas.block(Box(640, 70, 230, 110), "adapter", ORANGE, 44)
    canvas.arrow((560, 265), (560, 125), adapter.left)
    plus = (955.0, 265.0)
    canvas.arrow(clip.right, (plus[0] - 38, 265))
    canvas.arrow(adapter.right, (955, 125), (955, 227))
    canvas.ring(plus, 36)
    canvas.line([(938, 265), (972, 265)])
    canvas.line([(955, 248), (955, 282)])
    canvas.text((740, 310), "residual")
    result = canvas.block(Box(1050, 215, 90, 100), "class", PALE, 34)
    canvas.arrow((993, 265), result.left)
    return canvas


def three_detr() -> Canvas:
    """A sketch: a cloud of points passes through a Transformer encoder and decoder and comes
    out as three-dimensional boxes."""
    canvas = Canvas(500)
    for offset in (0, 820):
        for centre, count, spread in (((125, 270), 34, 58), ((250, 185), 30, 46)):
            for x, y in cluster(centre, count, spread, 0.9):
                canvas.dot((x + offset, y), 6, INK if offset == 0 else GREY)
    for front in (Box(875, 212, 115, 122), Box(1014, 146, 96, 90)):
        cube(canvas, front, 24, ORANGE)
    encoder = canvas.block(Box(380, 150, 180, 170), "encoder")
    decoder = canvas.block(Box(640, 150, 180, 170), "decoder")
    canvas.arrow((310, 235), encoder.left)
    canvas.arrow(encoder.right, decoder.left)
    canvas.arrow(decoder.right, (865, 235))
    queries = extent(grid(canvas, (653, 390), [[ORANGE] * 5], 26))
    canvas.arrow((queries.centre[0], 384), decoder.bottom)
    canvas.text((600, 403), "queries", anchor="rm")
    canvas.text((185, 403), "points")
    canvas.text((1000, 403), "3D boxes")
    return canvas


def clipbert() -> Canvas:
    """A sketch: a long strip of video frames of which only a few are picked, and read together
    with the text by one model."""
    canvas = Canvas(560)
    picked = (2, 7)
    frames = film(canvas, Box(60, 70, 1080, 130), 12, picked)
    model = canvas.block(Box(430, 380, 340, 120), "Transformer", size=46)
    for number, x in zip(picked, (500, 690), strict=True):
        canvas.arrow((frames[number].centre[0], 204), (x, 380), colour=ORANGE)
    canvas.text((330, 300), "a few frames", anchor="rm")
    text = canvas.block(Box(60, 390, 220, 100), "text", PALE)
    answer = canvas.block(Box(920, 390, 220, 100), "answer", PALE)
    canvas.arrow(text.right, model.left)
    canvas.arrow(model.right, answer.left)
    canvas.text((800, 300), "trained end to end", 36, anchor="lm")
    return canvas


def medical_pretraining() -> Canvas:
    """A sketch: three steps upward, self-supervision on natural images, then on medical images,
    then fine-tuning with labels."""
    canvas = Canvas(510)
    steps = (
        (270, PALE, "natural images", "no labels"),
        (180, BLUE, "medical images", "no labels"),
        (90, ORANGE, "fine-tuning", "with labels"),
    )
    for number, (top, fill, title, labels) in enumerate(steps):
        step = Box(60 + 362 * number, top, 356, 450 - top)
        canvas.box(step, fill)
        light = INK if fill == PALE else WHITE
        canvas.text((step.centre[0], top + 60), title, 42, light)
        canvas.text((step.centre[0], top + 120), labels, 36, light)
        if number:
            canvas.arrow((step.x - 60, top + 86), (step.x - 60, top + 30), (step.x, top + 30))
    return canvas


FIGURES = {
    "2106.02636": merlot,
    "2103.14211": magdr,
    "2108.05887": billion_scale_pretraining,
    "2107.14795": perceiver_io,
    "2108.07258": foundation_models,
    "2110.04544": clip_adapter,
    "2109.08141": three_detr,
    "2102.06183": clipbert,
    "2101.05224": medical_pretraining,
}
