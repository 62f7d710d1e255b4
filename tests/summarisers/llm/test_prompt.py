"""Prompts are files, and the curator's go first, block by block."""

from __future__ import annotations

from pathlib import Path

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.summarisers.llm.prompt import SHIPPED, PromptFile


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The curator's prompt for a summary, still to be written."""
    folder = tmp_path / "prompts"
    folder.mkdir()
    return folder / "summary.md.j2"


def rendered(own: Path, block: str = "text") -> str:
    """A block of it, with all it may know."""
    values = {"material": "<<<it>>>", "fence": "F", "fewest": 4, "most": 7, "headline_words": 9}
    more = {"examples": [], "length": "short", "answer": "no", "faults": ["wrong"]}
    return PromptFile(own.name, str(own.parent)).render(block, {**values, **more})


def test_without_a_file_of_ones_own_the_shipped_one_is_used(own: Path) -> None:
    assert rendered(own, "system").startswith("You write entries of a newsletter")
    assert rendered(own).startswith("<<<it>>>")
    assert "- wrong\n" in rendered(own, "again")
    own.mkdir()
    assert rendered(own).startswith("<<<it>>>")


def test_a_block_of_ones_own_goes_before_the_shipped_one(own: Path) -> None:
    own.write_text("{% block text %}\nAbout <b> & {{ material }}, {{ most }} words\n{% endblock %}")
    assert rendered(own) == "About <b> & <<<it>>>, 7 words"
    assert rendered(own, "system").startswith("You write entries of a newsletter")


def test_a_copy_of_the_shipped_one_changes_nothing(own: Path) -> None:
    before = [rendered(own, block) for block in ("system", "text", "again")]
    own.write_bytes((SHIPPED / own.name).read_bytes())
    assert [rendered(own, block) for block in ("system", "text", "again")] == before


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{% block text %}\n{{ materiel }}{% endblock %}", ":2: 'materiel' is undefined"),
        ("\n\n{% block text %}{% if %}", ":3: "),
        ("{% block text %}{{ 1 / 0 }}{% endblock %}", ":1: division by zero"),
        ("no block at all", ":1: it has none of the blocks system, text, again"),
        (b"{% block text %}\n\xff{% endblock %}", ":2: 'utf-8' codec can't decode"),
    ],
)
def test_a_broken_prompt_is_told_with_its_place(own: Path, text: str | bytes, told: str) -> None:
    own.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(InvalidFile) as caught:
        rendered(own)
    assert caught.value.message.startswith(f"prompts/summary.md.j2{told}")
    assert caught.value.hint.startswith("https://jinja.palletsprojects.com")


def test_every_shipped_prompt_says_what_may_be_used_in_it() -> None:
    for file in SHIPPED.iterdir():
        comment, _, rest = file.read_text().partition("#}")
        assert comment.startswith("{#\nWhat a language model is asked ")
        for name in ("material", "fence"):
            assert name in comment
            assert f"{{{{ {name} }}}}" in rest
