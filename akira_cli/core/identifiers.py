"""arXiv identifiers: recognised in whatever a curator pastes, checked, and printed.

The rules: https://info.arxiv.org/help/arxiv_identifier.html. Where arXiv's own code
mends an id (2104.1429 to 2104.01429, another paper), this module refuses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from akira_cli.core.arxiv_hosts import address_pattern, id_part
from akira_cli.core.errors import NotAReference
from akira_cli.core.patterns import Pattern

# Every archive that ever gave out ids of the old kind:
# https://github.com/arXiv/arxiv-base, arxiv/taxonomy/definitions.py
_ARCHIVES = (
    "astro-ph|cond-mat|cs|gr-qc|hep-ex|hep-lat|hep-ph|hep-th|math|math-ph|nlin|nucl-ex|nucl-th|"
    "physics|q-bio|quant-ph|"
    "acc-phys|adap-org|alg-geom|ao-sci|atom-ph|bayes-an|chao-dyn|chem-ph|cmp-lg|comp-gas|dg-ga|"
    "funct-an|mtrl-th|patt-sol|plasm-ph|q-alg|solv-int|supr-con"
)
# arXiv too puts a forgotten hyphen back: hepth/9901001
_ARCHIVE_BY_LETTERS = {archive.replace("-", ""): archive for archive in _ARCHIVES.split("|")}

_FULL_WIDTH = "".join(map(chr, range(0xFF01, 0xFF5F)))
_ASCII = "".join(map(chr, range(0x21, 0x7F)))
_INVISIBLE = (
    "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
    "\u2060\u2066\u2067\u2068\u2069\ufeff"
)
# Not NFKC: it would make a footnote's ² the last digit of the id before it.
_LOOKALIKES = str.maketrans(
    "‐‑‒–−﹣․﹒⁄∕\\【】〔〕「」『』《》〈〉“”‘’" + _FULL_WIDTH,
    "------..///[][][][][][]\"\"''" + _ASCII,
    _INVISIBLE,
)

# How others spell an arXiv id: its DOI, a bibcode of ADS, a key of DBLP, and the
# folders arXiv itself once had.
_RESPELLINGS = (
    (r"\b10\.48550/arxiv[.:]", "arXiv:"),
    (r"\b[0-9]{4}arXiv([0-9]{4})\.?([0-9]{4,5})[A-Z.](?![0-9A-Z])", r"arXiv:\1.\2"),
    (r"\bcorr/abs-([0-9]{4})-([0-9]{4,5})(?![0-9])", r"arXiv:\1.\2"),
    (r"/(?:ftp|PS_cache|vc)/([a-z-]{1,12})/(?:papers|pdf|ps)/[0-9]{4}/", r"/abs/\1/"),
)

_ADDRESS = Pattern(
    address_pattern(unless=rf"(?:{_ARCHIVES})\.[a-z-]+/[0-9]")
    + r"""|(?<![0-9.])10\.[0-9]{4,9}/[^\s<>"',;)\]}]+"""
    + r"|(?<![a-z])(?:vixra|(?:bio|med|chem|tech|psya|soca|eartha|eng)rxiv)[\s:./-]*[0-9][0-9.v]*",
    re.IGNORECASE,
)

_ID = Pattern(
    r"""
    (?<![\da-z]) (?<!\d\.)
    (?: arxiv [\s.:_/-]*+ )?
    (?: (?P<yymm> [0-9]{3,5}) \. (?P<number> [0-9]++)
      | (?P<archive> [a-z][a-z-]{0,11}) (?: \.[a-z-]{1,9} )? / (?P<digits> [0-9]++) )
    (?: (?: [\s._-]{1,2} (?= (?-i:v) [0-9]++ (?! [\da-z] | \.\d ) ) )?
        (?P<version> v[0-9a-z]*+ (?: \.[0-9]++ )*+ ) )?
    (?![\da-z]) (?!\.\d)
    """,
    re.IGNORECASE | re.VERBOSE,
)

_MONTHS = frozenset(f"{month:02}" for month in range(1, 13))
_HINT = "arXiv ids look like 2110.02178 or hep-th/9901001"
_ANYTHING = "give one arXiv id like 2110.02178, DOI or web address that begins with https://"


