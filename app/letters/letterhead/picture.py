"""A picture made fit for paper: opaque, in plain colours, small, with nothing hidden in it."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from app.errors import Problem, Refused
from app.letters.letterhead.rules import DAMAGED, HIGHEST, MOST_PIXELS, TOO_MANY_PIXELS, WIDEST

if TYPE_CHECKING:
    from PIL.Image import Image


def fit_picture(content: bytes) -> bytes:
    """Answer a picture as PNG without transparency, place, camera or comments.

    Raises `Refused` when it is damaged or too large.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 - only when a logo is chosen

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                raise Refused(Problem(TOO_MANY_PIXELS, "picture"))
            picture = _opaque(opened)
    except (OSError, SyntaxError, ValueError, UnidentifiedImageError) as error:
        raise Refused(Problem(DAMAGED, "picture")) from error
    except Image.DecompressionBombError as error:
        raise Refused(Problem(TOO_MANY_PIXELS, "picture")) from error
    picture.thumbnail((WIDEST, HIGHEST))
    saved = BytesIO()
    picture.save(saved, "PNG", optimize=True)
    return saved.getvalue()


def _opaque(opened: Image) -> Image:
    """Answer the picture on white: paper knows no transparency."""
    from PIL import Image  # noqa: PLC0415 - as above

    whole = opened.convert("RGBA")
    white = Image.new("RGB", whole.size, "white")
    white.paste(whole, mask=whole.getchannel("A"))
    return white
