"""What the status of an answer means for whoever asked. Pure."""

from __future__ import annotations

from akira_cli.core.addresses import domain_of
from akira_cli.core.errors import (
    BadAnswer,
    NotFound,
    RequestRefused,
    ServiceUnavailable,
    UnreadablePage,
)

_CLOSED = frozenset({401, 402, 403, 407, 451, 999})  # 999 is how LinkedIn says it
_GONE = frozenset({404, 410})


def refuse_status(status: int, url: str, hint: str, *, what: str = "page") -> None:
    """Raise for every status but 200; `what` was asked for, `hint` is the way out by hand.

    NotFound for 404 and 410; UnreadablePage for 401, 402, 403, 407, 451 and 999; RequestRefused for
    another 4xx; ServiceUnavailable for 5xx; BadAnswer for what is no answer at all, 204 or 304.
    """
    if status == 200:
        return
    if status in _GONE:
        raise NotFound(
            f"there is no {what} '{url}' ({status})",
            f"look at the address; when a browser shows the {what}, {hint}",
        )
    if status in _CLOSED:
        raise UnreadablePage(f"'{url}' does not let programs in ({status})", hint)
    if status >= 500:
        raise ServiceUnavailable(f"'{domain_of(url)}' is not available ({status})")
    if status >= 400:
        raise RequestRefused(f"'{url}' was refused ({status})", hint)
    raise BadAnswer(f"'{url}' answered {status} and no {what}", hint)
