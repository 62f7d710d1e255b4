"""Kinds of sensors, pictures, places on the body, illnesses, living and material things.

A kind a line, as `siblings` reads them.
"""

ALONE = """
scans: mri/magnetic/mr ct/tomography/cbct ultrasound=sonography/echocardi
  xray=x_ray=radiograph=radiographs/radiographic/ray/cxr/radiography mammogram=mammography/breast
  positron/pet/tomography spect optical_coherence/oct/coherence angiography=angiogram
  endoscopy/endoscopic/colonoscopy/laparoscopic colonoscopy/endoscop/polyp bronchoscopy
  histology=histopathology/pathology/slide/biopsy fundus/retina/retinal dermoscopy=dermoscopic/skin
  cytology echocardiography=echocardiogram/echo/ultrasound elastography fluoroscopy
  microscopy/microscope/microscopic electron_microscopy/electron fluorescence cryo_em/cryo
  photoacoustic
signals: ecg=electrocardiogram/electrocardiography/cardiac
  eeg=electroencephalography=electroencephalogram/brain emg=electromyography/muscle
  ppg=photoplethysmography/pulse fmri/functional meg/magnetoencephalography fnirs
  eog/electrooculography seismogram/seismic blood_pressure/pressure heart_rate/heart/pulse
  oxygen_saturation/oxygen/spo2 skin_conductance/electrodermal
illnesses: cancer/tumor/tumour/oncolog/carcinoma/malignan/cancer/glioma/lymphoma/metasta/melanoma
  diabetes/diabetic/glycemic stroke/ischemic pneumonia pneumothorax tuberculosis sepsis/septic
  dementia/alzheimer/cognitive_decline alzheimer/dementia parkinson/parkinsonian
  epilepsy/seizure/epileptic depression/depressive/mental autism/autistic/asd
  schizophrenia/psychosis/psychotic adhd/attention_deficit asthma copd glaucoma melanoma/skin
  arthritis osteoporosis malaria hypertension/blood_pressure hypotension
  covid=covid19/coronavirus/pandemic/sars influenza=flu hiv=aids hepatitis cirrhosis
  leukemia=leukaemia lymphoma glioma/glioblastoma/brain_tumor anemia=anaemia obesity/obese
  arrhythmia/fibrillation heart_failure/heart atrial_fibrillation/fibrillation
  myocardial_infarction=heart_attack/infarct cataract scoliosis/spine dengue ebola measles polio
  psoriasis eczema multiple_sclerosis/sclerosis fibrosis embolism aneurysm thrombosis
  ptsd/trauma/traumatic bipolar insomnia/sleep sleep_apnea=apnea/sleep migraine suicide/suicidal
  keratoconus endometriosis caries/dental atelectasis cardiomegaly
cures: radiotherapy/radiation/radio chemotherapy/chemo immunotherapy/immuno surgery/surgical
  vaccine=vaccination/vaccin insulin dialysis transplant=transplantation antibiotic=antibiotics
  antidepressant/depress statin placebo acupuncture psychotherapy/therapy
carers: surgeon/surgical/surgery nurse=nurses/nursing radiologist=radiologists/radiology
  dentist/dental pathologist=pathologists/pathology cardiologist=cardiologists/cardiology/cardiac
  dermatologist=dermatologists/dermat ophthalmologist/ophthalm pharmacist/pharma
  psychiatrist=psychiatrists/psychiatr psychologist/psycholog physiotherapist paramedic midwife
  oncologist/oncolog neurologist/neurolog anesthesiologist/anesth pediatrician/pediatr
germs: bacteria=bacterial=bacterium virus=viral=viruses fungus=fungal=fungi parasite=parasitic
"""

