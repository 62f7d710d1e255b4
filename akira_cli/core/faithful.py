"""Whether a headline or summary says only what its source says."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from akira_cli.core.evidence.findings import Problem, ProblemId
from akira_cli.core.evidence.judged import SENTENCES, judged_problems
from akira_cli.core.evidence.of_claims.bound import exchanged_opposites
from akira_cli.core.evidence.of_claims.in_context import InContext
from akira_cli.core.evidence.of_claims.ordered import turned_pairs
from akira_cli.core.evidence.of_claims.outdone import outdone_problems
from akira_cli.core.evidence.of_names.altered_names import altered_name_problems
from akira_cli.core.evidence.of_names.name_places import misplaced_names, names_by_numbers
from akira_cli.core.evidence.of_names.name_roles import role_problems
from akira_cli.core.evidence.of_names.names import name_problems
from akira_cli.core.evidence.of_names.substituted import substitution_problems
from akira_cli.core.evidence.of_names.superlatives import superlative_problems
from akira_cli.core.evidence.of_numbers.exchanged import bound_names, exchange_problems
from akira_cli.core.evidence.of_numbers.number_claims import number_problems
from akira_cli.core.evidence.of_numbers.number_places import number_place_problems
from akira_cli.core.evidence.of_numbers.owners import owner_problems, reversed_changes
from akira_cli.core.evidence.reading import WORDS, Source, Text, read_source, read_text

__all__ = ["Problem", "ProblemId", "Source", "problems", "read_source"]


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
            told.append(one._replace(text=text[one.start : one.end]))
    return tuple(told)


def _numbers(checked: Text, source: Source) -> Iterator[Problem]:
    yield from number_problems(checked.quantities, source.quantities, source)
    yield from number_place_problems(checked.plain, checked.quantities, source.number_slots)
    for sentence, pieces in zip(checked.sentences, checked.pieces, strict=True):
        yield from owner_problems(pieces, source.pieces, sentence.start)
    for sentence, numbers in zip(checked.sentences, checked.by_sentence, strict=True):
        mine = bound_names(sentence.text, numbers)
        yield from exchange_problems(mine, source.bound_names, sentence.start)
        yield from reversed_changes(sentence.text, numbers, source.changes, sentence.start)


def _names(checked: Text, source: Source) -> Iterator[Problem]:
    yield from name_problems(checked.plain, source.vocabulary, checked.number_places)
    yield from misplaced_names(checked.plain, lambda: source.slots)
    for tokens in checked.tokens:
        yield from superlative_problems(tokens, source.tokens)
        yield from altered_name_problems(tokens, source.tokens)
    for sentence, pieces in zip(checked.sentences, checked.pieces, strict=True):
        there = source.pieces_in_sentences
        yield from names_by_numbers(sentence.text, pieces, there, sentence.start)


def _claims(checked: Text, source: Source) -> Iterator[Problem]:
    rows = zip(checked.sentences, checked.tokens, strict=True)
    for one, tokens in islice(rows, SENTENCES):
        if source.has_verbatim(one.text):
            continue
        sentence = InContext(tokens[:WORDS], source.claims)
        yield from judged_problems(sentence)
        yield from outdone_problems(sentence)
        yield from turned_pairs(tokens[:WORDS], source.ordered)
        yield from exchanged_opposites(tokens[:WORDS], source.opposed)
        yield from role_problems(sentence)
        yield from substitution_problems(sentence)
