"""What was likely meant by a name that is not known. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable

ALMOST_THE_SAME = 0.8
"""So near that it is a slip of the pen: https://docs.python.org/3/library/difflib.html"""


def nearest_hint(
    wanted: str,
    known: Iterable[str],
    listed: str = "",
    *,
    closeness: float = 0.6,
    meant: Callable[[str], str] = str,
) -> str:
    """`did you mean 'papers'?` if a known name is near, and behind it `listed`, if it is given.

    `closeness` is from 0 to 1, `meant` says what to write for a known name.
    """
    from difflib import get_close_matches

    near = get_close_matches(wanted, known, n=1, cutoff=closeness)
    parts = (*(f"did you mean '{meant(name)}'?" for name in near), listed)
    return " ".join(filter(None, parts))
