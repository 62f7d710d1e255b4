"""The members of a family of adapters: every file of its folder, and those of other packages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

Builders: TypeAlias = "dict[str, Callable[[], Any]]"
"""What makes each member, by its name."""

_CALLED = {
    "exporters": "format",
    "sources": "source",
    "figures": "figure finder",
    "summarisers": "summariser",
}

_FIRST = ("arxiv",)
"""What is wanted most often: whoever finds it there need not load the others."""


def builders(family: str, *arguments: object) -> Iterator[Builders]:
    """What builds the members: the program's own first, then those of other packages.

    Every file of the family's folder has `build(*arguments)`, but those that begin with `_`; other
    packages name theirs under the entry points `akira.FAMILY`. Building one of theirs raises
    AkiraError, naming the package, when it does not work.
    """
    yield {name: partial(_own, family, name, arguments) for name in _files(family)}
    group = f"akira.{family}"
    if _may_be_named(group):
        from importlib.metadata import entry_points

        others = entry_points(group=group)
        yield {each.name: partial(_of_others, family, each, arguments) for each in others}


class Members:
    """The members of a family in order, each built when it is first reached.

    One that cannot be built raises whatever its builder does, each time it is reached.
    """

    def __init__(self, families: Iterable[Builders]) -> None:
        self._waiting = chain.from_iterable(members.values() for members in families)
        self._next: Callable[[], Any] | None = None
        self._built: list[Any] = []

    def __iter__(self) -> Iterator[Any]:
        """Each member; what is built already is not built again."""
        for place in count():
            if place == len(self._built) and not self._build_one():
                return
            yield self._built[place]

    def _build_one(self) -> bool:
        self._next = self._next or next(self._waiting, None)
        if self._next is None:
            return False
        self._built.append(self._next())
        self._next = None
        return True


def _may_be_named(group: str) -> bool:
    """Whether any installed package has entry points of that group.

    What finds them out takes longer to load than most commands take to run, so the files are
    looked through first; where one cannot look, in an archive, they may.
    """
    header = f"[{group}]".encode()
    folders = [Path(folder) for folder in sys.path]
    if any(folder.is_file() for folder in folders):
        return True
    files = (file for folder in folders for file in folder.glob("*-info/entry_points.txt"))
    return any(header in file.read_bytes() for file in files)


def _files(family: str) -> list[str]:
    from pkgutil import iter_modules

    package = import_module(f"akira_cli.{family}")
    names = [m.name for m in iter_modules(package.__path__) if not m.name.startswith("_")]
    return sorted(names, key=lambda name: (name not in _FIRST, name))


def _own(family: str, name: str, arguments: tuple[object, ...]) -> Any:
    return import_module(f"akira_cli.{family}.{name}").build(*arguments)


def _of_others(family: str, point: EntryPoint, arguments: tuple[object, ...]) -> Any:
    from akira_cli.core.errors import AkiraError

    try:
        return point.load()(*arguments)
    except AkiraError:
        raise
    except Exception as error:  # it is the code of others: anything may go wrong
        package = point.dist.name if point.dist else "another package"
        what = f"{type(error).__name__}: {' '.join(str(error).split())}"
        raise AkiraError(
            f"the {_CALLED[family]} '{point.name}' ({point.value} of '{package}') "
            f"does not work: {what}",
            f"upgrade or uninstall '{package}'",
        ) from error
