"""Makes any picture fit for publication: small, upright, in sRGB, with no metadata."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from akira_cli.figures._picture_reading import pillow, read, refuse_small
from akira_cli.ports.figures import EncodedPicture, PictureEncoder

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_WIDTH, MOST_HEIGHT = 1400, 2800
"""Pixels; Medium shows 1400 at most, and 2800 are as much as two screens of a phone."""
THUMBNAIL = 480
QUALITIES = (90, 95)
"""Of a JPEG; the higher one for a picture with so much grain that 90 would show."""
LEAST_PSNR = 42.0
"""Decibels of the whole picture, https://en.wikipedia.org/wiki/Peak_signal-to-noise_ratio: a mean
error of two steps in 255."""
WORST_BLOCK = 36
"""The mean square error of the worst 8x8 block, six steps in 255: letters and thin lines, around
which JPEG leaves a haze, do not get through however much white there is to make up for them."""
BLOCK = 8
WORTH_SQUEEZING = 300_000
"""Bytes of a PNG up to which it is packed once more, and tighter."""


def build() -> PictureEncoder:
    """The encoder; it has nothing to be set."""
    return PillowEncoder()


class PillowEncoder:
    """PNG or JPEG: the JPEG when it is smaller and nobody can see the difference."""

    def encode(self, data: bytes) -> EncodedPicture:
        """See `ports.PictureEncoder`. Nothing is enlarged, and of a film one frame is kept."""
        with pillow():
            picture = _as_published(read(data), MOST_WIDTH, MOST_HEIGHT)
            refuse_small(*picture.size)
            return _smallest(picture)

    def thumbnail(self, data: bytes) -> EncodedPicture:
        """The same, no larger than 480 pixels either way."""
        with pillow():
            return _smallest(_as_published(read(data), THUMBNAIL, THUMBNAIL))


def _as_published(picture: Image, most_width: int, most_height: int) -> Image:
    """In its final size, in mode L or RGB, sRGB, and with nothing in `info`."""
    from PIL.Image import Resampling

    across, up = picture.size
    scale = min(1.0, most_width / across, most_height / up)
    profile = picture.info.get("icc_profile")
    if scale < 1:
        size = max(round(across * scale), 1), max(round(up * scale), 1)
        picture = picture.resize(size, Resampling.LANCZOS)
    picture = _in_srgb(picture, profile) if profile else picture
    if picture.mode == "CMYK":
        picture = picture.convert("RGB")
    if picture.mode == "RGB" and _is_grey(picture):
        picture = picture.getchannel(0)
    picture.info = {}
    return picture


def _smallest(picture: Image) -> EncodedPicture:
    png = _png(picture)
    jpeg = _jpeg_like(picture, smaller_than=len(png))
    data, suffix = (png, ".png") if jpeg is None else (jpeg, ".jpg")
    return EncodedPicture(data, suffix, picture.width, picture.height)


def _in_srgb(picture: Image, profile: bytes) -> Image:
    """The colours a profile means; as they are when the profile cannot be used."""
    from PIL import ImageCms

    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(source):
            return picture
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(picture, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return picture
    return converted if converted is not None else picture


def _is_grey(picture: Image) -> bool:
    from PIL.ImageChops import difference

    red, green, blue = picture.split()
    return not difference(red, green).getbbox() and not difference(green, blue).getbbox()


def _png(picture: Image) -> bytes:
    """Packed as tightly as pays: to squeeze a photograph takes seconds and wins one percent."""
    picture = _with_palette(picture)
    plain, tight = BytesIO(), BytesIO()
    picture.save(plain, "PNG")
    if plain.tell() > WORTH_SQUEEZING:
        return plain.getvalue()
    picture.save(tight, "PNG", optimize=True)
    return min(plain.getvalue(), tight.getvalue(), key=len)


def _with_palette(picture: Image) -> Image:
    """With a palette when the picture has few enough colours to lose none by it."""
    from PIL.Image import Quantize
    from PIL.ImageChops import difference

    colours = picture.getcolors(256) if picture.mode == "RGB" else None
    if not colours:
        return picture
    indexed = picture.quantize(len(colours), Quantize.MEDIANCUT)
    return picture if difference(indexed.convert("RGB"), picture).getbbox() else indexed


def _jpeg_like(picture: Image, smaller_than: int) -> bytes | None:
    """The first JPEG that looks the same; None when there is none, or it is not smaller."""
    from PIL import ImageFile

    # a picture full of grain does not fit into the room that Pillow gives a progressive JPEG
    ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, 4 * picture.width * picture.height)
    for quality in QUALITIES:
        output = BytesIO()
        picture.save(
            output, "JPEG", quality=quality, subsampling=0, progressive=True, optimize=True
        )
        if output.tell() >= smaller_than:
            return None
        if _looks_like(output, picture):
            return output.getvalue()
    return None


def _looks_like(output: BytesIO, picture: Image) -> bool:
    """Whether a JPEG's difference from the picture it was made of is invisible."""
    from PIL import Image
    from PIL.ImageChops import difference
    from PIL.ImageStat import Stat

    with Image.open(output, formats=["JPEG"]) as jpeg:
        error = difference(jpeg.convert(picture.mode), picture)
    squares = error.point([min(step * step, 255) for step in range(256)] * len(error.getbands()))
    worst = max(high for _, high in Stat(squares.reduce(BLOCK)).extrema)
    mean = sum(Stat(error).sum2) / (picture.width * picture.height * len(error.getbands()))
    return worst <= WORST_BLOCK and mean <= 255**2 / 10 ** (LEAST_PSNR / 10)
