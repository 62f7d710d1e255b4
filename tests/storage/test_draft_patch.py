from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import (
    Draft,
    Entry,
    Figure,
    Highlight,
    MachineMarks,
    PaperFacts,
    text_digest,
)
from akira_cli.core.page import Card
from akira_cli.storage.draft_patch import new_file, patch, settled
from akira_cli.storage.draft_toml import load
from akira_cli.storage.toml_blocks import split
from tests.storage.sample_drafts import COMMENTED, NAME, entry

DIGEST = text_digest("They propose a network. It is small.")
FULL = Draft(
    name=NAME,
    label="Issue #34",
    number=34,
    date=date(2021, 11, 13),
    highlights=(Highlight("Small is [enough](https://example.com)."),),
    entries=(
        Entry(
            id="2110.02178",
            section="papers",
            url="https://arxiv.org/abs/2110.02178",
            headline='A "fast" network',
            title="[2110.02178] MobileViT",
            summary="They propose a network.\nIt is small.",
            machine=MachineMarks(summary=DIGEST),
            pending=True,
            show_domain=False,
            paper=PaperFacts(("Sachin Mehta",), date(2021, 10, 5), ("cs.CV", "cs.AI"), 2),
            card=Card("MobileViT", "A repository", "github.com", "https://github.com"),
            figure=Figure("figures/2110.02178.png", "Two curves", "Figure 1"),
        ),
    ),
)
FULL_TEXT = f'''\
format = 1
number = 34
label = "Issue #34"
date = 2021-11-13
language = "en"
status = "draft"

[[highlights]]
group = "featured"
text = "Small is [enough](https://example.com)."

[[entries]]
id = "2110.02178"
section = "papers"
url = "https://arxiv.org/abs/2110.02178"
headline = "A \\"fast\\" network"
title = "[2110.02178] MobileViT"
summary = """
They propose a network.
It is small.
"""
domain = false
pending = true
machine = {{ summary = "{DIGEST}" }}

[entries.paper]
authors = ["Sachin Mehta"]
published = 2021-10-05
categories = ["cs.CV", "cs.AI"]
version = 2

[entries.card]
title = "MobileViT"
description = "A repository"
domain = "github.com"
url = "https://github.com"

[entries.figure]
file = "figures/2110.02178.png"
alt = "Two curves"
credit = "Figure 1"
'''


HEAD = 'format = 1\nlabel = "x"\n'
ENTRY = HEAD + '\n[[entries]]\nid = "a"\nsection = "papers"\nurl = "https://example.com"\n'


def read(text: str) -> Draft:
    return load(text.encode(), NAME)


def changed(text: str, change: Callable[[Draft], Draft]) -> str:
    old = read(text)
    return patch(text.encode(), old, settled(change(old), old)).decode()


def with_entry(draft: Draft, number: int, **fields: object) -> Draft:
    entries = list(draft.entries)
    entries[number] = replace(entries[number], **fields)  # type: ignore[arg-type]  # any field
    return replace(draft, entries=tuple(entries))


def test_a_new_file_is_written_to_be_edited_by_hand() -> None:
    assert new_file(FULL).decode() == FULL_TEXT


