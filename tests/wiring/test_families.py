"""The members of a family, each built when it is first reached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from akira_cli.core.errors import AkiraError
from akira_cli.wiring.families import Members


def counted(built: list[str], name: str) -> Callable[[], str]:
    def build() -> str:
        built.append(name)
        return name

    return build


def test_members_are_built_in_order_and_no_further_than_wanted() -> None:
    built: list[str] = []
    members = Members([{"a": counted(built, "a")}, {"b": counted(built, "b")}])
    assert next(iter(members)) == "a"
    assert built == ["a"]


def test_a_member_is_built_once_however_often_it_is_reached() -> None:
    built: list[str] = []
    members = Members([{"a": counted(built, "a"), "b": counted(built, "b")}])
    assert [*members, *members] == ["a", "b", "a", "b"]
    assert built == ["a", "b"]


def test_a_member_that_cannot_be_built_says_so_each_time_it_is_reached() -> None:
    def broken() -> str:
        raise AkiraError("it does not work")

    built: list[str] = []
    members = Members([{"a": counted(built, "a"), "broken": broken, "c": counted(built, "c")}])
    for _ in range(2):
        with pytest.raises(AkiraError, match="it does not work"):
            list(members)
    assert built == ["a"]
