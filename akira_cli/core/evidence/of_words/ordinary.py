"""Words of plain English, which a capital at the head of a sentence does not make a name."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.synonyms import groups_of
from akira_cli.core.evidence.tokens import stem
from akira_cli.core.sentences import STARTERS, word_set

_WORDS = word_set(
    "a about above across after again against all almost along already also although always am "
    "among amid an and another any anyone are as ask asked aside at away back be became because "
    "become been before being below besides better between both but by call called can cannot "
    "carefully caution come could data deep despite did do does done down due during each either "
    "else enough especially even ever every everything far few fewer find following for from "
    "full further gets given gives go goes good half has have having he her here hers high his "
    "how however i if in indeed inspired instead into is it its itself joint just keep known "
    "last later least less let lets like little long look low made make makes many may means "
    "meanwhile might more moreover most motivated much must near neither never new next no none "
    "nor not nothing now of off often old on once one only onto or other others our ours out "
    "over overall own per perhaps please put quite rather really same say says see seen set she "
    "short should side since so some something soon still such sure take takes than thanks that "
    "the their theirs them then there thereby therefore these they thing things think this those "
    "though through thus to together too top toward towards tried try tuned turn two under "
    "unless unlike until up upon us use used usually very via was we well were what whatever "
    "when where whereas whether which while who whole whom whose why will with within without "
    "work works would yes yet you your zero three four five six seven eight nine ten eleven "
    "twelve twenty thirty forty fifty hundred thousand million third first second ablation "
    "ablations abstract according adding aligned alone attention autonomous backdoor bigger "
    "borrowing brain bridging building cells cheap cheaper chemistry cities city compared "
    "comparisons consistent convolution cutting decoders detectors diffusion discrete distilled "
    "drawing driven drones drugs editing editors embeddings encoders enlarging essay evidence "
    "faced faces fair fake federated feeding filters fluid follow forests formal frozen fusing "
    "fusion gains gaps gaze generalisation generalization generative gradients graphs grounded "
    "guided heads heart hidden hospitals hybrid hyperspectral hypothesis imitation interviews "
    "judges keyframes kernels layers leaderboard leveraging likewise linear literature losses "
    "machine machines manipulating masked masking matched mathematical memory merging metrics "
    "mixing modal modality multi-agent multilingual multimodal music neural neurons nobody noise "
    "offline optimal optimisation optimization pairs panel paired parallel participants patches "
    "patients people physics pixel planning plus pruning quantum radar radiologists ratings "
    "reasoning recurrent reinforcement replacing retrieval rewards robots samples scaling scans "
    "scores segmentation semantic semi-supervised sensors sentences sequential shortcuts "
    "simulators sketching speakers speaking speech stochastic subtle supervised surfaces "
    "swapping symbolic synthetic systematic tables taking technique telling temporal tensors "
    "tests theoretical theory thermal tokens toxicity traffic transformer transformers "
    "translators trees tuning unlabeled unsupervised variants vectors video videos vision visual "
    "volunteers voters watching weather weights words worst writers zero-shot multi pre post non "
    "anti cross self semi sub re inter intra co bi tri mono meta micro macro quasi pseudo super "
    "ultra mid"
)
_ENDINGS = ("ing", "ed", "ly", "tion", "tions", "ness", "ments", "ment", "ity", "ities", "ible")


@cache
def is_ordinary(word: str) -> bool:
    """Whether `word`, in lower case, is one of plain English and of writing about research."""
    if word in _WORDS or word.capitalize() in STARTERS:
        return True
    return bool(groups_of(stem(word))) or (len(word) > 5 and word.endswith(_ENDINGS))
