"""What `akira fetch` says when a page cannot be had or read: one error with a way out."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from akira_cli.core import errors
from tests.arxiv_server import ArxivServer
from tests.small_web.curator import Curator
from tests.small_web.server import Answer, SmallWeb, host_of, page, pdf, redirect

PLACE = "weekly.example/2021/lamps"
ADDRESS = f"https://{PLACE}"
PDF_PLACE = "weekly.example/lamps.pdf"
PICTURE = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0\x90wS\xde" + bytes(400)
LINES = [(20, "Lamps and Locks"), (10, "Nobody reads this without the key.")]
WHOLE_PDF = pdf(LINES)
MEGABYTE = b"<p>Lamps. </p>\n" * 70_000
SAVE = "--html"
"""The way out of a page that only a browser gets: a saved copy."""


class Fault(NamedTuple):
    """What is served, and the error it ends in: its class, and words of its two lines."""

    routes: Mapping[str, Answer]
    error: type[errors.AkiraError]
    message: str = "weekly.example"
    hint: str = ""
    address: str = ADDRESS
    silence: int = 10


def at(answer: Answer, **more: Answer) -> dict[str, Answer]:
    """The routes of a fault: what its address answers with."""
    return {PLACE: answer, **more}


FAULTS: dict[str, Fault] = {
    "401": Fault(at(Answer(b"Unauthorized", 401)), errors.UnreadablePage, "401", SAVE),
    "402": Fault(at(page("login_form.html", status=402)), errors.UnreadablePage, "402", SAVE),
    "403": Fault(at(page("blocked.html", status=403)), errors.UnreadablePage, "403", SAVE),
    "404": Fault(at(page("home.html", status=404)), errors.NotFound, "weekly.example"),
    "410": Fault(at(Answer(b"Gone", 410)), errors.NotFound, "weekly.example"),
    "429": Fault(
        at(Answer(b"Slow down", 429, headers=(("Retry-After", "1"),))), errors.RateLimited, "429"
    ),
    "500": Fault(at(Answer(b"oops", 500)), errors.ServiceUnavailable, "500"),
    "redirect-to-a-login": Fault(
        at(redirect("/login?next=%2F2021%2Flamps"))
        | {"weekly.example/login": page("login_form.html")},
        errors.UnreadablePage,
        "login",
        SAVE,
    ),
    "redirect-to-a-page-of-consent": Fault(
        at(redirect("https://consent.weekly.example/v2/collectConsent?sessionId=3"))
        | {"consent.weekly.example/v2/collectConsent": page("home.html")},
        errors.UnreadablePage,
        "consent",
        SAVE,
    ),
    "redirect-to-the-home-page": Fault(
        at(redirect("https://weekly.example/", 301)) | {"weekly.example/": page("home.html")},
        errors.NotFound,
        "home page",
    ),
    "redirect-to-another-home-page": Fault(
        at(redirect("https://bought.example/", 301)) | {"bought.example/": page("home.html")},
        errors.NotFound,
        "home page",
    ),
    "redirects-without-end": Fault(at(redirect("/2021/lamps")), errors.BadAnswer, "elsewhere"),
    "redirect-to-a-cloud-machine": Fault(
        at(redirect("http://169.254.169.254/latest/meta-data/")),
        errors.PrivateNetwork,
        "169.254.169.254",
        "allow_private",
    ),
    "redirect-to-this-machine": Fault(
        at(redirect("http://127.0.0.1:1/")), errors.PrivateNetwork, "127.0.0.1", "allow_private"
    ),
    "redirect-to-a-file": Fault(
        at(redirect("file:///etc/passwd")), errors.Unreachable, "file:///etc/passwd"
    ),
    "private-address": Fault(
        {}, errors.PrivateNetwork, "10.1.2.3", "allow_private", "http://10.1.2.3/lamps"
    ),
    "endless": Fault(at(Answer(MEGABYTE, manner="endless")), errors.TooLarge, "1,000,000"),
    "20-megabytes": Fault(at(Answer(MEGABYTE * 20)), errors.TooLarge, "1,000,000"),
    "gzip-bomb": Fault(
        at(Answer(gzip.compress(bytes(20_000_000)), headers=(("Content-Encoding", "gzip"),))),
        errors.TooLarge,
        "1,000,000",
    ),
    "not-gzip-at-all": Fault(
        at(page("plain_post.html", headers=(("Content-Encoding", "gzip"),))),
        errors.BadAnswer,
        "compressed",
    ),
    "cut": Fault(at(page("plain_post.html", manner="cut")), errors.ConnectionCut, "broke"),
    "silent": Fault(at(Answer(manner="silent")), errors.TimedOut, "silent for 1 second", silence=1),
    "empty-without-scripts": Fault(
        at(page("no_script.html")), errors.UnreadablePage, "weekly.example", SAVE
    ),
    "just-a-moment": Fault(
        at(page("just_a_moment.html")), errors.UnreadablePage, "weekly.example", SAVE
    ),
    "just-a-moment-403": Fault(
        at(page("just_a_moment.html", status=403, headers=(("cf-mitigated", "challenge"),))),
        errors.UnreadablePage,
        "403",
        SAVE,
    ),
    "login-form": Fault(at(page("login_form.html")), errors.UnreadablePage, "weekly.example", SAVE),
    "picture-as-html": Fault(at(Answer(PICTURE)), errors.BadAnswer),
    "empty-body": Fault(at(Answer()), errors.BadAnswer),
    "plain-text": Fault(at(Answer(b"Rate exceeded.", kind="text/plain")), errors.BadAnswer),
    "json": Fault(at(page("tweet.json", kind="application/json")), errors.BadAnswer),
    "html-as-pdf": Fault(
        {PDF_PLACE: page("home.html", kind="application/pdf")},
        errors.BadAnswer,
        "PDF",
        address=f"https://{PDF_PLACE}",
    ),
    "locked-pdf": Fault(
        {PDF_PLACE: Answer(pdf(LINES, password="open"), kind="application/pdf")},  # noqa: S106  # a made-up lock
        errors.UnreadablePage,
        "password",
        address=f"https://{PDF_PLACE}",
    ),
    "damaged-pdf": Fault(
        {PDF_PLACE: Answer(WHOLE_PDF[:300], kind="application/pdf")},
        errors.BadAnswer,
        "PDF",
        address=f"https://{PDF_PLACE}",
    ),
}
HOSTS = {host_of(place) for fault in FAULTS.values() for place in fault.routes}


def failure(curator: Curator, fault: Fault) -> tuple[int, dict[str, Any]]:
    """The exit code and the one failure of fetching a fault's address."""
    routes = {place: [answer] for place, answer in fault.routes.items()}
    with SmallWeb(routes) as web, ArxivServer() as arxiv:
        curator.visits(web, HOSTS, arxiv, fault.silence)
        code, outcome, told = curator.fetches(fault.address)
    assert outcome.get("items") == [], outcome or told
    (failed,) = outcome["failed"]
    return code, failed


