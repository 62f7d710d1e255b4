"""Countries, languages, peoples and places, and what is told of each in other words."""

from __future__ import annotations

from functools import cache

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
albania albanian
algeria algerian
angola angolan
argentina argentine argentinian argentinean
armenia armenian
azerbaijan azerbaijani azeri
bahrain bahraini
belarus belarusian
bhutan bhutanese
bolivia bolivian
bosnia bosnian
cameroon cameroonian
canada canadian canadians
catalonia catalan catalans
colombia colombian
congo congolese
cyprus cypriot
ecuador ecuadorian
estonia estonian
ethiopia ethiopian amharic
flanders flemish flemings
galicia galician
georgia georgian
ghana ghanaian
guatemala guatemalan
haiti haitian
hawaii hawaiian
hongkong cantonese
iraq iraqi
jamaica jamaican
jordan jordanian
kazakhstan kazakh
kuwait kuwaiti
kyrgyzstan kyrgyz
laos lao laotian
latvia latvian
lebanon lebanese
libya libyan
lithuania lithuanian
luxembourg luxembourgish luxemburgish
macedonia macedonian
malawi malawian
malaysia malaysian malay
malta maltese
mongolia mongolian
morocco moroccan
mozambique mozambican
namibia namibian
nepal nepali nepalese
oman omani
pakistan pakistani urdu
palestine palestinian palestinians
paraguay paraguayan
qatar qatari
quebec quebecois
saudi arabia
senegal senegalese wolof
singapore singaporean
somalia somali
sudan sudanese
syria syrian
tajikistan tajik
tibet tibetan tibetans
tunisia tunisian
turkiye turkey turkish turks
turkmenistan turkmen
uganda ugandan
uruguay uruguayan
uzbekistan uzbek
venezuela venezuelan
yemen yemeni
zambia zambian
zimbabwe zimbabwean
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
alps alpine
andes andean
arctic polar
antarctica antarctic polar
appalachia appalachian
aegean greece greek
atlantic transatlantic
balkans balkan
baltics baltic
caribbean antillean
caucasus caucasian
himalaya himalayas himalayan
mediterranean levant
oceania oceanian australasia
pacific transpacific
siberia siberian
scandinavia nordic scandinavian
sahara saharan
west western westerner westerners occident occidental
east eastern orient oriental
north northern
south southern
northeast northeastern
northwest northwestern
southeast southeastern
southwest southwestern
hispanic spanish latino latina latinx latin
hong kong cantonese
mandarin chinese
london londoner londoners
paris parisian
beijing pekingese peking
rome roman romans
venice venetian
vienna viennese
moscow muscovite
saturn saturnian
venus venusian
hinduism hindu hindus
buddhism buddhist buddhists
catholicism catholic catholics
parliament parliamentary
senate senator senators
victoria victorian
renaissance cinquecento
marxism marx marxist
darwin darwinian darwinism
freud freudian
kant kantian
newton newtonian
euclid euclidean
gauss gaussian gaussians
laplace laplacian
lagrange lagrangian
hamilton hamiltonian
hesse hessian
jacobi jacobian
riemann riemannian
hilbert hilbertian
boole boolean
bernoulli bernoullis
poisson poissonian
shapley shap
"""
"""What is told of a thing of the world in other words, as `Mars` for `Martian`."""


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
