"""The newsletter's voice: it speaks of the authors as "they", and every text stands alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from akira_cli.core.sentences import word_set

PRONOUNS = {
    "we": "they",
    "our": "their",
    "my": "their",
    "us": "them",
    "ours": "theirs",
    "ourselves": "themselves",
}
_SINGULAR = re.compile(r"(?:^I|(?<=, )I) (?!am\b|was\b)(?=[a-z])")
_PRONOUN = re.compile(
    r"\b(?<![-./@])(?:[Ww]e|[Oo]urs?|[Mm]y|[Uu]s|[Oo]urselves)\b"
    r"(?![-./@]\w| humans\b| people\b)"
)
_QUOTED = re.compile(r"(\"[^\"]*\"|“[^”]*”|``.*?'')")

_WORK = (
    r"(?:paper|work|article|study|report|letter|survey|thesis|note|research|manuscript|tutorial)"
)
_FRAME = re.compile(
    rf"(?:Here|In (?:this|the present|our) (?:\w+ )?{_WORK})(?:,|(?= (?:we|I)\b)) ?"
)
_WORK_SUBJECT = re.compile(rf"(?:This|The present|The) {_WORK} (?:also )?([a-z]+)\b")
_AUTHORS = re.compile(r"(?:The authors|They) (?=[a-z])")
_OWN_VOICE = re.compile(r"\b(?:we|our)\b", re.IGNORECASE)
_THIRD_PERSON_VERB = {
    verb + ("es" if verb.endswith("ss") else "s"): verb
    for verb in word_set(
        "address analyze analyse argue build compare consider contribute demonstrate describe "
        "design develop discuss evaluate examine explore extend focus formulate give "
        "introduce investigate offer present propose prove provide report review revisit show "
        "suggest tackle use"
    )
} | {"studies": "study", "applies": "apply"}
_SECOND_VERB = re.compile(r"\b(?:and|then|also) (?:\w+ly )?([a-z]+s)\b")

_CONNECTIVES = (
    "Accordingly|Additionally|Also|Alternatively|Amazingly|As a consequence|As a result|"
    "As such|Besides|By contrast|Consequently|Conversely|Critically|Crucially|Finally|First|"
    "Firstly|For example|For instance|For this|For this purpose|Further|Furthermore|Hence|"
    "However|Importantly|In addition|In contrast|In fact|In other words|In particular|"
    "In so doing|In summary|In this context|In this way|Indeed|Instead|Interestingly|Last|"
    "Lastly|Likewise|Meanwhile|More concretely|More importantly|More precisely|"
    "More specifically|Moreover|Most importantly|Namely|Nevertheless|Next|Nonetheless|"
    "Notably|On the contrary|On the one hand|On the other hand|On top of that|Overall|"
    "Remarkably|Second|Secondly|Similarly|Specifically|Still|Surprisingly|Then|Therefore|"
    "Third|Thirdly|Thus|To conclude|To do so|To do this|To that end|To this end|Together|"
    "Towards this end|Unfortunately|With this in mind|Yet"
)
_CONNECTIVE = re.compile(rf"(?:{_CONNECTIVES})(?:, +|(?= we\b) )")
_POINTING_PURPOSE = re.compile(
    r"(?:To|Towards?|In order to|Based on|Building (?:up)?on|Motivated by|Inspired by|"
    r"In light of|Given|With|For|Following|In response to) "
    r"[^,;:]{0,80}?\b(?:this|that|these|those|such|it|them)\b[^,;:]{0,60}, (?=(?:we|this paper)\b)"
)
_POINTING_ADVERB = re.compile(r"^(We|They) (?:also|further|furthermore|then|additionally|next) ")


def in_first_person(sentences: Sequence[str]) -> list[str]:
    """A report about the authors, `They propose X`, as they would tell it, `We propose X`.

    Sentences that are in the first person already are left as they are.
    """
    if any(_OWN_VOICE.search(sentence) for sentence in sentences):
        return list(sentences)
    return [_as_told_by_authors(sentence) for sentence in sentences]


def _as_told_by_authors(sentence: str) -> str:
    match = _AUTHORS.match(sentence)
    return f"We {sentence[match.end() :]}" if match else sentence


def in_third_person(sentence: str) -> str:
    """The sentence with the authors as `they`: `Here we show our X` -> `They show their X`.

    Quoted text and `US` are left alone. `This paper shows` becomes `They show` unless a
    second verb would have to follow it.
    """
    sentence = (
        capitalised(_FRAME.sub("", sentence, count=1)) if _FRAME.match(sentence) else sentence
    )
    sentence = _SINGULAR.sub(_plural, _without_work_as_subject(sentence))
    parts = _QUOTED.split(sentence)
    parts[::2] = [_PRONOUN.sub(_their_pronoun, part) for part in parts[::2]]
    return "".join(parts)


def standing_alone(sentence: str) -> str:
    """The sentence without the opening words that point at one before it.

    `However, we` -> `We`; `To address these issues, we` -> `We`; `We also` -> `We`.
    """
    for opening in (_CONNECTIVE, _POINTING_PURPOSE):
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
    match = _WORK_SUBJECT.match(sentence)
    if not match:
        return sentence
    if any(second in _THIRD_PERSON_VERB for second in _SECOND_VERB.findall(sentence, match.end())):
        return sentence
    plain = _THIRD_PERSON_VERB.get(match[1])
    return f"We {plain}{sentence[match.end() :]}" if plain else sentence


def _plural(match: re.Match[str]) -> str:
    return "We " if match.start() == 0 else "we "


def _their_pronoun(match: re.Match[str]) -> str:
    word = match[0]
    theirs = PRONOUNS[word.lower()]
    return theirs.capitalize() if word[0].isupper() else theirs
