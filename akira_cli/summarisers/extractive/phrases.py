"""Whole phrases at the beginning of a longer one: where it may be cut, and what that costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.wholeness import leaves_than, may_be_cut

MAX_WORDS: Final = 14
MIN_WORDS: Final = 4

GOOD_WORDS: Final = 8
"""A phrase with fewer words says little; each missing word costs `_SHORT`."""

_SHORT: Final = 0.35
_CLAUSE, _SECOND, _RELATIVE, _PHRASE, _OF = 0.2, 0.4, 0.9, 0.5, 0.8
"""What it costs to leave out a clause that only adds, a second predicate, a relative clause, a
prepositional phrase."""

_HEAD_WORDS: Final = 6
"""A colon after no more words stands behind a name: `Soft Teacher: a method`."""

_ADDS: Final = word_set(
    "although because compared especially even hence including leading particularly resulting "
    "since "
    "thereby though thus whereas while outperforming surpassing achieving demonstrating improving "
    "making showing yielding providing paving highlighting - -- – — despite exceeding offering"
)
"""A phrase ends well before these words: they open a clause that only adds."""

_PREPOSITIONS: Final = word_set(
    "across at by for from in on over through when throughout to toward towards using via with "
    "within "
    "under among during together along alongside"
)
_REDUCED: Final = Pattern(
    r"based (?:on|upon)\b|(?:annotated|assembled|built|captured|collected|composed|comprising|"
    r"consisting|containing|derived|drawn|equipped|extracted|featuring|gathered|generated|"
    r"grounded|inspired|paired|recorded|sourced|spanning|taken|trained|written|designed|tailored|"
    r"driven|powered|covering|published|aimed|intended|curated) (?:across|around|as|between|by|"
    r"for|from|in|of|on|to|using|via|with|at|\w+)\b|(?:absent|available|missing|needed|unseen) "
    r"(?:from|for|in|to)\b|[a-z]{3,}ed (?:by|from|on|in|with|using|via|at)\b"
)
"""A participle that opens what can be left out: `images | taken from the air`."""

_PARTS: Final = Pattern(r"^(?:branches|components|modules|stages|blocks|layers)$")
_NARROWS: Final = Pattern(
    r"\b(?:without|only|except|unless|if|not|no|never|provided|assuming|when)\b", re.IGNORECASE
)
"""What is left out of a claim must not limit it."""

_VERB: Final = Pattern(
    r"\b(?:is|are|was|were|can|cannot|could|may|might|must|will|would|should|has|have|had|do|does|"
    r"did|[a-z]{2,}(?:[iy][sz]es|ates|ifies|ects|ains|ounts|orms|ends)|remain|become|appear|seem|"
    r"fail|(?:accelerate|achieve|adopt|affect|aggregate|allow|appl(?:y|ie)|attain|beat|benefit|"
    r"boost|capture|cause|change|combine|consist|contain|contrast|converge|correlate|cover|"
    r"decrease|deliver|depend|detect|determine|differ|eliminate|emerge|employ|enable|encode|"
    r"enhance|ensure|exceed|exhibit|exist|explain|extend|extract|focuse|generali[sz]e|generate|"
    r"give|grow|handle|help|identif(?:y|ie)|improve|include|incorporate|increase|induce|integrate|"
    r"interleave|lack|lead|learn|leverage|let|lower|maintain|make|match|mitigate|model|need|"
    r"obtain|occur|offer|operate|outperform|perform|play|predict|preserve|prevent|produce|propose|"
    r"provide|reach|recover|reduce|rel(?:y|ie)|remove|represent|require|reveal|save|scale|serve|"
    r"set|share|show|simulate|speed|suffer|suggest|support|surpass|synthesi[sz]e|tend|train|"
    r"transfer|transform|treat|use|utili[sz]e|work|yield|match|pass|process)(?:s|es|d|ed)?)\b"
)
"""A verb that a statement may turn on."""

_FINITE: Final = Pattern(
    r"(?:\w+ly )?(?P<verb>can|is|are|has|have|does|do|will|may|"
    r"[a-z]+s(?<!ics)(?<!is)(?<!us)(?<!ss))\b"
)
"""A verb, as far as its ending tells: `reduces`, `can`."""

_NO_VERBS: Final = word_set(
    "actions agents algorithms always answers approaches attacks benchmarks challenges classes "
    "conditions costs data datasets documents domains edges embeddings environments errors "
    "features gradients graphs humans images inputs its keys labels languages layers levels losses "
    "masks methods models networks nodes objects outputs parameters points policies problems "
    "queries questions results rewards risks robots samples scales scenes sentences settings sizes "
    "speeds states steps systems tasks techniques texts times tokens types users values various "
    "vectors videos weights words"
)
"""Words that end as a verb does."""

_PLAIN_VERB: Final = Pattern(
    r"(?:\w+ly )?(?:achieve|adapt|allow|apply|compare|compute|control|design|establish|explain|"
    r"analy[sz]e|assess|avoid|boost|bridge|build|capture|classify|"
    r"create|detect|enable|encourage|enforce|enhance|ensure|estimate|evaluate|explore|extract|"
    r"facilitate|find|generate|guide|handle|help|identify|improve|increase|infer|integrate|learn|"
    r"maintain|make|mitigate|optimi[sz]e|preserve|prevent|produce|promote|provide|reconstruct|"
    r"recover|reduce|refine|remove|support|train|understand|update|verify)\b"
)

_AS_WHAT: Final = Pattern(r"(?<! so)(?<! such) as (?!to\b|well\b)")
_TAKEN_AS: Final = Pattern(
    r"\b(?:treat|regard|view|cast|recast|frame|reframe|pose|interpret|define|formulate|model)"
    r"(?:s|d|ed)?\b"
)

NARROWING: Final = word_set(
    "after as assuming based because before by compared depending despite due during for from "
    "given if in inspired motivated on once only since so though although to under unless unlike "
    "when whereas while with without at across contrary following provided using through via"
)
"""A phrase that opens with these cannot be cut: what follows is what it is about."""

_SPECIFICALLY: Final = word_set("explicitly particularly purposely specially specifically")
_DEFINITE: Final = Pattern(
    r"\bthe (?:[\w-]+ ){1,3}(?<!of )(?:of (?:an? |the )?(?:[\w-]+ )?[\w-]+)?$|\bthe (?:[\w-]+ "
    r")?[\w-]+$"
)
"""`the moment of a video`, of which `that shows gulls` says which it is."""

_SHARE: Final = Pattern(r"\d[\d.,]*%$")
_REACHES: Final = Pattern(r"\b(?:achiev|attain|obtain|reach|scor)\w*\b")
_WITH_MEANS: Final = Pattern(r"\b(?:employ|leverage|use|utili[sz]e)s\b")
"""After the means, what they are for is the better half."""

_COUNTED: Final = Pattern(
    r"\b(?:two|three|four|five|six|seven|eight|\d+|several|multiple) (?:[\w-]+ ){0,4}[\w-]+s,$"
)
"""`three networks,` and their names follow."""

_APPOSED: Final = Pattern(r", an? [\w-]+$")
"""`gulls, a bird` tells too little of what stands beside."""

_UNSAID: Final = Pattern(r"\b(?:where|whose|(?:by|in|on|with) which) (?P<rest>.*)$")
_LISTED: Final = Pattern(r"^(?:\w+ly )?[\w-]+(?: [\w-]+){0,2},? (?:and|or) ")


class Phrase(NamedTuple):
    """The beginning of a text, whole in itself; `loss` grows with what is missing."""

    text: str
    loss: float


def whole_phrases(text: str, *, is_noun: bool) -> Iterator[Phrase]:
    """The text itself if it is short enough, else its beginnings of 4 to 14 words that are whole.

    Of a thing (`is_noun`) what narrows it may be left out: of `a network that learns without
    labels` the network remains true, of `it learns without labels` nothing does. A statement
    keeps its verb.
    """
    words = text.split()
    if len(words) <= MAX_WORDS:
        yield Phrase(text, _SHORT * max(0, GOOD_WORDS - 2 - len(words)))
    if len(words) <= MIN_WORDS or (not is_noun and words[0].lower() in NARROWING):
        return
    for end in range(min(MAX_WORDS, len(words) - 1), MIN_WORDS - 1, -1):
        loss = _loss(words, end)
        if loss is None:
            continue
        start, rest = " ".join(words[:end]), " ".join(words[end:])
        if _says_it_whole(start, rest, is_noun=is_noun) and not _ends_in_share(words, end):
            kept = start.rstrip(" ,;:–—-")
            yield Phrase(kept, loss + _SHORT * max(0, GOOD_WORDS - end))


def _says_it_whole(start: str, rest: str, *, is_noun: bool) -> bool:
    """Whether `start` is whole and true without `rest`."""
    if "respectively" in rest or _lacks_as(start, rest) or _APPOSED.search(start):
        return False
    unsaid = _UNSAID.search(start)
    if unsaid and not _VERB.search(unsaid["rest"]):
        return False
    if not is_noun and (_NARROWS.search(rest[:80]) or not _VERB.search(start)):
        return False
    return may_be_cut(start, rest.split(" ", 1)[0].lower()) and not leaves_than(start, rest)


def _ends_in_share(words: Sequence[str], end: int) -> bool:
    """Whether `reaches 81%` would be left without `on gulls`."""
    return (
        words[end - 1].endswith("%")
        and words[end - 2] != "of"
        and words[end] in {"on", "in", "for", "of"}
        and _REACHES.search(" ".join(words[:end])) is not None
    )


def _lacks_as(start: str, rest: str) -> bool:
    """Whether a verb that says nothing without its `as` has lost it: `treats views | as one`."""
    taken = _TAKEN_AS.search(start)
    return (
        taken is not None
        and " as " not in start[taken.end() :]
        and _AS_WHAT.search(f" {rest}") is not None
    )


def _loss(words: Sequence[str], end: int) -> float | None:
    """What it costs to end before this word; None where no phrase ends."""
    last, following = words[end - 1], words[end].lower().rstrip(",;:")
    if last[-1] in ";–—" or (last[-1] == ":" and end > _HEAD_WORDS) or following in _ADDS:
        return _CLAUSE if last[-1] == "," or following not in _PREPOSITIONS else _PHRASE
    if last[-1] == ",":
        return _after_comma(words, end, following)
    if following == "and":
        return _before_and(words, end)
    if following == "such" and words[end + 1 : end + 2] == ["as"]:
        return _CLAUSE
    if following in {"that", "which", "who", "where", "whose"}:
        return None if _wants_more(words, end, following) else _RELATIVE
    if following == "from" and _wants_more(words, end, following):
        return None
    if following in _PREPOSITIONS and not _in_a_list(words, end, following):
        return (
            _RELATIVE
            if following == "to" and _WITH_MEANS.search(" ".join(words[:end]))
            else _PHRASE
        )
    if _REDUCED.match(" ".join(words[end : end + 2]).replace(":", "")):
        return _RELATIVE
    return _OF if following == "of" and _PARTS.search(last) else None


def _wants_more(words: Sequence[str], end: int, following: str) -> bool:
    """Whether what follows says which one `the feedback` or `the moment of a video` is."""
    restricts = following in {"that", "where", "whose", "from"}
    return restricts and _DEFINITE.search(" ".join(words[max(0, end - 7) : end])) is not None


def _before_and(words: Sequence[str], end: int) -> float | None:
    second = words[end + 1 : end + 3]
    if (
        second[1:] in (["a"], ["an"], ["the"])
        and second[0].endswith("ing")
        and any(word.endswith("ing") for word in words[2 : end - 1])
    ):
        return _SECOND
    if second and _SHARE.match(second[0]) and any(map(_SHARE.match, words[:end])):
        return _SECOND
    if words[end][-1] == "," or second[:1] in (["a"], ["an"], ["the"]):
        return _SECOND
    if any(word[-1] == "," for word in words[max(0, end - 4) : end]):
        return None
    parallel = "to" in words[:end] and _PLAIN_VERB.match(" ".join(second))
    return _SECOND if parallel or _is_finite(second) else None


def _is_finite(words: Sequence[str]) -> bool:
    """Whether a phrase opens with a verb that has its subject before it."""
    found = _FINITE.match(" ".join(words))
    return found is not None and found["verb"] not in _NO_VERBS


def _after_comma(words: Sequence[str], end: int, following: str) -> float | None:
    if following in _SPECIFICALLY and end + 2 < len(words):
        end, following = end + 1, words[end + 1].lower().rstrip(",;:")
    if following == "and":
        alone = not any(word[-1] == "," for word in words[: end - 1])
        return _SECOND if alone else None
    if following == "to" and _PLAIN_VERB.match(" ".join(words[end + 1 : end + 3])):
        return _PHRASE
    if following in {"a", "an", "the", "their", "its"}:
        rest = words[end + 1 :]
        listed = any(one[-1] == "," or two in ("and", "or") for one, two in pairwise(rest))
        return None if listed else _CLAUSE
    if following.endswith("s") and words[end + 1 : end + 2] in (["them"], ["it"], ["these"]):
        return _SECOND
    if _COUNTED.search(" ".join(words[max(0, end - 7) : end])):
        return _CLAUSE
    if following in {"which", "where", "with", "both", "designed", "tailored", "built"} or words[
        end : end + 2
    ] == ["of", "which"]:
        return _CLAUSE
    if _REDUCED.match(" ".join(words[end : end + 2]).replace(":", "")):
        return _CLAUSE
    listed = any(word[-1] == "," for word in words[max(0, end - 4) : end - 1])
    adds = (
        following.endswith("ing")
        and not (listed and any(word[-1] == "," for word in words[end : end + 4]))
        and not _LISTED.match(" ".join(words[end : end + 5]))
    )
    return _CLAUSE if adds and following != "existing" else None


def _in_a_list(words: Sequence[str], end: int, following: str) -> bool:
    """Whether what is before goes on: `A, B in C, and D`, or `A on B and C on D`."""
    before = words[max(0, end - 6) : end]
    if words[end + 1 : end + 2] and words[end + 1] in {"which", "whom", words[end - 1]}:
        return True
    if "and" in words[:end]:
        last_and = end - 1 - words[:end][::-1].index("and")
        if following in words[:last_and]:
            return True
    ongoing = any(word[-1] == "," for word in before)
    closed = any(word in {"and", "or"} for word in before)
    return ongoing and not closed
