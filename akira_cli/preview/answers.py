"""What is answered to a request: the shell, the state, a page or a picture.

No name that is asked for becomes a path: each is looked up among the names that are known.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from akira_cli.core.errors import AkiraError
from akira_cli.core.issue import DocumentFile
from akira_cli.core.preview import State, Target
from akira_cli.preview.watch import Versioned

SHELL_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
"""https://www.w3.org/TR/CSP3/ : the shell runs its own script, and shows pages from here."""

PAGE_POLICY = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' https: data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-same-origin"
)
"""A previewed page runs nothing and fetches nothing but pictures, in the shell or alone."""

_SHELL_FILES = {
    "": ("shell.html", "text/html; charset=utf-8"),
    "shell.css": ("shell.css", "text/css; charset=utf-8"),
    "shell.js": ("shell.js", "text/javascript; charset=utf-8"),
}
_OPAQUE = "application/octet-stream"
_TEXT = "text/plain; charset=utf-8"  # what a browser would offer to save is shown instead
_CONTENT_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".txt": _TEXT,
    ".md": _TEXT,
    ".eml": _TEXT,
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
}


class Answer(NamedTuple):
    """A status and, when it is good news, a body."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = ""
    policy: str = PAGE_POLICY


NOT_FOUND = Answer(HTTPStatus.NOT_FOUND)
ENDING = Answer(HTTPStatus.SERVICE_UNAVAILABLE)


def shell_answer(name: str) -> Answer:
    """The shell itself (the empty name), its style or its script."""
    if name not in _SHELL_FILES:
        return NOT_FOUND
    file, content_type = _SHELL_FILES[name]
    body = Path(__file__).with_name(file).read_bytes()
    return Answer(HTTPStatus.OK, body, content_type, SHELL_POLICY)


def state_answer(newest: Versioned) -> Answer:
    """The state as JSON; addresses of pages are relative to the shell's."""
    version, state = newest
    told = {
        "title": state.title,
        "file": state.file,
        "language": state.language,
        "error": state.error,
        "version": str(version),  # past what a JavaScript number holds
        "targets": [_told(target, version) for target in state.targets],
        "checks": [check._asdict() for check in state.checks],
    }
    return Answer(HTTPStatus.OK, json.dumps(told).encode(), _CONTENT_TYPES[".json"])


def file_answer(state: State, target: str, name: str, picture: Callable[[str], bytes]) -> Answer:
    """A file of a target's document, by its name in the document."""
    file = _file(state, target, name)
    if file is None:
        return NOT_FOUND
    if file.copy_of is None:
        body = file.text.encode()
    else:
        try:
            body = picture(file.copy_of)
        except (AkiraError, OSError):  # the check of the draft says what is wrong with it
            return NOT_FOUND
    return Answer(HTTPStatus.OK, body, _content_type(name))


def _told(target: Target, version: int) -> dict[str, object]:
    main = quote(f"files/{target.name}/{target.document.main.name}")
    return {
        "name": target.name,
        "label": target.label,
        "address": f"{main}?version={version}",
        "losses": [loss._asdict() for loss in target.document.losses],
    }


def _file(state: State, target: str, name: str) -> DocumentFile | None:
    for document in (one.document for one in state.targets if one.name == target):
        for file in (document.main, *document.beside):
            if file.name == name:
                return file
    return None


def _content_type(name: str) -> str:
    return _CONTENT_TYPES.get(PurePosixPath(name).suffix.lower(), _OPAQUE)
