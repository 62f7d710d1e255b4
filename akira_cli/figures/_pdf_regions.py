"""Where the figures of a page are, by their captions: what is drawn next to each, the words in it,
and nothing of the text around it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.figures import Box
from akira_cli.figures._pdf_captions import Caption, captions_of
from akira_cli.figures._pdf_layout import (
    Drawing,
    Line,
    PageLayout,
    area,
    centre,
    common,
    grown,
    height,
    holds,
    meet,
    share_side,
    union,
    width,
)

MARGIN = 4.0
LABEL_GAP = 9.0
"""How far words of a figure are from what is drawn; body text keeps more away."""
AXIS_GAP = 24.0
"""How far the name of an axis may be from it; such words are no wider, either."""
ROW_GAP = 50.0
"""How far apart the rows of a figure are at most, and it and its caption twice that."""
SMALLEST = (36.0, 24.0)
"""Width and height of the smallest region that is a figure."""


class Region(NamedTuple):
    """The place of a figure on its page.

    `text_share` is the share of its area that words cover, `progress` how much of the page has
    been read before it: the left column comes before the right one.
    """

    caption: Caption
    box: Box
    text_share: float
    progress: float


class Sides(NamedTuple):
    """What there is above a caption and below it."""

    caption: Caption
    above: Box | None
    below: Box | None


class Surroundings(NamedTuple):
    """A page's lines sorted into captions, body text and all others, and what is drawn on it."""

    captions: tuple[Caption, ...]
    body: tuple[Line, ...]
    others: tuple[Line, ...]
    drawings: tuple[Drawing, ...]
    middle: float | None
    """Between two columns; None on a page with one."""


def surroundings_of(page: PageLayout) -> Surroundings:
    """The page, sorted."""
    captions = tuple(captions_of(page.lines))
    of_captions = {line for caption in captions for line in caption.lines}
    rest = [line for line in page.lines if line not in of_captions]
    frames = [each.box for each in page.drawings if min(width(each.box), height(each.box)) > 50]
    free = [line for line in rest if not any(holds(frame, centre(line.box)) for frame in frames)]
    body = _body(free)
    among = set(body)
    drawings = tuple(each for each in page.drawings if not _is_of_a_line(each.box, body))
    others = tuple(line for line in rest if line not in among)
    return Surroundings(captions, tuple(body), others, drawings, _middle(body))


