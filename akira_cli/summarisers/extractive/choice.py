"""The first draft without a language model: the source's own best sentences.

Sentences are chosen that together say what is proposed, how, and what came of it, and told in
the newsletter's voice; each is kept with the place it was taken from.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from akira_cli.core.items import Item, Summary
from akira_cli.core.settings import Length
from akira_cli.summarisers.extractive.articles import summarise_article
from akira_cli.summarisers.extractive.combination import LIMITS, best_combination
from akira_cli.summarisers.extractive.cues import is_about_availability, is_hope
from akira_cli.summarisers.extractive.headlines import headline
from akira_cli.summarisers.extractive.passages import Passage, passages, told_text
from akira_cli.summarisers.extractive.tellings import tellings
from akira_cli.summarisers.extractive.voice import in_first_person

LONGEST_SOURCE: Final = 6_000
"""Characters that are read: several times the longest abstract."""

_LONGEST_LEAD: Final = 2_000
"""Characters of a paper's own text that stand for an abstract it does not have."""


_FEW_SENTENCES: Final = 2
"""With no more of them, each may be as long as the whole text."""


class Extractive:
    """Chooses sentences of the abstract; needs no network, no model, no settings."""

    name = "extractive"

    def summarise(self, item: Item, length: Length = "normal") -> Summary:
        """Headline of at most 14 words, and a text of 20 to 40 words (short), 40 to 75 (normal)
        or 75 to 120 (long) where the abstract has them.

        An article is told in its own order.
        """
        if item.form != "paper":
            return summarise_article(item, length)
        found = _telling(_source(item))
        sentences = in_first_person([passage.text for passage in found])
        limits = LIMITS[length]
        longest = limits.longest if len(sentences) > _FEW_SENTENCES else limits.most
        candidates = tellings(sentences, item.title, longest, limits.candidates)
        text, spans = told_text(best_combination(candidates, limits), found, limits)
        return Summary(headline(sentences, item.title), text, spans=spans)

    def one_line(self, item: Item) -> str:
        """The paper in one sentence, in its authors' own person; an article has none."""
        found = _telling(_source(item)) if item.form == "paper" else []
        if not found:
            return ""
        # its weights take longer to load than all else takes to be written
        from akira_cli.summarisers.extractive.one_line import one_line

        return one_line(item.title, [each.text for each in found])


def _source(item: Item) -> list[Passage]:
    if item.abstract.strip():
        return passages(item.abstract[:LONGEST_SOURCE], "abstract")
    return passages(item.text[:_LONGEST_LEAD], "text")


def _telling(found: Sequence[Passage]) -> list[Passage]:
    """The sentences but those that only say where the code is or what is hoped, unless all do."""
    told = [each for each in found if not (is_about_availability(each.text) or is_hope(each.text))]
    return told or list(found)
