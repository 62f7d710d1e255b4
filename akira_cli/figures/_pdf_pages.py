"""Reading and drawing the pages of an open PDF."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING

from akira_cli.core.figures import Box
from akira_cli.figures._pdf_drawings import drawings_of
from akira_cli.figures._pdf_layout import PageLayout, View, height, width
from akira_cli.figures._pdf_text import lines_of, words_of

if TYPE_CHECKING:
    from PIL.Image import Image
    from pypdfium2 import PdfDocument

SCALE = 2.0
"""Pixels to a point: 144 dots per inch."""
LARGEST_SCALE = 4.0
USUAL_WIDTH, MOST_WIDTH, MOST_HEIGHT = 1000, 1400, 2800
"""Pixels of a picture: what a small one is enlarged to, and what none exceeds."""
FRAME = 10
"""Pixels of white that are left around a picture."""


def layout_of(
    document: PdfDocument, index: int, wanted: Callable[[str], object]
) -> list[PageLayout]:
    """What stands where on a page; nothing when its text is not wanted, or it cannot be read."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:  # one damaged page among others
        return []
    try:
        if not wanted(words_of(page)):
            return []
        view = View(Box(*page.get_bbox()), page.get_rotation())
        drawings, lines = drawings_of(page, view), lines_of(page, view)
        return [PageLayout(index, view.shown.right, view.shown.top, lines, drawings)]
    except pypdfium2.PdfiumError:
        return []
    finally:
        page.close()


def drawn(document: PdfDocument, index: int, box: Box) -> bytes:
    """A part of a page as a PNG, without white around it.

    Raises pypdfium2.PdfiumError, and ValueError for a part that is not on the page.
    """
    from io import BytesIO

    if min(width(box), height(box)) < 1:
        raise ValueError("a part of no size")

    page = document[index]
    try:
        across, up = page.get_size()
        scale = max(SCALE, min(LARGEST_SCALE, USUAL_WIDTH / width(box)))
        scale = min(scale, MOST_WIDTH / width(box), MOST_HEIGHT / height(box))
        cut_off = (box.left, box.bottom, across - box.right, up - box.top)
        bitmap = page.render(
            scale=scale,
            crop=tuple(max(each, 0.0) for each in cut_off),
            may_draw_forms=False,
            draw_annots=False,  # frames around links
            rev_byteorder=True,
        )
        with closing(bitmap):  # now, while PDFium is ours
            picture = _trimmed(bitmap.to_pil())
    finally:
        page.close()
    output = BytesIO()
    picture.save(output, "PNG", compress_level=1)
    return output.getvalue()


def _trimmed(picture: Image) -> Image:
    """Without the white around it, but for a narrow frame."""
    from PIL import Image, ImageChops

    picture = picture.convert("RGB")
    white = Image.new("RGB", picture.size, "white")
    ink = ImageChops.difference(picture, white).getbbox()
    if ink is None:
        return picture
    left, top, right, bottom = ink
    return picture.crop(
        (
            max(left - FRAME, 0),
            max(top - FRAME, 0),
            min(right + FRAME, picture.width),
            min(bottom + FRAME, picture.height),
        )
    )
