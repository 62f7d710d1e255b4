"""The one place where errors become text and an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from errno import ENOSPC
from typing import Any

import typer

from akira_cli.cli._output import complain, talk
from akira_cli.core.errors import AkiraError, NotWritten, UsageError


class _Bug(AkiraError):
    """Whatever nobody thought of."""

    exit_code = 3
    slug = "bug"


def guarded(command: Callable[..., Any], arguments: Sequence[str]) -> int:
    """Run a command table and return the process's exit code."""
    as_json = "--json" in arguments
    try:
        result = command(args=list(arguments), prog_name="akira", standalone_mode=False)
        sys.stdout.flush()
    except AkiraError as error:
        complain(error, as_json)
        return error.exit_code
    except typer.TyperException as error:
        return _usage(error, as_json)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except (BrokenPipeError, SystemExit):  # typer exits by itself when it sees the pipe break
        _silence_stdout()
        return 0
    except Exception as error:  # noqa: BLE001  # whatever else happens is a bug of ours
        told = _disk_full() if getattr(error, "errno", 0) == ENOSPC else _bug(error, arguments)
        complain(told, as_json)
        return told.exit_code
    return result if isinstance(result, int) else 0


def _usage(error: typer.TyperException, as_json: bool) -> int:
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if message.startswith("Usage:"):  # a group called without a command answers with its help
        talk(message)
        return UsageError.exit_code
    path = context.command_path if context is not None else "akira"
    message = message[:1].lower() + message[1:].rstrip(".")
    complain(UsageError(message, f"see '{path} --help'"), as_json)
    return UsageError.exit_code


def _silence_stdout() -> None:
    """The reader of the pipe has gone: give the interpreter's own last flush somewhere to go."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _disk_full() -> NotWritten:
    """Drafts and exports tell of their own files; this is the output's."""
    return NotWritten(
        "the output cannot be written: no space is left",
        "make some room; what the command changed before is in 'akira log'",
    )


def _bug(error: Exception, arguments: Sequence[str]) -> _Bug:
    """Keep the traceback in a file and say where."""
    import platform
    import tempfile
    import traceback

    from akira_cli import __version__

    with tempfile.NamedTemporaryFile(
        "w", prefix="akira-bug-", suffix=".log", delete=False, encoding="utf-8"
    ) as log:
        python, system = platform.python_version(), platform.platform()
        log.write(f"akira {__version__}, Python {python}, {system}\n{list(arguments)!r}\n\n")
        log.write("".join(traceback.format_exception(error)))
    return _Bug(
        f"{type(error).__name__}: {error}",
        f"this is a bug of akira's; {log.name} tells its makers what they need",
    )
