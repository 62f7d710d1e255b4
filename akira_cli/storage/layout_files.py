"""Files of the layout that a curator may put their own in place of."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from akira_cli.core.errors import AkiraError, UsageError
from akira_cli.ports import LayoutFile
from akira_cli.storage.atomic import refusals_told
from akira_cli.storage.shown_path import shown
from akira_cli.storage.wording_packs import FOLDER, SHIPPED


class OwnAndShipped(NamedTuple):
    """Two folders: the curator's, and the program's with what stands in for what is not there."""

    own: Path
    shipped: Path


class LayoutFilesOnDisk:
    """Implements `ports.LayoutFiles`: packs in `layouts/`, templates and prompts in the folders
    given, each with the program's own.
    """

    def __init__(self, root: Path, templates: OwnAndShipped, prompts: OwnAndShipped) -> None:
        self._places = (
            _Place("pack", SHIPPED, root / FOLDER, "*.toml"),
            _Place("template", templates.shipped, templates.own, "*.j2"),
            _Place("prompt", prompts.shipped, prompts.own, "*.j2"),
        )

    def all(self) -> list[LayoutFile]:
        """Every pack, template and prompt, the program's and the curator's, in this order."""
        return [
            LayoutFile(name, place.kind, shown(place.own / name) if name in own else None)
            for place in self._places
            for own in [place.names(place.own)]
            for name in sorted({*own, *place.names(place.shipped)})
        ]

    def eject(self, name: str) -> str:
        """Copy a file of the program's into the workspace, to be changed; returns its path.

        Overwrites nothing: raises AkiraError when it is there already, UsageError for a name
        the program has no file of, NotWritten when the disk refuses.
        """
        for place in self._places:
            for known in place.names(place.shipped):
                if known in (name, f"{name}.toml"):
                    return _copied(place.shipped / known, place.own / known)
        shipped = [known for place in self._places for known in place.names(place.shipped)]
        raise UsageError(
            f"there is no pack, template or prompt '{name}'", f"there are: {', '.join(shipped)}"
        )


class _Place(NamedTuple):
    """Where files of a kind are: the program's and the curator's."""

    kind: Literal["pack", "template", "prompt"]
    shipped: Path
    own: Path
    pattern: str

    def names(self, folder: Path) -> list[str]:
        return sorted(path.name for path in folder.glob(self.pattern))


def _copied(source: Path, target: Path) -> str:
    with refusals_told(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with target.open("xb") as file:
                file.write(source.read_bytes())
        except FileExistsError as error:
            raise AkiraError(
                f"'{shown(target)}' is there already, and nothing is overwritten",
                "it is used as it stands; remove it to begin anew",
            ) from error
        except OSError:
            target.unlink(missing_ok=True)  # half a file would be used as it stands
            raise
    return shown(target)
