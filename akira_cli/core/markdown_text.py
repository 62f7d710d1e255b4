"""Markdown as text: escaping it, reading its links, making it harmless. Pure.

The rules are CommonMark's: https://spec.commonmark.org/0.31.2/
"""

from __future__ import annotations

import re

from akira_cli.core.addresses import is_web_address
from akira_cli.core.patterns import Pattern

_BLANKS = Pattern(r"[\x00-\x20\x7f-\x9f\u2028\u2029]+")
_CONTROLS = dict.fromkeys({*range(0x20), *range(0x7F, 0xA0)} - {0x09, 0x0A})
_MEANING = Pattern(
    r"""
    [\\`*\[\]|]                     # escapes, code, emphasis, links, table cells
    | (?<!\w)_++ | (?<!_)_++(?!\w)  # emphasis; within a word an underscore is only itself
    | ~~+                           # struck out; a fence
    | <(?=[A-Za-z/!?])              # tags and autolinks
    | &(?=\#?\w+;)                  # entities
    | ^>                            # a quote
    | ^[-+](?=\ |$) | ^-(?=[-\ ]*$) # list items and rules
    | ^=(?==*$)                     # the line under a heading
    | ^\#(?=\#{0,5}(?:\ |$))        # a heading
    | (?<=\ )\#(?=\#*$)             # the end of a heading
    """,
    re.VERBOSE,
)
_ITEM_NUMBER = Pattern(r"^(\d{1,9})(?=[.)](?: |$))")

_RISK = r"<(?!(?:https?://|mailto:)[^\s<>`\\]*>)(?=[A-Za-z/!?]) | \](?=[(:])"
_RISKS = Pattern(_RISK, re.VERBOSE | re.IGNORECASE)
_PIECES = Pattern(
    rf"""
    \\[!-/:-@\[-`{{-~]                                     # escaped already
    | (?<!`)(?P<code>`+)(?!`)[^|\n]*?(?<!`)(?P=code)(?!`)  # code that ends on its line
    | (?P<risk> `+ | {_RISK})
    """,
    re.VERBOSE | re.IGNORECASE,
)

_LINK_PIECES = Pattern(r"\\.|`+|<[^\s<>]*>|!?\[|\]", re.DOTALL)
_SPACES = Pattern(r"[ \t\n]*")
_ANGLED = Pattern(r"<((?:[^<>\n\\]|\\.)*)>")
_BARE_PIECE = Pattern(r"[^\x00-\x20\x7f()\\]+|\\[^\x00-\x20\x7f]|[()\\]")
_TITLE = Pattern(
    r"""[ \t\n]+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))""", re.DOTALL
)
_FOLLOWABLE = Pattern(r"https?://|mailto:", re.IGNORECASE)
_MOST_PARENTHESES = 32  # the limit of CommonMark's own parsers, which keeps the time linear


def without_controls(text: str) -> str:
    """The text without control characters but line ends and tabs: no document may hold them."""
    return text.translate(_CONTROLS)


def one_line(text: str) -> str:
    """The text on one line: control characters and runs of blanks become one blank."""
    return _BLANKS.sub(" ", text).strip()


def escape_markdown(text: str) -> str:
    """One line of Markdown that shows exactly the text, escaped only where it must be.

    It may stand at the start of a line, in a heading, and between the brackets of a link.
    """
    return _ITEM_NUMBER.sub(r"\1\\", _MEANING.sub(_backslashed, one_line(text)))


def code_span(text: str) -> str:
    """One line of Markdown that shows the text as code, to be copied without escapes."""
    line = one_line(text)
    longest = max(map(len, re.findall("`+", line)), default=0)
    padding = " " if longest else ""
    return f"{'`' * (longest + 1)}{padding}{line}{padding}{'`' * (longest + 1)}"


def link_destination(url: str) -> str:
    """A web address as it may stand between the parentheses of a link."""
    safe = re.sub(r"&(?=#?\w+;)", "&amp;", url)
    return safe if _bare_end(f"{safe})", 0) == len(safe) else f"<{safe}>"


