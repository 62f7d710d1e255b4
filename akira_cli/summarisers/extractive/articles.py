"""A first text about an article or a post: what it says of itself, then how it begins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from akira_cli.core.items import Item, Summary
from akira_cli.core.sentences import CLOSERS, STOPS, cut_at_clause, split_sentences
from akira_cli.summarisers.extractive.voice import in_third_person

MIN_WORDS, MAX_WORDS = 40, 75
MAX_SENTENCES = 4
MAX_HEADLINE_WORDS = 14
_FEWEST_WORDS = 4
"""A shorter line is a by-line, a date or a button."""

_WORD = re.compile(r"\w+")
_ADDRESS = re.compile(r"\s*\b(?:https?://|pic\.twitter\.com/|t\.co/)\S+")
_ONE_PERSON = re.compile(r"\b(?:I|me|my|mine|myself)\b", re.IGNORECASE)
_CUT_SHORT = re.compile(r"(?:…|\.\.\.|\[…\])$")


def summarise_article(item: Item) -> Summary:
    """The page's title, and up to 75 words of its description and the beginning of its text.

    A post without a title of its own, such as a tweet, is headed by its first sentence.
    """
    chosen: list[str] = []
    for sentence in _sentences(item):
        words = sum(len(each.split()) for each in chosen)
        if words >= MIN_WORDS or (chosen and words + len(sentence.split()) > MAX_WORDS):
            break
        if not _is_told(sentence, [item.title, *chosen]):
            chosen.append(sentence)
        if len(chosen) == MAX_SENTENCES:
            break
    text = cut_at_clause(" ".join(chosen), MIN_WORDS, MAX_WORDS)
    return Summary(_headline(item), text)


def _headline(item: Item) -> str:
    words = _ADDRESS.sub("", item.abstract) if item.form == "bare" else ""
    first = next(iter(split_sentences(words)), "")
    claim = cut_at_clause(first, MAX_HEADLINE_WORDS // 2, MAX_HEADLINE_WORDS)
    return claim.removesuffix(".") or item.title


def _sentences(item: Item) -> Iterator[str]:
    """Those of the description, unless it was cut short, then those of the text; a heading or a
    date among the paragraphs is none."""
    described = split_sentences(item.abstract)
    if described and not _ends(described[-1]):
        described[-1] += "."
    told = [sentence for line in item.text.splitlines() for sentence in split_sentences(line)]
    whole = [one for one in (*described, *told) if _ends(one) and not _CUT_SHORT.search(one)]
    for sentence in whole or described:
        if len(sentence.split()) >= _FEWEST_WORDS or not sentence.isascii():
            # one who says "I" goes on to speak of themselves, and would stand between two persons
            yield sentence if _ONE_PERSON.search(sentence) else in_third_person(sentence)


def _ends(sentence: str) -> bool:
    return sentence.rstrip(CLOSERS)[-1:] in tuple(STOPS)


def _is_told(sentence: str, chosen: Iterable[str]) -> bool:
    """Whether most of its words stand in one of those chosen."""
    words = set(_WORD.findall(sentence.lower()))
    told = (set(_WORD.findall(each.lower())) for each in chosen)
    return any(len(words & each) >= 0.7 * len(words) for each in told)
