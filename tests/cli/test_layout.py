"""`akira layout`: what an issue's page is made of, and files to change it."""

from __future__ import annotations

import pytest

from tests.cli.command_line import Akira, Screen

CONFIG = """
[newsletter]
name = "Papers Weekly"
preamble = ["Week {week}"]
trailer = ["us"]
[style]
domain = false
caption = "From The Paper"
separators = []
[labels.month]
label = "{month} {year}"
title = "Summary; {label}"
[[sections]]
key = "papers"
[[sections]]
key = "tools"
heading = "Tools"
toc = false
[[trailer]]
kind = "about"
name = "us"
heading = "About Us"
cards = ["home"]
[[trailer]]
kind = "subscribe"
heading = "Please!"
[cards.home]
title = "Home"
"""
SHOWN = """\
Papers Weekly
title      {name} — {label}
label      issue    Issue #{number}
label      number   #{number}
label      week     Week {week}, {year}
label      month    {month} {year}  |  Summary; {label}
preamble   Week {week}
dates      {day} {month} {year}
contents   In the following sections, I will introduce various articles and papers not only on \
the above contents but also on the following five topics.
separator  — — — — — — — — — — — — — — — — — — –
           nowhere
joint      ' — '
style      domain = false, headline = bold, title = plain, title_apart = false, group_level = 0, \
caption = From The Paper

Words
  contents     In this issue
  links        Links
  picture      Picture
  read_online  Read this issue on the web
  skip         Skip to the first section
  subscribe    Please subscribe!
  other-blogs  Other Blogs
  past-issues  Past Newsletters
  about        About Me
  months       January, February, March, April, May, June, July, August, September, October, \
November, December

Highlights
  featured   Featured Paper/News in This Week.
  use-cases  Machine Learning in the Real World
  papers     Papers

Sections
  1 papers     Machine Learning Papers  |  Papers
  2 tools      Tools  |  (not in the contents)

Closing blocks
* us           About Us  (1 card)
  subscribe    Please!

Files ('akira layout eject NAME' makes one yours)
  pack      en.toml
  pack      ja.toml
  pack      zh.toml
"""


@pytest.fixture
def own(akira: Akira) -> Akira:
    """A command line in a workspace with much of its own."""
    (akira.folder / "config.toml").write_text(CONFIG, encoding="utf-8")
    return akira


def test_the_layout_is_shown_as_it_is_in_use(own: Akira) -> None:
    screen = own("layout show")
    assert (screen.code, screen.stderr) == (0, "")
    assert screen.stdout.startswith(SHOWN)
    assert "\n  template  medium.html.j2\n" in screen.stdout
    assert not any(line.endswith(" ") for line in screen.stdout.splitlines())


def test_a_newsletter_without_closing_blocks_says_so(akira: Akira) -> None:
    assert "\nClosing blocks\n  none\n" in akira.done("layout show")


def test_it_is_shown_in_another_language(own: Akira) -> None:
    shown = own.done("layout show --language zh")
    assert "label      issue    第 {number} 期\n" in shown
    assert "  1 papers     机器学习论文  |  报纸\n" in shown
    assert "* us           关于我  (1 card)\n" in shown


def test_the_layout_as_json_has_all_of_it(own: Akira) -> None:
    shown = own("layout show --json").json
    assert set(shown) == {"layout", "files"}
    layout = shown["layout"]
    assert layout["name"] == "Papers Weekly"
    assert layout["style"]["caption"] == "From The Paper"
    assert [section["key"] for section in layout["sections"]] == ["papers", "tools"]
    assert layout["sections"][1]["in_contents"] is False
    assert layout["trailer"][0]["cards"][0]["title"] == "Home"
    assert shown["files"][0] == {"name": "en.toml", "kind": "pack", "own": None}


def test_other_wording_as_json_is_that_language_s(own: Akira) -> None:
    layout = own("layout show --language ja --json").json["layout"]
    assert layout["sections"][0]["heading"] == "機械学習の論文"


@pytest.mark.parametrize(
    ("name", "path"),
    [("zh", "layouts/zh.toml"), ("medium.html.j2", "templates/medium.html.j2")],
)
def test_a_file_is_copied_to_be_changed_and_then_counts(akira: Akira, name: str, path: str) -> None:
    copied = f"{path} is yours now; it goes before the program's own\n"
    assert akira(f"layout eject {name}") == Screen(0, copied)
    listed = akira.done("layout show").splitlines()
    assert [line.split()[2:] for line in listed if path in line] == [[path]]


def test_an_ejected_pack_is_the_one_in_use(filled: Akira) -> None:
    before = filled.done("export -f markdown --output -")
    filled.done("layout eject en")
    assert filled.done("export -f markdown --output -") == before
    pack = filled.folder / "layouts" / "en.toml"
    pack.write_text(pack.read_text().replace("Machine Learning Papers", "Reading"))
    assert "\n# 1. Reading\n" in filled.done("export -f markdown --output -")


def test_so_is_an_ejected_template(filled: Akira) -> None:
    before = filled.done("export -f medium --output -")
    filled.done("layout eject medium.html.j2")
    assert filled.done("export -f medium --output -") == before
    template = filled.folder / "templates" / "medium.html.j2"
    template.write_text(template.read_text().replace("<h1>", "<h1>Mine: "))
    assert "<h1>Mine: Machine" in filled.done("export -f medium --output -")
    template.write_text("\n{{ issue.titel }}\n")
    screen = filled("export -f medium")
    assert (screen.code, screen.stdout) == (1, "")
    assert screen.stderr.startswith("error: templates/medium.html.j2:2: ")
    assert "has no attribute 'titel'\nhint: " in screen.stderr


def test_nothing_is_overwritten(akira: Akira) -> None:
    akira.done("layout eject zh")
    pack = akira.folder / "layouts" / "zh.toml"
    pack.write_text("title = 'mine'\n")
    assert akira("layout eject zh") == Screen(
        1,
        "",
        "error: 'layouts/zh.toml' is there already, and nothing is overwritten\n"
        "hint: it is used as it stands; remove it to begin anew\n",
    )
    assert akira("layout eject zh.toml --json").error["slug"] == "error"
    assert pack.read_text() == "title = 'mine'\n"


def test_an_unknown_name_is_told_with_the_known_ones(akira: Akira) -> None:
    screen = akira("layout eject medum")
    assert (screen.code, screen.stdout) == (2, "")
    assert screen.stderr.startswith(
        "error: there is no pack, template or prompt 'medum'\n"
        "hint: there are: en.toml, ja.toml, zh.toml, "
    )
    error = akira("layout eject medum --json").error
    told = "there is no pack, template or prompt 'medum'"
    assert (error["slug"], error["message"]) == ("usage", told)


def test_the_copys_path_as_json(akira: Akira) -> None:
    assert akira("layout eject ja --json").json == {"path": "layouts/ja.toml"}


def test_without_a_command_the_help_is_shown(akira: Akira) -> None:
    screen = akira("layout")
    assert (screen.code, screen.stdout) == (2, "")
    assert screen.stderr.startswith("Usage: akira layout")


@pytest.mark.parametrize("command", ["layout show", "export -f json --output -"])
def test_a_wording_there_is_none_of_is_told_with_those_there_are(
    filled: Akira, command: str
) -> None:
    screen = filled(f"{command} --language ../fr")
    assert (screen.code, screen.stdout) == (2, "")
    assert "error: there is no wording in '../fr'\nhint: there is: en, ja, zh;" in screen.stderr
