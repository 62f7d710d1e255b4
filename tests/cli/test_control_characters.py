"""Text from outside cannot act on the terminal: what controls one is shown, not sent."""

from __future__ import annotations

import re

import pytest

from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import Akira, on_terminal

COLOURED = re.compile(r"\x1b\[[0-9;]*m")
ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
EVIL = "evil \x1b]0;owned\x07 \x1b[2J \x9b31m \x7f \u202e back"
EVIL_IN_TOML = EVIL.encode("unicode_escape").decode().replace("\\x", "\\u00")


@pytest.fixture
def hostile(filled: Akira) -> Akira:
    """A draft with control characters in every text that a person or a source writes."""
    text = filled.draft().read_text()
    for harmless in ("Issue #1", "Light and mobile", "[2110.02178] MobileViT", "It is light."):
        assert harmless in text
        text = text.replace(harmless, f"{harmless} {EVIL_IN_TOML}")
    filled.draft().write_text(text)
    filled.done(["highlight", "add", EVIL])
    return filled


LINES = (
    "draft show",
    "draft list",
    "draft use 1",
    "highlight list",
    "highlight remove 1",
    "move 2110.02178 --section other",
    "approve --all",
    "add 2110.02178",
    "log",
    "export --format markdown",
    "draft show --json",
    "undo",
    "draft publish",
    "remove 2110.02178",
)


@pytest.mark.parametrize("line", LINES)
def test_what_the_draft_holds_is_shown_harmless_in_a_pipe(hostile: Akira, line: str) -> None:
    screen = hostile(line)
    assert screen.code == (1 if line == "add 2110.02178" else 0)
    assert ACTING.findall(screen.stdout + screen.stderr) == []


def test_a_section_that_the_layout_lacks_is_shown_harmless(hostile: Akira) -> None:
    text = hostile.draft().read_text()
    hostile.draft().write_text(text.replace('"papers"', f'"{EVIL_IN_TOML}"'))
    for line in ("draft show", "export --format markdown", "edit 2110.02178"):
        screen = hostile(line)
        assert "\\x1b]0;owned" in screen.stdout + screen.stderr or line.startswith("edit")
        assert ACTING.findall(screen.stdout + screen.stderr) == []


@pytest.mark.parametrize("name", ["markdown", "medium", "json"])
def test_a_document_goes_into_a_pipe_as_it_is_and_harmless_to_a_terminal(
    hostile: Akira, name: str
) -> None:
    path = hostile.done(f"export --format {name}").strip()
    written = (hostile.folder / path).read_text()
    assert hostile.done(f"export --format {name} --output -") == written
    code, screen = on_terminal(f"export --format {name} --output -", hostile.folder)
    assert code == 0
    assert ACTING.findall(COLOURED.sub("", screen)) == []
    assert "\\x9b31m" in screen or name != "json"


@pytest.mark.parametrize("line", ["draft show", "draft list", "move 2110.02178 -s other"])
def test_what_the_draft_holds_is_shown_harmless_on_a_terminal(hostile: Akira, line: str) -> None:
    code, screen = on_terminal(line, hostile.folder)
    assert code == 0
    assert ACTING.findall(COLOURED.sub("", screen)) == []
    assert "\x1b[31m" not in screen


def test_what_a_source_says_is_shown_harmless(begun: Akira) -> None:
    title = "A \x9b31m title \x7f and \u202e back"
    paper = Paper("2101.00001", title=title, authors=(title,), comment=title, abstract=title)
    with ArxivServer([paper]) as server:
        begun.ask(server)
        for line in ("fetch 2101.00001", "add 2101.00001", "draft show", "export -f markdown"):
            screen = begun(line)
            assert screen.code == 0
            assert ACTING.findall(screen.stdout + screen.stderr) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", EVIL],
        ["add", "2110.\n02178"],
        ["add", "2110.02178", "--section", EVIL],
        ["fetch", "https://arxiv.org/abs/\x1b[31m\n2113.02178"],
        ["draft", "use", f"{EVIL}\n"],
        ["draft", "new", "--date", EVIL],
        ["move", EVIL, "--section", "1"],
        ["export", "--format", EVIL],
        [EVIL],
        ["--workspace", EVIL, "draft", "list"],
        ["log", f"--{EVIL}\n"],
    ],
)
def test_what_was_typed_is_told_on_one_harmless_line(begun: Akira, arguments: list[str]) -> None:
    screen = begun(arguments)
    assert screen.code in (1, 2)
    assert screen.stdout == ""
    assert ACTING.findall(screen.stderr) == []
    assert re.fullmatch(r"error: [^\n]+\nhint: [^\n]+\n", screen.stderr)


@pytest.mark.parametrize("text", ["全角　空白", "no\u00a0break", "👩\u200d🔬", "naïve — “quoted”"])
def test_harmless_characters_are_left_as_they_are(begun: Akira, text: str) -> None:
    assert text in begun.done(["highlight", "add", text])
    assert text in begun.done("highlight list")


@pytest.mark.parametrize("line", ["add \udcff", "add \udcff --json", "draft show '\udcff'"])
def test_an_argument_that_is_not_text_is_an_error_like_any_other(begun: Akira, line: str) -> None:
    screen = begun(line)
    assert screen.code == 1
    (screen.stdout + screen.stderr).encode()
