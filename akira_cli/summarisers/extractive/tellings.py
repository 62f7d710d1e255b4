"""The sentences of an abstract as the newsletter would tell them, and what each is worth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.cues import Reading, mentions_before, read
from akira_cli.summarisers.extractive.shortening import shortened
from akira_cli.summarisers.extractive.trimming import trimmed, without_asides, without_insertions
from akira_cli.summarisers.extractive.voice import capitalised, in_third_person, standing_alone
from akira_cli.summarisers.extractive.wording import (
    smoothed,
    without_pointing_purpose,
    without_praise,
)

BACKGROUND: Final = -9.0
"""For a sentence before the authors first speak of themselves."""

LOWEST: Final = -3.0
"""What the faults of such a sentence cost at most."""

FEWEST_WORDS: Final = 4
"""A sentence of which trimming leaves fewer is a fragment."""

TITLE_BONUS: Final = 2.0
"""For a sentence with all the longer words of the title; less in proportion."""

MAIN_BONUS: Final = 6.0
"""For the first sentence that says what is proposed."""

_LONG_WORD: Final = Pattern(r"\w{4,}")
_NAME: Final = Pattern(r"\b(?=[\w-]*[A-Z0-9])[A-Za-z][\w-]*[A-Z0-9+][\w-]*")
_CONTRAST: Final = Pattern(
    r"(?:By contrast|Conversely|However|In contrast|Instead|Nevertheless),? "
)
_SUCH: Final = Pattern(r" such (?!as\b|that\b|an?\b|[a-z]+ (?:as|that)\b)(?=[a-z]+)")
"""`to count such gulls`, of which gulls nothing was told."""

_FIRST_ITEM: Final = Pattern(r"(?::|\b\w+,?) \(?(?:1|i|a)\) ")
_SECOND_ITEM: Final = Pattern(r" \(?(?:2|ii|b)\) ")
_ACRONYM: Final = Pattern(r"\(([A-Z][\w/+-]*[A-Z0-9][\w/+-]*)\)")
_GLUED: Final = Pattern(r"\[([^\[\]]*)\](?=\w)")
_KEPT_BRACKETS: Final = {0xE000: "(", 0xE001: ")", 0xE002: "[", 0xE003: "]"}


class Telling(NamedTuple):
    """A sentence in the newsletter's voice, as it reads alone and right after its predecessor.

    `needs` is the place of the sentence that introduces the name it opens with, or -1; `words`
    are its longer words, for telling what is told twice.
    """

    position: int
    alone: str
    following: str
    score: float
    reading: Reading
    needs: int
    words: frozenset[str]

    def text(self, before: Telling | None) -> str:
        """How it reads after that one."""
        return self.following if self.follows(before) else self.alone

    def follows(self, before: Telling | None) -> bool:
        """Whether it stood right after that one in the source."""
        return before is not None and before.position == self.position - 1

    @property
    def introduces(self) -> bool:
        """Whether it says what is proposed or studied."""
        return "proposal" in self.reading.roles or "study" in self.reading.roles


def tellings(sentences: Sequence[str], title: str, longest: int, most: int) -> list[Telling]:
    """The `most` best sentences in order, in `longest` words where clauses can be left off."""
    readings = [read(sentence) for sentence in sentences]
    spoken = _first(readings, "authors", 0)
    readings[:spoken] = [reading._replace(roles=frozenset()) for reading in readings[:spoken]]
    main = _first(readings, "proposal", _first(readings, "study", spoken))
    titled = frozenset(_LONG_WORD.findall(title.lower()))
    words = [frozenset(_LONG_WORD.findall(sentence.lower())) for sentence in sentences]
    scores = [
        (reading.score if n >= spoken else BACKGROUND + max(reading.score, LOWEST))
        + TITLE_BONUS * len(titled & words[n]) / (len(titled) or 1)
        + MAIN_BONUS * (n == main)
        for n, reading in enumerate(readings)
    ]
    told = []
    for n in sorted(sorted(range(len(sentences)), key=lambda n: -scores[n])[:most]):
        alone = told_alone(sentences[n], longest)
        if n == main and alone.count(" ") < FEWEST_WORDS:
            alone = in_third_person(standing_alone(sentences[n]))
        if alone.count(" ") < FEWEST_WORDS <= sentences[n].count(" ") // 2 or _is_half_list(alone):
            continue
        following = _told_after(sentences[n], alone)
        needs = _introduction(alone, sentences[spoken:n], spoken)
        reading = readings[n]
        if reading.mentions_before and not mentions_before(alone):
            reading = reading._replace(mentions_before=False)
        told.append(Telling(n, alone, following, scores[n], reading, needs, words[n]))
    return told


def told_alone(sentence: str, longest: int, *, keeps_person: bool = False) -> str:
    """The sentence without what points back or only adds, in the third person, with a stop.

    `keeps_person` leaves an author who says "I" as they are.
    """
    bare = standing_alone(_trimmed(standing_alone(sentence)))
    bare = _SUCH.sub(" ", bare)
    bare = smoothed(without_pointing_purpose(without_praise(bare)))
    told = shortened(bare if keeps_person else in_third_person(bare), longest)
    unended = told[-1:].isalnum() or told[-1:] in ("%", ")")
    return capitalised(f"{told}." if unended and told[:1].isascii() and " " in told else told)


def without_unused_acronyms(text: str) -> str:
    """The text without the acronyms it defines and never uses."""
    return _DEFINED.sub(lambda match: match[0] if _uses(text, match[1]) > 1 else "", text)


_DEFINED: Final = Pattern(r" \(([A-Z][\w/+-]*[A-Z0-9][\w/+-]*)\)(?=[ ,.;:])")


def _uses(text: str, name: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _is_half_list(told: str) -> bool:
    """Whether the first of a numbered list is left, and no other."""
    is_list = ") " in told and _FIRST_ITEM.search(told) is not None
    return is_list and _SECOND_ITEM.search(told) is None


def _first(readings: Sequence[Reading], role: str, default: int) -> int:
    return next((n for n, reading in enumerate(readings) if role in reading.roles), default)


def _trimmed(sentence: str) -> str:
    """Trimmed, but with the acronyms it defines, which a later sentence may need, and with the
    brackets that belong to a word: `[18F]FDG`."""
    kept = _GLUED.sub("\ue002\\1\ue003", _ACRONYM.sub("\ue000\\1\ue001", sentence))
    return trimmed(kept).translate(_KEPT_BRACKETS)


def _told_after(sentence: str, alone: str) -> str:
    """After its predecessor a sentence keeps the word that sets it against that one."""
    if not _CONTRAST.match(sentence):
        return alone
    return in_third_person(without_insertions(without_asides(sentence)))


def _introduction(told: str, before: Sequence[str], first: int) -> int:
    """Which sentence introduced the name that this one opens with, or -1."""
    names = _NAME.findall(" ".join(told.split(" ", 3)[:3]))
    return next(
        (first + n for n, each in enumerate(before) if any(name in each for name in names)), -1
    )
