"""What is told of a dozen made-up abstracts, word for word."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from akira_cli.core.items import Item, Reference
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive import Extractive

GOLDEN: dict[str, Any] = tomllib.loads(
    (Path(__file__).parent / "golden" / "abstracts.toml").read_text(encoding="utf-8")
)
LENGTHS: tuple[Length, ...] = ("short", "normal", "long")


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("key", GOLDEN)
def test_headline_and_texts_are_as_they_were_approved(key: str) -> None:
    paper = GOLDEN[key]
    item = Item(Reference("arxiv", "1"), "u", paper["title"], abstract=one_line(paper["abstract"]))
    told = {length: Extractive().summarise(item, length) for length in LENGTHS}
    assert {each.headline for each in told.values()} == {paper["headline"]}
    assert {length: each.text for length, each in told.items()} == {
        length: one_line(paper[length]) for length in LENGTHS
    }
