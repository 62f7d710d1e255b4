"""How `add` and `refresh` have first texts written, and what they tell of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.items import Item, Reference, Summary, Usage
from akira_cli.core.settings import Length
from akira_cli.storage.library import SqliteLibrary
from akira_cli.wiring import Adapters
from tests.cli.command_line import Akira
from tests.fakes import paper

NOTES = ("it says '5 GB'", "it is long")


class Scribe:
    """Writes what it was asked for; `notes` and `usage` are told of every text."""

    name = "scribe"

    def __init__(self) -> None:
        self.asked: list[tuple[str, Length]] = []
        self.methods: list[str | None] = []
        self.notes: tuple[str, ...] = ()
        self.usage: Usage | None = None

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        self.asked.append((item.reference.id, length))
        written = Summary(f"On {item.title}", f"A {length} text.")
        return replace(written, notes=self.notes, usage=self.usage)


@pytest.fixture
def scribe(begun: Akira, monkeypatch: pytest.MonkeyPatch) -> Scribe:
    """What writes the texts of a command line with an empty draft and two papers known."""
    made = Scribe()

    def summariser(_adapters: Adapters, method: str | None = None) -> Scribe:
        made.methods.append(method)
        return made

    monkeypatch.setattr(Adapters, "summariser", summariser)
    for name in ("2110.00001", "2110.00002"):
        SqliteLibrary(begun.folder).keep(Reference("arxiv", name), paper(name, f"Paper {name}"))
    return made


def pending(akira: Akira) -> None:
    """Keep a placeholder, of a paper that becomes known afterwards."""
    akira.done("add 2110.00003 --pending")
    SqliteLibrary(akira.folder).keep(Reference("arxiv", "2110.00003"), paper("2110.00003"))


@pytest.mark.parametrize("length", ["short", "normal", "long"])
def test_add_hands_the_length_on(begun: Akira, scribe: Scribe, length: Length) -> None:
    begun.done(f"add 2110.00001 --no-figure --length {length}")
    assert scribe.asked == [("2110.00001", length)]
    assert f"A {length} text." in begun.draft().read_text()


@pytest.mark.parametrize("length", ["short", "normal", "long"])
def test_refresh_hands_the_length_on(begun: Akira, scribe: Scribe, length: Length) -> None:
    pending(begun)
    begun.done(f"refresh --length {length}")
    assert scribe.asked == [("2110.00003", length)]
    assert f"A {length} text." in begun.draft().read_text()


@pytest.mark.parametrize("command", ["add 2110.00001 --no-figure", "refresh"])
def test_the_length_of_the_workspace_is_the_default(
    begun: Akira, scribe: Scribe, command: str
) -> None:
    pending(begun)
    config = begun.folder / "config.toml"
    config.write_text(config.read_text().replace("[summaries]\n", '[summaries]\nlength = "long"\n'))
    begun.done(command)
    assert [length for _, length in scribe.asked] == ["long"]


@pytest.mark.parametrize("command", ["add 2110.00001", "refresh"])
def test_a_length_that_is_none_is_told(begun: Akira, scribe: Scribe, command: str) -> None:
    screen = begun(f"{command} --length tiny")
    assert (screen.code, screen.stdout) == (2, "")
    assert "'tiny' is not one of 'short', 'normal', 'long'" in screen.stderr
    assert scribe.asked == []


def test_both_texts_given_by_hand_ask_nobody(begun: Akira, scribe: Scribe) -> None:
    begun.done("add 2110.00001 --no-figure --headline Foo --summary 'It is.'")
    assert scribe.asked == []


@pytest.mark.parametrize("own", ["--headline Foo", "--summary 'It is.'"])
def test_one_text_given_by_hand_has_the_other_written(
    begun: Akira, scribe: Scribe, own: str
) -> None:
    begun.done(f"add 2110.00001 --no-figure {own}")
    assert scribe.asked == [("2110.00001", "normal")]


def test_a_note_is_told_once_with_all_it_is_about(begun: Akira, scribe: Scribe) -> None:
    scribe.notes = NOTES
    screen = begun("add 2110.00001 2110.00002 --no-figure")
    assert screen.code == 0
    assert screen.stderr.splitlines() == [f"note: 2110.00001, 2110.00002: {note}" for note in NOTES]


def test_what_the_texts_took_is_told_together(begun: Akira, scribe: Scribe) -> None:
    scribe.usage = Usage(100, 20, 1.25)
    screen = begun("add 2110.00001 2110.00002 --no-figure")
    assert screen.stderr == "note: the model: 200 tokens in, 40 out, 2.5 s\n"


def test_what_they_cost_is_told_where_there_are_prices(begun: Akira, scribe: Scribe) -> None:
    config = begun.folder / "config.toml"
    prices = '[summaries]\nmodel = "m1"\ninput_price = 2.0\noutput_price = 10.0\n'
    config.write_text(config.read_text().replace("[summaries]\n", prices))
    scribe.usage = Usage(100_000, 20_000, 1.0)
    screen = begun("add 2110.00001 --no-figure")
    assert screen.stderr == "note: m1: 100000 tokens in, 20000 out, 1.0 s, cost 0.4000\n"


def test_refresh_tells_notes_and_usage_too(begun: Akira, scribe: Scribe) -> None:
    pending(begun)
    scribe.notes, scribe.usage = NOTES, Usage(100, 20, 1.0)
    told = begun("refresh").stderr.splitlines()
    assert told[-3:] == [
        *(f"note: 2110.00003: {note}" for note in NOTES),
        "note: the model: 100 tokens in, 20 out, 1.0 s",
    ]


def test_json_has_notes_and_usage(begun: Akira, scribe: Scribe) -> None:
    scribe.notes, scribe.usage = NOTES, Usage(100, 20, 1.0)
    [added] = begun("add 2110.00001 --no-figure --json").json["added"]
    assert added["notes"] == list(NOTES)
    assert added["usage"] == {"input_tokens": 100, "output_tokens": 20, "seconds": 1.0}


def test_where_no_model_was_asked_nothing_is_told(begun: Akira, scribe: Scribe) -> None:
    assert begun("add 2110.00001 --no-figure").stderr == ""
    assert len(scribe.asked) == 1


@pytest.mark.parametrize("command", ["add 2110.00001 --no-figure", "refresh"])
def test_the_method_is_handed_on(begun: Akira, scribe: Scribe, command: str) -> None:
    pending(begun)
    begun.done(f"{command} --method other")
    begun.done("refresh")
    assert scribe.methods[-2:] == ["other", None]
