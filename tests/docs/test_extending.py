"""The examples of `docs/extending.md` work as they stand there."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from akira_cli.core.items import Certainty
from akira_cli.workflows.look_up import recognise
from tests.arxiv_server import ArxivServer
from tests.cli.command_line import Akira
from tests.fakes import FixedClock
from tests.small_web.curator import NO_PAUSE, Curator
from tests.small_web.server import Answer, SmallWeb, host_of, redirect
from tests.sources.test_certainty import ADDRESSES, SOURCES, TAKEN

PAGE = Path(__file__).resolve().parents[2] / "docs" / "extending.md"


class Member(NamedTuple):
    """A module of an example: the heading it stands below, its family and its name."""

    heading: str
    family: str
    module: str


SLACK = Member("A format is one file", "exporters", "slack")
HUGGING_FACE = Member("A source is one file", "sources", "hugging_face")
PLOS_ONE = Member("A place for figures is one file", "figures", "plos_one")
LEAD = Member("A summariser is one file", "summarisers", "lead")
MEMBERS = (SLACK, HUGGING_FACE, PLOS_ONE, LEAD)

MODEL = "https://huggingface.co/ada-example/sheep-counter"
MODEL_PAGE = b"""<!doctype html><title>ada-example/sheep-counter - Hugging Face</title>
<meta property="og:title" content="ada-example/sheep-counter">
<meta property="og:description" content="A model that counts sheep in pictures of hills at night.">
<h1>Sheep Counter</h1>"""
DOI = "10.1371/journal.pone.0000000"
RECORD = {
    "title": "Sheep Are Easier to Count at Noon",
    "author": [{"given": "Ada", "family": "Example"}, {"given": "Bob", "family": "Sample"}],
    "issued": {"date-parts": [[2021, 10, 5]]},
    "container-title": "PLOS ONE",
}
PAPER_PAGE = f"""<!doctype html><title>Sheep Are Easier to Count at Noon</title>
<a href="https://creativecommons.org/licenses/by/4.0/">Attribution License</a>
<div class="figure" data-doi="{DOI}.g001"><div class="figcaption"><span>Fig 1. </span>Counts of
sheep against the hour.</div></div>
<div class="figure" data-doi="{DOI}.g002"><div class="figcaption"><span>Fig 2. </span>Overview of
the proposed method, from hill to number.</div></div>"""


def example(language: str, heading: str) -> str:
    """The one block of code in that language below a heading."""
    chapter = PAGE.read_text("utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    block = re.compile(rf"^```{language}\n(.*?)^```$", re.DOTALL | re.MULTILINE)
    (code,) = block.findall(chapter)
    return str(code)


@pytest.fixture
def issue(nowhere: Akira, monkeypatch: pytest.MonkeyPatch) -> Akira:
    """A command line in a workspace with an empty issue; it asks sites without a pause."""
    monkeypatch.setattr("akira_cli.sources._page.INTERVAL", NO_PAUSE)
    monkeypatch.setattr("akira_cli.figures._answers._INTERVAL", NO_PAUSE)
    nowhere.done("init --name News")
    nowhere.done("draft new --number 34")
    return nowhere


@pytest.fixture(params=["in the program", "in a package"])
def anywhere(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The four examples at their places in the program, or in a package of one's own."""
    if request.param == "in a package":
        _install(tmp_path / "site", monkeypatch)
    else:
        for member in MEMBERS:
            _put_into_its_family(member, tmp_path / member.family, monkeypatch)


