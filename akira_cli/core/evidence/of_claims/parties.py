"""Who stands on a side of a comparison: the work itself, the others, or something described."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from akira_cli.core.evidence.of_words.ordinary import is_ordinary
from akira_cli.core.evidence.of_words.polarity import is_content
from akira_cli.core.evidence.tokens import Token, stem
from akira_cli.core.sentences import word_set

Kind = Literal["own", "others", "described", "untold"]


class Party(NamedTuple):
    """One side: what kind it is of, and the stems that describe it."""

    kind: Kind
    words: frozenset[str]


UNTOLD = Party("untold", frozenset())

_OTHERS_ADJECTIVES = word_set(
    "existing previous prior other sota competing conventional traditional current earlier past "
    "alternative rival leading standard strong stronger strongest established popular recent "
    "classic classical baseline comparable available published known older "
    "preceding concurrent contemporary mainstream advanced representative"
)
_METHODS = word_set(
    "method methods methodology methodologies approach approaches model models technique "
    "techniques system systems work works framework frameworks network networks algorithm "
    "algorithms solution solutions strategy "
    "strategies tool tools scheme schemes one ones procedure procedures architecture "
    "architectures pipeline pipelines detector detectors classifier classifiers estimator "
    "estimators generator generators solver solvers agent agents learner learners variant "
    "variants version versions design designs module modules paper study recipe policy policies "
    "attack attacks defense defenses optimizer optimizers"
)
_MODELS = word_set("llms llm mllms mllm vlms vlm gans transformers cnns")
_OTHERS = word_set(
    "sota baseline baselines alternatives alternative counterparts counterpart rivals rival "
    "competitors competitor predecessors predecessor others competition"
)
_RESULTS = word_set(
    "performance accuracy results result score scores quality error errors speed efficiency "
    "recall precision numbers output outputs predictions reconstructions success"
)
_OWN_ALONE = word_set("we it us ours itself this proposed them")
_OWNING = word_set("our its their this these the")
_AUTHORS = word_set("authors author")
_PEOPLE = word_set(
    "human humans people person experts annotators clinicians students physicians doctors "
    "radiologists professionals participants"
)
_SHALLOW = frozenset(
    stem(word)
    for word in word_set(
        "still well far clearly just slightly remain remains stay stays prove proves come comes "
        "out perform performs performed performance show shows showed demonstrate demonstrates "
        "achieve achieves achieved obtain result results experiment experiments extensive "
        "evaluation evaluations find finds found using used use based new novel keep retain "
        "hold give gives gave get gets make makes yield yields significant significantly "
        "considerably substantially consistently often points point percent average standard "
        "respectively both all average task tasks dataset datasets benchmark benchmarks score "
        "scores does did do doing ones one those that metrics metric including include up wide "
        "large margin margins compared comparison experimental state art"
    )
    | _RESULTS
    | _METHODS
    | _OTHERS_ADJECTIVES
)
"""Words that do not tell one thing that is compared from another."""

LONGEST = 26
"""How many words of a side are looked at."""


def subject(tokens: Sequence[Token], places: range, own: frozenset[str]) -> Party:
    """As `party`, of what comes first: `they` are those who were spoken of before."""
    found = party(tokens, places, own)
    if places and tokens[places.start].lower == "they":
        earlier = range(max(0, places.start - LONGEST), places.start)
        words = frozenset(_describing(tokens, earlier)) - own
        return Party("described", found.words | words) if words else Party("own", words)
    return found


def party(tokens: Sequence[Token], places: range, own: frozenset[str]) -> Party:
    """Who the words at some places speak of, first of all; `own` are stems of the work's name."""
    kind: Kind = "untold"
    for at in places[:LONGEST]:
        kind = _kind_at(tokens, at, places.stop, own)
        if kind != "untold":
            break
    words = frozenset(_describing(tokens, places[:LONGEST])) - own
    if kind == "untold" and words:
        kind = "described"
    return Party(kind, words)


def apart(one: Party, other: Party) -> tuple[Party, Party]:
    """Two sides without the words that both of them have."""
    common = one.words & other.words
    return _without(one, common), _without(other, common)


def _without(one: Party, words: frozenset[str]) -> Party:
    return one._replace(words=one.words - words)


