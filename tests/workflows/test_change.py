"""Changes to what stands in a draft, while somebody else may be changing it too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypedDict

import pytest

from akira_cli.core.draft_edits import remove_entry, replace_entry
from akira_cli.core.errors import AkiraError, DraftConflict, UnknownHandle, UsageError
from akira_cli.core.models import Draft, Entry, Highlight, MachineMarks, PaperFacts, text_digest
from akira_cli.ports import Change
from akira_cli.workflows import change
from tests.fakes import SECTIONS, MemoryDrafts


def entry(entry_id: str, section: str = "papers") -> Entry:
    return Entry(
        id=entry_id,
        section=section,
        url=f"https://example.org/{entry_id}",
        headline=f"On {entry_id}",
        title=entry_id.upper(),
        summary=f"About {entry_id}.",
        machine=MachineMarks(text_digest(f"On {entry_id}"), text_digest(f"About {entry_id}.")),
    )


A, B, C, D = entry("a"), entry("b"), entry("c"), entry("d", "other")
DRAFT = Draft(
    name="issue-034",
    label="Issue #34",
    highlights=(Highlight("one"), Highlight("two"), Highlight("three")),
    entries=(A, B, C, D),
)


class Place(TypedDict, total=False):
    """Where to move an entry, as `move` takes it."""

    section: str
    position: int
    before: str
    after: str


@pytest.fixture
def store() -> MemoryDrafts:
    return MemoryDrafts(DRAFT)


def order(draft: Draft) -> dict[str, str]:
    """The handles of each section that has any, as words."""
    keys = [section.key for section in SECTIONS if draft.in_section(section.key)]
    return {key: " ".join(e.id for e in draft.in_section(key)) for key in keys}


def kept(store: MemoryDrafts) -> Draft:
    return store.load("issue-034")


def by_hand(store: MemoryDrafts, edit: Change) -> None:
    """The file changes after the command has looked at it, as DRAFT."""
    store.update("issue-034", edit, "by hand")


class TestMove:
    def test_a_move_to_its_own_section_changes_nothing(self, store: MemoryDrafts) -> None:
        draft, _ = change.move(store, DRAFT, SECTIONS, "a", section="papers")
        assert (draft, store.notes) == (DRAFT, [])

    @pytest.mark.parametrize(
        ("handle", "wishes", "expected"),
        [
            ("a", {"section": "other"}, {"papers": "b c", "other": "d a"}),
            ("a", {"section": "featured"}, {"featured": "a", "papers": "b c", "other": "d"}),
            ("a", {"section": "other", "position": 1}, {"papers": "b c", "other": "a d"}),
            ("c", {"position": 1}, {"papers": "c a b", "other": "d"}),
            ("a", {"position": 3}, {"papers": "b c a", "other": "d"}),
            ("c", {"before": "a"}, {"papers": "c a b", "other": "d"}),
            ("a", {"before": "c"}, {"papers": "b a c", "other": "d"}),
            ("a", {"after": "b"}, {"papers": "b a c", "other": "d"}),
            ("c", {"after": "a"}, {"papers": "a c b", "other": "d"}),
            ("a", {"after": "d"}, {"papers": "b c", "other": "d a"}),
            ("a", {"before": "d"}, {"papers": "b c", "other": "a d"}),
            ("a", {"section": "other", "before": "d"}, {"papers": "b c", "other": "a d"}),
            ("5.1", {"after": "3.1"}, {"papers": "a d b c"}),
        ],
    )
    def test_an_entry_gets_where_it_should(
        self,
        store: MemoryDrafts,
        handle: str,
        wishes: Place,
        expected: dict[str, str],
    ) -> None:
        draft, entry_id = change.move(store, DRAFT, SECTIONS, handle, **wishes)
        assert order(draft) == expected
        assert draft == kept(store)
        assert store.notes == [f"issue-034: move {entry_id}"]

    @pytest.mark.parametrize(
        ("handle", "wishes", "error", "words"),
        [
            ("z", {"section": "other"}, UnknownHandle, "no entry 'z'"),
            ("a", {"before": "z"}, UnknownHandle, "no entry 'z'"),
            ("a", {"position": 4}, UsageError, "no position 4 in section 'papers'"),
            ("a", {"position": 0}, UsageError, "no position 0"),
            ("a", {"position": 1, "before": "b"}, UsageError, "give one of"),
            ("a", {"position": 1, "after": "b"}, UsageError, "give one of"),
            ("a", {"before": "c", "after": "b"}, UsageError, "give one of"),
            ("3.1", {"after": "a"}, UsageError, "'3.1' cannot be moved beside itself"),
            ("a", {"section": "other", "after": "3.2"}, UsageError, "'3.2' is not in section"),
        ],
    )
    def test_a_place_that_makes_no_sense_is_named(
        self,
        store: MemoryDrafts,
        handle: str,
        wishes: Place,
        error: type[AkiraError],
        words: str,
    ) -> None:
        with pytest.raises(error) as caught:
            change.move(store, DRAFT, SECTIONS, handle, **wishes)
        assert words in caught.value.message
        assert kept(store) == DRAFT

    def test_the_neighbour_is_followed_into_the_section_it_was_moved_to_meanwhile(
        self, store: MemoryDrafts
    ) -> None:
        store.meanwhile = lambda found: replace_entry(found, replace(B, section="featured"))
        draft, _ = change.move(store, DRAFT, SECTIONS, "a", after="3.2")
        assert order(draft) == {"featured": "b a", "papers": "c", "other": "d"}

    def test_a_position_counts_what_stands_there_now(self, store: MemoryDrafts) -> None:
        by_hand(store, lambda found: remove_entry(found, "b"))
        with pytest.raises(UsageError, match="no position 3"):
            change.move(store, DRAFT, SECTIONS, "a", position=3)

    @pytest.mark.parametrize("gone", ["a", "c"])
    def test_an_entry_removed_meanwhile_is_named(self, store: MemoryDrafts, gone: str) -> None:
        by_hand(store, lambda found: remove_entry(found, gone))
        with pytest.raises(UnknownHandle, match=f"'{gone}'"):
            change.move(store, DRAFT, SECTIONS, "a", before="c")


class TestRemoveAndApprove:
    def test_entries_are_taken_out_in_one_change(self, store: MemoryDrafts) -> None:
        assert order(change.remove(store, DRAFT, ["a", "d"])) == {"papers": "b c"}
        assert store.notes == ["issue-034: remove a, d"]

    def test_approving_takes_the_marks_off_and_leaves_the_texts(self, store: MemoryDrafts) -> None:
        draft = change.approve(store, DRAFT, ["a", "c"])
        plain = MachineMarks()
        assert draft.entries == (replace(A, machine=plain), B, replace(C, machine=plain), D)
        assert store.notes == ["issue-034: approve a, c"]

    def test_approving_nothing_writes_nothing(self, store: MemoryDrafts) -> None:
        assert change.approve(store, DRAFT, []) == DRAFT
        assert store.notes == []

    def test_approving_keeps_what_was_written_meanwhile(self, store: MemoryDrafts) -> None:
        store.meanwhile = lambda found: replace_entry(found, replace(A, headline="Mine"))
        draft = change.approve(store, DRAFT, ["a"])
        assert draft.entries[0] == replace(A, headline="Mine", machine=MachineMarks())

    @pytest.mark.parametrize("verb", [change.remove, change.approve])
    def test_one_unknown_handle_leaves_everything(
        self,
        store: MemoryDrafts,
        verb: Callable[[MemoryDrafts, Draft, list[str]], Draft],
    ) -> None:
        with pytest.raises(UnknownHandle, match="'z'"):
            verb(store, DRAFT, ["a", "z"])
        assert kept(store) == DRAFT


def elsewhere(**changed: object) -> Change:
    """Somebody else's edit of entry `a`."""
    return lambda found: replace_entry(found, replace(found.entries[0], **changed))  # type: ignore[arg-type]  # a table of fields


