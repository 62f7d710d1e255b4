"""What short forms stand for: one a line, that goes on where the next is set in."""

SHORT_FORMS = """
2d: two dimensional; image; planar
3d: three dimensional; 4d; point cloud; mesh; volumetric; volume; gaussian splatting
3dgs: gaussian splatting; gaussian splats; 3d gaussians
4d: four dimensional
a2c: actor critic
a3c: actor critic
ad: alzheimer; anomaly detection
agi: artificial general intelligence
aids: hiv
alibaba: qwen
amazon: alexa; aws
anthropic: claude
api: interface
ar: augmented reality; autoregressive
asr: automatic speech recognition; speech recognition; speech recognizer; attack success rate
auc: area under the curve; area under the roc curve; area under the receiver operating; auroc
auroc: area under the receiver operating; area under the roc curve; auc
auv: underwater vehicle
aws: amazon
bci: brain computer interface
bert: bidirectional encoder representation
bleu: bilingual evaluation understudy
bo: bayesian optimization
bow: bag of words
bp: backpropagation; blood pressure; belief propagation
cad: computer aided design; computer aided; coronary artery
cbct: cone beam
cdf: cumulative distribution
cer: character error rate
cfd: computational fluid dynamics; fluid dynamics
cfg: classifier free guidance; context free grammar
cnn: convolutional neural network; convolutional network; convolution; convolutional; convnet;
  unet; u net; resnet; efficientnet; mobilenet; densenet; vgg; yolo
co2: carbon dioxide; carbon
convnet: convolutional network; convolutional neural network; cnn
cot: chain of thought; step by step reasoning
covid: coronavirus; sars cov; pandemic
covid19: coronavirus; covid; sars cov; pandemic
cpu: central processing unit; processor
crf: conditional random field
ct: computed tomography
ctc: connectionist temporal classification
cv: computer vision; resume; curriculum vitae; curricula vitae; cross validation; coefficient of
  variation
cxr: chest x ray; chest radiograph; chest radiography
ddpg: deterministic policy gradient
ddpm: denoising diffusion
dicom: digital imaging and communications
dl: deep learning
dna: genome; genomic; gene; genetic; nucleotide
dnn: deep neural network; deep network; neural network
dpo: direct preference optimization
dqn: deep q network; q network; deep q learning; q learning
drl: deep reinforcement learning
ecg: electrocardiogram; electrocardiography
eeg: electroencephalography; electroencephalogram
ehr: electronic health record; electronic medical record
em: expectation maximization
emr: electronic medical record; electronic health record
esa: european space agency
eu: european union; europe; european
f1: f score; f measure; f1 score
fid: inception distance; frechet inception distance
fl: federated learning; federated
flop: floating point operation
flops: floating point operation; floating point operations
fmri: functional magnetic resonance imaging; functional mri
fov: field of view
fpga: field programmable gate array
fps: frame per second
gan: stylegan; cyclegan; stylegan2; generative adversarial network; adversarial; discriminator
gat: graph attention
gcn: graph convolutional network; graph convolution
gdpr: general data protection
gmm: gaussian mixture
gnn: graph neural network; graph network; graph convolution; message passing
google: gemini; palm; deepmind; bard
gp: gaussian process; general practitioner
gps: global positioning; positioning system; satellite navigation
gpt: generative pretrained transformer
gpu: graphics processing unit; graphics card
gru: gated recurrent unit; recurrent
gui: graphical user interface; user interface; screen
hci: human computer interaction
hdr: high dynamic range
hiv: aids; immunodeficiency
hmm: hidden markov
hpc: high performance computing
hpo: hyperparameter optimization
ica: independent component analysis
icl: in context learning
ict: in context training
icu: intensive care
ide: integrated development environment
ig: integrated gradients; information gain
ilp: integer linear program; inductive logic programming
imu: inertial measurement unit; inertial
inr: implicit neural representation; neural field
iot: internet of things
iou: intersection over union; meaniou
ir: information retrieval; infrared
kan: kolmogorov arnold
kb: knowledge base
kd: knowledge distillation; distillation; distilling
kg: knowledge graph
kl: kullback leibler
knn: k nearest neighbour; k nearest neighbor; nearest neighbour; nearest neighbor
lda: latent dirichlet allocation; linear discriminant
lidar: light detection and ranging; laser scan
llm: large language model; large language; language model; gpt; chatgpt
lm: language model
lora: low rank adaptation; low rank adapter
lp: linear program; linear programming
lstm: long short term memory; recurrent network; recurrent
lvlm: large vision language model; vision language model
mab: multi armed bandit; bandit
mae: mean absolute error; masked autoencoder
map: mean average precision
mape: mean absolute percentage error
marl: multi agent reinforcement
mc: monte carlo
mcmc: markov chain monte carlo
mcts: monte carlo tree search
mdl: minimum description length
mdp: markov decision process
mi: mutual information; mechanistic interpretability
microsoft: phi; bing; copilot; azure
mil: multiple instance learning
milp: mixed integer linear; mixed integer
miou: mean intersection over union; intersection over union; mean iou
mip: mixed integer program; mixed integer
ml: machine learning
mllm: multimodal large language model; multimodal language model; multimodal llm; multimodal model
mlm: masked language model; masked language modelling
mlp: multi layer perceptron; multilayer perceptron; perceptron
moe: mixture of experts; expert
mos: mean opinion score
mpc: model predictive control; multi party computation; predictive control
mr: mri; mris; magnetic resonance; mixed reality
mri: magnetic resonance imaging; magnetic resonance image; magnetic resonance; mr; mris
mrr: mean reciprocal rank
ms: microsoft; coco; marco; multiple sclerosis; mass spectrometry
mse: mean squared error; mean square error
mt: machine translation; translation
nas: neural architecture search; architecture search
nasa: space administration
ner: named entities; named entity; named entity recognition; entity recognition
nerf: neural radiance field; radiance field
nhs: national health service
nir: near infrared
nist: national institute of standards
nlg: natural language generation; text generation
nli: natural language inference
nlp: natural language processing; language processing
nmt: neural machine translation
nn: neural network
np: nondeterministic polynomial; neural process
npc: non player character
ntk: neural tangent kernel
nvidia: rtx; a100; h100; jetson; cuda
ocr: optical character recognition; character recognition
oct: optical coherence
od: object detection
ode: ordinary differential equation
ood: out of distribution; out of domain
opd: outpatient
openai: gpt; chatgpt; codex; whisper; dall e; sora
os: operating system
ot: optimal transport
pc: personal computer; computer
pca: principal component analysis; principal component
pde: partial differential equation
peft: parameter efficient fine tuning; parameter efficient finetuning
pet: positron emission
pii: personally identifiable
pinn: physics informed neural network
ppl: perplexity
ppo: proximal policy optimization
pr: pull request; precision recall
psnr: peak signal to noise ratio
ptq: post training quantization
qa: question answering; question answer; question and answer
qat: quantization aware
rag: retrieval augmented generation; retrieval augmentation; retrieval augmented
rct: randomized controlled; randomised controlled
relu: rectified linear unit
resnet: residual network
rgb: colour; color
rgbd: rgb depth
ris: referring image segmentation
rl: reinforcement learning; reinforcement; policy gradient; reward; q learning
rlhf: reinforcement learning from human feedback; human feedback
rmse: root mean squared error; root mean square error
rna: ribonucleic; transcript; transcriptom
rnn: recurrent neural network; recurrent network; recurrent
roc: receiver operating characteristic
ros: robot operating system
rs: remote sensing
sae: sparse autoencoder; sparse auto encoder
sam: segment anything model; segment anything
sar: synthetic aperture radar
sat: satisfiability
sde: stochastic differential
sdr: signal to distortion ratio
sft: supervised fine tuning; supervised finetuning; fine tuning
sgd: stochastic gradient descent; gradient descent
sla: service level
slam: simultaneous localization and mapping
slm: small language model
snn: spiking neural network
snr: signal to noise ratio
sod: salient object
sota: state of the art
sql: text to sql; database; query
sr: super resolution
ssim: structural similarity
ssl: self supervised learning; semi supervised learning; self supervised; self supervision
ssm: state space model
std: standard deviation
sts: semantic textual similarity; textual similarity
stt: speech to text
svm: support vector machine
tcn: temporal convolution
td: temporal difference
tf: term frequency
tls: transport layer
tpu: tensor processing unit
tsp: traveling salesman; travelling salesman; traveling salesperson; travelling salesperson
tta: test time adaptation; test time augmentation
tts: text to speech; speech synthesis
uav: unmanned aerial vehicle; drone; quadrotor; quadcopter; unmanned aircraft; unmanned aerial
ue: user equipment
ugv: unmanned ground vehicle
ui: user interface; interface
uk: united kingdom; britain; british
un: united nations
uq: uncertainty quantification
us: united states; america; american
usa: united states; america; american
uuv: underwater vehicle
vae: vqvae; vq vae; variational autoencoder; variational auto encoder
vc: voice conversion
vio: visual inertial odometry
vit: vision transformer; visual transformer
vla: vision language action
vlm: vision language model; visual language model; vision and language model; multimodal model
vlp: vision language pretraining
vo: visual odometry
vqa: visual question answering
vqvae: vector quantized
vr: virtual reality
vton: virtual try on
wer: word error rate
wifi: wireless
wsi: whole slide image
xai: explainable ai; explainable artificial intelligence; interpretable ai
xr: extended reality; mixed reality
xray: radiograph; radiographic; radiography; roentgen; cxr; mammogram
"""
