"""The claims of a text that are judged by what was learned from pairs of a source and a summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Literal, NamedTuple

from akira_cli.core.evidence.findings import Problem, ProblemId
from akira_cli.core.evidence.of_claims.affirmed_features import affirmed
from akira_cli.core.evidence.of_claims.denial_features import denial_features
from akira_cli.core.evidence.of_claims.denying_clauses import denying_clauses
from akira_cli.core.evidence.of_claims.direction_features import directions
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.judgement import Judgement
from akira_cli.core.evidence.of_claims.judgement_weights import AFFIRMED, DENIED, DIRECTED
from akira_cli.core.evidence.of_claims.outdone import upheld
from akira_cli.core.evidence.reading import WORDS, Source, Text

Judged = Literal["denied", "affirmed", "directed"]

JUDGEMENTS: dict[Judged, Judgement] = {
    "denied": DENIED,
    "affirmed": AFFIRMED,
    "directed": DIRECTED,
}
_CALLED: dict[Judged, ProblemId] = {
    "denied": "negation-changed",
    "affirmed": "negation-changed",
    "directed": "direction-changed",
}

SENTENCES = 40
"""How many sentences of a text have their claims judged: a longer one is no summary."""


class Claim(NamedTuple):
    """What a text claims from one character to another, with what is counted about it.

    `sentence` and `place` are where the source speaks of it: the sentence and a word there.
    """

    judgement: Judged
    start: int
    end: int
    features: Mapping[str, float]
    sentence: int
    place: int


def judged_problems(sentence: InContext) -> Iterator[Problem]:
    """The claims of a sentence that are likely to be at fault."""
    for claim in claims_in(sentence):
        likely = JUDGEMENTS[claim.judgement].is_fault(claim.features)
        if likely and not _is_upheld(claim, sentence):
            why = f"the source says {sentence.shown(claim.sentence, claim.place)}"
            yield Problem(_CALLED[claim.judgement], "", claim.start, claim.end, why)


def read_sentences(text: Text, source: Source) -> Iterator[InContext]:
    """The sentences of a text that claim something of their own, a question does not."""
    rows = zip(text.sentences, text.tokens, strict=True)
    for one, tokens in islice(rows, SENTENCES):
        if not (source.has_verbatim(one.text) or one.text.endswith("?")):
            yield InContext(tokens[:WORDS], source.claims)


def claims_of(text: Text, source: Source) -> Iterator[Claim]:
    """The claims of each sentence of a text that are neither the source's own words nor say who is
    better just as it does."""
    for sentence in read_sentences(text, source):
        yield from (one for one in claims_in(sentence) if not _is_upheld(one, sentence))


def _is_upheld(claim: Claim, sentence: InContext) -> bool:
    return claim.judgement == "directed" and claim.start in upheld(sentence)


def claims_in(sentence: InContext) -> Iterator[Claim]:
    """The claims of a sentence."""
    tokens = sentence.reading.tokens
    for clause in denying_clauses(tokens):
        seen = denial_features(tokens, clause, sentence.source)
        start, end = tokens[clause.first].start, tokens[clause.end - 1].end
        yield Claim("denied", start, end, seen.features, seen.sentence, seen.place)
    for one in affirmed(sentence):
        token = one.mention.token
        place = one.denied.place
        yield Claim("affirmed", token.start, token.end, one.features, one.denied.sentence, place)
    for each in directions(sentence):
        token = each.mention.token
        yield Claim("directed", token.start, token.end, each.features, each.sentence, each.place)
