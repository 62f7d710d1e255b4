"""A draft that is one small text file, as the preview gets it, and a picture."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

from akira_cli.core.errors import InvalidFile, NotFound
from akira_cli.core.issue import Document, DocumentFile, Loss
from akira_cli.core.preview import Check, State, Target

UNREADABLE = "= ="
"""A text with this in it cannot be read as a draft."""

HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>An issue</title>'
    "<style>.tall { height: 3000px } h1 { color: rgb(1, 2, 3) }</style></head>"
)
PICTURES = ("images/01.png", "images/02 é.png")


def one_pixel() -> bytes:
    """The smallest picture there is."""
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(b"\0\x10\x20\x30")),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )


def medium_page(text: str) -> str:
    """A page with the text, two pictures of its own and one from the web."""
    return (
        f"{HEAD}<body><h1>An issue</h1>\n<p>{text}</p>"
        '<figure><img src="images/01.png" alt="one"></figure>'
        '<figure><img src="images/02%20%C3%A9.png" alt="two"></figure>'
        '<figure><img src="https://pictures.example/three.png" alt="three"></figure>'
        '<p><a href="https://arxiv.org/abs/2110.02178">first\nline</a><br>second line</p>'
        '<div class="tall"></div><ul><li>last</li></ul></body></html>'
    )


class OneFile:
    """What a Preview is made of: three functions around the file at `path`.

    The main page's name follows from the text, as that of a page for Medium does.
    """

    def __init__(self, path: Path, page: Callable[[str], str] = medium_page) -> None:
        self.path = path
        self.page = page
        self.assembled = 0
        path.write_text("the first text", encoding="utf-8")

    def write(self, text: str) -> None:
        self.path.write_text(text, encoding="utf-8")

    def assemble(self) -> State:
        self.assembled += 1
        if not self.path.exists():
            raise NotFound("there is no draft 'one'", "make one")
        text = self.path.read_text(encoding="utf-8")
        if UNREADABLE in text:
            raise InvalidFile("drafts/one.toml, line 3: this is no value", "write a value")
        medium = Document(
            DocumentFile(f"medium/issue_{zlib.crc32(text.encode()):08x}.html", self.page(text)),
            (
                *(DocumentFile(f"medium/{name}", copy_of=f"figures/{name}") for name in PICTURES),
                DocumentFile("medium/gone.png", copy_of="figures/gone.png"),
                DocumentFile("medium/checklist.md", "# Überprüfen"),
                DocumentFile("medium/data.bin", "0"),
            ),
            (Loss("pictures", "alt texts go", "the checklist has them"),),
        )
        plain = Document(DocumentFile("one.txt", f"{text}\n日本語\n"))
        checks = (
            Check("3.2", "A headline", "the summary is the machine's"),
            Check("3.2", "A headline", "the picture has no alt text"),
            Check("", "", "there are no highlights"),
        )
        targets = (Target("medium", "Medium", medium), Target("text", "Text", plain))
        return State(f"Issue with {text}", "drafts/one.toml", targets, checks)

    def signature(self) -> object:
        return self.path.read_bytes()

    def picture(self, name: str) -> bytes:
        if name == "figures/gone.png":
            raise NotFound("there is no picture 'figures/gone.png'")
        return one_pixel()
