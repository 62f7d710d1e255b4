"""The shorter forms of one sentence: without what opens it, and cut where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.trimming import WORK, trimmed
from akira_cli.summarisers.extractive.voice import capitalised

Form = Literal["whole", "trimmed", "we", "told", "unopened"]
FORMS: Final[tuple[Form, ...]] = ("whole", "trimmed", "we", "told", "unopened")
"""As it stands; trimmed; `This paper presents` as `We present`; without `We show that`; without
an opening clause such as `Unlike earlier work,`."""

CUTS: Final = (
    "", "which", "doing", "and", "by", "using", "through", "called", "colon", "semicolon", "dash",
    "purpose", "besides", "example",
)  # fmt: skip
"""Where a piece was cut, "" for nowhere: before `, which`, before `, improving`, ..."""

FEWEST_WORDS: Final = 5


class Piece(NamedTuple):
    """A form of a sentence, and where it was cut."""

    text: str
    form: Form
    cut: str = ""


_PLAIN = word_set(
    "address aim analyse analyze argue build characterize compare consider contribute demonstrate "
    "derive describe design develop discuss establish evaluate examine explain explore extend "
    "focus formulate give introduce investigate offer outline present propose prove provide "
    "report review revisit show suggest tackle use"
)
_THIRD_PERSON = {
    **{verb + ("es" if verb.endswith(("ss", "sh", "ch")) else "s"): verb for verb in _PLAIN},
    "applies": "apply",
    "identifies": "identify",
    "studies": "study",
}
_WORK_SUBJECT = Pattern(rf"(?:This|The present|Our) {WORK} (?:also )?([a-z]+)\b(?! and \w+s\b)")
_SECOND_VERB = Pattern(r"\b(?:and|then|also) (?:\w+ly )?([a-z]+s)\b")
_TOLD = Pattern(
    r"(?:We|I|This \w+) (?:\w+ly )?(?:show|demonstrate|find|found|prove|observe|discover|"
    r"establish|reveal)(?:s|ed)? (?:\w+ly )?that "
)
_OPENING = Pattern(
    r"(?:As|Although|Based|Because|Building|By|Compared|Despite|Drawing|Following|In order|"
    r"Inspired|Leveraging|Motivated|Rather|Recently|Since|Though|Through|To|Towards?|Unlike|"
    r"Using|Via|While)\b[^;:]{3,200}?, (?=(?:we|I|our|this paper|this work) )"
)
_POINTING_START = Pattern(
    r"(?:It|They|These|Those|Such|He|She|Its|Their|Both|Another|That|Doing|Here|Second|Third|"
    r"This (?!paper|work|article|study|is the first)|There(?:by|fore)|"
    r"The (?:former|latter|resulting|same|first|second|third)|For (?:example|instance))\b"
)
_POINTING = Pattern(
    rf"\b(?:this|these|those) (?!(?:\w+ )?{WORK}|end\b|is\b|are\b|can\b)|"
    r"\bsuch (?!a\b|an\b|as\b|that\b)|\b[Ww]e (?:\w+ ){1,2}that (?:it|its|their|they)\b|\b(?:from|"
    r"in|on|of) this\b(?=[,.]|$| to\b)|\bboth (?:of these|problems|issues)\b"
)
_ANTECEDENT_WORDS = 10
"""After so many words what is pointed at may stand in the same sentence."""


_REPORTS = (
    "apply|argue|conduct|demonstrate|discuss|evaluate|find|illustrate|introduce|perform|present|"
    "propose|prove|report|show|validate|verify"
)
_ACTS = (
    "achieve|analy[sz]e|compare|derive|design|develop|establish|explore|give|improve|investigate|"
    "learn|observe|outperform|provide|study|test|train|use"
)
_ADVERB = r"(?:\w+ly |also |further |then )?"
_CUT = Pattern(
    r"(?P<which>, (?:hence|so that|thereby|thus|where|whereas|which|while|who|whose) )"
    rf"|(?P<doing>, {_ADVERB}(?!(?:according|being|during|given|including|using)\b)[a-z]+ing )"
    rf"|(?P<and>, and {_ADVERB}(?:{_REPORTS}|{_ACTS})s? | and {_ADVERB}(?:{_REPORTS})s? )"
    r"|(?P<by> by [a-z]+ing )|(?P<using>,? using )|(?P<through>,? (?:through|via) )|(?P<called>, "
    r"(?:based on|called|dubbed|inspired by|motivated by|named|termed) )|(?P<colon>: )|"
    r"(?P<semicolon>; )|(?P<dash> (?:-|–|—|--|---) )|(?P<purpose>,? in order to )|(?P<besides>,? "
    r"as well as )|(?P<example>,? (?:e\.g\.,?|especially|including|particularly|such as) )"
)
_LOOSE = word_set("and colon semicolon")
"""Cuts after which a new statement begins: what it denies does not touch what stays."""

_MEANS = word_set("by through using")
_DONE = Pattern(r"\b\w+(?:ed|ained|iven|own)$")
"""What was done, after which the means is what the sentence tells: `is obtained by`."""

_NARROWING = Pattern(
    r"\b(?:assum\w+|but|cannot|except|fail\w*|if|lacks?|least|most|neither|never|no|none|nor|not|"
    r"only|provided|under|unless|when|without)\b|n['’]t\b",
    re.IGNORECASE,
)
_UNFINISHED = word_set(
    "a able achieve achieves aim aims all allow allows among an and any are as at be been being "
    "better between both but by can compared could depend depends each either even every first "
    "focus focuses following for from has have having help helps how improve improves in into is "
    "its lead leads led less many may might more most new no not novel of often on only onto or "
    "our outperform outperforms over provide provides reduce reduces relies rely require requires "
    "result results several should so some such than that the their them then these this those "
    "through to under up us very via was we well were what when where whether which while who "
    "whose will with within without would yield yields"
)
"""Words that a cut sentence does not end with."""

_BARE_VERB = Pattern(
    r"\b(?:to|we|they|it|which|that|can|could|may|might|must|will|would) (?:\w+ly )?\w+$"
)
"""An end that still wants its object: `that aims to answer`."""


def pieces(sentence: str) -> Iterator[Piece]:
    """Every form of a sentence, and every piece of the trimmed ones that can stand alone.

    A piece keeps every number, name and negation of the words it keeps, and what is cut off
    does not narrow it: nothing that holds `without`, `only`, `if` and the like is cut off unless
    it is a statement of its own.
    """
    for form, text in _forms(sentence):
        yield Piece(text, form)
        if form != "whole":
            yield from _cut(text, form)


def opens_pointing(text: str) -> bool:
    """Whether a text begins with what a sentence before it has told: `It`, `These`."""
    return _POINTING_START.match(text) is not None


def points_back(text: str) -> bool:
    """Whether a text speaks, near its beginning, of what a sentence before it has told."""
    pointing = _POINTING.search(text)
    return pointing is not None and text.count(" ", 0, pointing.start()) < _ANTECEDENT_WORDS


def _forms(sentence: str) -> Iterator[tuple[Form, str]]:
    text = trimmed(sentence)
    if text != sentence:
        yield "whole", sentence
    yield "trimmed", text
    spoken = _spoken(text)
    if spoken != text:
        text = spoken
        yield "we", text
    told = _TOLD.match(text)
    if told and not opens_pointing(claim := capitalised(text[told.end() :])):
        yield "told", claim
    opening = _OPENING.match(text)
    if opening and not _NARROWING.search(opening[0]):
        yield "unopened", capitalised(text[opening.end() :])


def _spoken(text: str) -> str:
    """`This paper presents X` as `We present X`, unless another verb would have to follow it."""
    subject = _WORK_SUBJECT.match(text)
    verb = _THIRD_PERSON.get(subject[1]) if subject else None
    if not subject or not verb:
        return text
    others = _SECOND_VERB.findall(text, subject.end())
    if any(other in _THIRD_PERSON for other in others):
        return text
    return f"We {verb}{text[subject.end() :]}"


def _cut(text: str, form: Form) -> Iterator[Piece]:
    for place in _CUT.finditer(text):
        cut = place.lastgroup or ""
        kept = text[: place.start()]
        narrowed = cut not in _LOOSE and _NARROWING.search(text, place.start())
        if not narrowed and _is_whole(kept) and not (cut in _MEANS and _DONE.search(kept)):
            yield Piece(kept.rstrip(" ,;:-–—") + ".", form, cut)


def _is_whole(text: str) -> bool:
    last = text[text.rfind(" ") + 1 :].strip(",.").lower()
    return (
        text.count(" ") >= FEWEST_WORDS - 1
        and last not in _UNFINISHED
        and not _BARE_VERB.search(text)
        and text.count("(") == text.count(")")
        and text.count("$") % 2 == 0
        and text.count('"') % 2 == 0
    )
