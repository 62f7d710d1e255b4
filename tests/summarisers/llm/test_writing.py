"""A headline and summary by a model: asked, checked, asked once more, or given up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from akira_cli.core.errors import ModelFailed
from akira_cli.core.items import Summary, Usage
from akira_cli.core.models import Entry, MachineMarks, text_digest
from akira_cli.ports import Summariser
from akira_cli.ports.language import Prompt, Prompted
from akira_cli.summarisers.llm.prompt import PromptFile
from akira_cli.summarisers.llm.writing import LlmSummariser
from tests.summarisers.llm.made_up import (
    GOOD,
    HEADLINE,
    SUMMARY,
    UNFAITHFUL,
    answer,
    made_up_paper,
)
from tests.summarisers.llm.scripted import Scripted

ONCE, TWICE = Usage(100, 10, 0.5), Usage(200, 20, 1.0)
WRONG_NUMBER = "the summary says '87.4"
REFUSAL = "I cannot help with that."


def summariser(model: Scripted, past: Sequence[Entry] = (), examples: int = 4) -> LlmSummariser:
    """One that asks the model."""
    return LlmSummariser(model, PromptFile("summary.md.j2"), lambda: past, examples)


def written(model: Scripted) -> Summary:
    """What becomes of the made-up paper."""
    return summariser(model).summarise(made_up_paper())


def entry(number: int, headline: str, summary: str = "They propose it.") -> Entry:
    """An entry of the curator's own."""
    return Entry(f"e{number}", "papers", f"https://x.example/{number}", headline, "T", summary)


def test_it_is_a_summariser_that_can_show_its_prompt() -> None:
    made: Summariser = summariser(Scripted())
    assert isinstance(made, Prompted)
    assert (made.name, made.model) == ("llm", "scripted")


def test_a_good_answer_is_taken_at_once() -> None:
    model = Scripted(GOOD)
    assert written(model) == Summary(HEADLINE, SUMMARY, HEADLINE, method="llm", usage=ONCE)
    assert model.asked == [summariser(Scripted()).prompt(made_up_paper())]


def test_an_unfaithful_answer_is_asked_for_again_with_its_faults() -> None:
    model = Scripted(UNFAITHFUL, GOOD)
    assert written(model) == Summary(HEADLINE, SUMMARY, HEADLINE, method="llm", usage=TWICE)
    first, second = model.asked
    assert second.system == first.system
    assert second.text.startswith(first.text)
    told = second.text.removeprefix(first.text)
    assert f"\n- {WRONG_NUMBER}" in told
    assert "<<<ANSWER" in told
    assert "87.4%" in told


def test_an_answer_that_stays_unfaithful_is_kept_and_marked() -> None:
    kept = written(Scripted(UNFAITHFUL, UNFAITHFUL))
    assert "87.4%" in kept.text
    assert len(kept.notes) == 1
    assert kept.notes[0].startswith(WRONG_NUMBER)
    assert kept.notes[0].endswith("(number-not-in-source)")
    assert kept.usage == TWICE


def test_a_fault_of_style_is_asked_for_again_and_told() -> None:
    kept = written(Scripted(answer(f"{HEADLINE}."), answer(f"{HEADLINE}.")))
    assert (kept.headline, kept.notes) == (
        f"{HEADLINE}.",
        ("the headline ends with a full stop",),
    )


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        (UNFAITHFUL, REFUSAL, "87.4%"),
        (REFUSAL, UNFAITHFUL, "87.4%"),
        (UNFAITHFUL, answer(f"{HEADLINE}.", SUMMARY.replace("3.2%", "9.9%")), "87.4%"),
        (answer(f"{HEADLINE}.", SUMMARY.replace("3.2%", "9.9%")), UNFAITHFUL, "87.4%"),
        (UNFAITHFUL, answer(summary=SUMMARY.replace("3.2%", "9.9%")), "9.9%"),
    ],
)
def test_the_better_of_two_answers_is_kept_of_equals_the_later(
    first: str, second: str, kept: str
) -> None:
    assert kept in written(Scripted(first, second)).text


def test_a_first_answer_that_can_be_used_stands_when_the_model_fails_then() -> None:
    kept = written(Scripted(UNFAITHFUL, ModelFailed("the model took longer than 9 seconds")))
    assert "87.4%" in kept.text
    assert kept.notes[1:] == ("asked once more, the model took longer than 9 seconds",)
    assert kept.usage == ONCE


def test_two_answers_that_cannot_be_used_are_a_failure() -> None:
    with pytest.raises(ModelFailed) as caught:
        written(Scripted(REFUSAL, '{"headline": "a"}'))
    assert caught.value.message == (
        "the model's answer cannot be used: it is not a JSON object with "
        '"headline" and "summary" and nothing else'
    )


@pytest.mark.parametrize("answers", [(), (REFUSAL,)])
def test_what_fails_the_model_fails_the_summary(answers: tuple[str, ...]) -> None:
    with pytest.raises(ModelFailed, match="no such model"):
        written(Scripted(*answers, ModelFailed("no such model")))


def test_nothing_is_asked_about_a_title_alone() -> None:
    model, item = Scripted(), replace(made_up_paper(), abstract="")
    assert summariser(model).summarise(item) == Summary("", "", method="llm")
    assert summariser(model).prompt(item) == Prompt("", "")


@pytest.mark.parametrize(("length", "words"), [("short", "20 to 40"), ("long", "75 to 120")])
def test_the_length_asked_for_is_in_the_prompt(length: str, words: str) -> None:
    shown = summariser(Scripted()).prompt(made_up_paper(), length)  # type: ignore[arg-type]  # from a table
    assert f"{words} words" in shown.system


def test_the_prompt_is_the_same_every_time() -> None:
    past = [entry(n, f"A network number {n}") for n in range(9)]
    shown = {summariser(Scripted(), past).prompt(made_up_paper()) for _ in range(3)}
    assert len(shown) == 1


def test_the_curators_own_entries_show_the_voice() -> None:
    machine = entry(3, "By the machine", "Tokens on phones.")
    marks = MachineMarks(text_digest(machine.headline), text_digest(machine.summary))
    past = [
        entry(1, "Poems by a language model"),
        entry(2, "A network that mixes tokens on phones"),
        replace(machine, machine=marks),
        entry(4, "Tokens", ""),
    ]
    system = summariser(Scripted(), past, 1).prompt(made_up_paper()).system
    assert '{"headline": "A network that mixes tokens on phones", ' in system
    assert "Poems" not in system
    both = summariser(Scripted(), past).prompt(made_up_paper()).system
    assert both.index("mixes tokens on phones") < both.index("Poems")
    assert "By the machine" not in both
    assert "voice" not in summariser(Scripted(), past, 0).prompt(made_up_paper()).system


def test_the_past_is_read_once_and_only_when_it_is_wanted() -> None:
    read: list[int] = []

    def past() -> list[Entry]:
        read.append(1)
        return []

    made = LlmSummariser(Scripted(GOOD, GOOD), PromptFile("summary.md.j2"), past, 4)
    assert read == []
    for _ in range(2):
        made.summarise(made_up_paper())
    assert read == [1]
