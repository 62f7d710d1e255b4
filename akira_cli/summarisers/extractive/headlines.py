"""A headline cut from an abstract: what is claimed or proposed, in at most 14 words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.claims import (
    INSERTION,
    METHOD_NOUN,
    OUR_METHOD,
    Claim,
    claims,
    last_resorts,
    method_name,
)
from akira_cli.summarisers.extractive.voice import capitalised, in_third_person

MAX_WORDS = 14
MIN_WORDS = 4
MIN_LOWER_CASE = 2
"""With fewer words in lower case it is a name, not a claim."""

GOOD_WORDS = 7
"""A clause that ends after so many words is better than a longer phrase."""

STRONG_STARTS = word_set(
    "although because compared especially even hence including leading particularly resulting "
    "since such thereby though thus where whereas which while -- – —"
)
"""A phrase ends well before these words: they open a clause that only adds."""

WEAK_STARTS = word_set("across at by for from in on over that through using via with")
"""A phrase may end before these, if nothing better is near."""

NARROWING = word_set(
    "after as assuming based because before by compared depending despite due during for from "
    "given if in inspired motivated on once only since so though although to under unless unlike "
    "when whereas while with without at across contrary following provided"
)
"""A phrase that opens with these cannot be cut: what follows is what it is about."""

ADDING = NARROWING - word_set("assuming given if once only provided so under unless when without")
"""Of these openings, the ones whose whole phrase may be left out."""

INCOMPLETE_ENDS = word_set(
    "a an the this that these those its their our his her any each every some no such both either "
    "of in on at by for from with without to into onto over under between among across through "
    "via as than and or nor but while whereas which who whose whom where when if because although "
    "is are was were be been being am has have had do does did can could may might must shall "
    "should will would not very more most less fewer much many new novel other same several "
    "various different first using based called named termed so how what why whether often also "
    "even only them us they we it former latter leading resulting following containing comprising "
    "consisting involving having making allowing enabling sense fact extent evidence idea "
    "assumption way case cases constraint constraints consistent deal deals cope account accounts "
    "perform performs serve serves act acts suffer suffers differ differs help helps learn learns "
    "allow allows enable enables lead leads rely relies depend depends focus focuses result "
    "results aim aims consist consists respect order due compared according able capable prone "
    "subject related similar equivalent up upon well e.g i.e e.g. i.e. achieve achieves improve "
    "improves outperform outperforms reduce reduces require requires provide provides produce "
    "produces yield yields"
)
"""Words a phrase does not end with."""

POINTERS = word_set("they their them it its this these those such former latter following")
NO_OPENERS = POINTERS | word_set("and but or that")
_VERB = re.compile(
    r"\b(?:is|are|was|were|can|cannot|could|may|might|must|will|would|should|has|have|had|do|does|"
    r"did|remain|become|appear|seem|fail|"
    r"(?:accelerate|achieve|affect|allow|beat|benefit|capture|cause|change|contain|converge|"
    r"correlate|decrease|depend|determine|differ|emerge|enable|encode|enhance|exceed|exhibit|"
    r"exist|explain|generali[sz]e|give|grow|help|improve|increase|induce|lack|lead|learn|make|"
    r"match|need|occur|offer|outperform|perform|play|predict|prevent|produce|provide|reach|"
    r"recover|reduce|rely|represent|require|scale|serve|share|speed|suffer|support|surpass|"
    r"tend|transfer|use|work|yield)s?|relies|reaches|matches|becomes|remains|fails|seems)\b"
)
_OPENING_PHRASE = re.compile(r"(\w+) [^,]+, (?!\w+, )(?!and\b)")
_ALLOWING = re.compile(r" (?:allow|enable)s (?:us|one|them) to ")
_ALLOWED_START = re.compile(r"They\b|It(?:'s| is) \w+ to ")
_VAGUE = re.compile(
    rf"A new (?:{METHOD_NOUN})\b|There |In recent|Recent|Previous|Prior|Existing|Many|Most"
)
_FIGURES = re.compile(r"\d(?:%|x\b|×| times| points)")


def headline(sentences: Sequence[str], title: str) -> str:
    """The best claim of the abstract's sentences in at most 14 words, or an empty string.

    It names the method where the title or the abstract names one, is never the title, has
    no full stop and no bracket, and does not end in the middle of a phrase.
    """
    name = method_name(sentences, title)
    return _best([claims(sentence, name) for sentence in sentences], name, title) or _best(
        [last_resorts(sentence) for sentence in sentences], name, title
    )


def _best(found: Sequence[Iterable[Claim]], name: str, title: str) -> str:
    """The first of the phrases with the highest worth; earlier sentences count a little more."""
    best, highest = "", float("-inf")
    for position, of_sentence in enumerate(found):
        for claim in of_sentence:
            text = _cut(_tidied(claim.text, name), needs_verb=not claim.has_verb)
            worth = claim.worth + _merit(text, title) - 0.1 * position
            if worth > highest and _is_headline(text, title):
                best, highest = text, worth
    return best


def _tidied(claim: str, name: str) -> str:
    """The claim without insertions, in the third person, about the method by its name."""
    text = INSERTION.sub("", claim).strip(" .,;:!")
    text = text.replace("``", '"').replace("''", '"').replace(" also ", " ")
    if len(text.split()) > MAX_WORDS:
        text = _without_opening_phrase(text)
    text = OUR_METHOD.sub(name or _a_new, text, count=1) if OUR_METHOD.match(text) else text
    text = _ALLOWING.sub(" to ", text, count=1)
    text = f"The {text[4:]}" if text[:4].lower() == "our " else text
    return capitalised(in_third_person(text))


def _without_opening_phrase(text: str) -> str:
    opening = _OPENING_PHRASE.match(text)
    return text[opening.end() :] if opening and opening[1].lower() in ADDING else text


def _a_new(match: re.Match[str]) -> str:
    return f"A new {match[0].split()[-1]}"


def _cut(text: str, *, needs_verb: bool) -> str:
    """The longest start of the text, within the limit, that ends where a clause does."""
    words = text.split()
    if len(words) <= MAX_WORDS:
        return text
    if words[0].lower() in NARROWING:
        return ""
    ends = [end for end in range(MAX_WORDS, MIN_WORDS - 1, -1) if _is_whole(words[:end])]
    strong = [end for end in ends if _ends_strongly(words, end)]
    weak = [end for end in ends if _ends_weakly(words, end)]
    for end in [*(end for end in strong if end >= GOOD_WORDS), *sorted(strong + weak)[::-1]]:
        start = " ".join(words[:end]).rstrip(" .,;:–—-")
        if not needs_verb or _VERB.search(start):
            return start
    return ""


def _ends_strongly(words: Sequence[str], end: int) -> bool:
    last, following = words[end - 1], words[end].lower().rstrip(",;:")
    if last[-1] != ",":
        return last[-1] in ";:" or following in STRONG_STARTS
    if following == "and" and words[end + 1 : end + 2] != ["that"]:
        return not any(word[-1] == "," for word in words[: end - 1])
    adds = following in STRONG_STARTS | WEAK_STARTS or following.endswith("ing")
    return adds and following != "existing"


def _ends_weakly(words: Sequence[str], end: int) -> bool:
    in_which = end + 1 < len(words) and words[end + 1] in {"which", "whom"}
    opens_another = any(word[-1] == "," or word in {"and", "or"} for word in words[end - 3 : end])
    return words[end] in WEAK_STARTS and not in_which and not opens_another


def _is_whole(words: Sequence[str]) -> bool:
    last = words[-1].lower().rstrip(",;:")
    if last.endswith("ing") and words[-2].lower() in INCOMPLETE_ENDS:
        return False
    return last not in INCOMPLETE_ENDS and not last.endswith(("ly", "ed"))


def _is_headline(text: str, title: str) -> bool:
    words = text.split()
    return (
        MIN_WORDS <= len(words) <= MAX_WORDS
        and words[-1].lower() not in INCOMPLETE_ENDS
        and sum(word[0].islower() for word in words) >= MIN_LOWER_CASE
        and not any(mark in text for mark in ("(", ")", "[", "]", "{", "}", "\\", "http"))
        and text.count('"') % 2 == 0
        and (words[0].lower() not in NO_OPENERS or _ALLOWED_START.match(text) is not None)
        and _plain(text) != _plain(title)
    )


def _merit(text: str, title: str) -> float:
    """More for a result in figures, less for what points elsewhere or repeats the title."""
    words = _plain(text)
    known = set(_plain(title))
    repeated = sum(word in known for word in words) > 0.8 * len(words)
    pointing = sum(word in POINTERS for word in words)
    figures = _FIGURES.search(text) is not None
    vague = _VAGUE.match(text) is not None
    return 0.1 * len(words) + 1.5 * figures - 1.0 * pointing - 1.5 * vague - 2.0 * repeated


def _plain(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
