"""PDFs, opened one at a time."""

from __future__ import annotations

import io
import re
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from pypdfium2 import PdfDocument
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

import akira_cli
from akira_cli.answers.pdf_documents import is_pdf, opened
from akira_cli.core.errors import BadAnswer, UnreadablePage

URL = "https://papers.example.org/a.pdf"


def pdf(password: str = "") -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=StandardEncryption(password) if password else None, invariant=1)
    canvas.drawString(72, 700, "Words.")
    canvas.save()
    return file.getvalue()


def without_pages() -> bytes:
    file = io.BytesIO()
    with closing(PdfDocument.new()) as document:
        document.save(file)
    return file.getvalue()


def test_a_pdf_is_told_by_its_beginning() -> None:
    assert is_pdf(pdf())
    assert is_pdf(b"\n\xef\xbb\xbf %PDF-1.7")
    assert not is_pdf(b"<html>%PDF" + b" " * 2000 + b"%PDF-1.7")


@pytest.mark.parametrize(
    ("data", "error", "words"),
    [
        (pdf("secret"), UnreadablePage, "asks for a password"),
        (pdf()[:300], BadAnswer, "is damaged"),
        (b"", BadAnswer, "is damaged"),
        (without_pages(), BadAnswer, "is damaged"),
    ],
)
def test_what_cannot_be_read_is_told(
    data: bytes, error: type[BadAnswer | UnreadablePage], words: str
) -> None:
    with pytest.raises(error, match=words) as raised, opened(data, URL, "look there"):
        pass
    assert URL in raised.value.message
    assert "look there" in raised.value.hint


def test_what_is_damaged_further_on_is_told_too() -> None:
    with (
        pytest.raises(BadAnswer, match="is damaged"),
        opened(pdf(), URL, "look there") as document,
    ):
        document[7]
    with pytest.raises(BadAnswer, match="is damaged"), opened(pdf(), URL, "look there"):
        raise ValueError("a box of no size")


def test_after_an_error_others_are_opened() -> None:
    with pytest.raises(BadAnswer), opened(b"", URL, ""):
        pass
    with opened(pdf(), URL, "") as document:
        assert len(document) == 1


def test_no_two_are_open_at_the_same_time() -> None:
    is_open, may_close = Event(), Event()
    order: list[str] = []

    def first() -> None:
        with opened(pdf(), URL, ""):
            is_open.set()
            assert may_close.wait(10)
            order.append("first")

    def second() -> None:
        assert is_open.wait(10)
        may_close.set()
        with opened(pdf(), URL, ""):
            order.append("second")

    with ThreadPoolExecutor(2) as threads:
        for done in [threads.submit(first), threads.submit(second)]:
            done.result(20)
    assert order == ["first", "second"]


def test_nothing_else_opens_a_pdf() -> None:
    package = Path(akira_cli.__file__).parent
    opening = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        if re.search(r"PdfDocument\(|FPDF_Load", path.read_text("utf-8"))
    }
    assert opening == {"answers/pdf_documents.py"}
