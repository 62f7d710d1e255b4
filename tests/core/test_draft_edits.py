"""Edits of a draft: what they change and, above all, what they leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.draft_edits import (
    add_entry,
    add_highlight,
    approve,
    find_about,
    known_entry,
    known_highlight,
    move_entry,
    noted,
    position_of,
    remove_entry,
    remove_highlight,
    replace_entry,
    resolve,
    unused_id,
)
from akira_cli.core.errors import UnknownHandle, UsageError
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft, Entry, Highlight, MachineMarks, PaperFacts, text_digest
from tests.fakes import SECTIONS

KEYS = [section.key for section in SECTIONS]


def entry(entry_id: str, section: str = "papers", url: str = "https://example.org/") -> Entry:
    return Entry(id=entry_id, section=section, url=url)


def issue(*entries: Entry, highlights: str = "") -> Draft:
    bullets = tuple(Highlight(text) for text in highlights.split())
    return Draft("issue-034", "Issue #34", highlights=bullets, entries=entries)


def ids(draft: Draft) -> list[str]:
    return [entry.id for entry in draft.entries]


entries = st.builds(
    entry, st.from_regex(r"[a-z]{1,3}", fullmatch=True), st.sampled_from([*KEYS, "stray"])
)
drafts = st.lists(entries, max_size=8, unique_by=lambda e: e.id).map(lambda some: issue(*some))
filled_drafts = drafts.filter(lambda draft: bool(draft.entries))
highlights = st.builds(Highlight, st.text(max_size=5))


class TestAddReplaceRemove:
    def test_an_entry_is_added_as_the_last(self) -> None:
        assert add_entry(issue(entry("a")), entry("b")) == issue(entry("a"), entry("b"))

    @given(drafts, st.sampled_from(KEYS))
    def test_adding_and_removing_leaves_the_draft_as_it_was(self, draft: Draft, key: str) -> None:
        new = entry(unused_id(draft, "a"), key)
        assert remove_entry(add_entry(draft, new), new.id) == draft

    @given(filled_drafts, st.data())
    def test_replacing_an_entry_leaves_order_and_others(
        self, draft: Draft, data: st.DataObject
    ) -> None:
        old = data.draw(st.sampled_from(draft.entries))
        new = replace(old, headline="new")
        replaced = replace_entry(draft, new)
        assert ids(replaced) == ids(draft)
        assert replaced.entry(old.id) == new
        assert replace_entry(replaced, old) == draft

    def test_an_unknown_entry_is_neither_replaced_nor_removed(self) -> None:
        with pytest.raises(UnknownHandle, match="Issue #34 has no entry 'b'"):
            replace_entry(issue(entry("a")), entry("b"))
        with pytest.raises(UnknownHandle, match="Issue #34 has no entry 'b'"):
            remove_entry(issue(entry("a")), "b")


class TestUnusedId:
    @pytest.mark.parametrize(
        ("taken", "expected"), [("", "a"), ("a", "a-2"), ("a a-2", "a-3"), ("a a-3", "a-2")]
    )
    def test_a_handle_that_is_taken_gets_the_first_free_number(
        self, taken: str, expected: str
    ) -> None:
        assert unused_id(issue(*map(entry, taken.split())), "a") == expected


class TestMove:
    DRAFT = issue(entry("a"), entry("x", "other"), entry("b"), entry("y", "other"), entry("c"))

    @pytest.mark.parametrize(
        ("moved", "section", "position", "expected"),
        [
            ("a", "papers", 2, "papers: b a c; other: x y"),
            ("c", "papers", 1, "papers: c a b; other: x y"),
            ("a", "papers", None, "papers: a b c; other: x y"),
            ("b", "papers", 2, "papers: a b c; other: x y"),
            ("a", "other", 1, "papers: b c; other: a x y"),
            ("a", "other", 3, "papers: b c; other: x y a"),
            ("y", "papers", None, "papers: a b c y; other: x"),
            ("b", "featured", None, "featured: b; papers: a c; other: x y"),
        ],
    )
    def test_an_entry_stands_where_it_was_put(
        self, moved: str, section: str, position: int | None, expected: str
    ) -> None:
        draft = move_entry(self.DRAFT, moved, section, position)
        held = {key: [e.id for e in draft.in_section(key)] for key in KEYS}
        assert "; ".join(f"{k}: {' '.join(v)}" for k, v in held.items() if v) == expected

    @pytest.mark.parametrize(
        ("section", "position", "expected"),
        [
            ("papers", None, "a x b y c"),
            ("papers", 3, "x b y c a"),
            ("other", None, "x b y a c"),
            ("other", 2, "x b a y c"),
            ("featured", None, "x b y c a"),
        ],
    )
    def test_in_the_file_an_entry_stands_beside_its_neighbour(
        self, section: str, position: int | None, expected: str
    ) -> None:
        assert " ".join(ids(move_entry(self.DRAFT, "a", section, position))) == expected

    @given(filled_drafts, st.data())
    def test_every_entry_is_kept_and_the_others_keep_their_order(
        self, draft: Draft, data: st.DataObject
    ) -> None:
        moved = data.draw(st.sampled_from(draft.entries))
        key = data.draw(st.sampled_from(KEYS))
        others_there = [e for e in draft.in_section(key) if e.id != moved.id]
        position = data.draw(st.none() | st.integers(1, len(others_there) + 1))
        result = move_entry(draft, moved.id, key, position)
        assert remove_entry(result, moved.id) == remove_entry(draft, moved.id)
        place = result.in_section(key).index(replace(moved, section=key)) + 1
        stays = draft.in_section(key).index(moved) + 1 if moved.section == key else None
        assert place == (position or stays or len(others_there) + 1)

    @given(filled_drafts, st.data())
    def test_moving_an_entry_to_where_it_stands_changes_no_section(
        self, draft: Draft, data: st.DataObject
    ) -> None:
        moved = data.draw(st.sampled_from(draft.entries))
        place = draft.in_section(moved.section).index(moved) + 1
        result = move_entry(draft, moved.id, moved.section, place)
        assert [result.in_section(key) for key in KEYS] == [draft.in_section(key) for key in KEYS]

    @pytest.mark.parametrize(
        ("section", "position", "hint"),
        [
            ("papers", 0, "it has 2 other entries, so 1 to 3 will do"),
            ("papers", 4, "it has 2 other entries, so 1 to 3 will do"),
            ("featured", 2, "it has 0 other entries, so 1 to 1 will do"),
        ],
    )
    def test_a_place_that_is_not_there_is_named(
        self, section: str, position: int, hint: str
    ) -> None:
        with pytest.raises(UsageError) as caught:
            move_entry(self.DRAFT, "a", section, position)
        assert caught.value.message == f"there is no position {position} in section '{section}'"
        assert caught.value.hint == hint

    def test_an_unknown_entry_is_not_moved(self) -> None:
        with pytest.raises(UnknownHandle, match="'z'"):
            move_entry(self.DRAFT, "z", "papers")


class TestHandles:
    VIT = entry("vit", url="https://arxiv.org/abs/2110.02178v2")
    OLD = entry("old", "other", url="https://arxiv.org/abs/math/0309136")
    DRAFT = issue(entry("a"), VIT, OLD, entry("stray", "poetry"))

    @pytest.mark.parametrize(
        ("handle", "expected"),
        [
            ("a", "a"),
            (" vit ", "vit"),
            ("3.1", "a"),
            ("3.2", "vit"),
            ("5.1", "old"),
            ("2110.02178", "vit"),
            ("2110.02178v1", "vit"),
            ("https://arxiv.org/pdf/2110.02178", "vit"),
            ("math.GT/0309136", "old"),
            ("stray", "stray"),
        ],
    )
    def test_an_entry_answers_to_its_id_its_place_and_its_paper(
        self, handle: str, expected: str
    ) -> None:
        assert resolve(self.DRAFT, SECTIONS, handle).id == expected

    @pytest.mark.parametrize(
        "handle", ["", "b", "A", "3.3", "3.0", "0.1", "6.1", "1.1", "3", "2110.02179", "3.1.1"]
    )
    def test_a_handle_of_nothing_is_named(self, handle: str) -> None:
        with pytest.raises(UnknownHandle, match=f"no entry '{handle}'") as caught:
            resolve(self.DRAFT, SECTIONS, handle)
        assert "akira draft show" in caught.value.hint

    def test_the_version_in_a_handle_decides_between_versions_of_a_paper(self) -> None:
        first, second = (
            Entry(name, "papers", "https://arxiv.org/abs/2110.02178", paper=PaperFacts(version=n))
            for n, name in enumerate(("one", "two"), start=1)
        )
        draft = issue(first, second)
        assert resolve(draft, SECTIONS, "2110.02178v2") is second
        for handle in ("2110.02178", "2110.02178v3"):
            with pytest.raises(UnknownHandle, match="more than one entry: one, two"):
                resolve(draft, SECTIONS, handle)

    def test_an_id_goes_before_a_place(self) -> None:
        named_like_a_place = entry("3.1", "other")
        draft = issue(entry("a"), named_like_a_place)
        assert resolve(draft, SECTIONS, "3.1") is named_like_a_place

    @given(filled_drafts, st.data())
    def test_the_place_of_an_entry_leads_back_to_it(
        self, draft: Draft, data: st.DataObject
    ) -> None:
        some = data.draw(st.sampled_from(draft.entries))
        assert resolve(draft, SECTIONS, position_of(draft, SECTIONS, some.id)) is some

    def test_a_place_is_counted_within_the_section(self) -> None:
        places = [position_of(self.DRAFT, SECTIONS, e.id) for e in self.DRAFT.entries]
        assert places == ["3.1", "3.2", "5.1", self.DRAFT.entries[3].id]

    def test_the_entry_of_an_id_is_known_or_named(self) -> None:
        assert known_entry(self.DRAFT, "vit") is self.VIT
        with pytest.raises(UnknownHandle, match=r"'2110\.02178'"):
            known_entry(self.DRAFT, "2110.02178")


def test_the_log_names_a_few_entries_of_many() -> None:
    assert noted("add", ["a", "b"]) == "add a, b"
    assert noted("add", [str(n) for n in range(9)]) == "add 0, 1, 2, 3, 4, 5 and 3 more"


class TestFindPaper:
    @pytest.mark.parametrize(
        "url",
        [
            "https://arxiv.org/abs/2110.02178",
            "https://arxiv.org/abs/2110.02178v4",
            "http://arxiv.org/pdf/2110.02178v1.pdf",
            "https://doi.org/10.48550/arXiv.2110.02178",
        ],
    )
    def test_a_paper_is_found_by_any_of_its_addresses(self, url: str) -> None:
        found = find_about(
            issue(entry("a"), entry("vit", url=url)), Reference("arxiv", "2110.02178")
        )
        assert found is not None
        assert found.id == "vit"

    def test_an_old_style_id_is_found_whatever_its_subject_class(self) -> None:
        draft = issue(entry("old", url="https://arxiv.org/abs/math.GT/0309136"))
        assert find_about(draft, Reference("arxiv", "math/0309136")) is draft.entries[0]

    @pytest.mark.parametrize(
        "url",
        [
            "https://arxiv.org/abs/2110.02179",
            "https://arxiv.org/abs/2110.021780",
            "https://example.org/2110.02178",
        ],
    )
    def test_another_address_is_another_paper(self, url: str) -> None:
        assert (
            find_about(issue(entry("2110.02178", url=url)), Reference("arxiv", "2110.02178"))
            is None
        )

    def test_the_same_digits_in_another_archive_are_another_paper(self) -> None:
        draft = issue(entry("old", url="https://arxiv.org/abs/hep-th/0309136"))
        assert find_about(draft, Reference("arxiv", "math/0309136")) is None


def test_an_approved_entry_has_no_marks_and_the_same_texts() -> None:
    marks = MachineMarks(text_digest("On a"), text_digest("About a."))
    marked = replace(entry("a"), headline="On a", summary="About a.", machine=marks)
    assert marked.machine_fields == ("headline", "summary")
    assert approve(marked) == replace(marked, machine=MachineMarks())


class TestHighlights:
    @given(st.lists(highlights, max_size=5), highlights, st.data())
    def test_adding_and_removing_a_bullet_leaves_the_others(
        self, some: list[Highlight], new: Highlight, data: st.DataObject
    ) -> None:
        draft = replace(issue(), highlights=tuple(some))
        position = data.draw(st.none() | st.integers(1, len(some) + 1))
        number = position or len(some) + 1
        added = add_highlight(draft, new, position)
        assert known_highlight(added, number) is new
        assert remove_highlight(added, number) == draft

    @pytest.mark.parametrize("position", [-1, 0, 4])
    def test_a_place_that_is_not_there_is_named(self, position: int) -> None:
        with pytest.raises(UsageError) as caught:
            add_highlight(issue(highlights="one two"), Highlight("new"), position)
        assert caught.value.message == f"there is no position {position} among 2 highlights"
        assert caught.value.hint == "1 to 3 will do"

    @pytest.mark.parametrize("number", [-1, 0, 3])
    def test_a_bullet_that_is_not_there_is_named(self, number: int) -> None:
        draft = issue(highlights="one two")
        for look in (known_highlight, remove_highlight):
            with pytest.raises(UnknownHandle, match=f"Issue #34 has no highlight {number}"):
                look(draft, number)
