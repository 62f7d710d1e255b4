from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from akira_cli.core.credits import credit_line, family_name


@pytest.mark.parametrize(
    ("authors", "line"),
    [
        (["Sachin Mehta"], "Figure 1 of Mehta (2021), CC0"),
        (["Sachin Mehta", "Mohammad Rastegari"], "Figure 1 of Mehta and Rastegari (2021), CC0"),
        (["Sachin Mehta", "A. B", "C. D"], "Figure 1 of Mehta et al. (2021), CC0"),
        (["Sachin Mehta", "others"], "Figure 1 of Mehta et al. (2021), CC0"),
        (["Sachin Mehta", "et al."], "Figure 1 of Mehta et al. (2021), CC0"),
        ([" :", "Sachin Mehta"], "Figure 1 of Mehta (2021), CC0"),
        ([], "Figure 1 of “A small network” (2021), CC0"),
        ([""], "Figure 1 of “A small network” (2021), CC0"),
    ],
)  # fmt: skip
def test_a_figure_is_credited_to_its_authors(authors: list[str], line: str) -> None:
    credited = credit_line("Figure 1", authors, 2021, "CC0", title=" A small\nnetwork")
    assert credited == line


def test_what_is_not_known_is_left_out() -> None:
    assert credit_line("", ["Ada Byron"], 1843, "CC0") == "Figure from Byron (1843), CC0"
    assert credit_line("Table 2", ["Ada Byron"], None, "CC0") == "Table 2 of Byron, CC0"
    assert credit_line("Figure 2", ["Ada Byron"], 1843, "") == "Figure 2 of Byron (1843)"
    assert credit_line("Figure 2", [], None, "") == "Figure 2"
    assert credit_line("", [], None, "") == "Figure"
    assert credit_line("", [], None, "", title="Notes") == "Figure from “Notes”"


@pytest.mark.parametrize(
    ("name", "family"),
    [
        ("Laurens van der Maaten", "van der Maaten"),
        ("Nando de Freitas", "de Freitas"),
        ("Maartje ter Hoeve", "ter Hoeve"),
        ("Luc Van Gool", "Van Gool"),
        ("Aäron van den Oord", "van den Oord"),
        ("van Gogh", "van Gogh"),
        ("de Freitas, Nando", "de Freitas"),
        ("Sammy Davis Jr.", "Davis"),
        ("Harold Smith, III", "Smith"),
        ("Davis, Sammy, Jr.", "Davis"),
        ("J. R. R. Tolkien", "Tolkien"),
        ("Tolkien, J. R. R.", "Tolkien"),
        ("Mehta S. K.", "Mehta"),
        ("Quoc V. Le", "Le"),
        ("Yann LeCun", "LeCun"),
        ("Li Fei-Fei", "Fei-Fei"),
        ("João Ávila*", "Ávila"),
        ("Ming Li (李明)", "Li"),
        ("Ai Weiwei", "Weiwei"),
        ("Plato", "Plato"),
        ("Jr.", "Jr."),
        ("  Ada\n Byron ", "Byron"),
        ("OpenAI", "OpenAI"),
        ("ATLAS Collaboration", "ATLAS Collaboration"),
        ("The DELVE Initiative", "The DELVE Initiative"),
        ("Google Brain Team", "Google Brain Team"),
        ("Meta AI", "Meta AI"),
        ("李明", "李明"),
        ("김 민수", "김 민수"),
        ("山田太郎", "山田太郎"),
    ],
)
def test_a_family_name_is_what_a_work_is_cited_by(name: str, family: str) -> None:
    assert family_name(name) == family


@given(st.text(max_size=30), st.lists(st.text(max_size=30), max_size=4), st.text(max_size=30))
def test_any_names_make_one_line(label: str, authors: list[str], title: str) -> None:
    line = credit_line(label, authors, 2020, "CC0", title=title)
    assert line == " ".join(line.split())
    assert line.endswith(" (2020), CC0")
