"""A paper that does not exist, and what models might write of it."""

from __future__ import annotations

import json

from akira_cli.core.items import Item
from tests.fakes import paper

ID = "2110.02178"
TITLE = "TinyMix: Mixing Tokens on Phones"
ABSTRACT = (
    "Large networks are slow on phones. We propose TinyMix, a network that mixes tokens with one "
    "convolution per block. It reaches 78.4% accuracy on ImageNet with 5.6 million parameters, "
    "3.2% more than MobileNetV3. Inference takes 12 ms on a phone."
)
HEADLINE = "One convolution per block mixes the tokens of a network for phones"
SUMMARY = (
    "They propose TinyMix, a network for phones that mixes tokens with one convolution per block, "
    "since large networks are slow there. It reaches 78.4% accuracy on ImageNet with 5.6 million "
    "parameters, 3.2% more than MobileNetV3. Inference takes 12 ms on a phone."
)


def answer(headline: str = HEADLINE, summary: str = SUMMARY) -> str:
    """What a model would write, as it was asked to."""
    return json.dumps({"headline": headline, "summary": summary})


GOOD = answer()
UNFAITHFUL = answer(summary=SUMMARY.replace("78.4%", "87.4%"))


def made_up_paper(extra: str = "") -> Item:
    """The paper, with more in its abstract."""
    return paper(ID, TITLE, f"{ABSTRACT} {extra}".strip())
