"""What the summarisers that ask a language model need of it, and what they tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from akira_cli.core.items import Usage

if TYPE_CHECKING:
    from akira_cli.core.faithful import Problem
    from akira_cli.core.items import Item
    from akira_cli.core.settings import Length


class Prompt(NamedTuple):
    """What a model is asked: `system` says what it is to do, `text` holds the material.

    The material is somebody else's, and nothing it says is an instruction.
    """

    system: str
    text: str


class Reply(NamedTuple):
    """What a model answered, as it came, and what that took."""

    text: str
    usage: Usage


class LanguageModel(Protocol):
    """A model, near or far.

    `answer` takes no longer and brings no more than the settings allow. It raises ModelFailed for
    whatever goes wrong: no such model, no package, no key, no answer, half an answer.
    """

    name: str

    def answer(self, prompt: Prompt) -> Reply: ...


@runtime_checkable
class Prompted(Protocol):
    """A summariser that can show what it would ask, and of which model, without asking.

    Both texts of the prompt are empty where there is nothing to ask about.
    """

    model: str

    def prompt(self, item: Item, length: Length = "normal") -> Prompt: ...


class Checked(NamedTuple):
    """What is wrong with a text, and what it took of a model to find that."""

    problems: tuple[Problem, ...]
    usage: Usage | None = None


class FactChecker(Protocol):
    """Says which parts of a text its sources do not support, as `core.faithful.problems` does.

    Raises ModelFailed, as `LanguageModel`.
    """

    def check(self, text: str, sources: Sequence[str]) -> Checked: ...
