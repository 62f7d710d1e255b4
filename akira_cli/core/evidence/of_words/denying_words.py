"""Words with which a source may say what another text says with `not`, by how much they deny."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from akira_cli.core.evidence.of_words.prefixes import denied_base
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

Denial = Literal["plain", "avoiding", "instead", "only", "scant", "bad", "kept", "doubted"]

DENIALS: tuple[Denial, ...] = (
    "plain",
    "avoiding",
    "instead",
    "only",
    "scant",
    "bad",
    "kept",
    "doubted",
)
"""`plain` denies, `avoiding` does away with something, `instead` sets it against another, `only`
excludes all else, `scant` says that there is little, `bad` that it goes ill, `kept` that it stays
as it is, and `doubted` is what is commonly thought."""

_PLAIN = """
not n't n’t never cannot no without neither nor none nothing nobody nowhere lack lacks lacked
lacking absence absent devoid unable inability incapable incapability fail fails failed failing
failure failures prevent prevents prevented preventing preclude precludes precluded precluding
prohibit prohibits prohibited forbid forbids forbidden refuse refuses refused disallow disallows
missing infeasible impossible impractical intractable insufficient insufficiently inadequate
inadequately ineffective inapplicable unavailable inaccessible nonexistent invalid deny denies
denied false refute refutes refuted contradict contradicts contradicted contrary disprove
disproves myth misconception exempt zero void cease ceases ceased stop stops stopped oblivious
"""
_AVOIDING = """
avoid avoids avoided avoiding eliminate eliminates eliminated eliminating elimination remove
removes removed removing removal bypass bypasses bypassed bypassing obviate obviates obviated
obviating circumvent circumvents circumvented circumventing sidestep sidesteps sidestepping skip
skips skipped skipping discard discards discarded discarding drop drops dropped dropping omit
omits omitted omitting omission exclude excludes excluded excluding exclusion replace replaces
replaced replacing dispense dispenses dispensing forgo forgoes forgoing abandon abandons abandoned
abandoning relax relaxes relaxed relaxing relieve relieves alleviate alleviates alleviated
alleviating mitigate mitigates mitigated mitigating overcome overcomes overcoming ignore ignores
ignored ignoring overlook overlooks overlooked overlooking neglect neglects neglected neglecting
disregard disregards disregarded disregarding away spare spares sparing save saves saving decouple
decouples decoupled decoupling disentangle disentangles disentangled separate separates separated
separating suppress suppresses suppressing freeze frozen fixed free freed frees escape escapes
evade evades resist resists curb curbs lift lifts abolish rid sans waive waives hide hides hidden
forget forgets forgotten leave leaves left
"""
_INSTEAD = """
instead rather unlike beyond opposed contrast except other independent independently independence
irrespective regardless agnostic invariant invariance orthogonal whereas exceed exceeds before
until alternative alternatives different differs differ differently despite notwithstanding
unrelated outside against
"""
_ONLY = "only solely purely merely exclusively alone just single entirely fully first"
_SCANT = """
hardly scarcely barely rarely rare seldom few fewer little limited limit limits limiting scarce
scarcity minimal minimally negligible marginal marginally less least reduce reduces reduced
reducing reduction lower lowers low small minor weak weakly poor poorly sparse partial partially
partly decrease decreases decreased decreasing restrict restricts restricted restricting
constrained confined narrow shortage below under short underexplored understudied underrepresented
almost nearly
"""
_BAD = """
trouble difficulty difficulties difficult hard problem problems challenge challenges challenging
challenged struggle struggles struggled struggling degrade degrades degraded degrading degradation
costly expensive interference interfere interferes hurt hurts hurting harm harms harmful loss
losses lose loses losing lost sacrifice sacrifices sacrificing compromise compromises compromised
compromising miss misses bias biased drawback drawbacks weakness weaknesses gap gaps suffer
suffers suffering prone vulnerable vulnerability vulnerabilities fragile brittle sensitive
sensitivity slow slows heavy burden bottleneck bottlenecks limitation limitations decline declines
undermine undermines worse worst error errors risk risks crisis cost costs hinder hinders hindered
hindering hamper hampers hampered hampering impede impedes impeded impeding obstacle obstacles
barrier barriers restrictive rigid shortcoming shortcomings issue issues deficiency deficiencies
fall falls falling shortfall lag lags lagging behind underperform underperforms underperformed
deteriorate deteriorates collapse collapses discrepancy discrepancies mismatch misalignment
misaligned wrong wrongly flawed flaw flaws harder tedious laborious demanding prohibitive
prohibitively question questions questionable doubt concern concerns ambiguity ambiguous confuse
confused tension conflict conflicts neglected unstable open remains remain still yet however
"""
_KEPT = """
preserve preserves preserved preserving maintain maintains maintained maintaining retain retains
retained retaining keep keeps kept keeping same comparable comparably match matches matching par
unchanged constant robust robustness equal equals equally equivalent equivalently stable similar
identical consistent consistently intact full fully
"""


_DOUBTED = """
assumption assumptions assume assumes assumed assuming presumed presumption belief beliefs
believed believe wisdom conventional intuition intuitive expectation expectations expected
supposed seem seems seemed seemingly might may claim claims claimed hypothesis hypothesized
thought often commonly typically usually widely
"""


@cache
def _kinds() -> dict[str, Denial]:
    found: dict[str, Denial] = {}
    rows: tuple[tuple[Denial, str], ...] = (
        ("doubted", _DOUBTED),
        ("kept", _KEPT),
        ("bad", _BAD),
        ("scant", _SCANT),
        ("only", _ONLY),
        ("instead", _INSTEAD),
        ("avoiding", _AVOIDING),
        ("plain", _PLAIN),
    )
    for kind, words in rows:
        found.update(dict.fromkeys(word_set(words), kind))
    return found


_NOT_WITHOUT = word_set(
    "unless nonetheless nevertheless regardless less wireless seamless lossless restless bless "
    "countless endless timeless priceless flawless doubtless"
)


def denial_of(tokens: Sequence[Token], place: int) -> Denial | None:
    """How the word at a place denies what is near it, if it does."""
    token = tokens[place]
    lower = token.lower
    if lower == "free":
        return "plain" if token.joined else "avoiding"
    if lower in _OUT_OF_REACH and place and tokens[place - 1].lower in _BEING:
        return "plain"
    return _kind_of(lower)


@lru_cache(maxsize=20_000)
def _kind_of(lower: str) -> Denial | None:
    if lower in _kinds():
        return _kinds()[lower]
    return "plain" if base_denied_by(lower) or lower == "non" else None


_OUT_OF_REACH = word_set("beyond outside out far")
_BEING = word_set(
    "is are was were be lie lies lay remain remains remained stay stays fall falls still"
)


@cache
def base_denied_by(lower: str) -> str:
    """The stem of what a word denies by itself: of `unseen` and `markerless`; else empty."""
    if lower.endswith("less") and len(lower) > 7 and lower not in _NOT_WITHOUT:
        return stem(lower[:-4])
    return denied_base(lower)
