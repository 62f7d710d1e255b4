"""Names of several words of which one is another in the source: a changed middle or end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_LONGEST, _SHORTEST = 6, 3
"""How many words of a name are compared, hyphenated ones in parts, and how many it must have."""

_RUNS = 200
"""How many names of a source are compared."""


def altered_name_problems(
    tokens: Sequence[Token], source: Sequence[Sequence[Token]]
) -> Iterator[Problem]:
    """The names of a sentence that the source has with one other word in them."""
    mine = list(_names(tokens))
    if not mine:
        return
    there = list(islice((name for row in source for name in _names(row)), _RUNS))
    known = {tuple(token.stem for token in name) for name in there}
    words = {token.stem for row in source for token in row}
    for name in mine:
        stems = tuple(token.stem for token in name)
        if stems in known:
            continue
        for other in there:
            place = _only_difference(name, other)
            if place is not None and name[place].stem not in words:
                written = " ".join(token.text for token in other)
                one = name[place]
                why = f"no '{one.text}' in the source; it has '{written}'"
                yield Problem("name-not-in-source", one.text, one.start, one.end, why)
                break


def _only_difference(name: Sequence[Token], other: Sequence[Token]) -> int | None:
    """The place of the one word in which two names of one length differ."""
    if len(name) != len(other):
        return None
    apart = [
        place
        for place, (one, another) in enumerate(zip(name, other, strict=True))
        if one.stem != another.stem
    ]
    return apart[0] if len(apart) == 1 else None


def _names(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The runs of words with a capital, a plain word that opens the sentence left out."""
    start = 0
    for place in range(len(tokens) + 1):
        if place < len(tokens) and _goes_on(tokens, place, begun=place > start):
            continue
        first = start + (start == 0 and place > 0 and is_ordinary(tokens[0].lower))
        if _SHORTEST <= place - first <= _LONGEST:
            yield tokens[first:place]
        start = place + 1


def _goes_on(tokens: Sequence[Token], place: int, *, begun: bool) -> bool:
    """Whether a word may be part of a name: with a capital, or joined by a hyphen to one."""
    token = tokens[place]
    if token.text[0].isupper():
        return True
    return begun and token.joined and token.text.isalpha() and token.lower not in _SUFFIXES


_SUFFIXES = word_set(
    "style like based type level class free aware trained tuned powered inspired derived driven "
    "scale sized family era related specific only native enhanced augmented guided backed built "
    "wide grade ready compatible compliant generated made written assisted"
)
"""What any name may have behind it: `Fish-style`."""
