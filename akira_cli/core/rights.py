"""Which pictures of a draft nobody is known to have given leave to publish. Pure."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.licences import licence_named
from akira_cli.core.models import Draft, Figure


class UnclearPicture(NamedTuple):
    """A picture of an entry, and why it is not clear that it may be shown."""

    entry_id: str
    why: str

    @classmethod
    def of(cls, entry_id: str, figure: Figure) -> UnclearPicture:
        """What is not clear about a figure that may not be shown as it is."""
        if not figure.licence:
            return cls(entry_id, "no licence was found for its picture")
        return cls(entry_id, f"its picture's licence is '{figure.licence}'")

    @property
    def remedy(self) -> str:
        """What the curator can do about it."""
        return (
            f"akira figure {self.entry_id} --accept-rights 'why you may show it', "
            "or --none to leave it out"
        )


def unclear_pictures(draft: Draft) -> list[UnclearPicture]:
    """The pictures taken from elsewhere, without an open licence and without a recorded reason."""
    return [
        UnclearPicture.of(entry.id, entry.figure)
        for entry in draft.entries
        if entry.figure and not may_be_shown(entry.figure)
    ]


def may_be_shown(figure: Figure) -> bool:
    """Whether a picture is the curator's own, openly licensed, or accepted for a reason."""
    return not figure.source or bool(figure.rights.strip()) or is_openly_licensed(figure)


def is_openly_licensed(figure: Figure) -> bool:
    """Whether its licence lets anybody show it."""
    licence = licence_named(figure.licence)
    return licence is not None and licence.is_open
