"""Draft files as a person would leave them, and a clock that ticks, for the storage tests."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from akira_cli.core.models import Draft, Entry
from akira_cli.storage.draft_store import DraftFiles
from akira_cli.storage.history import HistoryFiles

NAME = "issue-034"

COMMENTED = """\
# The issue of the second week of November.

number = 34   # counts on from 33
format=1
label = 'Issue #34'
date = 2021-11-13
status = "draft"
mood = "hopeful"  # my own key
# end of the head

# ---------- highlights ----------

[[highlights]]
group = "featured"
text = "Phones are [enough](https://arxiv.org/abs/2110.02178)."   # short is good

# ---------- entries ----------

# the one for phones
[[ entries ]]
title = "[2110.02178] MobileViT"
id = '2110.02178'          # literal on purpose
"section" = "papers"
url = "https://arxiv.org/abs/2110.02178"
headline = "A [[entries]] look-alike"   # not a header
rating = 4.5
summary = \"\"\"
They propose a small network.
# no comment, but text
[[entries]]
\"\"\"

# about the paper
[entries.paper]
authors = [
    "Sachin Mehta",  # first
    "Mohammad Rastegari",
]
published = 2021-10-05
reviewer = "me"

[entries.notes]
colour = "green"

# between two entries, and of neither

[[entries]]
id = "a-blog"
section = "articles"
url = "https://example.com/post"
summary = '''
Written by hand.'''
card = { title = "A post", domain = "example.com", stars = 5 }
# directly below the blog


[[entries]]
id = "third"
section = "papers"
url = "https://example.com/third"
machine = { headline = "00000000", summary = "11111111" } # stale

# the very end
"""


class TickingClock:
    """A second later each time it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2021, 11, 13, 20, 0, tzinfo=UTC)

    def now(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def workspace(root: Path, text: str | bytes = COMMENTED) -> tuple[DraftFiles, HistoryFiles]:
    """A store and its history over a workspace with one draft in it."""
    (root / "drafts").mkdir(parents=True)
    draft_file(root).write_bytes(text.encode() if isinstance(text, str) else text)
    clock = TickingClock()
    return DraftFiles(root, clock), HistoryFiles(root, clock)


def draft_file(root: Path) -> Path:
    """The file of the one draft."""
    return root / "drafts" / f"{NAME}.toml"


def entry(name: str) -> Entry:
    """An entry with nothing but what it must have."""
    return Entry(id=name, section="other", url=f"https://example.com/{name}")


class AddsAnEntry:
    """A Change that appends an entry, and knows how often it was applied."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.applied = 0

    def __call__(self, draft: Draft) -> Draft:
        self.applied += 1
        return replace(draft, entries=(*draft.entries, entry(self.name)))
