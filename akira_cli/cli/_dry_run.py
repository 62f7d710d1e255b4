"""What a language model would be asked, and about what that would take; nothing is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.cli._output import counted, data, emit_json, note
from akira_cli.cli._report import report, tell_origins
from akira_cli.cli._summaries import price
from akira_cli.core.errors import Refused, UsageError

if TYPE_CHECKING:
    from akira_cli.core.items import Item, Usage
    from akira_cli.core.settings import Length, SummarySettings
    from akira_cli.ports import LookUp
    from akira_cli.ports.language import Prompt, Prompted
    from akira_cli.wiring import Adapters
    from akira_cli.wiring.summarisers import Summarisers

CHARACTERS_A_TOKEN = 4
"""A rule of thumb for English: https://help.openai.com/en/articles/4936856"""
_TOKENS_A_WORD = 4 / 3  # the same page
_TOKENS_OF_THE_FORM = 15
"""Braces, keys and quotes around headline and summary."""


class Asked(NamedTuple):
    """What shows the prompts, and the settings that say of which model and at what price."""

    prompted: Prompted
    settings: SummarySettings


def asked_by(summarisers: Summarisers, method: str | None) -> Asked:
    """What a method asks; raises UsageError for one that asks no model."""
    prompted = summarisers.prompted(method)
    settings = summarisers.settings.summaries
    if prompted is None:
        raise UsageError(
            f"method '{method or settings.method}' asks no model, so there is no prompt to show",
            "--method llm asks one",
        )
    return Asked(prompted, settings)


def show_prompts_for(
    adapters: Adapters,
    references: Sequence[str],
    look_up: LookUp,
    method: str | None,
    length: Length,
    as_json: bool,
) -> int:
    """Print the prompts for what the references lead to; nothing is added to a draft.

    Returns the exit code; raises as `asked_by`.
    """
    from akira_cli.ports import Found
    from akira_cli.workflows.fetch import fetch

    asked = asked_by(adapters.summarisers, method)
    outcomes = list(fetch(references, recognise=adapters.recognise, look_up=look_up))
    found = [one for one in outcomes if isinstance(one, Found)]
    refused = [one for one in outcomes if isinstance(one, Refused)]
    tell_origins((one.item.reference.id, one.origin, one.because) for one in found)
    show_prompts([one.item for one in found], asked, length, as_json, refused)
    return report(refused, as_json)


def show_prompts(
    items: Iterable[Item],
    asked: Asked,
    length: Length,
    as_json: bool,
    refused: Sequence[Refused] = (),
) -> None:
    """Print the prompts for items word for word on stdout, and what they would take on stderr."""
    rows = [(_name(item), asked.prompted.prompt(item, length)) for item in items]
    if as_json:
        facts = [_facts(name, prompt, asked, length) for name, prompt in rows]
        emit_json({"model": asked.prompted.model, "prompts": facts, "failed": refused})
        return
    for name, prompt in rows:
        if not prompt.text:
            note(f"{name}: has no text to go by, so nothing is asked")
            continue
        data(f"--- {name}: system\n{prompt.system}\n--- {name}: text\n{prompt.text}\n")
    _tell(rows, asked, length)


def estimate(prompt: Prompt, length: Length) -> Usage:
    """About how many tokens a prompt and its answer have; how long that takes nobody can tell."""
    from akira_cli.core.items import Usage
    from akira_cli.core.lengths import HEADLINE_WORDS, WORDS

    if not prompt.text:
        return Usage(0, 0, 0.0)
    _, most = WORDS[length]
    read = -(-(len(prompt.system) + len(prompt.text)) // CHARACTERS_A_TOKEN)
    written = round((HEADLINE_WORDS + most) * _TOKENS_A_WORD) + _TOKENS_OF_THE_FORM
    return Usage(read, written, 0.0)


def _name(item: Item) -> str:
    return item.reference.versioned_id or item.title or "text"


def _facts(name: str, prompt: Prompt, asked: Asked, length: Length) -> dict[str, object]:
    about = estimate(prompt, length)
    return {
        "item": name,
        "system": prompt.system,
        "text": prompt.text,
        "input_tokens": about.input_tokens,
        "output_tokens": about.output_tokens,
        "cost": price(about, asked.settings),
    }


def _tell(rows: Sequence[tuple[str, Prompt]], asked: Asked, length: Length) -> None:
    about = [estimate(prompt, length) for _, prompt in rows if prompt.text]
    if not about:
        return
    total = sum(about[1:], start=about[0])
    cost = price(total, asked.settings)
    model = f"'{asked.prompted.model}'" if asked.prompted.model else "llm's default model"
    note(
        f"{model} would be asked {counted(len(about), 'time', 'times')}: "
        f"about {total.input_tokens} tokens in, {total.output_tokens} out"
        + (f", cost {cost}" if cost else "")
        + "; where an answer has faults, more than as much again"
    )
