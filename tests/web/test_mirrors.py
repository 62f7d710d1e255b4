"""Hosts that are read from another address."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from akira_cli.web.mirrors import Asked, asked_for, redirected

MIRRORS = (
    ("arxiv.org", "http://mirror.example:8080/papers/"),
    ("plain.example", "https://b.example"),
)


@pytest.mark.parametrize(
    ("url", "real"),
    [
        ("https://arxiv.org/abs/1", "http://mirror.example:8080/papers/abs/1"),
        ("http://arXiv.org/abs/1?a=b&c#d", "http://mirror.example:8080/papers/abs/1?a=b&c"),
        ("https://arxiv.org", "http://mirror.example:8080/papers/"),
        ("https://arxiv.org:443/abs/1", "http://mirror.example:8080/papers/abs/1"),
        ("https://me:secret@arxiv.org/abs/1", "http://mirror.example:8080/papers/abs/1"),
        ("https://plain.example/x/", "https://b.example/x/"),
        ("https://arxiv.org:8443/abs/1", "https://arxiv.org:8443/abs/1"),
        ("https://export.arxiv.org/abs/1", "https://export.arxiv.org/abs/1"),
        ("http://mirror.example:8080/papers/", "http://mirror.example:8080/papers/"),
    ],
)
def test_a_host_is_asked_at_its_mirror(url: str, real: str) -> None:
    asked = asked_for(url, MIRRORS)
    assert (asked.url, asked.real) == (url, real)


@pytest.mark.parametrize(
    ("url", "location", "target"),
    [
        ("https://a.example/x/y?q", "z", "https://a.example/x/z"),
        ("https://a.example/x/y", "/z?q#f", "https://a.example/z?q#f"),
        ("https://a.example/x", "//b.example/z", "https://b.example/z"),
        ("https://a.example/x", "http://b.example/z", "http://b.example/z"),
        ("https://a.example/x", "/caf\u00c3\u00a9", "https://a.example/café"),
        ("https://arxiv.org/abs/1", "2?v=3", "https://arxiv.org/abs/2?v=3"),
        ("https://arxiv.org/abs/1", "/abs/2", "https://arxiv.org/abs/2"),
        ("https://arxiv.org/abs/1", "/papers/abs/2", "https://arxiv.org/abs/2"),
        ("https://arxiv.org/abs/1", "/papersabs/2", "https://arxiv.org/papersabs/2"),
        ("https://arxiv.org/abs/1", "/papers", "https://arxiv.org/"),
        (
            "https://arxiv.org/abs/1",
            "http://mirror.example:8080/papers/abs/2?v=3",
            "https://arxiv.org/abs/2?v=3",
        ),
        ("https://arxiv.org/abs/1", "/papers//b.example/x", "https://arxiv.org//b.example/x"),
        (
            "https://arxiv.org/abs/1",
            "http://mirror.example:8080/login",
            "http://mirror.example:8080/login",
        ),
        (
            "https://arxiv.org/abs/1",
            "http://mirror.example/papers/",
            "http://mirror.example/papers/",
        ),
        ("https://arxiv.org/abs/1", "https://arxiv.org/abs/2", "https://arxiv.org/abs/2"),
        ("https://arxiv.org/abs/1", "mailto:ada@example.org", "mailto:ada@example.org"),
        ("https://plain.example/x", "https://b.example/y", "https://plain.example/y"),
        ("https://other.example/x", "https://b.example/y", "https://b.example/y"),
    ],
)
def test_a_redirect_is_told_in_terms_of_the_host(url: str, location: str, target: str) -> None:
    assert redirected(asked_for(url, MIRRORS), location) == target


@settings(deadline=None)
@given(st.text(st.characters(max_codepoint=255)))
@example("http://[")
def test_any_redirect_leads_somewhere_or_cannot_be_read(location: str) -> None:
    asked = asked_for("https://arxiv.org/abs/1", MIRRORS)
    try:
        assert redirected(asked, location)
    except ValueError as error:
        assert "IP" in str(error) or "netloc" in str(error)  # noqa: PT017  # both may happen


def test_without_mirrors_an_address_is_asked_as_it_is() -> None:
    assert asked_for("https://a.example/#x", ()) == Asked(
        "https://a.example/#x", "https://a.example/#x"
    )
