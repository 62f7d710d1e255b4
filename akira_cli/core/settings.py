"""The settings of a workspace, as values; functions take the part they use."""

from __future__ import annotations

from typing import NamedTuple

from akira_cli.core.page import Layout

ARXIV_API_URL = "https://export.arxiv.org/api/query"
ARXIV_INTERVAL = 3.0
"""Seconds between two requests: https://info.arxiv.org/help/api/tou.html"""


class ArxivSettings(NamedTuple):
    """Where arXiv's query interface is (all up to the `?`) and how fast it may be asked."""

    api_url: str = ARXIV_API_URL
    interval: float = ARXIV_INTERVAL


class NetworkSettings(NamedTuple):
    """Limits of one connection: seconds and bytes; `contact` goes into the User-Agent."""

    contact: str = ""
    offline: bool = False
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 45.0
    size_limit: int = 10_000_000


class MediumSettings(NamedTuple):
    """What Medium asks for by hand, and where the pictures of an import are served from."""

    tags: tuple[str, ...] = ()
    canonical_url: str = ""
    image_base_url: str = ""


class Settings(NamedTuple):
    """A workspace's `config.toml` over the defaults."""

    layout: Layout
    language: str = "en"
    label: str = "Issue #{number}"
    arxiv: ArxivSettings = ArxivSettings()
    network: NetworkSettings = NetworkSettings()
    medium: MediumSettings = MediumSettings()
