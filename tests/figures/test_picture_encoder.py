"""What an encoded picture is like, whatever it was made of, and what cannot be one."""

from __future__ import annotations

import random
import struct
import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageCms, ImageDraw
from PIL.ImageStat import Stat
from PIL.PngImagePlugin import PngInfo

from akira_cli.core.errors import UnusablePicture
from akira_cli.figures._picture_encoder import build
from akira_cli.ports.figures import EncodedPicture
from tests.figures.drawn_papers import photograph


def data_of(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    output = BytesIO()
    picture.save(output, kind, **options)
    return output.getvalue()


def encoded(data: bytes) -> EncodedPicture:
    return build().encode(data)


def shown(data: bytes) -> Image.Image:
    """The picture that came out, checked to be what is said of it."""
    result = encoded(data)
    picture = Image.open(BytesIO(result.data))
    assert (result.width, result.height) == picture.size
    assert picture.format == {".png": "PNG", ".jpg": "JPEG"}[result.suffix]
    assert picture.mode in ("L", "P", "RGB")
    picture.load()
    return picture


def refusal(data: bytes) -> str:
    with pytest.raises(UnusablePicture) as caught:
        encoded(data)
    assert caught.value.hint
    assert "\n" not in caught.value.message
    return caught.value.message


def chart(size: tuple[int, int] = (300, 200), mode: str = "RGB") -> Image.Image:
    """Lines and areas in few colours."""
    picture = Image.new(mode, size, "white")
    pen = ImageDraw.Draw(picture)
    for step in range(0, size[0], 9):
        pen.line((0, step, size[0], size[1] - step), fill="black")
    pen.rectangle((20, 20, 60, 60), fill="red" if mode == "RGB" else "grey")
    return picture


def halves(mode: str, upper: Any, lower: Any) -> Image.Image:
    picture = Image.new(mode, (64, 64), upper)
    picture.paste(lower, (0, 32, 64, 64))
    return picture


def colours(picture: Image.Image) -> tuple[Any, Any]:
    """Of the middles of the upper and the lower half."""
    rgb = picture.convert("RGB")
    return rgb.getpixel((32, 10)), rgb.getpixel((32, 54))


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "BMP", "TIFF"])
def test_a_chart_of_any_kind_comes_out_the_same_to_the_pixel(kind: str) -> None:
    options = {"lossless": True} if kind == "WEBP" else {}
    picture = shown(data_of(chart(), kind, **options))
    assert (picture.format, picture.mode) == ("PNG", "P")
    assert ImageChops.difference(picture.convert("RGB"), chart()).getbbox() is None


def test_a_photograph_becomes_a_jpeg_of_which_nobody_sees_the_difference() -> None:
    photo = photograph((600, 400))
    picture = shown(data_of(photo))
    assert picture.format == "JPEG"
    assert max(high for _, high in Stat(ImageChops.difference(picture, photo)).extrema) < 40
    assert picture.info.get("progressive")


def test_letters_on_white_stay_exact() -> None:
    page = Image.new("RGB", (600, 400), "white")
    page.paste(photograph((600, 150)))
    ImageDraw.Draw(page).text((20, 200), "Thin letters, on white", fill=(200, 0, 0))
    picture = shown(data_of(page))
    assert picture.format == "PNG"
    assert ImageChops.difference(picture.convert("RGB"), page).getbbox() is None


@pytest.mark.parametrize("mode", ["1", "L", "RGB"])
def test_what_is_grey_stays_grey(mode: str) -> None:
    grey = chart(mode="L").convert(mode)
    picture = shown(data_of(grey))
    assert picture.mode == "L"
    assert ImageChops.difference(picture, grey.convert("L")).getbbox() is None


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1400, 700), (1400, 700)),
        ((2800, 700), (1400, 350)),
        ((700, 5600), (350, 2800)),
        ((33, 40), (33, 40)),
    ],
)
def test_what_is_too_large_is_made_smaller_and_nothing_larger(
    size: tuple[int, int], expected: tuple[int, int]
) -> None:
    assert shown(data_of(chart(size))).size == expected


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((960, 600), (480, 300)),
        ((100, 960), (50, 480)),
        ((64, 48), (64, 48)),
        ((9600, 32), (480, 2)),
    ],
)
def test_a_thumbnail_is_smaller_still(size: tuple[int, int], expected: tuple[int, int]) -> None:
    thumbnail = build().thumbnail(data_of(chart(size)))
    assert (thumbnail.width, thumbnail.height) == expected
    assert Image.open(BytesIO(thumbnail.data)).size == expected


