"""A figure's caption as the text for those who cannot see it. Pure."""

from __future__ import annotations

import re

from akira_cli.core.sentences import split_sentences

LONGEST = 250
"""Characters; screen readers read the whole of it without a stop."""
SHORTEST = 40
"""Characters that the whole sentences must leave for the rest to be dropped."""

_CONTROLS = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200b\u2028-\u202e\u2061-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_TAG = re.compile(
    r"</?(?:a|b|br|code|div|em|i|img|p|small|span|strong|sub|sup|tt|u)(?:\s[^<>]{0,300})?/?>",
    re.IGNORECASE,
)
_NUMBER = r"[1-9]\d{0,2}[a-z]?"
# Several numbers after `in` are an interval.
_CITATION = re.compile(
    rf"\s*\[{_NUMBER}\]"
    rf"|\s*(?<!\bin )(?<!∈)(?<!∈ )(?<!range )(?<!interval )\[{_NUMBER}(?:\s?[,;–-]\s?{_NUMBER})+\]"
    r"|\s*[\[(][^()\[\]]{0,200}\bet al\b[^()\[\]]{0,20}(?:19|20)\d\d[^()\[\]]{0,200}[\])]"
)
_BEFORE_A_STOP = re.compile(r"\s+(?=[.,;:!?](?:\s|$))")
_AFTER_A_STOP = re.compile(r"(?<=[。！？]) ")


def alt_text(label: str, caption: str, limit: int = LONGEST) -> str:
    """The plain words of a caption on one line of at most `limit` characters, without its label.

    Numbers of cited works are dropped. A longer caption ends with a sentence where that leaves
    enough of it, or else with a whole word and `…`. Empty for an empty caption.
    """
    text = _on_one_line(_TAG.sub(" ", caption))
    text = _BEFORE_A_STOP.sub("", _CITATION.sub("", _without(_on_one_line(label), text)))
    text = _on_one_line(text)
    return text if len(text) <= limit else _shortened(text, limit)


def _on_one_line(text: str) -> str:
    return " ".join(_CONTROLS.sub(" ", text).split())


def _without(label: str, text: str) -> str:
    """What follows the label, where the caption repeats it."""
    start = re.match(rf"{re.escape(label)}(?![\w.]*\w)", text, re.IGNORECASE) if label else None
    return (text[start.end() :] if start else text).lstrip(" :.|–—")


def _shortened(text: str, limit: int) -> str:
    kept = ""
    for sentence in split_sentences(text):
        longer = _AFTER_A_STOP.sub("", f"{kept} {sentence}".strip())
        if len(longer) > limit:
            break
        kept = longer
    if len(kept) >= SHORTEST:
        return kept
    start = text[:limit]  # one character more than fits before the ellipsis
    words = start[: start.rfind(" ")] if " " in start else start[:-1]
    return words.rstrip(" ,;:(–—-") + "…"
