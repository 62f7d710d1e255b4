"""`akira figures` and `akira figure`: the candidates, and the choice among them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from akira_cli.cli._given_file import given_bytes
from akira_cli.cli._options import AsJson, Handle, InDraft, Offline, connect
from akira_cli.cli._output import data, emit_json, note, tell_published, warn
from akira_cli.core.errors import UnusablePicture, UsageError
from akira_cli.core.rights import UnclearPicture, may_be_shown

if TYPE_CHECKING:
    from akira_cli.core.models import Draft, Entry, Figure
    from akira_cli.ports.figures import Thumbnail
    from akira_cli.wiring import Adapters
    from akira_cli.workflows.illustrate import Prepared

_WORDS = ("alt", "caption", "credit", "rights")
"""What a curator may say of a figure."""

Why = Annotated[bool, typer.Option("--why", help="Say what each figure has points for.")]
From = Annotated[
    str | None,
    typer.Option("--from", metavar="PLACE", help="arxiv-html, ar5iv, pdf or preview."),
]
Use = Annotated[int | None, typer.Option("--use", metavar="N", help="The figure of that number.")]
File = Annotated[
    str | None, typer.Option("--file", metavar="PICTURE", help="A picture of your own.")
]
Url = Annotated[str | None, typer.Option("--url", metavar="ADDRESS", help="A picture on the web.")]
NoFigure = Annotated[bool, typer.Option("--none", help="No figure at all.")]
Alt = Annotated[str | None, typer.Option("--alt", help="What the picture shows, in words.")]
Caption = Annotated[str | None, typer.Option("--caption", help="The line below the picture.")]
Credit = Annotated[str | None, typer.Option("--credit", help="Whose picture it is.")]
Rights = Annotated[
    str | None,
    typer.Option("--accept-rights", metavar="REASON", help="Why you may show it; recorded."),
]


def figures(
    context: typer.Context,
    handle: Handle,
    in_draft: InDraft = None,
    why: Why = False,
    place: From = None,
    offline: Offline = False,
    as_json: AsJson = False,
) -> None:
    """List the figures an entry could have, and show them on one page."""
    from akira_cli.workflows.contact_sheet import contact_sheet

    adapters = connect(context, offline)
    draft, entry = _found(adapters, in_draft, handle)
    sheet = contact_sheet(entry, adapters.studio(), adapters.contact_sheets, place)
    best = sheet.gallery.ranked[0].candidate.number
    if as_json:
        emit_json(
            {
                "draft": draft.name,
                "entry": entry.id,
                "page": sheet.path,
                "from": sheet.gallery.finder.name,
                "licence": sheet.gallery.findings.licence,
                "best": best,
                "figures": [_facts(each) for each in sheet.thumbnails],
            }
        )
        return
    for each in sheet.thumbnails:
        _list(each, best, why)
    licence = sheet.gallery.findings.licence
    note(f"the page's licence: {licence}" if licence else "the page names no licence")
    note(f"'{sheet.way}' takes one of them")
    data(sheet.path)


def figure(
    context: typer.Context,
    handle: Handle,
    use: Use = None,
    file: File = None,
    url: Url = None,
    none: NoFigure = False,
    alt: Alt = None,
    caption: Caption = None,
    credit: Credit = None,
    rights: Rights = None,
    place: From = None,
    in_draft: InDraft = None,
    offline: Offline = False,
    as_json: AsJson = False,
) -> None:
    """Choose an entry's figure, or say something of the one it has."""
    options = {"alt": alt, "caption": caption, "credit": credit, "rights": rights}
    said = {name: " ".join(text.split()) for name, text in options.items() if text is not None}
    _check([use is not None, file is not None, url is not None, none], said, rights)
    adapters = connect(context, offline)
    draft, entry = _found(adapters, in_draft, handle)
    tell_published(draft)
    prepared = _prepared(adapters, entry, use, file, url, place)
    chosen = prepared.figure if prepared else entry.figure
    if chosen is None and not none:
        raise UsageError(
            f"'{entry.id}' has no figure yet", "choose one with --use, --file or --url first"
        )
    after = None if none or chosen is None else replace(chosen, **said)
    if prepared and after and entry.figure:
        after = _with_words_kept(entry.figure, after, said)
    _write(adapters, draft, entry, after, as_json)
    for remark in prepared.notes if prepared else ():
        note(remark)
    if after is not None and not after.alt:
        note(f"it has no alt text yet: 'akira figure {entry.id} --alt TEXT' says what it shows")


