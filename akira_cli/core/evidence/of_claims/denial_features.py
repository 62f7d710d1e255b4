"""What can be counted about a denying clause beside a source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.denial_evidence import NEAR, Evidence, evidence, places_of
from akira_cli.core.evidence.of_claims.denial_form import (
    Form,
    form_features,
    form_of,
    says_even,
    says_only,
)
from akira_cli.core.evidence.of_claims.denied_there import Denied
from akira_cli.core.evidence.of_claims.denying_clauses import Denying
from akira_cli.core.evidence.of_words.denying_words import base_denied_by
from akira_cli.core.evidence.of_words.opposites import opposites
from akira_cli.core.evidence.of_words.polarity import AFFIRMED, DENIED, UNTOLD, is_content
from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

SYNONYM, OPPOSITE = 0.6, 0.5
"""What a word of the same or of the opposite meaning counts beside the word itself."""

SENTENCE = 0.3
"""What the rest of the sentence counts beside the clause when they are compared."""

CLOSE = 0.75
"""What share of the best sentence's agreement makes another as likely to be meant."""


class Seen(NamedTuple):
    """The features of a denying clause, and where the source speaks of what it denies."""

    features: dict[str, float]
    sentence: int
    place: int


def denial_features(tokens: Sequence[Token], clause: Denying, source: Claims) -> Seen:
    """What tells whether a source says what a clause denies."""
    words = [token.stem for token in tokens if is_content(token)]
    agreements = [
        _agreement(clause, source, number) + SENTENCE * _share(words, source, number)
        for number in range(len(source.readings))
    ]
    order = sorted(range(len(agreements)), key=lambda number: -agreements[number])
    best = order[0]
    close = [at for at in order[:3] if agreements[at] >= CLOSE * agreements[best]]
    cues = [_cues(clause, source, number) for number in order]
    with_cue = [agreements[at] for at, near in zip(order, cues, strict=True) if near]
    without = [agreements[at] for at, near in zip(order, cues, strict=True) if not near]
    form = form_of(tokens, clause)
    there = evidence(clause, source, close)
    found = {
        "agreement": agreements[best],
        "agreement_before": _share(clause.before, source, best),
        "lead_of_no_cue": max(without, default=0.0) - max(with_cue, default=0.0),
        "cue_close": float(any(cues[: len(close)])),
        "cue_by_subject": float(_is_by_subject(clause, source, best)),
        "double_and_cue": float(clause.is_double and cues[0] > 0),
        "denial_in_source": float(_is_denial_of_source(tokens, clause, source)),
        "background": float(best in source.background),
        "title": float(best == 0),
        **_needed(clause, source, best, form),
        **_signs(clause, source, best),
        **_weighed(tokens, clause, form, there),
        **form_features(tokens, clause),
    }
    return Seen(found, best, next(iter(places_of(clause.denied, source, best)), 0))


def _is_denial_of_source(tokens: Sequence[Token], clause: Denying, source: Claims) -> bool:
    """Whether a clause denies a denial that the source has, itself not denied: `not unfair`."""
    following = range(clause.first + 1, min(clause.end, clause.first + 4))
    denied = {_denial(tokens, at) for at in following} - {""}
    return bool(denied) and any(
        _denial(reading.tokens, one.place) in denied and not _has_plain_before(row, one)
        for reading, row in zip(source.readings, source.denying, strict=True)
        for one in row
    )


def _denial(tokens: Sequence[Token], place: int) -> str:
    """What a word denies in itself, `free` with the word before it; empty when it denies none."""
    token = tokens[place]
    if token.lower in _WITH_WORD and token.joined:
        return f"{tokens[place - 1].stem}-{token.lower}"
    return token.stem if base_denied_by(token.lower) else ""


_WITH_WORD = word_set("free agnostic independent invariant")


def _has_plain_before(row: Sequence[Denied], one: Denied) -> bool:
    return any(each.kind == "plain" and 0 < one.place - each.place <= 4 for each in row)


def _needed(clause: Denying, source: Claims, best: int, form: Form) -> dict[str, float]:
    """What the source needs or finds bad near what the clause speaks of."""
    has_bad = _near(clause, source, best, source.marks[best].bad) > 0
    has_need = _near(clause, source, best, source.marks[best].needed) > 0
    return {
        "double_and_need": float(clause.is_double and has_need),
        "need_near": float(has_need),
        "bad_denied_and_told": float(form.bad and has_bad),
        "bad_denied_alone": float(form.bad and not has_bad),
    }


def _weighed(
    tokens: Sequence[Token], clause: Denying, form: Form, there: Evidence
) -> dict[str, float]:
    """What the source denies beside what the clause does: a denied denial affirms."""
    hard = any(there[one] for one in ("plain_on", "plain_near", "avoiding_on", "avoiding_near"))
    ill = any(there[one] for one in ("bad_on", "bad_near", "scant_on", "scant_near"))
    kept = any(there[one] for one in ("kept_near", "kept_on_all", "kept_clause"))
    only = any(there[one] for one in ("only_near", "only_on_all"))
    told = {
        "nothing_denied": not hard and not ill,
        "denial_and_denied": form.denial and hard,
        "denial_alone": form.denial and not hard,
        "ill_and_denied": form.ill and hard,
        "ill_and_told": form.ill and ill and not hard,
        "ill_and_kept": form.ill and kept,
        "good_alone": form.good and not hard and not ill,
        "double_and_one": clause.is_double and there["plain_one"] > 0,
        "only_alone": says_only(tokens, clause) and not only,
        "even_alone": says_even(tokens, clause) and not hard,
    }
    return {**there, **{one: float(told[one]) for one in told}}


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
    places = places_of(clause.before, source, number)
    return any(abs(cue - at) <= NEAR / 2 for cue in source.marks[number].denying for at in places)


def _near(clause: Denying, source: Claims, number: int, cues: Sequence[int]) -> int:
    """How many cues of a sentence stand near the words of a clause there."""
    words = {*clause.denied, *clause.before}
    tokens = source.readings[number].tokens
    cues = [at for at in cues if tokens[at].stem not in words]  # what the clause says, too
    if not cues:
        return 0
    places = places_of(clause.denied[:4], source, number) or places_of(
        clause.before, source, number
    )
    return sum(any(abs(cue - at) <= NEAR for at in places) for cue in cues)
