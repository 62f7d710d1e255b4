"""PDFs: which addresses are theirs, and what their first pages tell."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from akira_cli.core.errors import AkiraError, BadAnswer, NotFound, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo
from akira_cli.ports import Response
from akira_cli.sources._page import Page
from akira_cli.sources._pdf_facts import item_of_pdf
from akira_cli.sources.pdf import Pdf
from tests.fakes import FixedClock, RoutedHttp

ADDRESS = "https://workshop.example.org/papers/29_paper.pdf"
SOURCE = Pdf(FixedClock())
TITLE = "Late Insight: Networks That Learn Long After They Remember"
ABSTRACT = (
    "We train small networks on tables of sums until they know each row by heart, go on for as",
    "long again, and see them find the rule. The fewer rows they get, the later it hap-",
    "pens. Weight decay, a well-known way to keep state-of-",
    "the-art networks humble, brings it about earlier.",
)
Draw = Callable[[Canvas], None]


def drawn(
    *pages: Draw, title: str = "untitled", author: str = "anonymous", password: str = ""
) -> bytes:
    """A PDF of letter size, 612 by 792 points."""
    file = io.BytesIO()
    encrypt = StandardEncryption(password) if password else None
    canvas = Canvas(file, pagesize=(612, 792), encrypt=encrypt, invariant=1)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def lines(*rows: tuple[float, float, str], left: float = 72) -> Draw:
    """Lines of type: baseline and size in points, words."""

    def draw(canvas: Canvas) -> None:
        for baseline, size, words in rows:
            canvas.setFont("Times-Roman", size)
            canvas.drawString(left, baseline, words)

    return draw


def abstract(*after: str, before: str = "Abstract", words: tuple[str, ...] = ABSTRACT) -> Draw:
    rows = [(540.0, 12.0, before)] if before else []
    rows += [(520.0 - 12 * number, 10.0, line) for number, line in enumerate(words)]
    rows += [(440.0 - 14 * number, 12.0, line) for number, line in enumerate(after)]
    return lines(*rows)


def together(*parts: Draw) -> Draw:
    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw


def stamp(words: str) -> Draw:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(30, 220)
        canvas.rotate(90)
        canvas.setFont("Times-Roman", 30)
        canvas.drawString(0, 0, words)
        canvas.restoreState()

    return draw


HEAD = lines(
    (760, 9, "Published as a conference paper at ICLR 2021"),
    (700, 17, "Late Insight: Networks That"),
    (680, 17, "Learn Long After They Remember"),
    (650, 11, "Ada L. and Ben M."),
)


def outcome_of(answer: Response | bytes | AkiraError, pasted: str = ADDRESS) -> object:
    reference = SOURCE.recognise(pasted)
    assert reference is not None
    [(_, outcome)] = SOURCE.fetch([reference], RoutedHttp({"https://": answer}))
    return outcome


def looked_up(answer: Response | bytes, pasted: str = ADDRESS) -> Item:
    outcome = outcome_of(answer, pasted)
    assert isinstance(outcome, Item), outcome
    return outcome


@pytest.mark.parametrize(
    ("pasted", "url"),
    [
        (ADDRESS, ADDRESS),
        (f"<{ADDRESS}>", ADDRESS),
        (f"{ADDRESS}?utm_source=newsletter", ADDRESS),
        (f"{ADDRESS}#page=3", ADDRESS),
        ("example.org/A.PDF", "https://example.org/A.PDF"),
        ("https://example.org/get.pdf?id=7", "https://example.org/get.pdf?id=7"),
        ("https://example.org/a%2Epdf", "https://example.org/a%2Epdf"),
    ],
)
def test_an_address_that_ends_like_a_pdf_is_recognised(pasted: str, url: str) -> None:
    found = SOURCE.recognise(pasted)
    assert found is not None
    assert (found.id, found.url, found.certainty) == (url, url, Certainty.FILE)


@pytest.mark.parametrize(
    "pasted",
    ["https://example.org/a.html", "https://example.org/?f=a.pdf", "a.pdf", "/tmp/a.pdf", ""],  # noqa: S108  # a text
)
def test_other_texts_are_left_to_others(pasted: str) -> None:
    assert SOURCE.recognise(pasted) is None


def test_the_title_is_what_the_document_says_it_is() -> None:
    body = drawn(HEAD, title=f" {TITLE.replace(' ', '  ')} ", author="Ada L.; Ben M.")
    item = looked_up(body)
    assert item.title == TITLE
    assert item.display_title == f"[{TITLE}]"
    assert item.authors == ("Ada L.", "Ben M.")
    assert (item.form, item.url, item.pdf, item.published) == ("paper", ADDRESS, ADDRESS, None)
    assert item.found_in == (
        ("title", "PDF metadata Title"),
        ("authors", "PDF metadata Author"),
    )


@pytest.mark.parametrize(
    "stated",
    [
        "", "untitled", "(anonymous)", "main.pdf", "29_paper", "iclr2021_conference.dvi", "main",
        "Microsoft Word - x.doc", "arXiv:2110.02178v1 [cs.CV] 5 Oct 2021", "12345", "2110.02178v1",
        "output", "LaTeX", "Paper Title (use style: paper title)", "camera-ready", "IEEEtran", "-",
        "Formatting Instructions for NeurIPS 2021", "PowerPoint Presentation", r"\jobname",
        "https://example.org/x", "word " * 100,
    ],
)  # fmt: skip
def test_a_title_that_says_nothing_gives_way_to_the_largest_type(stated: str) -> None:
    item = looked_up(drawn(HEAD, title=stated))
    assert item.title == TITLE
    assert ("title", "largest type on page 1") in item.found_in


def test_a_title_of_one_word_counts_when_the_page_has_it() -> None:
    page = lines((700, 17, "Latecomer"), (650, 11, "Ada L."))
    assert looked_up(drawn(page, title="Latecomer")).found_in[0][1] == "PDF metadata Title"
    assert looked_up(drawn(page, title="sample-sigconf")).title == "Latecomer"


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (
            lines((700, 17, "A Long Look at Trans-"), (680, 17, "formers and Vision-"),
                  (660, 17, "Language Models"), (600, 10, "text")),
            "A Long Look at Transformers and Vision-Language Models",
        ),
        (
            lines((750, 20, "Preprint. Under review."), (700, 17, "A Long Look"), (300, 40, "1")),
            "A Long Look",
        ),
        (lines((700, 17, "A Long Look"), (300, 30, "DRAFT COPY OF A FIGURE")), "A Long Look"),
        (together(stamp("not a title"), lines((700, 17, "A Long Look"))), "A Long Look"),
    ],
)  # fmt: skip
def test_the_largest_type_is_looked_for_where_titles_are(page: Draw, title: str) -> None:
    assert looked_up(drawn(page)).title == title


def test_small_capitals_are_one_word() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText(100, 700)
        for first, rest in (("L", "ATE"), ("I", "NSIGHT")):
            text.setFont("Times-Roman", 17)
            text.textOut(first)
            text.setFont("Times-Roman", 13.8)
            text.textOut(f"{rest} ")
        canvas.drawText(text)
        lines((650, 11, "Ada L. and Ben M."))(canvas)

    assert looked_up(drawn(draw)).title == "LATE INSIGHT"


def test_type_is_as_large_as_it_is_on_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.scale(3, 3)
        lines((230, 6, "A Long Look"), left=30)(canvas)
        canvas.restoreState()
        lines((650, 11, "Ada L. and Ben M."))(canvas)

    assert looked_up(drawn(draw)).title == "A Long Look"


@pytest.mark.parametrize(
    ("stated", "authors"),
    [
        ("Ada L., Ben M. and Cy N.", ("Ada L.", "Ben M.", "Cy N.")),
        ("Ada L., Ben M., and Cy N.", ("Ada L.", "Ben M.", "Cy N.")),
        ("Lovelace, Ada; Mill, Ben", ("Ada Lovelace", "Ben Mill")),
        ("Lovelace, Ada", ("Ada Lovelace",)),
        ("Ada Lovelace", ("Ada Lovelace",)),
        ("anonymous", ()),
        ("Anonymous Author(s)", ()),
        ("Microsoft Office User", ()),
        ("user1", ()),
        ("ada@example.org", ()),
        ("A" * 6000, ()),
    ],
)
def test_authors_are_those_the_document_names(stated: str, authors: tuple[str, ...]) -> None:
    assert looked_up(drawn(HEAD, author=stated)).authors == authors


@pytest.mark.parametrize(
    "after", ["1 Introduction", "Introduction", "I. INTRODUCTION", "Keywords: sums", "Index Terms"]
)
@pytest.mark.parametrize("before", ["Abstract", "ABSTRACT", "Abstract."])
def test_the_abstract_is_what_stands_after_its_heading(before: str, after: str) -> None:
    item = looked_up(drawn(together(HEAD, abstract(after, "More words.", before=before))))
    assert item.abstract == (
        "We train small networks on tables of sums until they know each row by heart, go on for "
        "as long again, and see them find the rule. The fewer rows they get, the later it "
        "happens. Weight decay, a well-known way to keep state-of-the-art networks humble, brings "
        "it about earlier."
    )
    assert ("abstract", "PDF text after 'Abstract'") in item.found_in


def test_an_abstract_may_begin_on_the_line_of_its_heading() -> None:
    words = (f"Abstract—{ABSTRACT[0]}".replace("—", " - "), *ABSTRACT[1:])
    item = looked_up(drawn(together(HEAD, abstract("1 Introduction", before="", words=words))))
    assert item.abstract.startswith("We train small networks")


def test_smaller_type_amid_the_abstract_is_no_part_of_it() -> None:
    note = lines((486 - 22, 7, "* Both did the same work."))
    item = looked_up(drawn(together(HEAD, abstract(), note, lines((440, 12, "1 Introduction")))))
    assert item.abstract.endswith("brings it about earlier.")


def test_an_abstract_may_stand_on_the_second_page() -> None:
    assert looked_up(drawn(HEAD, abstract("1 Introduction"))).abstract.startswith("We train")
    assert looked_up(drawn(HEAD, HEAD, abstract("1 Introduction"))).abstract == ""


@pytest.mark.parametrize(
    "page",
    [
        abstract("More words, and no heading ever."),
        abstract("1 Introduction", words=("Too short.",)),
        abstract("1 Introduction", before="Abstract thought is hard"),
        HEAD,
    ],
)
def test_an_abstract_without_clear_ends_is_left_out(page: Draw) -> None:
    item = looked_up(drawn(together(HEAD, page)))
    assert item.abstract == ""
    assert "abstract" not in dict(item.found_in)


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("arXiv:2201.02177v1  [cs.LG]  6 Jan 2022", "arXiv:2201.02177"),
        ("arXiv:hep-th/9901001v2 [hep-th] 1 Jan 1999", "arXiv:hep-th/9901001"),
    ],
)
def test_arxivs_stamp_leads_to_arxiv(words: str, text: str) -> None:
    found = outcome_of(drawn(together(stamp(words), HEAD)))
    assert isinstance(found, LeadsTo)
    assert (found.text, "stamp" in found.because) == (text, True)


def test_a_paper_that_only_cites_arxiv_is_itself() -> None:
    cited = lines((300, 10, "[1] Ada L. Sums. arXiv:2201.02177, 2022."))
    assert looked_up(drawn(together(HEAD, cited))).title == TITLE


def test_a_scan_has_the_name_of_its_file_and_says_so() -> None:
    item = looked_up(drawn(lambda canvas: canvas.rect(72, 72, 400, 600, fill=1)))
    assert (item.title, item.display_title) == ("29_paper.pdf", "[29_paper.pdf]")
    assert item.found_in == (("title", "file name"),)
    assert len(item.notes) == 2


def test_thousands_of_pages_are_not_read() -> None:
    def empty(canvas: Canvas) -> None:
        canvas.drawString(72, 700, "")

    assert looked_up(drawn(HEAD, *[empty] * 2_000)).title == TITLE


def test_a_file_that_github_shows_is_asked_for_itself() -> None:
    shown = "https://github.com/ada/works/blob/main/a/paper.pdf"
    http = RoutedHttp({"https://github.com/ada/works/raw/main/a/paper.pdf": drawn(HEAD)})
    reference = SOURCE.recognise(shown)
    assert reference is not None
    [(_, item)] = SOURCE.fetch([reference], http)
    assert isinstance(item, Item)
    assert (item.url, item.pdf) == (shown, http.requests[0])


@pytest.mark.parametrize(
    ("answer", "error", "message"),
    [
        (drawn(HEAD, password="secret"), UnreadablePage, "asks for a password"),  # noqa: S106  # a test
        (drawn(HEAD)[:400], BadAnswer, "is damaged"),
        (b"%PDF-1.7\n", BadAnswer, "is damaged"),
        (b"<!doctype html><title>Sign in</title>", BadAnswer, "a web page"),
        (b"PK\x03\x04", BadAnswer, "something else"),
        (b"", BadAnswer, "empty"),
        (Response(404, {}, b"", ADDRESS), NotFound, "404"),
    ],
)
def test_a_file_that_cannot_be_read_is_named(
    answer: Response | bytes, error: type[AkiraError], message: str
) -> None:
    found = outcome_of(answer)
    assert isinstance(found, error)
    assert message in found.message
    assert ADDRESS in found.message
    assert found.hint


def test_another_source_may_meet_a_pdf() -> None:
    reference = SOURCE.recognise(ADDRESS)
    assert reference is not None
    now = datetime(2021, 11, 13, tzinfo=UTC)
    page = Page("https://cdn.example.org/x", "application/pdf", drawn(HEAD), {})
    item = item_of_pdf(reference, page, now)
    assert isinstance(item, Item)
    assert (item.url, item.pdf, item.fetched_at) == (ADDRESS, "https://cdn.example.org/x", now)


def _spoilt(places: list[tuple[int, int]]) -> bytes:
    body = bytearray(drawn(together(HEAD, abstract("1 Introduction")), title="T", author="A"))
    for place, value in places:
        body[place % len(body)] = value
    return bytes(body)


@given(
    st.binary()
    | st.binary().map(b"%PDF-1.4\n".__add__)
    | st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), max_size=30).map(_spoilt)
)
def test_no_answer_makes_it_fail_otherwise(body: bytes) -> None:
    assert isinstance(outcome_of(body), Item | LeadsTo | AkiraError)


@given(st.text())
def test_no_text_makes_recognising_fail(text: str) -> None:
    for pasted in (text, f"https://example.org/{text}.pdf"):
        found = SOURCE.recognise(pasted)
        assert found is None or found.source == "pdf"
