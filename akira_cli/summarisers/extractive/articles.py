"""A first text about an article or a post: what it says of itself, how it begins, what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from akira_cli.core.items import Item, Summary
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import CLOSERS, STOPS, cut_at_clause, split_sentences
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive.combination import LIMITS, best_combination
from akira_cli.summarisers.extractive.cues import is_about_availability, read
from akira_cli.summarisers.extractive.furniture import is_furniture
from akira_cli.summarisers.extractive.passages import Passage, passages, told_text
from akira_cli.summarisers.extractive.tellings import Telling, told_alone

LONGEST_TEXT: Final = 8_000
"""Characters of an article that are read; what it is about is told by then."""

MAX_HEADLINE_WORDS: Final = 14
_FEWEST_WORDS: Final = 4
"""A shorter line is a by-line, a date or a button."""

_DESCRIPTION: Final = 5.0
"""The worth of what the page says of itself."""

_LEAD, _FADING = 4.0, 0.85
"""The worth of the first sentence of the text, and how it falls with every further one."""

_TITLE: Final = 2.0
"""For a sentence with all the longer words of the title; less in proportion."""

_WORD: Final = Pattern(r"\w+")
_LONG_WORD: Final = Pattern(r"\w{4,}")
_ADDRESS: Final = Pattern(r"\s*\b(?:https?://|pic\.twitter\.com/|t\.co/)\S+")
_ONE_PERSON: Final = Pattern(r"\b(?:I|me|my|mine|myself)\b", re.IGNORECASE)
_CUT_SHORT: Final = Pattern(r"(?:…|\.\.\.|\[…\])$")


def summarise_article(item: Item, length: Length = "normal") -> Summary:
    """The page's title, and its description and best sentences, the first ones before all.

    A post without a title of its own, such as a tweet, is headed by its first sentence.
    """
    limits = LIMITS[length]
    found = _passages(item)
    worth = _worths(found, item.title)
    best = sorted(range(len(found)), key=lambda n: -worth[n])[: limits.candidates]
    chosen = best_combination(
        [_telling(n, found, worth[n], limits.longest) for n in sorted(best)], limits
    )
    text, spans = told_text(chosen, found, limits)
    return Summary(_headline(item), text, spans=spans)


def _headline(item: Item) -> str:
    words = _ADDRESS.sub("", item.abstract) if item.form == "bare" else ""
    first = next(iter(split_sentences(words)), "")
    claim = cut_at_clause(first, MAX_HEADLINE_WORDS // 2, MAX_HEADLINE_WORDS)
    return claim.removesuffix(".") or item.title


def _passages(item: Item) -> list[Passage]:
    """The sentences of the description, unless it was cut short, then those of the text; a
    heading, a date or a button among the paragraphs is none."""
    described = passages(item.abstract[:LONGEST_TEXT], "abstract")
    told = _passages_of_text(item.text[:LONGEST_TEXT])
    ended = [each for each in described if _ends(each.text) or each is described[-1]]
    whole = [each for each in (*ended, *told) if not _CUT_SHORT.search(each.text)]
    kept: list[Passage] = []
    for each in whole or described:
        if _is_sentence(each.text) and not _is_told(
            each.text, [item.title, *(k.text for k in kept)]
        ):
            kept.append(each)
    return kept


def _passages_of_text(text: str) -> list[Passage]:
    found: list[Passage] = []
    offset = 0
    for line in text.splitlines(keepends=True):
        found += [each for each in passages(line, "text", offset) if _ends(each.text)]
        offset += len(line)
    return found


def _is_sentence(text: str) -> bool:
    return (len(text.split()) >= _FEWEST_WORDS or not text.isascii()) and not is_furniture(text)


def _worths(found: Sequence[Passage], title: str) -> list[float]:
    """What each is worth: its place, what its cues say, and the words it has of the title."""
    titled = set(_LONG_WORD.findall(title.lower()))
    described = sum(each.part == "abstract" for each in found)
    return [
        (_DESCRIPTION if each.part == "abstract" else _LEAD * _FADING ** (n - described))
        + 0.3 * read(each.text).score
        + _TITLE
        * len(titled.intersection(_LONG_WORD.findall(each.text.lower())))
        / (len(titled) or 1)
        - 3.0 * is_about_availability(each.text)
        for n, each in enumerate(found)
    ]


def _telling(position: int, found: Sequence[Passage], worth: float, longest: int) -> Telling:
    """One who says "I" goes on to speak of themselves, and would stand between two persons."""
    text = found[position].text
    told = told_alone(text, longest, keeps_person=_ONE_PERSON.search(text) is not None)
    reading = read(text)._replace(roles=frozenset())
    return Telling(position, told, told, worth, reading, -1, frozenset(_LONG_WORD.findall(told)))


def _ends(sentence: str) -> bool:
    return sentence.rstrip(CLOSERS)[-1:] in tuple(STOPS)


def _is_told(sentence: str, before: Iterable[str]) -> bool:
    """Whether most of its words stand in one of those before."""
    words = set(_WORD.findall(sentence.lower()))
    told = (set(_WORD.findall(each.lower())) for each in before)
    return any(len(words & each) >= 0.7 * len(words) for each in told)
