"""What a page must be for Medium to import it whole: https://medium.com/p/import. Pure.

Medium rebuilds a page from few kinds of block, P H1-H4 IMG HR BQ PRE ULI OLI, and marks their
text with links, strong, em and code (`com.medium.proto.obv.post.ParagraphType` of its Android
client). The rest was learned by people who import or paste every week:
https://github.com/ghighcove/medium-publishing-standards (`STANDARDS.md`) and
https://github.com/decredcommunity/outreach (`docs/medium.md`).
"""

from __future__ import annotations

import re
from binascii import crc32
from collections import Counter
from collections.abc import Iterator, Mapping
from ipaddress import ip_address
from itertools import pairwise
from typing import NamedTuple

from akira_cli.core.addresses import domain_of, is_web_address
from akira_cli.core.markdown_text import one_line
from akira_cli.exporters._html_nodes import Node, Page, read_page

LONGEST_TITLE = 100

RULES: Mapping[str, str] = {
    "file-name": "the name ends in .html and has the page's CRC-32 in it, as Medium never reads "
    "an address twice: a changed page needs a new one",
    "document": "a page is whole, from its doctype to its body, as fragments import badly",
    "title": "the <title> is the story's own <h1>, as Medium makes a site's name part of it",
    "title-length": f"a title has at most {LONGEST_TITLE} characters, as Medium ignores a "
    "longer one",
    "block": "every block is of a kind Medium has, as no other survives",
    "table": "no table is left, as its columns run together; a picture or a list keeps them",
    "active-content": "nothing runs and nothing is filled in, as Medium's reader runs no script",
    "inline-mark": "text is marked by links, strong, em and code only, as Medium has no others",
    "style": "nothing is styled by an attribute, as Medium drops it",
    "data-uri": "no address is a data: one, as Medium rejects it when it is pasted",
    "heading-level": "below the one <h1> are <h2> and <h3>, as Medium has two sizes of heading",
    "heading-empty": "every heading has words, as an empty one turns up in the story",
    "picture-alone": "each picture has a paragraph or figure of its own, to keep their order",
    "picture-address": "a picture is at a public https address, as Medium fetches it from there",
    "picture-format": "a picture is a jpg, png or gif, as Medium takes no others",
    "picture-link": "no link is around a picture, as Medium drops it",
    "caption-placeholder": "no caption only holds a caption's place, as it turns up in the story",
    "caption-text": "a caption is a paragraph below its picture too, as captions may be lost",
    "list-nested": "no list is in a list, as Medium's have one level",
    "list-item": "a list's item is a line of text, as a block inside one is damaged",
    "quotes-adjacent": "something is between two quotes, as Medium makes them one",
    "code-label": "code does not begin with its language's name, as it turns up in the story",
    "link-address": "a link is a whole http, https or mailto address, as others lead nowhere",
}

_MOST_SHOWN = 120
_LISTS = ("ul", "ol")
_HOLDERS = ("p", "figure")
_HEADINGS = ("h1", "h2", "h3")
_LINES = ("li", "img", "figcaption")  # what a list or a figure is made of
_BLOCKS = {*_LISTS, *_HOLDERS, *_HEADINGS, *_LINES, "hr", "blockquote", "pre"}
_DOCUMENT = ("html", "head", "title", "body")
_KNOWN = {*_BLOCKS, *_DOCUMENT, "meta", "link", "base", "a", "strong", "em", "code", "br", ""}
_UNKNOWN = {
    "heading-level": "h4 h5 h6",
    "table": "table caption colgroup col thead tbody tfoot tr th td",
    "active-content": "script iframe object embed form input button select textarea",
    "inline-mark": "abbr b bdi bdo big cite data del dfn font i ins kbd label mark math q rp rt "
    "ruby s samp small span strike sub sup time tt u var wbr",
}
_RULE_OF_TAG = {tag: rule for rule, tags in _UNKNOWN.items() for tag in tags.split()}

_FORMATS = {"jpg", "jpeg", "png", "gif"}
_SUFFIX = re.compile(r"\.([a-z][a-z0-9]{1,4})\Z", re.IGNORECASE)
_AROUND_PATH = re.compile(r"\Ahttps?://[^/?#]*|[?#].*", re.IGNORECASE | re.DOTALL)
# https://www.rfc-editor.org/rfc/rfc6761, and the names that homes and companies made their own
_PRIVATE_DOMAIN = re.compile(r"localhost|local|internal|lan|home|arpa|test|example|invalid")

_PLACEHOLDER = re.compile(
    r"((image|picture|photo|figure) )?caption|alt(ernative)? text|untitled|todo|tbd|placeholder"
    r"|(figure|fig\.?|image|picture|photo)( ?\d+)?",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"bash|c|c#|c\+\+|cpp|csharp|css|diff|dockerfile|go|graphql|haskell|html|ini|java|javascript|"
    r"js|json|julia|kotlin|latex|lua|markdown|matlab|php|plaintext|powershell|py|python|python3|r|"
    r"ruby|rust|scala|sh|shell|sql|swift|text|toml|ts|typescript|xml|yaml|yml|zsh",
)