class TestEdit:
    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("section", "other"),
            ("url", "https://example.org/new"),
            ("headline", "Mine"),
            ("title", "Mine"),
            ("summary", "Mine"),
        ],
    )
    def test_every_field_of_the_form_is_written_back(
        self, store: MemoryDrafts, name: str, value: str
    ) -> None:
        after = replace(A, **{name: value})  # type: ignore[arg-type]  # every one of them is a text
        assert change.edit(store, DRAFT, A, after).entries[0] == after.without_stale_marks()
        assert store.notes == ["issue-034: edit a"]

    def test_only_a_text_that_changed_loses_its_mark(self, store: MemoryDrafts) -> None:
        draft = change.edit(store, DRAFT, A, replace(A, headline="Mine"))
        assert draft.entries[0].machine == MachineMarks(headline=None, summary=A.machine.summary)

    def test_other_fields_changed_elsewhere_are_kept(self, store: MemoryDrafts) -> None:
        facts = PaperFacts(authors=("Sachin Mehta",))
        store.meanwhile = elsewhere(summary="Theirs", pending=True, paper=facts)
        written = change.edit(store, DRAFT, A, replace(A, headline="Mine")).entries[0]
        assert (written.headline, written.summary) == ("Mine", "Theirs")
        assert (written.pending, written.paper) == (True, facts)
        assert not written.machine

    def test_the_same_text_written_in_both_places_is_no_conflict(self, store: MemoryDrafts) -> None:
        store.meanwhile = elsewhere(headline="Ours")
        draft = change.edit(store, DRAFT, A, replace(A, headline="Ours", title="Mine"))
        assert (draft.entries[0].headline, draft.entries[0].title) == ("Ours", "Mine")

    @pytest.mark.parametrize("name", ["section", "url", "headline", "title", "summary"])
    def test_the_same_field_changed_in_both_places_is_a_conflict(
        self, store: MemoryDrafts, name: str
    ) -> None:
        by_hand(store, elsewhere(**{name: "theirs"}))
        with pytest.raises(DraftConflict, match=f"the {name} of 'a' was changed elsewhere too"):
            change.edit(store, DRAFT, A, replace(A, **{name: "mine"}))  # type: ignore[arg-type]  # every one of them is a text
        assert getattr(kept(store).entries[0], name) == "theirs"

    def test_an_entry_removed_meanwhile_is_named(self, store: MemoryDrafts) -> None:
        by_hand(store, lambda found: remove_entry(found, "a"))
        with pytest.raises(UnknownHandle, match="'a'"):
            change.edit(store, DRAFT, A, replace(A, headline="Mine"))

    def test_an_edit_that_changes_nothing_writes_nothing(self, store: MemoryDrafts) -> None:
        assert change.edit(store, DRAFT, A, A) == DRAFT
        assert store.notes == []


