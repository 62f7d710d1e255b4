"""The verbs that say that one of two wins or loses, in all their forms."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.sentences import word_set

_WINNING = word_set(
    "outperform surpass exceed beat outdo outclass outstrip overtake outpace outshine eclipse "
    "defeat outrank outscore trump overshadow outmatch outsmart outweigh vanquish outrun dominate"
)
PARTICIPLES = word_set("beaten outdone overtaken outshone outrun")
_IRREGULAR = word_set("outdoes outdid overtook outran bested") | PARTICIPLES


def _forms(verb: str) -> Iterator[str]:
    base = verb.removesuffix("e")
    yield from (verb, f"{verb}s", f"{verb}es")
    yield from (f"{base}ed", f"{base}ing", f"{base}{base[-1]}ing")


WINS = frozenset(form for verb in _WINNING for form in _forms(verb)) | _IRREGULAR
LOSES = word_set(
    "trail trails trailed trailing underperform underperforms underperformed underperforming lag "
    "lags lagged lagging"
)
