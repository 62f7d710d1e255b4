"""Sketches of what happens to patches, pixels and tokens: grids, kernels, matrices."""

from __future__ import annotations

from docs.figures.canvas import BLUE, GREY, INK, ORANGE, PALE, WHITE, Box, Canvas, Colour, Point
from docs.figures.shapes import film, grid, person, photo, tree

FOUR = (BLUE, ORANGE, PALE, INK)
DOG = (
    "........",
    ".....##.",
    "#....###",
    ".######.",
    ".######.",
    ".#....#.",
    ".#....#.",
    "........",
)


def shuffle_transformer() -> Canvas:
    """A sketch: a grid of tokens coloured by window, and the same grid after the shuffle, every
    new window holding all colours."""
    canvas = Canvas(600)
    for number, place in enumerate(((0, 0), (218, 0), (0, 218), (218, 218))):
        for x, colours in ((65, [FOUR[number]] * 4), (710, FOUR)):
            corner = (x + place[0], 60 + place[1])
            canvas.frame(Box(*corner, 206, 206))
            rows = (colours[:2], colours[2:])
            grid(canvas, (corner[0] + 15, corner[1] + 15), rows, 82, 12)
    for x, name in ((277, "windows"), (922, "shuffled")):
        canvas.text((x, 535), name, 42)
    canvas.arrow((515, 272), (685, 272), width=9)
    return canvas


def dino() -> Canvas:
    """A sketch: an image cut into patches, and beside it the self-attention that lights up the
    patches of the object."""
    canvas = Canvas(600)
    shades = {"#": INK, ".": PALE}
    lights = {"#": ORANGE, ".": GREY}
    for x, colours, name in ((60, shades, "image patches"), (746, lights, "self-attention")):
        grid(canvas, (x, 60), [[colours[spot] for spot in row] for row in DOG], 44)
        canvas.text((x + 197, 525), name, 42)
    model = canvas.block(Box(530, 185, 140, 110), "ViT", size=48)
    canvas.arrow((464, 240), model.left)
    canvas.arrow(model.right, (738, 240))
    canvas.text((600, 345), "no labels", 34)
    return canvas


def involution() -> Canvas:
    """A sketch: a convolution uses one kernel for all pixels, an involution a kernel of its own
    for each pixel."""
    canvas = Canvas(620)
    same = ("#.#", ".#.", "#.#")
    own = (same, ("###", "...", ".#."), (".#.", "##.", "..#"))
    panels = (
        (60, (same,), "convolution", "one kernel for all"),
        (660, own, "involution", "one for each pixel"),
    )
    for x, kernels, name, rule in panels:
        pixels = grid(canvas, (x + 150, 300), [[PALE] * 8] * 4, 30, 5)
        for number, column in enumerate((1, 3, 6)):
            place = pixels[(1, 2, 1)[number]][column]
            kernel = kernels[number] if len(kernels) == 3 else same
            at = x + (0, 170, 340)[number] if len(kernels) == 3 else x + 170
            fill = (BLUE, ORANGE, INK)[number] if len(kernels) == 3 else BLUE
            canvas.line([(at + 70, 205), place.centre], fill, 6)
            canvas.box(place, fill, radius=4)
            _kernel(canvas, (at, 60), kernel, fill)
        canvas.text((x + 240, 492), name, 42)
        canvas.text((x + 240, 550), rule, 36)
    return canvas


def _kernel(canvas: Canvas, corner: Point, rows: tuple[str, ...], colour: Colour) -> None:
    grid(canvas, corner, [[colour if spot == "#" else PALE for spot in row] for row in rows], 42)


