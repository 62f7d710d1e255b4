"""A first text about an article: what it says of itself, then how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from akira_cli.core.items import Item, Summary
from akira_cli.core.sentences import cut_at_clause, split_sentences

MIN_WORDS, MAX_WORDS = 40, 75
MAX_SENTENCES = 4
_FEWEST_WORDS = 4
"""A shorter line is a by-line, a date or a button."""

_WORD = re.compile(r"\w+")
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\])$")


def summarise_article(item: Item) -> Summary:
    """The page's title, and up to 75 words of its description and the beginning of its text."""
    chosen: list[str] = []
    for sentence in _sentences(item):
        if _is_told(sentence, chosen):
            continue
        words = sum(len(each.split()) for each in chosen)
        if words >= MIN_WORDS or (chosen and words + len(sentence.split()) > MAX_WORDS):
            break
        chosen.append(sentence)
        if len(chosen) == MAX_SENTENCES:
            break
    return Summary(item.title, cut_at_clause(" ".join(chosen), MIN_WORDS, MAX_WORDS))


def _sentences(item: Item) -> Iterator[str]:
    """Those of the description, unless it was cut short, then those of the text."""
    lines = [item.abstract, *item.text.splitlines()]
    told = [sentence for line in lines for sentence in split_sentences(line)]
    whole = [sentence for sentence in told if not _CUT_SHORT.search(sentence)]
    yield from _of_some_length(whole or told)


def _of_some_length(sentences: Iterable[str]) -> Iterator[str]:
    for sentence in sentences:
        if len(sentence.split()) >= _FEWEST_WORDS or not sentence.isascii():
            yield sentence


def _is_told(sentence: str, chosen: Iterable[str]) -> bool:
    """Whether most of its words stand in one of those chosen."""
    words = set(_WORD.findall(sentence.lower()))
    told = (set(_WORD.findall(each.lower())) for each in chosen)
    return any(len(words & each) >= 0.7 * len(words) for each in told)
