"""Running text for made papers: plausible, dull, and the same each time."""

from __future__ import annotations

from random import Random

from tests.figures.made_papers.papers import Float, MadePaper

SENTENCES = (
    "We begin with the {a}, since every {b} depends on it.",
    "Earlier work assumed that a {a} can be replaced by a {b} without loss, which holds only when "
    "the {c} is known in advance.",
    "Let n be the number of times that a {a} is followed by a {c}; in our data it is small.",
    "This is cheaper than it looks: each {b} is visited once, and the {d} is kept.",
    "In preliminary experiments we found little difference between one {a} and several, provided "
    "that the {d} was chosen on held-out data.",
    "One might object that a {c} says nothing about the next {b}.",
    "The objection is fair where the {d} is fixed, but it is not fixed here.",
    "All runs use the same {a}, the same schedule and three seeds.",
    "It follows that the {b} and the {c} can be treated one after the other.",
    "A remaining difficulty is the {d}, to which we return below.",
    "We do not claim that every {c} behaves like this.",
    "For a fair comparison the {a} of each baseline was tuned with the same effort.",
)
POINTERS = (
    "{label} shows this for one {a}.",
    "As {label} suggests, the {b} matters more than the {c}.",
    "We refer to {label} for the {d}.",
)


def paragraphs_of(paper: MadePaper, section: int) -> list[str]:
    """The paragraphs of one section; each of its floats is spoken of once."""
    chance = Random(f"{paper.id} {section}")
    texts = [_sentences(paper, chance, 5) for _ in range(paper.paragraphs)]
    for index, one in enumerate(paper.in_section(section)):
        at = index % len(texts)
        texts[at] = f"{_pointer(paper, chance, one)} {texts[at]}"
    return texts


def references_of(paper: MadePaper) -> list[str]:
    """A list of works that nobody wrote."""
    chance = Random(f"{paper.id} references")
    names = ("A. Amsel", "B. Birke", "C. Carmine", "D. Dorn", "E. Esche", "F. Fink")
    return [
        f"{' and '.join(chance.sample(names, 2))}. On the {chance.choice(paper.nouns)} and the "
        f"{chance.choice(paper.nouns)}. Journal of Made Results, {chance.randrange(2010, 2021)}."
        for _ in range(14)
    ]


def _sentences(paper: MadePaper, chance: Random, count: int) -> str:
    words = dict(zip("abcd", chance.sample(paper.nouns, 4), strict=True))
    return " ".join(sentence.format(**words) for sentence in chance.sample(SENTENCES, count))


def _pointer(paper: MadePaper, chance: Random, one: Float) -> str:
    words = dict(zip("abcd", chance.sample(paper.nouns, 4), strict=True))
    return chance.choice(POINTERS).format(label=one.label, **words)
