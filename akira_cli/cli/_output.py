"""What every command prints with: data to stdout, talk to stderr, one JSON shape."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import typer

from akira_cli.core.errors import AkiraError, Refused
from akira_cli.core.line_breaks import on_one_line
from akira_cli.core.models import Draft, Entry

_ACTING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that act on a terminal, turn the text around or cannot be written at all."""


def paint(text: str, **style: Any) -> str:
    """The text in colour, unless the user wants none (https://no-color.org); pipes get none."""
    return text if os.environ.get("NO_COLOR") else typer.style(text, **style)


def data(text: str, label: str = "") -> None:
    """Print a result on stdout; only the label may be painted."""
    typer.echo(label + visible(text))


def talk(text: str, label: str = "") -> None:
    """Print a remark on stderr; only the label may be painted."""
    typer.echo(label + visible(text), err=True)


def warn(text: str) -> None:
    """Print something the curator may want to look at."""
    talk(text, paint("warning: ", fg="yellow"))


def note(text: str) -> None:
    """Print something the curator would want to know."""
    talk(text, paint("note: ", fg="cyan"))


def tell_published(draft: Draft) -> None:
    """Say that an issue that is about to be changed has gone out already."""
    if draft.published:
        note(f"{draft.label} is published already")


def complain(error: AkiraError, as_json: bool = False) -> None:
    """Show an error: one line, a hint, never a traceback."""
    if as_json:
        emit_json({"error": error_facts(error)}, err=True)
        return
    talk(on_one_line(error.message), paint("error: ", fg="red", bold=True))
    if error.hint:
        talk(on_one_line(error.hint), paint("hint: ", fg="cyan"))


def emit_json(value: Any, err: bool = False) -> None:
    """Print a value as JSON; dataclasses by their fields, dates as ISO 8601."""
    import json

    text = json.dumps(jsonable(value), ensure_ascii=False, indent=2)
    typer.echo(_ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text), err=err)


def error_facts(error: AkiraError) -> dict[str, str]:
    """An error as `--json` shows it."""
    facts = {"slug": error.slug, "message": error.message, "hint": error.hint}
    kind = getattr(error, "kind", None)
    return {**facts, "kind": kind} if kind else facts


def jsonable(value: Any) -> Any:
    """A value in JSON's own types."""
    if isinstance(value, Refused):
        return {"text": value.text, **error_facts(value.error)}
    if isinstance(value, Entry):
        made = {f.name: jsonable(getattr(value, f.name)) for f in fields(value)}
        return {**made, "form": value.form, "machine": list(value.machine_fields)}
    names = (
        [f.name for f in fields(value)] if is_dataclass(value) else getattr(value, "_fields", None)
    )
    if names is not None:
        return {name: jsonable(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(key): jsonable(item) for key, item in value.items()}
    if isinstance(value, Iterable) and not isinstance(value, str):
        return [jsonable(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def visible(text: str) -> str:
    """Text from outside with control characters made visible, so that it cannot act on a
    terminal; line breaks and tabs stay."""
    return _ACTING.sub(lambda found: f"\\x{ord(found[0]):02x}", text)
