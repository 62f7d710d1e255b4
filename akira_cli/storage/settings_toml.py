"""The settings of a workspace: `config.toml` and the environment over the defaults."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from akira_cli.core.addresses import domain_of, is_of_arxiv
from akira_cli.core.errors import InvalidFile, UsageError
from akira_cli.core.models import Card
from akira_cli.core.page import Layout, Section, TrailerBlock
from akira_cli.core.settings import (
    ARXIV_INTERVAL,
    ArxivSettings,
    MediumSettings,
    NetworkSettings,
    Settings,
)
from akira_cli.storage.config_schema import API_URL, CONFIG_SCHEMA, FLAG, INTERVAL
from akira_cli.storage.toml_schema import Fault, Kind, faults, name_of
from akira_cli.storage.workspace import CONFIG, ConfigFile, read_config

_LAYOUTS = Path(__file__).parents[1] / "layouts"
_DEFAULT_NAME = "Newsletter"
_LAYOUT_OPTIONS = ("title", "toc_intro", "separator", "joint", "show_domain")
_TERMS_OF_USE = "https://info.arxiv.org/help/api/tou.html"
_FLAG_WORDS = dict.fromkeys(("1", "true", "yes", "on"), True) | dict.fromkeys(
    ("0", "false", "no", "off"), False
)


def _number_or_text(text: str) -> float | str:
    try:
        return float(text)
    except ValueError:
        return text


class _Variable(NamedTuple):
    """An environment variable: the option it stands for, and how its text becomes a value."""

    table: str
    key: str
    kind: Kind
    parse: Callable[[str], object]


_VARIABLES: Mapping[str, _Variable] = {
    "AKIRA_ARXIV_API_URL": _Variable("arxiv", "api_url", API_URL, str),
    "AKIRA_ARXIV_INTERVAL": _Variable("arxiv", "interval", INTERVAL, _number_or_text),
    "AKIRA_OFFLINE": _Variable(
        "network", "offline", FLAG, lambda text: _FLAG_WORDS.get(text.lower(), text)
    ),
}


def load_settings(root: Path, environ: Mapping[str, str]) -> Settings:
    """The settings of the workspace at `root`.

    `AKIRA_ARXIV_API_URL`, `AKIRA_ARXIV_INTERVAL` and `AKIRA_OFFLINE` go before the file; an empty
    one counts as none. Raises InvalidFile, naming line and key, and UsageError, naming the
    variable.
    """
    config = _read(root)
    fault = next(faults(config.tables, CONFIG_SCHEMA), None)
    if fault is not None:
        raise _invalid(config, fault)
    variables = {name: text for name in _VARIABLES if (text := environ.get(name, "").strip())}
    options = _options(config.tables, variables)
    arxiv = ArxivSettings(**options["arxiv"])
    _keep_to_the_terms(arxiv, config, variables)
    newsletter = options["newsletter"]
    return Settings(
        **{key: newsletter[key] for key in ("language", "label") if key in newsletter},
        layout=_layout(config),
        arxiv=arxiv,
        network=NetworkSettings(**options["network"]),
        medium=MediumSettings(**options["medium"]),
    )


def _read(root: Path) -> ConfigFile:
    try:
        return read_config(root / CONFIG)
    except OSError as error:
        raise InvalidFile(f"cannot read '{root / CONFIG}': {error.strerror}") from error


def _invalid(config: ConfigFile, fault: Fault) -> InvalidFile:
    from akira_cli.storage.toml_blocks import line_of

    line = line_of(config.text, fault.place)
    return InvalidFile(f"{CONFIG}:{line}: {name_of(fault.place)} {fault.what}", fault.hint)


def _options(
    tables: Mapping[str, Any], variables: Mapping[str, str]
) -> Mapping[str, dict[str, Any]]:
    """The plain tables as the values of `core.settings` take them."""
    options = {
        name: {
            key: tuple(value) if isinstance(value, list) else value
            for key, value in tables.get(name, {}).items()
        }
        for name in ("newsletter", "arxiv", "network", "medium")
    }
    for name, text in variables.items():
        table, key, kind, parse = _VARIABLES[name]
        value = parse(text)
        if not kind.accepts(value):
            raise UsageError(
                f"{name} must be {kind.rule}, not '{text}'",
                f"it stands for [{table}] {key} of {CONFIG}",
            )
        options[table][key] = value
    return options


def _keep_to_the_terms(
    arxiv: ArxivSettings, config: ConfigFile, variables: Mapping[str, str]
) -> None:
    """Refuse to ask arXiv faster than it allows: https://info.arxiv.org/help/api/tou.html"""
    if arxiv.interval >= ARXIV_INTERVAL or not is_of_arxiv(arxiv.api_url):
        return
    host = domain_of(arxiv.api_url)
    rule = f"may be below {ARXIV_INTERVAL} only for a host that is not arXiv's, unlike '{host}'"
    hint = f"arXiv asks for one request every three seconds: {_TERMS_OF_USE}"
    if "AKIRA_ARXIV_INTERVAL" in variables:
        raise UsageError(f"AKIRA_ARXIV_INTERVAL {rule}", hint)
    if "AKIRA_ARXIV_API_URL" in variables:
        raise UsageError(f"AKIRA_ARXIV_API_URL: [arxiv] interval {rule}", hint)
    raise _invalid(config, Fault(("arxiv", "interval"), rule, hint))


