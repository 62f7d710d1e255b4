"""A source, asked for one thing on a web in memory: what the tests of all sources share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from akira_cli.core.errors import AkiraError
from akira_cli.core.items import Item, LeadsTo
from akira_cli.core.page import Layout
from akira_cli.core.settings import Settings
from akira_cli.ports import Clock, Response, Source
from tests.fakes import FixedClock, RoutedHttp

Answer: TypeAlias = Response | bytes | AkiraError

SETTINGS = Settings(Layout("", "", (), (), "", ""))


def source_of(build: Callable[[Settings, Clock], Source]) -> Source:
    """The source that a module builds, on a day in 2021."""
    return build(SETTINGS, FixedClock())


def outcome_of(
    source: Source, pasted: str, routes: Mapping[str, Answer]
) -> Item | LeadsTo | AkiraError:
    """What comes of a pasted text, looked up with one request."""
    reference = source.recognise(pasted)
    assert reference is not None
    http = RoutedHttp(routes)
    ((asked, outcome),) = source.fetch([reference], http)
    assert asked is reference
    assert len(http.requests) == 1
    return outcome


def item_of(source: Source, pasted: str, routes: Mapping[str, Answer]) -> Item:
    """The Item that comes of a pasted text; an error is raised."""
    outcome = outcome_of(source, pasted, routes)
    if isinstance(outcome, AkiraError):
        raise outcome
    assert isinstance(outcome, Item), outcome
    return outcome
