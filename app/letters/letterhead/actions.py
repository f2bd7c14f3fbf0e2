"""Choosing the logo that stands on every letter."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from app.admin.office_settings import save_office_setting
from app.errors import Refused
from app.letters.letterhead.picture import fit_picture
from app.letters.letterhead.queries import LOGO, office_logo
from app.letters.letterhead.rules import check_logo
from app.text_rules import NAME_LENGTH, check_text

if TYPE_CHECKING:
    from app.office import Act


def choose_logo(act: Act, content: bytes, words: str) -> None:
    """Keep a picture in the office, with words for those who cannot see it.

    Raises `Refused` beside "picture" or "words".
    """
    if problems := check_logo(content, words):
        raise Refused(*problems)
    png = b64encode(fit_picture(content)).decode("ascii")
    save_office_setting(act, LOGO, {"png": png, "words": words.strip()})
    act.touch("letters")


def describe_logo(act: Act, words: str) -> None:
    """Change the words of the logo that there is; raises `Refused` beside "words"."""
    if problems := check_text(words, "words", longest=NAME_LENGTH, required=True):
        raise Refused(*problems)
    kept = office_logo(act.session.connection())
    if kept is not None:
        png = b64encode(kept.png).decode("ascii")
        save_office_setting(act, LOGO, {"png": png, "words": words.strip()})
        act.touch("letters")


def remove_logo(act: Act) -> None:
    """Print letters without a logo again."""
    save_office_setting(act, LOGO, {})
    act.touch("letters")
