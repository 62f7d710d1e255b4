from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.errors import NotFound
from akira_cli.core.items import Reference
from akira_cli.core.page import Layout
from akira_cli.core.settings import ArxivSettings, Settings
from akira_cli.figures.ar5iv import build
from akira_cli.ports import Response
from akira_cli.ports.figures import FigureFinder
from tests.fakes import RoutedHttp, paper

ADDRESS = "https://ar5iv.labs.arxiv.org/html/2110.02178"
PAGE = (
    b'<div class="ltx_page_main"><figure class="ltx_figure">'
    b'<img src="/html/2110.02178/assets/x8.png"><figcaption>Figure 8: All.</figcaption></figure>'
    b'</div><a href="https://arxiv.org/help/license">Copyright</a>'
)


def finder(api_url: str = ArxivSettings().api_url) -> FigureFinder:
    return build(Settings(Layout("A", "", (), (), "", ""), arxiv=ArxivSettings(api_url)))


def test_papers_of_arxiv_are_looked_for_where_arxiv_itself_is_asked() -> None:
    assert finder().can_look(paper())
    assert not finder("http://127.0.0.1:80/api/query").can_look(paper())
    assert not finder().can_look(replace(paper(), reference=Reference("acl", "x")))


def test_the_page_has_no_version_and_its_pictures_are_in_assets() -> None:
    http = RoutedHttp({ADDRESS: PAGE})
    found = finder().find(paper(version=3), http)
    assert http.requests == [ADDRESS]
    assert found.licence == ""
    [figure] = found.candidates
    assert (figure.label, figure.origin) == ("Figure 8", "ar5iv")
    assert figure.addresses == (f"{ADDRESS}/assets/x8.png",)


@pytest.mark.parametrize(
    "url", ["https://arxiv.org/abs/2110.02178", "https://arxiv.org/html/2110.02178"]
)
def test_a_way_to_arxiv_itself_means_that_the_paper_is_not_there(url: str) -> None:
    with pytest.raises(NotFound, match="no web page of the paper"):
        finder().find(paper(), RoutedHttp({ADDRESS: Response(200, {}, PAGE, url)}))


def test_its_pictures_are_fetched_as_they_are() -> None:
    http = RoutedHttp({ADDRESS: PAGE, f"{ADDRESS}/assets/": b"GIF89a"})
    [figure] = finder().find(paper(), http).candidates
    assert finder().picture(figure, http) == b"GIF89a"
