"""Short forms of the field and of the world, and the words that they stand for."""

from __future__ import annotations

from functools import cache

from akira_cli.core.evidence.tokens import stem

_TABLE = """
2d: two dimensional; image; planar
3d: three dimensional; 4d; point cloud; mesh; volumetric; volume; gaussian splatting
4d: four dimensional
alibaba: qwen
amazon: alexa; aws
agi: artificial general intelligence
anthropic: claude
ar: augmented reality; autoregressive
asr: automatic speech recognition; speech recognition; speech recognizer; attack success rate
auc: area under the curve; area under the roc curve; area under the receiver operating; auroc
auroc: area under the receiver operating; area under the roc curve; auc
bci: brain computer interface
bert: bidirectional encoder representation
cer: character error rate
cnn: convolutional neural network; convolutional network; convolution; convolutional; convnet; unet;
  u net; resnet; efficientnet; mobilenet; densenet; vgg; yolo
convnet: convolutional network; convolutional neural network; cnn
cot: chain of thought; step by step reasoning
cpu: central processing unit; processor
ct: computed tomography
ctc: connectionist temporal classification
ddpm: denoising diffusion
dl: deep learning
dnn: deep neural network; deep network; neural network
dpo: direct preference optimization
drl: deep reinforcement learning
ecg: electrocardiogram; electrocardiography
eeg: electroencephalography; electroencephalogram
ehr: electronic health record; electronic medical record
em: expectation maximization
eu: european union; europe; european
f1: f score; f measure; f1 score
fid: frechet inception distance
fl: federated learning
flop: floating point operation
flops: floating point operation; floating point operations
fmri: functional magnetic resonance imaging; functional mri
fps: frame per second
gan: generative adversarial network; adversarial; discriminator
gcn: graph convolutional network; graph convolution
gnn: graph neural network; graph network; graph convolution; message passing
google: gemini; palm; deepmind; bard
gp: gaussian process; general practitioner
gpt: generative pretrained transformer
gpu: graphics processing unit; graphics card
hci: human computer interaction
hdr: high dynamic range
hpc: high performance computing
ict: in context training
icu: intensive care
icl: in context learning
iou: intersection over union
iot: internet of things
ir: information retrieval; infrared
kb: knowledge base
kd: knowledge distillation; distillation; distilling
kg: knowledge graph
knn: k nearest neighbour; k nearest neighbor; nearest neighbour; nearest neighbor
kl: kullback leibler
lidar: light detection and ranging; laser scan
llm: large language model; large language; language model; gpt; chatgpt
lm: language model
lora: low rank adaptation; low rank adapter
lstm: long short term memory; recurrent network; recurrent
lvlm: large vision language model; vision language model
mae: mean absolute error; masked autoencoder
map: mean average precision
mcmc: markov chain monte carlo
mcts: monte carlo tree search
mdp: markov decision process
mil: multiple instance learning
ml: machine learning
miou: mean intersection over union; intersection over union; mean iou
mlm: masked language model; masked language modelling
mllm: multimodal large language model; multimodal language model; multimodal llm; multimodal model
mlp: multi layer perceptron; multilayer perceptron; perceptron
moe: mixture of experts; expert
mri: magnetic resonance imaging; magnetic resonance image; magnetic resonance; mr
mos: mean opinion score
mrr: mean reciprocal rank
microsoft: phi; bing; copilot; azure
mse: mean squared error; mean square error
mt: machine translation
nas: neural architecture search; architecture search
ner: named entity recognition
nerf: neural radiance field; radiance field
nli: natural language inference
nlg: natural language generation; text generation
nlp: natural language processing; language processing
nmt: neural machine translation
nn: neural network
nvidia: rtx; a100; h100; jetson; cuda
ocr: optical character recognition; character recognition
ode: ordinary differential equation
openai: gpt; chatgpt; codex; whisper; dall e; sora
ood: out of distribution; out of domain
os: operating system
pca: principal component analysis; principal component
pde: partial differential equation
peft: parameter efficient fine tuning; parameter efficient finetuning
ppo: proximal policy optimization
pinn: physics informed neural network
ppl: perplexity
psnr: peak signal to noise ratio
qa: question answering; question answer; question and answer
rag: retrieval augmented generation; retrieval augmentation; retrieval augmented
relu: rectified linear unit
resnet: residual network
rl: reinforcement learning; reinforcement; policy gradient; reward; q learning
rlhf: reinforcement learning from human feedback; human feedback
rnn: recurrent neural network; recurrent network; recurrent
rgbd: rgb depth
rmse: root mean squared error; root mean square error
roc: receiver operating characteristic
sam: segment anything model; segment anything
sar: synthetic aperture radar
sft: supervised fine tuning; supervised finetuning; fine tuning
sgd: stochastic gradient descent; gradient descent
slam: simultaneous localization and mapping
slm: small language model
sdr: signal to distortion ratio
snr: signal to noise ratio
ssim: structural similarity
snn: spiking neural network
sota: state of the art
sr: super resolution
ssl: self supervised learning; semi supervised learning; self supervised; self supervision
ssm: state space model
stt: speech to text
svm: support vector machine
td: temporal difference
tpu: tensor processing unit
tts: text to speech; speech synthesis
uav: unmanned aerial vehicle; drone
uk: united kingdom; britain; british
un: united nations
us: united states; america; american
usa: united states; america; american
vae: variational autoencoder; variational auto encoder
vit: vision transformer; visual transformer
vla: vision language action
vlm: vision language model; visual language model; vision and language model; multimodal model
vqa: visual question answering
vr: virtual reality
wer: word error rate
wsi: whole slide image
xray: radiograph; radiographic; radiography
xai: explainable ai; explainable artificial intelligence; interpretable ai
"""
ALWAYS_KNOWN = frozenset(
    (
        *("ai", "ml", "i", "ii", "iii", "iv", "vs", "pdf", "url", "phd", "ok", "2d", "api", "id"),
        *("gpu", "cpu", "pc", "tv", "faq", "usb", "json", "html", "csv", "arxiv", "github"),
    )
)
"""Short forms that a summary may use whatever its source says."""

