"""`python -m akira_cli`, and where the console script begins and ends."""

from __future__ import annotations

import gc
import os
import sys
from io import TextIOWrapper
from pathlib import Path

_FEW_COLLECTIONS = 50_000


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Asked by scripts and bug reports: it need not wait for the command table.
        from akira_cli import __version__

        print(f"akira {__version__}")  # noqa: T201  # the boundary is not loaded here
        return
    # What is loaded stays until the end: looking through it for garbage costs a local command 4 %.
    gc.set_threshold(_FEW_COLLECTIONS)
    from akira_cli.cli.app import run

    _open_closed_streams()
    sys.exit(run(sys.argv[1:]))  # noqa: TID251  # the one place that ends the process


def _open_closed_streams() -> None:
    """Stand in for streams the caller has closed, and let every character out.

    Without them the next file to be opened would be taken for the terminal; and an odd
    encoding of the terminal must not stop a command half-way.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nowhere = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115  # for good
            setattr(sys, name, nowhere)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


if __name__ == "__main__":
    main()
