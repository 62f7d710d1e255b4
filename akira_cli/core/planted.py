"""Passages of a text from outside that speak to a language model instead of to a reader. Pure.

Whether a sentence is an instruction cannot be told for sure, and a paper about such attacks quotes
them. So nothing is cut out of what the model reads: the passages do not count as evidence for what
it writes, and the curator is told of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

_SIGNS = Pattern(
    r"""
      \b(?:ignore|disregard|forget|override|bypass)\s+(?:\w+\s+){0,3}?
      (?:previous|prior|above|earlier|preceding|foregoing|other|system|your)\b[^.!?\n]{0,30}
      \b(?:instructions?|prompts?|directions?|directives?|guidelines|messages?|orders|rules|text)\b
    | \b(?:ignore|disregard|forget)\s+(?:everything|anything|all|what)\b[^.!?\n]{0,20}
      \b(?:above|before|earlier|so\s+far|been\s+told)\b
    | \b(?:ignor\w+|vergiss|oubli\w+|olvid\w+)\b[^.!?\n]{0,40}
      \b(?:instrucci\w+|instruç\w+|istruzion\w+|anweisung\w*|consignes?|instructions\s+préc\w+)\b
    | (?:忽略|無視|无视)[^。！？\n]{0,20}(?:指令|指示|命令|プロンプト)
    | (?:指令|指示|命令|プロンプト)[^。！？\n]{0,10}(?:忽略|無視|无视)
    | \byou\s+are\s+(?:now|no\s+longer|henceforth|from\s+now)\b
    | \byour\s+(?:real|actual|new|true|only)\s+(?:task|instructions?|goal|job)\b
    | \byour\s+(?:summary|headline|answer|reply|response|output)\b
    | \b(?:the|this)\s+(?:summary|headline)\s+(?:must|should|shall|has\s+to|needs\s+to)\s+
      (?:mention|include|say|state|end|begin|start|contain|link|recommend|praise)\b
    | ^\W*(?:note|message|attention|important|memo|instructions?|hint)\W*\s*(?:to|for)\s+
      (?:(?:all|any|the|every|large)\s+)*
      (?:ai|llms?|(?:language\s+)?models?|assistants?|chatbots?|bots?|summari[sz]ers?|reviewers?)\b
    | \bif\s+you\s+are\s+an?\s+(?:large\s+)?
      (?:ai|llm|language\s+model|assistant|bot|summari[sz]er)\b
    | \bas\s+an\s+ai\s+(?:language\s+)?(?:model|assistant)\b
    | ^\W*(?:(?:please|now|instead|then|just)[\s,]+)*
      (?:reply|respond|answer|output|print|say|write|return|state|claim|mention|add|append|include
      |repeat|copy|end|begin)\s+
      (?:only|just|exactly|nothing\s+but|the\s+(?:words?|sentences?|following)|that|this|with|your)\b
    | ^\W*(?:please\s+)?(?:praise|recommend|promote|endorse|subscribe)\s
    | ^\W*(?:system|assistant|user|developer|human)\s*(?:prompt|message|override|note)?\s*:
    | \bsystem\s+(?:prompt|message|override)\s*:
    | <\|?/?\s*(?:im_start|im_end|system|assistant|user|endoftext)\b|\[/?INST\]
    """,
    re.IGNORECASE | re.VERBOSE,
)
_OBJECT = Pattern(r'"(?:headline|summary)"\s*:', re.IGNORECASE)
"""The beginning of an answer, ready to be copied."""
_GOES_ON = Pattern(
    r"\byour?\b|\b(?:headline|summary|newsletter|entry)\b|请|請|ください"
    r"|^\W*(?:instead|always|never|do|don['’]t|add|answer|append|begin|call|claim|click|copy|end|"
    r"give"
    r"|include|link|love|make|mention|output|praise|print|promote|recommend|repeat|reply|respond|"
    r"say"
    r"|start|state|stop|subscribe|tell|use|visit|write)\b",
    re.IGNORECASE,
)
"""In a sentence after one that is addressed to a model: what it is to do."""
_ENDS = Pattern(r"(?<=[.!?。！？])\s+|(?<=[。！？])|\n+")
_LONG_WORD = Pattern(r"[^\W_]{4,}")
_PLAIN_WORDS = word_set(
    "also and approach because been between both each from have headline into method model models "
    "more most other over paper propose proposes show shows such summary than that their them then "
    "there these they this through under using very what when where which while with without"
)


_MARKS = (
    *("ignor", "disregard", "forget", "overrid", "bypass", "vergiss", "oubli", "olvid"),
    *("忽略", "無視", "无视", "you ", "your ", "as an ai", "this headline", "the headline"),
    *("this summary", "the summary", '"summary"', '"headline"', "<", "inst]"),
    *("system prompt", "system message", "system override", "if you", "headline must"),
)
_MAY_OPEN = Pattern(
    r"(?:^|(?<=\w))(?P<before>\W*+)(?:please|now|instead|then|just|note|message|attention|"
    r"important|memo|instruction|hint|reply|respond|answer|output|print|say|write|return|state|"
    r"claim|"
    r"mention|add|append|include|repeat|copy|end|begin|praise|recommend|promote|endorse|subscribe|"
    r"system|assistant|user|developer|human)",
    re.IGNORECASE,
)


_ENDED = Pattern(r"[.!?]\s|[。！？\n]")


def may_be_planted(text: str) -> bool:
    """Whether it has words without which nothing is addressed to a model; quick to tell."""
    lowered = " ".join(text.lower().split())
    return any(mark in lowered for mark in _MARKS) or any(
        not found.start() or _ENDED.search(found["before"]) for found in _MAY_OPEN.finditer(text)
    )


def planted_in(text: str) -> tuple[str, ...]:
    """The passages addressed to a model, as they stand in the text."""
    passages: list[tuple[int, int]] = []
    starts = [0, *(found.end() for found in _ENDS.finditer(text))]
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        reached = passages[-1][1] if passages else -1
        until = _reaches(text, start, end, follows=start == reached)
        if start < reached:  # within an object that has several sentences
            until = max(reached, end)
        if until is not None:
            begun = passages.pop()[0] if start <= reached else start
            passages.append((begun, until))
    return tuple(text[start:end].rstrip() for start, end in passages)


def _reaches(text: str, start: int, end: int, *, follows: bool) -> int | None:
    """Where what a sentence tells a model ends, at the end of the sentence or of an object that
    it begins; None when it tells a reader something."""
    sentence = text[start:end]
    if _OBJECT.search(sentence):
        return max(end, text.find("}", start) + 1)
    told = _SIGNS.search(sentence) or (follows and _GOES_ON.search(sentence))
    return end if told else None


def without(passages: Sequence[str], text: str) -> str:
    """The text without those passages of it."""
    for passage in passages:
        text = text.replace(passage, " ")
    return text


def words_from(passages: Sequence[str], evidence: Sequence[str], text: str) -> tuple[str, ...]:
    """The words of a text that only those passages have, and not the evidence."""
    foreign = _long_words(passages) - _long_words(evidence)
    said = (word for word in _LONG_WORD.findall(text) if word.lower() in foreign)
    return tuple(dict.fromkeys(said))


def _long_words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(_LONG_WORD.findall(" ".join(texts).lower())) - _PLAIN_WORDS
