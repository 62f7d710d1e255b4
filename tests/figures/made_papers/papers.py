"""Thirty made papers and, for each, the figure a newsletter's curator would take.

The papers are in `papers.toml`; the words of their paragraphs in `prose.py`.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple
from zlib import crc32


class Panel(NamedTuple):
    """One picture: the name of its scene and its size in pixels."""

    scene: str
    width: int
    height: int
    seed: int


class Float(NamedTuple):
    """A figure, table or algorithm. `number` counts each kind from 1; `section` is that it
    stands in, 0 above the abstract; `how` are words on its setting: wide, wrapped, panels,
    subfigures, missing, svg, bitmap. In `caption` mathematics stands between dollars."""

    kind: Literal["figure", "table", "algorithm"]
    number: int
    section: int
    caption: str
    panels: tuple[Panel, ...]
    how: frozenset[str]

    @property
    def label(self) -> str:
        return f"{self.kind.title()} {self.number}"


class MadePaper(NamedTuple):
    """A paper and its labels: `lead` is the best figure and `why`; `first` is the figure that
    the first picture belongs to, empty where that is a mark outside of any figure.

    `setting` is the style of the page or of the PDF; `labels` how captions begin; `mark` the
    scene of a mark beside the title; `paragraphs` the number of them in a section.
    """

    id: str
    form: Literal["html", "pdf"]
    setting: str
    title: str
    abstract: str
    nouns: tuple[str, ...]
    sections: tuple[str, ...]
    floats: tuple[Float, ...]
    lead: str
    first: str
    why: str
    labels: str
    mark: str
    paragraphs: int = 8

    def in_section(self, number: int) -> list[Float]:
        """The floats of one section in their order."""
        return [one for one in self.floats if one.section == number]


@cache
def made_papers() -> tuple[MadePaper, ...]:
    """All thirty in the order of the file."""
    path = Path(__file__).with_name("papers.toml")
    return tuple(map(_paper, tomllib.loads(path.read_text(encoding="utf-8"))["paper"]))


def split_mathematics(text: str) -> list[tuple[bool, str]]:
    """The text in pieces, each with whether it is mathematics."""
    return [
        (index % 2 == 1, piece) for index, piece in enumerate(re.split(r"\$(.*?)\$", text)) if piece
    ]


def _paper(data: dict[str, Any]) -> MadePaper:
    numbers: dict[str, int] = {}
    floats = []
    for one in data["floats"]:
        kind = one["kind"]
        numbers[kind] = numbers.get(kind, 0) + 1
        panels = _panels(one.get("draw", ""), f"{data['id']} {kind} {numbers[kind]}")
        how = frozenset(one.get("how", "").split())
        floats.append(Float(kind, numbers[kind], one["in"], one["text"], panels, how))
    return MadePaper(
        **{key: data[key] for key in ("id", "form", "setting", "title", "abstract")},
        **{key: data[key] for key in ("lead", "first", "why")},
        nouns=tuple(data["nouns"]),
        sections=tuple(data["sections"]),
        floats=tuple(floats),
        labels=data.get("labels", "Figure {}:"),
        mark=data.get("mark", ""),
    )


def _panels(drawn: str, name: str) -> tuple[Panel, ...]:
    found = re.findall(r"(\w+) (\d+)x(\d+)", drawn)
    return tuple(
        Panel(scene, int(width), int(height), crc32(f"{name} {index}".encode()))
        for index, (scene, width, height) in enumerate(found)
    )
