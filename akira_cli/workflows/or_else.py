"""A summariser that may fail, with one that does not to do its work then."""

from __future__ import annotations

from dataclasses import replace

from akira_cli.core.errors import AkiraError
from akira_cli.core.items import Item, Summary
from akira_cli.core.settings import Length
from akira_cli.ports import Summariser

PATIENCE = 3
"""After so many failures in a row the first is not asked again: each may have taken minutes."""


class OrElse:
    """The first summariser; what it cannot do, the second does, and a note says so."""

    def __init__(self, first: Summariser, second: Summariser) -> None:
        self.name = first.name
        self._first, self._second = first, second
        self._failures: list[AkiraError] = []

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        """The first one's summary, or the second one's with the reason in its notes."""
        if len(self._failures) < PATIENCE:
            try:
                written = self._first.summarise(item, length)
            except AkiraError as error:
                self._failures.append(error)
            else:
                self._failures.clear()
                return written
        written = self._second.summarise(item, length)
        return replace(written, notes=(*written.notes, self._told()))

    def _told(self) -> str:
        error = self._failures[-1]
        gave_up = len(self._failures) == PATIENCE
        after = f", and {self._first.name} is asked no more" if gave_up else ""
        return f"{error.message}; {self._second.name} wrote it{after}"
