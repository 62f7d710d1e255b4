"""Words near a claim that tell whether it is denied, doubted, needed or bad for whom it is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.evidence.of_words.prefixes import denied_base
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

DENYING = word_set(
    "no not n't never without cannot neither nor none nothing nobody absence absent lack lacks "
    "lacking lacked fail fails failed failing unable instead rather unlike avoid avoids avoiding "
    "avoided eliminate eliminates eliminating eliminated remove removes removing removed exclude "
    "excludes excluding excluded omit omits omitting omitted omission bypass bypasses bypassing "
    "obviate obviates obviating circumvent circumvents hardly rarely barely scarcely seldom "
    "independent independently irrespective regardless agnostic only solely purely exclusively "
    "little few discard discards discarding skip skips dispense dispenses away free replace "
    "replaces replacing contrast opposed"
)
"""Words with which a source may say what another text says with `not`."""

BAD = word_set(
    "trouble difficulty difficulties difficult problem problems shortage limit limits limited "
    "limitation limitations challenge challenges challenging struggle struggles struggled degrade "
    "degrades degradation poor poorly insufficient inadequate costly expensive scarce scarcity "
    "interference interfere interferes hurt hurts harm harms harmful loss losses lose loses "
    "sacrifice sacrificing compromise compromises compromising miss misses missing bias biased "
    "drawback weakness weaknesses weak gap gaps ignore ignores ignored overlook overlooks "
    "overlooked neglect neglected suffer suffers prone vulnerable vulnerability fragile sensitive "
    "slow heavy burden bottleneck impractical impossible infeasible unexplored underexplored "
    "restrict restricted constrained drop drops decline declines undermine worse worst lower less "
    "inconsistent error errors risk risks unreliable crisis cost costs"
)
"""Words for what nobody wants: to deny them is to praise."""

NEEDED = word_set(
    "need needs needed require requires required requiring necessary rely relies relying depend "
    "depends dependent must essential demand demands"
)
CONCESSIVE = word_set("though although but however yet while despite even still")

DOUBTFUL = word_set(
    "however but although despite while whereas worse lower drop degrade decline limit limited "
    "fail struggle cost slower still yet only negative"
)
"""Words of a sentence that does not only praise."""


def denies(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word says of something near it that it is not so, not there or not used."""
    token = tokens[place]
    if token.lower == "free":
        return token.joined
    return token.lower in DENYING or bool(denied_base(token.lower))


class Marks(NamedTuple):
    """The places in a sentence of words that deny, that tell of bad things and of needs."""

    denying: tuple[int, ...]
    bad: tuple[int, ...]
    needed: tuple[int, ...]


def marks(tokens: Sequence[Token]) -> Marks:
    """The marks of a sentence."""
    places = range(len(tokens))
    return Marks(
        tuple(at for at in places if denies(tokens, at)),
        tuple(at for at in places if tokens[at].lower in BAD),
        tuple(at for at in places if tokens[at].lower in NEEDED),
    )
