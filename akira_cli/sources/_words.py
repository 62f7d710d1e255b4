"""Words that a page says of itself, and those that only stand where words are to come."""

from __future__ import annotations

import re

from akira_cli.sources._texts import WITH_BLANKS, clipped

_PLACEHOLDER = re.compile(
    r"just a moment\W*|attention required!.*|access denied\W*"
    r"|(?:error )?(?:4\d\d|50\d)?\W*(?:error|forbidden|(?:page )?not found|internal server error"
    r"|bad gateway|service (?:temporarily )?unavailable|gateway time-?out)?\W*"
    r"|sign ?in|log ?in|undefined|null|none|nan|n/a|untitled(?: document)?|loading\W*"
    r"|(?:are you a )?robot(?: check)?\W*|please wait\W*|one moment,? please\W*"
    r"|checking your browser.*|security check.*|ddos-guard|captcha.*|verify you are human.*"
    r"|.*(?:\{\{[\w.|$ ]+\}\}|\$\{[\w.]+\}|<%.*%>).*",
    re.IGNORECASE,
)
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|em|strong|u|sub|sup|span|div|ul|ol|li|h[1-6])\s*/?>"
    r"|<(?:p|a|span|div)\s[\w-]+=[^<>]*>|</a>",
    re.IGNORECASE,
)
_LONGEST_PLACEHOLDER = 120


def meant(text: str, longest: int) -> str:
    """A text on one line, without markup; empty when it is only a placeholder."""
    from html import unescape

    line = clipped(unescape(_MARKUP.sub(" ", text.lstrip()[: WITH_BLANKS * longest])), longest)
    return "" if len(line) <= _LONGEST_PLACEHOLDER and _PLACEHOLDER.fullmatch(line) else line
