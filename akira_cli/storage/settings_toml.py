"""The settings of a workspace: `config.toml` and the environment over the defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from akira_cli.core.addresses import domain_of, is_of_arxiv
from akira_cli.core.errors import InvalidFile, UsageError
from akira_cli.core.labels import FIELDS, kind_named
from akira_cli.core.page import Layout
from akira_cli.core.settings import (
    ARXIV_INTERVAL,
    DEFAULT_LABEL,
    ArxivSettings,
    EmailSettings,
    FigureSettings,
    HtmlSettings,
    MediumSettings,
    NetworkSettings,
    RssSettings,
    Settings,
    SummarySettings,
    TextSettings,
)
from akira_cli.storage.config_schema import API_URL, CONFIG_SCHEMA, INTERVAL
from akira_cli.storage.layout_toml import layout_in
from akira_cli.storage.page_schema import FLAG
from akira_cli.storage.shortened import quoted
from akira_cli.storage.toml_schema import Fault, Kind, faults
from akira_cli.storage.toml_values import with_tuples
from akira_cli.storage.workspace import CONFIG, ConfigFile, read_config

TEMPLATES = "templates"
"""The folder of a workspace with the curator's own templates."""
PROMPTS = "prompts"
"""The folder with the curator's own prompts for a language model."""
_PLAIN_TABLES = (
    "newsletter",
    "arxiv",
    "network",
    "figures",
    "summaries",
    "medium",
    "html",
    "email",
    "text",
    "rss",
)
_TERMS_OF_USE = "https://info.arxiv.org/help/api/tou.html"
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)*")
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
    config = _checked(root)
    variables = _given(environ)
    options = _options(config.tables, variables)
    arxiv = ArxivSettings(**options["arxiv"])
    _keep_to_the_terms(arxiv, config, variables)
    newsletter = options["newsletter"]
    language = newsletter.get("language", "en")
    layout = layout_in(root, config, language)
    network = options["network"] | {"mirrors": _mirrors(config)}
    email = {("sender" if key == "from" else key): v for key, v in options["email"].items()}
    return Settings(
        layout=layout,
        language=language,
        label=_label(newsletter.get("label", DEFAULT_LABEL), layout, config),
        templates=str(root / TEMPLATES),
        prompts=str(root / PROMPTS),
        arxiv=arxiv,
        network=NetworkSettings(**network),
        figures=FigureSettings(**options["figures"]),
        summaries=SummarySettings(**options["summaries"]),
        medium=MediumSettings(**options["medium"]),
        html=HtmlSettings(**options["html"]),
        email=EmailSettings(**email),
        text=TextSettings(**options["text"]),
        rss=RssSettings(**options["rss"]),
    )


def default_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of a workspace whose config says nothing; raises UsageError as
    `load_settings`."""
    layout = layout_in(None, ConfigFile("", {}), "en")
    options = _options({}, _given(environ or {}))
    return Settings(
        layout=layout,
        label=_label(DEFAULT_LABEL, layout, ConfigFile("", {})),
        arxiv=ArxivSettings(**options["arxiv"]),
        network=NetworkSettings(**options["network"]),
    )


def load_layout(root: Path, language: str) -> Layout:
    """The layout of a workspace in any language; raises InvalidFile, naming file, line and key."""
    return layout_in(root, _checked(root), language)


def _label(label: str, layout: Layout, config: ConfigFile) -> str:
    """The pattern of the next issue's label: one of a kind, or the config's own."""
    kind = kind_named(layout.labels, label)
    if kind is None and not any(f"{{{field}" in label for field in FIELDS):
        kinds = ", ".join(kind.kind for kind in layout.labels)
        what = f"is {quoted(label)}, which is no kind of label and no pattern"
        hint = f"kinds: {kinds}; a pattern has a field: 'Issue #{{number}}'"
        raise config.invalid(Fault(("newsletter", "label"), what, hint))
    return label if kind is None else kind.label


def _mirrors(config: ConfigFile) -> tuple[tuple[str, str], ...]:
    """Each host of `[network.mirrors]`, in lower case, with the address asked instead."""
    mirrors: dict[str, str] = {}
    for written, base in config.tables.get("network", {}).get("mirrors", {}).items():
        host = written.lower()
        if not _HOST.fullmatch(host):
            what = "must be a host alone, such as 'arxiv.org'"
        elif host in mirrors:
            what = "is the host of a line above"
        else:
            mirrors[host] = base
            continue
        raise config.invalid(Fault(("network", "mirrors", written), what))
    return tuple(mirrors.items())


def _checked(root: Path) -> ConfigFile:
    config = _read(root)
    fault = next(faults(config.tables, CONFIG_SCHEMA), None)
    if fault is not None:
        raise config.invalid(fault)
    return config


def _read(root: Path) -> ConfigFile:
    try:
        return read_config(root / CONFIG)
    except OSError as error:
        raise InvalidFile(f"cannot read '{root / CONFIG}': {error.strerror}") from error


def _given(environ: Mapping[str, str]) -> dict[str, str]:
    """The variables that say something."""
    return {name: text for name in _VARIABLES if (text := environ.get(name, "").strip())}


def _options(
    tables: Mapping[str, Any], variables: Mapping[str, str]
) -> Mapping[str, dict[str, Any]]:
    """The plain tables as the values of `core.settings` take them."""
    options = {name: with_tuples(tables.get(name, {})) for name in _PLAIN_TABLES}
    for name, text in variables.items():
        table, key, kind, parse = _VARIABLES[name]
        value = parse(text)
        if not kind.accepts(value):
            raise UsageError(
                f"{name} must be {kind.rule}, not {quoted(text)}",
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
    raise config.invalid(Fault(("arxiv", "interval"), rule, hint))
