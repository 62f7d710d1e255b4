"""Draw the sketches of the newsletter's papers: `python -m docs.figures.draw` writes them all."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from pathlib import Path

from docs.figures import branches, charts, flows, grids, stacks
from docs.figures.canvas import Canvas

FOLDER = Path(__file__).parents[2] / "drafts" / "figures"
FIGURES: dict[str, Callable[[], Canvas]] = {
    **flows.FIGURES,
    **branches.FIGURES,
    **grids.FIGURES,
    **stacks.FIGURES,
    **charts.FIGURES,
}


def description(name: str) -> str:
    """What the figure shows, in one sentence that can stand as its alternative text."""
    return " ".join((inspect.getdoc(FIGURES[name]) or "").split())


def write_all(folder: Path) -> None:
    """Write every figure as `<name>.png`, the same bytes each time."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in FIGURES.items():
        (folder / f"{name}.png").write_bytes(draw().png())


if __name__ == "__main__":
    write_all(FOLDER)
