"""A draft laid out, with the line of the file where the layout lacks something."""

from __future__ import annotations

from akira_cli.core.errors import InvalidFile, MisplacedKey
from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
from akira_cli.ports import DraftStore


def laid_out(draft: Draft, layout: Layout, store: DraftStore) -> Issue:
    """The issue; raises InvalidFile, which names file and line where the layout lacks something."""
    try:
        return lay_out(draft, layout)
    except MisplacedKey as error:
        place = store.place(draft.name, error.path)
        raise InvalidFile(f"{place}: {error.message}", error.hint) from error
