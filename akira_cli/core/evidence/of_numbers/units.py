"""Units and what is counted: which are of one kind, and which are the same."""

from __future__ import annotations

_KINDS = {
    "share": "%|percent|pct points|point|pp|pps|pts|percentage-points",
    "fold": "x|×|times|fold|folds|-fold",
    "time": (
        "ns|nanoseconds µs|us|microseconds|microsecond ms|msec|milliseconds|millisecond "
        "s|sec|secs|second|seconds min|mins|minute|minutes h|hr|hrs|hour|hours "
        "day|days week|weeks "
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
    "rate": (
        "fps km/h|kmh|kph mile/h|mph m/s hz|hertz khz|kilohertz mhz|megahertz ghz|gigahertz "
        "rpm bpm qps tok/s"
    ),
    "level": "db|decibels|decibel",
    "angle": "°|degree|degrees rad|radians mrad",
    "area": ("m2|m² cm2|cm² km2|km² hectare|hectares|ha acre|acres"),
    "money": "$|dollar|dollars|usd €|euro|euros|eur £|gbp cent|cents ¥|yen|yuan|rmb|cny",
    "temperature": "celsius|centigrade|°c|℃ fahrenheit|°f kelvin|kelvins",
    "field": "tesla|teslas gauss",
    "compute": (
        "flop|flops|flop/s gflop|gflops gmac|gmacs|macs|mac tflop|tflops pflop|pflops "
        "petaflop/s-days mflop|mflops"
    ),
    "model": "parameter|parameters|params|param|weights layer|layers head|heads neuron|neurons",
    "text": (
        "token|tokens word|words character|characters sentence|sentences|utterances|utterance "
        "paragraph|paragraphs document|documents|articles|article|texts paper|papers page|pages "
        "book|books post|posts comment|comments message|messages tweet|tweets"
    ),
    "data": (
        "scan|scans image|images|picture|pictures|photo|photos|photographs video|videos|clip|clips "
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
SCALES = frozenset(
    (
        *("share", "fold", "time", "memory", "length", "mass", "power", "rate", "energy"),
        *("temperature", "field"),
    )
)
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

EVERY = {
    "hourly": "hour",
    "daily": "day",
    "nightly": "day",
    "weekly": "week",
    "monthly": "month",
    "yearly": "year",
    "annually": "year",
}
"""Words that tell in one how often: `2,000 scans daily` are 2,000 a day."""

TO_BASE = {
    "ns": 1e-9,
    "µs": 1e-6,
    "ms": 1e-3,
    "s": 1.0,
    "min": 60.0,
    "h": 3600.0,
    "day": 86400.0,
    "week": 604800.0,
    "fortnight": 1209600.0,
    "month": 2629800.0,
    "year": 31557600.0,
    "decade": 315576000.0,
    "bit": 0.125,
    "byte": 1.0,
    "kb": 1e3,
    "mb": 1e6,
    "gb": 1e9,
    "tb": 1e12,
    "pb": 1e15,
    "nm": 1e-9,
    "µm": 1e-6,
    "mm": 1e-3,
    "cm": 1e-2,
    "m": 1.0,
    "km": 1e3,
    "mile": 1609.344,
    "mg": 1e-6,
    "g": 1e-3,
    "kg": 1.0,
    "tonne": 1e3,
    "mflop": 1e6,
    "gflop": 1e9,
    "tflop": 1e12,
    "flop": 1.0,
    "pflop": 1e15,
    "hz": 1.0,
    "khz": 1e3,
    "mhz": 1e6,
    "ghz": 1e9,
    "mj": 1e-3,
    "j": 1.0,
    "kj": 1e3,
    "m2": 1.0,
    "cm2": 1e-4,
    "km2": 1e6,
    "hectare": 1e4,
    "acre": 4046.86,
    "$": 1.0,
    "cent": 1e-2,
}
"""What each unit is in the smallest one of its kind, or in another that is fit for it."""
