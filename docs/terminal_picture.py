"""Draw docs/terminal.svg, the README's picture: a real session, recorded with rich.

The commands run on a terminal of their own in a temporary workspace without network, so
that the picture is the same on every machine.
"""

from __future__ import annotations

import os
import pty
import re
import shlex
import struct
import sys
import tempfile
from fcntl import ioctl
from io import StringIO
from pathlib import Path
from termios import TIOCSWINSZ

from rich.console import Console
from rich.text import Text

COLUMNS, ROWS = 96, 60
SESSION = (
    'akira init --name "My Machine Learning News"',
    "akira add 2110.02178 2106.08265 --section papers",
    "akira add https://arxiv.org/abs/2109.13228v1 --section featured",
    'akira highlight add "A dataset [without people](https://arxiv.org/abs/2109.13228) is out."',
    "akira approve 1.1 3.1",
    "akira draft show",
    "akira export --format medium",
)


def on_terminal(arguments: list[str], folder: str, environ: dict[str, str]) -> str:
    """What a command writes to a terminal of COLUMNS columns."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.execve(arguments[0], arguments, environ)  # noqa: S606  # our own command line
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    written = b""
    while True:
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not chunk:
            break
        written += chunk
    os.waitpid(child, 0)
    return written.decode().replace("\r\n", "\n")


def main() -> None:
    """Record the session and save the picture."""
    recorder = Console(record=True, width=COLUMNS, file=StringIO())
    with tempfile.TemporaryDirectory() as folder:
        environ = {
            **os.environ,
            "AKIRA_OFFLINE": "1",
            "HOME": folder,
            "TERM": "xterm-256color",
            "COLUMNS": str(COLUMNS),
        }
        workspace = Path(folder) / "news"
        workspace.mkdir()
        for line in SESSION:
            recorder.print(Text.assemble(("$ ", "green"), (line, "bold")))
            arguments = [sys.executable, "-m", "akira_cli", *shlex.split(line)[1:]]
            screen = on_terminal(arguments, str(workspace), environ)
            shown = Text.from_ansi(screen.replace(folder, "~"))
            recorder.print(shown)
    picture = Path(__file__).with_name("terminal.svg")
    drawn = recorder.export_svg(title="akira")
    # The picture must not fetch fonts: the viewer's own monospace one will do.
    picture.write_text(re.sub(r"\s*@font-face {.*?}", "", drawn, flags=re.DOTALL))


if __name__ == "__main__":
    main()
