"""Which figure of a paper stands for it best. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple


class Box(NamedTuple):
    """A rectangle on a page of a PDF, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class Candidate(NamedTuple):
    """A figure that an entry could have, and what is known of it before it is fetched.

    `number` counts from 1 in the order of the page. `label` is the figure's own name, `Figure 1`,
    and `caption` its words after that, both plain text. `addresses` are those of its pictures, one
    per panel, none for a drawing that can only be taken from the PDF; for a figure in a PDF that of
    the PDF, with `page` (from 0) and `box`. `position` is
    0.0 at the beginning of the paper and 1.0 at its end. `width` and `height` are in pixels as the
    page shows it, 0 where it does not say. `text_share` is the share of its area that text covers,
    0.0 where not known. `origin` is the finder's name.
    """

    number: int
    kind: Literal["figure", "table", "algorithm", "preview"]
    label: str
    caption: str
    addresses: tuple[str, ...]
    origin: str
    position: float = 0.0
    width: int = 0
    height: int = 0
    text_share: float = 0.0
    page: int | None = None
    box: Box | None = None

    @property
    def source(self) -> str:
        """Where a reader finds it: its picture's address, or its page in the PDF; empty when it
        has no address."""
        address = self.addresses[0] if self.addresses else ""
        return address if self.page is None else f"{address}#page={self.page + 1}"


class Reason(NamedTuple):
    """Points for a candidate, or against it, and what for."""

    points: float
    what: str


class Scored(NamedTuple):
    """A candidate with its points, and the reasons they are the sum of."""

    candidate: Candidate
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> float:
        """The sum; a curator is shown it to one decimal."""
        return sum(reason.points for reason in self.reasons)


def same_figure(one: Candidate, other: Candidate) -> bool:
    """Whether two places call a figure the same, be it `Fig. 1` or `Figure 1`."""
    if one.kind != other.kind:
        return False
    numbers = [_NUMBERED.fullmatch(each.label) for each in (one, other)]
    if all(numbers):
        return len({found[1] for found in numbers if found}) == 1
    return one.label.casefold() == other.label.casefold()


def ranked(candidates: Sequence[Candidate], title: str = "") -> list[Scored]:
    """The candidates with the one that stands for the paper best first; ties go to the earlier.

    What a caption says weighs most, then where the figure stands, then its shape. `title` is the
    paper's.
    """
    told = [(*_told(candidate), *_about(candidate, title)) for candidate in candidates]
    has_drawing = any(_is_drawing(reasons) for reasons in told)
    scored = [
        Scored(
            candidate,
            (*reasons, *_placed(candidate), *_shaped(candidate), *_plotted(candidate, has_drawing)),
        )
        for candidate, reasons in zip(candidates, told, strict=True)
    ]
    return sorted(scored, key=lambda each: (-each.points, each.candidate.number))


_DRAWINGS = (
    (r"overview|overall (?:architecture|framework|pipeline|structure)|at a glance|teaser", 3.0),
    (r"architectures?|frameworks?|pipelines?|work ?flows?|taxonomy|road ?map", 2.5),
    (r"we (?:propose|present|introduce)|proposed|our (?:\w+ ){0,2}(?:method|model|system)", 2.0),
    (r"illustrat\w+|schematic\w*|diagrams?|sketch|concept(?:ual)?|(?:main|key) idea", 1.5),
    (r"(?:structure|design|components?|stages?|process|procedure) of", 1.0),
)
_OTHERS = (
    (r"ablat\w+|sensitivity|hyper-?parameters?|effects? of|impact of|influence of", -2.5),
    (r"failure|limitations?|additional|more (?:examples|results)|supplementary|appendix", -2.0),
    (r"confusion matri\w+|histograms?|distributions? of|statistics|questionnaire", -1.5),
    (r"(?:training|learning|loss|validation) (?:curves?|loss)|convergence|run ?times?", -1.5),
    (r"existing|previous|prior|conventional|related work|baselines?", -1.0),
    (r"t-?sne|heat ?maps?|attention maps?|visuali[sz]ations? of|qualitative", -1.0),
)
_RULES = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), points)
    for words, points in (*_DRAWINGS, *_OTHERS)
)
_SAMPLES = re.compile(r"\b(?:samples?|examples?|images|tasks|scenes)\b", re.IGNORECASE)
_DATASET = re.compile(r"\b(?:data ?sets?|benchmarks?|corpus|corpora)\b", re.IGNORECASE)
_NAME = re.compile(r"([^\s:]+):\s|\b((?=\w*[a-z])\w*[A-Z]\w*[A-Z]\w*)\b")
"""What a title calls its own work: the one word before a colon, or one with capitals inside."""
_PLOT = re.compile(
    r"\b(?:accurac(?:y|ies)|error|loss|recall|precision|perplexity|throughput|latency|speed-?ups?"
    r"|bleu|psnr|score|performance|curves?|plots?)\b.{0,60}\b(?:vs\.?|versus|against|over|as a"
    r" function of|across|for different|with respect to|by)\b|\bplots?\b|\bas a function of\b",
    re.IGNORECASE,
)
_EARLY = 60
"""Characters at the beginning of a caption that say what the figure is; the rest explains it."""
_ABOVE_THE_TEXT = 0.01
"""The share of a paper that title and authors take."""
_DRAWS = 1.5
"""Points of a caption from which a figure is taken for a drawing of the idea."""


