"""The line that says whose figure it is. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from akira_cli.core.sentences import word_set

_PARTICLES = word_set(
    "af al bin da dal dalla de degli dei del dell della den der di dos du el ibn la las le les lo"
    " los 't te ten ter tho to tot van vande vanden vander vom von zu zum zur"
)
_CAPITAL_PARTICLES = word_set("De Del Della Den Der Di Dos El La Le St St. Saint Ter Van Von")
"""Those that are hardly ever a given name when they are written with a capital."""
_SUFFIXES = word_set("jr sr ii iii iv 2nd 3rd phd md")
_MARKS = re.compile(r"\([^()]*\)|[\d*†‡§¶‖∗⁰¹²³⁴⁵⁶⁷⁸⁹]+(?=[\s,]|$)")
_GROUP = re.compile(
    r"\b(?:collaborations?|consortium|team|group|project|initiative|network|laborator(?:y|ies)"
    r"|labs?|institute|university|foundation|community|committee|inc|openai|deepmind|(?-i:AI))\b\.?",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"(?:and )?others|et\.? al\.?", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\.[ -]?)+|[A-Z]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


def credit_line(
    label: str,
    authors: Sequence[str],
    year: int | None,
    licence_name: str,
    *,
    title: str = "",
) -> str:
    """`Figure 1 of Mehta and Rastegari (2021), CC BY 4.0`; what is not known is left out.

    `authors` are whole names. Without any of them the title stands in quotation marks.
    """
    names = [family_name(each) for each in authors if re.search(r"\w", each)]
    whole = " ".join(title.split())
    who = _together(names) or (f"“{whole}”" if whole else "")
    what = " ".join(label.split())
    line = f"{what or 'Figure'}{(' of ' if what else ' from ') + who if who else ''}"
    if year:
        line += f" ({year})"
    return f"{line}, {licence_name}" if licence_name else line


def _together(names: Sequence[str]) -> str:
    named = [name for name in names if not _OTHERS.fullmatch(name)]
    if len(named) == 2 and len(names) == 2:
        return f"{named[0]} and {named[1]}"
    return f"{named[0]} et al." if named and len(names) > 1 else "".join(named[:1])


def family_name(name: str) -> str:
    """The name a work is cited by: `van der Maaten` of `Laurens van der Maaten`.

    A group's name is kept whole, and so is a name in other than Latin letters, where nothing
    says which part of it is the family's.
    """
    plain = " ".join(_MARKS.sub(" ", name).split()).strip(" ,;:") or " ".join(name.split())
    if _GROUP.search(plain) or not _LATIN.search(plain) or _OTHERS.fullmatch(plain):
        return plain
    first, *rest = (part.strip() for part in plain.split(","))
    if rest and not _is_suffix(rest[0]):
        return _without_suffixes(first)
    words = _without_suffixes(first).split()
    if len(words) > 1 and _INITIALS.fullmatch(words[-1]) and not _INITIALS.fullmatch(words[0]):
        return " ".join(_before_initials(words))
    start = len(words) - 1
    while start > 1 and _is_particle(words[start - 1]):
        start -= 1
    if start == 1 and words[0] in _PARTICLES:
        start = 0  # the family's name alone: `van Gogh`
    return " ".join(words[start:])


def _before_initials(words: Sequence[str]) -> Iterator[str]:
    """`Mehta S. K.`, as some registers write it, without the initials."""
    for word in words:
        if _INITIALS.fullmatch(word):
            return
        yield word


def _without_suffixes(name: str) -> str:
    words = name.split()
    while len(words) > 1 and _is_suffix(words[-1]):
        words.pop()
    return " ".join(words)


def _is_suffix(word: str) -> bool:
    return word.rstrip(".").replace(".", "").lower() in _SUFFIXES


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or word in _CAPITAL_PARTICLES