def _kind_at(tokens: Sequence[Token], at: int, end: int, own: frozenset[str]) -> Kind:
    word = tokens[at].lower
    if tokens[at].stem in own and tokens[at].text != word:
        return "own"
    following = [token.lower for token in tokens[at + 1 : min(end, at + 5)]]
    if word in _PEOPLE:
        return "described"
    if word in _OTHERS_ADJECTIVES and not (_METHODS | _MODELS).isdisjoint(following[:3]):
        return "others"
    if word in _OTHERS or (word == "state" and following[:3] == ["of", "the", "art"]):
        return "others"
    if word in ("any", "every") and not (_OTHERS | {"other"}).isdisjoint(following[:2]):
        return "others"
    return "own" if _is_own(word, following) else "untold"


def _is_own(word: str, following: Sequence[str]) -> bool:
    """Whether a word, alone or with what it belongs to, is the work itself."""
    if word in _AUTHORS or word == "proposed":
        return True
    if word in _OWNING and word != "the":
        if not _OTHERS.isdisjoint(following[:3]):
            return word in ("our", "their")
        named = not (_METHODS if word == "their" else _METHODS | _RESULTS).isdisjoint(following[:4])
        return named if word != "this" or following else True
    return word in _OWN_ALONE


def _describing(tokens: Sequence[Token], places: range) -> Iterator[str]:
    for at in places:
        token = tokens[at]
        if is_content(token) and token.stem not in _SHALLOW and not token.lower.endswith("ly"):
            yield token.stem


def alike(mine: Party, theirs: Party) -> int:
    """2 when a side of a text is surely one of the source, 1 when it may be, 0 when it is not."""
    if mine.kind == theirs.kind and mine.kind in ("own", "others"):
        return 2
    if {mine.kind, theirs.kind} == {"own", "others"}:
        return 0
    if _overlaps(mine.words, theirs.words):
        return 2
    if mine.kind == "described":
        return int(theirs.kind == "untold")
    return 1


def _overlaps(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether half of the words of the side with fewer are those of the other."""
    fewer = min(len(mine), len(theirs))
    return fewer > 0 and 2 * len(mine & theirs) >= fewer


def own_names(rows: Sequence[Sequence[Token]]) -> frozenset[str]:
    """The stems of the names that a source gives its own work: `Tern: ...` in its title, the first
    of `rows`, and where it says `we propose Tern` or `called Tern`."""
    title = rows[0] if rows else ()
    colon = next((at for at, one in enumerate(title[: _NAMED + 1]) if one.text == ":"), 0)
    titled = {one.stem for one in title[:colon] if one.text[0].isupper() and _names(one, colon)}
    coined = {name for row in rows for name in _coined(row)}
    return frozenset(titled | coined)


_NAMED = 3
"""How many words before a colon may be a name."""


def _coined(row: Sequence[Token]) -> Iterator[str]:
    for at, token in enumerate(row[:-1]):
        if token.lower in _COINING:
            first = at + 1 + (row[at + 1].lower == "the")
            for other in row[first : first + 5]:
                if not _is_shaped(other):
                    break
                if _names(other, 2):
                    yield other.stem
            yield from _bracketed(row, at)


def _bracketed(row: Sequence[Token], coining: int) -> Iterator[str]:
    """The name in brackets that follows a longer one: `a Tidal Error Network (TERN)`."""
    opening = next((at for at in range(coining, len(row)) if row[at].text == "("), len(row))
    inside = row[opening + 1 : opening + 5]
    closing = next((at for at, token in enumerate(inside) if token.text == ")"), 0)
    if closing and _is_shaped(inside[0]):
        yield from (token.stem for token in inside[:closing] if _names(token, closing))


def _names(token: Token, words: int) -> bool:
    """Whether a word of a name with so many tells it from others: `Tern` of `Tern-and-Cut`."""
    if token.lower in _KNOWN or (token.text[-1] == "s" and token.text[:-1].isupper()):
        return False
    return words == 1 or not is_ordinary(token.lower)


_KNOWN = word_set(
    "gpt llm vlm mllm cnn gnn rnn lstm gru gan vae vit bert clip nerf mlp svm rl rlhf rag dpo ppo "
    "grpo sft lora sam yolo resnet unet transformer transformers mamba ai ml nlp asr tts ocr mri "
    "ct 2d 3d 4d rgb llama qwen gemini claude mistral diffusion gaussian"
)
"""Names in many titles that no work is called by alone."""


def _is_shaped(token: Token) -> bool:
    return token.joined or token.text[1:] != token.text[1:].lower()


_COINING = word_set(
    "propose present introduce develop called named dubbed termed proposes presents introduces "
    "develops proposing presenting introducing coined"
)
