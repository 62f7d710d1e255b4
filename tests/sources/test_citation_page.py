"""A paper's own page, by Google Scholar's tags and by Dublin Core's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from lxml import html

from akira_cli.core.items import Item, Reference
from akira_cli.sources._citation import Citation
from akira_cli.sources._citation_page import citation_of, item_of_citation

URL = "https://papers.example.org/2021/a.html"
NOW = datetime(2021, 11, 13, 9, 30, tzinfo=UTC)
REFERENCE = Reference("web", URL, text=URL, url=URL)

WHOLE = r"""<html><head><title>On Making $\ell_1$ Up | Example Press</title>
<meta name="citation_title" content="On Making
  $\ell_1$ Up">
<meta name="Citation_Author" content="Exemplar, Ren{\'e}">
<meta name="citation_author" content="Ann Other">
<meta name="citation_publication_date" content="2021/10/5">
<meta name="citation_journal_title" content="Journal of Examples">
<meta name="citation_abstract" content="We make things up.">
<meta name="citation_pdf_url" content="/2021/a.pdf">
<meta name="citation_doi" content="doi:10.1000/made.up">
<meta name="citation_arxiv_id" content="2110.02178">
</head><body><a rel="nofollow license" href="http://creativecommons.org/licenses/by/4.0/deed.en">
CC</a> <a href="https://creativecommons.org/licenses/by/4.0">again</a></body></html>"""


def read(text: str) -> Citation | None:
    """What a page says of its paper."""
    return citation_of(html.document_fromstring(text), URL)


def tagged(*tags: tuple[str, str], body: str = "") -> Citation:
    """What a page with a title and these meta tags says."""
    metas = "".join(
        f'<meta name="{name}" content="{content}">'
        for name, content in (("citation_title", "Made Up"), *tags)
    )
    found = read(f"<html><head>{metas}</head><body>{body or '<p>x</p>'}</body></html>")
    assert found is not None
    return found


def test_every_tag_becomes_a_fact_with_its_place() -> None:
    item = item_of_citation(REFERENCE, URL, html.document_fromstring(WHOLE), NOW)
    assert item == Item(
        reference=REFERENCE,
        url=URL,
        title="On Making ℓ₁ Up",
        authors=("René Exemplar", "Ann Other"),
        abstract="We make things up.",
        published=date(2021, 10, 5),
        journal="Journal of Examples, 2021",
        dois=("10.1000/made.up",),
        fetched_from=URL,
        fetched_at=NOW,
        form="paper",
        display_title="[On Making ℓ₁ Up | Example Press]",
        pdf="https://papers.example.org/2021/a.pdf",
        licence="https://creativecommons.org/licenses/by/4.0/",
        found_in=(
            ("title", "citation_title"),
            ("authors", "citation_author"),
            ("published", "citation_publication_date"),
            ("journal", "citation_journal_title"),
            ("abstract", "citation_abstract"),
            ("dois", "citation_doi"),
            ("pdf", "citation_pdf_url"),
            ("licence", "rel=license"),
        ),
        notes=("the paper is on arXiv, too: arXiv:2110.02178",),
    )


def test_a_page_without_scholars_title_and_authors_is_no_papers() -> None:
    only_title = "<meta name=citation_title content=Up><meta name=dc.creator content='A B'><p>"
    only_dublin = "<meta name=DC.Title content=Up><meta name=DC.Creator content='Doe, Jane'><p>"
    for page in (only_title, only_dublin, "<p>nothing</p>"):
        assert item_of_citation(REFERENCE, URL, html.document_fromstring(page), NOW) is None


def test_dublin_core_is_read_where_scholars_tags_are_not() -> None:
    found = read(
        "<meta name=DC.Title content='Made Up'><meta name=DC.Creator content='Doe, Jane'>"
        "<meta name=DC.date content=2021-10-05><meta name=DC.Description content='We do.'>"
        "<meta name=DC.identifier content='https://doi.org/10.1000/x'><p>"
    )
    assert found is not None
    assert (found.title, found.authors, found.abstract) == ("Made Up", ("Jane Doe",), "We do.")
    assert (found.published, found.doi) == (date(2021, 10, 5), "10.1000/x")
    assert ("title", "dc.title") in found.found_in


@pytest.mark.parametrize(
    "content",
    ["Doe, Jane; Roe, John; Poe, Ann", "Jane Doe;John Roe;Ann Poe;", "Jane Doe, John Roe, Ann Poe"],
)
def test_one_tag_may_hold_all_authors(content: str) -> None:
    assert tagged(("citation_authors", content)).authors == ("Jane Doe", "John Roe", "Ann Poe")


def test_a_whole_date_goes_before_a_year_and_the_year_of_publication_stays() -> None:
    found = tagged(
        ("citation_publication_date", "2021"),
        ("citation_online_date", "2020/12/30"),
        ("citation_conference_title", "Conference on Examples"),
    )
    assert (found.published, found.year) == (date(2020, 12, 30), 2021)
    assert ("published", "citation_online_date") in found.found_in


@pytest.mark.parametrize(
    ("body", "where"),
    [
        ("<div id=abstract><h4>Abstract</h4><p>We make it up.</p></div>", "#abstract"),
        ('<div class="card acl-abstract"><h5>Abstract</h5>We make it up.</div>', ".abstract"),
        ('<div id="abstract"> "We make it up." </div>', "#abstract"),
        ("<h4>Abstract</h4><p><p>We make it up.</p><h4>More</h4><p>x</p>", "below the heading"),
    ],
)
def test_an_abstract_without_a_tag_is_read_in_the_page(body: str, where: str) -> None:
    found = tagged(body=body)
    assert found.abstract == "We make it up."
    assert dict(found.found_in)["abstract"].startswith(where)


def test_two_licences_are_none() -> None:
    by, sa = "//creativecommons.org/licenses/by/4.0/", "//creativecommons.org/licenses/by-sa/4.0/"
    assert tagged(body=f"<a href={by}>a</a>").licence == f"https:{by}"
    assert tagged(body=f"<a href={by}>a</a><a href={sa}>b</a>").licence == ""


def test_an_address_that_is_none_is_left_out() -> None:
    for address in ("http://[", "javascript:alert(1)", "mailto:a@b.org"):
        assert tagged(("citation_pdf_url", address)).pdf == ""
