"""What a sentence of an abstract is for, told by its cue phrases.

After Edmundson, New Methods in Automatic Extracting (1969),
https://doi.org/10.1145/321510.321519.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.methods import METHOD_NOUN
from akira_cli.summarisers.extractive.voice import standing_alone


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what a sentence is for. `role` is None for words that only cost.

    No sentence has it without one of the `marks`, where there are any: they are found faster.
    """

    role: str | None
    score: float
    pattern: Pattern
    marks: tuple[str, ...]

    def is_in(self, lowered: str) -> bool:
        """Whether a sentence, in lower case, has it."""
        if self.marks and not any(mark in lowered for mark in self.marks):
            return False
        return self.pattern.search(lowered) is not None


def _cue(role: str | None, score: float, pattern: str, marks: tuple[str, ...] = ()) -> Cue:
    return Cue(role, score, Pattern(pattern), marks)


NUMBERS: Final = (
    r"\d(?:\.\d+)? ?(?:%|percent|percentage|×|x\b|times\b|points?\b|fold\b|pp\b|db\b|fps\b|"
    r"hours?\b|seconds?\b|ms\b)|\bby (?:over |up to |about |nearly )?\d|\bfrom [\d.,]+%? to \d|"
    r"\b(?:accuracy|score|rate|map|f1|auc|iou|psnr|error|bleu|fid|miou)\b[\w ()-]{0,25} (?:of|at|"
    r"to|=) ?\d|\b(?:half|twice|tenfold|two times|orders? of magnitude)\b"
)
"""A result in figures; the text in lower case."""

