"""The texts of a page that LaTeXML made, as plain text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from akira_cli.answers.one_line import one_line
from akira_cli.latex import latex_to_unicode

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LONGEST = 3_000
"""Characters of a caption that are read."""
_FORMULA = 20
"""Characters that a formula counts for besides its own: resolving one takes its time."""

_HIDDEN = frozenset({"annotation", "annotation-xml", "script", "style", "svg", "template"})
_HIDDEN_CLASSES = frozenset({"ltx_note_outer", "ltx_ERROR"})
_BLOCKS = frozenset({"br", "dd", "div", "dt", "li", "p", "td", "tr"})
_OTHER_TAGS = frozenset({"ltx_tag_item", "ltx_tag_listingline", "ltx_tag_note", "ltx_tag_equation"})
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LABEL = re.compile(
    r"((?:(?:Extended Data|Supplementary) )?(?:Fig(?:ure|\.)|Tab(?:le|\.)|Alg(?:orithm|\.))"
    r"\s?[A-Z]?[\d.]*\d)\s*[:.|–—]\s*",
    re.IGNORECASE,
)
_SHOWN = ".//text()[not(ancestor::annotation) and not(ancestor::annotation-xml)]"
_SPACES = ("\\,", "\\;", "\\:", "\\quad", "~")


class Caption(NamedTuple):
    """A caption in its two parts: `Figure 1`, and what follows."""

    label: str
    words: str


def classes_of(element: HtmlElement) -> frozenset[str]:
    """The classes of an element."""
    return frozenset((element.get("class") or "").split())


def split_caption(caption: HtmlElement) -> Caption:
    """The label of a caption and its words.

    Formulas are written in Unicode, references as they stand; of a footnote its mark is left.
    """
    tag = next(filter(_is_label, caption.iter("span")), None)
    words = _plain(caption, without=tag)
    if tag is not None:
        return Caption(_plain(tag).rstrip(" :.|–—"), words.lstrip(" :|"))
    written = _LABEL.match(words)
    return Caption(written[1], words[written.end() :]) if written else Caption("", words)


def _is_label(element: HtmlElement) -> bool:
    classes = classes_of(element)
    return "ltx_tag" in classes and not classes & _OTHER_TAGS


def _plain(element: HtmlElement, without: HtmlElement | None = None) -> str:
    from lxml import etree

    parts: list[str] = []
    left = LONGEST
    walk = etree.iterwalk(element, events=("start", "end", "comment"))
    for event, each in walk:
        if event != "start":
            parts.append(_after(each) if each is not element else "")
        elif each is without or each.tag in _HIDDEN or classes_of(each) & _HIDDEN_CLASSES:
            walk.skip_subtree()
            continue
        elif each.tag == "math":
            walk.skip_subtree()
            parts.append(_formula(each))
            left -= len(each.get("alttext") or "") + _FORMULA
        else:
            parts.append(_inside(each))
        left -= len(parts[-1])
        if left < 0:
            break
    return one_line("".join(parts)[:LONGEST])


def _inside(element: HtmlElement) -> str:
    text = element.text or ""
    return text.translate(_RAISED) if "ltx_note_mark" in classes_of(element) else text


def _after(element: HtmlElement) -> str:
    return (" " if element.tag in _BLOCKS else "") + (element.tail or "")


def _formula(math: HtmlElement) -> str:
    """A formula by its LaTeX, or as it is shown where that cannot be written in Unicode."""
    latex = one_line((math.get("alttext") or "").replace("%\n", ""))
    text = _in_unicode(latex) or one_line("".join(math.xpath(_SHOWN))) or latex
    return f"{text} " if latex.endswith(_SPACES) else text


@lru_cache(maxsize=1024)
def _in_unicode(latex: str) -> str:
    written = f"${latex}$"
    text = latex_to_unicode(written)
    return "" if text == written else text
