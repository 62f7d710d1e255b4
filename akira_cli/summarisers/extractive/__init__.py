"""The first draft without a language model: the source's own best sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from akira_cli.core.models import Entry
from akira_cli.core.settings import Settings
from akira_cli.ports import Summariser
from akira_cli.summarisers.extractive.choice import Extractive

__all__ = ["Extractive", "build"]


def build(_settings: Settings, _past: Callable[[], Sequence[Entry]]) -> Summariser:
    """The summariser; it needs no settings, and speaks in no one's voice."""
    return Extractive()