def test_a_new_file_reads_as_the_draft_it_was_written_from() -> None:
    assert read(FULL_TEXT) == FULL


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (
            lambda draft: replace(draft, published=True),
            'status = "draft"\n',
            'status = "published"\n',
        ),
        (
            lambda draft: replace(draft, number=35),
            "number = 34   # counts",
            "number = 35   # counts",
        ),
        (
            lambda draft: replace(draft, preamble=("Hello.",)),
            'status = "draft"\n',
            'status = "draft"\npreamble = ["Hello."]\n',
        ),
        (lambda draft: replace(draft, date=None), "date = 2021-11-13\n", ""),
        (
            lambda draft: with_entry(draft, 0, headline="New"),
            '"A [[entries]] look-alike"   # not a header',
            '"New"   # not a header',
        ),
        (
            lambda draft: with_entry(draft, 0, section="other"),
            '"section" = "papers"',
            '"section" = "other"',
        ),
        (
            lambda draft: with_entry(draft, 0, show_domain=True, pending=True),
            '[[entries]]\n"""\n\n',
            '[[entries]]\n"""\ndomain = true\npending = true\n\n',
        ),
        (
            lambda draft: with_entry(draft, 0, figure=Figure("a.png")),
            'colour = "green"\n',
            'colour = "green"\n\n[entries.figure]\nfile = "a.png"\n',
        ),
        (
            lambda draft: with_entry(draft, 0, paper=None),
            COMMENTED[COMMENTED.index("\n# about the paper") : COMMENTED.index("\n[entries.notes")],
            "",
        ),
        (
            lambda draft: with_entry(
                draft, 0, paper=replace(draft.entries[0].paper, published=None, version=3)
            ),
            "published = 2021-10-05\n",
            "version = 3\n",
        ),
        (
            lambda draft: with_entry(
                draft, 1, card=replace(draft.entries[1].card, description="About it")
            ),
            '{ title = "A post", domain = "example.com", stars = 5 }',
            '{ title = "A post", domain = "example.com", stars = 5, description = "About it" }',
        ),
        (
            lambda draft: with_entry(draft, 1, summary="Two\n\nparagraphs"),
            "'''\nWritten by hand.'''",
            '"""\nTwo\n\nparagraphs\n"""',
        ),
        (
            lambda draft: with_entry(draft, 2, title="T"),
            '/third"\n',
            '/third"\ntitle = "T"\n',
        ),
        (
            lambda draft: with_entry(draft, 2, headline="H"),
            '/third"\nmachine = { headline = "00000000", summary = "11111111" } # stale\n',
            '/third"\nheadline = "H"\n# stale\n',
        ),
        (
            lambda draft: with_entry(draft, 0, paper=PaperFacts(("One",), date(2021, 10, 5))),
            COMMENTED[COMMENTED.index("authors = [") : COMMENTED.index("published")],
            '# first\nauthors = ["One"]\n',
        ),
        (
            lambda draft: replace(draft, highlights=(Highlight("Other", "news"),)),
            'group = "featured"\ntext = "Phones are [enough](https://arxiv.org/abs/2110.02178)."',
            'group = "news"\ntext = "Other"',
        ),
        (
            lambda draft: replace(draft, highlights=(*draft.highlights, Highlight("More"))),
            "short is good\n",
            'short is good\n\n[[highlights]]\ngroup = "featured"\ntext = "More"\n',
        ),
        (
            lambda draft: replace(draft, entries=(*draft.entries, entry("new"))),
            "} # stale\n",
            '} # stale\n\n[[entries]]\nid = "new"\nsection = "other"\n'
            'url = "https://example.com/new"\n',
        ),
        (
            lambda draft: replace(draft, entries=(draft.entries[0], draft.entries[2])),
            COMMENTED[
                COMMENTED.index('\n[[entries]]\nid = "a-') : COMMENTED.index(
                    '\n\n[[entries]]\nid = "th'
                )
            ],
            "",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_a_change_touches_only_its_own_lines(
    change: Callable[[Draft], Draft], old: str, new: str, newline: str, start: str
) -> None:
    assert COMMENTED.count(old) == 1
    before = (start + COMMENTED).replace("\n", newline)
    after = (start + COMMENTED.replace(old, new)).replace("\n", newline)
    assert changed(before, change) == after


def test_an_entry_moves_with_its_comments_and_the_others_stay() -> None:
    first = COMMENTED[COMMENTED.index("# the one") : COMMENTED.index("# between")]
    moved = changed(
        COMMENTED, lambda draft: replace(draft, entries=draft.entries[1:] + draft.entries[:1])
    )
    assert moved == COMMENTED.replace(first, "").replace(
        "} # stale\n", f"}} # stale\n\n{first}"[:-1]
    )


def test_a_stale_mark_stays_on_an_entry_that_is_not_changed() -> None:
    assert "# stale" in changed(COMMENTED, lambda draft: with_entry(draft, 0, headline="New"))


STALE = 'headline = "00000000"\n'
"""A mark that no longer holds."""


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('machine = { headline = "0" }\n', ""),
        ('machine = { headline = "0", summary = "1" } # by me\n', "# by me\n"),
        ("\tmachine = '0' # short\n", "\t# short\n"),
        ('machine = {headline = "0", mine = 0xff} # c\n', "machine = {mine = 0xff} # c\n"),
        ('machine = {mine = 1 , headline = "0"}\n', "machine = {mine = 1}\n"),
        (
            'machine = { a.b = [ # kept\n 1 ], summary = "1", z = 1e3 }\n',
            "machine = { a.b = [ # kept\n 1 ], z = 1e3 }\n",
        ),
        ('machine.headline = "0" # c\nmachine.mine = 1\n', "# c\nmachine.mine = 1\n"),
        ('machine."summary" = "1"\n', ""),
        (f"\n[entries.machine]\n{STALE}", ""),
        (f"\n[entries.machine]\n{STALE}\n[entries.notes]\nx = 1\n", "\n[entries.notes]\nx = 1\n"),
        (f"\n[entries.machine]\n{STALE}mine = 1 # m\n", "\n[entries.machine]\nmine = 1 # m\n"),
        (f"\n[entries.machine] # c\n{STALE}", "\n[entries.machine] # c\n"),
        (f"\n# above\n[entries.machine]\n{STALE}", "\n# above\n[entries.machine]\n"),
        (f"\n[entries.machine]\n# inside\n{STALE}", "\n[entries.machine]\n# inside\n"),
        ('\n[entries.machine]\nheadline = "0" # behind\n', "\n[entries.machine]\n# behind\n"),
        (
            f"\n[entries.machine]\n{STALE}# of the notes\n[entries.notes]\nx = 1\n",
            "# of the notes\n[entries.notes]\nx = 1\n",
        ),
        (
            f"\n[entries.machine]\n{STALE}\n[entries.machine.mine]\nx = 1\n",
            "\n[entries.machine]\n\n[entries.machine.mine]\nx = 1\n",
        ),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_approval_takes_out_the_marks_and_nothing_of_the_persons(
    written: str, left: str, newline: str
) -> None:
    before, after = ((ENTRY + text).replace("\n", newline) for text in (written, left))
    approved = changed(before, lambda draft: with_entry(draft, 0, machine=MachineMarks()))
    assert approved == after


MARK = f'summary = "{DIGEST}"'


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("", f"machine = {{ {MARK} }}\n"),
        ("machine = '0' # c\n", f"machine = {{ {MARK} }} # c\n"),
        ("machine = {mine = 1} # c\n", f"machine = {{mine = 1, {MARK}}} # c\n"),
        ("machine = {summary = '0', mine = 1}\n", f"machine = {{{MARK}, mine = 1}}\n"),
        ("machine.mine = 1\n", f"machine.mine = 1\nmachine.{MARK}\n"),
        ("[entries.machine]\nmine = 1\n", f"[entries.machine]\nmine = 1\n{MARK}\n"),
        ("[entries.machine]\nheadline = '0' # c\n", f"[entries.machine]\n# c\n{MARK}\n"),
    ],
)
def test_a_mark_is_written_into_the_table_that_is_there(written: str, marked: str) -> None:
    text = ENTRY + 'summary = """\nThey propose a network. It is small.\n"""\n'
    marks = MachineMarks(summary=DIGEST)
    after = changed(text + written, lambda draft: with_entry(draft, 0, machine=marks))
    assert after == text + marked


