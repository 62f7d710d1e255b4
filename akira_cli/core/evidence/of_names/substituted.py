"""Things that stand where the source has another of their kind: depth images for thermal ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.mentions import Mention, Reading
from akira_cli.core.evidence.of_names.siblings import Kin, Thing, kin_by_first, spoken_of
from akira_cli.core.evidence.synonyms import same_meaning

ENOUGH = 2.0
"""How much is enough around any two when a word beside them is the same."""

_NEAR = 3
"""How many words after a thing the next that says something may stand."""


def substitution_problems(sentence: InContext) -> Iterator[Problem]:
    """The words of a sentence that the source lacks where it has another thing of the kind."""
    for mention in sentence.reading.mentions:
        for kin in kin_by_first().get(mention.token.stem, ()):
            problem = _substituted(sentence, mention, kin)
            if problem is not None:
                yield problem
                break


def _substituted(sentence: InContext, mention: Mention, kin: Kin) -> Problem | None:
    tokens, source = sentence.reading.tokens, sentence.source
    if not kin.thing.stands_at(tokens, mention.place) or any(
        map(spoken_of(source).has, kin.told_by)
    ):
        return None
    rivals = _rivals(sentence, kin)
    beside = (one for one, rival in rivals if _are_beside(sentence, mention, kin.thing, one, rival))
    match = sentence.best(mention, beside)
    if match is None or match.agreement < min(kin.apart, ENOUGH):
        match = sentence.best(mention, (one for one, _ in rivals))
        if match is None or match.agreement < kin.apart:
            return None
    row = tokens[mention.place : mention.place + len(kin.thing.stems)]
    named = f"no '{' '.join(kin.thing.written)}' in the source"
    why = f"{named}; it has '{match.mention.token.text}'"
    return Problem("name-not-in-source", "", row[0].start, row[-1].end, why)


def _are_beside(
    sentence: InContext, mention: Mention, thing: Thing, other: Mention, rival: Thing
) -> bool:
    """Whether two things have a word right before or after them in common."""
    if sentence.beside(mention, other):
        return True
    here = _after(sentence.reading, mention.place + len(thing.stems))
    there = _after(sentence.source.readings[other.sentence], other.place + len(rival.stems))
    return here is not None and there is not None and same_meaning(here, there)


def _after(reading: Reading, place: int) -> str | None:
    """The first of the next words that says something."""
    following = range(place, min(len(reading.tokens), place + _NEAR))
    return next((reading.tokens[at].stem for at in following if reading.content[at]), None)


def _rivals(sentence: InContext, kin: Kin) -> Sequence[tuple[Mention, Thing]]:
    """Where the source has another thing of the kind that the sentence does not have."""
    tokens, source = sentence.reading.tokens, sentence.source
    return [
        (one, rival)
        for rival in kin.rivals
        if rival.stems[0] in source.by_stem
        and not any(rival.stands_at(tokens, place) for place in range(len(tokens)))
        for one in source.by_stem[rival.stems[0]]
        if rival.stands_at(source.readings[one.sentence].tokens, one.place)
    ]
