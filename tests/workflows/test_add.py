"""Adding: what gets in, what is refused and why, and that nothing is written for nothing."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import pytest

from akira_cli.core.errors import (
    AkiraError,
    AlreadyInDraft,
    InvalidFile,
    NotAReference,
    NotFound,
    NotWritten,
    Offline,
    RateLimited,
    Refused,
    TimedOut,
    Unreachable,
    UnreadablePage,
    Withdrawn,
)
from akira_cli.core.models import Draft, Entry, MachineMarks, PaperFacts, text_digest
from akira_cli.ports import Broken
from akira_cli.workflows.add import Added, Covered, Report, Wishes, add, covered_elsewhere
from akira_cli.workflows.look_up import Places, look_up, recognise
from tests.fakes import (
    SECTIONS,
    FakeSource,
    FakeSummariser,
    MemoryCatalogue,
    MemoryDrafts,
    MemoryLibrary,
    RoutedHttp,
    paper,
)

PAPERS = Wishes(SECTIONS[2])
DRAFT = Draft(name="issue-034", label="Issue #34", number=34, date=date(2021, 11, 13))
IDS = ("2110.00001", "2110.00002", "2110.00003")
MOBILEVIT = Entry(
    id="2110.02178",
    section="papers",
    url="https://arxiv.org/abs/2110.02178",
    headline="A small network",
)


def holding(*entries: Entry, draft: Draft = DRAFT) -> Draft:
    return replace(draft, entries=entries)


@dataclass
class Desk:
    """A curator's desk: one draft, stored, and a source that knows four papers."""

    draft: Draft = DRAFT
    store: MemoryDrafts = field(default_factory=lambda: MemoryDrafts(DRAFT))
    source: FakeSource = field(
        default_factory=lambda: FakeSource([paper(), *(paper(i, f"Paper {i[-1]}") for i in IDS)])
    )
    library: MemoryLibrary = field(default_factory=MemoryLibrary)
    catalogue: MemoryCatalogue = field(default_factory=MemoryCatalogue)
    http: RoutedHttp = field(default_factory=lambda: RoutedHttp({FakeSource.address: b""}))

    def add(self, *texts: str, wishes: Wishes = PAPERS) -> Report:
        return add(
            texts,
            wishes,
            draft=self.draft,
            sections=SECTIONS,
            store=self.store,
            recognise=lambda text: recognise(text, [self.source]),
            look_up=partial(
                look_up,
                places=Places([self.source], self.http, self.library, self.catalogue),
            ),
            summariser=FakeSummariser(),
        )

    def add_one(self, text: str, wishes: Wishes = PAPERS) -> Added:
        report = self.add(text, wishes=wishes)
        assert report.refused == ()
        [added] = report.added
        return added

    def refusal(self, text: str, wishes: Wishes = PAPERS) -> AkiraError:
        report = self.add(text, wishes=wishes)
        assert report.added == ()
        [refused] = report.refused
        assert refused.text == text
        return refused.error


def with_draft(draft: Draft) -> Desk:
    return Desk(draft, MemoryDrafts(draft))


def cut_off(error: AkiraError, desk: Desk | None = None) -> Desk:
    return replace(desk or Desk(), http=RoutedHttp({FakeSource.address: error}))