@dataclass(frozen=True, slots=True)
class ArxivId:
    """A paper of arXiv in its canonical form, and the version if one was named.

    `id` has no version and, for the old kind, no subject class: `math/0309136`.
    """

    id: str
    version: int | None = None

    def __str__(self) -> str:
        return self.id if self.version is None else f"{self.id}v{self.version}"

    @property
    def url(self) -> str:
        """The paper's page, always of its latest version."""
        return f"https://arxiv.org/abs/{self.id}"


@dataclass(frozen=True, slots=True)
class _Mention:
    """What looks like an id. Only a `well_shaped` one, right or wrong, counts as a second id."""

    paper: ArxivId
    well_shaped: bool
    fault: NotAReference | None


def parse_arxiv_id(text: str) -> ArxivId:
    """The one arXiv paper that a pasted text names: an id, an address, a citation.

    The same id twice is one paper; a version said once holds for both. Raises
    NotAReference with one of the kinds empty, not_an_id, not_arxiv, bad_month, bad_date,
    bad_digits, bad_number, bad_version, unknown_archive, ambiguous.
    """
    found = _resolve(text)
    if isinstance(found, ArxivId):
        return found
    message = f"'{_quotable(text)}' is not an arXiv id: {found.message}"
    raise NotAReference(found.kind, message, found.hint or _HINT)


def arxiv_id_of(url: str) -> str | None:
    """The id without version that an address or text names, or None. Never raises."""
    found = _resolve(url)
    return found.id if isinstance(found, ArxivId) else None


def unrecognised(text: str) -> NotAReference:
    """The error for a text that names nothing anybody could look up; it says what would do."""
    found = _resolve(text)
    kind = "not_an_id" if isinstance(found, ArxivId) else found.kind
    if kind == "empty":
        return NotAReference(kind, "nothing was given to look up", _ANYTHING)
    return NotAReference(kind, f"no source recognises '{_quotable(text)}'", _ANYTHING)


def _resolve(text: str) -> ArxivId | NotAReference:
    plain = _clean(text)
    if not plain.strip():
        return NotAReference("empty", "empty text")
    rest, leads_elsewhere = _without_addresses(plain)
    mentions = [mention for match in _ID.finditer(rest) if (mention := _mention(match))]
    if mentions:
        return _the_one([one for one in mentions if one.well_shaped] or mentions[:1])
    if leads_elsewhere:
        hint = "give the paper's own address, like https://arxiv.org/abs/2110.02178"
        return NotAReference("not_arxiv", "not arXiv", hint)
    return NotAReference("not_an_id", "no id in it")


def _clean(text: str) -> str:
    """The text in plain ASCII punctuation, percent signs resolved, ids in arXiv's spelling."""
    plain = text.translate(_LOOKALIKES)
    if re.search("%[0-9a-fA-F]{2}", plain):
        # word by word, lest an encoded blank cut an address in two
        plain = " ".join("+".join(_decoded(word).split()) for word in plain.split())
    for pattern, arxiv_spelling in _RESPELLINGS:
        plain = re.sub(pattern, arxiv_spelling, plain, flags=re.IGNORECASE)
    return plain


def _decoded(word: str) -> str:
    # A link passed on by two services has been encoded twice.
    for _ in range(3):
        before, word = word, unquote(word)
        if word == before:
            break
    return word


def _without_addresses(plain: str) -> tuple[str, bool]:
    """The text with the id part alone left of addresses; whether one led elsewhere."""
    leads_elsewhere = False

    def keep_id_part(address: re.Match[str]) -> str:
        nonlocal leads_elsewhere
        part = id_part(address[0])
        leads_elsewhere = leads_elsewhere or part is None
        return f" {part or ''} "

    return _ADDRESS.sub(keep_id_part, plain), leads_elsewhere


def _mention(match: re.Match[str]) -> _Mention | None:
    """What was found, checked; None for a number or a path too far from an id."""
    if match["yymm"]:
        yymm, number = match["yymm"], match["number"]
        canonical, fault = f"{yymm}.{number}", _fault_of_new(yymm, number)
        well_shaped = len(yymm) == 4 and len(number) in (4, 5)
        resembles = len(yymm) == 4 or len(number) >= 4
    else:
        name, digits = match["archive"].lower(), match["digits"]
        archive = _ARCHIVE_BY_LETTERS.get(name.replace("-", ""))
        canonical = f"{archive or name}/{digits}"
        fault = _fault_of_old(digits) if archive else _unknown_archive(name)
        well_shaped = archive is not None and len(digits) == 7
        resembles = archive is not None or len(digits) == 7
    if not resembles:
        return None
    version = match["version"]
    fault = fault or _fault_of_version(version, canonical)
    stated = int(version[1:]) if version and fault is None else None
    return _Mention(ArxivId(canonical, stated), well_shaped, fault)


