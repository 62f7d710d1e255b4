"""Which words of a sentence are denied, and which stand where that cannot be told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from akira_cli.core.evidence.of_words.doubting_words import AVOIDING, DOUBTS, PERHAPS
from akira_cli.core.evidence.of_words.polarity import (
    AFFIRMED,
    DENIED,
    FAILING,
    LEAVES,
    NEED_GOES,
    NO,
    NOT,
    NOT_DENIED,
    RATHER,
    STOPS,
    UNTOLD,
    is_content,
    is_negator,
)
from akira_cli.core.evidence.of_words.signs import better_or_worse, more_or_less
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

_AUXILIARIES = word_set(
    "can could may might is are was were will would do does did has have had that and or then"
)
_PASSED_ON = frozenset(
    stem(word)
    for word in word_set(
        "exhibit show demonstrate yield achieve offer find bring suffer cause introduce "
        "incur impose require need use using used have rely depend involve come include "
        "contain provide give take make lead lose add state significant substantial "
        "considerable longer full explicit direct any real prove remain become seem appear turn"
    )
)
"""Stems after which what is denied is rather the thing that follows."""

_PASSED_OVER = frozenset(
    stem(word)
    for word in word_set(
        "about around roughly still yet very really fully entirely completely purely "
        "significantly substantially considerably markedly much quite exactly points point "
        "percent times nine two three four five six seven eight ten always explicitly "
        "directly clearly easily readily able"
    )
)
"""Stems between `not` and what it denies."""


def denials(tokens: Sequence[Token]) -> list[int]:
    """For each word AFFIRMED, DENIED or UNTOLD, which it is for all in reach of a negation but
    for what is denied itself: in `labels are not used`, `used` is denied and `labels` untold."""
    if _denies_nothing(tokens):
        return [AFFIRMED] * len(tokens)
    found = _reached(tokens)
    for start, end in clauses(tokens):
        for place in range(start, end):
            if tokens[place].lower in PERHAPS:
                found[start:end] = [min(one, UNTOLD) for one in found[start:end]]
            elif _is_doubt(tokens, place):
                found[start:end] = [UNTOLD] * (end - start)
            elif tokens[place].lower == "free" and tokens[place].joined:
                found[start:end] = [UNTOLD] * (end - start)
                found[place - 1] = DENIED
            elif tokens[place].lower == "non" and _is_denied_next(tokens, place, end):
                found[place + 1] = -found[place + 1]
    return found


def _denies_nothing(tokens: Sequence[Token]) -> bool:
    """Whether no word is there that could deny or doubt another: most sentences have none."""
    asks = bool(tokens) and tokens[0].lower in _ASKING
    return not asks and _TELLING.isdisjoint([token.lower for token in tokens])


def _is_denied_next(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a `non-` is before a word that is no name: `non-English` is one."""
    return place + 1 < end and tokens[place + 1].text.islower()


def reversals(tokens: Sequence[Token]) -> list[int]:
    """For each word AFFIRMED, DENIED or UNTOLD by plain negations alone, whatever is doubted."""
    if _denies_nothing(tokens):
        return [AFFIRMED] * len(tokens)
    found = _reached(tokens)
    for start, end in clauses(tokens):
        if any(tokens[place].lower in _SCARCELY for place in range(start, end)):
            found[start:end] = [UNTOLD] * (end - start)
    for place in range(1, len(tokens)):
        if tokens[place - 1].lower == "to" and _is_hindered(tokens, place):
            found[place] = UNTOLD
    return found


def _is_hindered(tokens: Sequence[Token], place: int) -> bool:
    """Whether something is hard to do: `harder for others to improve`."""
    return any(token.lower in _HARD for token in tokens[max(0, place - 8) : place])


_HARD = word_set("hard harder difficult struggle struggles fail fails unable easier easy")
_SCARCELY = word_set("hardly scarcely barely rarely seldom almost nearly reportedly supposedly")
_CONDITIONS = word_set("if unless until whether when")
_AVOIDED = 4
"""How many words after it an avoiding verb reaches."""

