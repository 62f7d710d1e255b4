"""Taking blocks out of a TOML text, putting them in and moving them, each with its comments."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from akira_cli.storage.toml_blocks import Piece
from akira_cli.storage.toml_edits import ended


def arrange(
    pieces: Sequence[Piece], kind: str, wanted: Sequence[int | str], home: int, newline: str
) -> list[Piece]:
    """The pieces with the blocks of one kind in the order wanted.

    An int in `wanted` is the number of a block that is there, a string the text of a new
    one; what is not wanted is cut. As few blocks as possible move; all else stays where it
    is. `home` is the number of the piece behind which the first block ever goes.
    """
    blocks = [piece.text for piece in pieces if piece.kind == kind]
    staying = _longest_rising([item for item in wanted if isinstance(item, int)])
    behind: dict[int | None, list[str]] = {}
    anchor = None
    for item in wanted:
        if isinstance(item, int) and item in staying:
            anchor = item
        else:
            text = blocks[item] if isinstance(item, int) else item
            behind.setdefault(anchor, []).append(text)
    page, number = _Page(kind, newline), -1
    for place, piece in enumerate(pieces):
        if piece.kind == kind:
            number += 1
            if number in staying:
                page.insert(behind.pop(None, []))
                page.keep(piece)
                page.insert(behind.get(number, []))
            else:
                page.cut(following=pieces[place + 1].text if place + 1 < len(pieces) else "")
        else:
            page.keep(piece)
            if place == home and not staying:
                page.insert(behind.pop(None, []))
    page.insert(behind.pop(None, []))
    return page.pieces


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The most numbers that already stand in rising order (patience sorting)."""
    piles: list[int] = []
    chains: dict[int, int | None] = {}
    for number in numbers:
        pile = bisect_left(piles, number)
        chains[number] = piles[pile - 1] if pile else None
        piles[pile : pile + 1] = [number]
    rising: set[int] = set()
    last = piles[-1] if piles else None
    while last is not None:
        rising.add(last)
        last = chains[last]
    return rising


class _Page:
    """Pieces put together again, with blank lines around what was put in or taken out."""

    def __init__(self, kind: str, newline: str) -> None:
        self.pieces: list[Piece] = []
        self._kind, self._newline = kind, newline
        self._inserted = False

    def keep(self, piece: Piece) -> None:
        if self._inserted and not starts_blank(piece.text):
            self._add("gap", self._newline)
        self._add(piece.kind, piece.text)
        self._inserted = False

    def insert(self, texts: Iterable[str]) -> None:
        for text in texts:
            if not self._at_blank():
                self._add("gap", self._newline)
            self._add(self._kind, ended(text, self._newline))
            self._inserted = True

    def cut(self, following: str) -> None:
        if self.pieces and self.pieces[-1].kind == "gap" and starts_blank(following):
            self.pieces[-1] = Piece("gap", _without_blank_end(self.pieces[-1].text))

    def _add(self, kind: str, text: str) -> None:
        if self.pieces:
            last = self.pieces[-1]
            self.pieces[-1] = Piece(last.kind, ended(last.text, self._newline))
        self.pieces.append(Piece(kind, text))

    def _at_blank(self) -> bool:
        written = (piece.text for piece in reversed(self.pieces) if piece.text)
        return _ends_blank(next(written, "\n"))


def _ends_blank(text: str) -> bool:
    return text.endswith("\n") and not text[:-1].rpartition("\n")[2].strip()


def starts_blank(text: str) -> bool:
    """Whether the text is empty or its first line blank."""
    return not text.partition("\n")[0].strip()


def _without_blank_end(text: str) -> str:
    kept = len(text.rstrip())
    return text[: text.index("\n", kept) + 1] if kept else ""
