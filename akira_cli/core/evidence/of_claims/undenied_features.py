"""What can be counted about words that a source denies and a text says."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_claims.denied_there import Denied
from akira_cli.core.evidence.of_claims.said_words import Said
from akira_cli.core.evidence.of_words.cues import NEEDED
from akira_cli.core.evidence.of_words.polarity import AFFIRMED, is_had
from akira_cli.core.evidence.of_words.scopes import clauses
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

NAMES = (
    "whole", "covered", "exact", "second", "near_there", "clause_there", "fits", "not_said",
    "said_here", "had_here", "need_denied", "need_said", "need_both", "losing", "many", "by_not",
    "by_no", "by_without", "by_failing", "by_avoiding", "by_prefix", "still", "only", "already",
    "must", "alike", "others_denied", "told_before",
)  # fmt: skip


def undenied_features(
    said: Said, place: int, number: int, one: Denied, told: Sequence[str]
) -> dict[str, float]:
    """What tells whether a text says what a source denies: the word at a place of the text is the
    first of those that were `told`."""
    source = said.sentence.source
    clause = _clause(said, place, told[0])
    places = source.places
    known = [_told(source.rarities, clause, row) for row in places]
    around = source.readings[number]
    near_there = [
        around.tokens[at].stem
        for at in range(max(0, one.place - 8), min(len(around.tokens), one.place + 10))
        if around.content[at] and around.tokens[at].stem not in one.of
    ]
    others = [each for each in source.by_stem.get(told[0], ()) if each.polarity == AFFIRMED]
    others = [each for each in others if each.sentence != number or _is_apart(each.place, one)]
    return {
        "whole": 1.0,
        "covered": said.share(told, source.rarities),
        "exact": float(told[0] in said.words),
        "second": float(len(told) > 1 and said.has(told[1])),
        "near_there": said.share(near_there, source.rarities),
        "clause_there": known[number] / (sum(map(source.rarity, clause)) or 1.0),
        "fits": known[number] / (max(known) or 1.0),
        "not_said": float(not others),
        "said_here": float(any(each.sentence == number for each in others)),
        "told_before": float(number in source.background),
        "many": float(len(clause)),
        **_needs(said, place, one),
        **_by(around.tokens[one.place].lower, one),
        **_insists(said, place),
    }


def _is_apart(place: int, one: Denied) -> bool:
    return not 0 <= place - one.place <= 5


def _clause(said: Said, place: int, head: str) -> list[str]:
    """The words of the clause of a place that say something, without the one there."""
    spans = [span for span in clauses(said.tokens) if span[0] <= place < span[1]]
    start, end = spans[0] if spans else (0, len(said.tokens))
    content = said.sentence.reading.content
    words = (said.tokens[at].stem for at in range(start, end) if content[at])
    return [word for word in words if word != head]


def _told(rarities: dict[str, float], words: Sequence[str], row: dict[str, list[int]]) -> float:
    return sum(rarities.get(word, 1.0) for word in words if word in row)


def _needs(said: Said, place: int, one: Denied) -> dict[str, float]:
    """Whether it is a need that is denied there and told of here, or a loss that is denied."""
    near = said.tokens[max(0, place - 6) : place + 5]
    denied = not _NEEDING.isdisjoint(one.of)
    here = any(token.lower in NEEDED for token in near)
    return {
        "need_denied": float(denied),
        "need_said": float(here),
        "need_both": float(denied and here),
        "losing": float(not _LOSING.isdisjoint(one.of)),
        "had_here": float(is_had(said.tokens, place)),
    }


def _by(word: str, one: Denied) -> dict[str, float]:
    """With which kind of word it is denied."""
    return {
        "by_not": float(word in _NOT),
        "by_no": float(word in _NO),
        "by_without": float(word == "without"),
        "by_failing": float(word in _FAILING),
        "by_avoiding": float(one.kind == "avoiding"),
        "by_prefix": float(word not in _NOT and word.startswith(_PREFIXES)),
    }


def _insists(said: Said, place: int) -> dict[str, float]:
    """Whether the text insists that it is so: `still needs`, `does work`, `only with`."""
    near = {token.lower for token in said.tokens[max(0, place - 6) : place + 5]}
    return {
        "still": float(not _STILL.isdisjoint(near)),
        "only": float(not _ONLY.isdisjoint(near)),
        "already": float(not _ALREADY.isdisjoint(near)),
        "must": float(not _MUST.isdisjoint(near)),
        "alike": float(any(token.lower == "like" for token in said.tokens[:3])),
        "others_denied": float("plain" in said.denials),
    }


_NOT = word_set("not n't n’t cannot never")
_NO = word_set("no nor neither none")
_FAILING = word_set("fail fails failed failing unable inability")
_PREFIXES = ("un", "in", "im", "ir", "non", "dis")
_STILL = word_set("still again nonetheless nevertheless")
_ONLY = word_set("only solely just exclusively alone")
_ALREADY = word_set("already easily readily fully does do did even always indeed")
_MUST = word_set("must has have necessary needed required essential mandatory")
_NEEDING = frozenset(
    stem(word)
    for word in word_set(
        "need require rely depend necessitate use using access dependence reliance necessity "
        "requirement"
    )
)
_LOSING = frozenset(
    stem(word) for word in word_set("sacrificing compromising losing degrading hurting impairing")
)
