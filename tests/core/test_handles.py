"""Handles: what a person types to name an entry."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.handles import handle_of
from akira_cli.core.items import Reference


def page(url: str) -> Reference:
    return Reference("web", url, url=url)


@pytest.mark.parametrize(
    ("title", "url", "handle"),
    [
        ("Sustainable AI", "https://thegradient.pub/x/", "sustainable-ai"),
        ("The Bitter Lesson: Ten Years On", "https://a.b/c", "bitter-lesson-ten-years-on"),
        ("Don’t Stop Pretraining", "https://a.b/c", "dont-stop-pretraining"),
        ("Étude d'un réseau", "https://a.b/c", "etude-dun-reseau"),
        ("", "https://thegradient.pub/sustainable-ai/", "sustainable-ai"),
        ("", "https://a.b/2021/10/great_post.html", "great-post"),
        ("", "https://nn.labml.ai/", "nn-labml-ai"),
        ("", "https://www.example.org", "example-org"),
        ("機械学習の最新動向", "https://a.example/ml-trends", "ml-trends"),
        ("機械学習 AI の最新動向まとめ", "https://a.example/ml-trends", "ml-trends"),
        ("2021", "https://a.example/review-of-the-year", "review-of-year"),
        ("The", "https://a.b/c", "the"),
        ("x" * 80, "https://a.b/c", "x" * 40),
    ],
)  # fmt: skip
def test_a_page_is_called_by_its_title_or_else_by_its_address(
    title: str, url: str, handle: str
) -> None:
    assert handle_of(page(url), title) == handle


@pytest.mark.parametrize("arxiv_id", ["2110.02178", "hep-th/9901001"])
def test_a_paper_of_arxiv_is_called_by_its_id(arxiv_id: str) -> None:
    assert handle_of(Reference("arxiv", arxiv_id), "Any Title") == arxiv_id


@given(st.text(max_size=200), st.text(max_size=200))
def test_a_handle_is_short_and_easy_to_type_whatever_it_is_made_of(title: str, url: str) -> None:
    handle = handle_of(page(url), title)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", handle)
    assert len(handle) <= 40
    assert re.search("[a-z]", handle)
