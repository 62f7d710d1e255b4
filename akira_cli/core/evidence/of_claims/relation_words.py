"""The words that tell a relation of two things, and which of the two they put first."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

from akira_cli.core.sentences import word_set

Kind = Literal["chosen", "change", "order", "cause", "serves", "as", "part", "put", "does"]
Frame = Literal["between", "object", "thing", "acts", "noun"]
"""Where the two stand: on the two sides of the words; the verb's object and what comes after a
small word, `turns X into Y`; the same, or the subject when the verb has none, `X generated from
Y`; the verb's subject and object; two things after a noun, `the effect of X on Y`."""


class Marker(NamedTuple):
    """Words that tell a relation, and whether the later of the two things is its first.

    `small` are the words that the second of the two follows.
    """

    kind: Kind
    frame: Frame
    words: tuple[str, ...]
    turned: bool
    small: frozenset[str] = frozenset()


_INTO = word_set("""
transform convert turn translate map transfer recast rewrite reshape remodel morph transmute
project lift distil distill compress encode decode embed render adapt extend generalise generalize
carry move shift migrate port transport propagate pass evolve transition transpose
rephrase recode reformulate transcribe condense collapse unfold fold lower reduce abstract ground
""")
_INTO_WORDS = "into to onto toward towards"
_AS = word_set("""
recast reformulate formulate treat cast frame view regard interpret model pose reframe rephrase
conceive consider describe express rewrite understand conceptualise conceptualize
""")
_FROM = word_set("""
generate produce create derive obtain extract predict infer reconstruct synthesise synthesize
recover estimate build distil distill compute construct render decode form assemble deduce
compile grow draw make retrieve regress sample lift induce
""")
_ACTS_CAUSE = word_set("""
cause induce produce drive trigger elicit affect influence impact shape determine create
provoke generate yield dominate dictate spur underlie precipitate
""")
_ACTS_SERVE = word_set("""
guide steer direct supervise teach instruct inform govern regulate constrain regularise regularize
condition lead tutor improve enhance boost help enable support facilitate
strengthen benefit assist aid power enrich complement refine modulate
""")
_ACTS_PART = word_set("subsume encompass generalise generalize")
_PUT = word_set("""
inject insert incorporate integrate bring introduce add attach append feed plug
assign attribute anchor
""")
_DOES = word_set("""
evaluate judge assess verify critique annotate retrieve detect defend protect mimic imitate
resemble approximate follow inherit replicate reproduce reveal expose predict summarise summarize
persuade penalise penalize punish serve mislead deceive reject mirror simulate emulate encode
decode complement compensate contaminate accompany outweigh presuppose require instruct criticise
criticize correct constrain calibrate corroborate contradict refute undermine
""")
_RESTS_ON = word_set("depend hinge rest")
_COMES_FROM = word_set("stem result arise originate come follow derive emerge")
_OVER = word_set("""
prefer favour favor prioritise prioritize emphasise emphasize overemphasise overemphasize stress
choose select value privilege rank weigh weight preference priority emphasis choice prize
""")
_IRREGULAR = {
    "choose": "chose chosen", "build": "built", "teach": "taught", "lead": "led",
    "bring": "brought", "make": "made", "recast": "recast", "cast": "cast", "draw": "drew drawn",
    "understand": "understood", "drive": "drove driven", "rewrite": "rewrote rewritten",
    "learn": "learnt learned", "grow": "grew grown", "rest": "rested", "lean": "leaned leant",
    "beat": "beat beaten", "outdo": "outdid outdone", "outshine": "outshone",
    "overtake": "overtook overtaken", "outstrip": "outstripped",
    "arise": "arose arisen", "come": "came", "underlie": "underlay underlain", "give": "gave given",
}  # fmt: skip
_DOUBLED = word_set("map transfer prefer infer port spur stem swap fit cut trim outstrip plug")

