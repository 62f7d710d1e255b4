"""Whether a phrase is whole: nothing opened and not closed, nothing begun and not ended."""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set

INCOMPLETE_ENDS: Final = word_set(
    "a an the one ones this that these those its their our his her any each every some no such "
    "both either of in on at by for from with without to into onto over under between among "
    "across through via as than and or nor but while whereas which who whose whom where when if "
    "because although is are was were be been being am has have had do does did can could may "
    "might must shall should will would not very more most less fewer much many new novel other "
    "same several various different first second third using based called named termed so how "
    "what why whether often also even only them us they we it former latter leading resulting "
    "following containing comprising consisting involving having making allowing enabling sense "
    "fact extent evidence idea assumption way case cases constraint constraints consistent deal "
    "deals cope account accounts perform performs serve serves act acts suffer suffers differ "
    "differs help helps learn learns allow allows enable enables enabled lead leads rely relies "
    "depend depends focus focuses result results aim aims consist consists respect order due "
    "compared according able capable prone subject related similar equivalent up upon well e.g "
    "i.e e.g. i.e. al et vs vs. al. achieve achieves improve improves outperform outperforms "
    "reduce reduces require requires provide provides produce produces yield yields gives make "
    "makes use uses set number variety range two three four five six seven eight nine ten around "
    "about per within toward towards against operates works belongs exists integrating combining "
    "integrates combines responds state-of-the-art including like designed comparable generic key "
    "main namely respectively together along thus hence thereby however therefore moreover "
    "specifically yet beyond during before after until since despite off down above below near "
    "plus minus instead rather regardless given applicable robust relative prior effective "
    "corresponding taken made shown drawn known found built spoken seen chosen written meant kept "
    "put held sent thought brought caught left lost existing previous certain particular specific "
    "simple general complex entire whole large small high low better worse higher lower larger "
    "smaller faster slower easier harder greater stronger weaker best worst highest lowest good "
    "bad few little considerable significant substantial vital crucial essential critical "
    "absent present responsible required important necessary available easy hard difficult likely "
    "ready willing already still only even quite"
)
"""Words a phrase cut short does not end with."""

DANGLING_ENDS: Final = word_set(
    "a an the this that these those its their our any each every some such both either "
    "of into onto between among via as than and or nor but while whereas which who whose whom "
    "where when if because although be been being am has have had very several various novel "
    "using e.g i.e e.g. i.e. al et al. vs vs. etc etc. including namely respectively thus hence "
    "thereby however therefore moreover featuring comprising consisting containing involving "
    "specifically "
    "with from for by to is are was were we they "
    "it help helps enable enables allow allows improve improves address addresses provide "
    "provides"
)
"""Words no phrase ends with, even one that nothing was cut from."""

_ENDING: Final = Pattern(r"(?:ly|ed|-built|-made|-driven)$")
_PAIRS: Final = (("both", "and"), ("between", "and"), ("either", "or"), ("neither", "nor"))
_NOT_ONLY: Final = Pattern(r"\bnot (?:only|just|merely)\b(?!.*\bbut\b)")
_EMPTY_RELATIVE: Final = Pattern(
    r"\b(?:that|which|who|can|to|where|will|could|by|whose)(?: \w+ly| would| could| may| can)* "
    r"[\w-]+$|\band(?: \w+ly)? [\w-]+(?<!ance)(?<!cy)(?<!ence)(?<!ity)(?<!ment)(?<!ness)(?<!tion)$"
)
_COMPARED: Final = Pattern(
    r"\b(?:more|less|fewer|better|worse|rather|other|\w{3,}er)\b(?!.*\bthan\b)"
)
_GOVERNED: Final = tuple(
    (Pattern(rf"\b(?!\w*ations?\b)(?:{verbs})\w*\b", re.IGNORECASE), word_set(prepositions))
    for verbs, prepositions in (
        (
            "integrat|augment|equip|replac|compar|align|coupl|start|begin|"
            "associat|marr|blend|match|mix|swap|bridg|compatib|competitive|endow|pair|interact|"
            "reconcil|"
            "contrast",
            "with",
        ),
        ("compar|align|adapt|relat", "to"),
        (
            "mapp?(?:s|ed|ing)?|transform(?!er)|convert|distil|translat|decompos|lift|project|"
            "divid|split|turn|incorporat|"
            "integrat|inject|group|partition|insert|embed|break|factori|tak|categori|organi[sz]|"
            "disentangl|encod(?!er)",
            "into in to within",
        ),
        (
            "treat|regard|view|cast|formulat|fram|defin|us|model|represent|interpret|known|"
            "employ|reformulat|tak|act|serv|consider",
            "as",
        ),
        ("separat|distinguish|differ|remov|isolat|far|suffer|stem|benefit|drawn?", "from"),
        (
            "attribut|due|equal|attend|contribut|amount|sensitiv|"
            "invarian|close|next|analog|identical|superior|inferior|akin|orthogonal|robust|"
            "subject|lead|generali[sz]|compar|from|able|need|aim|"
            "abilit|capabilit|capacit|tendenc|opportunit|refus|omit|prompt|struggl|strive|agree|"
            "continu|choos|empower|guid|invit|instruct|"
            "tend|learn|seek|fail|begin|allow|enabl|requir|encourag|expect|like|possible|us|forc|"
            "adher|belong|equivalen|bound|access|similar|relativ|appeal|essential|crucial|key|scal",
            "to",
        ),
        (
            "rel|focus|depend|bas|conditio|impos|condition|emphasis|concentrat|built|build",
            "on upon",
        ),
        ("ask|search|account|look|suitab|responsib|known|allow|call", "for"),
        (
            "reduction|increase|decrease|improvement|drop|gain|interest|role|difference|change|"
            "result|engag|specialis|specializ|succeed|interested|consist|differ|liv|occur",
            "in",
        ),
        ("bound|affect|caus|driv|led|inspir|motivat|follow|accompan|character|govern", "by"),
        ("deal|cop|consist|fac|work|struggl|agree|begin|comply|correlat|filled|comput", "with"),
        ("amount|search|lack|focus|adapt|optimi[sz]|tailor|suited", "across over for"),
    )
)
"""What a verb or an adjective takes along: `combines X` says nothing without `with Y`."""

