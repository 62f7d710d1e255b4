"""Words by which a share is of what is left out: saved, unused, wrong."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from akira_cli.core.sentences import word_set


def tells_what_is_left(around: AbstractSet[str]) -> bool:
    """Whether words tell of what is left out: `saved`, `unused`, `unlabelled`."""
    if not around.isdisjoint(_LEFT_OUT):
        return True
    return any(
        word.startswith(("un", "mis")) and word.endswith(("ed", "es")) for word in around - _UNITED
    )


_UNITED = frozenset(("unified", "united"))
REDUCED = word_set("cheaper less fewer lower smaller reduction reduces cuts cut drop saving saves")


_LEFT_OUT = word_set(
    "cheaper within short shy lose loses losing lost loss fail fails failed failing failure "
    "failures miss misses missed missing wrong wrongly error errors incorrect incorrectly "
    "without away drop drops dropped save saves saved saving savings cut cuts cutting reduce "
    "reduces reduced reduction less fewer lower smaller remain remains remaining rest other "
    "others left behind below off gap forgoes sacrifices sacrificing not no never except "
    "errs err erring overlooks overlooked overlook mistaken unseen unsolved unanswered "
    "rejects rejected discards discarded removes removed removing skips "
    "skipped prunes pruned pruning only just kept keeps keeping retains retaining unchanged "
    "correct right untouched intact frozen leaves leaving spares frees"
)
"""Words by which a share is of what is left out, where the source tells what is not."""
