"""Figures: the one a paper gets by itself, what is said of it, and what a curator may change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

import pytest

from akira_cli.core.errors import (
    AccessDenied,
    AkiraError,
    NotFound,
    Offline,
    ServiceUnavailable,
    TimedOut,
    Unreachable,
    UnusablePicture,
    UsageError,
)
from akira_cli.core.figures import Candidate
from akira_cli.core.items import Item, Reference
from akira_cli.core.models import Draft, Entry, Figure, PaperFacts
from akira_cli.ports import Response
from akira_cli.workflows.contact_sheet import contact_sheet
from akira_cli.workflows.galleries import Studio
from akira_cli.workflows.illustrate import (
    MOST_REQUESTS,
    Illustrated,
    Unillustrated,
    candidate,
    illustrate,
    own_picture,
    picture_at,
    set_figure,
)
from akira_cli.workflows.look_up import Places, look_up, recognise
from tests.fakes import (
    FakeEncoder,
    FakeFinder,
    FakeSource,
    MemoryCatalogue,
    MemoryDrafts,
    MemoryLibrary,
    MemoryPictures,
    MemorySheets,
    RoutedHttp,
    paper,
)

MOBILEVIT = Entry(
    "2110.02178",
    "papers",
    "https://arxiv.org/abs/2110.02178",
    headline="A small network",
    paper=PaperFacts(),
)
OPEN = "http://creativecommons.org/licenses/by/4.0/"


def figure(
    number: int, caption: str, *, label: str | None = None, panels: int = 1, kind: str = "figure"
) -> Candidate:
    addresses = tuple(f"https://pictures.example/{number}{'abcdef'[n]}.png" for n in range(panels))
    made = Candidate(number, "figure", label or f"Figure {number}", caption, addresses, "web")
    return made._replace(kind="table") if kind == "table" else made


PLOT = figure(1, "Accuracy versus latency on three devices.")
OVERVIEW = figure(2, "Overview of the proposed network. Blocks alternate.")


class Desk:
    """A draft with one paper, and everything it takes to illustrate it."""

    def __init__(
        self,
        *finders: FakeFinder,
        entry: Entry = MOBILEVIT,
        item: Item | None = None,
        routes: Mapping[str, Response | bytes | AkiraError] | None = None,
    ) -> None:
        self.entry = entry
        self.draft = Draft("issue-034", "Issue #34", entries=(entry,))
        self.store = MemoryDrafts(self.draft)
        self.http = RoutedHttp({"https://": b"", **(routes or {})})
        self.pictures = MemoryPictures()
        source = FakeSource()
        places = Places([source], self.http, MemoryLibrary(item or paper()), MemoryCatalogue())
        self.studio = Studio(
            {finder.name: finder for finder in finders},
            self.http,
            FakeEncoder(),
            self.pictures,
            self.store,
            lambda text: recognise(text, [source]),
            partial(look_up, places=places),
        )

    def illustrate(self, rights: str = "") -> Illustrated | Unillustrated:
        [outcome] = illustrate(self.draft, [self.entry.id], self.studio, rights)
        return outcome

    def figure(self) -> Figure | None:
        return self.store.load("issue-034").entries[0].figure


class TestANewPaper:
    def test_gets_the_figure_that_stands_for_it_best(self) -> None:
        desk = Desk(FakeFinder("web", PLOT, OVERVIEW, licence=OPEN))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert desk.figure() == Figure(
            file="figures/2110.02178.png",
            alt="Overview of the proposed network. Blocks alternate.",
            credit="Figure 2 of Mehta and Rastegari (2021), CC BY 4.0",
            source="https://pictures.example/2a.png",
            licence="CC BY 4.0",
        )
        assert desk.pictures.kept == {"figures/2110.02178.png": b"https://pictures.example/2a.png"}
        assert desk.store.notes == ["issue-034: figure 2110.02178"]

    def test_has_no_licence_in_its_credit_when_that_is_not_open(self) -> None:
        closed = "http://arxiv.org/licenses/nonexclusive-distrib/1.0/"
        desk = Desk(FakeFinder("web", OVERVIEW, licence=closed))
        desk.illustrate()
        found = desk.figure()
        assert found is not None
        assert found.credit == "Figure 2 of Mehta and Rastegari (2021)"
        assert "arXiv" in found.licence

    def test_takes_the_licence_of_the_record_where_the_page_names_none(self) -> None:
        desk = Desk(FakeFinder("web", OVERVIEW), item=replace(paper(), licence=OPEN))
        desk.illustrate()
        found = desk.figure()
        assert found is not None
        assert found.licence == "CC BY 4.0"

    def test_keeps_the_reason_it_may_be_shown(self) -> None:
        desk = Desk(FakeFinder("web", OVERVIEW))
        desk.illustrate("the authors said so")
        found = desk.figure()
        assert found is not None
        assert found.rights == "the authors said so"

    def test_that_has_a_figure_by_now_keeps_it(self) -> None:
        desk = Desk(FakeFinder("web", OVERVIEW))
        own = Figure("figures/own.png")
        set_figure(desk.store, desk.draft, desk.entry, own)
        assert list(illustrate(desk.draft, [desk.entry.id], desk.studio)) == []
        assert desk.figure() == own

    @pytest.mark.parametrize(
        "entry",
        [
            replace(MOBILEVIT, paper=None, url="https://example.org/post"),
            replace(MOBILEVIT, figure=Figure("figures/own.png")),
        ],
        ids=["an article", "one that has a figure"],
    )
    def test_other_entries_are_left_alone(self, entry: Entry) -> None:
        desk = Desk(FakeFinder("web", OVERVIEW), entry=entry)
        assert list(illustrate(desk.draft, [entry.id], desk.studio)) == []
        assert desk.http.requests == []


class TestWhereFiguresAreLookedFor:
    @pytest.mark.parametrize(
        "first", [FakeFinder("web", error=NotFound("no page")), FakeFinder("web")]
    )
    def test_the_next_place_is_asked_when_one_has_nothing(self, first: FakeFinder) -> None:
        desk = Desk(first, FakeFinder("pdf", OVERVIEW))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        asked = [f"https://{place}.example/2110.02178" for place in ("web", "pdf")]
        assert desk.http.requests[:2] == asked

    def test_tables_alone_are_nothing(self) -> None:
        table = figure(1, "Results.", label="Table 1", kind="table")
        desk = Desk(FakeFinder("web", table), FakeFinder("pdf", OVERVIEW))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert made.prepared.scored is not None
        assert made.prepared.scored.candidate == OVERVIEW

    @pytest.mark.parametrize("error", [AccessDenied("no"), Offline("offline")])
    def test_a_service_that_forbids_it_is_not_asked_in_another_way(self, error: AkiraError) -> None:
        desk = Desk(FakeFinder("web", error=error), FakeFinder("pdf", OVERVIEW))
        made = desk.illustrate()
        assert isinstance(made, Unillustrated)
        assert made.error is error
        assert len(desk.http.requests) == 1

    def test_after_a_refusal_the_site_is_asked_nothing_more(self) -> None:
        other = replace(MOBILEVIT, id="2110.07858", url="https://arxiv.org/abs/2110.07858")
        desk = Desk(FakeFinder("web", error=AccessDenied("no")))
        draft = replace(desk.draft, entries=(MOBILEVIT, other))
        outcomes = list(illustrate(draft, [MOBILEVIT.id, other.id], desk.studio))
        assert [type(outcome) for outcome in outcomes] == [Unillustrated] * 2
        assert len(desk.http.requests) == 1

    def test_without_a_network_nobody_says_that_there_is_none(self) -> None:
        error = Unreachable("no host can be found")
        desk = Desk(FakeFinder("web", error=error), FakeFinder("pdf", error=error))
        made = desk.illustrate()
        assert isinstance(made, Unillustrated)
        assert made.error is error

    def test_no_more_requests_are_made_than_allowed(self) -> None:
        places = [FakeFinder(f"place{n}", error=TimedOut("silent")) for n in range(6)]
        desk = Desk(*places)
        made = desk.illustrate()
        assert isinstance(made, Unillustrated)
        assert len(desk.http.requests) == MOST_REQUESTS

    def test_a_failure_says_why_of_each_place_and_changes_nothing(self) -> None:
        desk = Desk(FakeFinder("web", error=NotFound("no page")), FakeFinder("pdf"))
        made = desk.illustrate()
        assert isinstance(made, Unillustrated)
        assert "no page" in made.error.message
        assert "no figure in pdf" in made.error.message
        assert desk.figure() is None
        assert desk.store.notes == []


class TestAPictureThatIsNoGood:
    def test_gives_way_to_the_next_best(self) -> None:
        desk = Desk(FakeFinder("web", PLOT, OVERVIEW, broken=["Figure 2"]))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert made.prepared.scored is not None
        assert made.prepared.scored.candidate == PLOT

    def test_is_told_when_there_is_no_other(self) -> None:
        desk = Desk(FakeFinder("web", OVERVIEW, broken=["Figure 2"]))
        made = desk.illustrate()
        assert isinstance(made, Unillustrated)
        assert isinstance(made.error, UnusablePicture)
        assert desk.pictures.kept == {}


class TestAFigureOfSeveralPictures:
    SPLIT = figure(1, "Overview of the proposed network.", panels=3)
    WHOLE = figure(7, "Overview of the proposed network.", label="Figure 1")

    def test_is_taken_whole_from_the_pdf(self) -> None:
        desk = Desk(FakeFinder("web", self.SPLIT), FakeFinder("pdf", self.WHOLE))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert list(desk.pictures.kept.values()) == [b"https://pictures.example/7a.png"]
        assert made.prepared.figure.source == "https://pictures.example/7a.png"
        assert made.prepared.figure.credit.startswith("Figure 1 of ")
        assert made.prepared.notes == ()

    def test_is_its_first_picture_where_the_pdf_does_not_have_it(self) -> None:
        desk = Desk(FakeFinder("web", self.SPLIT), FakeFinder("pdf", OVERVIEW))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert list(desk.pictures.kept.values()) == [b"https://pictures.example/1a.png"]
        assert made.prepared.notes == ("Figure 1 has several pictures; this is the first",)

    def test_is_its_first_picture_where_the_pdf_cannot_be_had(self) -> None:
        desk = Desk(FakeFinder("web", self.SPLIT), FakeFinder("pdf", error=TimedOut("silent")))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert list(desk.pictures.kept.values()) == [b"https://pictures.example/1a.png"]


class TestADrawingThatNoTargetShows:
    DRAWING = figure(1, "Overview of the proposed network.", panels=0)

    def test_is_taken_from_the_pdf(self) -> None:
        whole = figure(7, "Overview.", label="Figure 1")
        desk = Desk(FakeFinder("web", self.DRAWING, PLOT), FakeFinder("pdf", whole))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert list(desk.pictures.kept.values()) == [b"https://pictures.example/7a.png"]

    def test_gives_way_to_the_next_best_where_there_is_no_pdf(self) -> None:
        desk = Desk(FakeFinder("web", self.DRAWING, figure(2, "A plot.")))
        made = desk.illustrate()
        assert isinstance(made, Illustrated)
        assert made.prepared.figure.credit.startswith("Figure 2 of ")


def test_a_preview_does_not_get_the_licence_of_the_text() -> None:
    preview = Candidate(1, "preview", "", "", ("https://a.example/og.png",), "preview")
    desk = Desk(FakeFinder("preview", preview), item=replace(paper(), licence=OPEN))
    made = desk.illustrate()
    assert isinstance(made, Illustrated)
    assert made.prepared.figure.licence == ""


class TestTheCuratorsChoice:
    def test_is_one_of_the_candidates_by_its_number(self) -> None:
        desk = Desk(FakeFinder("web", PLOT, OVERVIEW))
        prepared = candidate(desk.entry, 1, desk.studio)
        assert prepared.figure.credit.startswith("Figure 1 of")

    def test_is_refused_when_there_is_no_such_number(self) -> None:
        desk = Desk(FakeFinder("web", PLOT, OVERVIEW))
        with pytest.raises(UsageError, match="no figure number 9") as caught:
            candidate(desk.entry, 9, desk.studio)
        assert "there are 2" in caught.value.hint

    def test_may_be_of_one_place(self) -> None:
        desk = Desk(FakeFinder("web", PLOT), FakeFinder("pdf", OVERVIEW))
        assert candidate(desk.entry, 2, desk.studio, "pdf").scored is not None
        with pytest.raises(UsageError, match="no place 'attic'"):
            candidate(desk.entry, 2, desk.studio, "attic")

    def test_is_a_picture_of_their_own_without_the_words_about_another(self) -> None:
        before = Figure("figures/a.png", alt="a network", credit="of others", source="https://x.y/")
        desk = Desk(entry=replace(MOBILEVIT, figure=before))
        made = own_picture(desk.entry, b"drawn", desk.studio).figure
        assert made == Figure("figures/2110.02178.png")

    def test_is_a_picture_on_the_web_of_unknown_licence(self) -> None:
        url = "https://pictures.example/p.png"
        desk = Desk(routes={url: b"picture"})
        made = picture_at(desk.entry, url, desk.studio).figure
        assert made == Figure("figures/2110.02178.png", source=url)

    @pytest.mark.parametrize("url", ["figure.png", "file:///etc/passwd", "https://"])
    def test_is_refused_when_it_is_no_address(self, url: str) -> None:
        with pytest.raises(UsageError, match="not a web address"):
            picture_at(MOBILEVIT, url, Desk().studio)

    @pytest.mark.parametrize(("status", "error"), [(404, NotFound), (500, ServiceUnavailable)])
    def test_is_refused_when_there_is_nothing(self, status: int, error: type[AkiraError]) -> None:
        url = "https://pictures.example/gone.png"
        desk = Desk(routes={url: Response(status, {}, b"gone", url)})
        with pytest.raises(error, match=f"{status}"):
            picture_at(desk.entry, url, desk.studio)

    def test_is_none_and_can_be_undone(self) -> None:
        own = Figure("figures/own.png")
        desk = Desk(entry=replace(MOBILEVIT, figure=own))
        set_figure(desk.store, desk.draft, desk.entry, None)
        assert desk.figure() is None
        set_figure(desk.store, desk.draft, desk.entry, own)
        assert desk.figure() == own


class TestTheContactSheet:
    def test_shows_all_in_the_papers_order_and_marks_the_one_in_the_draft(self) -> None:
        desk = Desk(
            FakeFinder("web", PLOT, OVERVIEW),
            entry=replace(MOBILEVIT, figure=Figure("f.png", source=OVERVIEW.source)),
        )
        sheets = MemorySheets()
        sheet = contact_sheet(desk.entry, desk.studio, sheets)
        assert sheet.path == "sheets/2110.02178.html"
        shown = sheets.written["2110.02178"]
        assert [each.scored.candidate for each in shown] == [PLOT, OVERVIEW]
        assert [each.chosen for each in shown] == [False, True]
        assert shown[0].picture == b"small https://pictures.example/1a.png"

    def test_asks_for_no_picture_after_a_refusal(self) -> None:
        desk = Desk(
            FakeFinder("web", PLOT, OVERVIEW), routes={PLOT.source: AccessDenied("keep out")}
        )
        sheets = MemorySheets()
        contact_sheet(desk.entry, desk.studio, sheets)
        assert [each.problem for each in sheets.written["2110.02178"]] == ["keep out"] * 2
        assert OVERVIEW.source not in desk.http.requests

    def test_tells_of_a_picture_that_cannot_be_had_in_its_place(self) -> None:
        desk = Desk(FakeFinder("web", PLOT, OVERVIEW, broken=["Figure 1"]))
        sheets = MemorySheets()
        contact_sheet(desk.entry, desk.studio, sheets)
        broken, fine = sheets.written["2110.02178"]
        assert (broken.picture, broken.problem) == (None, "'Figure 1' is broken")
        assert (fine.picture is not None, fine.problem) == (True, "")

    def test_two_figures_on_one_page_of_a_pdf_are_told_apart(self) -> None:
        first, second = (
            each._replace(page=3, addresses=("https://p.q/a.pdf",)) for each in (PLOT, OVERVIEW)
        )
        shown = Figure("f.png", source=first.source, credit="Figure 2 of Mehta (2021)")
        desk = Desk(FakeFinder("pdf", first, second), entry=replace(MOBILEVIT, figure=shown))
        sheets = MemorySheets()
        contact_sheet(desk.entry, desk.studio, sheets)
        assert [each.chosen for each in sheets.written["2110.02178"]] == [False, True]


def test_the_version_of_the_entry_is_the_one_whose_figures_are_shown() -> None:
    asked: list[Reference] = []

    class Versions(FakeFinder):
        def can_look(self, item: Item) -> bool:
            asked.append(item.reference)
            return False

    entry = replace(MOBILEVIT, paper=PaperFacts(version=2))
    desk = Desk(Versions("web"), entry=entry, item=paper(version=2))
    assert isinstance(desk.illustrate(), Unillustrated)
    assert [each.version for each in asked] == [2]
