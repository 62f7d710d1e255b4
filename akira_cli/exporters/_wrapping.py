"""Lines of at most so many terminal columns, in any script. Pure.

Where a line may end follows https://www.w3.org/TR/jlreq/#characters_not_starting_a_line and
https://www.unicode.org/reports/tr14/, as far as blanks and wide characters go.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from akira_cli.core.markdown_text import one_line

_WIDE_CLOSING = "、。〉》」』】〕〗〙〛〞〟！％），．：；？］｝｠｡｣､･・゠～〜‥…"
_CLOSING = "!),.:;?]}’”»›⁇⁈⁉°′″℃" + _WIDE_CLOSING
_SMALL_KANA = "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ"
_REPEATING = "ー々〻ゝゞヽヾｰﾞﾟ"
_OPENING = "([{‘“‚„«‹⟨〈《「『【〔〖〘〚〝（［｛｟｢"
_MONEY = "#$£¥€＃＄￡￥№"
_HELD = " \"'"  # a blank too, where no line breaks at it
_NEVER_FIRST = frozenset(_CLOSING + _SMALL_KANA + _REPEATING + _HELD + "\u3000")
_NEVER_LAST = frozenset(_OPENING + _MONEY + _HELD)

_BLANK = re.compile(rf"(?<![{re.escape(_OPENING)}]) (?!\[\d+\]|[{re.escape(_CLOSING)}])")
_UNIT = re.compile(
    rf"""
    [{re.escape(_OPENING)}]{{0,3}}             # an address, with the punctuation around it
    (?: https?:// | mailto: ) [^\ "<>`{re.escape(_WIDE_CLOSING)}]+ [{re.escape(_CLOSING)}]*
    | [\U0001f1e6-\U0001f1ff]{{2}}           # a flag
    | .
    """,
    re.VERBOSE,
)
_JOINER = "\u200d"
_SKIN_TONES = "\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_NARROW = re.compile(
    r"[ -~\xa0-\xac\xae-\u02ff\u0370-\u03ff\u2010-\u2027\u2030-\u205e\u2070-\u209c\u2190-\u22ff]*"
)


@lru_cache(4096)
def columns(text: str) -> int:
    """How many columns of a terminal a text without control characters takes."""
    if _NARROW.fullmatch(text):
        return len(text)  # the package takes longer to load than most issues to be exported
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def wrapped(text: str, width: int, first: str = "", rest: str = "") -> list[str]:
    """The text on lines of at most `width` columns, 0 for one line; the first begins with
    `first`, the others with `rest`.

    Only a line with an address may be longer. A line that breaks within a word of wide
    characters neither begins with closing punctuation nor ends with opening punctuation; one
    number in brackets, `[3]`, stays with the word before it. No line ends in a blank.
    """
    text = one_line(text)
    if not width:
        return [(first + text).rstrip()]
    room = max(width - max(columns(first), columns(rest)), 1)
    lines: list[str] = []
    line, left = "", room
    for piece, blank in _pieces(text, room):
        if line and columns(piece) + len(blank) > left:
            lines.append(line)
            line, left = "", room
        added = blank + piece if line else piece.lstrip()
        line, left = line + added, left - columns(added)
    lines.append(line)
    starts = [first, *[rest] * (len(lines) - 1)]
    return [(start + line).rstrip() for start, line in zip(starts, lines, strict=True)]


def cut(text: str, width: int) -> str:
    """As much of one line as has room in `width` columns; all of it when that is 0."""
    units = _units(one_line(text))
    left = width or float("inf")
    kept = []
    for unit in units:
        left -= columns(unit)
        if left < 0:
            break
        kept.append(unit)
    return "".join(kept).rstrip()


def _pieces(text: str, room: int) -> Iterator[tuple[str, str]]:
    """What stays on one line, each with the blank before it; only with an address wider
    than `room`."""
    for number, word in enumerate(_BLANK.split(text)):
        blank = " " if number else ""
        if len(word) <= room and _NARROW.fullmatch(word):
            yield word, blank
            continue
        for piece in _unbroken(word, room):
            yield piece, blank
            blank = ""


def _unbroken(word: str, room: int) -> Iterator[str]:
    units: list[str] = []
    size = 0
    for unit in _units(word):
        if units and (_may_break(units[-1], unit) or size + columns(unit) > room):
            must_follow = unit[0] in _NEVER_FIRST or units[-1][0] in _NEVER_LAST
            at = len(units) - (must_follow and len(units) > 1)
            yield "".join(units[:at])
            units = units[at:]
            size = sum(map(columns, units))
        units.append(unit)
        size += columns(unit)
    yield "".join(units)


def _units(text: str) -> list[str]:
    """The addresses, and all else as characters with the marks that belong to them."""
    units: list[str] = []
    for unit in _UNIT.findall(text):
        belongs = not columns(unit) or unit in _SKIN_TONES
        if units and (belongs or units[-1].endswith(_JOINER)):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def _may_break(before: str, after: str) -> bool:
    is_wide = 2 in (columns(before), columns(after))
    return is_wide and before[0] not in _NEVER_LAST and after[0] not in _NEVER_FIRST
