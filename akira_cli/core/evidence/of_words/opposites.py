"""Words that say the opposite of each other, in any of their forms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import product

from akira_cli.core.evidence.tokens import stem

_OPPOSITES = """
more less; before after; earlier later; early late; first last; previous next; upper lower;
above below;
inside outside; within outside; internal external; inner outer; local global; sparse dense;
shallow deep; simple complex; easy hard; easy difficult; static dynamic; online offline; explicit
implicit; discrete continuous; synthetic real; artificial natural; simulated real; positive
negative; positively negatively; strong weak; strongly weakly; high low; highly barely; big small;
large small; long short; wide narrow; broad narrow; thick thin; rich poor; hot cold; warm cool;
light dark; bright dim; heavy light; old new; young old; rare common; rare frequent; rarely often;
seldom often; rarely usually; never always; sometimes always; none all; few many; fewer more;
minority majority; minor major; partial full; partially fully; partly wholly; incomplete complete;
open closed; public private; open-source proprietary; open proprietary; free paid; manual
automatic; manually automatically; human machine; upstream downstream; forward backward; upward
downward; left right; top bottom; front back; foreground background; input output; inputs outputs;
source target; start end; begin end; beginning end; begins ends; rise fall; maximum minimum;
maximize minimize; maximal minimal; optimal suboptimal; converge diverge; convergence divergence;
convergent divergent; agree disagree; agreement disagreement; accept reject; acceptance rejection;
allow forbid; allow prevent; permit forbid; enable prevent; enable disable; support contradict;
support oppose; confirm refute; confirm contradict; confirms contradicts; consistent
contradictory; validate refute; prove disprove; include exclude; including excluding; add remove;
insert delete; create destroy; build destroy; construct destroy; connect disconnect; attract
repel; attack defend; attack defense; win lose; success failure; succeed fail; gain loss; profit
loss; benefit harm; benefit drawback; advantage disadvantage; strength weakness; strengths
weaknesses; merit drawback; helpful harmful; useful useless; safe dangerous; safe harmful; benign
malicious; benign malignant; honest deceptive; true false; right wrong; correct wrong; correct
incorrect; good bad; best worst; better worse; cheap expensive; cheaper costlier; fast slow;
faster slower; quick slow; quickly slowly; known unknown; seen unseen; same different; similar
different; similar dissimilar; identical different; symmetric asymmetric; linear nonlinear; single
multiple; singular plural; unique common; homogeneous heterogeneous; uniform varied; uniform
diverse; fixed variable; fixed adaptive; fixed learnable; constant varying; frozen trainable;
regular irregular; balanced imbalanced; stable unstable; stable fragile; robust fragile; robust
brittle; flexible rigid; certain uncertain; clean noisy; sharp blurry; coarse fine; coarser finer;
compress decompress; encode decode; encoding decoding; encoder decoder; upload download;
upsampling downsampling; attach detach; couple decouple; entangle disentangle; merge split;
combine separate; jointly separately; joint separate; together apart; together separately;
parallel sequential; simultaneously sequentially; centralized decentralized; supervised
unsupervised; labeled unlabeled; bounded unbounded; finite infinite; convex concave; increasing
decreasing; monotone nonmonotone; ascending descending; active passive; active inactive; verbal
nonverbal; formal informal; direct indirect; directly indirectly; absolute relative; abstract
concrete; general specific; universal specific; theoretical practical; theoretical empirical;
theoretically empirically; qualitative quantitative; objective subjective; conscious unconscious;
intentional accidental; temporary permanent; transient persistent; short-term long-term; ordinary
exceptional; collaborate compete; collaboration competition; cooperation competition; cooperative
competitive; cooperate defect; selfish altruistic; individual collective;
individual joint; present absent; presence absence; appear disappear; appears vanishes; keep
discard; keep lose; keeps loses; preserve destroy; preserve lose; preserve discard; preserves
loses; maintain lose; retain discard; remember forget; ignore consider; ignore exploit; reveal
hide; reveal conceal; expose hide; visible hidden; transparent opaque; interpretable opaque;
motivate discourage; encourage discourage; encourage hinder; promote hinder; facilitate hinder;
foster hinder; accelerate slow; accelerate delay; accelerate hinder; accelerates slows; speed
slow; expand shrink; expand contract; grow shrink; widen narrow; widens narrows; overestimate
underestimate; overfit underfit; outperform underperform; exceed undershoot; surpass trail; lead
trail; lead lag; ahead behind; superior inferior; increase decrease; raise lower; raise reduce;
improve worsen; improve degrade; improve impair; improves hurts; enhance degrade; enhance impair;
boost hurt; boost reduce; strengthen weaken; alleviate aggravate; mitigate exacerbate; mitigate
amplify; reduce amplify; reduce increase; reduces exacerbates; suppress amplify; save waste;
sufficient insufficient; adequate inadequate; suitable unsuitable; appropriate inappropriate;
relevant irrelevant; necessary unnecessary; essential optional; mandatory optional; possible
impossible; feasible infeasible; likely unlikely; able unable; capable incapable; reliable
unreliable; efficient inefficient; efficiently inefficiently; effective ineffective; effectively
ineffectively; negligible substantial; negligible significant; significant insignificant;
significant marginal; significantly marginally; significantly slightly; substantially slightly;
considerably slightly; substantial slight; much slightly; large slight; successful unsuccessful;
successfully unsuccessfully; accurate inaccurate; precise imprecise; perfect imperfect; explicit
hidden; interesting boring; novel conventional; novel outdated; new existing; modern traditional;
advanced outdated; mature immature; expert novice; expert layperson; buyer
seller; male female; man woman; men women; day night; rural urban; indoor outdoor; indoors
outdoors; northern southern; eastern western; summer winter; physical virtual; analog digital;
hardware software; demand supply; cause effect; cause prevent; parent child; ally rival; friend
enemy; leader follower; doctor patient; sender receiver; client server; producer consumer;
question answer; precede follow; precedes follows; preceding following; pre post; over under;
inter intra; macro micro; sensitive insensitive; sensitive robust; vulnerable robust; vulnerable
resistant; vulnerable immune; similarity difference; similarity
dissimilarity; simplicity complexity; certainty uncertainty; consistency inconsistency; stability
instability; efficiency inefficiency; majority minority; abundance scarcity; abundant scarce;
plentiful scarce; rich sparse; surplus shortage; exploit avoid; embrace avoid; rely avoid; use
avoid; adopt abandon; accept deny; propose reject; prefer avoid; focus neglect; address neglect;
overcome encounter; surpass match; intact broken; stationary moving; still moving; idle busy;
empty full; loose tight; smooth rough; flat steep; pure mixed; raw processed; lossless lossy;
reversible irreversible; eager reluctant; agnostic dependent; agnostic specific; independent
dependent; independently dependently; unaware aware; head tail; long-tail common; frequent
infrequent; popular unpopular; famous unknown; typical atypical; normal abnormal; expected
unexpected; surprising expected; predictable unpredictable; deterministic stochastic;
deterministic random; random systematic; ordered shuffled; clockwise counterclockwise; horizontal
vertical; vertically horizontally; spatial temporal; spatially temporally; sum
product; add subtract; speech text;
sync async; synchronous asynchronous
"""
"""Pairs of one word each."""

_FAMILIES = """
increase grow growth rise raise climb expand widen amplify escalate intensify magnify swell
surge | decrease decline diminish fall drop shrink reduce reduction narrow lessen dwindle wane
subside;
widen widens broaden expand | narrow narrows shrink contract close;
improve improvement improves enhance strengthen recover | worsen degrade degradation deteriorate
impair harm hurt weaken damage;
outperform surpass exceed beat outdo overtake win | underperform trail lag lose;
better superior stronger finer | worse inferior poorer weaker;
faster quicker swifter sooner | slower later;
easier simpler | harder difficult tougher trickier hard;
easy simple effortless straightforward | difficult hard challenging tough tricky;
cheaper inexpensive cheap affordable economical | costlier expensive dearer costly pricier;
overestimate overestimates overestimated overstate exaggerate | underestimate underestimates
underestimated understate;
overestimation | underestimation;
persist persists hold holds survive survives remain remains continue last lasts endure | break
breaks vanish vanishes disappear disappears cease collapse collapses fade fades;
benefit benefits profit profits gain gains helpful beneficial advantageous | suffer suffers
harmful detrimental counterproductive disadvantageous;
help helps aid aids assist assists facilitate facilitates | hurt hurts harm harms hinder hinders
impede impedes hamper hampers;
prevent prevents preclude block avoid | cause causes allow permit trigger induce;
robust resilient sturdy resistant stable | fragile brittle vulnerable susceptible unstable
sensitive;
denser dense | sparser sparse;
longer lengthier | shorter;
longest | shortest;
deeper | shallower;
heavier | lighter;
wider broader | narrower;
richer | poorer;
stronger strongest | weaker weakest;
highest largest greatest biggest maximum most | lowest smallest least fewest minimum;
best | worst;
early earlier earliest | late later latest;
first | last finally;
accept accepts adopt adopts embrace | reject rejects refuse refuses decline;
succeed succeeds success | fail fails failure;
encourage encourages promote promotes foster | discourage discourages hinder deter;
confirm confirms support supports corroborate | refute refutes contradict contradicts disprove;
sufficient enough adequate suffices | insufficient inadequate;
necessary essential crucial required indispensable | unnecessary optional needless superfluous
redundant dispensable;
common frequent widespread prevalent ubiquitous | rare infrequent uncommon scarce;
abundant plentiful ample | scarce lacking sparse;
similar alike comparable identical | different dissimilar distinct;
positive positively | negative negatively;
correlated correlates | uncorrelated anticorrelated;
strong strongly tightly | weak weakly loosely;
labelled labeled annotated | unlabelled unlabeled unannotated;
supervised | unsupervised;
known familiar seen | unknown unfamiliar unseen;
explicit explicitly overt | implicit implicitly hidden covert;
complete full whole | partial incomplete;
always invariably consistently | never rarely seldom sometimes;
often frequently usually typically mostly | rarely seldom hardly never;
all every | none few;
majority most | minority;
significant substantial considerable large marked | negligible marginal slight insignificant
tiny;
significantly substantially considerably markedly greatly far | slightly marginally barely
negligibly;
dependent tied bound | independent agnostic;
aware conscious | agnostic unaware oblivious;
open public | closed proprietary private;
manual manually handmade | automatic automatically automated;
accurate accurately precise reliable | inaccurate imprecise unreliable;
safe safer harmless benign | unsafe dangerous harmful malicious;
trust trusts confidence | distrust doubt mistrust;
converge converges | diverge diverges;
agree agrees agreement | disagree disagrees disagreement;
include includes including contain | exclude excludes excluding omit omits;
add adds insert attach | remove removes delete drop omit strip;
keep keeps retain retains preserve preserves maintain maintains | lose loses discard discards
destroy abandon forget;
start begin onset beginning | end finish close;
accelerate accelerates quicken hasten | slow slows decelerate delay delays;
freeze frozen freezing fixed | trainable tuned updated unfrozen;
upper top | lower bottom;
overfit overfits | underfit underfits;
transparent interpretable | opaque;
simple simpler | complex complicated intricate;
centralized centralised | decentralized decentralised distributed federated;
larger bigger greater | smaller;
higher | lower
"""
"""Two groups a family: each word of the one is the opposite of each of the other."""


@cache
def opposites() -> dict[str, frozenset[str]]:
    """For each stem, the stems of the words that say the opposite."""
    table: dict[str, set[str]] = {}
    for one, other in (*_pairs(), *_of_families()):
        if one != other:
            table.setdefault(one, set()).add(other)
            table.setdefault(other, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}


def _pairs() -> Iterator[tuple[str, str]]:
    for pair in _OPPOSITES.replace("\n", " ").split(";"):
        one, other = pair.split()
        yield stem(one), stem(other)


def _of_families() -> Iterator[tuple[str, str]]:
    for family in _FAMILIES.split(";"):
        ones, others = family.split("|")
        yield from product(map(stem, ones.split()), map(stem, others.split()))
