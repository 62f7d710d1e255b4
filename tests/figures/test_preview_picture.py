from __future__ import annotations

from dataclasses import replace

import pytest

from akira_cli.core.errors import NotFound
from akira_cli.core.figures import Candidate
from akira_cli.core.items import Item
from akira_cli.core.page import Layout
from akira_cli.core.settings import Settings
from akira_cli.figures.preview_picture import build
from tests.fakes import RoutedHttp, paper

FINDER = build(Settings(Layout("A", "", (), (), "", "")))
PICTURE = "https://example.com/preview.jpg"


def shown(picture: str) -> Item:
    return replace(paper(), picture=picture)


def test_a_thing_with_a_picture_has_one_candidate() -> None:
    http = RoutedHttp({PICTURE: b"\xff\xd8\xff"})
    assert FINDER.can_look(shown(PICTURE))
    found = FINDER.find(shown(PICTURE), http)
    assert found.candidates == (Candidate(1, "preview", "", "", (PICTURE,), "preview"),)
    assert found.licence == ""
    assert http.requests == []
    assert FINDER.picture(found.candidates[0], http) == b"\xff\xd8\xff"


def test_a_thing_without_one_is_not_looked_at() -> None:
    assert not FINDER.can_look(paper())


@pytest.mark.parametrize("picture", ["preview.jpg", "data:image/png;base64,AA", "file:///etc/x"])
def test_what_is_no_web_address_is_not_found(picture: str) -> None:
    with pytest.raises(NotFound):
        FINDER.find(shown(picture), RoutedHttp({}))
