"""What a sentence says of what: each word that counts with its sign and the words around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from akira_cli.core.evidence.of_words.comparisons import (
    GOES,
    goes_up_or_down,
    is_made_less,
    is_no_claim,
    takes_time,
)
from akira_cli.core.evidence.of_words.lessened import lessened
from akira_cli.core.evidence.of_words.number_words import SMALL
from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.of_words.prefixes import denied_base
from akira_cli.core.evidence.of_words.scopes import denials, reversals
from akira_cli.core.evidence.of_words.signs import (
    PASSIVE_FLIPS,
    better_or_worse,
    more_or_less,
    welcome_or_not,
)
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set


class Mention(NamedTuple):
    """A word in a sentence, the one at `place` of the sentence numbered `sentence`.

    `polarity` is of the word itself: -1 when it is denied, 0 when that cannot be told; `turned` is
    that for a word that compares, and `base` is the stem that a prefix of it denies. `better` and
    `more` are 1, -1, or 0 when it says neither, and `noun` is what there is more of. `left` and
    `right` are the names before and after it.
    """

    token: Token
    base: str
    polarity: int
    turned: int
    better: int
    more: int
    noun: str
    sentence: int
    place: int
    left: frozenset[str]
    right: frozenset[str]


class Reading(NamedTuple):
    """A sentence with its mentions and, for each place, whether it is denied or made less."""

    tokens: Sequence[Token]
    content: tuple[bool, ...]
    denied: Sequence[int]
    lessened: Sequence[bool]
    mentions: tuple[Mention, ...]


def read_sentence(tokens: Sequence[Token], number: int) -> Reading:
    """The mentions of a sentence, `number` its place in the text."""
    content = tuple(is_content(token) for token in tokens)
    denied = denials(tokens)
    turned = reversals(tokens)
    mentions = tuple(
        _mention(tokens, content, (denied[place], turned[place]), place, number)
        for place in range(len(tokens))
        if content[place] or tokens[place].lower in _TELLING
    )
    return Reading(tokens, content, denied, lessened(tokens), mentions)


_RELATING = word_set(
    "before after within outside inside never always all none every few first last early late"
)
"""Small words that say something of their own, and have opposites."""

_COMPARING = frozenset(
    ("more", "most", "less", "least", "fewer", "better", "behind", "below", "above", "ahead")
)

_TELLING = _COMPARING | _RELATING


def _mention(
    tokens: Sequence[Token],
    content: Sequence[bool],
    signs: tuple[int, int],
    place: int,
    number: int,
) -> Mention:
    token = tokens[place]
    if not _may_compare(token.stem, token.lower):
        base = denied_base(token.lower)
        return Mention(token, base, *signs, 0, 0, "", number, place, _NONE, _NONE)
    better = better_or_worse().get(token.stem, 0)
    more = more_or_less().get(token.stem, 0) or goes_up_or_down(tokens, place)
    if token.stem in _WITH and not _is_with(tokens, place):
        better = 0
    elif token.stem in _WITH:
        better = _WITH[token.stem][0]
    if token.stem in _GAINED and _of_number(tokens, place):
        better = _GAINED[token.stem]
    if token.lower in PASSIVE_FLIPS and _followed_by(tokens, place, ("by",), 2):
        better = -better
    named = token.text[1:] != token.text[1:].lower()
    if (more or better) and (named or _is_idiom(tokens, place) or is_no_claim(tokens, place)):
        better = more = 0
    if better and is_made_less(tokens, place):
        better = -better
    noun = _governed(tokens, content, place) if more else ""
    if more and not better:
        better = more * (welcome_or_not().get(noun, 0) or _is_rated(tokens, place))
    base = denied_base(token.lower)
    compares = better or (more and _followed_by(tokens, place, ("than",), 8))
    left, right = _sides(tokens, content, place) if compares else (_NONE, _NONE)
    return Mention(token, base, *signs, better, more, noun, number, place, left, right)


@lru_cache(maxsize=20_000)
def _may_compare(word: str, lower: str) -> bool:
    """Whether a word, by its stem and in lower case, says what is better or more somewhere."""
    tables = better_or_worse(), more_or_less(), _WITH, _GAINED
    return lower in GOES or any(word in table for table in tables)


_TIME = stem("time")
_NONE: frozenset[str] = frozenset()


def _sides(
    tokens: Sequence[Token], content: Sequence[bool], place: int
) -> tuple[frozenset[str], frozenset[str]]:
    """What stands before and after a comparison in its clause: the names that are compared."""
    before = range(place - 1, max(-1, place - 13), -1)
    first = place + 1
    for at in range(first, min(len(tokens), place + 9)):
        if tokens[at].lower == "than":
            first = at + 1
        elif tokens[at].lower in _CLAUSE_ENDS:
            break
    after = range(first, min(len(tokens), first + 10))
    return _named(tokens, content, before), _named(tokens, content, after)


def _named(tokens: Sequence[Token], content: Sequence[bool], places: range) -> frozenset[str]:
    names: set[str] = set()
    inside = False
    for at in places:
        if tokens[at].text in "()":
            inside = not inside
        elif places.step < 0 and tokens[at].lower == "than":
            names.clear()  # the other side of an earlier comparison
        elif not inside and _ends_side(tokens, at, onward=places.step > 0):
            break
        elif not inside and content[at] and _is_named(tokens[at], at):
            names.add(tokens[at].stem)
    return frozenset(names - _METRICS)


def names_among(tokens: Sequence[Token], places: range) -> frozenset[str]:
    """The stems of the names at some places, but for those of metrics."""
    return frozenset(tokens[at].stem for at in places if _is_named(tokens[at], at)) - _METRICS


def _ends_side(tokens: Sequence[Token], at: int, *, onward: bool) -> bool:
    word = tokens[at].lower
    if word in _CLAUSE_ENDS or (
        onward and word in ("on", "in", "at", "for", "with", "across", "when")
    ):
        return True
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    return word == "and" and following in _COMPARING


_METRICS = word_set(
    "bleu roug f1 map ap miou iou fid psnr ssim auc auroc mae mse dic wer clip map50 rmse em"
)
_CLAUSE_ENDS = frozenset((",", ";", ":", "but", "while", "whereas", "although", "though"))
_COMPARED = word_set("baseline teacher student human people professional competitor rival tree")


def _is_named(token: Token, place: int) -> bool:
    if token.text[1:] != token.text[1:].lower():
        return True
    if token.text[0].isupper() and (place or not is_ordinary(token.lower)):
        return True
    return token.stem in _COMPARED


def _is_rated(tokens: Sequence[Token], place: int) -> bool:
    """Whether something is judged so: `rated higher`, `scores lower`."""
    return any(token.stem in ("rat", "scor", "rank") for token in tokens[max(0, place - 4) : place])


_RAISED = frozenset(("question", "alarm", "issu", "concern", "possibilit", "doubt", "fals", "awar"))


def _is_idiom(tokens: Sequence[Token], place: int) -> bool:
    """`raises questions` raises nothing, and `fewer than 50` says how many there are."""
    after = tokens[place + 1 : place + 4]
    if tokens[place].lower == "savings" or (after and after[0].lower in ("rate", "rates", "shot")):
        return True
    if after and after[0].joined and after[0].lower == "of":
        return True
    if after and after[0].lower == "by" and tokens[place].lower in ("better", "worse"):
        return not after[1:] or not after[1].text[0].isdigit()
    if tokens[place].lower in ("few", "little") and place and tokens[place - 1].lower == "a":
        return True
    if tokens[place].lower in ("above", "below") and not (after and after[0].text[0].isalpha()):
        return True
    if tokens[place].stem == "rais":
        counted = bool(after) and after[0].lower[0].isdigit()
        return counted or any(token.stem in _RAISED for token in after)
    if tokens[place].lower not in _COMPARING:
        return False
    if not after or not after[0].text[0].isalnum():
        return tokens[place].lower in ("more", "less", "most", "least")
    if after[0].lower != "than":
        return False
    return len(after) > 1 and (
        after[1].lower[0].isdigit()
        or after[1].lower in SMALL
        or after[1].lower in ("a", "an", "half")
    )


_WITH = {
    stem(word): (sign, words)
    for word, sign, words in (
        ("loses", -1, ("to", "against")),
        ("lost", -1, ("to", "against")),
        ("lead", 1, ("over", "by")),
        ("edge", 1, ("over",)),
        ("advantage", 1, ("over",)),
        ("short", -1, ("of",)),
        ("ahead", 1, ("of",)),
        ("stays", -1, ("behind",)),
    )
}
"""Words that compare only with another after them: `loses to`, `falls short of`."""


_GAINED = {stem("gains"): 1, stem("gained"): 1, stem("loses"): -1, stem("lost"): -1}
"""What is better or worse by a number: `gains 3.3 points`."""


def _of_number(tokens: Sequence[Token], place: int) -> bool:
    return any(token.lower[0].isdigit() for token in tokens[place + 1 : place + 4])


def _is_with(tokens: Sequence[Token], place: int) -> bool:
    word = tokens[place]
    if word.stem == "short" and not (
        place and tokens[place - 1].lower.startswith(("fall", "fell"))
    ):
        near = [token.stem for token in tokens[max(0, place - 4) : place]]
        if not {"fall", "fell", "com"}.intersection(near):
            return False
    return _followed_by(
        tokens, place, _WITH[word.stem][1], 7 if word.stem in ("los", "lead") else 3
    )


def _followed_by(tokens: Sequence[Token], place: int, words: Sequence[str], within: int) -> bool:
    return any(token.lower in words for token in tokens[place + 1 : place + 1 + within])


def _governed(tokens: Sequence[Token], content: Sequence[bool], place: int) -> str:
    """The stem of what there is more or less of: a word of known worth right after or before."""
    welcome = welcome_or_not()
    if takes_time(tokens, place):
        return _TIME
    reach = 4 if tokens[place].lower in _COMPARING else 7
    after = _until_stop(tokens, content, range(place + 1, min(len(tokens), place + reach)))
    for one in after[:4] if tokens[place].lower not in ("below", "above") else ():
        if one in welcome:
            return one
    if tokens[place].lower in _COMPARING and tokens[place].lower not in ("below", "above"):
        return after[0] if after else ""
    if tokens[place].lower in _TRANSITIVE:
        return after[0] if after else ""
    if tokens[place].lower in ("below", "above", "behind") or _is_by_how_much(tokens, place):
        after = []
    before = _until_stop(tokens, content, range(place - 1, max(-1, place - 9), -1), stops=";:")
    for one in before[:4]:
        if one in welcome:
            return one
    return after[0] if after else (before[0] if before else "")


def _is_by_how_much(tokens: Sequence[Token], place: int) -> bool:
    """Whether what follows tells from where or how far something changes: `fell from 7 to 5`."""
    following = tokens[place + 1].lower if place + 1 < len(tokens) else ""
    return following in ("from", "by") or following[:1].isdigit()


_TRANSITIVE = word_set("reduces cuts saves lowers raises boosts limits lessens halves doubles")
"""Forms that never follow what there is more or less of."""


def _until_stop(
    tokens: Sequence[Token], content: Sequence[bool], places: range, stops: str = ",;:()"
) -> list[str]:
    found: list[str] = []
    for at in places:
        up_to = tokens[at].lower == "to" and at and tokens[at - 1].lower == "up"
        if tokens[at].text in stops or (tokens[at].lower in ("and", "to", "than") and not up_to):
            break
        if tokens[at].lower in _CLAUSE_ENDS - {","} and at != places.start:
            break
        if places.step < 0 and tokens[at].lower in _ADJOINING:
            found.clear()
        elif content[at]:
            found.append(tokens[at].stem)
    return found


_ADJOINING = word_set("before after until during per")
"""Words with what they bring after them: in `clicks before a listen`, clicks are spoken of."""
