"""Languages by their codes of two letters, as translations are named: `En-De`.

The codes are those of ISO 639-1, https://www.loc.gov/standards/iso639-2/php/code_list.php.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from akira_cli.core.patterns import Pattern

_CODES = """
af afrikaans am amharic ar arabic az azerbaijani be belarusian bg bulgarian bn bengali bs bosnian
ca catalan cs czech cy welsh da danish de german el greek en english eo esperanto es spanish
et estonian eu basque fa persian fi finnish fr french ga irish gl galician gu gujarati ha hausa
he hebrew hi hindi hr croatian hu hungarian hy armenian id indonesian ig igbo is icelandic
it italian ja japanese ka georgian kk kazakh km khmer kn kannada ko korean ku kurdish ky kyrgyz
la latin lo lao lt lithuanian lv latvian mg malagasy mk macedonian ml malayalam mn mongolian
mr marathi ms malay mt maltese my burmese ne nepali nl dutch no norwegian pa punjabi pl polish
ps pashto pt portuguese ro romanian ru russian si sinhala sk slovak sl slovenian so somali
sq albanian sr serbian sv swedish sw swahili ta tamil te telugu tg tajik th thai tl tagalog
tr turkish uk ukrainian ur urdu uz uzbek vi vietnamese xh xhosa yo yoruba zh chinese zu zulu
"""
_PAIR = Pattern(
    r"\b([a-zA-Z]{2})(?:_[A-Z]{2})?\s?(?:-|–|→|->|=>|↔|⇒|/)\s?([a-zA-Z]{2})\b"
    r"|\b([A-Z][A-Za-z])(?:\s{5,}|\sto\s|,?\sand\s|,\s)([A-Z][A-Za-z])\b"
)
"""Two codes; where LaTeX has an arrow between them, its command has become blanks."""


def paired_languages(texts: Iterable[str]) -> frozenset[str]:
    """The languages, in lower case, that texts name in pairs of codes: `En-De`, `zh→en`."""
    names = _names()
    found: set[str] = set()
    for text in texts:
        for one in _PAIR.finditer(text):
            pair = [code.lower() for code in one.groups() if code]
            if all(code in names for code in pair):
                found.update(names[code] for code in pair)
    return frozenset(found)


def language_of(code: str) -> str:
    """The language of a code in lower case; empty when it is none."""
    return _names().get(code, "")


@cache
def _names() -> dict[str, str]:
    words = _CODES.split()
    return dict(zip(words[::2], words[1::2], strict=True))
