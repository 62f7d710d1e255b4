"""Whether a headline or summary says only what its source says."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.evidence.findings import Problem, ProblemId
from akira_cli.core.evidence.judged import judged_problems, read_sentences
from akira_cli.core.evidence.of_claims.contrary import contrary_problems
from akira_cli.core.evidence.of_claims.costs import cost_problems
from akira_cli.core.evidence.of_claims.ordered import turned_pairs
from akira_cli.core.evidence.of_claims.outdone import outdone_problems
from akira_cli.core.evidence.of_names.name_places import misplaced_names
from akira_cli.core.evidence.of_names.name_roles import role_problems
from akira_cli.core.evidence.of_names.names import name_problems
from akira_cli.core.evidence.of_names.substituted import substitution_problems
from akira_cli.core.evidence.of_numbers.exchanged import bound_names, exchange_problems
from akira_cli.core.evidence.of_numbers.number_claims import number_problems
from akira_cli.core.evidence.reading import Source, Text, read_source, read_text

__all__ = ["Problem", "ProblemId", "Source", "problems", "read_source"]


LONGEST_REASON = 300


def problems(text: str, source: Source) -> tuple[Problem, ...]:
    """The claims of `text` that `source` does not support, in the order of the text.

    Of several at one place only the first is told. A source without a word supports no claim and
    refutes none: nothing is found.
    """
    if not source.sentences:
        return ()
    checked = read_text(text)
    found = [*_numbers(checked, source), *_names(checked, source), *_claims(checked, source)]
    copied = [one for one in checked.sentences if source.has_verbatim(one.text)]
    found = [one for one in found if not any(each.start <= one.start < each.end for each in copied)]
    found.sort(key=lambda one: (one.start, one.end))
    told: list[Problem] = []
    for one in found:
        if not told or one.start >= told[-1].end:
            told.append(one._replace(text=text[one.start : one.end], why=_cut(one.why)))
    return tuple(told)


def _cut(why: str) -> str:
    """A reason as long as a line may be: a number of a thousand digits says no more than its
    first."""
    return why if len(why) <= LONGEST_REASON else f"{why[: LONGEST_REASON - 1]}…"


def _numbers(checked: Text, source: Source) -> Iterator[Problem]:
    yield from number_problems(checked.quantities, source.quantities, source)
    for sentence, numbers in zip(checked.sentences, checked.by_sentence, strict=True):
        mine = bound_names(sentence.text, numbers)
        yield from exchange_problems(mine, source.bound_names, sentence.start)


def _names(checked: Text, source: Source) -> Iterator[Problem]:
    yield from name_problems(checked.plain, source.vocabulary, checked.number_places)
    yield from misplaced_names(checked.plain, lambda: source.slots)


def _claims(checked: Text, source: Source) -> Iterator[Problem]:
    for sentence in read_sentences(checked, source):
        yield from judged_problems(sentence)
        yield from outdone_problems(sentence)
        yield from cost_problems(sentence)
        yield from contrary_problems(sentence)
        yield from turned_pairs(sentence.reading.tokens, lambda: source.ordered)
        yield from role_problems(sentence)
        yield from substitution_problems(sentence)
