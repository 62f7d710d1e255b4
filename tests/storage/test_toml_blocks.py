from __future__ import annotations

import tomllib

import pytest

from akira_cli.storage.toml_blocks import line_of, split, statements
from tests.storage.sample_drafts import COMMENTED

ELEMENTS = ("highlights", "entries")


def pieces_of(text: str) -> list[tuple[str, str]]:
    return [(piece.kind, piece.text) for piece in split(text, ELEMENTS)]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "# only a comment", "a = 1", COMMENTED, COMMENTED.replace("\n", "\r\n")],
    ids=["empty", "blank", "comment", "one key", "commented", "crlf"],
)
def test_the_pieces_add_up_to_the_text(text: str) -> None:
    assert "".join(piece.text for piece in split(text, ELEMENTS)) == text


def test_a_piece_is_a_header_with_its_keys_sub_tables_and_comments() -> None:
    kinds = [kind for kind, _ in pieces_of(COMMENTED)]
    blocks = [text for kind, text in pieces_of(COMMENTED) if kind == "entries"]
    assert kinds == [
        *("head", "gap", "highlights", "gap", "entries"),
        *("gap", "entries", "gap", "entries", "gap"),
    ]
    assert blocks[0].startswith("# the one for phones\n[[ entries ]]")
    assert blocks[0].endswith('colour = "green"\n')
    assert blocks[1].endswith("# directly below the blog\n")
    assert pieces_of(COMMENTED)[-1] == ("gap", "\n# the very end\n")


def test_comments_between_two_headers_with_no_blank_line_belong_to_the_second() -> None:
    text = '[[entries]]\nid = "a"\n# which?\n[[entries]]\nid = "b"\n'
    assert pieces_of(text) == [
        ("head", ""),
        ("entries", '[[entries]]\nid = "a"\n'),
        ("entries", '# which?\n[[entries]]\nid = "b"\n'),
    ]


def test_a_sub_table_parted_from_its_element_is_told_apart() -> None:
    text = "[[entries]]\na = 1\n[other]\nb = 2\n[entries.paper]\nc = 3\n"
    assert [kind for kind, _ in pieces_of(text)] == ["head", "entries", "other", "stray"]


@pytest.mark.parametrize(
    "value",
    [
        '"a # b"',
        r'"\"[["',
        "'it is \\'",
        '""""quoted""""',
        '"""\n[[entries]]\n\\"""\n"""',
        "'''\n''[x]''\n# no\n'''",
        "[1, [2, '# ]'], # ]\n 3,\n]",
        "{ a = [1, 2], b = { c = '}' } }",
        "2021-11-13 20:00:00",
        "-1_000.5e3",
        '""',
        '""""""',
    ],
)
@pytest.mark.parametrize("end", ["\n", "  # [[entries]] 'x\n", "\r\n", ""])
def test_a_value_ends_where_toml_says_it_ends(value: str, end: str) -> None:
    text = f"before = 1\nkey = {value}{end}"
    tomllib.loads(text)
    *_, last = statements(text)
    assert last.value is not None
    assert text[slice(*last.value)] == value
    assert last.end == len(text)
    after = text if text.endswith("\n") else f"{text}\n"
    assert pieces_of(f"{after}[[entries]]\n")[-1] == ("entries", "[[entries]]\n")


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("a", ("a",)),
        ("a . b", ("a", "b")),
        ('"a.b".c', ("a.b", "c")),
        (r"'x y'.\u0041".replace(r"\u0041", '"\\u0041"'), ("x y", "A")),
    ],
)
def test_keys_may_be_dotted_and_quoted(key: str, path: tuple[str, ...]) -> None:
    assert [each.path for each in statements(f"{key} = 1\n[t.{key}]\n")] == [path, ("t", *path)]


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("number",), 3),
        (("missing",), 1),
        (("highlights", 0, "text"), 15),
        (("entries", 0, "id"), 22),
        (("entries", 0, "paper", "authors"), 35),
        (("entries", 0, "paper", "version"), 34),
        (("entries", 1, "card", "title"), 53),
        (("entries", 2, "headline"), 57),
    ],
)
def test_a_key_has_a_line_and_a_missing_one_that_of_its_table(
    path: tuple[str | int, ...], line: int
) -> None:
    assert line_of(COMMENTED, path) == line


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("a", 0, "b", 0, "c"), 3),
        (("a", 0, "b", 1, "c"), 5),
        (("a", 1, "b", 0, "c"), 9),
        (("a", 1, "b", 0, "d", "e"), 11),
        (("a", 1, "b", 0, "missing"), 8),
        (("a", 1, "b", 1, "c"), 6),
        (("a", 2), 1),
    ],
)
def test_an_element_within_an_element_has_a_line(path: tuple[str | int, ...], line: int) -> None:
    text = """[[a]]
[[a.b]]
c = 1
[[a.b]]
c = 2
[[a]]
n = 3
[[a.b]]
c = 3
[a.b.d]
e = 4
"""
    assert line_of(text, path) == line
