"""Noting that a letter was handed over to Digital Post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.admin.office_settings import office_setting, save_office_setting
from app.letters.composing.actions import post_letter
from app.letters.memo.queries import OFFICE_CVR
from app.letters.memo.rules import MessageType, tidy_cvr
from app.letters.rules.states import Channel

if TYPE_CHECKING:
    from datetime import date
    from uuid import UUID

    from app.letters.memo.rules import HandOver
    from app.office import Act


def note_hand_over(act: Act, letter_id: UUID, choice: HandOver) -> tuple[date | None, str] | None:
    """Note on which day a letter goes into the mailbox; answer what was said before, for undo.

    A reminder by text message leaves the letter as it is: then nothing is answered. The CVR
    number is kept for the next time. Raises `Refused` as `post_letter` does.
    """
    cvr = tidy_cvr(choice.cvr)
    if office_setting(act.session.connection(), OFFICE_CVR) != cvr:
        save_office_setting(act, OFFICE_CVR, cvr)
    if choice.kind is MessageType.NEMSMS:
        act.touch("letters", letter_id)
        return None
    day = choice.not_before or act.local_now.date()
    return post_letter(act, letter_id, day, Channel.DIGITAL_POST)
