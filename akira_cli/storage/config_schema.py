"""What may stand in `config.toml`."""

from __future__ import annotations

import re

from akira_cli.core.addresses import is_web_address
from akira_cli.core.labels import FIELDS
from akira_cli.storage.page_schema import (
    ADDRESS,
    CARD,
    FLAG,
    GROUPS,
    LABEL,
    LABELS,
    LINE,
    NAME,
    SECTIONS,
    STYLE,
    TEXTS,
    TRAILER_BLOCK,
    WORDING,
    matches,
    pattern_of,
    text,
)
from akira_cli.storage.toml_schema import EachKey, Kind, ListOf, Table

_DAY = 86_400
_WIDEST = 10_000

_LANGUAGE = text(
    "a language code such as 'en' or 'pt-BR'", matches(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
)
API_URL = text(
    "an http(s) address that ends before the '?'",
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
_SENDER = text(
    "one address such as 'Ada <ada@example.org>'",
    matches(r"(?:[^<>@\x00-\x1f\x7f]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)?"),
)
_TEXT_PATTERN = pattern_of("title", "label", "name")


def _number(rule: str, least: float, most: float) -> Kind:
    return Kind((int, float), "a number", rule, lambda value: least <= value <= most)


def _count(rule: str, least: int, most: int) -> Kind:
    return Kind((int,), "a whole number", rule, lambda value: least <= value <= most)


_SECONDS = Kind(
    (int, float), "a number", "a number of seconds above 0", lambda value: 0 < value <= _DAY
)
INTERVAL = _number("a number of seconds, 0 or more", 0, _DAY)
_BYTES = Kind((int,), "a whole number", "a whole number above 0", lambda value: value > 0)
WIDTH = _count("0 (no wrapping) or a number of columns from 20 on", 0, _WIDEST)._replace(
    holds=lambda value: value == 0 or 20 <= value <= _WIDEST
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
        "words": EachKey(LINE),
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
        "text": Table({"width": WIDTH}),
        "rss": Table(
            {
                "url": ADDRESS,
                "entries": _count("0 (all) or a number of issues", 0, _WIDEST),
                "image_base_url": ADDRESS,
            }
        ),
    },
    open=True,  # a later release may have tables that this one does not know
)
