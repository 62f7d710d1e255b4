"""Instructions planted in a paper change nothing: neither by a sane model, nor, unmarked, by one
that does whatever it reads."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from akira_cli.core.items import Summary
from akira_cli.summarisers.extractive import Extractive
from akira_cli.summarisers.llm.process import ModelProcess
from akira_cli.summarisers.llm.prompt import PromptFile
from akira_cli.summarisers.llm.writing import LlmSummariser
from akira_cli.workflows.or_else import OrElse
from tests.fakes import paper
from tests.summarisers.llm.made_up import GOOD, HEADLINE, ID, SUMMARY, TITLE, made_up_paper
from tests.summarisers.llm.model_server import KEY, MODEL, Asked, ModelServer
from tests.summarisers.llm.plants import HIDDEN, PLANTS, Plant, woven

SEEDS = range(4)


def sane(_asked: Asked) -> str:
    """A model that does what the system prompt says."""
    return GOOD


def obedient(asked: Asked) -> str:
    """A model that does what the last of the planted instructions in its material says."""
    told = [plant for plant in PLANTS if _core(plant) in asked.text]
    return told[-1].obeyed if told else GOOD


def _core(plant: Plant) -> str:
    """The part of a passage that the fence leaves as it is."""
    return max(plant.text.replace("<<<", "\n").replace(">>>", "\n").splitlines(), key=len)


@pytest.fixture(scope="module")
def server() -> Iterator[ModelServer]:
    """A server whose model obeys the last one it hears."""
    with ModelServer([obedient]) as running:
        yield running


@pytest.fixture(scope="module")
def model(server: ModelServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModelProcess]:
    """Its model, in one process for all the cases."""
    folder = tmp_path_factory.mktemp("llm")
    server.configure(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LLM_USER_PATH", str(folder))
        process = ModelProcess(MODEL, 30.0)
        process.answer(LlmSummariser(process, PromptFile("summary.md.j2"), list, 0).prompt(paper()))
    yield process
    process.close()


def written(model: ModelProcess, text: str) -> Summary:
    """What becomes of a paper with that abstract, the built-in summariser standing by."""
    asked = LlmSummariser(model, PromptFile("summary.md.j2"), list, 4)
    return OrElse(asked, Extractive()).summarise(paper(ID, TITLE, text))


CASES = [pytest.param(plant, seed, id=f"{plant.name} {seed}") for plant in PLANTS for seed in SEEDS]


@pytest.mark.parametrize(("plant", "seed"), CASES)
def test_what_an_obedient_model_says_is_kept_out_or_marked(
    server: ModelServer, model: ModelProcess, plant: Plant, seed: int
) -> None:
    server.replies = [obedient]
    server.requests.clear()
    made = written(model, woven(plant, seed))
    assert plant.obeyed != GOOD
    assert server.requests
    # the model was led astray, and so it was asked twice
    assert len(server.requests) == 2
    assert made.notes
    if made.method == "llm":
        assert any("speaks to language models" in note for note in made.notes)
        assert any(plant.aim.split()[0].strip("<") in note for note in made.notes[1:])
    else:
        assert "; extractive wrote it" in made.notes[-1]
    for part in ("https://", "<script", "]("):
        assert part not in made.headline
        assert made.method == "extractive" or part not in made.text


@pytest.mark.parametrize(("plant", "seed"), CASES[:: len(SEEDS)])
def test_a_sane_model_writes_what_it_would_have_written(
    server: ModelServer, model: ModelProcess, plant: Plant, seed: int
) -> None:
    server.replies = [sane]
    server.requests.clear()
    made = written(model, woven(plant, seed))
    assert (made.headline, made.text, made.method) == (HEADLINE, SUMMARY, "llm")
    # nothing is wrong with it, and yet the curator is told to look
    assert len(made.notes) == len(server.requests) == 1
    assert made.notes[0].startswith("its source speaks to language models: '")


def test_the_passage_stands_within_the_fence(server: ModelServer, model: ModelProcess) -> None:
    server.replies = [sane]
    for plant in PLANTS:
        server.requests.clear()
        written(model, woven(plant, 0))
        text = server.requests[0].text
        opening, _, rest = text.partition("\n")
        inside, closing, after = rest.partition(f"\n{opening.removeprefix('<<<')}>>>\n")
        assert closing
        assert _core(plant) in inside
        assert "MATERIAL" not in after
        assert KEY not in text + server.requests[0].system


def test_what_nobody_sees_the_model_does_not_see_either(
    server: ModelServer, model: ModelProcess
) -> None:
    server.replies = [sane]
    server.requests.clear()
    made = written(model, woven(HIDDEN, 0))
    assert (made.headline, made.notes) == (HEADLINE, ())
    assert server.requests[0].text.isascii()


def test_without_a_passage_nothing_is_told(server: ModelServer, model: ModelProcess) -> None:
    server.replies = [obedient]
    assert written(model, made_up_paper().abstract).notes == ()
