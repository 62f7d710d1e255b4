"""What a text says is paid for a gain, `at the price of slower training`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.findings import Problem
from akira_cli.core.evidence.of_claims.claims import Claims
from akira_cli.core.evidence.of_claims.in_context import InContext, quoted
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import Token
from akira_cli.core.sentences import word_set

_PRICES = word_set("price cost costs expense penalty sacrifice")
_COSTS = word_set("cost costs")
_ARTICLES = word_set("the a an some")
_CHEAP = word_set(
    "small smaller low lower no little minimal negligible fraction half third quarter tenth same "
    "modest slight tiny reasonable reduced least fixed moderate similar equal comparable "
    "affordable marginal manageable matched given constant fewer less what any"
)
_SLIGHT = word_set("no little minimal negligible small slight modest marginal minor")
_PAYING = word_set("sacrifices sacrificing sacrificed sacrifice forfeits forfeiting")
_EFFECTS = word_set("effect downside drawback disadvantage")
_DENYING = word_set("without not n't never no avoid avoids avoiding instead rather than nor cannot")
_CONCEDING = word_set(
    "price expense tradeoff tradeoffs sacrifice sacrifices sacrificing sacrificed compromise "
    "compromises compromising penalty drawback downside disadvantage although though albeit "
    "slightly"
)
_STOPS = word_set(", ; : ( ) but while whereas although though which that who and as because – —")
_LONGEST = 12
_ADJECTIVES = word_set(
    "more less fewer higher lower larger smaller greater slower longer shorter worse weaker bigger "
    "some significantly considerably noticeably substantially visible slight certain additional "
    "extra increased reduced decreased reducing lowering losing raising increasing high low great "
    "larger overall loss drop decrease decline increase reduction degradation lost its their own"
)


def cost_problems(sentence: InContext) -> Iterator[Problem]:
    """The prices that a sentence says are paid, where the source speaks of no such price."""
    tokens = sentence.reading.tokens
    for place, token in enumerate(tokens):
        paid = _paid(tokens, place)
        if paid and not _is_conceded(sentence.source, frozenset(paid)):
            start, end = token.start, tokens[min(place + 1, len(tokens) - 1)].end
            said = _spoken_of(sentence.source, paid)
            why = f"the source says {said}" if said else "the source speaks of no such price"
            yield Problem("direction-changed", "", start, end, why)
            return


def _paid(tokens: Sequence[Token], place: int) -> list[str]:
    """The stems of what a word says is paid with, none for a word that says nothing of it."""
    word = tokens[place].lower
    earlier = [token.lower for token in tokens[max(0, place - 5) : place]]
    if not _DENYING.isdisjoint(earlier):
        return []
    if word in _PAYING and word != "sacrifice":
        return _things(tokens, place + 1)
    following = [token.lower for token in tokens[place + 1 : place + 3]]
    if word in _PRICES and following[:1] == ["of"] and _is_high(earlier):
        return _things(tokens, place + 2)
    if word == "price" and "the" in earlier[-1:] and following[:1] == ["is"]:
        return _things(tokens, place + 2)
    if word in _EFFECTS and following[:1] == ["of"] and "with" in earlier[-3:]:
        return _things(tokens, place + 2)
    return []


def _is_high(earlier: Sequence[str]) -> bool:
    """Whether `at the` stands before a price, with nothing that says that it is low."""
    if "at" not in earlier[-3:] or not _CHEAP.isdisjoint(earlier):
        return False
    return not _ARTICLES.isdisjoint(earlier[-3:])


def _things(tokens: Sequence[Token], first: int) -> list[str]:
    found: list[str] = []
    for token in tokens[first : first + _LONGEST]:
        if token.lower in _STOPS or (found and token.lower in ("than", "in", "on", "for", "to")):
            break
        if token.lower in _SLIGHT:
            return []
        if is_content(token) and token.lower not in _ADJECTIVES:
            found.append(token.stem)
    return found


def _is_conceded(source: Claims, paid: frozenset[str]) -> bool:
    """Whether the source has something bad to say of what is paid or, where it has nothing good to
    say of it, tells of a price at all."""
    own = [one for one in range(len(source.readings)) if one not in source.background]
    told = [number for number in own if not paid.isdisjoint(source.places[number])]
    signs = {
        one.better * one.turned
        for number in told
        for one in source.readings[number].mentions
        if _is_beside(source.places[number], paid, one.place)
    }
    if -1 in signs:
        return True
    if 1 in signs:
        return False
    return any(_tells_a_price(source.readings[number].tokens) for number in own)


def _is_beside(places: dict[str, list[int]], paid: frozenset[str], place: int) -> bool:
    return any(abs(at - place) <= _NEAR for word in paid for at in places.get(word, ()))


_NEAR = 6
"""How many words away from what is paid a word may be said of it."""


def _tells_a_price(tokens: Sequence[Token]) -> bool:
    words = [token.lower for token in tokens]
    for at, word in enumerate(words):
        told = word in _CONCEDING or (word in _COSTS and "at" in words[max(0, at - 4) : at])
        told = told or (word == "trade" and words[at + 1 : at + 2] in (["off"], ["offs"]))
        if told and _DENYING.isdisjoint(words[max(0, at - 5) : at]):
            return True
    return False


def _spoken_of(source: Claims, paid: Sequence[str]) -> str:
    """The words of the source around what is said to be paid."""
    for number, row in enumerate(source.places):
        for word in paid:
            if word in row:
                at = row[word][0]
                return quoted(source.readings[number].tokens, at - 4, at + 5)
    return ""
