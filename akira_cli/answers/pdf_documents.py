"""PDFs, opened one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from akira_cli.core.errors import BadAnswer, UnreadablePage

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_ONE_DOCUMENT = Lock()
"""PDFium is for one thread at a time, whatever the document, and sites are asked at the same time:
https://pypdfium2-team.github.io/pypdfium2/python_api.html#incompatibility-with-threading"""


def is_pdf(body: bytes) -> bool:
    """Whether bytes are a PDF's, which may begin a little later than the file does."""
    return b"%PDF-" in body[:1024]


@contextmanager
def opened(data: bytes, url: str, hint: str) -> Iterator[PdfDocument]:
    """The document at an address, to be read by this thread alone; `hint` is the way out by hand.

    Whatever PDFium stumbles over within the block is raised as BadAnswer, too: a PDF that opens
    can be damaged further on, and have boxes of no size or no end. Raises UnreadablePage when
    it asks for a password, BadAnswer when it is damaged or has no pages.
    """
    import pypdfium2
    from pypdfium2 import raw

    try:
        with _ONE_DOCUMENT, closing(pypdfium2.PdfDocument(data)) as document:
            yield document
    except (pypdfium2.PdfiumError, ValueError, OverflowError) as error:
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD:
            raise UnreadablePage(f"the PDF '{url}' asks for a password", hint) from error
        raise BadAnswer(f"the PDF '{url}' is damaged", f"try again later, or {hint}") from error
