"""What `add`, `fetch` and `refresh` say of several references at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from akira_cli.cli._output import complain, note, talk
from akira_cli.core.errors import Refused

_ORIGINS = {
    "library": "from the library",
    "catalogue": "from the sample catalogue, as a description in our own words",
    "pending": "kept as a placeholder, which 'akira refresh' fills later",
}


def tell_origins(found: Iterable[tuple[str, str, str]]) -> None:
    """Say on stderr what did not come fresh from its source though it should have.

    `found` holds the thing's name, where it came from and why; one line for each reason.
    """
    grouped: dict[tuple[str, str], list[str]] = {}
    for thing, origin, because in found:
        if because:
            grouped.setdefault((because, origin), []).append(thing)
    for (because, origin), things in grouped.items():
        note(f"{because}; {_ORIGINS[origin]}: {', '.join(things)}")


def report(refused: Sequence[Refused], as_json: bool) -> int:
    """Tell what was refused and why; the highest of the exit codes, 0 when there is none.

    One fault often hits many references: it is told once, with all of them.
    """
    if not as_json:
        grouped: dict[str, list[Refused]] = {}
        for one in refused:
            grouped.setdefault(one.error.message, []).append(one)
        for same in grouped.values():
            complain(same[0].error)
            if len(same) > 1:
                talk(f"these were not done: {', '.join(one.text for one in same)}")
    return max((one.error.exit_code for one in refused), default=0)
