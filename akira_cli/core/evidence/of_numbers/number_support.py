"""Whether a number is the source's: the same, rounded, in other words, or worked out fairly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from akira_cli.core.evidence.of_numbers.folds import SCORES, fold_is_share
from akira_cli.core.evidence.of_numbers.left_out import REDUCED, tells_what_is_left
from akira_cli.core.evidence.of_numbers.quantity import ENDS_UNIT, Quantity
from akira_cli.core.evidence.of_numbers.rounding import as_rounded
from akira_cli.core.evidence.of_numbers.units import SCALES, TO_BASE, UNITS
from akira_cli.core.evidence.of_words.number_words import ABOVE, BELOW
from akira_cli.core.sentences import word_set

_ANY = ("example", "item", "instance", "sample", "pair")
_SAME_COUNTS = (
    frozenset(("image", "frame", "scan", *_ANY)),
    frozenset(("video", *_ANY)),
    frozenset(("question", "query", "pair", "document", "sentence", "dataset", *_ANY)),
    frozenset(("dataset", "benchmark", "corpora", "task", "domain")),
    frozenset(("trajectories", "recording", "video", *_ANY)),
    frozenset(
        (
            "document",
            "article",
            "paper",
            "post",
            "message",
            "sentence",
            "comment",
            "paragraph",
            *_ANY,
        )
    ),
    frozenset(("class", "label")),
    frozenset(("iteration", "step", "round", "update")),
    frozenset(("machine", "node", "server")),
    frozenset(("participant", "patient", "student", "expert", "child")),
    frozenset(("hospital", "site")),
    frozenset(("pixel", "voxel")),
)


def supported_by(one: Quantity, source: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers of the source that say what `one` says, whatever their units."""
    return (other for other in source if _says_the_same(one, other))


def in_another_form(one: Quantity, everything: Sequence[Quantity]) -> list[Quantity]:
    """Where the source has `50%` and nowhere `50 times`: no other number bears that out."""
    if one.form not in ("share", "fold") or one.text.isalpha() or one.unit == "points":
        return []
    alike = [other for other in everything if other.value == one.value and not other.named]
    if any(other.form == one.form or not other.kind for other in alike):
        return []
    return [other for other in alike if other.form in ("share", "fold")]


