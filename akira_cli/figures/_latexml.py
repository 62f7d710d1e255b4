"""The figures on a page that LaTeXML made of a paper: arXiv's own pages, ar5iv, arXiv Vanity.

https://math.nist.gov/~BMiller/LaTeXML/manual/ says what `ltx_` classes there are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from akira_cli.answers.html_tree import tree_from
from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import NotFound
from akira_cli.core.figures import Candidate
from akira_cli.figures._answers import LARGEST_PAGE, whole_answer
from akira_cli.figures._latexml_page import licence_in, locator, paper_in
from akira_cli.figures._latexml_text import LONGEST, Caption, classes_of, split_caption
from akira_cli.ports import Http, Pace
from akira_cli.ports.figures import Findings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.html import HtmlElement

Kind: TypeAlias = Literal["figure", "table", "algorithm"]
Part: TypeAlias = Literal["frame", "picture", "caption", "float", "text"]

MOST = 200
"""Figures that are read of one page, from the first on, and pictures of one figure."""
LINE = 830
"""Pixels in which panels stand side by side; no picture on arXiv's pages is wider."""
SMALLEST = 64
"""Pixels of a picture that is not in a figure; smaller ones are signs within the text."""
BESIDE = 200
"""Characters that may stand between a picture and the caption outside of its figure."""

_FLOATS = frozenset({"ltx_figure", "ltx_table", "ltx_float", "ltx_algorithm"})
_NOT_THE_PAPER = frozenset(
    ("dialog", "footer", "head", "header", "math", "nav", "noscript", "script", "style", "svg")
)
_NOT_A_PICTURE = frozenset({"ltx_missing", "ltx_missing_image", "ltx_Math"})
_NO_PAPER = re.compile(rb"No HTML for|HTML is not available|File unavailable", re.IGNORECASE)
_PIXELS = re.compile(r"\s*(\d{1,4})(?:\.\d*)?(?:px)?\s*")
_OWN_LABEL = re.compile(r"[^\W\d_]{2}.*[\dA-Z]|[図图表圖]\s?\d+")
"""`Figure 3` in another figure is a figure beside others; `(a)` is a panel."""
_KINDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"\bfig|^[図图圖]", re.IGNORECASE), "figure"),
    (re.compile(r"\btab|^表", re.IGNORECASE), "table"),
    (re.compile(r"\balg|\blisting|\bprocedure", re.IGNORECASE), "algorithm"),
)


def findings_at(url: str, http: Http, pace: Pace, origin: str) -> Findings:
    """What is found on the page of a paper.

    Raises NotFound where there is no such page, or the answer comes from another site or is
    another page of the same; BadAnswer when it is no HTML; and what `whole_answer` does.
    """
    answer = whole_answer(url, http, pace, accept="text/html", largest=LARGEST_PAGE)
    is_elsewhere = domain_of(answer.url) != domain_of(url) or "/html/" not in answer.url
    if is_elsewhere or (b"ltx_" not in answer.body and _NO_PAPER.search(answer.body)):
        raise NotFound(f"there is no web page of the paper at '{url}'", "its PDF may have figures")
    return findings_in(answer.body, answer.url, origin, answer.headers.get("content-type", ""))


def findings_in(page: bytes, address: str, origin: str, content_type: str = "") -> Findings:
    """The figures, tables and algorithms that have a picture, and the licence the page names.

    They are numbered as they stand on the page. A figure without a picture that could be published
    (SVG, a conversion that failed) has no addresses, and a label by which the PDF has it; where no
    figure of the page has a picture, such figures are left out. Panels are pictures of one figure.
    Pictures outside of figures count only where there is no figure at all.
    Raises BadAnswer when the page is no HTML.
    """
    tree = tree_from(page, content_type, address)
    reading = _Reading(locator(tree, address))
    reading.go_over(paper_in(tree))
    found = _had_somewhere(reading.floats or reading.loose)
    found.sort(key=lambda each: each.begin)
    return Findings(
        tuple(
            each.candidate(number, reading.read, origin)
            for number, each in enumerate(found[:MOST], start=1)
        ),
        licence_in(tree, address),
    )


def _had_somewhere(found: Sequence[_Float]) -> list[_Float]:
    """Those with pictures, and figures that only the PDF shows, unless it is the better place."""
    shown = [each for each in found if each.pictures]
    if not any(each.own_kind == "figure" for each in shown):
        return shown
    return [
        each for each in found if each.pictures or (each.is_named and each.own_kind == "figure")
    ]


class _Picture(NamedTuple):
    """A picture's address and its size on the page in pixels, 0 where it is not said."""

    address: str
    width: int
    height: int


