"""The picture by which a page wants to be shown elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from akira_cli.core.addresses import is_web_address
from akira_cli.core.errors import NotFound
from akira_cli.core.figures import Candidate
from akira_cli.core.settings import Settings
from akira_cli.figures._answers import first_picture
from akira_cli.ports.figures import FigureFinder, Findings

if TYPE_CHECKING:
    from akira_cli.core.items import Item
    from akira_cli.ports import Http


def build(settings: Settings) -> FigureFinder:
    """The finder, with the pace at which arXiv may be asked."""
    return PreviewPicture(settings)


class PreviewPicture:
    """Takes the picture that the thing's source found: https://ogp.me/#metadata"""

    name = "preview"

    def __init__(self, settings: Settings) -> None:
        self._arxiv = settings.arxiv

    def can_look(self, item: Item) -> bool:
        """Whether there is such a picture."""
        return bool(item.picture)

    def find(self, item: Item, http: Http) -> Findings:  # noqa: ARG002  # nothing is asked
        """See `ports.FigureFinder`. The licence of such a picture is not that of the text."""
        if not is_web_address(item.picture):
            raise NotFound(f"'{item.picture}' is not the address of a picture")
        addresses = (item.picture,)
        return Findings((Candidate(1, "preview", "", "", addresses, self.name),))

    def picture(self, candidate: Candidate, http: Http) -> bytes:
        """The picture, as published."""
        return first_picture(candidate, http, self._arxiv)
