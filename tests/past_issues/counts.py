"""How many fields of the five published issues are compared, and how many are equal.

`python -m tests.past_issues.counts` prints the table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

from tests.past_issues.drafts import exported
from tests.past_issues.facts import facts_of_export, facts_of_truth
from tests.past_issues.truth import NAMES, SHARED, truth


class Counts(NamedTuple):
    """Of one issue: the fields compared, and those of them that are equal."""

    name: str
    compared: int
    equal: int


def counts(name: str) -> Counts:
    """A field that only one side has is compared, and is not equal."""
    published, ours = facts_of_truth(truth(name)), facts_of_export(exported(name))
    shared = published.keys() & ours.keys()
    equal = sum(published[field] == ours[field] for field in shared)
    return Counts(name, len(published.keys() | ours.keys()), equal)


def table() -> Iterator[str]:
    """The lines of the table, the sum last."""
    rows = [counts(name) for name in NAMES]
    total = Counts("all five", sum(r.compared for r in rows), sum(r.equal for r in rows))
    yield f"{'issue':<14} {'fields compared':>15} {'equal':>6}"
    for row in (*rows, total):
        yield f"{row.name:<14} {row.compared:>15} {row.equal:>6}"


if __name__ == "__main__":
    if SHARED.is_dir():
        sys.stdout.writelines(f"{line}\n" for line in table())
    else:
        sys.stderr.write(f"there are no published issues to compare with in '{SHARED}'\n")