@pytest.mark.parametrize("size", [(31, 200), (200, 31), (1, 1), (9000, 100)])
def test_what_is_too_small_to_show_anything_is_refused(size: tuple[int, int]) -> None:
    assert "too small" in refusal(data_of(chart(size)))


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_lying_on_its_side_is_put_upright(turn: int) -> None:
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    upright = chart()
    stored = upright.transpose(back[turn]) if turn in back else upright
    exif = Image.Exif()
    exif[0x0112] = turn
    picture = shown(data_of(stored, exif=exif))
    assert ImageChops.difference(picture.convert("RGB"), upright).getbbox() is None


@pytest.mark.parametrize(
    "picture",
    [
        halves("RGBA", (255, 0, 0, 255), (0, 0, 0, 0)),
        halves("RGBA", (255, 0, 0, 255), (0, 0, 0, 0)).quantize(4),
    ],
    ids=["channel", "palette"],
)
def test_what_can_be_seen_through_lies_on_white(picture: Image.Image) -> None:
    assert colours(shown(data_of(picture))) == ((255, 0, 0), (255, 255, 255))


def test_half_transparent_grey_lies_on_white_and_stays_grey() -> None:
    picture = shown(data_of(halves("LA", (0, 255), (0, 128))))
    assert picture.mode == "L"
    assert colours(picture) == ((0, 0, 0), (127, 127, 127))


def test_a_colour_named_transparent_lies_on_white() -> None:
    picture = halves("RGB", (255, 0, 0), (0, 0, 0))
    assert colours(shown(data_of(picture, transparency=(0, 0, 0))))[1] == (255, 255, 255)


def test_a_cmyk_jpeg_is_the_right_way_up() -> None:
    white_and_red = halves("CMYK", (0, 0, 0, 0), (0, 255, 255, 0))
    white, red = colours(shown(data_of(white_and_red, "JPEG", quality=95)))
    assert white == (255, 255, 255)
    assert red[0] > 240
    assert max(red[1:]) < 15


def sixteen_bits(mode: str, low: float, high: float) -> Image.Image:
    picture = Image.new(mode, (64, 64), low)
    picture.paste(high, (0, 32, 64, 64))
    return picture


@pytest.mark.parametrize(
    ("mode", "kind", "low", "high", "expected"),
    [
        ("I;16", "PNG", 0, 65535, (0, 255)),
        ("I;16", "PNG", 32896, 257, (128, 1)),
        ("I;16", "TIFF", 0, 65535, (0, 255)),
        ("F", "TIFF", 0.0, 1.0, (0, 255)),
        ("F", "TIFF", 0.5, 0.0, (128, 0)),
        ("F", "TIFF", -3.0, 9.0, (0, 255)),
        ("F", "TIFF", 20.0, 200.0, (20, 200)),
        ("I", "TIFF", -70_000, 70_000, (0, 255)),
        ("F", "TIFF", -7.0, -7.0, (0, 0)),
    ],
)
def test_greys_of_more_bits_are_scaled_to_eight(
    mode: str, kind: str, low: float, high: float, expected: tuple[int, int]
) -> None:
    picture = shown(data_of(sixteen_bits(mode, low, high), kind))
    upper, lower = colours(picture)
    assert picture.mode == "L"
    assert (upper[0], lower[0]) == pytest.approx(expected, abs=1)


def test_greys_without_end_are_refused() -> None:
    assert "without end" in refusal(data_of(sixteen_bits("F", 0.0, float("inf")), "TIFF"))


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG"])
def test_of_an_animation_the_first_frame_that_shows_something_is_kept(kind: str) -> None:
    blank = Image.new("RGB", (300, 200), "white")
    options = {"lossless": True} if kind == "WEBP" else {}
    data = data_of(blank, kind, save_all=True, append_images=[chart(), blank], **options)
    picture = shown(data).convert("RGB")
    assert ImageChops.difference(picture, chart()).getbbox() is None


def test_of_an_animation_with_nothing_to_see_the_first_frame_is_kept() -> None:
    frames = [Image.new("RGB", (64, 64), name) for name in ("white", "black", "red")]
    data = data_of(frames[0], "GIF", save_all=True, append_images=frames[1:])
    assert colours(shown(data))[0] == (255, 255, 255)