AROUND = """
cameras: event_camera/event/neuromorphic/dvs spike_camera/spike/spiking thermal=infrared/heat/ir
  rgb/color/colour depth_camera/depth/rgb_d/rgbd/kinect stereo/binocular/disparity fisheye
  panoramic=omnidirectional/360 hyperspectral/spectral multispectral/spectral/sentinel
  monocular/single egocentric/first_person bodycam drone_camera/drone/aerial/uav night_vision/night
bare sensors: thermal=infrared/heat rgb/color/colour depth/rgb_d/rgbd/stereo lidar/laser radar sonar
  event/neuromorphic spike/spiking hyperspectral multispectral fisheye panoramic
  ultrasound/ultrasonic
sensors: lidar/laser/point radar=mmwave/millimetre/millimeter sonar/acoustic
  ultrasound=ultrasonic/sonography accelerometer=accelerometers/imu/inertial/acceleration
  gyroscope=gyroscopes/imu/inertial imu=inertial/accelerometer gps=gnss/satellite/position
  magnetometer/magnetic microphone=microphones/audio/sound/acoustic tactile/touch/haptic
  thermometer/temperature barometer/pressure encoder_sensor wifi=channel_state/csi bluetooth/ble
  rfid camera=cameras/vision/visual/image/video/rgb smartwatch=wristband/watch/wearable
  strain_gauge/strain force_sensor/force/torque photodiode/light hydrophone seismometer/seismic
organs: lung=lungs/pulmonary/chest/thoracic/respiratory liver/hepatic/hepato
  kidney=kidneys/renal/nephro heart/cardiac/cardio/ventric/coronary brain/cerebral/neural/neuro/glio
  breast/mammo skin/dermat/dermo/cutaneous retina/retinal/eye/ocular/fundus prostate/prostatic
  bone=bones/skeletal/osteo/fracture spine/spinal/vertebra/lumbar knee hip shoulder ankle wrist
  colon/colorectal/polyp/colono/bowel stomach/gastric/gastro pancreas/pancreatic thyroid bladder
  ovary=ovaries/ovarian cervix/cervical uterus/uterine/endometri dental=tooth=teeth/orthodont/oral
  esophagus=oesophagus/esophageal spleen muscle/muscular
  artery=arteries/arterial/coronary/vascular/vessel cornea/corneal cochlea/cochlear/hearing
  nose/nasal throat/laryn blood/haemat/hemat plasma lymph hippocampus/hippocampal amygdala
  cerebellum/cerebellar cortex/cortical thalamus placenta/placental ventricle/ventricular
  atrium=atria/atrial valve=mitral=aortic aorta/aortic
omics: dna/genom/gene rna/transcript protein=proteins/proteomic/protein methylation/epigen
  metabolite/metabol single_cell/cell microbiome/microbi mutation=mutations/variant codon=codons
molecules: molecule=molecules/molecular/compound/drug crystal=crystals/crystalline
  antibody=antibodies peptide=peptides polymer=polymers lipid enzyme=enzymes/enzymatic
  ligand=ligands nanoparticle catalyst=catalysts/catalyt protein=proteins/proteom
lab animals: mouse=mice/murine rat=rats zebrafish/fish macaque=monkey=monkeys/primate worm=elegans
  pig=pigs/porcine chicken=chickens/poultry
crops: wheat rice maize=corn soybean=soybeans potato=potatoes tomato=tomatoes grape=grapes/vineyard
  cotton barley banana coffee strawberry=strawberries sugarcane mango citrus/orange cassava
  sunflower cucumber
metals: steel aluminium=aluminum copper titanium wood=timber rubber ceramic graphene silicon lithium
  nickel zinc carbon_fiber gallium
heavens: moon=lunar mars=martian venus/venusian jupiter/jovian saturn asteroid=asteroids
  comet=comets galaxy=galaxies/galactic exoplanet=exoplanets/planet black_hole pulsar supernova
  quasar
robots: humanoid=humanoids quadruped=quadrupedal/legged/dog wheeled robot_arm/arm/manipulator
  soft_robot/soft exoskeleton/wearable surgical_robot/surg underwater_vehicle/underwater
  swarm_robot/swarm bimanual/dual/two_arm
"""

BESIDE = """
clinical states: benign malignant systolic diastolic arterial/artery venous/vein acute chronic
clinical times: preoperative intraoperative postoperative prenatal/fetal/pregnan postnatal
  neonatal/newborn/infant
wards: inpatient outpatient intensive_care=icu emergency/emergencies/triage
  primary_care/general_practi home_care surgery=surgical/operation/surgeon rehabilitation
  radiology/radiolog pathology/pathologist
animals: cat=cats/feline dog=dogs/canine horse=horses/equine cow=cows=cattle/bovine/livestock/dairy
  pig=pigs/swine sheep bird=birds/avian fish/fishes bee=bees/honeybee whale=whales/cetacean
  dolphin=dolphins elephant=elephants bat=bats mosquito=mosquitoes ant=ants shark=sharks
  turtle=turtles deer penguin=penguins butterfly=butterflies
powers: wind/turbine solar=photovoltaic hydropower=hydroelectric/hydro nuclear/fission/reactor coal
  geothermal biomass/biofuel natural_gas/gas hydrogen battery=batteries diesel tidal
weathers: rain=rainfall=precipitation snow=snowfall/ice hail fog=haze wind=winds lightning
  temperature/heat humidity cloud_cover/cloud drought storm=storms
disasters: flood=floods=flooding/inundat earthquake=earthquakes/seismic wildfire=wildfires/fire
  hurricane=cyclone=typhoon/storm drought=droughts landslide=landslides tsunami volcano=volcanic
  avalanche tornado oil_spill
waters and lands: river=rivers lake=lakes ocean=sea/marine/coastal forest=forests/tree/woodland
  desert mountain=mountains/alpine glacier=glaciers/ice wetland=wetlands/peat grassland/grass
  coral=reef farmland/field/crop/agricult
vehicles: car=cars/automobile/driving/vehicle pedestrian=pedestrians/walker bicycle=bike/cycl
  truck=trucks=lorry bus=buses motorcycle=motorbike tram ship=ships=vessel=vessels/boat/maritime
  aircraft=airplane=airplanes/flight/plane/aviation helicopter submarine tractor scooter ambulance
  taxi=taxis/ride
flying things: drone=drones/uav/aerial/quadrotor aircraft=airplane/flight/plane
  satellite=satellites/space rocket helicopter=helicopters balloon=balloons
roads: highway=motorway=freeway intersection=crossroad/junction/crossing roundabout
  parking_lot/parking tunnel bridge=bridges
places inside and out: indoor=indoors/inside/room/home outdoor=outdoors/outside/street/road
  urban/city/cities rural/village underwater/marine/subsea aerial/airborne/drone/uav
  underground/mine
buildings: hospital=hospitals/clinic/clinical/medical school=schools/pupil/classroom/education
  university=universities/college/campus/academic court=courts/judicial/legal
  factory=factories/industrial/plant/manufactur museum=museums/gallery prison=prisons/inmate
  airport=airports warehouse=warehouses/logistic/storage kitchen=kitchens/cook
  restaurant=restaurants office=offices library=libraries church
  supermarket=supermarkets/grocery/retail hotel=hotels/hospitality greenhouse=greenhouses
  laboratory/lab stadium bank=banks/banking
sights: face=facial/head hand=hands/gesture/finger iris/eye fingerprint=fingerprints palm/palmprint
  gait/walk voice/speak/speech ear signature/handwrit
"""