class Violation(NamedTuple):
    """A rule of `RULES`, where the page breaks it (a line, from 1), and what is there; the
    address of a picture, where that is what breaks it."""

    rule: str
    line: int
    what: str
    address: str = ""


def violations(html: str, name: str) -> tuple[Violation, ...]:
    """What is wrong with a page and with its file's name, by line; empty when nothing is.

    No text makes it raise, and the time it takes is linear in the page's length.
    """
    page = read_page(html)
    body = [node for node in page.nodes if not node.inside(("head",))]
    found = [*_check_name(html, name), *_check_document(page), *_check_title(page)]
    found += _check_elements(page)
    found += [one for check in _CHECKS_OF_THE_BODY for one in check(body)]
    return tuple(sorted(found, key=lambda violation: violation.line))


def _check_name(html: str, name: str) -> Iterator[Violation]:
    digits = f"{crc32(html.encode(errors='surrogatepass')):08x}"
    if not name.endswith(".html"):
        yield Violation("file-name", 1, f"{_quoted(name)} does not end in .html")
    if digits not in name.casefold():
        yield Violation("file-name", 1, f"{_quoted(name)} has no {digits}, the page's CRC-32")


def _check_document(page: Page) -> Iterator[Violation]:
    present = {node.tag for node in page.nodes}
    lacking = [] if page.has_doctype else ["doctype"]
    lacking += [f"<{tag}>" for tag in _DOCUMENT if tag not in present]
    metas = [node.attributes for node in page.nodes if node.tag == "meta"]
    if not any(meta.get("charset") or "charset=" in meta.get("content", "") for meta in metas):
        lacking.append("<meta charset>")
    for part in lacking:
        yield Violation("document", 1, f"the page has no {part}")


def _check_title(page: Page) -> Iterator[Violation]:
    title = next((node for node in page.nodes if node.tag == "title"), None)
    heading = next((node for node in page.nodes if node.tag == "h1"), None)
    if heading is None:
        yield Violation("title", 1, "the page has no <h1>")
        return
    if title is not None and title.words != heading.words:
        what = f"the <title> is {_quoted(title.words)}, the <h1> {_quoted(heading.words)}"
        yield Violation("title", title.line, what)
    if len(heading.words) > LONGEST_TITLE:
        what = f"the title has {len(heading.words)} characters"
        yield Violation("title-length", heading.line, what)


def _check_elements(page: Page) -> Iterator[Violation]:
    for node in page.nodes:
        rule = _RULE_OF_TAG.get(node.tag, "block")
        is_unseen = rule != "active-content" and node.inside(("head",))
        is_told = rule == "table" and node.inside(("table",))
        if node.tag not in _KNOWN and not is_unseen and not is_told:
            yield Violation(rule, node.line, f"there is a {_shown(node)}")


def _check_attributes(body: list[Node]) -> Iterator[Violation]:
    for node in body:
        if "style" in node.attributes:
            yield Violation("style", node.line, f"{_shown(node)} has a style of its own")
        for name in ("src", "srcset", "href", "poster", "data"):
            if _is_data(node.attributes.get(name, "")):
                yield Violation("data-uri", node.line, f"the {name} of {_shown(node)} is data")


def _check_headings(body: list[Node]) -> Iterator[Violation]:
    for second in [node for node in body if node.tag == "h1"][1:]:
        yield Violation("heading-level", second.line, "there is a second <h1>")
    for heading in body:
        if heading.tag in _HEADINGS and not heading.words:
            yield Violation("heading-empty", heading.line, f"the {_shown(heading)} is empty")


def _check_pictures(body: list[Node]) -> Iterator[Violation]:
    pictures = [node for node in body if node.tag == "img"]
    crowd = Counter(_block(picture) for picture in pictures)
    with_words = {
        _block(node) for node in body if not node.tag and not node.inside(("figcaption",))
    }
    for picture in pictures:
        holder = _block(picture)
        if holder is None or holder.tag not in _HOLDERS:
            what = "a picture is in no paragraph or figure of its own"
            yield Violation("picture-alone", picture.line, what)
        elif crowd[holder] > 1 or holder in with_words:
            what = f"a picture shares its {_shown(holder)} with something else"
            yield Violation("picture-alone", picture.line, what)
        if picture.inside(("a",)):
            yield Violation("picture-link", picture.line, "a link is around a picture")


