"""What is best or worst in a text, and another thing in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_names.acronyms import ALWAYS_KNOWN
from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_BEST = word_set("best top highest strongest greatest largest")
_WORST = word_set("worst lowest weakest poorest smallest fewest")
_PLACING = word_set("in on for among with")
_NEAR = 3
"""How many words after a superlative a name may stand."""


def superlative_problems(
    tokens: Sequence[Token], source: Sequence[Sequence[Token]]
) -> Iterator[Problem]:
    """The names that a sentence puts first or last where the source puts others there."""
    for place, token in enumerate(tokens):
        for words in (_BEST, _WORST):
            name = _placed(tokens, place) if token.lower in words else None
            if name is not None and (other := _other(name, words, source)) is not None:
                why = f"the source has '{other.text}' there, not '{name.text}'"
                yield Problem("name-not-in-source", name.text, name.start, name.end, why)


def _other(name: Token, words: frozenset[str], source: Sequence[Sequence[Token]]) -> Token | None:
    """The name that the source has in the place of a sentence's: none when it may have that."""
    there = [
        (other, row)
        for row in source
        for place, token in enumerate(row)
        if token.lower in words and (other := _placed(row, place)) is not None
    ]
    if not there or any(token.stem == name.stem for _, row in there for token in row):
        return None
    return there[0][0]


def _placed(tokens: Sequence[Token], place: int) -> Token | None:
    """The name that follows a superlative and a small word: `weakest in Finnish`."""
    after = tokens[place + 1 : place + 2 + _NEAR]
    if after and after[0].joined:
        return None  # `top-1` is no superlative
    at = next((at for at, token in enumerate(after) if token.lower in _PLACING), len(after))
    return next((token for token in after[at + 1 : at + 3] if _is_name(token)), None)


def _is_name(token: Token) -> bool:
    if not token.text[0].isupper() or token.joined or len(token.text) < 2:
        return False
    return token.lower not in ALWAYS_KNOWN and not is_ordinary(token.lower)