def links_in(text: str) -> tuple[str, ...]:
    """The http(s) addresses a text links to, in order: `[words](address)` and `<address>`.

    Takes time in proportion to the text.
    """
    found: list[str] = []
    openers: list[str] = []
    links_above = 0  # openers below this mark hold a link, so they cannot be links themselves
    last_run = {len(run[0]): run.start() for run in re.finditer("`+", text)}
    position = 0
    while piece := _LINK_PIECES.search(text, position):
        position = piece.end()
        if piece[0].startswith("`"):
            position = _code_end(text, piece, last_run)
        elif piece[0].startswith("<"):
            found.append(piece[0][1:-1])
        elif piece[0].endswith("["):
            openers.append(piece[0])
        elif piece[0] == "]" and openers:
            opener = openers.pop()
            tail = _link_tail(text, position)
            if tail is not None and (opener == "![" or len(openers) >= links_above):
                if opener == "[":
                    found.append(tail[0])
                    links_above = len(openers)
                position = tail[1]
            links_above = min(links_above, len(openers))
    return tuple(url for url in map(_unescaped, found) if is_web_address(url))


def neutralised(text: str) -> str:
    """The curator's Markdown with raw HTML, unsafe links and link definitions as plain text.

    Only http, https and mailto links stay links. A text without any of these is returned
    as it is. Code is left alone where it ends on its line; elsewhere its backticks become
    text, since where code ends would depend on the blocks around it.
    """
    if all(_is_safe_link(risk) for risk in _RISKS.finditer(text)):
        return text
    return _PIECES.sub(_neutral, text)


def _neutral(piece: re.Match[str]) -> str:
    if piece["risk"] is None or _is_safe_link(piece):
        return piece[0]
    return _backslashed(piece)


def _is_safe_link(risk: re.Match[str]) -> bool:
    """Whether this `]` starts an address that every reader of Markdown sees alike."""
    tail = _link_tail(risk.string, risk.end()) if risk[0] == "]" else None
    if tail is None:
        return False
    inside = risk.string[risk.end() : tail[1]].removeprefix("(").lstrip().removeprefix("<")
    return _FOLLOWABLE.match(tail[0]) is not None and not set("`\\<") & set(inside)


def _link_tail(text: str, start: int) -> tuple[str, int] | None:
    """The raw address and the end of `(address "title")`, or None when there is no such."""
    if not text.startswith("(", start):
        return None
    position = _skipped(_SPACES, text, start + 1)
    if angled := _ANGLED.match(text, position):
        destination, position = angled[1], angled.end()
    else:
        end = _bare_end(text, position)
        if end is None or text.startswith("<", position):
            return None
        destination, position = text[position:end], end
    position = _skipped(_SPACES, text, _skipped(_TITLE, text, position))
    return (destination, position + 1) if text.startswith(")", position) else None


def _bare_end(text: str, start: int) -> int | None:
    """Where an address without angle brackets ends; None when its parentheses go too deep."""
    depth, position = 0, start
    while piece := _BARE_PIECE.match(text, position):
        depth += {"(": 1, ")": -1}.get(piece[0], 0)
        if depth < 0:
            break
        if depth > _MOST_PARENTHESES:
            return None
        position = piece.end()
    return position


def _code_end(text: str, opener: re.Match[str], last_run: dict[int, int]) -> int:
    """The end of the code a run of backticks opens, or of the run when nothing closes it."""
    length = len(opener[0])
    is_closed = last_run.get(length, -1) > opener.start()
    closer = is_closed and Pattern(rf"(?<!`)`{{{length}}}(?!`)").search(text, opener.end())
    return closer.end() if closer else opener.end()


def _skipped(pattern: Pattern, text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _unescaped(destination: str) -> str:
    if "\\" not in destination and "&" not in destination:
        return destination
    import html

    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", destination)
    return re.sub(r"&#?\w+;", lambda entity: html.unescape(entity[0]), plain)


def _backslashed(found: re.Match[str]) -> str:
    return "".join(f"\\{character}" for character in found[0])
