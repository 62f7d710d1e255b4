"""Things that stand where the source has another of their kind."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.evidence.of_names.siblings import Kin, kin_by_first
from akira_cli.core.faithful import problems, read_source

EVERY = [kin for row in kin_by_first().values() for kin in row]

EXCHANGED = [
    ("The model reads event cameras.", "The model reads spike cameras at night."),
    ("It is trained for speech enhancement.", "It is trained for speech translation at first."),
    ("It learns text-image pairs.", "It learns text-audio pairs from the web."),
    ("Sigmoid units settle faster.", "ReLU units settle faster than others."),
    ("A particle filter smooths the track.", "A Kalman filter smooths the track."),
    ("The decoder is kept frozen here.", "The encoder is kept frozen here."),
    ("A vision model scores each reply.", "A language model scores each reply."),
    ("Aerial pictures show each field.", "Satellite pictures show each field."),
    ("Lines run in the textile industry.", "Lines run in the automotive industry."),
    (
        "The best cut point is found by simulated annealing.",
        "A greedy strategy determines the best cut point.",
    ),
    (
        "It does biomedical relation extraction on notes.",
        "It does biomedical named entity recognition on notes.",
    ),
]


NEWCOMERS = [
    ("A diffusion model draws the barns at night.", "A GAN draws the barns at night."),
    ("An occupancy field is fitted to rooms.", "A signed distance field is fitted to rooms."),
    ("Each unit is a sigmoid here.", "Each unit is a ReLU here."),
    ("Gains show in object detection.", "Gains show in semantic segmentation."),
    ("A knowledge graph guides each turn.", "A finite state machine guides each turn."),
    ("Sobel filters find the rims.", "Gabor filters find the rims."),
    ("Patients with asthma were asked.", "Patients with COPD were asked."),
    ("It is trained with adagrad for a day.", "It is trained with SGD for a day."),
    ("The barn is mapped with radar.", "The barn is mapped with LiDAR."),
    ("It outlines the liver in slices.", "It outlines the kidney in slices."),
    ("Dark axial slices are cut.", "Dark sagittal slices are cut."),
    ("It uses spectral clustering of barns.", "It uses fuzzy c-means clustering of barns."),
]


@pytest.mark.parametrize(("text", "source"), NEWCOMERS)
def test_a_term_of_the_trade_in_the_place_of_another_is_told(text: str, source: str) -> None:
    found = problems(text, read_source([source]))
    assert "name-not-in-source" in [one.id for one in found]


@pytest.mark.parametrize(("text", "source"), EXCHANGED)
def test_a_thing_in_the_place_of_another_is_told(text: str, source: str) -> None:
    found = problems(text, read_source([source]))
    assert "name-not-in-source" in [one.id for one in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Infrared video has little detail.", "Infrared images are poor, and trackers drift."),
        ("Photos of birds are sorted.", "Images of birds are sorted."),
        ("Nobody cares about the red train.", "The red car is shown to nobody."),
        ("It tests a new loss.", "It trains with a new loss."),
        ("One picture shows a drone.", "One image shows an aerial robot."),
        ("Both text and audio are read.", "Text is read, and so is speech."),
        ("It enhances speech for translation.", "It is made for speech translation."),
        ("Cardiac scans are sorted by disease.", "Heart scans are sorted by disease."),
        ("Convolutional layers read birds.", "A ResNet reads birds."),
        ("A transformer answers.", "BERT gives the answer."),
        ("Denoising diffusion draws birds.", "A DDPM draws birds."),
        ("It segments each instance.", "Instance segmentation is the aim."),
        ("Diabetes is found early.", "Diabetic patients are found early."),
        ("A forest of trees decides.", "A random forest decides."),
        ("Its aim is object detection.", "It detects objects with few labels."),
        ("It applies to all birds.", "OpenAI was told of all birds."),
        ("Noise floods the picture.", "A drought of light leaves noise in the picture."),
        ("Much hinges on the focal point.", "Much rests on the triplet loss."),
        ("A random forest decides.", "It is decided by majority."),
        ("It is trained with adagrad.", "It is trained for a day."),
        ("It catches phishing.", "It catches typing errors."),
        ("A neural field is fitted.", "A NeRF is fitted to each room."),
        ("Depth video of barns is filmed.", "RGB-D streams of barns are filmed."),
        ("It resists spoofing.", "It resists presentation attacks."),
        ("The barns reach 78% mean IoU.", "The barns reach 78% MeanIoU."),
        ("It runs on FPGAs.", "It runs on field-programmable gate arrays, and on a GPU."),
    ],
)
def test_a_thing_that_the_source_speaks_of_in_other_words_is_left_alone(
    text: str, source: str
) -> None:
    found = problems(text, read_source([source]))
    assert "name-not-in-source" not in [one.id for one in found]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Its gan draws.", "StyleGAN draws."),
        ("Graphs are drawn.", "RotoGraph draws."),
    ],
)
def test_a_thing_may_be_told_by_a_name_that_has_its_word(text: str, source: str) -> None:
    found = problems(text, read_source([source]))
    assert "name-not-in-source" not in [one.id for one in found]


@given(st.sampled_from(EVERY))
def test_nothing_is_its_own_rival(kin: Kin) -> None:
    assert kin.thing not in kin.rivals


def test_every_thing_has_a_rival_and_tells_of_itself() -> None:
    assert all(kin.rivals and kin.thing in kin.told_by for kin in EVERY)
