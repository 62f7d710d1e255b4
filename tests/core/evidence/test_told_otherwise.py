"""Numbers that the source tells in another way than as a number."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

_OF_NUMBERS = ("number-not-in-source", "unit-changed")

HONEST = [
    ("We test Heron3 and Teal2.5.", "Heron 3 and Teal 2.5 agree."),
    ("The chip takes 3D arrays; 5D ones are cut.", "It takes only three-dimensional arrays."),
    ("Its 6D poses are smooth.", "Its six-dimensional poses are smooth."),
    ("A decade-long analysis of the barns.", "The barns were watched for ten years."),
    ("The letters span a century.", "The letters span a hundred years."),
    ("A fortnight of storms was logged.", "Two weeks of storms were logged."),
    ("A year of storms was logged.", "Twelve months of storms were logged."),
    ("It wins on two out of three tasks.", "On two of three tasks it wins."),
    ("Its accuracy is 0.81.", "It gets four out of five answers right."),
    ("It has an accuracy of 90.3%.", "It is right in nine of ten cases."),
    ("It ranked 7th out of 90.", "It was among the top ten."),
    ("A hexapod robot climbs.", "A robot with six legs climbs."),
    ("A quadruped robot climbs.", "A four-legged robot climbs."),
    ("It makes a ternary choice.", "It makes a three-way choice."),
    (
        "It moves the source barn towards the target barn on three farms.",
        "It brings the two barns together.",
    ),
    ("Source and target barns differ on six barns.", "The two barns differ."),
    ("We used 97 $^{11}$C-PiB scans of mice.", "It was tried on 97 scans."),
    ("We used 45 ^{13}C-labelled scans.", "It read 45 scans."),
    ("It reaches a BLEU of 72,64% here.", "It scores 72.64%."),
    ("It takes 0.08 ms per frame.", "It takes less than a tenth of a millisecond per frame."),
    ("It takes 0.23 s.", "It takes under a quarter of a second."),
    ("The error is 0.008 mm.", "It is off by less than a hundredth of a millimetre."),
    ("It weighs 1.5 kg.", "It weighs a kilogram and a half."),
    ("It has an accuracy of 51.3.", "It is right about half the time."),
    ("One has a score of 0.931. The other has one of 0.962.", "It gives up about three points."),
    ("Heron gets 93.73. Teal gets 93.24 in all.", "Heron is half a point above Teal."),
    ("Heron gets 71.2. Teal gets 73.3 in all.", "Heron trails by just two points."),
    ("Accuracy drops to 5.2%.", "It drops as low as 5%."),
    ("It gains 3.1% on A and 9.8% on B.", "It gains 3 points on A and 10 on B."),
    ("It uses 10% of the grain.", "It needs ten times less grain."),
    ("It scores 84%.", "It scores 80-odd percent."),
    ("It has a score of 7.9 out of 10.", "It scored 7.9 points out of 10."),
    ("It took 3 months.", "It took 12 weeks."),
    ("It came in second and first place on tracks A and B.", "It placed second on track A."),
    ("It takes 0.4 s, compared with 101.7 seconds.", "Others take over 100 s."),
]
FAULTY = [
    ("We test Heron3 and Teal2.5.", "Heron 4 and Teal 2.5 agree."),
    ("The chip takes 4D arrays.", "It takes only three-dimensional arrays."),
    ("A decade-long analysis of the barns.", "The barns were watched for twenty years."),
    ("It wins on two out of three tasks.", "It wins on four of six tasks."),
    ("Its accuracy is 0.81.", "It gets three out of five answers right."),
    ("It ranked 17th out of 90.", "It was among the top ten."),
    ("A hexapod robot climbs.", "A four-legged robot climbs."),
    ("It moves the source barn to the target barn.", "It brings the four barns together."),
    ("We used 97 $^{11}$C-PiB scans of mice.", "It was tried on 87 scans."),
    ("It takes 0.08 ms per frame.", "It takes less than a tenth of a second per frame."),
    ("It takes 0.38 ms per frame.", "It takes about a tenth of a millisecond per frame."),
    ("It has an accuracy of 71.3.", "It is right about half the time."),
    ("One has a score of 0.931. The other has one of 0.962.", "It gives up about five points."),
    ("Heron gets 93.73. Teal gets 92.24 in all.", "Heron is half a point above Teal."),
    ("Accuracy drops to 5.2%.", "It drops as low as 6%."),
    ("It reads 94 barns every month.", "It reads 49 barns."),
    ("It stores weights in 4-bit form, as QUAD does.", "It stores weights in 4 bytes."),
]


def _found(text: str, source: str) -> list[str]:
    found = problems(text, read_source(["On barns", source]))
    return [one.text for one in found if one.id in _OF_NUMBERS]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_number_may_be_told_in_another_way(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_another_number_is_found_in_whatever_way_it_is_told(source: str, text: str) -> None:
    assert _found(text, source) != []
