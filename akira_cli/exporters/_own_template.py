"""A format that is a template of the curator's: `templates/hugo.md.j2` makes `--format hugo`."""

from __future__ import annotations

from pathlib import Path

from akira_cli.core.errors import InvalidFile
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
        return Document(
            main=DocumentFile(f"{self.name}/{issue.slug}.{self._extension}", text),
            beside=tuple(
                DocumentFile(f"{self.name}/{file}", copy_of=file) for file in issue.figure_files
            ),
            losses=shown_as_text(issue),
        )


def own_templates(folder: Path) -> dict[str, Path]:
    """The curator's templates that are formats, by name; those that only stand in place of a
    shipped template are none, nor are those that begin with `_` or a dot.

    Raises InvalidFile for two of one name.
    """
    shipped = {path.name for path in SHIPPED.glob(f"*{_SUFFIX}")}
    files: dict[str, Path] = {}
    for file in sorted(folder.glob(f"*.*{_SUFFIX}")):
        if file.name in shipped or file.name[0] in "_." or not file.is_file():
            continue
        name = file.name.partition(".")[0]
        if name in files:
            both = f"templates/{files[name].name} and templates/{file.name}"
            hint = "rename one of them; a part that others include begins with '_'"
            raise InvalidFile(f"{both} are both the format '{name}'", hint)
        files[name] = file
    return files
