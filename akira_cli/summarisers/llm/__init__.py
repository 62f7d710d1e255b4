"""Headlines and summaries by a language model, through the `llm` package of the `llm` extra.

https://llm.datasette.io: any model of it and of its plug-ins, near or far.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from akira_cli.core.models import Entry
from akira_cli.core.settings import Settings
from akira_cli.ports import Summariser

if TYPE_CHECKING:
    from akira_cli.ports.language import FactChecker, LanguageModel


def build(settings: Settings, past: Callable[[], Sequence[Entry]]) -> Summariser:
    """The summariser; nothing is asked, loaded or read before the first text is wanted."""
    from akira_cli.summarisers.llm.prompt import PromptFile
    from akira_cli.summarisers.llm.writing import LlmSummariser

    prompt = PromptFile("summary.md.j2", settings.prompts)
    return LlmSummariser(_model(settings), prompt, past, settings.summaries.examples)


def build_checker(settings: Settings) -> FactChecker:
    """What asks the same model whether a text says only what its sources say."""
    from akira_cli.summarisers.llm.checking import LlmChecker
    from akira_cli.summarisers.llm.prompt import PromptFile

    return LlmChecker(_model(settings), PromptFile("checking.md.j2", settings.prompts))


def _model(settings: Settings) -> LanguageModel:
    """The model of the settings; offline it is never asked, as none can be told to be near."""
    from akira_cli.summarisers.llm.process import ModelProcess, NotAsked

    name = settings.summaries.model
    if settings.network.offline:
        return NotAsked(name)
    return ModelProcess(name, settings.summaries.timeout)
