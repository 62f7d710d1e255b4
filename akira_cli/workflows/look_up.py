"""Find Items: in the library, else at the source, else in the sample catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.errors import AkiraError, Unreachable
from akira_cli.core.items import Item, Reference
from akira_cli.ports import Catalogue, Found, Http, Library, Source


def recognise(text: str, sources: Sequence[Source]) -> Reference:
    """The reference a pasted text stands for; raises NotAReference."""
    for source in sources:
        reference = source.recognise(text)
        if reference is not None:
            return reference
    raise AssertionError("the last source must take a text or say what is wrong with it")


def look_up(
    references: Sequence[Reference],
    *,
    source: Source,
    http: Http,
    library: Library,
    catalogue: Catalogue,
    refresh: bool = False,
) -> Iterator[tuple[Reference, Found | AkiraError]]:
    """Yield what is known of each reference, in the order given.

    What the library has opens no connection unless `refresh`. What the source gives is
    kept. When the source cannot be reached, the library answers, then the catalogue.
    """
    known = {} if refresh else _from_library(references, library)
    wanted = [reference for reference in dict.fromkeys(references) if reference not in known]
    fetched: dict[Reference, Item | AkiraError] = {}
    for reference, outcome in source.fetch(wanted, http) if wanted else ():
        if isinstance(outcome, Item):
            library.keep(reference, outcome)  # at once: a later fault must not cost it
        fetched[reference] = outcome
    for reference in references:
        if reference in known:
            yield reference, Found(known[reference], "library")
            continue
        outcome = fetched[reference]
        if isinstance(outcome, Item):
            yield reference, Found(outcome, "source")
        elif isinstance(outcome, Unreachable):
            yield reference, _without_source(reference, outcome, library, catalogue)
        else:
            yield reference, outcome


def _from_library(references: Sequence[Reference], library: Library) -> dict[Reference, Item]:
    found = ((reference, library.find(reference)) for reference in references)
    return {reference: item for reference, item in found if item is not None}


def _without_source(
    reference: Reference, error: Unreachable, library: Library, catalogue: Catalogue
) -> Found | AkiraError:
    kept = library.find(reference)
    if kept is not None:
        return Found(kept, "library", because=error.message)
    described = catalogue.find(reference)
    if described is not None:
        return Found(described, "catalogue", because=error.message)
    return error