_WHOLE = NOT | FAILING
"""Negations with what they are said of before them: their reach begins with the clause."""


def _reached(tokens: Sequence[Token]) -> list[int]:
    """What negations and avoiding verbs reach, each clause by itself."""
    found = [AFFIRMED] * len(tokens)
    if tokens and tokens[0].lower in _ASKING:
        return [UNTOLD] * len(tokens)
    for start, end in clauses(tokens):
        negators = [place for place in range(start, end) if is_negator(tokens, place)]
        for first, last in _untold(tokens, start, end, negators):
            found[first:last] = [UNTOLD] * (last - first)
        for at in _denied_in(tokens, end, negators):
            found[at] = UNTOLD if found[at] == DENIED else DENIED
        for place in range(start, min(start + 2, end)):
            for at in _done_by_none(tokens, place, end):
                found[at] = DENIED
        if _is_conditional(tokens, start, end):
            found[start:end] = [UNTOLD] * (end - start)
    return found


def _untold(
    tokens: Sequence[Token], start: int, end: int, negators: Sequence[int]
) -> Iterator[tuple[int, int]]:
    """The stretches of a clause, from and to, that negations and avoiding verbs reach."""
    for place in range(start, end):
        lower = tokens[place].lower
        if place not in negators:
            if lower in AVOIDING:
                yield place + 1, min(end, place + 1 + _AVOIDED)
        elif lower in _WHOLE:
            yield start, end
        else:
            yield place if lower in _ONWARD else max(start, place - 3), end


def _denied_in(tokens: Sequence[Token], end: int, negators: Sequence[int]) -> Iterator[int]:
    """What is denied in a clause; `not ... without ...` leaves the second untold."""
    whole = any(tokens[place].lower in _WHOLE for place in negators)
    for place in negators:
        if not whole or tokens[place].lower != "without":
            yield from _denied_by(tokens, place, end)


_ONWARD = word_set("without rather")
"""Negations that reach only what follows."""


def _done_by_none(tokens: Sequence[Token], place: int, end: int) -> list[int]:
    """What a subject that is nobody does not do: `no method can win`, `none of them wins`."""
    if tokens[place].lower not in _NO_ONE:
        return []
    for at in range(place + 1, end):
        if tokens[at].lower in _CAN:
            return _denied_verb(tokens, at, end)
    signs = better_or_worse(), more_or_less()
    return [
        at
        for at in range(place + 1, end)
        if tokens[at].stem == "exist" or any(tokens[at].stem in table for table in signs)
    ]


_NO_ONE = word_set("no none neither nobody nothing")
_CAN = word_set(
    "can could is are was were will would has have had does do did currently yet may might"
)


