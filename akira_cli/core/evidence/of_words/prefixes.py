"""Prefixes that deny a word: unsupervised, inaccurate, non-linear."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

_PREFIXES = ("un", "non", "in", "im", "ir", "dis", "a")
_NOT_PREFIXED = word_set(
    "under until unless unique uniform unify unified union unit units unity universal universe "
    "university understand understanding understood inside into input inputs increase increases "
    "include includes including included introduce introduces indicate indicates individual "
    "individuals inform information informed infer inference infers interest interesting "
    "interact instance instances instead institute intent intend invent inspire integrate intact "
    "imagine image images important impact improve improves implement imply import distinct "
    "distance discover discuss display distribute dispatch dispute about above across address "
    "adapt adopt agent agents along also alone array aspect assess attack attend attention "
    "average avoid aware await award align aligned apart appear apply around arrange arise "
    "instruct instruction instructions intense intensive insight insights industry initial "
    "inherent inner innovate innovative inspect integral intelligence intelligent internal "
    "interval invest investigate invoke involve issue disease disk dish district discourse "
    "discipline disaster document"
)
_ABLE = ("able", "ible")
_DENIABLE = frozenset(
    stem(word)
    for word in word_set(
        "accurate correct efficient sufficient consistent active complete dependent visible "
        "expensive capable sensitive effective feasible adequate direct formal perfect "
        "possible proper practical relevant regular agree able connected continuous similar "
        "entangled symmetric synchronous supervised linear negative trivial negligible "
        "suspicious existent parametric stationary convex differentiable secure stable "
        "flexible tolerant variant appropriate compatible coherent exact precise tractable "
        "mature balanced reversible verbal english autoregressive experts expert native "
        "uniform significant"
    )
)


@cache
def denied_base(lower: str) -> str:
    """The stem of what a prefix denies, `supervis` in `unsupervised`; empty without one."""
    if len(lower) < 6 or lower in _NOT_PREFIXED:
        return ""
    for prefix in _PREFIXES:
        if lower.startswith(prefix):
            base = lower[len(prefix) :]
            if len(base) < 4:
                continue
            if prefix == "un" or stem(base) in _DENIABLE:
                return stem(base[:-4] if base.endswith(_ABLE) and len(base) > 7 else base)
    return ""
