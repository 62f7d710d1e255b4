"""`make demo`: a short issue in a temporary workspace, each command as a person types it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

_REMOTE_FAILED = 4

SESSION = """
akira init --name "Demo Machine Learning News"
akira draft new
akira add 2110.02178 --section papers
akira add https://arxiv.org/abs/2109.13228 --section featured
akira add arXiv:2101.05224 --section use-cases
akira highlight add "A dataset [without people](https://arxiv.org/abs/2109.13228) is out."
akira draft show
akira export --format medium
"""


def main() -> int:
    """Run the session; the first exit code that is not 0 ends it."""
    workspace = Path(tempfile.mkdtemp(prefix="akira-demo-"))
    environ = {name: value for name, value in os.environ.items() if name != "AKIRA_WORKSPACE"}
    for line in SESSION.strip().splitlines():
        print(f"\n$ {line}", flush=True)
        arguments = [sys.executable, "-m", "akira_cli", *shlex.split(line)[1:]]
        code = subprocess.run(arguments, cwd=workspace, env=environ, check=False).returncode
        if code == _REMOTE_FAILED:
            print("\narXiv does not answer as it should, so this goes on without it", flush=True)
            environ["AKIRA_OFFLINE"] = "1"
            code = subprocess.run(arguments, cwd=workspace, env=environ, check=False).returncode
        if code != 0:
            return code
    page = next((workspace / "exports").rglob("*.html"))
    print(f"\nThe Medium page is {page}")
    return 0


if __name__ == "__main__":
    sys.exit(main())  # noqa: TID251  # a script's own exit code
