"""Where the pictures of a page are on the web. Pure."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from akira_cli.core.models import Figure
from akira_cli.core.rights import is_openly_licensed

_PICTURES = (".png", ".jpg", ".jpeg", ".gif")


def is_hosted(base: str) -> bool:
    """Whether Medium and mail programs can load pictures from there; they do so over https only."""
    return base.startswith("https://")


def address_below(base: str, file: str) -> str:
    """The address of a picture, `figures/2110.02178.png`, whose folder is served at `base`."""
    return f"{base.rstrip('/')}/{quote(file.removeprefix('figures/'))}"


def own_address(figure: Figure) -> str | None:
    """Where its publisher shows the picture, when the licence lets it be shown from there."""
    path = urlsplit(figure.source).path.lower()
    shown = is_hosted(figure.source) and path.endswith(_PICTURES)
    return figure.source if shown and is_openly_licensed(figure) else None