def _layout(config: ConfigFile) -> Layout:
    """The default layout of the newsletter's language with the config's own over it."""
    newsletter = config.tables.get("newsletter", {})
    wording = _wording(newsletter.get("language", "en"))
    options = {**wording, **newsletter}
    return Layout(
        name=newsletter.get("name", _DEFAULT_NAME),
        **{key: options[key] for key in _LAYOUT_OPTIONS if key in options},
        sections=_sections(config, wording["sections"]),
        groups=tuple({**wording["groups"], **config.tables.get("groups", {})}.items()),
        tracking=tuple(config.tables.get("tracking", {}).items()),
        trailer=tuple(map(_trailer_block, config.tables.get("trailer", ()))),
    )


def _wording(language: str) -> dict[str, Any]:
    """The fixed wording in a language, in English where the program has none."""
    path = _LAYOUTS / f"{language}.toml"
    if not path.exists():
        path = _LAYOUTS / "en.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _sections(config: ConfigFile, default: Sequence[dict[str, Any]]) -> tuple[Section, ...]:
    """The config's sections, or the default ones when it has none.

    A default section's missing parts are filled in; an alias the config uses otherwise is not.
    """
    given: Sequence[dict[str, Any]] = config.tables.get("sections", ())
    known = {section["key"]: section for section in default}
    taken: set[str] = set()
    for index, section in enumerate(given):
        names = {name.casefold() for name in (section["key"], *section.get("aliases", ()))}
        if again := taken & names:
            what = f"has the name '{min(again)}' of a section above"
            raise _invalid(config, Fault(("sections", index), what))
        if section["key"] not in known and not {"toc", "heading"} & section.keys():
            what = f"needs 'heading', since '{section['key']}' is not a default section"
            raise _invalid(config, Fault(("sections", index), what))
        taken |= names
    return tuple(
        _section(section, known.get(section["key"], {}), taken) for section in given or default
    )


def _section(given: dict[str, Any], default: dict[str, Any], taken: set[str]) -> Section:
    free = [alias for alias in default.get("aliases", ()) if alias not in taken]
    heading = given.get("heading") or default.get("heading") or given["toc"]
    return Section(
        key=given["key"],
        toc=given.get("toc") or default.get("toc") or heading,
        heading=heading,
        aliases=tuple(given.get("aliases", free)),
    )


def _trailer_block(given: dict[str, Any]) -> TrailerBlock:
    cards = tuple(Card(**card) for card in given.get("cards", ()))
    return TrailerBlock(**{**given, "cards": cards})
