"""What heads an item when its abstract says no more than the title: the topic, by its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.claims import Claim
from akira_cli.summarisers.extractive.methods import METHOD_NOUN, is_name
from akira_cli.summarisers.extractive.voice import capitalised

_SURVEYED: Final = Pattern(
    r"\b(?:[Ww]e|(?:[Tt]his|[Tt]he|[Oo]ur) (?:present |systematic |comprehensive |\w+ )?(?:paper|"
    r"survey|review|article|work|study|overview|chapter))\b(?: \w+ly| first| also)* "
    r"(?:(?:review|survey)(?:s|ed)?|(?:presents?|provides?|offers?|conduct(?:s|ed)?|gives?|"
    r"deliver?s|presented|provided) (?:an? |the first )?(?:[\w-]+,? (?:and )?){0,4}?"
    r"(?:survey|review|overview|synthesis) (?:of|on|about)) (?P<topic>.+)"
)
"""`This review surveys X`, `We give a broad overview of X`."""

_WORKS: Final = Pattern(
    r"(?:over |more than |the )?(?:\d+|existing|recent|relevant|related|current) (?:[\w-]+ "
    r"){0,2}(?:articles|literature|papers|"
    r"publications|research|studies|works?)\b(?! (?:about|concerning|of|on)\b)"
)
"""What was read for a review, which is not what it is about."""

_SURVEY: Final = Pattern(
    r"\b(?:survey|review|overview|state of the art|decade|tutorial)\b",
    re.IGNORECASE,
)
_THIS_SURVEY: Final = Pattern(r"\b[Tt]his (?:\w+ )?(?:review|survey)\b")
_SURVEY_OF: Final = Pattern(
    r"(?:an? |the )?(?:[\w-]+,? (?:and )?){0,4}?(?:survey|review|overview|taxonomy|tutorial)s? "
    r"(?:of|on|for|about|in) (?:the )?(?:recent )?(?:(?:advance|development|progress|trend)(?:s|"
    r"es)?(?: and challenges)? (?:in|of|on) )?(?P<topic>.+)",
    re.IGNORECASE,
)
_KIND_OF_WORK: Final = word_set(
    "a an analysis and brief case comparative comprehensive critical empirical literature of "
    "overview paper perspective position recent report review roadmap scoping short study survey "
    "systematic technical the toward towards tutorial"
)
"""The words of a part of a title that says what the work is, not what it is about."""

_JOINT: Final = Pattern(r"(?:: ?(?=\D)|\? | ?— ?| -+ )")
_SOUNDS_OPEN: Final = Pattern(r"[aeioAEIO]|u[^n]|[FHLMNRSX][A-Z]")
_ENGLISH: Final = Pattern(r"\b(?:the|of|we|and)\b")
_FINDING: Final = word_set(
    "are beat beats boosts can cannot could do does drives enable enables has have help helps hurt "
    "hurts improves induce induces is make makes matter matters may might must need needs "
    "outperform outperforms prevent prevents reduces require requires reveal reveals should show "
    "shows uncover uncovers was were will"
)
"""Verbs of a title that says what was found."""

_ARTICLE: Final = Pattern(r"(?:an?|the first) ")
_BRACKETED: Final = Pattern(r" ?\([^()]*\)")
_WORD: Final = Pattern(r"[^\s:]+")
_WORDS: Final = Pattern(r"[\w-]+")
_OPENED: Final = Pattern(
    r"^(?:(?:Towards?|On|(?:An? |The )?Understanding(?: of)?|Recent (?:Advance|Development|"
    r"Progress|Trend)s? (?:in|of|on)|(?:An? |The )?(?:(?:Empirical|Comparative|Systematic|"
    r"Theoretical|Experimental|Preliminary|Critical|Comprehensive|Case|Novel|New) )*(?:Analysis|"
    r"Comparison|Evaluation|Exploration|Investigation|Observations|Study) (?:of|on|into|for)|"
    r"Analy[sz]ing|Assessing|Evaluating|Examining|Exploring|Inspecting|Investigating|Dissecting|"
    r"Probing|Studying|Rethinking|Revisiting|Benchmarking|Quantifying|Characteri[sz]ing) )+",
    re.IGNORECASE,
)
_VERBS: Final = {
    gerund: verb
    for verb in word_set(
        "accelerate adapt advance align automate boost bridge build calibrate combine "
        "compress control decode decouple defend design detect disentangle distil distill "
        "enhance enable estimate explain exploit extract facilitate find forecast fuse "
        "generate guide harness identify improve incorporate infer integrate leverage learn "
        "localize map measure mitigate model optimize predict prevent prune quantify quantize "
        "reconstruct recover reduce refine regularize scale search segment simulate solve "
        "speed steer synthesize tackle train transfer understand unify unleash unlock use "
        "utilize "
    )
    for gerund in (f"{verb.removesuffix('e')}ing", f"{verb}{verb[-1]}ing")
}
"""`Improving` and `Mapping`, and the verbs that they are made of."""

_NO_TOPIC: Final = Pattern(
    r"(?:beyond|from|how|in|not|what|why|when|whether|is|are|do|does|can) |.*[?!]", re.IGNORECASE
)
_GERUND: Final = Pattern(r"\w+ing (?:an?|the) ")
_HEADED: Final = Pattern(
    rf"^(?:[\w-]+ ){{0,7}}(?P<kind>{METHOD_NOUN}|dataset|benchmark|corpus|library|toolkit)\b"
    r"(?=$| (?:for|of|to|based|with|that))",
    re.IGNORECASE,
)


def surveyed(sentence: str) -> Iterator[Claim]:
    """`This article reviews gull counting` as `A review of gull counting`."""
    if not any(word in sentence for word in ("overview", "review", "survey", "synthesis")):
        return
    if found := _SURVEYED.search(sentence):
        worth = 1.2 if _WORKS.match(found["topic"]) else 3.0
        yield Claim(f"A review of {_bare(found['topic'])}", worth, is_noun=True)


def topics(title: str, sentences: Sequence[str]) -> Iterator[Claim]:
    """What the title is about, as a phrase that says of what kind the work is."""
    if not any(_ENGLISH.search(sentence) for sentence in sentences):
        return
    known = {word.strip(".,;:()") for sentence in sentences for word in sentence.split()[1:]}
    before, _, after = _JOINT.sub(": ", _BRACKETED.sub("", title), count=1).partition(": ")
    is_survey = _SURVEY.search(title) or any(
        _THIS_SURVEY.search(each) or _SURVEYED.search(each) for each in sentences
    )
    for part in (after, before):
        if _KIND_OF_WORK.issuperset(_WORDS.findall(part.lower())):
            continue
        named = _SURVEY_OF.match(part)
        about = named["topic"] if named else part
        bare = _OPENED.sub("", about, count=1)
        topic = _sentence_case(bare, known)
        if _NO_TOPIC.match(topic):
            continue
        if is_survey and not _says_what_was_found(topic):
            yield Claim(f"A review of {topic}", 2.4, is_noun=True)
        else:
            name = before if part is after and is_name(before) else ""
            yield _topic(topic, name, is_bare=bare in (about, part), is_title=not after)


def _topic(topic: str, name: str, *, is_bare: bool, is_title: bool) -> Claim:
    """The topic as a phrase that says of what kind the work is, after its name if it has one."""
    named = f"{name}: " if name else ""
    worth = 0.5 if name else 0.2
    if _says_what_was_found(topic):
        return Claim(f"The claim that {topic}", -1.0, is_noun=True)
    if _ARTICLE.match(topic) and not is_title:
        return Claim(capitalised(topic), worth, is_noun=True)
    if _HEADED.match(topic) and not (_ARTICLE.match(topic) or _GERUND.match(topic)):
        article = "an" if _SOUNDS_OPEN.match(topic) else "a"
        return Claim(
            f"{named}{article if name else article.capitalize()} {topic}", worth, is_noun=True
        )
    if name:
        return Claim(f"{named}a method for {topic}", worth, is_noun=True)
    opening, _, rest = topic.partition(" ")
    if is_bare and (verb := _VERBS.get(opening)):
        return Claim(f"A way to {verb} {rest}", 0.1, is_noun=True)
    return Claim(f"A study of {topic}", 0.1, is_noun=True)


def _says_what_was_found(title: str) -> bool:
    return not _FINDING.isdisjoint(title.split())


def _bare(topic: str) -> str:
    return topic.removeprefix("the ").rstrip(".")


def _sentence_case(text: str, known: set[str]) -> str:
    """The words of a title as the abstract writes them, in small letters where it has them not."""
    return _WORD.sub(lambda match: _as_known(match[0], known), text)


def _as_known(word: str, known: set[str]) -> str:
    if any(char.isupper() or char.isdigit() for char in word[1:].replace("-", "")):
        is_double = "-" in word and all(part[1:].islower() for part in word.split("-") if part)
        return word.lower() if is_double and word not in known else word
    return word if word in known and word.lower() not in known else word.lower()
