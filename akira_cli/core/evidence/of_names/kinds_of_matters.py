"""Kinds of people, trades, writings and studies, and of words that tell things apart.

A kind a line, as `siblings` reads them.
"""

ALONE = """
weekdays: monday tuesday wednesday thursday friday saturday sunday
word classes: noun=nouns verb=verbs adjective=adjectives adverb=adverbs pronoun=pronouns
  preposition=prepositions determiner
religions: christian=christianity/bible/church muslim=islam=islamic/quran jewish=judaism
  hindu=hinduism buddhist=buddhism
"""

AROUND = """
currencies: euro=euros dollar=dollars/usd yen pound_sterling yuan=renminbi rupee=rupees
  bitcoin/crypto
instruments: piano/keyboard guitar violin/string drum=drums/percussion flute
  singing/sing/vocal/voice trumpet cello saxophone choir/choral
sports: football=soccer basketball tennis cricket baseball hockey volleyball badminton rugby golf
  swimming/swim boxing gymnastics cycling/cyclist skiing/ski surfing
labs: openai/gpt/chatgpt google/gemini/deepmind/palm/bard anthropic/claude nvidia amazon/aws/alexa
  microsoft/azure/phi alibaba/qwen tencent baidu/ernie huawei deepmind/google mistral/mixtral cohere
  xai/grok salesforce ibm/granite bytedance/doubao spotify netflix uber intel samsung airbnb
  linkedin pinterest tesla waymo
"""