_PROPOSE = (
    "assemble|build|collect|compile|construct|contribute|create|curate|deliver|derive|describe|"
    "design|"
    "develop|devise|establish|extend|"
    "formulate|give|introduce|offer|present|propose|provide|put forward|release|suggest"
)
_STUDY = (
    "address|analyze|analyse|apply|argue|compare|consider|examine|explore|investigate|revisit|"
    "study|tackle|train|use|assess|evaluate|"
    "survey|review|benchmark|characteri[sz]e|conduct|"
    "perform|report|focus|aim"
)
_FIRST_PERSON = ("we ", "i ")
_WORKS = ("paper", "work", "article", "study", "survey", "report", "review", "thesis")
CUES = (
    _cue(
        "authors",
        0.0,
        r"\b(?:we|i(?![.)])|our|the authors|this (?:\w+ )?(?:paper|work|article|study|survey|"
        r"review|report|thesis))\b",
    ),
    _cue(
        "proposal",
        4.0,
        rf"\b(?:we|i)\b(?: are the first to)?(?: \w+){{0,2}} (?:{_PROPOSE})(?:ed|d)?\b",
        _FIRST_PERSON,
    ),
    _cue(
        "proposal",
        4.0,
        rf"\b(?:paper|work|article|study|survey|report|review|thesis)\b (?:\w+ "
        rf")?(?:{_PROPOSE})e?s\b",
        _WORKS,
    ),
    _cue(
        "proposal",
        2.0,
        r"\b(?:we|i|our (?:\w+ )?(?:paper|research|study|work)|this (?:paper|research|study|"
        r"work))\b[^;:]{3,120}?(?:,? and (?:then )?(?:develop|introduce|present|propose)s?| by "
        r"(?:developing|introducing|presenting|proposing)) (?:an?|the|two|three|[a-z]*[A-Z])\b",
        ("develop", "introduc", "present", "propos"),
    ),
    _cue(
        "proposal",
        4.0,
        r"^(?:to [^,]+, )?(?!(?:\w+ly|also|besides|first|further(?:more)?|hence|here|moreover|"
        r"next|second|then|third|thus|therefore)\b)[\w-]+(?: \([^()]+\))?, (?:an?|the first) "
        r"[^;:]{6,200}?,? (?:is|are) (?:proposed|introduced|presented|developed)\b",
        ("propos", "introduc", "present", "develop"),
    ),
    _cue(
        "proposal",
        2.0,
        rf"\b(?:our|the) proposed (?:{METHOD_NOUN}),? (?:called |named )?[\w -]+(?: \([\w-]+\))?,",
        ("proposed",),
    ),
    _cue("study", 2.5, rf"\b(?:we|i)\b(?: \w+)? (?:{_STUDY})(?:ed|d)?\b", _FIRST_PERSON),
    _cue(
        "study",
        1.0,
        r"\b(?:we|i)\b(?: \w+)? (?:adapt|adopt|employ|exploit|leverage|reali[sz]e|"
        r"utili[sz]e)(?:ed|d)?\b",
        _FIRST_PERSON,
    ),
    _cue(
        "study",
        2.5,
        rf"\b(?:paper|work|article|study|survey|report|review|thesis)\b (?:\w+ )?(?:{_STUDY}|"
        rf"assesse|focuse)e?s\b",
        _WORKS,
    ),
    _cue(
        "proposal",
        3.0,
        r"^an? [^,;:]{6,90} (?:is|are) (?:proposed|introduced|presented|developed)\b",
        ("propos", "introduc", "present", "develop"),
    ),
    _cue(
        "method",
        1.5,
        r"\b(?:consists? of|based on|by \w+ing|combin(?:es?|ing)|key (?:idea|insight)|leverag\w+|"
        r"trained|we (?:first|use|train|learn|apply)|which (?:use|learn|allow)s?|via|using)\b",
    ),
    _cue(
        "result",
        2.5,
        r"\b(?:achiev|beat|exceed|improv|match|outperform|reduc|surpass|speed|yield)\w*\b|"
        r"state[- ]of[- ]the[- ]art|\b(?:better|faster|higher|lower|fewer|less) than\b",
    ),
    _cue(
        "result",
        2.0,
        r"\b(?:show|find|found|demonstrate|prove|observe|reveal|indicate|suggest|discover|"
        r"conclude)(?:s|d|ed)?\b(?:,? \w+)?,? (?:that|how)\b",
        (" that ", " that,", " how "),
    ),
    _cue("number", 1.5, NUMBERS, (*"0123456789", "half", "twice", "tenfold", "magnitude")),
    _cue(
        None,
        -4.0,
        r"^(?:in recent|recent|currently|nowadays|traditional|existing|previous|prior|despite|"
        r"over the (?:past|last)|many|most|there (?:is|are|has)|while|although|it is)\b|\b(?:has|"
        r"have) (?:recently )?(?:become|been|emerged|gained|attracted|shown|achieved)\b|"
        r"\b(?:remains? (?:a|an|un)|is an? (?:\w+ )?(?:important|fundamental|challeng|key))",
    ),
    _cue(None, -3.0, r"^(?:however|unfortunately|yet|nevertheless)\b(?!,? we\b)"),
    _cue(
        None,
        -5.0,
        r"\b(?:we|i)\b(?: \w+)? (?:hope|believe|discuss|conclude|hypothesi[sz]e|thank)\b|\?$|"
        r"\b(?:will|plan to) (?:be |publicly )?release|\bboth (?:types|kinds|of them)\b|"
        r"\b(?:paves?|paving|opens?|opening) (?:up )?(?:the way|new|a new|avenues)\b|^our (?:work|"
        r"results|findings|study) (?:provides?|offers?|highlights?|underscores?|opens?|sets?)\b",
    ),
    _cue(
        None,
        -6.0,
        r"\bcontributions?\b.{0,40}\b(?:(?:two|three|four)-?fold|as follows|:)|"
        r"^(?:the )?contributions",
        ("contribution",),
    ),
    _cue(
        None,
        -2.0,
        r"^(?:for example|for instance|extensive|we (?:\w+ )?(?:evaluate|validate|test))\b",
    ),
    _cue(
        None,
        -6.0,
        r"\b(?:two|three|four|five|several) (?:[\w-]+ ){0,2}(?:components|contributions|findings|"
        r"innovations|modules|parts|questions|stages|steps)\.?$",
        (" two ", " three ", " four ", " five ", " several "),
    ),
    _cue(
        None,
        -3.0,
        r"\b(?:is|are|remains?) (?:\w+ )?(?:crucial|critical|essential|indispensable|pivotal|"
        r"vital)\b",
        ("crucial", "critical", "essential", "indispensable", "pivotal", "vital"),
    ),
    _cue(None, -8.0, r"^\(?(?:\d|[ivx]+)[.)] (?!.*\b(?:we|our|is|are|was|were|can|has|have)\b)"),
    _cue(None, -8.0, r"^(?:\w+,? )?by \w+ing\b(?!.*, (?!\w+ing\b|and\b|thereby\b|thus\b|which\b))"),
    _cue(None, -3.0, r":$|\b(?:the following|as follows)\b|^(?:\W*\d[.)]|\([ivx\d]+\))"),
    _cue(None, -5.0, r":\s*\(?[1i]\)(?!.*\(?(?:2|ii)\))", (":",)),
    _cue(None, -5.0, r"\\[a-z]", ("\\",)),
    _cue(None, -2.0, r"\$|\\\\\w|[{}]", ("$", "\\", "{", "}")),
)
_AVAILABILITY = Pattern(
    r"https?://|www\.|github|\bavailable (?:at|here|online)\b|\bwill (?:also )?be (?:\w+ "
    r")?released\b|\b(?:code|demo|implementation|package|project page|software|supplementary|"
    r"videos?|website|weights)\b[^,;]{0,60}\b(?:accessed|available|found|open[- ]sourced|"
    r"released)\b|\b(?:freely|openly|publicly) (?:available|released)(?=\.?$| at| for| on| under)|"
    r"\bwe (?:\w+ )?(?:make|open[- ]source|publish|release)\b[^,;]{0,60}\b(?:available|code)\b"
)
_AVAILABILITY_MARKS = (
    "http",
    "www.",
    "github",
    "availab",
    "releas",
    "access",
    "found",
    "sourc",
    "code",
)
_MADE = Pattern(r"\bwe (?:introduce|present|propose) (?!our (?:code|data)\b)[^,;]{25,}")
"""What says more than where it is."""

