"""Texts from outside, on one line and without what nobody sees."""

from __future__ import annotations

import re

CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2061-\u2069"
    "\ud800-\udfff\ufeff\ufffe\uffff]+"
)
"""What no text may hold: control characters, marks that turn the direction of writing, which can
make a text read as another one, and signs that part or join without a trace (soft hyphens, blanks
of no width, the invisible operators of MathML), for which a search would miss a word.

Blanks and line breaks are not among them, and neither are the joiners U+200C and U+200D, without
which Persian is misspelt and emoji fall apart."""


def one_line(text: str | None) -> str:
    """A text from outside on one line, without control characters."""
    return " ".join(CONTROLS.sub("", text or "").split())