def test_nothing_but_the_picture_is_left() -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    notes = PngInfo()
    notes.add_text("Comment", "secret place")
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for data in (
        data_of(chart(), pnginfo=notes, exif=exif, icc_profile=profile, dpi=(72, 72)),
        data_of(photograph((600, 400)), "JPEG", comment="secret place", exif=exif, quality=95),
    ):
        result = encoded(data)
        assert b"secret" not in result.data
        assert not Image.open(BytesIO(result.data)).info.keys() & {"icc_profile", "exif", "comment"}


def swapped_colours() -> bytes:
    """A colour profile that takes red for green: sRGB's, with two columns exchanged."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    profile = profile.replace("sRGB".encode("utf-16-be"), "none".encode("utf-16-be"))
    return profile.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def test_a_colour_profile_is_applied() -> None:
    red = halves("RGB", (255, 0, 0), (255, 255, 255))
    upper, lower = colours(shown(data_of(red, icc_profile=swapped_colours())))
    assert upper[1] > 200 > 60 > upper[0]
    assert min(lower) > 250


def test_a_broken_colour_profile_changes_nothing() -> None:
    red = halves("RGB", (255, 0, 0), (255, 255, 255))
    assert colours(shown(data_of(red, icc_profile=b"no profile")))[0] == (255, 0, 0)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"hello", "no kind that can be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "an SVG drawing, which no target shows"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>", "an SVG drawing"),
        (b"<!doctype html><p>Not found", "a web page"),
        (b"%PDF-1.7\n", "a PDF document"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n", "a PostScript drawing"),
        (b"\0\0\0\x20ftypavif" + bytes(40), "an AVIF picture"),
        (b"\0\0\0\x20ftypheic" + bytes(40), "an HEIC picture"),
        (b"\0\0\0\x20ftypmif1" + bytes(40), "an HEIC picture"),
        (b"\0\0\0\x20ftypisom" + bytes(40), "a film"),
        (data_of(chart(), "ICO"), "no kind that can be read"),
        (data_of(chart(), "PPM"), "no kind that can be read"),
    ],
)
def test_kinds_that_no_target_shows_are_named(data: bytes, words: str) -> None:
    assert words in refusal(data)


def png_of_size(width: int, height: int) -> bytes:
    """A header that promises much, and no picture."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + header
    body = struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + body + struct.pack(">I", 0) + b"IDAT" + bytes(4)


@pytest.mark.parametrize("size", [(10_000, 5_001), (10_000, 10_000), (60_000, 60_000)])
def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded(
    size: tuple[int, int],
) -> None:
    assert "50,000,000" in refusal(png_of_size(*size))


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_half_a_picture_is_broken(kind: str) -> None:
    data = data_of(photograph((300, 200)), kind)
    assert "broken" in refusal(data[: len(data) // 2])


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_the_same_bytes_give_the_same_bytes(kind: str) -> None:
    data = data_of(photograph((300, 200)), kind)
    assert encoded(data) == encoded(data)


def test_what_came_out_goes_in_again_unchanged_when_nothing_was_lost() -> None:
    once = encoded(data_of(chart()))
    assert encoded(once.data) == once


SAMPLES = [data_of(chart((64, 48)), kind) for kind in ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SAMPLES), st.data())
def test_whatever_the_bytes_are_a_picture_or_our_own_error_comes(
    sample: bytes, data: st.DataObject
) -> None:
    damaged = bytearray(sample)
    for _ in range(data.draw(st.integers(0, 5))):
        damaged[data.draw(st.integers(0, len(sample) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(sample)))
    with suppress(UnusablePicture):
        result = encoded(bytes(damaged[: cut or None]))
        assert Image.open(BytesIO(result.data)).size == (result.width, result.height)


@given(st.binary(max_size=300))
def test_bytes_that_are_no_picture_are_refused(data: bytes) -> None:
    refusal(data)


def test_a_picture_of_nothing_but_grain_is_a_picture() -> None:
    noise = random.Random(1).randbytes(600 * 400 * 3)
    data = BytesIO()
    Image.frombytes("RGB", (600, 400), noise).save(data, "PNG")
    assert build().encode(data.getvalue()).width == 600
