"""The pages on which the figures of a paper stand side by side."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Sequence
from pathlib import Path

from akira_cli.ports.figures import Thumbnail
from akira_cli.storage.atomic import refusals_told, replace_file

_TEMPLATE = Path(__file__).with_suffix(".html.j2")
_LONGEST_NAME = 60


class ContactSheetFiles:
    """Implements `ports.ContactSheets` in `.akira/figures/`: one page each, all in one file."""

    def __init__(self, root: Path) -> None:
        self._folder = root.resolve() / ".akira" / "figures"

    def write(self, entry_id: str, title: str, way: str, thumbnails: Sequence[Thumbnail]) -> str:
        """The path of `.akira/figures/2110.02178.html`. Raises NotWritten."""
        from jinja2 import Environment

        stem = re.sub(r"[^\w.-]+", "-", entry_id).strip(".-")[:_LONGEST_NAME] or "figure"
        path = self._folder / f"{stem}.html"
        environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
        environment.filters["data_address"] = _data_address
        template = environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
        page = template.render(entry_id=entry_id, title=title, way=way, thumbnails=thumbnails)
        with refusals_told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, page.encode())
        return str(path)


def _data_address(picture: bytes) -> str:
    """The picture itself, a PNG or a JPEG, as an address."""
    kind = "png" if picture.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{b64encode(picture).decode()}"
