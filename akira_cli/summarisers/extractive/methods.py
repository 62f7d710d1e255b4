"""What the authors made, and what they call it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from akira_cli.core.patterns import Pattern

METHOD_NOUN: Final = (
    "agent|algorithm|approach|architecture|framework|method|model|network|pipeline|scheme|"
    "strategy|system|technique|tool"
)
OUR_METHOD: Final = Pattern(
    rf"(?:[Oo]ur(?: [\w-]+){{0,3}}?|(?:[Tt]he|[Tt]his)(?: (?:new|novel|proposed|resulting))+) "
    rf"(?:{METHOD_NOUN})s?\b|"
    r"(?:[Tt]he|[Tt]his) (?:algorithm|approach|framework|method|pipeline|scheme|technique)\b"
)
"""`the model` may be anyone's, `the method` hardly is."""

AUTHORS: Final = (
    r"\b(?:[Ww]e|[Tt]h(?:is|is \w+|e|e present|e current) (?:paper|work|article|study|"
    r"survey|review|thesis|letter|report))(?: also| then| therefore| thus| first| further| here| "
    r"instead| \w+ly)?"
)
MADE: Final = (
    "assemble|build|built|compile|construct|contribute|create|curate|deliver|derive|describe|"
    "design|"
    "develop|devise|establish|formulate(?! [^,]* as )|introduce|offer|present|propose|provide(?! "
    "(?:an? |the )?[^,]{3,60} with )|put forward|release"
)
_NAME: Final = r"(?=[^ ]*[A-Z])[^\W\d_][\w+.-]*(?: [A-Z][\w+.-]*)"
_SHORT: Final = r"(?: \((?P<short>[A-Z][^() ]+)\))?"

PROPOSED: Final = Pattern(
    rf"{AUTHORS}(?: are the first to| (?:aim|seek|set out|propose) to)? (?:{MADE})(?:e?s|e?d)?(?: "
    rf"and (?:\w+ly )?\w+)?"
    r"(?:, (?:based|by|for|in|to|using|via|with) [^,]+,)?,? (?:here |in this (?:article|paper|"
    r"study|work),? )?(?P<claim>.+)"
)
_MAKING: Final = "(?:develop|introduc|present|propos)"
MAKING_MARKS: Final = ("develop", "introduc", "present", "propos")
"""No sentence proposes anything besides another thing without one of them."""

ALSO_PROPOSED: Final = Pattern(
    rf"(?:{AUTHORS}|\b[Oo]ur (?:\w+ )?(?:paper|research|study|work)) [^;:]+?(?:,? and (?:then |"
    rf"also )?{_MAKING}(?:es?|ed|s)?|(?:,| by) {_MAKING}ing)"
    r" (?P<claim>.+)"
)
"""`we study gulls and propose Heron`, `this work closes a gap by introducing Heron`."""

TO_MAKE: Final = Pattern(
    rf"{AUTHORS} (?:adopt|appl(?:y|ie)|collaborate|combine|employ|exploit|extend|leverage|train|"
    r"use|utili[sz]e|work)(?:e?s|e?d)? [^;:]+? to (?:build|create|design|develop) (?P<claim>.+)"
)
"""`we use gulls to build Heron`."""


PASSIVE: Final = Pattern(
    r"(?:(?:[A-Z]\w+ed|By|For|In|To|Using|driven|inspired|motivated) [^,]+, "
    r"){0,2}(?P<kind>(?:[Aa]n?|[Tt]wo|[Tt]hree) [^,;:]{6,90}?),? (?:is|are|was|were|has been) "
    r"(?:proposed|introduced|presented|developed|designed)(?P<rest> (?:for|to) .+)?(?=[ .,]|$)"
)
PASSIVE_NAMED: Final = Pattern(
    r"(?:[^,]+, )?(?P<claim>(?:[Tt]he )?(?=[^ ]*[A-Z])[^\s,;:()]+(?: [A-Z][\w-]*){0,4}(?: "
    r"\([^()]+\))?, (?:an?|the first) [^;:]{6,200}?),? (?:is|are|was|were) (?:proposed|introduced|"
    r"presented|developed)\b"
)
"""`Heron, a network that counts, is proposed`."""

NAMED: Final = Pattern(
    r"(?P<kind>(?:an?|the first) [^,;:()]+?),? (?:which we (?:call|dub|name|term)|(?:that is "
    r")?(?:i\.e\.,|called|coined(?: as)?|dubbed|named|namely|termed|referred to as))(?: the| as)? "
    r"(?P<name>[A-Z0-9][^\s,;:.()]*(?: [A-Z][^\s,;:.()]*)*|[^\s,;:.()]*[A-Z0-9][^\s,;:.()]*)(?: "
    r"\([^()]*\))?(?P<rest>$|\.?$|[,.;]? (?:based|for|in|that|to|which|with|where)\b.*)"
)
"""`a network called Heron that counts`."""

