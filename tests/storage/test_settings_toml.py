"""`config.toml` and the environment over the defaults, and every way they can be wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import InvalidFile, UsageError
from akira_cli.core.page import Card, LabelKind, Section, Style, TrailerBlock
from akira_cli.core.settings import (
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
    is_width,
)
from akira_cli.storage.config_schema import CONFIG_SCHEMA
from akira_cli.storage.settings_toml import load_settings
from akira_cli.storage.toml_schema import ListOf, Node, Table

REPOSITORY = Path(__file__).resolve().parents[2]
LOCAL = "http://127.0.0.1:8080/api/query"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path


def loaded(root: Path, text: str, **environ: str) -> Settings:
    (root / "config.toml").write_text(text, encoding="utf-8")
    return load_settings(root, environ)


def error_of(root: Path, text: str) -> InvalidFile:
    with pytest.raises(InvalidFile) as caught:
        loaded(root, text)
    return caught.value


def test_a_config_with_nothing_but_a_name_has_the_default_layout(root: Path) -> None:
    settings = loaded(root, '[newsletter]\nname = "Papers Weekly"\n')
    layout = settings.layout
    assert layout.name == "Papers Weekly"
    assert layout.title == "{name} — {label}"
    keys = ["featured", "use-cases", "papers", "articles", "other"]
    assert [section.key for section in layout.sections] == keys
    assert layout.sections[2] == Section(
        "papers", "Papers", "Machine Learning Papers", aliases=("paper",)
    )
    assert [key for key, _ in layout.groups] == ["featured", "use-cases", "papers"]
    assert layout.separator == "— — — — — — — — — — — — — — — — — — –"
    assert (layout.tracking, layout.trailer) == ((), ())
    assert settings == Settings(
        layout=layout,
        label="Issue #{number}",
        templates=str(root / "templates"),
        prompts=str(root / "prompts"),
    )


def test_every_option_arrives(root: Path) -> None:
    settings = loaded(
        root,
        """
        [newsletter]
        name = "N"
        language = "pt-BR"
        title = "{label} of {name}"
        label = "#{number}"
        toc_intro = "Below:"
        separator = "***"
        joint = " | "
        author = "Ada"
        url = "https://example.org/"
        issue_url = "https://example.org/{slug}/"
        date = "{year}-{month}"
        preamble = ["Week {week}", "Dates may differ"]
        [style]
        domain = false
        headline = "heading"
        title = "italic"
        title_apart = true
        group_level = 2
        caption = "Taken from the paper"
        separators = ["sections", "headings"]
        [labels.special]
        label = "Special {number}"
        title = "{label}!"
        [words]
        links = "Addresses"
        [groups]
        papers = "New Papers"
        tools = "Tools"
        [tracking]
        utm_source = "Revue newsletter"
        utm_campaign = "News   "
        [arxiv]
        api_url = "http://localhost:8080/api/query"
        interval = 0.5
        [network]
        contact = "me@example.org"
        offline = true
        connect_timeout = 1
        read_timeout = 2.5
        total_timeout = 5
        size_limit = 1000
        allow_private = true
        [network.mirrors]
        "arXiv.org" = "https://export.arxiv.org"
        "papers.example" = "http://127.0.0.1:8080/papers/"
        [figures]
        fetch = false
        policy = "require"
        public_base = "https://example.org/figures/"
        [summaries]
        method = "llm"
        length = "long"
        model = "gpt-4o-mini"
        timeout = 30
        examples = 5
        input_price = 0.15
        output_price = 1
        [medium]
        tags = ["Machine Learning", "AI"]
        canonical_url = "https://example.org/issue"
        image_base_url = "https://example.org/pictures/"
        subtitle = "All of it"
        [html]
        self_contained = true
        [email]
        from = "Ada <ada@example.org>"
        subject = "{name}: {label}"
        preheader = "{title}"
        image_base_url = "https://example.org/mail/"
        [text]
        width = 60
        [rss]
        url = "https://example.org/feed.xml"
        id = "tag:example.org,2021:news"
        issues = 10
        image_base_url = "https://example.org/feed/"
        """,
    )
    layout = settings.layout
    assert (layout.name, layout.title, layout.toc_intro) == ("N", "{label} of {name}", "Below:")
    assert (layout.separator, layout.joint, layout.date) == ("***", " | ", "{year}-{month}")
    assert layout.style == Style(
        domain=False,
        headline="heading",
        title="italic",
        title_apart=True,
        group_level=2,
        caption="Taken from the paper",
        separators=("sections", "headings"),
    )
    assert (layout.author, layout.home) == ("Ada", "https://example.org/")
    assert layout.issue_url == "https://example.org/{slug}/"
    assert layout.preamble == ("Week {week}", "Dates may differ")
    assert layout.labels[-1] == LabelKind("special", "Special {number}", "{label}!")
    assert dict(layout.words)["links"] == "Addresses"
    assert layout.groups[0] == ("featured", "Featured Paper/News in This Week.")
    assert layout.groups[2:] == (("papers", "New Papers"), ("tools", "Tools"))
    assert layout.tracking == (("utm_source", "Revue newsletter"), ("utm_campaign", "News   "))
    assert (settings.language, settings.label) == ("pt-BR", "#{number}")
    assert settings.arxiv == ArxivSettings("http://localhost:8080/api/query", 0.5)
    assert settings.network == NetworkSettings(
        contact="me@example.org",
        offline=True,
        connect_timeout=1,
        read_timeout=2.5,
        total_timeout=5,
        size_limit=1000,
        allow_private=True,
        mirrors=(
            ("arxiv.org", "https://export.arxiv.org"),
            ("papers.example", "http://127.0.0.1:8080/papers/"),
        ),
    )
    assert settings.figures == FigureSettings(
        fetch=False, policy="require", public_base="https://example.org/figures/"
    )
    assert settings.summaries == SummarySettings(
        "llm", "long", "gpt-4o-mini", 30, examples=5, input_price=0.15, output_price=1
    )
    assert settings.medium == MediumSettings(
        ("Machine Learning", "AI"),
        "All of it",
        "https://example.org/issue",
        "https://example.org/pictures/",
    )
    assert settings.html == HtmlSettings(self_contained=True)
    assert settings.email == EmailSettings(
        "Ada <ada@example.org>", "{name}: {label}", "{title}", "https://example.org/mail/"
    )
    assert settings.text == TextSettings(60)
    assert settings.rss == RssSettings(
        "https://example.org/feed.xml",
        10,
        "https://example.org/feed/",
        "tag:example.org,2021:news",
    )


def test_sections_replace_the_list_and_a_known_key_needs_nothing_else(root: Path) -> None:
    settings = loaded(
        root,
        """
        [[sections]]
        key = "papers"
        [[sections]]
        key = "tools"
        heading = "Tools"
        aliases = ["software"]
        [[sections]]
        key = "featured"
        toc = "Pick"
        """,
    )
    papers, tools, featured = settings.layout.sections
    assert papers == Section("papers", "Papers", "Machine Learning Papers", ("paper",))
    assert tools == Section("tools", "Tools", "Tools", ("software",))
    assert (featured.toc, featured.heading) == ("Pick", "Featured Paper/News in This Week")


def test_a_section_may_take_the_default_alias_of_another(root: Path) -> None:
    settings = loaded(
        root, "[[sections]]\nkey = 'featured'\n[[sections]]\nkey = 'news'\ntoc = 'News'\n"
    )
    featured, news = settings.layout.sections
    assert featured.aliases == ("feature", "features")
    assert (news.key, news.toc, news.heading) == ("news", "News", "News")


def test_the_trailer_keeps_its_order_and_its_cards(root: Path) -> None:
    settings = loaded(
        root,
        """
        [[trailer]]
        kind = "other-blogs"
        heading = "Other Blogs"
        [[trailer.cards]]
        title = "One"
        [[trailer.cards]]
        title = "Two"
        url = "https://example.org/two"
        [[trailer]]
        kind = "about"
        text = "Me"
        """,
    )
    cards = (Card("One"), Card("Two", url="https://example.org/two"))
    assert settings.layout.trailer == (
        TrailerBlock("other-blogs", "Other Blogs", cards=cards, name="other-blogs"),
        TrailerBlock("about", "About Me", text="Me", name="about"),
    )


def test_tables_of_later_releases_are_tolerated(root: Path) -> None:
    assert loaded(root, "[newsletter]\n[discover]\nfeeds = ['x']\n") == loaded(root, "")


NO_CONTROLS = "must have a name without control characters"
HUGE = f"0x{'f' * 4000}"
SHORTENED = f"0x{'f' * 57}…"
WRONG = [
    ("[arxiv]\ninterval = '3'", 2, "[arxiv] interval must be a number, not a string"),
    ("# CRLF\r\n[arxiv]\r\ninterval = []\r\n", 3, "[arxiv] interval must be a number, not a list"),
    (
        '[newsletter]\ntoc_intro = """\n[arxiv]\ninterval = 1\n"""\n[arxiv]\ninterval = "1"',
        7,
        "[arxiv] interval must be a number, not a string",
    ),
    ("[arxiv]\n\ninterval = true", 3, "[arxiv] interval must be a number, not a boolean"),
    (
        "[arxiv]\ninterval = -1",
        2,
        "[arxiv] interval must be a number of seconds, 0 or more, not '-1'",
    ),
    (
        "[arxiv]\ninterval = nan",
        2,
        "[arxiv] interval must be a number of seconds, 0 or more, not 'nan'",
    ),
    ("arxiv.interval = 'x'", 1, "[arxiv] interval must be a number, not a string"),
    ("\narxiv = { interval = 'x' }", 2, "[arxiv] interval must be a number, not a string"),
    (
        "[network]\nread_timeout = 0",
        2,
        "[network] read_timeout must be a number of seconds above 0, not '0'",
    ),
    (
        "[network]\nsize_limit = 1.5",
        2,
        "[network] size_limit must be a whole number, not a decimal number",
    ),
    *(
        (
            f'[network.mirrors]\n"a.b" = "http://c.d"\n"{host}" = "http://e.f"',
            3,
            f"[network.mirrors] {host!r} must be a host alone, such as 'arxiv.org'",
        )
        for host in ("", "http://a.b", "a.b/c", "a.b:80", "*.b", "[::1]", "a.b.", "a b", "u@a.b")
    ),
    (
        '[network.mirrors]\n"a.b" = "http://c.d"\n"A.b" = "http://e.f"',
        3,
        "[network.mirrors] 'A.b' is the host of a line above",
    ),
    *(
        (
            f"[network]\nmirrors = {{'a.b' = '{url}'}}",
            2,
            f"[network.mirrors] 'a.b' must be an http(s) address without '?' and '#', not '{url}'",
        )
        for url in ("", "c.d", "ftp://c.d", "http://c.d/?q", "http://c.d/#f", "http://c.d:x")
    ),
    (
        '[network.mirrors]\narxiv.org = "https://export.arxiv.org"',
        2,
        "[network.mirrors] arxiv must be a string, not a table",
    ),
    ("[network]\nmirrors = 'a.b'", 2, "[network] mirrors must be a table, not a string"),
    (
        "[network]\nallow_private = 'yes'",
        2,
        "[network] allow_private must be true or false, not a string",
    ),
    ("[figures]\nfetch = 1", 2, "[figures] fetch must be true or false, not a whole number"),
    (
        "[figures]\npolicy = 'forbid'",
        2,
        "[figures] policy must be one of warn, require, ignore, not 'forbid'",
    ),
    (
        "[figures]\npublic_base = 'figures/'",
        2,
        "[figures] public_base must be an http(s) address, not 'figures/'",
    ),
    (
        "[network]\ncontact = 'a\\nb'\n".replace("'", '"'),
        2,
        r"[network] contact must be one line of text, not 'a\nb'",
    ),
    (
        "[newsletter]\nname = 1979-05-27",
        2,
        "[newsletter] name must be a string, not a date or time",
    ),
    ("[newsletter]\nname = ' '", 2, "[newsletter] name must be one line of text, not ' '"),
    (
        "[newsletter]\ntitle = '{nmae}'",
        2,
        "[newsletter] title must be a pattern of {name}, {label}, {number}, {date}, {day}, {week}, "
        "{month}, {year}, not '{nmae}'",
    ),
    (
        "[newsletter]\nlabel = '{number'",
        2,
        "[newsletter] label must be a pattern of {number}, {date}, {day}, {week}, {month}, {year}, "
        "not '{number'",
    ),
    (
        "[newsletter]\nlanguage = '../en'",
        2,
        "[newsletter] language must be a language code such as 'en' or 'pt-BR', not '../en'",
    ),
    ("newsletter = 3", 1, "[newsletter] must be a table, not a whole number"),
    ("[groups]\npapers = []", 2, "[groups] papers must be a string, not a list"),
    ("[tracking]\n'utm source' = {}", 2, "[tracking] 'utm source' must be a string, not a table"),
    *(
        (f'[{table}]\n"a\\{escape}b" = "x"', 2, f"[{table}] 'a\\{control}b' {NO_CONTROLS}")
        for table in ("tracking", "groups", "labels", "cards")
        for escape, control in (("n", "n"), ("u0007", "x07"), ("u009b", "x9b"))
    ),
    *(
        (
            f'[[sections]]\nkey = "a\\u00{code}b"\ntoc = "T"',
            2,
            rf"[[sections]] key must be one word, not 'a\x{code}b'",
        )
        for code in ("07", "00", "7f", "9b")
    ),
    (
        f"[style]\ngroup_level = {HUGE}",
        2,
        f"[style] group_level must be 0, 1, 2 or 3, not '{SHORTENED}'",
    ),
    (
        f"[network]\nread_timeout = {HUGE}",
        2,
        f"[network] read_timeout must be a number of seconds above 0, not '{SHORTENED}'",
    ),
    (
        f"[network]\nsize_limit = {HUGE}",
        2,
        f"[network] size_limit must be a whole number from 1 to {2**40}, not '{SHORTENED}'",
    ),
    (f"[medium]\ntags = [{HUGE}]", 2, "[medium] tags must be a list of strings, not '…'"),
    (
        f"[medium]\ncanonical_url = '{'x' * 999}'",
        2,
        f"[medium] canonical_url must be an http(s) address, not '{'x' * 59}…'",
    ),
    (f"[medium]\n{'x' * 999} = 1", 2, f"[medium] {'x' * 59}… is not a known key"),
    (
        "[cards.c]\ntitle = 'C'\n[[trailer]]\nkind = 'about'\ncards = ['c', {title = 'x'}]",
        5,
        "[[trailer]] cards must be all names or all [[trailer.cards]] tables, "
        "not '['c', {'title': 'x'}]'",
    ),
    ("[sections]\nkey = 'papers'", 1, "[sections] must be written as [[sections]] tables"),
    ("[[sections]]\ntoc = 'T'", 1, "[[sections]] needs 'key'"),
    (
        "[[sections]]\nkey = 'papers'\n[[sections]]\nkey = 'tools'",
        3,
        "[[sections]] needs 'heading', since 'tools' is not a default section",
    ),
    (
        "[[sections]]\nkey = 'papers'\n[[sections]]\nkey = 'other'\naliases = ['Papers']",
        3,
        "[[sections]] has the name 'papers' of a section above",
    ),
    ("[medium]\ntags = ['a', 1]", 2, "[medium] tags must be a list of strings, not '['a', 1]'"),
    (
        "[[trailer]]\nkind = 'about'\n[[trailer]]\nkind = 'abuot'",
        4,
        "[[trailer]] kind must be one of subscribe, other-blogs, past-issues, about, not 'abuot'",
    ),
    (
        "[[trailer]]\nkind = 'about'\n[[trailer.cards]]\ntitle = 'A'\n"
        "[[trailer.cards]]\ntitle = 'B'\nurl = 'example.org'",
        7,
        "[[trailer.cards]] url must be an http(s) address, not 'example.org'",
    ),
    (
        "[[trailer]]\nkind = 'about'\n[[trailer]]\nkind = 'about'\n[[trailer.cards]]\nurl = ''",
        5,
        "[[trailer.cards]] needs 'title'",
    ),
    *(
        (
            f"[arxiv]\napi_url = '{url}'",
            2,
            f"[arxiv] api_url must be an http(s) address that ends before the '?', not '{url}'",
        )
        for url in ("ftp://a.b/c", "a.b/c", "https://", "http://a b/", "http://a:x/", "http://a/?q")
    ),
]


@pytest.mark.parametrize(("text", "line", "message"), WRONG)
def test_what_is_wrong_is_named_with_its_line(
    root: Path, text: str, line: int, message: str
) -> None:
    assert error_of(root, text).message == f"config.toml:{line}: {message}"


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            "[arxiv]\nintervall = 3",
            "config.toml:2: [arxiv] intervall is not a known key",
            "did you mean 'interval'?",
        ),
        (
            "[[trailer]]\nkind = 'about'\ncard = []",
            "config.toml:3: [[trailer]] card is not a known key",
            "did you mean 'cards'?",
        ),
        (
            "[medium]\nxyz = 3",
            "config.toml:2: [medium] xyz is not a known key",
            "it may have: tags, subtitle, canonical_url, image_base_url",
        ),
    ],
)
def test_an_unknown_key_is_named_with_the_nearest_known_one(
    root: Path, text: str, message: str, hint: str
) -> None:
    error = error_of(root, text)
    assert (error.message, error.hint) == (message, hint)


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("[stile]\ndomain = false", 1, "style"),
        ("[newsletter]\n[[section]]\nkey = 'papers'", 2, "sections"),
        ("[newsletter]\n\n[card.home]\ntitle = 'H'", 3, "cards"),
        ("[networks]\noffline = true", 1, "network"),
    ],
)
def test_a_table_misspelt_is_told_with_the_one_likely_meant(
    root: Path, text: str, line: int, meant: str
) -> None:
    error = error_of(root, text)
    assert re.fullmatch(rf"config\.toml:{line}: \[\w+\] is not a known key", error.message)
    assert error.hint == f"did you mean '{meant}'? a key of your own needs another name"


def test_a_table_near_one_that_is_there_is_tolerated(root: Path) -> None:
    assert loaded(root, "[style]\n[styles]\nx = 1\n") == loaded(root, "[style]\n")


URI = "a URI such as 'tag:example.org,2021:news', without '#'"


@pytest.mark.parametrize(
    "uri",
    ["", "tag:example.org,2021:news", "urn:uuid:1", "https://example.org/a?b=c", "x+1.-:日"],
)
def test_the_id_of_a_feed_is_a_uri(root: Path, uri: str) -> None:
    assert loaded(root, f"[rss]\nid = '{uri}'").rss.id == uri


@pytest.mark.parametrize(
    "uri", ["news", "example.org/news", "1a:b", "tag:", "tag:a b", "https://a.org/#b", "a:<b>", " "]
)
def test_what_is_no_uri_is_no_id(root: Path, uri: str) -> None:
    error = error_of(root, f"[rss]\nid = '{uri}'")
    assert error.message == f"config.toml:2: [rss] id must be {URI}, not '{uri}'"


@pytest.mark.parametrize("width", [0, 20, 72, 10_000])
def test_a_width_may_be(root: Path, width: int) -> None:
    assert is_width(width)
    assert loaded(root, f"[text]\nwidth = {width}").text.width == width


@pytest.mark.parametrize("width", [-1, 1, 19, 10_001])
def test_a_width_may_not_be(root: Path, width: int) -> None:
    assert not is_width(width)
    rule = "0 (no wrapping) or a number of columns from 20 on"
    error = error_of(root, f"[text]\nwidth = {width}")
    assert error.message == f"config.toml:2: [text] width must be {rule}, not '{width}'"


def test_a_missing_config_is_an_invalid_file(root: Path) -> None:
    with pytest.raises(InvalidFile, match="cannot read"):
        load_settings(root, {})


def test_the_environment_goes_before_the_file(root: Path) -> None:
    settings = loaded(
        root,
        "[arxiv]\ninterval = 9.0\n[network]\noffline = true\n",
        AKIRA_ARXIV_API_URL=LOCAL,
        AKIRA_ARXIV_INTERVAL="0",
        AKIRA_OFFLINE="no",
    )
    assert settings.arxiv == ArxivSettings(LOCAL, 0.0)
    assert not settings.network.offline


@pytest.mark.parametrize("word", ["1", "true", "YES", " on "])
def test_offline_by_environment(root: Path, word: str) -> None:
    assert loaded(root, "", AKIRA_OFFLINE=word).network.offline


def test_an_empty_variable_counts_as_none(root: Path) -> None:
    text = "[network]\noffline = true"
    empty = dict.fromkeys(("AKIRA_OFFLINE", "AKIRA_ARXIV_INTERVAL", "AKIRA_ARXIV_API_URL"), "")
    assert loaded(root, text, **empty) == loaded(root, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("AKIRA_OFFLINE", "maybe"),
        ("AKIRA_ARXIV_INTERVAL", "fast"),
        ("AKIRA_ARXIV_INTERVAL", "-1"),
        ("AKIRA_ARXIV_INTERVAL", "inf"),
        ("AKIRA_ARXIV_API_URL", "localhost"),
        ("AKIRA_ARXIV_API_URL", "http://localhost/api/query?"),
    ],
)
def test_a_bad_variable_is_a_usage_error_that_names_it(root: Path, name: str, text: str) -> None:
    with pytest.raises(UsageError, match=f"^{name} must be .*, not '") as caught:
        loaded(root, "", **{name: text})
    assert text in caught.value.message


ARXIV_HOSTS = ["arxiv.org", "export.arxiv.org", "EXPORT.arXiv.org.", "arxiv.org:8080"]


@pytest.mark.parametrize("host", ARXIV_HOSTS)
def test_arxiv_is_never_asked_faster_than_it_allows(root: Path, host: str) -> None:
    text = f"[arxiv]\napi_url = 'https://{host}/api/query'\ninterval = 2.9"
    error = error_of(root, text)
    assert error.message.startswith("config.toml:3: [arxiv] interval may be below 3.0 only for")
    assert "tou.html" in error.hint
    assert loaded(root, text.replace("2.9", "3")).arxiv.interval == 3


@pytest.mark.parametrize("host", ["localhost", "notarxiv.org", "arxiv.org.example.com", "[::1]"])
def test_another_host_may_be_asked_faster(root: Path, host: str) -> None:
    text = f"[arxiv]\napi_url = 'https://{host}/api/query'\ninterval = 0.1"
    assert loaded(root, text).arxiv.interval == 0.1


def test_too_fast_by_environment_names_the_variable(root: Path) -> None:
    with pytest.raises(UsageError, match=r"^AKIRA_ARXIV_INTERVAL may be below 3\.0 only"):
        loaded(root, "", AKIRA_ARXIV_INTERVAL="1")
    local = f"[arxiv]\napi_url = '{LOCAL}'\ninterval = 0.1"
    with pytest.raises(UsageError, match=r"^AKIRA_ARXIV_API_URL: .* below 3\.0 only"):
        loaded(root, local, AKIRA_ARXIV_API_URL="https://export.arxiv.org/api/query")


def test_a_byte_order_mark_is_no_part_of_the_text(root: Path) -> None:
    assert loaded(root, "\ufeff[newsletter]\nname = 'N'\n").layout.name == "N"


toml_values = st.recursive(
    st.booleans() | st.integers() | st.floats() | st.text("ab{}", max_size=4) | st.dates(),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from("xy"), inner),
    max_leaves=3,
)


def options_of(node: Node) -> st.SearchStrategy[dict[str, object]]:
    """Tables with the right keys and any values at all."""
    match node:
        case Table():
            return st.fixed_dictionaries(
                {}, optional={key: options_of(sub) | toml_values for key, sub in node.keys.items()}
            )
        case ListOf():
            return st.lists(options_of(node.table), max_size=2)  # type: ignore[return-value]  # a list is as good here
        case _:
            return toml_values  # type: ignore[return-value]  # so is a plain value


@given(tables=options_of(CONFIG_SCHEMA))
def test_whatever_stands_in_the_file_gives_settings_or_an_error_with_a_line(
    tmp_path_factory: pytest.TempPathFactory, tables: dict[str, object]
) -> None:
    import tomli_w

    outcome = settings_or_error(tmp_path_factory.mktemp("workspace"), tomli_w.dumps(tables))
    if isinstance(outcome, Settings):
        assert outcome.arxiv.interval >= 3
    else:
        assert re.fullmatch(r"config\.toml:[1-9]\d*: \[.+", outcome.message)


def settings_or_error(root: Path, text: str) -> Settings | InvalidFile:
    try:
        return loaded(root, text)
    except InvalidFile as error:
        return error


def test_the_repository_is_a_workspace_of_its_own_newsletter() -> None:
    layout = load_settings(REPOSITORY, {}).layout
    assert layout.name == "Akira’s Machine Learning News"
    assert layout.tracking == (
        ("utm_campaign", "Akira's Machine Learning News   "),
        ("utm_medium", "email"),
        ("utm_source", "Revue newsletter"),
    )
    assert [block.kind for block in layout.trailer] == ["subscribe", "other-blogs", "about"]