_WORK = r"(?: \w+)? ?(?:papers?|work|article|study|survey|review|report|thesis|letter)\b"
_POINTING = Pattern(
    r"^(?!(?:given|considering|in) that\b)(?:this|these|those|such|it|its|they|their|he|she|the "
    r"(?:former|latter|resulting|second|third|first|other|same|next|last|remaining|rest|above|two|"
    r"three|key (?:idea|insight)|idea|reason|goal|result)|both|each|another|others?|one|as "
    r"(?:such|a (?:result|second|third)|the second)|here(?!,? (?:we|i)\b)|instead|in (?:response|"
    r"contrast|doing|turn)|at the same time|similarly|likewise|by doing|when combined|together|"
    r"there|in so|compared (?:to|with) (?:this|these)|only|alternatively|rather|then|after that|"
    r"otherwise|unlike (?:this|these)|all of|none of|some of|most of)\b"
    rf"(?!{_WORK}|, we propose| is (?:shown|well))|"
    r"(?:through|with|from|by|using|based on|given|under|on|to|in|for|at|while|although|though|"
    r"since|as|because|unlike|whether) (?:\w+ing )?(?:this|these|that|such|those)\b"
    rf"(?!{_WORK})"
)
_MENTION = Pattern(
    r"\b(?:compare|evaluate|test|apply|use|validate|extend) (?:it|them|its)\b|"
    rf"\b(?:this|these|those)\b(?!{_WORK}|$)|\bsuch (?!as\b|that\b|an?\b)|"
    r"\b(?:the|these) (?:aforementioned|above|above-mentioned|mentioned|former|latter|previous "
    r"two|said)\b|\bthe (?:problems?|tasks?|issues?|challenges?|gap|limitations?)\b(?! (?:of|that|"
    r"where|in which|with|in|when|faced|posed|arising|associated|is to)\b)"
)
_HOPE = Pattern(
    r"(?:Finally, |Overall, |By [^;:]+, )?[Ww]e (?:also |further )?(?:hope|thank|believe|wish)\b"
)
_PRESUMING = Pattern(
    rf"(?:[Oo]ur|[Tt]he)(?: [\w-]+){{0,3}} (?:{METHOD_NOUN}|results?|experiments?|analys[ei]s|"
    rf"findings?|evaluations?)\b|Experiment|Extensive|"
    r"(?:Both|All|Two|Three|Its|To further|The \w+'s|Our|We (?:also|further|then|next|"
    r"additionally)|Empirical|Evaluat)\b"
)


class Reading(NamedTuple):
    """What the cues of a sentence say.

    `roles` are among proposal, method, result and authors (it speaks of them).
    `points_back` says that it leans on the sentence before it, `mentions_before` that a word
    in its midst does (`to close this gap`), `presumes` that it takes
    for granted that the proposal has been told.
    """

    score: float
    roles: frozenset[str]
    points_back: bool
    mentions_before: bool
    presumes: bool


def read(sentence: str) -> Reading:
    """Score and roles of one sentence."""
    lowered, bare = sentence.lower(), standing_alone(sentence)
    cues = [cue for cue in CUES if cue.is_in(lowered)]
    return Reading(
        score=sum(cue.score for cue in cues),
        roles=frozenset(cue.role for cue in cues if cue.role and sentence[-1:] != "?"),
        points_back=_POINTING.match(bare.lower()) is not None,
        mentions_before=mentions_before(bare),
        presumes=_PRESUMING.match(bare) is not None,
    )


def mentions_before(sentence: str) -> bool:
    """Whether a word in its midst speaks of what a sentence before it has told."""
    return _MENTION.search(sentence.lower()) is not None


_AUTHORS = Pattern(
    r"\b(?:[Ww]e|I|[Oo]ur|[Tt]he authors|[Tt]h(?:is|e present|e current) (?:\w+ )?(?:paper|work|"
    r"article|study|survey|review|report|thesis|tutorial|chapter|letter|manuscript))\b"
)


def speaks_of_authors(sentence: str) -> bool:
    """Whether it tells of the authors themselves."""
    return _AUTHORS.search(sentence) is not None


def is_hope(sentence: str) -> bool:
    """Whether it only says what the authors hope or thank for."""
    return _HOPE.match(sentence) is not None


def is_about_availability(sentence: str) -> bool:
    """Whether it only says where the code or the data is."""
    lowered = sentence.lower()
    if not any(mark in lowered for mark in _AVAILABILITY_MARKS) or _MADE.search(lowered):
        return False
    return _AVAILABILITY.search(lowered) is not None
