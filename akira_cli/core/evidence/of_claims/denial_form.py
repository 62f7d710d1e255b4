"""How a clause denies: with which words, of whom, and beside what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.denying_clauses import Denying
from akira_cli.core.evidence.of_words.cues import BAD, NEEDED
from akira_cli.core.evidence.of_words.denying_words import denial_of
from akira_cli.core.evidence.of_words.signs import better_or_worse, welcome_or_not
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set


class Form(NamedTuple):
    """What a clause denies is: itself a denial, an ill or a change, good, or bad in a word."""

    denial: bool
    ill: bool
    good: bool
    bad: bool


def form_of(tokens: Sequence[Token], clause: Denying) -> Form:
    """What it is that a clause denies."""
    first = clause.first + 1
    following = range(first, min(clause.end, first + 3))
    kinds = {denial_of(tokens, at) for at in following}
    better, welcome = better_or_worse(), welcome_or_not()
    return Form(
        denial=not kinds.isdisjoint(("plain", "avoiding")),
        ill=not kinds.isdisjoint(("bad", "scant"))
        or any(tokens[at].stem in _CHANGES for at in following),
        good=any(better.get(one, 0) > 0 or welcome.get(one, 0) > 0 for one in clause.denied[:3]),
        bad=any(token.lower in BAD for token in tokens[first : min(clause.end, first + 4)]),
    )


def form_features(tokens: Sequence[Token], clause: Denying) -> dict[str, float]:
    """How a clause denies."""
    row = [token.lower for token in tokens]
    first = clause.first
    following = row[first + 1 : min(clause.end, first + 4)]
    following_two = row[first + 1 : first + 3]
    passive = clause.negator == "not" and any(map(_is_done, following_two))
    passive = passive or (
        clause.negator in ("no", "none")
        and any(row[at] in _BEING and _is_done(row[at + 1]) for at in range(first, clause.end - 1))
    )
    told = {
        "conceded": _has(row[max(0, clause.start - 2) : first], _CONCEDING),
        "passive": passive,
        "double": clause.is_double,
        "need_denied": _has(row[first + 1 : first + 4], NEEDED),
        "in_part": _has(row[first + 1 : first + 4], _PARTLY)
        or _has(row[first + 1 : clause.end], _ALONE),
        "no_longer": following[:1] == ["longer"],
        "of_doing": row[first] == "without" and following[:1] != [] and following[0][-3:] == "ing",
        "no_verb": clause.negator == "not" and row[max(0, first - 1)] not in _AUXILIARIES,
        "no_word_after": not following,
        "but_after": _has(row[clause.end : clause.end + 4], _SET_RIGHT),
        "of_own": _has(row[clause.start : first], _OWN),
        "had": clause.negator == "no" and _has(row[max(0, first - 2) : first], _HAVING),
        "until_now": _has(row[clause.start : clause.end], _UNTIL_NOW),
        "still": "still" in row[max(0, first - 3) : first + 2],
        **{f"by_{one}": clause.negator == one for one in _TOLD_APART},
    }
    return {"words": float(len(clause.denied)), **{one: float(told[one]) for one in told}}


def says_only(tokens: Sequence[Token], clause: Denying) -> bool:
    """Whether the sentence says around the clause that something is all there is."""
    around = tokens[max(0, clause.start - 8) : clause.end + 2]
    return any(token.lower in _ONLY for token in around)


def says_even(tokens: Sequence[Token], clause: Denying) -> bool:
    """Whether it is said to hold even so: `even without labels`."""
    return any(token.lower == "even" for token in tokens[max(0, clause.first - 2) : clause.first])


def _is_done(word: str) -> bool:
    return word.endswith("ed") or word in _PARTICIPLES


def _has(words: Sequence[str], some: frozenset[str]) -> bool:
    return not some.isdisjoint(words)


_TOLD_APART = ("cannot", "not", "no", "without", "neither", "unable", "lacking", "hardly")
_PARTICIPLES = word_set(
    "done made shown given known kept seen held built taken left found carried drawn run"
)
_PARTLY = word_set("all always every necessarily enough yet alone longer fully quite")
_ALONE = word_set("alone merely solely")
_BEING = word_set("is are was were been being be")
_CONCEDING = word_set("though although but however yet while despite")
_AUXILIARIES = word_set(
    "do does did is are was were be been has have had can could will would shall need should must "
    "may might"
)
_HAVING = word_set("have has had is are was were there")
_OWN = word_set("it we its our this they method approach model framework paper authors")
_ONLY = word_set("only alone just solely purely exclusively merely")
_SET_RIGHT = word_set("but instead rather")
_UNTIL_NOW = word_set("before earlier previous previously yet far prior existing hitherto")
_CHANGES = frozenset(
    stem(word)
    for word in word_set("change alter affect vary differ modify impact influence shift touch")
)
