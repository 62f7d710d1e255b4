"""How often the chosen lead figure is the one a curator would take, on thirty made papers.

The papers and their labels are `tests/figures/made_papers/papers.toml`. They were made to be as
varied as real ones, not drawn from them: the shares tell one way of choosing from another, not
how often either is right on arXiv. The baselines take the first picture, or Figure 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median
from time import process_time
from typing import NamedTuple

from akira_cli.core.errors import AkiraError
from akira_cli.core.figures import Box, Candidate, ranked
from akira_cli.figures import _picture_encoder, ar5iv, arxiv_html, paper_pdf
from akira_cli.ports.figures import FigureFinder
from akira_cli.storage.settings_toml import default_settings
from tests.figures.made_papers.papers import Float, MadePaper, made_papers
from tests.figures.made_papers.pdf_paper import pdf_paper
from tests.figures.made_papers.served import ServedPaper, item_of

PAGES, SECONDS = 20, 2.0
ROUNDS = 3


class Row(NamedTuple):
    """One paper: the figures in the order they were chosen, best first, and how many of its
    figures were found. `overlaps` are, for figures in a PDF, the common area of the box found
    and the true one over that of both together. `error` says why nothing was found."""

    paper: MadePaper
    chosen: tuple[str, ...]
    found: int
    overlaps: tuple[float, ...]
    error: str = ""

    @property
    def first_is_lead(self) -> bool:
        return self.paper.first == self.paper.lead

    def in_best(self, count: int) -> bool:
        """Whether the curator's figure is among the best so many."""
        return self.paper.lead in self.chosen[:count]


class Cost(NamedTuple):
    """Processor seconds to find, cut out and encode the lead figure of a PDF."""

    pages: int
    seconds: float


def measure() -> list[Row]:
    """Every made paper through the finder for its form and the chooser."""
    return [_row(paper) for paper in made_papers()]


def cost() -> Cost:
    """What a paper of twenty pages costs: the median of a few rounds."""
    paper = _long_paper()
    return Cost(pdf_paper(paper).pages, median(_seconds(paper) for _ in range(ROUNDS)))


def report(rows: Sequence[Row], spent: Cost) -> list[str]:
    """The lines of the page of results: shares, then every miss, then the cost."""
    lines = [
        "| lead figure | papers | first choice | among three | first picture | always Figure 1 |",
        "|---|---|---|---|---|---|",
    ]
    for name, form in (("web pages", "html"), ("PDFs", "pdf"), ("together", "")):
        some = [row for row in rows if form in ("", row.paper.form)]
        counts = (
            sum(row.in_best(1) for row in some),
            sum(row.in_best(3) for row in some),
            sum(row.first_is_lead for row in some),
            sum(row.paper.lead == "Figure 1" for row in some),
        )
        shares = " | ".join(f"{count} ({count / len(some):.0%})" for count in counts)
        lines.append(f"| {name} | {len(some)} | {shares} |")
    return [*lines, "", *_misses(rows), "", *_found(rows, spent)]


def name_of(label: str) -> str:
    """A label in one form, `Figure 2` for `FIG. 2.`; as it is when it is none."""
    found = re.match(r"(fig|tab|alg)[a-z]*\.?\s*([a-z]?\.?\d+)", label.strip(), re.IGNORECASE)
    if found is None:
        return label
    kind = {"fig": "Figure", "tab": "Table", "alg": "Algorithm"}[found[1].lower()]
    return f"{kind} {found[2].upper()}"


def _row(paper: MadePaper) -> Row:
    try:
        findings = _finder(paper).find(item_of(paper), ServedPaper(paper))
    except AkiraError as error:
        return Row(paper, (), 0, (), str(error))
    chosen = tuple(name_of(one.candidate.label) for one in ranked(findings.candidates, paper.title))
    there = {name_of(one.label) for one in findings.candidates}
    found = sum(one.label in there for one in _obtainable(paper))
    return Row(paper, chosen, found, tuple(_overlaps(paper, findings.candidates)))


def _finder(paper: MadePaper) -> FigureFinder:
    settings = default_settings()
    if paper.form == "pdf":
        return paper_pdf.build(settings)
    build = ar5iv.build if paper.setting == "ar5iv" else arxiv_html.build
    return build(settings)


def _obtainable(paper: MadePaper) -> Iterator[Float]:
    return (
        one for one in paper.floats if one.kind == "figure" and not {"missing", "svg"} & one.how
    )


def _overlaps(paper: MadePaper, candidates: Sequence[Candidate]) -> Iterator[float]:
    if paper.form == "html":
        return
    placed = pdf_paper(paper).placed
    for candidate in candidates:
        place = placed.get(name_of(candidate.label))
        if place is not None and candidate.kind == "figure" and candidate.box is not None:
            same_page = candidate.page == place.page
            yield _shared(candidate.box, Box(*place.box)) if same_page else 0.0


def _shared(one: Box, other: Box) -> float:
    wide = min(one.right, other.right) - max(one.left, other.left)
    high = min(one.top, other.top) - max(one.bottom, other.bottom)
    common = max(0.0, wide) * max(0.0, high)
    area = sum((box.right - box.left) * (box.top - box.bottom) for box in (one, other))
    return common / (area - common)


def _long_paper() -> MadePaper:
    paper = max(
        (paper for paper in made_papers() if paper.form == "pdf"),
        key=lambda paper: len(pdf_paper(paper).data),
    )
    while pdf_paper(paper).pages < PAGES:
        paper = paper._replace(paragraphs=paper.paragraphs + 3)
    return paper


def _seconds(paper: MadePaper) -> float:
    finder, http, item = _finder(paper), ServedPaper(paper), item_of(paper)
    encoder = _picture_encoder.build()
    started = process_time()
    best = ranked(finder.find(item, http).candidates, paper.title)[0].candidate
    encoder.encode(finder.picture(best, http))
    return process_time() - started


def _misses(rows: Sequence[Row]) -> list[str]:
    lines = [
        "| not the curator's choice | wanted | chosen | first picture | why it is wanted |",
        "|---|---|---|---|---|",
    ]
    for row in rows:
        if not row.in_best(1):
            chosen = ", ".join(row.chosen[:3]) or row.error or "nothing"
            paper = row.paper
            lines.append(
                f"| {paper.id} {paper.title.split(':')[0]} | {paper.lead} | {chosen} | "
                f"{paper.first or 'a logo'} | {paper.why} |"
            )
    return lines


def _found(rows: Sequence[Row], spent: Cost) -> list[str]:
    overlaps = [overlap for row in rows for overlap in row.overlaps]
    there = sum(len(list(_obtainable(row.paper))) for row in rows)
    return [
        "| what | measured | budget |",
        "|---|---|---|",
        f"| figures found | {sum(row.found for row in rows)} of {there} | |",
        f"| boxes in PDFs, median overlap with the true one | {median(overlaps or [0]):.2f} | |",
        f"| boxes in PDFs, smallest overlap | {min(overlaps or [0]):.2f} | |",
        f"| find, cut out and encode from a PDF of {spent.pages} pages, processor | "
        f"{spent.seconds:.2f} s | {SECONDS:.0f} s |",
    ]
