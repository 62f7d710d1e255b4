"""What a number measures: told otherwise, and told wrongly."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

_OF_NUMBERS = ("number-not-in-source", "unit-changed")

HONEST = [
    (
        "Agreement rises from 0.17 (exact match) to 0.85.",
        "Agreement rises from 0.17 for exact match to 0.85.",
    ),
    (
        "Top-1 and top-3 rise by 41.8% and 18.3%.",
        "Top-1 gains more than twice as much as top-3 (41.8% against 18.3%).",
    ),
    ("Only 0.38% of answers pass.", "Fewer than 4 in 1,000 answers pass."),
    ("Only 0.5% of answers pass.", "One answer in 200 passes."),
    ("Only 2% of answers pass.", "Two in every hundred answers pass."),
    ("Only 0.1% of answers pass.", "One in a thousand answers passes."),
    ("Only 5% of answers pass.", "One in twenty answers passes."),
    ("Some 81% of answers pass.", "Four answers out of five pass."),
    ("Some 34% of answers pass.", "About a third of the answers pass."),
    ("Some 66% of answers pass.", "Two thirds of the answers pass."),
    ("Some 74% of answers pass.", "Roughly three quarters of the answers pass."),
    ("Some 74% of answers pass.", "Roughly a quarter of the answers fail."),
    ("Some 52% of answers pass.", "Just over half of the answers pass."),
    ("Some 48% of answers pass.", "Slightly under half of the answers pass."),
    ("Some 98.5% of answers pass.", "Only 1.5% of the answers fail."),
    (
        "It reaches 95.8-97.3% of the accuracy with labels.",
        "It comes within about 4% of the accuracy with labels.",
    ),
    ("It keeps 97% of the accuracy.", "It loses just 3% of the accuracy."),
    ("It is 9.6x faster.", "It is close to ten times faster."),
    ("It is 100x faster.", "It is two orders of magnitude faster."),
    ("It is 120x faster.", "It is more than two orders of magnitude faster."),
    ("It is 11x faster.", "It is an order of magnitude faster."),
    ("It is 1000x faster.", "It is three orders of magnitude faster."),
    ("It is 1000x faster.", "It is a thousand times faster."),
    ("The error is cut by 48%.", "The error is almost halved."),
    ("The error is cut by 52%.", "The error is more than halved."),
    ("The error rises by 102%.", "The error more than doubles."),
    ("The error rises by 100%.", "The error doubles."),
    ("It improves accuracy by 7.9 points.", "It improves accuracy by nearly eight points."),
    ("It improves accuracy by 7.9%.", "It improves accuracy by roughly 8%."),
    ("It has 7B parameters.", "It has seven billion parameters."),
    ("It has 6.7B parameters.", "It has nearly 7 billion parameters."),
    ("It has 350M parameters.", "It has about a third of a billion parameters."),
    ("It uses 1/3 of the memory.", "It uses a third of the memory."),
    ("It uses 1/3 of the memory.", "It uses three times less memory."),
    ("It uses 1/35 of the parameters.", "It uses 35 times fewer parameters."),
    ("It uses 3/4 of the memory.", "It uses 75% of the memory."),
    ("It wins on 8 of 10 tasks.", "It wins on 80% of the tasks."),
    ("It uses a 128K window.", "It uses a window of 128,000 tokens."),
    ("Accuracy is 0.93.", "Accuracy is 93%."),
    ("The AUC is 0.874.", "The AUC is roughly 0.87."),
    ("The AUC is 0.874.", "The AUC is a shade under 0.88."),
    ("The error is 1.2 cm.", "The error is 12 mm."),
    ("The error is 1.2 cm.", "The error is just over a centimetre."),
    ("The error is 0.7 m.", "The error is 70 cm."),
    ("Memory falls from 24 GB to 6 GB.", "It needs a quarter of the memory."),
    ("Memory falls from 24 GB to 6 GB.", "It needs four times less memory."),
    ("Memory falls from 24 GB to 6 GB.", "It saves 18 GB of memory."),
    ("Memory falls from 24 GB to 6 GB.", "It saves three quarters of the memory."),
    ("Accuracy is 62% against 31%.", "It is twice as accurate."),
    ("It needs 40% fewer labels.", "It needs three fifths of the labels."),
    ("It takes about 37.8% of the time.", "It takes less than two fifths of the time."),
    ("The error is cut by 53%.", "The error is cut by more than half."),
    ("The error is cut by 64%.", "The error is cut by nearly two thirds."),
    ("Precision and recall trade off.", "Precision and recall are two sides of the same coin."),
    ("Accuracy rises from 41.2% to 63.8%.", "Accuracy rises by more than 22 points."),
    ("Accuracy rises from 41.2% to 63.8%.", "Accuracy rises from the low forties to nearly 64%."),
    ("It improves by 12.3 BLEU.", "It gains 12 BLEU points."),
    ("It uses 2% of the parameters.", "It leaves 98% of the parameters untouched."),
    ("It is 2-3x faster.", "It is two to three times faster."),
    ("Latency falls by 60%.", "Latency is 2.5 times lower."),
    ("Latency falls by 60%.", "It answers two and a half times as fast."),
    ("It reduces WER from 12.4 to 9.3.", "It reduces the word error rate by a quarter."),
    ("It reduces WER from 12.4% to 9.3%.", "It cuts the word error rate by 3.1 points."),
    ("It reaches a 77% win rate.", "It wins 77% of the time."),
    ("It reaches a 77% success rate.", "It succeeds in 77% of trials."),
    ("It reaches a 77% success rate.", "About three in four attempts succeed."),
    ("It cuts inference latency by 40%.", "Inference is 40% faster."),
    ("It cuts computational cost by 40%.", "It needs 40% less compute."),
    ("It cuts FLOPs by 40%.", "It needs 40% less computation."),
    ("It cuts peak memory by 40%.", "The GPU memory footprint shrinks by 40%."),
    ("It improves F1 by 4.1% and accuracy by 2.2%.", "Accuracy is 2.2% higher and F1 4.1%."),
    (
        "Accuracy and F1 are 91.2% and 90.7%, respectively.",
        "It has an accuracy of 91.2% and an F1 of 90.7%.",
    ),
    (
        "It halves memory and speeds up training 3x.",
        "Training is three times faster on half the memory.",
    ),
    (
        "Precision, recall and F1 are 0.81, 0.76 and 0.78.",
        "Its F1 is 0.78, from a precision of 0.81 and a recall of 0.76.",
    ),
    ("It reached 0.81 precision (recall 0.76).", "Recall is 0.76 and precision 0.81."),
    ("The error drops from 8.1 to 5.4.", "The error drops by a third."),
    ("The error drops by 33.4%.", "The error drops by one third."),
    ("F1 goes up from 0.61 to 0.74.", "F1 goes up by 13 points."),
    ("F1 goes up from 0.61 to 0.74.", "F1 goes up by 0.13."),
    ("Accuracy falls by 27 points, to 51%.", "Accuracy falls from 78% to 51%."),
]

FAULTY = [
    ("Only 0.38% of answers pass.", "Fewer than 4 in 100 answers pass."),
    (
        "Speed improves by over 40% with up to 2.5% better accuracy.",
        "It is faster by more than 40 times with up to 2.5% better accuracy.",
    ),
    ("It uses 1/3 of the memory.", "It uses a quarter of the memory."),
    ("It is 100x faster.", "It is three orders of magnitude faster."),
    ("It comes to 97% of the accuracy.", "It comes within 13% of the accuracy."),
    ("It is accurate to 0.2 mm.", "It is accurate to 0.2 m."),
    ("Accuracy drops 12%.", "Accuracy drops 21%."),
    ("Accuracy is 0.912.", "Accuracy is 0.921."),
    ("It halves the memory.", "It cuts the memory to a third."),
    ("Only the top 10% answers are kept.", "Only the top 1% of answers are kept."),
    ("The median error is 3 mm.", "The median error is 3 cm."),
    ("Recall@5 is 88.1%.", "Recall@1 is 88.1%."),
    ("It answers in real time at 45 FPS.", "It answers in real time, in 45 ms."),
]


def _found(text: str, source: str) -> list[str]:
    found = problems(text, read_source([source]))
    return [one.id for one in found if one.id in _OF_NUMBERS]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_what_a_number_measures_may_be_told_otherwise(source: str, text: str) -> None:
    assert _found(text, source) == []


@pytest.mark.parametrize(("source", "text"), FAULTY)
def test_what_a_number_measures_told_wrongly_is_reported(source: str, text: str) -> None:
    assert _found(text, source)
