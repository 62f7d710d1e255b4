"""Figures as they are set in other countries and in print: 1'000'000, 1 000 000, ½, 1 1/2."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from akira_cli.core.evidence.of_numbers.quantity import Quantity, quantity_at
from akira_cli.core.patterns import Pattern

_NARROW = Pattern(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))")
_PARTED = Pattern(
    r"(?<![\d.,] )(?<![\w.,'’])"
    r"(?:\d{1,3}(?:['’]\d{3})+|\d{1,3}(?: \d{3}){2,}|\d{1,3} 000)(?![\w'’]| \d)"
)
_PARTS = Pattern(r"[ '’]")
_DECIMAL_COMMA = Pattern(
    r"(?<![\w.,])(\d{1,3}),(\d{1,2})(?=\s?\\?%)|(?<![\w.,({\[])(0),(\d{2,4})(?![\w,])"
)
_VULGAR = Pattern(
    r"(?<![\w.,/])(?:(?P<whole>\d{1,3}) ?)?(?P<sign>[¼½¾⅐-⅞])(?!\w)"
    r"|(?<![\w.,/-])(?P<count>\d{1,3})(?: |-| and )"
    r"(?P<some>[1-9])[/⁄](?P<all>[2-9]|10|16)(?![\w/]|\.\d)"
)


def with_commas(text: str) -> str:
    """`text` with a comma wherever something else parts thousands, every character in its place.

    A comma that parts the decimals of a share, as in `72,5%`, becomes a point.
    """
    if _NARROW.search(text):
        text = _NARROW.compiled.sub(",", text)
    if "," in text:
        text = _DECIMAL_COMMA.compiled.sub(lambda found: found[0].replace(",", "."), text)
    return _PARTED.compiled.sub(_with_commas, text)


def _with_commas(found: re.Match[str]) -> str:
    return _PARTS.compiled.sub(",", found[0])


def vulgar_fractions(text: str) -> Iterator[Quantity]:
    """`½ of the time`, `1½ hours` and `1 1/2 hours`."""
    if text.isascii() and "/" not in text:
        return
    for found in _VULGAR.finditer(text):
        if found["sign"]:
            whole, part = float(found["whole"] or 0), unicodedata.numeric(found["sign"])
        else:
            whole, part = float(found["count"]), int(found["some"]) / int(found["all"])
        if not 0 < part < 1:
            continue
        one = quantity_at(text, found.start(), found.end(), whole + part, f"{whole + part:.3g}")
        yield one if whole or one.kind else one._replace(form="part", digits=1)
