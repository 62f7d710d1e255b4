"""The settings of a workspace, as values; functions take the part they use."""

# Annotations are evaluated here: as texts, each of a named tuple would be compiled at every start.

from typing import Literal, NamedTuple

from akira_cli.core.addresses import is_of_arxiv, origin_of
from akira_cli.core.page import Layout

ARXIV_API_URL = "https://export.arxiv.org/api/query"
ARXIV_SITE = "https://arxiv.org"
ARXIV_INTERVAL = 3.0
"""Seconds between two requests: https://info.arxiv.org/help/api/tou.html"""
SITE_INTERVAL = 1.0
"""Seconds between two requests to a site that has no rule of its own."""
DEFAULT_LABEL = "issue"
"""The kind of label a newsletter has unless it says otherwise."""
Policy = Literal["warn", "require", "ignore"]
"""What a picture that nobody is known to allow means to an export."""
Length = Literal["short", "normal", "long"]
"""How much is told of a thing: 20 to 40 words, 40 to 75, or 75 to 120."""
_NARROWEST, _WIDEST = 20, 10_000


class ArxivSettings(NamedTuple):
    """Where arXiv's query interface is (all up to the `?`) and how fast it may be asked."""

    api_url: str = ARXIV_API_URL
    interval: float = ARXIV_INTERVAL

    @property
    def site(self) -> str:
        """Where the papers themselves are, `https://arxiv.org`; a server that stands in for
        arXiv's interface stands in for its pages, too."""
        return ARXIV_SITE if is_of_arxiv(self.api_url) else origin_of(self.api_url)

    @property
    def pace_seconds(self) -> float:
        """Seconds between two requests of any kind; arXiv itself is never asked faster than it
        allows, whatever the settings."""
        return max(self.interval, ARXIV_INTERVAL if is_of_arxiv(self.api_url) else 0.0)


class NetworkSettings(NamedTuple):
    """Limits of one connection: seconds and bytes; `contact` goes into the User-Agent.

    `allow_private` lets addresses of this machine and of private networks be asked. `mirrors`
    pairs a host with the address that its pages are read from instead (`arxiv.org` with
    `https://export.arxiv.org`).
    """

    contact: str = ""
    offline: bool = False
    connect_timeout: float = 10.0
    read_timeout: float = 20.0
    total_timeout: float = 45.0
    size_limit: int = 10_000_000
    allow_private: bool = False
    mirrors: tuple[tuple[str, str], ...] = ()


class FigureSettings(NamedTuple):
    """Whether papers get a figure by themselves, what a figure of unclear rights means to an
    export, and where `drafts/figures/` can be read on the web."""

    fetch: bool = True
    policy: Policy = "warn"
    public_base: str = ""


class SummarySettings(NamedTuple):
    """How first texts are written: by which summariser, at which length, and for one that asks a
    language model by which (empty: its own default), in how many seconds and with how many
    published entries as examples. Prices are for a million tokens, in any currency."""

    method: str = "extractive"
    length: Length = "normal"
    model: str = ""
    timeout: float = 120.0
    examples: int = 4
    input_price: float = 0.0
    output_price: float = 0.0


class MediumSettings(NamedTuple):
    """What Medium asks for by hand, and where the pictures of an import are served from."""

    tags: tuple[str, ...] = ()
    subtitle: str = ""
    canonical_url: str = ""
    image_base_url: str = ""


class HtmlSettings(NamedTuple):
    """Whether the page holds its pictures itself."""

    self_contained: bool = False


class EmailSettings(NamedTuple):
    """The message's `From`, its subject and preheader patterns, and where pictures are.

    Without `image_base_url` they travel in the message. The patterns hold `{title}`, `{label}`,
    `{name}`; an empty preheader is made of the highlights.
    """

    sender: str = ""
    subject: str = "{title}"
    preheader: str = ""
    image_base_url: str = ""


class TextSettings(NamedTuple):
    """How many columns a line has at most; 0 wraps nothing."""

    width: int = 72


def is_width(columns: int) -> bool:
    """Whether lines of text can be that wide; 0 wraps nothing."""
    return columns == 0 or _NARROWEST <= columns <= _WIDEST


class RssSettings(NamedTuple):
    """Where the feed itself will be served, how many issues it has at most (0: all), and where
    its pictures are.

    `id` is a URI that the ids of the feed and of its issues are made of; when it is empty they
    follow from the newsletter's home or name, and change with it.
    """

    url: str = ""
    issues: int = 0
    image_base_url: str = ""
    id: str = ""


class Settings(NamedTuple):
    """A workspace's `config.toml` over the defaults. `templates` is the folder, as text, in
    which the curator's own templates are looked for, `prompts` the one with their own prompts;
    empty for none."""

    layout: Layout
    language: str = "en"
    label: str = DEFAULT_LABEL
    templates: str = ""
    prompts: str = ""
    arxiv: ArxivSettings = ArxivSettings()
    network: NetworkSettings = NetworkSettings()
    figures: FigureSettings = FigureSettings()
    summaries: SummarySettings = SummarySettings()
    medium: MediumSettings = MediumSettings()
    html: HtmlSettings = HtmlSettings()
    email: EmailSettings = EmailSettings()
    text: TextSettings = TextSettings()
    rss: RssSettings = RssSettings()