@pytest.mark.parametrize("name", FAULTS)
def test_a_page_that_cannot_be_had_is_one_error_with_a_way_out(curator: Curator, name: str) -> None:
    fault = FAULTS[name]
    code, failed = failure(curator, fault)
    assert (failed["slug"], code) == (fault.error.slug, fault.error.exit_code), failed
    assert fault.message.lower() in failed["message"].lower()
    assert fault.hint in failed["hint"]
    assert failed["hint"]
    assert failed["text"] == fault.address
    assert "\n" not in failed["message"] + failed["hint"]
    assert failed["message"][0].islower() or failed["message"][0] in "'\"", failed["message"]
    assert list((curator.akira.folder / "drafts").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "word"), [("not an address", "not an address"), ("ftp://weekly.example/x", "ftp")]
)
def test_what_no_source_takes_is_no_reference(curator: Curator, text: str, word: str) -> None:
    code, failed = failure(curator, Fault({}, errors.NotAReference, address=text))
    assert (failed["slug"], code) == ("not-a-reference", 1)
    assert word in failed["message"]
    assert failed["hint"]


def test_one_page_that_fails_leaves_the_others(curator: Curator) -> None:
    served = {
        PLACE: [page("blocked.html", status=403)],
        "weekly.example/b": [page("plain_post.html")],
    }
    with SmallWeb(served) as web, ArxivServer() as arxiv:
        curator.visits(web, HOSTS, arxiv)
        code, outcome, _ = curator.fetches(ADDRESS, "https://weekly.example/b")
    assert [item["title"] for item in outcome["items"]] == ["Lamps that guess the dusk"]
    assert [failed["text"] for failed in outcome["failed"]] == [ADDRESS]
    assert code == errors.UnreadablePage.exit_code


# --- a page saved in the browser ---


def with_saved_page(curator: Curator, file: Path, *more: str) -> tuple[int, dict[str, Any], str]:
    """What fetching the blocked page gives with a saved one."""
    with SmallWeb({PLACE: [page("blocked.html", status=403)]}) as web, ArxivServer() as arxiv:
        curator.visits(web, HOSTS, arxiv)
        return curator.fetches(ADDRESS, *more, "--html", str(file))


def test_a_saved_page_stands_in_for_one_that_is_blocked(curator: Curator, tmp_path: Path) -> None:
    file = tmp_path / "saved.html"
    file.write_bytes(page("plain_post.html").body)
    code, outcome, told = with_saved_page(curator, file)
    assert code == 0, told
    (item,) = outcome["items"]
    assert item["title"] == "Lamps that guess the dusk"
    assert item["url"] == ADDRESS
    assert item["form"] == "web"


def unusable(folder: Path, kind: str) -> Path:
    """A file that is no saved page."""
    file = folder / f"{kind}.html"
    if kind != "missing":
        file.write_bytes({"empty": b"", "binary": PICTURE}[kind])
    return file


@pytest.mark.parametrize("kind", ["missing", "empty", "binary"])
def test_a_file_that_is_no_page_is_named(curator: Curator, tmp_path: Path, kind: str) -> None:
    file = unusable(tmp_path, kind)
    code, outcome, told = with_saved_page(curator, file)
    assert code == 1
    assert outcome.get("items", []) == []
    named = "the saved page of" if kind == "binary" else file.name
    assert named in (outcome["failed"][0]["message"] if outcome else told)


def test_one_saved_page_does_not_stand_in_for_two(curator: Curator, tmp_path: Path) -> None:
    file = tmp_path / "saved.html"
    file.write_bytes(page("plain_post.html").body)
    code, outcome, told = with_saved_page(curator, file, "https://weekly.example/b")
    assert code == errors.UsageError.exit_code
    assert outcome == {}
    assert "--html" in told
