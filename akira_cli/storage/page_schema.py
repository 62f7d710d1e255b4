"""What may be said of an issue's page, in a config, a wording pack or a draft."""

from __future__ import annotations

import re
from collections.abc import Callable

from akira_cli.core.addresses import is_web_address
from akira_cli.core.labels import FIELDS
from akira_cli.core.page import PLACES, WORDS
from akira_cli.storage.toml_schema import CONTROLS, EachKey, Either, Kind, ListOf, Node, Table

_TRAILER_KINDS = ("subscribe", "other-blogs", "past-issues", "about")


def text(rule: str, holds: Callable[[str], bool]) -> Kind:
    """A string that keeps a rule."""
    return Kind((str,), "a string", rule, holds)


def matches(pattern: str) -> Callable[[str], bool]:
    """Whether a whole text fits a regular expression."""
    return lambda value: re.fullmatch(pattern, value) is not None


def one_of(*words: str) -> Kind:
    """One of these words."""
    return text(f"one of {', '.join(words)}", words.__contains__)


def list_of(kind: Kind, rule: str) -> Kind:
    """A list of plain values, each of a kind."""
    return Kind((list,), "a list of strings", rule, lambda items: all(map(kind.accepts, items)))


def pattern_of(*fields: str) -> Kind:
    """A text with some of these fields in braces; `{number:03}` is 034."""
    listed = ", ".join(f"{{{field}}}" for field in fields)
    field = "|".join((*fields, r"number:0\d\d?") if "number" in fields else fields)
    return text(f"a pattern of {listed}", matches(rf"(?:[^{{}}{CONTROLS}]|\{{(?:{field})\}})*"))


ANY_TEXT = text("a string", lambda _: True)
LINE = text("one line of text", matches(rf"[^{CONTROLS}]*"))
NAME = text("one line of text", lambda value: bool(value.strip()) and LINE.accepts(value))
TEXTS = list_of(LINE, "a list of strings")
ADDRESS = text("an http(s) address", lambda value: not value or is_web_address(value))
FLAG = Kind((bool,), "true or false", "true or false")
LABEL = pattern_of(*FIELDS)
_LINE_OF_FIELDS = pattern_of("name", "label", *FIELDS)
TITLE = _LINE_OF_FIELDS._replace(holds=lambda value: bool(value) and _LINE_OF_FIELDS.holds(value))

CARD = Table({"title": NAME, "description": ANY_TEXT, "domain": LINE, "url": ADDRESS}, ("title",))


def _is_list_of(kind: type) -> Callable[[object], bool]:
    return lambda value: isinstance(value, list) and all(isinstance(item, kind) for item in value)


_NAMES_OR_TABLES = "all names or all [[trailer.cards]] tables"
_CARDS = Either(
    _is_list_of(str),
    TEXTS,
    Either(
        _is_list_of(dict),
        ListOf(CARD),
        Kind((list,), _NAMES_OR_TABLES, _NAMES_OR_TABLES, lambda _: False),
    ),
)

_BLOCK: dict[str, Node] = {
    "heading": LINE,
    "text": ANY_TEXT,
    "cards": _CARDS,
    "separator": FLAG,
    "heading_style": one_of("heading", "line"),
}
TRAILER_BLOCK = Table(
    {"kind": one_of(*_TRAILER_KINDS), "name": NAME, **_BLOCK},
    ("kind",),
)
BLOCK_USE = Table({"use": NAME, "kind": one_of(*_TRAILER_KINDS), **_BLOCK})
STYLE = Table(
    {
        "domain": FLAG,
        "headline": one_of("bold", "heading"),
        "title": one_of("plain", "italic"),
        "title_apart": FLAG,
        "group_level": Kind((int,), "a whole number", "0, 1, 2 or 3", range(4).__contains__),
        "caption": LINE,
        "separators": list_of(one_of(*PLACES), f"a list of some of {', '.join(PLACES)}"),
    }
)
GROUPS = EachKey(LINE)
PAGE_WORDS = Table(dict.fromkeys(WORDS, LINE))
HEADINGS = EachKey(NAME)
_LINE_OR_FALSE = Either(
    lambda value: isinstance(value, bool),
    Kind((bool,), "a string or false", "a string or false", lambda value: value is False),
    Kind((str,), "a string or false", "one line of text or false", NAME.holds),
)
CONTENTS = EachKey(_LINE_OR_FALSE)
SECTIONS = ListOf(
    Table(
        {
            "key": text("one word", matches(rf"[^\s{CONTROLS}]+")),
            "aliases": TEXTS,
            "toc": _LINE_OR_FALSE,
            "heading": NAME,
        },
        ("key",),
    )
)
LABELS = EachKey(Table({"label": LABEL, "title": TITLE}))
_MONTHS = Kind(
    (list,),
    "a list of strings",
    "a list of twelve names",
    lambda items: len(items) == 12 and all(map(NAME.accepts, items)),
)
WORDING: dict[str, Node] = {
    "title": TITLE,
    "toc_intro": ANY_TEXT,
    "separator": LINE,
    "joint": LINE,
    "date": pattern_of("date", "day", "month", "year", "week"),
    "preamble": list_of(_LINE_OF_FIELDS, "a list of patterns"),
}
"""Keys that stand in a pack's head and under `[newsletter]` of a config."""
PACK = Table(
    {
        **WORDING,
        "months": _MONTHS,
        "labels": LABELS,
        "groups": GROUPS,
        "words": PAGE_WORDS,
        "sections": SECTIONS,
    }
)
"""A wording pack, whole or in part."""