class TestWhatIsAdded:
    def test_a_paper_becomes_the_last_entry_of_its_section(self) -> None:
        desk = with_draft(holding(MOBILEVIT, replace(MOBILEVIT, id="a", section="other", url="a")))
        added = desk.add_one("arXiv:2110.00001v1")
        assert added.handle == "3.2"
        assert (added.origin, added.because, added.covered) == ("source", "", ())
        assert desk.store.load("issue-034").entries[-1] == added.entry

    def test_an_entry_has_the_facts_and_the_machine_s_texts_marked(self) -> None:
        desk = Desk(source=FakeSource([paper(version=2)]))
        assert desk.add_one("2110.02178").entry == Entry(
            id="2110.02178",
            section="papers",
            url="https://arxiv.org/abs/2110.02178",
            headline="On MobileViT",
            title="[2110.02178] MobileViT",
            summary="A small network for phones.",
            machine=MachineMarks(
                text_digest("On MobileViT"), text_digest("A small network for phones.")
            ),
            paper=PaperFacts(
                authors=("Sachin Mehta", "Mohammad Rastegari"),
                published=date(2021, 10, 5),
                categories=("cs.CV", "cs.AI"),
                version=2,
            ),
        )

    @pytest.mark.parametrize(
        ("wishes", "marked"),
        [
            (replace(PAPERS, headline="Mine"), ("summary",)),
            (replace(PAPERS, summary="Mine"), ("headline",)),
            (replace(PAPERS, headline="Mine", summary="My *own*"), ()),
        ],
    )
    def test_the_curator_s_own_texts_are_kept_as_they_are_and_not_marked(
        self, wishes: Wishes, marked: tuple[str, ...]
    ) -> None:
        entry = Desk().add_one("2110.02178", wishes).entry
        assert entry.machine_fields == marked
        assert entry.headline == (wishes.headline or "On MobileViT")
        assert entry.summary == (wishes.summary or "A small network for phones.")

    def test_several_papers_are_one_request_and_one_change_in_the_order_given(self) -> None:
        desk = Desk()
        report = desk.add("2110.00003", "2110.00001")
        assert [one.handle for one in report.added] == ["3.1", "3.2"]
        assert report.draft == desk.store.load("issue-034")
        assert [entry.id for entry in desk.store.load("issue-034").entries] == [
            "2110.00003",
            "2110.00001",
        ]
        assert desk.source.batches == [["2110.00003", "2110.00001"]]
        assert desk.store.notes == ["issue-034: add 2110.00003, 2110.00001"]

    def test_the_good_ones_get_in_and_the_others_are_reported_in_the_order_given(self) -> None:
        desk = with_draft(holding(MOBILEVIT))
        report = desk.add("2110.99999", "2113.00001", "2110.02178", "2110.00001", "nonsense")
        assert [one.entry.id for one in report.added] == ["2110.00001"]
        assert [(one.text, type(one.error)) for one in report.refused] == [
            ("2110.99999", NotFound),
            ("2113.00001", NotAReference),
            ("2110.02178", AlreadyInDraft),
            ("nonsense", NotAReference),
        ]

    def test_a_handle_that_is_taken_by_something_else_gets_a_number(self) -> None:
        other = replace(MOBILEVIT, url="https://example.org/")
        added = with_draft(holding(other)).add_one("2110.02178")
        assert (added.entry.id, added.handle) == ("2110.02178-2", "3.2")

    def test_what_could_not_come_from_the_source_says_where_it_is_from(self) -> None:
        desk = cut_off(Unreachable("no such host"), Desk(catalogue=MemoryCatalogue(paper())))
        added = desk.add_one("2110.02178")
        assert (added.origin, added.because) == ("catalogue", "no such host")


