"""The words of a source, in which names are looked up."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import cache, cached_property
from itertools import pairwise

from akira_cli.core.evidence.of_names.acronyms import ALWAYS_KNOWN, expansions
from akira_cli.core.evidence.of_names.folding import folded
from akira_cli.core.evidence.of_names.language_codes import language_of, paired_languages
from akira_cli.core.evidence.of_names.peoples import kindred
from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.of_words.written_names import names_in
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.patterns import Pattern

PIECES = Pattern(r"[^\W_]+")
_DEFINED = Pattern(r"((?:[\w-]+\s+){1,6})\(([A-Za-z]{2,8})\)")
_DIMENSIONS, _ANY_DIMENSIONS = Pattern(r"[1-4]d"), Pattern(r"\dd")
_COUNTS = {"one": "1", "two": "2", "three": "3", "four": "4"}
_VARIANTS = frozenset(
    (
        *("base", "large", "small", "tiny", "mini", "nano", "medium", "huge", "giant", "xl", "xxl"),
        *("turbo", "instruct", "chat", "pro", "flash", "lite", "ultra", "plus", "max", "preview"),
    )
)
LONGEST = 4
"""Words in a row that are taken for one name."""

_BETWEEN = 3
"""How many other words may stand between those that a short form stands for."""

_SMALL = frozenset(("and", "of", "the", "for", "in", "to", "a", "an", "on", "with", "from", "by"))


class Vocabulary:
    """The words of a source, as names are looked up in them."""

    def __init__(self, texts: Sequence[str], tokens: Sequence[Sequence[Token]]) -> None:
        self._texts = texts
        self._tokens = tokens

    @cached_property
    def pieces(self) -> list[list[str]]:
        return [PIECES.findall(folded(text)) for text in self._texts]

    @cached_property
    def _run(self) -> tuple[str, frozenset[int], frozenset[int]]:
        """The words in lower case with nothing between them, and where each begins and ends."""
        starts: list[int] = []
        ends: list[int] = []
        at = 0
        for row in self.pieces:
            for word in row:
                starts.append(at)
                at += len(word)
                ends.append(at)
            at += 1
        run = " ".join("".join(row) for row in self.pieces)
        return run, frozenset(starts), frozenset(ends)

    def _has_joined(self, squashed: str) -> bool:
        """Whether up to four words in a row are spelled so, without what parts them."""
        run, starts, ends = self._run
        at = run.find(squashed)
        while squashed and at >= 0:
            end = at + len(squashed)
            if at in starts and end in ends and len(starts.intersection(range(at, end))) <= LONGEST:
                return True
            at = run.find(squashed, at + 1)
        return False

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(word for row in self.pieces for word in row)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        return frozenset(
            token.lower for row in self._tokens for token in row if token.text[:1].isupper()
        )

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset(token.stem for row in self._tokens for token in row)

    @cached_property
    def initials(self) -> frozenset[str]:
        """The first letters of up to six words in a row, with and without the small ones."""
        found: set[str] = set()
        for row in self.pieces:
            large = [word for word in row if word not in _SMALL]
            for heads in ([word[0] for word in row], [word[0] for word in large], _heads(large)):
                for length in range(2, 7):
                    found.update(
                        "".join(heads[start : start + length])
                        for start in range(len(heads) - length + 1)
                    )
        return frozenset(found)

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """Up to four stems in a row."""
        return frozenset(
            tuple(token.stem for token in row[start : start + length])
            for row in self._tokens
            for start in range(len(row))
            for length in range(1, LONGEST + 1)
        )

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What is written like a name in the source, each once."""
        return tuple(dict.fromkeys(name.text for text in self._texts for name in names_in(text)))

    @cached_property
    def _own_names(self) -> frozenset[str]:
        return frozenset(map(folded, self.names))

    def has(self, name: str) -> bool:
        """Whether the source has a name, spelled or shortened in whichever way."""
        written = folded(name)
        whole = "".join(PIECES.findall(written))
        if self._has_whole(whole) or self._stands_for(whole):
            return True
        if whole.endswith("s") and self._is_short_form(whole[:-1]):
            return True
        parts = _parts(written)
        if written in self._own_names or (name.isalpha() and self._is_numbered(written)):
            return True
        pieces = PIECES.findall(name)
        coined = {folded(one) for one in pieces if any(map(str.isupper, one[1:]))}
        if len(parts) == 1:
            return self._has_part(parts[0], coined)
        return all(
            self._has_part(part, coined) or self._goes_without(part, parts[0], name)
            for part in parts
        )

    def _is_short_form(self, short: str) -> bool:
        return short in ALWAYS_KNOWN or (short in expansions() and self._stands_for(short))

    def _goes_without(self, part: str, head: str, name: str) -> bool:
        """Whether a part of a compound need not be in the source: a plain word, as in `A-style`.

        What tells one model of a family from another must, be it by its first letter.
        """
        if part in _VARIANTS and folded(name).endswith(part):
            return part != head and self._has_whole(head + part[0])
        return part.isalpha() and (is_ordinary(part) or part in name)

    def _is_numbered(self, short: str) -> bool:
        """Whether the source has a short form with figures behind: `ISIC` in `ISIC2018`."""
        size = len(short)
        return size > 2 and any(
            word.startswith(short) and word[size:].isdigit() for word in self.words
        )

    def has_whole(self, written: str) -> bool:
        """Whether a word of the source is spelled so, but for case and hyphens."""
        squashed = "".join(PIECES.findall(folded(written)))
        return squashed in self.words or squashed in self._squashed

    @cached_property
    def acronyms(self) -> frozenset[str]:
        """The names in capitals alone, in lower case and without a plural's `s`."""
        return frozenset(
            name.rstrip("s").lower() for name in self.names if name.rstrip("s").isupper()
        )

    @cached_property
    def _squashed(self) -> frozenset[str]:
        return frozenset("".join(PIECES.findall(folded(name))) for name in self.names)

    def _has_whole(self, squashed: str) -> bool:
        if squashed in ALWAYS_KNOWN or self._has_joined(squashed):
            return True
        singular = squashed.endswith("s") and self._has_joined(squashed[:-1])
        return singular or self._has_joined(squashed + "s")

    def _has_part(self, part: str, coined: Container[str]) -> bool:
        if self._has_whole(part) or stem(part) in self.stems:
            return True
        singular = part[:-1] if part.endswith("s") and part not in expansions() else part
        if self._stands_for(singular):
            return True
        if not kindred().get(part, frozenset()).isdisjoint(self.words):
            return True
        if part[:2] == "bi" and len(part) > 4 and self._is_two_way and self._has_part(part[2:], ()):
            return True
        if part in self._paired_languages or (len(part) == 2 and language_of(part) in self.words):
            return True
        return part.isalpha() and len(part) > 4 and part not in coined and self._has_form_of(part)

    @cached_property
    def _is_two_way(self) -> bool:
        """Whether the source has something bidirectional: `BiLSTM`."""
        return any(
            one == "bi" or one.startswith("bidirection") for row in self.pieces for one in row
        )

    def has_pair(self, initial: str, word: str) -> bool:
        """Whether a word that begins with a letter stands right before another word."""
        first, last = initial.lower(), word.lower()
        return any(
            other == last and one.startswith(first)
            for row in self.pieces
            for one, other in pairwise(row)
        )

    @cached_property
    def _paired_languages(self) -> frozenset[str]:
        return paired_languages(self._texts)

    def _has_form_of(self, part: str) -> bool:
        """`Cuban` for `Cuba`, `Bayes` for `Bayesian`: the same but for an ending."""
        kept = part[: max(4, len(part) - 3)]
        return any(
            word.startswith(kept) and abs(len(word) - len(part)) <= 3 and word.isalpha()
            for word in self.capitalised
        )

    def _stands_for(self, short: str) -> bool:
        if short[:1] == "p" and short[1:].isdigit() and "percentil" in self.stems:
            return True
        if _DIMENSIONS.fullmatch(short) and self._dimensions <= {short[0]}:
            return True
        if short[1:2] == "2" and short[0] + "t" + short[2:] in self.initials:
            return True  # `T2I` for `text to image`
        if "2" in short[1:-1] and self._is_to(*short.split("2", 1)):
            return True
        known = expansions().get(short)
        if known is not None and any(self._has_phrase(phrase) for phrase in known):
            return True
        return known is None and 2 <= len(short) <= 6 and short in self.initials

    def _is_to(self, one: str, other: str) -> bool:
        """Whether the source has `word to vector` for `word2vec`."""
        run, starts, _ = self._run
        return run.find(f"{one}to{other}") in starts if one.isalpha() and other.isalpha() else False

    @cached_property
    def _dimensions(self) -> frozenset[str]:
        """Of how many dimensions the source says that things are, in figures."""
        written = {word[0] for word in self.words if _ANY_DIMENSIONS.fullmatch(word)}
        spelled = {
            _COUNTS[one]
            for row in self.pieces
            for one, other in pairwise(row)
            if one in _COUNTS and other.startswith("dimension")
        }
        return frozenset(written | spelled)

    def _has_phrase(self, phrase: tuple[str, ...]) -> bool:
        if len(phrase) > LONGEST:
            return f" {' '.join(phrase)} " in self._in_stems
        if phrase in self.phrases or self._has_joined("".join(phrase)):
            return True
        return len(phrase) > 1 and self.stems.issuperset(phrase) and self._has_near(phrase)

    def _has_near(self, phrase: tuple[str, ...]) -> bool:
        """Whether some words stand near each other in any order: `it answers questions`."""
        wide = len(phrase) + _BETWEEN
        return any(
            set(phrase).issubset(stems[place : place + wide])
            for stems in ([token.stem for token in row] for row in self._tokens)
            for place in range(max(1, len(stems) - wide + 1))
        )

    @cached_property
    def _in_stems(self) -> str:
        return " . ".join(f" {' '.join(token.stem for token in row)} " for row in self._tokens)

    def is_expanded(self, words: Sequence[str]) -> bool:
        """Whether the source has the short form of words written out, `GAN` or `NLP`."""
        stems = tuple(stem(word) for word in words)
        return any(
            stems == phrase
            and (short in self.words or short + "s" in self.words)
            and self._defined.get(short, phrase) == phrase
            for short, phrases in _by_first().get(stems[0], ())
            for phrase in phrases
        )

    def has_short_form(self, words: Sequence[str]) -> bool:
        """Whether the source has the first letters of words as a short form, of no other words."""
        short = "".join(word[0] for word in words)
        stems = tuple(map(stem, words))
        return short in self.acronyms and self._defined.get(short, stems) == stems

    @cached_property
    def _defined(self) -> dict[str, tuple[str, ...]]:
        """What the source says that a short form stands for, as stems: `foo bar (FB)`."""
        found: dict[str, tuple[str, ...]] = {}
        for text in self._texts:
            for one in _DEFINED.finditer(text):
                short = folded(one[2])
                words = PIECES.findall(folded(one[1]))[-len(short) :]
                if "".join(word[0] for word in words) == short:
                    found[short] = tuple(map(stem, words))
        return found


@cache
def _by_first() -> dict[str, tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]]:
    """The short forms with what they stand for, by the first stem of it."""
    table: dict[str, dict[str, list[tuple[str, ...]]]] = {}
    for short, phrases in expansions().items():
        for phrase in phrases:
            if len(phrase) > 1:
                table.setdefault(phrase[0], {}).setdefault(short, []).append(phrase)
    return {
        first: tuple((short, tuple(phrases)) for short, phrases in row.items())
        for first, row in table.items()
    }


def _heads(words: Sequence[str]) -> list[str]:
    """The first letters of words, but all of what has a figure: `3d`."""
    return [word if word[0].isdigit() and len(word) < 4 else word[0] for word in words]


def _parts(written: str) -> list[str]:
    """The words of a name; a figure or a single letter belongs to the word before it."""
    parts: list[str] = []
    for piece in PIECES.findall(written):
        figure = len(piece) == 1 or not piece.isalpha()
        if parts and figure and parts[-1] not in _SMALL:
            parts[-1] += piece
        else:
            parts.append(piece)
    return parts
