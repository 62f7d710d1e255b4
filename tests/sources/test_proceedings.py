"""The sites of proceedings: CVF, ECVA, ACL Anthology, PMLR and NeurIPS."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, NotFound, UnreadablePage
from akira_cli.core.items import Certainty, Item, LeadsTo
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Response, Source
from akira_cli.sources import acl_anthology, cvf, ecva, neurips, pmlr
from tests.sources.harness import outcome_of, source_of

BUILDERS: dict[str, Callable[[Settings, Clock], Source]] = {
    "cvf": cvf.build,
    "ecva": ecva.build,
    "acl-anthology": acl_anthology.build,
    "pmlr": pmlr.build,
    "neurips": neurips.build,
}
SOURCES = {name: source_of(builder) for name, builder in BUILDERS.items()}

CVF = "https://openaccess.thecvf.com"
SONG = "Song_Tree-Like_Decision_Distillation_CVPR_2021_paper"
CVF_URL = f"{CVF}/content/CVPR2021/html/{SONG}.html"
ECVA = "https://www.ecva.net/papers"
ACL = "https://aclanthology.org"
PMLR = "https://proceedings.mlr.press"
NIPS = "https://proceedings.neurips.cc/paper_files/paper"
HASH = "4d8bd3f7351f4fee76ba17594f070ddd"


def look(name: str, text: str, answer: bytes | Response) -> Item | LeadsTo | AkiraError:
    """What a source makes of this answer."""
    reference = SOURCES[name].recognise(text)
    assert reference is not None
    return outcome_of(SOURCES[name], text, {reference.url: answer})


def item(name: str, text: str, page: str) -> Item:
    """The Item of a page that has one."""
    outcome = look(name, text, page.encode())
    assert isinstance(outcome, Item), outcome
    assert (outcome.form, outcome.card, outcome.fetched_from) == ("paper", None, outcome.url)
    return outcome


@pytest.mark.parametrize(
    ("name", "text", "url"),
    [
        ("cvf", CVF_URL, CVF_URL),
        ("cvf", f"{CVF}/content/CVPR2021/papers/{SONG}.pdf", CVF_URL),
        ("cvf", f"openaccess.thecvf.com/content/CVPR2021/papers/{SONG}.pdf", CVF_URL),
        (
            "cvf",
            "http://openaccess.thecvf.com/content_CVPR_2019/papers/A_B_CVPR_2019_paper.pdf",
            f"{CVF}/content_CVPR_2019/html/A_B_CVPR_2019_paper.html",
        ),
        (
            "cvf",
            "http://www.cv-foundation.org/openaccess/content_cvpr_2016/papers/A_CVPR_2016_paper.pdf",
            f"{CVF}/content_cvpr_2016/html/A_CVPR_2016_paper.html",
        ),
        (
            "cvf",
            f"{CVF}/content_CVPRW_2019/papers/NTIRE/A_CVPRW_2019_paper.pdf",
            f"{CVF}/content_CVPRW_2019/html/NTIRE/A_CVPRW_2019_paper.html",
        ),
        (
            "cvf",
            f"{CVF}/content/CVPR2021W/NTIRE/papers/A_CVPRW_2021_paper.pdf",
            f"{CVF}/content/CVPR2021W/NTIRE/html/A_CVPRW_2021_paper.html",
        ),
        (
            "cvf",
            f"{CVF}/content_cvpr_2017_workshops/w12/papers/A_CVPR_2017_paper.pdf",
            f"{CVF}/content_cvpr_2017_workshops/w12/html/A_CVPR_2017_paper.html",
        ),
        (
            "ecva",
            f"{ECVA}/eccv_2020/papers_ECCV/html/12_ECCV_2020_paper.php",
            f"{ECVA}/eccv_2020/papers_ECCV/html/12_ECCV_2020_paper.php",
        ),
        (
            "ecva",
            "http://ecva.net/papers/eccv_2018/papers_ECCV/papers/Sara_Beery_A_ECCV_2018_paper.pdf",
            f"{ECVA}/eccv_2018/papers_ECCV/html/Sara_Beery_A_ECCV_2018_paper.php",
        ),
        (
            "ecva",
            f"{ECVA}/eccv_2024/papers_ECCV/papers/04195.pdf",
            f"{ECVA}/eccv_2024/papers_ECCV/html/4195_ECCV_2024_paper.php",
        ),
        ("acl-anthology", f"{ACL}/2021.emnlp-main.544/", f"{ACL}/2021.emnlp-main.544/"),
        ("acl-anthology", f"{ACL}/2021.emnlp-main.544", f"{ACL}/2021.emnlp-main.544/"),
        ("acl-anthology", f"{ACL}/2021.emnlp-main.544.pdf", f"{ACL}/2021.emnlp-main.544/"),
        ("acl-anthology", f"{ACL}/2021.emnlp-main.544v2.pdf", f"{ACL}/2021.emnlp-main.544/"),
        ("acl-anthology", f"{ACL}/2021.emnlp-main.544.bib", f"{ACL}/2021.emnlp-main.544/"),
        ("acl-anthology", "https://www.aclweb.org/anthology/P19-1001", f"{ACL}/P19-1001/"),
        ("acl-anthology", "https://www.aclweb.org/anthology/P19-1001.pdf", f"{ACL}/P19-1001/"),
        (
            "acl-anthology",
            "https://aclanthology.coli.uni-saarland.de/papers/P18-1001/p18-1001",
            None,
        ),
        ("pmlr", f"{PMLR}/v139/koh21a.html", f"{PMLR}/v139/koh21a.html"),
        ("pmlr", f"{PMLR}/v139/koh21a", None),
        (
            "pmlr",
            "http://proceedings.mlr.press/v139/koh21a/koh21a.pdf",
            f"{PMLR}/v139/koh21a.html",
        ),
        ("pmlr", f"{PMLR}/v139/koh21a/koh21a-supp.pdf", f"{PMLR}/v139/koh21a.html"),
        ("pmlr", f"{PMLR}/v37/ioffe15.pdf", f"{PMLR}/v37/ioffe15.html"),
        (
            "pmlr",
            "https://raw.githubusercontent.com/mlresearch/v235/main/assets/doe24a/doe24a.pdf",
            f"{PMLR}/v235/doe24a.html",
        ),
        (
            "neurips",
            f"https://papers.nips.cc/paper/2021/hash/{HASH}-Abstract.html",
            f"{NIPS}/2021/hash/{HASH}-Abstract.html",
        ),
        (
            "neurips",
            f"https://proceedings.neurips.cc/paper/2021/file/{HASH}-Paper.pdf",
            f"{NIPS}/2021/hash/{HASH}-Abstract.html",
        ),
        (
            "neurips",
            f"https://papers.neurips.cc/paper_files/paper/2023/file/{HASH}-Paper-Conference.pdf",
            f"{NIPS}/2023/hash/{HASH}-Abstract-Conference.html",
        ),
        (
            "neurips",
            "https://datasets-benchmarks-proceedings.neurips.cc/paper/2021/file/"
            f"{HASH}-Paper-round2.pdf",
            "https://datasets-benchmarks-proceedings.neurips.cc/paper_files/paper/2021/hash/"
            f"{HASH}-Abstract-round2.html",
        ),
        (
            "neurips",
            "https://papers.nips.cc/paper/7181-attention-is-all-you-need.pdf",
            "https://papers.nips.cc/paper/7181-attention-is-all-you-need",
        ),
        ("cvf", f"{CVF}/", None),
        ("cvf", f"{CVF}/CVPR2021?day=all", None),
        ("cvf", f"{CVF}/content/CVPR2021/supplemental/Song_CVPR_2021_supplemental.pdf", None),
        ("cvf", f"https://example.org/content/CVPR2021/html/{SONG}.html", None),
        ("cvf", "CVPR 2021", None),
        ("ecva", "https://www.ecva.net/papers.php", None),
        ("ecva", f"{ECVA}/eccv_2020/papers_ECCV/papers/123460001.pdf", None),
        ("acl-anthology", f"{ACL}/", None),
        ("acl-anthology", f"{ACL}/venues/acl/", None),
        ("acl-anthology", f"{ACL}/volumes/2021.acl-long/", None),
        ("acl-anthology", f"{ACL}/2021.acl-long.0/", None),
        ("acl-anthology", "https://www.aclweb.org/portal/", None),
        ("pmlr", f"{PMLR}/", None),
        ("pmlr", f"{PMLR}/v139/", None),
        ("pmlr", f"{PMLR}/v139/index.html", None),
        ("pmlr", "https://raw.githubusercontent.com/doe/made-up/main/README.md", None),
        ("neurips", "https://papers.nips.cc/", None),
        ("neurips", "https://papers.nips.cc/paper/2021", None),
        ("neurips", "https://neurips.cc/virtual/2021/poster/1", None),
        ("neurips", "", None),
    ],
)
def test_every_address_of_a_paper_leads_to_its_page(name: str, text: str, url: str | None) -> None:
    reference = SOURCES[name].recognise(text)
    if url is None:
        assert reference is None
        return
    assert reference is not None
    assert (reference.url, reference.source, reference.text) == (url, name, text)
    assert reference.certainty == Certainty.SITE
    again = SOURCES[name].recognise(url)
    assert again is not None
    assert again.same_thing(reference)


@pytest.mark.parametrize(
    ("name", "text", "own_id"),
    [
        ("cvf", CVF_URL, CVF_URL),
        ("acl-anthology", f"{ACL}/P19-1001v2.pdf", "P19-1001"),
        ("pmlr", f"{PMLR}/v139/koh21a.html", "v139/koh21a"),
        ("neurips", f"{NIPS}/2021/file/{HASH}-Paper.pdf", f"2021/{HASH}"),
    ],
)
def test_the_id_is_the_sites_own_or_the_address(name: str, text: str, own_id: str) -> None:
    reference = SOURCES[name].recognise(text)
    assert reference is not None
    assert reference.id == own_id


CVF_PAGE = """<!DOCTYPE html><html><head><title>CVPR 2021 Open Access Repository</title>
<meta name="citation_title" content="Tree-Like Decision Distillation">
<meta name="citation_author" content="Song, Jie">
<meta name="citation_author" content="Zhang, Haofei">
<meta name="citation_publication_date" content="2021">
<meta name="citation_conference_title" content="Proceedings of the Conference on Examples">
</head><body><div id="papertitle">Tree-Like Decision Distillation</div>
<div id="authors"><b><i>Jie Song, Haofei Zhang</i></b>; CVPR 2021, pp. 1-8</div>
<font size="5"><br><b>Abstract</b></font><br><br>
<div id="abstract" >
We make a tree.
</div></body></html>"""


def test_a_page_of_cvf_is_read() -> None:
    found = item("cvf", CVF_URL, CVF_PAGE)
    assert found.display_title == "[Tree-Like Decision Distillation, CVPR2021]"
    assert (found.authors, found.abstract) == (("Jie Song", "Haofei Zhang"), "We make a tree.")
    assert found.journal == "Proceedings of the Conference on Examples, 2021"
    assert found.published is None
    assert found.pdf == f"{CVF}/content/CVPR2021/papers/{SONG}.pdf"
    assert dict(found.found_in)["abstract"] == "#abstract"


@pytest.mark.parametrize(
    ("path", "venue"),
    [
        ("content_cvpr_2016/html/A.html", "CVPR2016"),
        ("content_ICCV_2019/html/A.html", "ICCV2019"),
        ("content/WACV2022/html/A.html", "WACV2022"),
        ("content/CVPR2021W/NTIRE/html/A.html", "CVPRW2021"),
        ("content_CVPRW_2019/html/NTIRE/A.html", "CVPRW2019"),
        ("content_cvpr_2017_workshops/w12/html/A.html", "CVPRW2017"),
    ],
)
def test_a_papers_conference_is_in_its_address(path: str, venue: str) -> None:
    found = item("cvf", f"{CVF}/{path}", "<div id=papertitle> Made Up</div>")
    assert found.display_title == f"[Made Up, {venue}]"
    assert found.journal == venue


def test_a_page_of_ecva_has_no_tags_and_is_read() -> None:
    url = f"{ECVA}/eccv_2020/papers_ECCV/html/12_ECCV_2020_paper.php"
    found = item(
        "ecva",
        url,
        '<html><head><title>ECVA</title></head><body><div id="papertitle">Made Up</div>'
        '<div id="authors"><b><i>Jane Doe, John Roe*</i></b>;</div>'
        '<div id="abstract"> "We make it up." </div>'
        '[<a href="../../../../papers/eccv_2020/papers_ECCV/papers/123460001.pdf">pdf</a>]</body>',
    )
    assert found.display_title == "[Made Up, ECCV2020]"
    assert (found.authors, found.abstract) == (("Jane Doe", "John Roe"), "We make it up.")
    assert found.pdf == f"{ECVA}/eccv_2020/papers_ECCV/papers/123460001.pdf"
    assert found.journal == "ECCV2020"


def acl_page(title: str, licences: str) -> str:
    """A page of the anthology."""
    return f"""<html><head><title>{title}</title>
