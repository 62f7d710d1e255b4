"""Things by their DOIs, as the agencies describe them."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound
from akira_cli.core.items import Certainty, Item, LeadsTo
from akira_cli.ports import Response
from akira_cli.sources.doi import build
from tests.sources.harness import Answer, outcome_of, source_of

DOI = "10.1145/3442188.3445922"
URL = f"https://doi.org/{DOI}"
SOURCE = source_of(build)

CROSSREF = {
    "title": ["On the <i>Made Up</i> &amp; More"],
    "author": [
        {"given": "Jane", "family": "Doe", "sequence": "first"},
        {"given": "Jan", "non-dropping-particle": "van der", "family": "Berg", "suffix": "Jr."},
        {"name": "The Made-up Collaboration, Inc."},
    ],
    "issued": {"date-parts": [[2021, 3, 3]]},
    "container-title": ["Proceedings of Examples"],
    "abstract": "<jats:title>Abstract</jats:title><jats:p>We make a &lt; b up.</jats:p>"
    "<jats:p>Then stop.</jats:p>",
    "license": [{"URL": "http://creativecommons.org/licenses/by/4.0", "content-version": "vor"}],
    "link": [{"URL": "https://x.example.org/a.pdf", "content-type": "application/pdf"}],
    "URL": "http://dx.doi.org/10.1145/3442188.3445922",
}
DATACITE = {
    "title": "Made-up Data",
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "The Collaboration"}],
    "issued": {"date-parts": [["2020", "5"]]},
    "publisher": "Examples",
    "abstract": "We make data up.",
    "copyright": "Creative Commons Attribution 4.0 International",
}


def look(answer: Answer) -> Item | LeadsTo | AkiraError:
    """What the source makes of this answer."""
    return outcome_of(SOURCE, DOI, {URL: answer})


def described(csl: object) -> Item | LeadsTo | AkiraError:
    """What comes of this description."""
    return look(json.dumps(csl).encode())


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        (DOI, DOI),
        (f" doi:{DOI} ", DOI),
        (f"DOI: {DOI}", DOI),
        (f"https://doi.org/{DOI}", DOI),
        (f"http://dx.doi.org/{DOI}?nosfx=y#x", DOI),
        (f"doi.org/{DOI}.", DOI),
        (f"[{DOI}](https://doi.org/{DOI})", DOI),
        (f"<https://doi.org/{DOI}>", DOI),
        (f"<{DOI}>", DOI),
        (f"({DOI}).", DOI),
        (f"Doe et al., Made Up, 2021, doi:{DOI}.", DOI),
        ("https://doi.org/10.1002%2Fprot.20264", "10.1002/prot.20264"),
        ("10.1002/PROT.20264", "10.1002/prot.20264"),
        ("10.1016/0010-4655(90)90001-H", "10.1016/0010-4655(90)90001-h"),
        ("(10.1016/S0010-4655(99)00001)", "10.1016/s0010-4655(99)00001"),
        ("https://doi.org/10.1016/S0010-4655(99)00001).", "10.1016/s0010-4655(99)00001"),
        ("10.1002/(SICI)1097:8<693::AID>3.0.CO;2-O", "10.1002/(sici)1097:8<693::aid>3.0.co;2-o"),
        (f"https://dl.acm.org/doi/{DOI}", DOI),
        (f"https://dl.acm.org/doi/abs/{DOI}", DOI),
        (f"https://dl.acm.org/doi/pdf/{DOI}?download=true", DOI),
        (f"https://dl.acm.org/doi/fullHtml/{DOI}", DOI),
        ("https://onlinelibrary.wiley.com/doi/epdf/10.1002/prot.26171", "10.1002/prot.26171"),
        ("https://link.springer.com/article/10.1007/s00453-013-9791", "10.1007/s00453-013-9791"),
        ("https://link.springer.com/chapter/10.1007/978-3_10#citeas", "10.1007/978-3_10"),
        ("https://academic.oup.com/b/article/doi/10.1093/b/btab083/612968", "10.1093/b/btab083"),
    ],
)  # fmt: skip
def test_a_doi_is_recognised(text: str, doi: str) -> None:
    reference = SOURCE.recognise(text)
    assert reference is not None
    assert (reference.source, reference.id, reference.text) == ("doi", doi, text)
    assert reference.certainty == Certainty.IDENTIFIER


def test_what_an_address_cannot_hold_is_encoded() -> None:
    reference = SOURCE.recognise("10.1002/(sici)1097<693::a#b?>3%2")
    assert reference is not None
    assert reference.url == "https://doi.org/10.1002/(sici)1097%3C693::a%23b%3F%3E3%252"


@pytest.mark.parametrize(
    "text",
    [
        "10.48550/arXiv.2110.02178",
        "https://doi.org/10.48550/arXiv.2110.02178",
        "2110.02178",
        "https://arxiv.org/abs/2110.02178",
        "https://doi.org/",
        "https://doi.org/gfvz5h",
        "https://www.doi.org/the-identifier/what-is-a-doi/",
        "https://example.org/10.1145/1",
        "https://example.org/?doi=10.1145/1",
        "https://academic.oup.com/b/article/37/1/1/1",
        "10.1145",
        "10.1145/",
        "10.1145/1 10.1145/2",
        "https://doi.org/10.1145/a%20b",
        "https://doi.org/10.1145/a%00b",
        "10.1145/" + "a" * 600,
        "version 10.1 of it",
        "",
    ],
)
def test_other_texts_are_left_to_others(text: str) -> None:
    assert SOURCE.recognise(text) is None


def test_half_a_doi_at_the_resolver_is_refused() -> None:
    with pytest.raises(NotAReference, match="half a DOI"):
        SOURCE.recognise("https://doi.org/10.1145/")


def test_what_crossref_says_is_read() -> None:
    found = described(CROSSREF)
    assert isinstance(found, Item)
    assert found.title == "On the Made Up & More"
    assert found.display_title == "[On the Made Up & More]"
    assert found.authors == ("Jane Doe", "Jan van der Berg Jr.", "The Made-up Collaboration, Inc.")
    assert (found.published, found.journal) == (date(2021, 3, 3), "Proceedings of Examples, 2021")
    assert found.abstract == "We make a < b up. Then stop."
    assert found.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert (found.pdf, found.dois) == ("https://x.example.org/a.pdf", (DOI,))
    assert (found.url, found.fetched_from, found.form) == (URL, URL, "paper")
    assert dict(found.found_in)["published"] == "csl+json issued"


def test_what_datacite_says_is_read() -> None:
    found = described(DATACITE)
    assert isinstance(found, Item)
    assert (found.title, found.authors) == ("Made-up Data", ("Jane Doe", "The Collaboration"))
    assert (found.published, found.journal) == (None, "2020")
    assert found.licence == "Creative Commons Attribution 4.0 International"


def test_several_licences_are_none() -> None:
    urls = ("http://creativecommons.org/licenses/by/4.0/", "https://x.example.org/tdm")
    found = described({"title": "X", "license": [{"URL": url} for url in urls], "copyright": "?"})
    assert isinstance(found, Item)
    assert found.licence == ""


@pytest.mark.parametrize(
    ("issued", "day"),
    [
        ([[2021, 3, 3]], date(2021, 3, 3)),
        ([["2021", "3", "3"]], date(2021, 3, 3)),
        ([[2021, 3]], None),
        ([[2021]], None),
        ([[None]], None),
        ([[]], None),
        ([], None),
        (None, None),
        ("2021", None),
    ],
)
def test_a_date_may_end_after_any_part(issued: object, day: date | None) -> None:
    found = described({"title": "X", "issued": {"date-parts": issued}})
    assert isinstance(found, Item)
    assert found.published == day


@pytest.mark.parametrize(
    "parts",
    [
        [999, 1, 1],
        [0],
        [-1],
        [10_000],
        [2021, 13],
        [2021, 2, 30],
        ["soon"],
        [[]],
        [10**400],
        [1e400],
    ],
)
def test_a_date_that_is_none_is_refused(parts: object) -> None:
    outcome = described({"title": "X", "issued": {"date-parts": [parts]}})
    assert isinstance(outcome, BadAnswer)
    assert "which is no date" in outcome.message


@pytest.mark.parametrize("csl", [[], {}, {"title": []}, {"title": [7]}, {"title": "<i></i>"}])
def test_a_description_without_a_title_is_refused(csl: object) -> None:
    assert isinstance(described(csl), BadAnswer)


@pytest.mark.parametrize("body", [b"{", b'{"title": "X"', b"[" * 200_000, b'{"title": "\xff"}'])
def test_broken_json_is_refused(body: bytes) -> None:
    outcome = look(body)
    assert isinstance(outcome, BadAnswer)
    assert "broken JSON" in outcome.message


def test_a_doi_nobody_has_is_not_found() -> None:
    assert isinstance(look(Response(404, {}, b"<html>DOI Not Found</html>", URL)), NotFound)


def test_a_landing_page_is_read_where_the_agency_describes_nothing() -> None:
    page = (
        b"<html><head><title>Made Up - Press</title>"
        b'<meta name="citation_title" content="Made Up">'
        b'<meta name="citation_author" content="Doe, Jane">'
        b'<meta name="citation_pdf_url" content="/a.pdf"></head><body>x</body></html>'
    )
    landed = "https://press.example.org/made-up"
    found = look(Response(200, {"content-type": "text/html; charset=utf-8"}, page, landed))
    assert isinstance(found, Item)
    assert (found.title, found.authors, found.dois) == ("Made Up", ("Jane Doe",), (DOI,))
    assert (found.url, found.pdf) == (URL, "https://press.example.org/a.pdf")
    assert found.display_title == "[Made Up - Press]"


def test_a_landing_page_that_says_nothing_names_the_way_out() -> None:
    outcome = look(b"<html><head><title>Made Up</title></head><body>x</body></html>")
    assert isinstance(outcome, BadAnswer)
    assert "--html FILE" in outcome.hint


@given(st.binary(max_size=200) | st.binary(max_size=40).map(lambda b: b'{"title": "' + b))
def test_no_bytes_break_it(body: bytes) -> None:
    assert isinstance(look(body), (Item, AkiraError))


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["date-parts", "given", "family", "URL", "content-type"]),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted([*CROSSREF, *DATACITE])), _JSON))
def test_no_description_breaks_it(csl: dict[str, object]) -> None:
    assert isinstance(described({"title": "X", **csl}), (Item, AkiraError))


@given(st.text(max_size=40))
def test_what_is_recognised_can_be_asked_for(text: str) -> None:
    reference = SOURCE.recognise(f"10.1145/{text}")
    assert reference is None or reference.url.isascii()
