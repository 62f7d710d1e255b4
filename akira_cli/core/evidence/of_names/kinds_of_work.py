"""Kinds of models by what they read, of their parts and settings, of findings and of views.

A kind a line, as `siblings` reads them.
"""

ALONE = """
planes of the body: axial/transverse/transaxial sagittal coronal/frontal
matching of points: icp=iterative_closest pnp=perspective_n_point ransac=random_sample_consensus
trees in space: octree/octant kd_tree=k_d_tree/kd bounding_volume/bvh hash_grid/hash quadtree
tricks with gradients: gradient_reversal/revers gradient_checkpointing/checkpoint
  gradient_accumulation/accumul gradient_penalty/penalty gradient_surgery
teachers and shifts: mean_teacher/teacher mean_shift
simulations of matter: molecular_dynamics/dynamics/md density_functional=dft
  quantum_chemistry/quantum/dft coarse_grained/coarse
mixing of samples: copy_paste/paste/copy mixup cutmix cutout mosaic_augmentation
scripts: latin_script/latin/roman cyrillic devanagari arabic_script/arabic kanji/chinese
  hangul/korean
instruments of the sky: telescope interferometer spectrograph/spectroscop radio_telescope/radio
cryptography: rsa elliptic_curve lattice_based/lattice hash_based
sounds of the body: cough/coughs snoring=snore heartbeat/heart/cardiac lung_sound/lung/respirat
ways of speaking: whisper=whispered/asr stutter=stuttering=stuttered/dysfluen/disfluen
  accented/accent/dialect
finance tasks: portfolio_optimization=portfolio/invest option_pricing/option credit_scoring/credit
  fraud_detection/fraud stock_prediction/stock bankruptcy risk_management/risk
games of theory: nash/equilibri stackelberg prisoner_dilemma/dilemma auction=auctions/bid
codes: turbo_code polar_code/polar ldpc reed_solomon convolutional_code
ill will: spam phishing/phish malware/virus/ransom propaganda
  plagiarism=plagiarised=plagiarized/copying
  hate_speech/hate/hateful/toxic/offensive/abus cyberbullying=bullying/bully/harass
  harassment/abus/bully scam=scams/fraud fraud=fraudulent/scam/forg
  misinformation/disinformation/false/rumor/rumour/fake/mislead/manipulat/factual
  conspiracy/conspirac clickbait extremism/extremis/radical
trades: agriculture=agricultural/crop/plant/agri/agro/livestock/soil/harvest/farm
  healthcare/health/medic/clinic/patient/hospital/disease/doctor/diagnos/radiolog/care
  automotive/automobile/car/cars/vehicle/driv textile=textiles/garment/fabric/cloth/yarn
  tourism/travel/hotel/touris/visitor insurance/insur/actuar/claims
  pharmaceutical=pharma/drug/medicin
  aerospace/aircraft/space/flight/satellite/rocket semiconductor=semiconductors/chip/wafer/circuit
  fishery=fisheries/fish/aquacult telecommunications=telecom/network/6g/5g/wireless/mobile
  cybersecurity/security/attack/threat/malware/vulnerab hospitality/hotel/restaurant
paradigms: federated_learning/federated/client/decentral/distributed
  reinforcement_learning/rl/reinforce/reward/policy/policies/agent/bandit/mdp/ppo/grpo
  curriculum_learning/curriculum/curricula/progressive/paced
people at work: farmer=farmers/agricult/farm soldier=soldiers/militar/army
  athlete=athletes/sport/player
  lawyer=lawyers=attorney/legal/law/judicial voter=voters/elector/election/vote
  refugee=refugees/migra/asylum tourist=tourists/travel/touris musician=musicians/music/singer
  politician=politicians/politic/parliament/congress firefighter=firefighters/fire
  librarian=librarians/librar prisoner=prisoners/inmate/prison
body: lung=lungs/pulmonary/chest/thora/respirat/pneumo/bronch liver/hepat
  kidney=kidneys/renal/nephro prostate/prostatic spine/spinal/vertebr/lumbar/scolio
  brain/cerebr/neuro/glio/eeg/mri/cortex/cortical/hippocamp/cogniti/mind/alzheimer/dementia/stroke
  colon/colorect/polyp/colono/bowel stomach/gastr pancreas/pancrea thyroid bladder/urin
  ovary=ovaries/ovarian uterus/uterine/endometri/womb esophagus=oesophagus/esophag spleen/splen
  cerebellum/cerebell hippocampus/hippocamp amygdala thalamus/thalam placenta/placent/fetal
  retina/retinal/eye/ocular/fundus/ophthalm
sensors: lidar/laser/point_cloud/point_clouds/range radar/mmwave/millimetre/millimeter/fmcw/sar
  sonar/acoustic/underwater ultrasound=ultrasonic/sonogra/echo gyroscope=gyroscopes/imu/inertial
  accelerometer=accelerometers/imu/inertial/accelerat/wearable/motion magnetometer/magnet rfid
  hyperspectral/spectral multispectral/spectral/sentinel/landsat/bands
matter: polymer=polymers/plastic peptide=peptides/protein antibody=antibodies/immun
  enzyme=enzymes/enzymat ligand=ligands/docking/binding lipid=lipids nanoparticle catalyst/catal
grouping: clustering/cluster/group/kmeans/k_means/partition/dbscan
  survival_analysis/survival/hazard
qubit machines: superconducting trapped_ion/ion photonic/photon neutral_atom/atom
"""