<meta content="Made Up" name=citation_title><meta content="Jane Doe" name=citation_author>
<meta content="Proceedings of the 2021 Conference on Examples" name=citation_conference_title>
<meta content="2021/11" name=citation_publication_date></head><body>
<h2 id=title>Made Up</h2><div class="card-body acl-abstract"><h5 class=card-title>Abstract</h5>
<span>We make it up.</span></div>
<dt>Venue:</dt><dd><a href=/venues/emnlp/>EMNLP</a></dd><footer>{licences}</footer></body></html>"""


BOTH = (
    '<a href="https://creativecommons.org/licenses/by-nc-sa/3.0/">before</a>'
    '<a href="https://creativecommons.org/licenses/by/4.0/">since 2016</a>'
)


def test_a_page_of_the_anthology_is_read() -> None:
    url = f"{ACL}/2021.emnlp-main.544/"
    found = item("acl-anthology", url, acl_page("Made Up - ACL Anthology", BOTH))
    assert found.display_title == "[Made Up - ACL Anthology]"
    assert (found.authors, found.abstract) == (("Jane Doe",), "We make it up.")
    assert found.journal == "Proceedings of the 2021 Conference on Examples"
    assert found.pdf == f"{ACL}/2021.emnlp-main.544.pdf"
    assert found.licence == "https://creativecommons.org/licenses/by/4.0/"
    assert dict(found.found_in)["licence"] == "link to Creative Commons"


def test_a_title_without_the_anthologys_name_gets_the_venue() -> None:
    found = item("acl-anthology", f"{ACL}/P19-1001/", acl_page("Made Up", BOTH))
    assert found.display_title == "[Made Up, EMNLP 2019]"


@pytest.mark.parametrize(
    ("paper", "links", "licence"),
    [
        ("P19-1001", BOTH, "https://creativecommons.org/licenses/by/4.0/"),
        ("P15-1001", BOTH, "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("J79-1001", BOTH, "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ("P19-1001", "", ""),
    ],
)
def test_the_licence_is_that_of_the_papers_year(paper: str, links: str, licence: str) -> None:
    page = acl_page("Made Up - ACL Anthology", links)
    assert item("acl-anthology", f"{ACL}/{paper}/", page).licence == licence


@pytest.mark.parametrize(
    ("conference", "shown"),
    [
        ("International Conference on Machine Learning", "ICML 2021"),
        ("Asian Conference on Machine Learning", "ACML 2021"),
        ("Proceedings of The 24th International Conference on Artificial Intelligence and "
         "Statistics", "AISTATS 2021"),
        ("Conference on Robot Learning", "CoRL 2021"),
        ("Workshop on Examples", "PMLR 2021"),
    ],
)  # fmt: skip
def test_a_page_of_pmlr_is_read(conference: str, shown: str) -> None:
    found = item(
        "pmlr",
        f"{PMLR}/v139/koh21a/koh21a.pdf",
        '<html><head><meta name="citation_title" content="Made Up">'
        '<meta name="citation_author" content="Jane Doe">'
        '<meta name="citation_publication_date" content="2021/07/01">'
        f'<meta name="citation_inproceedings_title" content="{conference}">'
        f'<meta name="citation_pdf_url" content="{PMLR}/v139/koh21a/koh21a.pdf"></head>'
        '<body><div id="abstract" class="abstract">We make it up.</div></body></html>',
    )
    assert found.display_title == f"[Made Up, {shown}]"
    assert (found.url, found.published) == (f"{PMLR}/v139/koh21a.html", date(2021, 7, 1))
    assert (found.abstract, found.journal) == ("We make it up.", f"{conference}, 2021")


def test_a_page_of_neurips_is_read() -> None:
    found = item(
        "neurips",
        f"https://papers.nips.cc/paper/2021/file/{HASH}-Paper.pdf",
        '<html><head><title>Made Up</title><meta name="citation_title" content="Made Up">'
        '<meta name="citation_author" content="Doe, Jane">'
        '<meta name="citation_journal_title" content="Advances in Examples">'
        '<meta name="citation_publication_date" content="2021">'
        f'<meta name="citation_pdf_url" content="/paper/2021/file/{HASH}-Paper.pdf"></head><body>'
        "<h4>Abstract</h4><p><p>We make it up.</p></p><h4>Name Change Policy</h4><p>No.</p></body>",
    )
    assert found.display_title == "[Made Up, NeurIPS 2021]"
    assert (found.authors, found.abstract) == (("Jane Doe",), "We make it up.")
    assert found.journal == "Advances in Examples, 2021"
    assert found.pdf == f"https://proceedings.neurips.cc/paper/2021/file/{HASH}-Paper.pdf"


def test_an_old_paper_of_neurips_has_its_year_from_the_page() -> None:
    page = "<meta name=citation_title content=Up><meta name=citation_publication_date content=2017>"
    url = "https://papers.nips.cc/paper/7181-attention-is-all-you-need"
    assert item("neurips", url, page + "<p>x").display_title == "[Up, NeurIPS 2017]"
    assert item("neurips", url, page[:40] + "<p>x").display_title == "[Up, NeurIPS]"


def test_a_page_without_a_title_and_one_that_is_gone_are_errors() -> None:
    outcome = look("cvf", CVF_URL, b"<html><body><p>Please wait</p></body></html>")
    assert isinstance(outcome, UnreadablePage)
    assert "--html FILE" in outcome.hint
    assert isinstance(look("cvf", CVF_URL, Response(404, {}, b"x", CVF_URL)), NotFound)


_PAGES = {
    "cvf": CVF_URL,
    "ecva": f"{ECVA}/eccv_2020/papers_ECCV/html/12_ECCV_2020_paper.php",
    "acl-anthology": f"{ACL}/P19-1001/",
    "pmlr": f"{PMLR}/v139/koh21a.html",
    "neurips": f"{NIPS}/2021/hash/{HASH}-Abstract.html",
}


@given(
    st.sampled_from(sorted(_PAGES)),
    st.binary(max_size=200) | st.binary(max_size=80).map(lambda b: CVF_PAGE.encode()[:-90] + b),
)
def test_no_bytes_break_them(name: str, body: bytes) -> None:
    assert isinstance(look(name, _PAGES[name], body), (Item, AkiraError))


@given(st.sampled_from(sorted(_PAGES)), st.text(max_size=40))
def test_no_path_breaks_them(name: str, path: str) -> None:
    reference = SOURCES[name].recognise(_PAGES[name] + path)
    assert reference is None or reference.url.startswith("https://")
