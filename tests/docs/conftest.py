"""The command line in an empty folder, as tests/cli has it."""

from tests.cli.conftest import nowhere

__all__ = ["nowhere"]
