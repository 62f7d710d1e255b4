"""Sentences without praise, without ties to what was said before, and with proper marks."""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern

_PRAISE: Final = Pattern(
    r"\b(an?|the) (?:(?:(?:novel|innovative)(?: (?:yet|but) (?:\w+ )?(?:simple|effective|"
    r"efficient|powerful))?|simple,? (?:yet|but|and) (?:\w+ )?(?:effective|efficient|"
    r"powerful))(?:, | and |,? (?=\w)))+"
    r"(?!perspective|view|insight|direction|light|task|setting|problem|way\b)(?=(\w)(\w))",
    re.IGNORECASE,
)
_POINTING_PURPOSE: Final = Pattern(
    r",? (?:(?:aimed|built|designed|developed|intended|tailored) )?(?:to|that|which|aimed at|"
    r"aiming to|for) "
    r"(?:\w+ly |help )?[a-z]+ (?:this|these|those|such|the (?:above|aforementioned)) (?:[\w-]+ "
    r")?(?:bottlenecks?|challenges?|constraints?|deficits?|difficult(?:y|ies)|drawbacks?|gaps?|"
    r"goals?|issues?|limitations?|needs?|obstacles?|problems?|questions?|shortcomings?|void|"
    r"conflicts?|dilemmas?|mismatch(?:es)?|tensions?|trade-?offs?)(?=[,.:;]|$| (?:with|through|"
    r"via) )| for (?:this|these|such|the above|the aforementioned) (?:challenge|gap|issue|problem|"
    r"purpose|setting|task)s?(?=[,.:;]|$| (?:based|by|that|to|using|via|which|with) )"
)
_POINTING_MEANS: Final = Pattern(
    r",? (?:(?:aimed|built|designed|developed|intended|tailored) )?(?:to|that|which) [a-z]+ "
    r"(?:this|these|those|such) (?:[\w-]+ )?(?:challenges?|gaps?|issues?|limitations?|problems?|"
    r"shortcomings?) (?:by|through|via) (?=(?:\w+ly )?[a-z]+ing\b)"
)
_MEANING_TO: Final = Pattern(
    r"\b(propose) to (?:address|mitigate|overcome|solve|tackle) (?:this|these|such) (?:[\w-]+ )?"
    r"(?:challenge|gap|issue|limitation|problem|shortcoming|task)s? (?:by|through|via) "
    r"(?=[a-z]+ing\b)"
)
"""`we propose to solve this problem by counting`."""

_THIS_GAP: Final = Pattern(
    r"\b((?:address|bridge|close|fill)(?:e?s)?) this (?:[a-z]+ )*gap by (?=(?:\w+ly )?\w+ing\b)"
)
_BARE_PARTICIPLE: Final = Pattern(
    r"(?<!are)(?<!be)(?<!been)(?<!is)(?<!was)(?<!were)(?<!ly),? (?:aimed|designed|developed|"
    r"intended|tailored)(?: specifically)?(?=\.?$)"
)
"""`a framework designed`, of which the purpose was taken out."""

_MADE_FOR: Final = ("aimed", "designed", "developed", "intended", "tailored", "specifically")

