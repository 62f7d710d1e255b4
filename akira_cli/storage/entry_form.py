"""An entry as a small form: a TOML head between `+++` lines, then the summary in Markdown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from akira_cli.core.addresses import is_web_address
from akira_cli.core.errors import InvalidFile
from akira_cli.core.models import Entry
from akira_cli.storage.toml_text import BOM, parsed

_FENCE = "+++"
_FIELDS = ("section", "url", "headline", "title")
_HINT = "the form is: a line '+++', key = \"value\" lines, a line '+++', then the summary"


class MarkdownForm:
    """EntryForms as front matter and Markdown."""

    def __init__(self, sections: tuple[str, ...]) -> None:
        self._sections = sections

    def write(self, entry: Entry) -> str:
        """The form of an entry; a comment says which texts are still the machine's."""
        import tomli_w

        lines = [_FENCE]
        if entry.machine_fields:
            lines.append(f"# written by the tool: {', '.join(entry.machine_fields)}")
        lines.append(f"# sections: {', '.join(self._sections)}")
        head = tomli_w.dumps({name: getattr(entry, name) for name in _FIELDS})
        return "\n".join([*lines, head + _FENCE, "", entry.summary, ""])

    def read(self, text: str, entry: Entry) -> Entry:
        """The entry with what the form says; raises InvalidFile naming line and key.

        What the form leaves out or as it was stays, whether or not it is as it should be.
        """
        lines = _lines(text)
        fences = [number for number, line in enumerate(lines) if line.strip() == _FENCE]
        if len(fences) < 2 or any(line.strip() for line in lines[: fences[0]]):
            raise InvalidFile("the form has lost its '+++' lines", _HINT)
        first, last = fences[:2]
        fields = self._fields(lines[first + 1 : last], first + 1, entry)
        summary = "\n".join(lines[last + 1 :]).strip()
        # Blanks around a text and the ends of its lines are the editor's, not the person's.
        if summary == entry.summary.replace("\r\n", "\n").strip():
            summary = entry.summary
        return replace(entry, **fields, summary=summary)

    def _fields(self, lines: list[str], offset: int, entry: Entry) -> dict[str, Any]:
        # Blank lines above keep the line numbers of TOML's own errors true.
        values = parsed("\n" * offset + "\n".join([*lines, ""]), "the form", _HINT)

        def fail(key: str, problem: str) -> InvalidFile:
            found = [n for n, line in enumerate(lines) if line.split("=")[0].strip() == key]
            where = f"line {found[0] + offset + 1}" if found else "the form"
            return InvalidFile(f"{where}: {key} {problem}", _HINT)

        for key, value in values.items():
            if key not in _FIELDS:
                raise fail(key, f"is not one of {', '.join(_FIELDS)}")
            if not isinstance(value, str):
                raise fail(key, "must be a string in quotes")
        if values.get("section", entry.section) not in (*self._sections, entry.section):
            raise fail("section", f"must be one of {', '.join(self._sections)}")
        url = values.get("url", entry.url)
        if url != entry.url and not is_web_address(url):
            raise fail("url", "must be an address that starts with http:// or https://")
        return values


def _lines(text: str) -> list[str]:
    """The lines of a form as any editor may have saved it; raises InvalidFile."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        line = text.count("\n", 0, error.start) + 1
        raise InvalidFile(
            f"line {line} is not UTF-8 text", "save the form with the encoding UTF-8"
        ) from None
    return text.removeprefix(BOM).replace("\r\n", "\n").split("\n")
