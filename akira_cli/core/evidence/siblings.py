"""Things of one kind that are taken for each other: a fault when the source has another."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.tokens import stem

_KINDS = """
image text audio video speech music
rgb depth thermal infrared lidar radar hyperspectral
gaussian radiance mesh voxel
convolution recurrent transformer perceptron
encoder decoder
input output
training test
supervised unsupervised reinforcement
classification regression clustering
segmentation detection tracking captioning
node edge
sentence word paragraph phrase document character
visual auditory tactile olfactory
spatial temporal spectral
syntactic semantic phonetic morphological lexical
vector matrix tensor
graph tree sequence
patient student teacher user customer worker
surgeon nurse physician radiologist dentist
hospital school university court factory
doctor lawyer engineer journalist
police army
child adult
men women
cat dog
car pedestrian bicycle truck
drone robot car vehicle ship
phone laptop desktop server watch
cpu gpu tpu
cancer diabetes stroke pneumonia sepsis dementia
lung liver kidney heart brain breast skin retina
wind solar hydro
rain snow hail
summer winter autumn
monday tuesday wednesday thursday friday saturday sunday
north south east west
linear quadratic cubic exponential logarithmic
gaussian poisson bernoulli uniform
mean median maximum minimum
l1 l2
accuracy latency memory throughput
precision recall
forward backward
row column
addition multiplication subtraction division
physics chemistry biology mathematics medicine law
finance healthcare education agriculture
protein molecule crystal
dna rna
pruning quantization distillation
contrastive generative discriminative
autoregressive diffusion
dropout normalization
attention convolution
adapter prompt
zero few
first second third
one-shot zero-shot few-shot
binary ternary
weekly daily monthly yearly hourly
web books newspapers
tweets articles
english french german
collaboration competition cooperation
"""


@cache
def siblings() -> dict[str, frozenset[str]]:
    """For each stem, the stems of the other things of its kinds."""
    table: dict[str, set[str]] = {}
    for line in _KINDS.strip().splitlines():
        kind = [stem(word) for word in line.split()]
        for one in kind:
            table.setdefault(one, set()).update(other for other in kind if other != one)
    return {one: frozenset(others) for one, others in table.items()}
