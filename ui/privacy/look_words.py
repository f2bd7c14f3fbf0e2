"""How looks at a person are said."""

from __future__ import annotations

from app.journal.actions.taking_out import ATTACHMENT
from app.privacy.looking import ANSWER, CARD
from resources.text import _


def look_words(what: str) -> str:
    """Answer what somebody did."""
    return {
        CARD: _("Opened the card"),
        ANSWER: _("Made an answer to a request"),
        ATTACHMENT: _("Took a file out of the journal"),
    }.get(what, what)