def _put_into_its_family(member: Member, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()
    code = example("python", member.heading)
    (folder / f"{member.module}.py").write_text(code, encoding="utf-8")
    package = import_module(f"akira_cli.{member.family}")
    monkeypatch.setattr(package, "__path__", [*package.__path__, str(folder)])
    _forget(f"akira_cli.{member.family}.{member.module}", monkeypatch)


def _install(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, info = site / "my_package", site / "my_package-1.0.dist-info"
    package.mkdir(parents=True)
    for member in MEMBERS:
        code = example("python", member.heading)
        (package / f"{member.module}.py").write_text(code, encoding="utf-8")
        _forget(f"my_package.{member.module}", monkeypatch)
    _forget("my_package", monkeypatch)
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: my-package\nVersion: 1.0\n")
    table = tomllib.loads(example("toml", "In a package of your own"))
    lines = [
        line
        for group, points in table["project"]["entry-points"].items()
        for line in (f"[{group}]", *(f"{name} = {place}" for name, place in points.items()))
    ]
    (info / "entry_points.txt").write_text("\n".join(lines))
    monkeypatch.syspath_prepend(str(site))


def _forget(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the next import read the module, and the test after this one never know of it."""
    monkeypatch.setitem(sys.modules, module, sys)
    monkeypatch.delitem(sys.modules, module)


@contextmanager
def online(akira: Akira, routes: dict[str, list[Answer]]) -> Iterator[SmallWeb]:
    """A small web for the hosts of the routes."""
    with SmallWeb(routes) as web, ArxivServer() as arxiv:
        Curator(akira).visits(web, map(host_of, routes), arxiv)
        yield web


def a_picture() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (600, 300), "teal").save(data, "PNG")
    return data.getvalue()


@pytest.mark.usefixtures("anywhere")
def test_a_format_is_one_file(issue: Akira) -> None:
    issue.done(["add", "2110.02178", "--headline", "Fast <phones> & more"])
    assert issue.done("export --format slack --output -") == (
        "*News — Issue #34*\n\n1. Machine Learning Papers\n"
        "• <https://arxiv.org/abs/2110.02178|Fast &lt;phones&gt; &amp; more>\n"
    )
    assert "slack     an announcement for a Slack channel" in issue.done("formats")
    assert issue("export --format slack --strict").code == 1


@pytest.mark.usefixtures("anywhere")
def test_a_source_is_one_file(issue: Akira) -> None:
    with online(issue, {"huggingface.co/ada-example/sheep-counter": [Answer(MODEL_PAGE)]}):
        screen = issue(["fetch", f"[the model]({MODEL}/tree/main?utm_source=x)", "--json"])
        (item,) = screen.json["items"]
        assert item["reference"]["source"] == "hugging-face"
        assert item["reference"]["id"] == "ada-example/sheep-counter"
        assert item["reference"]["removed"] == ["utm_source=x"]
        assert item["url"] == item["card"]["url"] == MODEL
        assert dict(item["found_in"])["abstract"] == "og:description"
        issue.done(f"add {MODEL} --section articles")
    assert "A model that counts sheep" in issue.draft("issue-034").read_text("utf-8")


@pytest.mark.usefixtures("anywhere")
def test_a_source_tells_where_a_redirect_has_led(issue: Akira) -> None:
    routes = {
        "huggingface.co/ada-example/sheep-counter": [redirect(MODEL.replace("/ada", "/docs/ada"))],
        "huggingface.co/docs/ada-example/sheep-counter": [Answer(MODEL_PAGE)],
    }
    with online(issue, routes):
        screen = issue(f"add {MODEL}")
    assert screen.code == 4
    assert "leads to no model" in screen.stderr
    assert "--html FILE" in screen.stderr


def test_the_source_claims_nothing_that_is_anothers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _install(tmp_path / "site", monkeypatch)
    source = import_module("my_package.hugging_face").HuggingFace(FixedClock())
    claimed = [text for text in (*TAKEN, *ADDRESSES) if source.recognise(text)]
    assert [text for text in claimed if recognise(text, SOURCES).source != "web-page"] == []
    assert source.recognise(MODEL).certainty == Certainty.SITE


@pytest.mark.usefixtures("anywhere")
def test_a_place_for_figures_is_one_file(issue: Akira) -> None:
    record = json.dumps(RECORD).encode()
    routes = {
        f"doi.org/{DOI}": [Answer(record, kind="application/vnd.citationstyles.csl+json")],
        "journals.plos.org/plosone/article": [Answer(PAPER_PAGE.encode())],
        "journals.plos.org/plosone/article/figure/image": [Answer(a_picture(), kind="image/png")],
    }
    with online(issue, routes) as web:
        screen = issue(f"add {DOI}")
        assert screen.code == 0, screen
        assert web.requests[-1].endswith(f"image?size=large&id={DOI}.g002")
        assert len(web.requests) <= 4
    (entry,) = tomllib.loads(issue.draft("issue-034").read_text("utf-8"))["entries"]
    figure = entry["figure"]
    assert figure["credit"] == "Fig 2 of Example and Sample (2021), CC BY 4.0"
    assert figure["alt"] == "Overview of the proposed method, from hill to number."
    assert (issue.folder / "drafts" / figure["file"]).is_file()
    assert "plos-one" in issue(f"figures {entry['id']} --from nowhere").stderr


@pytest.mark.usefixtures("anywhere")
@pytest.mark.parametrize("page", [b"\0", b"<p>No figures here.</p>"], ids=["no page", "no figure"])
def test_a_paper_is_added_where_the_place_has_no_figure(issue: Akira, page: bytes) -> None:
    record = json.dumps(RECORD).encode()
    routes = {
        f"doi.org/{DOI}": [Answer(record, kind="application/json")],
        "journals.plos.org/plosone/article": [Answer(page)],
    }
    with online(issue, routes):
        screen = issue(f"add {DOI}")
    assert screen.code == 0, screen
    assert "note: no figure was found" in screen.stderr


@pytest.mark.usefixtures("anywhere")
def test_a_summariser_is_one_file(issue: Akira) -> None:
    line = '{"id": 7, "abstract": "We count sheep.  It works. At night, too. Not by day."}'
    abstracts = issue.folder / "abstracts.jsonl"
    abstracts.write_text(line, encoding="utf-8")
    answer = json.loads(issue.done(f"summarise {abstracts} --jsonl --method lead"))
    assert (answer["id"], answer["method"]) == (7, "lead")
    assert (answer["headline"], answer["tldr"]) == ("We count sheep", "We count sheep.")
    assert answer["summary"] == "We count sheep. It works. At night, too."
    assert answer["spans"][1] == {"sentence": 1, "part": "abstract", "start": 17, "end": 26}
    short = json.loads(issue.done(f"summarise {abstracts} --jsonl --method lead --length short"))
    assert short["summary"] == "We count sheep."


@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.module)
def test_the_examples_are_typed_and_formatted_like_the_rest(member: Member, tmp_path: Path) -> None:
    file = tmp_path / f"{member.module}.py"
    file.write_text(example("python", member.heading), encoding="utf-8")
    for tool in (("ruff", "check"), ("ruff", "format", "--check"), ("mypy", "--strict")):
        command = [sys.executable, "-m", *tool, str(file)]
        done = subprocess.run(command, cwd=PAGE.parents[1], capture_output=True, text=True)  # noqa: S603  # our own tools
        assert done.returncode == 0, done.stdout + done.stderr


def test_a_template_is_a_format_without_code(issue: Akira) -> None:
    issue.done(["add", "2110.02178", "--headline", "Fast <phones> & more"])
    folder = issue.folder / "templates"
    folder.mkdir()
    code = example("jinja", "A format without code")
    (folder / "links.md.j2").write_text(code, encoding="utf-8")
    assert issue.done("export --format links --output -") == (
        "# News — Issue #34\n\n- [Fast \\<phones> & more](https://arxiv.org/abs/2110.02178)\n"
    )
