"""The logo of an office as paper draws it: a picture with words for those who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO

from forms.pdf import packed


@dataclass(frozen=True, slots=True)
class Logo:
    """An opaque PNG picture in sRGB colours."""

    png: bytes
    words: str
    """What it shows: read aloud instead of it."""


@lru_cache(maxsize=4)
def picture_size(logo: Logo) -> tuple[int, int]:
    """Answer width and height in pixels."""
    from PIL import Image  # noqa: PLC0415 - few papers have a picture

    with Image.open(BytesIO(logo.png), formats=("PNG",)) as opened:
        return opened.size


@lru_cache(maxsize=4)
def picture_object(logo: Logo) -> bytes:
    """Answer the picture as PDF knows it, made once for many letters."""
    from PIL import Image  # noqa: PLC0415 - as above

    with Image.open(BytesIO(logo.png), formats=("PNG",)) as opened:
        pixels = opened.convert("RGB").tobytes()
    width, height = picture_size(logo)
    entries = (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
        "/ColorSpace/DeviceRGB/BitsPerComponent 8"
    )
    return packed(pixels, entries)


def size_of(logo: Logo, width: float, height: float) -> tuple[float, float]:
    """Answer how large the picture is drawn within a width and a height, in their unit."""
    across, down = picture_size(logo)
    scale = min(width / across, height / down)
    return across * scale, down * scale
