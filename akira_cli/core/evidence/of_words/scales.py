"""The scales that papers measure on: which words say that something is high or low on them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from akira_cli.core.evidence.of_words.signs import more_or_less
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import word_set

_SCALES = """
time: slow slower slowest slowed slows slowing slowdown lengthy prolonged protracted delayed
sluggish lagging
| fast faster fastest quick quicker quickest quickly rapid rapidly swift instant instantaneous
prompt speedup accelerate expedite hasten speedy realtime
| time latency delay duration runtime hours minutes seconds days weeks wait turnaround
| speed throughput fps;
cost: expensive costly costlier pricey dear | cheap cheaper cheapest affordable inexpensive
economical frugal lightweight
| cost price expense burden overhead budget expenditure computation compute flops resources
consumption footprint | savings;
difficulty: hard harder hardest difficult challenging tough tougher tricky demanding arduous
laborious struggle struggles | easy easier easiest effortless straightforward trivial simple
simpler ease eases facilitate facilitates simplify simplifies easily
| difficulty challenge hardness trouble effort;
complexity: complex complicated intricate sophisticated elaborate convoluted cumbersome
| simple simpler simplest plain simplify simplifies straightforward simplistic
| complexity complication intricacy sophistication;
strength: strong stronger strongest powerful intense robustly strengthen strengthens intensify
| weak weaker weakest feeble faint weaken weakens mild
| strength intensity power magnitude;
robustness: robust resilient stable resistant sturdy immune insensitive stabilize
| fragile brittle vulnerable susceptible unstable sensitive destabilize
| robustness resilience stability resistance;
length: long longer longest lengthy extended lengthen prolong elongate
| short shorter shortest brief briefer concise shorten shortens abbreviate truncate succinct terse
| length duration;
size: large larger largest big bigger biggest huge massive vast enormous sizeable sizable giant
enlarge bulky
| small smaller smallest tiny compact little miniature lightweight shrink shrinks downsize
| size scale volume dimension footprint;
number: many numerous abundant plentiful ample extensive plenty dozens hundreds thousands
proliferate
| few fewer fewest scarce limited scant scarcity paucity handful insufficient shortage
| number amount quantity count;
frequency: often frequent frequently common commonly prevalent ubiquitous widespread popular
usually regularly routinely
| rare rarely rarer seldom infrequent infrequently uncommon occasionally sporadic scarcely
| frequency prevalence popularity;
similarity: similar alike close closer closest identical resemble resembles comparable closely
nearer
| different dissimilar distinct diverge diverges differ differs distant apart divergent
| similarity resemblance closeness proximity;
distance: far farther further distant remote afar widen | near nearer close closer closest nearby
adjacent narrow narrows
| distance gap separation discrepancy divergence disparity mismatch difference
| closeness proximity similarity;
certainty: certain sure confident confidently overconfident decisive
| uncertain unsure ambiguous doubtful hesitant underconfident unclear
| certainty confidence;
uncertainty: uncertain unsure ambiguous unclear | certain confident sure unambiguous
| uncertainty ambiguity entropy doubt;
dependence: rely relies relied relying depend depends dependent reliant hinges hinge leans lean
require requires necessitate necessitates
| independent independently free | reliance dependence dependency dependencies need needs demand
requirement requirements necessity;
noise: noisy noisier contaminated | clean cleaner noiseless denoised | noise contamination;
diversity: diverse varied heterogeneous diversify manifold
| uniform homogeneous monotonous repetitive homogenize
| diversity variety heterogeneity;
generality: general universal broad broader generic versatile generalize generalizes generalise
wide wider
| specific narrow narrower specialized specialised particular restricted overfit overfits
| generality universality breadth generalization generalisation versatility;
sharpness: sharp sharper sharpest crisp crisper steep steeper sharpen sharpens
| flat flatter flattest flatness flatten flattens blur blurs blurry blurrier blurred smooth
smoother smoothes oversmoothed | sharpness steepness;
smoothness: smooth smoother smoothest smooths flat flatter | rough rougher jagged bumpy rugged
uneven jerky sharp sharper | smoothness;
density: dense denser densest densely crowded cluttered | sparse sparser sparsest sparsely sparsify
| density;
sparsity: sparse sparser sparsely | dense denser densely | sparsity sparseness;
depth: deep deeper deepest deepen deepens profound | shallow shallower shallowest superficial
| depth;
breadth: wide wider widest broad broader broaden widen widens
| narrow narrower narrowest narrows | width breadth;
importance: important crucial critical essential key vital matter matters mattered pivotal
indispensable decisive central relevant
| unimportant irrelevant minor negligible secondary peripheral immaterial dispensable marginal
insignificant | importance relevance significance;
safety: safe safer safest harmless benign | unsafe dangerous harmful toxic risky hazardous
| safety;
risk: risky dangerous unsafe hazardous perilous | safe safer harmless | risk danger hazard threat;
bias: biased unfair discriminatory | unbiased fair fairer impartial debiased neutral
| bias biases unfairness;
help: help helps helped helpful aid aids assist beneficial useful fruitful benefit benefits
| hurt hurts harm harms harmful hinder hinders hinderance detrimental impede impedes hamper
hampers damage damaging useless counterproductive
| helpfulness usefulness utility;
success: succeed succeeds successful successfully | fail fails failed fails unsuccessful
unsuccessfully | success;
accuracy: accurate accurately precise precisely correct correctly | inaccurate inaccurately
imprecise incorrect incorrectly wrong erroneous error-prone | accuracy precision correctness;
reliability: reliable reliably dependable trustworthy | unreliable unreliably untrustworthy
| reliability trustworthiness;
efficiency: efficient efficiently lightweight economical | inefficient inefficiently wasteful
| efficiency;
effectiveness: effective effectively | ineffective ineffectively futile | effectiveness efficacy;
consistency: consistent consistently coherent agree agrees concordant
| inconsistent inconsistently incoherent contradictory disagree disagrees discordant
| consistency coherence agreement;
transparency: transparent interpretable explainable clear clearer
| opaque uninterpretable obscure | transparency interpretability explainability clarity;
estimate: overestimate overestimates overestimated overestimating overstate overstates
exaggerate exaggerates overestimation inflate inflates overrate
| underestimate underestimates underestimated underestimating understate understates
underestimation underrate undervalue;
age: old older oldest ancient dated outdated | young younger youngest new newer newest recent
modern fresh | age;
novelty: novel new newer original innovative fresh | conventional old outdated familiar | novelty;
moment: late later latest belated afterwards subsequently
| early earlier earliest beforehand previously premature;
brightness: bright brighter brightest brighten | dark darker darkest dim dimmer dimly darken
| brightness illumination;
resolution: fine-grained fine finer finest detailed | coarse coarser coarsest
| resolution detail granularity;
freedom: flexible adaptive adaptable dynamic | rigid inflexible fixed static
| flexibility adaptability;
weight: heavy heavier heaviest | light lighter lightest lightweight | weight;
richness: rich richer richest enrich enriches informative | poor poorer impoverished
| richness;
activity: active actively | passive passively inactive | activity;
known: known familiar seen | unknown unfamiliar unseen novel | familiarity;
balance: balanced even balance balances | imbalanced unbalanced uneven skewed skew | balance;
retention: preserve preserves preserved retain retains retained keep keeps kept maintain
maintains maintained sustain
| lose loses lost discard discards destroy destroys forget forgets forgetting sacrifice sacrifices
degrade degrades corrupt | retention preservation;
visibility: reveal reveals expose exposes visible uncover uncovers disclose
| hide hides hidden conceal conceals obscure obscures invisible | visibility;
attention: emphasize emphasise emphasizes stress overemphasize focus focuses prioritize
prioritise favour favor attend highlight
| neglect neglects neglected ignore ignores ignored overlook overlooks overlooked disregard
disregards deprioritize underemphasize | attention emphasis focus;
permission: allow allows enable enables permit permits | prevent prevents preclude prohibit forbid
block blocks disable;
support: confirm confirms support supports corroborate validate consistent
| refute refutes contradict contradicts disprove undermine undermines oppose opposes;
surprise: surprising surprisingly unexpected unexpectedly counterintuitive
| expected expectedly unsurprising predictable | surprise;
"""
"""A scale: words that say high, words that say low, and those that name what is measured, or its
contrary."""

_MORE = """
more most much many higher highest high greater greatest great larger largest large bigger big
huge massive vast extensive abundant ample plentiful considerable substantial excessive extreme
enormous immense increase increasing increased raise rise rising grow growing growth boost
expand expansion extend amplify widen elevate magnify intensify maximize maximise maximum maximal
double triple multiply surge soar escalate inflate enlarge heavy heavier strong stronger strongest
intense intensive severe spread spreading consume
climb enhance enhanced promote numerous wide wider broad broader rich richer longer deeper
exacerbate aggravate accelerate swell upscale
"""
_LESS = """
less least lower lowest low lowered smaller smallest small fewer fewest few reduce reduced reducing
reduction decrease decreasing decline declining shrink drop fall falling fell cut limited little
minimal minimum minimize minimise slight modest negligible marginal scarce tiny restricted weak
weaker halve lessen diminish curb alleviate mitigate dwindle restrict shorten shorter narrow
narrower lighter light save saves saving savings suppress trim slash ease relieve insufficient
scant poor poorer downscale lose loses attenuate dampen subside wane eliminate
"""
_IMPROVES = """
improve improved improving improvement improvements enhance enhanced enhancing enhancement better
best strengthen benefit help refine upgrade support superior stronger good excel excellent
outstanding
"""
_WORSENS = """
worsen worse worst degrade degraded degradation impair impaired hurt harm weaken hinder undermine
deteriorate deterioration damage hamper impede compromise inferior bad poor poorer sacrifice erode
suffer suffers
"""


@cache
def scale_words() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each stem of a word that says high or low, the scales and 1 or -1 on each."""
    return _table((0, 1), (1, -1))


