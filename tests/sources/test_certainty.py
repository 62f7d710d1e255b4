"""Who takes a reference: of all sources one is always the surest, whatever was pasted."""

from __future__ import annotations

import tomllib
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import NotAReference
from akira_cli.core.items import Reference
from akira_cli.ports import Source
from akira_cli.storage.settings_toml import default_settings
from akira_cli.wiring.families import builders
from akira_cli.workflows.look_up import recognise
from tests.fakes import FixedClock

SOURCES: tuple[Source, ...] = tuple(
    build()
    for members in builders("sources", default_settings(), FixedClock())
    for build in members.values()
)
SMALL_WEB = Path(__file__).parents[1] / "small_web" / "expected.toml"
ADDRESSES = [case["address"] for case in tomllib.loads(SMALL_WEB.read_text("utf-8")).values()]
TAKEN = {
    "2110.02178": "arxiv",
    "https://huggingface.co/papers/2110.02178": "arxiv",
    "https://www.alphaxiv.org/abs/2110.02178": "arxiv",
    "https://doi.org/10.48550/arXiv.2110.02178": "arxiv",
    "https://www.semanticscholar.org/arxiv/2110.02178": "arxiv",
    "https://arxiv.org/pdf/2110.02178v2.pdf": "arxiv",
    "https://openreview.net/forum?id=TVHS5Y4dNvM": "openreview",
    "https://openreview.net/pdf?id=TVHS5Y4dNvM": "openreview",
    "https://openaccess.thecvf.com/content/CVPR2021/papers/A_B_CVPR_2021_paper.pdf": "cvf",
    "https://aclanthology.org/2021.acl-long.1.pdf": "acl-anthology",
    "https://proceedings.mlr.press/v139/touvron21a/touvron21a.pdf": "pmlr",
    "https://papers.nips.cc/paper/2017/hash/"
    "3f5ee243547dee91fbd053c1c4a845aa-Abstract.html": "neurips",
    "https://www.ecva.net/papers/eccv_2020/papers_ECCV/html/1234_ECCV_2020_paper.php": "ecva",
    "10.1038/s41586-021-03819-2": "doi",
    "https://doi.org/10.1145/3442188.3445922": "doi",
    "https://dl.acm.org/doi/10.1145/3442188.3445922": "doi",
    "https://github.com/apple/ml-cvnets": "github",
    "https://youtu.be/dQw4w9WgXcQ": "youtube",
    "https://x.com/ak92501/status/1445555555555555555": "twitter",
    "https://www.reddit.com/r/MachineLearning/comments/abc123/d_what/": "reddit",
    "https://example.org/papers/report.pdf": "pdf",
    "https://thegradient.pub/sustainable-ai/": "web-page",
    "https://www.nature.com/articles/s41586-021-03819-2": "web-page",
}  # fmt: skip


def claims(text: str) -> list[Reference]:
    """Every source's claim to a text; none for one that is malformed."""
    made = []
    for source in SOURCES:
        try:
            claim = source.recognise(text)
        except NotAReference:
            continue
        if claim is not None:
            made.append(claim)
    return made


def ties(text: str) -> list[str]:
    """The sources that are equally and most sure of a text, when they are several."""
    sure = Counter(claim.certainty for claim in claims(text))
    if not sure or sure[max(sure)] == 1:
        return []
    return [claim.source for claim in claims(text) if claim.certainty == max(sure)]


def test_names_are_told_apart() -> None:
    assert max(Counter(source.name for source in SOURCES).values()) == 1


@pytest.mark.parametrize(("text", "name"), TAKEN.items())
def test_the_surest_takes_it(text: str, name: str) -> None:
    assert recognise(text, SOURCES).source == name


@pytest.mark.parametrize("text", [*TAKEN, *ADDRESSES])
def test_no_two_are_equally_sure(text: str) -> None:
    assert ties(text) == []


HOSTS = st.sampled_from(
    sorted({address.split("/")[2] for address in (*TAKEN, *ADDRESSES) if "://" in address})
)
PARTS = (
    "abs pdf forum paper papers content doi 10.1145 1.2.pdf v139 2110.02178 watch status r x.html 1"
)
PATHS = st.lists(st.sampled_from(PARTS.split()), max_size=5).map("/".join)


@given(HOSTS, PATHS, st.sampled_from(["", "?id=X1y2Z3", "?v=dQw4w9WgXcQ", "#top", ".pdf"]))
def test_no_two_are_equally_sure_of_any_address(host: str, path: str, end: str) -> None:
    assert ties(f"https://{host}/{path}{end}") == []


@given(st.text())
def test_no_two_are_equally_sure_of_any_text(text: str) -> None:
    assert ties(text) == []
