"""Filling placeholders: the facts come in, and nothing the curator wrote meanwhile goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

import pytest

from akira_cli.core.draft_edits import remove_entry, replace_entry
from akira_cli.core.entries import placeholder
from akira_cli.core.errors import (
    InvalidFile,
    NotAReference,
    NotFound,
    Offline,
    Refused,
    TimedOut,
    Withdrawn,
)
from akira_cli.core.items import Reference
from akira_cli.core.models import Draft, Entry, MachineMarks, PaperFacts
from akira_cli.ports import Broken
from akira_cli.workflows.look_up import Places, look_up, recognise
from akira_cli.workflows.refresh import Filled, refresh
from tests.fakes import (
    FakeSource,
    FakeSummariser,
    MemoryCatalogue,
    MemoryDrafts,
    MemoryLibrary,
    RoutedHttp,
    paper,
)


def waiting(arxiv_id: str = "2110.02178", version: int | None = None) -> Entry:
    url = f"https://arxiv.org/abs/{arxiv_id}"
    return placeholder(Reference("arxiv", arxiv_id, version, url=url), "papers")


def issue(*entries: Entry, name: str = "issue-034", published: bool = False) -> Draft:
    return Draft(name=name, label=name.title(), entries=entries, published=published)


@dataclass
class Desk:
    """Drafts, and a source that knows MobileViT in two versions and one other paper."""

    store: MemoryDrafts
    source: FakeSource = field(
        default_factory=lambda: FakeSource(
            [paper(version=1), paper(version=2), paper("2110.00001", "Other")]
        )
    )
    catalogue: MemoryCatalogue = field(default_factory=MemoryCatalogue)
    http: RoutedHttp = field(default_factory=lambda: RoutedHttp({FakeSource.address: b""}))

    def refresh(self, force: bool = False) -> list[Filled | Refused]:
        return list(
            refresh(
                store=self.store,
                recognise=lambda text: recognise(text, [self.source]),
                look_up=partial(
                    look_up,
                    places=Places([self.source], self.http, MemoryLibrary(), self.catalogue),
                ),
                summariser=FakeSummariser(),
                force=force,
            )
        )

    def fill_one(self) -> Entry:
        [outcome] = self.refresh()
        assert isinstance(outcome, Filled)
        assert outcome.entry == self.store.load(outcome.draft.name).entry(outcome.entry.id)
        return outcome.entry


def refusals(outcomes: list[Filled | Refused]) -> list[tuple[str, type[Exception]]]:
    return [(one.text, type(one.error)) for one in outcomes if isinstance(one, Refused)]


def test_a_placeholder_gets_its_facts_and_the_machine_s_texts() -> None:
    entry = Desk(MemoryDrafts(issue(waiting()))).fill_one()
    assert not entry.pending
    assert entry.title == "[2110.02178] MobileViT"
    assert entry.headline == "On MobileViT"
    assert entry.summary == "A small network for phones."
    assert entry.machine_fields == ("headline", "summary")
    assert entry.paper == PaperFacts(
        ("Sachin Mehta", "Mohammad Rastegari"), date(2021, 10, 5), ("cs.CV", "cs.AI"), version=2
    )


def test_the_version_asked_for_is_the_one_that_is_filled_in() -> None:
    entry = Desk(MemoryDrafts(issue(waiting(version=1)))).fill_one()
    assert entry.paper is not None
    assert entry.paper.version == 1


def test_a_placeholder_written_by_hand_needs_no_facts_at_all() -> None:
    by_hand = Entry("vit", "papers", "https://arxiv.org/abs/2110.02178v1", pending=True)
    entry = Desk(MemoryDrafts(issue(by_hand))).fill_one()
    assert (entry.id, entry.url, entry.title) == ("vit", by_hand.url, "[2110.02178] MobileViT")


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ({"headline": "Mine"}, ("summary",)),
        ({"summary": "My *own*"}, ("headline",)),
        ({"title": "MobileViT, at last"}, ("headline", "summary")),
        ({"headline": "Mine", "summary": "Own", "title": "MobileViT"}, ()),
    ],
)
@pytest.mark.parametrize("when", ["before", "meanwhile"])
def test_what_the_curator_wrote_is_left_alone(
    written: dict[str, str], marked: tuple[str, ...], when: str
) -> None:
    def write(draft: Draft) -> Draft:
        return replace_entry(draft, replace(draft.entries[0], **written))  # type: ignore[arg-type]  # mypy cannot see which fields are texts

    draft = issue(waiting())
    store = MemoryDrafts(write(draft) if when == "before" else draft)
    store.meanwhile = write if when == "meanwhile" else None
    entry = Desk(store).fill_one()
    assert {name: getattr(entry, name) for name in written} == written
    assert entry.machine_fields == marked
    assert not entry.pending


def filled_by_hand(draft: Draft) -> Draft:
    return replace_entry(draft, replace(draft.entries[0], pending=False, headline="By hand"))


def taken_out(draft: Draft) -> Draft:
    return remove_entry(draft, "2110.02178")


@pytest.mark.parametrize("meanwhile", [filled_by_hand, taken_out])
def test_a_placeholder_settled_meanwhile_is_not_touched(
    meanwhile: Callable[[Draft], Draft],
) -> None:
    store = MemoryDrafts(issue(waiting()))
    store.meanwhile = meanwhile
    assert Desk(store).refresh() == []
    assert store.load("issue-034") == meanwhile(issue(waiting()))


def test_entries_that_are_not_placeholders_are_not_asked_for() -> None:
    done = replace(waiting("2110.00001"), pending=False, headline="", machine=MachineMarks())
    desk = Desk(MemoryDrafts(issue(done, waiting())))
    assert desk.fill_one().id == "2110.02178"
    assert desk.source.batches == [["2110.02178"]]
    assert desk.store.load("issue-034").entries[0] == done


def test_all_placeholders_of_a_draft_are_one_request_and_one_change() -> None:
    desk = Desk(MemoryDrafts(issue(waiting("2110.00001"), waiting())))
    assert len(desk.refresh()) == 2
    assert desk.source.batches == [["2110.00001", "2110.02178"]]
    assert desk.store.notes == ["issue-034: refresh 2110.00001, 2110.02178"]


def test_open_drafts_are_filled_published_ones_left_and_broken_ones_named() -> None:
    published = issue(waiting(), name="issue-033", published=True)
    broken = Broken("issue-032", InvalidFile("not TOML"))
    desk = Desk(
        MemoryDrafts(broken, published, issue(waiting()), issue(waiting(), name="issue-035"))
    )
    outcomes = desk.refresh()
    assert [one.draft.name for one in outcomes if isinstance(one, Filled)] == [
        "issue-034",
        "issue-035",
    ]
    assert refusals(outcomes) == [("issue-032", InvalidFile)]
    assert desk.store.load("issue-033") == published


def test_what_cannot_be_filled_is_reported_by_its_handle_and_the_others_are_filled() -> None:
    desk = Desk(
        MemoryDrafts(issue(waiting("2110.09999"), waiting(), waiting("2110.00001"))),
        FakeSource([paper(), paper("2110.00001", withdrawn="an error in lemma 3")]),
    )
    outcomes = desk.refresh()
    assert refusals(outcomes) == [("2110.09999", NotFound), ("2110.00001", Withdrawn)]
    assert [one.entry.id for one in outcomes if isinstance(one, Filled)] == ["2110.02178"]
    assert [entry.pending for entry in desk.store.load("issue-034").entries] == [True, False, True]


def test_a_withdrawn_paper_is_reported_with_the_reason_and_a_way_out() -> None:
    desk = Desk(
        MemoryDrafts(issue(waiting())), FakeSource([paper(withdrawn="an error in lemma 3")])
    )
    [outcome] = desk.refresh()
    assert isinstance(outcome, Refused)
    assert outcome.error.message == "'2110.02178v1' was withdrawn: an error in lemma 3"
    assert outcome.error.hint == (
        "--force fills it all the same, 'akira remove 2110.02178' takes it out"
    )
    assert desk.store.notes == []


def test_a_withdrawn_paper_is_filled_all_the_same_by_force() -> None:
    desk = Desk(MemoryDrafts(issue(waiting())), FakeSource([paper(withdrawn="an error")]))
    [outcome] = desk.refresh(force=True)
    assert isinstance(outcome, Filled)
    assert not outcome.entry.pending


def test_an_address_nobody_recognises_is_reported_and_the_others_are_filled() -> None:
    stray = replace(waiting(), id="stray", url="https://example.org/")
    outcomes = Desk(MemoryDrafts(issue(stray, waiting()))).refresh()
    assert refusals(outcomes) == [("stray", NotAReference)]
    assert [one.entry.id for one in outcomes if isinstance(one, Filled)] == ["2110.02178"]


def test_without_a_network_everything_stays_as_it_is() -> None:
    draft = issue(waiting(), waiting("2110.00001"))
    desk = Desk(MemoryDrafts(draft), http=RoutedHttp({FakeSource.address: TimedOut("silent")}))
    assert refusals(desk.refresh()) == [("2110.02178", TimedOut), ("2110.00001", TimedOut)]
    assert desk.store.load("issue-034") == draft


def test_the_catalogue_s_answer_says_why_it_was_taken() -> None:
    desk = Desk(
        MemoryDrafts(issue(waiting())),
        catalogue=MemoryCatalogue(paper()),
        http=RoutedHttp({FakeSource.address: Offline("--offline was given")}),
    )
    [outcome] = desk.refresh()
    assert isinstance(outcome, Filled)
    assert (outcome.origin, outcome.because) == ("catalogue", "--offline was given")


def test_nothing_waiting_asks_nobody() -> None:
    desk = Desk(MemoryDrafts(issue()))
    assert desk.refresh() == []
    assert desk.http.requests == []
