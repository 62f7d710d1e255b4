"""Numbers in words: three million, two thirds, twice, nine in ten, an order of magnitude."""

from __future__ import annotations

import re
from collections.abc import Iterator

from akira_cli.core.evidence.of_numbers.parted_numbers import parted
from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at, words_after
from akira_cli.core.evidence.of_words.number_words import (
    ALONE,
    FRACTIONS,
    LARGE,
    MULTIPLES,
    SMALL,
)
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

WORDS = "|".join(sorted({*SMALL, *LARGE}, key=len, reverse=True))
_SPELLED = Pattern(
    rf"\b(?:(?P<article>an?|several|few|many|some|half an?)\s+)?(?P<words>(?:{WORDS})"
    rf"(?:(?:[-\s]+|(?<=dred)\s+and\s+|(?<=and)\s+and\s+)(?:{WORDS})\b){{0,8}})\b(?P<half>\s+and\s+a\s+half)?",
    re.IGNORECASE,
)
_PARTS = Pattern(
    r"\b(?:(?P<count>an?|one|two|three|four|five|six|seven|nine)[-\s]+)?"
    rf"(?P<part>{'|'.join(sorted(FRACTIONS, key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_FOLDS = Pattern(
    rf"\b(?:{'|'.join(sorted(MULTIPLES, key=len, reverse=True))})\b"
    r"(?![\s-]*(?:digits?|blind|descent|check|edged|duty|bind|quotes?|precision))",
    re.IGNORECASE,
)
_MAGNITUDES = Pattern(
    r"\b(?:(?P<count>an?|one|two|three|four|several)\s+)?orders?[\s-]+of[\s-]+magnitude\b",
    re.IGNORECASE,
)
_EVERY = Pattern(rf"\bevery\s+(?P<part>{'|'.join(FRACTIONS)})\b", re.IGNORECASE)
_PART_FOLLOWS = Pattern(
    r"\s+(?:of|as|the|less|fewer|more|smaller|cheaper|shorter|faster|lower|higher|larger|better"
    r"|that|its|their|compared|on|in|over|while|and|with|at|to|when|for|from|reduction|slower)\b"
    r"|\s*[.,;:)!?]|\s*$"
)
_LEADS_PART = Pattern(
    r"\b(?:by|about|around|nearly|over|than|only|roughly|to|some|just|almost|of|with|at|in)\s*$|[,(]\s*$",
    re.IGNORECASE,
)
_ENDS_OF_PARTS = ("half", "halv", "quarter", "third", "fth", "xth", "nth", "hth", "ieth", "dth")
_IN_FOLDS = ("twice", "thrice", "fold", "doubl", "tripl", "quadrupl")
_NOT_COUNTED = word_set(
    "of can could must may should might would will another that who which to is are was has and "
    "or in on at by for from with does do did cannot needs wants gets sees as than but if when"
)


def _spelled(text: str) -> Iterator[Quantity]:
    for found in _SPELLED.finditer(text):
        words = [word for word in re.split(r"[-\s]+", found["words"].lower()) if word != "and"]
        value = _spelled_value(words) + (0.5 if found["half"] else 0.0)
        if words == ["one"] and not _is_a_count(text, found.end()):
            continue
        plural = words[-1] in LARGE and words[-1].endswith("s")
        vague = plural or (found["article"] or "").lower() in ("several", "few", "many", "some")
        if words == ["zero"]:
            continue
        start = found.start("words")
        written = f"{value:.0f}" if value == int(value) else f"{value:g}"
        one = quantity_at(text, start, found.end(), value, written)
        dozens = words[-1].startswith("dozen")
        yield one._replace(vague=vague, digits=1 if dozens else one.digits)


def _is_a_count(text: str, end: int) -> bool:
    """Whether `one` counts what follows, and is not `one of the first` or `one can see`."""
    following = words_after(text, end)
    return bool(following) and following[0] not in _NOT_COUNTED


def _spelled_value(words: list[str]) -> float:
    total, current = 0.0, 0.0
    for word in map(str.casefold, words):
        if word in SMALL:
            current += SMALL[word]
        elif LARGE[word] <= 100:
            current = (current or 1.0) * LARGE[word]
        else:
            total, current = total + (current or 1.0) * LARGE[word], 0.0
    return total + current


def _parts(text: str) -> Iterator[Quantity]:
    lower = text.lower()
    if not any(end in lower for end in _ENDS_OF_PARTS):
        return
    for found in _PARTS.finditer(text):
        part, count = found["part"].lower(), (found["count"] or "").lower()
        if not _is_a_part(text, found, part, count):
            continue
        value = FRACTIONS[part] * SMALL.get(count, 1.0)
        if value < 1:
            one = quantity_at(text, found.start(), found.end(), value, f"{value:.3g}")
            yield one._replace(form="part", digits=1)


def _is_a_part(text: str, found: re.Match[str], part: str, count: str) -> bool:
    before = text[max(0, found.start() - 12) : found.start()].lower()
    if part in ALONE:
        return not before.rstrip().endswith(
            ("first", "second", "other", "each", "better", "latter")
        )
    if part.endswith("s"):
        return count in SMALL
    if not count:
        return False
    following = words_after(text, found.end())
    leads = count == "one" or following[:1] == ("of",) or _LEADS_PART.search(before) is not None
    return leads and _PART_FOLLOWS.match(text, found.end()) is not None


def _folds(text: str) -> Iterator[Quantity]:
    lower = text.lower()
    if not any(part in lower for part in _IN_FOLDS):
        return
    for found in _FOLDS.finditer(text):
        value = MULTIPLES[found[0].lower()]
        one = quantity_at(text, found.start(), found.end(), value, f"{value:g}")
        yield one._replace(form="fold", kind="fold", unit="x")


def _magnitudes(text: str) -> Iterator[Quantity]:
    for found in _MAGNITUDES.finditer(text):
        value = 10.0 ** SMALL.get((found["count"] or "").lower(), 1.0)
        one = quantity_at(text, found.start(), found.end(), value, f"{value:g}")
        vague = (found["count"] or "").lower() == "several" or (
            "orders" in found[0] and value == 10
        )
        yield one._replace(form="fold", kind="fold", unit="x", digits=1, vague=vague)


def _every(text: str) -> Iterator[Quantity]:
    """`in every fifth case`: a part of all."""
    for found in _EVERY.finditer(text):
        value = FRACTIONS[found["part"].lower()]
        one = quantity_at(text, found.start(), found.end(), value, f"{value:.3g}")
        yield one._replace(form="part", kind="", unit="", digits=1)


READERS = (_magnitudes, parted, _every, _parts, _folds, _spelled)
"""What reads numbers in words, the longer forms first."""