def _fault_of_new(yymm: str, number: str) -> NotAReference | None:
    if len(yymm) != 4:
        lost_zero = len(yymm) == 3 and _fault_of_new(f"0{yymm}", number) is None
        hint = f"perhaps a zero in front got lost: 0{yymm}.{number}" if lost_zero else ""
        return NotAReference("bad_digits", f"bad digits: {len(yymm)} before the point, not 4", hint)
    if yymm[2:] not in _MONTHS:
        return _bad_month(yymm)
    if yymm < "0704":
        hint = "until March 2007 ids were like hep-th/9901001"
        return NotAReference("bad_date", f"bad date {yymm}: ids with a point begin in 0704", hint)
    due, since, example = (
        (4, "until 2014", "1412.7878") if yymm < "1501" else (5, "since 2015", "2110.02178")
    )
    if len(number) != due:
        written = "four" if due == 4 else "five"
        hint = f"{since} ids have {written} digits after the point, like {example}"
        return NotAReference(
            "bad_digits", f"bad digits: {len(number)} after the point, not {due}", hint
        )
    return _bad_number(number) if int(number) == 0 else None


def _fault_of_old(digits: str) -> NotAReference | None:
    if len(digits) != 7:
        hint = "ids with an archive have seven digits, like hep-th/9901001"
        return NotAReference(
            "bad_digits", f"bad digits: {len(digits)} after the slash, not 7", hint
        )
    yymm, number = digits[:4], digits[4:]
    if yymm[2:] not in _MONTHS:
        return _bad_month(yymm)
    if "0703" < yymm < "9107":
        hint = "since April 2007 ids are like 2110.02178"
        return NotAReference(
            "bad_date", f"bad date {yymm}: ids with an archive run from 9107 to 0703", hint
        )
    return _bad_number(number) if int(number) == 0 else None


def _fault_of_version(version: str | None, canonical: str) -> NotAReference | None:
    if version is None or re.fullmatch("[vV][1-9][0-9]{0,3}", version):
        return None
    hint = f"versions are v1, v2 and so on, like {canonical}v2"
    return NotAReference("bad_version", f"bad version '{version[:12]}'", hint)


def _unknown_archive(name: str) -> NotAReference:
    hint = "old ids begin with an archive of arXiv, like hep-th/9901001 or cs/0501001"
    return NotAReference("unknown_archive", f"unknown archive '{name}'", hint)


def _bad_month(yymm: str) -> NotAReference:
    hint = "ids begin with year and month, like 2110.02178 or hep-th/9901001"
    return NotAReference("bad_month", f"bad month {yymm[2:]}", hint)


def _bad_number(number: str) -> NotAReference:
    return NotAReference("bad_number", f"bad number {number}: numbers start at 1")


def _the_one(mentions: list[_Mention]) -> ArxivId | NotAReference:
    """The paper all mentions agree on."""
    papers = [mention.paper for mention in mentions]
    distinct = list(dict.fromkeys(paper.id for paper in papers))
    if len(distinct) == 1:
        distinct = list(dict.fromkeys(str(paper) for paper in papers if paper.version))
    if len(distinct) > 1:
        hint = f"give one at a time, like {distinct[0]}"
        return NotAReference("ambiguous", f"two ids, {distinct[0]} and {distinct[1]}", hint)
    faults = (mention.fault for mention in mentions if mention.fault)
    versioned = (paper for paper in papers if paper.version)
    return next(faults, None) or next(versioned, papers[0])


def _quotable(text: str, limit: int = 80) -> str:
    """The beginning of a text as it can be quoted: no control characters, no line breaks."""
    start = "".join(c if c.isprintable() else " " for c in text[: 4 * limit])
    line = " ".join(start.split())
    return line if len(line) <= limit and len(text) <= 4 * limit else f"{line[: limit - 1]}…"