AROUND = """
models by what they read: vision_model=image_model=visual_model/vision/visual/image/video/vit/clip
  language_model/language/llm/gpt/bert/text/lm speech_model=audio_model/speech/audio/sound/voice
  protein_model/protein video_model/video/footage music_model/music/song
parts of a network: encoder/encode decoder/decode
inside and out: indoor=indoors/inside/room/home/house/office/interior
  outdoor=outdoors/outside/street/road/urban/driving/landscape
views from above: aerial/airborne/drone/uav/airplane/aircraft/flight
  satellite/orbit/space/sentinel/landsat/remote_sens street_view/street ground_level/ground
fields of thought: mathematical=math/arithmetic/maths commonsense/common_sense
  causal/cause/causality moral=ethical/ethics legal/law spatial/space/geometric temporal/time
  numerical/number logical/logic scientific/scien counterfactual/counterfact
findings: hemorrhage=haemorrhage=bleeding/bleed/blood fracture=fractures/broken
  tumour=tumor=tumors=tumours/cancer/glioma/lesion/malignan/neoplas/metasta/oncolog/carcinoma
  nodule=nodules polyp=polyps cyst=cysts edema=oedema effusion calcification/calcif
  ulcer=ulcers plaque=plaques
tissues: nucleus=nuclei/nuclear/cell vessel=vessels/vascular/arter/vein gland=glands/glandular
  neuron=neurons/neural/synap nerve=nerves/neural tendon=tendons ligament=ligaments
  cartilage membrane=membranes
signals read from the face: gaze/eye blink/eye facial/face lip=lips/mouth
vital signs: blood_pressure/pressure/hypertens heart_rate=pulse/heart/cardiac/ppg/photopleth
  respiration=breathing=respiratory/breath/lung/rrsp blood_oxygen/oxygen/spo2
  body_temperature/temperature/fever glucose/diabet/glyc
sources of text: newspaper=newspapers/news novel=novels/fiction/literary/book patent=patents
  tweet=tweets/twitter/social subtitle=subtitles/caption transcript_of_court/court
robots' work: surgery=surgical/surg welding/weld painting/paint cleaning/clean harvesting/harvest
  packing/pack sorting/sort drilling/drill
kinds of attention to time: spatial_attention/spatial temporal_attention/temporal
roles in learning: teacher/distill/pseudo/ema/tutor/expert student/distill/pupil
  critic/reward/value actor/policy
kinds of motion: rotation=rotations/rotat/orient translation_vector shear reflection/mirror
ends of a question: single_choice multiple_choice/choice/option open_ended/open yes_no/binary
"""

BESIDE = """
interfaces: chat=conversational/convers/dialog/chatbot voice/speech/spoken touch=touchscreen/tactile
  gesture=gestural/hand text_based/text command_line/terminal
dwellings of data: cloud edge/device/embedded fog on_device/device/mobile
sizes of words: unigram bigram trigram
colours: red green blue yellow purple orange
parts of the day: breakfast lunch dinner
faiths in numbers: bayesian/bayes/posterior/prior/probabil frequentist
nouns of games: player/agent/team referee coach
"""
