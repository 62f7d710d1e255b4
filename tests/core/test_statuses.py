"""What the status of an answer is taken for."""

from __future__ import annotations

import pytest

from akira_cli.core.errors import (
    AkiraError,
    BadAnswer,
    NotFound,
    RequestRefused,
    ServiceUnavailable,
    UnreadablePage,
)
from akira_cli.core.statuses import refuse_status

URL = "https://blog.example.org/posts/a"
HINT = "give it with --file"


@pytest.mark.parametrize(
    ("status", "error"),
    [
        *[(status, UnreadablePage) for status in (401, 402, 403, 407, 451, 999)],
        *[(404, NotFound), (410, NotFound), (400, RequestRefused), (418, RequestRefused)],
        *[(500, ServiceUnavailable), (502, ServiceUnavailable), (530, ServiceUnavailable)],
        *[(100, BadAnswer), (204, BadAnswer), (304, BadAnswer)],
    ],
)
def test_every_other_status_is_an_error_of_its_own(status: int, error: type[AkiraError]) -> None:
    with pytest.raises(error) as raised:
        refuse_status(status, URL, HINT)
    assert type(raised.value) is error
    assert str(status) in raised.value.message
    assert "blog.example.org" in raised.value.message
    assert HINT in raised.value.hint or error is ServiceUnavailable


def test_what_was_asked_for_is_named() -> None:
    with pytest.raises(NotFound, match=f"there is no picture '{URL}' \\(404\\)") as raised:
        refuse_status(404, URL, HINT, what="picture")
    assert raised.value.hint == f"look at the address; when a browser shows the picture, {HINT}"


def test_an_answer_is_not_refused() -> None:
    refuse_status(200, URL, HINT)
