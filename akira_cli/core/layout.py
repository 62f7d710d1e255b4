"""A Draft and a Layout make an Issue. Pure: the same two always make the same one."""

from __future__ import annotations

import re
from dataclasses import replace

from akira_cli.core.addresses import domain_of, is_web_address, with_tracking
from akira_cli.core.errors import InvalidFile
from akira_cli.core.identifiers import arxiv_id_of
from akira_cli.core.issue import HighlightGroup, HighlightItem, Issue, IssueEntry, IssueSection
from akira_cli.core.markdown_text import links_in
from akira_cli.core.models import Card, Draft, Entry, Figure, Highlight
from akira_cli.core.page import Layout, TrailerBlock
from akira_cli.core.sections import section_hint


def lay_out(draft: Draft, layout: Layout) -> Issue:
    """The issue as every exporter shows it: numbered sections, contents, tracked links.

    Sections without entries are left out, and so is their line in the contents; the rest
    are numbered from 1. Raises InvalidFile for an entry whose section the layout lacks,
    for an address that must not become a link, and for a picture outside the drafts folder.
    """
    _refuse_unknown_sections(draft, layout)
    filled = [section for section in layout.sections if draft.in_section(section.key)]
    return Issue(
        title=_title(draft, layout),
        label=draft.label,
        number=draft.number,
        date=draft.date,
        language=draft.language,
        preamble=draft.preamble,
        highlights=_grouped(draft.highlights, layout),
        toc_intro=layout.toc_intro,
        toc=tuple(section.toc for section in filled),
        sections=tuple(
            IssueSection(
                number=number,
                key=section.key,
                heading=section.heading,
                entries=tuple(
                    _laid_out(entry, draft, layout) for entry in draft.in_section(section.key)
                ),
            )
            for number, section in enumerate(filled, start=1)
        ),
        trailer=tuple(_checked_block(block, layout) for block in layout.trailer),
        separator=layout.separator,
        joint=layout.joint,
        slug=draft.name,
    )


def _refuse_unknown_sections(draft: Draft, layout: Layout) -> None:
    keys = {section.key for section in layout.sections}
    for entry in draft.entries:
        if entry.section not in keys:
            raise InvalidFile(
                f"{_place(draft, entry)} is in section '{entry.section}', "
                f"which the layout '{layout.name}' does not have",
                section_hint(layout.sections, entry.section),
            )


def _title(draft: Draft, layout: Layout) -> str:
    values = {"name": layout.name, "label": draft.label}
    return re.sub(r"\{(name|label)\}", lambda field: values[field[1]], layout.title)


def _grouped(highlights: tuple[Highlight, ...], layout: Layout) -> tuple[HighlightGroup, ...]:
    headings = dict(layout.groups)
    in_layout_order = [*headings, *(highlight.group for highlight in highlights)]
    groups = {key: [h for h in highlights if h.group == key] for key in in_layout_order}
    return tuple(
        HighlightGroup(
            group=headings.get(key, key),
            items=tuple(HighlightItem(text=h.text, links=links_in(h.text)) for h in members),
        )
        for key, members in groups.items()
        if members
    )


def _laid_out(entry: Entry, draft: Draft, layout: Layout) -> IssueEntry:
    place = _place(draft, entry)
    _require_web_address(entry.url, place)
    show_domain = layout.show_domain if entry.show_domain is None else entry.show_domain
    return IssueEntry(
        id=entry.id,
        form=entry.form,
        headline=entry.headline,
        url=entry.url,
        tracked_url=with_tracking(entry.url, layout.tracking),
        domain=domain_of(entry.url) if show_domain else None,
        arxiv_id=arxiv_id_of(entry.url),
        title=entry.title,
        summary=entry.summary,
        figure=_checked_figure(entry.figure, place),
        card=_checked_card(entry.card, place, default_url=entry.url),
        machine=entry.machine_fields,
    )


def _checked_block(block: TrailerBlock, layout: Layout) -> TrailerBlock:
    place = f"layout '{layout.name}': the closing block '{block.kind}'"
    cards = [_checked_card(card, place, default_url="") for card in block.cards]
    return block._replace(cards=tuple(card for card in cards if card is not None))


def _checked_card(card: Card | None, place: str, *, default_url: str) -> Card | None:
    if card is None:
        return None
    url = card.url or default_url
    if url:
        _require_web_address(url, place)
    return replace(card, url=url)


def _checked_figure(figure: Figure | None, place: str) -> Figure | None:
    if figure is not None and (
        re.match(r"[/\\]|[A-Za-z]:", figure.file) or ".." in re.split(r"[/\\]", figure.file)
    ):
        raise InvalidFile(
            f"{place} has a picture outside the drafts folder, '{figure.file}'",
            "a picture is named like figures/2110.02178.png",
        )
    return figure


def _require_web_address(url: str, place: str) -> None:
    if not is_web_address(url):
        raise InvalidFile(
            f"{place} links to '{url}', which is not a web address",
            "a web address looks like https://arxiv.org/abs/2110.02178",
        )


def _place(draft: Draft, entry: Entry) -> str:
    return f"draft '{draft.name}': entry '{entry.id}'"
