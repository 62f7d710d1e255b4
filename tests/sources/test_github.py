"""GitHub: which addresses name a repository, and what its page says."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.errors import AkiraError, BadAnswer, NotFound
from akira_cli.core.items import Item
from akira_cli.core.page import Card
from akira_cli.ports import Response
from akira_cli.sources.github import build
from tests.sources.harness import Answer, item_of, outcome_of, source_of

SITE = "https://github.com/"
REPOSITORY = f"{SITE}Ada-L/patch.works"
PICTURE = "https://opengraph.githubassets.com/1/Ada-L/patch.works"
SOURCE = source_of(build)


def page(
    title: str = "GitHub - Ada-L/patch.works: Cuts & shuffles: images",
    description: str = "Cuts & shuffles: images - Ada-L/patch.works",
    body: str = "",
) -> bytes:
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
    <title>{html.escape(title)} · GitHub</title>
    <meta property="og:title" content="{html.escape(title)}" />
    <meta property="og:description" content="{html.escape(description)}" />
    <meta property="og:image" content="{PICTURE}" />
    </head><body>{body}</body></html>""".encode()


def looked_up(answer: Answer, pasted: str = REPOSITORY) -> Item:
    return item_of(SOURCE, pasted, {SITE: answer})


@pytest.mark.parametrize(
    "pasted",
    [
        REPOSITORY,
        f"<{REPOSITORY}/>",
        f"[code]({REPOSITORY})",
        "github.com/Ada-L/patch.works",
        f"{REPOSITORY}.git",
        f"{REPOSITORY}?tab=readme-ov-file#usage",
        f"{REPOSITORY}/tree/main/models",
        f"{REPOSITORY}/blob/main/README.md",
        f"{REPOSITORY}/blob/dev/docs/readme.rst",
        "git@github.com:Ada-L/patch.works.git",
        "ssh://git@github.com/Ada-L/patch.works",
        "http://www.github.com/Ada-L/patch.works",
    ],
)
def test_a_repository_has_one_address_however_it_was_pasted(pasted: str) -> None:
    found = SOURCE.recognise(pasted)
    assert found is not None
    assert (found.source, found.id, found.url) == ("github", "ada-l/patch.works", REPOSITORY)


@pytest.mark.parametrize(
    "pasted",
    [
        f"{REPOSITORY}/issues/12",
        f"{REPOSITORY}/pull/12",
        f"{REPOSITORY}/releases/tag/v1.0",
        f"{REPOSITORY}/discussions/3",
        f"{REPOSITORY}/blob/main/paper.pdf",
        f"{REPOSITORY}/wiki",
        f"{SITE}Ada-L",
        f"{SITE}topics/vision",
        f"{SITE}orgs/ada/repositories",
        f"{SITE}features/copilot",
        f"{SITE}marketplace/actions",
        f"{SITE}sponsors/ada",
        f"{SITE}Ada-L/..",
        SITE,
        "https://gist.github.com/ada/0123456789abcdef",
        "https://raw.githubusercontent.com/ada/works/main/README.md",
        "https://github.com.example.org/ada/works",
        "git@gitlab.com:ada/works.git",
        "ada/works",
    ],
)
def test_what_names_no_repository_is_left_to_others(pasted: str) -> None:
    assert SOURCE.recognise(pasted) is None


def test_a_repository_has_a_card_with_its_own_description() -> None:
    item = looked_up(page())
    assert item.title == "Ada-L/patch.works"
    assert item.abstract == "Cuts & shuffles: images"
    assert item.card == Card(
        "Ada-L/patch.works", "Cuts & shuffles: images", "github.com", REPOSITORY
    )
    assert (item.form, item.picture, item.notes) == ("web", PICTURE, ())
    assert ("abstract", "og:title") in item.found_in


@pytest.mark.parametrize(
    ("title", "description", "own"),
    [
        (
            "GitHub - Ada-L/patch.works",
            "Contribute to Ada-L/patch.works development by creating an account on GitHub.",
            "",
        ),
        ("Ada's page", "Cuts images. Contribute to Ada-L/patch.works development by creating an "
         "account on GitHub.", "Cuts images."),
        ("Ada's page", "Cuts images - Ada-L/patch.works", "Cuts images"),
        ("Ada's page", "Cuts images - GitHub - Ada-L/patch.works: Cuts images", "Cuts images"),
        ("Ada's page", "Contribute to Ada-L/patch.works development by creating an account on "
         "GitHub.", ""),
    ],
)  # fmt: skip
def test_what_github_adds_is_no_description(title: str, description: str, own: str) -> None:
    item = looked_up(page(title, description))
    assert item.abstract == own
    assert item.card is not None
    assert item.card.description == own
    assert ("abstract" in dict(item.found_in)) == bool(own)


def test_a_repository_that_moved_has_its_new_address() -> None:
    new = f"{SITE}ada/patches"
    item = looked_up(Response(200, {}, page("GitHub - Ada/Patches: Cuts images"), new))
    assert (item.title, item.url) == ("Ada/Patches", f"{SITE}Ada/Patches")
    assert item.reference.url == REPOSITORY
    assert item.notes == (f"the repository has moved from '{REPOSITORY}' to '{SITE}Ada/Patches'",)


def test_a_name_is_spelt_as_its_owner_spells_it() -> None:
    item = looked_up(page(), f"{SITE}ada-l/PATCH.works")
    assert (item.title, item.url, item.notes) == ("Ada-L/patch.works", REPOSITORY, ())


def test_the_words_of_the_readme_come_along() -> None:
    words = "This program cuts pictures into patches, shuffles them, and trains a network on them. "
    readme = f"<article class='markdown-body'><h1>Patch works</h1><p>{words * 6}</p></article>"
    assert words.strip() in looked_up(page(body=readme)).text


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Response(404, {}, b"<html>Not Found</html>", REPOSITORY), NotFound),
        (Response(200, {}, page(), f"{SITE}features"), BadAnswer),
        (b"<html><title>Unicorn!</title></html>", BadAnswer),
        (b"%PDF-1.4", BadAnswer),
    ],
)
def test_a_refusal_names_the_way_out(answer: Response | bytes, error: type[AkiraError]) -> None:
    with pytest.raises(error) as raised:
        looked_up(answer)
    assert raised.value.hint


@given(st.binary() | st.text().map(page) | st.text().map(lambda t: page("GitHub - a/b: " + t, t)))
def test_no_answer_makes_it_fail_otherwise(body: bytes) -> None:
    outcome = outcome_of(SOURCE, REPOSITORY, {SITE: body})
    assert isinstance(outcome, Item | AkiraError)


@given(st.text())
def test_no_text_makes_recognising_fail(text: str) -> None:
    for pasted in (text, SITE + text, f"git@github.com:{text}"):
        found = SOURCE.recognise(pasted)
        assert found is None or found.url.startswith(SITE)
