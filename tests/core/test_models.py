"""The nouns: what they say of themselves."""

from __future__ import annotations

from dataclasses import is_dataclass, replace
from importlib import import_module
from pkgutil import iter_modules

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from akira_cli import core
from akira_cli.core.issue import Issue, IssueEntry, IssueSection
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft, Entry, MachineMarks, PaperFacts, text_digest
from akira_cli.core.page import Card

ENTRY = Entry(
    id="2110.02178",
    section="papers",
    url="https://arxiv.org/abs/2110.02178",
    headline="A small network",
    summary="They propose MobileViT. It is small.",
    machine=MachineMarks(
        text_digest("A small network"), text_digest("They propose MobileViT. It is small.")
    ),
)

words = st.lists(st.from_regex(r"\S{1,6}", fullmatch=True), min_size=1, max_size=6)
blanks = st.sampled_from([" ", "\n", "  ", "\n\n", "\t"])


VALUES = {
    f"{module.name}.{name}": value
    for module in iter_modules(core.__path__)
    for name, value in vars(import_module(f"{core.__name__}.{module.name}")).items()
    if is_dataclass(value)
}


@pytest.mark.parametrize("noun", VALUES.values(), ids=VALUES.keys())
def test_a_noun_is_a_value_that_nobody_changes(noun: type) -> None:
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]  # dataclasses' own mark
    assert "__slots__" in vars(noun)


class TestReference:
    @pytest.mark.parametrize(
        ("version", "expected"), [(None, "2110.02178"), (1, "2110.02178v1"), (12, "2110.02178v12")]
    )
    def test_it_writes_its_id_as_the_source_does(self, version: int | None, expected: str) -> None:
        assert Reference("arxiv", "2110.02178", version).versioned_id == expected

    def test_the_same_thing_may_be_pasted_in_any_form_and_version(self) -> None:
        one = Reference("arxiv", "2110.02178", 1, text="2110.02178v1")
        other = Reference("arxiv", "2110.02178", None, text="arXiv:2110.02178", url="https://a")
        assert one.same_thing(other)
        assert one != other

    @pytest.mark.parametrize(
        "other", [Reference("arxiv", "2110.02179"), Reference("openreview", "2110.02178")]
    )
    def test_another_id_or_source_is_another_thing(self, other: Reference) -> None:
        assert not Reference("arxiv", "2110.02178").same_thing(other)


class TestTextDigest:
    @given(words, st.lists(blanks, min_size=7, max_size=7))
    def test_rewrapping_does_not_change_it(self, some: list[str], between: list[str]) -> None:
        wrapped = between[0] + "".join(w + b for w, b in zip(some, between[1:], strict=False))
        assert text_digest(wrapped) == text_digest(" ".join(some))

    @given(words, words)
    def test_another_word_changes_it(self, some: list[str], others: list[str]) -> None:
        assume(" ".join(some).split() != " ".join(others).split())
        assert text_digest(" ".join(some)) != text_digest(" ".join(others))

    def test_it_is_eight_hex_digits_that_stay_the_same_for_ever(self) -> None:
        assert text_digest("123456789") == "cbf43926"  # CRC-32's published check value


class TestMachineMarks:
    @pytest.mark.parametrize(
        ("marks", "any_mark"),
        [
            (MachineMarks(), False),
            (MachineMarks(headline="9f3a51c2"), True),
            (MachineMarks(summary="9f3a51c2"), True),
        ],
    )
    def test_they_are_true_when_there_is_one(self, marks: MachineMarks, any_mark: bool) -> None:
        assert bool(marks) is any_mark

    @given(st.sampled_from([" ", "\n", "  \n"]))
    def test_rewrapping_keeps_a_mark(self, between: str) -> None:
        rewrapped = replace(ENTRY, summary=ENTRY.summary.replace(" ", between))
        assert rewrapped.machine_fields == ("headline", "summary")
        assert rewrapped.without_stale_marks() == rewrapped

    @pytest.mark.parametrize(
        ("changed", "left"),
        [
            ({"headline": "A smaller network"}, ("summary",)),
            ({"summary": "They propose MobileViT. It is tiny."}, ("headline",)),
            ({"headline": "", "summary": "Mine."}, ()),
        ],
    )
    def test_a_word_that_changes_makes_a_mark_stale(
        self, changed: dict[str, str], left: tuple[str, ...]
    ) -> None:
        entry = replace(ENTRY, **changed)  # type: ignore[arg-type]  # every one of them is a text
        assert entry.machine_fields == left
        kept = {name: getattr(ENTRY.machine, name) for name in left}
        assert entry.without_stale_marks() == replace(entry, machine=MachineMarks(**kept))

    def test_a_text_without_a_mark_is_the_curator_s(self) -> None:
        assert replace(ENTRY, machine=MachineMarks()).machine_fields == ()


@pytest.mark.parametrize(
    ("entry", "form"),
    [
        (replace(ENTRY, paper=PaperFacts()), "paper"),
        (replace(ENTRY, pending=True), "paper"),
        (replace(ENTRY, card=Card("A page")), "web"),
        (replace(ENTRY, paper=PaperFacts(), card=Card("A page")), "paper"),
        (replace(ENTRY, section="papers"), "bare"),
    ],
)
def test_the_form_of_an_entry_follows_from_what_it_has(entry: Entry, form: str) -> None:
    assert entry.form == form


class TestDraft:
    DRAFT = Draft(
        "issue-034",
        "Issue #34",
        entries=(
            replace(ENTRY, id="b"),
            replace(ENTRY, id="x", section="other"),
            replace(ENTRY, id="a"),
        ),
    )

    def test_an_entry_is_found_by_its_id_alone(self) -> None:
        assert self.DRAFT.entry("x") is self.DRAFT.entries[1]
        assert self.DRAFT.entry("2110.02178") is None

    def test_a_section_keeps_the_order_of_the_file(self) -> None:
        assert [entry.id for entry in self.DRAFT.in_section("papers")] == ["b", "a"]
        assert self.DRAFT.in_section("featured") == ()


def test_an_issue_lists_its_entries_in_page_order() -> None:
    def section(number: int, *ids: str) -> IssueSection:
        entries = tuple(
            IssueEntry(
                id=entry_id,
                form="bare",
                headline="",
                url="",
                tracked_url="",
                title="",
                domain=None,
                summary="",
                figure=None,
                card=None,
                machine=(),
            )
            for entry_id in ids
        )
        return IssueSection(number, f"s{number}", "", entries)

    issue = Issue(
        title="",
        label="",
        number=None,
        date=None,
        language="en",
        preamble=(),
        highlights=(),
        toc_intro="",
        toc=(),
        sections=(section(1, "b", "a"), section(2, "c")),
        trailer=(),
        separator="",
        joint="",
        slug="",
    )
    assert [entry.id for entry in issue.entries] == ["b", "a", "c"]
