"""What an abstract claims or proposes, as phrases a headline can be cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.methods import (
    ALSO_PROPOSED,
    APPOSITION,
    AUTHORS,
    KIND_FIRST,
    METHOD_NOUN,
    NAMED,
    OUR_METHOD,
    PASSIVE,
    PROPOSED,
    RELATIVE,
    is_name,
)
from akira_cli.summarisers.extractive.spelled_names import ACRONYM, spelled_names


class Claim(NamedTuple):
    """A phrase, and how much a reader would want it.

    `is_noun` says that it names a thing (`Heron: a network that counts`) and makes no statement
    that leaving out a condition would falsify.
    """

    text: str
    worth: float
    is_noun: bool = False


NO_PHRASE: Final = Pattern(
    r"(?:is|are|was|were|can|will|(?:add|adapt|apply|combin|employ|incorporat|integrat|leverag|"
    r"provid|replac|us)ing|[a-z]+ing (?:an?|the|our|different|multiple)|and|as|both|not|"
    r"only|for|from|how|in|it|its|on|our|such|that|these|this|those|their|to|upon|"
    r"with|them|extensive|comprehensive|links|future|(?:two|three|several|some) (?:[\w-]+ "
    r"){0,2}questions|open (?:problems|questions|challenges|issues)|"
    r"(?:[\w-]+ )?experiments?|results?|evidence|the results|the (?:term|notion|concept|idea|"
    r"following)|(?:some |several |many )?(?:insights?|arguments?)|the (?:benefits?|effectiveness|"
    r"efficacy|potential|superiority|usefulness|utility|use) of|an? (?:[\w-]+ )?(?:repository|"
    r"website|webpage|project page)|[\w, -]{0,40}\bablation)\b|[A-Z][\w+-]* (?:based|for|with|"
    r"using|to|as|on|by|and)\b|[A-Z][^,]{2,60}, \w+ing\b"
)
"""Openings of what is proposed or shown that name no thing."""

GENERIC: Final = Pattern(
    rf"(?:an?|the|two|three|several)(?: \w+)? (?:{METHOD_NOUN}|solution|dataset|benchmark)s?\b"
)
_FOUND: Final = Pattern(
    r"\b(?:argue|conclude|confirm|demonstrate|discover|establish|find|found|indicate|observe|prove|"
    r"reveal|show|suggest|verify)(?:e?s|e?d|n)?,?(?: \w+ly,?)? that,? (?P<claim>.+)"
)
_ASKED: Final = Pattern(
    rf"{AUTHORS} (?:analy[sz]es?|asks?|demonstrates?|describes?|discuss|examines?|explains?|"
    r"explores?|investigates?|learn|shows?|study|studies)(?: \w+ly)? (?P<claim>(?:how|why|when|"
    r"what|where|whether) .+)"
)
_DOUBTED: Final = Pattern(
    r"\b(?:not|no|never|fail\w*|cannot|without|little|whether|existing|others|previous|prior|"
    r"recent|studies|wisdom|researchers|literature|ha(?:s|ve) been)\b",
    re.IGNORECASE,
)
"""In front of `show that`: it was not shown, or not by the authors."""

_RESULT: Final = Pattern(
    r" (?:can )?(?:\w+ly )?(?:accelerate|achieve|allow|attain|beat|boost|cut|deliver|enable|exceed|"
    r"generali[sz]e|improve|match|obtain|outperform|provide|reach|reduce|require|run|save|scale|"
    r"surpass|use|yield)(?:e?s|e?d)?\b"
)
_DOES: Final = Pattern(
    r" (?:\w+ly )?(?!always|as\b|is\b|has\b|was\b|this|(?:propose|introduce|present|consist|compri"
    r"se|feature|focuse|aim|seek|contain|include|involve|comprise)s\b)[a-z]{2,}(?<![su])s (?!of\b)"
)
_SETTING: Final = Pattern(
    r"(?:Across|At|In|On|(?:Evaluated|Tested) (?:across|on))(?: [\w-]+,?){1,16}"
)
_CONDITION: Final = Pattern(
    r"\b(?:when|if|unless|under|without|only|given|provided|assuming|where|once|until)\b",
    re.IGNORECASE,
)
_SECOND_VERB: Final = Pattern(
    r",? and (?:then |also |further |\w+ly )?(?:we |they )?(?:analy[sz]e|apply|compare|demonstrate|"
    r"derive|describe|design|develop|discuss|employ|evaluate|examine|explore|find|identify|"
    r"illustrate|"
    r"introduce|investigate|leverage|present|propose|prove|provide|report|show|study|test|train|"
    r"use|validate|"
    r"verify)(?:s|d|"
    r"ed)?\b(?! (?:cases?|sets?)).*"
)
_MAKING: Final = Pattern(
    r"^the (?:collection|compilation|construction|generation|creation|design|development|"
    r"implementation|introduction|release) of |"
    r",? for the first time,?"
)
"""What is left out of what is proposed: that it was made, and that nobody had."""

_GIVEN: Final = Pattern(
    r" into |^(?:an? |the )?[^,]* with (?:[\w-]+ )+enabling|^(?!an? |the |two |three |\w+(?:ments|"
    r"sions|swers) to )[^,]* to (?:\d|the|an?|several|participants)\b"
)
"""`they introduce noise into X`, `they presented pairs to X`: nothing that was made."""

_GOVERNING: Final = Pattern(r"\b(?:to|can|could|will|not|we|they)(?: \w+ly)? [\w-]+,?$")
_PREDICATE: Final = Pattern(
    r"(?:that|which) (?P<predicate>(?:\w+ly )?(?:[a-z]+(?<![su])s|can|is|has)\b.+)"
)
_OF_PARTS: Final = Pattern(
    r",? (?:(?:that|which|and) )?(?:compris(?:es|ing)|consist(?:s|ing) of|contain(?:s|ing)|"
    r"featur(?:es|"
    r"ing)|ha(?:s|ving)|includ(?:es|ing)|incorporat(?:es|ing)|integrat(?:es|ing)|involv(?:es|ing)|"
    r"with) (?:two|three|four|five|several|"
    r"multiple|the following|both of|many)\b.*| (?:through|via|by) (?:\w+ )?(?:two|three|four|"
    r"several) "
    r"(?:[\w-]+ )?(?:components?|modules?|stages?|steps?|techniques?|innovations?)\b.*"
)
"""`a network which consists of three parts`: the parts are not told in a headline."""


def claims(sentence: str, name: str, *, is_own: bool) -> Iterator[Claim]:
    """What heads an item best: a finding, a proposal, a result, a question.

    The sentence may still have the short names that it introduces in brackets.
    `is_own` says that the authors have begun to speak of what they did.
    """
    found = _FOUND.search(sentence)
    if found and not _DOUBTED.search(sentence, 0, found.start("claim")):
        if is_own:
            yield Claim(found["claim"], _worth_of_result(found["claim"], name) or 3.0)
    elif asked := _ASKED.search(sentence):
        yield Claim(asked["claim"], 1.8)
    for short, kind, does in spelled_names(sentence):
        does = _OF_PARTS.sub("", f" {without_second_verb(does)}").strip()
        yield from _spelled(short, kind, does)
    sentence = ACRONYM.sub("", sentence)
    if (proposed := PROPOSED.search(sentence)) or (proposed := ALSO_PROPOSED.search(sentence)):
        yield from _proposal(_MAKING.sub("", _OF_PARTS.sub("", _one_verb(proposed))))
    elif passive := PASSIVE.match(sentence):
        yield Claim(passive["kind"] + (passive["rest"] or ""), 2.4, is_noun=True)
    for clause in _result_clauses(sentence, name):
        if worth := _worth_of_result(clause, name):
            yield Claim(clause, worth)


def without_second_verb(claim: str) -> str:
    """`a network and test it` -> `a network`, but not of `a network to find and study gulls`."""
    second = _SECOND_VERB.search(claim)
    if not second or _GOVERNING.search(claim[: second.start()]):
        return claim
    return claim[: second.start()]


def _one_verb(proposed: re.Match[str]) -> str:
    return without_second_verb(proposed["claim"])


def _spelled(name: str, kind: str, does: str) -> Iterator[Claim]:
    """`HerNet: a network for gulls`, or `HerNet counts gulls`."""
    if kind:
        yield from _about(name, _OF_PARTS.sub("", kind), does)
    elif _DOES.match(f" {does}"):
        yield Claim(f"{name} {does}", 2.9)


def _proposal(claim: str) -> Iterator[Claim]:
    if named := NAMED.match(claim):
        yield from _about(named["name"], named["kind"], named["rest"].lstrip(",.; "))
    elif apposition := APPOSITION.match(claim):
        kind, that, rest = apposition["kind"].partition(" that ")
        yield from _about(apposition["short"] or apposition["name"], kind, that.lstrip() + rest)
    elif swapped := KIND_FIRST.match(claim):
        yield from _about(swapped["short"] or swapped["name"], swapped["kind"], swapped["rest"])
    elif relative := RELATIVE.match(claim):
        yield Claim(f"{relative['short'] or relative['name']} {relative['rest']}", 2.6)
    elif not (NO_PHRASE.match(claim) or is_name(claim) or _GIVEN.search(claim[:60])):
        yield Claim(claim, 2.2 if GENERIC.match(claim) else 2.6, is_noun=True)


def _about(name: str, kind: str, rest: str) -> Iterator[Claim]:
    """`Heron: a network that counts birds`, and where that is too long, `Heron counts birds`."""
    name = name.rstrip(".")
    yield Claim(f"{name}: {kind} {rest}".strip(), 3.2, is_noun=True)
    if predicate := _PREDICATE.match(rest):
        yield Claim(f"{name} {predicate['predicate']}", 2.9)


def _result_clauses(sentence: str, name: str) -> Iterator[str]:
    """The sentence, what follows its first comma, and what follows `On three benchmarks`."""
    yield sentence
    opening, _, rest = sentence.partition(", ")
    if not _CONDITION.search(opening):
        yield rest
    setting, named, rest = sentence.partition(f" {name} ") if name else ("", "", "")
    if named and _SETTING.fullmatch(setting):
        yield f"{name} {rest}"


def _worth_of_result(clause: str, name: str) -> float:
    """What it is worth to say what the method does; nothing if the clause is about another."""
    bare = clause.removeprefix("The ").removeprefix("the ").removeprefix("our ")
    if name and bare.startswith(name):
        subject, clause = len(name), bare
    elif method := OUR_METHOD.match(clause):
        subject = method.end()
    else:
        return 0.0
    if _RESULT.match(clause, subject):
        return 2.8
    return 2.2 if _DOES.match(clause, subject) else 0.0
