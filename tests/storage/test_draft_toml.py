from __future__ import annotations

from datetime import date

import pytest

from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import Draft
from akira_cli.core.page import Card
from akira_cli.storage.draft_toml import load
from tests.storage.sample_drafts import COMMENTED, NAME

HEAD = 'format = 1\nlabel = "x"\n'
ENTRY = HEAD + '\n[[entries]]\nid = "a"\nsection = "papers"\nurl = "https://example.com"\n'


def read(text: str) -> Draft:
    return load(text.encode(), NAME)


def test_everything_a_person_may_write_is_read() -> None:
    draft = read(COMMENTED)
    assert (draft.number, draft.label, draft.date) == (34, "Issue #34", date(2021, 11, 13))
    assert [entry.id for entry in draft.entries] == ["2110.02178", "a-blog", "third"]
    assert draft.entries[0].summary.endswith("# no comment, but text\n[[entries]]")
    assert draft.entries[1].summary == "Written by hand."
    assert draft.entries[1].card == Card("A post", domain="example.com")


def test_a_draft_with_a_number_needs_no_label() -> None:
    assert read("format = 1\nnumber = 7\n").label == "Issue #7"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('label = "x"\n', "1: format is missing"),
        ('label = "x"\nformat = 2', "2: format 2 is newer than 1, the newest known here"),
        ("format = 0", "1: format must be 1, not 0"),
        ("format = 1.0", "1: format must be an integer, not a decimal number"),
        ("format = true", "1: format must be an integer, not true or false"),
        ("format = 1", "1: label is missing"),
        ("format = 1\nlabel = 3", "2: label must be a string, not an integer"),
        (HEAD + "number = -1", "3: number must be 0 or more, not -1"),
        (HEAD + f"number = 0x{'f' * 5000}", f"3: number must be below {2**63}"),
        (HEAD + f"number = {'9' * 5000}", "3:10: not valid TOML: an integer of 5000 char"),
        (f"format = 0x{'f' * 5000}", f"1: format must be below {2**63}"),
        (ENTRY + f"[entries.paper]\nversion = 0o{'7' * 6000}", "9: paper.version must be below"),
        (HEAD + 'date = "2021-11-13"', "3: date must be a date, not a string"),
        (HEAD + "date = 2021-11-13 20:00:00", "3: date must be a date, not a date with a time"),
        (HEAD + "language = 1", "3: language must be a string, not an integer"),
        (HEAD + 'status = "done"', "3: status must be 'draft' or 'published', not 'done'"),
        (HEAD + 'preamble = "a"', "3: preamble must be an array, not a string"),
        (
            HEAD + 'preamble = ["a",\n2]',
            "3: preamble must be an array of strings; one of them is an integer",
        ),
        (HEAD + "[[highlights]]\ngroup = 'a'", "3: text is missing"),
        (HEAD + "[highlights]\ntext = 'a'", "3: highlights must be an array, not a table"),
        (HEAD + "entries = [1]", "3: entries must be tables, written as [[entries]]"),
        (HEAD + "\n# c\n[[entries]]\n", "5: id is missing"),
        (ENTRY.replace('"a"', '" "'), "5: id must not be empty"),
        (ENTRY.replace("section", "part"), "4: section is missing"),
        (ENTRY.replace("url", "link"), "4: url is missing"),
        (ENTRY + "headline = 3", "8: headline must be a string, not an integer"),
        (ENTRY + "domain = 'x'", "8: domain must be true or false, not a string"),
        (ENTRY + "pending = 1", "8: pending must be true or false, not an integer"),
        (ENTRY + "machine = 7", "8: machine must be a table, not an integer"),
        (ENTRY + "[entries.paper]\nversion = 0", "9: paper.version must be 1 or more, not 0"),
        (ENTRY + "[entries.card]\n", "8: card.title is missing"),
        (ENTRY + "figure.alt = 'x'", "4: figure.file is missing"),
        (ENTRY + "[entries.figure]\nalt = 'x'\nfile = ''", "10: figure.file must not be empty"),
        (ENTRY + "[entries.figure]\nfile = '  '", "9: figure.file must not be empty"),
        (
            HEAD + f"status = '{'x' * 99}'",
            f"3: status must be 'draft' or 'published', not '{'x' * 59}…'",
        ),
        (HEAD + f"number = 0x{'f' * 4000}", "3: number must be below"),
        (
            HEAD + f"[style]\ngroup_level = 0x{'f' * 4000}",
            f"4: [style] group_level must be 0, 1, 2 or 3, not '0x{'f' * 57}…'",
        ),
        (ENTRY + ENTRY[len(HEAD) :], "10: id 'a' is taken by the entry on line 5"),
        (HEAD + "x = \n", "3:5: not valid TOML: invalid value"),
    ],
)
def test_what_is_wrong_is_named_with_file_line_and_key(text: str, message: str) -> None:
    with pytest.raises(InvalidFile) as raised:
        read(text)
    assert raised.value.message.startswith(f"drafts/{NAME}.toml:{message}")


