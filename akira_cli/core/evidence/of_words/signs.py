"""Words that say which way a claim goes: what is better, what is more, and what that is worth."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

_BETTER = """
improve improved improvement better best outperform surpass exceed beat beaten outdo outclass
outstrip win superior gain enhance excel ahead lead leads leading advance benefit succeed success
successful strengthen stronger strongest faster fastest quicker quickest accelerate speedup easier
cheaper cheapest simpler simplest overtake outpace outshine eclipse outperforms upgrade favour
favor facilitate lightweight
"""
_WORSE = """
worst worsen worse degrade degradation deteriorate deterioration underperform trail trails
trailing lag lags behind inferior hurt hurts harm harms impair impairs hinder slower slow
slowdown harder costlier dearer weaker shortfall poorer struggle struggles suffer suffers
fail fails failure undermine erode erodes hamper collapse collapses impede compromise sacrifice
"""
_MORE = """
above increase raise raises raising grow grows grew growth rise rises rose rising more higher
highest larger largest greater greatest bigger biggest boost longer wider deeper denser heavier
expand expands extend amplify widen widens widening enlarge lengthen lengthens deepen climb climbs
upward elevate magnify intensify maximize maximise double triple upsample escalate inflate
"""
_LESS = """
below decrease reduce reduction lower lowers lowered lowering lowest less fewer fewest smaller
smallest cut cuts cutting shrink shrinks shrinking drop drops dropped decline declines fall falls
fell falling shorter shortest narrower shallower sparser lighter halve halves halved minimize
minimise diminish lessen saves saved compress downward least shorten narrow narrows mitigate
mitigates alleviate suppress suppresses trim slash slashes ease eases relieve limit limits dwindle
weaken downsample tame tames curb curbs counter little minimal eliminate few
"""
_WELCOME = """
accuracy performance quality precision recall score scores robustness reliability stability speed
throughput efficiency generalization generalisation success satisfaction trust confidence
coherence consistency fidelity bleu rouge iou miou psnr ssim auc f1 diversity capability ability
understanding safety fairness interpretability coverage agreement correlation alignment
scalability flexibility utility effectiveness realism accurate efficient robust reliable stable
effective faithful coherent consistent capable powerful strong precise diverse realistic scalable
flexible interpretable safe fair closely close useful helpful trustworthy good well correct
correctly successful skilled resilient transparent generalizable transferable credible plausible
natural economical compact expressive informative expressiveness expressivity adaptability
versatile competence sharpness clarity completeness factuality truthfulness faithfulness privacy
security resilience sharp clear smooth adherence insight equity transfer power sensible result
results gain gains improvement improvements advantage advantages benefit benefits margin
"""
_UNWELCOME = """
error errors loss losses cost costs latency time memory overhead complexity bias biases noise
hallucination hallucinations perplexity fid risk failure failures toxicity redundancy burden
consumption energy forgetting overfitting gap gaps variance uncertainty artifacts artefacts
expense price compute computation flops flop runtime delay damage harm reliance dependence
shortcut shortcuts misinformation vulnerability interference ambiguity discrepancy inconsistency
inconsistencies wer regret mismatch expensive costly complex noisy biased sensitive vulnerable
slow difficult toxic prone fragile brittle uncertain redundant ambiguous unstable inaccurate
incoherent inconsistent harmful dangerous parameters parameter footprint emissions workload effort
labour labor instability flicker blur distortion distortions mistakes mistake degradation drop
hours seconds minutes days storage bandwidth traffic carbon collisions collision
mortality deaths leakage misuse supervision
"""
PASSIVE_FLIPS = word_set(
    "outperformed surpassed beaten exceeded bested outdone overtaken eclipsed outclassed "
    "outpaced outstripped outshone defeated"
)
"""Forms that, before `by`, say that the subject is the worse one."""


@cache
def better_or_worse() -> dict[str, int]:
    """For each stem that says which is better, 1 or -1."""
    return _signed(_BETTER, _WORSE)


@cache
def more_or_less() -> dict[str, int]:
    """For each stem that says that there is more or less of something, 1 or -1."""
    return _signed(_MORE, _LESS)


@cache
def welcome_or_not() -> dict[str, int]:
    """For each stem of which one wants more, 1, or less, -1."""
    return _signed(_WELCOME, _UNWELCOME)


def _signed(plus: str, minus: str) -> dict[str, int]:
    table = {stem(word): 1 for word in plus.split()}
    table.update((stem(word), -1) for word in minus.split())
    return table
