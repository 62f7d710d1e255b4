"""Which draft is meant, and what the next one is called. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date

from akira_cli.core.errors import UnknownHandle, UsageError
from akira_cli.core.labels import fields_of, fill, number_in
from akira_cli.core.models import Draft
from akira_cli.core.page import LabelKind

_NUMBERED_LABEL = re.compile(r"(?:issue\s*)?#?(\d{1,18})", re.IGNORECASE)
_NUMBER = re.compile(r"#*(\d{1,18})")
_BY_DATE = re.compile(r"\{(?:week|month)")
_LIMIT = 10**18
"""Numbers are below this: longer ones would not fit into a TOML file."""


def name_for(number: int | None, label: str) -> str:
    """The file's stem: `issue-034` for a numbered issue, else the label in plain letters.

    Raises UsageError when the label has no letter or digit to make a name of.
    """
    numbered = _NUMBERED_LABEL.fullmatch(label.strip())
    if number is not None and (numbered is None or int(numbered[1]) == number):
        return f"issue-{number:03d}"
    slug = "-".join(re.findall(r"[^\W_]+", label.casefold()))
    if not slug:
        raise UsageError(f"no file name can be made of the label '{label}'", "use some letters")
    return slug


def likely_name(wanted: str) -> str:
    """The file's stem a number or a label would have; empty when it can have none."""
    numbered = _NUMBERED_LABEL.fullmatch(wanted.strip())
    try:
        return name_for(int(numbered[1]) if numbered else None, wanted)
    except UsageError:
        return ""


def next_number(drafts: Iterable[Draft]) -> int:
    """One more than the highest number so far, 1 for the first issue."""
    return max((draft.number or 0 for draft in drafts), default=0) + 1


def new_draft(
    drafts: Sequence[Draft],
    *,
    day: date,
    language: str,
    label_pattern: str,
    months: Sequence[str] = (),
    kinds: Sequence[LabelKind] = (),
    number: int | None = None,
    label: str | None = None,
) -> Draft:
    """An empty draft: the next issue, or the one asked for by number or label.

    A label without a number in it (`Week 12, 2021`), and a pattern of weeks or months without
    one, makes an unnumbered issue, unless the number is given too. Raises UsageError for a
    number and a label of another number, and for a number too high to be written.
    """
    if label is not None:
        numbered = _NUMBERED_LABEL.fullmatch(label.strip())
        in_label = int(numbered[1]) if numbered else number_in(label, kinds, months)
        if number is not None and in_label not in (None, number):
            raise UsageError(
                f"'{label}' and the number {number} are two issues", "give one of them"
            )
        number = in_label if number is None else number
    elif number is None and ("{number" in label_pattern or not _BY_DATE.search(label_pattern)):
        number = next_number(drafts)
    if number is not None and number >= _LIMIT:
        raise UsageError(f"{number} is too high for an issue", f"give --number below {_LIMIT}")
    if label is None:
        label = fill(label_pattern, fields_of(number, day, months))
    label = " ".join(label.split())
    name = name_for(number, label)
    return Draft(name=name, label=label, number=number, date=day, language=language)


def newest_first(drafts: Iterable[Draft]) -> list[Draft]:
    """By date, then number, then name; undated ones last."""
    return sorted(drafts, key=lambda d: (d.date or date.min, d.number or 0, d.name), reverse=True)


def choose(drafts: Sequence[Draft], wanted: str) -> Draft:
    """The draft a curator means by a number, a label or a file's stem.

    Raises UnknownHandle when none or more than one answers.
    """
    folded = " ".join(wanted.split()).casefold()
    stem = folded.removesuffix(".toml").rpartition("/")[2]
    numbered = _NUMBER.fullmatch(folded)
    number = int(numbered[1]) if numbered else None
    exact = [d for d in drafts if d.name.casefold() == stem or d.label.casefold() == folded]
    found = exact or [d for d in drafts if number is not None and d.number == number]
    if len(found) == 1:
        return found[0]
    known = ", ".join(d.name for d in newest_first(drafts)[:6]) or "none yet"
    if found:
        names = ", ".join(d.name for d in found)
        raise UnknownHandle(f"'{wanted}' names more than one draft: {names}", "use the file's name")
    raise UnknownHandle(f"no draft is called '{wanted}'", f"drafts: {known}")
