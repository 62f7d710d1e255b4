"""What the authors made, and what they call it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akira_cli.core.patterns import Pattern

METHOD_NOUN: Final = (
    "agent|algorithm|approach|architecture|framework|method|model|network|pipeline|scheme|"
    "strategy|system|technique|tool"
)
OUR_METHOD: Final = Pattern(
    rf"(?:[Oo]ur(?: [\w-]+){{0,3}}?|(?:[Tt]he|[Tt]his)(?: (?:new|novel|proposed|resulting))+) "
    rf"(?:{METHOD_NOUN})\b|"
    r"(?:[Tt]he|[Tt]his) (?:algorithm|approach|framework|method|pipeline|scheme|technique)\b"
)
"""`the model` may be anyone's, `the method` hardly is."""

AUTHORS: Final = (
    r"\b(?:[Ww]e|[Tt]hey|[Tt]h(?:is|e|e present|e current) (?:paper|work|article|study|survey|"
    r"review|thesis|letter|report))(?: also| then| therefore| thus| first| further| here| instead|"
    r" \w+ly)?"
)
MADE: Final = (
    "assemble|build|built|compile|construct|contribute|create|curate|derive|describe|design|"
    "develop|devise|establish|formulate(?! [^,]* as )|introduce|offer|present|propose|provide(?! "
    "(?:an? |the )?[^,]{3,60} with )|put forward|release"
)
_NAME: Final = r"(?=[^ ]*[A-Z])[^\W\d_][\w+.-]*(?: [A-Z][\w+.-]*)"
_SHORT: Final = r"(?: \((?P<short>[A-Z][^() ]+)\))?"

PROPOSED: Final = Pattern(
    rf"{AUTHORS}(?: are the first to| aim to)? (?:{MADE})(?:e?s|e?d)?(?: and (?:\w+ly )?\w+)?"
    r"(?:, (?:based|by|for|in|to|using|via|with) [^,]+,)?,? (?:here )?(?P<claim>.+)"
)
ALSO_PROPOSED: Final = Pattern(
    rf"{AUTHORS} [^;:]+?(?: and (?:then )?(?:introduc|present|propos)(?:es?|ed|s)?|, (?:introduc|"
    rf"present|"
    r"propos)ing) (?P<claim>.+)"
)
"""`we study gulls and propose Heron`."""

PASSIVE: Final = Pattern(
    r"(?P<kind>(?:[Aa]n?|[Tt]wo|[Tt]hree) [^,;:]{6,90}?) (?:is|are|was|were|has been) (?:proposed|"
    r"introduced|presented|developed|designed)(?P<rest> (?:for|to) .+)?(?=[ .,]|$)"
)
NAMED: Final = Pattern(
    r"(?P<kind>(?:an?|the first) [^,;:()]+?),? (?:which we (?:call|dub|name|term)|"
    r"(?:that is )?(?:called|coined(?: as)?|dubbed|named|namely|termed|referred to as))(?: the|"
    r" as)? (?P<name>[A-Z0-9][^\s,;:.()]*(?: [A-Z][^\s,;:.()]*)*|"
    r"[^\s,;:.()]*[A-Z0-9][^\s,;:.()]*)(?: \([^()]*\))?(?P<rest>$|\.?$|[,.;]? (?:based|for|in|that|"
    r"to|which|with|where)\b.*)"
)
"""`a network called Heron that counts`."""

APPOSITION: Final = Pattern(
    rf"(?:the (?=[A-Z]))?(?P<name>(?!an? |our )[^,;:()]{{2,70}}?){_SHORT} ?"
    r"(?:[,:] |-+ |– ?|— ?|(?<=\))-|as (?=an? |the first ))(?P<kind>(?:an?|the first|the largest|"
    r"the most|our) .+|"
    r"(?!which|where|that|and|or|but|who|in|on|for|with|to)(?:[\w-]+ ){0,4}[\w-]+s (?:that|which|"
    r"for|to|of|with) .+)"
)
"""`Heron, a network that counts`."""

KIND_FIRST: Final = Pattern(
    rf"(?P<kind>(?:an?|the first) [^,;:()]*?(?:{METHOD_NOUN}|task|dataset|benchmark|loss|module|"
    rf"library|corpus|metric|paradigm))(?: ?(?:,|:|-+|–|—) | "
    rf"(?=\w*[A-Z]\w*[A-Z]))[\"“]?(?P<name>{_NAME}{{0,5}})[,.]?[\"”]?"
    rf"{_SHORT}(?:[,.]? -*|$)(?P<rest>(?:which|that|to|for|based|built|designed|trained|with|"
    rf"[a-z]+ing)\b.*|\.?$)"
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


def method_name(sentences: Sequence[str], title: str) -> str:
    """What the authors call their method: `MobileViT` of `MobileViT: Light-weight, ...`."""
    proposals = [match["claim"] for match in map(PROPOSED.search, sentences) if match]
    before_colon, colon, _ = title.partition(":")
    if colon and any(proposal.startswith(f"{before_colon},") for proposal in proposals):
        return before_colon
    if colon and is_name(before_colon) and any(before_colon in s for s in sentences):
        return before_colon
    for proposal in proposals:
        if named := NAMED.match(proposal):
            return named["name"]
        if apposition := APPOSITION.match(proposal):
            name: str = apposition["short"] or apposition["name"]
            return name if is_name(name) else ""
        if short := _SHORT_NAME.match(proposal):
            return short["short"]
    return ""


def is_name(text: str) -> bool:
    """Whether these are one or two words, one with a capital or a digit inside."""
    words = text.split()
    inside = (char for word in words for char in word[1:])
    return len(words) <= 2 and "\\" not in text and any(c.isupper() or c.isdigit() for c in inside)
