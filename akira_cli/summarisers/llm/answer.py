"""What a model answered, read strictly: a JSON object of the shape asked for, or nothing. Pure."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from akira_cli.core.lengths import HEADLINE_WORDS, WORDS
from akira_cli.core.settings import Length

_LONGEST_HEADLINE, _LONGEST_SUMMARY = 240, 2_400
_LEAST_PART, _GREATEST_PART = 0.75, 1.25
"""Of the words asked for, what still passes without a remark."""
_TOO_SHORT = 0.4
"""With less than this part it is no summary, but a refusal or half an answer."""
_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
"""What models that think aloud say first, when their server leaves it in."""
_BLOCK = re.compile(r"\A\s*```(?:json)?[ \t]*\n(.*?)\n?[ \t]*```\s*\Z", re.DOTALL)
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(rf"[{_CJK}]{{1,2}}|[^\s{_CJK}]+")
_ADDRESS = re.compile(
    r"\b(?:https?|ftp|mailto|javascript|data):\S+|\bwww\.\S+|[\w.+-]+@[\w-]+\.\w+"
    r"|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|ai|dev|app|co|edu|gov|info|biz|xyz|me|ly|gg|to|link|site"
    r"|online|top|shop|example|invalid|test|[a-z]{2}(?=/))\b(?:/\S*)?",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"</?(?:a|b|i|u|p|br|hr|em|h[1-6]|img|div|pre|svg|code|span|form|link|meta|base|style|video|audio"
    r"|table|input|button|script|strong|iframe|object|embed|blockquote)(?:\s+[\w:-]+\s*=[^<>]*)?\s*/?>"
    r"|<(?:script|iframe|object|embed|style|svg)\b|<!--|\]\(|\]\[[^\]]*\]|\[[^\]]+\]:",
    re.IGNORECASE,
)
_MARKDOWN = re.compile(r"\*\*\S|__\S[^_]*__|`[^`]+`|\A\s*(?:#{1,6}|[-*>]|\d+\.)\s")
_REFUSAL = re.compile(
    r"\bI(?:['’]m| am) (?:sorry|unable|not able)\b|\bI (?:can(?:['’]t|not)|won['’]t|apologi[sz]e)\b"
    r"|\bas an AI(?: language)?(?: model| assistant)?,",
    re.IGNORECASE,
)
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]urs?|us)\b")
_PRAISE = re.compile(
    r"\b(?:ground-?breaking|revolutionary|revolutioni[sz]\w+|game-changing|game changer|must-read"
    r"|exciting|amazing|incredibl[ey]|stunning|unprecedented|remarkabl[ey]|best paper"
    r"|world-class|cutting-edge)\b",
    re.IGNORECASE,
)


class UnusableAnswer(Exception):
    """An answer that nothing can be taken from; says why, for the model and the curator."""


class Answer(NamedTuple):
    """A headline of one line, and a summary of one paragraph."""

    headline: str
    summary: str


def object_in(text: str, *keys: str) -> dict[str, Any]:
    """The JSON object that an answer is, with exactly those keys; one fenced block around it and
    thoughts before it are let through. Raises UnusableAnswer."""
    bare = _THOUGHTS.sub("", text)
    block = _BLOCK.match(bare)
    if not bare.strip():
        raise UnusableAnswer("it is empty")
    try:
        found = json.loads(block[1] if block else bare, object_pairs_hook=_without_repeats)
    except (ValueError, RecursionError):
        raise UnusableAnswer("it is not one JSON object and nothing else") from None
    if not isinstance(found, dict) or found.keys() != set(keys):
        raise UnusableAnswer(f"it is not a JSON object with {_listed(keys)} and nothing else")
    return found


def read_answer(text: str, evidence: Sequence[str], length: Length = "normal") -> Answer:
    """The answer in a text. Raises UnusableAnswer for another shape, for characters nobody sees,
    for markup, for addresses that the evidence lacks, and for a refusal."""
    found = object_in(text, "headline", "summary")
    headline = _text("headline", found["headline"], _LONGEST_HEADLINE)
    summary = " ".join(_text("summary", found["summary"], _LONGEST_SUMMARY).split())
    if "\n" in headline:
        raise UnusableAnswer("the headline has more than one line")
    for name, one in (("headline", headline), ("summary", summary)):
        _refuse_foreign(name, one, "\n".join(evidence).lower())
    fewest, _ = WORDS[length]
    if word_count(summary) < fewest * _TOO_SHORT:
        raise UnusableAnswer(f"the summary has {word_count(summary)} words, {fewest} are wanted")
    return Answer(headline, summary)


def faults_of_style(answer: Answer, title: str, length: Length = "normal") -> list[str]:
    """What the house style has against an answer that can be used, a line each."""
    fewest, most = WORDS[length]
    told, words = word_count(answer.headline), word_count(answer.summary)
    found: list[str] = []
    if told > HEADLINE_WORDS:
        found.append(f"the headline has {told} words, {HEADLINE_WORDS} at most")
    if answer.headline.endswith((".", "。")) and not answer.headline.endswith("..."):
        found.append("the headline ends with a full stop")
    if _bare(answer.headline) == _bare(title):
        found.append("the headline is the title")
    if not fewest * _LEAST_PART <= words <= most * _GREATEST_PART:
        found.append(f"the summary has {words} words, {fewest} to {most} are wanted")
    for name, text in answer._asdict().items():
        for kind, pattern in (
            ("speaks in the first person", _FIRST_PERSON),
            ("praises", _PRAISE),
            ("has Markdown in it", _MARKDOWN),
        ):
            if (hit := pattern.search(text)) is not None:
                found.append(f"the {name} {kind}: '{hit[0].strip()}'")
    return found


def word_count(text: str) -> int:
    """Words as blanks part them; in scripts without blanks, two characters are one."""
    return len(_WORD.findall(text))


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; raises ValueError for a key given twice."""
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key is given twice")
    return found


def _text(name: str, value: object, longest: int) -> str:
    if not isinstance(value, str) or not value.strip():
        raise UnusableAnswer(f"the {name} is no text, or empty")
    if len(value) > longest:
        raise UnusableAnswer(f"the {name} has over {longest} characters")
    if any(unicodedata.category(each)[0] == "C" and each not in "\n\t" for each in value):
        raise UnusableAnswer(f"the {name} has characters in it that nobody sees")
    return value.strip()


def _refuse_foreign(name: str, text: str, evidence: str) -> None:
    """Raise UnusableAnswer for what would act in an issue, or is no summary at all."""
    for address in _ADDRESS.finditer(text):
        if address[0].lower().rstrip(".,;:!?)") not in evidence:
            raise UnusableAnswer(f"the {name} has an address: '{address[0]}'")
    for kind, pattern in (("markup", _MARKUP), ("a refusal", _REFUSAL)):
        if (found := pattern.search(text)) is not None:
            raise UnusableAnswer(f"the {name} has {kind} in it: '{found[0]}'")


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.lower()))


def _listed(keys: Sequence[str]) -> str:
    return " and ".join(f'"{key}"' for key in keys)
