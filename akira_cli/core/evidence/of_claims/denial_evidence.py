"""What a source denies near what a clause denies, and what it says there instead."""

from __future__ import annotations

from collections.abc import Sequence

from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.denied_there import Denied, set_against
from akira_cli.core.evidence.of_claims.denying_clauses import Denying
from akira_cli.core.evidence.of_words.denying_words import DENIALS
from akira_cli.core.evidence.of_words.polarity import AFFIRMED
from akira_cli.core.evidence.of_words.scopes import clauses
from akira_cli.core.evidence.synonyms import groups_of, same_meaning
from akira_cli.core.sentences import word_set

NEAR = 6
"""How many words away a denying word speaks of a word."""

NEAR_IN_CLAUSE = 8
"""As `NEAR`, for a word that the denying word is said of."""

Evidence = dict[str, float]

_HOW = ("on", "on_all", "near", "clause")


def evidence(clause: Denying, source: Claims, close: Sequence[int]) -> Evidence:
    """What some sentences of a source deny of what a clause speaks of, the most alike first.

    For each kind of denial: `on` what is denied here, `on_all` on any word of the clause, `near`
    such a word, or in one `clause` with it.
    """
    found = dict.fromkeys([f"{kind}_{how}" for kind in DENIALS for how in _HOW], 0.0)
    for number in close:
        places = places_of(clause.denied[:4], source, number)
        places = places or places_of(clause.before, source, number)
        for name in _denied(clause, source, number, places):
            found[name] = 1.0
    best = close[0]
    places = places_of(clause.denied[:4], source, best) or places_of(clause.before, source, best)
    tokens = source.readings[best].tokens
    against = set_against(tokens)
    heads = [
        source.readings[number].denied[at]
        for number in close
        for at in places_of(clause.denied[:2], source, number)
    ]
    return {
        **found,
        "plain_one": float(_plain_near(clause, source, best, places) == 1),
        "set_against": float(any(at in against for at in places)),
        "listed": float(
            any(token.lower in _LISTING for at in places for token in tokens[max(0, at - 3) : at])
        ),
        "both": float(any(token.lower in _BOTH for token in tokens)),
        "head_said": float(bool(heads)),
        "head_affirmed": float(bool(heads) and set(heads) == {AFFIRMED}),
    }


_LISTING = word_set("and both plus ,")
_BOTH = word_set("both either jointly also combining combines together simultaneously")


def _denied(clause: Denying, source: Claims, number: int, places: Sequence[int]) -> list[str]:
    """What a sentence denies, as names of features."""
    tokens = source.readings[number].tokens
    words = frozenset((*clause.denied, *clause.before))
    spans = [span for span in clauses(tokens) if any(span[0] <= at < span[1] for at in places)]
    found: list[str] = []
    for one in source.denying[number]:
        if _is_said_of(one, clause.denied[:3]):
            found.append(f"{one.kind}_on")
        if _is_said_of(one, words):
            found.append(f"{one.kind}_on_all")
        if tokens[one.place].stem in words:
            continue  # the clause says so, too
        if any(abs(one.place - at) <= NEAR for at in places):
            found.append(f"{one.kind}_near")
        if any(start <= one.place < end for start, end in spans):
            found.append(f"{one.kind}_clause")
    return found


def _plain_near(clause: Denying, source: Claims, number: int, places: Sequence[int]) -> int:
    """How many plain denials of a sentence are said of the clause's words, near them."""
    words = frozenset((*clause.denied, *clause.before))
    return sum(
        one.kind == "plain"
        and any(abs(one.place - at) <= NEAR_IN_CLAUSE for at in places)
        and (not one.of or _is_said_of(one, words))
        for one in source.denying[number]
    )


def _is_said_of(one: Denied, words: Sequence[str] | frozenset[str]) -> bool:
    return any(same_meaning(word, other) for word in words for other in one.of)


def places_of(words: Sequence[str], source: Claims, number: int) -> list[int]:
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
