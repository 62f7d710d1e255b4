"""Whether a number is another one with fewer digits: 3.1 told as three, 2,104 as over 2,000."""

from __future__ import annotations

from math import floor, isclose, log10

from akira_cli.core.evidence.of_numbers.quantity import Quantity
from akira_cli.core.evidence.of_words.number_words import ABOUT, ABOVE, BELOW

UNHEDGED, WHOLE = 0.025, 0.06
"""How far off a round number may be without "about"; also of a share, a factor or in words."""


def as_rounded(one: Quantity, value: float) -> bool:
    """Whether a writer may put `one` for `value`: the same, or with fewer digits."""
    if isclose(one.value, value, rel_tol=1e-9):
        return True
    if not (value > 0 and one.value > 0):  # a unit without a number has nan for its value
        return False
    if one.text.endswith("magnitude"):
        return 0.55 <= value / one.value <= 3.2
    if one.following[:1] == ("odd",) and one.digits == 1:
        return one.value < value < one.value + last_place(one)
    fewer = one.digits < _digits_of(value) or one.digits == 1
    return fewer and (_is_nearest(one, value) or (_is_hedged(one) and _is_about(one, value)))


def _is_nearest(one: Quantity, value: float) -> bool:
    """Whether no other number of as many digits is nearer, nor this one too far for being round."""
    off = abs(one.value - value)
    if off > last_place(one) * 0.5 + 1e-9 * value:
        return False
    whole = value % 1 and (one.text.isalpha() or one.form in ("share", "fold"))
    return one.digits > 1 or off <= (WHOLE if whole else UNHEDGED) * value


def _is_hedged(one: Quantity) -> bool:
    return not ABOUT.isdisjoint(one.before) or "or so" in " ".join(one.following)


def _is_about(one: Quantity, value: float) -> bool:
    """Whether a value is close enough to one that is told with `about`, `over` or `nearly`."""
    if one.digits == 1 and _bounds(one, value):
        return True
    if _is_round(one) and not ABOVE.isdisjoint(one.before) and one.value < value:
        return value <= one.value * 1.12
    if _is_round(one) and not BELOW.isdisjoint(one.before) and one.value > value:
        return value >= one.value * 0.88
    apart = abs(one.value - value)
    if (one.value < 10 and apart >= 1) or _is_beyond(one, value):
        return False
    off = 0.25 if one.digits == 1 else 0.075
    return (apart <= last_place(one) and apart <= off * value) or (
        _is_round(one) and apart <= 0.06 * value
    )


def _is_beyond(one: Quantity, value: float) -> bool:
    """Whether `over 90` is said of less, or `under 90` of more."""
    close, pair = "".join(one.before[-1:]), one.before[-2:]
    if close in ("over", "above") or pair == ("more", "than"):
        return one.value > value
    return (close in ("under", "below") or pair in _FEWER) and one.value < value


_FEWER = (("less", "than"), ("fewer", "than"))
_UNDER = frozenset(("under", "below", "less", "fewer"))


def _bounds(one: Quantity, value: float) -> bool:
    """Whether `over 2,000` and `nearly 3,000` may be said of a value; `over 5` is not of 7."""
    near = abs(one.value - value) < 1 or not 2 < one.value < 10
    if log10(one.value).is_integer():
        under = not _UNDER.isdisjoint(one.before) and one.value * 0.15 < value < one.value
        return under or (not ABOVE.isdisjoint(one.before) and one.value < value < one.value * 2)
    if not ABOVE.isdisjoint(one.before) and one.value < value <= one.value * 1.5:
        return near
    return near and not BELOW.isdisjoint(one.before) and one.value * 0.7 <= value < one.value


def _is_round(one: Quantity) -> bool:
    return one.digits == 1 or one.written.rstrip("0.").endswith("5")


def last_place(one: Quantity) -> float:
    """What one more in the last digit that counts adds."""
    if not one.value > 0:  # nor is a unit without a number
        return 10.0 ** -len(one.written.partition(".")[2])
    return 10.0 ** (floor(log10(one.value) + 1e-9) - one.digits + 1)


def _digits_of(value: float) -> int:
    return len(f"{value:.10g}".partition("e")[0].replace(".", "").strip("0")) or 1
