"""The newsletter's voice: it speaks of the authors as "they", and every text stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

PRONOUNS = {
    "we": "they",
    "our": "their",
    "my": "their",
    "us": "them",
    "ours": "theirs",
    "ourselves": "themselves",
}
_SINGULAR = Pattern(r"(?:^I|(?<=, )I) (?!am\b|was\b)(?=[a-z])")
_PRONOUN = Pattern(
    r"\b(?<![-./@])(?:[Ww]e|[Oo]urs?|[Mm]y|[Uu]s|[Oo]urselves)\b(?![-./@]\w| humans\b| people\b)"
    r"|(?<=\w-)(?:we|our)(?= )"  # a hyphen for a dash: `for phones-we show`
)
_QUOTED = Pattern(r"(\"[^\"]*\"|“[^”]*”|``.*?'')")

_WORK = (
    r"(?:paper|work|article|study|report|letter|survey|thesis|note|research|manuscript|tutorial)"
)
_FRAME = Pattern(rf"(?:Here|In (?:this|the present|our) (?:\w+ )?{_WORK})(?:,|(?= (?:we|I)\b)) ?")
_WORK_SUBJECT = Pattern(
    rf"(?:^(?:This|The present|The)|(?<=, )this) {_WORK} (?:also |therefore |thus )?([a-z]+)\b"
)
_GENERIC = Pattern(
    r"\b(?:(?P<letting>allow|enabl|permit)(?P<ending>e|s|es|ed|ing)? us to|(?P<people>(?:how|the "
    r"way) we (?=(?:all )?(?:communicate|connect|consume|create|experience|interact|learn|listen|"
    r"live|move|perceive|read|see|speak|talk|teach|think|travel|work|write)\b))|(?P<one>(?:how|"
    r"what|when|where|why|if|whether) we (?=(?:can|could|may|might|must|need|ought|should|want|"
    r"wish)\b))|(?P<changing>(?:reshap|transform|redefin|rethink|chang)\w* (?:how|the way) we )|"
    r"(?P<ours>our (?=(?:brains?|cities|daily|everyday|environment|knowledge (?:of|about)|lives|"
    r"minds?|planet|societ(?:y|ies)|surroundings|understanding|world)\b)))"
)
"""Where `we` are people in general."""

_POSSIBLE = {
    "": "make", "e": "make", "s": "makes", "es": "makes", "ed": "made", "ing": "making",
}  # fmt: skip
_REPORT = Pattern(
    r"It (?:also |further |then |additionally )?(argue|discusse|examine|explore|introduce|"
    r"investigate|present|propose|review|suggest)s\b"
)
"""What "it" does when it is the paper."""

_REPORT_AFTER = Pattern(
    r"^((?:By|Building on|Leveraging|Motivated by|To|Using) [^.;:]{3,140}, )it (also |further "
    r")?(consider|explore|introduce|investigate|present|propose|review)s\b"
)
_AUTHORS = Pattern(r"(?:The authors|They) (?=[a-z])")
_OWN_VOICE = Pattern(r"\b(?:we|our)\b", re.IGNORECASE)
_THIRD_PERSON_VERB = {
    verb + ("es" if verb.endswith("ss") else "s"): verb
    for verb in word_set(
        "address analyze analyse argue build compare consider contribute demonstrate describe "
        "design develop discuss evaluate examine explore extend focus formulate give "
        "introduce investigate offer present propose prove provide report review revisit show "
        "suggest tackle use achieve adopt advance aim benchmark bridge categorize classify collect "
        "combine compile conclude construct create critique define demonstrate derive detail "
        "discover document employ enable enhance establish explain fill find highlight "
        "illustrate implement improve incorporate integrate leverage map measure offer outline "
        "perform question reveal rethink seek shed summarize summarise survey synthesize trace "
        "train utilize validate"
    )
} | {
    "studies": "study",
    "applies": "apply",
    "identifies": "identify",
    "unifies": "unify",
    "verifies": "verify",
}
_SECOND_VERB = Pattern(r"(?:,|\b(?:and|then|also)) (?:\w+ly )?([a-z]+s)\b")

_CONNECTIVES = (
    "Accordingly|Additionally|Afterwards|Also|Concretely|Empirically|Essentially|Initially|"
    "Subsequently|Ultimately|At the same time|In response|In this regard|As a first step|As a "
    "first example|As an example|To "
    "achieve this|To realize this|"
    "To address this|To this aim|For that purpose|Alternatively|Amazingly|As a consequence|As a "
    "result|"
    "As such|Besides|By contrast|Consequently|Conversely|Critically|Crucially|Finally|First|"
    "Firstly|For another|For example|For instance|For one thing|On one hand|For this|For this "
    "purpose|Further|Furthermore|Hence|"
    "However|Importantly|In addition|In contrast|In fact|In other words|In particular|"
    "In so doing|In summary|In this context|In this direction|In this way|Indeed|Instead|"
    "Interestingly|Last|"
    "Lastly|Likewise|Meanwhile|More concretely|More importantly|More precisely|"
    "More specifically|Moreover|Most importantly|Namely|Nevertheless|Next|Nonetheless|"
    "Notably|On the contrary|On the one hand|On the other hand|On top of that|Overall|"
    "Remarkably|Second|Secondly|Similarly|Specifically|Still|Surprisingly|Then|Therefore|"
    "Third|Thirdly|Fourth|Fourthly|Fifth|Thus|To conclude|To do so|To do this|To that end|To this "
    "end|Together|"
    "Towards this end|Unfortunately|With this in mind|Yet"
)
_CONNECTIVE = Pattern(rf"(?:{_CONNECTIVES})(?:, +|(?= we\b) )")
_LABEL = Pattern(
    r"(?:Abstract|Aims?|Backgrounds?|Conclusions?|Contributions?|Findings|Goals?|Introduction|"
    r"Materials|Methods?|Methodology|Motivation|Objectives?|Purpose|Results?|Significance|Summary|"
    r"TL;DR)(?: (?:and|&) [A-Z]\w+)?(?: ?[:—]| -) +(?=[A-Z])|[A-Z][a-z]+: (?=(?:We|This|Our|The) )|"
    r"\(?(?:\d|i{1,3}|iv|v)[.)] +(?=[A-Z])"
)
"""The heading of a part of a structured abstract, or the number of an item of a list."""

_LABELLED_AIM = Pattern(
    r"^(?:Aims?|Goals?|Objectives?|Purpose)(?: (?:and|&) [A-Z]\w+)?(?: ?[:—]| -) +To ([a-z]+)"
    r"(?!.*, (?:an?|our|the|this|we) )"
)
"""`Purpose: To count gulls.`, which is no sentence."""

_POINTING_PURPOSE = Pattern(
    r"To (?:address|meet|overcome|solve|tackle) (?:the )?(?:challenge|issue|limitation|problem)s? "
    r"\(?\d\)?, (?=\w)|(?:To|Towards?|In order to|Addressing|Driven by|Drawing (?:from|on|upon)|"
    r"Guided by|Grounded (?:in|on)|Encouraged by|In view of|Considering|Noticing|Observing|"
    r"Recogni[sz]ing|Unlike|Due to|Because of|Based on|Building (?:up)?on|Motivated by|Inspired "
    r"by|In light of|Given|With|For|Following|In response to) [^,;:]{0,80}?\b(?:this|that|these|"
    r"those|such|it|them|the (?:above|aforementioned)|the (?:challenge|gap|issue|limitation|"
    r"problem)s?(?! of))\b[^,;:]{0,110}, (?=(?:in this (?:paper|study|work),? )?(?:we|this (?:\w+ "
    r")?(?:paper|study|work|article))\b|[\w-]+(?: \([^()]+\))?, an? |an? (?:novel|new) )"
)
_POINTING_ADVERB = Pattern(
    r"^(We|They|This (?:paper|work|study)) (?:also|further|furthermore|then|additionally|next|"
    r"therefore|thus|hence|instead|accordingly|subsequently|consequently) "
)


def in_first_person(sentences: Sequence[str]) -> list[str]:
    """A report about the authors, `They propose X`, as they would tell it, `We propose X`.

    Sentences that are in the first person already are left as they are, but for an aim told as
    `Objective: To count gulls.`
    """
    sentences = [_LABELLED_AIM.sub(r"We aim to \1", sentence) for sentence in sentences]
    if any(_OWN_VOICE.search(sentence) for sentence in sentences):
        return sentences
    return [_as_told_by_authors(sentence) for sentence in sentences]


def _as_told_by_authors(sentence: str) -> str:
    match = _AUTHORS.match(sentence)
    return f"We {sentence[match.end() :]}" if match else sentence


@lru_cache(maxsize=256)
def in_third_person(sentence: str) -> str:
    """The sentence with the authors as `they`: `Here we show our X` -> `They show their X`.

    Quoted text and `US` are left alone. `This paper shows` becomes `They show` unless a
    second verb would have to follow it.
    """
    sentence = (
        capitalised(_FRAME.sub("", sentence, count=1)) if _FRAME.match(sentence) else sentence
    )
    sentence = _SINGULAR.sub(_plural, _without_work_as_subject(sentence))
    if any(word in sentence for word in (" us ", "we ", "our ")):
        sentence = _GENERIC.sub(_about_anyone, sentence)
    parts = _QUOTED.split(sentence)
    parts[::2] = [_PRONOUN.sub(_their_pronoun, part) for part in parts[::2]]
    return "".join(parts)


@lru_cache(maxsize=128)
def standing_alone(sentence: str) -> str:
    """The sentence without the opening words that point at one before it.

    `However, we` -> `We`; `To address these issues, we` -> `We`; `We also` -> `We`;
    `Results: We` -> `We`.
    """
    for opening in (_LABEL, _CONNECTIVE, _POINTING_PURPOSE):
        if match := opening.match(sentence):
            sentence = capitalised(sentence[match.end() :])
    return _POINTING_ADVERB.sub(r"\1 ", sentence)


def capitalised(text: str) -> str:
    """`text` with a capital at the start, unless its first word is a name such as `wav2vec`."""
    first = text.split(" ", 1)[0]
    is_name = any(char.isupper() or char.isdigit() for char in first)
    return text if is_name else text[:1].upper() + text[1:]


def _without_work_as_subject(sentence: str) -> str:
    sentence = _as_told_by_authors(sentence)
    sentence = _REPORT.sub(_as_told, sentence) if sentence.startswith("It ") else sentence
    if ", it " in sentence:
        sentence = _REPORT_AFTER.sub(r"\1we \2\3", sentence)
    match = _WORK_SUBJECT.search(sentence)
    if not match:
        return sentence
    if any(second in _THIRD_PERSON_VERB for second in _SECOND_VERB.findall(sentence, match.end())):
        return sentence
    plain = _THIRD_PERSON_VERB.get(match[1])
    if not plain:
        return sentence
    authors = "We" if match.start() == 0 else "we"
    return f"{sentence[: match.start()]}{authors} {plain}{sentence[match.end() :]}"


def _as_told(match: re.Match[str]) -> str:
    return f"We {match[1].removesuffix('e') if match[1] == 'discusse' else match[1]}"


def _about_anyone(match: re.Match[str]) -> str:
    if match["letting"]:
        return f"{_POSSIBLE[match['ending'] or '']} it possible to"
    if match["changing"]:
        return match["changing"].replace("we ", "people ")
    if match["people"]:
        return match["people"].replace("we ", "people ")
    return match["one"].replace("we ", "one ") if match["one"] else "the "


def _plural(match: re.Match[str]) -> str:
    return "We " if match.start() == 0 else "we "


def _their_pronoun(match: re.Match[str]) -> str:
    word = match[0]
    theirs = PRONOUNS[word.lower()]
    return theirs.capitalize() if word[0].isupper() else theirs
