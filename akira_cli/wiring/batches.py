"""Many lines, answered in order by one process or several."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from akira_cli.wiring.summarisers import BUILT_IN, Summarisers
from akira_cli.workflows.json_lines import Answered, BadLine, surviving

if TYPE_CHECKING:
    from akira_cli.core.models import Entry
    from akira_cli.core.settings import Length, Settings
    from akira_cli.workflows.json_lines import Line, MakeLine


def summarising(summarisers: Summarisers, method: str | None, length: Length) -> MakeLine:
    """What summarises lines, as `workflows.summarise_lines`; raises as `Summarisers.named`."""
    built_in = summarisers.named(method).name == BUILT_IN
    past = () if built_in else tuple(summarisers.past())
    return partial(_summarising, summarisers.settings, past, method, length)


def checking(summarisers: Summarisers, method: str | None) -> MakeLine:
    """What checks the summaries of lines, as `workflows.faithful_lines`; raises as
    `Summarisers.checker`."""
    summarisers.checker(method)
    return partial(_checking, summarisers.settings, method)


def answered(
    lines: Iterable[bytes], make: MakeLine, jobs: int = 1
) -> Generator[Answered | BadLine, None, None]:
    """Each line's answer, in order; blank lines have none.

    One job answers each line before it reads the next, so that another program may wait for it.
    """
    numbered = enumerate(lines, start=1)
    if jobs == 1:
        answer = surviving(make())
        outcomes = (answer(number, line) for number, line in numbered)
        yield from (each for each in outcomes if each is not None)
    else:
        from akira_cli.wiring.processes import answered_side_by_side

        yield from answered_side_by_side(numbered, make, jobs)


def _summarising(
    settings: Settings, past: Sequence[Entry], method: str | None, length: Length
) -> Line:
    from akira_cli.workflows.summarise_lines import summarised_line

    summariser = Summarisers(settings, lambda: past).writer(method)
    return partial(summarised_line, summariser=summariser, length=length, plain=_without_latex)


def _without_latex(text: str) -> str:
    """arXiv's abstracts as they come have LaTeX in them; what reads it is slow to load."""
    if "\\" not in text and "$" not in text:
        return text
    from akira_cli.latex import latex_to_unicode

    return latex_to_unicode(text)


def _checking(settings: Settings, method: str | None) -> Line:
    from akira_cli.workflows.faithful_lines import checked_line

    return partial(checked_line, checker=Summarisers(settings, list).checker(method))
