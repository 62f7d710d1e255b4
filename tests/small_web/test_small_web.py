"""What `akira fetch` says of the pages of a small web, case by case as `expected.toml` has it."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from akira_cli.core.addresses import domain_of
from tests.arxiv_server import ArxivServer, Paper
from tests.small_web.curator import Curator
from tests.small_web.server import PAGES, Answer, SmallWeb, answer_in, host_of

CASES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "expected.toml").read_text(encoding="utf-8")
)
PAPER = Paper("2101.00001", title="A Made-up Title", abstract="We make up a paper.")
"""What every case with `arxiv` leads to."""
ARXIV_ITEM = {
    "source": "arxiv",
    "url": "https://arxiv.org/abs/2101.00001",
    "form": "paper",
    "title": PAPER.title,
    "authors": list(PAPER.authors),
    "abstract": PAPER.abstract,
    "published": "2021-10-05",
    "card": None,
}
_ACTING = re.compile(r"[\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]|\\u00[01]|\\[bfr]")
"""Characters that act on a terminal or turn the text around, as they are or as JSON has them."""
TRACED = ("title", "authors", "abstract", "published", "journal", "picture")
"""Fields of an Item of a page that never come without where they were found."""


class Visit(NamedTuple):
    """What a curator got for an address: the one item, and the places that were asked."""

    item: dict[str, Any]
    requests: list[str]


def routes(case: dict[str, Any]) -> dict[str, list[Answer]]:
    """What a case serves, by place."""
    web = case.get("web", {})
    return {
        place: [answer_in(one) for one in (each if isinstance(each, list) else [each])]
        for place, each in web.items()
    }


HOSTS = {host_of(place) for case in CASES.values() for place in case.get("web", {})} | {
    *("arxiv.org", "huggingface.co", "www.alphaxiv.org", "alphaxiv.org", "dx.doi.org"),
    *("www.semanticscholar.org", "api.openreview.net", "api2.openreview.net", "youtu.be"),
    *("twitter.com", "x.com", "old.reddit.com", "api.datacite.org", "data.crosscite.org"),
}
"""Every host that any case may ask; a place that a case does not serve is not found."""


def visited(curator: Curator, case: dict[str, Any]) -> Visit:
    """The item of a case's address, which must be the only outcome."""
    with SmallWeb(routes(case)) as web, ArxivServer([PAPER]) as server:
        curator.visits(web, HOSTS, server)
        code, outcome, told = curator.fetches(case["address"])
        assert code == 0, f"{outcome or told}\nasked: {web.requests}"
    assert outcome["failed"] == []
    assert len(outcome["items"]) == 1
    return Visit(outcome["items"][0], web.requests)


def differences(item: dict[str, Any], expected: dict[str, Any]) -> list[str]:
    """What is not as expected, one line each."""
    return [
        f"{key}: {actual!r}, not {wanted!r}"
        for key, wanted in expected.items()
        for actual in [_seen(item, key)]
        if not _fits(key, actual, wanted)
    ]


def _seen(item: dict[str, Any], key: str) -> Any:
    name = key.removesuffix("_has").removesuffix("_lacks")
    if name == "source":
        return item["reference"]["source"]
    if name == "removed":
        return sorted(part.partition("=")[0] for part in item["reference"]["removed"])
    if name == "undated":
        return item["published"] is None
    if name == "found_in":
        return dict(item["found_in"])
    if name in ("card_title", "card_description"):
        return (item["card"] or {}).get(name.removeprefix("card_"))
    if name == "text":
        return f"{item['text']} {item['abstract']} {item['title']}"
    return item[name]


def _fits(key: str, actual: Any, wanted: Any) -> bool:
    if key.endswith(("_has", "_lacks")):
        whole = " ".join(actual) if isinstance(actual, list) else actual or ""
        found = [part in whole for part in (wanted.split() if "removed" in key else [wanted])]
        return all(found) if key.endswith("_has") else not any(found)
    if isinstance(wanted, dict):
        return isinstance(actual, dict) and all(actual.get(k) == v for k, v in wanted.items())
    return bool(actual == (sorted(wanted) if key == "removed" else wanted))


def out_of_shape(item: dict[str, Any]) -> Iterable[str]:
    """What no item of a page may be, whatever the page."""
    card, form = item["card"], item["form"]
    if (form == "web") != (card is not None):
        yield f"form {form!r} with the card {card}"
    if card and (card["url"], card["domain"]) != (item["url"], domain_of(item["url"])):
        yield f"a card of {card['url']!r}, {card['domain']!r} for {item['url']!r}"
    if card and not card["title"]:
        yield "a card without a title"
    if item["origin"] != "source":
        yield f"origin {item['origin']!r}"
    if "utm_" in item["url"] or "#" in item["url"]:
        yield f"url {item['url']!r}"
    if _ACTING.search(json.dumps(item, ensure_ascii=False)):
        yield "characters that act on a terminal"
    traced = dict(item["found_in"])
    yield from (
        f"{key}: nobody says where from" for key in TRACED if item[key] and not traced.get(key)
    )


@pytest.mark.parametrize("name", [name for name in CASES if "arxiv" in CASES[name]])
def test_every_way_to_an_arxiv_paper_ends_at_the_paper(curator: Curator, name: str) -> None:
    item = visited(curator, CASES[name]).item
    assert differences(item, ARXIV_ITEM) == []
    assert item["reference"]["id"] == CASES[name]["arxiv"] == PAPER.id


@pytest.mark.parametrize("name", [name for name in CASES if "item" in CASES[name]])
def test_a_page_is_read_as_expected(curator: Curator, name: str) -> None:
    visit = visited(curator, CASES[name])
    assert differences(visit.item, CASES[name]["item"]) == []
    assert list(out_of_shape(visit.item)) == []
    assert visit.item["reference"]["text"] == CASES[name]["address"]


def test_every_case_is_tested_and_every_page_served() -> None:
    assert all(("arxiv" in case) != ("item" in case) for case in CASES.values())
    faults = (Path(__file__).parent / "test_small_web_faults.py").read_text(encoding="utf-8")
    words = (Path(__file__).parent / "expected.toml").read_text(encoding="utf-8") + faults
    assert [page.name for page in PAGES.iterdir() if f'"{page.name}"' not in words] == []
    assert len(list(PAGES.iterdir())) >= 40


def test_what_a_page_serves_is_asked_for_once(curator: Curator) -> None:
    assert visited(curator, CASES["only-a-title"]).requests == ["socks.example/~ada/socks.html"]