_OVERCOMES: Final = Pattern(
    r"\b(?:address|alleviate|bridg|clos|fill|handle|mitigate|overcome|resolve|solve|tackle)\w* "
    r"(?:the |key |these )?(?:[\w-]+ )?(?:challenge|gap|issue|limitation|problem|shortcoming)s?$"
)
"""What it overcomes would have followed."""

_NOT_THAT: Final = Pattern(r"\b(?:specific|certain|vital|crucial|essential|critical|such) [\w-]+$")
"""What kind of thing it is would have followed."""

_JOINS: Final = Pattern(
    r"\b(?:combin|unif|merg|fus)(?:es?|ing|ed?|y|ies)\b(?!.*(?:\b(?:and|with)\b|,))"
)
"""A verb that joins two things, of which only one is named."""

_MARKS: Final = Pattern(r"[()\[\]{}\\$^<>|]|https?:|www\.|``|''|--|\w- (?!and\b|or\b)\w")


def is_balanced(text: str) -> bool:
    """Whether every bracket and every quotation mark in it is closed."""
    return (
        all(text.count(opener) == text.count(closer) for opener, closer in ("()", "[]", "{}", "“”"))
        and text.count('"') % 2 == 0
        and text.count("$") % 2 == 0
        and text.count("`") == 0
    )


def is_plain(text: str) -> bool:
    """Whether it is words only: no bracket, no remains of LaTeX or of a web address."""
    return not _MARKS.search(text) and is_balanced(text)


def ends_whole(text: str) -> bool:
    """Whether a phrase may end here at all, its last word being what it is."""
    last = text.rpartition(" ")[2].lower()
    return last.rstrip(",;:") not in DANGLING_ENDS and last[-1:] not in ",;:-–—"


def may_be_cut(start: str, following: str) -> bool:
    """Whether `start` is whole without what follows it, which begins with the word `following`."""
    last = start.rpartition(" ")[2].lower().rstrip(",;:")
    is_apart = start.endswith(",")
    if following == "to" and last.endswith("ing") and not is_apart:
        return False
    if last in INCOMPLETE_ENDS or _ENDING.search(last) or _EMPTY_RELATIVE.search(start):
        return False
    clause = re.split(r"[,;:] | (?:that|which|and|while) ", start)[-1]
    if not (is_apart and following == "to") and any(
        following in words and _lacks(clause, verb, words) for verb, words in _GOVERNED
    ):
        return False
    return not (
        is_half(start)
        or _JOINS.search(start)
        or _NOT_THAT.search(start)
        or _OVERCOMES.search(start)
    )


def _lacks(clause: str, verb: Pattern, words: frozenset[str]) -> bool:
    """Whether a verb is there and what it takes along is not."""
    found = verb.search(clause)
    return found is not None and words.isdisjoint(clause[found.end() :].split())


def is_half(start: str) -> bool:
    """Whether `not only` or `both` is there without what goes with it."""
    return bool(_NOT_ONLY.search(start)) or not all(
        _has_second(start, first, second) for first, second in _PAIRS
    )


def leaves_than(start: str, rest: str) -> bool:
    """Whether `more accurate` would be left without its `than`."""
    return bool(re.search(r"\bthan\b", rest[:60]) and _COMPARED.search(start))


def _has_second(text: str, first: str, second: str) -> bool:
    _, found, rest = text.rpartition(f" {first} ")
    return not found or f" {second} " in f" {rest}"