def _check_picture_files(body: list[Node]) -> Iterator[Violation]:
    for picture in body:
        address = picture.attributes.get("src", "").strip()
        if picture.tag != "img" or _is_data(address):
            continue
        if not _is_public(address):
            what = f"{_quoted(address)} is no public https address"
            yield Violation("picture-address", picture.line, what, address)
        suffix = _SUFFIX.search(_AROUND_PATH.sub("", address))
        if suffix and suffix[1].casefold() not in _FORMATS:
            yield Violation("picture-format", picture.line, f"a picture is a {suffix[1]}")


def _check_placeholders(body: list[Node]) -> Iterator[Violation]:
    holders = _picture_holders(body)
    captions = [node for node in body if node.tag == "figcaption"]
    paragraphs = [pair for pair in pairwise(_flow(body)) if pair[1].tag == "p"]
    captions += [below for above, below in paragraphs if above in holders]
    for caption in captions:
        words = caption.words
        if _PLACEHOLDER.fullmatch(words.strip("[]().: ")):
            yield Violation("caption-placeholder", caption.line, f"a caption is {_quoted(words)}")
        if caption.tag == "figcaption" and not words:
            yield Violation("caption-placeholder", caption.line, "a caption is empty")


def _check_lost_captions(body: list[Node]) -> Iterator[Violation]:
    below: dict[Node | None, Node] = dict(pairwise(_flow(body)))
    captions = [node for node in body if node.tag == "figcaption" and node.words]
    for figure, caption in {_block(caption): caption for caption in captions}.items():
        after = below.get(figure)
        if after is None or caption.words not in after.words:
            what = f"no paragraph below says {_quoted(caption.words)}"
            yield Violation("caption-text", caption.line, what)


def _check_lists(body: list[Node]) -> Iterator[Violation]:
    for node in body:
        if node.tag in _LISTS and node.inside(_LISTS):
            yield Violation("list-nested", node.line, f"{_shown(node)} is in a list")
        elif node.tag in _BLOCKS - {*_LISTS, *_LINES} and node.inside(("li",)):
            yield Violation("list-item", node.line, f"{_shown(node)} is in a list's item")


def _check_quotes(body: list[Node]) -> Iterator[Violation]:
    holders = _picture_holders(body)
    filled = [node for node in _flow(body) if node.tag != "p" or node.words or node in holders]
    for one, other in pairwise(filled):
        if one.tag == other.tag == "blockquote":
            yield Violation("quotes-adjacent", other.line, "a quote follows another")


def _check_code(body: list[Node]) -> Iterator[Violation]:
    classes: dict[Node, set[str]] = {}
    for node in body:
        pre = node if node.tag == "pre" else node.inside(("pre",))
        if pre is not None:
            its_own = node.attributes.get("class", "").casefold().split()
            classes.setdefault(pre, set()).update(its_own)
    for pre, names in classes.items():
        first, *more = "".join(pre.texts).strip().splitlines() or [""]
        label = first.strip().casefold()
        if more and (_LANGUAGE.fullmatch(label) or f"language-{label}" in names):
            yield Violation("code-label", pre.line, f"code begins with {_quoted(first)}")


def _check_links(body: list[Node]) -> Iterator[Violation]:
    for link in body:
        address = link.attributes.get("href", "").strip()
        is_whole = is_web_address(address) or address.casefold().startswith("mailto:")
        if link.tag == "a" and not is_whole and not _is_data(address):
            yield Violation("link-address", link.line, f"a link leads to {_quoted(address)}")


_CHECKS_OF_THE_BODY = (
    _check_attributes,
    _check_headings,
    _check_pictures,
    _check_picture_files,
    _check_placeholders,
    _check_lost_captions,
    _check_lists,
    _check_quotes,
    _check_code,
    _check_links,
)


def _block(node: Node) -> Node | None:
    """The outermost block that a node is in, or is."""
    return node.inside(_BLOCKS) or (node if node.tag in _BLOCKS else None)


def _picture_holders(body: list[Node]) -> set[Node | None]:
    return {_block(node) for node in body if node.tag == "img"}


def _flow(body: list[Node]) -> list[Node]:
    """The outermost blocks and the bare texts between them, in their order."""
    return [node for node in body if _block(node) is (node if node.tag else None)]


def _is_data(address: str) -> bool:
    return address.strip().casefold().startswith("data:")


def _is_public(address: str) -> bool:
    """Whether any server may read it: https, and no private name or number for a host."""
    if not (address.casefold().startswith("https:") and is_web_address(address)):
        return False
    host = domain_of(address).rstrip(".")
    last = host.rpartition(".")[2]
    if last[:1].isdigit():
        try:
            return ip_address(host).is_global
        except ValueError:  # a number in one of the older spellings, such as 127.1
            return False
    return "." in host and not _PRIVATE_DOMAIN.fullmatch(last)


def _shown(node: Node) -> str:
    return f"<{one_line(node.tag)[:_MOST_SHOWN]}>"


def _quoted(text: str) -> str:
    return f"'{one_line(text)[:_MOST_SHOWN]}'"
