"""What a picture's first bytes say of it: its media type and its size. Pure.

PNG: https://www.w3.org/TR/png-3/#11IHDR · GIF: https://www.w3.org/Graphics/GIF/spec-gif89a.txt
JPEG: https://www.w3.org/Graphics/JPEG/itu-t81.pdf, annex B
"""

from __future__ import annotations

import re
from struct import error, unpack_from
from typing import NamedTuple

_JPEG_MARKER = re.compile(rb"\xff++([^\x00\xff])")
_WITHOUT_LENGTH = {0x01, *range(0xD0, 0xD8)}
_NO_FRAME_FOLLOWS = {0xD9, 0xDA}  # the end, or the scan: a frame would have come before
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}

_KINDS_BY_NAME = {"avif": "image/avif", "svg": "image/svg+xml", "webp": "image/webp"}


class PictureKind(NamedTuple):
    """A media type, `image/png`, and a size in pixels, as stored: turned by no Exif field."""

    media_type: str
    width: int
    height: int


def kind_of(data: bytes) -> PictureKind | None:
    """The kind of a PNG, JPEG or GIF; None for all else, and for one cut before its size."""
    if data.startswith(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"):
        media_type, size = "image/png", _pair(">II", data, 16)
    elif data.startswith((b"GIF87a", b"GIF89a")):
        media_type, size = "image/gif", _pair("<HH", data, 6)
    elif data.startswith(b"\xff\xd8\xff"):
        media_type, size = "image/jpeg", _jpeg_size(data)
    else:
        return None
    return PictureKind(media_type, *size) if all(size) else None


def media_type(kind: PictureKind | None, file: str) -> str:
    """What a picture is served as: by what it holds, or else by its file's name."""
    if kind is not None:
        return kind.media_type
    return _KINDS_BY_NAME.get(file.rpartition(".")[2].lower(), "application/octet-stream")


def _jpeg_size(data: bytes) -> tuple[int, int]:
    """Width and height from the first frame header; nought and nought without one."""
    position = 2
    while marker := _JPEG_MARKER.match(data, position):
        position = marker.end()
        code = marker[1][0]
        if code in _WITHOUT_LENGTH:
            continue
        if code in _FRAMES:
            height, width = _pair(">HH", data, position + 3)
            return width, height
        if code in _NO_FRAME_FOLLOWS:
            break
        position += int.from_bytes(data[position : position + 2])
    return 0, 0


def _pair(layout: str, data: bytes, offset: int) -> tuple[int, int]:
    try:
        first, second = unpack_from(layout, data, offset)
    except error:
        return 0, 0
    return first, second
