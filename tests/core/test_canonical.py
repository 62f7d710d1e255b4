"""The addresses of things, whatever way they came."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.addresses import is_web_address
from akira_cli.core.canonical import absolute, cleaned, same_page, same_site


@pytest.mark.parametrize(
    ("url", "clean", "removed"),
    [
        ("HTTPS://Blog.Example.ORG/Some/Path", "https://blog.example.org/Some/Path", ()),
        ("http://x.org:80/a", "http://x.org/a", ()),
        ("https://x.org:443/a", "https://x.org/a", ()),
        ("https://x.org:8443/a", "https://x.org:8443/a", ()),
        ("https://x.org:80/a", "https://x.org:80/a", ()),
        ("https://me:pw@X.org/a", "https://x.org/a", ("the name of a user",)),
        ("https://Bücher.example/Ä", "https://bücher.example/Ä", ()),
        ("https://arxiv.org/abs/2101.05791?", "https://arxiv.org/abs/2101.05791", ()),
        ("https://x.org/a//b/#", "https://x.org/a//b/", ()),
        ("https://x.org", "https://x.org", ()),
        ("https://x.org/?b=%20+&a=B", "https://x.org/?b=%20+&a=B", ()),
        (
            "https://x.org/a?utm_source=x&id=7&fbclid=Iw&UTM_Campaign=y#top",
            "https://x.org/a?id=7#top",
            ("utm_source=x", "fbclid=Iw", "UTM_Campaign=y"),
        ),
        ("https://x.org/a?id=7&amp;utm_source=x", "https://x.org/a?id=7", ("amp;utm_source=x",)),
        (
            "https://x.org/a?gclid=1&_hsmi=2&mc_eid=3",
            "https://x.org/a",
            ("gclid=1", "_hsmi=2", "mc_eid=3"),
        ),
        ("https://aws.example/a?nc1=h_ls", "https://aws.example/a", ("nc1=h_ls",)),
        ("https://t.co/hjHHbG24Ph?amp=1", "https://t.co/hjHHbG24Ph", ("amp=1",)),
        ("https://x.org/a?ref=weekly&ref_src=b", "https://x.org/a", ("ref=weekly", "ref_src=b")),
        ("https://github.com/a/b?ref=v2", "https://github.com/a/b?ref=v2", ()),
        ("https://x.org/a?gi=70d64eee7d82", "https://x.org/a", ("gi=70d64eee7d82",)),
        ("https://www.ncbi.nlm.nih.gov/a?gi=42", "https://www.ncbi.nlm.nih.gov/a?gi=42", ()),
        ("https://www.forbes.com/a?sh=x", "https://www.forbes.com/a", ("sh=x",)),
        ("https://x.org/a?sh=bash", "https://x.org/a?sh=bash", ()),
        ("https://medium.com/a?source=email", "https://medium.com/a", ("source=email",)),
        (
            "https://betterprogramming.pub/a?source=friends_link&sk=12",
            "https://betterprogramming.pub/a?sk=12",
            ("source=friends_link",),
        ),
        (
            "https://x.org/a?source=rss----5517fd7b58a6",
            "https://x.org/a",
            ("source=rss----5517fd7b58a6",),
        ),
        ("https://x.org/a?source=code", "https://x.org/a?source=code", ()),
        (
            "https://twitter.com/a/status/1?s=20&t=q",
            "https://twitter.com/a/status/1",
            ("s=20", "t=q"),
        ),
        ("https://x.com/a/status/1?s=20", "https://x.com/a/status/1", ("s=20",)),
        ("https://netflix.com/a?s=20", "https://netflix.com/a?s=20", ()),
        ("https://youtu.be/dND?si=abc&t=9", "https://youtu.be/dND?t=9", ("si=abc",)),
        (
            "https://www.youtube.com/watch?v=d&feature=share",
            "https://www.youtube.com/watch?v=d",
            ("feature=share",),
        ),
        ("https://www.linkedin.com/a?trk=x", "https://www.linkedin.com/a", ("trk=x",)),
        ("https://x.org/a?share=twitter", "https://x.org/a", ("share=twitter",)),
        ("https://x.org/a?share=5f3e", "https://x.org/a?share=5f3e", ()),
        ("https://b.blogspot.com/a.html?m=1", "https://b.blogspot.com/a.html", ("m=1",)),
        ("https://x.org/archive?y=2021&m=1", "https://x.org/archive?y=2021&m=1", ()),
        ("https://x.org/a?#toggle-gdpr", "https://x.org/a", ("#toggle-gdpr",)),
        ("https://x.org/a#s2:~:text=a,b", "https://x.org/a#s2", ("#:~:text=a,b",)),
        ("https://x.org/a#:~:text=a,b", "https://x.org/a", ("#:~:text=a,b",)),
        ("https://x.org/a#utm_source=x", "https://x.org/a", ("#utm_source=x",)),
        ("https://x.org/a#Echobox=16", "https://x.org/a", ("#Echobox=16",)),
        ("https://x.org/a#section-2", "https://x.org/a#section-2", ()),
        ("https://x.org/a-long-title/amp/", "https://x.org/a-long-title/", ("/amp",)),
        ("https://x.org/a-long-title/amp", "https://x.org/a-long-title", ("/amp",)),
        ("https://github.com/nvidia/amp", "https://github.com/nvidia/amp", ()),
        ("https://m.x.org/a", "https://m.x.org/a", ()),
        ("not an address", "not an address", ()),
        ("https://x.org:port/?utm_a=1", "https://x.org:port/?utm_a=1", ()),
    ],
)
def test_an_address_loses_what_only_tells_where_it_was_found(
    url: str, clean: str, removed: tuple[str, ...]
) -> None:
    assert cleaned(url) == (clean, removed)


pieces = st.sampled_from(
    [
        *["utm_source=x", "m=1", "id=7", "amp", "ref=a", "sk=1", "source=a---b", "", "a=%C3%A9"],
        *["amp;gclid=1", "s=1", "t=2", "x"],
    ]
)
hosts = st.sampled_from(["x.org", "X.com:80", "medium.com:443", "github.com:", "[::1]:443", "ü.de"])
paths = st.lists(st.sampled_from(["", "amp", "a-b-c", "A", "%2f", "amp/"]), max_size=4).map(
    "/".join
)
fragments = st.sampled_from(["", "a", ":~:text=b", "a:~:b", "toggle-gdpr", "utm_a:~:"])
addresses = st.builds(
    lambda scheme, host, path, query, fragment: (
        f"{scheme}://{host}/{path}?{'&'.join(query)}#{fragment}"
    ),
    st.sampled_from(["http", "https", "HTTPS"]),
    hosts,
    paths,
    st.lists(pieces, max_size=5),
    fragments,
)


@given(addresses | st.text() | st.text().map("https://x.org/".__add__))
def test_cleaning_twice_is_cleaning_once_and_an_address_stays_one(url: str) -> None:
    clean = cleaned(url)
    assert cleaned(clean.url) == (clean.url, ())
    assert is_web_address(clean.url) == is_web_address(url)


@given(addresses)
def test_what_is_kept_keeps_its_bytes_and_order(url: str) -> None:
    before = [field for field in urlsplit(url).query.split("&") if field]
    clean = cleaned(url)
    for gone in clean.removed:
        if gone in before:
            before.remove(gone)
    assert "&".join(before) == urlsplit(clean.url).query


@pytest.mark.parametrize(
    ("link", "base", "whole"),
    [
        ("/a/b", "https://x.org/c/d", "https://x.org/a/b"),
        ("b.png", "https://x.org/c/d", "https://x.org/c/b.png"),
        ("//cdn.x.org/a", "https://x.org/c", "https://cdn.x.org/a"),
        (" https://y.org/\na ", "https://x.org/", "https://y.org/a"),
        ("a b.png", "https://x.org/", "https://x.org/a%20b.png"),
        (
            "applewebdata://0B4F6A0E-11/analytics-vidhya/news-c7072495c544",
            "https://medium.com/p/1",
            "https://medium.com/analytics-vidhya/news-c7072495c544",
        ),
        (
            "/analytics-vidhya/news-27-393ebdff2b78?source=a",
            "",
            "https://medium.com/analytics-vidhya/news-27-393ebdff2b78?source=a",
        ),
        ("/analytics-vidhya/about", "", None),
        ("b.png", "", None),
        (" ", "https://x.org/", None),
        ("mailto:me@x.org", "https://x.org/", None),
        ("javascript:void(0)", "https://x.org/", None),
        ("data:image/png;base64,AAAA", "https://x.org/", None),
        ("http://[", "https://x.org/", None),
    ],
)
def test_a_link_is_made_whole_where_it_can_be(link: str, base: str, whole: str | None) -> None:
    assert absolute(link, base) == whole


@given(st.text(), st.text() | st.just("https://x.org/a"))
def test_a_link_leads_to_a_web_address_or_nowhere(link: str, base: str) -> None:
    whole = absolute(link, base)
    assert whole is None or is_web_address(whole)


@pytest.mark.parametrize(
    "other",
    [
        "http://x.org/a",
        "https://www.x.org/a/",
        "https://m.x.org/a?utm_source=b",
        "https://mobile.X.org/a#:~:text=c",
        "https://amp.x.org:443/a?amp=1",
    ],
)
def test_one_page_goes_by_many_addresses(other: str) -> None:
    assert same_page("https://x.org/a", other)
    assert same_page(other, "https://x.org/a")
    assert same_site("https://x.org/", other)


@pytest.mark.parametrize(
    "other", ["https://x.org/b", "https://x.org/a?p=2", "https://y.org/a", "https://x.org/A"]
)
def test_another_page_is_another(other: str) -> None:
    assert not same_page("https://x.org/a", other)


def test_a_host_that_only_begins_like_a_device_is_itself() -> None:
    assert not same_site("https://m.com/a", "https://com/a")
    assert not same_site("nothing", "nothing")
