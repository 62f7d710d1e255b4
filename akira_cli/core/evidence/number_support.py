"""Whether a number is the source's: the same, rounded, in other words, or worked out fairly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor, isclose, log10

from akira_cli.core.evidence.number_words import ABOUT, ABOVE, BELOW
from akira_cli.core.evidence.numbers import Quantity
from akira_cli.core.evidence.units import SCALES, UNITS
from akira_cli.core.sentences import word_set

TO_BASE = {
    "ns": 1e-9,
    "µs": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "fortnight": 1209600.0,
    "month": 2629800.0,
    "year": 31557600.0,
    "decade": 315576000.0,
    "bit": 0.125,
    "byte": 1.0,
    "kb": 1e3,
    "mb": 1e6,
    "gb": 1e9,
    "tb": 1e12,
    "pb": 1e15,
    "nm": 1e-9,
    "µm": 1e-6,
    "mm": 1e-3,
    "cm": 1e-2,
    "m": 1.0,
    "km": 1e3,
    "mile": 1609.344,
    "mg": 1e-6,
    "g": 1e-3,
    "kg": 1.0,
    "tonne": 1e3,
    "mflop": 1e6,
    "gflop": 1e9,
    "tflop": 1e12,
    "flop": 1.0,
    "pflop": 1e15,
    "hz": 1.0,
    "khz": 1e3,
    "mhz": 1e6,
    "ghz": 1e9,
    "mj": 1e-3,
    "j": 1.0,
    "kj": 1e3,
    "m2": 1.0,
    "cm2": 1e-4,
    "km2": 1e6,
    "hectare": 1e4,
    "acre": 4046.86,
    "$": 1.0,
    "cent": 1e-2,
}
_ANY = ("example", "item", "instance", "sample", "pair")
_SAME_COUNTS = (
    frozenset(("image", "frame", "video", *_ANY)),
    frozenset(("question", "query", "pair", "document", "sentence", "dataset", *_ANY)),
    frozenset(("dataset", "benchmark", "corpora", "task", "domain")),
    frozenset(("trajectories", "recording", "video", *_ANY)),
    frozenset(
        ("document", "article", "post", "message", "sentence", "comment", "paragraph", *_ANY)
    ),
    frozenset(("class", "label")),
    frozenset(("epoch", "iteration", "step", "round", "update")),
    frozenset(("gpu", "machine", "node", "server")),
    frozenset(("participant", "patient", "student", "expert", "child")),
    frozenset(("hospital", "site")),
    frozenset(("pixel", "voxel")),
)


UNHEDGED = 0.025
"""How far off a rounded number may be without a word such as "about"."""


def supported_by(one: Quantity, source: Sequence[Quantity]) -> Iterator[Quantity]:
    """The numbers of the source that say what `one` says, whatever their units."""
    return (other for other in source if _says_the_same(one, other))


def units_agree(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of one value can be of one thing, by what is counted or measured."""
    if one.form == "part" or other.form == "part":
        return True
    if one.form == "fold" and other.form == "plain" and _tells_how_often(one):
        return other.kind not in SCALES
    if one.form == "share" and other.following[:2] == ("out", "of"):
        return False
    if not one.kind:
        return other.kind not in ("share", "fold") or not _is_of_things(one)
    if one.kind in _PHYSICAL and other.following[:1] and other.following[0] in _METRICS:
        return False
    if not other.kind:
        return one.kind not in SCALES or not _is_of_things(other)
    if one.kind == other.kind:
        return one.unit == other.unit or _same_kind_agrees(one, other)
    if {one.kind, other.kind} == {"share", "fold"} and one.value != other.value:
        return True
    return {one.kind, other.kind} == {"data", "text"} and _counts_agree(one.unit, other.unit)


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
    return any(
        len(word) > 3 and word.endswith("s") and not word.endswith("ss")
        for word in one.following[:2]
    )


