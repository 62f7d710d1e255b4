"""The names of a sentence as its words, and what is said of each of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.in_context import FAR, NEAR
from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set


class Named(NamedTuple):
    """A name in a sentence, from one word to the one before another: its words in lower case."""

    words: tuple[str, ...]
    first: int
    last: int


class Part(NamedTuple):
    """A part of a sentence that tells of some names of one kind.

    `words` are its stems, each with what it counts: less when it is far from the names. `placed`
    says that something is `on` them.
    """

    names: frozenset[tuple[str, ...]]
    words: dict[str, float]
    groups: frozenset[int]
    placed: bool = False


def named_in(tokens: Sequence[Token]) -> list[Named]:
    """The names of a sentence, of one word or more with a capital or a figure."""
    found: list[Named] = []
    last = 0
    for place, token in enumerate(tokens):
        if place < last or token.text is token.lower or token.text == token.lower:
            continue
        last = place
        while last < len(tokens) and _goes_on(tokens, place, last):
            last += 1
        last = _without_suffix(tokens, place, last)
        words = tuple(token.lower for token in tokens[place:last])
        if words and words not in _COMMON:
            found.append(Named(words, place, last))
    return found


_COMMON = frozenset((word,) for word in ("ai", "ml", "llm", "llms", "gpu", "gpus", "we", "i"))


def _goes_on(tokens: Sequence[Token], first: int, place: int) -> bool:
    token = tokens[place]
    if not token.text[0].isalnum():
        return False
    if place > first:
        if token.joined or token.text[0].isdigit():
            return token.joined or tokens[place + 1 : place + 2] == [] or _is_version(tokens, place)
        return token.text[0].isupper()
    if token.text[0].isupper():
        plain = token.text[1:].islower() or len(token.text) == 1
        return not (plain and place == 0 and is_ordinary(token.lower))
    return token.text[0].isalpha() and token.text != token.lower


def _is_version(tokens: Sequence[Token], place: int) -> bool:
    """Whether a number after a name belongs to it: `Fish 2`, not `Fish 2%`."""
    following = tokens[place + 1]
    return following.text != "%" and len(tokens[place].text) < 5


def _without_suffix(tokens: Sequence[Token], first: int, last: int) -> int:
    """Without the plain end of a compound: `Fish` of `Fish-based`."""
    while last - 1 > first and tokens[last - 1].joined and tokens[last - 1].text.islower():
        if not is_ordinary(tokens[last - 1].lower):
            break
        last -= 1
    return last


def respective_parts(tokens: Sequence[Token], names: Sequence[Named]) -> list[Part]:
    """The numbers of a sentence with the names that they belong to `respectively`."""
    if len(names) < 2 or all(token.lower != "respectively" for token in tokens):
        return []
    names = list({one.words: one for one in names}.values())
    taken = {place for one in names for place in range(one.first, one.last)}
    numbers = [
        token.stem
        for place, token in enumerate(tokens)
        if token.text[0].isdigit() and place not in taken and not token.joined
    ]
    if len(numbers) != len(names):
        return []
    none: frozenset[int] = frozenset()
    pairs = zip(numbers, names, strict=True)
    return [Part(frozenset((one.words,)), {number: _RESPECTIVE}, none) for number, one in pairs]


_RESPECTIVE = 1.5


def parts_of(
    tokens: Sequence[Token], names: Sequence[Named], also: Sequence[Set[str]] = ()
) -> list[Part]:
    """A sentence cut between its names where a clause ends; a list of them stays together.

    `also` are words at which it may be cut, too, where no clause ends.
    """
    if not names:
        return []
    starts, grouped = [0], [[names[0]]]
    for one, other in pairwise(names):
        cut = _cut(tokens, one.last, other.first, also)
        if cut is None:
            grouped[-1].append(other)
        else:
            starts.append(cut)
            grouped.append([other])
    ends = [*starts[1:], len(tokens)]
    return [
        _part(tokens[start:end], start, group)._replace(
            placed=any(word_before(tokens, one) == "on" for one in group)
        )
        for start, end, group in zip(starts, ends, grouped, strict=True)
    ]


def _part(tokens: Sequence[Token], start: int, names: Sequence[Named]) -> Part:
    taken = {place - start for one in names for place in range(one.first, one.last)}
    words: dict[str, float] = {}
    for place, token in enumerate(tokens):
        if place in taken or not is_content(token):
            continue
        away = min(max(one.first - start - place, place + start - one.last + 1) for one in names)
        near = 1.0 if away <= NEAR else 0.75 if away <= FAR else 0.5
        words[token.stem] = max(near, words.get(token.stem, 0.0))
    groups = frozenset().union(*(groups_of(word) for word in words))
    return Part(frozenset(one.words for one in names), words, groups)


def _cut(
    tokens: Sequence[Token], start: int, end: int, also: Sequence[Set[str]] = ()
) -> int | None:
    """Where a clause ends between two places; none when they are of one."""
    if not any(is_content(token) for token in tokens[start:end]):
        return None
    for marks in (*_CUTS, *also):
        for place in range(start, end):
            if tokens[place].lower in marks and (place > start or tokens[place].text != ":"):
                return place
    return None


_CUTS = (
    word_set("; :"),
    word_set("while whereas but though although"),
    word_set("and"),
    word_set(", ( –"),
)


def listed(tokens: Sequence[Token], names: Sequence[Named]) -> Iterator[set[tuple[str, ...]]]:
    """The names that stand in one list: `A, B and C`."""
    run: list[Named] = []
    joined = False
    for one in (*names, Named((), len(tokens) + 9, 0)):
        between = [token.lower for token in tokens[run[-1].last : one.first]] if run else []
        if run and one.words and between and set(between) <= _LISTING:
            joined = joined or bool({"and", "or"} & set(between))
            run.append(one)
            continue
        if len(run) > 2 or (len(run) == 2 and joined):
            yield {each.words for each in run}
        run, joined = [one], False


_LISTING = word_set(", and or the )")


def parallel(tokens: Sequence[Token], names: Sequence[Named]) -> Iterator[set[tuple[str, ...]]]:
    """Two names after the same small word in two clauses: `2 for A and 3 for B`."""
    for one, other in pairwise(names):
        word = word_before(tokens, one)
        apart = other.first - one.last
        if word not in _PLACING or word != word_before(tokens, other) or apart >= _BY:
            continue
        if _cut(tokens, one.last, other.first) is not None:
            yield {one.words, other.words}


_BY = 11
_PLACING = word_set("on in for with by using from against than over via at of")


def word_before(tokens: Sequence[Token], name: Named) -> str:
    """The small word that leads to a name, an article or a plain word left out."""
    for place in range(name.first - 1, max(-1, name.first - 3), -1):
        if tokens[place].lower in _PLACING:
            return tokens[place].lower
    return ""
