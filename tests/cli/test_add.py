"""`akira add`, screen by screen."""

from __future__ import annotations

import tomllib

import pytest

from tests.arxiv_server import ArxivServer, Paper
from tests.cli.command_line import (
    MOBILE_VIT,
    NOT_ASKED,
    OFFLINE,
    OUT_OF_THE_CATALOGUE,
    REPOSITORY,
    Akira,
    Screen,
)

COVERED = (
    "warning: 2110.02178 is covered in Issue #33 (2021-10-18), papers: "
    '"A light model that combines"\n'
)
BAD_MONTH = (
    "error: '9999.99999' is not an arXiv id: bad month 99\n"
    "hint: ids begin with year and month, like 2110.02178 or hep-th/9901001\n"
)


def only_entry(akira: Akira) -> dict[str, object]:
    """The one entry of the first issue, as its file has it."""
    entries = tomllib.loads(akira.draft().read_text())["entries"]
    assert len(entries) == 1
    return dict(entries[0])


def test_a_paper_of_the_catalogue_is_added_and_said_to_be_one(begun: Akira) -> None:
    screen = begun("add 2110.02178 --section papers")
    headline = begun.headline("2110.02178")
    assert headline
    assert screen == Screen(
        0,
        f"added 3.1 to Issue #1, papers: {headline}\n",
        OUT_OF_THE_CATALOGUE.format("2110.02178"),
    )


def test_without_a_draft_the_next_one_is_begun(akira: Akira) -> None:
    assert akira("add 2110.02178 --headline Light") == Screen(
        0,
        "added 3.1 to Issue #1, papers: Light\n",
        "note: no draft was open, so Issue #1 was begun\n"
        + OUT_OF_THE_CATALOGUE.format("2110.02178"),
    )


def test_what_the_tool_wrote_is_marked_and_the_facts_are_the_papers(begun: Akira) -> None:
    begun.done("add 2110.02178")
    entry = only_entry(begun)
    assert entry["title"] == f"[2110.02178] {MOBILE_VIT}"
    assert entry["url"] == "https://arxiv.org/abs/2110.02178"
    assert isinstance(entry["machine"], dict)
    assert set(entry["machine"]) == {"headline", "summary"}
    assert isinstance(entry["paper"], dict)
    assert entry["paper"]["authors"] == ["Sachin Mehta", "Mohammad Rastegari"]


def test_the_curators_own_words_are_never_marked(begun: Akira) -> None:
    begun.done(["add", "2110.02178", "--headline", "Mine", "--summary", "My *own* words."])
    entry = only_entry(begun)
    assert (entry["headline"], entry["summary"]) == ("Mine", "My *own* words.\n")
    assert "machine" not in entry


def test_a_summary_may_come_from_stdin(begun: Akira) -> None:
    begun.done("add 2110.02178 --summary -", stdin="First line.\n\nSecond paragraph.\n")
    entry = only_entry(begun)
    assert entry["summary"] == "First line.\n\nSecond paragraph.\n"
    assert isinstance(entry["machine"], dict)
    assert set(entry["machine"]) == {"headline"}


def test_a_headline_is_one_line(begun: Akira) -> None:
    assert begun(["add", "2110.02178", "--headline", " Two\n lines\t"]).stdout == (
        "added 3.1 to Issue #1, papers: Two lines\n"
    )


def test_a_headline_is_for_one_reference(begun: Akira) -> None:
    before = begun.draft().read_bytes()
    assert begun("add 2110.02178 2109.13228 --headline Both") == Screen(
        2, stderr="error: --headline and --summary are for one reference at a time\n"
    )
    assert begun.draft().read_bytes() == before


def test_rights_to_figures_mean_nothing_where_none_is_wanted(begun: Akira) -> None:
    screen = begun(["add", "2110.02178", "--no-figure", "--accept-rights", "they agreed"])
    assert screen.code == 2
    assert "--no-figure wants none" in screen.stderr


@pytest.mark.parametrize(
    ("section", "place"),
    [("1", "1.1"), ("news", "1.1"), ("use_cases", "2.1"), ("Technical Articles", "4.1")],
)
def test_a_section_has_many_names(begun: Akira, section: str, place: str) -> None:
    printed = begun.done(["add", "2110.02178", "--section", section, "--headline", "Light"])
    assert printed.startswith(f"added {place} to Issue #1, ")


def test_an_unknown_section_is_told_with_the_known_ones(akira: Akira) -> None:
    assert akira("add 2110.02178 --section papes") == Screen(
        2,
        stderr="error: there is no section 'papes'\nhint: did you mean 'papers'? "
        "sections: 1 featured, 2 use-cases, 3 papers, 4 articles, 5 other\n",
    )
    assert not akira.draft().exists()


