"""Everything that can go wrong for a reason the curator can be told.

Each error carries one clear line, a hint and, on its class, the exit code and a slug
for `--json`. They are raised anywhere and shown only by `cli`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from akira_cli.core.items import Usage


class AkiraError(Exception):
    """Something went wrong that the curator can do something about."""

    exit_code = 1
    slug = "error"
    usual_hint = ""
    """What to say when the place that raises it knows nothing better."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint or self.usual_hint


class UsageError(AkiraError):
    """The command line itself does not make sense."""

    exit_code = 2
    slug = "usage"


class UnknownSection(UsageError):
    """No section of the layout goes by that name."""

    slug = "unknown-section"


class NotAReference(AkiraError):
    """A text no source can take; `kind` says why, `bad_month` for instance."""

    slug = "not-a-reference"

    def __init__(self, kind: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.kind = kind


class NotFound(AkiraError):
    """The source answered, and it has no such thing."""

    slug = "not-found"


class Withdrawn(AkiraError):
    """The authors withdrew the paper."""

    slug = "withdrawn"


class AlreadyInDraft(AkiraError):
    """The draft holds this already."""

    slug = "already-in-draft"


class DraftExists(AkiraError):
    """A draft of that name is there already."""

    slug = "draft-exists"


class UnknownHandle(AkiraError):
    """No entry, highlight or draft goes by that name."""

    slug = "unknown-handle"


class NoWorkspace(AkiraError):
    """There is no workspace here."""

    slug = "no-workspace"


class InvalidFile(AkiraError):
    """A draft or config that cannot be read; the message names file, line and key."""

    slug = "invalid-file"
    usual_hint = "correct it there, and run the command again"


class MisplacedKey(InvalidFile):
    """A key of a draft that fits nothing in the layout; `path` leads to it in the file."""

    def __init__(self, path: tuple[str | int, ...], message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.path = path


class NoPicture(InvalidFile):
    """A picture that is not there or cannot be read; `file` is its name in the draft."""

    def __init__(self, file: str, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.file = file


class UnusablePicture(AkiraError):
    """A picture that is broken, too large, or of a kind that cannot be published."""

    slug = "unusable-picture"


class UnclearRights(AkiraError):
    """A picture that nobody is known to have given leave to publish."""

    slug = "unclear-rights"


class UnreadablePage(AkiraError):
    """A page that says nothing to a program: a login, an empty shell, a page of consent."""

    slug = "unreadable-page"


class Lossy(AkiraError):
    """A target drops or changes something of the issue, and --strict allows nothing."""

    slug = "lossy"


class NotWritten(AkiraError):
    """The disk refused: full, read-only, no permission."""

    slug = "not-written"


class NothingToUndo(AkiraError):
    """There is no change left to take back, or taking it back would lose something."""

    slug = "nothing-to-undo"


class DraftConflict(AkiraError):
    """The draft changed under us and could not be merged; both versions are kept."""

    exit_code = 5
    slug = "draft-conflict"


class RemoteError(AkiraError):
    """The network or a remote service failed."""

    exit_code = 4
    slug = "remote"
    usual_hint = "try again later"


class Unreachable(RemoteError):
    """No connection could be made: no network, no such host, nobody listening."""

    slug = "unreachable"


class Offline(Unreachable):
    """A connection was needed and none may be opened."""

    slug = "offline"


class PrivateNetwork(RemoteError):
    """An address that is not on the public internet, and may not be asked."""

    slug = "private-network"
    usual_hint = "[network] allow_private = true in config.toml allows it"


class TimedOut(RemoteError):
    """The service was silent for too long."""

    slug = "timed-out"


class TooSlow(RemoteError):
    """The answer trickled in past the time allowed for the whole of it."""

    slug = "too-slow"


class TooLarge(RemoteError):
    """The answer is larger than the limit."""

    slug = "too-large"


class ConnectionCut(RemoteError):
    """The connection broke before the answer was complete."""

    slug = "connection-cut"


class RateLimited(RemoteError):
    """429, and still 429 after waiting."""

    slug = "rate-limited"


class ServiceUnavailable(RemoteError):
    """5xx, and still so after waiting."""

    slug = "service-unavailable"


class AccessDenied(RemoteError):
    """403: the service has blocked us. Never tried again."""

    slug = "access-denied"


class RequestRefused(RemoteError):
    """The service did not accept the request itself: another 4xx, or an error entry."""

    slug = "request-refused"
    usual_hint = "look at the ids, and at the address in config.toml, [arxiv] api_url"


class BadAnswer(RemoteError):
    """An answer that is not what was asked for: another document, half of one, or none."""

    slug = "bad-answer"


STOPS = (AccessDenied, RateLimited, Offline)
"""After one of these the same place is asked nothing more for now."""


class ModelFailed(RemoteError):
    """A language model gave no answer that can be used.

    `usage` is what it took all the same, None where that is not known.
    """

    slug = "model-failed"
    usual_hint = "the built-in summariser needs no model: --method extractive"

    def __init__(self, message: str, hint: str = "", usage: Usage | None = None) -> None:
        super().__init__(message, hint)
        self.usage = usage


class Refused(NamedTuple):
    """One of several texts given, that led to nothing, and why."""

    text: str
    error: AkiraError