def _is_conditional(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a clause holds only where something else does."""
    if start and tokens[start - 1].lower in _CONDITIONS:
        return start < 2 or tokens[start - 2].lower != "even"
    if end < len(tokens) and tokens[end].lower == "unless":
        return True
    return any(
        tokens[at].lower == "only" and tokens[at + 1].lower in _ONLY_THERE
        for at in range(start, end - 1)
    )


_ASKING = word_set(
    "do does did can could is are was were should would will has have how why what which who"
)
"""Words that begin a question."""

_ONLY_THERE = word_set("at when with in for on under where below above by")


def clauses(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Where the clauses of a sentence begin and end."""
    start = 0
    for place, token in enumerate(tokens):
        if token.lower in STOPS or (token.lower == "and" and _denies_next(tokens, place)):
            yield start, place
            start = place + 1
    yield start, len(tokens)


def _denies_next(tokens: Sequence[Token], place: int) -> bool:
    """Whether `and` begins a clause of its own: a negation or an auxiliary follows."""
    following = [token.lower for token in tokens[place + 1 : place + 3]]
    return not (NOT | NO | _AUXILIARIES | _HARDLY).isdisjoint(following)


_HARDLY = word_set("hardly scarcely barely rarely little few only never")


def _denied_by(tokens: Sequence[Token], place: int, end: int) -> list[int]:
    """The words that a negator denies: the verb after `not`, the noun after `no`."""
    lower = tokens[place].lower
    if lower in NOT or lower in FAILING:
        return _denied_verb(tokens, place, end)
    start = place + 1
    if lower == "no" and tokens[start : start + 1] and tokens[start].lower == "longer":
        return _denied_verb(tokens, start, end)
    if lower == "no" and start < end and tokens[start].lower in NOT_DENIED:
        return [start]
    if lower in RATHER:
        start += 1
        if start < end and tokens[start].lower[0].isdigit():
            return []
    if lower in NEED_GOES:
        start = next(
            (at + 1 for at in range(place, end) if tokens[at].lower in ("for", "with", "of")), end
        )
    return _denied_noun(tokens, start, end)


def _denied_verb(tokens: Sequence[Token], place: int, end: int) -> list[int]:
    following = [token.lower for token in tokens[place + 1 : min(place + 3, end)]]
    if following and (following[0] in LEAVES or following[-1][0].isdigit()):
        return []
    for at in range(place + 1, end):
        if tokens[at].lower == "and":
            break
        if tokens[at].stem in _PASSED_OVER or not tokens[at].lower.strip("0123456789.,%"):
            continue
        if is_content(tokens[at]):
            if tokens[at].stem in _PASSED_ON:
                return [at, *_denied_noun(tokens, at + 1, end)]
            return [at]
    return []


def _denied_noun(tokens: Sequence[Token], start: int, end: int) -> list[int]:
    run: list[int] = []
    for at in range(start, end):
        word = tokens[at].lower
        if not run and word in ("on", "to", "from", "with", "of"):
            continue
        if word in LEAVES or word in _AUXILIARIES or word == "to" or (word == "of" and run):
            if word in ("for", "to", "of") and run and tokens[run[-1]].stem in _PASSED_THROUGH:
                run.clear()
                continue
            break
        if run and word in _BEGINS_PHRASE:
            break
        if is_content(tokens[at]) and word not in ("one", "ones", "significant", "significantly"):
            run.append(at)
    if not run:
        return []
    first = tokens[run[0]]
    verbal = (
        first.lower.endswith("ing")
        and len(run) > 1
        and not tokens[run[1]].joined
        and tokens[start - 1].lower != "no"
    )
    if verbal and first.stem in _LOSING:
        return run[:1]
    opens = not start - 1 or tokens[start - 2].lower in STOPS
    if tokens[start - 1].lower == "no" and opens:
        return run[-2:]
    return [run[0], run[-1]] if verbal else run[-1:]


_BEGINS_PHRASE = word_set("the a an its their our his her this that these those is are be been it")
_LOSING = frozenset(
    (
        "los",
        "sacrific",
        "compromis",
        "hurt",
        "harm",
        "degrad",
        "damag",
        "reduc",
        "discard",
        "drop",
        "impair",
    )
)
"""Stems of verbs that deny their object themselves: nothing is lost `without losing detail`."""


_PASSED_THROUGH = frozenset(
    ("need", "access", "requir", "requirement", "recours", "use", "using", "necessit")
)


def _is_doubt(tokens: Sequence[Token], place: int) -> bool:
    lower = tokens[place].lower
    if lower == "free" and tokens[place].joined:
        return False
    if lower in ("left", "leave", "leaves") and place + 1 < len(tokens):
        return tokens[place + 1].lower in ("out", "aside")
    if lower in NEED_GOES | FAILING and is_negator(tokens, place):
        return False
    if lower == "beyond" and any(token.lower[0].isdigit() for token in tokens[place : place + 4]):
        return False
    return lower in DOUBTS


_TELLING = (
    NOT
    | NO
    | RATHER
    | NEED_GOES
    | FAILING
    | AVOIDING
    | DOUBTS
    | PERHAPS
    | _CONDITIONS
    | _NO_ONE
    | _SCARCELY
    | _HARD
    | {"free", "non", "only", "left", "leave", "leaves"}
)
"""Words without one of which nothing is denied, doubted or told of only some."""
