"""Units and what is counted: which are of one kind, and which are the same."""

from __future__ import annotations

_KINDS = {
    "share": "%|percent|pct points|point|pp|pps|pts|percentage-points",
    "fold": "x|×|times|fold|folds|-fold",
    "time": (
        "ns|nanoseconds µs|us|microseconds|microsecond ms|msec|milliseconds|millisecond "
        "s|sec|secs|second|seconds min|mins|minute|minutes h|hr|hrs|hour|hours "
        "day|days|daily week|weeks "
        "fortnight|fortnights month|months year|years|yr|yrs decade|decades century|centuries "
        "gpu-hour|gpu-hours gpu-day|gpu-days tpu-day|tpu-days cpu-hour|cpu-hours"
    ),
    "memory": (
        "bit|bits byte|bytes kb|kib|kilobytes|kilobyte mb|mib|megabytes|megabyte "
        "gb|gib|gigabytes|gigabyte tb|tib|terabytes|terabyte pb|petabytes"
    ),
    "length": (
        "nm|nanometres|nanometers µm|um|microns|micron|micrometres|micrometers "
        "mm|millimetres|millimeters|millimetre cm|centimetres|centimeters|centimetre "
        "m|metres|meters|metre|meter km|kilometres|kilometers|kilometre mile|miles "
        "inch|inches foot|feet pixel|pixels|px voxel|voxels"
    ),
    "mass": "mg|milligrams g|grams|gram kg|kilograms tonne|tonnes|ton|tons pound|pounds|lb",
    "power": (
        "mw|milliwatts w|watts|watt kw|kilowatts wh kwh|kilowatt-hours "
        "mj|millijoules|millijoule j|joules|joule kj|kilojoules"
    ),
    "energy": "ev mev|millielectronvolts kcal/mol kj/mol kcal|kilocalories hartree",
    "rate": "fps hz|hertz khz|kilohertz mhz|megahertz ghz|gigahertz rpm bpm qps tok/s",
    "level": "db|decibels|decibel",
    "angle": "°|degree|degrees rad|radians mrad",
    "area": ("m2|m² cm2|cm² km2|km² hectare|hectares|ha acre|acres"),
    "money": "$|dollar|dollars|usd €|euro|euros £ cent|cents yen|¥",
    "compute": (
        "flop|flops|flop/s gflop|gflops gmac|gmacs|macs|mac tflop|tflops pflop|pflops "
        "petaflop/s-days mflop|mflops"
    ),
    "model": "parameter|parameters|params|param|weights layer|layers head|heads neuron|neurons",
    "text": (
        "token|tokens word|words character|characters sentence|sentences|utterances|utterance "
        "paragraph|paragraphs document|documents|articles|article|texts page|pages "
        "book|books post|posts comment|comments message|messages tweet|tweets"
    ),
    "data": (
        "image|images|picture|pictures|photo|photos|photographs video|videos|clip|clips "
        "frame|frames dataset|datasets|data-sets|sets|benchmark|benchmarks|corpora|corpus|testbeds "
        "example|examples|sample|samples|instance|instances|item|items|datapoints|demonstrations "
        "pair|pairs question|questions|queries|query|prompts|prompt recording|recordings "
        "trajectories|trajectory|episodes|episode|demonstration class|classes|categories|category "
        "task|tasks game|games language|languages domain|domains label|labels"
    ),
    "steps": "epoch|epochs iteration|iterations|step|steps update|updates",
    "machines": "gpu|gpus cpu|cpus tpu|tpus node|nodes core|cores machine|machines server|servers",
    "people": (
        "participant|participants|people|person|users|user|subjects|volunteers|humans|adults"
        "|respondents|individuals|players|persons|annotators|raters|speakers|workers "
        "patient|patients student|students|pupils expert|experts|professionals|clinicians|doctors "
        "children|child"
    ),
    "places": "country|countries city|cities hospital|hospitals state|states site|sites",
}
SCALES = frozenset(("share", "fold", "time", "memory", "length", "mass", "power", "rate", "energy"))
"""Kinds whose units measure: a number without one may be of any, and one may not be another."""

COUNTED = frozenset(("data", "text", "steps", "model", "machines", "people", "places"))
"""Kinds of things that are counted one by one."""

LONE_LETTERS = frozenset(("s", "m", "h", "g", "w", "j", "x"))
"""Units of one letter, believed only right after a number in figures."""


def _read(kinds: dict[str, str]) -> dict[str, tuple[str, str]]:
    table: dict[str, tuple[str, str]] = {}
    for kind, units in kinds.items():
        for group in units.split():
            names = group.split("|")
            table.update((name, (kind, names[0])) for name in names)
    return table


UNITS = _read(_KINDS)
"""For each way to write a unit, its kind and the one name of the unit."""