OWN = "a key of your own needs another name"
TABLES = """
[entries.machine]
headline = "00000000"
[entries.paper]
version = 2
[entries.card]
title = "T"
[entries.figure]
file = "figures/a.png"
"""


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        (HEAD + "toc_intr = 'x'", "3: toc_intr", "toc_intro"),
        (HEAD + "lable = 'y'\ntitel = 'x'", "4: titel", "title"),
        (HEAD + "mood = 'good'\n\n[stile]\ndomain = false", "5: stile", "style"),
        (HEAD + "[[entry]]\nid = 'a'\n[[highlight]]\ntext = 'a'", "5: highlight", "highlights"),
        (HEAD + "[[trailers]]\nuse = 'a'", "3: trailers", "trailer"),
        (HEAD + "[[highlights]]\ntext = 'a'\n[[highlights]]\ntxt = 'b'", "6: txt", "text"),
        (ENTRY.replace("section", "sektion"), "6: sektion", "section"),
        (ENTRY + "headin = true", "8: headin", "heading"),
        (ENTRY + "Summary = 'x'", "8: Summary", "summary"),
        (ENTRY + "[entries.figures]\nfile = 'a'", "8: figures", "figure"),
        (ENTRY + "machine = { sumary = 'x' }", "8: machine.sumary", "summary"),
        (ENTRY + "[entries.paper]\nauthor = ['A']", "9: paper.author", "authors"),
        (ENTRY + "card = { title = 'T', descripton = 'D' }", "8: card.descripton", "description"),
        (ENTRY + "[entries.figure]\nfile = 'a'\ncapton = 'C'", "10: figure.capton", "caption"),
    ],
)
def test_a_slip_of_the_pen_is_told_with_the_key_that_was_likely_meant(
    text: str, message: str, meant: str
) -> None:
    with pytest.raises(InvalidFile) as raised:
        read(text)
    assert raised.value.message == f"drafts/{NAME}.toml:{message} is not a known key"
    assert raised.value.hint == f"did you mean '{meant}'? {OWN}"


@pytest.mark.parametrize("key", ["mood", "rating", "reviewer", "notes", "tags", "via", "x", ""])
def test_keys_of_a_persons_own_may_stand_in_every_table(key: str) -> None:
    own = f"'{key}' = 'mine'\n"
    text = ENTRY.replace("[[entries", f"{own}[[highlights]]\ntext = 'a'\n{own}[[entries")
    assert read(text + own + TABLES.replace("]\n", f"]\n{own}")) == read(
        ENTRY.replace("[[entries", "[[highlights]]\ntext = 'a'\n[[entries") + TABLES
    )


def test_a_key_near_one_that_is_there_is_a_persons_own() -> None:
    draft = read(ENTRY + "headline = 'H'\nheadlines = ['G', 'H']\n")
    assert draft.entries[0].headline == "H"


def test_bytes_that_are_not_utf_8_are_refused_with_their_line() -> None:
    with pytest.raises(InvalidFile, match=rf"{NAME}\.toml:2: this is not UTF-8 text"):
        load(b"format = 1\nlabel = '\xe9'\n", NAME)