APPOSITION: Final = Pattern(
    rf"(?:the (?=[A-Z]))?(?P<name>(?!an? |our |to )[^,;:()]{{2,70}}?){_SHORT} ?"
    r"(?:[,:] |-+ |– ?|— ?|(?<=\))-|as (?=an? |the first ))(?P<kind>(?:an?|the first|the largest|"
    r"the most|our) .+|(?!which|where|that|and|or|but|who|in|on|for|with|to)(?:[\w-]+ "
    r"){0,4}[\w-]+s (?:that|which|for|to|of|with) .+)"
)
"""`Heron, a network that counts`."""

KIND_FIRST: Final = Pattern(
    rf"(?P<kind>(?:an?|the first) [^,;:()]*?(?:{METHOD_NOUN}|task|dataset|benchmark|loss|module|"
    rf"library|corpus|metric|paradigm))(?: ?(?:,|:|-+|–|—) | "
    rf"(?=\w*[A-Z]\w*[A-Z]))[\"“]?(?P<name>{_NAME}{{0,5}})[,.]?[\"”]?{_SHORT}(?:[,.]? -*|"
    rf"$)(?P<rest>(?:which|that|to|for|based|built|designed|trained|with|[a-z]+ing)\b.*|\.?$)"
)
"""`a network, Heron, that counts`."""

RELATIVE: Final = Pattern(
    rf"(?:the )?(?P<name>{_NAME}{{0,4}}){_SHORT},? "
    r"(?:that|which) (?P<rest>(?:\w+ly )?(?:[a-z]+s|can|is|has)\b.+)"
)
"""`Heron, which counts`."""

_SHORT_NAME: Final = Pattern(
    r"(?:the |an? (?:[a-z-]+ ){0,4})?(?P<long>[A-Z][\w-]*(?: [\w-]+){0,7}) "
    r"\((?P<short>[A-Z][\w+/-]*[A-Z0-9][\w+/-]*)\)"
)
_HEAD: Final = Pattern(r"[,;:.]| (?:that|which|to|for|with|by|of|in|on|based|using|derived)\b")
"""Where the words end that say what kind of thing it is."""

_PART: Final = Pattern(
    r"\b(?:attention|block|branch|constraint|curriculum|decoder|encoder|"
    r"head|layer|loss|mechanism|metric|module|regulari[sz]\w+|score|stage|term|unit)s?$",
    re.IGNORECASE,
)
"""A kind of thing that is no method by itself, unless the title names it."""


_SOURCE: Final = Pattern(r"\b(?:benchmark|corpus|dataset|library|suite)s?$", re.IGNORECASE)


def method_name(sentences: Sequence[str], title: str) -> str:
    """What the authors call their method: `MobileViT` of `MobileViT: Light-weight, ...`."""
    proposals = [match["claim"] for match in map(PROPOSED.search, sentences) if match]
    before_colon, colon, _ = title.partition(":")
    before_colon = before_colon.strip()
    if colon and any(proposal.startswith(f"{before_colon},") for proposal in proposals):
        return before_colon
    if colon and is_name(before_colon) and any(before_colon in s for s in sentences):
        return before_colon
    for proposal in proposals:
        name, kind = _named(proposal)
        if name and (name in title or not _is_part(kind, is_first=proposal is proposals[0])):
            return name if is_name(name) or NAMED.match(proposal) else ""
    return ""


def _is_part(kind: str, *, is_first: bool) -> bool:
    """Whether a thing of that kind is no method by itself; a dataset may be what all is about."""
    return _PART.search(kind) is not None or (_SOURCE.search(kind) is not None and not is_first)


def _named(proposal: str) -> tuple[str, str]:
    """What a proposal calls the thing it tells of, and the words that say what that is."""
    if named := NAMED.match(proposal):
        return named["name"], named["kind"]
    if swapped := KIND_FIRST.match(proposal):
        return swapped["short"] or swapped["name"], swapped["kind"]
    if apposition := APPOSITION.match(proposal):
        return apposition["short"] or apposition["name"], _HEAD.split(apposition["kind"])[0]
    if short := _SHORT_NAME.match(proposal):
        return short["short"], f"{short['long']} {_HEAD.split(proposal[short.end() :])[0]}"
    return "", ""


def is_name(text: str) -> bool:
    """Whether these are one or two words, one with a capital or a digit inside."""
    words = text.split()
    inside = (char for word in words for char in word[1:])
    return len(words) <= 2 and "\\" not in text and any(c.isupper() or c.isdigit() for c in inside)