class TestRepeats:
    @pytest.mark.parametrize(
        "text",
        [
            "2110.02178",
            "2110.02178v3",
            "arXiv:2110.02178",
            "https://arxiv.org/pdf/2110.02178v1",
            "https://doi.org/10.48550/arXiv.2110.02178",
        ],
    )
    @pytest.mark.parametrize("url", ["https://arxiv.org/abs/2110.02178v2", MOBILEVIT.url])
    def test_a_repeat_is_refused_under_any_form_with_its_place(self, text: str, url: str) -> None:
        here = replace(MOBILEVIT, id="mobilevit", url=url)
        desk = with_draft(holding(replace(here, id="a", url="https://example.org/"), here))
        error = desk.refusal(text)
        assert isinstance(error, AlreadyInDraft)
        assert error.message == (
            "'2110.02178' is in Issue #34 already, at 3.2 in papers: \"A small network\""
        )
        assert error.hint == "--again adds it all the same"
        assert desk.http.requests == []

    @pytest.mark.parametrize("text", ["math.GT/0309136", "https://arxiv.org/abs/math/0309136v2"])
    def test_a_repeat_of_an_old_style_id_is_refused(self, text: str) -> None:
        url = "https://arxiv.org/abs/math/0309136"
        desk = with_draft(holding(replace(MOBILEVIT, id="math/0309136", url=url)))
        assert isinstance(desk.refusal(text), AlreadyInDraft)

    def test_again_adds_a_repeat_under_a_handle_of_its_own(self) -> None:
        desk = with_draft(holding(MOBILEVIT))
        added = desk.add_one("2110.02178", replace(PAPERS, again=True))
        assert (added.entry.id, added.handle) == ("2110.02178-2", "3.2")

    def test_the_same_paper_twice_in_one_command_is_added_once(self) -> None:
        report = Desk().add("2110.00001", "arXiv:2110.00001v1")
        assert [one.entry.id for one in report.added] == ["2110.00001"]
        [refused] = report.refused
        assert refused.text == "arXiv:2110.00001v1"
        assert isinstance(refused.error, AlreadyInDraft)
        assert refused.error.message == "'2110.00001' is given twice"

    def test_again_adds_the_same_paper_twice_in_one_command(self) -> None:
        report = Desk().add("2110.00001", "arXiv:2110.00001v1", wishes=replace(PAPERS, again=True))
        assert [one.entry.id for one in report.added] == ["2110.00001", "2110.00001-2"]
        assert [one.handle for one in report.added] == ["3.1", "3.2"]

    def test_a_repeat_that_gets_into_the_file_meanwhile_is_refused(self) -> None:
        desk = Desk()
        desk.store.meanwhile = lambda found: holding(MOBILEVIT, draft=found)
        report = desk.add("2110.02178", "2110.00001")
        [added] = report.added
        assert (added.entry.id, added.handle) == ("2110.00001", "3.2")
        [refused] = report.refused
        assert refused.text == "2110.02178"
        assert 'at 3.1 in papers: "A small network"' in refused.error.message
        assert desk.store.load("issue-034").entries == (MOBILEVIT, added.entry)

    def test_a_late_repeat_is_told_once_however_often_the_file_is_read(self) -> None:
        desk = Desk(store=MemoryDrafts(holding(MOBILEVIT)))
        desk.store.meanwhile = lambda found: replace(found, language="ja")
        report = desk.add("2110.02178", "2110.00001")
        assert [one.text for one in report.refused] == ["2110.02178"]
        assert [one.entry.id for one in report.added] == ["2110.00001"]

    def test_again_adds_what_gets_into_the_file_meanwhile(self) -> None:
        desk = Desk()
        desk.store.meanwhile = lambda found: holding(MOBILEVIT, draft=found)
        added = desk.add_one("2110.02178", replace(PAPERS, again=True))
        assert added.entry.id == "2110.02178-2"

    def test_when_only_late_repeats_are_left_nothing_is_written(self) -> None:
        desk = Desk()
        desk.store.meanwhile = lambda found: holding(MOBILEVIT, draft=found)
        report = desk.add("2110.02178")
        assert (report.draft, report.added) == (None, ())
        assert [one.text for one in report.refused] == ["2110.02178"]
        assert desk.store.notes == []


