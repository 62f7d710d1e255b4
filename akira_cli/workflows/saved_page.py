"""Read a page that was saved by hand, for addresses that refuse machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from akira_cli.core.errors import AkiraError, RemoteError, UnreadablePage
from akira_cli.core.identifiers import unrecognised
from akira_cli.core.items import Certainty, Item, LeadsTo, Reference
from akira_cli.ports import Found, Library, Pace, Response, Source


class _SavedPage:
    """`Http` that gives the saved page whatever is asked."""

    def __init__(self, body: bytes) -> None:
        self._body = body

    def get(
        self,
        url: str,
        pace: Pace,  # noqa: ARG002  # nothing is asked
        *,
        accept: str = "*/*",  # noqa: ARG002  # there is one answer
        largest: int | None = None,  # noqa: ARG002  # it is here already
    ) -> Response:
        """The saved page, as if the address had given it."""
        kind = "application/pdf" if self._body.startswith(b"%PDF-") else "text/html"
        return Response(200, {"content-type": kind}, self._body, url)


def read_saved(
    reference: Reference, body: bytes, sources: Iterable[Source], library: Library
) -> Found | AkiraError:
    """What a saved page says of the thing at an address; kept as if it had been fetched.

    The source that is surest of the address reads it, and where that one asks an interface and
    not a page, the next one does.
    """
    claims = [claim for each in sources if (claim := _claim(each, reference.text)) is not None]
    claims.sort(key=lambda claim: -claim.certainty)
    by_name = {source.name: source for source in sources}
    error: AkiraError | None = None
    for claim in claims:
        for _, outcome in by_name[claim.source].fetch([claim], _SavedPage(body)):
            if isinstance(outcome, Item):
                item = replace(outcome, reference=replace(outcome.reference, text=reference.text))
                library.keep(claim, item)
                return Found(item, "source")
            if isinstance(outcome, LeadsTo):
                outcome = UnreadablePage(
                    f"the saved page is another's: {outcome.because}", f"akira add '{outcome.text}'"
                )
            error = error or outcome
    if error is not None and [claim.certainty for claim in claims] == [Certainty.THING]:
        return UnreadablePage(
            f"'{reference.text}' is asked for by its number, and not read from a page",
            "leave --html out",
        )
    if isinstance(error, RemoteError):  # nobody was asked: the file is to blame
        return UnreadablePage(
            f"the saved page of '{reference.text}' is no such page: {error.message}",
            "save it as HTML in your browser, once it shows the text",
        )
    return error or unrecognised(reference.text)


def _claim(source: Source, text: str) -> Reference | None:
    try:
        return source.recognise(text)
    except AkiraError:
        return None
