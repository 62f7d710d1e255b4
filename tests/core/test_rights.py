"""Which pictures may be shown, and what is said of the others."""

from __future__ import annotations

import pytest

from akira_cli.core.models import Draft, Entry, Figure
from akira_cli.core.rights import may_be_shown, unclear_pictures

BY_SA = "http://creativecommons.org/licenses/by-sa/4.0/"
SOURCE = "https://arxiv.org/html/2110.02178v2/x1.png"


@pytest.mark.parametrize(
    ("figure", "allowed"),
    [
        (Figure("own.png"), True),
        (Figure("own.png", licence="whatever"), True),
        (Figure("a.png", source=SOURCE), False),
        (Figure("a.png", source=SOURCE, licence="CC BY 4.0"), True),
        (Figure("a.png", source=SOURCE, licence=BY_SA), True),
        (Figure("a.png", source=SOURCE, licence="arXiv non-exclusive"), False),
        (Figure("a.png", source=SOURCE, licence="All rights reserved"), False),
        (Figure("a.png", source=SOURCE, rights="the authors agreed"), True),
        (Figure("a.png", source=SOURCE, rights=" "), False),
    ],
)  # fmt: skip
def test_a_picture_may_be_shown_when_it_is_ones_own_or_free_or_accepted(
    figure: Figure, allowed: bool
) -> None:
    assert may_be_shown(figure) is allowed


def test_the_others_are_told_with_why_and_what_to_do() -> None:
    bare = Entry("a", "papers", "https://a.example", figure=Figure("a.png", source=SOURCE))
    closed = Entry(
        "b", "papers", "https://b.example", figure=Figure("b.png", source=SOURCE, licence="mine")
    )
    own = Entry("c", "papers", "https://c.example", figure=Figure("c.png"))
    none = Entry("d", "papers", "https://d.example")
    draft = Draft("issue-034", "Issue #34", entries=(bare, closed, own, none))
    first, second = unclear_pictures(draft)
    assert (first.entry_id, second.entry_id) == ("a", "b")
    assert "no licence was found" in first.why
    assert "'mine'" in second.why
    assert "akira figure b --accept-rights" in second.remedy