def units_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of one value can be of one thing, by what is counted or measured."""
    if one.form == "part" or other.form == "part":
        return True
    if one.form == "fold" and other.form == "plain" and _tells_how_often(one):
        return other.kind not in SCALES
    if one.unit == "%" and other.following[:2] == ("out", "of"):
        return False
    if not one.kind:
        often = other.form == "fold" and _tells_how_often(other)
        return often or other.kind not in ("share", "fold") or not _is_of_things(one)
    if one.kind in _PHYSICAL and other.following[:1] and other.following[0] in _METRICS:
        return False
    if not other.kind:
        return one.kind not in SCALES or not _is_of_things(other)
    if {one.unit, other.unit} in _ONE_UNIT or _is_so_much_of(one, other):
        return True
    if one.kind == other.kind:
        return one.unit == other.unit or _same_kind_agrees(one, other)
    if one.value != other.value and {one.kind, other.kind} in _WORKED_OUT:
        return True
    return {one.kind, other.kind} == {"data", "text"} and _counts_agree(one.unit, other.unit)


def _is_so_much_of(one: Quantity, other: Quantity) -> bool:
    """Whether `ten times less grain` is told of `10% of the grain`."""
    return one.form == "fold" and other.following[1:2] == ("of",) and fold_is_share(one, other)


_ONE_UNIT = ({"%", "points"}, {"£", "pound"}, {"°", "celsius"}, {"°", "fahrenheit"})
"""Units of which one is written for the other."""

_WORKED_OUT = ({"share", "fold"}, {"rate", "time"})
"""Kinds of which one is told for the other: 50% more for 1.5 times, 25 fps for 40 ms a frame."""

_PHYSICAL = frozenset(("time", "memory", "length", "mass", "power", "rate", "energy"))
_METRICS = word_set(
    "map mota motp idf1 hota bleu chrf rouge miou iou fid psnr ssim lpips auc auroc f1 mae rmse "
    "wer cer perplexity mos dice elo"
)
"""What is measured in no unit."""


def _tells_how_often(one: Quantity) -> bool:
    """Whether `twice in a row` and `129 times` count what happened, and compare nothing."""
    after = one.following
    if one.text.lower() not in ("twice", "thrice"):
        if after[:1] != ("times",):
            return False
        after = after[1:]
    first = after[0] if after else ""
    return first not in _COMPARES and not first.endswith("er")


_COMPARES = frozenset(("as", "more", "less", "the", "that", "its", "their", "what", "those"))


def _is_of_things(one: Quantity) -> bool:
    """Whether a number without a known unit counts what follows: `61 papers`, not `61 BLEU`."""
    for word in one.following[:3]:
        if word in ENDS_UNIT:
            break
        if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
            return True
    return False


def _rates_agree(one: str, other: str) -> bool:
    """Whether `img/s`, `image/s` and, as images are frames, `fps` are the same."""
    if "hz" in (one, other):
        return one == other or other.endswith("/s") or one.endswith("/s") or "fps" in (one, other)
    mine, theirs = (unit.replace("fps", "frame/s").split("/") for unit in (one, other))
    if mine[-1] != theirs[-1] or len(mine) + len(theirs) != 4:
        return False
    what = {mine[0], theirs[0]}
    return mine[0][0] == theirs[0][0] or what <= {"frame", "image", "img", "im"}


def _same_kind_agrees(one: Quantity, other: Quantity) -> bool:
    if one.kind == "rate" and ("/" in one.unit + other.unit or "fps" in (one.unit, other.unit)):
        return _rates_agree(one.unit, other.unit)
    if one.unit in TO_BASE and other.unit in TO_BASE:
        return isclose(
            one.value * TO_BASE[one.unit], other.value * TO_BASE[other.unit], rel_tol=0.3
        )
    return one.kind in ("data", "text", "steps", "machines", "people", "places", "length") and (
        _counts_agree(one.unit, other.unit)
    )


def of_one_count(one: str, other: str) -> bool:
    """Whether two words may count the same things: `site` and `hospitals`."""
    mine, theirs = UNITS.get(one), UNITS.get(other)
    return mine is not None and theirs is not None and _counts_agree(mine[1], theirs[1])


def _counts_agree(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _SAME_COUNTS)


def _says_the_same(one: Quantity, other: Quantity) -> bool:
    if other.named and one.form != "plain":
        return False
    if one.vague or other.vague:
        return _of_that_order(one, other)
    if one.form == "part" or other.form == "part":
        return _parts_agree(one, other)
    if as_rounded(one, other.value) or _with_a_point_for_a_comma(one, other):
        return True
    if one.form == other.form == "share":
        return is_the_rest(one, other)
    if one.form == "share" and other.form == "plain" and not other.kind:
        return as_rounded(one, other.value * 100)
    if one.form == "plain" and other.form == "share" and one.value < 1:
        return as_rounded(one, other.value / 100)
    if {one.form, other.form} == {"fold", "share"}:
        return "points" not in (one.unit, other.unit) and fold_is_share(one, other)
    return _converted(one, other)


def _with_a_point_for_a_comma(one: Quantity, other: Quantity) -> bool:
    """Whether `67,500` is the source's `67.500`, as half of Europe writes it."""
    whole, _, rest = other.written.partition(".")
    if len(rest) != 3 or len(whole) > 3 or whole.startswith("0") or other.kind in SCALES:
        return False
    return one.form == "plain" and isclose(one.value, 1000 * other.value, rel_tol=1e-9)


def is_the_rest(one: Quantity, other: Quantity) -> bool:
    """Whether `fails in 3%` says what `97%` does: of what is left out, all that was not told."""
    if "points" in (one.unit, other.unit) or not 0 < other.value < 100:
        return False
    around = {*one.before, *one.following}
    if _ERRS.isdisjoint(around) != _ERRS.isdisjoint((*other.before, *other.following[:4])):
        return as_rounded(one, 100 - other.value)
    if one.following[1:2] == ("of",) or REDUCED.isdisjoint(around):
        around |= REDUCED.intersection((*other.before, *other.following[:4]))
        if other.before[-1:] == ("by",) and one.following[1:2] == ("of",):
            return as_rounded(one, 100 - other.value)
    return tells_what_is_left(around) and as_rounded(one, 100 - other.value)


