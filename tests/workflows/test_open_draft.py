"""Which draft a command works on, preference by preference."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from akira_cli.core.errors import DraftExists, InvalidFile, UnknownHandle
from akira_cli.core.models import Draft, Entry, Highlight
from akira_cli.ports import Broken
from akira_cli.workflows.open_draft import (
    NextIssue,
    draft_in_use,
    draft_to_edit,
    draft_to_export,
    named_draft,
    next_draft,
    open_draft,
    start_draft,
)
from tests.fakes import MemoryDrafts

FOLLOWING = NextIssue(date(2021, 11, 20), "en", "Issue #{number}")
BROKEN = Broken("issue-040", InvalidFile("drafts/issue-040.toml:3: not TOML"))


def issue(number: int, *, published: bool = False, filled: bool = False) -> Draft:
    entries = (Entry("a", "papers", "https://example.org/"),) if filled else ()
    return Draft(
        name=f"issue-{number:03d}",
        label=f"Issue #{number}",
        number=number,
        date=date(2021, 1, 1 + number % 28),
        published=published,
        entries=entries,
    )


WEEK = Draft(name="week-12-2021", label="Week 12, 2021", date=date(2021, 3, 28))


def using(store: MemoryDrafts, name: str) -> MemoryDrafts:
    store.use(name)
    return store


class TestNamedDraft:
    @pytest.mark.parametrize(
        ("wanted", "name"),
        [
            ("5", "issue-005"),
            ("#5", "issue-005"),
            ("Issue #5", "issue-005"),
            ("issue-005", "issue-005"),
            ("drafts/issue-005.toml", "issue-005"),
            (" issue-005 ", "issue-005"),
            ("week 12, 2021", "week-12-2021"),
        ],
    )
    def test_a_number_a_label_and_a_file_all_name_a_draft(self, wanted: str, name: str) -> None:
        assert named_draft(MemoryDrafts(issue(5), WEEK, BROKEN), wanted).name == name

    def test_a_broken_draft_named_by_its_file_tells_its_own_error(self) -> None:
        with pytest.raises(InvalidFile, match="issue-040"):
            named_draft(MemoryDrafts(BROKEN), "issue-040")

    @pytest.mark.parametrize("wanted", ["40", "#40", "Issue #40"])
    def test_a_broken_draft_asked_for_by_its_number_says_what_is_wrong(self, wanted: str) -> None:
        with pytest.raises(InvalidFile, match="not TOML"):
            named_draft(MemoryDrafts(issue(5), BROKEN), wanted)

    def test_a_draft_nobody_knows_is_named_with_those_there_are(self) -> None:
        with pytest.raises(UnknownHandle, match="'99'") as caught:
            named_draft(MemoryDrafts(issue(5), BROKEN), "99")
        assert "issue-005" in caught.value.hint


class TestOpenDraft:
    def test_the_draft_in_use_goes_before_the_newest(self) -> None:
        store = using(MemoryDrafts(issue(5), issue(6)), "issue-005")
        assert open_draft(store) == issue(5)

    def test_without_one_in_use_it_is_the_newest_open_one(self) -> None:
        store = MemoryDrafts(issue(5), issue(6), issue(7, published=True), BROKEN)
        assert open_draft(store) == issue(6)

    def test_a_published_draft_in_use_is_left_for_the_newest_open_one(self) -> None:
        store = using(MemoryDrafts(issue(5), issue(7, published=True)), "issue-007")
        assert open_draft(store) == issue(5)

    def test_no_draft_is_open_when_all_are_published(self) -> None:
        assert open_draft(MemoryDrafts(issue(5, published=True))) is None
        assert open_draft(MemoryDrafts()) is None

    @pytest.mark.parametrize(
        "store",
        [
            using(MemoryDrafts(issue(5), BROKEN), "issue-040"),
            MemoryDrafts(issue(5, published=True), BROKEN),
        ],
        ids=["in use", "the only one that may be open"],
    )
    def test_a_broken_draft_is_not_passed_by(self, store: MemoryDrafts) -> None:
        with pytest.raises(InvalidFile) as caught:
            open_draft(store)
        assert caught.value is BROKEN.error


class TestDraftInUse:
    def test_a_wish_goes_before_the_draft_in_use(self) -> None:
        store = using(MemoryDrafts(issue(5), issue(6, published=True)), "issue-005")
        assert draft_in_use(store, "6") == issue(6, published=True)

    def test_a_published_draft_that_was_chosen_is_the_one(self) -> None:
        store = using(MemoryDrafts(issue(5), issue(7, published=True)), "issue-007")
        assert draft_in_use(store, None) == issue(7, published=True)

    def test_without_a_wish_it_is_the_open_one(self) -> None:
        assert draft_in_use(MemoryDrafts(issue(5)), None) == issue(5)

    def test_with_none_open_it_says_how_to_begin_one(self) -> None:
        with pytest.raises(UnknownHandle, match="no draft is open") as caught:
            draft_in_use(MemoryDrafts(issue(5, published=True)), None)
        assert "akira draft new" in caught.value.hint


class TestDraftToEdit:
    @pytest.mark.parametrize("wanted", ["issue-040", "drafts/issue-040.toml"])
    def test_a_broken_draft_can_be_edited_by_its_name(self, wanted: str) -> None:
        assert draft_to_edit(MemoryDrafts(issue(5), BROKEN), wanted) == "issue-040"

    def test_a_number_or_a_label_will_do_too(self) -> None:
        assert draft_to_edit(MemoryDrafts(issue(5), WEEK), "5") == "issue-005"
        assert draft_to_edit(MemoryDrafts(issue(5), WEEK), WEEK.label) == "week-12-2021"

    def test_without_a_wish_it_is_the_one_in_use_even_when_broken(self) -> None:
        store = using(MemoryDrafts(issue(5), BROKEN), "issue-040")
        assert draft_to_edit(store, None) == "issue-040"

    def test_without_a_wish_it_is_the_newest_open_one(self) -> None:
        assert draft_to_edit(MemoryDrafts(issue(5), issue(6), BROKEN), None) == "issue-006"

    @pytest.mark.parametrize("wanted", [None, "99"])
    def test_with_nothing_to_edit_it_says_so(self, wanted: str | None) -> None:
        with pytest.raises(UnknownHandle):
            draft_to_edit(MemoryDrafts(), wanted)


class TestNextDraft:
    def test_it_follows_the_highest_number_published_or_not(self) -> None:
        store = MemoryDrafts(issue(5), issue(33, published=True), WEEK, BROKEN)
        assert next_draft(store, FOLLOWING) == Draft(
            name="issue-034", label="Issue #34", number=34, date=date(2021, 11, 20), language="en"
        )
        assert store.notes == []

    def test_a_number_or_a_label_can_be_asked_for(self) -> None:
        store = MemoryDrafts(issue(5))
        assert next_draft(store, FOLLOWING, number=50).name == "issue-050"
        labelled = next_draft(store, FOLLOWING, label="Week 47, 2021")
        assert (labelled.name, labelled.number) == ("week-47-2021", None)

    def test_language_and_label_follow_the_settings(self) -> None:
        following = NextIssue(date(2021, 11, 20), "ja", "No. {number} of {date}")
        draft = next_draft(MemoryDrafts(), following)
        assert (draft.language, draft.label) == ("ja", "No. 1 of 2021-11-20")

    def test_starting_stores_it_and_puts_it_to_use(self) -> None:
        store = MemoryDrafts()
        draft = start_draft(store, issue(5))
        assert store.load("issue-005") == draft == issue(5)
        assert store.current() == "issue-005"
        assert store.notes == ["issue-005: draft new Issue #5"]

    def test_starting_one_that_is_there_changes_nothing(self) -> None:
        store = using(MemoryDrafts(issue(5, filled=True), issue(6)), "issue-006")
        with pytest.raises(DraftExists):
            start_draft(store, issue(5))
        assert store.load("issue-005") == issue(5, filled=True)
        assert store.current() == "issue-006"


class TestDraftToExport:
    def test_a_wish_is_followed_though_the_draft_is_empty(self) -> None:
        store = MemoryDrafts(issue(5), issue(6, filled=True))
        assert draft_to_export(store, "5") == (issue(5), None)

    def test_the_open_draft_with_something_in_it_is_taken(self) -> None:
        store = using(MemoryDrafts(issue(5, filled=True), issue(6, filled=True)), "issue-005")
        assert draft_to_export(store, None) == (issue(5, filled=True), None)

    def test_highlights_are_something(self) -> None:
        draft = replace(issue(6), highlights=(Highlight("News."),))
        assert draft_to_export(MemoryDrafts(issue(5, filled=True), draft), None) == (draft, None)

    def test_an_empty_open_draft_is_passed_over_for_the_newest_open_one_that_is_not(self) -> None:
        filled = [issue(3, filled=True), issue(4, filled=True)]
        published = issue(8, published=True, filled=True)
        store = MemoryDrafts(*filled, published, issue(5), issue(6))
        assert draft_to_export(store, None) == (issue(4, filled=True), issue(6))

    def test_an_empty_open_draft_is_taken_when_no_open_one_has_anything(self) -> None:
        store = MemoryDrafts(issue(5), issue(4, published=True, filled=True))
        assert draft_to_export(store, None) == (issue(5), None)

    def test_with_none_open_it_is_the_newest_published_one(self) -> None:
        store = MemoryDrafts(issue(5, published=True), issue(6, published=True))
        assert draft_to_export(store, None) == (issue(6, published=True), None)

    def test_there_may_be_none_at_all(self) -> None:
        assert draft_to_export(MemoryDrafts(), None) == (None, None)

    def test_a_broken_draft_that_may_be_the_open_one_is_not_passed_by(self) -> None:
        with pytest.raises(InvalidFile):
            draft_to_export(MemoryDrafts(BROKEN, issue(5, published=True)), None)
