"""Where the pictures of a page are on the web. Pure."""

from __future__ import annotations

from urllib.parse import quote


def is_hosted(base: str) -> bool:
    """Whether Medium and mail programs can load pictures from there; they do so over https only."""
    return base.startswith("https://")


def address_below(base: str, file: str) -> str:
    """The address of a picture, `figures/2110.02178.png`, whose folder is served at `base`."""
    return f"{base.rstrip('/')}/{quote(file.removeprefix('figures/'))}"
