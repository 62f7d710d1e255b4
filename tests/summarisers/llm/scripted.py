"""A model that says what it is told to say."""

from __future__ import annotations

from akira_cli.core.errors import ModelFailed
from akira_cli.core.items import Usage
from akira_cli.ports.language import LanguageModel, Prompt, Reply


class Scripted:
    """Gives its answers in turn, or raises those that are errors; `asked` lists the prompts."""

    name = "scripted"

    def __init__(self, *answers: str | ModelFailed) -> None:
        self._answers = list(answers)
        self.asked: list[Prompt] = []

    def answer(self, prompt: Prompt) -> Reply:
        self.asked.append(prompt)
        said = self._answers.pop(0)
        if isinstance(said, ModelFailed):
            raise said
        return Reply(said, Usage(100, 10, 0.5))


_MODEL: LanguageModel = Scripted()
