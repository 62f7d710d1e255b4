"""The sample catalogue: facts that are right, descriptions that can stand in an issue."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from akira_cli.core.items import Item, Reference
from akira_cli.ports import Catalogue
from akira_cli.storage.sample_catalogue import SampleCatalogue, _papers

CATALOGUE: Catalogue = SampleCatalogue()
IDS = sorted(_papers())
FACTS = Path(__file__).resolve().parents[3] / "shared" / "papers.json"


def item_of(arxiv_id: str) -> Item:
    item = CATALOGUE.find(Reference("arxiv", arxiv_id))
    assert item is not None
    return item


def test_a_paper_comes_with_its_facts_and_says_where_it_is_from() -> None:
    reference = Reference("arxiv", "2110.02178", text="arXiv:2110.02178")
    item = CATALOGUE.find(reference)
    assert item is not None
    assert item.reference == reference
    assert item.url == "https://arxiv.org/abs/2110.02178"
    assert item.title.startswith("MobileViT: ")
    assert item.authors == ("Sachin Mehta", "Mohammad Rastegari")
    assert item.published == date(2021, 10, 5)
    assert item.categories == ("cs.CV", "cs.AI", "cs.LG")
    assert item.journal == "ICLR 2022"
    assert item.abstract_is_description
    assert (item.fetched_from, item.fetched_at) == ("sample catalogue", None)


@pytest.mark.parametrize(
    "reference",
    [Reference("arxiv", "1706.03762"), Reference("openreview", "2110.02178")],
    ids=["not one of the papers", "another source"],
)
def test_what_the_catalogue_does_not_know_is_none(reference: Reference) -> None:
    assert CATALOGUE.find(reference) is None


def test_it_answers_for_any_version_and_claims_none() -> None:
    asked = Reference("arxiv", "2110.02178", version=2)
    item = CATALOGUE.find(asked)
    assert item is not None
    assert item.reference == Reference("arxiv", "2110.02178")


def test_the_catalogue_holds_the_arxiv_papers_of_the_five_issues() -> None:
    assert len(IDS) == 34


@pytest.mark.parametrize("arxiv_id", IDS)
def test_a_description_is_a_short_plain_paragraph_in_the_third_person(arxiv_id: str) -> None:
    text = item_of(arxiv_id).abstract
    assert 40 <= len(text.split()) <= 80
    assert 2 <= len(re.findall(r"[.?!](?= [A-Z]|$)", text)) <= 4
    assert re.search(r"\b[Tt]he(y|ir| authors)\b", text)
    assert not re.search(r"\b([Ww]e|[Oo]ur|[Uu]s)\b", text)
    assert not re.search(r"[\\$*_`<>\[\]#\n]|  |https?:", text)


@pytest.mark.parametrize("arxiv_id", IDS)
def test_only_confirmed_facts_are_given(arxiv_id: str) -> None:
    if not FACTS.exists():
        pytest.skip("shared/papers.json is not beside the checkout")
    papers: list[dict[str, Any]] = json.loads(FACTS.read_text(encoding="utf-8"))
    paper = next(paper for paper in papers if paper["id"] == arxiv_id)
    confirmed = paper["confirmed"]
    item = item_of(arxiv_id)
    assert item.title == paper["title"]
    assert list(item.authors) == paper["authors"]
    assert list(item.categories) == (paper["categories"] if confirmed["categories"] else [])
    assert str(item.published) == (paper["published"] if confirmed["published"] else "None")
    assert item.journal == ((confirmed["venue"] and paper["venue"]) or "")
    assert list(item.dois) == [doi for doi in [paper["doi"]] if doi]
