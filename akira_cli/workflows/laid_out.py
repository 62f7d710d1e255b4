"""A draft laid out, and the line of its file that is at fault where something is."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from akira_cli.core.errors import InvalidFile, MisplacedKey, NoPicture
from akira_cli.core.issue import Issue
from akira_cli.core.layout import lay_out
from akira_cli.core.models import Draft
from akira_cli.core.page import Layout
from akira_cli.ports import DraftStore


def laid_out(draft: Draft, layout: Layout, store: DraftStore) -> Issue:
    """The issue; raises InvalidFile, which names file and line where the layout lacks something."""
    with faults_placed(draft, store):
        return lay_out(draft, layout)


@contextmanager
def faults_placed(draft: Draft, store: DraftStore) -> Iterator[None]:
    """Tell faults that a draft's key is to blame for with the place of that key."""
    try:
        yield
    except MisplacedKey as error:
        raise _placed(error, error.path, draft, store) from error
    except NoPicture as error:
        for number, entry in enumerate(draft.entries):
            if entry.figure is not None and entry.figure.file == error.file:
                path = ("entries", number, "figure", "file")
                raise _placed(error, path, draft, store) from error
        raise


def _placed(
    error: InvalidFile, path: tuple[str | int, ...], draft: Draft, store: DraftStore
) -> InvalidFile:
    return InvalidFile(f"{store.place(draft.name, path)}: {error.message}", error.hint)
