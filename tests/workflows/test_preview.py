"""What stands beside an issue in the preview."""

from __future__ import annotations

import pytest

from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.settings import Policy
from akira_cli.storage.settings_toml import default_settings
from akira_cli.workflows.preview import preview
from tests.fakes import MemoryDrafts

LAYOUT = default_settings().layout
ENTRY = Entry(
    *("vit", "papers", "https://arxiv.org/abs/2110.02178"),
    headline="A claim",
    summary="It holds.",
    figure=Figure("figures/vit.png", source="https://arxiv.org/html/2110.02178v2/x1.png"),
)
DRAFT = Draft("issue-034", "Issue #34", highlights=(Highlight("News."),), entries=(ENTRY,))


@pytest.mark.parametrize(("policy", "told"), [("warn", True), ("require", True), ("ignore", False)])
def test_a_picture_of_unclear_rights_is_told_unless_that_is_to_be_ignored(
    policy: Policy, told: bool
) -> None:
    checks = preview("issue-034", MemoryDrafts(DRAFT), lambda _: LAYOUT, {}, policy).checks
    assert ("3.1", "A claim", "no licence was found for its picture") in checks or not told
    assert any("licence" in check.text for check in checks) is told


def test_a_doubt_about_a_text_is_told_with_the_handle_of_its_entry() -> None:
    doubts = {"vit": ["summary, drafts/issue-034.toml:9: '5%'"], "gone": ["nothing"]}
    state = preview("issue-034", MemoryDrafts(DRAFT), lambda _: LAYOUT, {}, doubts=lambda _: doubts)
    assert state.checks[-1] == ("3.1", "A claim", "summary, drafts/issue-034.toml:9: '5%'")
    assert len([check for check in state.checks if "drafts/" in check.text]) == 1
