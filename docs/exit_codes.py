"""Write docs/exit-codes.md from the error classes, which are the only place they are decided."""

from __future__ import annotations

from pathlib import Path

from akira_cli.core import errors

PAGE = Path(__file__).with_name("exit-codes.md")
HEAD = """# Exit codes

| code | means |
|---|---|
| 0 | done |
| 1 | something the curator can put right |
| 2 | the command line does not make sense |
| 3 | a bug of akira's; the message names a log file |
| 4 | the network or a remote service failed; nothing was written of what it was asked for |
| 5 | the draft changed under us and could not be merged; both versions are kept |
| 130 | interrupted |

When several references are given, the good ones are done, the others are reported one by one,
and the code is the highest of theirs.

Errors go to stderr as one line and a hint; with `--json` as
`{"error": {"slug": ..., "message": ..., "hint": ...}}`.

| slug | code | what happened |
|---|---|---|
"""


def page() -> str:
    """The page as it should be."""
    known = [
        one
        for one in vars(errors).values()
        if isinstance(one, type) and issubclass(one, errors.AkiraError)
    ]
    first = {one.slug: one for one in reversed(known)}  # a kind of another has its slug
    rows = [
        f"| `{one.slug}` | {one.exit_code} | {(one.__doc__ or '').splitlines()[0]} |"
        for one in known
        if first[one.slug] is one
    ]
    return HEAD + "\n".join(rows) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