_ANSWERS: Final = Pattern(
    r"(?<!paper)(?<!research)(?<!study)(?<!work)(?<!They)(?<!We),? (?:address|mitigat|overcom|"
    r"resolv|solv|tackl)e?s (?:both |all )?(?:of )?(?:this|these|those|such) (?:[\w-]+ "
    r")?(?:challenge|gap|issue|limitation|problem|shortcoming)s? by (?=(?:\w+ly )?\w+ing\b)"
)
_POINTING_ACT: Final = Pattern(
    r"^(We|They|(?:Our|Their|This|The present) (?:[a-z]+ )?(?:paper|research|study|work)) "
    r"(?:address|answer|bridge|challenge|close|compensate for|explore|fill|investigate|mitigate|"
    r"overcome|resolve|solve|study|tackle)(?:e?s)? (?:this|these|such|the) (?:[\w-]+ )?\w+ by "
    r"(?P<verb>develop|introduc|present|propos)ing "
)
_CONSONANT: Final = Pattern(r"\b([Aa])n (?=[bcdfgjklmnpqrstvwz][a-z])")
_VOWEL: Final = Pattern(r"\b([Aa]) (?!e[uw]|once\b|one\b)(?=[aeio][a-z-]{3})")
_ADDRESS: Final = Pattern(
    r"(?<!available)(?<!found)(?<!released),? (?:in|at|on|from|via) https?://\S+?(?=\.?(?: |$))"
)
_ROUGH: Final = (
    ("--", Pattern(r" ?--+ ?(?=(?:an?|the) )"), ", "),
    ("—", Pattern(r" ?— ?(?=(?:an?|the) )"), ", "),
    ("--", Pattern(r" --+ "), " – "),
    ("--", Pattern(r"(?<=[A-Za-z])--+(?=[A-Za-z])"), "-"),
    ("--", Pattern(r"(?<=\d)--+(?=\d)"), "–"),
    ("``", Pattern(r"``"), '"'),
    ("''", Pattern(r"(?<!')''(?!')"), '"'),
    ("~", Pattern(r"(?<=\w)~(?=[A-Za-z\d])"), " "),
    ("http", _ADDRESS, ""),
    ("knowledge", Pattern(r",? to the best of (?:our|the authors'?) knowledge,?(?=[ .])"), ""),
)
"""A mark no match is without, what is changed, and into what."""


_POINTERS: Final = ("this ", "these ", "those ", "such ", "above", "aforementioned")
"""No purpose points back without one of them."""


def without_praise(text: str) -> str:
    """`a novel and simple yet effective approach` -> `an approach`."""
    praised = any(word in text.lower() for word in ("novel", "innovative", "simple"))
    return _PRAISE.sub(_plain_article, text) if praised else text


def without_pointing_purpose(text: str) -> str:
    """`a model that bridges this gap, which` -> `a model, which`; `to close it by V` -> `, V`."""
    if " by " in text:
        text = _MEANING_TO.sub(r"\1 ", _ANSWERS.sub(" works by ", text))
        text = _POINTING_MEANS.sub(", ", text)
        text = _THIS_GAP.sub(r"\1 a gap by ", _POINTING_ACT.sub(_plain_act, text))
    if any(word in text for word in _POINTERS):
        text = _POINTING_PURPOSE.sub("", _POINTING_MEANS.sub(", ", text))
    ended = text.rstrip(".").endswith(_MADE_FOR)
    return _BARE_PARTICIPLE.sub("", text) if ended else text


def with_article(text: str) -> str:
    """`an network` -> `a network`, `a efficient one` -> `an efficient one`."""
    return _VOWEL.sub(r"\1n ", _CONSONANT.sub(r"\1 ", text))


def smoothed(text: str) -> str:
    """Dashes typed as hyphens and quotation marks typed as accents set right, modesty left out."""
    for mark, pattern, better in _ROUGH:
        if mark in text:
            text = pattern.sub(better, text)
    return text


def _plain_article(match: re.Match[str]) -> str:
    if match[1].lower() == "the":
        return f"{match[1]} "
    sounds_open = match[2].lower() in "aeio" or (match[2] == "u" and match[3] != "n")
    sounds_open = sounds_open or (match[2] in "FHLMNRSX" and match[3] in "BCDFGHJKLMNPQRSTVWXZ")
    return f"{match[1][0]}{'n' if sounds_open else ''} "


def _plain_act(match: re.Match[str]) -> str:
    """`They address this gap by introducing X` -> `They introduce X`."""
    verb = match["verb"]
    who = match[1] if match[1] in ("We", "They") else "We"
    return f"{who} {verb}{'e' if verb.endswith(('c', 's')) else ''} "