def _body(lines: Sequence[Line]) -> list[Line]:
    """The lines of paragraphs: full ones, and short ones right under a full one."""
    wordy = [line for line in lines if len(line.text) > 24 and _is_prose(line.text)]
    if not wordy:
        return []
    usual = sorted(width(line.box) for line in wordy)[len(wordy) // 2]
    full = 0.6 * usual
    body = [
        line
        for line in wordy
        if any(
            _is_next(line, other)
            and (min(width(line.box), width(other.box)) > full or _is_as_wide(line, other))
            for other in wordy
        )
    ]
    above = {line.box for line in body}
    short = [line for line in lines if line.box not in above]
    return body + [line for line in short if any(_is_under(line, other) for other in body)]


def _is_prose(text: str) -> bool:
    return sum(map(str.isalpha, text)) > 0.6 * len(text)


def _is_next(line: Line, other: Line) -> bool:
    """Whether the two are lines of one paragraph, one under the other."""
    upper, lower = (line, other) if line.box.top > other.box.top else (other, line)
    return line is not other and _is_under(lower, upper, indent=30.0)


def _is_as_wide(line: Line, other: Line) -> bool:
    """Whether both fill the same narrow column: text that flows beside a figure."""
    return (
        abs(line.box.left - other.box.left) < 2
        and abs(line.box.right - other.box.right) < 2
        and width(line.box) > 12 * line.size
    )


def _is_under(lower: Line, upper: Line, indent: float = 4.0) -> bool:
    gap = upper.box.bottom - lower.box.top
    return (
        -0.45 * upper.size < gap < 1.1 * upper.size
        and lower.box.bottom < upper.box.bottom - 0.3 * upper.size
        and abs(lower.size - upper.size) < 0.6
        and abs(lower.box.left - upper.box.left) < indent
    )


def _is_of_a_line(box: Box, lines: Sequence[Line]) -> bool:
    """Whether something drawn belongs to a line of text: a root, an underline, a small sign."""
    point = centre(box)
    return height(box) < 20 and any(holds(grown(line.box, 2.5), point) for line in lines)


def _middle(body: Sequence[Line]) -> float | None:
    if not body:
        return None
    middle = (min(line.box.left for line in body) + max(line.box.right for line in body)) / 2
    left = sum(line.box.right < middle + 9 for line in body)
    right = sum(line.box.left > middle - 9 for line in body)
    fewest = 0.15 * len(body)
    return middle if left + right > 0.6 * len(body) and min(left, right) > fewest else None


def regions_of(pages: Sequence[PageLayout]) -> list[tuple[PageLayout, Region]]:
    """The figures of the pages with captions, in their order."""
    found: list[tuple[PageLayout, Sides, Surroundings]] = []
    for page in pages:
        around = surroundings_of(page)
        found += [(page, sides_of(each, around, page), around) for each in around.captions]
    figures = [sides for _, sides, _ in found if sides.caption.kind == "figure"]
    above = sum(sides.above is not None and sides.below is None for sides in figures)
    below = sum(sides.below is not None and sides.above is None for sides in figures)
    regions = [(page, _region(sides, below > above, around, page)) for page, sides, around in found]
    return [(page, region) for page, region in regions if region is not None]


def _region(
    sides: Sides, figures_below: bool, around: Surroundings, page: PageLayout
) -> Region | None:
    prefers_below = figures_below if sides.caption.kind == "figure" else True
    box = (sides.below or sides.above) if prefers_below else (sides.above or sides.below)
    if box is None:
        return None
    words = sum(area(common(line.box, box)) for line in around.others if meet(line.box, box))
    progress = 1 - sides.caption.box.top / page.height
    if around.middle is not None and box.left > around.middle - 9:
        progress = (1 + progress) / 2
    elif around.middle is not None and box.right < around.middle + 9:
        progress = progress / 2
    return Region(sides.caption, box, min(words / area(box), 1.0), progress)


def sides_of(caption: Caption, around: Surroundings, page: PageLayout) -> Sides:
    """What is drawn above and below a caption, up to the text that follows there."""
    left, right = _reach(caption, around, page)
    obstacles = [line.box for line in around.body]
    obstacles += [other.box for other in around.captions if other is not caption]
    column = Box(left, 0.0, right, page.height)
    obstacles = [box for box in obstacles if share_side(box, column)]
    box = caption.box
    top = min((each.bottom for each in obstacles if centre(each)[1] > box.top), default=page.height)
    bottom = max((each.top for each in obstacles if centre(each)[1] < box.bottom), default=0.0)
    return Sides(
        caption,
        _drawn(Box(left, box.top, right, top), around, caption, is_above=True),
        _drawn(Box(left, bottom, right, box.bottom), around, caption, is_above=False),
    )


def _reach(caption: Caption, around: Surroundings, page: PageLayout) -> tuple[float, float]:
    """How far a caption's figure may reach to the left and right: as far as its column does."""
    box = caption.box
    beside = [line.box for line in around.body]
    beside += [other.box for other in around.captions if other is not caption]
    beside = [each for each in beside if each.bottom < box.top and each.top > box.bottom]
    left = max((each.right for each in beside if each.right <= box.left), default=0.0)
    right = min((each.left for each in beside if each.left >= box.right), default=page.width)
    for line in (other for other in around.captions if other is not caption):
        if line.box in beside:  # two figures side by side meet half way
            if line.box.right <= box.left:
                left = max(left, (line.box.right + box.left) / 2)
            else:
                right = min(right, (line.box.left + box.right) / 2)
    if around.middle is not None and box.right <= around.middle + 9:
        right = min(right, around.middle)
    if around.middle is not None and box.left >= around.middle - 9:
        left = max(left, around.middle)
    return left, right


def _drawn(band: Box, around: Surroundings, caption: Caption, *, is_above: bool) -> Box | None:
    """The figure in a band between a caption and the next text, or None when there is none."""
    inside = [
        common(each.box, Box(each.box.left, band.bottom, each.box.right, band.top))
        for each in around.drawings
        if _is_in(each.box, band)
    ]
    if caption.kind == "figure":
        rules = [box for box in inside if _parts_the_page(box, band, inside)]
        near = _near([box for box in inside if box not in rules], band, is_above, ROW_GAP)
    else:
        rules = []
        near = _near(inside, band, is_above, height(band))
    if near is None:
        return None
    touching = grown(near, MARGIN)  # an axis, the line under a row of bars
    near = union((near, *(rule for rule in rules if meet(rule, touching))))
    box = _with_words(near, band, around.others, is_above)
    if width(box) < SMALLEST[0] or height(box) < SMALLEST[1]:
        return None
    box = grown(box, MARGIN)
    return Box(
        box.left, max(box.bottom, band.bottom + 0.5), box.right, min(box.top, band.top - 0.5)
    )


def _is_in(box: Box, band: Box) -> bool:
    shared = common(box, band)
    return width(shared) >= 0.5 * min(width(box), width(band)) and (
        band.bottom - 1 <= centre(box)[1] <= band.top + 1
    )


def _parts_the_page(box: Box, band: Box, others: Sequence[Box]) -> bool:
    """Whether it is a line under a running title or above footnotes, and not one of a grid."""
    if height(box) >= 2 or width(box) <= 0.3 * width(band):
        return False
    alike = sum(
        height(other) < 2 and max(abs(other.left - box.left), abs(other.right - box.right)) < 1
        for other in others
    )
    return alike < 3


def _near(boxes: Sequence[Box], band: Box, is_above: bool, gap: float) -> Box | None:
    """What is drawn next to the caption, and all that is near to that in turn."""
    by_distance = sorted(
        boxes, key=lambda box: box.bottom - band.bottom if is_above else band.top - box.top
    )
    found: Box | None = None
    for box in by_distance:
        if found is None:
            distance = box.bottom - band.bottom if is_above else band.top - box.top
            limit = 2 * gap
        else:
            distance = box.bottom - found.top if is_above else found.bottom - box.top
            limit = gap
        if distance > limit:
            break
        found = box if found is None else union((found, box))
    return found


def _with_words(box: Box, band: Box, lines: Sequence[Line], is_above: bool) -> Box:
    """With the words of the figure: those next to it, and those between it and its caption."""
    waiting = [line.box for line in lines if holds(band, centre(line.box)) or meet(line.box, box)]
    while True:
        near = grown(box, LABEL_GAP)
        bottom, top = (band.bottom, near.top) if is_above else (near.bottom, band.top)
        between = Box(near.left, bottom, near.right, top)
        beside = Box(box.left - AXIS_GAP, box.bottom, box.right + AXIS_GAP, box.top)
        added = [
            each
            for each in waiting
            if meet(each, between) or (meet(each, beside) and width(each) < AXIS_GAP)
        ]
        if not added:
            return box
        waiting = [each for each in waiting if each not in added]
        box = union((box, *added))