def _told(candidate: Candidate) -> tuple[Reason, ...]:
    """What the caption says it is; a word that comes late counts half."""
    reasons = []
    for pattern, points in _RULES:
        found = pattern.search(candidate.caption)
        if found:
            weight = 1.0 if found.start() < _EARLY else 0.5
            reasons.append(Reason(weight * points, f"the caption says '{found[0].lower()}'"))
    return tuple(reasons)


def _about(candidate: Candidate, title: str) -> Iterator[Reason]:
    """Whether it shows what the title is about."""
    name = _NAME.match(title) or _NAME.search(title)
    called = (name[1] or name[2]) if name else ""
    if len(called) > 2 and called.lower() in candidate.caption.lower():
        yield Reason(0.7, f"the caption names '{called}'")
    samples = _SAMPLES.search(candidate.caption[:_EARLY])
    if samples and _DATASET.search(f"{title} {candidate.caption[:_EARLY]}"):
        yield Reason(2.0, f"it shows {samples[0].lower()} of the data")


def _is_drawing(reasons: Sequence[Reason]) -> bool:
    return sum(reason.points for reason in reasons) >= _DRAWS


_NUMBERED = re.compile(r"fig(?:ure|\.)?\s*(\d+)", re.IGNORECASE)
_OF_THE_APPENDIX = re.compile(r"extended|supplement|appendix|\b[A-Z]\W?\d|\bS\d", re.IGNORECASE)


def _placed(candidate: Candidate) -> Iterator[Reason]:
    number = _NUMBERED.fullmatch(candidate.label)
    first = {1: 2.0, 2: 1.0, 3: 0.3}.get(int(number[1]), 0.0) if number else 0.0
    if first:
        yield Reason(first, f"it is {candidate.label}")
    if candidate.kind == "figure" and candidate.position < _ABOVE_THE_TEXT:
        yield Reason(1.5, "it stands above the text")
    if not candidate.label and candidate.kind != "preview":
        yield Reason(-2.0, "it has no number")
    if candidate.position > 0.5:
        yield Reason(-3.0 * (candidate.position - 0.5), "it comes late")
    if _OF_THE_APPENDIX.search(candidate.label):
        yield Reason(-2.5, "it is of the appendix")


def _shaped(candidate: Candidate) -> Iterator[Reason]:
    if candidate.kind in ("table", "algorithm"):
        yield Reason(-6.0, f"it is a {candidate.kind}")
    if candidate.text_share > 0.5:
        yield Reason(-2.0, "it is mostly text")
    if len(candidate.addresses) > 4:
        yield Reason(-1.5, f"it is made of {len(candidate.addresses)} pictures")
    if not (candidate.width and candidate.height):
        return
    aspect = candidate.width / candidate.height
    if max(candidate.width, candidate.height) < 160:
        yield Reason(-3.0, f"it is small, {candidate.width} by {candidate.height}")
    if aspect > 6 or aspect < 0.3:
        yield Reason(-2.0, "it is a strip")
    elif 1.2 <= aspect <= 4:
        yield Reason(0.5, "it is wider than high")


def _plotted(candidate: Candidate, has_drawing: bool) -> Iterator[Reason]:
    plot = _PLOT.search(candidate.caption)
    if plot and has_drawing:
        yield Reason(-1.5, f"it plots something ('{' '.join(plot[0].lower().split()[:3])}')")
