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


def long_functions(source: str) -> Iterator[str]:
    """The functions past the limit, methods and nested ones too, with their lengths."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > MOST_LINES_OF_A_FUNCTION:
                yield f"{node.name} ({length} lines)"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_modules_and_functions_keep_to_their_size(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= MOST_LINES_OF_A_MODULE
    assert list(long_functions(source)) == []


@pytest.mark.parametrize(("lines", "is_long"), [(39, False), (40, True)])
def test_a_function_one_line_too_long_is_seen(lines: int, is_long: bool) -> None:
    source = "class C:\n  def long(\n    self):\n" + "    pass\n" * (lines - 1)
    assert list(long_functions(source)) == ["long (41 lines)"] * is_long