@pytest.mark.parametrize(
    "machine",
    [
        'machine = { headline = "0", mine = 1 } # c\n',
        "machine = '0'\n",
        '\n# above\n[entries.machine] # c\nheadline = "0" # h\n',
    ],
)
def test_a_move_to_another_section_leaves_the_marks_alone(machine: str) -> None:
    text = changed(ENTRY + machine, lambda draft: with_entry(draft, 0, section="other"))
    assert text == ENTRY.replace('"papers"', '"other"') + machine


def test_a_comment_that_is_left_does_not_go_to_the_next_entry() -> None:
    second = '[[entries]]\nid = "b"\nsection = "papers"\nurl = "https://example.com/b"\n'
    text = ENTRY + 'machine = { headline = "0" } # of a\n' + second
    approved = changed(text, lambda draft: with_entry(draft, 0, machine=MachineMarks()))
    assert approved == ENTRY + "# of a\n\n" + second
    first = changed(approved, lambda draft: replace(draft, entries=draft.entries[:1]))
    assert first == ENTRY + "# of a\n"


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ('headline = "H" # mine\n', "# mine\n"),
        ("headline = '''\n# no comment\n'''\n", ""),
        ('  headline = "# H"# mine', "  # mine\n"),
    ],
)
def test_the_comment_behind_a_key_that_is_dropped_stays(written: str, left: str) -> None:
    text = changed(ENTRY + written, lambda draft: with_entry(draft, 0, headline=""))
    assert text == ENTRY + left


