"""Names that the source has in another form: a letter, a row, a code, a people, a short form."""

from __future__ import annotations

import pytest

from akira_cli.core.faithful import problems, read_source

HONEST = [
    (
        "Look-alikes such as Teredo navalis were found.",
        "Look-alikes such as T. navalis were found.",
    ),
    ("It runs on CORN-10 and CORN-100.", "It runs on CORN-10/100."),
    ("A StyleGAN2 draws barns.", "A GAN draws barns."),
    ("It tests Heron2.5 and BarnNet50.", "It tests a Heron and a BarnNet."),
    ("On En$\\rightarrow$De and En$\\rightarrow$Es it gains.", "It gains on German and Spanish."),
    ("Barn notes in EN and ZH are read.", "Barn notes in English and Chinese are read."),
    ("A bidirectional LSTM with a CRF layer finds barns.", "A BiLSTM-CRF finds barns."),
    ("A Bidirectional LSTM/CRF finds barns.", "The BiLSTM-CRF finds barns."),
    ("Barns are told from radiographs.", "Barns are told from X-rays."),
    ("It matches resumes to barns.", "It matches CVs to barns."),
    ("It answers questions on barns.", "It does QA on barns."),
    ("Barns of Flanders are mapped.", "Flemish barns are mapped."),
    ("Barns differ in Western countries.", "Barns differ in the West."),
    ("Barns of Türkiye are mapped.", "Turkish barns are mapped."),
    ("Alpine barns are mapped.", "Barns in the Alps are mapped."),
    ("Mean carbon dioxide is measured.", "CO2 is measured."),
    ("It recognizes named entities in deeds.", "It does NER on deeds."),
    ("Records of barns are documents.", "Records of barns are PDFs."),
    ("The R² of it is high.", "The R2 of it is high."),
]
MISSING = [
    (
        "Look-alikes such as Teredo navalis were found.",
        "Look-alikes such as E. navalis were found.",
    ),
    ("Look-alikes such as Teredo navalis were found.", "Look-alikes such as T. norvagica abound."),
    ("It runs on CORN-10 and WheatNet.", "It runs on CORN-10/100."),
    ("On En$\\rightarrow$De and En$\\rightarrow$Es it gains.", "It gains on German and Italian."),
    ("A bidirectional LSTM finds barns.", "A BiLSTM-CRF finds barns."),
    ("An LSTM with a CRF layer finds barns.", "A BiGRU-CRF finds barns."),
    ("Barns of Flanders are mapped.", "Those of the Basque barns are mapped."),
    ("Barns differ in Western countries.", "Barns differ in the East."),
]


def _missing(text: str, source: str) -> list[str]:
    found = problems(text, read_source(["On storage", source]))
    return [one.text for one in found if one.id == "name-not-in-source"]


@pytest.mark.parametrize(("source", "text"), HONEST)
def test_a_name_may_be_told_in_another_form(source: str, text: str) -> None:
    assert _missing(text, source) == []


@pytest.mark.parametrize(("source", "text"), MISSING)
def test_another_name_is_found_in_whatever_form(source: str, text: str) -> None:
    assert _missing(text, source) != []
