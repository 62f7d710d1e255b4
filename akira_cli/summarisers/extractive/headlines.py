"""A headline cut from an abstract: what is claimed or proposed, in at most 14 words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.claims import Claim, claims
from akira_cli.summarisers.extractive.cues import speaks_of_authors
from akira_cli.summarisers.extractive.headline_rules import SPARSE, is_headline, merit, most_merit
from akira_cli.summarisers.extractive.last_resorts import last_resorts
from akira_cli.summarisers.extractive.methods import METHOD_NOUN, OUR_METHOD, PROPOSED, method_name
from akira_cli.summarisers.extractive.phrases import whole_phrases
from akira_cli.summarisers.extractive.spelled_names import ACRONYM
from akira_cli.summarisers.extractive.topics import surveyed, topics
from akira_cli.summarisers.extractive.voice import capitalised, in_third_person, standing_alone
from akira_cli.summarisers.extractive.wording import without_pointing_purpose, without_praise

LATER: Final = 0.15
"""What a claim loses with every sentence before its own."""

POOR: Final = 2.0
"""A claim worth less is weighed against what is only a last resort."""

NAMED: Final = 0.5
"""For naming what the authors call their method."""

ANOTHER: Final = -0.8
"""For naming something else that the authors made."""

OWN: Final = -2.0
"""For speaking of `their data`, the authors not having been named."""

MAIN: Final = 0.3
"""For the first sentence that proposes something."""

ON_THE_SIDE: Final = -0.9
"""For a sentence that opens as one among others: `Moreover, we propose a loss`."""

PART: Final = -1.4
"""For heading with a part of what is proposed, which the title does not name."""

_ON_THE_SIDE: Final = Pattern(
    r"(?:Afterwards?|First(?:ly)?|Last(?:ly)?|"
    r"Next|On (?:the )?(?:one|other) hand|Second(?:ly)?|Specifically|Subsequently|Then|"
    r"Third(?:ly)?|"
    r"In particular|Concretely|More specifically|Technically|Along with|Meanwhile|"
    r"To further [^,]*), (?!we (?:show|find|found))|"
    r"(?:We|This \w+) (?:then|first|next)\b|In [\w-]+ing\b"
)
_ADDED: Final = Pattern(
    r"(?:Additionally|Also|Besides|But|However|Unfortunately|Yet|Further(?:more)?|Moreover|"
    r"Finally|In addition|Lastly),? |"
    r"(?:We|This \w+) (?:also|additionally|further|furthermore)\b"
)
"""Openings of what is never the main thing."""

_PART_HEAD: Final = Pattern(
    r"(?:(?:An?|The|Two|Three|[A-Z]\S*:) )?(?:[\w-]+,? ){0,6}?(?:(?P<part>adapter|block|branch|"
    r"component|"
    r"constraint|decoder|encoder|function|head|initiali[sz]ation|layer|loss|matri(?:x|ce)|"
    r"mechanism|"
    r"module|objective|operator|prior|projector|regulari[sz]ation|regulari[sz]er|sampler|schedule|"
    r"step|stage|term|unit)(?:s|es)?)\b"
)
_INSERTION: Final = Pattern(
    r"\s*(?:\((?![A-Za-z]?[A-Z][\w/+-]*[A-Z0-9][\w/+-]*\)(?!-))(?:[^()]|\([^()]*\))*\)|"
    r"\[[^\[\]]*\])(?!\w)|(?<= )(--|—|–) [^–—-]{1,80} \1 "
)
"""What may be left out of a sentence: in parentheses but a short name, in brackets, or between
dashes."""

_VERY: Final = Pattern(
    r" (?:also|both simultaneously|consistently|convincingly|effectively|greatly|notably|"
    r"remarkably|significantly|substantially|successfully|thus|thereby|therefore|explicitly|"
    r"systematically|comprehensively|rigorously|thoroughly|"
    r"extensively|specifically)(?= [a-z]+)"
)
_CALLED: Final = Pattern(
    rf"^(?:[Tt]his|[Oo]ur|[Tt]he) (?:[\w-]+ ){{0,2}}(?:{METHOD_NOUN}),? (?:called|dubbed|named|"
    rf"termed) "
    r"([^,]{2,40}),"
)
_DESIGNED: Final = Pattern(
    r" (?:specifically |explicitly )?(?:aimed|aiming|designed|intended|tailored) (?:specifically "
    r")?to "
    r"(?!\w+ing\b)(?:\w+ly )?"
)
_CONSONANT: Final = Pattern(r"\ban (?=[bcdfgjklmnpqrstvwz][a-z])")
_ALLOWING: Final = Pattern(r"^(A new \w+) (?:allow|enable)s (?:us|one) to ")
_LETTING: Final = Pattern(r" (?:allow|enable)s (?:us|one) to ")
_OPENING: Final = Pattern(r"(\w+) [^,]+, (?!\w+, )(?!and\b|or\b)(?=\w)")
_ADDING: Final = word_set(
    "after as because by despite due inspired motivated on since so though although to unlike "
    "whereas while across contrary following"
)
"""Of the openings in front of a claim, the ones that may be left out."""

_OF_AUTHORS: Final = Pattern(r"\b(?:we|our|ours|us|my)\b", re.IGNORECASE)
_BY_AUTHORS: Final = Pattern(r"(?:We|I) ")
_PURPOSE: Final = Pattern(r" [Ff]or ([\w -]+)$")
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
    name = method_name(sentences, title)
    named = [_INSERTION.sub("", standing_alone(sentence)) for sentence in sentences]
    bare = [ACRONYM.sub("", sentence) for sentence in named]
    spoken = next((n for n, sentence in enumerate(bare) if speaks_of_authors(sentence)), 0)
    weights = _weights(sentences, spoken)
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
    return max(lines, key=lambda line: line.worth).text if lines else ""


def _claims(sentence: str, name: str, *, is_own: bool) -> Iterator[Claim]:
    yield from surveyed(sentence)
    yield from claims(sentence, name, is_own=is_own)


def _weights(sentences: Sequence[str], spoken: int) -> list[float]:
    """What a line gains or loses by its sentence: the first that proposes something is the main
    one, and earlier ones count a little more."""
    added = [_ADDED.match(sentence) is not None for sentence in sentences]
    main = next(
        (n for n, each in enumerate(sentences) if PROPOSED.search(each) and not added[n]), -1
    )
    return [
        MAIN
        if n == main >= spoken
        else ON_THE_SIDE * (added[n] or _ON_THE_SIDE.match(sentence) is not None) - LATER * n
        for n, sentence in enumerate(sentences)
    ]


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
    own = OWN if _OF_AUTHORS.search(OUR_METHOD.sub("", claim.text)) else 0.0
    for text in _tidied(claim.text, name):
        if text.startswith("They ") and not _BY_AUTHORS.match(claim.text):
            continue
        for phrase in whole_phrases(text, is_noun=claim.is_noun):
            if phrase.loss >= most_loss or (":" in phrase.text and not claim.is_noun):
                continue
            if is_headline(phrase.text, title):
                named = _of_name(phrase.text, name)
                worth = claim.worth + named + own - phrase.loss + merit(phrase.text)
                yield _Line(phrase.text, worth + PART * _heads_with_part(phrase.text, title))


def _of_name(text: str, name: str) -> float:
    """More for a line with the method's name, less for one about something else by its name."""
    if not name or name in text:
        return NAMED if name and not text.startswith(f"{name}-") else 0.0
    return ANOTHER * (": " in text)


