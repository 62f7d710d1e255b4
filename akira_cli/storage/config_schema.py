"""What may stand in `config.toml`."""

from __future__ import annotations

import re
from collections.abc import Callable

from akira_cli.core.addresses import is_web_address
from akira_cli.storage.toml_schema import EachKey, Kind, ListOf, Table

_DAY = 86_400
_TRAILER_KINDS = ("subscribe", "other-blogs", "past-issues", "about")


def _text(rule: str, holds: Callable[[str], bool]) -> Kind:
    return Kind((str,), "a string", rule, holds)


def _number(rule: str, holds: Callable[[float], bool]) -> Kind:
    return Kind((int, float), "a number", rule, holds)


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(pattern, text) is not None


_ANY_TEXT = _text("a string", lambda _: True)
_LINE = _text("one line of text", _matches(r"[^\x00-\x1f\x7f]*"))
_NAME = _text("one line of text", lambda text: bool(text.strip()) and _LINE.accepts(text))
_WORD = _text("one word", _matches(r"\S+"))
_TEXTS = Kind(
    (list,), "a list of strings", "a list of strings", lambda items: all(map(_LINE.accepts, items))
)
_LANGUAGE = _text(
    "a language code such as 'en' or 'pt-BR'", _matches(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
)
_ADDRESS = _text("an http(s) address", lambda text: not text or is_web_address(text))
API_URL = _text(
    "an http(s) address that ends before the '?'",
    lambda text: is_web_address(text) and not re.search("[?#]", text),
)
_TITLE = _text("a pattern of {name} and {label}", _matches(r"([^{}]|\{(name|label)\})*"))
_LABEL = _text(
    "a pattern of {number} and {date}",
    _matches(r"([^{}]|\{number(:0?\d\d?)?\}|\{date\})*"),  # {number:03} is 034
)
_TRAILER_KIND = _text(f"one of {', '.join(_TRAILER_KINDS)}", _TRAILER_KINDS.__contains__)
FLAG = Kind((bool,), "true or false", "true or false")
_SECONDS = _number("a number of seconds above 0", lambda value: 0 < value <= _DAY)
INTERVAL = _number("a number of seconds, 0 or more", lambda value: 0 <= value <= _DAY)
_BYTES = Kind((int,), "a whole number", "a whole number above 0", lambda value: value > 0)

_CARD = Table(
    {"title": _NAME, "description": _ANY_TEXT, "domain": _LINE, "url": _ADDRESS}, ("title",)
)
CONFIG_SCHEMA = Table(
    {
        "newsletter": Table(
            {
                "name": _NAME,
                "language": _LANGUAGE,
                "title": _TITLE,
                "label": _LABEL,
                "show_domain": FLAG,
                "toc_intro": _ANY_TEXT,
                "separator": _LINE,
                "joint": _LINE,
            }
        ),
        "groups": EachKey(_LINE),
        "sections": ListOf(
            Table({"key": _WORD, "aliases": _TEXTS, "toc": _NAME, "heading": _NAME}, ("key",))
        ),
        "tracking": EachKey(_LINE),
        "trailer": ListOf(
            Table(
                {
                    "kind": _TRAILER_KIND,
                    "heading": _LINE,
                    "text": _ANY_TEXT,
                    "cards": ListOf(_CARD),
                },
                ("kind",),
            )
        ),
        "arxiv": Table({"api_url": API_URL, "interval": INTERVAL}),
        "network": Table(
            {
                "contact": _LINE,
                "offline": FLAG,
                "connect_timeout": _SECONDS,
                "read_timeout": _SECONDS,
                "total_timeout": _SECONDS,
                "size_limit": _BYTES,
            }
        ),
        "medium": Table({"tags": _TEXTS, "canonical_url": _ADDRESS, "image_base_url": _ADDRESS}),
    },
    open=True,  # a later release may have tables that this one does not know
)
