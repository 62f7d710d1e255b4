"""Sentences without praise, without ties to what was said before, and with proper marks."""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern

_PRAISE: Final = Pattern(
    r"\b(an?|the) (?:(?:novel|innovative|simple,? (?:yet|but|and) (?:\w+ )?(?:effective|efficient|"
    r"powerful))(?:, | and |,? (?=\w)))+"
    r"(?!perspective|view|insight|direction|light|task|setting|problem|way\b)(?=(\w)(\w))",
    re.IGNORECASE,
)
_POINTING_PURPOSE: Final = Pattern(
    r",? (?:(?:aimed|built|designed|intended|tailored) )?(?:to|that|which|aimed at|aiming to|"
    r"for) (?:\w+ly )?[a-z]+ (?:this|these|those|such|the (?:above|"
    r"aforementioned)) (?:[\w-]+ )?(?:bottlenecks?|challenges?|constraints?|deficits?|"
    r"difficult(?:y|ies)|drawbacks?|gaps?|goals?|issues?|limitations?|needs?|obstacles?|problems?|"
    r"questions?|shortcomings?|void|conflicts?|dilemmas?|mismatch(?:es)?|tensions?|"
    r"trade-?offs?)(?=[,.:;]|$| (?:with|through|via) )|"
    r" for (?:this|these|such|the above|the aforementioned) (?:challenge|gap|issue|problem|purpose|"
    r"setting|task)s?(?=[,.:;]|$| (?:based|by|that|to|using|via|which|with) )"
)
_POINTING_MEANS: Final = Pattern(
    r",? (?:(?:aimed|built|designed|intended|tailored) )?(?:to|that|which) [a-z]+ (?:this|these|"
    r"those|such) (?:[\w-]+ )?(?:challenges?|gaps?|"
    r"issues?|limitations?|problems?|shortcomings?) (?:by|through|via) (?=(?:\w+ly )?[a-z]+ing\b)"
)
_THIS_GAP: Final = Pattern(
    r"\b((?:address|bridge|close|fill)(?:e?s)?) this (?:[a-z]+ )?gap by (?=\w+ing\b)"
)
_POINTING_ACT: Final = Pattern(
    r"^(We|They) (?:address|bridge|close|fill|mitigate|overcome|solve|tackle) (?:this|these|such) "
    r"(?:[\w-]+ )?\w+ by (?P<verb>develop|introduc|present|propos)ing "
)
_ROUGH: Final = (
    ("--", Pattern(r" ?--+ ?(?=(?:an?|the) )"), ", "),
    ("—", Pattern(r" ?— ?(?=(?:an?|the) )"), ", "),
    ("--", Pattern(r" --+ "), " – "),
    ("--", Pattern(r"(?<=[A-Za-z])--+(?=[A-Za-z])"), "-"),
    ("--", Pattern(r"(?<=\d)--+(?=\d)"), "–"),
    ("``", Pattern(r"``"), '"'),
    ("''", Pattern(r"(?<!')''(?!')"), '"'),
    ("knowledge", Pattern(r",? to the best of (?:our|the authors'?) knowledge,?(?=[ .])"), ""),
)
"""A mark no match is without, what is changed, and into what."""


def without_praise(text: str) -> str:
    """`a novel and simple yet effective approach` -> `an approach`."""
    return _PRAISE.sub(_plain_article, text)


def without_pointing_purpose(text: str) -> str:
    """`a model that bridges this gap, which` -> `a model, which`; `to close it by V` -> `, V`."""
    text = _THIS_GAP.sub(r"\1 a gap by ", _POINTING_ACT.sub(_plain_act, text))
    return _POINTING_PURPOSE.sub("", _POINTING_MEANS.sub(", ", text))


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
    return f"{match[1]} {verb}{'e' if verb.endswith(('c', 's')) else ''} "