def _with_words_kept(before: Figure, after: Figure, said: dict[str, str]) -> Figure:
    """The new figure with the words about the old one that fit it still; what goes is told."""
    if before.source and before.source == after.source:
        kept = {name: getattr(before, name) for name in _WORDS if name not in said}
        return replace(after, **kept)
    gone = [name for name in ("caption", "rights") if getattr(before, name) and name not in said]
    if gone:
        note(f"the {' and the '.join(gone)} of the figure before went with it; 'akira undo' helps")
    return after


def _check(ways: list[bool], said: dict[str, str], rights: str | None) -> None:
    if sum(ways) > 1:
        raise UsageError(
            "--use, --file, --url and --none are four ways to choose one figure", "give one of them"
        )
    if not any(ways) and not said:
        raise UsageError("say which figure", "with --use, --file, --url or --none")
    if ways[3] and said:
        raise UsageError("--none leaves nothing to say of a figure", "leave the other options out")
    if rights is not None and not rights.strip():
        raise UsageError("--accept-rights is empty", "say why you may show the picture")


def _found(adapters: Adapters, wanted: str | None, handle: str) -> tuple[Draft, Entry]:
    from akira_cli.core.draft_edits import resolve
    from akira_cli.workflows.open_draft import draft_in_use

    draft = draft_in_use(adapters.drafts, wanted)
    return draft, resolve(draft, adapters.settings.layout.sections, handle)


def _prepared(
    adapters: Adapters,
    entry: Entry,
    use: int | None,
    file: str | None,
    url: str | None,
    place: str | None,
) -> Prepared | None:
    """The figure asked for, its picture in place; None when none was."""
    from akira_cli.workflows import illustrate

    if use is not None:
        return illustrate.candidate(entry, use, adapters.studio(), place)
    if file is not None:
        picture = given_bytes(file, "give a PNG or a JPEG")
        try:
            return illustrate.own_picture(entry, picture, adapters.studio())
        except UnusablePicture as error:
            raise UnusablePicture(f"'{file}': {error.message}", error.hint) from error
    if url is not None:
        return illustrate.picture_at(entry, url, adapters.studio())
    return None


def _write(
    adapters: Adapters, draft: Draft, entry: Entry, figure: Figure | None, as_json: bool
) -> None:
    from akira_cli.workflows.illustrate import set_figure

    set_figure(adapters.drafts, draft, entry, figure)
    if as_json:
        emit_json({"draft": draft.name, "entry": entry.id, "figure": figure})
    elif figure is None:
        data(f"{entry.id} has no figure now")
    else:
        credit = f": {figure.credit}" if figure.credit else ""
        data(f"{entry.id} has the figure drafts/{figure.file}{credit}")
    if figure is not None and not may_be_shown(figure):
        warn(unclear(entry.id, figure))


def unclear(entry_id: str, figure: Figure) -> str:
    """What to say of a picture that nobody is known to have given leave to publish."""
    found = UnclearPicture.of(entry_id, figure)
    return f"the figure of {entry_id} may not be free to show: {found.why}; {found.remedy}"


def _list(each: Thumbnail, best: int, why: bool) -> None:
    candidate = each.scored.candidate
    marks = [
        mark
        for mark, holds in (
            ("in the draft", each.chosen),
            ("best", candidate.number == best),
        )
        if holds
    ]
    label = candidate.label or candidate.kind
    told = f"  [{', '.join(marks)}]" if marks else ""
    data(f"{candidate.number:>3}  {each.scored.points:>5.1f}  {label}{told}")
    if candidate.caption:
        data(f"            {shortened(candidate.caption)}")
    if each.problem:
        data(f"            {each.problem}")
    for reason in each.scored.reasons if why else ():
        data(f"            {reason.points:+.1f}  {reason.what}")


def _facts(each: Thumbnail) -> dict[str, object]:
    candidate = each.scored.candidate
    return {
        "number": candidate.number,
        "kind": candidate.kind,
        "label": candidate.label,
        "caption": candidate.caption,
        "source": candidate.source,
        "width": candidate.width,
        "height": candidate.height,
        "points": round(each.scored.points, 2),
        "reasons": each.scored.reasons,
        "problem": each.problem,
        "chosen": each.chosen,
    }


def shortened(text: str, limit: int = 100) -> str:
    """A caption on one line of a list."""
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"
