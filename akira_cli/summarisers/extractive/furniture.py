"""What stands on a page around its article: notices, buttons, by-lines, credits."""

from __future__ import annotations

import re
from typing import Final

from akira_cli.core.patterns import Pattern

_FURNITURE: Final = Pattern(
    r"\bcookies?\b.{0,60}\b(?:accept|agree|consent|experience|polic(?:y|ies)|settings|site|use|"
    r"website)\b|\b(?:use|uses|accept|store|manage) (?:of )?cookies\b|\b(?:privacy policy|terms "
    r"of (?:service|use)|all rights reserved|affiliate links?|sponsored (?:content|post)|"
    r"advertisement|\d+[- ]min(?:ute)?s? read|read time|reading time|table of contents|skip to "
    r"(?:main )?content|enable javascript|your browser)\b|^(?:subscribe|sign up|sign in|log in|"
    r"join (?:us|our|the newsletter|over)|follow (?:us|me|along)|share (?:this|on|it)|tweet this|"
    r"click (?:here|to)|read (?:more|also|next|the full|on)|see also|continue reading|learn more|"
    r"related (?:articles?|posts?|stories)|recommended|download (?:the|our)|register (?:now|here|"
    r"for)|leave a (?:comment|reply)|check out|stay tuned|thanks for reading|originally published|"
    r"this (?:article|post|story|piece) (?:was|is|has been|first|originally) (?:first |originally "
    r"|also )?(?:appeared|published|posted|part|sponsored|updated)|(?:photo|image|picture|"
    r"illustration|graphic|video|credits?|source|courtesy)s?(?: (?:by|credits?|courtesy|source|"
    r"from|of|via))*(?: ?[:/©]| by\b)|(?:posted|published|updated|last (?:updated|modified)|"
    r"written|edited) (?:on|by|at|in)\b|editor['’]?s note|disclaimer|copyright|©)|\b(?:subscribe "
    r"to|sign up (?:for|to)|unsubscribe|our (?:weekly |daily )?newsletter|your inbox|give (?:us|"
    r"it) a (?:clap|star)|hit the|follow (?:us|me) on|clap)\b|^by [A-Z][\w.'’-]+(?: "
    r"[A-Z][\w.'’-]+){1,3}\b(?!.*\b(?:is|are|was|has|have|will|can)\b)",
    re.IGNORECASE,
)
_DATED: Final = Pattern(
    r"^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:jan|feb|mar|apr|may|jun|jul|aug|"
    r"sep|oct|nov|dec)[a-z]*\.? \d{1,2},? \d{4}\W*$",
    re.IGNORECASE,
)


def is_furniture(sentence: str) -> bool:
    """Whether a line of a page is none of its article: a notice, a button, a by-line, a credit.

    A sentence of some length that only mentions such a thing may be lost; there are others.
    """
    return _FURNITURE.search(sentence) is not None or _DATED.match(sentence) is not None
