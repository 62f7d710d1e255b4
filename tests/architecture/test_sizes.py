"""Nothing grows past the size one can take in."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import akira_cli

PACKAGE = Path(akira_cli.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
MOST_LINES_OF_A_MODULE = 350
MOST_LINES_OF_A_FUNCTION = 40


def long_functions(source: str, *, with_signature: bool) -> Iterator[str]:
    """The functions past the limit, methods and nested ones too, with their lengths."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = node.lineno if with_signature else node.body[0].lineno
            length = (node.end_lineno or first) - first + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{node.name} ({length} lines)"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_keep_to_their_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MOST_LINES_OF_A_MODULE
    # The signature of a command is the table of its options.
    with_signature = path.parent.name != "cli"
    assert list(long_functions(source, with_signature=with_signature)) == []


@pytest.mark.parametrize(("lines", "is_long"), [(39, False), (40, True)])
def test_a_function_one_line_too_long_is_seen(lines: int, is_long: bool) -> None:
    source = "class C:\n  def long(\n    self):\n" + "    pass\n" * (lines - 1)
    assert list(long_functions(source, with_signature=True)) == ["long (41 lines)"] * is_long
    assert list(long_functions(source, with_signature=False)) == []
