"""JSON lines from a file or stdin to stdout: each answered in order, the bad ones told."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._output import paint, talk
from akira_cli.cli._summaries import tell_cost
from akira_cli.core.errors import InvalidFile

if TYPE_CHECKING:
    from akira_cli.core.items import Usage
    from akira_cli.core.settings import SummarySettings
    from akira_cli.workflows.json_lines import MakeLine

_MOST_JOBS = 64

File = Annotated[str, typer.Argument(metavar="[FILE]", help="A file; '-' is stdin.")]
Jsonl = Annotated[bool, typer.Option("--jsonl", help="JSON lines in, JSON lines out.")]
Jobs = Annotated[
    int, typer.Option("--jobs", min=1, max=_MOST_JOBS, help="Processes that work side by side.")
]


def answer_lines(file: str, make: MakeLine, jobs: int, settings: SummarySettings) -> int:
    """Answer every line of the file on stdout, tell of the bad ones; 1 when there were any.

    Raises InvalidFile when the file cannot be read.
    """
    from akira_cli.wiring.batches import answered
    from akira_cli.workflows.json_lines import BadLine

    bad = 0
    usages: list[Usage] = []
    with closing(_lines(file)) as lines, closing(answered(lines, make, jobs)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, BadLine):
                bad += 1
                talk(f"line {outcome.number}: {outcome.why}", paint("error: ", fg="red", bold=True))
                continue
            # bytes: JSON lines are UTF-8 wherever they go, and the next program may be waiting
            sys.stdout.buffer.write(outcome.text.encode() + b"\n")
            sys.stdout.buffer.flush()
            for remark in outcome.remarks:
                talk(f"line {outcome.number}: {remark}", paint("note: ", fg="cyan"))
            usages += [outcome.usage] if outcome.usage else []
    tell_cost(usages, settings)
    return 1 if bad else 0


def _lines(file: str) -> Generator[bytes, None, None]:
    """The lines of a file, of stdin for '-'; of one that is too long, one byte more than may be.

    Raises InvalidFile when it cannot be read.
    """
    from akira_cli.workflows.json_lines import LONGEST_LINE

    try:
        with ExitStack() as stack:
            stream = sys.stdin.buffer if file == "-" else stack.enter_context(Path(file).open("rb"))
            while line := stream.readline(LONGEST_LINE + 1):
                rest = line
                while rest and not rest.endswith(b"\n"):
                    rest = stream.readline(LONGEST_LINE)
                yield line
    except (OSError, ValueError) as error:  # a name no system takes is no OSError
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise InvalidFile(
            f"cannot read '{file}': {reason}", "give a file of JSON lines, or '-' for stdin"
        ) from error
