"""Names put in the place of their like: what a source says of one, told of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache
from itertools import combinations, pairwise

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_names.told_names import (
    Named,
    Part,
    listed,
    named_in,
    parallel,
    parts_of,
    respective_parts,
    word_before,
)
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_HUMP = Pattern(r"[A-Z][a-z]{2,}(?=[A-Z0-9])")

ENOUGH, MORE = 1.5, 1.4
"""How much of what is said of a name must be said of its like, and how much less of itself."""

CROSSED, STRAIGHT = 1.8, 0.4
"""How much must be said of the other of two names, and the share of it that may be of the one."""

SYNONYM, NUMBER = 0.4, 1.2
"""What counts a word of the same meaning, and a number."""


class Names:
    """The names of a source, and which of them are of one kind."""

    def __init__(self, claims: Claims) -> None:
        self.rows = [reading.tokens for reading in claims.readings]
        self._short: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._long: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = {}
        for row in self.rows:
            for stems, short in _spelled_out(row):
                self._long.setdefault(stems[0], []).append((stems, short))
        self.named = [self._renamed(row, self.named_in(row)) for row in self.rows]
        self.own = frozenset(one.words for one in self.named[0][:1] if _heads_title(self.rows[0]))
        self.like: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
        self.every = frozenset(one.words for names in self.named for one in names)
        self._by_word: dict[str, set[tuple[str, ...]]] = {}
        for name in self.every:
            for word in name:
                self._by_word.setdefault(word, set()).add(name)
        for row, names in zip(self.rows, self.named, strict=True):
            for group in (*listed(row, names), *parallel(row, names)):
                self._join(group)
        for group in self._coined_alike():
            self._join(group)

    def named_in(self, row: Sequence[Token]) -> list[Named]:
        """The names of a sentence, and what the source has a short form of, by that form."""
        found = named_in(row)
        if not self._long:
            return found
        for place, token in enumerate(row):
            for stems, short in self._long.get(token.stem, ()):
                last = place + len(stems)
                if tuple(one.stem for one in row[place:last]) == stems:
                    found = [one for one in found if one.last <= place or one.first >= last]
                    found.append(Named(short, place, last))
        return sorted(found, key=lambda one: one.first)

    def _coined_alike(self) -> Iterator[set[tuple[str, ...]]]:
        """The names that begin with one part, as `FishNet` and `FishBench` do, each told apart."""
        found: dict[str, list[set[tuple[str, ...]]]] = {}
        for row, names in zip(self.rows, self.named, strict=True):
            here: dict[str, set[tuple[str, ...]]] = {}
            for one in names:
                head = _HUMP.match(row[one.first].text)
                if head and len(one.words) == 1 and one.words not in self.own:
                    here.setdefault(head[0], set()).add(one.words)
            for start, group in here.items():
                found.setdefault(start, []).append(group)
        for groups in found.values():
            if all(len(group) == 1 for group in groups):
                yield set().union(*groups)

    def _join(self, group: set[tuple[str, ...]]) -> None:
        """Names of one kind, with all that are of the kind of one of them."""
        whole = group.union(*(self.like.get(one, ()) for one in group))
        for one in whole:
            self.like[one] = whole

    def _renamed(self, row: Sequence[Token], names: Sequence[Named]) -> list[Named]:
        """The names of a sentence, one with its short form in brackets behind it as the same."""
        for one, other in pairwise(names):
            if other.first == one.last + 1 and row[one.last].text == "(":
                self._short[other.words] = one.words
        return [one._replace(words=self._short.get(one.words, one.words)) for one in names]

    def of(self, words: tuple[str, ...]) -> tuple[str, ...] | None:
        """The name of the source that words stand for, whole or shortened; none when of two."""
        words = self._short.get(words, words)
        if words in self.every:
            return words
        near = set().union(*(self._by_word.get(word, ()) for word in words))
        fits = [one for one in near if _has_within(one, words) or _has_within(words, one)]
        return fits[0] if len(fits) == 1 else None

    def parts(self, family: Set[tuple[str, ...]], also: Sequence[Set[str]] = ()) -> list[Part]:
        """What the source says of the names of a family, part by part."""
        found: list[Part] = []
        for row, names in zip(self.rows, self.named, strict=True):
            mine = [one for one in names if one.words in family]
            found.extend(respective_parts(row, mine) or parts_of(row, mine, also))
        return found


@lru_cache(maxsize=8)
def _names_of(claims: Claims) -> Names:
    return Names(claims)


def role_problems(sentence: InContext) -> Iterator[Problem]:
    """The names of a sentence of which it says what the source says of another of their kind."""
    tokens = sentence.reading.tokens
    source = _names_of(sentence.source)
    known = [
        one._replace(words=name)
        for one in source.named_in(tokens)
        if (name := source.of(one.words)) is not None
    ]
    for one in known:
        family = source.like.get(one.words)
        if not family or one.words in source.own:
            continue
        mine = parts_of(tokens, [each for each in known if each.words in family])
        theirs = _told_of(sentence, source, one.words, family, mine)
        if theirs is not None:
            yield _problem(tokens, one, theirs)
    for one, other in combinations(known[:_PAIRED], 2):
        if _are_alike(tokens, one, other) and _are_exchanged(sentence, source, one, other):
            yield _problem(tokens, one, other.words)


def _problem(tokens: Sequence[Token], name: Named, other: tuple[str, ...]) -> Problem:
    first, last = tokens[name.first], tokens[name.last - 1]
    why = f"the source says that of '{' '.join(other)}', not of '{' '.join(name.words)}'"
    return Problem("name-not-in-source", "", first.start, last.end, why)


def _are_alike(tokens: Sequence[Token], one: Named, other: Named) -> bool:
    """Whether two names are in like places: after words of one sort."""
    words = word_before(tokens, one), word_before(tokens, other)
    sorts = [_MEANS if word in _MEANS else word for word in words]
    return one.words != other.words and "" not in words and sorts[0] == sorts[1]


_MEANS = word_set("with by using via")
_JOINING = (word_set("with"), word_set("to into"))
"""What may stand between two that are spoken of in one clause."""

_PAIRED = 8
"""How many names of a sentence are compared two by two."""


def _are_exchanged(sentence: InContext, source: Names, one: Named, other: Named) -> bool:
    """Whether the source says of each of two names what the sentence says of the other."""
    mine = parts_of(sentence.reading.tokens, [one, other], _JOINING)
    if len(mine) != 2:
        return False
    there = source.parts({one.words, other.words}, _JOINING)
    crossed = straight = 0.0
    for said, name in zip(mine, (one.words, other.words), strict=True):
        own = [_agreement(sentence, said, part) for part in there if name in part.names]
        others = [_agreement(sentence, said, part) for part in there if name not in part.names]
        if not own or not others or max(others) <= max(own):
            return False
        crossed += max(others)
        straight += max(own)
    return crossed >= CROSSED and straight <= STRAIGHT * crossed


def _told_of(
    sentence: InContext,
    source: Names,
    name: tuple[str, ...],
    family: Set[tuple[str, ...]],
    mine: Sequence[Part],
) -> tuple[str, ...] | None:
    """The other name of a family that the source says it of."""
    said = next((part for part in mine if name in part.names), None)
    if said is None:
        return None
    there = source.parts(family)
    own = max(
        (
            _agreement(sentence, said, one) + _has_number_of(said, one)
            for one in there
            if name in one.names
        ),
        default=0.0,
    )
    mentioned = {one for part in mine for one in part.names}
    for part in there:
        same_number = _has_number_of(said, part)
        others = [
            one
            for one in part.names
            if not _is_hinted_at(one, name, said) and (same_number or one not in mentioned)
        ]
        if name in part.names or not others:
            continue
        theirs = _agreement(sentence, said, part) + same_number
        if theirs >= ENOUGH and theirs - own >= MORE:
            return min(others)
    return None


def _has_number_of(said: Part, other: Part) -> bool:
    """Whether a number stands right by the names of both, or one that hardly comes twice."""
    telling = said.placed and other.placed
    return any(
        word[0].isdigit()
        and (
            (near == 1.0 and other.words.get(word, 0.0) >= 1.0)
            or (telling and word in other.words and sum(map(str.isdigit, word)) >= _TELLING)
        )
        for word, near in said.words.items()
    )


_TELLING = 3
"""How many figures a number has that hardly comes twice: `0.883`."""


def _is_hinted_at(other: tuple[str, ...], name: tuple[str, ...], said: Part) -> bool:
    """Whether a part has a word of a name that sets it apart: `the 8B one`."""
    return any(stem(word) in said.words for word in set(other) - set(name))


def _agreement(sentence: InContext, said: Part, other: Part) -> float:
    """About how many words two parts have in common, rare ones for more."""
    total = 0.0
    for word, near in said.words.items():
        if word in other.words:
            weight = NUMBER if word[0].isdigit() else 1.0
            rare = sentence.source.weights.get(word, 1.0)
            total += weight * rare * near * other.words[word]
        elif not groups_of(word).isdisjoint(other.groups):
            total += SYNONYM * near
    return total


def _spelled_out(tokens: Sequence[Token]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The plain words before a short form in brackets, as stems, with the form: `(VI)`."""
    for place, token in enumerate(tokens[1:-1], 1):
        if tokens[place - 1].text != "(" or sum(map(str.isupper, token.text)) < 2:
            continue
        short = token.lower
        words = tokens[max(0, place - 1 - len(short)) : place - 1]
        if len(short) > 1 and "".join(token.lower[0] for token in words) == short:
            yield tuple(token.stem for token in words), (short,)


def _heads_title(title: Sequence[Token]) -> bool:
    return any(token.text == ":" for token in title[:4])


def _has_within(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))
