"""Which addresses are believed, and where in them the id is looked for."""

from __future__ import annotations

import re

import pytest

from akira_cli.core.arxiv_hosts import address_pattern, id_part


@pytest.mark.parametrize(
    ("address", "part"),
    [
        ("https://arxiv.org/abs/1706.03762v7?context=cs#top", "1706.03762v7"),
        ("https://user:word@arxiv.org:443/pdf/1706.03762.pdf", "1706.03762.pdf"),
        ("https://arxiv.org/show-email/0a1b/1706.03762", "1706.03762"),
        (
            "https://arxiv.org/api/query?start=0&id_list=1706.03762,2005.14165",
            "1706.03762,2005.14165",
        ),
        ("https://arxiv.org/list/hep-th/9711", ""),
        ("https://arxiv.org", ""),
        ("https://huggingface.co/papers/1706.03762", "1706.03762"),
        ("https://huggingface.co/models/1706.03762", None),
        ("https://www.google.com/url?q=https://arxiv.org/abs/1706.03762&sa=D", "1706.03762"),
        ("https://www.google.com/search?q=1706.03762", None),
        ("https://evil.example/arxiv.org/abs/1706.03762", None),
    ],
)
def test_the_id_stands_where_the_host_puts_it(address: str, part: str | None) -> None:
    assert id_part(address) == part


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("see (https://a.example/b), or a.example/c.", ["https://a.example/b", "a.example/c."]),
        ("https://a.example/b,https://a.example/c", ["https://a.example/b", "https://a.example/c"]),
        ("//a.example/b and/or a.b", ["//a.example/b"]),
        ("file:///home/me/a.example/b 1706.03762.pdf?x", []),
        ("cs.AI/0501001 cs.example/0501001", ["cs.example/0501001"]),
    ],
)
def test_addresses_are_found_in_running_text(text: str, addresses: list[str]) -> None:
    pattern = address_pattern(unless=r"cs\.AI/")
    assert [match[0] for match in re.finditer(pattern, text, re.IGNORECASE)] == addresses
