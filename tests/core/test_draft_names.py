"""Names, numbers and labels of issues, and which one is meant."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from akira_cli.core.draft_names import choose, name_for, new_draft, newest_first, next_number
from akira_cli.core.errors import UnknownHandle, UsageError
from akira_cli.core.models import Draft

DAY = date(2021, 11, 13)


def issue(number: int, day: date | None = None) -> Draft:
    return Draft(f"issue-{number:03d}", f"Issue #{number}", number, day)


def labelled(name: str, label: str, number: int | None = None) -> Draft:
    return Draft(name, label, number)


def new(*drafts: Draft, number: int | None = None, label: str | None = None) -> Draft:
    return new_draft(
        drafts,
        day=DAY,
        language="en",
        label_pattern="Issue #{number}",
        number=number,
        label=label,
    )


class TestNames:
    @pytest.mark.parametrize(
        ("number", "label", "expected"),
        [
            (34, "Issue #34", "issue-034"),
            (34, "34", "issue-034"),
            (34, " ISSUE 34 ", "issue-034"),
            (1234, "Issue #1234", "issue-1234"),
            (None, "Week 12, 2021", "week-12-2021"),
            (34, "Week 12, 2021", "issue-034"),
            (34, "Issue #35", "issue-35"),
            (None, "November 2021", "november-2021"),
            (None, "11/2021", "11-2021"),
            (None, "../../etc/passwd", "etc-passwd"),
            (None, "Été 2021", "été-2021"),
            (None, "2021年11月号", "2021年11月号"),
        ],
    )
    def test_a_label_makes_the_name_of_a_file(
        self, number: int | None, label: str, expected: str
    ) -> None:
        assert name_for(number, label) == expected

    @given(st.none() | st.integers(0, 9999), st.text())
    def test_a_name_is_always_a_safe_stem(self, number: int | None, label: str) -> None:
        assume(number is not None or any(letter.isalnum() for letter in label.casefold()))
        name = name_for(number, label)
        assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", name)

    @pytest.mark.parametrize("label", ["", "  ", "!?", "../..", "___", "🎉"])
    def test_a_label_without_a_letter_is_named(self, label: str) -> None:
        with pytest.raises(UsageError) as caught:
            name_for(None, label)
        assert f"'{label}'" in caught.value.message


class TestNewDraft:
    def test_the_first_issue_is_number_one(self) -> None:
        assert new() == Draft("issue-001", "Issue #1", 1, DAY, "en")

    def test_the_next_issue_follows_the_highest_number(self) -> None:
        drafts = (issue(33), issue(5), labelled("week-12-2021", "Week 12, 2021"))
        assert next_number(drafts) == 34
        assert new(*drafts) == Draft("issue-034", "Issue #34", 34, DAY, "en")

    @pytest.mark.parametrize(
        ("number", "label", "expected"),
        [
            (50, None, ("issue-050", "Issue #50", 50)),
            (0, None, ("issue-000", "Issue #0", 0)),
            (None, "Issue #7", ("issue-007", "Issue #7", 7)),
            (None, "#7", ("issue-007", "#7", 7)),
            (None, "Week 12, 2021", ("week-12-2021", "Week 12, 2021", None)),
            (12, "Week 12, 2021", ("issue-012", "Week 12, 2021", 12)),
            (None, "  Week\n12 ", ("week-12", "Week 12", None)),
        ],
    )
    def test_number_and_label_can_be_asked_for(
        self,
        number: int | None,
        label: str | None,
        expected: tuple[str, str, int | None],
    ) -> None:
        draft = new(issue(33), number=number, label=label)
        assert (draft.name, draft.label, draft.number) == expected

    @pytest.mark.parametrize("digits", [19, 5000])
    def test_a_label_of_too_many_digits_is_no_number(self, digits: int) -> None:
        draft = new(label="#" + "9" * digits)
        assert (draft.name, draft.number) == ("9" * digits, None)

    @pytest.mark.parametrize("number", [10**18, 2**63])
    def test_a_number_that_no_file_can_hold_is_refused(self, number: int) -> None:
        with pytest.raises(UsageError, match=f"{number} is too high"):
            new(number=number)
        with pytest.raises(UsageError, match=f"{number} is too high"):
            new(issue(number - 1))

    def test_a_label_follows_the_pattern_of_the_newsletter(self) -> None:
        draft = new_draft([], day=DAY, language="ja", label_pattern="第{number}号 ({date})")
        assert (draft.name, draft.label) == ("issue-001", "第1号 (2021-11-13)")
        assert draft.language == "ja"


class TestNewestFirst:
    def test_the_date_decides_then_the_number_then_the_name(self) -> None:
        old, new_ = issue(9, date(2021, 1, 1)), issue(2, date(2021, 2, 1))
        same_day = issue(3, date(2021, 2, 1))
        undated, other = issue(50), labelled("b", "B")
        assert newest_first([undated, old, labelled("a", "A"), new_, other, same_day]) == [
            same_day,
            new_,
            old,
            undated,
            other,
            labelled("a", "A"),
        ]

    @given(st.permutations([issue(1, DAY), issue(2, DAY), issue(3), labelled("a", "A")]))
    def test_the_order_given_does_not_matter(self, drafts: list[Draft]) -> None:
        assert newest_first(drafts) == newest_first(reversed(drafts))


class TestChoose:
    DRAFTS = (
        issue(34),
        issue(7),
        labelled("week-12-2021", "Week 12, 2021", 12),
        labelled("11-2021", "11/2021"),
        labelled("special", "7"),
    )

    @pytest.mark.parametrize(
        ("wanted", "name"),
        [
            ("34", "issue-034"),
            ("034", "issue-034"),
            ("#34", "issue-034"),
            ("issue #34", "issue-034"),
            ("ISSUE-034", "issue-034"),
            ("issue-034.toml", "issue-034"),
            ("drafts/issue-034.toml", "issue-034"),
            ("12", "week-12-2021"),
            ("week  12,\n2021", "week-12-2021"),
            ("11/2021", "11-2021"),
            ("#7", "issue-007"),
            ("7", "special"),
        ],
    )
    def test_a_number_a_label_or_a_file_names_a_draft(self, wanted: str, name: str) -> None:
        assert choose(self.DRAFTS, wanted).name == name

    @pytest.mark.parametrize("wanted", ["35", "issue", "", "week 13", "-34", "#", "9" * 5000])
    def test_what_names_nothing_is_told_with_the_newest_drafts(self, wanted: str) -> None:
        with pytest.raises(UnknownHandle) as caught:
            choose(self.DRAFTS, wanted)
        assert caught.value.message == f"no draft is called '{wanted}'"
        assert caught.value.hint == ("drafts: issue-034, week-12-2021, issue-007, special, 11-2021")

    def test_the_hint_lists_no_more_than_six(self) -> None:
        with pytest.raises(UnknownHandle) as caught:
            choose([issue(number) for number in range(1, 20)], "99")
        assert caught.value.hint.count("issue-") == 6
        assert "issue-019" in caught.value.hint

    def test_without_any_draft_the_hint_says_so(self) -> None:
        with pytest.raises(UnknownHandle) as caught:
            choose([], "34")
        assert caught.value.hint == "drafts: none yet"

    def test_a_number_of_two_drafts_names_both(self) -> None:
        drafts = [issue(34), labelled("special", "Special", 34)]
        with pytest.raises(UnknownHandle, match="more than one draft: issue-034, special"):
            choose(drafts, "34")

    def test_a_label_goes_before_a_number(self) -> None:
        drafts = [labelled("a", "34"), issue(34)]
        assert choose(drafts, "34").name == "a"