class TestCoverageElsewhere:
    OCTOBER = Draft(
        name="october-2021",
        label="October 2021",
        date=date(2021, 10, 30),
        published=True,
        entries=(replace(MOBILEVIT, id="vit", section="featured", url=MOBILEVIT.url + "v1"),),
    )

    def test_another_issue_with_the_paper_is_named_and_does_not_stand_in_the_way(self) -> None:
        desk = Desk(store=MemoryDrafts(DRAFT, self.OCTOBER))
        assert desk.add_one("2110.02178").covered == (
            Covered(
                draft="october-2021",
                label="October 2021",
                date=date(2021, 10, 30),
                published=True,
                section="featured",
                headline="A small network",
            ),
        )

    def test_the_draft_itself_is_not_elsewhere(self) -> None:
        desk = with_draft(holding(MOBILEVIT))
        assert desk.add_one("2110.02178", replace(PAPERS, again=True)).covered == ()

    def test_a_broken_draft_elsewhere_is_passed_by(self) -> None:
        broken = Broken("issue-033", InvalidFile("2110.02178 is not TOML"))
        desk = Desk(store=MemoryDrafts(broken, DRAFT, self.OCTOBER))
        assert [one.draft for one in desk.add_one("2110.02178").covered] == ["october-2021"]

    def test_a_mention_in_a_text_is_no_coverage(self) -> None:
        entry = replace(
            MOBILEVIT, url="https://arxiv.org/abs/2110.07858", summary="As in 2110.02178."
        )
        store = MemoryDrafts(DRAFT, replace(self.OCTOBER, entries=(entry,)))
        assert Desk(store=store).add_one("2110.02178").covered == ()

    def test_an_old_style_id_is_found_with_its_subject_class_too(self) -> None:
        entry = replace(MOBILEVIT, url="https://arxiv.org/abs/math.GT/0309136")
        store = MemoryDrafts(replace(self.OCTOBER, entries=(entry,)))
        reference = recognise("math/0309136", [FakeSource()])
        assert len(covered_elsewhere(reference, "issue-034", store)) == 1


class TestWithdrawnPapers:
    SOURCE = FakeSource([paper(version=2, withdrawn="an error in lemma 3")])

    def test_a_withdrawn_paper_is_refused_with_the_authors_reason(self) -> None:
        desk = Desk(source=self.SOURCE)
        error = desk.refusal("2110.02178")
        assert isinstance(error, Withdrawn)
        assert error.message == "'2110.02178v2' was withdrawn: an error in lemma 3"
        assert error.hint == "--force adds it all the same"
        assert desk.store.notes == []

    def test_force_adds_it(self) -> None:
        added = Desk(source=self.SOURCE).add_one("2110.02178", replace(PAPERS, force=True))
        assert added.entry.id == "2110.02178"

    def test_a_reason_left_empty_is_a_withdrawal_too(self) -> None:
        desk = Desk(source=FakeSource([paper(withdrawn="")]))
        assert isinstance(desk.refusal("2110.02178"), Withdrawn)

    def test_pending_keeps_no_placeholder_for_it(self) -> None:
        error = Desk(source=self.SOURCE).refusal("2110.02178", replace(PAPERS, pending=True))
        assert isinstance(error, Withdrawn)