def test_the_comments_in_an_array_that_is_replaced_go_above_it() -> None:
    array = "  preamble = [ # one\n  'a', # two\n  '# no comment',\n  ] # behind\n"
    text = changed(HEAD + array, lambda draft: replace(draft, preamble=("b",)))
    assert text == HEAD + '  # one\n  # two\n  preamble = ["b"] # behind\n'
    gone = changed(HEAD + array, lambda draft: replace(draft, preamble=None))
    assert gone == HEAD + "  # one\n  # two\n  # behind\n"


def test_the_comments_in_an_array_inside_an_inline_table_stay() -> None:
    inline = "paper = { authors = ['A', # one\n'B'], x = [ # two\n1] } # behind\n"
    text = changed(ENTRY + inline, lambda draft: with_entry(draft, 0, paper=PaperFacts(("C",))))
    assert text == ENTRY + '# one\npaper = { authors = ["C"], x = [ # two\n1] } # behind\n'


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("highlights = []\nentries=[ ]\n", ""),
        ('"highlights" = [ # none\n] # yet\n\n', "# none\n# yet\n\n"),
        ("entries = [] # none yet", "# none yet\n"),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_empty_array_gives_way_to_the_first_block(written: str, left: str, newline: str) -> None:
    def longer(draft: Draft) -> Draft:
        return replace(draft, entries=(entry("a"),), highlights=(Highlight("Hi"),))

    before, after = ((HEAD + text).replace("\n", newline) for text in (written, left))
    assert changed(before, longer) == changed(after, longer)


def test_the_first_highlight_goes_above_the_entries() -> None:
    text = changed(ENTRY, lambda draft: replace(draft, highlights=(Highlight("Hi"),)))
    block = '\n[[highlights]]\ngroup = "featured"\ntext = "Hi"\n'
    assert text == ENTRY.replace(HEAD, HEAD + block)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n\n# the end", "\n[other]\nx = 1\n"])
def test_the_first_entry_goes_to_the_end(end: str) -> None:
    text = changed(HEAD[:-1] + end, lambda draft: replace(draft, entries=(entry("a"),)))
    assert text.startswith(HEAD[:-1] + end)
    assert text.endswith(
        '\n\n[[entries]]\nid = "a"\nsection = "other"\nurl = "https://example.com/a"\n'
    )


@pytest.mark.parametrize("text", [ENTRY, COMMENTED, COMMENTED.replace("\n", "\r\n"), FULL_TEXT])
def test_taking_out_what_was_put_in_gives_the_same_bytes(text: str) -> None:
    draft = read(text)
    for place in range(len(draft.entries) + 1):
        entries = (*draft.entries[:place], entry("new"), *draft.entries[place:])
        longer = replace(draft, entries=entries)
        assert patch(patch(text.encode(), draft, longer), longer, draft).decode() == text


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("paper.authors = ['A']\n", "paper.authors = ['A']\npaper.version = 2\n"),
        ("  paper.version = 1 # v\n", "  paper.version = 2 # v\n"),
        ("paper = {version = 1, x = 1.5}\n", "paper = {version = 2, x = 1.5}\n"),
        ("paper = {x = 0xff}# x\n", "paper = {x = 0xff, version = 2}# x\n"),
        ("paper = { }\n", "paper = { version = 2 }\n"),
        ("paper = {}\n", "paper = { version = 2 }\n"),
        ("[entries.paper]\n", "[entries.paper]\nversion = 2\n"),
        ("[entries.paper.x]\n", "[entries.paper.x]\n\n[entries.paper]\nversion = 2\n"),
        ("\t[entries.paper]\n\tauthors = []", "\t[entries.paper]\n\tauthors = []\n\tversion = 2\n"),
    ],
)
def test_a_sub_table_is_changed_in_the_form_it_has(written: str, wanted: str) -> None:
    def newer(draft: Draft) -> Draft:
        paper = draft.entries[0].paper
        assert paper is not None
        return with_entry(draft, 0, paper=replace(paper, version=2))

    assert changed(ENTRY + written, newer) == ENTRY + wanted


