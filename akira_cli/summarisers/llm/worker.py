"""The process that a model of the `llm` package runs in: a question a line comes in, an answer a
line goes out, both JSON. It ends when nobody is left to ask it.

It is started by its path and imports nothing of akira: all it loads is what the model needs.
https://llm.datasette.io/en/stable/python-api.html
"""

from __future__ import annotations

import json
import os
import re
import threading
from collections.abc import Collection, Iterable
from contextlib import suppress
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any

if TYPE_CHECKING:
    from llm import Model

_SECRET_NAMES = re.compile(r"(?:.*_)?(?:KEY|TOKEN|SECRET|PASSWORD)S?", re.IGNORECASE)
_FEWEST_CHARACTERS = 6
"""Shorter values are words that any text may have, and no keys."""
_TELLING = 8
"""So many characters of a key tell which it is: what follows them goes, too."""
_LIKE_KEYS = re.compile(
    r"\b(?:sk|pk|gsk|hf|xai)[-_][\w-]{6,}|\bAIza[\w-]{10,}|\b(?:Bearer|Basic)\s+[^\s'\",]+"
    r"|(?<=[?&])(?:key|api_?key|token)=[^&\s'\"]+",
    re.IGNORECASE,
)
MASK = "[key]"


def main() -> None:
    """Answer until the asker is gone."""
    questions, answers = _pipes_of_our_own()
    lines: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_read, args=(questions, lines), daemon=True).start()
    begun = json.loads(lines.get())
    try:
        model = _model(begun["model"])
    except BaseException as error:  # noqa: BLE001  # the code of plug-ins: they may even exit
        _say(answers, _trouble(error, _stored_secrets()))
        return
    _say(answers, {"model": model.model_id})
    while True:
        _say(answers, _answered(model, json.loads(lines.get()), begun["longest"]))


def _pipes_of_our_own() -> tuple[IO[bytes], IO[bytes]]:
    """The two ends of the pipes, out of the way of what plug-ins read and print."""
    questions, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    return questions, answers


def _read(questions: IO[bytes], lines: SimpleQueue[bytes]) -> None:
    for line in questions:
        lines.put(line)
    os._exit(0)  # the asker is gone, perhaps killed: a model that hangs must not stay behind


def _say(answers: IO[bytes], said: dict[str, Any]) -> None:
    answers.write(json.dumps(said).encode() + b"\n")
    answers.flush()


def _model(name: str) -> Model:
    import llm

    return llm.get_model(name or None)


def _answered(model: Model, question: dict[str, str], longest: int) -> dict[str, Any]:
    secrets = {*_stored_secrets(), *_secrets_of(model)}
    try:
        said = _asked(model, question["system"], question["text"], longest)
    except BaseException as error:  # noqa: BLE001  # the code of plug-ins: they may even exit
        return _trouble(error, secrets)
    if any(secret in said["text"] for secret in secrets):
        return {"trouble": "failed", "text": "it repeated a key, and its answer was thrown away"}
    return said


def _asked(model: Model, system: str, text: str, longest: int) -> dict[str, Any]:
    """What the model answers, as far as `longest` characters, and its own count of tokens."""
    try:
        return _answer(model.prompt(text, system=system or None), longest)
    except NotImplementedError:  # so `llm` says that a model knows no system prompt
        if not system:
            raise
        return _answer(model.prompt(f"{system}\n\n{text}"), longest)


def _answer(response: Any, longest: int) -> dict[str, Any]:
    parts: list[str] = []
    size = 0
    for part in response:
        parts.append(part)
        size += len(part)
        if size > longest:
            return {"trouble": "failed", "text": f"its answer has no end: over {longest} letters"}
    used = response.usage()
    return {"text": "".join(parts), "input": used.input or 0, "output": used.output or 0}


def _trouble(error: BaseException, secrets: Collection[str]) -> dict[str, Any]:
    """What went wrong, without any key."""
    kind, name = "failed", type(error).__name__
    if isinstance(error, ModuleNotFoundError) and error.name == "llm":
        kind = "missing"
    elif name == "UnknownModelError":
        kind = "unknown"
    text = " ".join(str(error).split())
    if name not in ("ModelError", "NeedsKeyException", "UnknownModelError"):
        text = f"{name}: {text}" if text else name
    return {"trouble": kind, "text": masked(text, secrets)}


def masked(text: str, secrets: Iterable[str]) -> str:
    """The text without secrets, without the first half of one, and what looks like one."""
    for secret in sorted(secrets, key=len, reverse=True):
        text = re.sub(re.escape(secret[:_TELLING]) + r"[\w.~+/=-]*", MASK, text)
    return _LIKE_KEYS.sub(MASK, text)


def _stored_secrets() -> set[str]:
    """Keys in the environment and in llm's own file of them."""
    found = [value for name, value in os.environ.items() if _SECRET_NAMES.fullmatch(name)]
    with suppress(Exception):  # without the package, or with a broken file, none is sent
        from llm import load_keys

        stored = load_keys()  # type: ignore[no-untyped-call]  # it says no types
        found += [key for name, key in stored.items() if not name.startswith("//")]
    return {value for value in found if len(value) >= _FEWEST_CHARACTERS}


def _secrets_of(model: Model) -> set[str]:
    """The key of the model, and what its headers say."""
    found = list((getattr(model, "headers", None) or {}).values())
    with suppress(Exception):  # it has none; what asks it says so
        found.append(model.get_key())
    return {v for v in found if isinstance(v, str) and len(v) >= _FEWEST_CHARACTERS}


if __name__ == "__main__":
    main()
