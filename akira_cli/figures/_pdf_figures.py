"""The figures of an open PDF as candidates: read page by page, placed, numbered."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TYPE_CHECKING

from akira_cli.core.figures import Box, Candidate
from akira_cli.figures._pdf_captions import LABEL_ANYWHERE
from akira_cli.figures._pdf_layout import PageLayout, area, height, width
from akira_cli.figures._pdf_pages import SCALE, layout_of
from akira_cli.figures._pdf_regions import Region, regions_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

MOST_PAGES = 30
"""Pages in which figures are looked for, from the first on."""
FALLBACK_PAGES = 3
"""Pages whose largest picture stands for a paper without captions."""
SMALLEST_PICTURE = 48.0
"""Points, of a picture without a caption."""


def candidates_in(document: PdfDocument, deadline: float) -> list[Candidate]:
    """The figures in the order of the pages, without address and origin.

    No page is begun after the deadline, a reading of `time.monotonic`.
    """
    count = len(document)
    pages = _read(document, MOST_PAGES, deadline, LABEL_ANYWHERE.search)
    found = [_candidate(page, region, count) for page, region in regions_of(pages)]
    if not any(each.kind == "figure" for each in found):
        found += _largest_picture(_read(document, FALLBACK_PAGES, deadline, lambda _: True), count)
    found.sort(key=lambda each: (each.position, each.box))
    return [each._replace(number=number) for number, each in enumerate(found, start=1)]


def _read(
    document: PdfDocument, most: int, deadline: float, wanted: Callable[[str], object]
) -> list[PageLayout]:
    """The first pages, those whose text is wanted."""
    pages: list[PageLayout] = []
    for index in range(min(len(document), most)):
        if monotonic() > deadline:
            break
        pages += layout_of(document, index, wanted)
    return pages


def _candidate(page: PageLayout, region: Region, pages: int) -> Candidate:
    caption = region.caption
    return _placed(page, region.box)._replace(
        kind=caption.kind,
        label=caption.label,
        caption=caption.words,
        text_share=region.text_share,
        position=min(max((page.number + region.progress) / pages, 0.0), 1.0),
    )


def _placed(page: PageLayout, box: Box) -> Candidate:
    """A figure without a name."""
    return Candidate(
        number=0,
        kind="figure",
        label="",
        caption="",
        addresses=(),
        origin="",
        width=round(SCALE * width(box)),
        height=round(SCALE * height(box)),
        page=page.number,
        box=box,
    )


def _largest_picture(pages: list[PageLayout], count: int) -> list[Candidate]:
    """The largest picture of some pages, for a paper whose figures have no captions."""
    placed = [
        (area(each.box), page, each.box)
        for page in pages
        for each in page.drawings
        if each.is_image and min(width(each.box), height(each.box)) >= SMALLEST_PICTURE
    ]
    largest = max(placed, key=lambda each: each[0], default=None)
    if largest is None:
        return []
    _, page, box = largest
    return [_placed(page, box)._replace(position=page.number / count)]