def test_the_good_references_are_added_and_the_others_told(begun: Akira) -> None:
    screen = begun("add 2110.0217 9999.99999 2110.02178 https://example.org/x 2109.13228")
    assert screen.code == 4
    assert screen.stdout == (
        f"added 3.1 to Issue #1, papers: {begun.headline('2110.02178')}\n"
        f"added 3.2 to Issue #1, papers: {begun.headline('2109.13228')}\n"
    )
    assert screen.stderr.startswith(
        OUT_OF_THE_CATALOGUE.format("2110.02178, 2109.13228")
        + "error: '2110.0217' is not an arXiv id: bad digits: 4 after the point, not 5\n"
        "hint: since 2015 ids have five digits after the point, like 2110.02178\n" + BAD_MONTH
    )
    assert f"error: {OFFLINE.format('example.org')}" in screen.stderr


def test_nothing_good_begins_no_draft(akira: Akira) -> None:
    assert akira("add 9999.99999") == Screen(1, stderr=BAD_MONTH)
    assert list((akira.folder / "drafts").iterdir()) == []


@pytest.mark.parametrize(
    "form", ["2110.02178", "2110.02178v2", "https://arxiv.org/pdf/2110.02178v1", "arXiv:2110.02178"]
)
def test_a_repeat_is_refused_in_any_form_with_where_it_is(filled: Akira, form: str) -> None:
    before = filled.draft().read_bytes()
    assert filled(["add", form]) == Screen(
        1,
        stderr="error: '2110.02178' is in Issue #1 already, at 3.1 in papers: "
        '"Light and mobile"\nhint: --again adds it all the same\n',
    )
    assert filled.draft().read_bytes() == before


def test_a_repeat_on_one_line_is_refused(begun: Akira) -> None:
    screen = begun("add 2110.02178 2110.02178v1")
    assert screen.code == 1
    assert screen.stdout.count("added") == 1
    assert "error: '2110.02178' is given twice\n" in screen.stderr


def test_again_adds_a_repeat_under_a_handle_of_its_own(filled: Akira) -> None:
    assert filled.done("add 2110.02178 --again --headline 'Once more'") == (
        "added 3.3 to Issue #1, papers: Once more\n"
    )
    assert filled.headline("2110.02178-2") == "Once more"


def test_what_another_issue_covers_is_added_with_a_warning(begun: Akira) -> None:
    past = (REPOSITORY / "drafts" / "issue-033.toml").read_text()
    headline = next(
        entry["headline"] for entry in tomllib.loads(past)["entries"] if entry["id"] == "2110.02178"
    )
    begun.draft("issue-033").write_text(past.replace(headline, "A light model that combines"))
    screen = begun("add 2110.02178 --headline Light")
    assert screen == Screen(
        0,
        "added 3.1 to Issue #1, papers: Light\n",
        OUT_OF_THE_CATALOGUE.format("2110.02178") + COVERED,
    )


def test_a_paper_the_catalogue_lacks_cannot_be_added_offline(akira: Akira) -> None:
    assert akira("add 1706.03762") == Screen(
        4,
        stderr=NOT_ASKED,
    )
    assert list((akira.folder / "drafts").iterdir()) == []


def test_one_fault_of_many_references_is_told_once(begun: Akira) -> None:
    screen = begun("add 1706.03762 1810.04805 2110.02178 --section other")
    assert screen.code == 4
    assert screen.stdout.startswith("added 5.1 to Issue #1, other: ")
    assert screen.stderr.endswith(f"{NOT_ASKED}these were not done: 1706.03762, 1810.04805\n")


def test_the_source_answers_once_and_the_library_ever_after(begun: Akira) -> None:
    with ArxivServer([Paper("2101.00001", title="A Made-up Title", version=3)]) as server:
        begun.ask(server)
        assert begun("add 2101.00001v2 --no-figure --headline First") == Screen(
            0, "added 3.1 to Issue #1, papers: First\n"
        )
        assert begun("add 2101.00001v2 --no-figure --again --headline Second") == Screen(
            0, "added 3.2 to Issue #1, papers: Second\n"
        )
        assert [request.ids for request in server.requests] == [("2101.00001v2",)]
        begun.done("add 2101.00001v2 --again --headline Third --refresh")
        assert len(server.requests) == 2
    assert 'title = "[2101.00001] A Made-up Title"\n' in begun.draft().read_text()
    assert begun.draft().read_text().count("version = 2\n") == 3


def test_many_references_are_one_request(begun: Akira) -> None:
    ids = [f"2101.{number:05d}" for number in range(1, 51)]
    with ArxivServer([Paper(each) for each in ids]) as server:
        begun.ask(server)
        assert begun.done(["add", *ids]).count("added") == 50
        assert len(server.requests) == 1


