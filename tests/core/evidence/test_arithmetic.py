"""Numbers that a writer works out from the source's, and those that do not follow from it."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

FOLLOWS = [
    ("It has 15 human experts and 15 models.", "Half of them are human."),
    ("It had 90 prompts. In the end 72 prompts stayed.", "A fifth of the prompts was dropped."),
    ("It has 24 layers, 8 of them shared.", "A third of its 24 layers is shared."),
    ("One has 2,000 video pairs, the other 10,000 videos.", "One is five times as large."),
    ("It opens 37 out of 480 crates.", "It opens about one in thirteen."),
    ("Amounts are wrong in one of 60 entries.", "One in sixty is wrong."),
    ("It processed 1000 cases in 30 seconds.", "It handles 33 cases a second."),
    ("The index falls from 3.86 to 1.82.", "The index falls by 53%."),
    ("F1 rises from 89.19% to 89.77%.", "F1 rises by half a point."),
    ("The speeches date from 1947 to 2025.", "The speeches span nearly eight decades."),
    ("It falls from 27% to 19.3%.", "It falls by almost eight points."),
    ("It takes 31 hours instead of 9 hours.", "It is more than three times as fast."),
    ("It takes 31 hours instead of 9 hours.", "It takes less than a third of the time."),
    ("It won 27 of the 45 data sets.", "It won 60% of the data sets."),
    ("The error is 3.4%. Corvus has 14.2%.", "That of Corvus is about four times as high."),
    ("The mean delay is 5.6 hours.", "The delay is between five and six hours."),
    ("A page costs 0.11 dollars.", "A page costs eleven cents."),
    ("It fails in every fifth case.", "One case in five fails."),
    ("A clip lasts 30 seconds.", "A half-minute clip is enough."),
    ("The area is 100,000 $m^2$.", "The area is ten hectares."),
    ("The model has 1.3B parameters.", "A 1.3B language model is used."),
    ("We saw 943 first-year students.", "They saw 943 students."),
    ("It ran for two weeks.", "It ran for a fortnight."),
    ("There are five videos per hospital.", "There are five videos per site."),
    ("It stops after two failures.", "It stops once it has failed twice."),
    ("It needs 0.0151 J.", "It needs some 15 millijoules."),
]

DOES_NOT = [
    (
        "number-not-in-source",
        "It had 90 prompts. 72 prompts stayed.",
        "A third of them was dropped.",
    ),
    ("number-not-in-source", "It took 30 seconds for 1000 cases.", "It did 50 cases a second."),
    ("number-not-in-source", "They date from 1947 to 2025.", "They span five decades."),
    ("number-not-in-source", "It falls from 27% to 19.3%.", "It falls by almost five points."),
    (
        "number-not-in-source",
        "It takes 31 hours, not 9 hours.",
        "It is more than five times as fast.",
    ),
    ("number-not-in-source", "It won 27 of the 45 data sets.", "It won 80% of the data sets."),
    ("number-not-in-source", "The delay is 5.6 hours.", "It is between seven and eight hours."),
    ("unit-changed", "A page costs 0.11 dollars.", "A page costs 0.11 cents."),
    ("number-not-in-source", "It fails in every fifth case.", "One case in nine fails."),
    ("number-not-in-source", "The area is 100,000 $m^2$.", "The area is thirty hectares."),
    ("unit-changed", "The model has 1.3B parameters.", "The model has 1.3M parameters."),
    ("number-not-in-source", "It took 2nd place of 9.", "It took 3rd place."),
    ("unit-changed", "It scored 7.93 out of 10.", "It scored 7.93 percent."),
    ("unit-changed", "It saves 26% after 4 points.", "It saves 26x."),
]


@pytest.mark.parametrize(("source", "text"), FOLLOWS)
def test_what_follows_from_the_numbers_of_the_source_is_supported(source: str, text: str) -> None:
    assert problems(text, read_source([source])) == ()


@pytest.mark.parametrize(("kind", "source", "text"), DOES_NOT)
def test_what_does_not_follow_is_reported(kind: str, source: str, text: str) -> None:
    assert kind in [one.id for one in problems(text, read_source([source]))]
