"""What follows from a workspace's settings."""

from __future__ import annotations

import pytest

from akira_cli.core.settings import ArxivSettings

ELSEWHERE = "http://127.0.0.1:80/api/query"


@pytest.mark.parametrize(
    ("settings", "seconds"),
    [
        (ArxivSettings(), 3.0),
        (ArxivSettings(interval=0.1), 3.0),
        (ArxivSettings(interval=7.5), 7.5),
        (ArxivSettings("https://arxiv.org/api/query", 0.0), 3.0),
        (ArxivSettings(ELSEWHERE, 0.1), 0.1),
        (ArxivSettings(ELSEWHERE, 0.0), 0.0),
    ],
)
def test_arxiv_is_never_asked_faster_than_it_allows(
    settings: ArxivSettings, seconds: float
) -> None:
    assert settings.pace_seconds == seconds
