"""The names in a text, and whether the source has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_names.peoples import demonyms
from akira_cli.core.evidence.of_names.vocabulary import LONGEST, PIECES, Vocabulary
from akira_cli.core.evidence.of_numbers.units import SCALES, UNITS
from akira_cli.core.evidence.of_words.written_names import PARTING, Name, names_in
from akira_cli.core.patterns import Pattern

_FORMULA = Pattern(r"[a-zA-Z]?[=<>^_]|\\[a-z]+")
_READABLE = 60
"""Characters of a name that is told, and compared with others."""

__all__ = ["Name", "Vocabulary", "name_problems", "names_in"]


def name_problems(text: str, vocabulary: Vocabulary, taken: frozenset[int]) -> Iterator[Problem]:
    """The names of `text` that the source has in no form; `taken` are the places of numbers."""
    for name in names_in(text):
        if name.start in taken or _FORMULA.search(name.text) or _is_a_unit(text, name):
            continue
        if vocabulary.has(name.text) or _is_spelled_out(text, name, vocabulary):
            continue
        if any(is_told(text, name, vocabulary) for is_told in _OTHERWISE):
            continue
        if name.first and _is_no_name(text, name):
            continue
        yield Problem("name-not-in-source", name.text, name.start, name.end, _why(name, vocabulary))


def _is_a_unit(text: str, name: Name) -> bool:
    """Whether a name is the unit of the number before it, which is compared as such: `°C`, `MB`."""
    before = text[max(0, name.start - _DEGREES_LONG) : name.start]
    if name.text in _OF_HEAT:
        return _DEGREES.search(before) is not None
    kind = UNITS.get(name.text.lower(), ("",))[0]
    return kind in SCALES and before.rstrip()[-1:].isdigit()


_DEGREES_LONG = 10
_DEGREES = Pattern(r"(?:°|\bdegrees?|\d)\s*$")
_OF_HEAT = frozenset(("C", "F", "Celsius", "Fahrenheit", "Kelvin"))


def _is_spelled_out(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the capitalised words around spell out a short form of the source."""
    around = list(PIECES.finditer(text, max(0, name.start - 60), name.end + 60))
    at = next((place for place, found in enumerate(around) if found.start() >= name.start), None)
    if at is None:
        return False
    words = [found[0].lower() for found in around]
    if _is_acronym_of(words, at, vocabulary):
        return True
    return any(
        vocabulary.is_expanded(words[start:last])
        for start in range(max(0, at - LONGEST + 1), at + 1)
        for last in range(at + 1, min(len(words), start + LONGEST) + 1)
    )


def _is_acronym_of(words: Sequence[str], at: int, vocabulary: Vocabulary) -> bool:
    """Whether the source has the first letters of three to five words in a row: `GBDT`."""
    return any(
        vocabulary.has_short_form(words[start : start + length])
        for length in (3, 4, 5)
        for start in range(max(0, at - length + 1), at + 1)
        if start + length <= len(words)
    )


def _is_half_of_one(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the source has the name with the word before or after it as one: `Image Net`."""
    before = PIECES.findall(text[max(0, name.start - 30) : name.start])[-1:]
    after = PIECES.findall(text[name.end : name.end + 30])[:1]
    around = ((*before, name.text), (name.text, *after), (*before, name.text, *after))
    return any(len(words) > 1 and vocabulary.has_whole("".join(words)) for words in around)


def _is_tail_of_one(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a name of the source ends so, its head told before: `Fish3m, v4m and v5m`."""
    tail = name.text.lower()
    if not 1 < len(tail) <= _SHORT or not any(map(str.isdigit, tail)):
        return False
    before = text[: name.start].lower()
    return any(
        word.endswith(tail) and word != tail and word[: -len(tail)] in before
        for word in vocabulary.words
    )


def _is_row_of_ones(_: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether the source has each of the names that are told in one: `Fish-10/100`."""
    first, *others = name.text.split("/")
    head = _FIGURES_LAST.compiled.sub("", first)
    if not others or not head or head == first:
        return False
    return vocabulary.has_whole(first) and all(
        len(tail) < _SHORT and vocabulary.has_whole(f"{head}{tail}") for tail in others
    )


_FIGURES_LAST = Pattern(r"(?:\d[\w.]*|(?<=-)[A-Z]\w?)$")
_SHORT = 6


def _is_initial(text: str, name: Name, vocabulary: Vocabulary) -> bool:
    """Whether a letter with a point stands for the word before the next one: `S. aureus`."""
    if len(name.text) > 1 or text[name.end : name.end + 1] != ".":
        return False
    after = PIECES.search(text, name.end)
    return after is not None and vocabulary.has_pair(name.text, after[0])


_OTHERWISE = (_is_half_of_one, _is_tail_of_one, _is_row_of_ones, _is_initial)
"""How a name may be told in another way than whole."""


def _is_no_name(text: str, name: Name) -> bool:
    """Whether a capitalised word owes its capital to the sentence that it begins.

    A country, a language or what `outperforms` is a name all the same.
    """
    parts = [part for part in PARTING.compiled.split(name.text) if part]
    if not all(part.isalpha() and (part[1:].islower() or len(part) == 1) for part in parts):
        return False
    return name.text.lower() not in demonyms() and not _ACTS.match(text, name.end)


_ACTS = Pattern(r"\s+(?:outperforms|beats|surpasses|wins|scores|reaches|achieves|attains|gets)\b")


def _why(name: Name, vocabulary: Vocabulary) -> str:
    if len(name.text) > _READABLE:
        return "no such name in the source"
    others = (other for other in vocabulary.names if len(other) <= _READABLE)
    nearest = max(others, key=lambda other: _likeness(name.text, other), default="")
    if _likeness(name.text, nearest) >= 0.5:
        return f"no '{name.text}' in the source; it has '{nearest}'"
    return f"no '{name.text}' in the source"


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.lower(), other.lower(), autojunk=False).ratio()
