"""A sentence that is too long, without the clauses at its end that only add."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.trimming import KEPT
from akira_cli.summarisers.extractive.voice import capitalised
from akira_cli.summarisers.extractive.wholeness import ends_whole, is_balanced, is_half

FEWEST_WORDS: Final = 12
"""What is left has at least so many."""

FEWEST_BEFORE_LIST: Final = 7
"""What is left of a sentence that goes on with a numbered list."""

_LIMITING: Final = Pattern(
    r"(?:[\w-]+ ){0,2}(?:not|no|nor|none|never|neither|without|only|except|unless|if|provided|"
    r"when)\b"
)
"""How a clause begins that limits the one before it."""

_ATTRIBUTION: Final = Pattern(
    r"(?:[\w-]+ ){0,4}?(?:[Ee]xperiments?|[Ee]valuations?|[Rr]esults?|[Tt]ests?|[Aa]nalys[ei]s|"
    r"[Ss]tudies)(?: [\w-]+)? (?:across|for|from|in|of|on|over|using|with) [^;:]{3,120}? "
    r"(?:confirm|demonstrate|indicate|reveal|show|suggest|verify)(?:s|es|ed)? that (?=\w)"
)

_TAIL: Final = Pattern(
    r"(?P<list>(?:,? (?:comprising|consisting of|containing|involving|featuring|including|namely|"
    r"with))?:(?= \(?(?:[1i]|[Ff]irst)\b| [^:;]{5,200}; ))|(?P<item>;) |,? (?:--|—|–) |, "
    r"(?=(?:(?:and )?(?:which|where|whereas|while|thus|thereby|hence|so that|with|as well as|such "
    r"as|especially|particularly|including|even|making|leading|resulting|outperforming|"
    r"surpassing)|(?:\w+ly )?(?!being|using|during|according|given)[a-z]{3,}ing)\b(?!,))|,? "
    r"(?:all )?(?=while |whereas |thereby |so as to |in order to )"
)
_RESUMED: Final = Pattern(r", (?:and )?(?:can|is|are|was|were|has|have|will|[a-z]+s)\b")
"""After a clause in the midst the sentence goes on: `X, which is new, counts gulls`."""

_IN_LIST: Final = Pattern(r"ing\b[^,]{0,60}$")
_OPENING: Final = Pattern(
    r"(?:To|In order to|By|Although|While|Given|Based on|Motivated by|Inspired by|"
    r"Building (?:up)?on|Unlike|Considering|Recogni[sz]ing|Due to|Since|As|Because|Despite|"
    r"For) [^;:]{3,300}?, (?=they )"
)


def shortened(sentence: str, most: int) -> str:
    """`sentence` in at most `most` words if clauses can be left off it, else as it is.

    A clause with a number, a negation or a condition stays, unless the sentence is half as long
    again; one that limits what is said before it stays always.
    """
    if len(sentence.split()) <= most:
        return sentence
    opening = _OPENING.match(sentence)
    if opening and not KEPT.search(opening[0]):
        sentence = capitalised(sentence[opening.end() :])
    if len(sentence.split()) > most and (said := _ATTRIBUTION.match(sentence)):
        sentence = capitalised(sentence[said.end() :])
    best = _without_tails(sentence, most, KEPT.search)
    if len(best.split()) > most + most // 2:
        best = _without_tails(best, most, _LIMITING.match)
    return best


def _without_tails(sentence: str, most: int, kept: Callable[[str], re.Match[str] | None]) -> str:
    """The sentence without as few of its last clauses as needed, none of them with what is kept."""
    best = sentence
    for tail in reversed(list(_TAIL.finditer(sentence))):
        if len(best.split()) <= most:
            break
        left, off = sentence[: tail.start()], sentence[tail.end() :]
        if len(left.split()) < (FEWEST_BEFORE_LIST if tail["list"] else FEWEST_WORDS):
            break
        if tail["list"] or not (kept(off) or (tail["item"] and ": " in left)):
            best = f"{left}." if _is_whole(left, off) else best
    return best


def _is_whole(left: str, off: str) -> bool:
    """Whether the cut falls neither in a list nor in the midst of the sentence."""
    in_list = off.split(" ", 1)[0].endswith("ing") and _IN_LIST.search(left) is not None
    return (
        ends_whole(left)
        and is_balanced(left)
        and not (in_list or is_half(left) or _RESUMED.search(off))
    )
