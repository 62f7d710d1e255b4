"""What stands on a page around its article: notices, buttons, by-lines, credits."""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern

_FURNITURE: Final = Pattern(
    r"\bcookies?\b.{0,60}\b(?:accept|agree|consent|experience|polic(?:y|ies)|settings|site|use|"
    r"website)\b|\b(?:use|uses|accept|store|manage) (?:of )?cookies\b|\b(?:privacy policy|"
    r"terms of (?:service|use)|all rights reserved|affiliate links?|sponsored (?:content|post)|"
    r"advertisement|\d+[- ]min(?:ute)?s? read|read time|reading time|table of contents|"
    r"skip to (?:main )?content|enable javascript|your browser)\b|^(?:subscribe|sign up|sign in|"
    r"log in|join (?:us|our|the newsletter|over)|follow (?:us|me|along)|share (?:this|on|it)|"
    r"tweet this|click (?:here|to)|read (?:more|also|next|the full|on)|see also|continue reading|"
    r"learn more|related (?:articles?|posts?|stories)|recommended|download (?:the|our)|"
    r"register (?:now|here|for)|leave a (?:comment|reply)|check out|stay tuned|thanks for reading|"
    r"originally published|this (?:article|post|story|piece) (?:was|is|has been|first|"
    r"originally) (?:first |originally |also )?(?:appeared|published|posted|part|sponsored|"
    r"updated)|(?:photo|image|picture|illustration|graphic|video|credits?|source|"
    r"courtesy)s?(?: (?:by|credits?|courtesy|source|from|of|via))*(?: ?[:/©]| by\b)|(?:posted|"
    r"published|updated|last (?:updated|modified)|written|edited) (?:on|by|at|in)\b|"
    r"editor['’]?s note|disclaimer|copyright|©)|\b(?:subscribe to|sign up (?:for|to)|unsubscribe|"
    r"our (?:weekly |daily )?newsletter|your inbox|give (?:us|it) a (?:clap|star)|hit the|"
    r"follow (?:us|me) on|clap)\b|"
    r"^by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}\b(?!.*\b(?:is|are|was|has|have|will|can)\b)",
    re.IGNORECASE,
)
_DATED: Final = Pattern(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|"
    r"oct|nov|"
    r"dec)[a-z]*\.? \d{1,2},? \d{4}\W*$",
    re.IGNORECASE,
)


def is_furniture(sentence: str) -> bool:
    """Whether a line of a page is none of its article: a notice, a button, a by-line, a credit.

    A sentence of some length that only mentions such a thing may be lost; there are others.
    """
    return _FURNITURE.search(sentence) is not None or _DATED.match(sentence) is not None
