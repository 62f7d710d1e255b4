"""Pictures without files: a tiny real PNG for every name."""

from __future__ import annotations

import struct
import zlib

from akira_cli.core.errors import InvalidFile


def png(width: int = 2, height: int = 1) -> bytes:
    """A whole PNG of that size, all white."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = (b"\0" + b"\xff" * width) * height
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


class SamePicture:
    """Implements `ports.Pictures`: every name has the same picture, but those of `missing`."""

    def __init__(self, data: bytes | None = None, missing: frozenset[str] = frozenset()) -> None:
        self._data = png() if data is None else data
        self._missing = missing

    def read(self, file: str) -> bytes:
        if file in self._missing:
            raise InvalidFile(f"there is no figure 'drafts/{file}'")
        return self._data


PICTURES = SamePicture()
