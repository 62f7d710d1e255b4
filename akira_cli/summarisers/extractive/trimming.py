"""Rules that shorten a sentence without changing what it says.

Each takes away words that only introduce, repeat or connect. None changes a word that stays, and
none takes away a number or a negation: what holds one is left where it is.
"""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.voice import capitalised

WORK: Final = (
    r"(?:paper|work|article|study|report|letter|survey|thesis|note|manuscript|submission|research)"
)
KEPT: Final = Pattern(
    r"\d|\b(?:not|no|nor|none|never|neither|without|only|except|unless|cannot|fail\w*|lacks?|"
    r"least|most|if|provided|assum\w+|one|two|three|four|five|six|seven|eight|nine|ten|half|"
    r"twice|hundreds?|thousands?|millions?|billions?)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that change what the rest means, or that a reader would miss: never taken away."""

_CONNECTIVE = Pattern(
    r"(?:Accordingly|Additionally|Also|As a (?:consequence|result)|As such|Besides|Consequently|"
    r"Crucially|Empirically|Finally|First|Firstly|Further|Furthermore|Hence|Here|However|"
    r"Importantly|In (?:addition|detail|doing so|fact|particular|short|summary|this way)|Indeed|"
    r"Inspired by (?:this|these|that)(?: \w+)?|Interestingly|Last|Lastly|"
    r"(?:More|Most) (?:concretely|formally|generally|importantly|interestingly|notably|precisely|"
    r"specifically)|Moreover|Motivated by (?:this|these|that)(?: \w+)?|Namely|Nevertheless|Next|"
    r"Nonetheless|Notably|On (?:the )?top of (?:that|this)|Overall|Perhaps surprisingly|"
    r"Remarkably|Second|Secondly|Similarly|Specifically|Surprisingly|Then|Thereby|Therefore|"
    r"Third|Thirdly|Thus|To (?:do (?:so|this|that)|(?:this|that) end|the best of our knowledge)|"
    r"Towards this (?:end|goal)|Unfortunately|With this in mind|Yet)(?: ?, +| +(?=we\b))"
)
_FRAME = Pattern(
    rf"(?:Here|In (?:this|the (?:present|current)|our) (?:\w+ )?{WORK})(?:, *| +)"
    rf"(?=(?:we|I|the|a|an|our)\b)|In (?:this|our) (?:\w+ )?{WORK}, +"
)
_SOLVE = (
    r"(?:achieve|address|alleviate|avoid|bridge|circumvent|close|combat|deal with|fill|fix|handle|"
    r"meet|mitigate|overcome|perform|remedy|resolve|solve|tackle)"
)
_POINTING_PURPOSE = Pattern(
    rf"(?:To {_SOLVE}|Addressing|Based on|Building (?:up)?on|Given|Motivated by|Inspired by|"
    r"In light of|In response to) (?:all |both )?(?:this|that|these|those|such|it|them)\b"
    r"[^,;:()\d]{0,60}(?:, +(?=(?:we|this paper|I)\b)| +(?=we\b))|In response, +(?=we\b|this\b)"
)
_LAST_PURPOSE = Pattern(
    rf",? (?:in order )?to {_SOLVE} (?:both |all )?(?:of )?(?:these|this|those|the above) (?:\w+ )?"
    r"(?:challenge|difficult(?:y|ie)|gap|issue|limitation|problem|shortcoming)s?(?=\.?$)"
)
_ATTRIBUTION = Pattern(
    r"(?:(?:Our |The |These |Further |More |Numerous |Various )?(?:\w+ly )?(?:[Ee]xtensive |"
    r"[Cc]omprehensive |[Nn]umerical |[Ee]mpirical |[Ee]xperimental |[Ss]imulation |[Tt]horough )*"
    r"(?:[Aa]nalys[ei]s|[Ee]valuations?|[Ee]xperiments?|[Ff]indings?|[Rr]esults?|[Ss]imulations?)"
    r"(?: \w+ly)? (?:confirm|demonstrate|establish|reveal|show|verify)(?:s|es|ed)? that +)"
)
_ASIDE = Pattern(r" ?(\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\])")
_INSERTED = Pattern(
    r"(?:, +| +)(?:however|therefore|thus|hence|moreover|furthermore|in turn|indeed|"
    r"nevertheless|to the best of our knowledge),(?= )"
)
_ALSO = Pattern(r"^((?:We|I|This \w+|Our \w+)) (?:also|additionally|further|furthermore|then) ")
_THAT_IS = Pattern(r", +(?:i\.? ?e\.?,?|that is,|namely,|viz\.?,?) +([^,;:()]+?)(?=[.;]?$|; )")
_CODE = Pattern(
    r"(?:[,;]| and){1,3} (?:(?:we|our|the|all|both|and) ){0,4}(?:\w+ ){0,3}"
    r"(?:code|source code|data|models?|software|implementations?)\b[^,;:()]{0,60}"
    r"\b(?:available|released|open[- ]sourced)\b"
    r"[^,;()]*?(?:https?://\S+?|at \S+?|online|publicly)?(?=\.?$)",
    re.IGNORECASE,
)
_ACRONYM = Pattern(r"\(([A-Z][\w/+-]*[A-Z0-9][\w/+-]*)s?\)")
_MARKER = Pattern(r"\((?:[ivx]{1,4}|[a-e])\)")
_LATER = Pattern(r" \((?:ii|iii|iv|vi{0,3}|[b-e])\)")
_PART_ENDS = Pattern(r"(?:[,;:.]|\b(?:and|or|by|to))$")
"""What a part of a list ends with, before the mark of the next."""
_BLANKS = Pattern(r"\s+")
_BEFORE_STOP = Pattern(r" +(?=[,;:.?!)])")


def trimmed(sentence: str) -> str:
    """`sentence` without lead-ins, asides, insertions and pointers to the code.

    `However, in this paper, we also propose X (see below), i.e., Y.` -> `We propose X.`
    A sentence that would be left without words is returned as it was.
    """
    text = _BLANKS.sub(" ", sentence).strip()
    text = without_insertions(without_lead_in(without_asides(text)))
    return text if any(map(str.isalnum, text)) else sentence


def without_lead_in(sentence: str) -> str:
    """Without openings that connect, frame or attribute: `Hence, in this work we` -> `We`."""
    before = ""
    while sentence != before:
        before = sentence
        for opening in (_CONNECTIVE, _FRAME, _POINTING_PURPOSE, _ATTRIBUTION):
            sentence = _opened(sentence, opening)
        sentence = _ALSO.sub(r"\1 ", sentence)
    return sentence


def without_asides(sentence: str) -> str:
    """Without brackets, but for those with a number, a negation, or a name that is used again."""

    def shortened(aside: re.Match[str]) -> str:
        inner = aside[1]
        rest = sentence[: aside.start()] + sentence[aside.end() :]
        acronym = _ACRONYM.fullmatch(inner)
        if acronym and acronym[1] in rest:
            return aside[0]
        if _MARKER.fullmatch(inner) and _runs_on(sentence):
            return aside[0]
        # "2-(tensor)", "f(x)", "state(s)": part of the word before it
        glued = aside[0][0] != " " and aside.start() > 0
        return aside[0] if glued or (KEPT.search(inner) and not _is_reference(inner)) else ""

    return _BEFORE_STOP.sub("", _ASIDE.sub(shortened, sentence)).strip()


def without_insertions(sentence: str) -> str:
    """Without `, however,`, what `that is` explains over again, and where the code is.

    Neither an end that only says which sentence before it is meant: `to solve these issues`.
    """
    sentence = _LAST_PURPOSE.sub("", _INSERTED.sub("", _CODE.sub("", sentence)))
    return _THAT_IS.sub(_without_explanation, sentence)


def _without_explanation(match: re.Match[str]) -> str:
    return match[0] if KEPT.search(match[1]) else ""


def _runs_on(sentence: str) -> bool:
    """Whether nothing but their marks keeps the parts of a list apart: `(i) this (ii) that`."""
    return any(not _PART_ENDS.search(sentence[: m.start()]) for m in _LATER.finditer(sentence))


def _is_reference(inner: str) -> bool:
    """Whether a bracket names a publication or a place in the text: `(Li et al., 2019)`."""
    return bool(
        re.fullmatch(r"\[[\d,; –-]+\]", inner)
        or re.search(r"\bet al\b|\b(?:19|20)\d\d[a-z]?\)$", inner)
        or re.match(
            r"\((?:see |cf\.? )?(?:[Ff]ig|[Tt]able|[Ss]ection|[Ss]ec|[Ee]q|[Aa]ppendix)", inner
        )
    )


def _opened(sentence: str, opening: Pattern) -> str:
    match = opening.match(sentence)
    rest = sentence[match.end() :] if match else ""
    if not match or not rest or KEPT.search(match[0]):
        return sentence
    return capitalised(rest)
