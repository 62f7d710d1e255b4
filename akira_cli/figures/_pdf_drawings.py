"""What is drawn on a page of a PDF, with pdfium.

Its functions are called without their wrappers: there are thousands of things on a page.
https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_edit.h
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float
from typing import TYPE_CHECKING, Any

from akira_cli.core.figures import Box
from akira_cli.figures._pdf_layout import Drawing, View, area, common, height, union, width

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_OBJECTS = 20_000
"""Things drawn on one page that are looked at."""
MOST_CLIPS = 400
"""Of those, how many are asked how far they are covered up: it takes ten times as long."""
LARGE = 100.0
"""Points from which on a thing may well be larger than what is seen of it."""
SMALL = 8.0
"""Points up to which things are gathered: dots of a plot, strokes of a shading."""
DEEPEST = 8
"""Drawings within drawings within drawings."""
BACKGROUND = 0.85
"""The share of the page from which on something drawn is its background."""


def drawings_of(page: PdfPage, view: View) -> tuple[Drawing, ...]:
    """What is drawn on the page, as far as it can be seen, the page's background left out."""
    import pypdfium2.raw as raw

    scan = _Scan()
    scan.look_at(raw.FPDFPage_CountObjects(page), raw.FPDFPage_GetObject, page, None)
    placed = (Drawing(view.place(each.box), each.is_image) for each in _gathered(scan.found))
    seen = (Drawing(common(each.box, view.shown), each.is_image) for each in placed)
    most = BACKGROUND * area(view.shown)
    return tuple(
        each
        for each in seen
        if width(each.box) >= 0 and height(each.box) >= 0 and area(each.box) < most
    )


def _gathered(found: list[Drawing]) -> list[Drawing]:
    """The large ones as they are; the small ones that are close together made into one."""
    gathered: list[Drawing] = []
    cells: dict[tuple[float, float], Box] = {}
    for each in found:
        left, bottom, right, top = box = each.box
        if each.is_image or right - left > SMALL or top - bottom > SMALL:
            gathered.append(each)
            continue
        cell = (left // SMALL, bottom // SMALL)
        if cell in cells:
            other = cells[cell]
            box = Box(
                min(left, other.left),
                min(bottom, other.bottom),
                max(right, other.right),
                max(top, other.top),
            )
        cells[cell] = box
    return gathered + [Drawing(box, is_image=False) for box in cells.values()]


class _Scan:
    """Walks through the objects of a page, those of its forms included."""

    def __init__(self) -> None:
        import pypdfium2.raw as raw

        self._raw: Any = raw
        self._edges = tuple(c_float() for _ in range(4))
        self._places = [byref(edge) for edge in self._edges]
        self.found: list[Drawing] = []
        self._objects = MOST_OBJECTS
        self._clips = MOST_CLIPS

    def look_at(
        self,
        count: int,
        get: Any,
        parent: Any,
        matrix: Any,
        limit: Box | None = None,
        depth: int = 0,
    ) -> None:
        """Note the boxes of a parent's objects; `limit` is what can be seen of the parent."""
        raw = self._raw
        for number in range(count):
            if self._objects <= 0:
                return
            self._objects -= 1
            thing = get(parent, number)
            kind = raw.FPDFPageObj_GetType(thing)
            if kind == raw.FPDF_PAGEOBJ_TEXT:
                continue
            if kind == raw.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                self._look_into(thing, matrix, limit, depth)
                continue
            box = self._box(thing, matrix, limit)
            if box is not None:
                self.found.append(Drawing(box, kind == raw.FPDF_PAGEOBJ_IMAGE))

    def _look_into(self, form: Any, outer: Any, limit: Box | None, depth: int) -> None:
        raw = self._raw
        matrix = raw.FS_MATRIX()
        raw.FPDFPageObj_GetMatrix(form, byref(matrix))
        inner = _product(raw.FS_MATRIX(), matrix, outer) if outer is not None else matrix
        count = raw.FPDFFormObj_CountObjects(form)
        if count > 0:  # what a form shows is cut off for all that is in it
            clip = self._clip(raw.FPDFFormObj_GetObject(form, 0), inner)
            limit = clip if limit is None or clip is None else common(limit, clip)
        self.look_at(count, raw.FPDFFormObj_GetObject, form, inner, limit, depth + 1)

    def _box(self, thing: Any, matrix: Any, limit: Box | None) -> Box | None:
        if not self._raw.FPDFPageObj_GetBounds(thing, *self._places):
            return None
        left, bottom, right, top = self._edges
        box = _placed(Box(left.value, bottom.value, right.value, top.value), matrix)
        if limit is not None:
            box = common(box, limit)
        if box.right - box.left > LARGE or box.top - box.bottom > LARGE:
            clip = self._clip(thing, matrix)
            box = box if clip is None else common(box, clip)
        return box if box.left <= box.right and box.bottom <= box.top else None

    def _clip(self, thing: Any, matrix: Any) -> Box | None:
        """What is not covered up of a thing, where that is known."""
        raw = self._raw
        if self._clips <= 0:
            return None
        self._clips -= 1
        path = raw.FPDFPageObj_GetClipPath(thing)
        visible = None
        for number in range(min(raw.FPDFClipPath_CountPaths(path), 9) if path else 0):
            points = list(self._points(path, number))
            if points:
                box = _placed(union(points), matrix)
                visible = box if visible is None else common(visible, box)
        return visible

    def _points(self, path: Any, number: int) -> Iterator[Box]:
        raw = self._raw
        x, y = c_float(), c_float()
        for each in range(min(raw.FPDFClipPath_CountPathSegments(path, number), 99)):
            segment = raw.FPDFClipPath_GetPathSegment(path, number, each)
            if raw.FPDFPathSegment_GetPoint(segment, byref(x), byref(y)):
                yield Box(x.value, y.value, x.value, y.value)


def _placed(box: Box, matrix: Any) -> Box:
    """The box around a box that a matrix has moved, scaled and turned."""
    if matrix is None:
        return box
    a, b, c, d = matrix.a, matrix.b, matrix.c, matrix.d
    across = sorted((a * box.left, a * box.right)), sorted((c * box.bottom, c * box.top))
    up = sorted((b * box.left, b * box.right)), sorted((d * box.bottom, d * box.top))
    return Box(
        across[0][0] + across[1][0] + matrix.e,
        up[0][0] + up[1][0] + matrix.f,
        across[0][1] + across[1][1] + matrix.e,
        up[0][1] + up[1][1] + matrix.f,
    )


def _product(into: Any, first: Any, then: Any) -> Any:
    """The matrix that does what one does and then what the other does."""
    into.a = first.a * then.a + first.b * then.c
    into.b = first.a * then.b + first.b * then.d
    into.c = first.c * then.a + first.d * then.c
    into.d = first.c * then.b + first.d * then.d
    into.e = first.e * then.a + first.f * then.c + then.e
    into.f = first.e * then.b + first.f * then.d + then.f
    return into
