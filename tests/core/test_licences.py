from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.licences import Licence, commons_address, licence_named

CC = "https://creativecommons.org/licenses/"


@pytest.mark.parametrize("terms", ["by", "by-sa", "by-nc", "by-nd", "by-nc-sa", "by-nc-nd"])
@pytest.mark.parametrize("version", ["1.0", "2.0", "2.5", "3.0", "4.0"])
@pytest.mark.parametrize(
    "form",
    [
        "https://creativecommons.org/licenses/{terms}/{version}/",
        "http://www.creativecommons.org/licenses/{terms}/{version}",
        "//creativecommons.org/licenses/{terms}/{version}/deed.de",
        "creativecommons.org/licenses/{terms}/{version}/legalcode",
        "https://creativecommons.org/licenses/{terms}/{version}/?ref=chooser-v1",
        "CC {terms} {version}",
        "cc-{terms}-{version}",
        "License: CC-{terms} {version} International",
    ],
)
def test_licences_of_creative_commons_are_known(terms: str, version: str, form: str) -> None:
    assert licence_named(form.format(terms=terms, version=version)) == Licence(
        f"CC {terms.upper()} {version}",
        f"{CC}{terms}/{version}/",
        allows_sharing=True,
        needs_credit=True,
    )


@pytest.mark.parametrize(
    ("text", "name", "path"),
    [
        ("https://creativecommons.org/licenses/by/3.0/igo/", "CC BY 3.0 IGO", "by/3.0/igo/"),
        (f"{CC}by/2.0/uk/deed.en", "CC BY 2.0 UK", "by/2.0/uk/"),
        ("CC-BY-3.0-IGO", "CC BY 3.0 IGO", "by/3.0/igo/"),
        ("CC BY 3.0 IGO", "CC BY 3.0 IGO", "by/3.0/igo/"),
        ("CC-BY-3.0-US", "CC BY 3.0 US", "by/3.0/us/"),
        (f"{CC}by-nd-nc/1.0/", "CC BY-NC-ND 1.0", "by-nc-nd/1.0/"),
        ("cc-by", "CC BY", ""),
        ("CC BY", "CC BY", ""),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC BY 4.0", "by/4.0/"),
        ("Attribution-NonCommercial-ShareAlike 4.0", "CC BY-NC-SA 4.0", "by-nc-sa/4.0/"),
        ("Creative Commons Attribution license", "CC BY", ""),
        ("© The Authors, under CC BY 4.0. All rights reserved.", "CC BY 4.0", "by/4.0/"),
        ("licensed as https://creativecommons.org/licenses/by/4.0/.", "CC BY 4.0", "by/4.0/"),
    ],
)  # fmt: skip
def test_forms_met_on_pages_are_known(text: str, name: str, path: str) -> None:
    licence = licence_named(text)
    assert licence is not None
    assert (licence.name, licence.url) == (name, CC + path if path else "")
    assert licence.is_open


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("http://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("https://creativecommons.org/publicdomain/zero/1.0/deed.fr", "CC0 1.0"),
        ("CC0", "CC0"),
        ("License: CC Zero", "CC0"),
        ("CC0-1.0", "CC0 1.0"),
        ("https://creativecommons.org/publicdomain/mark/1.0/", "Public Domain Mark 1.0"),
        ("http://creativecommons.org/licenses/publicdomain/", "Public Domain Mark"),
        ("Public Domain", "Public Domain Mark"),
    ],
)
def test_what_was_given_away_needs_no_credit(text: str, name: str) -> None:
    licence = licence_named(text)
    assert licence is not None
    assert (licence.name, licence.is_open, licence.needs_credit) == (name, True, False)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("http://arxiv.org/licenses/nonexclusive-distrib/1.0/", "arXiv non-exclusive"),
        ("http://arxiv.org/licenses/assumed-1991-2003/", "arXiv non-exclusive"),
        ("License: arXiv.org perpetual non-exclusive license", "arXiv non-exclusive"),
        ("arXiv.org perpetual, non-exclusive license to distribute", "arXiv non-exclusive"),
        ("© 2021 IEEE. All rights reserved.", "All rights reserved"),
        ("https://www.elsevier.com/tdm/userlicense/1.0/", "publisher's own"),
        ("http://doi.wiley.com/10.1002/tdm_license_1.1", "publisher's own"),
        ("https://www.springernature.com/gp/researchers/text-and-data-mining", "publisher's own"),
        ("https://iopscience.iop.org/page/copyright", "publisher's own"),
    ],
)
def test_what_is_kept_by_its_owner_is_not_open(text: str, name: str) -> None:
    licence = licence_named(text)
    assert licence is not None
    assert (licence.name, licence.is_open) == (name, False)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "MIT",
        "Attribution of the pictures",
        "not in the public domain",
        "code CC BY 4.0, figures CC BY-NC-ND 4.0",
        "CC BY-SA-ND",
        "https://creativecommons.org/licenses/",
        "https://creativecommons.org/licenses/by-foo/4.0/",
        "https://creativecommons.org/publicdomain/other/1.0/",
        "https://creativecommons.org.example/licenses/by/4.0/",
        "https://example.com/?next=https://creativecommons.org/licenses/by/4.0/",
        "https://info.arxiv.org/help/license/index.html",
    ],
)
def test_what_is_not_known_is_nothing(text: str) -> None:
    assert licence_named(text) is None


@given(st.text(max_size=300))
def test_any_text_is_a_licence_or_none(text: str) -> None:
    licence = licence_named(text)
    assert licence is None or licence.name


@given(st.sampled_from(["CC BY 4.0", "CC BY-NC-ND 3.0", "CC0 1.0", "All rights reserved"]))
def test_a_name_stands_for_its_licence(name: str) -> None:
    licence = licence_named(name)
    assert licence is not None
    assert licence.name == name
    assert licence_named(licence.url or name) == licence


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("http://www.creativecommons.org/licenses/by/4.0/deed.en", f"{CC}by/4.0/"),
        (f"{CC}BY-NC-SA/3.0", f"{CC}by-nc-sa/3.0/"),
        (f"{CC}by/3.0/us/", f"{CC}by/3.0/"),
        (f"{CC}by/", f"{CC}by/"),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/?ref=chooser",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("https://creativecommons.org/", None),
        ("https://creativecommons.org/about/by/4.0/", None),
        ("https://creativecommons.org.example.net/licenses/by/4.0/", None),
        ("CC BY 4.0", None),
        ("", None),
    ],
)
def test_a_licence_of_creative_commons_has_one_address(page: str, address: str | None) -> None:
    assert commons_address(page) == address
