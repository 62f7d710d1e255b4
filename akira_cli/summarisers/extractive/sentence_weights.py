"""What a claim gains or loses by the sentence it stands in: the main one, or one on the side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.summarisers.extractive.methods import (
    ALSO_PROPOSED,
    MAKING_MARKS,
    PASSIVE_NAMED,
    PROPOSED,
)

LATER: Final = 0.15
"""What a claim loses with every sentence before its own."""

MAIN: Final = 0.3
"""For the first sentence that proposes something."""

ONLY_SIDE: Final = -0.4
"""For such a sentence when none but it proposes anything."""

ON_THE_SIDE: Final = -1.2
"""For a sentence that opens as one among others: `Moreover, we propose a loss`."""

SECOND: Final = -0.5
"""For what is proposed after the main thing."""

_ON_THE_SIDE: Final = Pattern(
    r"(?:Afterwards?|First(?:ly)?|Last(?:ly)?|Next|On (?:the )?(?:one|other) hand|Second(?:ly)?|"
    r"Specifically|Subsequently|Then|Third(?:ly)?|In particular|Concretely|More specifically|"
    r"Technically|Along with|Meanwhile|To (?:further|enhance|ensure|evaluate|facilitate|"
    r"investigate|support|validate)\b [^,]*), (?!we (?:demonstrate|find|found|observe|prove|"
    r"show)\b)|To [^,;:]+, we (?:analy[sz]e|compare|conduct|evaluate|examine|explore|investigate|"
    r"perform|study|test)\b|(?:We|This \w+) (?:then|first|next)\b|In [\w-]+ing\b"
)
_ADDED: Final = Pattern(
    r"(?:Additionally|Also|Besides|But|However|Unfortunately|Yet|Further(?:more)?|Moreover|"
    r"Finally|In addition|Lastly),? |(?:We|This \w+) (?:also|additionally|further|furthermore)\b|"
    r"To [^.;:]+, we (?:also|additionally|further|furthermore)\b"
)
"""Openings of what is never the main thing."""

_LED_TO: Final = Pattern(
    r"(?:Based on|Building (?:up)?on|Considering|Given|In light of|Inspired by|Leveraging|"
    r"Motivated by|Using) (?:this|that|these|those|our|the above) (?:\w+ )?(?:analys[ei]s|"
    r"evidence|finding|insight|observation)s?\b"
)
"""What was found in the sentence before is on the way to the main thing."""


def sentence_weights(sentences: Sequence[str], spoken: int, name: str) -> list[float]:
    """What a line gains or loses by its sentence: the first that proposes something, or rather
    what the title names, is the main one, and earlier ones count a little more."""
    plainly = [PROPOSED.search(sentence) is not None for sentence in sentences]
    proposes = [plainly[n] or _proposes_besides(each) for n, each in enumerate(sentences)]
    added = [
        _ADDED.match(each) is not None and not (name and proposes[n] and name in each)
        for n, each in enumerate(sentences)
    ]
    led = [*(_LED_TO.match(sentence) is not None for sentence in sentences[1:]), False]
    side = [
        added[n] or led[n] or (n > spoken and _ON_THE_SIDE.match(sentence) is not None)
        for n, sentence in enumerate(sentences)
    ]
    proposing = [n for n in range(len(sentences)) if proposes[n] and not added[n]]
    ranked = sorted(proposing, key=lambda n: (name not in sentences[n], side[n], n))
    main = ranked[0] if ranked and ranked[0] >= spoken else -1
    weights = [
        ON_THE_SIDE * side[n] - LATER * n + SECOND * (main >= 0 and n in proposing)
        for n in range(len(sentences))
    ]
    if main >= 0:
        weights[main] = ONLY_SIDE - LATER * main if side[main] else MAIN * plainly[main]
    return weights


def _proposes_besides(sentence: str) -> bool:
    if not any(mark in sentence for mark in MAKING_MARKS):
        return False
    return (ALSO_PROPOSED.search(sentence) or PASSIVE_NAMED.match(sentence)) is not None