@pytest.mark.parametrize(
    "written",
    [
        "paper.authors = ['A']\npaper.version = 2\n",
        "paper = { version = 2, x = 1 }\n",
        "\n# about\n[entries.paper]\n# here\nversion = 1\n\n[entries.paper.more]\nx = 1\n",
    ],
)
def test_a_sub_table_is_dropped_in_the_form_it_has(written: str) -> None:
    rest = "\n[entries.notes]\nx = 1\n"
    text = changed(ENTRY + written + rest, lambda draft: with_entry(draft, 0, paper=None))
    assert text == ENTRY + rest


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (HEAD + 'entries = [{id = "a", section = "b", url = "c"}]\n', 3),
        (ENTRY + "[other]\n[entries.paper]\nversion = 1\n", 4),
    ],
)
def test_entries_that_are_not_blocks_are_read_but_not_changed(text: str, line: int) -> None:
    assert read(text).entries
    with pytest.raises(InvalidFile, match=f"{NAME}.toml:{line}: entries must be blocks"):
        changed(text, lambda draft: replace(draft, entries=()))
    assert 'status = "published"' in changed(text, lambda draft: replace(draft, published=True))


def test_a_number_is_changed_without_losing_the_label_that_followed_from_it() -> None:
    text = "format = 1\nnumber = 7\n"
    kept = changed(text, lambda draft: replace(draft, number=8))
    assert kept == 'format = 1\nnumber = 8\nlabel = "Issue #7"\n'
    derived = changed(text, lambda draft: replace(draft, number=8, label="Issue #8"))
    assert derived == "format = 1\nnumber = 8\n"


def test_a_change_that_would_not_read_back_is_a_bug_and_not_written() -> None:
    draft = read(ENTRY)
    unreadable = with_entry(draft, 0, paper=PaperFacts(version=0))
    with pytest.raises(RuntimeError, match="would have broken the file"):
        patch(ENTRY.encode(), draft, unreadable)
    unsettled = with_entry(draft, 0, summary="\nlines around\n")
    with pytest.raises(RuntimeError, match="would not read back"):
        patch(ENTRY.encode(), draft, unsettled)


T = TypeVar("T")


def optional(values: st.SearchStrategy[T]) -> st.SearchStrategy[T | None]:
    return st.none() | values


TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\"'\\\n\r\t\x00#[]"))
SOME_TEXT = TEXTS.filter(bool)
DATES = optional(st.dates())
PAPERS = st.builds(
    PaperFacts,
    st.lists(TEXTS, max_size=3).map(tuple),
    DATES,
    st.lists(TEXTS, max_size=3).map(tuple),
    optional(st.integers(1, 99)),
)
ENTRIES = st.builds(
    Entry,
    id=TEXTS.filter(str.strip),
    section=TEXTS,
    url=TEXTS,
    headline=TEXTS,
    title=TEXTS,
    summary=TEXTS,
    machine=st.builds(MachineMarks, optional(SOME_TEXT), optional(SOME_TEXT)),
    pending=st.booleans(),
    show_domain=optional(st.booleans()),
    paper=optional(PAPERS),
    card=optional(st.builds(Card, TEXTS, TEXTS, TEXTS, TEXTS)),
    figure=optional(st.builds(Figure, TEXTS.filter(str.strip), TEXTS, TEXTS)),
)
DRAFTS = st.builds(
    Draft,
    name=st.just(NAME),
    label=SOME_TEXT,
    number=optional(st.integers(0, 10**6)),
    date=DATES,
    language=SOME_TEXT,
    published=st.booleans(),
    preamble=st.lists(TEXTS, max_size=3).map(tuple),
    highlights=st.lists(st.builds(Highlight, TEXTS, SOME_TEXT), max_size=4).map(tuple),
    entries=st.lists(ENTRIES, max_size=4, unique_by=lambda entry: entry.id).map(tuple),
)


@settings(deadline=None)
@given(DRAFTS)
def test_any_draft_can_be_written_and_read_again(draft: Draft) -> None:
    draft = settled(draft)
    assert load(new_file(draft), NAME) == draft


@settings(deadline=None)
@given(DRAFTS, DRAFTS, st.sampled_from(["\n", "\r\n"]))
def test_any_draft_can_be_made_any_other(old: Draft, new: Draft, newline: str) -> None:
    data = new_file(settled(old)).replace(b"\n", newline.encode())
    read = load(data, NAME)
    new = settled(new, read)
    assert load(patch(data, read, new), NAME) == new


MACHINE_FORMS = [
    "",
    'machine = {{ headline = "0" }}\n',
    "machine = {{ headline = '0', mine = '{0}' }} # by {0}\n",
    "machine.summary = '1' # by {0}\n",
]
PAPER_FORMS = [
    "",
    "paper = {{ authors = ['A'], x = 1 }} # in {0}\n",
    "paper.version = 2\npaper.x = '{0}'\n",
    "\n# of {0}\n[entries.paper] # as {0}\nauthors = [\n 'A', # a {0}\n]\nx = 1 # at {0}\n",
]


