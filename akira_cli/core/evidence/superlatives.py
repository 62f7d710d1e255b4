"""What is best or worst in a text, and another thing in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.polarity import is_content
from akira_cli.core.evidence.tokens import Token, stem

_BEST = ("best", "top", "leading", "highest", "strongest", "greatest", "largest", "most")
_WORST = ("worst", "lowest", "weakest", "poorest", "smallest", "least", "fewest")
_BEST_STEMS = frozenset(stem(word) for word in _BEST)
_WORST_STEMS = frozenset(stem(word) for word in _WORST)
_OWN = frozenset(("we", "our", "ours", "proposed", "this", "it", "its"))
_ENDS = frozenset((",", ";", ":", "and", "while", "whereas", "but", "with"))


def superlative_problems(
    tokens: Sequence[Token], source: Sequence[Sequence[Token]]
) -> Iterator[Problem]:
    """The names that a sentence puts first or last where the source puts others there."""
    for start, end in _clauses(tokens):
        clause = tokens[start:end]
        kind = _kind(clause)
        if kind is None:
            continue
        names = _names(clause, first=start == 0)
        rivals = [
            other
            for sentence in source
            for other in _parts(sentence)
            if _kind(other) is kind and _is_about(clause, other)
        ]
        for name in names:
            if rivals and all(_excludes(other, name, names) for other in rivals):
                other_name = _names(rivals[0], first=False)[0]
                why = f"the source has '{other_name.text}' there, not '{name.text}'"
                if other_name.text[1:].islower() and other_name is rivals[0][0]:
                    continue  # a word that only begins a sentence, it may be
                yield Problem("name-not-in-source", name.text, name.start, name.end, why)


def _clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, token in enumerate(tokens):
        if token.lower in _ENDS:
            yield start, place
            start = place + 1
    yield start, len(tokens)


def _parts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    return (tokens[start:end] for start, end in _clauses(tokens))


def _kind(tokens: Sequence[Token]) -> frozenset[str] | None:
    stems = {token.stem for token in tokens}
    if not stems.isdisjoint(_BEST_STEMS):
        return _BEST_STEMS
    return None if stems.isdisjoint(_WORST_STEMS) else _WORST_STEMS


def _names(tokens: Sequence[Token], *, first: bool) -> list[Token]:
    """The words with a capital, but for one that only begins a sentence."""
    return [
        token
        for place, token in enumerate(tokens)
        if token.text[0].isupper()
        and not token.joined
        and (place or not first or not token.text[1:].isalpha() or not token.text[1:].islower())
        and token.lower not in _OWN
    ]


def _is_about(clause: Sequence[Token], other: Sequence[Token]) -> bool:
    """Whether two clauses have a thing in common beside what comes first or last."""
    mine = {token.stem for token in clause if is_content(token)}
    theirs = {token.stem for token in other if is_content(token)}
    return bool((mine & theirs) - _BEST_STEMS - _WORST_STEMS) or len(clause) < 6


def _excludes(other: Sequence[Token], name: Token, names: Sequence[Token]) -> bool:
    stems = {token.stem for token in other}
    if name.stem in stems or not _OWN.isdisjoint(token.lower for token in other):
        return False
    there = {token.stem for token in _names(other, first=False)}
    return bool(there - {one.stem for one in names})
