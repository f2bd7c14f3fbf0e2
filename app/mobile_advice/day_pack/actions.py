"""What can be done with a day pack: hand it out, for a reason that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.exchange.writing.actions import export_list, note_exported
from app.exchange.writing.rules import ExportFormat, ExportWish

if TYPE_CHECKING:
    from uuid import UUID

    from app.mobile_advice.day_pack.queries import FinishedPack
    from app.office import Act

LIST_NAME = "mobile_advice"
_TITLE = "day_pack"


def hand_out_day_pack(act: Act, pack: FinishedPack, reason: str) -> UUID:
    """Note that a pack with names leaves the office, why, and whom it is about.

    Raises `Refused` without the right or without a sensible reason.
    """
    wish = ExportWish(LIST_NAME, ExportFormat.PDF, (_TITLE,), reason, pack.rows)
    log_id = export_list(act, wish)
    note_exported(act, log_id, pack.people)
    return log_id
