"""The text of a page of a PDF, line by line, with pdfium.

https://pdfium.googlesource.com/pdfium/+/refs/heads/main/public/fpdf_text.h
"""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double, c_int, create_string_buffer
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from akira_cli.answers.pdf_text import as_spelt
from akira_cli.core.figures import Box
from akira_cli.figures._pdf_captions import LABEL
from akira_cli.figures._pdf_layout import Line, View, height, union

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

MOST_CHARACTERS = 20_000
"""Of one page; a dense page of a journal has 8,000."""
WIDEST_BLANK = 1.8
"""Between two words, in heights of their line: those of a narrow column can stand far apart."""
WIDEST_GAP = 2.4
"""Between two pieces of one line, in its heights; columns are further apart."""


class _Character(NamedTuple):
    place: int
    text: str
    box: Box


def words_of(page: PdfPage) -> str:
    """All the text of a page, without where it stands."""
    text_page = page.get_textpage()
    try:
        return str(text_page.get_text_range())
    finally:
        text_page.close()


def lines_of(page: PdfPage, view: View) -> tuple[Line, ...]:
    """The lines of a page in the order of its contents."""
    text_page = page.get_textpage()
    try:
        lines: list[Line] = []
        for run in _runs(_characters(text_page, view)):
            line = _line(run, text_page)
            goes_on = bool(lines) and _is_within(lines[-1].box, line.box, WIDEST_GAP)
            lines.append(line._replace(begins=not goes_on))
        return tuple(lines)
    finally:
        text_page.close()


def _characters(text_page: Any, view: View) -> Iterator[_Character]:
    """All that stand somewhere: marks of a line's end are left out, blanks are not."""
    import pypdfium2.raw as raw

    edges = [c_double() for _ in range(4)]
    left, right, bottom, top = edges
    places = [byref(edge) for edge in edges]
    handle, unicode_of, box_of = text_page.raw, raw.FPDFText_GetUnicode, raw.FPDFText_GetCharBox
    for index in range(min(raw.FPDFText_CountChars(handle), MOST_CHARACTERS)):
        code = unicode_of(handle, index)
        if code in (0, 10, 13) or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
            continue
        if box_of(handle, index, *places):
            box = view.place(Box(left.value, bottom.value, right.value, top.value))
            yield _Character(index, chr(code), box)


def _runs(characters: Iterator[_Character]) -> Iterator[list[_Character]]:
    """Characters that stand on one line, no further apart than words."""
    run: list[_Character] = []
    around = Box(0.0, 0.0, 0.0, 0.0)
    for each in characters:
        if each.text.isspace():
            if run:
                run.append(each)
            continue
        if run and not _is_within(around, each.box, WIDEST_BLANK):
            yield run
            run = []
        around = union((around, each.box)) if run else each.box
        run.append(each)
    if run:
        yield run


def _is_within(line: Box, box: Box, blank: float) -> bool:
    """Whether a box stands on a line, not far from its end; `blank` is in heights of the line."""
    most = max(height(line), 5.0) * blank
    is_on_it = min(line.top, box.top) + 0.5 >= max(line.bottom, box.bottom)
    return is_on_it and line.right - most < box.left and box.left < line.right + most


def _line(run: list[_Character], text_page: Any) -> Line:
    while run[-1].text.isspace():
        run.pop()
    shown = [each for each in run if not each.text.isspace()]
    text = as_spelt("".join(each.text for each in run))
    label = LABEL.match(text)
    stands_out = False
    if label is not None:
        after = next((each for each in run[label.end("name") :] if each.text.isalpha()), run[0])
        first, second = _font(text_page, run[0].place), _font(text_page, after.place)
        stands_out = first != second or (after is not run[0] and _is_bold(*first))
    box = union(each.box for each in shown)
    return Line(text, box, _size(text_page, run[0].place), stands_out)


def _size(text_page: Any, index: int) -> float:
    """In points on the page: a font's own size can be anything, and be scaled."""
    import pypdfium2.raw as raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, byref(matrix))
    return float(raw.FPDFText_GetFontSize(text_page, index)) * hypot(matrix.c, matrix.d)


def _font(text_page: Any, index: int) -> tuple[bytes, int]:
    import pypdfium2.raw as raw

    name = create_string_buffer(200)
    raw.FPDFText_GetFontInfo(text_page, index, name, 200, byref(c_int()))
    return name.value, raw.FPDFText_GetFontWeight(text_page, index)


def _is_bold(name: bytes, weight: int) -> bool:
    return weight >= 600 or b"bold" in name.lower()