def _same_kind_agrees(one: Quantity, other: Quantity) -> bool:
    if one.unit in TO_BASE and other.unit in TO_BASE:
        return isclose(
            one.value * TO_BASE[one.unit], other.value * TO_BASE[other.unit], rel_tol=0.1
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
    if _as_rounded(one, other.value):
        return True
    if one.form == "share" and other.form == "plain" and not other.kind:
        return _as_rounded(one, other.value * 100)
    if one.form == "plain" and other.form == "share" and one.value < 1:
        return _as_rounded(one, other.value / 100)
    if {one.form, other.form} == {"fold", "share"}:
        return "points" not in (one.unit, other.unit) and _fold_is_share(one, other)
    return _converted(one, other)


def _converted(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind or one.unit == other.unit:
        return False
    if one.unit not in TO_BASE or other.unit not in TO_BASE:
        return False
    if (one.unit, other.unit) == ("month", "week"):
        return _as_rounded(one, other.value / _WEEKS_OF_A_MONTH) or _as_rounded(
            one, other.value * TO_BASE["week"] / TO_BASE["month"]
        )
    return _as_rounded(one, other.value * TO_BASE[other.unit] / TO_BASE[one.unit])


_WEEKS_OF_A_MONTH = 4.0
"""A writer's month: six weeks are a month and a half."""


def _of_that_order(one: Quantity, other: Quantity) -> bool:
    low, high = (one, other) if one.vague else (other, one)
    if one.vague and other.vague:
        return one.value == other.value
    return low.value * 0.9 <= high.value < low.value * 100


def _as_rounded(one: Quantity, value: float) -> bool:
    """Whether a writer may put `one` for `value`: the same, or with fewer digits."""
    if isclose(one.value, value, rel_tol=1e-9):
        return True
    if value <= 0 or one.value <= 0:
        return False
    step = last_place(one)
    fewer = one.digits < _digits_of(value) or one.digits == 1
    near = abs(one.value - value) <= step * 0.5 + 1e-9 * value
    if fewer and near and abs(one.value - value) <= UNHEDGED * value:
        return True
    hedged = not ABOUT.isdisjoint(one.before) or "or so" in " ".join(one.following)
    if not hedged or not fewer:
        return False
    if (
        one.digits == 1
        and not ABOVE.isdisjoint(one.before)
        and one.value < value <= one.value * 1.5
    ):
        return True
    if (
        one.digits == 1
        and not BELOW.isdisjoint(one.before)
        and one.value * 0.7 <= value < one.value
    ):
        return True
    return (
        abs(one.value - value) <= max(step, 0.0) and abs(one.value - value) <= 0.25 * value
    ) or (_is_round(one) and abs(one.value - value) <= 0.06 * value)


def _is_round(one: Quantity) -> bool:
    return one.digits == 1 or one.written.rstrip("0.").endswith("5")


def last_place(one: Quantity) -> float:
    """What one more in the last digit that counts adds."""
    return 10.0 ** (floor(log10(one.value) + 1e-9) - one.digits + 1)


def _digits_of(value: float) -> int:
    return len(f"{value:.10g}".partition("e")[0].replace(".", "").strip("0")) or 1


def _parts_agree(one: Quantity, other: Quantity) -> bool:
    mine, theirs = list(_as_parts(one)), list(_as_parts(other))
    if one.form != "part":
        mine = mine[:1]
    return any(close_parts(one, value, part) for value in mine for part in theirs)


def close_parts(one: Quantity, mine: float, theirs: float) -> bool:
    """Whether two parts of one are the same, as exactly as `one` is put."""
    if one.form != "part":
        return isclose(mine, theirs, rel_tol=0.012)
    if isclose(mine, theirs, rel_tol=0.09):
        return True
    if not ABOVE.isdisjoint(one.before) and mine < theirs <= mine * 1.3:
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
    elif 0 < one.value < 1:
        yield one.value


def _fold_is_share(one: Quantity, other: Quantity) -> bool:
    fold, share = (one, other) if one.form == "fold" else (other, one)
    more = 1 + share.value / 100
    less = 1 / (1 - share.value / 100) if 0 < share.value < 100 else 0.0
    of = 100 / share.value if share.value > 0 else 0.0
    close = 0.04 if one.form == "fold" or share.value % 5 == 0 else 0.002
    return any(isclose(fold.value, value, rel_tol=close) for value in (more, less, of))