class TestPlaceholders:
    PENDING = replace(PAPERS, pending=True)

    def test_pending_keeps_one_for_a_page_that_refuses_machines(self) -> None:
        error = UnreadablePage("'a page' asks for a login")
        desk = Desk(source=FakeSource([], {"2110.02178": error}))
        assert desk.add_one("2110.02178", self.PENDING).origin == "pending"

    @pytest.mark.parametrize(
        "error",
        [Offline("offline"), Unreachable("no such host"), TimedOut("silent"), RateLimited("429")],
    )
    def test_pending_keeps_a_placeholder_for_what_the_network_kept_back(
        self, error: AkiraError
    ) -> None:
        desk = cut_off(error)
        added = desk.add_one("arXiv:2110.02178v2", self.PENDING)
        assert (added.origin, added.handle) == ("pending", "3.1")
        assert added.because.startswith(error.message)
        assert added.entry == Entry(
            id="2110.02178",
            section="papers",
            url="https://arxiv.org/abs/2110.02178",
            title="[2110.02178]",
            pending=True,
            paper=PaperFacts(version=2),
        )
        assert desk.store.load("issue-034").entries == (added.entry,)

    def test_a_placeholder_keeps_the_curator_s_texts(self) -> None:
        wishes = replace(self.PENDING, headline="Mine", summary="My own")
        entry = cut_off(Offline("offline")).add_one("2110.02178", wishes).entry
        assert (entry.headline, entry.summary) == ("Mine", "My own")
        assert not entry.machine

    def test_without_pending_the_error_is_reported(self) -> None:
        error = Offline("offline")
        desk = cut_off(error)
        assert desk.refusal("2110.02178") is error
        assert desk.store.notes == []

    def test_what_does_not_exist_gets_no_placeholder(self) -> None:
        assert isinstance(Desk().refusal("2110.99999", self.PENDING), NotFound)

    def test_what_can_be_had_is_no_placeholder(self) -> None:
        assert not Desk().add_one("2110.02178", self.PENDING).entry.pending

    def test_a_placeholder_is_told_where_else_it_is_covered(self) -> None:
        store = MemoryDrafts(DRAFT, TestCoverageElsewhere.OCTOBER)
        desk = cut_off(Offline("offline"), Desk(store=store))
        assert len(desk.add_one("2110.02178", self.PENDING).covered) == 1


class TestANewDraft:
    def test_it_is_made_and_used_when_something_is_added(self) -> None:
        desk = Desk(store=MemoryDrafts())
        report = desk.add("2110.02178")
        assert report.draft == desk.store.load("issue-034")
        assert len(desk.store.load("issue-034").entries) == 1
        assert desk.store.current() == "issue-034"
        assert desk.store.notes == [
            "issue-034: draft new Issue #34",
            "issue-034: add 2110.02178",
        ]

    @pytest.mark.parametrize("texts", [["2113.00001"], ["2110.99999"], ["nonsense", "2110.99999"]])
    def test_it_is_not_made_when_nothing_is_added(self, texts: list[str]) -> None:
        desk = Desk(store=MemoryDrafts())
        report = desk.add(*texts)
        assert (report.draft, report.added) == (None, ())
        assert len(report.refused) == len(texts)
        assert desk.store.names() == []
        assert desk.store.current() is None

    def test_a_malformed_text_alone_asks_nobody(self) -> None:
        desk = Desk()
        desk.add("2113.00001")
        assert desk.http.requests == []
        assert desk.source.batches == []

    def test_the_one_another_process_has_just_made_will_do(self) -> None:
        class RacedDrafts(MemoryDrafts):
            """Another process makes the same draft between the look and the making."""

            def names(self) -> list[str]:
                seen = super().names()
                if not seen:
                    super().create(holding(MOBILEVIT), "draft new, by another process")
                return seen

        desk = Desk(store=RacedDrafts())
        added = desk.add_one("2110.00001")
        assert desk.store.load("issue-034").entries == (MOBILEVIT, added.entry)
        assert desk.store.current() == "issue-034"

    def test_a_draft_that_is_there_is_neither_made_again_nor_put_to_use(self) -> None:
        desk = Desk()
        desk.add("2110.02178")
        assert desk.store.current() is None
        assert desk.store.notes == ["issue-034: add 2110.02178"]

    def test_a_disk_that_refuses_is_not_mistaken_for_a_draft_that_is_there(self) -> None:
        class FullDrafts(MemoryDrafts):
            """A store on a full disk."""

            def create(self, draft: Draft, note: str) -> None:
                raise NotWritten(f"cannot write '{self.path(draft.name)}' ({note})")

        with pytest.raises(NotWritten):
            Desk(store=FullDrafts()).add("2110.02178")


def test_refusals_carry_the_text_as_it_was_given() -> None:
    desk = with_draft(holding(MOBILEVIT))
    [refused] = desk.add("  https://arxiv.org/abs/2110.02178 ").refused
    assert isinstance(refused, Refused)
    assert refused.text == "  https://arxiv.org/abs/2110.02178 "
