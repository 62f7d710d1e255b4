"""What is proposed under a long name with a short one in brackets: `Heron Network (HerNet)`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.methods import AUTHORS, MADE, METHOD_NOUN

MORE_WORDS: Final = 4
"""A long name has at most so many more words than the short one has letters."""

_SPELLED: Final = Pattern(
    rf"{AUTHORS} (?:\w+ly )?(?:{MADE})(?:e?s|e?d)? (?P<long>[^,;:()]{{4,110}}?) ?"
    r"\((?P<short>[A-Za-z]?[A-Z][\w/+-]*[A-Z0-9][\w/+-]*)\)(?!-)(?P<rest>.*)"
)
ACRONYM: Final = Pattern(r" ?\([A-Za-z]?[A-Z][\w/+-]*[A-Z0-9][\w/+-]*\)(?!-)")
"""The short name of what stands in front of it, in brackets."""

_KINDS: Final = (
    f"{METHOD_NOUN}|attention|benchmark|block|convolution|corpus|dataset|layer|library|loss|"
    "metric|module|optimi[sz]er|platform|policy|task|toolkit|transformer|transform"
)
_KIND: Final = Pattern(rf" ?(?P<kind>(?:[a-z][\w-]* ){{0,2}}?(?:{_KINDS}))\b", re.IGNORECASE)
_ENDS_IN_KIND: Final = Pattern(rf"\b(?P<kind>{_KINDS})$", re.IGNORECASE)
_APPOSED: Final = Pattern(r"(?:,|:| ?-+| ?–| ?—|,? as) ?(?P<kind>(?:an?|the first|the largest) .+)")
_RELATED: Final = Pattern(
    r",? (?:which|that) (?P<does>(?:\w+ly )?(?:can|has|is|will|[a-z]+(?<!s)s)\b.+)"
)
_FOR: Final = Pattern(
    r",? (?P<purpose>(?:for(?! (?:all|each|every|it|such|that|these|this)\b)|to(?! (?:an?|the|"
    r"our)\b)|based on|using|by|[a-z]{3,}ing\b(?<!including)) .+)"
)
_NO_NAME: Final = word_set("for of to in that with on and or by from using via which where as")


def spelled_names(sentence: str) -> Iterator[tuple[str, str, str]]:
    """The short name of what a sentence proposes, what kind of thing it is, and what it does.

    Of `We propose a Heron Counting Network (HerNet) for gulls` it is `HerNet`, `a network`,
    `for gulls`; the kind is empty where only what it does is told.
    """
    spelled = _SPELLED.search(sentence) if "(" in sentence else None
    if not spelled or not _spells(spelled["long"].split(), spelled["short"]):
        return
    name, rest = spelled["short"], ACRONYM.sub("", spelled["rest"]).rstrip(".")
    kind = _kind(spelled["long"], rest)
    after = rest[kind.end() :] if kind and kind.string is rest else rest
    if apposed := _APPOSED.match(after):
        yield name, apposed["kind"], ""
        return
    if related := _RELATED.match(after):
        yield name, "", related["does"]
    article = "a" if not kind or kind["kind"][0].lower() not in "aeiou" else "an"
    purpose = _FOR.match(after)
    yield (
        name,
        f"{article} {kind['kind'].lower() if kind else 'method'}",
        (purpose["purpose"] if purpose else ""),
    )


def _kind(long: str, rest: str) -> re.Match[str] | None:
    return _KIND.match(rest) or _ENDS_IN_KIND.search(long)


def _spells(words: list[str], short: str) -> bool:
    """Whether the last of these words are what the short name is short for, and the others say
    only what it is like."""
    first, most = short[0].lower(), len(short) + MORE_WORDS
    for start, word in enumerate(words):
        if any(map(str.isupper, (other[0] for other in words[:start]))):
            return False
        if word[0].lower() == first and len(words) - start <= most:
            return len(words) - start > 1 or "-" in word
        if word in _NO_NAME:
            return False
    return False