BESIDE = """
studies: physics/physical chemistry/chemical/molecul biology/biological/bio
  mathematics=math=maths/mathematical/arithmetic/algebra/geometry law/legal/judicial
  economics/economic/econom psychology/psychological/psych
  astronomy=astronomical/astro/telescope/galax geology/geological/geo history/historical
  philosophy/philosophical linguistics/linguistic sociology/social medicine/medical/clinic/health
  neuroscience/neural/brain archaeology=archaeological ecology/ecological
  meteorology=meteorological/weather/climate engineering/engineer theology/religio anthropology
  musicology/music
branches: finance=financial/bank/stock/market/econom healthcare/medical/health/clinic/medic
  education=educational/teach/student/learn/school agriculture=agricultural/farming/crop/plant/agri
  manufacturing/industr/factory/production legal=law/court/judicial/contract
  military/defense/defence/army/war retail=e_commerce=commerce/shop/store/product
  journalism/news/journalis tourism/travel/hotel/touris
  telecommunications=telecom/network/6g/5g/wireless aviation/aircraft/flight/air
  aerospace/aircraft/space automotive/automobile/car/vehicle/driv pharmaceutical=pharma/drug
  textile=textiles/garment/fabric mining/mine/ore construction/building/bim insurance/insur/actuar
  logistics/shipping/supply/freight fashion/cloth gaming/game banking/bank/financ
  real_estate/housing/property sports/sport/player/match/athlet semiconductor/chip/wafer
  energy/power/grid/electric cybersecurity/security/attack/threat
  transportation=transport/traffic/mobility/vehic marketing=advertising/advert/ads/market/brand
  film=cinema/movie space/satellite/orbit fishing=fishery=fisheries/fish forestry/forest/tree
  hospitality/hotel recruitment=hiring/recruit/resume/job entertainment
people: patient=patients/clinical/medical student=students/pupil/learner/undergrad/child
  teacher=teachers/instructor/tutor/educator/teach customer=customers/consumer/shopper/client/user
  worker=workers/employee/labor/labour/job/crowd farmer=farmers/farming/agricult
  driver=drivers/driving pilot=pilots/flight/aviat athlete=athletes/sport/player
  soldier=soldiers/militar lawyer=lawyers=attorney/legal/law engineer=engineers/engineering
  journalist=journalists/news/reporter
  programmer=programmers=developer=developers/coder/software/engineer artist=artists/art
  scientist=scientists/researcher/scien voter=voters/elector/election refugee=refugees/migrant
  tourist=tourists/travel musician=musicians/music/singer judge_in_court
  police=police_officer/officer prisoner=prisoners/inmate investor=investors/trader/invest/trading
  politician=politicians/politic/parliament librarian firefighter designer=designers/design
ages: child=children=kids/kid/pediatric/paediatric/toddler/young adult=adults/grown
  infant=infants=baby/newborn/neonat/babies
  adolescent=adolescents=teenager=teenagers/teen/youth/young
  elderly=older_adults/older/aging/ageing/senior
sexes: men=man=male=males/boy/gender women=woman=female=females/girl/gender
seasons: summer winter autumn spring_season
dayparts: morning afternoon evening night/nocturnal/dark
spans: weekly/week daily/day/everyday monthly/month yearly=annual/year/annually hourly/hour
  quarterly/quarter
directions: north=northern south=southern east=eastern west=western
sides: left=leftmost right=rightmost
writings: web/internet/online/website book=books/novel newspaper=newspapers/news
  tweets=tweet=twitter/social/x_post email=emails/mail patent=patents poem=poems=poetry/poet/verse
  recipe=recipes/cook lyrics=song_lyrics/song court_ruling/court/judgment contract=contracts/clause
  review=reviews resume=resumes=cv transcript=transcripts/transcri wikipedia/wiki
  reddit/social/forum facebook/social/meta youtube/video tiktok/video subtitles=subtitle
  fairy_tale/tale bible/religious/scripture textbook=textbooks/school screenplay/script/film
  obituary diary=diaries menu manual=manuals scientific_papers/paper/scien/academic/article
  radiology_report/report clinical_notes/clinical/note/ehr discharge_summary/discharge
  legal_document/legal/law/case speech_in_parliament/parliament blog=blogs comic=comics/manga
  magazine=magazines
papers at work: invoice=invoices receipt=receipts table=tables/tabular/column
  chart=charts/plot/graph diagram=diagrams/schematic form=forms slide=slides/presentation map=maps
  screenshot=screenshots/gui/ui floor_plan/floor blueprint
inks: handwritten=handwriting/handwrit printed/print typed/type
arts: painting=paintings/painter/artwork sculpture=sculptures cartoon=cartoons=comic/anime
  photograph=photographs=photography/photo sketch=sketches/drawing architecture_of_buildings
  dance=dancing/choreograph theatre=theater opera film=films=movie=movies/cinema poetry/poem
  music/musical/song calligraphy tattoo logo=logos
figures of speech: metaphor=metaphors/figurative idiom=idioms/idiomatic
  humor=humour=joke=jokes/funny simile=similes proverb=proverbs irony/sarcas sarcasm=sarcastic/irony
  euphemism=euphemisms pun=puns/wordplay
grammar: syntactic=syntax/grammar/grammatical semantic=semantics/meaning
  phonetic=phonological=phonology/phone morphological=morphology lexical=lexicon/word
  pragmatic=pragmatics discourse prosodic=prosody/intonation orthographic=orthography/spelling
feelings: anger=angry sadness=sad fear disgust joy=happiness/happy surprise=surprised guilt shame
  envy loneliness=lonely boredom=bored
traits: gender/sex/women/female/male race=racial/ethnic religion=religious/muslim/christian
  age/ageing/older disability=disabled nationality/national/country socioeconomic/income/poverty
  political=politics/party/partisan
reasonings: deductive/deduction inductive/induction abductive/abduction analogical=analogy/analogies
sense: visual=vision/image/sight auditory/hearing/audio/acoustic tactile=haptic/touch
  olfactory/smell/odor gustatory/taste
fields: spatial=spatially/space temporal=temporally/time/video spectral/frequency/spectrum
comparing: pairwise pointwise listwise
schools: kindergarten=preschool primary_school/elementary secondary_school=high_school/secondary
  undergraduate/college/universit doctoral=phd/graduate middle_school
policies of learning: on_policy off_policy model_based model_free parametric
  nonparametric=non_parametric
labels: supervised/supervision/label unsupervised/unlabeled/unlabelled
attention shapes: local=locally global=globally intra inter
steps in time: discrete/quantized/discretiz continuous/continu static dynamic=dynamically online
  offline synchronous=synchronously asynchronous=asynchronously/async real_time/live
mixes: homogeneous heterogeneous
chances: deterministic/determin stochastic/probabilistic/random
growth: linear=linearly quadratic=quadratically/square cubic exponential=exponentially
  logarithmic/log polynomial sublinear
passes: forward backward/backpropagation
lines: horizontal=horizontally vertical=vertically diagonal
doubts: aleatoric epistemic
orders: first_order second_order third_order zeroth_order=zero_order
shots: zero_shot one_shot few_shot
classes: binary/two_class ternary multiclass=multi_class
norms: l0 l1 l2
parts of a graph: node=nodes/vertex/vertices edge=edges/link
parts of a table: row=rows column=columns
parts of algebra: vector=vectors/vectorial matrix=matrices tensor=tensors scalar
shapes of data: tree=trees sequence=sequences/sequential/chain hypergraph=hypergraphs
  graph=graphs/network
operations: addition/add multiplication/multiply subtraction/subtract division/divide
averages: mean/average median maximum/max minimum/min
gan parts: generator discriminator
quantum and not: quantum/qubit classical
wireless: wifi=wi_fi bluetooth cellular/lte ethernet 5g 6g lora_radio zigbee satellite_link
screens: smartphone=smartphones/mobile/phone laptop=laptops/notebook desktop
  server=servers/cloud/datacenter smartwatch=smartwatches/watch/wearable tablet_computer
  headset=headsets/vr/glasses television=tv kiosk browser/web
marks of money: stock=stocks/share/equity bond=bonds/debt currency=currencies=forex/exchange
  commodity=commodities option_pricing/option cryptocurrency=cryptocurrencies/bitcoin/crypto
  mortgage=mortgages/loan loan=loans/credit/lend
powers of state: army=military parliament/legislat government/governmen court=courts/judicial
  election=elections/elector/vote
ways of acting: competition=competitive/compet
  collaboration=collaborative=cooperation=cooperative/collaborat/cooperat negotiation/negotiat
compilers: compiler/compil interpreter operating_system/os/kernel browser database=databases/sql
judges: crowdworker=crowdworkers=crowdsourced/crowd
  expert=experts/specialist/professional/radiologist/clinician/physician/doctor/linguist
  layperson=laypeople=novice/lay
voting: majority_voting=majority_vote/vote/majority averaging/average/mean stacking
  weighted_sum/weighted
checks: cross_validation/fold/validation bootstrap/bootstrapping holdout/held leave_one_out
"""