def pass_dataset() -> Canvas:
    """A sketch: a grid of photos passes a filter that takes out every picture with people in
    it."""
    canvas = Canvas(600)
    kinds = "tmppmtmtpptm"
    for number, kind in enumerate(kinds):
        _tile(canvas, Box(60 + 128 * (number % 4), 60 + 128 * (number // 4), 116, 116), kind)
    kept = [kind for kind in kinds if kind != "p"]
    for number, kind in enumerate(kept):
        _tile(canvas, Box(756 + 128 * (number % 3), 60 + 128 * (number // 3), 116, 116), kind)
    canvas.arrow((580, 245), (740, 245), width=8)
    canvas.text((310, 505), "photos", 42)
    canvas.text((942, 505), "no people", 42)
    return canvas


def _tile(canvas: Canvas, tile: Box, kind: str) -> None:
    if kind == "m":
        photo(canvas, tile)
        return
    canvas.frame(tile, INK, PALE if kind == "t" else WHITE)
    if kind == "t":
        tree(canvas, tile.at(0.5, 0.92), 92)
    else:
        person(canvas, tile.at(0.5, 0.96), 96, ORANGE)


def mobile_vit() -> Canvas:
    """A sketch: one feature map seen by a convolution as a small window and by a Transformer
    across all patches."""
    canvas = Canvas(610)
    near = grid(canvas, (100, 60), [[PALE] * 9] * 9, 38)
    canvas.box(Box(near[3][3].x - 9, near[3][3].y - 9, 144, 144), BLUE, radius=10)
    grid(canvas, (near[3][3].x, near[3][3].y), [[PALE] * 3] * 3, 38)
    canvas.box(near[4][4], ORANGE, radius=5)
    far = grid(canvas, (710, 60), [[PALE] * 9] * 9, 38)
    hub = far[4][4].centre
    for row in (1, 4, 7):
        for column in (1, 4, 7):
            patch = far[row - 1][column - 1]
            canvas.frame(Box(patch.x - 3, patch.y - 3, 132, 132), GREY, None)
    for row in (1, 4, 7):
        for column in (1, 4, 7):
            canvas.line([hub, far[row][column].centre], BLUE, 6)
            canvas.box(far[row][column], BLUE, radius=5)
    canvas.box(far[4][4], ORANGE, radius=5)
    canvas.text((295, 515), "convolution:\nnear pixels", 40)
    canvas.text((905, 515), "Transformer:\nall patches", 40)
    canvas.arrow((520, 255), (685, 255), width=8)
    return canvas


def ceit() -> Canvas:
    """A sketch: tokens in a row are put back into a grid, mixed with their neighbours by a
    convolution, and laid out in a row again."""
    canvas = Canvas(600)
    colours = [(BLUE, PALE, ORANGE)[number % 3] for number in (0, 1, 2, 1, 2, 0, 1, 0, 2)]
    rows = [colours[start : start + 3] for start in (0, 3, 6)]
    grid(canvas, (90, 60), [[colour] for colour in colours], 42)
    grid(canvas, (300, 160), rows, 70, 8)
    mixed = grid(canvas, (690, 160), rows, 70, 8)
    for lane in [*mixed, *zip(*mixed, strict=True)]:
        canvas.line([cell.centre for cell in lane], INK, 6)
        for cell in lane:
            canvas.dot(cell.centre, 19, INK)
    final = grid(canvas, (1050, 60), [[colour] for colour in colours], 42)
    for (cell,) in final:
        canvas.dot(cell.centre, 12, INK)
    for start, end in ((145, 288), (538, 678), (928, 1040)):
        canvas.arrow((start, 273), (end, 273))
    for x, name in ((111, "tokens"), (413, "grid"), (803, "convolution"), (1071, "tokens")):
        canvas.text((x, 535), name)
    return canvas


def deep_vit() -> Canvas:
    """A sketch: near-identical attention maps of several heads are mixed by a learnable matrix
    into different ones."""
    canvas = Canvas(640)
    alike = (("#..", ".##", "..#"), ("#..", ".##", "..#"), ("#..", ".##", ".##"))
    diverse = (("#..", ".##", "..#"), (".#.", "#..", "##."), ("..#", ".#.", "#.#"))
    for number, (before, after) in enumerate(zip(alike, diverse, strict=True)):
        y = 50 + 162 * number
        for x, rows, colour in ((150, before, BLUE), (910, after, ORANGE)):
            _kernel(canvas, (x, y), rows, colour)
        for target in range(3):
            weight = 9 if target == number else 4
            canvas.line([(310, y + 69), (890, 119 + 162 * target)], GREY, weight)
    canvas.block(Box(475, 216, 250, 130), "learnable\nmix", INK, 42)
    canvas.text((219, 570), "heads alike", 42)
    canvas.text((979, 570), "heads diverse", 42)
    return canvas


def video_clip() -> Canvas:
    """A sketch: a matrix of video clips against texts with the matching pairs marked on its
    diagonal."""
    canvas = Canvas(660)
    size, gap = 84, 8
    rows = [[ORANGE if row == column else PALE for column in range(5)] for row in range(5)]
    cells = grid(canvas, (310, 150), rows, size, gap)
    for number in range(5):
        clip = cells[number][0]
        film(canvas, Box(160, clip.y + 4, 130, size - 8), 2)
        text = cells[0][number]
        for line, width in enumerate((64, 50, 58)):
            y = 90 + 17 * line
            canvas.line([(text.x + 10, y), (text.x + 10 + width, y)], INK, 6)
    canvas.text((536, 55), "texts")
    canvas.text((95, 376), "clips")
    for y, fill, meaning in (
        (290, ORANGE, "match:\npull close"),
        (450, PALE, "others:\npush apart"),
    ):
        canvas.box(Box(835, y - 32, 64, 64), fill, radius=5)
        canvas.text((920, y), meaning, anchor="lm")
    return canvas


FIGURES = {
    "2106.03650": shuffle_transformer,
    "2104.14294": dino,
    "2103.06255": involution,
    "2109.13228": pass_dataset,
    "2110.02178": mobile_vit,
    "2103.11816": ceit,
    "2103.11886": deep_vit,
    "2109.14084": video_clip,
}
