"""Names say what is inside, and every public name says what it is for."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import akira_cli

PACKAGE = Path(akira_cli.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def words(path: Path) -> set[str]:
    """The words of the names of a module and of the packages it is in."""
    return set(re.split(r"[_/.]+", path.relative_to(PACKAGE).as_posix()))


def promises() -> set[str]:
    """The names of the methods in `ports/`, whose docstrings are the contract."""
    trees = [parsed(path) for path in sorted((PACKAGE / "ports").glob("*.py"))]
    classes = [node for tree in trees for node in tree.body if isinstance(node, ast.ClassDef)]
    return {node.name for one in classes for node in one.body if isinstance(node, ast.FunctionDef)}


def undocumented(tree: ast.Module, promised: set[str]) -> Iterator[str]:
    """The module, and its public classes, functions and methods, that have no docstring.

    A method that a Protocol of `ports/` declares need not repeat the contract it keeps,
    and a cached property is an attribute: its name and its type say what it is.
    """
    if ast.get_docstring(tree) is None:
        yield "the module"
    for node in tree.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef) or node.name.startswith("_"):
            continue
        if ast.get_docstring(node) is None:
            yield node.name
        if isinstance(node, ast.ClassDef):
            yield from (f"{node.name}.{name}" for name in sorted(untold_methods(node) - promised))


def untold_methods(node: ast.ClassDef) -> set[str]:
    """The public methods of a class, but for cached properties, that have no docstring."""
    return {
        method.name
        for method in node.body
        if isinstance(method, ast.FunctionDef)
        and not method.name.startswith("_")
        and ast.get_docstring(method) is None
        and "cached_property" not in map(ast.unparse, method.decorator_list)
    }


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_module_is_named_for_what_is_in_it(path: Path) -> None:
    assert not words(path) & SAY_NOTHING


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_public_name_is_documented(path: Path) -> None:
    assert list(undocumented(parsed(path), promises())) == []


@pytest.mark.parametrize("name", ["utils.py", "core/text_utils.py", "cli/_helpers/words.py"])
def test_a_name_that_says_nothing_is_seen_at_any_depth(name: str) -> None:
    assert words(PACKAGE / name) & SAY_NOTHING


def test_what_has_no_docstring_is_seen() -> None:
    source = """
class Bare:
    def open(self): ...
    def close(self): ...
    def _own(self): ...

class Told:
    "Told."
    @cached_property
    def attribute(self): ...

def bare(): ...
def told():
    "Told."
def _own(): ...
"""
    expected = ["the module", "Bare", "Bare.open", "bare"]
    assert list(undocumented(ast.parse(source), {"close"})) == expected
