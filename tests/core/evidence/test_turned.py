"""Which claims go the other way in a source, and which only look so."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

SOURCE = read_source(
    (
        "QuillNet: Sorting Letters by Hand",
        "Clerks in small offices spend hours over the post. We present QuillNet, a method "
        "that sorts letters without a scanner. QuillNet outperforms PaperCut on the harbour set. "
        "Sorting by colour is inferior to sorting by stamp. The gap between offices narrowed for "
        "three of the services. Night shifts benefit less. The memory of earlier letters vanishes "
        "under heavy load, and QuillNet is fragile in damp rooms.",
    )
)


@pytest.mark.parametrize(
    "text",
    [
        "PaperCut outperforms QuillNet on the harbour set.",
        "Sorting by colour is superior to sorting by stamp.",
        "The gap between offices widened for three of the services.",
        "The memory of earlier letters persists under heavy load.",
        "QuillNet is robust in damp rooms.",
        "QuillNet sorts letters with a scanner.",
    ],
)
def test_a_claim_that_goes_the_other_way_is_found(text: str) -> None:
    assert [one.id for one in problems(text, SOURCE)] != []


@pytest.mark.parametrize(
    "text",
    [
        "PaperCut is outperformed by QuillNet on the harbour set.",
        "Sorting by stamp is superior to sorting by colour.",
        "The memory of earlier letters does not persist under heavy load.",
        "QuillNet is not robust in damp rooms.",
        "No scanner is needed: QuillNet sorts letters without one.",
    ],
)
def test_the_same_claim_turned_round_is_left_alone(text: str) -> None:
    assert problems(text, SOURCE) == ()
