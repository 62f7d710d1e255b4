"""What can be counted about a denying clause beside a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.denying_clauses import Denying
from akira_cli.core.evidence.of_words.cues import BAD, CONCESSIVE, NEEDED
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.of_words.polarity import AFFIRMED, DENIED, UNTOLD
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

NEAR = 6
"""How many words away a cue speaks of a word."""

SYNONYM, OPPOSITE = 0.6, 0.5
"""What a word of the same or of the opposite meaning counts beside the word itself."""

CLOSE = 0.75
"""What share of the best sentence's agreement makes another as likely to be meant."""


class Seen(NamedTuple):
    """The features of a denying clause, and where the source speaks of what it denies."""

    features: dict[str, float]
    sentence: int
    place: int


def denial_features(tokens: Sequence[Token], clause: Denying, source: Claims) -> Seen:
    """What tells whether a source says what a clause denies."""
    agreements = [_agreement(clause, source, number) for number in range(len(source.readings))]
    order = sorted(range(len(agreements)), key=lambda number: -agreements[number])
    best = order[0]
    cues = [_cues(clause, source, number) for number in order]
    close = [
        number
        for number in range(min(3, len(order)))
        if agreements[order[number]] >= CLOSE * agreements[best]
    ]
    with_cue = [agreements[at] for at, near in zip(order, cues, strict=True) if near]
    without = [agreements[at] for at, near in zip(order, cues, strict=True) if not near]
    has_bad = _near(clause, source, best, source.marks[best].bad) > 0
    has_need = _near(clause, source, best, source.marks[best].needed) > 0
    lead = max(without, default=0.0) - max(with_cue, default=0.0)
    found = {
        "agreement": agreements[best],
        "agreement_before": _share(clause.before, source, best),
        "lead_of_no_cue": lead,
        "cue_close": float(any(cues[at] for at in close)),
        "cue_by_subject": float(_is_by_subject(clause, source, best)),
        "double_and_cue": float(clause.is_double and cues[0] > 0),
        "double_and_need": float(clause.is_double and has_need),
        "need_near": float(has_need),
        "bad_denied_and_told": float(_denies_bad(tokens, clause) and has_bad),
        "bad_denied_alone": float(_denies_bad(tokens, clause) and not has_bad),
        "background": float(best in source.background),
        "title": float(best == 0),
        **_signs(clause, source, best),
        **_form(tokens, clause),
    }
    return Seen(found, best, next(iter(_places(clause.denied, source, best)), 0))


def _signs(clause: Denying, source: Claims, best: int) -> dict[str, float]:
    """With which sign the source has the denied words."""
    signs = source.readings[best].denied
    said = Counter(
        signs[at] for word in clause.denied[:3] for at in source.places[best].get(word, ())
    )
    anywhere = {one.polarity for word in clause.denied[:2] for one in source.same_word(word)}
    return {
        "affirmed": float(min(said[AFFIRMED], 3)),
        "untold": float(min(said[UNTOLD], 2)),
        "denied_anywhere": float(DENIED in anywhere),
        "affirmed_anywhere": float(AFFIRMED in anywhere),
    }


def _form(tokens: Sequence[Token], clause: Denying) -> dict[str, float]:
    """How the clause denies."""
    following = [token.lower for token in tokens[clause.first + 1 : clause.first + 4]]
    leading = [token.lower for token in tokens[max(0, clause.start - 2) : clause.first]]
    passive = clause.negator == "not" and any(
        word.endswith("ed") or word in _PARTICIPLES for word in following[:2]
    )
    return {
        "words": float(len(clause.denied)),
        "conceded": float(not CONCESSIVE.isdisjoint(leading)),
        "passive": float(passive),
        "double": float(clause.is_double),
        "need_denied": float(not NEEDED.isdisjoint(following)),
        "in_part": float(not _PARTLY.isdisjoint(following)),
        **{f"by_{one}": float(clause.negator == one) for one in _TOLD_APART},
    }


_TOLD_APART = ("cannot", "not", "no", "without", "neither", "unable", "lacking", "hardly")
_PARTICIPLES = word_set("done made shown given known kept")
_PARTLY = word_set("all always every necessarily enough yet alone longer fully quite")


def _denies_bad(tokens: Sequence[Token], clause: Denying) -> bool:
    following = tokens[clause.first + 1 : min(clause.end, clause.first + 5)]
    return any(token.lower in BAD for token in following)


def _agreement(clause: Denying, source: Claims, number: int) -> float:
    said = _share(clause.denied, source, number)
    return (
        0.5 * said
        + 0.25 * _share(clause.denied[:3], source, number)
        + 0.25 * _share(clause.before, source, number)
    )


def _share(words: Sequence[str], source: Claims, number: int) -> float:
    """How much of the words a sentence has, rarer ones for more."""
    total = sum(source.rarity(word) for word in words)
    if not total:
        return 0.0
    return sum(source.rarity(word) * _worth(word, source, number) for word in words) / total


def _worth(word: str, source: Claims, number: int) -> float:
    if word in source.places[number]:
        return 1.0
    if not groups_of(word).isdisjoint(source.groups[number]):
        return SYNONYM
    others = opposites().get(word)
    return OPPOSITE if others and not others.isdisjoint(source.places[number]) else 0.0


def _cues(clause: Denying, source: Claims, number: int) -> int:
    """How many words of a sentence deny near the words of a clause, or say their opposite."""
    row = source.places[number]
    said = sum(
        other in row
        for word in clause.denied[:2]
        if word not in row
        for other in opposites().get(word, ())
    )
    return said + _near(clause, source, number, source.marks[number].denying)


def _is_by_subject(clause: Denying, source: Claims, number: int) -> bool:
    """Whether a sentence denies something right beside what the clause speaks of."""
    places = _places(clause.before, source, number)
    return any(abs(cue - at) <= NEAR / 2 for cue in source.marks[number].denying for at in places)


def _near(clause: Denying, source: Claims, number: int, cues: Sequence[int]) -> int:
    """How many cues of a sentence stand near the words of a clause there."""
    words = {*clause.denied, *clause.before}
    tokens = source.readings[number].tokens
    cues = [at for at in cues if tokens[at].stem not in words]  # what the clause says, too
    if not cues:
        return 0
    places = _places(clause.denied[:4], source, number) or _places(clause.before, source, number)
    return sum(any(abs(cue - at) <= NEAR for at in places) for cue in cues)


def _places(words: Sequence[str], source: Claims, number: int) -> list[int]:
    """Where a sentence has some words or words of their meaning."""
    row, groups = source.places[number], source.groups[number]
    found = [at for word in words for at in row.get(word, ())]
    for word in words:
        shared = groups_of(word) & groups
        if word not in row and shared:
            found += [
                at
                for other, places in row.items()
                if not shared.isdisjoint(groups_of(other))
                for at in places
            ]
    return found
