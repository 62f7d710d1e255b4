"""What a number measures: an accuracy, a metric by its name, memory, time, energy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.evidence.of_numbers.numbers import Quantity
from akira_cli.core.evidence.of_numbers.respective import follow_in_a_row
from akira_cli.core.patterns import Pattern

_TOLD = """
accuracy: accuracy|accuracies|acc
success accuracy: success rate|success rates|pass rate|exact match
auc: auc|auroc|roc-auc|roc auc|aucs
auprc: auprc|pr-auc
ap precision: ap|map|average precision
f1 dice: f1|f1-score|f1 score|f-score|f-measure|dice|mdice|dsc
iou: iou|miou|jaccard
precision: precision
recall: recall|sensitivity|recall@k
specificity: specificity
bleu: bleu|sacrebleu
rouge: rouge|rouge-l
meteor: meteor
cider: cider
bertscore: bertscore
comet: comet
wer error: wer|word error rate|word error rates
cer error: cer|character error rate
per error: per|phoneme error rate
eer error: eer|equal error rate
error: error|errors|error rate|error rates
mae error: mae|mean absolute error
rmse error: rmse|rmsd|root mean square error|root mean squared error
mse error: mse|mean squared error
fid: fid|rfid|gfid
kid: kid
fvd: fvd
lpips: lpips
ssim: ssim
psnr: psnr
perplexity: perplexity|ppl
ndcg: ndcg
mrr: mrr
hota: hota
mota: mota
idf1: idf1
nds: nds
kappa: kappa
elo: elo
pearson correlation: pearson
spearman correlation: spearman
correlation: correlation|correlations
win: win rate|win rates
speed: latency|latencies|time|runtime|speed|speeds|speedup|speed-up|speedups|speed-ups
speed: faster|slower|quicker|quickly|throughput|delay
memory: memory|ram|vram|gpu memory
memory size: footprint
compute: flops|gflops|tflops|flop|macs|gmacs|compute|computation|computations|computational
compute: operations|multiplications
size: parameters|params|parameter|weights|model size
energy: energy|power|electricity
storage size: storage|bitrate|bandwidth|disk
tokens data: tokens
data: data|labels|annotations|samples|examples|labelled|labeled
"""

_BETWEEN_WORD = (
    r"(?!(?:and|or|while|with|but|on|for|over|at|by|to|than|when|using|from|against|as|is|are|was"
    r"|after|before|without|compared|across|among|under|that|which|relative|behind|above|below)\b)"
    r"[^\W\d_][\w'’/-]*"
)
_AFTER = Pattern(
    r"\s*(?:%|percent(?:age)?|per cent|points?|pp|x\b|×|times|-?folds?)?(?:\s*points?)?\s*\(?\s*"
    rf"(?:{_BETWEEN_WORD}\s+){{0,4}}",
    re.IGNORECASE,
)
_ADJACENT = Pattern(r"\s*(?:points?\s*)?\(?(?:(?:in|of)\s+)?")
_BEFORE = Pattern(
    r"\)?[\s-]*(?:\([^()\d]{1,20}\)\s*)?(?:(?!(?:and|or|while|but|when|which|that|using)\b)[^\W\d_]"
    r"[\w'’/-]*\s+){0,7}?"
    r"(?:(?:of|is|was|at|by|to|from|reaches|reaching|hits|up|as|about|around|roughly|nearly|almost"
    r"|over|some|approximately|only|just|than|between|least|most|much|a)\s+|[:=(]\s*)?[~≈<>+-]?",
    re.IGNORECASE,
)
_IS_OF = Pattern(r"\s*(?:%|percent|points?)?\s*(?:\(|(?:for|on|in)\s+)(?:the\s+)?")
_CHAINED = Pattern(
    r"(?:[\s-]+(?:usage|use|consumption|costs?|scores?|requirements?))?\s*(?:,|\band\b|\bor\b|/|&"
    r"|\bas well as\b|\bboth\b|\s)+(?:[^\W\d_][\w'’/-]*\s+){0,2}",
    re.IGNORECASE,
)
_OFTEN = Pattern(r"(?:%|percent|per cent) of the $")
_RANGE = Pattern(r"\s*(?:%|percent|x|×|points?)?\s*(?:to|and|-|–|—|or)\s*")


class Measure(NamedTuple):
    """A word for what is measured, at `sentence[start:end]`: its name and the things it is."""

    start: int
    end: int
    name: str
    tags: frozenset[str]


class Measured(NamedTuple):
    """What a number measures: the names, the things they are, and what else is told of there."""

    names: frozenset[str]
    tags: frozenset[str]
    free: frozenset[str]


NOTHING = Measured(frozenset(), frozenset(), frozenset())


@cache
def _tags() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _TOLD.strip().splitlines():
        tags, _, words = line.partition(": ")
        table.update((word, frozenset(tags.split())) for word in words.split("|"))
    return table


@cache
def _any_measure() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, _tags()), key=len, reverse=True))
    return re.compile(
        rf"\b(?:(?:top|rank)[- ]?(?P<k>\d+)\s*)?(?:(?P<word>{words})\b"
        r"|(?<=\d)(?=\W|$))",
        re.IGNORECASE,
    )


def measures_in(sentence: str) -> list[Measure]:
    """The words of a sentence that tell what is measured, in order."""
    found: list[Measure] = []
    for one in _any_measure().finditer(sentence):
        word, rank = (one["word"] or "").lower(), one["k"]
        if (not word and not rank) or (word == "time" and _OFTEN.search(sentence, 0, one.start())):
            continue
        if word in _IN_CAPITALS and one["word"].islower():
            continue
        tags = _tags()[word] if word else frozenset(("accuracy",))
        if rank:
            tags |= {f"top-{rank}"}
        found.append(Measure(one.start(), one.end(), f"{rank or ''}{word}", tags))
    return found


_IN_CAPITALS = frozenset(("map", "per", "cer", "meteor", "kid", "comet", "acc", "ap", "elo"))
"""Metrics that are plain words in small letters."""


def measured_by(sentence: str, found: Sequence[Quantity]) -> list[Measured]:
    """What each number of a sentence measures, as far as the words right by it tell."""
    if not any(map(_may_measure, found)):
        return [NOTHING] * len(found)
    measures = measures_in(sentence)
    if not measures:
        return [NOTHING] * len(found)
    tight = [list(_right_by(sentence, found, place, measures)) for place in range(len(found))]
    for place, measure in _in_rows(sentence, found, measures).items():
        tight[place] = [measure]
    for place in range(1, len(found)):
        between = sentence[found[place - 1].end : found[place].start]
        if not tight[place] and tight[place - 1] and _RANGE.fullmatch(between):
            tight[place] = tight[place - 1]
        elif not tight[place - 1] and tight[place] and _RANGE.fullmatch(between):
            tight[place - 1] = tight[place]
    bound = {one.start for row in tight for one in row}
    free = frozenset(tag for one in measures if one.start not in bound for tag in one.tags)
    return [
        Measured(
            frozenset(one.name for one in row),
            frozenset(tag for one in row for tag in one.tags),
            free,
        )
        for row in tight
    ]


def _in_rows(
    sentence: str, found: Sequence[Quantity], measures: Sequence[Measure]
) -> dict[int, Measure]:
    """The measure of each number in `accuracy and F1 are 91% and 90%`: a row beside a row."""
    row: list[int] = []
    for place in range(len(found)):
        if row and not follow_in_a_row(sentence, found[row[-1]], found[place]):
            if len(row) > 1:
                break
            row = []
        row.append(place)
    if len(row) < 2:
        return {}
    before = [one for one in measures if one.end <= found[row[0]].start][-len(row) :]
    apart = [_CHAINED.fullmatch(sentence, one.end, other.start) for one, other in pairwise(before)]
    if len(before) != len(row) or not all(apart):
        return {}
    return dict(zip(row, before, strict=True))


def _may_measure(one: Quantity) -> bool:
    """Whether a number is of a kind that measures: a share, a factor, a decimal."""
    if one.named:
        return False
    return one.form != "plain" or (not one.kind and "." in one.written)


def _right_by(
    sentence: str, found: Sequence[Quantity], place: int, measures: Sequence[Measure]
) -> Iterator[Measure]:
    one = found[place]
    if not _may_measure(one):
        return
    others = [
        each for each in found if not any(word.start <= each.start < word.end for word in measures)
    ]
    first = max((each.end for each in others if each.end <= one.start), default=0)
    last = min((each.start for each in others if each.start >= one.end), default=len(sentence))
    before = [each for each in measures if first <= each.start and each.end <= one.start]
    after = [each for each in measures if one.end <= each.start and each.end <= last]
    close = _ADJACENT if one.form == "plain" else _AFTER
    if after and close.fullmatch(sentence, one.end, after[0].start):
        yield from _chain(sentence, after)
    counted = before and any(
        each.end <= before[-1].start
        and (
            before[-1].start - each.end <= 1
            or (one.form == each.form and _IS_OF.fullmatch(sentence, each.end, before[-1].start))
        )
        for each in others[-20:]
    )
    if (
        before
        and not counted
        and not _opens_two(sentence, before[-1].end, found[place:])
        and _BEFORE.fullmatch(sentence, before[-1].end, one.start)
    ):
        yield from _chain(sentence, before[::-1])


def _opens_two(sentence: str, start: int, found: Sequence[Quantity]) -> bool:
    """Whether brackets hold two numbers: `more than in top-3 (41% against 18%)` is of no one."""
    if not sentence[start : found[0].start].endswith("("):
        return False
    closed = sentence.find(")", found[0].end)
    return len(found) > 1 and found[1].end <= closed


def _chain(sentence: str, row: Sequence[Measure]) -> Iterator[Measure]:
    """The first of a row of measures, and those joined to it: `memory and time`."""
    yield row[0]
    for one, other in pairwise(row):
        first, last = min(one, other), max(one, other)
        if not _CHAINED.fullmatch(sentence, first.end, last.start):
            return
        yield other


def is_exchanged(mine: Measured, theirs: Measured) -> bool:
    """Whether a number measures something else than in the source: F1 for AUC, top-5 for top-1."""
    if not mine.tags or not theirs.tags:
        return False
    ranks, others = _ranks(mine), _ranks(theirs)
    if ranks and others:
        return ranks.isdisjoint(others)
    return mine.tags.isdisjoint(theirs.tags | theirs.free) and mine.free.isdisjoint(theirs.tags)


def _ranks(one: Measured) -> frozenset[str]:
    return frozenset(tag for tag in one.tags if tag.startswith("top-"))
