"""The words of a PDF as they are spelt: letters for ligatures, whole words for divided ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from akira_cli.answers.one_line import one_line

_AS_SPELT = {
    **dict.fromkeys(map(ord, "\x02\ufffe\xad"), "-"),
    **{code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)},
}
"""What PDFium gives for a hyphen at the end of a line, and for letters that are set as one."""
_DIVIDED = re.compile(r"(?<![\w'’-])((?:[^\W\d_]|['’])+)[-‐]$")
_HYPHENATED = re.compile(r"[^\W_][-‐]$")


def as_spelt(text: str) -> str:
    """The characters of a PDF with a hyphen where one is drawn, and each letter for itself."""
    return text.translate(_AS_SPELT)


def joined(lines: Iterable[str], elsewhere: str = "") -> str:
    """Lines as running text, each word divided between two of them whole again.

    The hyphen at a line's end goes, unless the compound is one: it stands so `elsewhere`, has
    another hyphen or a digit, or a capital meets a small letter at it.
    """
    text = ""
    for line in map(str.strip, lines):
        if not _HYPHENATED.search(text[-2:]):
            text += " "
        elif _is_one_word(text.rpartition(" ")[2], line, elsewhere):
            text = text[:-1]
        else:
            text = f"{text[:-1]}-"
        text += line
    # what fonts have in places of their own is no text
    return one_line("".join(each if each.isprintable() else " " for each in one_line(text)))


def _is_one_word(start: str, line: str, elsewhere: str) -> bool:
    """Whether what ends with a hyphen and the beginning of the next line are a divided word."""
    word, rest = _DIVIDED.search(start), re.match(r"\w+", line)
    if word is None or rest is None:
        return False
    ends = word[1][-1] + rest[0][0]
    has_no_seam = ends.isalpha() and (ends.isupper() or ends.islower())
    return has_no_seam and f"{word[1]}-{rest[0]}" not in elsewhere
