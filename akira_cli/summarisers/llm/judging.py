"""What an answer is worth: what can be used of it, and everything that is wrong with it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from akira_cli.core.faithful import Source, problems
from akira_cli.core.planted import words_from
from akira_cli.core.settings import Length
from akira_cli.summarisers.llm.answer import (
    Answer,
    UnusableAnswer,
    faults_of_style,
    read_answer,
)
from akira_cli.summarisers.llm.material import Material

_LONGEST_QUOTED = 100


class Task(NamedTuple):
    """What is to be written about, at which length, and what it may rest on."""

    title: str
    length: Length
    material: Material
    source: Source


class Tried(NamedTuple):
    """One answer, word for word and as far as it can be used, with its faults, a line each."""

    text: str
    answer: Answer | None
    faults: tuple[str, ...]


def judged(text: str, task: Task) -> Tried:
    """What a model said, held against its source and the house style."""
    try:
        answer = read_answer(text, task.material.evidence, task.length)
    except UnusableAnswer as fault:
        return Tried(text, None, (str(fault),))
    faults = (
        *_unfaithful(answer, task.source),
        *_planted(answer, task.material),
        *faults_of_style(answer, task.title, task.length),
    )
    return Tried(text, answer, faults)


def better(first: Tried, second: Tried) -> Tried:
    """The one that can be used, or the one with fewer faults; of equals the second."""
    usable = [each for each in (second, first) if each.answer is not None]
    return min(usable, key=lambda each: len(each.faults), default=second)


def told_of(planted: Sequence[str]) -> tuple[str, ...]:
    """What the curator is told of passages that speak to a model."""
    if not planted:
        return ()
    first = " ".join(planted[0].split())
    quoted = f"{first[:_LONGEST_QUOTED]}…" if len(first) > _LONGEST_QUOTED else first
    return (f"its source speaks to language models: '{quoted}'; compare the texts with it",)


def _unfaithful(answer: Answer, source: Source) -> tuple[str, ...]:
    return tuple(
        f"the {name} says '{one.text}': {one.why} ({one.id})"
        for name, text in answer._asdict().items()
        for one in problems(text, source)
    )


def _planted(answer: Answer, material: Material) -> tuple[str, ...]:
    """The words of an answer that only a planted passage has, as one fault."""
    words = words_from(material.planted, material.evidence, " ".join(answer))
    quoted = ", ".join(f"'{word}'" for word in words)
    return (f"it says what only a passage for language models says: {quoted}",) if words else ()
