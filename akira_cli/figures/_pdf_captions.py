"""Which lines of a page are captions. Pure."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import Literal, NamedTuple

from akira_cli.answers.pdf_text import joined
from akira_cli.core.figures import Box
from akira_cli.figures._pdf_layout import Line, height, share_side, union, width

Kind = Literal["figure", "table", "algorithm"]

LABEL = re.compile(
    r"(?P<name>(?P<before>Extended Data |Supplementary |Appendix )?"
    r"(?P<kind>Figure|FIGURE|Fig\.?|FIG\.?|Table|TABLE|Tab\.|Algorithm|ALGORITHM)"
    r"\s*(?P<number>(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.-]\d{1,2})?[a-z]?(?![\w%])|[IVXL]{1,6}\b))"
    r"\s?(?P<mark>[:.|︱│—–](?!\d))?"
)
"""`Figure 1:`, `Fig. 2.`, `TABLE IV`, `Extended Data Fig. 3 |` at the beginning of a line."""
LABEL_ANYWHERE = re.compile(rf"(?m)^\s*{LABEL.pattern}")

_KINDS: dict[str, tuple[Kind, str]] = {
    "fig": ("figure", "Figure"),
    "tab": ("table", "Table"),
    "alg": ("algorithm", "Algorithm"),
}
MOST_LINES = 40
"""Of one caption."""
SHORT = 20
"""Characters of a label that can stand apart from the words after it."""
LONGEST = 4000
"""Characters of a caption that are kept."""


class Caption(NamedTuple):
    """A caption: its kind, its label in one spelling (`Figure 1`), its words and its place."""

    kind: Kind
    label: str
    words: str
    box: Box
    lines: tuple[Line, ...]


def captions_of(lines: Sequence[Line]) -> list[Caption]:
    """The captions among the lines of a page, in their order."""
    labels = {line: label for line in lines if (label := _label_of(line, lines))}
    return [_caption(start, label, labels, lines) for start, label in labels.items()]


def _label_of(line: Line, lines: Sequence[Line]) -> re.Match[str] | None:
    """The label with which a caption begins, not text that happens to begin with `Figure 1`."""
    label = LABEL.match(line.text) if line.begins else None
    if label is None or not (
        label["mark"] or line.label_stands_out or label.end() == len(line.text)
    ):
        return None
    return None if any(_runs_on(above, line) for above in lines if above is not line) else label


def _runs_on(above: Line, line: Line) -> bool:
    """Whether a line is full and the next one goes on with it, as in a paragraph."""
    gap = above.box.bottom - line.box.top
    return (
        -0.3 * line.size < gap < 0.75 * line.size
        and abs(above.size - line.size) < 0.3
        and share_side(above.box, line.box)
        and line.box.left > above.box.left - 2
        and line.box.left < above.box.left + 2.5 * line.size
        and width(above.box) > 15 * line.size
        and LABEL.match(above.text) is None
    )


def _caption(
    start: Line, label: re.Match[str], starts: Container[Line], lines: Sequence[Line]
) -> Caption:
    row = [start, *_beside(start, lines)]
    found = list(row)
    others = [line for line in lines if line not in row]
    for _ in range(MOST_LINES):
        row = _next_row(row, union(line.box for line in found), others)
        if not row or any(line in starts for line in row):
            break
        found += row
        others = [line for line in others if line not in row]
    kind, name = _KINDS[label["kind"][:3].lower()]
    words = joined([start.text[label.end() :], *(line.text for line in found[1:])])
    return Caption(
        kind,
        f"{label['before'] or ''}{name} {label['number']}",
        words.lstrip(" :.|—–")[:LONGEST],
        union(line.box for line in found),
        tuple(found),
    )


def _beside(line: Line, lines: Sequence[Line]) -> list[Line]:
    """What goes on on the same line after a wide blank, from left to right."""
    found: list[Line] = []
    for other in sorted(lines, key=lambda each: each.box.left):
        last = found[-1] if found else line
        gap = other.box.left - last.box.right
        level = min(other.box.top, line.box.top) - max(other.box.bottom, line.box.bottom)
        if -1 <= gap < 2.2 * line.size and level > 0.5 * min(height(other.box), height(line.box)):
            found.append(other)
    return found if len(line.text) < SHORT else []


def _next_row(row: Sequence[Line], so_far: Box, lines: Sequence[Line]) -> list[Line]:
    """The lines right under a row of a caption that belong to it, from left to right."""
    size, box = row[0].size, union(line.box for line in row)
    under = [
        line
        for line in lines
        if -0.45 * size < box.bottom - line.box.top < 0.62 * size
        and line.box.bottom < box.bottom - 0.3 * size
        and share_side(line.box, so_far)
        and abs(line.size - size) < 0.6
    ]
    return sorted(under, key=lambda line: line.box.left)
