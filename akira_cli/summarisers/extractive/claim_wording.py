"""A claim in the words of a headline: about the method by its name, in the third person, short."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from akira_cli.core.patterns import Pattern
from akira_cli.core.sentences import word_set
from akira_cli.summarisers.extractive.claims import Claim
from akira_cli.summarisers.extractive.methods import METHOD_NOUN, OUR_METHOD
from akira_cli.summarisers.extractive.phrases import MAX_WORDS
from akira_cli.summarisers.extractive.voice import capitalised, in_third_person
from akira_cli.summarisers.extractive.wording import (
    with_article,
    without_pointing_purpose,
    without_praise,
)

_VERY: Final = Pattern(
    r" (?:also|both simultaneously|consistently|convincingly|effectively|greatly|notably|"
    r"remarkably|significantly|substantially|successfully|thus|thereby|therefore|explicitly|"
    r"systematically|comprehensively|rigorously|thoroughly|instead|"
    r"extensively|specifically)(?= [a-z]+)"
)
_RELATIVE: Final = Pattern(r" (?:that|which|with) ")
_KIND_FOLLOWS: Final = Pattern(rf" (?:[A-Z]|(?:{METHOD_NOUN}|benchmark|dataset|task)\b)")
"""`the HerNet framework` keeps its article."""

OUR_NAMED: Final = Pattern(
    r"^[Oo]ur (?:new |proposed )?(?=[\w-]*[A-Z][\w-]*[A-Z0-9][\w-]* (?:\w+ly )?(?:can|[a-z]+s)\b)"
)
"""`our proposed HerNet`."""

_SURPRISE: Final = Pattern(
    r"^(?:(?:[Ii]nterest|[Ss]urpris)ingly|[Nn]otably|[Rr]emarkably|[Oo]n average|[Ii]n fact), "
)
_MIDST: Final = Pattern(
    r", (?:\w+ly )?(?:based|built|grounded|inspired|modelled|motivated|rooted) [^,;:]{3,60},(?= "
    r"(?:that|which)\b)"
)
"""`a network, inspired by gulls, that counts`."""

_BARE_HEAD: Final = Pattern(r"^([Aa]n? [\w-]+), (?=[a-z]+ing )")
"""`An approach, treating gulls as one`."""

_MEANS: Final = Pattern(
    r",? (?:that|which) (?:\w+ly )?(?:adopt|combine|employ|exploit|harness(?:e)|incorporate|"
    r"integrate|leverage|take|use|utili[sz]e)s "
    r"(?P<means>[^,;:]+?)(?<!ed)(?<!able)(?<!used)(?<!aiming) (?=to (?:\w+ly )?(?:achieve|adapt|"
    r"address|align|analy[sz]e|answer|assist|build|capture|classify|compute|control|count|create|"
    r"detect|determine|distinguish|edit|encode|enhance|ensure|estimate|evaluate|extract|find|"
    r"generate|guide|help|identify|improve|infer|learn|locate|model|optimi[sz]e|perform|predict|"
    r"produce|reason|recogni[sz]e|reconstruct|recover|reduce|remove|render|represent|restore|"
    r"retrieve|score|segment|select|simulate|solve|support|synthesi[sz]e|track|train|transfer|"
    r"translate|verify)\b)"
)
"""`a network that uses two cameras to count gulls`: what it is for says more than the means."""

WITHOUT_MEANS: Final = 0.6
LEANER: Final = 0.2
"""What leaving out the means costs, and words that say nothing."""

_EMPTY_WORD: Final = Pattern(
    r"(?<!and)(?<!but)(?<!more)(?<!most)(?<!or)(?<!yet)(?<!ly) (?:advanced|challenging|complex|"
    r"comprehensive|crucial|different|diverse|effective|"
    r"efficient|important|innovative|multiple|powerful|simple|state-of-the-art(?! (?:accuracy|"
    r"alternatives|approaches|baselines|methods?|models?|performance|results?|scores?|systems|"
    r"techniques))|various|well-known)(?= [a-z])(?! (?:and|but|or|than|to)\b)"
)

_CALLED: Final = Pattern(
    rf"^(?:[Tt]his|[Oo]ur|[Tt]he) (?:[\w-]+ ){{0,2}}(?:{METHOD_NOUN}),? (?:called|dubbed|named|"
    rf"termed) "
    r"([^,]{2,40}),"
)
_DESIGNED: Final = Pattern(
    r" (?:specifically |explicitly )?(?:aimed|aiming|designed|intended) (?:specifically "
    r")?to (?!\w+ing\b)(?:\w+ly )?"
)
_ALLOWING: Final = Pattern(r"^(A new \w+) (?:allow|enable)s (?:us|one) to ")
_LETTING: Final = Pattern(r" (?:allow|enable)s (?:us|one) to ")
_OPENING: Final = Pattern(r"(\w+) [^,]+, (?!\w+, )(?!and\b|or\b)(?=\w)")
_ADDING: Final = word_set(
    "after as because by despite due inspired motivated on since so though although to unlike "
    "whereas while across contrary following"
)
"""Of the openings in front of a claim, the ones that may be left out."""


def variants(claim: Claim, name: str) -> Iterator[tuple[str, float]]:
    """The claim tidied, and where that is too long without words it can spare, with the cost."""
    for text in _tidied(claim.text, name):
        yield text, 0.0
        if text.count(" ") < MAX_WORDS:
            continue
        lean = with_article(_EMPTY_WORD.sub("", text))
        if lean != text:
            yield lean, LEANER
        if claim.is_noun and lean != (purpose := _MEANS.sub(" ", lean, count=1)):
            yield purpose, WITHOUT_MEANS


def _tidied(claim: str, name: str) -> Iterator[str]:
    """The claim in the third person, about the method by its name; also without its opening."""
    text = without_pointing_purpose(claim.strip(" .,;:!"))
    if called := _CALLED.match(text):
        text = f"{called[1]}{text[called.end() :]}"
    if surprise := _SURPRISE.match(text):
        text = text[surprise.end() :]
    text = _plain_purpose(_MIDST.sub("", text) if ", " in text else text)
    text = text.replace("``", '"').replace("''", '"')
    text = with_article(_about_method(_VERY.sub("", without_praise(text)), name))
    if bare := _BARE_HEAD.match(text):
        text = f"{bare[1]} {text[bare.end() :]}"
    text = in_third_person(_LETTING.sub(" makes it possible to ", text, count=1))
    yield capitalised(text)
    opening = _OPENING.match(text)
    if opening and opening[1].lower() in _ADDING:
        yield capitalised(text[opening.end() :])


def _plain_purpose(text: str) -> str:
    """`a network designed to count` -> `a network to count`, where the network is."""
    designed = _DESIGNED.search(text)
    if not designed or _RELATIVE.search(text, 0, designed.start()):
        return text
    return f"{text[: designed.start()]} to {text[designed.end() :]}"


def _about_method(text: str, name: str) -> str:
    """`Our network counts` -> `Heron counts`, or `A new network counts` when it has no name."""
    if named := OUR_NAMED.match(text):
        text = text[named.end() :]
    ours = OUR_METHOD.match(text)
    if ours and not ours[0].endswith("s"):
        text = OUR_METHOD.sub(lambda match: name or f"A new {match[0].split()[-1]}", text, count=1)
        return _ALLOWING.sub(r"\1 to ", text)
    article, _, rest = text.partition(" ")
    if article.lower() not in ("our", "the"):
        return text
    if name and rest.startswith(name) and not _KIND_FOLLOWS.match(rest[len(name) :]):
        return rest
    return f"The {rest}"
