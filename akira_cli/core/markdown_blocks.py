"""Keeping a Markdown text from changing the document it stands in. Pure.

The rules are CommonMark's, https://spec.commonmark.org/0.31.2/#leaf-blocks, and for tables
GitHub's, https://github.github.com/gfm/#tables-extension-.
"""

from __future__ import annotations

import re

_BREAKS_OUT = re.compile(
    r"""
    ^(?P<before>
        [ \t]*+
        (?:(?:> | (?:[-+*]|\d{1,9}[.)])(?=[ \t]++[^ \t\n])) [ \t]*+)*+  # quotes and list items
    )
    (?P<mark>
        \#(?=\#{0,5}(?:[ \t]|$))                       # a heading
        | =(?==*[ \t]*$)                               # the line under one
        | (?P<rule>[-*_])(?=(?:(?P=rule)|[ \t])*$)     # the same, or a rule
        | (?P<fence>`{3,}+(?=[^`\n]*$) | ~{3,}+)
        | (?=[|: \t]*-)(?=[- \t]*[|:]) [-|:](?=[-|: \t]*$)  # makes the line above head a table
    )
    """,
    re.VERBOSE | re.MULTILINE,
)


def contained(text: str) -> str:
    """The Markdown with headings, rules, tables and fences that nothing closes as plain text.

    Lists, quotes and code stay as they are; fenced code does where it begins at the margin,
    since within a list or a quote its end depends on more than its own lines.
    """
    done: list[str] = []
    position = 0
    never_closed: dict[str, int] = {}
    while found := _BREAKS_OUT.search(text, position):
        end = _end_of_code(found, never_closed)
        if end is None:
            escaped = "".join(f"\\{character}" for character in found["mark"])
            done += text[position : found.end("before")], escaped
        else:
            done.append(text[position:end])
        position = end or found.end()
    return "".join((*done, text[position:]))


def lines_apart(text: str) -> str:
    """Each line as a paragraph of its own."""
    return "\n\n".join(filter(None, (line.strip() for line in text.split("\n"))))


def _end_of_code(opener: re.Match[str], never_closed: dict[str, int]) -> int | None:
    """Where fenced code ends that begins here, None when it does not or has no end.

    `never_closed` remembers for each character the shortest fence that had none.
    """
    fence = opener["fence"]
    if fence is None or opener["before"]:
        return None
    if len(fence) >= never_closed.get(fence[0], len(fence) + 1):
        return None
    closer = re.compile(rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
    if (found := closer.search(opener.string, opener.end())) is None:
        never_closed[fence[0]] = len(fence)
    return found and found.end()