_BETWEEN: tuple[tuple[Kind, bool, str], ...] = (
    ("chosen", False, "rather than; instead of; in place of; as opposed to; at the expense of; "
     "at the cost of; in preference to; to the detriment of; in contrast to; unlike; contrary to; "
     ", more than; , not"),
    ("order", False, "before; followed by; prior to; precedes; precede; preceding"),
    ("order", True, "after; preceded by; following"),
    ("cause", False, "leads to; lead to; leading to; led to; results in; result in; resulting in; "
     "resulted in; cause of; causes of; cause for; gives rise to; giving rise to; give rise to; "
     "brings about; bring about; contributes to; contribute to; contributing to; reason for; "
     "responsible for; translates into"),
    ("cause", True, "because of; due to; owing to; caused by; thanks to; result of; consequence "
     "of; consequences of; product of; attributed to; traced to; attributable to; "
     "conditioned on; conditional on; contingent on; dependent on; function of; conditioned by; "
     "explained by; determined by; driven by; induced by; triggered by; produced by; shaped by; "
     "influenced by; affected by; governed by"),
    ("part", False, "special case of; special cases of; instance of; instances of; subset of; "
     "subsets of; part of; parts of; variant of; variants of; form of; kind of; type of; "
     "subclass of; extension of"),
    ("cause", False, "prerequisite for; prerequisite of; precondition for; precondition of; "
     "required for; necessary for; needed for; essential for; crucial for; basis for; basis of; "
     "foundation for; foundation of; key to; obstacle to; "
     "obstacle for; barrier to; threat to; source of; sources of; driver of; drivers of"),
    ("serves", True, "learns from; learn from; learning from; learned from; learnt from; taught "
     "by; supervised by; benefits from; benefit from; benefiting from"),
    ("part", True, "consists of; consist of; composed of; made of; made up of"),
    ("as", False, "serves as; serve as; acts as; act as; functions as; function as; used as; "
     "serving as; acting as"),
)  # fmt: skip


_VERBS: tuple[tuple[Kind, Frame, frozenset[str], bool, str], ...] = (
    ("change", "object", _INTO, False, _INTO_WORDS),
    ("put", "object", _PUT, False, _INTO_WORDS),
    ("as", "object", _AS, False, "as"),
    ("change", "thing", _FROM, True, "from"),
    ("chosen", "thing", _OVER, False, "over above"),
    ("chosen", "object", word_set("replace"), True, "with by"),
    ("chosen", "object", word_set("trade swap exchange"), True, "for"),
    ("chosen", "object", word_set("substitute"), False, "for"),
    ("chosen", "acts", word_set("replace supersede supplant displace"), False, ""),
    ("cause", "acts", _ACTS_CAUSE, False, ""),
    ("serves", "acts", _ACTS_SERVE, False, ""),
    ("part", "acts", _ACTS_PART, True, ""),
    ("does", "acts", _DOES, False, ""),
)
_NOUNS: tuple[tuple[Kind, str, bool, str], ...] = (
    ("cause", "effect effects influence impact", False, "on upon"),
    ("cause", "dependence reliance", True, "on upon"),
    ("change", "conversion transformation translation mapping transfer shift", False, _INTO_WORDS),
)


@cache
def markers() -> dict[str, list[Marker]]:
    """The markers by their first word."""
    table: dict[str, list[Marker]] = {}
    for marker in _markers():
        table.setdefault(marker.words[0], []).append(marker)
    return table


def _markers() -> Iterator[Marker]:
    for kind, turned, phrases in _BETWEEN:
        for phrase in phrases.split(";"):
            yield Marker(kind, "between", tuple(phrase.split()), turned)
    for kind, frame, verbs, turned, small in _VERBS:
        for form in chain.from_iterable(map(forms, sorted(verbs))):
            yield Marker(kind, frame, (form,), turned, word_set(small))
    for verbs, preposition in ((_RESTS_ON, "on"), (_COMES_FROM, "from")):
        for form in chain.from_iterable(map(forms, sorted(verbs))):
            yield Marker("cause", "between", (form, preposition), turned=True)
    for kind, nouns, turned, small in _NOUNS:
        for noun in nouns.split():
            yield Marker(kind, "noun", (noun,), turned, word_set(small))


@cache
def forms(verb: str) -> tuple[str, ...]:
    """The forms of a verb, itself first."""
    stem = verb[:-1] if verb.endswith("e") else verb + verb[-1] * (verb in _DOUBLED)
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "o")) else "s")
    past = _IRREGULAR.get(verb, stem + "ed").split()
    if verb.endswith("y") and verb[-2] not in "aeou":
        third, past = verb[:-1] + "ies", [verb[:-1] + "ied"]
    return tuple(dict.fromkeys((verb, third, stem + "ing", *past)))


@cache
def participles() -> frozenset[str]:
    """The past participles that do not end in `ed`."""
    return frozenset(form for forms in _IRREGULAR.values() for form in forms.split())
