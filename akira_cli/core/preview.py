"""What the preview shows: an issue as each target gets it, and what is to be said of it."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.issue import Document


class Target(NamedTuple):
    """The issue for one target; `name` is part of addresses (`medium`), `label` is shown."""

    name: str
    label: str
    document: Document


class Check(NamedTuple):
    """Something to look at; `entry` is a handle such as `3.2`, empty for the whole issue."""

    entry: str
    headline: str
    text: str


class State(NamedTuple):
    """All that is shown. `error` says why the draft cannot be shown as it is now, hint and
    all; the targets are then the last good ones. `language` is the issue's."""

    title: str
    file: str
    targets: tuple[Target, ...]
    checks: tuple[Check, ...]
    error: str = ""
    language: str = "en"
