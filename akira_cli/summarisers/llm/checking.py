"""Which claims of a text its sources do not support, by a language model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from akira_cli.answers.one_line import one_line
from akira_cli.core.errors import ModelFailed
from akira_cli.core.faithful import Problem, ProblemId
from akira_cli.ports.language import Checked, LanguageModel, Prompt
from akira_cli.summarisers.llm.answer import UnusableAnswer, object_in
from akira_cli.summarisers.llm.material import LONGEST_TEXT, clean, fence_for, fenced
from akira_cli.summarisers.llm.prompt import PromptFile

KINDS: tuple[ProblemId, ...] = get_args(ProblemId)
MOST_PROBLEMS = 50
_LONGEST_WHY = 200


class LlmChecker:
    """Implements `ports.language.FactChecker`; raises ModelFailed when no answer can be used."""

    def __init__(self, model: LanguageModel, prompt: PromptFile) -> None:
        self._model = model
        self._file = prompt

    def check(self, text: str, sources: Sequence[str]) -> Checked:
        """See `ports.language`; the problems stand in the order of the text."""
        reply = self._model.answer(self.prompt(text, sources))
        try:
            return Checked(read_problems(reply.text, text), reply.usage)
        except UnusableAnswer as fault:
            why = f"the model's answer cannot be used: {fault}"
            raise ModelFailed(why, usage=reply.usage) from fault

    def prompt(self, text: str, sources: Sequence[str]) -> Prompt:
        """What is asked of a text."""
        cleaned = [clean(source, LONGEST_TEXT) for source in sources]
        parts = [("text", clean(text, LONGEST_TEXT)), *(("source", one) for one in cleaned if one)]
        word = fence_for(part for _, part in parts)
        values = {"material": fenced("MATERIAL", parts, word), "fence": word}
        return Prompt(self._file.render("system", values), self._file.render("text", values))


def read_problems(answer: str, text: str) -> tuple[Problem, ...]:
    """The problems in an answer; those of no known kind, or about words that the text does not
    have, are left out. Raises UnusableAnswer for another shape."""
    listed = object_in(answer, "problems")["problems"]
    if not isinstance(listed, list) or len(listed) > MOST_PROBLEMS:
        raise UnusableAnswer(f"its problems are no list of {MOST_PROBLEMS} at most")
    found = (_problem(one, text) for one in listed)
    unlike = dict.fromkeys(problem for problem in found if problem is not None)
    return tuple(sorted(unlike, key=lambda each: (each.start, each.end)))


def _problem(said: object, text: str) -> Problem | None:
    if not isinstance(said, dict) or said.get("id") not in KINDS:
        return None
    words, why = said.get("text"), said.get("why")
    if not isinstance(words, str) or not words or not isinstance(why, str) or words not in text:
        return None
    start = text.index(words)
    told = one_line(why)[:_LONGEST_WHY] or "the model gives no reason"
    return Problem(said["id"], words, start, start + len(words), told)
