"""The rules by which feeds are judged see what is wrong."""

from __future__ import annotations

import pytest

from tests.exporters.atom_rules import violations

GOOD = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:x:1</id><title>News</title><updated>2021-01-04T12:00:00Z</updated>
<author><name>Ada</name></author><link rel="self" href="https://example.org/feed.xml"/>
<entry><id>urn:x:2</id><title>Week 1</title><updated>2021-01-04T12:00:00Z</updated>
<content type="html">&lt;p&gt;&lt;a href="https://example.org/a"&gt;a&lt;/a&gt;&lt;/p&gt;</content></entry>
</feed>"""


def test_a_good_feed_has_no_faults() -> None:
    assert violations(GOOD.encode()) == []


@pytest.mark.parametrize(
    ("part", "instead", "fault"),
    [
        ("urn:x:2", "urn:x:1", "the id 'urn:x:1' comes twice"),
        ("urn:x:2", "2", "entry 1: the id '2' is no IRI"),
        ("<title>Week 1</title>", "", "entry 1 has not one title"),
        ("<id>urn:x:1</id>", "", "the feed has not one id"),
        ("04T12:00:00Z</updated>\n<author", "04</updated>\n<author", "updated is '2021-01-04'"),
        ("<name>Ada</name>", "<name/>", "entry 1 has no author, nor has the feed"),
        ("https://example.org/feed.xml", "feed.xml", "the feed links to 'feed.xml'"),
        ('rel="self"', 'rel="self" href="https://x.org"/><link rel="self"', "more than one link"),
        ('type="html"', 'type="text"', "not escaped HTML"),
        ("https://example.org/a", "/a", "a has the address '/a'"),
        ("&lt;p&gt;", "&lt;script&gt;", "readers take out the script"),
        (' xml:lang="en"', "", "no language"),
        ("<entry>", "<entry><guid/>", "has a {http"),
        ("</entry>", "<subtitle/></entry>", "entry 1 has a subtitle"),
    ],
)
def test_a_fault_is_seen(part: str, instead: str, fault: str) -> None:
    feed = GOOD.replace(part, instead, 1).replace("<guid/>", '<guid xmlns="http://x.org"/>')
    assert any(fault in found for found in violations(feed.encode()))
