"""Pages as real sites once sent them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from akira_cli.core.addresses import domain_of
from akira_cli.core.items import Form
from akira_cli.sources._metadata import metadata_of
from akira_cli.sources._page import Page, tree_of
from akira_cli.sources.web_page import build
from tests.sources.harness import item_of, source_of

RECORDINGS = Path(__file__).resolve().parents[3] / "shared" / "recordings"
SOURCE = source_of(build)


class Recorded(NamedTuple):
    """What a person reads on a recorded page; of the text, some words in its midst."""

    url: str
    title: str
    site: str
    published: date
    picture: str
    words: str
    form: Form = "web"


PAGES = {
    "blogger-metascraper": Recorded(
        "https://blog.gardeviance.org/2024/02/a-good-enough-map.html",
        "A good enough map",
        "",
        date(2024, 2, 3),
        "https://blogger.googleusercontent.com/img/",
        "Wardley map",
    ),
    "googleblog-metascraper": Recorded(
        "https://cloudplatform.googleblog.com/2016/09/"
        "Google-Cloud-Platform-sets-a-course-for-new-horizons.html",
        "Google Cloud Platform sets a course for new horizons",
        "Google Cloud Platform Blog",
        date(2016, 9, 29),
        "https://2.bp.blogspot.com/-mCc_hmccB3k/V-y4E1VHooI/AAAAAAAADIs/"
        "Cx3pc4MlBasLG3uB2VBsZ-gCpqy_ftbvACLcB/w1200-h630-p-k-no-nu/google-cloud-network.png",
        "Customer Reliability Engineering",
    ),
    "medium-metascraper": Recorded(
        "https://medium.com/webpack/webpack-3-official-release-15fd2dd8f07b",
        "🍾🚀 webpack 3: Official Release!! 🚀🍾",
        "Medium",
        date(2017, 6, 19),
        "https://miro.medium.com/max/1200/1*Ac4K68j43uSbvHnKZKfXPw.jpeg",
        "Scope Hoisting",
    ),
    "nature-metascraper": Recorded(
        "https://www.nature.com/articles/s41586-021-03819-2",
        "Highly accurate protein structure prediction with AlphaFold",
        "Nature",
        date(2021, 7, 15),
        "https://media.springernature.com/",
        "AlphaFold",
        "paper",
    ),
    "readability-gitlab-blog": Recorded(
        "https://about.gitlab.com/blog/2024/06/25/"
        "3-surprising-findings-from-our-2024-global-devsecops-survey/",
        "3 surprising findings from our 2024 Global DevSecOps Survey",
        "GitLab",
        date(2024, 6, 25),
        "https://images.ctfassets.net/",
        "DevSecOps",
    ),
    "readability-medium-1": Recorded(
        "https://medium.com/@pippinlee/"
        "the-open-journalism-project-better-student-journalism-fb39f4f701bb",
        "The Open Journalism Project: Better Student Journalism",
        "Medium",
        date(2015, 3, 17),
        "https://d262ilb51hltx0.cloudfront.net/max/800/1*oBWUXtszDsiv_-Qq2bFLTQ.png",
        "newsroom",
    ),
    "readability-medium-2": Recorded(
        "https://medium.com/@ckirchoff/on-behalf-of-literally-429fab868ca8",
        "On Behalf of “Literally”",
        "Medium",
        date(2015, 2, 24),
        "https://d262ilb51hltx0.cloudfront.net/max/1600/1*eR_J8DurqygbhrwDg-WPnQ.png",
        "literally",
    ),
    "readability-medium-3": Recorded(
        "https://medium.com/@johncwelch/samantha-and-the-great-big-lie-d146a92473a1",
        "Samantha and The Great Big Lie",
        "Medium",
        date(2015, 10, 15),
        "https://miro.medium.com/max/1200/1*kbPh7V97eyRodSOw2-ALDw.png",
        "Samantha",
    ),
    "readability-v8-blog": Recorded(
        "https://v8.dev/blog/emscripten-standalone-wasm",
        "Outside the web: standalone WebAssembly binaries using Emscripten",
        "",
        date(2019, 11, 21),
        "",
        "Node.js",
    ),
    "substack-metascraper": Recorded(
        "https://map.simonsarris.com/p/the-most-precious-resource-is-agency",
        "The Most Precious Resource is Agency",
        "The Map is Mostly Water",
        date(2021, 7, 1),
        "https://substackcdn.com/image/fetch/",
        "Verrocchio",
    ),
    "techcrunch-metascraper": Recorded(
        "https://techcrunch.com/2016/01/12/"
        "hackerrank-jobs-takes-the-mystery-out-of-technical-recruiting/",
        "HackerRank Makes Technical Recruiting More Transparent",
        "TechCrunch",
        date(2016, 1, 12),
        "https://techcrunch.com/wp-content/uploads/2015/08/10-interviewed.png",
        "HackerRank",
    ),
}


def recorded(folder: str, name: str) -> bytes:
    file = RECORDINGS / folder / f"{name}.html"
    if not file.is_file():
        pytest.skip("the recordings are not beside the checkout")
    return file.read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_a_recorded_page_is_read_as_a_person_reads_it(name: str) -> None:
    page = PAGES[name]
    answer = recorded("publisher-page", name)
    item = item_of(SOURCE, f"{page.url}?utm_source=feed", {page.url: answer})
    assert (item.title, item.url, item.form) == (page.title, page.url, page.form)
    assert (item.site, item.published) == (page.site, page.published)
    assert item.picture.startswith(page.picture)
    assert bool(item.picture) == bool(page.picture)
    assert page.words in item.text
    assert len(item.text) > 2000
    assert len(item.text) <= 20_000
    if page.form == "web":
        assert item.card is not None
        assert (item.card.title, item.card.domain) == (page.title, domain_of(page.url))
        assert 20 <= len(item.card.description) <= 300


def test_a_recorded_paper_of_nature_has_its_authors_and_its_licence() -> None:
    page = PAGES["nature-metascraper"]
    answer = recorded("publisher-page", "nature-metascraper")
    item = item_of(SOURCE, page.url, {page.url: answer})
    assert (item.authors[0], item.authors[-1], len(item.authors)) == (
        "John Jumper",
        "Demis Hassabis",
        34,
    )
    assert item.dois == ("10.1038/s41586-021-03819-2",)
    assert item.display_title == f"[{page.title} | Nature]"
    assert item.licence == "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("arxiv.org-abs-1706.03762", "Attention Is All You Need"),
        (
            "commonmeta-arxiv-abs-1902.02534",
            "Crowdsourcing open citations with CROCI -- An analysis of the current status of open "
            "citations, and a proposal",
        ),
    ],
)
def test_a_recorded_abstract_says_its_title_and_site(name: str, title: str) -> None:
    url = "https://arxiv.org/abs/" + name.rpartition("-")[2]
    said = metadata_of(tree_of(Page(url, "text/html", recorded("abs-page", name), {})), url)
    assert (said.title, said.site) == (title, "arXiv.org")