@cache
def scale_names() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For each stem of a word that names what is measured, the scales; of low words, too."""
    return _table((0, 1), (1, -1), (2, 1), (3, -1))


@cache
def degrees() -> Mapping[str, int]:
    """For each stem that says that there is much or little of something, 1 or -1."""
    table = {stem(word): 1 for word in _MORE.split()}
    table.update((stem(word), -1) for word in _LESS.split())
    return MappingProxyType({**more_or_less(), **table})


@cache
def valences() -> Mapping[str, int]:
    """For each stem that says that something is good or bad, or becomes so, 1 or -1."""
    table = {stem(word): 1 for word in _IMPROVES.split()}
    table.update((stem(word), -1) for word in _WORSENS.split())
    return MappingProxyType(table)


@cache
def telling() -> frozenset[str]:
    """The stems of all the words that say how much, how good or how high."""
    return frozenset((*scale_words(), *degrees(), *valences()))


ADVERBS = word_set(
    "slowly quickly rapidly swiftly easily frequently commonly usually regularly routinely rarely "
    "closely confidently independently densely sparsely accurately inaccurately precisely "
    "correctly incorrectly reliably unreliably efficiently inefficiently effectively heavily "
    "ineffectively consistently inconsistently surprisingly unexpectedly successfully strongly "
    "unsuccessfully infrequently weakly poorly early likely early"
)
"""Adverbs that say what their adjectives do: `hardly` does not."""


def says_its_own(lower: str) -> bool:
    """Whether a word may be looked up by its stem: no adverb that only says how much."""
    return not lower.endswith("ly") or lower in ADVERBS


def is_scale_name(lower: str) -> bool:
    """Whether a word names what is measured, and by itself says nothing of how much."""
    return lower in _names() or lower.endswith(_NAMING)


_NAMING = ("ness", "ity", "ities", "ment", "ments", "ance", "ence", "ency", "ancy", "ion", "ions")


@cache
def _names() -> frozenset[str]:
    columns = (row.partition(":")[2].split("|")[2:] for row in _SCALES.split(";"))
    words = {word for parts in columns for part in parts for word in part.split()}
    return frozenset(words | {word + "s" for word in words})


def _table(*columns: tuple[int, int]) -> Mapping[str, tuple[tuple[str, int], ...]]:
    table: dict[str, dict[str, int]] = {}
    for row in _SCALES.split(";"):
        name, _, words = row.partition(":")
        if not words.strip():
            continue
        parts = words.split("|")
        for at, sign in columns:
            for word in parts[at].split() if at < len(parts) else ():
                table.setdefault(stem(word), {}).setdefault(name.strip(), sign)
    return MappingProxyType({word: tuple(found.items()) for word, found in table.items()})
