"""Every fault of arXiv ends in one clear error, and nothing is written."""

from __future__ import annotations

import pytest

from akira_cli.core.errors import NotFound
from tests.arxiv_server import FAULTS, ArxivServer, Paper
from tests.cli.command_line import Akira

LIMITS = "[network]\nconnect_timeout = 2.0\nread_timeout = 0.4\ntotal_timeout = 0.8\n"
PAPERS = [Paper("2101.00001", version=2)]


@pytest.fixture
def impatient(akira: Akira) -> Akira:
    """A workspace whose limits are short."""
    config = akira.folder / "config.toml"
    config.write_text(
        config.read_text().replace("[network]\n", f"{LIMITS}size_limit = 400000\n", 1)
    )
    return akira


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_one_error_and_nothing_is_written(impatient: Akira, fault: str) -> None:
    wanted = "2101.00001v1" if fault == "other-version" else "2101.00001"
    with ArxivServer(PAPERS, fault) as server:
        impatient.ask(server)
        screen = impatient(f"add {wanted}")
    assert screen.code == (1 if FAULTS[fault] is NotFound else 4)
    assert screen.stdout == ""
    error, hint = screen.stderr.splitlines()
    assert error.startswith("error: ")
    assert hint.startswith("hint: ")
    assert "Traceback" not in screen.stderr
    assert list((impatient.folder / "drafts").iterdir()) == []
    assert not (impatient.folder / ".akira" / "history").exists()


@pytest.mark.parametrize("fault", ["429", "cut", "falsely-empty"])
def test_a_fault_leaves_an_open_draft_as_it_is(impatient: Akira, fault: str) -> None:
    impatient.done("add 2110.02178")
    before = impatient.draft().read_bytes()
    with ArxivServer(PAPERS, fault) as server:
        impatient.ask(server)
        assert impatient("add 2101.00001 --section other").code in (1, 4)
    assert impatient.draft().read_bytes() == before


@pytest.mark.parametrize("fault", ["429", "503-zero", "falsely-empty"])
def test_a_fault_that_passes_is_got_over(impatient: Akira, fault: str) -> None:
    with ArxivServer(PAPERS, fault, fault_times=1) as server:
        impatient.ask(server)
        assert impatient.done("add 2101.00001").startswith("added 3.1 to Issue #1, papers: ")
        assert len(server.requests) == 2


def test_access_denied_is_never_tried_again(impatient: Akira) -> None:
    with ArxivServer(PAPERS, "403") as server:
        impatient.ask(server)
        assert impatient("add 2101.00001 2101.00002").code == 4
        assert len(server.requests) == 1


def test_a_service_that_fails_leaves_what_the_library_has(impatient: Akira) -> None:
    with ArxivServer(PAPERS) as server:
        impatient.ask(server)
        impatient.done("fetch 2101.00001")
    with ArxivServer(PAPERS, "403") as server:
        impatient.ask(server)
        screen = impatient("add 2101.00001 2101.00002")
        assert screen.code == 4
        assert screen.stdout.startswith("added 3.1 to Issue #1, papers: ")
        assert [request.ids for request in server.requests] == [("2101.00002",)]
