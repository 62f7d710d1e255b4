"""The blocks of a page, read from our Markdown and from a page that translation damaged.

A page is compared as the ordered list of its blocks. What became of the published pages, and
how the damage is undone, is told in `shared/reference/layout.md` 7.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from tests.past_issues.truth import Json, address, entries_of

_SEPARATOR = re.compile(r"[—–](?: [—–])+")
_MARKUP = re.compile(r"[\s*#>\[\]【】—–]")
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_CARD = re.compile(
    r"(?:\[\]\((?P<url>[^)\s]+)\))? \[## (?P<title>.+)\n\n"  # the empty link may be gone
    r"### (?P<description>.+)\n\n(?P<domain>[^\]\n]+)\]\((?P<target>[^)\s]+)\)"
)
_PICTURE = re.compile(r"!\[\]\(\S+\)")
_LISTED = re.compile(r"(?P<bullet>\*   )|\d+\.  ")
_HEADING = re.compile(r"(#+) ")
_QUOTED = "> "


class Block(NamedTuple):
    """A heading, paragraph, bullet, item, picture, card or separator.

    `words` are those it shows without markup, brackets and blanks, `links` the addresses it
    leads to, in order.
    """

    kind: str
    words: str = ""
    links: tuple[str, ...] = ()


class Damage(NamedTuple):
    """Something a published page lost that only `truth/` still has: where, and what."""

    where: str
    what: str


def skeleton_of_markdown(text: str) -> list[Block]:
    """The blocks of a CommonMark document."""
    return [
        block
        for node in SyntaxTreeNode(MarkdownIt().parse(text)).children
        for block in _blocks_of_node(node)
    ]


def _blocks_of_node(node: SyntaxTreeNode) -> Iterator[Block]:
    words = "".join(child.content for child in node.walk() if child.type == "text")
    links = tuple(address(str(n.attrs["href"])) for n in node.walk() if n.type == "link")
    if node.type in ("bullet_list", "ordered_list"):
        kind = "bullet" if node.type == "bullet_list" else "item"
        yield from (
            block._replace(kind=kind) for n in node.children for block in _blocks_of_node(n)
        )
    elif _SEPARATOR.fullmatch(words):
        yield Block("separator", words)
    elif node.type == "paragraph" and [n.type for n in node.children[0].children] == ["image"]:
        yield Block("picture")
    else:
        names = {"heading": f"heading {node.tag[1:]}", "blockquote": "card"}
        yield Block(names.get(node.type, node.type), _squashed(words), links)


def skeleton_of_seed(text: str) -> list[Block]:
    """The blocks of a published page, the damage undone that needs no other source."""
    blocks: list[Block] = []
    end = 0
    for card in _CARD.finditer(text):
        blocks += _blocks_of_text(text[end : card.start()])
        words = card["title"] + card["description"] + card["domain"]
        links = map(address, filter(None, (card["url"], card["target"])))
        blocks.append(Block("card", _squashed(words), tuple(dict.fromkeys(links))))
        end = card.end()
    return [*blocks, *_blocks_of_text(text[end:])]


def _blocks_of_text(text: str) -> Iterator[Block]:
    for part in re.split(r"\n\n+", text):
        if not part.startswith(_QUOTED):  # says where the page was found
            lines = part.split("\n") if _LISTED.match(part) else [part]
            yield from filter(None, map(_block, lines))


def _block(text: str) -> Block | None:
    bare = text.strip("#* \n")  # runs of bold are never pairs, and a separator is no heading
    if _SEPARATOR.fullmatch(bare):
        return Block("separator", bare)
    if _PICTURE.fullmatch(bare):
        return Block("picture")
    listed, heading = _LISTED.match(text), _HEADING.match(text)
    if listed is not None:
        kind = "bullet" if listed["bullet"] else "item"
        text = text[listed.end() :]
    else:
        kind = f"heading {len(heading[1])}" if heading else "paragraph"
    links = tuple(map(address, _LINK.findall(text)))
    words = _squashed(_LINK.sub("]", text))
    return Block(kind, words, links) if words or links else None


def repaired(blocks: Sequence[Block], published: Json) -> tuple[list[Block], list[Damage]]:
    """The blocks with every headline whole, and those that `truth/` had to complete."""
    whole, damages = list(blocks), []
    for entry in entries_of(published):
        place, found = _headline(blocks, address(entry["url"]))
        shown = [entry["domain"]] if entry["domain_shown"] else []
        words = _squashed("".join((entry["headline"] or entry["display_title"], *shown)))
        expected = Block(found.kind, words, (address(entry["url"]),) * (1 + len(shown)))
        if found != expected:
            whole[place] = expected
            damages.append(Damage(entry["url"], ", ".join(_lost(found, expected))))
    return whole, damages


def _headline(blocks: Sequence[Block], url: str) -> tuple[int, Block]:
    """The headline of an entry: the last block that leads there, but for its card."""
    return max((n, b) for n, b in enumerate(blocks) if url in b.links and b.kind != "card")


def _lost(found: Block, expected: Block) -> Iterator[str]:
    if len(found.links) < len(expected.links):
        yield "link lost"
    if Counter(expected.words) - Counter(found.words):
        yield "words lost"
    elif found.words != expected.words:
        yield "words out of order"


def difference(expected: Sequence[Block], found: Sequence[Block]) -> str:
    """A readable diff of two skeletons, empty when they are equal."""
    one, other = (
        [f"{b.kind}: {b.words} {' '.join(b.links)}" for b in bs] for bs in (expected, found)
    )
    return "\n".join(unified_diff(one, other, "published", "ours", n=1, lineterm=""))


def _squashed(text: str) -> str:
    return _MARKUP.sub("", text)