class TestHighlights:
    @pytest.mark.parametrize(
        ("position", "expected"),
        [
            (None, "one two three new"),
            (1, "new one two three"),
            (3, "one two new three"),
            (4, "one two three new"),
        ],
    )
    def test_a_bullet_is_added_where_it_should(
        self, store: MemoryDrafts, position: int | None, expected: str
    ) -> None:
        draft = change.add_highlight(store, DRAFT, Highlight("new"), position)
        assert " ".join(highlight.text for highlight in draft.highlights) == expected
        assert store.notes == ["issue-034: highlight add new"]

    @pytest.mark.parametrize("position", [0, 5, -1])
    def test_a_place_that_is_not_there_is_named(self, store: MemoryDrafts, position: int) -> None:
        with pytest.raises(UsageError, match=f"no position {position} among 3 highlights"):
            change.add_highlight(store, DRAFT, Highlight("new"), position)
        assert kept(store) == DRAFT

    def test_a_bullet_is_removed_by_its_number(self, store: MemoryDrafts) -> None:
        draft = change.remove_highlight(store, DRAFT, 2)
        assert draft.highlights == (Highlight("one"), Highlight("three"))
        assert store.notes == ["issue-034: highlight remove two"]

    @pytest.mark.parametrize("number", [0, 4])
    def test_a_bullet_that_is_not_there_is_named(self, store: MemoryDrafts, number: int) -> None:
        with pytest.raises(UnknownHandle, match=f"no highlight {number}"):
            change.remove_highlight(store, DRAFT, number)

    def test_a_number_that_means_another_bullet_by_now_removes_nothing(
        self, store: MemoryDrafts
    ) -> None:
        by_hand(store, lambda found: replace(found, highlights=found.highlights[1:]))
        with pytest.raises(DraftConflict, match="highlight 2 was changed meanwhile"):
            change.remove_highlight(store, DRAFT, 2)
        assert len(kept(store).highlights) == 2


class TestPublish:
    def test_an_issue_is_marked_as_published(self, store: MemoryDrafts) -> None:
        assert change.publish(store, DRAFT) == replace(DRAFT, published=True) == kept(store)
        assert store.notes == ["issue-034: draft publish Issue #34"]

    def test_a_published_issue_is_in_use_no_longer(self, store: MemoryDrafts) -> None:
        store.use(DRAFT.name)
        change.publish(store, DRAFT)
        assert store.current() is None

    def test_publishing_twice_changes_nothing_twice(self, store: MemoryDrafts) -> None:
        change.publish(store, change.publish(store, DRAFT))
        assert len(store.notes) == 1
