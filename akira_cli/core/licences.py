"""What a licence, named by its address or in words, allows a newsletter. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from akira_cli.core.addresses import is_web_address

ARXIV_NON_EXCLUSIVE = "http://arxiv.org/licenses/nonexclusive-distrib/1.0/"


class Licence(NamedTuple):
    """A licence by the short name it is credited with.

    `url` is its address, empty where none was named. `allows_sharing` says whether everybody may
    pass the whole work on, unchanged and free of charge, and `needs_credit` whether its authors
    must then be named.
    """

    name: str
    url: str
    allows_sharing: bool
    needs_credit: bool

    @property
    def is_open(self) -> bool:
        """Whether a newsletter may show a figure under it.

        So do all of Creative Commons' licences, for a figure that is left as it is and credited.
        One with NC in its name allows no commercial use: a newsletter that is paid for, or paid by
        advertisers, has to ask the authors. https://creativecommons.org/share-your-work/cclicenses/
        """
        return self.allows_sharing


_DEDICATIONS = {"zero": "CC0", "mark": "Public Domain Mark"}
_ADDRESS = re.compile(
    r"(?:https?:)?(?://)?(?:www\.)?creativecommons\.org/"
    r"(?P<kind>licen[sc]es|publicdomain)/(?P<terms>[a-z]+(?:-[a-z]+)*)"
    r"(?:/(?P<version>\d\.\d))?(?:/(?P<place>igo|[a-z]{2})(?![a-z-]))?(?:[/#?.,;)>].*)?",
)
_SHORT = re.compile(
    r"\bcc[\s_-]{0,3}(?P<terms>by(?:[\s_-]{0,3}(?:nc|nd|sa))*)"
    r"(?:[\s_-]{0,3}v?(?P<version>\d\.\d)(?:(?:-|\s(?=igo\b))(?P<place>igo|[a-z]{2})\b)?)?"
    r"(?![a-z])"
)
_LONG = re.compile(
    r"\battribution(?P<terms>(?:[\s-]{1,3}(?:non-?commercial|no-?deriv(?:ative)?s?(?: works)?"
    r"|share-?\s?alike))*)"
    r"(?:\s{1,3}(?:licen[sc]e\s)?v?(?P<version>\d\.\d)\b)?"
)
_LONG_TERMS = {"nc": "commercial", "nd": "deriv", "sa": "alike"}
_ZERO = re.compile(r"\bcc[\s_-]?(?:0|zero)(?:[\s_-](?P<version>1\.0))?(?![\w.]\w)")
_PUBLIC_DOMAIN = re.compile(r"(?:licen[sc]e:? )?public[\s-]domain\b")

_ARXIV = re.compile(
    r"arxiv\.org/licenses/(?:nonexclusive-distrib|assumed-1991-2003)\b"
    r"|\barxiv(?:\.org)?\b.{0,30}\bnon-?exclusive\b"
)
_RESERVED = re.compile(r"\ball rights reserved\b|\bno licen[cs]e\b")
_PUBLISHER = re.compile(
    r"\btdm\b|tdm[_-]licen[cs]e|text[\s_-](?:and|&)[\s_-]data[\s_-]mining|\buser[\s_-]?licen[cs]e"
    r"|terms[\s_-]?(?:of[\s_-]?use|and[\s_-]?conditions)|copyright[\s_-]policy|/page/copyright\b"
    r"|aps-default-license|license-information/ieee|standard_publication_model"
)


def licence_named(text: str) -> Licence | None:
    """The licence that an address or words stand for, None when they stand for none known.

    Knows Creative Commons in every form (`CC-BY-4.0` of https://spdx.org/licenses/ too), arXiv's
    own, and what publishers keep to themselves. Words that name two licences name none.
    """
    plain = " ".join(text[:2_000].split()).lower()
    found = {*_by_address(plain), *_by_words(plain)}
    if found:
        return _the_one(found)
    if _ARXIV.search(plain):
        return _closed("arXiv non-exclusive", ARXIV_NON_EXCLUSIVE)
    if _RESERVED.search(plain):
        return _closed("All rights reserved")
    if _PUBLISHER.search(plain):
        return _closed("publisher's own", text.strip() if is_web_address(text.strip()) else "")
    return None


def commons_address(address: str) -> str | None:
    """The one address of a licence of Creative Commons, whichever of its pages is meant.

    None of any other address. The law of one country that a licence was written for is left out.
    """
    page = _ADDRESS.fullmatch(address.lower())
    if page is None:
        return None
    folder = page["kind"].replace("licences", "licenses")
    path = "/".join(filter(None, (folder, page["terms"], page["version"])))
    return f"https://creativecommons.org/{path}/"


class _Commons(NamedTuple):
    """One of Creative Commons' licences: `terms` as in `by-nc-nd`, `zero`, `mark`."""

    terms: str
    version: str = ""
    place: str = ""


def _closed(name: str, url: str = "") -> Licence:
    return Licence(name, url, allows_sharing=False, needs_credit=True)


def _the_one(found: set[_Commons]) -> Licence | None:
    """The licence meant by all of them: one may leave out the version that another gives."""
    fullest = max(found, key=lambda each: (bool(each.version), bool(each.place), each))
    whole = (fullest, fullest._replace(place=""), _Commons(fullest.terms))
    return _licence(fullest) if all(each in whole for each in found) else None


def _licence(commons: _Commons) -> Licence:
    path = "/".join(filter(None, commons))
    folder = "publicdomain" if commons.terms in _DEDICATIONS else "licenses"
    title = _DEDICATIONS.get(commons.terms) or f"CC {commons.terms.upper()}"
    name = " ".join(filter(None, (title, commons.version, commons.place.upper())))
    url = f"https://creativecommons.org/{folder}/{path}/" if commons.version else ""
    return Licence(name, url, allows_sharing=True, needs_credit="by" in commons.terms.split("-"))


def _by_address(plain: str) -> Iterator[_Commons]:
    for word in plain.split():
        address = _ADDRESS.fullmatch(word.lstrip("(<[\"'"))
        if address is None:
            continue
        terms = address["terms"]
        if address["kind"] != "publicdomain":
            terms = "mark" if terms == "publicdomain" else _in_order(terms.split("-"))
        elif terms not in _DEDICATIONS:
            continue
        if terms:
            yield _Commons(terms, address["version"] or "", address["place"] or "")


def _by_words(plain: str) -> Iterator[_Commons]:
    words = " ".join(word for word in plain.split() if "://" not in word)
    for short in _SHORT.finditer(words):
        terms = _in_order(re.findall("by|nc|nd|sa", short["terms"]))
        if terms:
            yield _Commons(terms, short["version"] or "", short["place"] or "")
    for long in _LONG.finditer(words):
        if not long["terms"] and "creative commons" not in words:
            continue  # the word alone is said of much else
        named = [term for term, word in _LONG_TERMS.items() if word in long["terms"]]
        terms = _in_order(["by", *named])
        if terms:
            yield _Commons(terms, long["version"] or "")
    for zero in _ZERO.finditer(words):
        yield _Commons("zero", zero["version"] or "")
    if _PUBLIC_DOMAIN.match(words) and not _ZERO.search(words):
        yield _Commons("mark")


def _in_order(terms: Sequence[str]) -> str:
    """The terms as they are written today, `by-nc-nd`; empty when they make no licence."""
    known = [term for term in ("by", "nc", "nd", "sa") if term in terms]
    is_one = len(known) == len(terms) and not {"nd", "sa"} <= set(terms)
    return "-".join(known) if is_one else ""