@st.composite
def written_entries(draw: st.DrawFn, number: int) -> str:
    """A block as a person may leave it; its comments and unknown keys hold its number."""
    mark = f"e{number}"
    above = draw(st.sampled_from(["", f"# above {mark}\n"]))
    below = draw(st.sampled_from(["", f"# below {mark}\n", f"\n[entries.mine]\nx = '{mark}'\n"]))
    lines = [
        f'id = "{mark}" # id {mark}\n',
        "section = 'papers'\n",
        f"own = '{mark}'\n",
        f"url = 'https://example.com/{mark}'\n",
        draw(st.sampled_from(["", "headline = 'H'  # headline\n"])),
        draw(st.sampled_from(["", "summary = '''\n[[entries]]\n# S'''\n"])),
        draw(st.sampled_from(MACHINE_FORMS)).format(mark),
    ]
    paper = draw(st.sampled_from(PAPER_FORMS)).format(mark)
    return f"{above}[[entries]]\n{''.join(draw(st.permutations(lines)))}{paper}{below}"


@st.composite
def written_drafts(draw: st.DrawFn) -> str:
    """A file of such blocks, with comments that belong to nobody between them."""
    parts = [HEAD + "own = 1 # own\n"]
    for number in range(draw(st.integers(0, 5))):
        between = draw(st.sampled_from(["\n", "\n\n", f"\n# free {number}\n\n"]))
        parts += [between, draw(written_entries(number))]
    end = draw(st.sampled_from(["", "\n", "\n# free at the end\n", "\n# free, no newline"]))
    return "".join([*parts, end]).replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


VERBS = ["add", "remove", "move", "section", "headline", "summary", "paper", "approve"]


def edited(draft: Draft, data: st.DataObject, step: int) -> Draft:
    """The draft after one command: an entry put in, taken out, moved or changed."""
    entries = list(draft.entries)
    place = data.draw(st.integers(0, len(entries)))
    verb = data.draw(st.sampled_from(VERBS))
    if verb == "add" or not entries:
        entries.insert(place, entry(f"new{step}"))
        return replace(draft, entries=tuple(entries))
    chosen = entries.pop(data.draw(st.integers(0, len(entries) - 1)))
    if verb == "headline":
        chosen = replace(chosen, headline=data.draw(st.sampled_from(["", "N", "[[entries]]"])))
    elif verb == "summary":
        chosen = replace(chosen, summary=data.draw(st.sampled_from(["", "One.", "One.\n\nTwo."])))
    elif verb == "paper":
        chosen = replace(chosen, paper=PaperFacts(("B",), None, (), 3))
    elif verb == "section":
        chosen = replace(chosen, section="other")
    elif verb == "approve":
        chosen = replace(chosen, machine=MachineMarks())
    if verb != "remove":
        entries.insert(min(place, len(entries)), chosen)
    return replace(draft, entries=tuple(entries))


def free_comments(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.startswith("# free")]


def blocks_of(text: str) -> dict[str, str]:
    blocks = (piece.text for piece in split(text, ["entries"]) if piece.kind == "entries")
    return {str(tomllib.loads(block)["entries"][0]["id"]): block for block in blocks}


@settings(max_examples=100, deadline=None)
@given(st.data(), written_drafts())
def test_what_a_command_does_not_change_keeps_its_bytes(data: st.DataObject, text: str) -> None:
    newline = "\r\n" if "\r" in text else "\n"
    for step in range(4):
        old = read(text)
        wanted = settled(edited(old, data, step), old)
        new_text = patch(text.encode(), old, wanted).decode()
        assert read(new_text) == wanted
        assert free_comments(new_text) == free_comments(text)
        assert new_text.startswith(text[: text.index("# own")])
        assert new_text.count("\n") == new_text.count(newline)
        before, after = blocks_of(text), blocks_of(new_text)
        for each in wanted.entries:
            if each == old.entry(each.id):
                assert after[each.id].strip() == before[each.id].strip()
            elif old.entry(each.id) is not None:
                assert own_words(each.id, after[each.id]) == own_words(each.id, before[each.id])
        text = new_text


def own_words(mark: str, block: str) -> list[str]:
    """The comments and the values of unknown keys in a block, which hold its number."""
    return sorted(re.findall(rf"#[^#\r\n]*{mark}|'{mark}'", block))
