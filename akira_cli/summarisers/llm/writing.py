"""Headline and summary by a language model: asked, checked, asked once more, or given up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property

from akira_cli.core.errors import ModelFailed
from akira_cli.core.faithful import read_source
from akira_cli.core.items import Item, Summary, Usage
from akira_cli.core.lengths import HEADLINE_WORDS, WORDS
from akira_cli.core.line_breaks import on_one_line
from akira_cli.core.models import Entry
from akira_cli.core.nearest_entries import NearestEntries
from akira_cli.core.plain_words import plain_words
from akira_cli.core.settings import Length
from akira_cli.ports.language import LanguageModel, Prompt
from akira_cli.summarisers.llm.judging import Task, Tried, better, judged, told_of
from akira_cli.summarisers.llm.material import Material, clean, fence_for, fenced, material_of
from akira_cli.summarisers.llm.prompt import PromptFile

_LONGEST_REPEATED = 3_000
"""Characters of an answer that are shown to the model again."""
_LONGEST_FAULT = 300


class LlmSummariser:
    """Implements `ports.Summariser` and `ports.language.Prompted`.

    `past` gives the curator's own entries, `examples` is how many of them the model is shown.
    """

    name = "llm"

    def __init__(
        self,
        model: LanguageModel,
        prompt: PromptFile,
        past: Callable[[], Sequence[Entry]],
        examples: int,
    ) -> None:
        self.model = model.name
        self._language_model = model
        self._file = prompt
        self._past = past
        self._examples = examples

    def prompt(self, item: Item, length: Length = "normal") -> Prompt:
        """See `ports.language`; raises InvalidFile for a prompt of the curator's that is broken."""
        material = material_of(item)
        return self._first(self._values(item, length, material)) if material else Prompt("", "")

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        """The better of at most two answers, what is wrong with it in its notes.

        Raises ModelFailed when neither can be used, InvalidFile as `prompt`.
        """
        material = material_of(item)
        if not material:
            return Summary("", "", method=self.name)
        task = Task(item.title, length, material, read_source(material.evidence))
        values = self._values(item, length, material)
        prompt = self._first(values)
        reply = self._language_model.answer(prompt)
        first = judged(reply.text, task)
        if not first.faults:
            return self._summary(first, material, reply.usage)
        try:
            second_reply = self._language_model.answer(self._again(prompt, first, values))
        except ModelFailed as failed:
            told = (*first.faults, f"asked once more, {failed.message}")
            return self._summary(first._replace(faults=told), material, reply.usage)
        chosen = better(first, judged(second_reply.text, task))
        return self._summary(chosen, material, reply.usage + second_reply.usage)

    @cached_property
    def _own_entries(self) -> NearestEntries:
        return NearestEntries(self._past())

    def _values(self, item: Item, length: Length, material: Material) -> dict[str, object]:
        """What the prompt may use."""
        near = self._own_entries.to(item, self._examples) if self._examples else ()
        fewest, most = WORDS[length]
        word = fence_for(text for _, text in material.parts)
        return {
            "length": length,
            "fewest": fewest,
            "most": most,
            "headline_words": HEADLINE_WORDS,
            # without their Markdown, which the model is not to imitate
            "examples": [
                {"headline": on_one_line(one.headline), "summary": plain_words(one.summary)}
                for one in near
            ],
            "material": fenced("MATERIAL", material.parts, word),
            "fence": word,
        }

    def _first(self, values: dict[str, object]) -> Prompt:
        return Prompt(self._file.render("system", values), self._file.render("text", values))

    def _again(self, prompt: Prompt, first: Tried, values: dict[str, object]) -> Prompt:
        """The same, with the first answer and its faults."""
        said = clean(first.text, _LONGEST_REPEATED) or "(nothing)"
        more = {
            "answer": fenced("ANSWER", (("answer", said),), fence_for((said,))),
            "faults": [clean(each, _LONGEST_FAULT) for each in first.faults],
        }
        return prompt._replace(
            text=f"{prompt.text}\n\n{self._file.render('again', {**values, **more})}"
        )

    def _summary(self, chosen: Tried, material: Material, usage: Usage) -> Summary:
        notes = (*told_of(material.planted), *chosen.faults)
        if chosen.answer is None:
            why = "; ".join(reversed(notes))
            raise ModelFailed(f"the model's answer cannot be used: {why}", usage=usage)
        headline, summary = chosen.answer
        # the headline is a claim already: a third text would be one more to check
        return Summary(headline, summary, headline, method=self.name, notes=notes, usage=usage)
