"""Semantic Scholar: only the way to where a paper is published."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotAReference, NotFound, RateLimited
from akira_cli.core.items import Certainty, Item, LeadsTo
from akira_cli.ports import Response
from akira_cli.sources.semantic_scholar import build
from tests.sources.harness import Answer, outcome_of, source_of

SHA = "204e3073870fae3d05bcbc2f6a8e263d9b72e776"
URL = f"https://www.semanticscholar.org/paper/{SHA}"
API = f"https://api.semanticscholar.org/graph/v1/paper/{SHA}?fields=title,externalIds,url"
SOURCE = source_of(build)


def look(answer: Answer) -> Item | LeadsTo | AkiraError:
    """What the source makes of this answer."""
    return outcome_of(SOURCE, URL, {API: answer})


def known_as(ids: object) -> Item | LeadsTo | AkiraError:
    """What comes of a paper with these names."""
    return look(json.dumps({"paperId": SHA, "title": "Made Up", "externalIds": ids}).encode())


@pytest.mark.parametrize(
    ("text", "paper", "url"),
    [
        (f"https://www.semanticscholar.org/paper/Made-Up-Doe/{SHA}", SHA, URL),
        (f"https://www.semanticscholar.org/paper/{SHA}", SHA, URL),
        (f"semanticscholar.org/paper/Made-Up/{SHA.upper()}?utm_source=direct#citing", SHA, URL),
        (f"https://www.semanticscholar.org/reader/{SHA}", SHA, URL),
        (f"https://www.semanticscholar.org/paper/%E6%9C%80/{SHA}/figure/1", SHA, URL),
        *(
            (text, "CorpusId:13756489", "https://api.semanticscholar.org/CorpusID:13756489")
            for text in (
                "https://api.semanticscholar.org/CorpusID:13756489",
                "api.semanticscholar.org/CorpusId:013756489",
                "https://www.semanticscholar.org/p/13756489",
            )
        ),
    ],
)
def test_a_papers_address_is_recognised(text: str, paper: str, url: str) -> None:
    reference = SOURCE.recognise(text)
    assert reference is not None
    assert (reference.source, reference.id, reference.url) == ("semantic-scholar", paper, url)
    assert reference.certainty == Certainty.SITE


@pytest.mark.parametrize(
    "text",
    [
        "https://www.semanticscholar.org/",
        "https://www.semanticscholar.org/author/Jane-Doe/1234567",
        "https://www.semanticscholar.org/arxiv/2110.02178",
        "https://api.semanticscholar.org/arXiv:2110.02178",
        f"https://example.org/paper/{SHA}",
        SHA,
    ],
)
def test_other_texts_are_left_to_others(text: str) -> None:
    assert SOURCE.recognise(text) is None


def test_a_papers_address_without_its_name_is_refused() -> None:
    with pytest.raises(NotAReference, match="names no paper"):
        SOURCE.recognise("https://www.semanticscholar.org/paper/Made-Up/204e3073")


@pytest.mark.parametrize(
    ("ids", "text", "because"),
    [
        (
            {"ArXiv": "2110.02178", "DOI": "10.1000/x", "CorpusId": 1},
            "arXiv:2110.02178",
            "Semantic Scholar says it is arXiv's paper",
        ),
        ({"ArXiv": "hep-th/9901001"}, "arXiv:hep-th/9901001", "arXiv's paper"),
        ({"ArXiv": "9999.1", "DOI": "10.1000/x"}, "doi:10.1000/x", "that is its DOI"),
        ({"DOI": "10.1000/x", "ACL": "P19-1001"}, "doi:10.1000/x", "that is its DOI"),
        ({"ACL": "P19-1001"}, "https://aclanthology.org/P19-1001/", "the ACL's paper"),
        (
            {"DOI": "soon", "ACL": "2021.acl-long.1"},
            "https://aclanthology.org/2021.acl-long.1/",
            "",
        ),
    ],
)
def test_it_leads_to_where_the_paper_is(ids: object, text: str, because: str) -> None:
    outcome = known_as(ids)
    assert isinstance(outcome, LeadsTo)
    assert outcome.text == text
    assert outcome.because.endswith(because)


@pytest.mark.parametrize("ids", [{}, None, [], {"CorpusId": 1}, {"ACL": "../x"}, {"DOI": [1]}])
def test_a_paper_published_nowhere_is_not_found(ids: object) -> None:
    outcome = known_as(ids)
    assert isinstance(outcome, NotFound)
    assert "the address of the paper itself" in outcome.hint


@pytest.mark.parametrize(
    "body", [b"{", b"[]", b"null", b'{"error": "x"}', b'{"paperId": 1}', b"<html>", b"[" * 200_000]
)
def test_an_answer_that_is_no_paper_is_refused(body: bytes) -> None:
    assert isinstance(look(body), BadAnswer)


def test_what_the_service_says_instead_is_passed_on() -> None:
    assert isinstance(look(Response(404, {}, b'{"error": "Paper not found"}', API)), NotFound)
    assert isinstance(look(RateLimited("too often")), RateLimited)


@given(st.binary(max_size=200))
def test_no_bytes_break_it(body: bytes) -> None:
    assert isinstance(look(body), (LeadsTo, AkiraError))


@given(
    st.dictionaries(st.sampled_from(["ArXiv", "DOI", "ACL"]), st.text(max_size=20) | st.floats())
)
def test_no_names_break_it(ids: dict[str, object]) -> None:
    outcome = known_as(ids)
    assert isinstance(outcome, (LeadsTo, NotFound))
    assert isinstance(outcome, NotFound) or outcome.text.isprintable()
