"""Words of academic prose that say the same: groups, in any of their forms."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.tokens import stem

_GROUPS = """
propose present introduce suggest describe offer provide contribute unveil submit formulate
devise; propose develop design build construct create devise invent craft engineer make produce
formulate; show demonstrate prove reveal find report observe establish indicate illustrate confirm
note exhibit; show display showing exemplify exhibit highlight underline; discover find uncover
identify detect spot notice; investigate study examine explore analyse analyze analysis research
inspect scrutinize probe consider; assess evaluate evaluation measure test judge gauge appraise
appraising quantify estimate score rate; compute calculate measure estimate determine derive;
approach method technique methodology scheme strategy procedure solution recipe way system
proposal; framework scheme model methodology architecture system pipeline toolkit platform
structure; algorithm procedure method routine; model network net system architecture; tool toolkit
library package software; mechanism module component unit block part; paper work article study
report authors team researchers; use employ utilize utilise apply leverage exploit adopt harness
using used via through usage; combine integrate merge unify join fuse couple incorporate blend
unite pair mix; include contain comprise incorporate encompass cover feature embed; rely depend
based founded predicated hinge centered grounded rest build upon; base basis foundation ground;
need require necessitate demand call must; needless unnecessary superfluous redundant; goal aim
objective purpose target intent; address tackle handle solve approach resolve confront treat
overcome mitigate deal; solve resolve crack settle answer; problem issue challenge difficulty
obstacle question; dilemma predicament quandary; task problem job assignment; new novel innovative
original fresh recent; recent recently lately modern latest newly; current existing present
available today; prior previous earlier past former preceding; first initial former earliest;
second latter; last final latest; important crucial essential vital key critical significant major
central; main primary principal chief central major; significant substantial considerable notable
marked large remarkable; significantly substantially considerably notably markedly greatly
strongly much far drastically clearly; often frequently commonly regularly typically usually
generally mostly; sometimes occasionally; rarely seldom hardly scarcely barely; always invariably
consistently constantly; almost nearly virtually roughly about approximately around close; only
merely solely just exclusively; complete full entire whole total all overall; every each all any;
various diverse varied different several multiple many numerous wide variety; number amount
quantity count; many numerous plenty abundant lots; large big huge vast great massive extensive
sizable sizeable; small little tiny compact lightweight minor modest; larger bigger greater;
smaller tinier; long lengthy extended; fast quick rapid swift speedy; faster quicker; slow
sluggish; quickly rapidly fast swiftly speedily; simple easy straightforward plain; simply easily
readily; easy simple effortless; hard difficult challenging tough demanding; complex complicated
intricate sophisticated; cheap inexpensive affordable economical; expensive costly; cost expense
expenditure outlay price consumption tariff; efficient effective economical; efficiently
effectively; efficiency effectiveness efficacy; accurate precise correct exact right; correct
accurate right sound valid proper true real legitimate reliable precise; accuracy precision
correctness; reliable dependable trustworthy robust consistent; robust resilient stable resistant
sturdy; robustness resilience stability; powerful strong potent mighty; strong powerful robust
solid; weak feeble poor; good favourable fine nice strong high; excellent outstanding strong
superb impressive; bad poor inferior; better superior improved finer stronger; best top leading
strongest; superior better higher greater; competitive comparable par similar match rival equal
equivalent; similar alike comparable analogous like akin; same identical equal equivalent;
different distinct various differing unlike; difference gap discrepancy distance disparity; useful
helpful beneficial valuable; advantage benefit strength merit virtue; drawback disadvantage
limitation weakness shortcoming; limitation constraint restriction; limit bound restrict constrain
restrain cap; limited restricted constrained scarce; tolerance limit margin tolerable; range scope
span extent interval spectrum; specified specific given particular certain; specific particular
concrete; general generic universal broad; common shared mutual joint usual; standard conventional
traditional classic classical usual customary ordinary common; typical usual common standard;
widely broadly commonly; special particular specific dedicated; explicit direct overt; directly
straight; implicit tacit hidden; obvious evident clear apparent plain; clear evident plain obvious
lucid; possible feasible viable potential; potential possible capacity capability; ability
capability capacity able capable power; able capable can could; enable allow permit let empower
make facilitate; help aid assist support facilitate; support back uphold bolster corroborate;
encourage motivate incentivize spur promote; promote foster encourage further advance; improve
enhance boost increase better strengthen upgrade refine raise lift advance outperform gain;
improvement gain boost enhancement increase rise advance; increase raise grow growth rise elevate
boost gain enlarge expand climb escalate higher; decrease reduce reduction lower lessen diminish
drop decline cut shrink fall minimize shorten smaller; reduce reduction cut lower decrease
minimize save trim shrink slash compress; extend expand broaden enlarge generalize widen;
extension expansion; accelerate speed hasten quicken; outperform surpass exceed beat top best
outdo excel win overtake eclipse better superior; underperform lag trail worse inferior; degrade
worsen deteriorate impair harm hurt damage; harm hurt damage injure impair; destroy ruin wreck;
achieve reach attain obtain get accomplish gain yield realize hit deliver score; obtain get
acquire gain receive; yield give produce deliver return generate lead result bring; result outcome
finding output conclusion; results experiments evaluation findings; performance results accuracy
quality effectiveness; cause lead induce trigger produce result elicit; consequence effect result
outcome; effect impact influence; affect influence impact; keep preserve retain maintain conserve
hold sustain; preserving conserving retaining keeping; remove eliminate delete discard drop erase;
eliminate remove avoid abolish; avoid prevent evade sidestep bypass circumvent escape skip
dispense; prevent stop block preclude hinder avoid; hinder impede hamper obstruct; ignore neglect
disregard overlook discount omit; lack absence miss want shortage; missing absent; replace
substitute swap exchange; change alter modify adjust adapt vary shift; modify alter change adapt
tweak; adapt adjust tailor customize fit; transform convert turn translate change map; generate
produce create synthesize make construct; generated produced created constructed synthesized;
produce generate create yield make manufacture; build construct establish develop create form
assemble make compose set; construct build shape manufacture form; establish build found set;
choose select pick decide opt; selection choice; learn acquire grasp master train understand pick;
train teach learn fit develop optimize; training learning; learnable trainable; pretrain
pretraining pretrained; understand comprehend grasp interpret; predict forecast anticipate foresee
estimate infer; prediction forecast estimate; infer deduce derive conclude predict; inference
deduction; reason think; know knowledge; remember recall memorize retain; recognize recognise
identify detect; recognition identification detection perception; classify categorize label sort;
class category type kind label; kind type sort form variety; group cluster set; set collection
group suite; dataset corpus data benchmark collection datasets corpora; benchmark testbed dataset
suite test; data information; information knowledge content; example sample instance case item
datapoint; sample example draw; case instance scenario situation; scenario situation setting case
environment; situation circumstance; setting scenario condition environment regime; environment
world setting; area field region domain; region area zone; image picture photo photograph; video
clip footage; text document passage writing; document text article; sentence phrase; query
question prompt request; answer reply response respond; response answer reply reaction; word term;
speech voice audio spoken; sound noise audio; language tongue; meaning semantics sense; semantic
meaning; human person people man annotator; people persons humans individuals users; user person
customer; individual person single; student learner pupil; teacher instructor mentor; expert
specialist professional; doctor clinician physician radiologist; patient case; child kid; agent
actor; robot machine; machine computer; device hardware; chip processor; laptop notebook; phone
smartphone mobile handset; car vehicle; edge link; node vertex; graph network; connection link
relation relationship bond tie connectivity association; relation relationship connection bond
link association correlation; correlate correlation associate relate; relevant related pertinent;
tree forest; structure organization architecture layout arrangement; layer level; level degree
stage; degree extent level; step stage phase iteration; iteration step round; epoch pass; time
duration period runtime; runtime latency time; latency delay lag; speed rate pace velocity
throughput; rate ratio share proportion frequency; share proportion fraction part percentage; part
portion piece fraction section component; portion part fraction share; half halve halving; double
twice twofold doubling; triple threefold thrice; memory storage footprint; size scale magnitude
dimension; footprint emission emissions; energy power electricity; money finance financial
monetary; carbon co2; environment environmental; compute computation computational computing;
computation compute calculation; resource means; budget allowance; overhead burden cost; burden
load; weight parameter; error mistake fault inaccuracy; failure fault error; noise disturbance
perturbation corruption; attack assault; adversary attacker; protect defend guard shield; safe
secure harmless; risk danger hazard threat; private confidential; privacy confidentiality; fair
unbiased equitable; bias prejudice; honest truthful; true real actual genuine; false wrong
incorrect untrue; wrong incorrect false mistaken erroneous; fake forged counterfeit; realistic
lifelike natural; natural innate; synthetic artificial simulated generated; simulation simulator;
automatic automated autonomous; automatically autonomously; manual hand handmade; annotate label
mark tag; annotation label labels; label annotation annotate tag; unlabeled unlabelled
unannotated; supervision guidance oversight; guide steer direct lead; control steer regulate
govern; controllable steerable; manage control administer handle; interact communicate;
collaborate cooperate; collaboration cooperation coordination teamwork; compete rival; competition
rivalry contest; agree concur; disagree differ; disagreement conflict; conflict clash; contradict
oppose refute; reject refuse deny decline; accept admit approve; claim assert state argue maintain
contend; state claim say; say state tell; explain clarify account interpret; explanation account
interpretation; interpret explain understand; interpretable explainable transparent; define
specify; definition specification; represent encode depict embed; representation embedding
encoding feature; feature attribute representation characteristic property; property
characteristic attribute trait; concept idea notion representation; idea concept notion thought;
theory theoretical theoretically; theorem result; verify confirm validate check prove corroborate
attest substantiate; verification validation confirmation attestation proof substantiation
testimony demonstration evidence; evidence proof support; experiment test trial evaluation;
experimentally empirically; empirical experimental; practice practical; practical applied useful;
apply application use; application use deployment; deploy launch release use; release publish open
share available; publicly openly freely; public open; code implementation software source;
available accessible obtainable released; access reach; share distribute; send transmit; transfer
transmit carry move; generalize generalise transfer; generalization generalisation transfer;
unseen new novel unknown; unknown unfamiliar unseen; famous known; known familiar; hidden latent
concealed; visible seen; random stochastic chance; probabilistic stochastic; probability
likelihood chance; likely probable; uncertain unsure; uncertainty doubt; confidence certainty;
certain sure; deterministic fixed; fixed constant static frozen; constant fixed stable; dynamic
changing adaptive; flexible adaptable versatile; regular normal; normal usual ordinary; strange
odd unusual; rare uncommon infrequent; sparse thin; dense thick; deep profound; high elevated;
highest greatest top best maximum; lower smaller reduced less; lowest smallest minimum least;
maximum highest peak; maximize maximise; minimize minimise reduce; optimize optimise tune improve;
optimal best ideal perfect; optimum best; perfect flawless ideal; threshold cutoff; border
boundary edge; begin start commence; start begin launch initial; end finish stop conclude; finish
end complete; stop halt cease end; continue proceed go; repeat iterate; again anew; order sequence
ranking; sequence series order; list enumerate; rank order sort; location place position site;
move shift motion; motion movement; shift change move; follow pursue obey; instruction command
direction; command instruction order; program code; symbol sign; sign signal; path route
trajectory way; way manner fashion mode means; focus concentrate center; attention focus; oriented
focused driven conditioned based directed; scheme plan; policy strategy; action act; reward payoff
incentive bonus; penalty punishment; punish penalize; trust confidence; view perspective viewpoint
angle; look glance; see view observe; watch observe; observation finding; insight understanding;
trend tendency; behavior behaviour conduct; quality standard; success successful accomplishment;
successful accomplished effective productive successfully high-performing; fail failure; progress
advance; breakthrough advance; overview survey review summary framework; summary overview
abstract; summarize condense; compress condense squeeze; compact small concise; concise brief
short; separate distinct split; split divide separate partition; connect link join bridge; collect
gather assemble; store save keep; save store spare; search seek look; retrieve fetch find;
retrieval search; visit see; go move; come arrive; give provide grant; provide give supply offer
deliver; take need last; spend use; pay spend; buy purchase; own have possess; contain hold
include; open unlocked; closed shut; lightweight light small compact efficient; heavy weighty;
medical clinical; biomedical medical; legal law; school education; education teaching; teach
educate instruct; science scientific; researcher scientist author; author researcher writer; news
article; web internet online; site page; surprising unexpected striking; surprisingly
unexpectedly; promising encouraging; consistent steady uniform; consistently steadily uniformly
always; steady stable; entirely wholly fully completely altogether; fully completely entirely
wholly totally; partly partially; mostly mainly largely; mainly mostly chiefly primarily; slightly
marginally; slight small marginal; additional extra further more added; jointly together
simultaneously; simultaneously concurrently jointly parallel; separately individually
independently; independent separate; alone only; gradient slope; loss error; objective loss goal;
prompt instruction query; finetune finetuned finetuning; hallucination fabrication; hallucinate
fabricate; toxic harmful; harmful dangerous damaging; dangerous unsafe harmful; summarise
condense; sensor detector; camera lens; depth distance; light illumination; dark dim; colour
color; shape form geometry; object item thing; scene view; background context; foreground front;
surface face; body figure; gender sex; old elderly aged; young youthful; age years; deep deeper
deepest depth; wide wider widest width; long longer longest length; high higher highest height;
strong stronger strongest strength; weak weaker weakest weakness; accurate accuracy accurately;
efficient efficiency efficiently; coherent coherence coherently coherency; consistent consistency
consistently; diverse diversity; complex complexity; precise precision precisely; stable
stability; reliable reliability reliably; safe safety safely safer; dependent dependence
dependency rely reliance depend; sensitive sensitivity; similar similarity; different difference
differ; possible possibility; private privacy; realistic realism; faithful faithfulness; fair
fairness; correct correctness; useful usefulness use; combine compatible incorporate integrate
plug; near close; year annum; describe description; text textual; compare comparison; refuse
refusal; remove removal; produce production; reduce reduction; introduce introduction; assume
assumption; explain explanation; analyse analysis; perceive perception; decide decision; extend
extension; acquire acquisition; resolve resolution; solve solution; maintain maintenance; vary
variation variable; clinic clinical; medicine medical; statistics statistical; theory theoretical;
physics physical; mathematics mathematical; logic logical; retrieve retrieval; approve approval;
fail failure; mix mixture; exist existence; appear appearance; perform performance; conclude
conclusion; collide collision; converge convergence; confuse confusion; deny denial; try trial;
arrive arrival; grow growth grew grown; lose loss lost; believe belief; choose choice chosen
chose; think thought; know knowledge known knew; weigh weight; speak speech spoken; hear heard
hearing; sleep asleep; write written writing; draw drawn drawing; teach taught teaching; learn
learnt learned; find found; build built; make made; take taken took; give given gave; see seen
saw; show shown showed; get got; keep kept; leave left; lead led; mean meant; hold held; run ran
running; spend spent; say said; tell told; fall fell fallen; rise risen rose; begin began begun;
break broke broken; drive driven drove; win won; beat beaten; cut cutting; use used using
; handle cope
manage deal support accommodate tackle; effect impact difference influence change; harm harmful
damaging; benefit beneficial benefits profit; persist remain last hold survive endure continue;
vanish disappear fade cease; break collapse fail; rival match equal compete; converge converges;
prevent stop avert avoid; wrong mistaken incorrect; retrain retraining retrained retune retuning
retuned; finetuning tuning tuned tune adapt; proof prove proven; robust robustness; effective
effectiveness efficacy; efficient efficiency; reliable reliability; optimal optimality; strong
strength; weak weakness; able ability; safe safety; novel novelty; likely likelihood; stable
stability; sensitive sensitivity; valid validity; dense density; sparse sparsity; complex
complexity;
diverse diversity; significant significance; absent absence; present presence; dominate dominance
dominant; improve better; decrease fewer reduce less; rise climb go; lose sacrifice forfeit; rely
lean depend; judge rate rank prefer; prefer favour favor choose pick like; user participant
volunteer people rater; clinician doctor nurse; learner pupil student; drop dip dent fall; teach
tutor; withstand resist; stem arise come originate; transfer carry generalise generalize extend;
alter change shift modify; worth worthwhile; competitive comparable; recover restore regain;
wrongly incorrectly; correctly rightly; sway persuade convince; translate translation; explain
explanation account; guarantee ensure assure; certify certified certificate
"""


@cache
def groups_of(word_stem: str) -> frozenset[int]:
    """The groups that a stem is in, as numbers; none for a word of no group."""
    return _by_stem().get(word_stem, frozenset())


def same_meaning(one: str, other: str) -> bool:
    """Whether two stems are of one word or of words in one group."""
    return one == other or not groups_of(one).isdisjoint(groups_of(other))


@cache
def _by_stem() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, group in enumerate(_GROUPS.split(";")):
        for word in group.split():
            found.setdefault(stem(word), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}
