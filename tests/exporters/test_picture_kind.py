"""A picture's media type and size, read from its first bytes."""

from __future__ import annotations

from struct import pack

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from akira_cli.exporters._picture_kind import PictureKind, kind_of, media_type
from tests.exporters.pictures import png

JFIF = b"\xff\xe0" + pack(">H", 16) + b"JFIF\0" + bytes(9)
HUFFMAN_TABLE = b"\xff\xc4" + pack(">HBBB", 5, 1, 2, 3)
SCAN = b"\xff\xda" + pack(">H", 8) + bytes(6)


def frame(width: int, height: int, marker: int = 0xC0) -> bytes:
    return bytes([0xFF, marker]) + pack(">HBHHB", 11, 8, height, width, 1) + b"\1\x11\0"


def jpeg(*segments: bytes) -> bytes:
    return b"\xff\xd8" + b"".join(segments) + b"\xff\xd9"


def gif(width: int, height: int, version: bytes = b"89a") -> bytes:
    return b"GIF" + version + pack("<HHBBB", width, height, 0, 0, 0) + b";"


WHOLE = [
    (png(640, 480), PictureKind("image/png", 640, 480)),
    (gif(300, 2), PictureKind("image/gif", 300, 2)),
    (gif(1, 65535, b"87a"), PictureKind("image/gif", 1, 65535)),
    (jpeg(JFIF, frame(1200, 630), SCAN), PictureKind("image/jpeg", 1200, 630)),
    (jpeg(frame(7, 9, 0xC2)), PictureKind("image/jpeg", 7, 9)),
    (jpeg(HUFFMAN_TABLE, frame(7, 9)), PictureKind("image/jpeg", 7, 9)),
    (jpeg(b"\xff\xff", JFIF, b"\xff\xd0\xff\x01", frame(7, 9)), PictureKind("image/jpeg", 7, 9)),
]


@pytest.mark.parametrize(("data", "kind"), WHOLE)
def test_kind_and_size_are_read(data: bytes, kind: PictureKind) -> None:
    assert kind_of(data) == kind


@pytest.mark.parametrize(("data", "kind"), WHOLE)
def test_a_picture_cut_short_has_its_whole_size_or_none(data: bytes, kind: PictureKind) -> None:
    assert kind_of(data[:5]) is None
    assert {kind_of(data[:end]) for end in range(len(data))} == {None, kind}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"RIFF\x24\0\0\0WEBPVP8 ",
        b"<svg xmlns='http://www.w3.org/2000/svg' width='4' height='4'/>",
        png()[:8] + b"\0\0\0\rtEXt" + png()[16:],
        png(0, 4),
        gif(4, 0),
        jpeg(),
        jpeg(JFIF, SCAN),
        jpeg(JFIF, b"no marker", frame(7, 9)),
        jpeg(SCAN, frame(7, 9)),
        jpeg(b"\xff\xe0\0\0", frame(7, 9)),
        jpeg(frame(7, 0)),
        b"\xff\xd8" + b"\xff" * 1_000_000,
    ],
)
def test_what_has_no_known_kind_and_size_has_none(data: bytes) -> None:
    assert kind_of(data) is None


@pytest.mark.parametrize(
    ("data", "file", "served_as"),
    [
        (png(), "figures/a.svg", "image/png"),
        (gif(1, 1), "figures/a", "image/gif"),
        (b"<svg/>", "figures/a.b.SVG", "image/svg+xml"),
        (b"RIFF", "figures/a.webp", "image/webp"),
        (b"ftyp", "figures/a.avif", "image/avif"),
        (b"", "figures/a.png", "application/octet-stream"),
        (b"", "svg", "image/svg+xml"),
        (b"", "svg/a", "application/octet-stream"),
    ],
)
def test_what_a_picture_holds_goes_before_its_name(data: bytes, file: str, served_as: str) -> None:
    assert media_type(kind_of(data), file) == served_as


@given(st.sampled_from([b"", b"\xff\xd8", b"GIF89a", png()[:16]]), st.binary())
@example(b"\xff\xd8", b"\xff\xc0\0\x0b\x08\0\x01")
def test_any_bytes_have_a_size_or_none(start: bytes, rest: bytes) -> None:
    kind = kind_of(start + rest)
    assert kind is None or (kind.width > 0 and kind.height > 0)
