"""`akira preview`, the whole of it: the command in a process, the page in a real browser."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from subprocess import Popen
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.command_line import Akira, Screen, finished, start
from tests.preview.chromium import COPIED, browser

__all__ = ["browser"]  # a fixture

PATIENCE = 20_000  # ms
NEW = "# New Words\n"


@dataclass
class Running:
    """The command while it runs, and the address it printed."""

    process: Popen[str]
    address: str

    def interrupt(self) -> Screen:
        self.process.send_signal(signal.SIGINT)
        return finished(self.process)


@contextmanager
def running(akira: Akira, options: str = "") -> Iterator[Running]:
    process = start(f"preview --no-open {options}", akira.folder)
    try:
        assert process.stdout is not None
        yield Running(process, process.stdout.readline().strip())
    finally:
        if process.poll() is None:
            process.kill()
            finished(process)


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:  # pytest hands the fixture in by its name
    context = browser.new_context(viewport={"width": 1700, "height": 900})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    yield context.new_page()
    context.close()


def test_open_edit_see_it_change_copy_and_read_the_clipboard(filled: Akira, page: Page) -> None:
    with running(filled) as preview:
        page.goto(preview.address)
        shown = page.frame_locator("iframe:not(.coming)")
        expect(shown.get_by_text("Light and mobile")).to_be_visible()
        draft = filled.draft()
        draft.write_text(draft.read_text().replace("Light and mobile", "Changed by hand"))
        expect(shown.get_by_text("Changed by hand")).to_be_visible()
        for tab in ("E-mail", "Web", "Text"):
            page.get_by_role("tab", name=tab).click()
            words = page.frame_locator(f"iframe[title*='{tab}']:not(.coming)")
            expect(words.get_by_text("Changed by hand").first).to_be_attached()
        expect(page.locator("#checks")).to_contain_text("highlights are missing")
        origin = "{0.scheme}://{0.netloc}".format(urlsplit(preview.address))
        page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=origin)
        page.get_by_role("button", name="Copy for Medium").click()
        expect(page.get_by_role("status")).to_contain_text("Copied for Medium")
        html, plain = page.evaluate(COPIED)
        assert "<strong>Changed by hand</strong></a>" in html
        assert "<h2>1. Machine Learning Papers</h2>" in html
        assert "Changed by hand" in plain
        assert preview.interrupt().code == 0


def test_a_broken_draft_is_told_in_the_page_with_its_line(filled: Akira, page: Page) -> None:
    with running(filled) as preview:
        page.goto(preview.address)
        shown = page.frame_locator("iframe:not(.coming)")
        expect(shown.get_by_text("Light and mobile")).to_be_visible()
        draft = filled.draft()
        before = draft.read_text()
        draft.write_text(before + "\nnot toml")
        line = before.count("\n") + 2
        expect(page.get_by_role("alert")).to_contain_text(f"drafts/issue-001.toml:{line}")
        expect(shown.get_by_text("Light and mobile")).to_be_visible()
        draft.write_text(before)
        expect(page.get_by_role("alert")).to_be_hidden()


def test_an_interrupt_leaves_nothing_behind(filled: Akira) -> None:
    before = sorted(filled.folder.rglob("*"))
    with running(filled) as preview:
        port = urlsplit(preview.address).port
        screen = preview.interrupt()
    assert screen.code == 0
    assert "Traceback" not in screen.stderr
    assert sorted(filled.folder.rglob("*")) == before
    with socket.socket() as free:
        free.bind(("127.0.0.1", port or 0))


def test_a_port_that_is_taken_is_told(filled: Akira) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        screen = filled(f"preview --no-open --port {taken.getsockname()[1]}")
    assert screen.code == 2
    assert "cannot be used" in screen.stderr
    assert "--port takes another" in screen.stderr


def test_without_a_draft_there_is_nothing_to_preview(akira: Akira) -> None:
    assert akira("preview --no-open").code == 1
