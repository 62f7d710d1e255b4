"""A Draft and a Layout make an Issue. Pure: the same two always make the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import quote

from akira_cli.core.addresses import domain_of, with_tracking
from akira_cli.core.closing import closing_blocks
from akira_cli.core.issue import (
    ContentsLine,
    HighlightGroup,
    HighlightItem,
    Issue,
    IssueEntry,
    IssueSection,
)
from akira_cli.core.labels import fields_of, fill, is_complete, kind_of
from akira_cli.core.markdown_text import escape_markdown, links_in
from akira_cli.core.misplaced import groups_of, refuse_misplaced, require_web_address
from akira_cli.core.models import Draft, Entry, Figure, Highlight
from akira_cli.core.page import Card, Layout, Section, Style, TrailerBlock


def lay_out(draft: Draft, layout: Layout) -> Issue:
    """The issue as every exporter shows it: numbered sections, contents, tracked links.

    Sections without entries are left out, and so is their line in the contents; the rest
    are numbered from 1. Raises MisplacedKey for what fits nothing in the layout or must not stand
    on a page, InvalidFile for an address of the layout's own that must not become a link.
    """
    refuse_misplaced(draft, layout)
    filled = [section for section in layout.sections if draft.in_section(section.key)]
    style = _style(draft, layout)
    fields = _fields(draft, layout)
    sections = _sections(filled, draft, layout, style)
    return Issue(
        title=_title(draft, layout, fields),
        label=draft.label,
        number=draft.number,
        date=draft.date,
        language=draft.language,
        preamble=_preamble(draft, layout, fields),
        highlights=_grouped(draft, layout),
        toc_intro=layout.toc_intro if draft.page.toc_intro is None else draft.page.toc_intro,
        toc=_contents(filled, draft),
        sections=sections,
        trailer=_trailer(draft, layout, style, bool(sections)),
        separator=layout.separator,
        joint=layout.joint,
        slug=draft.name,
        newsletter=layout.name,
        day=fill(layout.date, fields) if draft.date else "",
        style=style,
        toc_separated=bool(draft.highlights) and "highlights" in style.separators,
        published=draft.published,
        words=MappingProxyType(dict(layout.words)),
        author=layout.author,
        home=layout.home,
        url=_own_address(draft, layout, fields),
    )


def _style(draft: Draft, layout: Layout) -> Style:
    style = layout.style._replace(**dict(draft.page.style))
    return style if layout.separator.strip() else style._replace(separators=())


def _fields(draft: Draft, layout: Layout) -> dict[str, object]:
    fields = fields_of(draft.number, draft.date, layout.months)
    return {**fields, "name": layout.name, "label": draft.label, "slug": draft.name}


def _title(draft: Draft, layout: Layout, fields: Mapping[str, object]) -> str:
    if draft.page.title is not None:
        return draft.page.title
    kind = kind_of(draft.label, layout.labels, layout.months)
    return fill((kind and kind.title) or layout.title, fields)


def _preamble(draft: Draft, layout: Layout, fields: Mapping[str, object]) -> tuple[str, ...]:
    if draft.preamble is not None:
        return draft.preamble
    plain = {k: escape_markdown(v) if isinstance(v, str) else v for k, v in fields.items()}
    return tuple(fill(line, plain) for line in layout.preamble if is_complete(line, fields))


def _own_address(draft: Draft, layout: Layout, fields: Mapping[str, object]) -> str:
    if not layout.issue_url or not is_complete(layout.issue_url, fields):
        return ""
    quoted = {k: quote(v, safe="") if isinstance(v, str) else v for k, v in fields.items()}
    url = fill(layout.issue_url, quoted)
    require_web_address(url, f"draft '{draft.name}': [newsletter] issue_url")
    return url


def _grouped(draft: Draft, layout: Layout) -> tuple[HighlightGroup, ...]:
    headings = groups_of(draft, layout)
    members: dict[str, list[Highlight]] = {key: [] for key in headings}
    for highlight in draft.highlights:
        members[highlight.group].append(highlight)
    return tuple(
        HighlightGroup(
            group=headings[key],
            items=tuple(HighlightItem(text=h.text, links=links_in(h.text)) for h in found),
            key=key,
        )
        for key, found in members.items()
        if found
    )


def _contents(filled: list[Section], draft: Draft) -> tuple[ContentsLine, ...]:
    own = dict(draft.page.contents)
    lines = []
    for number, section in enumerate(filled, start=1):
        wanted = own.get(section.key, section.in_contents)
        if wanted is not False:
            text = wanted if isinstance(wanted, str) else section.toc
            lines.append(ContentsLine(number, text, section.key))
    return tuple(lines)


def _sections(
    filled: list[Section], draft: Draft, layout: Layout, style: Style
) -> tuple[IssueSection, ...]:
    headings = dict(draft.page.headings)
    above_first = "contents" if _contents(filled, draft) else draft.highlights and "highlights"
    return tuple(
        IssueSection(
            number=number,
            key=section.key,
            heading=headings.get(section.key, section.heading),
            entries=tuple(
                _laid_out(entry, layout, style) for entry in draft.in_section(section.key)
            ),
            separated=(above_first if number == 1 else "sections") in style.separators,
        )
        for number, section in enumerate(filled, start=1)
    )


def _laid_out(entry: Entry, layout: Layout, style: Style) -> IssueEntry:
    show_domain = style.domain if entry.show_domain is None else entry.show_domain
    in_heading = style.headline == "heading" if entry.as_heading is None else entry.as_heading
    return IssueEntry(
        id=entry.id,
        form=entry.form,
        headline=entry.headline,
        url=entry.url,
        tracked_url=with_tracking(entry.url, layout.tracking),
        domain=domain_of(entry.url) if show_domain else None,
        title=entry.title,
        summary=entry.summary,
        figure=_figure(entry.figure, style.caption),
        card=_card(entry.card, entry.url),
        machine=entry.machine_fields,
        as_heading=in_heading,
    )


def _trailer(
    draft: Draft, layout: Layout, style: Style, after_sections: bool
) -> tuple[TrailerBlock, ...]:
    """The closing blocks; above the first stands the separator that ends the last section."""
    blocks = []
    for number, block in enumerate(closing_blocks(draft.page.trailer, layout)):
        place = "sections" if number == 0 and after_sections else "trailer"
        checked = _checked_block(block, layout)
        separated = block.separated and place in style.separators
        blocks.append(checked._replace(separated=separated))
    return tuple(blocks)


def _checked_block(block: TrailerBlock, layout: Layout) -> TrailerBlock:
    for card in block.cards:
        if card.url:
            require_web_address(
                card.url, f"layout '{layout.name}': the closing block '{block.kind}'"
            )
    return block


def _card(card: Card | None, default_url: str) -> Card | None:
    if card is None:
        return None
    url = card.url or default_url
    return replace(card, url=url, title=card.title.strip() or url)


def _figure(figure: Figure | None, caption: str) -> Figure | None:
    if figure is None or figure.caption or not caption:
        return figure
    return replace(figure, caption=caption)
