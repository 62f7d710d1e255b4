"""The words of an article."""

from __future__ import annotations

from lxml import html

from akira_cli.sources._article_text import article_text


def test_what_stands_behind_too_many_elements_is_left_out_and_the_page_stays_whole() -> None:
    paragraphs = "".join(f"<p>{n}</p>" for n in range(21_000))
    first = "<p>We trained a small network on one machine.</p>" * 30
    last = "<p>It is the last word of a page without an end.</p>" * 30
    tree = html.document_fromstring(f"<article>{first}</article>{paragraphs}{last}")
    assert "on one machine" in article_text(tree)
    assert "the last word" not in article_text(tree)
    assert "the last word" in html.tostring(tree, encoding="unicode")
