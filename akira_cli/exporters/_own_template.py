"""A format that is a template of the curator's: `templates/hugo.md.j2` makes `--format hugo`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from akira_cli.core.issue import Document, DocumentFile, Issue
from akira_cli.core.losses import shown_as_text
from akira_cli.exporters._templates import SHIPPED, Templates

_SUFFIX = ".j2"


class OwnTemplate:
    """One file made by one template, with its pictures beside it."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self.name, _, self._extension = file.name.removesuffix(_SUFFIX).partition(".")
        self.description = f"your own template, templates/{file.name}"

    def render(self, issue: Issue) -> Document:
        """`hugo/issue-034.md` and `hugo/figures/...`."""
        text = Templates(str(self._file.parent)).render(self._file.name, issue=issue)
        figures = dict.fromkeys(e.figure.file for e in issue.entries if e.figure)
        return Document(
            main=DocumentFile(f"{self.name}/{issue.slug}.{self._extension}", text),
            beside=tuple(DocumentFile(f"{self.name}/{file}", copy_of=file) for file in figures),
            losses=shown_as_text(issue),
        )


def own_templates(folder: str) -> Mapping[str, OwnTemplate]:
    """The curator's templates that are formats, by name; those that only stand in place of a
    shipped template are none, nor are those that begin with `_` or a dot."""
    shipped = {path.name for path in SHIPPED.glob(f"*{_SUFFIX}")}
    found = sorted(Path(folder).glob(f"*.*{_SUFFIX}")) if folder else []
    own = [path for path in found if path.name not in shipped and path.name[0] not in "_."]
    formats = map(OwnTemplate, own)
    return {format_.name: format_ for format_ in formats}
