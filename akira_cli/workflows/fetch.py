"""Find what is known of references, without touching a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from akira_cli.core.errors import AkiraError, Refused
from akira_cli.core.items import Reference
from akira_cli.ports import Found, LookUp, Recognise


def fetch(
    texts: Sequence[str], *, recognise: Recognise, look_up: LookUp
) -> Iterator[Found | Refused]:
    """Yield what is known of each text, in order; the malformed ones come first.

    Malformed texts never keep the others from being fetched.
    """
    references: list[Reference] = []
    for text in texts:
        try:
            references.append(replace(recognise(text), text=text))
        except AkiraError as error:
            yield Refused(text, error)
    for reference, outcome in look_up(references) if references else ():
        yield Refused(reference.text, outcome) if isinstance(outcome, AkiraError) else outcome