DEMONYMS = """
america american us usa united
australia australian
brazil brazilian
britain british britons uk kingdom english
bangla bengali bangladesh bangladeshi
china chinese mandarin
cuba cuban
denmark danish danes
england english
europe european eu
finland finnish finns
france french frenchmen
germany german
greece greek
india indian
iran persian iranian farsi
ireland irish
israel hebrew israeli
italy italian
japan japanese
korea korean
netherlands dutch
norway norwegian norwegians
poland polish poles pole
portugal portuguese
russia russian
spain spanish spaniards
sweden swedish swedes
switzerland swiss
turkey turkish turks
ukraine ukrainian
vietnam vietnamese
wales welsh
scotland scottish scots
austria austrian
belgium belgian
bulgaria bulgarian
chile chilean
croatia croatian
czech czechia
egypt egyptian
hungary hungarian
iceland icelandic
indonesia indonesian
kenya kenyan
mexico mexican
nigeria nigerian
romania romanian
scandinavia scandinavian
serbia serbian
slovakia slovak
slovenia slovenian slovene
taiwan taiwanese
thailand thai
"""

_NORDIC = "denmark finland iceland norway sweden danish finnish icelandic norwegian swedish"
REGIONS = {
    **dict.fromkeys(("scandinavia", "scandinavian", "nordic"), _NORDIC),
    **dict.fromkeys(
        ("europe", "european", "europeans"),
        f"{_NORDIC} austria belgium britain bulgaria croatia czech czechia england estonia france "
        "germany greece hungary ireland italy latvia lithuania luxembourg netherlands poland "
        "portugal romania scandinavia scandinavian scotland serbia slovakia slovenia spain "
        "switzerland ukraine kingdom uk dutch french german greek hungarian irish italian polish "
        "portuguese romanian spanish swiss ukrainian",
    ),
    **dict.fromkeys(
        ("asia", "asian"),
        "china japan korea india indonesia taiwan thailand vietnam bangladesh chinese japanese "
        "korean indian indonesian thai vietnamese",
    ),
    **dict.fromkeys(
        ("africa", "african"),
        "egypt ethiopia ghana kenya nigeria rwanda senegal tanzania uganda egyptian ethiopian "
        "kenyan nigerian ugandan",
    ),
}
"""Parts of the world, and what lies in them: of a country its continent may be said."""

_KINDRED = """
moon lunar
mars martian
earth terrestrial
sun solar
jupiter jovian
olympics olympic games paralympic paralympics
islam islamic muslim muslims quran quranic
christianity christian christians bible biblical church
judaism jewish jews
philippines filipino tagalog
myanmar burmese
cambodia khmer
lanka sinhala sinhalese
peru peruvian
arab arabic arabia
tanzania swahili kiswahili
ethiopia amharic
rwanda kinyarwanda
catalonia catalan
congress congressional
web www
"""
"""What is told of a thing of the world in other words, as `Mars` for `Martian`."""


@cache
def expansions() -> dict[str, tuple[tuple[str, ...], ...]]:
    """For each short form in lower case, what it stands for, as stems."""
    table: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _TABLE.replace("\n  ", " ").strip().splitlines():
        short, _, long = line.partition(":")
        phrases = (phrase.split() for phrase in long.split(";"))
        table[short] = tuple(tuple(stem(word) for word in phrase) for phrase in phrases)
    return table


@cache
def kindred() -> dict[str, frozenset[str]]:
    """For each name of the world in lower case, all that tells of the same."""
    table = dict(demonyms())
    for line in _KINDRED.strip().splitlines():
        words = frozenset(line.split())
        for word in words:
            table[word] = table.get(word, frozenset()) | words
    return table


@cache
def demonyms() -> dict[str, frozenset[str]]:
    """For each country, language or people, the names of the same."""
    table: dict[str, frozenset[str]] = {}
    for line in DEMONYMS.strip().splitlines():
        words = frozenset(line.split())
        for word in words:
            table[word] = table.get(word, frozenset()) | words
    for region, inside in REGIONS.items():
        table[region] = table.get(region, frozenset()) | frozenset(inside.split())
    return table
