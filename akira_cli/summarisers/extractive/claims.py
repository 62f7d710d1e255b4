"""What an abstract claims or proposes, as phrases a headline can be cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from akira_cli.summarisers.extractive.voice import in_third_person, standing_alone


@dataclass(frozen=True, slots=True)
class Claim:
    """A phrase, and how much a reader would want it; `has_verb` says that it is a sentence."""

    text: str
    worth: float
    has_verb: bool = False


METHOD_NOUN = (
    "agent|algorithm|approach|architecture|framework|method|model|network|pipeline|scheme|"
    "strategy|system|technique|tool"
)
OUR_METHOD = re.compile(
    rf"(?:[Oo]ur|[Tt]he|[Tt]his)(?: (?:new|novel|proposed|resulting|simple))* (?:{METHOD_NOUN})\b"
)
_AUTHORS = r"\b(?:[Ww]e|[Tt]h(?:is|e) (?:paper|work|article|study))(?: also| \w+ly)?"
_PROPOSED = re.compile(
    rf"{_AUTHORS} (?:build|construct|contribute|create|derive|describe|design|develop|devise|"
    r"establish|formulate|introduce|offer|present|propose|prove|provide|release)(?:e?s|e?d)?"
    r"(?: and \w+)?(?:, (?:based|by|for|in|to|using|via|with) [^,]+,)?,? (?:here )?(?P<claim>.+)"
)
_FOUND = re.compile(
    r"\b(?:argue|conclude|confirm|demonstrate|discover|establish|evidence|find|found|indicate|observe|"
    r"prove|reveal|show|suggest|verify)(?:e?s|e?d)?,?(?: \w+ly,?)? that,? (?P<claim>.+)"
)
_ASKED = re.compile(
    rf"{_AUTHORS} (?:analy[sz]e|ask|demonstrate|describe|discuss|examine|explain|explore|"
    r"investigate|learn|show|study) (?P<claim>(?:how|why|when|what|where) .+)"
)
_OTHERS = re.compile(
    r"\b(?:existing|others|previous|prior|recent|ha(?:s|ve) been)\b", re.IGNORECASE
)
_RESULT = re.compile(
    r" (?:can )?(?:\w+ly )?(?:achieve|allow|attain|beat|enable|exceed|generali[sz]e|improve|match|"
    r"obtain|outperform|provide|reach|reduce|require|scale|surpass|yield)(?:e?s|e?d)?\b"
)
_ACTED = re.compile(
    r"They (?:\w+ly )?(?:propose (?:to )?)?(?P<verb>address|aim|analy[sz]e|apply|characteri[sz]e|"
    r"combine|compare|consider|encode|estimate|evaluate|examine|explore|extend|focus|formali[sz]e|"
    r"identify|improve|incorporate|investigate|learn|leverage|measure|model|perform|quantify|"
    r"rethink|review|revisit|study|tackle|test|train|use|using)(?:e?d)? (?!and )(?P<rest>.+)"
)
_SHOWN = re.compile(
    r"They (?:\w+ly )?(?:achieve|collect|conduct|demonstrate|describe|discuss|find|highlight|"
    r"illustrate|observe|obtain|perform|release|report|share|show)(?:e?d)? (?P<what>.+)"
)
_SECOND_VERB = re.compile(
    r",? and (?:then |also |further |\w+ly )?(?:we |they )?(?:analyze|apply|compare|demonstrate|"
    r"derive|describe|develop|discuss|evaluate|explore|find|illustrate|introduce|investigate|"
    r"present|propose|prove|provide|report|show|study|test|use|validate|verify)s?\b.*"
)
_SETTING = re.compile(r"(?:Across|At|For|In|On|With)(?: [a-z0-9-]+){1,5} (?=[A-Z])")
INSERTION = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])|(?<= )(--|—|–) [^–—-]{1,80} \1 ")
"""What may be left out of a sentence: in parentheses, brackets, or between dashes."""

_NAMED = re.compile(
    r"(?P<kind>(?:an?|the) [^,;:()]+?),? (?:which we (?:call|dub|name|term)|(?:that is )?"
    r"(?:called|coined(?: as)?|dubbed|named|namely|termed)) (?:the )?"
    r"(?P<name>[^\s,;:.()]+(?: [A-Z][^\s,;:.()]*)*)(?: \([^()]*\))?"
    r"(?P<rest>$|[,.;]? (?:based|for|in|that|to|which|with|where)\b.*)"
)
_APPOSITION = re.compile(
    r"(?:the )?(?P<name>(?!an? )[^,;:()]{2,90}?)(?: \((?P<short>[A-Z][^() ]+)\))? ?[,:] "
    r"(?P<kind>(?:an?|the first|two|three|our) .+)"
)
_NO_PHRASE = re.compile(
    r"(?:and|as|for|from|how|in|it|its|on|our|such|that|these|this|to|upon|with|"
    r"the (?:benefits?|effectiveness|efficacy|potential|superiority|usefulness|utility))\b"
)


def claims(sentence: str, name: str) -> Iterator[Claim]:
    """What heads an item best: a finding, a proposal, a result, a question."""
    bare = standing_alone(sentence)
    if found := _FOUND.search(bare):
        if not _OTHERS.search(bare, 0, found.start("claim")):
            yield Claim(found["claim"], 3.0)
    elif asked := _ASKED.search(bare):
        yield Claim(asked["claim"], 2.0, has_verb=True)
    if proposed := _PROPOSED.search(bare):
        yield from _proposal(_SECOND_VERB.sub("", proposed["claim"]))
    for clause in _result_clauses(bare, name):
        if _is_result(clause, name):
            yield Claim(clause, 3.0, has_verb=True)


def last_resorts(sentence: str) -> Iterator[Claim]:
    """What heads an item at need: `They study X` as `Studying X`, or the sentence itself."""
    bare = standing_alone(sentence)
    plain = in_third_person(bare)
    if acted := _ACTED.search(plain):
        rest = _SECOND_VERB.sub("", acted["rest"])
        yield Claim(f"{_gerund(acted['verb'])} {rest}", 2.0, has_verb=True)
    elif (shown := _SHOWN.search(plain)) and not _NO_PHRASE.match(shown["what"]):
        yield Claim(_SECOND_VERB.sub("", shown["what"]), 2.0, has_verb=True)
    if not bare.startswith(("They ", "We believe", "We hope")):
        yield Claim(plain, 0.0 if plain.startswith("They ") else -3.0)


def method_name(sentences: Sequence[str], title: str) -> str:
    """What the authors call their method: `MobileViT` of `MobileViT: Light-weight, ...`."""
    proposals = [match["claim"] for match in map(_PROPOSED.search, sentences) if match]
    before_colon, colon, _ = title.partition(":")
    if colon and any(proposal.startswith(f"{before_colon},") for proposal in proposals):
        return before_colon
    if colon and _is_name(before_colon) and any(before_colon in s for s in sentences):
        return before_colon
    for proposal in proposals:
        if named := _NAMED.match(proposal):
            return named["name"]
        if apposition := _APPOSITION.match(proposal):
            name: str = apposition["short"] or apposition["name"]
            return name if _is_name(name) else ""
    return ""


def _is_name(text: str) -> bool:
    """Whether these are one or two words, one with a capital or a digit inside."""
    words = text.split()
    inside = (char for word in words for char in word[1:])
    return len(words) <= 2 and "\\" not in text and any(c.isupper() or c.isdigit() for c in inside)


def _proposal(claim: str) -> Iterator[Claim]:
    if named := _NAMED.match(claim):
        yield Claim(f"{named['name']}: {named['kind']}{named['rest']}", 2.5, has_verb=True)
    elif apposition := _APPOSITION.match(claim):
        name = apposition["short"] or apposition["name"]
        yield Claim(f"{name}: {apposition['kind']}", 3.0, has_verb=True)
    elif not _NO_PHRASE.match(claim):
        yield Claim(claim, 2.0, has_verb=True)


def _result_clauses(sentence: str, name: str) -> Iterator[str]:
    """The sentence, what follows its first comma, and what follows `On three benchmarks`."""
    whole = INSERTION.sub("", sentence)
    yield whole
    yield whole.partition(", ")[2]
    if name and (setting := _SETTING.match(whole)):
        yield whole[setting.end() :]


def _is_result(clause: str, name: str) -> bool:
    if name and clause.startswith(name):
        return _RESULT.match(clause, len(name)) is not None
    method = OUR_METHOD.match(clause)
    return method is not None and _RESULT.match(clause, method.end()) is not None


def _gerund(verb: str) -> str:
    return f"{verb.removesuffix('ing').removesuffix('e')}ing".capitalize()