def test_a_paper_that_does_not_exist_is_named_and_the_others_are_added(begun: Akira) -> None:
    with ArxivServer([Paper("2101.00001")]) as server:
        begun.ask(server)
        screen = begun("add 2101.00009 2101.00001")
    assert screen.code == 1
    assert screen.stdout.startswith("added 3.1 to Issue #1, papers: ")
    assert screen.stderr.startswith("error: ")
    assert "'2101.00009'" in screen.stderr.splitlines()[0]


def test_a_withdrawn_paper_is_refused_unless_forced(akira: Akira) -> None:
    paper = Paper("2101.00001", comment="This paper has been withdrawn by the authors: a mistake")
    with ArxivServer([paper]) as server:
        akira.ask(server)
        screen = akira("add 2101.00001")
        assert screen.code == 1
        assert screen.stdout == ""
        assert screen.stderr.startswith("error: '2101.00001v1' was withdrawn: ")
        assert "a mistake" in screen.stderr
        assert screen.stderr.endswith("hint: --force adds it all the same\n")
        assert not akira.draft().exists()
        assert akira.done("add 2101.00001 --force").startswith("added 3.1 to Issue #1, papers: ")


def test_a_placeholder_keeps_the_place_of_what_cannot_be_fetched(begun: Akira) -> None:
    assert begun("add 2101.00001v2 --pending --section other") == Screen(
        0,
        "added 5.1 to Issue #1, other: [2101.00001]\n",
        "note: akira is offline and did not ask 'export.arxiv.org'; "
        "kept as a placeholder, which 'akira refresh' fills later: 2101.00001\n",
    )
    assert "  5.1  (no headline)\n" in begun.done("draft show")
    assert begun("refresh") == Screen(
        4,
        stderr=NOT_ASKED,
    )


def test_refresh_fills_placeholders_and_leaves_what_was_written_meanwhile(begun: Akira) -> None:
    begun.done("add 2101.00001v2 2101.00002 --pending")
    begun.editor("text = re.sub('headline = .*', 'headline = \"My own\"', text)")
    begun.done("edit 2101.00001")
    papers = [
        Paper("2101.00001", title="First", version=3),
        Paper("2101.00002", title="Second", abstract="We propose a method. It works well."),
    ]
    with ArxivServer(papers) as server:
        begun.ask(server)
        screen = begun("refresh")
    assert screen == Screen(
        0,
        "filled 2101.00001 in Issue #1: My own\n"
        f"filled 2101.00002 in Issue #1: {begun.headline('2101.00002')}\n",
    )
    entries = tomllib.loads(begun.draft().read_text())["entries"]
    assert [entry["title"] for entry in entries] == ["[2101.00001] First", "[2101.00002] Second"]
    assert [entry.get("pending", False) for entry in entries] == [False, False]
    assert entries[0]["paper"]["version"] == 2
    assert set(entries[0]["machine"]) == {"summary"}
    assert begun("refresh") == Screen(0, "no placeholder is waiting\n")


def test_the_user_agent_names_the_contact(akira: Akira) -> None:
    config = akira.folder / "config.toml"
    config.write_text(config.read_text().replace('#contact = ""', 'contact = "ada@example.org"'))
    with ArxivServer([Paper("2101.00001")]) as server:
        akira.ask(server)
        akira.done("add 2101.00001")
        assert server.requests[0].user_agent.endswith(" (+ada@example.org)")


def test_a_service_that_nobody_offers_is_answered_for_by_the_catalogue(akira: Akira) -> None:
    with ArxivServer() as server:
        akira.ask(server)  # and gone it is
    screen = akira("add 2110.02178 --headline Light")
    assert screen == Screen(
        0,
        "added 3.1 to Issue #1, papers: Light\n",
        "note: no draft was open, so Issue #1 was begun\n"
        "note: '127.0.0.1' does not take connections; "
        "from the sample catalogue, as a description in our own words: 2110.02178\n",
    )


@pytest.mark.parametrize("option", ["--headline", "--summary"])
def test_a_blank_text_of_the_curators_is_a_slip(begun: Akira, option: str) -> None:
    assert begun(f"add 2110.02178 {option} ' '") == Screen(
        2, stderr=f"error: {option} is empty\nhint: leave it out to have one written\n"
    )


def test_a_paper_that_is_there_in_two_versions_is_handled_by_its_version(begun: Akira) -> None:
    papers = [Paper("2110.02178", version=2)]
    with ArxivServer(papers=papers) as server:
        begun.ask(server, interval=0.01)
        begun.done("add 2110.02178v1")
        begun.done("add 2110.02178v2 --again")
    assert begun.done("remove 2110.02178v2").startswith("removed 2110.02178-2 ")
