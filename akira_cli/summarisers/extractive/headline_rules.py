"""What a headline must be, and what makes one better than another."""

from __future__ import annotations

from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.methods import METHOD_NOUN
from akira_cli.summarisers.extractive.phrases import MAX_WORDS, MIN_WORDS
from akira_cli.summarisers.extractive.wholeness import ends_whole, is_plain

SPARSE: Final = 7
"""A headline with fewer words has room for more."""

_FEW_TELLING: Final = 3
"""A headline with fewer telling words, or with fewer but one after a name, says next to nothing."""

_MIN_LOWER_CASE: Final = 2
"""With fewer words in lower case it is a name, not a claim."""

_OPENERS: Final = word_set(
    "their them it its this these those such former latter following and but or that both "
    "each another other others here there which who so then thus as one"
)
_LETTING: Final = Pattern(r"It(?:'s| is) (?:possible|enough|sufficient|hard|easy) to ")
_BROKEN: Final = Pattern(r";|, but |, (?:while|although|though) |\. |,.*:|:.*:| (?:-+|–|—) ")
"""Marks of more than one phrase, but for the one colon behind a name."""

_TWICE: Final = Pattern(r"^(\S*[A-Z]\S*) .*(?<= )\1(?![\w-])")
"""A name that was put where it stood already: `Heron lets Heron count`."""

_HOLLOW: Final = word_set(METHOD_NOUN.replace("|", " ")) | word_set(
    "new novel better general simple efficient effective set range variety series end unified "
    "comprehensive first flexible open source solution resource way large scale two three "
    "empirical powerful robust lightweight advanced thorough fully highly study evaluation "
    "evaluations experiments challenges"
)
_SMALL: Final = word_set("a an as the of for in on to and with via by from at is are")
_WORD: Final = Pattern(r"\w+")

_POINTERS: Final = Pattern(
    r"\b(?:[Tt]his|[Tt]hese|[Tt]hose(?! (?:at|by|for|from|in|of|on|that|who|with|\w+ed)\b)|"
    r"[Nn]one of the|[Tt]he (?:given|chosen|models\b(?! (?:of|that))|aforementioned)|such(?! as\b|"
    r" that\b|-)|[Tt]he (?:proposed|former|latter|following|above|same|resulting|other|additional|"
    r"(?:problem|task|issue|challenges?)(?! of)|gap|application|approach|method|authors?|paper|"
    r"work|study|cause|reason|framework|model|system|network|algorithm)|respectively|both (?!\w+ "
    r"and|of|\w+ \w+ and|\w+ly )|ours?|we|us|my|I|here)\b"
)
"""Words that speak of what a headline does not tell."""

_LEANING: Final = Pattern(
    r"^(?:It|Its|Their|Ones?|Each|There|Two|Three|That)\b|^[\w-]+(?: and \w+)? (?:their|its|her|"
    r"his)\b|\b(?:they|them)\b|, (?:their|its)\b"
)
_VAGUE: Final = Pattern(
    rf"(?:An?|The)(?: new)? (?:{METHOD_NOUN}|solution)\b(?! (?:for|that|to|of|based)\b)|"
    r"(?:There|In|To|Regardless|Compared|Considerable|Even|Among|Beyond|During|Recent\w*|Previous|"
    r"Prior|Empirical|Experiment\w*|Results|Extensive|Preliminary|Existing|Many|Most|Current|"
    r"Traditional|Despite|While|Although|Such|Some|One)\b"
)
_NAMELESS: Final = Pattern(rf"A new (?:{METHOD_NOUN}) (?!based|for|of|that|to|using|which|with)")
"""What a method does that has no name."""

_STOCK: Final = Pattern(
    r"state[- ]of[- ]the[- ]art|\bsota\b|\bsuperior(?! to\b)|effectiveness|promising|competitive|"
    r"practical|insights|potential|comprehensive|baselines|(?:strong|better|exceptional|excellent|"
    r"good|great|high|impressive|outstanding|remarkable) (?:accuracy|efficiency|quality|"
    r"robustness|performance|results|advantages?|adaptability|improvements?)|improv\w* (?:the "
    r")?(?:performance|results)|\b(?:outperform|surpass|exceed)\w* (?:(?:all|other|several|many|"
    r"the|various) )*(?:existing|previous|prior|current|recent|competing|baseline|other|"
    r"traditional|conventional|state)"
)
"""What every second paper says of itself."""

_COMPARED: Final = Pattern(r"\b(?:faster|better|worse|slower|cheaper)\b(?!.*\bthan\b)")
"""A comparison with nothing."""

_FIGURES: Final = Pattern(
    r"\d(?:%|x\b|×| times| points| percent)|\b(?:half|twice|tenfold)\b|\b\d+ (?:million|billion)"
)


def is_headline(text: str, title: str) -> bool:
    """Whether it is one whole phrase of 4 to 14 words, says something, and is not the title."""
    words = text.split()
    return (
        MIN_WORDS <= len(words) <= MAX_WORDS
        and ends_whole(text)
        and is_plain(text)
        and not _BROKEN.search(text)
        and sum(word[0].islower() for word in words) >= _MIN_LOWER_CASE
        and (words[0].lower() not in _OPENERS or _LETTING.match(text) is not None)
        and _says_something(text)
        and not _TWICE.search(text)
        and not is_title(text, title)
    )


def is_title(text: str, title: str) -> bool:
    """Whether a text has the words of the title and no other that says anything."""
    words, of_title = set(_telling_words(text)), set(_telling_words(title))
    return bool(words) and not ((words ^ of_title) - _HOLLOW)


def is_nearly(text: str, title: str) -> bool:
    """Whether a text is the title, or the title but for small changes."""
    words, of_title = set(_telling_words(text)), set(_telling_words(title))
    shared = len(words & of_title)
    return bool(words) and (
        shared >= 0.65 * len(words | of_title) or shared >= max(0.85 * len(words), 3)
    )


def merit(text: str) -> float:
    """More for a result in figures, less for what points elsewhere or says what all papers say."""
    words = len(text.split())
    figures = _FIGURES.search(text) is not None
    return (
        0.03 * min(words, 12)
        - 0.5 * (words < SPARSE - 1)
        + 1.6 * figures
        - 3.2 * (_POINTERS.search(text) is not None)
        - 1.0 * (_LEANING.search(text) is not None)
        - 0.6 * (_NAMELESS.match(text) is not None)
        - 1.0 * (_VAGUE.match(text) is not None)
        - 0.8 * (_COMPARED.search(text) is not None)
        - 1.5 * _is_thin(text)
        - 1.2 * (_STOCK.search(text.lower()) is not None and not figures)
    )


def most_merit(text: str) -> float:
    """No headline cut from a text has more merit."""
    return 0.4 + 1.6 * (_FIGURES.search(text) is not None)


def _says_something(text: str) -> bool:
    """Whether it has two words that not every headline could have, one of them behind a colon."""
    words = _telling_words(text.rpartition(":")[2])
    telling = [word for word in words if word.removesuffix("s") not in _HOLLOW]
    return len(telling) >= (1 if ":" in text else 2)


def _is_thin(text: str) -> bool:
    """Whether it says next to nothing: `Heron: an end-to-end counting method`."""
    words = _telling_words(text.rpartition(":")[2])
    telling = sum(word.removesuffix("s") not in _HOLLOW for word in words)
    return telling < _FEW_TELLING - (":" in text)


def _telling_words(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.lower()) if word not in _SMALL]