_ERRS = word_set("error errors wer cer misclassification misclassified mistakes")
"""Words for the share that is wrong, which is what accuracy leaves."""


def _inverse(one: Quantity, other: Quantity) -> bool:
    """Whether `40 ms per frame` and `25 frames per second` are the same."""
    if {one.kind, other.kind} != {"rate", "time"} or not other.value > 0:
        return False
    rate, time = (one, other) if one.kind == "rate" else (other, one)
    if rate.unit not in ("fps", "hz") or time.unit not in TO_BASE:
        return False
    if one is rate:
        return as_rounded(one, 1 / (other.value * TO_BASE[other.unit]))
    return as_rounded(one, 1 / other.value / TO_BASE[one.unit])


def _converted(one: Quantity, other: Quantity) -> bool:
    if _inverse(one, other):
        return True
    if one.kind != other.kind or one.unit == other.unit:
        return False
    if one.unit not in TO_BASE or other.unit not in TO_BASE:
        return False
    if (one.unit, other.unit) == ("week", "month"):
        return one.value == other.value * _WEEKS_OF_A_MONTH
    if (one.unit, other.unit) == ("month", "week"):
        return as_rounded(one, other.value / _WEEKS_OF_A_MONTH) or as_rounded(
            one, other.value * TO_BASE["week"] / TO_BASE["month"]
        )
    return as_rounded(one, other.value * TO_BASE[other.unit] / TO_BASE[one.unit])


_WEEKS_OF_A_MONTH = 4.0
"""A writer's month: six weeks are a month and a half."""


def _of_that_order(one: Quantity, other: Quantity) -> bool:
    low, high = (one, other) if one.vague else (other, one)
    if one.vague and other.vague:
        return one.value == other.value
    return low.value * 0.9 <= high.value < low.value * 100


def _parts_agree(one: Quantity, other: Quantity) -> bool:
    mine, theirs = list(_as_parts(one)), list(_as_parts(other))
    if one.form != "part":
        mine = mine[:1]
    elif other.form == "part" and tells_what_is_left({*one.before, *one.following}):
        theirs.append(1 - other.value)
    if one.following[:1] == ("of",) and other.form == "share" and "of" not in other.following[1:3]:
        one = one._replace(before=())
    return any(close_parts(one, value, part) for value in mine for part in theirs)


_UNDER = frozenset(("under", "below", "less", "fewer"))
_LOOSELY = frozenset(("about", "around", "roughly", "approximately", "some"))


def close_parts(one: Quantity, mine: float, theirs: float) -> bool:
    """Whether two parts of one are the same, as exactly as `one` is put."""
    if one.form != "part":
        return isclose(mine, theirs, rel_tol=0.012)
    if isclose(mine, theirs, rel_tol=0.09):
        return True
    if not _LOOSELY.isdisjoint(one.before) and isclose(mine, theirs, rel_tol=0.13):
        return True
    if not ABOVE.isdisjoint(one.before) and mine < theirs <= mine * 1.3:
        return True
    if mine <= 0.1 and not _UNDER.isdisjoint(one.before) and mine * 0.15 < theirs < mine:
        return True
    return not BELOW.isdisjoint(one.before) and mine * 0.8 <= theirs < mine


def _as_parts(one: Quantity) -> Iterator[float]:
    """The parts of one that a number may stand for: 60% is three fifths, or two fifths less."""
    if one.form == "part":
        yield one.value
    elif one.form == "share" and 0 < one.value < 100:
        yield one.value / 100
        yield 1 - one.value / 100
    elif one.form == "fold" and one.value > 0:
        yield 1 / one.value
        yield 1 - 1 / one.value
        if 1 < one.value < 2:
            yield one.value - 1
    elif 0 < one.value < 1:
        yield one.value
    elif 1 < one.value < 100 and not (
        one.kind or SCORES.isdisjoint((*one.before, *one.following[:3]))
    ):
        yield one.value / 100
