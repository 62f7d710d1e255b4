"""Words that are numbers, and the words around numbers that tell how exact they are."""

from __future__ import annotations

from akira_cli.core.sentences import word_set

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {word: float(value) for value, word in enumerate(_ONES.split())} | {
    word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)
}
LARGE = {
    "hundred": 1e2,
    "dozen": 12.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "hundreds": 1e2,
    "dozens": 12.0,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
SUFFIXES = {"k": 1e3, "K": 1e3, "M": 1e6, "m": 1e6, "B": 1e9, "b": 1e9, "bn": 1e9, "T": 1e12}
FRACTIONS = {
    "half": 1 / 2,
    "halves": 1 / 2,
    "halved": 1 / 2,
    "halve": 1 / 2,
    "halving": 1 / 2,
    "third": 1 / 3,
    "thirds": 1 / 3,
    "quarter": 1 / 4,
    "quarters": 1 / 4,
    "fifth": 1 / 5,
    "fifths": 1 / 5,
    "sixth": 1 / 6,
    "sixths": 1 / 6,
    "seventh": 1 / 7,
    "eighth": 1 / 8,
    "eighths": 1 / 8,
    "ninth": 1 / 9,
    "tenth": 1 / 10,
    "tenths": 1 / 10,
    "eleventh": 1 / 11,
    "twelfth": 1 / 12,
    "fifteenth": 1 / 15,
    "twentieth": 1 / 20,
    "thirtieth": 1 / 30,
    "fortieth": 1 / 40,
    "fiftieth": 1 / 50,
    "hundredth": 1 / 100,
    "hundredths": 1 / 100,
    "thousandth": 1 / 1000,
    "thousandths": 1 / 1000,
}
ALONE = word_set("half halves halved halve halving")
"""Fractions that need no number or article in front."""

MULTIPLES = {
    "twice": 2.0,
    "double": 2.0,
    "doubles": 2.0,
    "doubled": 2.0,
    "doubling": 2.0,
    "thrice": 3.0,
    "triple": 3.0,
    "triples": 3.0,
    "tripled": 3.0,
    "tripling": 3.0,
    "quadruple": 4.0,
    "quadruples": 4.0,
    "quadrupled": 4.0,
    "quadrupling": 4.0,
} | {
    f"{word}fold": value
    for word, value in (*SMALL.items(), ("hundred", 1e2), ("thousand", 1e3))
    if value > 1
}
ABOUT = word_set(
    "about around roughly approximately some circa ~ ≈ near nearly almost close approaching "
    "towards under below over above beyond exceeding exceeds least most up to than more less "
    "fewer order just ballpark or so odd ca"
)
ABOVE = word_set("over above beyond exceeding exceeds least more than > ≥")
BELOW = word_set("under below less fewer most within up < ≤ nearly almost approaching")
