"""The preview as a person meets it: in a real browser, with a draft that changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from akira_cli.preview.server import Preview
from tests.preview.chromium import COPIED, browser
from tests.preview.one_file import HEAD, UNREADABLE, OneFile, one_pixel

PATIENCE = 20_000  # ms; what takes this long has failed

__all__ = ["browser"]  # a fixture


@dataclass
class Shown:
    """A draft, its preview, the page in the browser, and what it did besides."""

    draft: OneFile
    preview: Preview
    page: Page
    errors: list[str] = field(default_factory=list)
    asked: set[str | None] = field(default_factory=set)
    """The hosts that requests went to, or would have gone to."""

    @property
    def inside(self) -> FrameLocator:
        """The previewed page."""
        return self.page.frame_locator("iframe:not(.coming)")

    def open(self) -> None:
        self.page.goto(self.preview.address)
        expect(self.page.locator("iframe:not(.coming)")).to_be_visible()

    def answer(self, route: Route) -> None:
        """Let through what stays on this machine; stand in for a picture of the web."""
        host = urlsplit(route.request.url).hostname
        self.asked.add(host)
        if host == "127.0.0.1":
            route.continue_()
        elif host == "pictures.example":
            route.fulfill(body=one_pixel(), content_type="image/png")
        else:
            route.fulfill(body="elsewhere", content_type="text/plain")

    def scroll(self) -> float:
        """How far down the previewed page is."""
        frame = self.page.locator("iframe:not(.coming)").element_handle().content_frame()
        assert frame is not None
        return float(frame.evaluate("scrollY"))


@pytest.fixture
def shown(browser: Browser, tmp_path: Path) -> Iterator[Shown]:
    draft = OneFile(tmp_path / "one.toml")
    context = browser.new_context(viewport={"width": 1700, "height": 800})
    context.set_default_timeout(PATIENCE)
    expect.set_options(timeout=PATIENCE)
    page = context.new_page()
    with Preview(draft.assemble, draft.signature, draft.picture) as preview:
        shown = Shown(draft, preview, page)
        context.route("**/*", shown.answer)
        page.on("console", lambda told: shown.errors.append(told.text))
        page.on("pageerror", lambda error: shown.errors.append(str(error)))
        yield shown
        context.close()
    assert shown.errors == []
    assert shown.asked <= {"127.0.0.1", "pictures.example"}


def status(shown: Shown, text: str) -> None:
    expect(shown.page.get_by_role("status")).to_contain_text(text)


def test_the_issue_is_shown_with_all_there_is_to_say(shown: Shown) -> None:
    shown.open()
    page = shown.page
    expect(page).to_have_title("Issue with the first text · akira preview")
    expect(page.get_by_role("heading", level=1)).to_have_text("Issue with the first text")
    expect(page.get_by_role("tab", name="Medium")).to_have_attribute("aria-selected", "true")
    expect(shown.inside.locator("p").first).to_have_text("the first text")
    expect(shown.inside.locator("h1")).to_have_css("color", "rgb(1, 2, 3)")
    for picture in shown.inside.locator("img").all():
        expect(picture).to_have_js_property("naturalWidth", 1)
    expect(page.locator("#checks li")).to_have_text(
        [
            "3.2A headlinethe summary is the machine'sthe picture has no alt text",
            "The whole issuethere are no highlights",
        ]
    )
    expect(page.locator("#losses li")).to_have_text("picturesalt texts gothe checklist has them")
    expect(page.get_by_text("drafts/one.toml")).to_be_visible()
    expect(page.get_by_role("alert")).to_be_hidden()
    status(shown, "up to date")


def test_a_change_of_the_file_is_seen_at_once_and_in_place(shown: Shown) -> None:
    shown.open()
    shown.page.get_by_label("Phone").check()
    shown.inside.get_by_text("last").scroll_into_view_if_needed()
    far_down = shown.scroll()
    assert far_down > 1000
    shown.draft.write("the second text")
    expect(shown.inside.locator("p").first).to_have_text("the second text")
    status(shown, "changed just now")
    expect(shown.page.get_by_role("heading", level=1)).to_have_text("Issue with the second text")
    assert shown.scroll() == far_down
    expect(shown.page.get_by_label("Phone")).to_be_checked()
    expect(shown.page.locator("iframe")).to_have_count(1)


def test_a_tab_shows_its_target_and_is_kept_over_a_change(shown: Shown) -> None:
    shown.open()
    shown.inside.get_by_text("last").scroll_into_view_if_needed()
    far_down = shown.scroll()
    shown.page.get_by_role("tab", name="Text").click()
    expect(shown.inside.get_by_text("日本語")).to_be_visible()
    expect(shown.page.locator("#losses")).to_have_text("Nothing is lost.")
    shown.draft.write("the second text")
    expect(shown.inside.get_by_text("the second text")).to_be_visible()
    expect(shown.page.get_by_role("tab", name="Text")).to_have_attribute("aria-selected", "true")
    shown.page.get_by_role("tab", name="Medium").click()
    expect(shown.inside.get_by_role("heading", name="An issue")).to_be_attached()
    assert shown.scroll() == far_down


def test_tab_and_width_are_kept_when_the_page_is_loaded_again(shown: Shown) -> None:
    shown.open()
    shown.page.get_by_role("tab", name="Text").click()
    shown.page.get_by_label("Phone").check()
    shown.open()
    expect(shown.page.get_by_role("tab", name="Text")).to_have_attribute("aria-selected", "true")
    expect(shown.page.get_by_label("Phone")).to_be_checked()


@pytest.mark.parametrize(
    ("window", "label", "laid_out", "seen"),
    [
        (1700, "Desk", 1280, 1280),
        (1700, "Phone", 375, 375),
        (1300, "Desk", 1280, 1300 - 320 - 40),
    ],
)
def test_a_page_is_laid_out_at_the_width_chosen_and_made_to_fit(
    shown: Shown, window: int, label: str, laid_out: int, seen: int
) -> None:
    shown.page.set_viewport_size({"width": window, "height": 800})
    shown.open()
    shown.page.get_by_label(label).check()
    frame = shown.page.locator("iframe:not(.coming)")
    expect(frame).to_have_js_property("contentWindow.innerWidth", laid_out)
    box = frame.bounding_box()
    stage = shown.page.get_by_role("tabpanel").bounding_box()
    assert box is not None
    assert stage is not None
    assert box["width"] == pytest.approx(seen, abs=1)
    assert box["x"] - stage["x"] == pytest.approx((stage["width"] - seen) / 2, abs=1)


def test_all_is_done_with_the_keyboard(shown: Shown) -> None:
    shown.open()
    keys = shown.page.keyboard
    medium, text = (shown.page.get_by_role("tab", name=name) for name in ("Medium", "Text"))
    keys.press("Tab")
    expect(medium).to_be_focused()
    for key, tab in (
        ("ArrowRight", text),
        ("ArrowRight", medium),
        ("ArrowLeft", text),
        ("Home", medium),
        ("End", text),
    ):
        keys.press(key)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
    assert text.evaluate("tab => getComputedStyle(tab).outlineStyle") == "solid"
    keys.press("Tab")
    expect(shown.page.get_by_label("Desk")).to_be_focused()
    keys.press("ArrowLeft")
    expect(shown.page.get_by_label("Phone")).to_be_checked()
    keys.press("Tab")
    expect(shown.page.get_by_role("button", name="Copy for Medium")).to_be_focused()
    keys.press("Enter")
    status(shown, "Copied for Medium; 2 pictures are to be added by hand")


def test_copy_for_medium_puts_the_page_on_the_clipboard(shown: Shown) -> None:
    shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    shown.open()
    shown.page.get_by_role("tab", name="Text").click()
    shown.page.get_by_role("button", name="Copy for Medium").click()
    status(
        shown,
        "Copied for Medium; 2 pictures are to be added by hand, in the order of the checklist.",
    )
    html, plain = shown.page.evaluate(COPIED)
    assert "<h1>An issue</h1>" in html
    assert "<p>the first text</p>" in html
    assert '<a href="https://arxiv.org/abs/2110.02178">' in html
    assert html.count("<img") == html.count("<figure") == 1
    assert "https://pictures.example/three.png" in html
    assert "<style" not in html
    assert plain == "An issue\n\nthe first text\n\nfirst line\nsecond line\n\nlast"


@pytest.mark.parametrize(
    ("page", "said"),
    [
        ("<p>no picture</p>", "Copied for Medium."),
        (
            "<img src='a.png'>",
            "Copied for Medium; 1 picture is to be added by hand, in the order of the checklist.",
        ),
    ],
)
def test_the_pictures_left_are_counted(shown: Shown, page: str, said: str) -> None:
    shown.draft.page = lambda _: f"{HEAD}<body>{page}"
    shown.open()
    shown.page.get_by_role("tab", name="Text").click()
    shown.page.get_by_role("button", name="Copy for Medium").click()
    expect(shown.page.locator("#message")).to_have_text(said)
    shown.errors.clear()  # the picture is not there


def test_a_clipboard_that_refuses_is_told_of(shown: Shown) -> None:
    shown.open()
    shown.page.evaluate(
        "() => { navigator.clipboard.write = () => Promise.reject(new Error('not now')) }"
    )
    shown.page.get_by_role("button", name="Copy for Medium").click()
    status(shown, "Not copied: not now")


def test_a_draft_that_cannot_be_read_says_where_and_shows_the_last_page(shown: Shown) -> None:
    shown.open()
    shown.draft.write(UNREADABLE)
    banner = shown.page.get_by_role("alert")
    expect(banner).to_contain_text("drafts/one.toml, line 3: this is no value\nwrite a value")
    expect(banner).to_contain_text("Below is the last version that could be read.")
    status(shown, "not up to date")
    expect(shown.inside.locator("p").first).to_have_text("the first text")
    shown.draft.write("the second text")
    expect(banner).to_be_hidden()
    expect(shown.inside.locator("p").first).to_have_text("the second text")


def test_a_draft_that_was_never_read_has_nothing_to_show_but_why(shown: Shown) -> None:
    shown.draft.write(UNREADABLE)
    shown.page.goto(shown.preview.address)
    expect(shown.page.get_by_role("alert")).to_contain_text("line 3: this is no value")
    expect(shown.page.get_by_text("Nothing to show yet.")).to_be_visible()
    expect(shown.page.get_by_role("button", name="Copy for Medium")).to_be_disabled()
    shown.draft.write("the first text")
    expect(shown.inside.locator("p").first).to_have_text("the first text")
    expect(shown.page.get_by_role("button", name="Copy for Medium")).to_be_enabled()


def test_a_server_that_has_stopped_is_told_of(shown: Shown) -> None:
    shown.open()
    status(shown, "up to date")
    shown.preview.stop()
    status(shown, "server stopped")
    expect(shown.inside.locator("p").first).to_have_text("the first text")
    shown.page.get_by_role("tab", name="Text").click()
    expect(shown.inside.get_by_text("the first text")).to_have_count(0)
    expect(shown.page.locator("iframe")).to_have_count(1)
    shown.errors.clear()  # the page goes on asking, in vain


def test_a_link_opens_beside_the_preview(shown: Shown) -> None:
    shown.open()
    with shown.page.context.expect_page() as opened:
        shown.inside.get_by_role("link").click()
    assert opened.value.url == "https://arxiv.org/abs/2110.02178"
    assert opened.value.evaluate("[window.opener, document.referrer]") == [None, ""]
    assert shown.asked - {"127.0.0.1"} == {"pictures.example", "arxiv.org"}
    shown.asked.clear()


def test_a_page_with_a_script_or_a_tracker_in_it_stays_harmless(shown: Shown) -> None:
    shown.draft.page = lambda _: (
        f"{HEAD}<link rel=stylesheet href='https://evil.example/style.css'>"
        "<meta http-equiv=refresh content='0;url=https://evil.example/'>"
        "<body onload='parent.document.title = 1'><h1>An issue</h1>"
        "<script>parent.document.title = 2</script>"
        "<img src='http://evil.example/1.png' onerror='parent.document.title = 3'>"
        "<iframe src='https://evil.example/'></iframe>"
        "<form action='https://evil.example/'><button>Send</button></form>"
    )
    shown.open()
    expect(shown.inside.locator("h1")).to_be_visible()
    shown.inside.get_by_role("button", name="Send").click()
    shown.page.get_by_role("tab", name="Text").click()
    expect(shown.inside.get_by_text("日本語")).to_be_visible()
    expect(shown.page).to_have_title("Issue with the first text · akira preview")
    assert shown.asked == {"127.0.0.1"}
    assert shown.errors  # the browser's word that it kept the page from it
    shown.errors.clear()
