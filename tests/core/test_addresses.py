"""Web addresses: what may become a link, and how tracking is added."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.addresses import domain_of, is_of_arxiv, is_web_address, with_tracking

TRACKING = (
    ("utm_campaign", "Akira's Machine Learning News   "),
    ("utm_medium", "email"),
    ("utm_source", "Revue newsletter"),
)
QUERY = (
    "utm_campaign=Akira%27s%20Machine%20Learning%20News%20%20%20"
    "&utm_medium=email&utm_source=Revue%20newsletter"
)
REST = QUERY.partition("&")[2]


@pytest.mark.parametrize(
    ("url", "tracked"),
    [
        ("https://arxiv.org/abs/2110.02178", f"https://arxiv.org/abs/2110.02178?{QUERY}"),
        ("https://openreview.net/forum?id=X", f"https://openreview.net/forum?id=X&{QUERY}"),
        ("https://x.org/a?b=1&c=%20#top", f"https://x.org/a?b=1&c=%20&{QUERY}#top"),
        ("https://x.org/#a?b", f"https://x.org/?{QUERY}#a?b"),
        ("https://x.org/a?", f"https://x.org/a?{QUERY}"),
        ("https://x.org/a?b=1&", f"https://x.org/a?b=1&{QUERY}"),
        (
            "https://x.org/?utm_campaign=theirs",
            f"https://x.org/?utm_campaign=theirs&{REST}",
        ),
        (f"https://x.org/?{QUERY}", f"https://x.org/?{QUERY}"),
    ],
)
def test_tracking_is_merged_into_the_query(url: str, tracked: str) -> None:
    assert with_tracking(url, TRACKING) == tracked


def test_without_fields_an_address_stays_as_it_is() -> None:
    assert with_tracking("https://x.org/a?#", ()) == "https://x.org/a?#"


words = st.text(st.characters(exclude_characters="&?#;", codec="ascii", min_codepoint=33))
fields = st.lists(st.tuples(st.text(min_size=1), st.text()), unique_by=lambda f: f[0], max_size=4)


@given(words, words, words, fields.map(tuple))
def test_tracking_keeps_what_is_there_and_is_added_once(
    path: str, query: str, fragment: str, tracking: tuple[tuple[str, str], ...]
) -> None:
    url = f"https://x.org/{path}?{query}#{fragment}"
    tracked = with_tracking(url, tracking)
    assert tracked.startswith(f"https://x.org/{path}?{query}")
    assert tracked.endswith(f"#{fragment}")
    assert with_tracking(tracked, tracking) == tracked
    held = parse_qsl(urlsplit(tracked).query, keep_blank_values=True)
    assert {name for name, _ in tracking} <= {name for name, _ in held}


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://arxiv.org/abs/1", "arxiv.org"),
        ("https://www.nature.com/x", "www.nature.com"),
        ("http://user@x.org:8080/", "x.org"),
        ("https://[::1", ""),
        ("nothing", ""),
    ],
)
def test_the_domain_is_the_host_as_it_is(url: str, domain: str) -> None:
    assert domain_of(url) == domain


@pytest.mark.parametrize(
    "url", ["https://arxiv.org/abs/1", "HTTP://x.org", "https://例え.jp/あ?q=1#x", "http://[::1]/"]
)
def test_a_web_address_may_be_linked(url: str) -> None:
    assert is_web_address(url)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//x.org",
        "/relative",
        "https://",
        "https:///path",
        "https://x.org/ y",
        "https://x.org/\n",
        'https://x.org/"onclick="x',
        "https://x.org/<script>",
        "https://good.org\\@bad.org/",
        "https://[::1",
        " https://x.org",
        "mailto:a@x.org",
    ],
)
def test_anything_else_may_not(url: str) -> None:
    assert not is_web_address(url)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://export.arxiv.org/api/query", True),
        ("http://ARXIV.org./api", True),
        ("https://notarxiv.org/api", False),
        ("https://arxiv.org.example/api", False),
        ("http://127.0.0.1:8000/arxiv.org", False),
    ],
)
def test_only_arxivs_own_hosts_are_arxivs(url: str, expected: bool) -> None:
    assert is_of_arxiv(url) is expected


def test_an_address_with_an_impossible_port_is_none() -> None:
    assert not is_web_address("https://example.org:99999/")