def _heads_with_part(text: str, title: str) -> bool:
    """Whether it tells of a loss or a module, and the title does not."""
    part = _PART_HEAD.match(text)
    return part is not None and part["part"] not in title.lower()


def _tidied(claim: str, name: str) -> Iterator[str]:
    """The claim in the third person, about the method by its name; also without its opening."""
    text = _CALLED.sub(r"\1", without_pointing_purpose(claim.strip(" .,;:!")))
    text = _DESIGNED.sub(" to ", text)
    text = text.replace("``", '"').replace("''", '"')
    text = _about_method(_VERY.sub("", without_praise(text)), name)
    text = in_third_person(_LETTING.sub(" makes it possible to ", text, count=1))
    text = _CONSONANT.sub("a ", text)
    yield capitalised(text)
    opening = _OPENING.match(text)
    if opening and opening[1].lower() in _ADDING:
        yield capitalised(text[opening.end() :])


def _about_method(text: str, name: str) -> str:
    """`Our network counts` -> `Heron counts`, or `A new network counts` when it has no name."""
    if OUR_METHOD.match(text):
        text = OUR_METHOD.sub(lambda match: name or f"A new {match[0].split()[-1]}", text, count=1)
        return _ALLOWING.sub(r"\1 to ", text)
    article, _, rest = text.partition(" ")
    if article.lower() not in ("our", "the"):
        return text
    return rest if name and rest.startswith(name) else f"The {rest}"


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
