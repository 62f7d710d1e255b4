"""Words that leave what is said neither affirmed nor denied."""

from __future__ import annotations

from akira_cli.core.sentences import word_set

DOUBTS = word_set(
    "if unless whether instead except despite unlike beyond almost nearly until "
    "seldom hardly scarcely barely rarely nor no-one few little "
    "claim claims claimed believed supposed supposedly allegedly seemingly hope hopes hoped "
    "fails failing failure unlikely impossible unnecessary needless redundant dispensable "
    "superfluous optional gone absent lost away withheld avoided eliminated skipped omitted "
    "removed prevented excluded refused denied stopped dropped ignored replaced discarded spared"
)
"""Words that leave all of their clause neither affirmed nor denied."""

PERHAPS = word_set("may might should")
"""Words that leave what is not denied untold."""

AVOIDING = word_set(
    "avoid avoids avoiding eliminate eliminates eliminating obviate obviates obviating bypass "
    "bypasses bypassing skip skips skipping forgo forgoes omit omits omitting remove removes "
    "removing prevent prevents preventing circumvent circumvents exclude excludes excluding "
    "dispense dispenses sidestep sidesteps refuse refuses deny denies stop stops drop drops "
    "ignore ignores spare spares replace replaces replacing abandon abandons withhold withholds "
    "discard discards save saves saving vanish vanishes disappear disappears cease ceases "
    "refrain miss misses mitigate mitigates alleviate alleviates counter counters curb curbs"
)
"""Words that leave what comes after them neither affirmed nor denied."""
LESSENING = word_set(
    "lower low less fewer weak weaker poor small smaller reduce reduces reduced reducing decline "
    "poorly badly weakly insufficiently declines decrease decreases little only merely just mere "
    "hardly scarcely barely"
)
"""Words that leave less of what they are said of: it is not denied, but not affirmed either."""
