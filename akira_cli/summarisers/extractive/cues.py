"""What a sentence of an abstract is for, told by its cue phrases.

After Edmundson, New Methods in Automatic Extracting (1969),
https://doi.org/10.1145/321510.321519.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from akira_cli.summarisers.extractive.claims import METHOD_NOUN
from akira_cli.summarisers.extractive.voice import standing_alone


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that tell what a sentence is for. `role` is None for words that only cost."""

    role: str | None
    score: float
    pattern: re.Pattern[str]


def _cue(role: str | None, score: float, pattern: str) -> Cue:
    return Cue(role, score, re.compile(pattern))


_PROPOSE = (
    "build|construct|contribute|create|derive|describe|design|develop|devise|establish|extend|"
    "formulate|give|introduce|offer|present|propose|provide|put forward|release|suggest"
)
_STUDY = (
    "address|analyze|analyse|apply|argue|compare|consider|examine|explore|investigate|revisit|"
    "study|tackle|train|use"
)
CUES = (
    _cue(
        "authors", 0.0, r"\b(?:we|i|our|the authors|this (?:\w+ )?(?:paper|work|article|study))\b"
    ),
    _cue("proposal", 4.0, rf"\b(?:we|i)\b(?: \w+){{0,2}} (?:{_PROPOSE})\b"),
    _cue("proposal", 4.0, rf"\b(?:paper|work|article|study)\b (?:\w+ )?(?:{_PROPOSE})e?s\b"),
    _cue("proposal", 2.0, rf"\b(?:we|i)\b(?: \w+)? (?:{_STUDY})\b"),
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
    ),
    _cue(
        "result",
        1.0,
        r"\d(?:\.\d+)? ?(?:%|percent|×|x\b|times\b|points?\b)|\bby (?:over |up to )?\d|"
        r"\bfrom [\d.,]+%? to \d",
    ),
    _cue(
        None,
        -4.0,
        r"^(?:in recent|recent|currently|nowadays|traditional|existing|previous|prior|despite|"
        r"over the (?:past|last)|many|most|there (?:is|are|has)|while|although|it is)\b|"
        r"\b(?:has|have) (?:recently )?(?:become|been|emerged|gained|attracted|shown|achieved)\b|"
        r"\b(?:remains? (?:a|an|un)|is an? (?:\w+ )?(?:important|fundamental|challeng|key))",
    ),
    _cue(None, -3.0, r"^(?:however|unfortunately|yet|nevertheless)\b(?!,? we\b)"),
    _cue(None, -4.0, r"\bwe (?:hope|believe|discuss|conclude|hypothesi[sz]e|also discuss)\b|\?$"),
    _cue(None, -2.0, r"^(?:for example|for instance|extensive|we (?:evaluate|validate|test))\b"),
    _cue(None, -2.0, r":$|\b(?:the following|as follows)\b"),
)
_AVAILABILITY = re.compile(
    r"https?://|www\.|github|\bavailable (?:at|here|online)\b|"
    r"\bwill (?:also )?be (?:\w+ )?released\b|"
    r"\b(?:code|demo|implementation|package|project page|software|supplementary|videos?|website|"
    r"weights)\b[^,;]{0,60}\b(?:accessed|available|found|open[- ]sourced|released)\b|"
    r"\b(?:freely|openly|publicly) (?:available|released)(?=\.?$| at| for| on| under)|"
    r"\bwe (?:\w+ )?(?:make|open[- ]source|publish|release)\b[^,;]{0,60}\b(?:available|code)\b"
)
_POINTING = re.compile(
    r"^(?:this|these|those|such|it|its|they|their|the (?:former|latter|resulting|second|first|"
    r"other|same)|both|each|another|other|one|as (?:such|a result)|here)\b"
    r"(?! (?:paper|work|article|study|survey|is (?:shown|well)))|"
    r"\b(?:this|these) (?!paper|work|article|study)|\bsuch (?!as\b|that\b|an?\b)"
)
_PRESUMING = re.compile(rf"(?:[Oo]ur|[Tt]he) (?:\w+ )?(?:{METHOD_NOUN}|results?)\b")


@dataclass(frozen=True, slots=True)
class Reading:
    """What the cues of a sentence say.

    `roles` are among proposal, method, result and authors (it speaks of them).
    `points_back` says that it leans on the sentence before it, `presumes` that it takes
    for granted that the proposal has been told.
    """

    score: float
    roles: frozenset[str]
    points_back: bool
    presumes: bool


def read(sentence: str) -> Reading:
    """Score and roles of one sentence."""
    lowered, bare = sentence.lower(), standing_alone(sentence)
    cues = [cue for cue in CUES if cue.pattern.search(lowered)]
    return Reading(
        score=sum(cue.score for cue in cues),
        roles=frozenset(cue.role for cue in cues if cue.role),
        points_back=_POINTING.search(bare.lower()) is not None,
        presumes=_PRESUMING.match(bare) is not None,
    )


def is_about_availability(sentence: str) -> bool:
    """Whether it only says where the code or the data is."""
    return _AVAILABILITY.search(sentence.lower()) is not None