@dataclass(slots=True)
class _Float:
    """A figure, table or algorithm while its page is read; `begin` is how much text is before."""

    begin: int
    kind: Kind = "figure"
    caption: Caption | None = None
    panels: list[str] = field(default_factory=list)
    pictures: list[_Picture] = field(default_factory=list)

    def take_in(self, panel: _Float) -> None:
        """Make another's pictures and words one's own."""
        self.pictures += panel.pictures
        if panel.caption:
            self.panels.append(" ".join(filter(None, panel.caption)))
        self.panels += panel.panels

    @property
    def own_kind(self) -> Kind:
        """What its label says it is, or else its class."""
        return (self.caption and _kind_by(self.caption.label)) or self.kind

    @property
    def is_named(self) -> bool:
        """Whether it has a label of its own, by which the PDF has it, too."""
        return self.caption is not None and bool(_OWN_LABEL.fullmatch(self.caption.label))

    def candidate(self, number: int, length: int, origin: str) -> Candidate:
        """The Candidate; one without words of its own has those of its panels."""
        label, words = self.caption or ("", "")
        pictures = self.pictures[:MOST]
        width, height = size_together([(each.width, each.height) for each in pictures])
        return Candidate(
            number=number,
            kind=self.own_kind,
            label=label,
            caption=words or " ".join(self.panels)[:LONGEST],
            addresses=tuple(each.address for each in pictures),
            origin=origin,
            position=round(self.begin / length, 4) if length else 0.0,
            width=width,
            height=height,
        )


class _Reading:
    """One walk over a paper; `read` counts the characters passed.

    `locate` makes an address of a picture's `src`.
    """

    def __init__(self, locate: Callable[[str], str]) -> None:
        self._locate = locate
        self._open: list[_Float] = []
        self.floats: list[_Float] = []
        self.loose: list[_Float] = []
        self.read = 0

    def go_over(self, paper: HtmlElement) -> None:
        """Read an element and all that is in it."""
        from lxml import etree

        walk = etree.iterwalk(paper, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._leave(element)
            elif not self._enter(element):
                walk.skip_subtree()
            if len(self.floats) == MOST:
                break

    def _enter(self, element: HtmlElement) -> bool:
        """Whether what is in the element is still to be read."""
        match _part(element):
            case "frame":
                self.read += len(element.get("alttext") or "")
                return False
            case "picture":
                self._see(element)
                return False
            case "caption":
                self._read_caption(element)
                return False
            case "float":
                self._open.append(_Float(self.read, _kind_of(classes_of(element))))
        self.read += len(element.text or "")
        return True

    def _leave(self, element: HtmlElement) -> None:
        if _part(element) == "float":
            this = self._open.pop()
            is_panel = not this.is_named
            if self._open and is_panel:
                self._open[-1].take_in(this)
            else:
                self._close(this, is_bare=all(_part(child) == "caption" for child in element))
        self.read += len(element.tail or "")

    def _close(self, this: _Float, *, is_bare: bool) -> None:
        r"""Keep a figure; one that is only a caption has the pictures right before it.

        So does `\captionof` write the figure under a paper's title.
        """
        if is_bare and this.caption and not self._open:
            start = len(self.loose)
            while start and this.begin - self.loose[start - 1].begin <= BESIDE:
                start -= 1
            this.pictures += [picture for each in self.loose[start:] for picture in each.pictures]
            del self.loose[start:]
        self.floats.append(this)

    def _read_caption(self, element: HtmlElement) -> None:
        if not self._open:
            self._close(_Float(self.read, caption=split_caption(element)), is_bare=True)
        elif not self._open[-1].caption:
            self._open[-1].caption = split_caption(element)
        self.read += len(element.text_content())

    def _see(self, image: HtmlElement) -> None:
        address = self._locate(image.get("src") or "")
        if not address or classes_of(image) & _NOT_A_PICTURE:
            return
        picture = _Picture(address, _pixels(image.get("width")), _pixels(image.get("height")))
        if self._open:
            self._open[-1].pictures.append(picture)
        elif max(picture.width, picture.height) >= SMALLEST or not picture.width:
            self.loose.append(_Float(self.read, pictures=[picture]))


def size_together(sizes: Sequence[tuple[int, int]]) -> tuple[int, int]:
    """Width and height of panels in rows as wide as a page's text; zeros if one is not known."""
    if not sizes or not all(map(all, sizes)):
        return 0, 0
    rows: list[tuple[int, int]] = []
    for width, height in sizes:
        if rows and rows[-1][0] + width <= LINE:
            rows[-1] = (rows[-1][0] + width, max(rows[-1][1], height))
        else:
            rows.append((width, height))
    return max(width for width, _ in rows), sum(height for _, height in rows)


def _pixels(attribute: str | None) -> int:
    digits = _PIXELS.fullmatch(attribute or "")
    return int(digits[1]) if digits else 0


def _part(element: HtmlElement) -> Part:
    """What an element is to the reading of a page."""
    classes = classes_of(element)
    if element.tag in _NOT_THE_PAPER:
        return "frame"
    if element.tag == "img":
        return "picture"
    if element.tag == "figcaption" or "ltx_caption" in classes:
        return "caption"
    return "float" if element.tag == "figure" or classes & _FLOATS else "text"


def _kind_by(label: str) -> Kind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(label)), None)


def _kind_of(classes: frozenset[str]) -> Kind:
    if "ltx_table" in classes:
        return "table"
    is_algorithm = classes & {"ltx_algorithm", "ltx_float_algorithm", "ltx_lstlisting"}
    return "algorithm" if is_algorithm else "figure"
