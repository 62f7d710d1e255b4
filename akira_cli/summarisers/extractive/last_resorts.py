"""What heads an item when its abstract makes no claim: what the authors did, or any sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.claims import (
    GENERIC,
    NO_PHRASE,
    Claim,
    without_second_verb,
)
from akira_cli.summarisers.extractive.methods import AUTHORS, METHOD_NOUN

_ACTED: Final = Pattern(
    rf"{AUTHORS} (?:(?:aim|seek|attempt|try|propose|set out|want)(?:s|ed)? to )?(?:\w+ly )?"
    r"(?P<verb>adapt|address|analy[sz]e|apply|assess|augment|benchmark|characteri[sz]e|combine|"
    r"compare|consider|define|detect|document|employ|encode|enhance|estimate|evaluate|examine|"
    r"expand|exploit|explore|extend|extract|fine-tune|formali[sz]e|formulate|frame|generali[sz]e|"
    r"implement|improve|incorporate|integrate|interview|investigate|learn|leverage|measure|modify|"
    r"optimi[sz]e|outline|parameteri[sz]e|predict|probe|prove|quantify|re-examine|reali[sz]e|"
    r"reconstruct|reexamine|reformulate|replace|represent|rethink|review|revisit|simulate|solve|"
    r"study|summari[sz]e|survey|synthesi[sz]e|tackle|target|test|trace|transform|unify|use|"
    r"utili[sz]e|validate|verify)(?:e?s|e?d)? (?!and |by )(?P<rest>.+)"
)
_STUDIES: Final = Pattern(
    rf"{AUTHORS} (?P<verb>applie|studie|quantifie|"
    r"focus(?=es(?: \w+ly)? on )|focus(?=(?:ed)?(?: \w+ly)? on ))(?:e?s|e?d)? (?!and |"
    r"by )(?P<rest>.+)"
)
_BY_DOING: Final = Pattern(
    rf"(?:{AUTHORS}|\b[Oo]ur (?:paper|research|study|work)) (?:address|answer|bridge|close|fill|"
    rf"tackle)(?:e?s|e?d)? (?:an?|the|this|these|such) "
    r"(?:[\w-]+ )?(?:challenge|gap|issue|limitation|need|problem|question)s? by (?:\w+ly )?"
    r"(?P<verb>analy[sz]|assess|compar|evaluat|examin|explor|investigat|review|survey|test)ing "
    r"(?P<rest>.+)"
)
"""`we close this gap by comparing gulls`."""

_FIRST: Final = Pattern(
    rf"{AUTHORS} (?:is|are) (?:also )?the first (?:work |study |paper )?(?P<claim>to .+)"
)
_SHOWN: Final = Pattern(
    rf"{AUTHORS} (?:\w+ly )?(?:achieve|attain|collect|compile|conduct|curate|demonstrate|find|"
    rf"give|highlight|"
    r"illustrate|identif(?:y|ie)|observe|obtain|perform|reach|release|report|share|show)(?:e?s|"
    r"e?d)? (?P<what>(?!the performance).+)"
)
_MADE_HERE: Final = Pattern(
    rf"\b(?P<claim>an? (?!certain|given|similar|single)(?:[\w-]+ ){{0,4}}(?:{METHOD_NOUN}|"
    rf"benchmark|dataset|loss|corpus|module|way(?= (?:of|to))) "
    r"(?:that|which|for|to|by which|based on|where|in which|with) .+)"
)
_NOT_MADE: Final = Pattern(
    r"\b(?:that|lack|no|not|without|absence|needs?|requires?|unlike|existing|previous)\b"
)
_BY_AUTHORS: Final = Pattern(
    r"(?:We|I|This (?:\w+ )?(?:paper|research|study|work)|In this|Here|Our)\b"
)
_OPINION: Final = Pattern(r"(?:We|I)(?: \w+)? (?:hope|believe|conclude|thank|discuss|argue|call)\b")
_PROBLEM: Final = Pattern(
    r"^(?:on )?(?:the )?(?:specific |general )?(?:problem|task|question|challenge|issue|use|"
    r"application|potential)s? of "
)
_OUTCOME: Final = Pattern(
    r"\d%|\b(?:achiev|improv|outperform|reduc|surpass|increas|decreas|demonstrat|show|enabl|"
    r"allow)\w*\b|\b(?:better|faster|higher|lower|fewer|less|more) (?:\w+ )?than\b"
)
_QUESTION: Final = Pattern(r"(?:how|why|when|what|where|whether|if|which) ")
_USED: Final = Pattern(
    r"(?P<means>(?:[\w-]+ ){0,5}[\w-]+) to (?P<purpose>(?!the |an? |\d|study|understand|analy|"
    r"examine|explore|investigate|evaluate|assess)(?:\w+ly )?[a-z]{3,} [^,;:]+)"
)
"""`gull counts to train a network`: what is used, and what for."""

_MAKING: Final = word_set("define formulate implement")
_TAKES_MORE: Final = word_set(
    "adapt apply combine compare encode incorporate integrate replace synthesise synthesize "
    "transform"
)
"""Doing this with a thing has not made it."""

_USING: Final = word_set("adapt apply employ exploit leverage use utilize utilise")
_NOUN_OF: Final = {
    verb: noun
    for noun, verbs in (
        ("A study of", "consider examine explore investigate probe study focus"),
        ("An analysis of", "analyse analyze dissect trace"),
        ("An evaluation of", "evaluate test validate verify"),
        ("An assessment of", "assess"),
        ("A benchmark of", "benchmark"),
        ("A comparison of", "compare"),
        ("A review of", "review survey"),
        ("An overview of", "outline summarise summarize document"),
        ("A new look at", "re-examine reexamine rethink revisit"),
        ("An extension of", "extend expand"),
        ("An approach to", "address solve tackle target"),
        ("A combination of", "combine"),
        ("A measurement of", "measure quantify"),
        ("A characterisation of", "characterise characterize"),
        ("A proof of", "prove"),
        ("Interviews with", "interview"),
    )
    for verb in verbs.split()
}
"""What is made of it by who does so."""


def last_resorts(sentence: str, *, is_own: bool) -> Iterator[Claim]:
    """What heads an item at need: `They study X` as `A study of X`, or the sentence itself."""
    gap = _BY_DOING.search(sentence)
    if not gap and (acted := _ACTED.search(sentence) or _STUDIES.search(sentence)):
        yield from _doing(acted["verb"], without_second_verb(acted["rest"]))
    elif gap:
        noun = _NOUN_OF.get(f"{gap['verb']}e", _NOUN_OF.get(gap["verb"], "A study of"))
        yield Claim(f"{noun} {gap['rest']}", 1.9, is_noun=True)
    elif first := _FIRST.search(sentence):
        yield Claim(f"The first work {first['claim']}", 2.2, is_noun=True)
    elif shown := _SHOWN.match(sentence):
        what = without_second_verb(shown["what"])
        if not NO_PHRASE.match(what):
            yield Claim(what, 1.8, is_noun=True)
    made = _MADE_HERE.search(sentence) if is_own and _BY_AUTHORS.match(sentence) else None
    if made and not _NOT_MADE.search(sentence, 0, made.start()):
        yield Claim(without_second_verb(made["claim"]), 1.6, is_noun=True)
    if not sentence.startswith(("We ", "I ", "Our ")):
        yield Claim(sentence, (0.5 if _OUTCOME.search(sentence) else -0.5) if is_own else -6.0)
    elif not _OPINION.match(sentence):
        yield Claim(sentence, -1.0)


def _doing(verb: str, rest: str) -> Iterator[Claim]:
    """`study`, `the problem of counting gulls` -> `A study of counting gulls`."""
    rest, plain = _PROBLEM.sub("", rest), f"{verb[:-2]}y" if verb.endswith("ie") else verb
    if plain in _MAKING and rest.startswith(("a ", "an ")):
        yield Claim(rest, 2.0, is_noun=True)
    elif _QUESTION.match(rest):
        yield Claim(f"whether {rest[3:]}" if rest.startswith("if ") else rest, 2.0)
    elif GENERIC.match(rest) and plain not in _NOUN_OF and plain not in _TAKES_MORE:
        yield Claim(rest, 2.0, is_noun=True)
    elif noun := _NOUN_OF.get(plain):
        if not NO_PHRASE.match(f"{rest[:1].lower()}{rest[1:]}") or rest.startswith("the "):
            yield Claim(f"{noun} {rest}", 2.0, is_noun=True)
    elif used := _USED.match(rest) if plain in _USING else None:
        yield Claim(f"A way to {used['purpose']} with {used['means']}", 1.6, is_noun=True)
        yield Claim(f"A way to {used['purpose']}", 1.4, is_noun=True)
    elif not NO_PHRASE.match(rest) or rest.startswith("the "):
        yield Claim(f"A way to {plain} {rest}", 1.3 if plain in _USING else 1.7, is_noun=True)
