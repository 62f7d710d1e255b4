"""A headline cut from an abstract: what is claimed or proposed, in at most 14 words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.claim_wording import OUR_NAMED, variants
from akira_cli.summarisers.extractive.claims import Claim, claims
from akira_cli.summarisers.extractive.cues import speaks_of_authors
from akira_cli.summarisers.extractive.headline_rules import (
    SPARSE,
    is_headline,
    is_nearly,
    merit,
    most_merit,
)
from akira_cli.summarisers.extractive.last_resorts import last_resorts
from akira_cli.summarisers.extractive.methods import (
    METHOD_NOUN,
    OUR_METHOD,
    method_name,
)
from akira_cli.summarisers.extractive.phrases import MAX_WORDS, whole_phrases
from akira_cli.summarisers.extractive.sentence_weights import sentence_weights
from akira_cli.summarisers.extractive.spelled_names import ACRONYM
from akira_cli.summarisers.extractive.topics import surveyed, topics
from akira_cli.summarisers.extractive.voice import in_third_person, standing_alone
from akira_cli.summarisers.extractive.wholeness import is_plain
from akira_cli.summarisers.extractive.wording import (
    smoothed,
)

POOR: Final = 2.0
"""A claim worth less is weighed against what is only a last resort."""

NAMED: Final = 0.5
"""For naming what the authors call their method."""

ANOTHER: Final = -0.8
"""For naming something else that the authors made."""

OWN: Final = -2.0
"""For speaking of `their data`, the authors not having been named."""

TITLE_AGAIN: Final = -0.8
"""For saying little that the title does not."""

PART: Final = -1.4
"""For heading with a part of what is proposed, which the title does not name."""

_PART_HEAD: Final = Pattern(
    r"(?:(?:An?|The|Two|Three|[A-Z]\S*:) )?(?:[\w-]+,? ){0,6}?(?:(?P<part>adapter|block|branch|"
    r"component|constraint|decoder|encoder|function|head|initiali[sz]ation|layer|loss|matri(?:x|"
    r"ce)|mechanism|module|objective|operator|prior|projector|regulari[sz]ation|regulari[sz]er|"
    r"sampler|schedule|step|stage|term|unit)(?:s|es)?)\b"
)
_SOURCE_HEAD: Final = Pattern(
    r"(?:(?:An?|The|[A-Z]\S*: (?:an?|the)) )(?:[\w-]+,? ){0,7}?(?:benchmark|corpus|dataset)\b"
)
_MADE_A_METHOD: Final = Pattern(
    rf"^(?!.*\b(?:benchmark|corpus|data|dataset)).*\b(?:{METHOD_NOUN}|transformer)\b", re.IGNORECASE
)
"""A title that tells of a method, and of no data."""

_INSERTION: Final = Pattern(
    r"\s*(?:\((?![A-Za-z]?[A-Z][\w/+-]*[A-Z0-9][\w/+-]*\)(?!-))(?:[^()]|\([^()]*\))*\)|"
    r"\[[^\[\]]*\])(?!\w)|(?<= )(--|—|–) [^–—-]{1,80} \1 "
)
"""What may be left out of a sentence: in parentheses but a short name, in brackets, or between
dashes."""

_QUOTED_NAME: Final = Pattern(r"[\"“]([A-Z][\w :-]{1,60}?)(?:[,!?]*)[\"”](?= \(|,? (?:an?|the) |,)")
"""A name in quotation marks."""

_OF_AUTHORS: Final = Pattern(r"\b(?:we|our|ours|us|my)\b", re.IGNORECASE)
_ANYONE: Final = Pattern(r"\b(?:how|what|when|where|whether|why) we (?:can|may|must|should)\b")
_BY_AUTHORS: Final = Pattern(r"(?:We|I) ")
_PURPOSE: Final = Pattern(r" [Ff]or ((?!.*\b(?:by|using|via|with)\b)[\w -]+)$")
_BARE_KIND: Final = Pattern(
    rf"(?:{METHOD_NOUN}|dataset|benchmark|library|loss|generator|solution)$"
)


class _Line(NamedTuple):
    text: str
    worth: float


def headline(sentences: Sequence[str], title: str) -> str:
    """The best claim of the abstract's sentences in at most 14 words, else what it is about.

    It names the method where the title or the abstract names one, is never the title, has
    no full stop and no bracket, and does not end in the middle of a phrase. Without sentences,
    or where even the title makes no phrase, it is empty.
    """
    if not sentences:
        return ""
    unquoted = [
        _QUOTED_NAME.sub(r"\1", each) if '"' in each or "“" in each else each for each in sentences
    ]
    name = method_name(unquoted, title)
    named = [smoothed(_INSERTION.sub("", standing_alone(sentence))) for sentence in unquoted]
    bare = [ACRONYM.sub("", sentence) for sentence in named]
    spoken = next((n for n, sentence in enumerate(bare) if speaks_of_authors(sentence)), 0)
    weights = sentence_weights(sentences, spoken, name if name in title else "")
    found = (_claims(s, name, is_own=n >= spoken) for n, s in enumerate(named))
    best = _best(found, name, title, weights)
    if best and len(best.text.split()) < SPARSE:
        best = _with_purpose(best, title, sentences)
    if best and best.worth >= POOR:
        return best.text
    found = (last_resorts(s, is_own=n >= spoken) for n, s in enumerate(bare))
    resort = _best(found, name, title, weights)
    topic = _best([topics(title, sentences)], name, "", [0.0])
    lines = [line for line in (best, resort, topic) if line]
    return max(lines, key=lambda line: line.worth).text if lines else _short_sentence(sentences)


def _short_sentence(sentences: Sequence[str]) -> str:
    """The first sentence that is short enough as it is, `They propose Heron`, or can be cut."""
    told = [in_third_person(standing_alone(each)).rstrip(".") for each in sentences]
    fitting = (each for each in told if each.count(" ") < MAX_WORDS)
    cut = (phrase.text for each in told for phrase in whole_phrases(each, is_noun=False))
    either = (each for each in chain(fitting, cut) if " " in each and is_plain(each))
    return next((each for each in either if each[0].isascii()), "")


def _claims(sentence: str, name: str, *, is_own: bool) -> Iterator[Claim]:
    yield from surveyed(sentence)
    yield from claims(sentence, name, is_own=is_own)


def _best(
    found: Iterable[Iterable[Claim]], name: str, title: str, weights: Sequence[float]
) -> _Line | None:
    """The first of the lines with the highest worth; what cannot become it is not looked at."""
    best: _Line | None = None
    for weight, of_sentence in zip(weights, found, strict=True):
        for claim in of_sentence:
            reach = claim.worth + weight + NAMED + most_merit(claim.text)
            if best and reach <= best.worth:
                continue
            for line in _lines(claim, name, title, reach - best.worth if best else math.inf):
                if best is None or line.worth + weight > best.worth:
                    best = _Line(line.text, line.worth + weight)
    return best


def _lines(claim: Claim, name: str, title: str, most_loss: float) -> Iterator[_Line]:
    """The lines that can be made of a claim, whole and cut with less than that loss."""
    own = (
        OWN
        if _OF_AUTHORS.search(_ANYONE.sub("", OUR_METHOD.sub("", OUR_NAMED.sub("", claim.text))))
        else 0.0
    )
    for text, cost in variants(claim, name):
        is_ours = text.startswith("They ") and not _BY_AUTHORS.match(claim.text)
        if is_ours or cost >= most_loss:
            continue
        for phrase in whole_phrases(text, is_noun=claim.is_noun):
            phrase = phrase._replace(loss=phrase.loss + cost)
            if phrase.loss >= most_loss or (":" in phrase.text and not claim.is_noun):
                continue
            if is_headline(phrase.text, title):
                named = _of_name(phrase.text, name)
                worth = claim.worth + named + own - phrase.loss + merit(phrase.text)
                worth += TITLE_AGAIN * is_nearly(phrase.text, title)
                yield _Line(phrase.text, worth + PART * _heads_with_part(phrase.text, title))


def _of_name(text: str, name: str) -> float:
    """More for a line with the method's name, less for one about something else by its name."""
    if not name or name in text:
        return NAMED if name and not text.startswith(f"{name}-") else 0.0
    return ANOTHER * (": " in text)


def _heads_with_part(text: str, title: str) -> bool:
    """Whether it tells of a loss or a module, and the title does not."""
    part = _PART_HEAD.match(text)
    if part:
        return part["part"] not in title.lower()
    source = _SOURCE_HEAD.match(text)
    return source is not None and _MADE_A_METHOD.search(title) is not None


def _with_purpose(line: _Line, title: str, sentences: Sequence[str]) -> _Line:
    """`Heron: a small network` with what the title says it is for, where there is room."""
    purpose = _PURPOSE.search(title)
    if not purpose or not _BARE_KIND.search(line.text) or " for " in line.text:
        return line
    known = {word for sentence in sentences for word in sentence.split()}
    words = [
        word if word in known or any(map(str.isupper, word[1:])) else word.lower()
        for word in purpose[1].split()
    ]
    longer = whole_phrases(f"{line.text} for {' '.join(words)}", is_noun=True)
    fitting = [each.text for each in longer if is_headline(each.text, title)]
    if not fitting:
        return line
    best = max(fitting, key=len)
    return _Line(best, line.worth + NAMED + merit(best) - merit(line.text))
