"""A picture of any source, read with Pillow: one frame of it, upright, in sRGB, on white.

https://pillow.readthedocs.io/en/stable/handbook/image-file-formats.html
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING

from akira_cli.core.errors import UnusablePicture

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

ACCEPTED = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")
MOST_PIXELS = 50_000_000
SMALLEST = 32
"""Pixels of the shorter side of a picture that shows anything."""
MOST_FRAMES = 20
"""Frames of an animation among which one is looked for that is not blank."""
GIVE_A_PNG = "give a PNG"

_GREY_DEPTHS = ("I", "F")
_BEGINNINGS = (
    (b"%PDF-", "a PDF document"),
    (b"%!PS", "a PostScript drawing"),
    (b"\xc5\xd0\xd3\xc6", "a PostScript drawing"),
    (b"\x1f\x8b", "a compressed file"),
    (b"8BPS", "a Photoshop file"),
    (b"\xff\x0a", "a JPEG XL picture"),
    (b"\0\0\0\x0cJXL ", "a JPEG XL picture"),
    (b"\0\0\0\x0cjP  ", "a JPEG 2000 picture"),
)
_BRANDS = {b"avif": "an AVIF picture", b"avis": "an AVIF picture"}
_HEIC = ("hei", "hev", "mif", "msf")


@contextmanager
def pillow() -> Iterator[None]:
    """Pillow at work: whatever it raises comes out as UnusablePicture, and no warnings do."""
    from PIL.Image import DecompressionBombError, DecompressionBombWarning

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", DecompressionBombWarning)
        try:
            yield
        except UnusablePicture:
            raise
        except (DecompressionBombError, DecompressionBombWarning):
            raise _too_many_pixels(MOST_PIXELS) from None
        except Exception as error:  # noqa: BLE001  # its readers raise all kinds for bad bytes
            raise UnusablePicture(
                f"the picture is broken: {_in_one_line(error)}", "fetch it again, or give another"
            ) from None


def read(data: bytes) -> Image:
    """The first frame that shows something, mode L, RGB or CMYK; a colour profile is in `info`.

    Raises UnusablePicture; anything else Pillow may raise is caught by `pillow`.
    """
    from PIL import Image, UnidentifiedImageError

    refuse_by_beginning(data)
    try:
        picture = Image.open(BytesIO(data), formats=ACCEPTED)
    except UnidentifiedImageError:
        raise UnusablePicture("the picture is of no kind that can be read", GIVE_A_PNG) from None
    with picture:
        across, up = picture.size
        if across * up > MOST_PIXELS:
            raise _too_many_pixels(across * up)
        refuse_small(across, up)
        return _first_that_shows(picture)


def refuse_small(across: int, up: int) -> None:
    """Raises UnusablePicture for one on which nothing can be made out; pixels."""
    if min(across, up) < SMALLEST:
        raise UnusablePicture(
            f"the picture is too small: {across}x{up} pixels",
            f"give one of at least {SMALLEST}x{SMALLEST}",
        )


def refuse_by_beginning(data: bytes) -> None:
    """Raises UnusablePicture for what is known not to be shown, by its first bytes."""
    if not data:
        raise UnusablePicture("the picture is empty", "fetch it again, or give another")
    kind = next((kind for first, kind in _BEGINNINGS if data.startswith(first)), "")
    if data[4:8] == b"ftyp":
        brand = data[8:12]
        is_heic = brand.decode("latin-1").startswith(_HEIC)
        kind = _BRANDS.get(brand, "an HEIC picture" if is_heic else "a film")
    if not kind and data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        kind = "an SVG drawing" if b"<svg" in data[:4096] else "a web page or another text"
    if kind:
        raise UnusablePicture(f"the picture is {kind}, which no target shows", GIVE_A_PNG)


def _too_many_pixels(count: int) -> UnusablePicture:
    return UnusablePicture(
        f"the picture has {count:,} pixels or more, and {MOST_PIXELS:,} are the most",
        "give a smaller one",
    )


def _in_one_line(error: Exception) -> str:
    words = "".join(each if each.isprintable() else " " for each in str(error))
    return " ".join(words.split())[:120] or type(error).__name__


def _first_that_shows(picture: ImageFile) -> Image:
    first = _flat(picture)
    if not _is_blank(first):
        return first
    for number in range(1, min(getattr(picture, "n_frames", 1), MOST_FRAMES)):
        picture.seek(number)
        frame = _flat(picture)
        if not _is_blank(frame):
            return frame
    return first


def _is_blank(picture: Image) -> bool:
    from PIL.ImageStat import Stat

    return all(low == high for low, high in Stat(picture).extrema)


def _flat(frame: Image) -> Image:
    """Eight bits a channel, upright, nothing to be seen through."""
    from PIL import Image, ImageOps

    profile = frame.info.get("icc_profile")
    frame.load()
    picture = ImageOps.exif_transpose(frame)
    if picture.mode.startswith(_GREY_DEPTHS):
        picture = _in_eight_bits(picture)
    elif picture.has_transparency_data:
        layer = picture.convert("RGBA")
        white = Image.new("RGBA", layer.size, "white")
        is_grey = picture.mode in ("L", "LA", "La", "1")
        picture = Image.alpha_composite(white, layer).convert("L" if is_grey else "RGB")
    elif picture.mode == "1":
        picture = picture.convert("L")
    elif picture.mode not in ("L", "RGB", "CMYK"):
        picture = picture.convert("RGB")
    picture.info = {"icc_profile": profile} if profile else {}
    return picture


def _in_eight_bits(picture: Image) -> Image:
    """Greys of 16 bits by their whole range; other numbers from the least to the greatest."""
    is_short = picture.mode.startswith("I;16")
    numbers = picture if picture.mode == "F" else picture.convert("I")
    low, high = (float(each) for each in numbers.getextrema())  # type: ignore[arg-type]  # one band
    if not (isfinite(low) and isfinite(high)):
        raise UnusablePicture("the picture has numbers without end for greys", GIVE_A_PNG)
    if is_short or (picture.mode == "I" and low >= 0 and 255 < high <= 65535):
        low, high = 0.0, 65535.0
    elif low >= 0 and high <= 1 and picture.mode == "F":
        low, high = 0.0, 1.0
    elif low >= 0 and high <= 255:
        low, high = 0.0, 255.0
    scale = 255.0 / ((high - low) or 1.0)
    scaled = numbers.convert("F").point(lambda grey: grey * scale + (0.5 - low * scale))
    return scaled.convert("L")
