"""`python -m akira_cli`, and where the console script begins and ends."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    if sys.argv[1:] == ["--version"]:
        # Asked by scripts and bug reports: it need not wait for the command table.
        from akira_cli import __version__

        print(f"akira {__version__}")  # noqa: T201  # the boundary is not loaded here
        return
    from akira_cli.cli.app import run

    sys.exit(run(sys.argv[1:]))  # noqa: TID251  # the one place that ends the process


if __name__ == "__main__":
    main()
