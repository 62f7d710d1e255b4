"""The yardstick: the smallest typer app there is."""

from __future__ import annotations

import typer


def greet(name: str = "world") -> None:
    """Greet someone."""
    typer.echo(f"hello {name}")


if __name__ == "__main__":
    typer.run(greet)
