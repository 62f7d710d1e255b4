"""What could stand as the one line: a piece of a sentence, two joined, or one after the title."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal, NamedTuple

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import split_sentences
from akira_cli.summarisers.extractive.clauses import Form, opens_pointing, pieces
from akira_cli.summarisers.extractive.word_model import stems

Joint = Literal["", "and", "semicolon", "title", "title part", "question"]
JOINTS: Final[tuple[Joint, ...]] = ("", "and", "semicolon", "title", "title part", "question")

HEADS, TAILS, TITLED = 6, 8, 8
"""How many of the likeliest pieces are tried as first and second of two, and after the title."""

MOST_WORDS_OF_ONE, MOST_WORDS_OF_TWO = 24, 42
"""Words of a piece that is joined, and of two together."""

MOST_OF_TITLE = 0.5
"""A piece that has more of the title's words than this does not need the title before it."""


class Candidate(NamedTuple):
    """A line, and how it was made: `second` is the sentence joined to `sentence`, or -1."""

    text: str
    tokens: tuple[str, ...]
    sentence: int
    form: Form
    cut: str = ""
    joint: Joint = ""
    second: int = -1


Worth = Callable[[tuple[str, ...]], float]

_LATEX = Pattern(r"\\footnote\{[^{}]*\}|\\(?:emph|textbf|textit|textsc|texttt)\{([^{}]*)\}")
_LATEX_GROUP = Pattern(r"\{\\(?:bf|em|it|rm|sc|tt)\b ?([^{}]*)\}")
_WE = Pattern(r"We (?=[a-z])")
_COMMON_FIRST = Pattern(
    r"(?:A|Although|An|As|At|Based|Because|Both|Building|By|Each|Existing|Experiments|Extensive|"
    r"For|From|Given|If|In|Inspired|Instead|It|Many|Most|Motivated|On|One|Our|Rather|Recent|"
    r"Results|Since|Such|The|There|These|They|This|Through|To|Towards?|Under|Unlike|Using|We|When|"
    r"Whereas|While|With|[A-Z][a-z]+(?:ing|ly))\b"
)
_GLUED = Pattern(r"[a-z]{3}\.[A-Z]")
_ENDS = Pattern(r"[.!?:;…\"'”’)\]}$]$")


def plain(text: str) -> str:
    """Without LaTeX's marks of emphasis and footnotes, runs of white space made one blank."""
    if "\\" in text:
        text = _LATEX_GROUP.sub(r"\1", _LATEX.sub(r"\1", text))
    return " ".join(text.split())


def told(sentences: Iterable[str]) -> list[str]:
    """The sentences in plain text; those torn where a line wraps are put together again, those
    that lack the blank between them are parted."""
    whole: list[str] = []
    for sentence in (plain(each).lstrip(" .,;:") for each in sentences):
        if not any(map(str.isalnum, sentence)):
            continue
        if whole and sentence[0].islower() and not _ENDS.search(whole[-1]):
            whole[-1] += f" {sentence}"
        else:
            whole += split_sentences(sentence) if _GLUED.search(sentence) else [sentence]
    return whole


def candidates(title: str, sentences: Sequence[str], worth: Worth) -> list[Candidate]:
    """All lines that are tried; `worth` of a line's stems says which pieces to build on.

    Those that point at a sentence before them are left out, unless all do. Without sentences
    the title is the only one, and without a title there is none.
    """
    alone = list(_pieces(sentences))
    whole = [one for one in alone if not opens_pointing(one.text)] or alone
    short = [
        one
        for one in sorted(whole, key=lambda one: -worth(one.tokens))
        if one.form != "whole" and one.text.count(" ") < MOST_WORDS_OF_ONE
    ]
    found = [*whole, *_pairs(short), *_after_title(title, short)]
    return found or [Candidate(title, stems(title), 0, "whole")] if title or found else []


def _pieces(sentences: Sequence[str]) -> Iterator[Candidate]:
    seen = set[str]()
    for number, sentence in enumerate(sentences):
        for piece in pieces(sentence) if sentence else ():
            if piece.text not in seen:
                seen.add(piece.text)
                yield Candidate(piece.text, stems(piece.text), number, piece.form, piece.cut)


def _pairs(short: Sequence[Candidate]) -> Iterator[Candidate]:
    heads = [one for one in short if _WE.match(one.text)][:HEADS]
    for head in heads:
        for tail in short[:TAILS]:
            words = head.text.count(" ") + tail.text.count(" ") + 2
            if head.sentence < tail.sentence and words <= MOST_WORDS_OF_TWO:
                yield _pair(head, tail)


def _pair(head: Candidate, tail: Candidate) -> Candidate:
    first = head.text.rstrip(". ")
    joint: Joint
    if _WE.match(tail.text):
        joint, link = "and", ", and " if " and " in first else " and "
        text = first + link + tail.text[len("We ") :]
    else:
        joint, text = "semicolon", f"{first}; {_continuing(tail.text)}"
    tokens = stems(text)
    return Candidate(text, tokens, head.sentence, head.form, head.cut, joint, tail.sentence)


def _after_title(title: str, short: Iterable[Candidate]) -> Iterator[Candidate]:
    """The title and what it stands for: `Sparse layers: we propose ...`."""
    name, joint = _topic(title)
    words = frozenset(stems(name))
    if len(words) < 2:
        return
    for one in list(short)[:TITLED]:
        if len(words.intersection(one.tokens)) <= MOST_OF_TITLE * len(words):
            said = f" {one.text}" if joint == "question" else f": {_continuing(one.text)}"
            text = name + said
            yield Candidate(text, stems(text), one.sentence, one.form, one.cut, joint)


def _topic(title: str) -> tuple[str, Joint]:
    """The title, or its longest part: `Fern: Sparse Layers` -> `Sparse Layers`."""
    title = title.rstrip(".: ")
    if title.endswith(("?", "!")):
        return title, "question"
    parts = title.split(": ")
    longest = max(parts, key=lambda part: part.count(" "))
    return longest[:1].upper() + longest[1:], "title part" if len(parts) > 1 else "title"


def _continuing(text: str) -> str:
    """As it reads after a colon: `we propose`, but `Fern is fast`."""
    return text[:1].lower() + text[1:] if _COMMON_FIRST.match(text) else text
