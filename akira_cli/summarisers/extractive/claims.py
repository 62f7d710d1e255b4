"""What an abstract claims or proposes, as phrases a headline can be cut from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.methods import (
    ALSO_PROPOSED,
    APPOSITION,
    AUTHORS,
    KIND_FIRST,
    MAKING_MARKS,
    METHOD_NOUN,
    NAMED,
    OUR_METHOD,
    PASSIVE,
    PASSIVE_NAMED,
    PROPOSED,
    RELATIVE,
    TO_MAKE,
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
    r"(?:an? (?:\w+ )?(?:overview|review|survey) (?:that|which|with)|(?:an? )?(?:\w+ )?(?:basis|"
    r"foundation|starting point)|different|diverse|numerous|various|is|are|was|were|can|will|"
    r"(?:add|adapt|apply|combin|employ|incorporat|integrat|leverag|provid|replac|us)ing|[a-z]+ing "
    r"(?:an?|the|our|different|multiple)|and|as|both|not|only|for|from|how|in|it|its|on|our|such|"
    r"that|these|this|those|their|to|upon|with|them|an? related|(?:an? )?(?:future |research "
    r")*(?:agenda|definitions?|outlook|roadmap)|new definitions?|extensive|comprehensive|links|"
    r"future|(?:two|three|several|some) (?:[\w-]+ ){0,2}questions|open (?:problems|questions|"
    r"challenges|issues)|(?:[\w-]+ )?experiments?|results?|evidence|the results|the (?:term|"
    r"notion|concept|idea|following)|(?:some |several |many )?(?:insights?|arguments?)|the "
    r"(?:benefits?|effectiveness|efficacy|potential|superiority|usefulness|utility|use) of|an? "
    r"(?:[\w-]+ )?(?:repository|website|webpage|project page)|[\w, -]{0,40}\bablation)\b|"
    r"[A-Z][\w+-]* (?:based|for|with|using|to|as|on|by|and)\b|[A-Z][^,]{2,60}, \w+ing\b"
)
"""Openings of what is proposed or shown that name no thing."""

GENERIC: Final = Pattern(
    rf"(?:an?|the|two|three|several)(?: \w+)? (?:{METHOD_NOUN}|solution|dataset|benchmark)s?\b"
)
_FOUND: Final = Pattern(
    r"\b(?:argue|conclude|confirm|demonstrate|discover|establish|find|found|indicate|observe|prove|"
    r"reveal|show|suggest|verify)(?:e?s|e?d|n)?,?(?: \w+ly,?)? that[:,]? "
    r"(?:\(?[1i]\)? )?(?P<claim>.+?)(?=[,;.]? (?:and )?\(?(?:2|ii)\) |$)"
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

_ONLY_THEN: Final = Pattern(r"\b(?:if|only|unless|when|without)\b", re.IGNORECASE)
"""A condition in front of what is shown, which the claim alone would leave out."""

_OTHERS: Final = Pattern(r"(?:many|most|existing|current|prior|previous|traditional)\b")
"""How a finding about the work of others begins."""

NOT_QUITE: Final = 1.5
"""What such a claim loses."""

ON_THE_WAY: Final = 0.4
"""What a proposal loses that a sentence makes besides another thing."""

_RESULT: Final = Pattern(
    r" (?:can )?(?:\w+ly )?(?:accelerate|achieve|allow|attain|beat|boost|cut|deliver|enable|exceed|"
    r"generali[sz]e|improve|match|obtain|outperform|provide|reach|reduce|require|run|save|scale|"
    r"surpass|use|yield)(?:e?s|e?d)?\b"
)
_DOES: Final = Pattern(
    r" (?:\w+ly )?(?!always|as\b|is\b|has\b|was\b|this|(?:propose|introduce|present|consist|compri"
    r"se|center|centre|revolve|feature|focuse|aim|seek|contain|include|involve|"
    r"comprise)s\b)[a-z]{2,}(?<![su])s (?!of\b)"
)
_LONG_NAME: Final = Pattern(
    r"(?:(?<=, )|(?<=: )|\bthe (?=[A-Z]))[A-Z][\w-]*(?: (?:of|for|from|and|with|via|in|on|to|under|"
    r"[A-Z][\w-]*))*$"
)
_NAMED_METHOD: Final = Pattern(rf"(?: (?:{METHOD_NOUN}))?(?= )")
_SETTING: Final = Pattern(
    r"(?:Across|At|In|On|(?:Evaluated|Tested) (?:across|on))(?: [\w-]+,?){1,16}"
)
_CONDITION: Final = Pattern(
    r"\b(?:when|if|unless|under|without|only|given|provided|assuming|where|once|until)\b",
    re.IGNORECASE,
)
_SECOND_VERB: Final = Pattern(
    r",? and (?:then |also |first |further |\w+ly )?(?:we |they )?(?:analy[sz]e|apply|compare|"
    r"conduct|demonstrate|derive|describe|design|develop|discuss|employ|evaluate|examine|explore|"
    r"find|identify|illustrate|introduce|investigate|leverage|present|propose|prove|provide|"
    r"report|show|study|test|train|use|validate|verify)(?:s|d|ed)?\b(?! (?:cases?|sets?)).*"
)
_MAKING: Final = Pattern(
    r"^the (?:collection|compilation|construction|generation|creation|design|development|"
    r"implementation|introduction|release) of |,? for the first time,?"
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
_KIND_WORDS: Final = word_set(
    f"{METHOD_NOUN.replace('|', ' ')} benchmark corpus database dataset library task"
)
_OF_WHAT: Final = Pattern(
    r"(?:\w+ly )?(?:cent(?:er|re)|compris|consist|contain|featur|includ|involv|revolv)(?:e?s)\b"
)
_BY_WHAT: Final = Pattern(
    r"(?:\w+ly )?(?:adopt|build|draw|employ|operate|relie|rest|start|take|use|utili[sz]e|work)s\b"
)
"""What a thing is made of and what it works with say less than what it does."""

_NAMED_KIND: Final = Pattern(
    rf"the (?P<name>(?=[\w+-]*[A-Z0-9])[\w+-]+) (?P<kind>{METHOD_NOUN}|benchmark|corpus|dataset|"
    rf"library|task),? "
    r"(?:(?:that|which) (?:is|are|was|were) )?(?P<rest>(?:\w+ly )?(?:for|to|that|which|designed|"
    r"tailored|built)\b.+)"
)
"""`the HerNet dataset, which is made for gulls`."""

_NAME_DOING: Final = Pattern(r"(?P<name>[\w+-]+), (?P<rest>(?!including)[a-z]{3,}ing .+)")
"""`HerNet, exploring gulls`."""

_NAME_FOR: Final = Pattern(
    r"(?P<name>(?!(?:AI|CNN|DNN|GNN|LLM|LVLM|MLLM|VLM)s?\b)[\w+-]+) (?P<rest>(?:for|to) (?!the "
    r"first).+)"
)
"""`HerNet for gulls`, with no word of what kind of thing it is."""

_PREPOSITION: Final = Pattern(r" (?:for|from|in|into|of|on|to|with) ")
"""After one of them, `that` may tell of another thing."""

_OF_PARTS: Final = Pattern(
    r",? (?:that|which) (?:compris|consist)(?:e?s)\b.*| based on (?:two|three|four|several)\b.*|"
    r",? (?:(?:that|which|and) )?(?:compris(?:es|ing)|consist(?:s|ing) of|contain(?:s|ing)|"
    r"featur(?:es|ing)|ha(?:s|ving)|includ(?:es|ing)|incorporat(?:es|ing)|integrat(?:es|ing)|"
    r"involv(?:es|ing)|with) (?:two|three|four|five|several|multiple|the following|both of|"
    r"many)\b.*| (?:through|via|by) (?:\w+ )?(?:two|three|four|several) (?:[\w-]+ "
    r")?(?:components?|modules?|stages?|steps?|techniques?|innovations?)\b.*"
)
"""`a network which consists of three parts`: the parts are not told in a headline."""


def claims(sentence: str, name: str, *, is_own: bool) -> Iterator[Claim]:
    """What heads an item best: a finding, a proposal, a result, a question.

    The sentence may still have the short names that it introduces in brackets.
    `is_own` says that the authors have begun to speak of what they did.
    """
    found = _FOUND.search(sentence) if " that" in sentence else None
    if found and not _DOUBTED.search(sentence, 0, found.start("claim")):
        if is_own:
            worth = _worth_of_result(found["claim"], name) or 3.0
            limited = _ONLY_THEN.search(sentence, 0, found.start("claim")) is not None
            of_others = _OTHERS.match(found["claim"]) is not None
            yield Claim(found["claim"], worth - NOT_QUITE * (limited or of_others))
    elif asked := _ASKED.search(sentence):
        yield Claim(asked["claim"], 1.8)
    for short, kind, does in spelled_names(sentence):
        does = _OF_PARTS.sub("", f" {without_second_verb(does)}").strip()
        yield from _spelled(short, kind, does)
    sentence = ACRONYM.sub("", _by_its_short_name(sentence, name))
    yield from _proposals(sentence)
    for clause in _result_clauses(sentence, name):
        if worth := _worth_of_result(clause, name):
            yield Claim(clause, worth)


def without_second_verb(claim: str) -> str:
    """`a network and test it` -> `a network`, but not of `a network to find and study gulls`."""
    second = _SECOND_VERB.search(claim)
    if not second or _GOVERNING.search(claim[: second.start()]):
        return claim
    return claim[: second.start()]


def _proposals(sentence: str) -> Iterator[Claim]:
    if proposed := PROPOSED.search(sentence):
        yield from _proposal(_MAKING.sub("", _OF_PARTS.sub("", _one_verb(proposed))))
        return
    is_made = any(mark in sentence for mark in MAKING_MARKS)
    besides = ALSO_PROPOSED.search(sentence) if is_made else None
    if proposed := besides or TO_MAKE.search(sentence):
        for claim in _proposal(_MAKING.sub("", _OF_PARTS.sub("", _one_verb(proposed)))):
            yield claim._replace(worth=claim.worth - ON_THE_WAY)
    elif passive := PASSIVE_NAMED.match(sentence):
        yield from _proposal(passive["claim"])
    elif passive := PASSIVE.match(sentence):
        yield from _proposal(passive["kind"] + (passive["rest"] or ""))


def _by_its_short_name(sentence: str, name: str) -> str:
    """`a network, Heron Network (HerNet), counts` -> `a network, HerNet, counts`."""
    if not name or f" ({name})" not in sentence:
        return sentence
    before, _, after = sentence.partition(f" ({name})")
    long = _LONG_NAME.search(before)
    return f"{before[: long.start()]}{name}{after}" if long else sentence


def _one_verb(proposed: re.Match[str]) -> str:
    return without_second_verb(proposed["claim"])


def _spelled(name: str, kind: str, does: str) -> Iterator[Claim]:
    """`HerNet: a network for gulls`, or `HerNet counts gulls`."""
    if kind:
        yield from _about(name, _OF_PARTS.sub("", kind), does)
    elif _DOES.match(f" {does}"):
        yield from _predicate(name, does, 2.9)


def _proposal(claim: str) -> Iterator[Claim]:
    if named := NAMED.match(claim):
        yield from _about(named["name"], named["kind"], named["rest"].lstrip(",.; "))
    elif apposition := APPOSITION.match(claim):
        kind, that, rest = apposition["kind"].partition(" that ")
        yield from _about(apposition["short"] or apposition["name"], kind, that.lstrip() + rest)
    elif swapped := KIND_FIRST.match(claim):
        yield from _about(swapped["short"] or swapped["name"], swapped["kind"], swapped["rest"])
    elif relative := RELATIVE.match(claim):
        yield from _predicate(relative["short"] or relative["name"], relative["rest"], 2.6)
    elif of_kind := _NAMED_KIND.match(claim):
        article = "an" if of_kind["kind"][0] in "aeiou" else "a"
        yield from _about(of_kind["name"], f"{article} {of_kind['kind']}", of_kind["rest"])
    elif (doing := _NAME_DOING.match(claim)) and is_name(doing["name"]):
        yield from _about(doing["name"], "a method", doing["rest"])
    elif (bare := _NAME_FOR.match(claim)) and is_name(bare["name"]):
        yield from _about(bare["name"], "a method", bare["rest"])
    elif not (NO_PHRASE.match(claim) or is_name(claim) or _GIVEN.search(claim[:60])):
        yield Claim(claim, 2.2 if GENERIC.match(claim) else 2.6, is_noun=True)


def _about(name: str, kind: str, rest: str) -> Iterator[Claim]:
    """`Heron: a network that counts birds`, and where that is too long, `Heron counts birds`."""
    name = name.rstrip(".")
    if (first := name.partition(" ")) and first[2] in _KIND_WORDS and is_name(first[0]):
        name = first[0]
    yield Claim(f"{name}: {kind} {rest}".strip(), 3.2, is_noun=True)
    predicate = _PREDICATE.match(rest)
    if predicate and not _PREPOSITION.search(kind):
        yield from _predicate(name, predicate["predicate"], 2.9)


def _predicate(name: str, does: str, worth: float) -> Iterator[Claim]:
    """`Heron counts birds`, but not `Heron consists of layers`."""
    if " " in name and name.split()[-1].lower() in _KIND_WORDS:
        name = f"The {name}"
    if not _OF_WHAT.match(does):
        yield Claim(f"{name} {does}", worth - 0.6 * (_BY_WHAT.match(does) is not None))


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
    if name and (named := _NAMED_METHOD.match(bare[len(name) :])) and bare.startswith(name):
        subject, clause = len(name) + named.end(), bare
    elif method := OUR_METHOD.match(clause):
        subject = method.end()
    else:
        return 0.0
    if _RESULT.match(clause, subject):
        return 2.8
    return 2.2 if _DOES.match(clause, subject) else 0.0
