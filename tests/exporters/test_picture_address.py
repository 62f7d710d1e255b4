"""Where pictures are on the web."""

from __future__ import annotations

import pytest

from akira_cli.exporters._picture_address import address_below, is_hosted


@pytest.mark.parametrize(
    ("base", "answer"),
    [("https://x.org/a", True), ("http://x.org/a", False), ("", False), ("images", False)],
)
def test_only_what_is_served_over_https_can_be_loaded_by_others(base: str, answer: bool) -> None:
    assert is_hosted(base) == answer


@pytest.mark.parametrize(
    ("base", "file", "address"),
    [
        ("https://x.org/34", "figures/a.png", "https://x.org/34/a.png"),
        ("https://x.org/34/", "figures/b/ü ?.png", "https://x.org/34/b/%C3%BC%20%3F.png"),
        ("images", "01-a#.png", "images/01-a%23.png"),
        ("images", "old-figures/a.png", "images/old-figures/a.png"),
    ],
)
def test_a_picture_is_below_the_address_of_its_folder(base: str, file: str, address: str) -> None:
    assert address_below(base, file) == address
