"""The lines of type on the first pages of a PDF, with their sizes and places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.answers.one_line import one_line
from akira_cli.answers.pdf_documents import opened
from akira_cli.answers.pdf_text import as_spelt
from akira_cli.sources._page import BY_HAND

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

PAGES = 2
"""How many pages are ever read."""
MOST_GLYPHS = 30_000
"""Of one page; a dense one has about 8,000."""

_UPRIGHT = 0.1
"""Radians; type that is turned further is no line of the text."""


class Line(NamedTuple):
    """One line of type. `size` is that of most of its letters and `largest` that of its largest,
    in points; `baseline` counts from the lower edge; `page` from 0."""

    text: str
    size: float
    largest: float
    baseline: float
    page: int
    turned: bool


class PdfText(NamedTuple):
    """What the document says of itself, and the lines of its first pages in their order.
    `title` and `author` are as they were typed, empty where nobody did.

    `height` is that of page 1, in points.
    """

    title: str
    author: str
    lines: tuple[Line, ...]
    height: float


class _Glyph(NamedTuple):
    text: str
    size: float
    x: float
    right: float
    y: float
    turned: bool
    guessed: bool
    """Whether PDFium put it in where it saw room."""


def read_pages(body: bytes, url: str) -> PdfText:
    """The first pages of a PDF. Raises as `answers.pdf_documents.opened`."""
    with opened(body, url, f"give the page that tells about the paper, or {BY_HAND}") as document:
        lines, height = _lines_of(document)
        return PdfText(_stated(document, "Title"), _stated(document, "Author"), lines, height)


def _stated(document: PdfDocument, key: str) -> str:
    try:
        return str(document.get_metadata_value(key))
    except UnicodeDecodeError:  # half a character
        return ""


def _lines_of(document: PdfDocument) -> tuple[tuple[Line, ...], float]:
    lines: list[Line] = []
    height = 0.0
    for number in range(min(PAGES, len(document))):
        with closing(document[number]) as page, closing(page.get_textpage()) as text:
            height = height or page.get_height()
            lines += _set_in_lines(_glyphs(text), number)
    return tuple(lines), height


def _glyphs(text: PdfTextPage) -> Iterator[_Glyph]:
    """The characters in PDFium's order, which is that of reading as far as the file has it.

    Sizes are those on the page: https://pdfium.googlesource.com/pdfium/+/main/public/fpdf_text.h
    """
    from ctypes import c_double
    from math import hypot, pi

    from pypdfium2 import raw

    matrix, x, y = raw.FS_MATRIX(), c_double(), c_double()
    box = raw.FS_RECTF()
    for index in range(min(text.count_chars(), MOST_GLYPHS)):
        character = chr(min(raw.FPDFText_GetUnicode(text, index), 0x10FFFF))
        if character in "\r\n" or not (
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            and raw.FPDFText_GetMatrix(text, index, matrix)
            and raw.FPDFText_GetLooseCharBox(text, index, box)
        ):
            continue
        size = raw.FPDFText_GetFontSize(text, index) * hypot(matrix.c, matrix.d)
        angle = raw.FPDFText_GetCharAngle(text, index) % (2 * pi)
        turned = _UPRIGHT < angle < 2 * pi - _UPRIGHT
        guessed = raw.FPDFText_IsGenerated(text, index) == 1
        yield _Glyph(character, size, x.value, box.right, y.value, turned, guessed)


def _set_in_lines(glyphs: Iterable[_Glyph], page: int) -> Iterator[Line]:
    line: list[_Glyph] = []
    gap: _Glyph | None = None
    for glyph in glyphs:
        if glyph.text.isspace():
            gap = glyph
            continue
        if line and _starts_anew(line, glyph):
            yield _line(line, page)
            line = []
        elif line and gap and not (gap.guessed and _is_narrow(line[-1], glyph)):
            line.append(gap._replace(text=" ", size=0.0))
        line.append(glyph)
        gap = None
    if line:
        yield _line(line, page)


def _starts_anew(line: list[_Glyph], glyph: _Glyph) -> bool:
    """Whether a character is no neighbour of those before it. Raised and lowered ones are."""
    if glyph.turned or line[-1].turned:
        return glyph.turned != line[-1].turned
    largest = max(line, key=lambda each: each.size)
    size = max(largest.size, glyph.size)
    return (
        abs(glyph.y - largest.y) > 0.55 * size
        or not -2 * size < glyph.x - line[-1].right < 4 * size
    )


def _is_narrow(before: _Glyph, after: _Glyph) -> bool:
    """Whether the room between two letters is none, as between the sizes of small capitals."""
    return not before.turned and after.x - before.right < 0.12 * max(before.size, after.size)


def _line(glyphs: list[_Glyph], page: int) -> Line:
    text = as_spelt("".join(each.text for each in glyphs))
    sizes = Counter(round(each.size, 1) for each in glyphs if each.size)
    most = sizes.most_common(1)[0][0] if sizes else 0.0
    largest = max(glyphs, key=lambda each: each.size)
    turned = glyphs[0].turned
    return Line(one_line(text), most, max(sizes, default=0.0), largest.y, page, turned)
