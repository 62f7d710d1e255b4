"""What a curator may paste where one arXiv paper is asked for."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.core.errors import NotAReference
from akira_cli.core.identifiers import ArxivId, arxiv_id_of, parse_arxiv_id

SHARED_CASES = Path(__file__).resolve().parents[3] / "shared" / "arxiv-ids.tsv"

BARE = {
    "1706.03762": "1706.03762",
    "1706.03762v7": "1706.03762v7",
    "1706.03762V7": "1706.03762v7",
    "1706.03762v12": "1706.03762v12",
    "1706.03762 v7": "1706.03762v7",
    "1706.03762 v2.0 of the code": "1706.03762",
    "0704.0002": "0704.0002",
    "1412.6980": "1412.6980",
    "1501.00001": "1501.00001",
    "9912.99999": "9912.99999",
    "hep-th/9711200": "hep-th/9711200",
    "hep-th/9711200v3": "hep-th/9711200v3",
    "math.DG/0211159": "math/0211159",
    "cs.CL/0205070v1": "cs/0205070v1",
    "physics.soc-ph/0703001": "physics/0703001",
    "cond-mat.stat-mech/0106096": "cond-mat/0106096",
    "Quant-Ph/9508027": "quant-ph/9508027",
    "hepth/9711200": "hep-th/9711200",
    "hep-th/9107001": "hep-th/9107001",
}

LABELLED = {
    "arXiv:1706.03762": "1706.03762",
    "ARXIV: 1706.03762": "1706.03762",
    "arxiv1706.03762": "1706.03762",
    "arXiv/1706.03762": "1706.03762",
    "arXiv%3A1706.03762": "1706.03762",
    "arXiv:math/0211159v1 [math.DG] 11 Nov 2002": "math/0211159v1",
    "arXiv:1706.03762v7 [cs.CL] 2 Aug 2023": "1706.03762v7",
    "arXiv preprint arXiv:1706.03762 (2017).": "1706.03762",
    "CoRR abs/1706.03762": "1706.03762",
    "oai:arXiv.org:hep-th/9711200": "hep-th/9711200",
    "[1706.03762] Attention Is All You Need": "1706.03762",
    "Cite as: arXiv:1706.03762 [cs.CL] (or arXiv:1706.03762v7 [cs.CL])": "1706.03762v7",
    "eprint = {1706.03762},": "1706.03762",
    "@article{2017arXiv170603762V, eprint={1706.03762}, archivePrefix={arXiv}, year={2017}}": (
        "1706.03762"
    ),
    "@misc{v, doi={10.1145/3442188.3445922}, eprint={1706.03762}, url={https://arxiv.org/abs/"
    "1706.03762}}": "1706.03762",
    r"\href{http://arxiv.org/abs/1706.03762}{\tt arXiv:1706.03762}": "1706.03762",
}

WRAPPED = {
    "  1706.03762\n": "1706.03762",
    "\ufeff1706.03762\u00a0": "1706.03762",
    "1706.\u200b03762": "1706.03762",
    "１７０６．０３７６２": "1706.03762",
    "arXiv：1706.03762": "1706.03762",
    "【1706.03762】注意力": "1706.03762",
    "论文1706.03762提出了": "1706.03762",
    "“1706.03762”": "1706.03762",
    "(1706.03762)": "1706.03762",
    "`1706.03762`,": "1706.03762",
    "**1706.03762**.": "1706.03762",
    "hep‑th/9711200": "hep-th/9711200",
    "1706.03762²": "1706.03762",
    "1706.03762/": "1706.03762",
    "1706.03762, also known as 1706.03762v7": "1706.03762v7",
    "<a href='https://arxiv.org/abs/1706.03762'>": "1706.03762",
    "[Attention](https://arxiv.org/abs/1706.03762)": "1706.03762",
    "[1706.03762](https://arxiv.org/abs/1706.03762v7)": "1706.03762v7",
    "1706.03762 https://github.com/tensorflow/tensor2tensor": "1706.03762",
}

FILES = {
    "1706.03762v7.pdf": "1706.03762v7",
    "1706.03762 (1).pdf": "1706.03762",
    "1706.03762v7.pdf?download=1": "1706.03762v7",
    "arXiv-1706.03762v7.tar.gz": "1706.03762v7",
    "1706.03762_v7.pdf": "1706.03762v7",
    "Vaswani_1706.03762v7_Attention.pdf": "1706.03762v7",
    "/home/me/papers/1706.03762.pdf": "1706.03762",
    r"C:\Users\me\1706.03762v7.pdf": "1706.03762v7",
    "file:///home/me/1706.03762.pdf": "1706.03762",
}

OF_ARXIV = {
    "http://arxiv.org/abs/1706.03762v7": "1706.03762v7",
    "HTTPS://ARXIV.ORG/ABS/1706.03762": "1706.03762",
    "arxiv.org/abs/1706.03762": "1706.03762",
    "//arxiv.org/abs/1706.03762": "1706.03762",
    "https://arxiv.org:443/abs/1706.03762/": "1706.03762",
    "https://arxiv.org./abs/1706.03762.": "1706.03762",
    "https://www.arxiv.org/abs/1706.03762),": "1706.03762",
    "https://arxiv.org/abs/1706.03762?context=cs.LG&fbclid=x1": "1706.03762",
    "https://arxiv.org/abs/1706.03762v7#related": "1706.03762v7",
    "https://arxiv.org/abs/arXiv:1706.03762": "1706.03762",
    "https://arxiv.org/abs/math.DG/0211159": "math/0211159",
    "https://arxiv.org/abs/math%252F0211159": "math/0211159",
    "https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762": "1706.03762",
    r"https:\/\/arxiv.org\/abs\/1706.03762": "1706.03762",
    "https://arxiv.org/abs?id=1706.03762": "1706.03762",
    "https://arxiv.org/1706.03762": "1706.03762",
    "https://arxiv.org/pdf/1706.03762.pdf#page=4": "1706.03762",
    "https://arxiv.org/pdf/math/0211159v1": "math/0211159v1",
    "https://arxiv.org/html/1706.03762v7/": "1706.03762v7",
    "https://arxiv.org/html/1706.03762v7/Figures/ModalNet-21.png": "1706.03762v7",
    "https://browse.arxiv.org/html/1706.03762v7": "1706.03762v7",
    "https://arxiv.org/format/1706.03762": "1706.03762",
    "https://arxiv.org/src/1706.03762v7/anc": "1706.03762v7",
    "https://arxiv.org/e-print/1706.03762": "1706.03762",
    "https://arxiv.org/ps/hep-th/9711200": "hep-th/9711200",
    "https://arxiv.org/bibtex/1706.03762": "1706.03762",
    "https://arxiv.org/cits/1706.03762": "1706.03762",
    "https://arxiv.org/tb/1706.03762": "1706.03762",
    "https://arxiv.org/show-email/0a1b2c3d/1706.03762": "1706.03762",
    "https://arxiv.org/auth/show-endorsers/1706.03762": "1706.03762",
    "https://arxiv.org/ftp/arxiv/papers/1706/1706.03762.pdf": "1706.03762",
    "https://arxiv.org/ftp/hep-th/papers/9711/9711200.pdf": "hep-th/9711200",
    "http://arxiv.org/PS_cache/arxiv/pdf/0704/0704.0002v1.pdf": "0704.0002v1",
    "https://export.arxiv.org/api/query?id_list=1706.03762v7&max_results=1": "1706.03762v7",
    "http://export.arxiv.org/oai2?verb=GetRecord&identifier=oai:arXiv.org:0704.0002": "0704.0002",
    "https://arxiv.org/search/?query=1706.03762&searchtype=all": "1706.03762",
    "http://export.arxiv.org/api/query?search_query=id:1706.03762": "1706.03762",
    "https://arxiv.org/vc/arxiv/papers/1706/1706.03762v1.pdf": "1706.03762v1",
    "http://cn.arxiv.org/abs/1706.03762": "1706.03762",
    "http://xxx.lanl.gov/abs/hep-th/9711200": "hep-th/9711200",
    "http://xxx.itp.ac.cn/pdf/1706.03762v7.pdf": "1706.03762v7",
}

OF_OTHERS = {
    "10.48550/arXiv.1706.03762": "1706.03762",
    "DOI: 10.48550/ARXIV.MATH/0211159": "math/0211159",
    "https://doi.org/10.48550/arxiv.1706.03762": "1706.03762",
    "http://dx.doi.org/10.48550%2FarXiv.1706.03762": "1706.03762",
    "https://api.datacite.org/dois/10.48550/arxiv.1706.03762": "1706.03762",
    "https://huggingface.co/papers/1706.03762": "1706.03762",
    "https://hf.co/papers/1706.03762#community": "1706.03762",
    "https://www.alphaxiv.org/abs/1706.03762": "1706.03762",
    "https://alphaxiv.org/zh/overview/1706.03762v7?chat=1": "1706.03762v7",
    "https://ar5iv.org/abs/1706.03762": "1706.03762",
    "https://ar5iv.labs.arxiv.org/html/1706.03762": "1706.03762",
    "https://www.arxiv-vanity.com/papers/1706.03762/": "1706.03762",
    "https://www.semanticscholar.org/arxiv/1706.03762": "1706.03762",
    "https://api.semanticscholar.org/graph/v1/paper/ARXIV:1706.03762?fields=title": "1706.03762",
    "https://scholar.google.com/scholar_lookup?title=x&arxiv_id=1706.03762": "1706.03762",
    "https://scirate.com/arxiv/hep-th/9711200": "hep-th/9711200",
    "https://ui.adsabs.harvard.edu/abs/arXiv:1706.03762/abstract": "1706.03762",
    "https://ui.adsabs.harvard.edu/abs/2017arXiv170603762V": "1706.03762",
    "https://ui.adsabs.harvard.edu/abs/2014arXiv1412.6980K/abstract": "1412.6980",
    "https://inspirehep.net/api/arxiv/1706.03762": "1706.03762",
    "https://inspirehep.net/literature?q=eprint%20hep-th/9711200": "hep-th/9711200",
    "https://www.connectedpapers.com/api/redirect/arxiv/1706.03762": "1706.03762",
    "https://paperswithcode.com/api/v1/papers/?arxiv_id=1706.03762": "1706.03762",
    "https://dblp.org/rec/journals/corr/abs-1706-03762.html": "1706.03762",
    "https://web.archive.org/web/2020/https://arxiv.org/abs/1706.03762": "1706.03762",
    "https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F1706.03762&sa=D": "1706.03762",
    "https://medium.com/r/?url=https%3A%2F%2Farxiv.org%2Fpdf%2F1706.03762v7": "1706.03762v7",
    "chrome-extension://oemmndcbldboiebfnladda/https://arxiv.org/pdf/1706.03762": "1706.03762",
}

REFUSED = {
    "empty": ["", " \n\t", "\u200b\ufeff", "%20"],
    "not_an_id": [
        "attention",
        "cs.CL",
        "arXiv:",
        "1706",
        "170603762",
        "1706,03762",
        "1706-03762",
        "1706..03762",
        "17o6.03762",
        "1706.03762abc",
        "1.1706.03762",
        "1706.03762.1",
        "192.168.10.12",
        "2017-06-12",
        "and/or 3.14",
        "arxiv.org",
        "https://arxiv.org",
        "https://arxiv.org/abs/",
        "https://arxiv.org/abs/hep-th",
        "https://arxiv.org/abs/1706,03762",
        "https://arxiv.org/list/hep-th/9711",
        "https://arxiv.org/list/cs.CL/1706?skip=0&show=25",
        "https://arxiv.org/year/hep-th/97",
        "https://arxiv.org/catchup/cs.CL/2024-10-10",
        "https://arxiv.org/a/vaswani_a_1",
        "https://arxiv.org/search/?query=attention",
        "https://rss.arxiv.org/atom/cs.CL",
        "https://info.arxiv.org/help/arxiv_identifier.html",
    ],
    "not_arxiv": [
        "https://openreview.net/forum?id=vh-0sUt8HlG",
        "openreview.net/forum?id=vh-0sUt8HlG",
        "https://github.com/huggingface/1706.03762",
        "https://doi.org/10.1038/nature14539",
        "doi:10.1145/3442188.3445922",
        "10.1101/1706.03762",
        "https://www.medrxiv.org/content/10.1101/2020.04.02.20050724v1",
        "bioRxiv 1706.03762",
        "viXra:1310.0123",
        "https://vixra.org/abs/1310.0123",
        "https://huggingface.co/google-bert/1706.03762",
        "https://api.semanticscholar.org/CorpusID:13756489",
        "https://paperswithcode.com/paper/attention-is-all-you-need",
        "https://inspirehep.net/literature/1234567",
        "https://arxiv.org.evil.example/abs/1706.03762",
        "https://notarxiv.org/abs/1706.03762",
        "https://arxiv.com/abs/1706.03762",
        "https://\u0430rxiv.org/abs/1706.03762",
        "https://arxiv.org@evil.example/abs/1706.03762",
        "arxiv.org@evil.example/abs/1706.03762",
        r"https://evil.example\@arxiv.org/abs/1706.03762",
        "https://evil.example#@arxiv.org/abs/1706.03762",
        "https://arxiv.org%2Eevil.example/abs/1706.03762",
        "https://evil.example/https://arxiv.org/abs/1706.03762",
        "https://evil.example/?q=see%20arxiv.org/abs/1706.03762",
        "https://evil.example/(arxiv.org/abs/1706.03762)",
        "https://www.google.com/url?q=https://evil.example/arxiv.org/abs/1706.03762",
        "evil.example/arxiv.org/abs/1706.03762",
    ],
    "bad_month": ["1713.03762", "1700.03762", "0000.0000", "hep-th/9713200", "hep-th/9700001"],
    "bad_date": ["0703.0002", "0612.1234", "hep-th/0704001", "hep-th/9106001", "math/2106001"],
    "bad_digits": [
        "1706.3762",
        "1706.376",
        "1706.1",
        "1706.037621",
        "1412.06980",
        "704.0002",
        "17066.03762",
        "hep-th/971120",
        "hep-th/97112001",
        "https://arxiv.org/abs/1706.3762",
    ],
    "bad_number": ["1706.00000", "0704.0000", "hep-th/9711000"],
    "bad_version": [
        "1706.03762v",
        "1706.03762v0",
        "1706.03762v01",
        "1706.03762v1.2",
        "1706.03762v1v2",
        "1706.03762v12345",
        "1706.03762version2",
        "hep-th/9711200v0",
        "https://arxiv.org/pdf/1706.03762v.pdf",
    ],
    "unknown_archive": ["hep/9711200", "stat/0703001", "https://arxiv.org/abs/foo-bar/9711200"],
    "ambiguous": [
        "1706.03762 2005.14165",
        "1706.03762,2005.14165",
        "1706.03762-1706.03765",
        "1706.03762v1 1706.03762v7",
        "1706.03762 1713.03762",
        "[1706.03762](https://arxiv.org/abs/2005.14165)",
        "https://arxiv.org/abs/1706.03762,https://arxiv.org/abs/2005.14165",
        "https://export.arxiv.org/api/query?id_list=1706.03762,2005.14165",
    ],
}

ARCHIVES = (
    "acc-phys adap-org alg-geom ao-sci astro-ph atom-ph bayes-an chao-dyn chem-ph cmp-lg comp-gas "
    "cond-mat cs dg-ga funct-an gr-qc hep-ex hep-lat hep-ph hep-th math math-ph mtrl-th nlin "
    "nucl-ex nucl-th patt-sol physics plasm-ph q-alg q-bio quant-ph solv-int supr-con"
)
SCRAPS = (
    "arXiv arxiv.org https:// http:/ // /abs/ / . : ? & id= # v v2 0 17 1706 03762 1706.03762 "
    "hep-th math.DG 9711200 10. 48550 10.48550/arXiv. % %2F %25 @ \\ ( ) 【 ² - , \u200b "
    "google.com/ doi.org/ evil.example corr/abs-1706- 2017arXiv viXra: \ud800"
)

MESSAGES = {
    "": ("'' is not an arXiv id: empty text", "2110.02178"),
    "1713.03762": ("'1713.03762' is not an arXiv id: bad month 13", "2110.02178"),
    "0703.0002": (
        "'0703.0002' is not an arXiv id: bad date 0703: ids with a point begin in 0704",
        "until March 2007 ids were like hep-th/9901001",
    ),
    "cs/0704001": (
        "'cs/0704001' is not an arXiv id: bad date 0704: ids with an archive run from 9107 to 0703",
        "since April 2007 ids are like 2110.02178",
    ),
    "1706.3762": (
        "'1706.3762' is not an arXiv id: bad digits: 4 after the point, not 5",
        "since 2015 ids have five digits after the point, like 2110.02178",
    ),
    "1412.06980": (
        "'1412.06980' is not an arXiv id: bad digits: 5 after the point, not 4",
        "until 2014 ids have four digits after the point, like 1412.7878",
    ),
    "704.0002": (
        "'704.0002' is not an arXiv id: bad digits: 3 before the point, not 4",
        "perhaps a zero in front got lost: 0704.0002",
    ),
    "17066.03762": (
        "'17066.03762' is not an arXiv id: bad digits: 5 before the point, not 4",
        "arXiv ids look like 2110.02178 or hep-th/9901001",
    ),
    "math/021115": (
        "'math/021115' is not an arXiv id: bad digits: 6 after the slash, not 7",
        "ids with an archive have seven digits, like hep-th/9901001",
    ),
    "1706.00000": (
        "'1706.00000' is not an arXiv id: bad number 00000: numbers start at 1",
        "2110.02178",
    ),
    "1706.03762v0": (
        "'1706.03762v0' is not an arXiv id: bad version 'v0'",
        "versions are v1, v2 and so on, like 1706.03762v2",
    ),
    "foo/0211159": (
        "'foo/0211159' is not an arXiv id: unknown archive 'foo'",
        "hep-th/9901001",
    ),
    "https://openreview.net/forum": (
        "'https://openreview.net/forum' is not an arXiv id: not arXiv",
        "https://arxiv.org/abs/2110.02178",
    ),
    "1706.03762 2005.14165": (
        "'1706.03762 2005.14165' is not an arXiv id: two ids, 1706.03762 and 2005.14165",
        "give one at a time, like 1706.03762",
    ),
    "1706.03762v1 1706.03762v7": (
        "'1706.03762v1 1706.03762v7' is not an arXiv id: two ids, 1706.03762v1 and 1706.03762v7",
        "give one at a time",
    ),
    "cs.CL": ("'cs.CL' is not an arXiv id: no id in it", "2110.02178 or hep-th/9901001"),
}


def fault_of(text: str) -> NotAReference:
    with pytest.raises(NotAReference) as caught:
        parse_arxiv_id(text)
    return caught.value


@st.composite
def arxiv_ids(draw: st.DrawFn) -> ArxivId:
    """Every id arXiv may ever have given out or give out until 2090."""
    month = f"{draw(st.integers(1, 12)):02}"
    version = draw(st.none() | st.integers(1, 9999))
    if draw(st.booleans()):
        yymm = f"{draw(st.integers(92, 106)) % 100:02}{month}"
        number = draw(st.integers(1, 999))
        return ArxivId(f"{draw(st.sampled_from(ARCHIVES.split()))}/{yymm}{number:03}", version)
    year = draw(st.integers(8, 89))
    number = draw(st.integers(1, 9999 if year < 15 else 99999))
    return ArxivId(f"{year:02}{month}.{number:0{4 if year < 15 else 5}}", version)


scraps = st.lists(st.sampled_from([" ", *SCRAPS.split()]), max_size=12).map("".join)


@pytest.mark.parametrize(
    ("text", "paper"),
    list((BARE | LABELLED | WRAPPED | FILES | OF_ARXIV | OF_OTHERS).items()),
)
def test_a_text_that_names_one_paper_is_that_paper(text: str, paper: str) -> None:
    assert str(parse_arxiv_id(text)) == paper


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in REFUSED.items() for text in texts]
)
def test_any_other_text_is_refused_for_its_reason(kind: str, text: str) -> None:
    assert fault_of(text).kind == kind


@pytest.mark.parametrize(("text", "message", "hint"), [(t, *said) for t, said in MESSAGES.items()])
def test_the_error_says_what_is_wrong_and_shows_a_right_id(
    text: str, message: str, hint: str
) -> None:
    fault = fault_of(text)
    assert fault.message == message
    assert hint in fault.hint


@pytest.mark.parametrize("archive", ARCHIVES.split())
def test_every_archive_with_ids_of_the_old_kind_is_known(archive: str) -> None:
    assert parse_arxiv_id(f"{archive}/9711200") == ArxivId(f"{archive}/9711200")


def test_a_long_text_is_quoted_by_its_beginning_on_one_line() -> None:
    fault = fault_of("once\r\nupon\x1b[31m a\u202e time " * 100)
    assert fault.message.startswith("'once upon [31m a time once")
    assert "…' is not an arXiv id: no id in it" in fault.message
    assert len(fault.message) < 120
    assert fault.message.isprintable()


def test_a_text_of_blanks_and_a_word_far_away_is_shown_as_cut() -> None:
    assert fault_of("word" + " " * 1000 + "more").message == (
        "'word…' is not an arXiv id: no id in it"
    )


def test_the_page_of_a_paper_has_no_version() -> None:
    assert parse_arxiv_id("math.DG/0211159v1").url == "https://arxiv.org/abs/math/0211159"


def test_the_id_of_an_address_is_canonical_and_without_version() -> None:
    assert arxiv_id_of("https://arxiv.org/pdf/math.DG/0211159v1.pdf") == "math/0211159"


@pytest.mark.parametrize("text", ["", "https://openreview.net/forum?id=1", "1713.03762", "cs.CL"])
def test_what_names_no_paper_has_no_id(text: str) -> None:
    assert arxiv_id_of(text) is None


@given(arxiv_ids())
@example(ArxivId("0704.0001"))
@example(ArxivId("hep-th/0703999", 9999))
def test_a_printed_id_reads_back_the_same(paper: ArxivId) -> None:
    assert parse_arxiv_id(str(paper)) == paper
    assert parse_arxiv_id(f"https://arxiv.org/abs/{paper}") == paper
    assert parse_arxiv_id(f"arXiv:{paper} [cs.LG]") == paper
    assert parse_arxiv_id(f"https://arxiv.org/pdf/{paper}.pdf?x=1#page=2") == paper
    assert parse_arxiv_id(f"https://doi.org/10.48550/ARXIV.{paper}") == paper


@given(st.text() | scraps)
def test_any_text_is_one_paper_or_not_a_reference(text: str) -> None:
    if arxiv_id_of(text) is None:
        assert fault_of(text).kind in REFUSED
    else:
        paper = parse_arxiv_id(text)
        assert paper.id == arxiv_id_of(text)
        assert parse_arxiv_id(str(paper)) == paper


LONG_RUNS = (
    "1. 1706. a a- a. a/ arxiv https:// // % %25 10.1/ hep-th/ 1706.03762v ( a@ ?id= "
    "https://web.archive.org/ https://a/, \u200b"
)


@pytest.mark.parametrize("unit", [" ", "arxiv ", "%41 ", *LONG_RUNS.split()])
def test_a_very_long_text_is_answered(unit: str) -> None:
    """Patterns that go back and forth over such a text would take hours."""
    assert arxiv_id_of(unit * (200_000 // len(unit))) is None


def test_an_address_with_a_very_long_host_is_answered() -> None:
    assert arxiv_id_of("https://" + "a." * 200_000 + "arxiv.org/abs/1706.03762") == "1706.03762"


def test_a_megabyte_of_digits_is_refused() -> None:
    assert fault_of("1" * 1_000_000).kind == "not_an_id"
    assert fault_of("1706." + "1" * 1_000_000).kind == "bad_digits"


def shared_cases() -> list[dict[str, str]]:
    lines = SHARED_CASES.read_text(encoding="utf-8").splitlines()
    rows = (line for line in lines if not line.startswith("#"))
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_the_shared_cases_hold() -> None:
    if not SHARED_CASES.exists():
        pytest.skip("the shared cases are not beside the checkout")
    for case in shared_cases():
        text = json.loads(case["input"])
        named = case["id"] + (f"v{case['version']}" if case["version"] else "")
        if not case["error"]:
            assert str(parse_arxiv_id(text)) == named, text
        elif case["certainty"] == "firm":
            assert fault_of(text).kind == case["error"], text
        else:
            assert fault_of(text).kind, text
