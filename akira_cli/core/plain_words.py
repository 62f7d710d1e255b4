"""The words of a Markdown text, as a reader sees them. Pure."""

from __future__ import annotations

import re

_PIECES = re.compile(
    r"""
    \\(?P<itself>[!-/:-@\[-`{-~])  # escaped: only itself
    | !?\[(?P<shown>(?:\\.|[^\[\]\\]|\[[^\[\]]*\])*)\]\((?:\\.|[^()\\]|\([^()]*\))*\)  # a link
    | <(?P<address>(?:https?://|mailto:)[^\s<>]*)>
    | \*+ | `+ | ~~+ | (?<!\w)_++ | (?<!_)_++(?!\w)  # emphasis, code, struck out
    """,
    re.VERBOSE,
)


def plain_words(markdown: str) -> str:
    """The text without the marks of Markdown, on one line."""
    return " ".join(_without_marks(markdown).split())


def _without_marks(markdown: str) -> str:
    return _PIECES.sub(_seen, markdown)


def _seen(piece: re.Match[str]) -> str:
    shown = piece["shown"]
    if shown is not None:
        return _without_marks(shown)
    return piece["itself"] or piece["address"] or ""
