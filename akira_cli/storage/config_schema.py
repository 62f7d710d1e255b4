"""What may stand in `config.toml`."""

from __future__ import annotations

import re

from akira_cli.core.addresses import is_web_address
from akira_cli.core.labels import FIELDS
from akira_cli.core.settings import is_width
from akira_cli.storage.page_schema import (
    ADDRESS,
    CARD,
    FLAG,
    GROUPS,
    LABEL,
    LABELS,
    LINE,
    NAME,
    PAGE_WORDS,
    SECTIONS,
    STYLE,
    TEXTS,
    TRAILER_BLOCK,
    WORDING,
    matches,
    one_of,
    pattern_of,
    text,
)
from akira_cli.storage.toml_schema import CONTROLS, EachKey, Kind, ListOf, Table

_DAY = 86_400
_MOST_ISSUES = 10_000
_MOST_BYTES = 2**40

_LANGUAGE = text(
    "a language code such as 'en' or 'pt-BR'", matches(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
)
API_URL = text(
    "an http(s) address that ends before the '?'",
    lambda value: is_web_address(value) and not re.search("[?#]", value),
)
_MIRROR = text(
    "an http(s) address without '?' and '#'",
    lambda value: is_web_address(value) and not re.search("[?#]", value),
)
_ISSUE_URL = Kind(
    (str,),
    "a string",
    "an http(s) address made of {slug}, {number}, {date} and the like",
    lambda value: (
        not value
        or (
            pattern_of(*FIELDS, "slug").accepts(value)
            and is_web_address(re.sub(r"\{[^}]*\}", "x", value))
        )
    ),
)
_MAILBOX = rf"[^<>@\s{CONTROLS}]+@[^<>@\s{CONTROLS}]+"
_SENDER = text(
    "one address such as 'Ada <ada@example.org>'",
    matches(rf"(?:[^<>@{CONTROLS}]*<{_MAILBOX}>|{_MAILBOX})?"),
)
_TEXT_PATTERN = pattern_of("title", "label", "name")


_SECONDS = Kind(
    (int, float), "a number", "a number of seconds above 0", lambda value: 0 < value <= _DAY
)
INTERVAL = Kind(
    (int, float), "a number", "a number of seconds, 0 or more", lambda value: 0 <= value <= _DAY
)
_BYTES = Kind(
    (int,),
    "a whole number",
    f"a whole number from 1 to {_MOST_BYTES}",
    range(1, _MOST_BYTES + 1).__contains__,
)
_WIDTH = Kind(
    (int,), "a whole number", "0 (no wrapping) or a number of columns from 20 on", is_width
)
_ISSUES = Kind(
    (int,),
    "a whole number",
    "0 (all) or a number of issues",
    lambda value: 0 <= value <= _MOST_ISSUES,
)
_METHOD = text("the name of a summariser", matches(r"[\w-]+"))
_MOST_EXAMPLES = 5
_EXAMPLES = Kind(
    (int,),
    "a whole number",
    f"a whole number from 0 to {_MOST_EXAMPLES}",
    range(_MOST_EXAMPLES + 1).__contains__,
)
_PRICE = Kind(
    (int, float),
    "a number",
    "the price of a million tokens, 0 or more",
    lambda value: 0 <= value < float("inf"),
)
_URI = text(
    "a URI such as 'tag:example.org,2021:news', without '#'",
    matches(r"(?:[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f<>\"{}|\\^`#]+)?"),
)

CONFIG_SCHEMA = Table(
    {
        "newsletter": Table(
            {
                "name": NAME,
                "language": _LANGUAGE,
                "label": LABEL,
                "author": LINE,
                "url": ADDRESS,
                "issue_url": _ISSUE_URL,
                "trailer": TEXTS,
                **WORDING,
            }
        ),
        "style": STYLE,
        "labels": LABELS,
        "groups": GROUPS,
        "words": PAGE_WORDS,
        "sections": SECTIONS,
        "tracking": EachKey(LINE),
        "trailer": ListOf(TRAILER_BLOCK),
        "cards": EachKey(CARD),
        "arxiv": Table({"api_url": API_URL, "interval": INTERVAL}),
        "network": Table(
            {
                "contact": LINE,
                "offline": FLAG,
                "connect_timeout": _SECONDS,
                "read_timeout": _SECONDS,
                "total_timeout": _SECONDS,
                "size_limit": _BYTES,
                "allow_private": FLAG,
                "mirrors": EachKey(_MIRROR),
            }
        ),
        "figures": Table(
            {
                "fetch": FLAG,
                "policy": one_of("warn", "require", "ignore"),
                "public_base": ADDRESS,
            }
        ),
        "summaries": Table(
            {
                "method": _METHOD,
                "length": one_of("short", "normal", "long"),
                "model": LINE,
                "timeout": _SECONDS,
                "examples": _EXAMPLES,
                "input_price": _PRICE,
                "output_price": _PRICE,
            }
        ),
        "medium": Table(
            {
                "tags": TEXTS,
                "subtitle": LINE,
                "canonical_url": ADDRESS,
                "image_base_url": ADDRESS,
            }
        ),
        "html": Table({"self_contained": FLAG}),
        "email": Table(
            {
                "from": _SENDER,
                "subject": _TEXT_PATTERN,
                "preheader": _TEXT_PATTERN,
                "image_base_url": ADDRESS,
            }
        ),
        "text": Table({"width": _WIDTH}),
        "rss": Table(
            {
                "url": ADDRESS,
                "id": _URI,
                "issues": _ISSUES,
                "image_base_url": ADDRESS,
            }
        ),
    },
    open=True,  # a later release may have tables that this one does not know
)
