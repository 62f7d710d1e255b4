"""Where one sentence ends and the next begins, in running text."""

from __future__ import annotations

from collections.abc import Iterator

from akira_cli.core.patterns import Pattern

STOPS = ".?!…。！？"
CLOSERS = "\"'”’»)]}」』）"
DASHES = "-–—"
OPENERS = "\"'“‘«([{「『（"


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for telling whether a word is one of them."""
    return frozenset(text.split())


STARTERS = word_set(
    "A Additionally Although An And As At Based But By Compared Despite Experimental Experiments "
    "Extensive Finally First For From Furthermore Given Hence Here How However I If In Instead "
    "It Its Many Moreover Most Motivated On Our Previous Recent Recently Results Second Several "
    "Since So Some Specifically Such That The Their Then There Therefore These They This Those "
    "Though Through Thus To Traditional Under Unlike Using We What When Where Whereas Which While "
    "With Yet"
)
"""Capitalised words that open a sentence and are hardly ever part of a name."""

NEVER_FINAL = word_set(
    "approx ca cf dr e.g eg eq eqn eqs fig figs i.e ie mr mrs ms prof sec secs sect st viz vs"
)
NUMBERED = word_set("alg app art ch def lem no nos p pp prop ref refs tab thm vol")
"""Abbreviations only in front of a number: `No. 5`, but `Does it? No. We show`."""

SOMETIMES_FINAL = word_set(
    "a.k.a a.m al aug co corp dec feb i.i.d inc jan jr ltd nov oct p.m ph.d resp sept sr w.r.t"
)
"""Abbreviations unless one of the `STARTERS` follows."""

_BREAK = Pattern(r"(?<!\S)(\S*[^\sa-z0-9,;:])\s+(?=(\S+))")
"""Two words, the first of which may end a sentence: it does not end with a small letter."""

_LONGEST_WORD = 40
"""Characters around a forgotten blank that are looked at."""

_INITIALS = Pattern(r"(?:[A-Za-z]\.-?)*[A-Z]")
_NOTE_MARK = Pattern(r"\[[\d,–-]+\]$")
_GLUED = Pattern(
    r"(?<=[。！？])(?![。！？」』”’）\s])|(?<=[。！？][」』”’）])"
    rf"|(?<=[a-z]{{3}}\.)(?=(?:{'|'.join(sorted(STARTERS - {'A', 'I'}))})[ ,])"
)
"""Ends that no blank follows: the CJK full stops, and the slip in `is solved.We show`."""


_FORGOTTEN = Pattern(
    r"(?<=[a-z)]) +(?=(?:To (?:address|alleviate|bridge|fill|mitigate|overcome|remedy|resolve|"
    r"solve|"
    r"tackle) (?:this|these|such)|In this (?:article|paper|study|work),? we|(?:Methods?|Results?|"
    r"Conclusions?|Objectives?): [A-Z]))"
)
"""Where a sentence ends without a stop: `is solved To overcome this`, `is known Methods: We`."""


def split_sentences(text: str) -> list[str]:
    """The sentences of `text` in order, stripped, runs of white space made one blank.

    Nothing but white space is lost or added.
    """
    return [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence of `text` begins and ends, in characters, without the blanks around."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    spans: list[tuple[int, int]] = []
    for stop, after, word, following in _breaks(text):
        if after < end and _ends_sentence(word, following):
            spans.append((start, stop))
            start = after
    spans = [*spans, (start, end)] if start < end else spans
    if forgotten := [(place.start(), place.end()) for place in _FORGOTTEN.finditer(text)]:
        spans = list(_cut_again(spans, forgotten))
    return spans


def _cut_again(
    spans: list[tuple[int, int]], places: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """The spans, cut where blanks stand for a forgotten stop."""
    for start, end in spans:
        for stop, after in places:
            if start < stop and after < end:
                yield start, stop
                start = after
        yield start, end


def _breaks(text: str) -> list[tuple[int, int, str, str]]:
    """Where a sentence might end: the end of a word, the start of the next, and both words.

    A blank is where a blank is, and where one was forgotten.
    """
    breaks = [(match.end(1), match.start(2), match[1], match[2]) for match in _BREAK.finditer(text)]
    places = [match.start() for match in _GLUED.finditer(text)]
    glued = [place for place in places if text[place : place + 1].strip()]
    if not glued:
        return breaks
    for place in glued:
        before = text[max(0, place - _LONGEST_WORD) : place].split()
        after = text[place : place + _LONGEST_WORD].split()
        breaks.append((place, place, before[-1], after[0]))
    return sorted(breaks)


def cut_at_clause(text: str, fewest: int, most: int) -> str:
    """The first `most` words, or rather those up to the last clause end past `fewest`, and "…".

    A clause ends at a comma, a semicolon or a dash outside of brackets. A text of no more than
    `most` words is returned as it is.
    """
    words = text.split(maxsplit=most + 1)
    if len(words) <= most:
        return text
    ends = (
        " ".join(words[:end])
        for end in range(most, fewest - 1, -1)
        if words[end - 1].endswith((",", ";")) or words[end] in DASHES
    )
    whole = next(filter(_closes_its_brackets, ends), " ".join(words[:most]))
    return whole.rstrip(",;:" + DASHES + " ") + "…"


def _closes_its_brackets(text: str) -> bool:
    return all(text.count(opener) == text.count(closer) for opener, closer in ("()", "[]", "{}"))


def _ends_sentence(word: str, following: str) -> bool:
    core = _NOTE_MARK.sub("", word).rstrip(CLOSERS)
    if not core or core[-1] not in STOPS:
        return False
    if core[-1] in "。！？":
        return True
    if not _may_start(following.lstrip(OPENERS)):
        return False
    return core[-1] != "." or not _is_abbreviation(core[:-1].lstrip(OPENERS), following)


def _may_start(word: str) -> bool:
    """Whether a sentence may begin so; in lower case only names do: `fMRI`, `wav2vec`."""
    if word[:1].islower():
        return any(char.isupper() or char.isdigit() for char in word)
    return word[:1].isalnum() or (word[:1] in "$.#@\\" and len(word) > 1)


def _is_abbreviation(stem: str, following: str) -> bool:
    lowered = stem.lower()
    if lowered in NEVER_FINAL:
        return True
    if lowered in NUMBERED:
        return following.lstrip(OPENERS)[:1].isdigit()
    if lowered in SOMETIMES_FINAL or _INITIALS.fullmatch(stem):
        return following.strip(CLOSERS + OPENERS + ",") not in STARTERS
    return False
