"""What may fail, with what does not to do its work then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from akira_cli.core.errors import AkiraError, InvalidFile, ModelFailed
from akira_cli.core.items import Item, Summary
from akira_cli.core.settings import Length
from akira_cli.ports import OneLiner, Summariser
from akira_cli.ports.language import Checked, FactChecker

PATIENCE = 5
"""After so many failures in a row the first is not asked again: each may have taken minutes."""


class OrElse:
    """The first summariser; what it cannot do, the second does, and a note says so.

    A file of the curator's that is wrong, a prompt, is theirs to mend: InvalidFile is raised.
    """

    def __init__(self, first: Summariser, second: Summariser) -> None:
        self.name = first.name
        self._first, self._second = first, second
        self._failures: list[AkiraError] = []

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        """The first one's summary, or the second one's with the reason in its notes."""
        usage = None
        if len(self._failures) < PATIENCE:
            try:
                written = self._first.summarise(item, length)
            except InvalidFile:
                raise
            except AkiraError as error:
                self._failures.append(error)
                usage = error.usage if isinstance(error, ModelFailed) else None
            else:
                self._failures.clear()
                return written
        written = self._second.summarise(item, length)
        return replace(written, notes=(*written.notes, self._told()), usage=usage)

    def one_line(self, item: Item) -> str:
        """The second one's line, for where the first has written none; see `ports.OneLiner`."""
        return self._second.one_line(item) if isinstance(self._second, OneLiner) else ""

    def _told(self) -> str:
        error = self._failures[-1]
        gave_up = len(self._failures) == PATIENCE
        after = f", and {self._first.name} is asked no more" if gave_up else ""
        # the usual hint is what has just been done
        hint = f" ({error.hint})" if error.hint != error.usual_hint else ""
        return f"{error.message}{hint}; {self._second.name} wrote it{after}"


class Patient:
    """A checker that is given up after so many failures in a row, as a summariser is."""

    def __init__(self, checker: FactChecker) -> None:
        self._checker = checker
        self._failures = 0
        self._last = ""

    def check(self, text: str, sources: Sequence[str]) -> Checked:
        """What the checker finds. Raises as it does, and ModelFailed when it is given up."""
        if self._failures == PATIENCE:
            raise ModelFailed(f"{self._last}; the model is asked no more")
        try:
            found = self._checker.check(text, sources)
        except ModelFailed as error:
            self._failures += 1
            self._last = error.message
            raise
        self._failures = 0
        return found
